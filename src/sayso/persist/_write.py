"""Writing a reading: one report, one transaction, all or nothing."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, and_, insert, or_, select, update

from sayso.link.syndication import shared_words
from sayso.model import Reading, Report
from sayso.persist import schema, store
from sayso.persist.rows import Flat, pack

#: how much of the shorter text two reports of one outlet and title must share to be versions of one page
SAME_PAGE = 0.5

reports = schema.reports


def has(connection: Connection, report_id: str) -> bool:
    """Whether the report is in the picture."""
    return connection.execute(select(reports.c.n).where(reports.c.id == report_id)).first() is not None


def put(connection: Connection, reading: Reading) -> None:
    """Stores a reading whose words were checked and whose report is not there yet."""
    report = reading.report
    earlier = earlier_version(connection, report)
    if earlier is not None:
        connection.execute(update(reports).where(reports.c.id == earlier).values(newest=0))
    packed, digest = pack(reading)
    inserted = connection.execute(
        insert(reports).values(
            id=report.id,
            given_id=report.given_id,
            version_of=earlier,
            newest=1,
            url=report.url,
            outlet=report.outlet,
            title=report.title,
            published=report.published,
            language=report.language,
            added=datetime.now(UTC).isoformat(timespec="seconds"),
            text=report.text,
            reading=packed,
            digest=digest,
        )
    )
    key: Any = inserted.inserted_primary_key
    for table, rows in Flat(reading).rows().items():
        if rows:
            connection.execute(insert(schema.metadata.tables[table]), [{"report": key[0], **row} for row in rows])
    store.count_change(connection)


def earlier_version(connection: Connection, report: Report) -> str | None:
    """Id of the newest report of the same page: the same url; or no url, and the same outlet with the same given id, or
    with the same title and half of the words."""
    newest = reports.c.newest == 1
    columns = (reports.c.id, reports.c.given_id, reports.c.text)
    if report.url:
        same = connection.execute(select(*columns).where(newest, reports.c.url == report.url)).first()
        return same and str(same.id)
    if not report.outlet:
        return None
    named = or_(
        and_(reports.c.given_id == report.given_id, reports.c.given_id.is_not(None)),
        and_(reports.c.title == report.title, reports.c.title.is_not(None)),
    )
    candidates = connection.execute(
        select(*columns).where(newest, reports.c.url.is_(None), reports.c.outlet == report.outlet, named)
    )
    for row in candidates:
        if (report.given_id and row.given_id == report.given_id) or shared_words(report.text, row.text) >= SAME_PAGE:
            return str(row.id)
    return None


def forget(connection: Connection, report_id: str) -> bool:
    """Takes a report and all it gave out again; the versions around it close the gap. False if it is not there."""
    row = connection.execute(select(reports).where(reports.c.id == report_id)).first()
    if row is None:
        return False
    later = reports.c.version_of == report_id
    connection.execute(update(reports).where(later).values(version_of=row.version_of))
    if row.newest and row.version_of:
        connection.execute(update(reports).where(reports.c.id == row.version_of).values(newest=1))
    connection.execute(reports.delete().where(reports.c.id == report_id))
    store.count_change(connection)
    return True
