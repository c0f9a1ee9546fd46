"""A point or stretch of time while it is read: what the words say, before and after the dateline has spoken.

Values are TIMEX3 (TimeML 1.2.1, Saurí et al. 2006); decades and centuries are written as a year cut short: "198", "19".
"""

from __future__ import annotations

import calendar
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

Kind = Literal["date", "time", "duration", "set", "ref"]
Anchor = Literal["published", "narrative"]
#: "early", "mid", "late"; "the beginning of" and "the end of" are narrower.
Edge = Literal["START", "MID", "END", "FIRST", "LAST", "EARLIER", "LATER"]

#: Units by letter: s m h D W WE F(ortnight) M Q Y E(decade) C(entury) L(millennium) P(eriod).
UNIT_CODES = {
    "s": "T{}S", "m": "T{}M", "h": "T{}H", "D": "{}D", "W": "{}W", "WE": "{}WE", "F": "{}W", "M": "{}M", "Q": "{}Q",
    "Y": "{}Y", "E": "{}Y", "C": "{}Y", "L": "{}Y", "P": "{}X",
}  # fmt: skip
#: How many of the unit that TIMEX3 writes are in one of ours.
MULTIPLES = {"F": 2, "E": 10, "C": 100, "L": 1000}
#: Northern seasons by meteorologists' months; winter belongs to the year in which it begins.
SEASON_MONTHS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """What an expression says. Absolute once `rel`, `shift` and what else leans on an anchor are gone."""

    kind: Kind
    year: int | None = None
    month: int | None = None
    day: int | None = None
    week: int | None = None
    #: 1 = Monday
    weekday: int | None = None
    weekend: bool = False
    quarter: int | None = None
    half: int | None = None
    season: str | None = None
    #: year // 10, year // 100
    decade: int | None = None
    century: int | None = None
    #: years count backwards from the era's start
    bc: bool = False
    #: MO AF EV NI DT
    part: str | None = None
    #: "17:00", "17"
    clock: str | None = None
    #: minutes east of Greenwich
    zone: int | None = None
    #: this last next | that previous following | coming past
    rel: str | None = None
    #: what `rel` and `shift` count
    unit: str | None = None
    shift: float | None = None
    anchor: Anchor = "published"
    edge: Edge | None = None
    #: how many units a duration lasts; None is X
    amount: float | None = None
    #: how many days a feast or a week of a month lasts, from its first day on
    span: int | None = None
    #: TIMEX3 value that is known without a calendar
    value: str | None = None

    def changed(self, **fields: object) -> Moment:
        return replace(self, **fields)  # type: ignore[arg-type]


def duration_value(amount: float | None, unit: str) -> str:
    """TIMEX3 duration: (3, "D") → P3D, (2.5, "Y") → P2Y6M, (None, "h") → PTXH."""
    if unit == "WE" and amount == 1:
        return "P1WE"
    if amount is None:
        if unit in ("E", "C", "L"):
            return {"E": "PXE", "C": "PXC", "L": "PXL"}[unit]
        return "P" + UNIT_CODES[unit].format("X")
    amount *= MULTIPLES.get(unit, 1)
    half = {"Y": "6M", "h": "30M", "m": "30S"}.get(unit)
    if amount % 1 == 0.5 and half:
        return "P" + UNIT_CODES[unit].format(int(amount)) + half
    return "P" + UNIT_CODES[unit].format(f"{amount:.10g}")


def value_of(moment: Moment) -> str:
    """TIMEX3 value of a moment; what is not known is written X."""
    if moment.value is not None:
        return moment.value
    day = _date_value(moment)
    if (moment.span or 1) > 1 and (start := first_day(moment)) is not None:
        last = add_days(start, (moment.span or 1) - 1)
        return f"{day}/{last.isoformat()}" if last is not None else day
    if moment.kind == "time" or moment.clock or moment.part:
        if len(day) == 4:
            day += "-XX-XX"
        elif len(day) == 7 and not moment.season and "W" not in day:
            day += "-XX"
        return f"{day}T{moment.clock or moment.part or 'XX'}"
    return day


def _date_value(moment: Moment) -> str:
    era = "BC" if moment.bc else ""
    if moment.century is not None:
        return f"{era}{moment.century:02d}"
    if moment.decade is not None:
        return f"{era}{moment.decade:03d}"
    year = era + (f"{moment.year:04d}" if moment.year is not None else "XXXX")
    return year + (_week_value(moment) or _part_value(moment) or _day_value(moment))


def _week_value(moment: Moment) -> str:
    """ "-W03", "-W03-WE", "-WXX-5"; empty where the moment is no week and no bare weekday."""
    bare_weekday = moment.weekday is not None and moment.day is None
    if moment.week is None and not bare_weekday and not moment.weekend and moment.unit != "W":
        return ""
    week = f"-W{moment.week:02d}" if moment.week is not None else "-WXX"
    return week + ("-WE" if moment.weekend else f"-{moment.weekday}" if moment.weekday else "")


def _part_value(moment: Moment) -> str:
    """ "-Q3", "-H1", "-SU"."""
    if moment.quarter is not None:
        return f"-Q{moment.quarter}"
    if moment.half is not None:
        return f"-H{moment.half}"
    return f"-{moment.season}" if moment.season is not None else ""


def _day_value(moment: Moment) -> str:
    """ "-05-03", "-05", and X for what is known to be missing."""
    if moment.day is not None:
        month = f"{moment.month:02d}" if moment.month else "XX"
        return f"-{month}-{moment.day:02d}"
    if moment.month is not None:
        return f"-{moment.month:02d}"
    if moment.year is None:
        return {"D": "-XX-XX", "h": "-XX-XX", "m": "-XX-XX", "s": "-XX-XX", "M": "-XX"}.get(moment.unit or "", "")
    return ""


def first_day(moment: Moment) -> date | None:
    """The first day of an absolute moment, or None (no year, before Christ, beyond the calendar)."""
    if moment.bc:
        return None
    if moment.century is not None:
        return _day(moment.century * 100 or 1, 1, 1)
    if moment.decade is not None:
        return _day(moment.decade * 10 or 1, 1, 1)
    if moment.year is None or not 1 <= moment.year <= 9999:
        return None
    return _week_start(moment) if moment.week is not None else _day(moment.year, _first_month(moment), moment.day or 1)


def _first_month(moment: Moment) -> int:
    if moment.quarter is not None:
        return 3 * min(moment.quarter, 4) - 2
    if moment.half is not None:
        return 6 * moment.half - 5
    return SEASON_MONTHS[moment.season] if moment.season is not None else moment.month or 1


def _week_start(moment: Moment) -> date | None:
    try:
        return date.fromisocalendar(moment.year or 1, moment.week or 1, moment.weekday or (6 if moment.weekend else 1))
    except ValueError:
        return None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def unit_of(moment: Moment) -> str:
    """The grain of an absolute moment: D W WE M SE(ason) Q H(alf) Y E C."""
    grains = (
        (moment.century is not None, "C"),
        (moment.decade is not None, "E"),
        (moment.weekend, "WE"),
        (moment.week is not None and moment.weekday is None, "W"),
        (moment.quarter is not None, "Q"),
        (moment.half is not None, "H"),
        (moment.season is not None, "SE"),
        (moment.day is not None or moment.weekday is not None, "D"),
        (moment.month is not None, "M"),
    )
    return next((unit for holds, unit in grains if holds), "Y")


def next_start(start: date, unit: str) -> date | None:
    """Where the unit that begins at `start` ends (exclusive), or None beyond the calendar."""
    months = {"M": 1, "Q": 3, "SE": 3, "H": 6, "Y": 12, "E": 120, "C": 1200, "L": 12000}
    if unit in months:
        return add_months(start, months[unit])
    return add_days(start, {"W": 7, "WE": 2, "F": 14}.get(unit, 1))


def add_days(day: date, count: int) -> date | None:
    try:
        return day + timedelta(days=count)
    except OverflowError:
        return None


def add_months(day: date, count: int) -> date | None:
    """So many months on, kept inside the month (31 January + 1 = 28 February)."""
    at = day.year * 12 + day.month - 1 + count
    year, month = divmod(at, 12)
    if not 1 <= year <= 9999:
        return None
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def holding(day: date, unit: str) -> Moment:
    """The unit (D W WE M SE Q H Y E C) that holds a day, as an absolute moment."""
    week = day.isocalendar()
    made = {
        "W": lambda: Moment(kind="date", year=week.year, week=week.week),
        "WE": lambda: Moment(kind="date", year=week.year, week=week.week, weekend=True),
        "M": lambda: Moment(kind="date", year=day.year, month=day.month),
        "Q": lambda: Moment(kind="date", year=day.year, quarter=(day.month + 2) // 3),
        "H": lambda: Moment(kind="date", year=day.year, half=1 if day.month <= 6 else 2),
        "SE": lambda: season_holding(day),
        "Y": lambda: Moment(kind="date", year=day.year),
        "E": lambda: Moment(kind="date", decade=day.year // 10),
        "C": lambda: Moment(kind="date", century=day.year // 100),
    }
    same = {"F": "W", "P": "Y", "L": "C"}
    maker = made.get(same.get(unit, unit))
    return maker() if maker else Moment(kind="date", year=day.year, month=day.month, day=day.day)


def season_holding(day: date) -> Moment:
    """The season of a day; January and February belong to the winter of the year before."""
    name = {0: "WI", 1: "SP", 2: "SU", 3: "FA"}[(day.month % 12) // 3]
    return Moment(kind="date", year=day.year - (day.month <= 2), season=name)
