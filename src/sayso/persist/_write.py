"""Writing a reading: one report, one transaction, all or nothing."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple

from sqlalchemy import Connection, and_, insert, or_, select, update

from sayso.link.syndication import shared_words
from sayso.model import Reading, Report, report_id
from sayso.persist import schema, store
from sayso.persist.rows import Flat, pack

#: how much of the shorter text two reports of one outlet and title must share to be versions of one page
SAME_PAGE = 0.5
#: and two that were read from one file: one that was written over with another report has next to nothing of the first.
#: In a note of few words one figure that is corrected breaks all 5-grams: there single words are compared
SAME_FILE = 0.2
FEW_WORDS, SAME_NOTE = 60, 0.7
#: where a text comes from that is in no file
STANDARD_INPUT = "standard input"

_WORD = re.compile(r"\w+")

reports, origins = schema.reports, schema.origins


class Known(NamedTuple):
    """A report that is in the picture: what it says of itself, and its place among the versions of its page."""

    n: int
    id: str
    given_id: str | None
    title: str | None
    published: str | None
    version_of: str | None
    newest: int
    added: str


def has(connection: Connection, name: str) -> bool:
    """Whether the report is in the picture."""
    return connection.execute(select(reports.c.n).where(reports.c.id == name)).first() is not None


def known(connection: Connection, report: Report) -> list[Known]:
    """The report as it is in the picture, and the same words of no outlet, where they are in it, too."""
    names = [report.id]
    if report.outlet is not None:
        names.append(report_id(outlet=None, url=report.url, text=report.text))
    columns = [reports.c[name] for name in Known._fields]
    found = [connection.execute(select(*columns).where(reports.c.id == name)).first() for name in names]
    return [Known(*row) for row in found if row is not None]


def put(connection: Connection, reading: Reading) -> None:
    """Stores a reading whose words were checked and whose report is not there yet."""
    earlier = earlier_version(connection, reading.report)
    if earlier is not None:
        connection.execute(update(reports).where(reports.c.id == earlier).values(newest=0))
    _insert(connection, reading, version_of=earlier, newest=1, added=datetime.now(UTC).isoformat(timespec="seconds"))


def replace(connection: Connection, stored: Known, reading: Reading) -> None:
    """Puts a reading in the place of a stored one; among the versions of its page it stands where that stood."""
    later = reports.c.version_of == stored.id
    connection.execute(update(reports).where(later).values(version_of=reading.report.id))
    connection.execute(reports.delete().where(reports.c.n == stored.n))
    place = {name: getattr(stored, name) for name in ("n", "version_of", "newest", "added")}
    _insert(connection, reading, **place)


def _insert(connection: Connection, reading: Reading, **place: Any) -> None:
    report = reading.report
    packed, digest = pack(reading)
    inserted = connection.execute(
        insert(reports).values(
            id=report.id,
            given_id=report.given_id,
            url=report.url,
            outlet=report.outlet,
            title=report.title,
            published=report.published,
            language=report.language,
            text=report.text,
            reading=packed,
            digest=digest,
            **place,
        )
    )
    key: Any = inserted.inserted_primary_key
    for table, rows in Flat(reading).rows().items():
        if rows:
            connection.execute(insert(schema.metadata.tables[table]), [{"report": key[0], **row} for row in rows])
    location = _file_of(report)
    if location is not None:
        connection.execute(insert(origins).values(report=key[0], location=location))
    store.count_change(connection)


def _file_of(report: Report) -> str | None:
    """The whole path of the file that is this one report, where it has no address of its own."""
    origin = report.origin
    if report.url or origin is None or origin.kind not in ("file", "html") or origin.location == STANDARD_INPUT:
        return None
    return str(Path(origin.location).absolute())


def earlier_version(connection: Connection, report: Report) -> str | None:
    """Id of the newest report of the same page: the same url; or no url, and the same file with some of the words, or
    the same outlet with the same given id, or with the same title and half of the words.
    """
    newest = reports.c.newest == 1
    if report.url:
        same = connection.execute(select(reports.c.id).where(newest, reports.c.url == report.url)).first()
        return str(same.id) if same is not None else None
    return _of_the_file(connection, report) or _of_the_outlet(connection, report)


def _of_the_file(connection: Connection, report: Report) -> str | None:
    """Id of the newest report that was read from the same file."""
    found = select(reports.c.id, reports.c.text).join(origins, origins.c.report == reports.c.n)
    rows = connection.execute(found.where(reports.c.newest == 1, origins.c.location == _file_of(report)))
    return next((str(row.id) for row in rows if _is_corrected(report.text, row.text)), None)


def _is_corrected(one: str, other: str) -> bool:
    """Whether one text of a file is the other with changes, and no other text."""
    if shared_words(one, other) >= SAME_FILE:
        return True
    few, more = sorted((_WORD.findall(text.casefold()) for text in (one, other)), key=len)
    return len(more) <= FEW_WORDS and len(set(few) & set(more)) >= SAME_NOTE * len(set(few))


def _of_the_outlet(connection: Connection, report: Report) -> str | None:
    """Id of the newest report of the same outlet with the same id given, or title and words."""
    newest = reports.c.newest == 1
    if not report.outlet:
        return None
    named = or_(
        and_(reports.c.given_id == report.given_id, reports.c.given_id.is_not(None)),
        and_(reports.c.title == report.title, reports.c.title.is_not(None)),
    )
    candidates = connection.execute(
        select(reports.c.id, reports.c.given_id, reports.c.text).where(
            newest, reports.c.url.is_(None), reports.c.outlet == report.outlet, named
        )
    )
    for row in candidates:
        if (report.given_id and row.given_id == report.given_id) or shared_words(report.text, row.text) >= SAME_PAGE:
            return str(row.id)
    return None


def forget(connection: Connection, name: str) -> bool:
    """Takes a report and all it gave out again; the versions around it close the gap. False if it is not there."""
    row = connection.execute(select(reports).where(reports.c.id == name)).first()
    if row is None:
        return False
    later = reports.c.version_of == name
    connection.execute(update(reports).where(later).values(version_of=row.version_of))
    if row.newest and row.version_of:
        connection.execute(update(reports).where(reports.c.id == row.version_of).values(newest=1))
    connection.execute(reports.delete().where(reports.c.id == name))
    store.count_change(connection)
    return True
