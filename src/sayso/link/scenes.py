"""Disputes over where and when: rival accounts that one report sets side by side, with those of other reports that tell
the same as one of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import combinations

from sayso.link.accounts import dispute, status
from sayso.link.contested import contested, days_differ, places_differ
from sayso.link.features import DEEDS, names_of_one
from sayso.link.moments import by_the_clock
from sayso.link.records import Account, Dispute, DisputeField, LinkedEvent
from sayso.link.ruled_out import DAYS_APART, TOGETHER
from sayso.link.told import Told
from sayso.link.whose import is_denied, source_of
from sayso.model import Words


def rival_scenes(event: LinkedEvent, told: Sequence[Told]) -> Iterable[Dispute]:
    """The disputes over the place and over the day."""
    told = [t for t in told if not is_denied(t)]
    by_id = {(t.report.id, t.event.id): t for t in told}
    readings = {t.report.id: t.opened for t in told}
    rivals = [
        (one, other)
        for report, opened in readings.items()
        for a, b in contested(opened.reading)
        if (one := by_id.get((report, a.id))) and (other := by_id.get((report, b.id)))
    ]
    rivals += [pair for pair in combinations(told, 2) if _of_one_alone(*pair)]
    if not rivals:
        return
    places = [
        t for pair in rivals if places_differ(pair[0].event, pair[1].event, pair[0].opened.entities) for t in pair
    ]
    # where the accounts are at odds, so are the days of those who tell them elsewhere
    others = [pair for pair in combinations(told, 2) if source_of(pair[0]) != source_of(pair[1])]
    days = [
        t
        for pair in (*rivals, *others)
        if days_differ(pair[0].event, pair[1].event) and _apart(*pair) <= TOGETHER
        for t in pair
    ]
    yield from _rivals(event, "place", places, told, _place)
    yield from _rivals(event, "time", days, told, _day)


def _of_one_alone(one: Told, other: Told) -> bool:
    """Whether two sources have the same person or ship hit on two days."""
    if one.report.id == other.report.id or not (one.event.according_to and other.event.according_to):
        return False
    named = [names_of_one(t.event.recipients, t.opened.entities) for t in (one, other)]
    same = named[0] & named[1] and one.event.type == other.event.type and one.event.type in DEEDS
    return (
        bool(same)
        and source_of(one) != source_of(other)
        and _apart(one, other) <= DAYS_APART
        and days_differ(one.event, other.event)
    )


def _apart(one: Told, other: Told) -> float:
    """How far apart the accounts have it, in seconds."""
    starts = [t.event.start for t in (one, other)]
    return abs(by_the_clock(starts[0]) - by_the_clock(starts[1])) if starts[0] and starts[1] else 0.0


def _rivals(
    event: LinkedEvent, field: DisputeField, rivals: Sequence[Told], told: Sequence[Told],
    words_of: Callable[[Told], tuple[str, Words] | None],
) -> Iterable[Dispute]:  # fmt: skip
    """The dispute between what the rivals tell, with whoever else tells the same; one account of each source."""
    values = {found[0] for t in rivals if (found := words_of(t)) is not None}
    accounts: dict[tuple[str, str], Account] = {}
    for t in [*rivals, *told]:
        found = words_of(t)
        if found is not None and found[0] in values:
            accounts.setdefault((found[0], source_of(t)), status(t, *found))
    if len(values) > 1:
        yield dispute(event, field, "contradiction", list(accounts.values()), is_open=True)


def _place(told: Told) -> tuple[str, Words] | None:
    """The place by name, and the words for it in the sentence."""
    entity = told.entity(told.event.place)
    if entity is None:
        return None
    start, end = told.event.sentence
    here = (m for m in entity.mentions if start <= m.spans[0][0] < end)
    return entity.name, next(here, told.event.trigger)


def _day(told: Told) -> tuple[str, Words] | None:
    """The day that the words tell, and those words."""
    if told.event.from_ != "words" or told.event.start is None:
        return None
    time = told.opened.times.get(told.event.time or "")
    return told.event.start[:10], time or told.event.trigger
