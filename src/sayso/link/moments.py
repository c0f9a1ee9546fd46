"""Dates as moments that can be compared, whatever their precision."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import lru_cache

#: later than every date
NEVER = float("inf")

DAY = 86_400.0


@lru_cache(maxsize=65_536)
def moment(iso: str | None) -> float:
    """Seconds since 1970 of an ISO 8601 date or datetime, UTC where it has no offset; `NEVER` for None."""
    if iso is None:
        return NEVER
    when = datetime.fromisoformat(iso)
    return (when if when.tzinfo else when.replace(tzinfo=UTC)).timestamp()


@lru_cache(maxsize=65_536)
def by_the_clock(iso: str) -> float:
    """As `moment`, of the hour that the words say, wherever that is: "Tuesday night" in Bogota is of Tuesday."""
    return datetime.fromisoformat(iso).replace(tzinfo=UTC).timestamp()


def is_day(iso: str) -> bool:
    """Whether it is a bare date, which is the whole day."""
    return "T" not in iso and " " not in iso
