"""One telling of an event, with the reading it stands in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sayso.link.moments import moment
from sayso.model import Entity, Event, Place, Quantity, Reading


class Told:
    """One telling: an event with the reading it stands in."""

    def __init__(self, reading: Reading, event: Event, copy_of: str | None) -> None:
        self.reading = reading
        self.report = reading.report
        self.event = event
        self.copy_of = copy_of

    def entity(self, entity_id: str | None) -> Entity | None:
        if entity_id is None:
            return None
        return next((e for e in self.reading.entities if e.id == entity_id), None)

    def quantity(self, quantity_id: str | None) -> Quantity | None:
        if quantity_id is None:
            return None
        return next((q for q in self.reading.quantities if q.id == quantity_id), None)

    @property
    def place(self) -> Place | None:
        entity = self.entity(self.event.place)
        return entity.place if entity else None


def tellings(
    group: Iterable[tuple[str, str]], readings: Mapping[str, Reading], copies: Mapping[str, str]
) -> list[Told]:
    """The tellings of a linked event, in the order published and then as the words stand."""
    told = [
        Told(readings[report], event, copies.get(report))
        for report, wanted in group
        for event in readings[report].events
        if event.id == wanted
    ]
    return sorted(told, key=lambda t: (moment(t.report.published), t.report.id, t.event.trigger.spans))
