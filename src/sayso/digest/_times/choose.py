"""Choosing and counting on the calendar: which Sunday, which March, how far back."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from sayso.digest._times.tense import Tense
from sayso.digest._times.timex import Moment, add_days, add_months, first_day, holding, next_start, unit_of

#: A date without a year that lies further than this from the dateline is taken for the one on its other side.
FAR = 300
#: How many days what is news may lie back.
FRESH = 31
#: A limit so many days back may just be over: "to hand it back by Friday the 14th", on the 15th.
JUST_OVER = 14
#: Without a tense, how many days back a date without a year is still looked for.
LEAN = 240


def year_stepped(moment: Moment, steps: int) -> Moment:
    """The year so many years on, or before Christ back."""
    year = (moment.year or 1) - steps if moment.bc else (moment.year or 1) + steps
    return Moment(kind="date", year=max(year, 1), bc=moment.bc)


def years_moved(anchor: Moment, years: int) -> Moment | None:
    """The year so many years from the anchor's; None outside of the calendar."""
    if anchor.year is None:
        return None
    year = anchor.year - years if anchor.bc else anchor.year + years
    return Moment(kind="date", year=year, bc=anchor.bc) if 0 < year <= 9999 else None


def moved_from(anchor: Moment, shift: float, unit: str) -> Moment | None:
    """The unit that lies so many units from the anchor; a year from a quarter is that quarter a year on."""
    start = first_day(anchor)
    if start is None:
        return None
    moved = shifted(start, shift, unit)
    if moved is None:
        return None
    grain = unit_of(anchor)
    if unit == "Y" and grain == "Q":
        return holding(moved, "Q")
    if unit in ("E", "C", "L"):
        return holding(moved, "Y")
    if unit in ("h", "m", "s"):
        return holding(moved, "D").changed(kind="date")
    return holding(moved, unit)


def shifted(day: date, count: float, unit: str) -> date | None:
    """The day so many units from a day; None outside of the calendar."""
    months = {"M": 1, "Q": 3, "SE": 3, "H": 6, "Y": 12, "E": 120, "C": 1200, "L": 12000, "P": 12}.get(unit)
    if abs(count) > 1e6:
        return None
    if months is not None:
        return add_months(day, round(count * months))
    days = {"W": 7.0, "WE": 7.0, "F": 14.0, "h": 1 / 24, "m": 1 / 1440, "s": 1 / 86400}.get(unit, 1.0) * count
    return add_days(day, int(days))


def on_this_day(moment: Moment, today: date | None) -> Moment:
    """ "A year ago today", "two years ago this week": the same day, week or month of another year."""
    day = shifted(today, moment.shift or 0, moment.unit or "D") if today else None
    return holding(day, moment.value or "D") if day else moment.changed(rel=None, shift=None, value=None)


def clock_moved(instant: datetime, shift: float, unit: str) -> Moment | None:
    """ "two hours ago", by the clock of the dateline."""
    try:
        moved = instant + timedelta(seconds=shift * {"h": 3600, "m": 60, "s": 1}[unit])
    except OverflowError:
        return None
    return Moment(kind="time", year=moved.year, month=moved.month, day=moved.day, clock=f"{moved:%H:%M}")


def weekend_from(day: date, rel: str | None, tense: Tense | None) -> date | None:
    """The Saturday of the weekend that is meant: the one on now, the last, or the next if the sentence looks ahead."""
    on = day.isoweekday() >= 6
    saturday = add_days(day, 6 - day.isoweekday() if on else -day.isoweekday() - 1)
    ahead = rel == "next" or (not on and ((tense == "future" and rel != "last") or (rel == "this" and tense != "past")))
    step = 7 if ahead else -7 if rel == "last" and on else 0
    return None if saturday is None else add_days(saturday, step)


def unit_start(day: date, unit: str) -> date:
    """The first day of the unit that holds the day."""
    return first_day(holding(day, unit)) or day


def weekday_near(bare: Moment, today: date, rel: str | None, tense: Tense | None) -> Moment:
    """A weekday by the dateline: the last one up to today, or the next one where the sentence looks ahead."""
    back = (today.isoweekday() - (bare.weekday or 1)) % 7
    if rel == "last":
        step = -back or -7
    elif rel == "next":
        step = 7 - back
    elif rel == "this" or tense == "future":
        step = (7 - back) % 7
    else:
        step = -back
    day = add_days(today, step) or today
    return bare.changed(year=day.year, month=day.month, day=day.day, weekday=None)


def nearest(bare: Moment, today: date, rel: str | None, tense: Tense | None, *, limit: bool = False) -> Moment | None:
    """Which year's month, day, season or quarter is meant; a `limit` of what is to come lies ahead."""
    unit = unit_of(bare)
    spans = [
        (start, next_start(start, unit) or start, one)
        for one in (bare.changed(year=today.year + step) for step in (-1, 0, 1))
        if (start := first_day(one)) is not None
    ]
    past = [(start, one) for start, end, one in spans if end <= today]
    ahead = [(start, one) for start, _, one in spans if start > today]
    holds = [one for start, end, one in spans if start <= today < end]
    if rel is None and holds:
        return holds[0]
    over = bool(past) and (today - past[-1][0]).days > JUST_OVER
    if rel == "next" or (rel is None and (not past or (limit and over and tense == "future"))):
        return ahead[0][1] if ahead else None
    if rel == "last" or not ahead:
        return past[-1][1] if past else None
    return _nearer(past[-1], ahead[0], today, tense if unit != "Q" else "past")


def is_fresh(bare: Moment, today: date | None) -> bool:
    """Whether the day without a year lies in the month before the dateline."""
    near = nearest(bare, today, None, "past") if today is not None else None
    day = first_day(near) if near is not None else None
    return today is not None and day is not None and 0 <= (today - day).days <= FRESH


def _nearer(past: tuple[date, Moment], ahead: tuple[date, Moment], today: date, tense: Tense | None) -> Moment:
    since, until = (today - past[0]).days, (ahead[0] - today).days
    if tense == "since":
        return past[1]
    if tense == "future":
        return ahead[1] if until <= FAR else past[1]
    return past[1] if since <= (FAR if tense == "past" else LEAN) else ahead[1]


def nearest_feast(days: list[date], today: date, lean: str | None) -> date | None:
    """Which year's feast is meant, by tense or word ("last", "next", "this"), else the nearest."""
    past, coming = [d for d in days if d <= today], [d for d in days if d > today]
    if past and (lean in ("last", "since") or (lean == "past" and (today - past[-1]).days <= FAR)):
        return past[-1]
    if coming and (lean == "next" or (lean == "future" and (coming[0] - today).days <= FAR)):
        return coming[0]
    if lean == "this":
        return next((d for d in days if d.year == today.year), None)
    return min(days, key=lambda d: abs((d - today).days), default=None)
