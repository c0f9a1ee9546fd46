"""Feasts: their names, their days in each year, and how long they last (`codebook/feasts.toml`)."""

from __future__ import annotations

import tomllib
from datetime import date, timedelta
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def _tables() -> dict[str, dict[str, Any]]:
    return tomllib.loads(files("sayso.codebook").joinpath("feasts.toml").read_text("utf-8"))


@cache
def _days() -> dict[str, tuple[date, ...]]:
    return {name: tuple(map(date.fromisoformat, days.split())) for name, days in _tables()["days"].items()}


def rule_of(name: str) -> str | None:
    """How a feast is dated, also by "its day", "its Sunday"; None for a name that is no feast's."""
    names = _tables()["names"]
    short = name.removesuffix(" day").removesuffix(" sunday").removesuffix(" 's")
    found = names.get(name) or names.get(short)
    return found if isinstance(found, str) else None


def span_of(name: str) -> int:
    """How many days the feast lasts."""
    return int(_tables()["spans"].get(name.removeprefix("orthodox "), 1))


def feast_days(rule: str, year: int) -> list[date]:
    """The days of a feast in a year: "12-25"; "11-4-4" = the fourth Thursday of November; "E+1" = the day after Easter
    Sunday, "O+1" after that of the Eastern churches; else by the tables that it names.
    """
    if not 1 < year < 9999:
        return []
    if rule[:2] in ("E+", "E-", "O+", "O-"):
        sunday = easter(year) if rule[0] == "E" else orthodox_easter(year)
        return [sunday + timedelta(days=int(rule[1:]))]
    if not rule[0].isdigit():
        return sorted(day for name in rule.split("|") for day in _days()[name] if day.year == year)
    month, rest = int(rule.partition("-")[0]), rule.partition("-")[2]
    weekday, _, which = rest.partition("-")
    if not which:
        return [date(year, month, int(weekday))]
    first = date(year, month, 1) if int(which) > 0 else date(year, month + 1, 1) - timedelta(days=7)
    return [first + timedelta(days=(int(weekday) - first.isoweekday()) % 7 + 7 * (max(int(which), 1) - 1))]


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (the anonymous algorithm; Meeus, Astronomical Algorithms, 1991)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    f = (b + 8) // 25
    g = (b - f + 1) // 3
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)


def orthodox_easter(year: int) -> date:
    """Easter Sunday of the Julian calendar, by the Gregorian one (Meeus, as above)."""
    d = (19 * (year % 19) + 15) % 30
    e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7
    month, day = divmod(d + e + 114, 31)
    return date(year, month, day + 1) + timedelta(days=year // 100 - year // 400 - 2)
