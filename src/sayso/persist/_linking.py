"""What reports tell together, found over the whole picture and written down."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

import msgspec
from sqlalchemy import Connection, bindparam, insert, select, update

from sayso.link.disputes import find_disputes
from sayso.link.joining import join
from sayso.link.records import Dispute
from sayso.link.same_event import link_events
from sayso.link.syndication import find_copies
from sayso.link.told import Shelf
from sayso.model import Reading
from sayso.persist import schema, store

_reports = schema.reports.c
_events = schema.events.c


def link(connection: Connection, readings: Sequence[Reading]) -> None:
    """Writes which report is a copy of which, which linked event each event tells, and the disputes."""
    copies = find_copies([reading.report for reading in readings])
    links = link_events(readings, copies)
    _write_copies(connection, copies)
    _write_links(connection, links)
    rows = [
        {"id": d.id, "event": int(d.event[1:], 16), "field": d.field, "kind": d.kind, "open": d.open,
         "dispute": msgspec.json.encode(d)}
        for d in _disputes(readings, links, copies)
    ]  # fmt: skip
    connection.execute(schema.disputes.delete())
    if rows:
        connection.execute(insert(schema.disputes), rows)
    store.set_value(connection, "linked", "1")


def _disputes(
    readings: Sequence[Reading], links: Mapping[tuple[str, str], str], copies: Mapping[str, str]
) -> list[Dispute]:
    shelf = Shelf(readings, copies)
    groups: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for telling, linked_id in links.items():
        groups[linked_id].append(telling)
    found: list[Dispute] = []
    for linked_id, group in groups.items():
        found += find_disputes(join(linked_id, group, shelf), shelf)
    return found


def _write_copies(connection: Connection, copies: Mapping[str, str]) -> None:
    stored = {row.id: row.syndicated_from for row in connection.execute(select(_reports.id, _reports.syndicated_from))}
    changed = [{"of": name, "is_from": copies.get(name)} for name in stored if stored[name] != copies.get(name)]
    if changed:
        change = update(schema.reports).where(_reports.id == bindparam("of"))
        connection.execute(change.values(syndicated_from=bindparam("is_from")), changed)


def _write_links(connection: Connection, links: Mapping[tuple[str, str], str]) -> None:
    numbers = {telling: int(name[1:], 16) for telling, name in links.items()}
    joined = schema.events.join(schema.reports, _events.report == _reports.n)
    stored = select(_events.report, _events.id, _events.linked, _reports.id.label("name")).select_from(joined)
    changed = [
        {"in_report": row.report, "of": row.id, "tells": numbers.get((row.name, row.id))}
        for row in connection.execute(stored)
        if row.linked != numbers.get((row.name, row.id))
    ]
    if changed:
        change = update(schema.events).where(_events.report == bindparam("in_report"), _events.id == bindparam("of"))
        connection.execute(change.values(linked=bindparam("tells")), changed)
