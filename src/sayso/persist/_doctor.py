"""Is the picture sound, and which picture is it."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path

from sqlalchemy import Connection, Engine, select
from sqlalchemy.exc import DatabaseError

from sayso.errors import PictureError
from sayso.persist import schema, store
from sayso.persist.rows import Flat, unpack, words_fault

_UNREADABLE = "cannot be read"
_FLAT = ("entities", "statements", "events", "outlooks")


def fingerprint(connection: Connection) -> str:
    """sha256 over the ids and the readings of all reports, whatever order they came in."""
    columns = schema.reports.c
    total = hashlib.sha256()
    for row in connection.execute(select(columns.id, columns.digest).order_by(columns.id)):
        total.update(row.id.encode() + row.digest)
    return total.hexdigest()


def check(engine: Engine, path: Path) -> None:
    """`PictureError` where the file or a reading is damaged: a short look, which compares nothing."""
    with store.guarded(path), engine.connect() as connection:
        fault = connection.exec_driver_sql("PRAGMA quick_check(1)").scalar_one().splitlines()[-1]
        for row in connection.execute(select(schema.reports.c.id, schema.reports.c.reading)) if fault == "ok" else ():
            try:
                zlib.decompress(row.reading)
            except zlib.error as error:
                fault = f"the reading of {row.id}: {error}"
                break
    if fault != "ok":
        raise store.damaged(path, fault)


def examine(connection: Connection) -> list[str]:
    """Every fault found, one line each; what cannot be read hides no fault of the rest."""
    faults: list[str] = []
    for what, step in (("file", _file_faults), ("rows", _key_faults), ("search", _search_faults)):
        faults += _tried(connection, what, partial(step, connection))
    found: dict[int, str] = {}
    faults += _tried(connection, "reports", partial(_listed, connection, found))
    for n, name in found.items():
        faults += _tried(connection, name, partial(_report_faults, connection, n, name))
    return faults


def _listed(connection: Connection, into: dict[int, str]) -> Iterator[str]:
    """Takes down number and id of every report; finds no faults itself."""
    columns = schema.reports.c
    for row in connection.execute(select(columns.n, columns.id).order_by(columns.n)):
        into[row.n] = row.id
    yield from ()


def way_out(faults: Sequence[str]) -> str:
    """What to do about them."""
    if any(fault.startswith("file: ") or _UNREADABLE in fault for fault in faults):
        return "the file is damaged: add its reports to a new picture"
    return "`sayso add --again` reads a report anew, from the file that it came from"


def _tried(connection: Connection, what: str, step: Callable[[], Iterable[str]]) -> list[str]:
    """The faults that a step finds, or the one that it cannot be done."""
    try:
        return list(step())
    except DatabaseError as error:
        if "malformed" not in str(error.orig):
            raise
        return [f"{what}: {_UNREADABLE} ({error.orig})"]
    finally:
        connection.rollback()


def _file_faults(connection: Connection) -> Iterator[str]:
    for (told,) in connection.exec_driver_sql("PRAGMA integrity_check"):
        yield from (f"file: {line}" for line in told.splitlines() if line != "ok" and not line.startswith("***"))


def _key_faults(connection: Connection) -> Iterator[str]:
    for table, row, parent, _ in connection.exec_driver_sql("PRAGMA foreign_key_check"):
        yield f"{table}: row {row} points at a row of {parent} that is not there"


def _search_faults(connection: Connection) -> Iterator[str]:
    try:
        connection.exec_driver_sql("INSERT INTO search(search, rank) VALUES ('integrity-check', 1)")
    except DatabaseError as error:
        if "locked" in str(error.orig):
            raise
        yield f"search: the index does not match the texts ({error.orig})"


def _report_faults(connection: Connection, n: int, name: str) -> Iterator[str]:
    columns = schema.reports.c
    found = select(columns.reading, columns.text, columns.version_of).where(columns.n == n)
    row = connection.execute(found).one()
    try:
        reading = unpack(row.reading, row.text, row.version_of)
    except PictureError as error:
        yield f"{name}: its reading cannot be unpacked ({error.__cause__})"
        return
    fault = words_fault(reading)
    if fault is not None:
        yield f"{name}: {fault}"
    expected = Flat(reading).rows()
    for table in _FLAT:
        columns = schema.metadata.tables[table].c
        stored = set(connection.execute(select(columns.id).where(columns.report == n)).scalars())
        if stored != {row["id"] for row in expected[table]}:
            yield f"{name}: the rows in {table} are not those of its reading"
