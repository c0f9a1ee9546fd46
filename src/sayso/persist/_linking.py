"""What reports tell together, found over the whole picture and written down."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import msgspec
from sqlalchemy import Connection, Table, bindparam, insert, select, update

from sayso.link.disputes import find_disputes
from sayso.link.joining import join
from sayso.link.outcomes import find_outcomes
from sayso.link.records import Dispute, Outcome
from sayso.link.same_entity import Names, one_name
from sayso.link.same_event import link_events
from sayso.link.stories import similar
from sayso.link.syndication import find_copies
from sayso.link.told import Shelf
from sayso.model import Reading
from sayso.persist import schema

_reports = schema.reports.c
_events = schema.events.c


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What is known across reports."""

    #: copy → origin
    copies: Mapping[str, str]
    #: (report, event) → id of its linked event
    links: Mapping[tuple[str, str], str]
    disputes: Sequence[Dispute]
    #: what became of every outlook
    outcomes: Sequence[Outcome]
    names: Names


def find(readings: Sequence[Reading]) -> Found:
    """Copies, linked events, disputes, outcomes and names that are one of these readings."""
    copies = find_copies([reading.report for reading in readings])
    stories = similar(readings)
    links = link_events(readings, copies, stories)
    shelf = Shelf(readings, copies)
    groups: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for telling, linked_id in links.items():
        groups[linked_id].append(telling)
    disputes = [
        dispute
        for name, group in groups.items()
        if len(group) > 1 or shelf.told(*group[0]).may_disagree
        for dispute in find_disputes(join(name, group, shelf), shelf)
    ]
    outcomes = find_outcomes(readings, copies, links, stories)
    return Found(copies=copies, links=links, disputes=disputes, outcomes=outcomes, names=one_name(readings))


def write(connection: Connection, found: Found) -> None:
    """Writes down what changed."""
    _write_copies(connection, found.copies)
    _write_links(connection, found.links)
    _write_outcomes(connection, found.outcomes)
    rows = [
        {
            "id": d.id,
            "event": int(d.event[1:], 16),
            "field": d.field,
            "kind": d.kind,
            "open": d.open,
            "dispute": msgspec.json.encode(d),
        }
        for d in found.disputes
    ]
    _write_anew(connection, schema.disputes, rows)
    names = [{"kind": kind, "name": name, "one": one} for (kind, name), one in found.names.items()]
    _write_anew(connection, schema.names, names)


def _write_anew(connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    connection.execute(table.delete())
    if rows:
        connection.execute(insert(table), rows)


def _write_copies(connection: Connection, copies: Mapping[str, str]) -> None:
    stored = {row.id: row.syndicated_from for row in connection.execute(select(_reports.id, _reports.syndicated_from))}
    changed = [{"of": name, "is_from": copies.get(name)} for name in stored if stored[name] != copies.get(name)]
    if changed:
        change = update(schema.reports).where(_reports.id == bindparam("of"))
        connection.execute(change.values(syndicated_from=bindparam("is_from")), changed)


def _write_outcomes(connection: Connection, outcomes: Sequence[Outcome]) -> None:
    numbers = {row.id: row.n for row in connection.execute(select(_reports.id, _reports.n))}
    rows = [
        {"report": numbers[o.report], "id": o.outlook, "outcome": o.outcome, "record": msgspec.json.encode(o)}
        for o in outcomes
        if o.report in numbers
    ]
    _write_anew(connection, schema.outcomes, rows)


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
