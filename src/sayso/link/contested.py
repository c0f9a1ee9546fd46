"""Rival accounts of where and when one deed was, side by side in one report: "The army says that the raid was at Gao on
Monday. Villagers say that it was at Bourem."

Only there is it sure that both speak of one deed: two raids on two towns are else two raids.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sayso.codebook.roots import root
from sayso.link.moments import DAY, by_the_clock
from sayso.link.ruled_out import distance_km, places_meet
from sayso.link.told import PRONOUNS
from sayso.model import HAPPENED, OF_A_DAY, Entity, Event, Participant, Place, Reading

#: how many tellings on the rival account stands at the most
NEAR = 4
#: places that other places lie in
WIDE = frozenset({"country", "region", "admin1"})


def contested(reading: Reading) -> Iterator[tuple[Event, Event]]:
    """The pairs of tellings that are of one deed, on the word of two sources, and differ in its place or its day."""
    entities = {e.id: e for e in reading.entities}
    told = [e for e in reading.events if e.according_to and e.status in HAPPENED]
    for i, one in enumerate(told):
        for other in told[i + 1 : i + 1 + NEAR]:
            of_one = _next_to(one, other) and _two_sources(one, other) and _one_deed(one, other)
            if of_one and (places_differ(one, other, entities) or days_differ(one, other)):
                yield one, other


def places_differ(one: Event, other: Event, entities: Mapping[str, Entity]) -> bool:
    """Whether they name two places, of which neither holds the other."""
    here, there = entities.get(one.place or ""), entities.get(other.place or "")
    if here is None or there is None or here.kind != "place" or there.kind != "place":
        return False
    if one.is_place_unsure or other.is_place_unsure:
        return False
    names = here.name.casefold(), there.name.casefold()
    if names[0] in names[1] or names[1] in names[0]:
        return False
    a, b = here.place, there.place
    if any(place is not None and place.feature in WIDE for place in (a, b)):
        return False
    if a is None or b is None:
        return True
    return (a.feature == b.feature and not _is_within(a, b)) or not places_meet(a, b)


def _is_within(one: Place, other: Place) -> bool:
    """Whether the one is a quarter of the other."""
    small, large = sorted((one, other), key=lambda place: place.radius_km)
    return 2 * small.radius_km <= large.radius_km and distance_km(one, other) <= large.radius_km


def days_differ(one: Event, other: Event) -> bool:
    """Whether the words tell two days."""
    if one.is_time_unsure or other.is_time_unsure:
        return False
    if not (one.from_ == other.from_ == "words") or not {one.precision, other.precision} <= OF_A_DAY:
        return False
    if one.start is None or other.start is None:  # "on Monday" in a report without a date
        return False
    (a, b), (c, d) = (_interval(start, event.end) for start, event in ((one.start, one), (other.start, other)))
    return b <= c or d <= a


def _interval(start: str, end: str | None) -> tuple[float, float]:
    first = by_the_clock(start)
    return first, by_the_clock(end) if end else first + DAY


def _next_to(one: Event, other: Event) -> bool:
    """In one sentence, or in two that follow each other."""
    return one.sentence == other.sentence or 0 <= other.sentence[0] - one.sentence[1] <= 2


def _two_sources(one: Event, other: Event) -> bool:
    a, b = one.according_to[-1], other.according_to[-1]
    return a.text != b.text and (a.entity is None or a.entity != b.entity)


def _one_deed(one: Event, other: Event) -> bool:
    """Taken up as one, or done in the same word to the very thing that was named before."""
    if other.same_as is not None and other.same_as in (one.id, one.same_as):
        return True
    if root(one.trigger.lemma) != root(other.trigger.lemma) or one.type != other.type:
        return False
    sayer = other.according_to[-1].entity
    if sayer is not None and any(r.text.casefold() in PRONOUNS and r.entity == sayer for r in other.recipients):
        return True  # "the rebels say that it was hit at Gao": "it" taken for them is what was told of before
    sides = (one.recipients, other.recipients) if one.recipients and other.recipients else (one.actors, other.actors)
    return bool(_entities(sides[0]) & _entities(sides[1]))


def _entities(participants: tuple[Participant, ...]) -> set[str]:
    return {p.entity for p in participants if p.entity is not None}
