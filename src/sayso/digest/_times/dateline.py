"""When a report was published, in its own offset."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, tzinfo

from sayso.errors import InputError


@dataclass(frozen=True, slots=True)
class Dateline:
    """When the report was published, in its own offset."""

    day: date
    zone: tzinfo | None
    #: the instant, where an hour was given
    instant: datetime | None

    @classmethod
    def parse(cls, published: str | None) -> Dateline | None:
        """The dateline of an ISO 8601 date or datetime; `InputError` where it is neither."""
        if published is None:
            return None
        try:
            if len(published) == 10:
                return cls(date.fromisoformat(published), None, None)
            instant = datetime.fromisoformat(published)
        except ValueError as error:
            raise InputError(f'"published" is {published!r}, not an ISO 8601 date or datetime') from error
        return cls(instant.date(), instant.tzinfo, instant)
