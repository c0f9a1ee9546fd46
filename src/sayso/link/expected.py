"""An outlook as something that later reports can tell: what, by whom, where, when, and which way round."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Any

from sayso.codebook.outcomes import Opposite, load_outcome_words
from sayso.codebook.roots import root
from sayso.link.features import Features
from sayso.link.moments import DAY, by_the_clock, moment
from sayso.model import HAPPENED, Entity, Event, Outlook, Participant, Reading, Source, Span

#: so many words at the most stand between a verb and the noun that tells the event with it ("hold two short talks")
NEAR_WORDS = 3
#: so much of what is expected, in its words, stands in the sentence that says what became of it
SAME_WORDS = 0.6
#: a figure so many times the one that was to be reached counts something else
MANY_TIMES = 2
#: without a horizon an outlook may come true within so many days of its report
AT_LARGE_DAYS = 30
#: characters before a cue or a horizon in which a word that turns it is looked for
BEFORE = 32
#: a horizon of more days than this is nearly up in its last `NEARLY_UP` days: a week is over on its Friday
LONG_DAYS, NEARLY_UP = 4, 3

_IN_WORDS = ("three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_DIGITS = {word: str(number) for number, word in enumerate(_IN_WORDS, 3)}
_NUMBER = re.compile(rf"(?<![\w-])(?:\d[\d.,]*|{'|'.join(_IN_WORDS)})(?!\w)")
_GOING = (
    r"(?:continu(?:e|ing)|keep(?:ing)?|maintain(?:ing)?|remain|stay|stand(?:ing)? (?:by|with)|support(?:ing)?|"
    r"develop(?:ing)?|strengthen(?:ing)?|deepen(?:ing)?)"
)
_MONTHS = "january|february|march|april|may|june|july|august|september|october|november|december"
_FIGURE = re.compile(
    rf"(?<!\w)(?<!\w-)(?P<number>\d[\d.,]*|{'|'.join(_IN_WORDS)})(?![\w-])(?!\s+(?:{_MONTHS})\b)"
    r"\s*(?P<scale>million|billion|trillion|thousand|percent|per cent|%|)"
)
_YEAR = re.compile(r"(?:19|20)\d\d[.,]?")
#: what goes on as it is has not come about when somebody tells that it does
_GOES_ON = re.compile(
    rf"^(?:\w+ )?(?:to )?{_GOING}\b|\b(?:will|would|shall) (?:\w+ly |also |always |be able to )?{_GOING}\b|"
    rf"\bcommitted to {_GOING}",
    re.I,
)
#: what is to last until a day, and what a speaker will do to his hearer, no later report tells as done
_LASTS = re.compile(r"\b(?:until|till|you)\b", re.I)
_MODAL = re.compile(
    r"\b(?:will|would|could|may|might|shall|can)\s+(?:(?:not|also|soon|probably|then|now|again|always|never|\w+ly)\s+)*"
    r"(?=(?:(?:be|have|been)\s+)*(?P<verb>[a-z]+))",
    re.I,
)
_PRONOUN = re.compile(r"\b(?:i|we|you|he|she|it|they|them|us|this|these|those|that)\b", re.I)
_NAME = re.compile(r"(?<![.!?] )\b[A-Z][\w’'-]+")
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
#: a clause that says when or why, which tells nothing of what is expected
_ASIDE = re.compile(
    r"\b(?:before|after|until|unless|if|because|while|when|as long as|despite|although|once)\b(?!\s*$)", re.I
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected:
    """What an outlook expects, ready to be compared with what later reports tell."""

    report: int
    outlook: Outlook
    #: as a telling of that which has happened, within the horizon; None where the report tells no event of it
    telling: Features | None
    #: roots of the words that may tell it
    roots: frozenset[str]
    #: the words that these are made of
    parts: frozenset[str]
    #: of these, the roots of words that name a thing: "treaty" of "sign a treaty"
    things: frozenset[str]
    #: roots of other words that may tell it
    also: frozenset[str]
    #: what would undo it
    opposites: tuple[Opposite, ...]
    #: roots of the other words of what is expected, with those who are to do it
    words: frozenset[str]
    #: those of these that its own words have, but for those who are to do it
    own: frozenset[str]
    #: those of its own that are names
    names: frozenset[str]
    #: roots of the words for those who are to do it
    doers: frozenset[str]
    #: roots of the words of whose outlook it is
    holder: frozenset[str]
    #: the same, and of those who are to do it, as the report calls them
    whose: frozenset[str]
    #: roots of the names in the title and in its paragraph
    scene: frozenset[str]
    #: the words of the names of the places in it, else in its sentence
    places: frozenset[str]
    #: the holder expects that it will not be ("unlikely")
    against: bool
    #: what is expected is that it will not be ("will not withdraw")
    negated: bool
    #: the numbers in it, but for its horizon
    numbers: frozenset[str]
    #: it is only that something goes on as it is
    goes_on: bool
    #: a word alone tells it: "a truce", "that a truce will be signed"; and by no pronoun
    in_a_word: bool
    #: it hangs on a condition
    conditional: bool
    published: float
    #: from when until when it may be, by the clock of its words
    first: float
    last: float
    #: the day by which it is due, None where no horizon says so
    due: float | None

    @property
    def keys(self) -> set[object]:
        """What a telling that decides it has one of: a word, its type and mode, or that it is a denial."""
        kind = [(self.telling.type, self.telling.mode)] if self.telling is not None and self.telling.mode else []
        return {*self.roots, *self.parts, *self.things, *self.also, *kind, "denied"}

    def is_elsewhere(self, places: frozenset[str]) -> bool:
        """Whether both name places, and none that is the same."""
        return bool(self.places and places) and self.places.isdisjoint(places)


def expected(number: int, reading: Reading, outlook: Outlook, tellings: dict[str, Features]) -> Expected | None:
    """The outlook of the report `number`, whose events are `tellings` by id; None where the report has no date."""
    published = reading.report.published
    if published is None:
        return None
    event, verb = _event_of(reading, outlook)
    telling = tellings.get(event.id) if event is not None else None
    first, last, due = _window(reading.report.text, published, outlook)
    roots = frozenset({telling.lemma}) if telling is not None else verb or _alone(_main(outlook.content.text))
    return Expected(
        report=number,
        outlook=outlook,
        telling=None if telling is None else _as_happened(telling, first, last),
        roots=roots,
        published=moment(published),
        first=first,
        last=last,
        due=due,
        **_told_by(event, roots, named=event is not None or bool(verb)),
        whose=_whose(reading, outlook, event),
        **_words_of(reading, outlook, event, roots if event is not None or verb else frozenset()),
        **_turned(reading.report.text, outlook, event),
    )


def _told_by(event: Event | None, roots: frozenset[str], *, named: bool) -> dict[str, Any]:
    """In what words it may be told, and what would undo it; `named`: a word for it stands in the report."""
    table = load_outcome_words()
    heads = roots | {root(word.split()[0]) for word in roots} if named else frozenset()
    return {
        "parts": frozenset(root(part) for word in roots for part in word.split()),
        "things": content_words(" ".join(event.trigger.lemma.split()[1:])) if event is not None else roots,
        "also": frozenset(word for also in table.also if heads & also.of for word in also.by) - roots,
        "opposites": tuple(opposite for opposite in table.opposites if heads & opposite.of),
    }


def _words_of(reading: Reading, outlook: Outlook, event: Event | None, roots: frozenset[str]) -> dict[str, Any]:
    """The words that tie it to a telling: its own, those for who does it, whose outlook it is, its places."""
    entities = {e.id: e for e in reading.entities}
    main = _main(outlook.content.text)
    own = content_words(main, _horizon_text(outlook))
    if event is not None:
        own -= content_words(f"{event.trigger.lemma} {event.trigger.text}")
    doers = content_words(" ".join(_name(p, entities) for p in event.actors)) if event is not None else frozenset()
    words = (own | _doers(event, entities)) - roots
    own -= doers | roots
    start = outlook.content.spans[0][0]
    return {
        "words": words,
        "own": own,
        "names": content_words(" ".join(_NAME.findall(main[1:]))) & own,
        "doers": doers,
        "holder": _holder(outlook, entities),
        "scene": _scene(reading, start),
        "places": places_in(reading, (start, start + len(main)))
        or (places_in(reading, (event.sentence[0], start)) if event is not None else frozenset()),
        "numbers": numbers(main, _horizon_text(outlook)),
    }


def _turned(text: str, outlook: Outlook, event: Event | None) -> dict[str, Any]:
    """Which way round it is, and on what it hangs."""
    table, content = load_outcome_words(), outlook.content.text
    against = _turns(text, outlook)
    denied = event is not None and (event.status == "did_not_occur" or event.certainty.polarity == "negative")
    return {
        "against": against,
        "negated": not against and (denied or table.no.search(outlook.cue.text) is not None),
        "goes_on": _GOES_ON.search(_main(content)) is not None or _LASTS.search(content) is not None,
        "in_a_word": _is_in_a_word(_main(content), _horizon_text(outlook)),
        "conditional": table.ifs.search(content) is not None or _hangs(event),
    }


def _whose(reading: Reading, outlook: Outlook, event: Event | None) -> frozenset[str]:
    """The words for those whose word it is or who are to do it, by their names and as the report calls them."""
    entities, start = {e.id: e for e in reading.entities}, outlook.content.spans[0][0]
    named: list[Source | Participant] = [] if outlook.holder is None else [outlook.holder]
    before = reading.report.text[max(outlook.holder.spans[0][0] - BEFORE, 0) : start] if outlook.holder else ""
    named += [] if event is None else event.actors
    own = " ".join(_NAME.findall(re.split(r"[.!?]\s|\n", before)[-1]))
    return content_words(" ".join([own, *(f"{one.text} {_name(one, entities)}" for one in named)]))


def _scene(reading: Reading, at: int) -> frozenset[str]:
    """The words of the names in the title and in the paragraph of an outlook."""
    text = reading.report.text
    start, end = text.rfind("\n", 0, at) + 1, text.find("\n", at)
    paragraph = text[start : end if end >= 0 else len(text)]
    return content_words(" ".join(_NAME.findall(f"{reading.report.title or ''}\n{paragraph}")))


def _event_of(reading: Reading, outlook: Outlook) -> tuple[Event | None, frozenset[str] | None]:
    """The event that is expected, else the root of the verb that is; neither, where the report tells no such thing."""
    event = next((e for e in reading.events if e.id == outlook.event), None)
    if event is not None and event.status in HAPPENED:
        event = None  # a state of what goes on, or the words of a promise
    verb = _other_verb(outlook, event)
    return (event if verb is None else None), verb


def _as_happened(telling: Features, first: float, last: float) -> Features:
    """The telling as one of what happened within the horizon: a later report can be compared with that."""
    return replace(telling, happened=True, denied=False, another=False, start=first, end=last, dated=True)


def _turns(text: str, outlook: Outlook) -> bool:
    """Whether the cue says that it will not be: "unlikely", "did not expect"; "not unlikely" does not."""
    table = load_outcome_words()
    at = outlook.cue.spans[0][0]
    before = re.split(r"[.;:!?,“”\"\n]", text[max(0, at - BEFORE) : at])[-1]
    return (table.against.search(outlook.cue.text) is not None) != (table.no.search(before) is not None)


def _other_verb(outlook: Outlook, event: Event | None) -> frozenset[str] | None:
    """The root of what is expected of the event, where that is not that it happens: "the truce will hold", "the sides
    will take a calm view of the coming round of talks".
    """
    if len(outlook.content.spans) > 1:
        return None
    start, text = outlook.content.spans[0][0], outlook.content.text
    found = _MODAL.search(text)
    if found is None or not found["verb"]:
        return None
    if event is not None:
        first, last = event.trigger.spans[0][0] - start, event.trigger.spans[-1][1] - start
        if first < 0 or (last > found.start() and len(text[found.end("verb") : first].split()) <= NEAR_WORDS):
            return None
    if load_outcome_words().happens.match(text, found.end()):
        return None
    return frozenset({root(found["verb"].casefold())})


def _is_in_a_word(content: str, horizon: str) -> bool:
    bare = content.replace(horizon, "").removeprefix("to ")
    if _PRONOUN.search(bare):
        return False
    return len(bare.split()) <= 2 or load_outcome_words().happens.search(bare) is not None


def _alone(content: str) -> frozenset[str]:
    """The roots of "any talks", which no event tells; of longer phrases nobody knows which word is to happen."""
    words = content_words(content)
    return words if len(words) <= 2 else frozenset()


def _hangs(event: Event | None) -> bool:
    ifs = load_outcome_words().ifs
    return event is not None and any(ifs.search(condition.text) for condition in event.conditions)


def _horizon_text(outlook: Outlook) -> str:
    return outlook.horizon.text if outlook.horizon is not None else ""


def _main(content: str) -> str:
    """What is expected without its clauses of time and condition, but for those that it begins with."""
    found = _ASIDE.search(content, 8)
    return content[: found.start()] if found is not None else content


def _window(text: str, published: str, outlook: Outlook) -> tuple[float, float, float | None]:
    """From when until when it may be told to have been, and by when it is due."""
    since = by_the_clock(published[:10])
    horizon = outlook.horizon
    if horizon is None or horizon.end is None or _is_of_the_cue(since, outlook):
        return since, since + AT_LARGE_DAYS * DAY, None
    end = by_the_clock(horizon.end)
    start = by_the_clock(horizon.start) if horizon.start is not None else since
    at = horizon.spans[0][0]
    table = load_outcome_words()
    if table.limits.search(text[max(0, at - BEFORE) : at]) or table.limits.search(horizon.text.split()[0]):
        start = since
    return max(start, since), max(end, since + DAY), end


def _is_of_the_cue(since: float, outlook: Outlook) -> bool:
    """Whether the day is that of the report and of the words that tell of the outlook: "threatened on Monday to …"."""
    horizon = outlook.horizon
    if horizon is None or horizon.start is None or by_the_clock(horizon.start) != since:
        return False
    start, end = outlook.content.spans[0][0], outlook.content.spans[-1][1]
    inside = start <= outlook.cue.spans[0][0] < end  # "Today we will meet" is no day of saying so
    return not (inside or start <= horizon.spans[0][0] < end)


def _doers(event: Event | None, entities: dict[str, Entity]) -> frozenset[str]:
    """The words of those who are to do it, and to whom."""
    parts: list[Participant] = [*event.actors, *event.recipients] if event is not None else []
    return content_words(" ".join(_name(p, entities) for p in parts))


def _holder(outlook: Outlook, entities: dict[str, Entity]) -> frozenset[str]:
    return content_words(_name(outlook.holder, entities)) if outlook.holder is not None else frozenset()


def _name(words: Source | Participant, entities: dict[str, Entity]) -> str:
    return entities[words.entity].name if words.entity in entities else words.text


def numbers(text: str, but: str = "") -> frozenset[str]:
    """The numbers in a text, in digits or as words, without those of `but`."""
    found = [set(_NUMBER.findall(part.casefold())) for part in (text, but)]
    return frozenset(_DIGITS.get(number, number.rstrip(".,").replace(",", "")) for number in found[0] - found[1])


def figures(text: str) -> frozenset[tuple[str, str]]:
    """The figures of a text with the word for their scale: ("240", "million"); no days and no years."""
    found = set()
    for match in _FIGURE.finditer(text.casefold()):
        number = match["number"]
        digits = _DIGITS.get(number, number.rstrip(".,").replace(",", ""))
        if not (match["scale"] == "" and _YEAR.fullmatch(number)) and digits.replace(".", "", 1).isdigit():
            found.add((digits, match["scale"].replace("per cent", "percent").replace("%", "percent")))
    return frozenset(found)


def content_words(text: str, but: str = "") -> frozenset[str]:
    """The roots of the words that tell one thing from another, without those of `but`."""
    common = load_outcome_words().too_common
    found = {root(word.removesuffix("'s").removesuffix("’s")) for word in _words(text)} - {root(w) for w in _words(but)}
    return frozenset(word for word in found if word not in common)


def _words(text: str) -> list[str]:
    return [word for word in _WORD.findall(text.casefold()) if len(word) > 2]


def places_in(reading: Reading, span: Span) -> frozenset[str]:
    """The words of the names of the places that these words name; countries aside."""
    start, end = span
    names = [
        e.name
        for e in reading.entities
        if e.kind in ("place", "facility") and (e.place is None or e.place.feature != "country")
        if any(m.form == "name" and start <= m.spans[0][0] < end for m in e.mentions)
    ]
    return content_words(" ".join(names))
