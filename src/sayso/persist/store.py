"""The SQLite file: opened, checked, and its errors made ours."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import URL, Connection, Engine, create_engine, event, func, inspect, select
from sqlalchemy.exc import SQLAlchemyError

from sayso.errors import PictureError, SchemaError
from sayso.link.moments import came_between
from sayso.persist import schema
from sayso.persist.query import calls, holds, lies_in

#: how long one process waits for another's write, in seconds
BUSY_SECONDS = 10.0
#: marks the file as ours ("SAYS"), in SQLite's own header field
APPLICATION_ID = 0x53415953


def open_engine(path: Path, *, create: bool, busy_seconds: float = BUSY_SECONDS) -> Engine:
    """An engine on the picture at `path`, made if it may be; `PictureError` or `SchemaError` otherwise."""
    if not path.exists():
        if not create:
            raise PictureError(f"there is no picture at {path}; `sayso add … --picture {path}` makes one")
        if not path.parent.is_dir():
            raise PictureError(f"cannot make a picture at {path}: there is no folder {path.parent}")
    elif path.is_dir():
        raise PictureError(f"{path} is a folder, not a picture")
    engine = create_engine(URL.create("sqlite", database=str(path)), connect_args={"timeout": busy_seconds})
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    try:
        with guarded(path, opening=True), engine.connect() as connection:
            _check(connection, path, create=create)
    except PictureError:
        engine.dispose()
        raise
    return engine


def _prepare(connection: sqlite3.Connection, _record: object) -> None:
    """Every connection: no implicit transactions of the driver's, WAL, foreign keys, and our own text functions."""
    connection.isolation_level = None
    for pragma in ("foreign_keys = ON", "journal_mode = WAL", "synchronous = NORMAL"):
        connection.execute(f"PRAGMA {pragma}")
    connection.create_function("holds", 2, holds, deterministic=True)
    connection.create_function("calls", 2, calls, deterministic=True)
    connection.create_function("lies_in", 3, lies_in, deterministic=True)
    connection.create_function("came_between", 3, came_between, deterministic=True)
    connection.create_function("concat_lines", -1, _lines, deterministic=True)


def _lines(*texts: str | None) -> str:
    return "\n".join(text for text in texts if text)


def _begin(connection: Connection) -> None:
    """A writer takes the lock at once: a lock taken half-way cannot be waited for."""
    writing = connection.get_execution_options().get("writing")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")


def _check(connection: Connection, path: Path, *, create: bool) -> None:
    """Makes the tables of a new picture, or those that one of an earlier version lacks.

    `SchemaError` for a file that is none, or one of a version that we do not know.
    """
    if not inspect(connection).has_table("meta"):
        tables = connection.exec_driver_sql("SELECT count(*) FROM sqlite_master").scalar_one()
        if tables or not create:
            raise SchemaError(f"{path} is no picture of sayso's; give another file with --picture")
        _make(connection)
        return
    version = connection.execute(select(schema.meta.c.value).where(schema.meta.c.key == "schema")).scalar()
    if version is not None and version.isdigit() and int(version) in schema.ADDED:
        _grow(connection)
        return
    if version != str(schema.VERSION):
        told = f"has schema version {version}" if version else "has no schema version"
        raise SchemaError(f"{path} {told}; this sayso reads version {schema.VERSION}: add the reports to a new picture")


def _grow(connection: Connection) -> None:
    """Gives a picture of an earlier version the tables that it lacks; its links are made anew by the next question."""
    connection.rollback()
    connection = connection.execution_options(writing=True)
    with connection.begin():
        # another process may have done it since we looked
        found = int(value(connection, "schema"))
        for version in range(found, schema.VERSION):
            for name in schema.ADDED[version]:
                schema.metadata.tables[name].create(connection, checkfirst=True)
        if found < schema.VERSION:
            set_value(connection, "linked", "")
            set_value(connection, "schema", str(schema.VERSION))


def _make(connection: Connection) -> None:
    connection.rollback()
    connection = connection.execution_options(writing=True)
    with connection.begin():
        # another process may have made them since we looked
        if inspect(connection).has_table("meta"):
            return
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
        schema.metadata.create_all(connection)
        rows = [
            {"key": "schema", "value": str(schema.VERSION)},
            {"key": "changes", "value": "0"},
            {"key": "linked", "value": "0"},
        ]
        connection.execute(schema.meta.insert(), rows)


@contextmanager
def guarded(path: Path, *, opening: bool = False) -> Iterator[None]:
    """Turns what SQLite and SQLAlchemy raise into a `PictureError` that says what to do."""
    try:
        yield
    except SQLAlchemyError as error:
        raise told(path, getattr(error, "orig", None) or error, opening=opening) from error
    except sqlite3.Error as error:
        raise told(path, error, opening=opening) from error


def told(path: Path, error: BaseException, *, opening: bool = False) -> PictureError:
    """The error as one clear line; `opening`: nothing can be asked of the file, not even where it is damaged."""
    reason = str(error).splitlines()[0] if str(error) else type(error).__name__
    if "locked" in reason or "busy" in reason:
        return PictureError(f"the picture {path} is locked by another program; try again when that is done")
    if "not a database" in reason:
        return SchemaError(f"{path} is no picture of sayso's; give another file with --picture")
    if "malformed" in reason or "disk image" in reason:
        return damaged(path, reason, opening=opening)
    if "readonly" in reason or "unable to open" in reason:
        return PictureError(f"the picture {path} cannot be opened or written ({reason}); see who owns the file")
    if "full" in reason:
        return PictureError(f"the picture {path} cannot grow: {reason}")
    return PictureError(f"the picture {path} cannot be used: {reason}")


def damaged(path: Path, reason: str, *, opening: bool = False) -> PictureError:
    """The error of a picture that is damaged."""
    way_out = "it cannot be opened: add its reports to a new one" if opening else "`sayso doctor` says where"
    return PictureError(f"the picture {path} is damaged ({reason}); {way_out}")


def value(connection: Connection, key: str) -> str:
    """A value of the meta table."""
    return str(connection.execute(select(schema.meta.c.value).where(schema.meta.c.key == key)).scalar())


def set_value(connection: Connection, key: str, text: str) -> None:
    """Sets a value of the meta table."""
    connection.execute(schema.meta.update().where(schema.meta.c.key == key).values(value=text))


def count_change(connection: Connection) -> None:
    """One more report that came or went: links made before it are out of date."""
    set_value(connection, "changes", str(int(value(connection, "changes")) + 1))


def rows_in(connection: Connection, table: str) -> int:
    """How many rows a table has."""
    return int(connection.execute(select(func.count()).select_from(schema.metadata.tables[table])).scalar_one())
