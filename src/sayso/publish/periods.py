"""When something was, as exactly as words give it and no more: "2014", "2024-03", "2024-03-04 morning".

A record holds a half-open interval and its precision. "2014" is there from 1 January on and "Monday morning" from six
o'clock, which nobody said; what is shown to people is cut back to what the words told.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import NamedTuple

from sayso.digest._times.interval import PARTS
from sayso.model import OF_A_DAY, Precision

_NAMES = {"MO": "morning", "AF": "afternoon", "EV": "evening", "NI": "night", "DT": "daytime"}
#: (first hour, how many hours) → the part of a day
_PARTS_OF_DAY = {hours: _NAMES[code] for code, hours in PARTS.items()}
#: (first day of a month, first day after) → the part of the month
_PARTS_OF_MONTH = {(1, 11): "early", (11, 21): "mid", (21, 1): "late"}
#: how much of an ISO 8601 date names a year, a month, a day
YEAR, MONTH, DAY = 4, 7, 10


class Period(NamedTuple):
    """A stretch of time in ISO 8601, cut at what is known of it."""

    #: "2014", "2024-03" or "2024-03-04"
    first: str
    #: the same, included; empty where no end is known
    last: str
    #: of a day or of a month: "morning", "early"
    part: str = ""
    #: "19:40", "15:00–17:00"
    clock: str = ""

    @property
    def days(self) -> str:
        """Without the part of the day, or hours."""
        if not self.last:
            return f"from {self.first}"
        return self.first if self.first == self.last else f"{self.first} to {self.last}"

    def __str__(self) -> str:
        return " ".join(word for word in (self.days, self.part, self.clock) if word)


def period_of(start: str | None, end: str | None, precision: Precision | None) -> Period | None:
    """The period of a half-open interval; None where nothing tells when it began. Without a precision its ends tell."""
    first, after = moment_of(start), moment_of(end)
    if first is None:
        return None
    if precision in ("minute", "hour") or (precision is None and "T" in (start or "")):
        return _of_hours(first, after, exact=precision == "minute")
    if after is None:
        return Period(first.date().isoformat(), "")
    last = max(after - timedelta(microseconds=1), first)
    grain = _grain(first, after, precision)
    part = _PARTS_OF_MONTH.get((first.day, after.day), "") if precision == "month" else ""
    one = (first.year, first.month) == (last.year, last.month)
    return Period(first.isoformat()[:grain], last.isoformat()[:grain], part if one else "")


def in_digits(start: str | None, end: str | None, precision: Precision | None) -> str:
    """ "2014", "2024-03-04 morning", "2019-10 to 2019-11"; empty where nothing tells when it began."""
    period = period_of(start, end, precision)
    return str(period) if period is not None else ""


def moment_of(text: str | None) -> datetime | None:
    """The moment of an ISO 8601 date or datetime; None where it is neither."""
    try:
        return datetime.fromisoformat(text) if text else None
    except ValueError:
        return None


def _of_hours(first: datetime, after: datetime | None, *, exact: bool) -> Period:
    """A part of a day by its name; hours of a clock as they are."""
    day = first.date().isoformat()
    length = after - first if after is not None else timedelta()
    part = _PARTS_OF_DAY.get((first.hour, round(length / timedelta(hours=1))), "") if not exact else ""
    if part and not first.minute:
        return Period(day, day, part)
    until = f"–{after:%H:%M}" if after is not None and length > timedelta(hours=1) else ""
    return Period(day, day, clock=f"{first:%H:%M}{until}")


def _grain(first: datetime, after: datetime, precision: Precision | None) -> int:
    """How much of its ends is known. A whole year or month begins on its first day; "the past two years" end on the day
    and month on which they began; of a stretch with one end known to the year ("since 1965") the other is told no
    finer.
    """
    if precision in OF_A_DAY or precision == "week":
        return DAY
    if precision in ("year", None) and (first.month, first.day) == (after.month, after.day):
        return YEAR
    if precision == "month" and (first.day, after.day) in _PARTS_OF_MONTH:
        return MONTH
    if precision in ("month", None) and first.day == after.day:
        return MONTH
    grains = [YEAR if (at.month, at.day) == (1, 1) else MONTH if at.day == 1 else DAY for at in (first, after)]
    if min(grains) == YEAR and max(grains) == MONTH:
        return MONTH  # "from January to April"
    if DAY in grains and precision in (None, "vague") and (after - first) <= timedelta(days=1):
        return DAY  # "now"
    return min(grains)
