"""Dates as moments that can be compared, whatever their precision."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import lru_cache

#: later than every date
NEVER = float("inf")

DAY = 86_400.0
WEEK = 7 * DAY


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


def came_before(published: str | None, bound: str) -> bool:
    """Whether a report came out before a day, by the outlet's own clock, or before a moment; one of which only the day
    is known if that was over then. What has no date was there before.
    """
    if published is None or is_day(bound):
        return (published or "")[:10] < bound
    if is_day(published):
        return moment(published) + DAY <= moment(bound)
    return moment(published) < moment(bound)


def came_after(published: str | None, bound: str) -> bool:
    """Whether a report came out after a day was over, or after a moment."""
    if published is None or is_day(bound):
        return (published or "")[:10] > bound
    return moment(published) > moment(bound)


def came_between(published: str | None, since: str | None, until: str | None) -> bool:
    """Whether a report came out between two days or moments, both included; one without a date did not."""
    if not published:
        return False
    return not (since and came_before(published, since)) and not (until and came_after(published, until))
