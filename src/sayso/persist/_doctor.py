"""Is the picture sound, and which picture is it."""

from __future__ import annotations

import hashlib

import msgspec
from sqlalchemy import Connection, select
from sqlalchemy.exc import DatabaseError

from sayso.errors import WordsError
from sayso.persist import schema
from sayso.persist.rows import Flat, check_words, unpack

_FLAT = ("entities", "statements", "events", "outlooks")


def fingerprint(connection: Connection) -> str:
    """sha256 over the ids and the readings of all reports, whatever order they came in."""
    columns = schema.reports.c
    total = hashlib.sha256()
    for row in connection.execute(select(columns.id, columns.digest).order_by(columns.id)):
        total.update(row.id.encode() + row.digest)
    return total.hexdigest()


def examine(connection: Connection) -> list[str]:
    """Every fault found, one line each."""
    faults = [f"file: {row[0]}" for row in connection.exec_driver_sql("PRAGMA integrity_check") if row[0] != "ok"]
    for table, row, parent, _ in connection.exec_driver_sql("PRAGMA foreign_key_check"):
        faults.append(f"{table}: row {row} points at a row of {parent} that is not there")
    try:
        connection.exec_driver_sql("INSERT INTO search(search, rank) VALUES ('integrity-check', 1)")
    except DatabaseError as error:
        if "locked" in str(error.orig):
            raise
        faults.append(f"search: the index does not match the texts ({error.orig})")
    finally:
        connection.rollback()
    columns = schema.reports.c
    found = select(columns.n, columns.id, columns.reading, columns.text, columns.version_of, columns.digest)
    for row in connection.execute(found.order_by(columns.n)):
        faults += _report_faults(connection, row.n, row.id, unpacked=(row.reading, row.text, row.version_of))
    return faults


def _report_faults(connection: Connection, n: int, name: str, unpacked: tuple[bytes, str, str | None]) -> list[str]:
    try:
        reading = unpack(*unpacked)
    except (ValueError, msgspec.MsgspecError) as error:
        return [f"{name}: its reading cannot be unpacked ({error})"]
    faults = []
    try:
        check_words(reading)
    except WordsError as error:
        faults.append(str(error))
    expected = Flat(reading).rows()
    for table in _FLAT:
        columns = schema.metadata.tables[table].c
        stored = set(connection.execute(select(columns.id).where(columns.report == n)).scalars())
        if stored != {row["id"] for row in expected[table]}:
            faults.append(f"{name}: the rows in {table} are not those of its reading")
    return faults
