"""What one telling of an event says of its time and place, its other tellings have, too."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from sayso.extract._telling.it_happened import BY as BY_IT
from sayso.model import Event, Time

#: Precisions from the finest; a vague time ("recently") is lent to no other telling.
FINEST = ("minute", "hour", "day", "week", "month", "season", "quarter", "year")
#: Of these, those that say little where the day is not known.
HOURS = FINEST[:2]


def agreed(events: Sequence[Event], same: Mapping[str, str], times: Iterable[Time]) -> list[Event]:
    """The events; one without a time or a place of its own takes those of the tellings that it is the same as, but for
    the lengths among the `times` of the report ("over the next year"; "three days after" gives a day). What "it
    happened on Sunday" says is its own.
    """
    lengths = {(time.id, time.start) for time in times if time.type == "duration"}
    told: dict[str, list[Event]] = defaultdict(list)
    for event in events:
        if event.by != BY_IT:
            told[same.get(event.id, event.id)].append(event)
    when = {first: _dated(t for t in tellings if (t.time, t.start) not in lengths) for first, tellings in told.items()}
    today = {first: _of_report(tellings) for first, tellings in told.items()}
    # "the announcement was cheered in Gao": where a bare noun stands is not where it was made
    where = {first: next((e.place for e in group if e.place and e.type), None) for first, group in told.items()}
    firsts = [same.get(event.id, event.id) for event in events]
    return [_completed(e, when.get(f) or today.get(f), where.get(f)) for e, f in zip(events, firsts, strict=True)]


def _of_report(tellings: Sequence[Event]) -> Event | None:
    """The talk that the report is of, where it has the report's day: what is told of it again was no other day."""
    first = tellings[0]
    return first if first.type == "CONSULT" and first.from_ == "dateline" and first.status == "occurred" else None


def _dated(tellings: Iterable[Event]) -> Event | None:
    """The telling with the finest time of its own, rather one of a known day; of several the first."""
    dated = (e for e in tellings if e.from_ == "words" and e.precision in FINEST)
    dated = (e for e in dated if e.start or e.precision not in HOURS)
    return min(dated, key=lambda e: (not e.start, FINEST.index(e.precision or "year")), default=None)


def _completed(event: Event, dated: Event | None, place: str | None) -> Event:
    if dated is not None and event.from_ != "words" and event.status != "ongoing":
        event = msgspec.structs.replace(
            event, time=dated.time, start=dated.start, end=dated.end, precision=dated.precision, from_=dated.from_
        )
    return event if event.place or place is None else msgspec.structs.replace(event, place=place)
