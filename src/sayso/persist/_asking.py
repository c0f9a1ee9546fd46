"""The questions, as SQL: from a `Query` to ids, groups and lines."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Collection
from dataclasses import replace
from textwrap import shorten
from typing import Any

import msgspec
from sqlalchemy import ColumnElement, Connection, Select, String, Table, false, func, literal_column, select, text

from sayso.errors import UsageError
from sayso.link.records import Dispute, Outcome, SharedEntity
from sayso.link.same_entity import Names, share
from sayso.persist import schema
from sayso.persist.countries import country_code, town_names
from sayso.persist.found import Hit, ReportLine, pieces
from sayso.persist.query import (
    Query,
    about,
    by,
    happened,
    holds,
    in_place,
    of_kind,
    of_type,
    reported,
    scored,
    told,
    words_between,
)

Conditions = list[ColumnElement[bool]]

#: characters of a text in which the first words of a report are looked for, and half as many are shown
OPENING = 160
#: SQLite takes so many names in one statement, and more
_NAMED_AT_ONCE = 10_000
_LINKED = re.compile(r"E[0-9a-f]{12}\Z")

#: of a linked event: (report id, event id) of its tellings
Group = list[tuple[str, str]]

_reports = schema.reports.c


def _where(connection: Connection, query: Query, column: ColumnElement[str]) -> Conditions:
    if not query.where:
        return []
    names = dict.fromkeys((*town_names(query.where), *named_so(connection, query.where, "place")))
    return [in_place(column, names, country_code(query.where))]


def statements(connection: Connection, query: Query) -> Conditions:
    table = schema.statements
    return [
        *scored(query, table),
        *of_kind(query, table.c.act),
        *reported(query),
        *by(query, table.c.source, also_called(connection, query.by)),
        *_where(connection, query, table.c.places),
        *about(query, named_so(connection, query.about), table.c.source, words_between(table)),
    ]


def outlooks(connection: Connection, query: Query) -> Conditions:
    table = schema.outlooks
    return [
        *scored(query, table),
        *reported(query),
        *by(query, table.c.holder, also_called(connection, query.by)),
        *_where(connection, query, table.c.places),
        *about(query, named_so(connection, query.about), table.c.holder, words_between(table)),
        *([_became(query.kind)] if query.kind else []),
    ]


def _became(kind: str) -> ColumnElement[bool]:
    """Whether an outlook has this outcome."""
    table, became = schema.outlooks.c, schema.outcomes.c
    own = select(became.id).where(became.report == table.report, became.id == table.id)
    return own.where(became.outcome == kind.lower().replace(" ", "_")).exists()


def fates(connection: Connection, wanted: Collection[str]) -> dict[tuple[str, str], Outcome]:
    """(report, outlook) → what became of it, for the outlooks of these reports; with too many to name them, of all."""
    table = schema.outcomes
    found = _joined(table, table.c.record)
    if len(wanted) <= _NAMED_AT_ONCE:
        found = found.where(_reports.id.in_(wanted))
    records = (msgspec.json.decode(row.record, type=Outcome) for row in connection.execute(found))
    return {(record.report, record.outlook): record for record in records}


def events(connection: Connection, query: Query) -> Conditions:
    columns = schema.events.c
    return [
        *scored(query, schema.events),
        *([columns.coded == 1] if query.coded else []),
        *of_type(query, columns),
        *happened(query),
        *by(query, columns.actors, also_called(connection, query.by)),
        *_where(connection, query, columns.places),
        *about(
            query,
            named_so(connection, query.about),
            columns.actors,
            columns.recipients,
            columns.places,
            words_between(schema.events),
        ),
    ]


def _joined(table: Table, *columns: Any) -> Select[Any]:
    return select(*columns).select_from(table.join(schema.reports, table.c.report == _reports.n))


def _in_order(query: Query) -> tuple[Any, Any]:
    """By when reports were published; id breaks ties, so that the order is always the same."""
    columns = (_reports.published, _reports.id)
    return (columns[0].desc(), columns[1].desc()) if query.order == "latest" else columns


#: table → its filters
_FILTERS: dict[str, Callable[[Connection, Query], Conditions]] = {
    "statements": statements,
    "events": events,
    "outlooks": outlooks,
}


def ids(connection: Connection, kind: str, query: Query) -> dict[str, set[str]]:
    """Report id → ids of its records of a kind that meet the filters, in newest versions."""
    table, conditions = schema.metadata.tables[kind], _FILTERS[kind](connection, query)
    found = _joined(table, _reports.id.label("report"), table.c.id).where(_reports.newest == 1, *conditions)
    wanted: dict[str, set[str]] = defaultdict(set)
    for row in connection.execute(found.order_by(*_in_order(query), table.c.start).limit(query.limit)):
        wanted[row.report].add(row.id)
    return wanted


def linked(connection: Connection, query: Query, linked_id: str | None = None) -> dict[str, Group]:
    """Linked event → its tellings, for those that some telling of meets the filters, in the order asked for."""
    table = schema.events
    meets = _telling(connection, query, table.c.linked)
    if linked_id is not None:
        meets = meets.where(table.c.linked == int(linked_id[1:], 16) if _LINKED.match(linked_id) else false())
    chosen = meets.group_by(table.c.linked).order_by(*_events_in_order(query)).limit(query.limit)
    numbers = connection.execute(chosen).scalars().all()
    groups: dict[str, Group] = {linked_name(number): [] for number in numbers}
    tellings = _joined(table, table.c.linked, _reports.id.label("report"), table.c.id)
    if len(numbers) <= _NAMED_AT_ONCE:
        tellings = tellings.where(table.c.linked.in_(numbers))
    else:  # more than can be named in a statement: the question is asked once more
        found = chosen.subquery()
        tellings = tellings.join(found, found.c.linked == table.c.linked)
    for row in connection.execute(tellings.order_by(_reports.published, _reports.id, table.c.start)):
        groups[linked_name(row.linked)].append((row.report, row.id))
    return groups


def how_many_linked(connection: Connection, query: Query) -> int:
    """Linked events some telling of which meets the filters, whatever the limit."""
    count: int = connection.execute(
        _telling(connection, query, func.count(schema.events.c.linked.distinct()))
    ).scalar_one()
    return count


def _telling(connection: Connection, query: Query, *columns: Any) -> Select[Any]:
    """Columns of the tellings of linked events that meet the filters."""
    table = schema.events
    found = _joined(table, *columns).where(table.c.linked.is_not(None), *events(connection, query))
    days = told(query)
    return found.where(table.c.linked.in_(_joined(table, table.c.linked).where(*days))) if days else found


def _events_in_order(query: Query) -> tuple[Any, ...]:
    """By when the events were, or by how many reports tell them; id breaks ties."""
    when = func.min(func.coalesce(schema.events.c.since, _reports.published))
    if query.order == "latest":
        return when.desc(), schema.events.c.linked
    earliest = (when.is_(None), when, schema.events.c.linked)
    return (func.count(schema.events.c.report.distinct()).desc(), *earliest) if query.order == "most told" else earliest


def linked_name(number: int) -> str:
    """The id of a linked event, which the table keeps as a number."""
    return f"E{number:012x}"


def how_many(connection: Connection, kind: str, query: Query) -> int:
    """Records of a kind in newest versions that meet the filters."""
    table, conditions = schema.metadata.tables[kind], _FILTERS[kind](connection, query)
    found = _joined(table, func.count()).where(_reports.newest == 1, *conditions)
    count: int = connection.execute(found).scalar_one()
    return count


def kinds(connection: Connection, verb: str) -> set[str]:
    """Every value in the picture that `--kind` may name."""
    tables = {
        "statements": (schema.statements.c.act,),
        "events": (schema.events.c.type, schema.events.c.mode, schema.events.c.status),
        "disputes": (schema.disputes.c.kind, schema.disputes.c.field),
        "outlooks": (schema.outcomes.c.outcome,),
        "entities": (schema.entities.c.kind,),
    }
    return {
        value
        for column in tables.get(verb, ())
        for value in connection.execute(select(column).distinct()).scalars()
        if value is not None
    }


def copies(connection: Connection) -> dict[str, str]:
    """Report → the report it is a copy of."""
    found = select(_reports.id, _reports.syndicated_from).where(_reports.syndicated_from.is_not(None))
    return {row.id: row.syndicated_from for row in connection.execute(found)}


def packed(wanted: Collection[str] | None, *, newest: bool) -> Select[Any]:
    """Rows of readings; with too many reports wanted to name them, of all, for the caller to choose from."""
    found = select(_reports.id, _reports.reading, _reports.text, _reports.version_of)
    if wanted is not None and len(wanted) <= _NAMED_AT_ONCE:
        found = found.where(_reports.id.in_(wanted))
    if newest:
        found = found.where(_reports.newest == 1)
    return found.order_by(_reports.published, _reports.id)


def linked_id(connection: Connection, report_id: str, event_id: str) -> str | None:
    table = schema.events
    found = _joined(table, table.c.linked).where(_reports.id == report_id, table.c.id == event_id)
    number: int | None = connection.execute(found).scalar()
    return None if number is None else linked_name(number)


def disputes(connection: Connection, query: Query) -> list[Dispute]:
    """Event by event: those with an open one first, figures before denials, and of these the latest."""
    table = schema.disputes
    found = select(table.c.dispute).where(*of_kind(query, table.c.kind, table.c.field))
    conditions = events(connection, replace(query, kind=None))
    if conditions:
        meets = _joined(schema.events, schema.events.c.linked).where(*conditions)
        found = found.where(table.c.event.in_(meets))
    rows = connection.execute(found.order_by(table.c.open.desc(), table.c.field, table.c.id))
    every = [msgspec.json.decode(row.dispute, type=Dispute) for row in rows]
    groups: dict[str, list[Dispute]] = defaultdict(list)
    for one in every:
        groups[one.event].append(one)
    ordered = sorted(groups.values(), key=_pressing, reverse=True)
    return [one for group in ordered for one in group][: query.limit]


def _pressing(group: list[Dispute]) -> tuple[bool, bool, str, str]:
    """Whether a dispute of the event is open, whether one that is not over whether it was, and when the latest account
    of it was published; the id breaks ties.
    """
    latest = max((account.published or "" for one in group for account in one.accounts), default="")
    is_open = [one.field for one in group if one.open]
    return bool(is_open), any(field != "status" for field in is_open), latest, group[0].event


def disputes_of(connection: Connection, linked_id: str) -> list[Dispute]:
    """The disputes about one linked event."""
    return _stored_disputes(connection, schema.disputes.c.event == int(linked_id[1:], 16))


def dispute(connection: Connection, dispute_id: str) -> Dispute | None:
    """The dispute of that id."""
    return next(iter(_stored_disputes(connection, schema.disputes.c.id == dispute_id)), None)


def _stored_disputes(connection: Connection, condition: ColumnElement[bool]) -> list[Dispute]:
    table = schema.disputes.c
    rows = connection.execute(select(table.dispute).where(condition).order_by(table.field, table.id))
    return [msgspec.json.decode(row.dispute, type=Dispute) for row in rows]


def names(connection: Connection) -> Names:
    """The names that are another's, as they were joined last."""
    return {(row.kind, row.name): row.one for row in connection.execute(select(schema.names))}


def _called_alike(connection: Connection) -> list[tuple[str, set[str]]]:
    """The kind and the names of each that goes by more than one."""
    groups: dict[tuple[str, str], set[str]] = defaultdict(set)
    for (kind, name), one in names(connection).items():
        groups[kind, one] |= {name, one}
    return [(kind, group) for (kind, _), group in groups.items()]


def also_called(connection: Connection, words: str | None) -> list[str]:
    """The other names of all who have these words in one of theirs."""
    groups = _called_alike(connection) if words else ()
    alike = (group for _, group in groups if any(holds(name, words or "") for name in group))
    return sorted(name for name in set().union(*alike) if not holds(name, words or ""))


def named_so(connection: Connection, words: str | None, *kinds: str) -> list[str]:
    """The other names of whoever or whatever has these words for a name, of these kinds or of any; none of a place that
    has one of them in this: "Oslo Fair" is more than Oslo.
    """
    words = " ".join((words or "").split())
    found: set[str] = set()
    for kind, group in _called_alike(connection) if words else ():
        if kind in (kinds or (kind,)) and any(_is_name(name, words) for name in group):
            others = {name for name in group if not holds(name, words)}
            found |= others if kind != "place" or not any(holds(words, name) for name in others) else set()
    return sorted(found)


def _is_name(name: str, words: str) -> bool:
    """Whether the words are the name: "us" is not "US"."""
    return name == words or (not name.isupper() and name.casefold() == words.casefold())


def entities(connection: Connection, query: Query) -> list[SharedEntity]:
    """Names are joined before it is asked what they are."""
    table = schema.entities
    conditions = [
        *scored(query, table),
        *of_kind(query, table.c.kind),
        *reported(query),
        *by(query, _reports.outlet),
        *_where(connection, query, table.c.places),
    ]
    found = _joined(table, _reports.id.label("report"), *table.c).where(_reports.newest == 1, *conditions)
    rows = connection.execute(found.order_by(_reports.published, _reports.id))
    shared = share((dict(row._mapping) for row in rows), names(connection))
    about = query.about or ""
    return [one for one in shared if any(holds(name, about) for name in (one.name, *one.also))]


def reports(connection: Connection, query: Query, report_id: str | None = None) -> list[ReportLine]:
    def count(table: Table) -> Any:
        return select(func.count()).where(table.c.report == _reports.n).scalar_subquery().label(table.name)

    conditions = [*reported(query), *by(query, _reports.outlet)]
    conditions += about(query, named_so(connection, query.about), _reports.text)
    if report_id is not None:
        conditions.append(_reports.id == report_id)
    if query.where:
        table = schema.entities
        own = table.c.report == _reports.n
        named = select(table.c.report).where(own, *_where(connection, query, table.c.places))
        conditions.append(named.exists())
    shown = [name for name in ReportLine.__struct_fields__ if name in _reports and name != "newest"]
    found = select(
        *(_reports[name] for name in shown),
        (_reports.newest == 1).label("newest"),
        func.length(_reports.text).label("characters"),
        func.substr(_reports.text, 1, OPENING).label("opening"),
        *(count(table) for table in (schema.statements, schema.events, schema.outlooks)),
    ).where(*conditions)
    rows = connection.execute(found.order_by(*_in_order(query)).limit(query.limit))
    return [ReportLine(**{**row._mapping, "opening": _opening(row.opening)}) for row in rows]


def _opening(text: str) -> str:
    """Whole words of the first line that has any."""
    line = next((line for line in text.splitlines() if line.strip()), "")
    return shorten(line, OPENING // 2, placeholder=" …")


def search(connection: Connection, words: str, limit: int) -> list[Hit]:
    """Every word is quoted, so that none is taken for an operator of FTS5's own language, which ends at a NUL."""
    if "\0" in words:
        raise UsageError("a search cannot have a NUL character in it")
    terms = [phrase or word for phrase, word in re.findall(r'"([^"]*)"|([^\s"]+)', words)]
    if not any(re.search(r"\w", term) for term in terms):
        raise UsageError("give at least one word to search for")
    excerpt = literal_column("snippet(search, 1, char(2), char(3), '…', 24)", String).label("excerpt")
    found = (
        select(_reports.id, _reports.outlet, _reports.title, _reports.published, excerpt)
        .select_from(schema.reports.join(text("search"), text("search.rowid = reports.n")))
        .where(text("search MATCH :terms"), _reports.newest == 1)
        .order_by(text("rank"), _reports.id)
        .limit(limit)
    )
    rows = connection.execute(found, {"terms": " ".join(f'"{term}"' for term in terms)})
    return [
        Hit(report=r.id, outlet=r.outlet, title=r.title, published=r.published, excerpt=tuple(pieces(r.excerpt)))
        for r in rows
    ]
