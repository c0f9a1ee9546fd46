"""The records: what one reading holds. RECORDS.md in words, this file in types; the JSON is theirs to the letter.

Frozen `msgspec` structs, compared by value, checked when they are read back, from which `sayso schema` is made. Fields
that RECORDS.md does not name are additions. Spans are half-open, in Unicode code points into `report.text`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import Literal

import msgspec

from sayso.sureness import DOUBTFUL, SURE_ACT, is_unsure

SCHEMA = 1

Span = tuple[int, int]
Spans = tuple[Span, ...]

EntityKind = Literal[
    "person", "organization", "place", "nationality", "facility", "weapon", "vehicle", "group", "other"
]
Form = Literal["name", "nominal", "pronoun"]
Feature = Literal["point", "city", "admin2", "admin1", "country", "region"]
Precision = Literal["minute", "hour", "day", "week", "month", "season", "quarter", "year", "vague"]
Bound = Literal["exact", "at_least", "at_most", "about", "between", "vague"]
SourceKind = Literal["named", "unnamed", "collective", "document", "outlet"]
Manner = Literal["direct", "indirect", "mixed"]
Act = Literal[
    "assert", "deny", "accuse", "demand", "warn", "threaten", "promise", "predict", "praise", "criticize", "ask",
    "report",
]  # fmt: skip
Status = Literal["occurred", "ongoing", "attempted", "threatened", "planned", "permitted", "possible", "did_not_occur"]
Degree = Literal["certain", "probable", "possible", "unstated"]
Polarity = Literal["positive", "negative"]
Effect = Literal["killed", "injured", "missing", "captured", "displaced"]
Salience = Literal["main", "background", "history"]
Attitude = Literal["claims", "blamed", "suspected", "denies", "cleared", "unclaimed"]


class Record(msgspec.Struct, frozen=True, kw_only=True):
    """What all records are: immutable, keyword-only, compared by value."""


class Words(Record, frozen=True, kw_only=True):
    """Words of the report: `text` is the spans' text joined by one space."""

    spans: Spans
    text: str


def words(text: str, *spans: Span) -> Words:
    """The words of `text` at `spans` (code points, in text order)."""
    return Words(spans=spans, text=joined(text, spans))


def joined(text: str, spans: Iterable[Span]) -> str:
    """The spans' text joined by one space, as every `text` field beside `spans` holds it."""
    return " ".join(text[start:end] for start, end in spans)


# ---- the report


class Origin(Record, frozen=True, kw_only=True):
    """Where the input came from."""

    kind: Literal["file", "html", "feed", "warc", "jsonl"]
    location: str


class Report(Record, frozen=True, kw_only=True):
    """One report as it was given; `text` is never changed."""

    id: str
    given_id: str | None = None
    version_of: str | None = None
    url: str | None = None
    outlet: str | None = None
    title: str | None = None
    byline: str | None = None
    #: ISO 8601 date or datetime: what relative times resolve against
    published: str | None = None
    language: str = "en"
    text: str
    origin: Origin | None = None


def report_id(*, outlet: str | None, url: str | None, text: str) -> str:
    """`r-` and the first 16 hex digits of the sha256 of outlet, url and text, joined by newlines."""
    key = "\n".join((outlet or "", url or "", text))
    return "r-" + hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:16]


# ---- what is named


class Mention(Words, frozen=True, kw_only=True):
    """One mention of an entity."""

    form: Form


class Place(Record, frozen=True, kw_only=True):
    """A place on the map; `radius_km` says how exact the point is."""

    name: str
    geonameid: int | None
    lat: float
    lon: float
    feature: Feature
    admin1: str | None
    #: ISO 3166-1 alpha-3
    country: str | None
    radius_km: float


class Entity(Record, frozen=True, kw_only=True):
    """A thing named in this report, with all its mentions."""

    id: str
    kind: EntityKind
    #: `unit`: a military unit, among organizations and groups
    subkind: Literal["unit"] | None = None
    name: str
    mentions: tuple[Mention, ...]
    roles: tuple[Words, ...] = ()
    country: str | None = None
    country_from: Literal["words", "table"] | None = None
    #: PLOVER sector (GOV, MIL, REB, CVL, IGO …)
    sector: str | None = None
    #: the organization or country that the words attach it to, as an entity id
    affiliation: str | None = None
    place: Place | None = None
    wikidata: str | None = None
    score: float = 1.0

    @property
    def has_name(self) -> bool:
        """Whether some mention is a name, and not words for it alone ("the driver")."""
        return any(mention.form == "name" for mention in self.mentions)


class Time(Words, frozen=True, kw_only=True):
    """A time expression, as TIMEX3, resolved to the half-open interval [start, end) in ISO 8601."""

    id: str
    type: Literal["date", "time", "duration", "set"]
    value: str
    start: str | None = None
    end: str | None = None
    precision: Precision
    score: float = 1.0


class Quantity(Words, frozen=True, kw_only=True):
    """A number with its bound, as RECORDS.md lays down which of low, high and best it fills."""

    id: str
    low: float | None = None
    high: float | None = None
    best: float | None = None
    bound: Bound
    #: "more than 40": the bound itself is left out
    strict: bool = False
    unit: str | None = None
    of: str | None = None
    score: float = 1.0


# ---- who said it


class Source(Words, frozen=True, kw_only=True):
    """Who says it."""

    entity: str | None
    kind: SourceKind


class Cue(Words, frozen=True, kw_only=True):
    """The words that attribute."""

    lemma: str


class Stance(Record, frozen=True, kw_only=True):
    """For or against whom or what."""

    target: str
    polarity: Literal["for", "against", "mixed"]


class Statement(Record, frozen=True, kw_only=True):
    """Who said what (PARC / PolNeAR attribution: source, cue, content)."""

    id: str
    source: Source | None
    cue: Cue | None
    content: Words
    manner: Manner
    act: Act
    addressee: str | None = None
    stance: tuple[Stance, ...] = ()
    inside: str | None = None
    #: id of the event that an act of denial denies
    denies: str | None = None
    #: the rule or model head that found it
    by: str
    score: float


# ---- what happened


class Link(Words, frozen=True, kw_only=True):
    """One link of the chain of sources, outermost first."""

    statement: str | None
    entity: str | None
    hearsay: bool


class Certainty(Record, frozen=True, kw_only=True):
    """How sure the innermost source is, and the words that say so."""

    degree: Degree
    polarity: Polarity
    cues: tuple[Words, ...] = ()


class Codes(Record, frozen=True, kw_only=True):
    """The event's codes in the schemes of the field; quad class 1–4, Goldstein-like intensity."""

    plover: str | None
    cameo: str | None
    quad: Literal[1, 2, 3, 4]
    intensity: float


class Participant(Words, frozen=True, kw_only=True):
    """An actor, a recipient or an instrument."""

    entity: str | None


class Toll(Record, frozen=True, kw_only=True):
    """How many were killed, injured, missing, captured or displaced; `spans` are the words that say so."""

    effect: Effect
    who: str
    #: id of the quantity; null where the words give no number
    quantity: str | None
    scope: Literal["event", "cumulative"]
    spans: Spans
    #: id of the figure that this one takes the place of ("rose to 15 from 12")
    was: str | None = None
    #: who says so, where another sentence than the event's tells it; null = the event's own chain
    according_to: tuple[Link, ...] | None = None
    #: one person whom no number counts: "a soldier", a name
    one: bool = False


#: Statuses of what was at least tried; how exact a time is that names a day.
HAPPENED: frozenset[Status] = frozenset({"occurred", "ongoing", "attempted"})
OF_A_DAY: frozenset[Precision] = frozenset({"minute", "hour", "day"})


class Event(Record, frozen=True, kw_only=True, rename={"from_": "from"}):
    """A happening, action or decision that is told, also a threatened, denied or merely possible one."""

    id: str
    type: str | None
    mode: str | None
    contexts: tuple[str, ...] = ()
    codes: Codes | None
    trigger: Cue
    actors: tuple[Participant, ...] = ()
    recipients: tuple[Participant, ...] = ()
    #: what is decided, asked for, promised, praised
    content: Words | None = None
    #: conditions and limits ("only in …", "if …")
    conditions: tuple[Words, ...] = ()
    place: str | None = None
    #: the words that name the place: in the sentence of the event, else where the report most likely gives it
    place_words: Words | None = None
    #: 0-1, the share that the network for places gives to the place; null where it has not read it
    place_sure: float | None = None
    time: str | None = None
    start: str | None = None
    end: str | None = None
    precision: Precision | None = None
    from_: Literal["words", "dateline"] | None = None
    #: as `place_sure`, of the day or time
    time_sure: float | None = None
    instruments: tuple[Participant, ...] = ()
    toll: tuple[Toll, ...] = ()
    status: Status
    certainty: Certainty
    according_to: tuple[Link, ...] = ()
    sentence: Span
    same_as: str | None = None
    salience: Salience
    by: str
    score: float

    @property
    def is_coded(self) -> bool:
        """Whether the codebook has a type for it, or somebody counts its victims."""
        return self.type is not None or bool(self.toll)

    @property
    def is_act_unsure(self) -> bool:
        """Whether the reader is in doubt that the words tell an act of the type."""
        return self.type is not None and is_unsure(self.score, SURE_ACT)

    @property
    def is_place_unsure(self) -> bool:
        """Whether the reader is in doubt about the place; one that only rules have read is not."""
        return is_unsure(self.place_sure)

    @property
    def is_time_unsure(self) -> bool:
        """The same of the day or time."""
        return is_unsure(self.time_sure)

    @property
    def has_place_apart(self) -> bool:
        """Whether the place is named in another sentence alone."""
        return self.place_words is not None and not self.is_in_sentence(self.place_words)

    def is_in_sentence(self, words: Words) -> bool:
        """Whether the words begin in the sentence of the event."""
        return self.sentence[0] <= words.spans[0][0] < self.sentence[1]

    @property
    def is_doubtful(self) -> bool:
        """Whether tables and pages leave it out: without a code, and the reader is not sure that it happened at all."""
        return self.type is None and self.score <= DOUBTFUL


# ---- on whom it is laid


class Responsibility(Record, frozen=True, kw_only=True):
    """Words that lay a harmful deed to somebody, take it on, or keep it away: who is said to have done it, by whom.

    claims: the party says that it did it. blamed: somebody else says so. suspected: it is laid to the party with doubt.
    denies: the party says that it was not it. cleared: somebody else says so. unclaimed: nobody has taken it on.
    """

    id: str
    #: id of the deed, as the report tells it first; null where it tells no event of it
    event: str | None
    #: the word for the deed beside the cue; null where it is only taken up ("nobody has claimed responsibility")
    deed: Words | None
    stance: Attitude
    #: who is said (not) to have done it; null where nobody has claimed it
    party: Participant | None
    cue: Words
    #: the chain of sources, the last of which says it; empty for the outlet's own word
    according_to: tuple[Link, ...] = ()
    sentence: Span
    by: str
    score: float


# ---- what comes next


class Probability(Record, frozen=True, kw_only=True):
    """A range in 0–1 and where it comes from."""

    low: float
    high: float
    scale: Literal["ICD-203", "cue-table", "stated"]


class Horizon(Record, frozen=True, kw_only=True):
    """Until when, in the words of the report and as an interval."""

    start: str | None
    end: str | None
    text: str
    spans: Spans


class Outlook(Record, frozen=True, kw_only=True):
    """What is expected, by whom, how likely, until when."""

    id: str
    content: Words
    holder: Source | None
    cue: Words
    probability: Probability | None
    horizon: Horizon | None
    event: str | None
    according_to: tuple[Link, ...] = ()
    by: str
    score: float


# ---- all of it


class Reading(Record, frozen=True, kw_only=True):
    """What one reading of one report holds: the object that `sayso read --json` writes."""

    schema: int = SCHEMA
    report: Report
    entities: tuple[Entity, ...] = ()
    times: tuple[Time, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    statements: tuple[Statement, ...] = ()
    events: tuple[Event, ...] = ()
    outlooks: tuple[Outlook, ...] = ()
    responsibilities: tuple[Responsibility, ...] = ()

    def to_json(self) -> str:
        """One line of JSON, in the letter of RECORDS.md."""
        return msgspec.json.encode(self).decode()

    @classmethod
    def from_json(cls, line: str | bytes) -> Reading:
        """The reading that `to_json` wrote; `msgspec.ValidationError` where it is none."""
        return msgspec.json.decode(line, type=cls)
