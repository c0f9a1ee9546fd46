"""What two tellings are compared by: who, what, when, where, how many."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass, replace

from sayso.codebook.roots import root
from sayso.codebook.words import word_list
from sayso.link.heads import WORD, head_of
from sayso.link.kin import kin
from sayso.link.moments import DAY, by_the_clock, moment
from sayso.link.short_forms import initials
from sayso.link.wording import Wording
from sayso.model import HAPPENED, Entity, Event, Link, Participant, Place, Reading, Span, Toll

#: a report dated by its dateline may tell of what was so many days before
DATELINE_DAYS = 3
#: so many where it tells of talks, decisions and other acts of words, of which every day brings its own
SPOKEN_DAYS = 1
#: where it recalls that ("survivors of the attack", "had died"), so many
RECALLED_DAYS = 7
#: what stands before the word of something recalled, and how many characters are looked at
BEFORE = 40
_RECALLED = re.compile(r"\b(?:(?:the|this|that|an?|last|\w+['’]s) (?:[\w-]+ ){0,2}|had (?:been )?)$", re.I)

#: what stands before the word of one more of a kind
_ANOTHER = re.compile(r"\b(?:second|third|fourth|another|new|fresh|further|separate) (?:[\w-]+ )?$", re.I)
#: nouns that tell nobody from anybody
ANYBODY = frozenset({"people", "person", "man", "men", "woman", "women", "child", "children", "civilian", "soldier",
                      "troop", "force", "other", "resident", "victim", "official", "side", "it", "they", "he", "she",
                      "who", "which", "that", "we", "i", "them", "him", "her", "us", "you"})  # fmt: skip
#: those who act for a state: the soldiers of one report are the troops of another, where both are of one land
OF_STATE = frozenset({"soldier", "troop", "force", "army", "military", "navy", "police", "serviceman", "guard"})
#: through whom somebody acts: "its fighters", "his men"
_HANDS = OF_STATE | {"force", "fighter", "man", "men", "member", "officer", "militant", "rebel", "militia", "drone",
                      "jet", "plane", "aircraft", "warplane", "missile", "artillery", "gun", "ship"}  # fmt: skip
#: what a state's forces fight with
_OF_FORCES = frozenset({"ship", "warship", "vessel", "boat", "frigate", "submarine", "jet", "plane", "aircraft",
                         "warplane", "helicopter", "drone", "missile", "tank", "artillery", "bomber"})  # fmt: skip
#: what is done to somebody, and not by words; what else is done by force; and what is done by words
FORCE = frozenset({"ASSAULT", "COERCE"})
DEEDS = FORCE | {"MOBILIZE", "CONTROL"}
WORDS = frozenset({"ACCUSE", "AGREE", "CONSULT", "COOPERATE", "DECIDE", "REQUEST", "SUPPORT", "THREATEN"})
_ALONE = frozenset({"vehicle", "person"})
#: words of more letters may name somebody
LONG_WORD = 3
#: letters of a short form that tell one body from others
LETTERS = 3
#: a report of fewer words is a headline or a summary
FEW_WORDS = 40
#: what is lost, and not what was done: "nobody was hurt"
LOSSES = frozenset(root(word) for word in word_list("link_losses"))
#: what stops missiles and drones, and what they are called
_STOPPING, _INCOMING = word_list("link_stopping"), word_list("link_incoming")
#: of what was or was not, and is no longer to come
_PAST = HAPPENED | {"did_not_occur"}
#: those who are mostly a part of all that were hit: their number says nothing of the whole
_PARTS = frozenset({"child", "children", "woman", "women", "girl", "boy", "minor", "infant"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Features:
    """One telling, ready to be compared."""

    report: int
    event: str
    lemma: str
    #: the families of that word
    kin: frozenset[str]
    type: str | None
    mode: str | None
    happened: bool
    denied: bool
    #: the innermost of those who say so, by name
    source: str | None
    #: the words and the land of whoever says so
    sayer: frozenset[str]
    #: told as what somebody is accused of
    charged: bool
    #: told as what was long ago
    past: bool
    #: only who was lost: "nine people died", "two were wounded"
    loss: bool
    #: told as what was stopped in the air: "shot down 40 drones"
    stops: bool
    #: told as several: "shootings"
    several: bool
    #: told as what goes on
    ongoing: bool
    #: told as one more of its kind: "a second clash"
    another: bool
    #: when its report came out: seconds since 1970, or None
    published: float | None
    #: seconds since 1970, or None
    start: float | None
    end: float | None
    #: the time is in the words, not taken from the dateline
    dated: bool
    #: 0-1, how sure the reader is of the day; 1 where only rules have read it
    time_sure: float
    place: Place | None
    #: the same of the place
    place_sure: float
    #: the name of a place that is on no map
    unplaced: str | None
    actors: frozenset[str]
    #: the names of those of the actors who are somebody, and no weapon
    doers: frozenset[str]
    recipients: frozenset[str]
    #: with what: "missile"
    means: frozenset[str]
    #: those of the recipients that are no people
    things: frozenset[str]
    #: those of the recipients of whom there is one alone: a ship or a person, by name
    named: frozenset[str]
    #: the words for the recipients that tell one from another: "market", "square"
    told_of: frozenset[str]
    #: effect → figures
    tolls: dict[str, tuple[float, ...]]
    #: who did it counts them: "claimed the raid and said that 40 had died"
    boasted: bool
    #: its report has few words: a headline, a summary
    brief: bool
    #: it is news of its report, and no background
    leads: bool
    #: the words of its sentence and around it that say what it is about
    words: frozenset[str]
    #: the words of the names in its sentence
    names: frozenset[str]
    #: it is the first coded deed that its report tells, or tells that again
    about: bool
    #: those of the actors and recipients whom much of the picture tells of: they tie no two tellings of it
    usual: frozenset[str] = frozenset()


def features(number: int, reading: Reading) -> list[Features]:
    """The features of every event of a reading; `number` is the report's."""
    report = _Report(number, reading)
    found: dict[str, Features] = {}
    for event in reading.events:
        one, first = report.features_of(event), found.get(event.same_as or "")
        found[event.id] = one if first is None else _hit_too(one, first)
    return _with_subject(reading, found)


def _with_subject(reading: Reading, found: Mapping[str, Features]) -> list[Features]:
    """All of them, those marked that tell the first coded deed of the report."""
    first = {event.id: event.same_as or event.id for event in reading.events}
    subject = next((first[one.event] for one in found.values() if one.type is not None and one.happened), None)
    return [replace(one, about=True) if first[one.event] == subject else one for one in found.values()]


def _hit_too(again: Features, first: Features) -> Features:
    """A deed told again with what the first telling says that it hit, if it tells nobody and nothing."""
    if again.recipients or again.denied:
        return again
    return replace(
        again, recipients=first.recipients, things=first.things, named=first.named, told_of=first.told_of
    )  # fmt: skip


class _Report:
    """What the features of all events of one report are made from."""

    def __init__(self, number: int, reading: Reading) -> None:
        self.number, self.reading, self.text = number, reading, reading.report.text
        self.entities = {e.id: e for e in reading.entities}
        self.denying = {s.id for s in reading.statements if s.act == "deny"}
        self.accusing = {s.id for s in reading.statements if s.act == "accuse"}
        self.published = moment(reading.report.published) if reading.report.published else None
        self.figures = {q.id: q.best if q.best is not None else q.low for q in reading.quantities}
        self.owners = {m.spans[0][0]: e for e in reading.entities for m in e.mentions if m.form == "pronoun"}
        self.forbidden = _forbidden(reading)
        self.wording = Wording(reading)
        self.brief = len(self.text.split()) < FEW_WORDS

    def features_of(self, event: Event) -> Features:
        """The features of one of its events."""
        (start, end), word = _interval(event, self.text), root(event.trigger.lemma)
        to_come = any(a <= event.trigger.spans[0][0] < b for a, b in self.forbidden)
        place, voice = self.entities.get(event.place or ""), _voice(event, self.denying)
        return Features(
            report=self.number,
            event=event.id,
            lemma=word,
            kin=kin(word, event.type),
            type=event.type,
            mode=event.mode,
            happened=event.status in _PAST and not to_come,
            denied=event.status == "did_not_occur" and not to_come,
            source=_source(voice, self.entities),
            sayer=_sayer(voice, self.entities),
            charged=bool(event.according_to) and event.according_to[-1].statement in self.accusing,
            past=event.salience == "history",
            loss=word in LOSSES and _is_loss(event),
            stops=_is_stopped(event),
            several=_is_plural(event),
            ongoing=event.status == "ongoing",
            another=_is_another(event, self.text),
            published=self.published,
            start=start,
            end=end,
            dated=event.from_ == "words",
            time_sure=1.0 if event.time_sure is None else event.time_sure,
            place=place.place if place else None,
            place_sure=1.0 if event.place_sure is None else event.place_sure,
            unplaced=place.name.casefold() if place and place.kind == "place" and not place.place else None,
            **self._parties(event),
            tolls=_by_effect((t.effect, self.figures.get(t.quantity or "")) for t in event.toll if _is_whole(t)),
            boasted=_is_boasted(event),
            brief=self.brief,
            leads=event.salience == "main",
            words=self.wording.passage(event.sentence),
            names=self.wording.names(event.sentence),
            about=False,
        )

    def _parties(self, event: Event) -> dict[str, frozenset[str]]:
        """By what those who did it, and with what, and what was hit can be known again."""
        hit = _no_sums(event.recipients, self.reading)
        things = tuple(r for r in hit if not _is_people(r, self.entities))
        return {
            "actors": _keys(event.actors, self.entities, self.owners),
            "doers": _doers(event.actors, self.entities),
            "recipients": _keys(hit, self.entities, self.owners),
            "means": frozenset(head_of(words.text) for words in event.instruments) - {""},
            "things": _keys(things, self.entities, self.owners),
            "named": names_of_one(event.recipients, self.entities),
            "told_of": frozenset(
                w for r in event.recipients for w in WORD.findall(r.text.casefold()) if len(w) > LONG_WORD
            ),
        }


def _forbidden(reading: Reading) -> list[Span]:
    """Where words stand that somebody forbids: what they tell is no denial of what was."""
    contents = (e.content for e in reading.events if e.mode == "forbid" and e.content is not None)
    return [span for content in contents for span in content.spans]


def _voice(event: Event, denying: Set[str]) -> Link | None:
    """Whose word it is: the innermost, or the denier of what somebody claims ("rejected Togo's claims that …")."""
    denied = event.status == "did_not_occur"
    denier = (link for link in event.according_to if denied and link.statement in denying)
    return next(denier, event.according_to[-1] if event.according_to else None)


def _source(link: Link | None, entities: Mapping[str, Entity]) -> str | None:
    if link is None:
        return None
    entity = entities.get(link.entity or "")
    return (entity.name if entity is not None else link.text).casefold()


def _sayer(link: Link | None, entities: Mapping[str, Entity]) -> frozenset[str]:
    if link is None:
        return frozenset()
    entity = entities.get(link.entity or "")
    land = {entity.country} if entity is not None and entity.country else set()
    return frozenset(land | {word for word in WORD.findall(link.text.casefold()) if len(word) > LONG_WORD} - ANYBODY)


def _no_sums(participants: tuple[Participant, ...], reading: Reading) -> tuple[Participant, ...]:
    """Those that are no sums of money or other measures, which tell no thing from another."""
    sums = [span for q in reading.quantities if q.unit is not None for span in q.spans]
    return tuple(p for p in participants if not any(a < p.spans[-1][1] and p.spans[0][0] < b for a, b in sums))


def _is_people(participant: Participant, entities: Mapping[str, Entity]) -> bool:
    entity = entities.get(participant.entity or "")
    return entity is not None and entity.kind in ("person", "group", "nationality", "organization")


def _is_loss(event: Event) -> bool:
    if event.actors or event.type not in (None, "ASSAULT"):
        return event.type is None and _is_counted(event)
    return (event.mode == "destroy" and not event.instruments) or (event.mode is None and _is_counted(event))


def _is_boasted(event: Event) -> bool:
    doers = {one.entity for one in event.actors if one.entity is not None}
    chains = [toll.according_to or event.according_to for toll in event.toll]
    return bool(chains) and all(chain and chain[-1].entity in doers for chain in chains)


def _is_counted(event: Event) -> bool:
    return any(toll.effect in ("killed", "injured", "missing") and toll.scope == "event" for toll in event.toll)


def _is_stopped(event: Event) -> bool:
    """Whether missiles or drones were shot down, and nothing else was."""
    hit = {head_of(participant.text) for participant in event.recipients}
    return event.trigger.lemma.split(" ", maxsplit=1)[0] in _STOPPING and bool(hit) and hit <= _INCOMING


def _is_plural(event: Event) -> bool:
    word, lemma = event.trigger.text.casefold(), event.trigger.lemma.casefold()
    return word != lemma and word.endswith("s") and word[:3] == lemma[:3]


def _is_another(event: Event, text: str) -> bool:
    at = event.trigger.spans[0][0]
    return _ANOTHER.search(text[max(0, at - BEFORE) : at]) is not None


def _interval(event: Event, text: str) -> tuple[float | None, float | None]:
    """From the words as they are; from a dateline with the days before it; of old times, from the words alone. Who dies
    of a deed, or counts its dead, does so at a time of his own.
    """
    aftermath = event.type is None and event.same_as is not None
    if event.start is None or aftermath or (event.from_ != "words" and event.salience == "history"):
        return None, None
    start = by_the_clock(event.start)
    end = by_the_clock(event.end) if event.end else start + DAY
    at = event.trigger.spans[0][0]
    recalled = event.same_as is not None or _RECALLED.search(text[max(0, at - BEFORE) : at]) is not None
    before = SPOKEN_DAYS if event.type in WORDS else RECALLED_DAYS if recalled else DATELINE_DAYS
    return (start, end) if event.from_ == "words" else (start - before * DAY, end)


def _keys(
    participants: tuple[Participant, ...], entities: Mapping[str, Entity], owners: Mapping[int, Entity]
) -> frozenset[str]:
    """What the participants can be known by again: last name, country, or the noun that names them; "its fighters"
    also by what the owner is known by.
    """
    keys: set[str] = set()
    for participant in participants:
        entity, owner = entities.get(participant.entity or ""), owners.get(participant.spans[0][0])
        keys |= _names_of(entity) if entity is not None else {head_of(participant.text)}
        if owner is not None and owner is not entity and head_of(participant.text) in _HANDS:
            keys |= _names_of(owner) | ({owner.country} if owner.country else set())
    return frozenset(keys - ANYBODY - {""})


def names_of_one(participants: tuple[Participant, ...], entities: Mapping[str, Entity]) -> frozenset[str]:
    """The names of ships and persons."""
    found = (entities.get(participant.entity or "") for participant in participants)
    return frozenset(e.name.casefold() for e in found if e is not None and e.kind in _ALONE and e.name[:1].isupper())


def _names_of(entity: Entity) -> set[str]:
    head = head_of(entity.name)
    of_land = entity.kind in ("nationality", "place") or head in OF_STATE | _OF_FORCES
    keys = {head, entity.country} if entity.country and of_land else {head}
    letters = initials(entity.name) if entity.kind == "organization" else ""
    return keys | {letters} if len(letters) >= LETTERS else keys


def _doers(participants: tuple[Participant, ...], entities: dict[str, Entity]) -> frozenset[str]:
    found = (entities.get(participant.entity or "") for participant in participants)
    return frozenset(e.name.casefold() for e in found if e is not None and e.kind not in ("weapon", "vehicle", "other"))


def _is_whole(toll: Toll) -> bool:
    return head_of(toll.who) not in _PARTS


def _by_effect(tolls: Iterable[tuple[str, float | None]]) -> dict[str, tuple[float, ...]]:
    found: dict[str, tuple[float, ...]] = {}
    for effect, figure in tolls:
        if figure is not None:
            found[effect] = (*found.get(effect, ()), figure)
    return found
