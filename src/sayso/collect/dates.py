"""Dates of publication: strict ISO 8601, as given."""

from __future__ import annotations

import re
from datetime import datetime

#: those of `datetime` with a year before them and one after: there must be room for "the year before" and "next year"
YEARS = range(2, 9999)
#: a calendar date, alone or with a time of day and perhaps an offset
_ISO_8601 = re.compile(
    r"\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:[.,]\d{1,6})?)?(?:Z|[+-]\d{2}(?::?\d{2})?)?)?\Z", re.ASCII
)


def is_iso_8601(text: str) -> bool:
    """Whether the text is a date ("2024-11-18") or a datetime ("2024-11-18T06:30:00+02:00") that exists, of `YEARS`."""
    return fault_of(text) is None


def fault_of(text: str) -> str | None:
    """Why the text is no such date, as errors say it; None where it is one."""
    try:
        year = datetime.fromisoformat(text).year if _ISO_8601.match(text) else None
    except ValueError:
        year = None
    if year is None:
        return "not an ISO 8601 date"
    return None if year in YEARS else f"not of the years {YEARS[0]} to {YEARS[-1]}"
