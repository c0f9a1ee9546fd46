"""From an absolute moment to the half-open interval [start, end) and its precision."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone, tzinfo

from sayso.digest._times.timex import Moment, add_days, add_months, first_day, next_start, unit_of
from sayso.model import Precision

PRECISIONS: dict[str, Precision] = {
    "s": "minute", "m": "minute", "h": "hour", "D": "day", "W": "week", "WE": "week", "F": "week", "M": "month",
    "SE": "season", "Q": "quarter", "H": "vague", "Y": "year", "E": "vague", "C": "vague", "L": "vague", "P": "vague",
}  # fmt: skip
#: Hours of the day by part: from, and how long. Conventions of this house; TIMEX3 gives none.
PARTS = {"MO": (6, 6), "AF": (12, 6), "EV": (18, 6), "NI": (20, 10), "DT": (8, 10)}
#: The twelfths of a unit that "early", "mid", "late", "the beginning of" and "the end of" take; "earlier" and "later"
#: are the parts of it before and after the dateline.
TWELFTHS = {"START": (0, 4), "MID": (4, 8), "END": (8, 12), "FIRST": (0, 1), "LAST": (11, 12)}


@dataclass(frozen=True, slots=True)
class Interval:
    """ISO 8601 ends, `end` exclusive; None where the words (or the missing dateline) do not say."""

    start: str | None
    end: str | None
    precision: Precision


def interval_of(moment: Moment, zone: tzinfo | None) -> Interval:
    """The interval of an absolute moment; `zone` is the dateline's own."""
    unit = unit_of(moment)
    start = first_day(moment)
    if start is None or (moment.year is None and moment.decade is None and moment.century is None):
        return Interval(None, None, _precision(moment, moment.unit if unit == "Y" and moment.unit else unit))
    if moment.kind == "time" and unit == "D":
        return _hours(moment, start, zone)
    if (span := moment.span or 1) > 1:
        until = add_days(start, span)
        return Interval(start.isoformat(), until.isoformat() if until else None, "week" if span <= 8 else "month")
    end = next_start(start, unit)
    if moment.edge in TWELFTHS and end is not None:
        start, end = _part(start, end, unit, moment.edge)
    return Interval(start.isoformat(), end.isoformat() if end else None, _precision(moment, unit))


def _precision(moment: Moment, unit: str) -> Precision:
    if moment.kind == "time":
        return "minute" if moment.clock and not moment.clock.endswith(":00") else "hour"
    return PRECISIONS[unit]


def _hours(moment: Moment, day: date, zone: tzinfo | None) -> Interval:
    if moment.zone is not None:
        zone = timezone(timedelta(minutes=moment.zone))
    midnight = datetime.combine(day, time(), zone)
    if moment.clock is not None:
        hour, _, minute = moment.clock.partition(":")
        length = timedelta(hours=1) if minute in ("", "00") else timedelta(minutes=1)
        start = timedelta(hours=int(hour) - (moment.edge == "EARLIER"), minutes=int(minute or 0))  # "before midnight"
        return _times(midnight, start, length, _precision(moment, "D"))
    first, hours = PARTS[moment.part or "DT"]
    return _times(midnight, timedelta(hours=first), timedelta(hours=hours), "hour")


def _times(midnight: datetime, start: timedelta, length: timedelta, precision: Precision) -> Interval:
    try:
        return Interval((midnight + start).isoformat(), (midnight + start + length).isoformat(), precision)
    except OverflowError:
        return Interval(None, None, precision)


def _part(start: date, end: date, unit: str, edge: str) -> tuple[date, date]:
    """The part of a unit of a month or more, in whole months or thirds of a month; of shorter ones the whole."""
    first, last = TWELFTHS[edge]
    months = {"Y": 12, "SE": 3, "Q": 3, "E": 120, "C": 1200, "H": 6}.get(unit)
    if months is not None:
        cut, until = add_months(start, months * first // 12), add_months(start, -(-months * last // 12))
    elif unit == "M":
        cut = add_days(start, first // 4 * 10)
        until = end if last == 12 else add_days(start, -(-last // 4) * 10)
    else:
        return start, end
    return cut or start, until or end


def cut_at(day: date | None, moment: Moment, found: Interval) -> Interval:
    """ "Earlier this year" ends, "later this year" begins with the dateline's day."""
    edge = moment.edge
    if day is None or edge not in ("EARLIER", "LATER") or moment.kind != "date" or not (found.start and found.end):
        return found
    if not found.start < day.isoformat() < found.end:
        return found
    first, last = (found.start, day.isoformat()) if edge == "EARLIER" else (day.isoformat(), found.end)
    return Interval(first, last, found.precision)
