"""One telling of an event, with the reading it stands in; and the shelf that all readings stand on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

import msgspec

from sayso.link.moments import moment
from sayso.model import (
    Entity,
    Event,
    Link,
    Participant,
    Place,
    Quantity,
    Reading,
    Responsibility,
    Span,
    Spans,
    Statement,
    Words,
)

#: a pronoun that nobody resolved names nobody
PRONOUNS = frozenset({"he", "her", "him", "i", "it", "its", "our", "she", "that", "their", "them", "these", "they",
                       "this", "those", "us", "we", "which", "who", "you"})  # fmt: skip


#: "one of its fighters": what stands before whose they are
_SOME_OF = re.compile(r"\w+ of (?=(?:its|their|his|her)\b)", re.I)
#: words that lead up to a count that no longer holds, and how many code points before it they stand at the most
AT_FIRST = re.compile(
    r"\b(?:at first|initially|originally|previously|earlier (?:said|put|reported|gave|spoken)|"
    r"(?:earlier|initial|previous|first) (?:count|toll|figure|report|estimate|tally)s?)\b",
    re.I,
)
STOP = re.compile(r"[.!?]\s|\n")
WITHIN = 120


class Opened:
    """A reading with its records by id."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.entities = {e.id: e for e in reading.entities}
        self.quantities = {q.id: q for q in reading.quantities}
        self.times = {t.id: t for t in reading.times}
        self.events = {e.id: e for e in reading.events}
        #: whom a pronoun stands for, by where it starts
        self.pronouns = {m.spans[0][0]: e for e in reading.entities for m in e.mentions if m.form == "pronoun"}
        #: where the words stand by which somebody says something
        self.cues = cues_of(reading)
        #: who is said to have done it, by the deed
        self.responsibilities: dict[str, list[Responsibility]] = {}
        for one in reading.responsibilities:
            if one.event is not None:
                self.responsibilities.setdefault(one.event, []).append(one)
        self.denials: dict[str, list[Statement]] = {}
        for statement in reading.statements:
            if statement.denies is not None:
                self.denials.setdefault(statement.denies, []).append(statement)


def cues_of(reading: Reading) -> dict[Span, Statement]:
    """Where the words stand by which somebody says something → what he says."""
    return {span: s for s in reading.statements if s.cue is not None for span in s.cue.spans}


class Told:
    """One telling: an event with the reading it stands in."""

    def __init__(self, opened: Opened, event: Event, copy_of: str | None) -> None:
        self.opened = opened
        self.report = opened.reading.report
        self.event = event
        #: the report that this one is a copy of
        self.copy_of = copy_of

    def entity(self, entity_id: str | None) -> Entity | None:
        return self.opened.entities.get(entity_id or "")

    def name_of(self, participant: Participant) -> str:
        """The name, else the words."""
        entity = self.entity(participant.entity)
        return participant.text if entity is None else entity.name

    def owner(self, participant: Participant) -> Entity | None:
        """Whose men they are, of "its fighters", "one of its fighters"."""
        some = _SOME_OF.match(participant.text)
        found = self.opened.pronouns.get(participant.spans[0][0] + (some.end() if some else 0))
        return found if found is not None and found.id != participant.entity else None

    def named(self, links: Iterable[Link]) -> tuple[Link, ...]:
        """The links of a chain, with names for pronouns."""
        return named(links, self.opened.entities)

    def quantity(self, quantity_id: str | None) -> Quantity | None:
        return self.opened.quantities.get(quantity_id or "")

    def counting(self, words: Words) -> Quantity | None:
        """The quantity that counts these words: "six" of "six missiles"."""
        start, end = words.spans[0][0], words.spans[-1][1]
        found = self.opened.quantities.values()
        return next((q for q in found if q.spans[0][0] < end and start < q.spans[-1][1]), None)

    def is_recalled(self, spans: Spans) -> bool:
        """Whether the report says there what was told before: by its own outlet, or "at first" by anybody."""
        outlet, at = (self.report.outlet or "").casefold(), spans[0][0]
        over = (s for s in self.opened.reading.statements if any(a <= at < b for a, b in s.content.spans))
        if any(s.source is not None and s.source.text.casefold() == outlet for s in over):
            return True
        # the words of the sentence before the figure
        return AT_FIRST.search(STOP.split(self.report.text[max(0, at - WITHIN) : at])[-1]) is not None

    @property
    def place(self) -> Place | None:
        entity = self.entity(self.event.place)
        return entity.place if entity else None

    @property
    def place_name(self) -> str | None:
        """The place as the report writes it, with the capitals that it has on the map: no "EL OBEID"."""
        entity = self.entity(self.event.place)
        if entity is None:
            return None
        on_map = self.place.name if self.place is not None else ""
        return on_map if on_map.casefold() == entity.name.casefold() else entity.name

    @property
    def has_time_apart(self) -> bool:
        """Whether the words of the day or time stand in another sentence."""
        time = self.opened.times.get(self.event.time or "")
        return time is not None and not self.event.is_in_sentence(time)

    @property
    def denials(self) -> list[Statement]:
        """The statements of the report that deny the event."""
        return self.opened.denials.get(self.event.id, [])

    @property
    def responsibilities(self) -> list[Responsibility]:
        """Who is said in the report to have done it, where this is the first telling of the deed."""
        return self.opened.responsibilities.get(self.event.id, [])

    @property
    def is_laid(self) -> bool:
        """Whether it is told in words of blame: "accused the army of the killings" says first of all who says so."""
        deeds = {one.deed.spans[0] for one in self.opened.reading.responsibilities if one.deed is not None}
        return any(start <= at[0] < end for start, end in self.event.trigger.spans for at in deeds)

    @property
    def may_disagree(self) -> bool:
        """Whether this telling alone may hold two accounts: two figures, a denial, two who are said to have done it."""
        return len(self.event.toll) > 1 or bool(self.denials) or len(self.responsibilities) > 1


class Shelf:
    """Readings by report, and which report is a copy of which."""

    def __init__(self, readings: Iterable[Reading], copies: Mapping[str, str]) -> None:
        self._opened = {reading.report.id: Opened(reading) for reading in readings}
        self._copies = copies

    def told(self, report: str, event: str) -> Told:
        """One telling."""
        opened = self._opened[report]
        return Told(opened, opened.events[event], self._copies.get(report))

    def tellings(self, group: Iterable[tuple[str, str]]) -> list[Told]:
        """The tellings of these (report, event) pairs, in the order published and then as the words stand."""
        told = [self.told(report, event) for report, event in group]
        return sorted(told, key=lambda t: (moment(t.report.published), t.report.id, t.event.trigger.spans))


def named(links: Iterable[Link], entities: Mapping[str, Entity]) -> tuple[Link, ...]:
    """The links of a chain, with the name for a pronoun that stands for somebody named: apart from its report "it"
    tells nobody who said so. The spans remain those of the pronoun.
    """
    return tuple(
        msgspec.structs.replace(link, text=entities[link.entity or ""].name)
        if link.entity in entities and link.text.casefold() in PRONOUNS
        else link
        for link in links
    )
