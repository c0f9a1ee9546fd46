"""Findings as cards: what the reader, the boards and the `why` page show of one statement, event or outlook."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import groupby

from sayso.link.records import FROM_ANOTHER, doubt
from sayso.link.told import cues_of
from sayso.link.whose import count_of
from sayso.model import Entity, Event, Link, Outlook, Participant, Place, Reading, Source, Statement, Words
from sayso.persist.found import percent
from sayso.publish.words import STANCES, somebody
from sayso.serve import display

SOURCES = {
    "unnamed": "unnamed source",
    "collective": "a body or a group",
    "document": "document",
    "outlet": "the outlet",
}
#: What a source did, of one or of many ("officials predicted").
ACTS = {
    "assert": "said",
    "deny": "denied",
    "accuse": "accused",
    "demand": "demanded",
    "warn": "warned",
    "threaten": "threatened",
    "promise": "promised",
    "predict": "predicted",
    "praise": "praised",
    "criticize": "criticized",
    "ask": "asked",
    "report": "reported",
}


@dataclass(frozen=True, slots=True)
class Part:
    """Words of the headline, and the role they play."""

    role: str
    text: str
    #: the fullest name, where the words are another
    name: str | None = None
    #: what to know of where they stand
    note: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """A line under the headline."""

    term: str
    text: str
    note: str = ""
    #: the finding of the same report that the text names
    record: str | None = None
    #: what the reader should know before it is believed
    doubt: str = ""


@dataclass(frozen=True, slots=True)
class TollLine:
    """How many, in words and in signs."""

    effect: str
    words: str
    figure: str
    cumulative: bool


@dataclass(frozen=True, slots=True)
class Step:
    """One link of the chain of sources."""

    text: str
    hearsay: bool
    #: the statement that it rests on
    statement: str | None
    name: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """One finding."""

    id: str
    kind: str
    label: str
    parts: tuple[Part, ...]
    facts: tuple[Fact, ...] = ()
    tolls: tuple[TollLine, ...] = ()
    chain: tuple[Step, ...] = ()
    #: class name of how sure the source is; empty for statements
    sureness: display.Sureness | None = None
    status: str = ""
    #: 0–4, events only
    quad: int = 0
    score: float
    #: where its first words stand
    start: int
    same_as: str | None = None
    #: the word of that telling
    again: str = ""
    #: the word of the report by which it is said, of a statement; empty where it has none
    cue: str = ""
    salience: str = "main"


class Cards:
    """Makes the cards of one reading."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.entities: dict[str, Entity] = {entity.id: entity for entity in reading.entities}
        self.quantities = {quantity.id: quantity for quantity in reading.quantities}
        self.times = {time.id: time for time in reading.times}
        self.events = {event.id: event for event in reading.events}
        self.cues = cues_of(reading)
        self.statements = {statement.id: statement for statement in reading.statements}

    def of(self, record: Statement | Event | Outlook) -> Card:
        """The card of one finding."""
        if isinstance(record, Statement):
            return self.statement(record)
        return self.event(record) if isinstance(record, Event) else self.outlook(record)

    def all(self) -> list[Card]:
        """Every finding, in the order of its words."""
        records: Iterable[Statement | Event | Outlook] = (
            *self.reading.statements,
            *(event for event in self.reading.events if not event.is_doubtful),
            *self.reading.outlooks,
        )
        return sorted((self.of(record) for record in records), key=lambda card: (card.start, card.kind, card.id))

    def statement(self, statement: Statement) -> Card:
        """Who said what."""
        source = statement.source
        parts = [self._part("source", source)] if source else []
        if statement.cue:
            parts.append(Part("cue", statement.cue.text))
        parts.append(Part("content", statement.content.text))
        facts = []
        if source and source.kind in SOURCES:
            facts.append(Fact("source", SOURCES[source.kind]))
        if statement.addressee:
            facts.append(Fact("to, about", self._name(statement.addressee)))
        for stance in statement.stance:
            facts.append(Fact(stance.polarity, self._name(stance.target)))
        if statement.inside:
            facts.append(Fact("within what is said by", self._sayer(statement.inside), record=statement.inside))
        if statement.denies:
            facts.append(Fact("denies", self._telling(statement.denies), record=statement.denies))
        return Card(
            id=statement.id,
            kind="statement",
            label=ACTS[statement.act] + (", in their words" if statement.manner == "direct" else ""),
            parts=tuple(parts),
            facts=tuple(facts),
            cue=statement.cue.text if statement.cue and any(c.isalpha() for c in statement.cue.text) else "",
            score=statement.score,
            start=_first(statement.content.spans, source.spans if source else ()),
        )

    def event(self, event: Event) -> Card:
        """What happened, or was threatened, planned, denied …"""
        parts = [*self._parties("actor", event.actors, event), Part("trigger", event.trigger.text)]
        parts += self._parties("recipient", event.recipients, event)
        return Card(
            id=event.id,
            kind="event",
            label=display.kind_of_event(event.type, event.mode),
            parts=tuple(parts),
            facts=tuple(self._event_facts(event)),
            tolls=tuple(self._tolls(event)),
            chain=tuple(self._step(link) for link in event.according_to) or self._counting(event),
            sureness=display.event_sureness(event),
            status=display.STATUSES[event.status],
            quad=display.quad(event),
            score=event.score,
            start=_first(event.trigger.spans),
            same_as=event.same_as,
            again=self._telling(event.same_as) if event.same_as else "",
            salience=event.salience,
        )

    def outlook(self, outlook: Outlook) -> Card:
        """What is expected."""
        parts = [self._part("source", outlook.holder)] if outlook.holder else []
        parts += self._expected(outlook)
        facts = []
        if outlook.probability:
            scale = {"stated": "as stated", "ICD-203": "by ICD 203", "cue-table": "by the table of cues"}
            facts.append(Fact("how likely", percent(outlook.probability), scale[outlook.probability.scale]))
        if outlook.horizon:
            facts.append(
                Fact("until", outlook.horizon.text, display.period(outlook.horizon.start, outlook.horizon.end))
            )
        if outlook.event:
            event = self.events[outlook.event]
            kind = display.kind_of_event(event.type, event.mode)
            facts.append(Fact("expects", event.trigger.text, kind, record=event.id))
        return Card(
            id=outlook.id,
            kind="outlook",
            label="expected",
            parts=tuple(parts),
            facts=tuple(facts),
            chain=tuple(self._step(link) for link in outlook.according_to),
            score=outlook.score,
            start=_first(outlook.content.spans, outlook.cue.spans),
        )

    def _telling(self, event_id: str) -> str:
        """An event in its report's own words: who, the word for it, to whom."""
        event = self.events[event_id]
        words = [p.text for p in event.actors[:1]], [event.trigger.text], [p.text for p in event.recipients[:1]]
        return " … ".join(text for part in words for text in part)

    def _sayer(self, statement_id: str) -> str:
        """Who makes a statement; its own words where the report names nobody."""
        statement = self.statements[statement_id]
        return statement.source.text if statement.source else f"“{statement.content.text}”"

    def place(self, event: Event) -> Place | None:
        """The place of an event, where it could be resolved."""
        entity = self.entities.get(event.place or "")
        return entity.place if entity else None

    def _event_facts(self, event: Event) -> Iterable[Fact]:
        if event.is_act_unsure:
            yield Fact("act", display.kind_of_event(event.type, event.mode), doubt=doubt(apart=False, unsure=True))
        if event.content:
            yield Fact("what", event.content.text)
        if event.instruments:
            yield Fact("with", "; ".join(one.text for one in event.instruments))
        yield from self._scene(event)
        for condition in event.conditions:
            yield Fact("only if", condition.text)
        for one in self.reading.responsibilities:
            if one.event == event.id:
                party = self._party(one.party) if one.party else ""
                by = f"by {somebody(one.according_to[-1].text)}: " if one.according_to else ""
                yield Fact(STANCES[one.stance], party, f"{by}“{one.cue.text}”")
        if event.certainty.cues:
            yield Fact("how sure", "; ".join(cue.text for cue in event.certainty.cues))

    def _scene(self, event: Event) -> Iterable[Fact]:
        """Where and when, and whether that stands in another sentence or is unsure."""
        if event.place:
            place = self.place(event)
            note = display.extent(place) if place else "not on the map"
            doubts = self._doubt(event, event.place_words, unsure=event.is_place_unsure)
            yield Fact("where", self._name(event.place), note, doubt=doubts)
        when = display.period(event.start, event.end, event.precision)
        if when:
            note = "day of the report, the words give none" if event.from_ == "dateline" else ""
            doubts = self._doubt(event, self.times.get(event.time or ""), unsure=event.is_time_unsure)
            yield Fact("when", when, note, doubt=doubts)

    def _doubt(self, event: Event, words: Words | None, *, unsure: bool) -> str:
        """ "from another sentence: “… the main market of Gao …”, unsure"."""
        apart = words is not None and not event.is_in_sentence(words)
        said = doubt(apart=apart, unsure=unsure)
        if words is None or not apart:
            return said
        around = display.around(self.reading.report.text, (words.spans[0][0], words.spans[-1][1]))
        return said.replace(FROM_ANOTHER, f"{FROM_ANOTHER}: “{around}”")

    def _tolls(self, event: Event) -> Iterable[TollLine]:
        for toll in event.toll:
            quantity = self.quantities.get(toll.quantity or "")
            words = " ".join(self.reading.report.text[start:end] for start, end in toll.spans)
            yield TollLine(toll.effect, words, display.figure(quantity) if quantity else "", toll.scope == "cumulative")

    def _party(self, party: Participant) -> str:
        entity = self.entities.get(party.entity or "")
        return somebody(party.text) if entity is None else entity.name

    def _parties(self, role: str, parties: Iterable[Participant], event: Event) -> Iterable[Part]:
        """Words that stand for several, as the "we" of a joint statement does, once with all their names."""
        for _, same in groupby(parties, key=lambda one: one.spans):
            ones = list(same)
            parts = [self._part(role, one) for one in ones]
            note = "" if event.is_in_sentence(ones[0]) else FROM_ANOTHER
            yield replace(parts[0], name=", ".join(part.name for part in parts if part.name) or None, note=note)

    def _part(self, role: str, words: Source | Participant) -> Part:
        entity = self.entities.get(words.entity or "")
        differs = entity is not None and entity.name.casefold() not in words.text.casefold()
        return Part(role, somebody(words.text), entity.name if entity and differs else None)

    def _step(self, link: Link) -> Step:
        entity = self.entities.get(link.entity or "")
        differs = entity is not None and entity.name.casefold() not in link.text.casefold()
        return Step(somebody(link.text), link.hearsay, link.statement, entity.name if entity and differs else None)

    def _expected(self, outlook: Outlook) -> list[Part]:
        """The words of what is expected, with the cue in its place where it stands among them, else before them."""
        (start, end), text = outlook.cue.spans[0], self.reading.report.text
        within = next(((a, b) for a, b in outlook.content.spans if a <= start and end <= b), None)
        if within is None or max(len(words.spans) for words in (outlook.content, outlook.cue)) > 1:
            return [Part("cue", outlook.cue.text), Part("content", outlook.content.text)]
        pieces = (("content", (within[0], start)), ("cue", (start, end)), ("content", (end, within[1])))
        return [Part(role, words) for role, span in pieces if (words := text[slice(*span)].strip())]

    def _counting(self, event: Event) -> tuple[Step, ...]:
        """Whose word it is where somebody only says how many: "the army put the toll at nine"."""
        said = count_of(event, self.cues)
        if said is None or said.source is None:
            return ()
        return (Step(somebody(said.source.text), hearsay=False, statement=said.id),)

    def _name(self, target: str) -> str:
        """The name of an entity id; other words stay as they are."""
        entity = self.entities.get(target)
        return entity.name if entity else target


def _first(*groups: tuple[tuple[int, int], ...]) -> int:
    return min((start for spans in groups for start, _ in spans), default=0)
