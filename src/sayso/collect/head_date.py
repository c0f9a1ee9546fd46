"""The day that a plain text's own head gives: a line that is a date, or the dateline of an agency.

Only dates with day, month and year count, the month by its name or the whole as ISO 8601: "05/06/2024" is two days,
unless a weekday on the line tells which; "23/06/2024" is one.
"""

from __future__ import annotations

import re
from datetime import date

#: How many lines with words are the head, and how far into a line a dateline may reach.
LINES = 8
REACH = 120
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")

_NAMES = (
    "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    "|nov(?:ember)?|dec(?:ember)?"
)
_ISO = r"(?P<iso>\d{4}-\d{2}-\d{2})"
_DAY_FIRST = rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?P<month>{_NAMES})\.?,?\s+(?P<year>\d{{4}})"
_MONTH_FIRST = rf"(?P<name>{_NAMES})\.?\s+(?P<number>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<in_year>\d{{4}})"
_DIGITS = r"(?P<one>\d{1,2})\s?[/.]\s?(?P<two>\d{1,2})\s?[/.]\s?(?P<of_year>\d{4})"
_WEEKDAY = r"(?:(?P<weekday>mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"
_DATE = rf"{_WEEKDAY}(?:{_ISO}|{_DAY_FIRST}|{_MONTH_FIRST}|{_DIGITS})"
_LABEL = r"(?:(?:first |last )?(?:published|updated|posted|issued|released?|dated?)(?:\s+on|\s+at)?\s*[:|]?\s*)?"
_CLOCK = r"\d{1,2}[:.]\d{2}(?:[:.]\d{2})?\s*(?:[ap]\.?m\.?)?\s*(?:[a-z]{2,4}\b|[+-]\d{2}:?\d{2})?"
#: "Published: 16:05 GMT, 9 June 2013 | …", "Monday, Nov. 18, 2024", and nothing else on the line.
_LINE = re.compile(
    rf"(?i:{_LABEL}(?:{_CLOCK}\s*,?\s*(?:on\s+)?)?{_DATE}(?:T[\d:.+Z-]+|\s*[,|-]?\s*(?:at\s+)?{_CLOCK})?)\s*(?:[|(].*)?\Z"
)
#: "GAO, Mali, March 3, 2022 (Agency) —".
_DATELINE = re.compile(
    rf"(?:[^\W\d_a-z][\w'’.-]*(?:,\s+|\s+)){{1,5}}(?<=,\s)(?i:{_DATE})(?:,?\s*[(/][^()/\n]{{2,40}}[)/])?\s*(?:--|[—–-])\s"
)


def day_of_head(text: str) -> str | None:
    """The day of publication as ISO 8601, or None where the head gives none; takes time linear in its first lines."""
    lines = (line.strip() for line in text[: LINES * 4 * REACH].splitlines())
    for line in [line for line in lines if line][:LINES]:
        day = day_of_words(line)
        if day is None and (found := _DATELINE.match(line[:REACH])):
            day = _day(found)
        if day is not None:
            return day
    return None


def day_of_words(line: str) -> str | None:
    """The day, where the words are a date and nothing else."""
    found = _LINE.match(line) if len(line) <= REACH else None
    return None if found is None else _day(found)


def _day(found: re.Match[str]) -> str | None:
    """The matched date, if there is such a day and no other."""
    if found["iso"]:
        return _iso(*map(int, found["iso"].split("-")))
    if found["one"]:
        return _day_in_digits(int(found["of_year"]), int(found["one"]), int(found["two"]), found["weekday"])
    month = MONTHS.index((found["month"] or found["name"])[:3].lower()) + 1
    return _iso(int(found["year"] or found["in_year"]), month, int(found["day"] or found["number"]))


def _day_in_digits(year: int, one: int, two: int, weekday: str | None) -> str | None:
    """The day, whichever of the numbers is the month, where only one order is possible."""
    days = {day for month, number in ((one, two), (two, one)) if (day := _iso(year, month, number))}
    if weekday:
        days = {day for day in days if date.fromisoformat(day).weekday() == WEEKDAYS.index(weekday[:3].lower())}
    return days.pop() if len(days) == 1 else None


def _iso(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None
