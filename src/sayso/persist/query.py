"""What the picture may be asked: one set of filters for every kind of record, as SQL conditions."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass, fields, replace
from datetime import date, timedelta
from functools import lru_cache
from typing import Any

from sqlalchemy import ColumnElement, String, Table, func, or_

from sayso.errors import UsageError
from sayso.link.moments import came_after, is_day
from sayso.persist import schema

_BETWEEN_NAMES = re.compile("[,;] ")


ORDERS = ("earliest", "latest", "most told")


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """Filters; the ones left out hold for everything. A record must meet all of them."""

    #: words that begin words of the record, of the names in it or of its report's title; all of them
    about: str | None = None
    #: words of the source of a statement, the holder of an outlook, the actors of an event, the outlet of a report
    by: str | None = None
    #: a place or a country, by name or ISO 3166-1 alpha-3
    where: str | None = None
    #: first day, or moment, ISO 8601: when it happened, for events; when it was reported, for the rest. A moment is UTC
    #: where it has no offset, and of events by the clock of the place
    since: str | None = None
    #: last day, or moment, included
    until: str | None = None
    #: of linked events, those that a report published from then on, and up to then, tells
    told_since: str | None = None
    told_until: str | None = None
    #: least score, 0–1
    min_score: float = 0.0
    #: act of a statement; type, mode, both ("ASSAULT.aerial") or status of an event; kind of an entity; kind or field
    #: of a dispute; outcome of an outlook
    kind: str | None = None
    #: of events, only those that the codebook has a type for and those with a toll
    coded: bool = False
    #: at most so many
    limit: int | None = None
    #: which come first, and are kept under a limit: events by when they happened or by how many reports tell them,
    #: reports, statements and outlooks by when they were reported
    order: str = "earliest"

    def __post_init__(self) -> None:
        from sayso.collect.dates import is_iso_8601

        for name in ("since", "until", "told_since", "told_until"):
            when = getattr(self, name)
            if when is not None and not is_iso_8601(when):
                raise UsageError(f'--{name} is "{when}", not a day or time; write it as 2024-11-18 or 2024-11-18T06:30')
        if self.since and self.until and came_after(self.since, self.until):
            raise UsageError(f"--since is {self.since}, which is after --until, {self.until}")
        if self.order not in ORDERS:
            raise UsageError(f'order is "{self.order}"; it is one of {", ".join(ORDERS)}')
        if not 0 <= self.min_score <= 1:
            raise UsageError(f"--min-score is {self.min_score:g}; scores lie between 0 and 1")

    def as_dict(self) -> dict[str, str | float]:
        """The filters that are set, as exports and briefs name them."""
        return {f.name: value for f in fields(self) if (value := getattr(self, f.name)) != f.default}


EVERYTHING = Query()


def query_of(asked: Query, filters: dict[str, Any]) -> Query:
    """The query, or one made of keywords; `UsageError` for a keyword that is no filter."""
    if not filters:
        return asked
    unknown = set(filters) - set(Query.__dataclass_fields__)
    if unknown:
        raise UsageError(f"there is no filter {', '.join(sorted(unknown))}; see sayso.Query")
    return replace(asked, **filters)


@lru_cache(maxsize=64)
def _pattern(words: str, *, whole: bool = False) -> tuple[re.Pattern[str], ...]:
    end = r"(?!\w)" if whole else ""
    return tuple(re.compile(rf"(?<!\w){re.escape(word.casefold())}{end}") for word in words.split())


def holds(text: str | None, words: str) -> bool:
    """Whether every one of the words begins a word of the text, capitals aside; a function of SQLite's, too."""
    if text is None:
        return False
    folded = text.casefold()
    return all(pattern.search(folded) for pattern in _pattern(words))


def calls(text: str | None, names: str) -> bool:
    """Whether the text has one of the names, a line each, as whole words; a function of SQLite's, too."""
    return text is not None and _any_of(names).search(text) is not None


@lru_cache(maxsize=64)
def _any_of(names: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, names.splitlines()))})(?!\w)")


def lies_in(places: str | None, where: str, country: str | None) -> bool:
    """Whether the places, as rows name them, are in the country of that code or named like it; where no country is
    asked for, whether every one of the words is a word of their names, capitals aside. A function of SQLite's, too.
    """
    if places is None:
        return False
    folded = places.casefold()
    if country is not None:
        return country in _BETWEEN_NAMES.split(places) or where.casefold() in _BETWEEN_NAMES.split(folded)
    return all(pattern.search(folded) for pattern in _pattern(where, whole=True))


def words_between(table: Table) -> ColumnElement[str]:
    """The words of the report that a row's `start` and `end` point at."""
    return func.substr(schema.reports.c.text, table.c.start + 1, table.c.end - table.c.start, type_=String)


def reported(query: Query) -> list[ColumnElement[bool]]:
    """Conditions on when the report was published; a report without a date is in no period."""
    return _published(query.since, query.until)


def told(query: Query) -> list[ColumnElement[bool]]:
    """Conditions on when a telling of a linked event was published."""
    return _published(query.told_since, query.told_until)


def _published(since: str | None, until: str | None) -> list[ColumnElement[bool]]:
    return [func.came_between(schema.reports.c.published, since, until) == 1] if since or until else []


def happened(query: Query) -> list[ColumnElement[bool]]:
    """Conditions on when the event was: its interval meets the days asked for; without one, when it was reported.

    ISO 8601 sorts as it reads: "2024-11-18" (an end, exclusive) < "2024-11-18T05:00" < "2024-11-19". Of a moment asked
    for that is to the minute: offsets are left aside.
    """
    start = func.coalesce(schema.events.c.since, schema.reports.c.published)
    # a start alone is taken for that moment: "~" makes it sort after its own day's midnight
    end = func.coalesce(schema.events.c.until, start + "~")
    conditions: list[ColumnElement[bool]] = []
    if query.since:
        conditions.append(end > _to_the_minute(query.since))
    if query.until:
        conditions.append(start < _end_of(query.until))
    return conditions


def _end_of(until: str) -> str:
    """What sorts after all that began by then."""
    if is_day(until):
        return (date.fromisoformat(until) + timedelta(days=1)).isoformat()
    return _to_the_minute(until) + "~"


def _to_the_minute(when: str) -> str:
    return when[:16].replace(" ", "T")


def in_place(column: ColumnElement[str], names: Iterable[str], country: str | None) -> ColumnElement[bool]:
    """The condition on the places of a row, by any of the names; `country` is the alpha-3 code where they are one's."""
    return or_(*(func.lies_in(column, name, country) == 1 for name in names))


def about(query: Query, names: Collection[str], *columns: ColumnElement[str]) -> list[ColumnElement[bool]]:
    """Conditions on what a row is about; `names` are others of whoever or whatever is called so."""
    if not query.about:
        return []
    everything = func.concat_lines(schema.reports.c.title, *columns)
    return [or_(func.holds(everything, query.about) == 1, *_called(everything, names))]


def by(query: Query, column: ColumnElement[str], names: Collection[str] = ()) -> list[ColumnElement[bool]]:
    """Conditions on who says or does it; `names` are others of whoever is called so."""
    if not query.by:
        return []
    return [or_(func.holds(column, query.by) == 1, *_called(column, names))]


def _called(column: ColumnElement[str], names: Collection[str]) -> list[ColumnElement[bool]]:
    return [func.calls(column, "\n".join(names)) == 1] if names else []


def scored(query: Query, table: Table) -> list[ColumnElement[bool]]:
    """Conditions on the score."""
    return [table.c.score >= query.min_score] if query.min_score else []


def of_kind(query: Query, *columns: ColumnElement[str]) -> list[ColumnElement[bool]]:
    """Conditions on the kind, capitals aside."""
    if not query.kind:
        return []
    return [or_(*(func.lower(column) == query.kind.lower() for column in columns))]


def of_type(query: Query, columns: Any) -> list[ColumnElement[bool]]:
    """Conditions on the kind of an event: a type, a mode or a status, or both of the first: "ASSAULT.aerial"."""
    kind, stop, mode = (query.kind or "").lower().partition(".")
    if stop:
        return [func.lower(columns.type) == kind, func.lower(columns.mode) == mode]
    # as tables write it: "did not occur"
    status = [func.lower(columns.status) == kind.replace(" ", "_")] if kind else []
    return [or_(func.lower(columns.type) == kind, func.lower(columns.mode) == kind, *status)] if kind else []
