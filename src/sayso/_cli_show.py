"""What the command line shows: tables for people, JSON lines for programs, progress for who waits."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import msgspec
import typer
from rich.console import Console
from rich.progress import BarColumn, TextColumn, TimeElapsedColumn
from rich.progress import Progress as Bar
from rich.table import Table
from rich.text import Text

from sayso.errors import SaysoError
from sayso.link.disputes import shown
from sayso.link.records import Account, Dispute, LinkedEvent, SharedEntity
from sayso.model import Event, Link, Outlook, Reading, Report, Statement
from sayso.persist.found import Found, Hit, ReportLine, Why

#: a bar is worth its noise only where one waits longer
PATIENCE = 2.0


def json_lines(records: Iterable[Any]) -> None:
    """One JSON object a line."""
    for record in records:
        plain = record.as_dict() if isinstance(record, Found) else record
        typer.echo(msgspec.json.encode(plain).decode())


def warn_of_language(report: Report) -> None:
    """Says on standard error that a report is not in English."""
    if report.language != "en":
        where = report.origin.location if report.origin else report.id
        typer.echo(
            f'sayso: warning: {where} is in the language "{report.language}"; sayso reads English, so expect little',
            err=True,
        )


class Progress:
    """Counts reports as they are done with, prints what went wrong, and shows a bar on a terminal after two seconds."""

    def __init__(self) -> None:
        self.problems = 0
        self.done = 0
        self._started = time.monotonic()
        self._console = Console(stderr=True)
        self._bar: Bar | None = None

    def __enter__(self) -> Progress:
        return self

    def __exit__(self, *_: object) -> None:
        if self._bar is not None:
            self._bar.stop()

    def __call__(self, item: Report | SaysoError) -> None:
        self.done += 1
        if isinstance(item, SaysoError):
            self.problems += 1
            with self.aside():
                typer.echo(f"sayso: {item}", err=True)
        if self._bar is None and self._console.is_terminal and time.monotonic() - self._started > PATIENCE:
            columns = (TextColumn("reading"), BarColumn(), TextColumn("{task.completed} reports"), TimeElapsedColumn())
            self._bar = Bar(*columns, console=self._console, transient=True)
            self._bar.add_task("", total=None)
            self._bar.start()
        if self._bar is not None:
            self._bar.update(self._bar.task_ids[0], completed=self.done)

    @contextmanager
    def aside(self) -> Iterator[None]:
        """Takes the bar away while something else is printed."""
        if self._bar is not None:
            self._bar.stop()
        yield
        if self._bar is not None:
            self._bar.start()


# ---- tables


def _table(*columns: str, title: str | None = None) -> Table:
    table = Table(title=title, title_justify="left", header_style="bold", expand=False)
    for column in columns:
        table.add_column(column, overflow="fold")
    return table


def _print(*things: Any) -> None:
    console = Console(file=sys.stdout, highlight=False)
    for thing in things:
        console.print(thing)


def _row(table: Table, *cells: object) -> None:
    # report text is text: never markup
    table.add_row(*(Text("" if cell is None else " ".join(str(cell).split())) for cell in cells))


def day(moment: str | None) -> str:
    """The day of a date or datetime."""
    return (moment or "")[:10]


def chain(links: Sequence[Link]) -> str:
    """Who says so, outermost first."""
    return " ← ".join(link.text for link in links)


def statements(found: Sequence[Found[Statement]]) -> None:
    table = _table("id", "published", "outlet", "source", "act", "words")
    for f in found:
        _row(table, f.id, day(f.report.published), f.report.outlet, *_statement(f.record))
    _print(table)


def _statement(record: Statement) -> tuple[str, str, str]:
    return record.source.text if record.source else "", record.act, record.content.text


def outlooks(found: Sequence[Found[Outlook]]) -> None:
    table = _table("id", "published", "outlet", "holder", "likely", "until", "words")
    for f in found:
        _row(table, f.id, day(f.report.published), f.report.outlet, *_outlook(f.record))
    _print(table)


def _outlook(record: Outlook) -> tuple[str, str, str, str]:
    likely = record.probability
    percent = f"{100 * likely.low:.0f}–{100 * likely.high:.0f} %" if likely else ""
    until = record.horizon.text if record.horizon else ""
    return record.holder.text if record.holder else "", percent, until, record.content.text


def events(found: Sequence[LinkedEvent]) -> None:
    table = _table("id", "date", "type", "what", "status", "told by", "credibility", "tolls")
    for event in found:
        kind = ".".join(part for part in (event.type, event.mode) if part)
        told = f"{event.reports} reports, {event.independent_sources} sources" if event.reports > 1 else "1 report"
        tolls = "; ".join(
            f"{effect} {', '.join(dict.fromkeys(str(figure(shown(a)) or a.text) for a in accounts))}"
            for effect, accounts in event.tolls.items()
        )
        _row(table, event.id, day(event.start), kind, event.title, event.status, told, event.credibility, tolls)
    _print(table)


def figure(value: str | float | None) -> str | None:
    """A number without a needless ".0"."""
    return f"{value:,.10g}" if isinstance(value, float | int) else value


def disputes(found: Sequence[Dispute]) -> None:
    for dispute in found:
        state = "open" if dispute.open else "settled" if dispute.kind in ("update", "contradiction") else "side by side"
        title = f"{dispute.title}: {dispute.field}, {dispute.kind} ({state})  {dispute.event}"
        table = _table("value", "published", "outlet", "according to", "words", "report", title=title)
        for account in dispute.accounts:
            _row(table, *_account(account))
        _print(table)
    if not found:
        _print("no disputes")


def _account(account: Account) -> tuple[object, ...]:
    return (figure(account.value), day(account.published), account.outlet, chain(account.according_to),
            account.text, f"{account.report}/{account.event}")  # fmt: skip


def entities(found: Sequence[SharedEntity]) -> None:
    table = _table("kind", "name", "country", "reports", "mentions")
    for entity in found:
        _row(table, entity.kind, entity.name, entity.country, entity.reports, entity.mentions)
    _print(table)


def reports(found: Sequence[ReportLine]) -> None:
    table = _table("id", "published", "outlet", "title", "statements", "events", "outlooks", "of")
    for line in found:
        origin = f"copy of {line.syndicated_from}" if line.syndicated_from else ""
        origin = f"corrects {line.version_of}" if line.version_of else origin
        counts = (line.statements, line.events, line.outlooks)
        _row(table, line.id, day(line.published), line.outlet, line.title, *counts, origin)
    _print(table)


#: verb → its table
TABLES: dict[str, Callable[[Any], None]] = {
    "statements": statements,
    "events": events,
    "disputes": disputes,
    "outlooks": outlooks,
    "entities": entities,
    "reports": reports,
}


def hits(found: Sequence[Hit]) -> None:
    for hit in found:
        _print(Text(f"{hit.report}  {day(hit.published)}  {hit.outlet or ''}  {hit.title or ''}", style="bold"))
        excerpt = Text("  ")
        for words, wanted in hit.excerpt:
            excerpt.append(" ".join(words.split()) if wanted else words.replace("\n", " "), "bold" if wanted else "")
        _print(excerpt)
    if not found:
        _print("no report has all of these words")


def why(found: Why) -> None:
    head = f"{found.id}  {found.kind}, found by {found.by}, score {found.score:.2f}"
    place = ", ".join(part for part in (found.outlet, found.title, day(found.published), found.url) if part)
    _print(Text(head, style="bold"), Text(place), Text(f"“{' '.join(found.sentence.text.split())}”"))
    table = _table("role", "words", "at")
    for role, words in found.words:
        _row(table, role, words.text, ", ".join(f"{start}–{end}" for start, end in words.spans))
    _print(table)
    if found.certainty:
        _print(Text(f"certainty: {found.certainty}"))
    _print(Text(f"according to: {chain(found.chain) or 'the outlet, on its own word'}"))
    if found.linked is not None:
        linked = found.linked
        _print(Text(f"tells {linked.id}: {linked.title}; credibility {linked.credibility}, because {linked.because}"))


def show_reading(reading: Reading) -> None:
    """One reading, as tables."""
    report = reading.report
    name = ", ".join(part for part in (report.title, report.outlet, day(report.published)) if part)
    _print(Text(f"{report.id}  {name}".strip(), style="bold"))
    said = _table("id", "source", "act", "words", title="who said what")
    for statement in reading.statements:
        _row(said, statement.id, *_statement(statement))
    happened = _table("id", "type", "what", "who", "to whom", "when", "status", "according to", title="what happened")
    for event in reading.events:
        _row(happened, *_event(event))
    expected = _table("id", "holder", "likely", "until", "words", title="what is expected")
    for outlook in reading.outlooks:
        _row(expected, outlook.id, *_outlook(outlook))
    _print(*(table for table in (said, happened, expected) if table.row_count))
    _print("")


def _event(event: Event) -> tuple[object, ...]:
    kind = ".".join(part for part in (event.type, event.mode) if part)
    actors, recipients = ("; ".join(p.text for p in side) for side in (event.actors, event.recipients))
    return (event.id, kind, event.trigger.text, actors, recipients, day(event.start), event.status,
            chain(event.according_to))  # fmt: skip
