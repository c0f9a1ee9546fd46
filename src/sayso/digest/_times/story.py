"""The date that a story last stood at: what leans on it, and what it says of times beside it."""

from __future__ import annotations

from datetime import date, timedelta

from sayso.digest._times.choose import shifted
from sayso.digest._times.interval import PRECISIONS, Interval
from sayso.digest._times.timex import Moment, add_days, first_day, unit_of

#: Units that are counted from a day, and those that name none.
FINE = frozenset({"D", "h", "m", "s"})
#: A review of the week comes on a Friday or later.
FRIDAY, WEEK = 5, timedelta(days=7)
COARSE = frozenset({"M", "Q", "Y", "E", "C", "L"})


def leans_on(moment: Moment, story: Moment, day: Moment | None, *, same_line: bool) -> Moment | None:
    """What "the next morning" leans on: where the `story` stands at a month or a year, on the `day` that was named
    last, but in the line of that month on nothing ("In 1999 he fled. The next day …").
    """
    if moment.unit not in FINE or unit_of(story) not in COARSE:
        return story
    return None if same_line else day


def beside(told: date, moment: Moment, today: date) -> Interval:
    """ "Hours later" are of the day that the story stands at, "days later" after it, "days earlier" before it."""
    following = add_days(told, 1) or told
    if moment.unit in ("h", "m", "s"):
        return Interval(told.isoformat(), following.isoformat(), "day")
    if moment.value == "PAST_REF":
        return Interval(None, told.isoformat(), "vague")
    return Interval(following.isoformat(), today.isoformat() if following < today else None, "vague")


def is_the_week(moment: Moment, story: Moment | None, today: date | None) -> bool:
    """ "During the week" in a review of it, which stands at its end, whatever day of the seven before was told last."""
    told = first_day(story) if story is not None else None
    if moment.unit != "W" or told is None or today is None:
        return False
    return today.isoweekday() >= FRIDAY and timedelta() <= today - told <= WEEK


def weekday_in_story(bare: Moment, story: Moment, rel: str | None) -> Moment | None:
    """The weekday of the day that the story stands at or of the week behind it; None where it stands at no day."""
    day = first_day(story)
    if day is None or story.day is None:
        return None
    ahead = ((bare.weekday or 1) - day.isoweekday()) % 7
    if rel == "last":
        ahead = ahead - 7 if ahead else -7
    found = add_days(day, ahead or (7 if rel == "next" else 0))
    return bare.changed(year=found.year, month=found.month, day=found.day, weekday=None) if found else None


def dated(moment: Moment) -> bool:
    """Whether it names a day, a weekday or a month."""
    return any(value is not None for value in (moment.month, moment.day, moment.weekday))


def is_late(moment: Moment) -> bool:
    """Whether it is an evening, a night or a late hour."""
    return moment.part in ("EV", "NI") or "18" <= (moment.clock or "") <= "24:00"


def turns_the_day(moment: Moment, *, late: bool) -> bool:
    """ "On Monday evening they met. At 2 a.m. …", "they spoke. After midnight …": of the day behind the story's."""
    early = moment.part == "MO" or "00" <= (moment.clock or "") < "09"
    return moment.clock == "00:00" or (late and early)


def stretch(moment: Moment, day: date | None) -> Interval:
    """ "The past three weeks" end, "the next three weeks" begin with the dateline."""
    precision = PRECISIONS[moment.unit or "P"]
    if day is None or moment.rel not in ("past", "coming") or moment.unit is None:
        return Interval(None, None, precision)
    if moment.amount is None:  # "in the coming days"
        here = day.isoformat()
        return Interval(here, None, "vague") if moment.rel == "coming" else Interval(None, here, "vague")
    other = shifted(day, -moment.amount if moment.rel == "past" else moment.amount, moment.unit)
    if other is None:
        return Interval(None, None, precision)
    first, last = (other, day) if moment.rel == "past" else (day, other)
    return Interval(first.isoformat(), last.isoformat(), precision)
