"""Dates of publication: strict ISO 8601, as given."""

from __future__ import annotations

import re
from datetime import datetime

#: a calendar date, alone or with a time of day and perhaps an offset
_ISO_8601 = re.compile(
    r"\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:[.,]\d{1,6})?)?(?:Z|[+-]\d{2}(?::?\d{2})?)?)?\Z", re.ASCII
)


def is_iso_8601(text: str) -> bool:
    """Whether the text is a date ("2024-11-18") or a datetime ("2024-11-18T06:30:00+02:00") that exists."""
    if not _ISO_8601.match(text):
        return False
    try:
        datetime.fromisoformat(text)
    except ValueError:
        return False
    return True
