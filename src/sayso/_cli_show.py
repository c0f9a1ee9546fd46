"""What the command line shows: tables for people, JSON lines for programs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

import msgspec
import typer
from rich.text import Text

from sayso._cli_tables import OF_REPORT, add_row, counted, day, put, table_of, utc, when
from sayso.link.accounts import toll_account
from sayso.link.counts import parted, shown
from sayso.link.records import Account, Dispute, LinkedEvent, Score, SharedEntity, TollAccount
from sayso.link.told import Opened, Told
from sayso.model import Event, Outlook, Reading, Report, Statement
from sayso.persist.found import Found, Hit, ReportLine, percent
from sayso.publish.periods import in_digits
from sayso.publish.words import STANCES, chain, figure, somebody


def json_lines(records: Iterable[Any]) -> None:
    """One JSON object a line."""
    for record in records:
        plain = record.as_dict() if isinstance(record, Found) else record
        typer.echo(msgspec.json.encode(plain).decode())


# ---- tables


def statements(found: Sequence[Found[Statement]]) -> None:
    table = table_of("id", "reported", "source", "words:3")
    for f in found:
        source, words = _statement(f.record, f.reading)
        add_row(table, f.id, _reported(f.report), source, words)
    put(table if found else "no statements")


def _reported(of: Report | ReportLine | Account, *, hours: bool = False) -> str:
    """When and where: "2024-11-17 Harbour Wire", or "2024-11-17 19:40Z Harbour Wire"."""
    return f"{utc(of.published) if hours else day(of.published)} {of.outlet or ''}"


def _statement(record: Statement, reading: Reading) -> tuple[str, str]:
    who = _named(record.source.text, record.source.entity, reading) if record.source else ""
    return who, f"{record.content.text} ({record.act})"


def _named(words: str, entity: str | None, reading: Reading) -> str:
    """The words, and behind them the name that they stand for, where they do not hold it or begin it."""
    words = somebody(words)
    name = next((e.name for e in reading.entities if e.id == entity), words)
    return words if name in words or name.startswith(words) else f"{words} ({name})"


def outlooks(found: Sequence[Found[Outlook]]) -> None:
    table = table_of("id", "reported", "holder", "likely, until", "words:3", "outcome:2")
    for f in found:
        holder, likely, until, words = _outlook(f.record, f.reading)
        degree = ", ".join(part for part in (likely, until) if part)
        add_row(table, f.id, _reported(f.report), holder, degree, words, _became(f))
    put(table if found else "no outlooks")


def _became(found: Found[Outlook]) -> str:
    """The outcome, and the telling that decided it: "failed: 2024-11-19 Dnipro Post"."""
    fate = found.fate
    if fate is None or not fate.by:
        return "open, its time is up" if fate is not None and fate.horizon_passed else "open"
    if fate.outcome == "open":
        return "open, told both ways"
    return f"{fate.outcome.replace('_', ' ')}: {day(fate.by[0].published)} {fate.by[0].outlet or ''}"


def scores(found: Sequence[Score], unnamed: int = 0) -> None:
    """How holders fared; `unnamed` is how many decided outlooks have a holder without a name."""
    table = table_of("holder:3", "outlooks:whole", "came true:whole", "failed:whole", "open:whole", "Brier:whole")
    for score in found:
        brier = f"{score.brier:.2f} of {score.with_probability}" if score.brier is not None else ""
        add_row(table, score.holder, score.outlooks, score.came_true, score.failed, score.open, brier)
    if found:
        put(table)
    elif not unnamed:
        put("nobody's outlooks are decided")
    if unnamed:
        decided = counted(unnamed, "decided outlook", "is")
        put(f"{decided} of a holder without a name: --kind came_true and --kind failed list them")


def _outlook(record: Outlook, reading: Reading) -> tuple[str, str, str, str]:
    holder = _named(record.holder.text, record.holder.entity, reading) if record.holder else ""
    likely = percent(record.probability) if record.probability else ""
    return holder, likely, _until(record), record.content.text


def _until(record: Outlook) -> str:
    """ "Wednesday (2024-11-20)": until when, in its words and by the calendar."""
    horizon = record.horizon
    if horizon is None:
        return ""
    days = in_digits(horizon.start, horizon.end, None) if horizon.end else ""
    return f"{horizon.text} ({days})" if days and days not in horizon.text else horizon.text


def events(found: Sequence[LinkedEvent]) -> None:
    """The table of events."""
    table = table_of("id", "date", "what:5", "sources:whole", "cred.:whole", "tolls:2")
    for event in found:
        told = str(event.independent_sources) + (f" in {event.reports}" if event.reports > 1 else "")
        tolls = "; ".join(f"{effect} {_figures(accounts)}" for effect, accounts in event.tolls.items())
        add_row(
            table,
            event.id,
            when(event.start, event.end, event.precision, given=event.time_from != "dateline"),
            f"{event.title}{kind_of(event)}{_doubts(event)}",
            told,
            event.credibility,
            tolls,
        )
    put(table if found else "no events")
    if any(event.start and event.time_from == "dateline" for event in found):
        put(OF_REPORT)
    if found:
        put("`sayso why ID` shows who tells an event, in which words")


def left_out(many: int) -> None:
    """How many happenings without a code are not in the table of events."""
    if many:
        put(f"{counted(many, 'happening')} without a code left out; --all shows them, --json has them always")


def _figures(accounts: Sequence[TollAccount]) -> str:
    """Every figure for all victims once; the words of the first account where nobody gives one."""
    whole, _ = parted(accounts)
    counted = [said for account in whole if (said := figure(shown(account)))]
    return ", ".join(dict.fromkeys(counted)) or next((account.text for account in whole), "")


def kind_of(event: LinkedEvent | Event) -> str:
    """ " (ASSAULT.aerial, planned)": type, mode, and the status of what did not simply happen."""
    kind = ".".join(part for part in (event.type, event.mode) if part)
    status = "" if event.status == "occurred" else event.status.replace("_", " ")
    said = ", ".join(part for part in (kind, status) if part)
    return f" ({said})" if said else ""


def _doubts(event: LinkedEvent) -> str:
    """ " [place from another sentence, unsure]", " [act and day unsure]"."""
    said: dict[str, list[str]] = {}
    for what, doubt in event.doubts.items():
        said.setdefault(doubt, []).append("day" if what == "time" else what)
    words = "; ".join(f"{' and '.join(of)} {doubt}" for doubt, of in said.items())
    return f" [{words}]" if words else ""


def disputes(found: Sequence[Dispute]) -> None:
    for dispute in found:
        title = f"{dispute.title}: {differs(dispute)}  {dispute.event}"
        table = table_of(f"{dispute.field}:whole", "words:2", "according to:2", "reported:2", "in", title=title)
        for account in dispute.accounts:
            add_row(table, *cells_of(account))
        put(table)
    if not found:
        put("no disputes")


def differs(dispute: Dispute) -> str:
    """ "killed, update (superseded)": an update settles nothing between those who dispute its last figure."""
    closed = {"update": "superseded", "contradiction": "settled"}
    state = "open" if dispute.open else closed.get(dispute.kind, "side by side")
    return f"{dispute.field}, {dispute.kind} ({state})"


def cells_of(account: Account, *, hours: bool = False) -> tuple[object, ...]:
    """One side of a dispute or a change: value, words, who says so, when and where, and in which record."""
    return (str(figure(account.value)), account.text, chain(account.according_to), _reported(account, hours=hours),
            f"{account.report}/{account.event}")  # fmt: skip


def entities(found: Sequence[SharedEntity]) -> None:
    table = table_of("kind", "name:3", "country", "named:whole", "first in:whole")
    for entity in found:
        named = f"{entity.mentions} in {entity.reports}"
        name = f"{entity.name} ({', '.join(entity.also)})" if entity.also else entity.name
        add_row(table, entity.kind, name, entity.country, named, entity.ids[0])
    put(table if found else "no entities")


def reports(found: Sequence[ReportLine]) -> None:
    table = table_of("id", "reported:2", "title:3", "said", "events", "outlooks")
    for line in found:
        title = line.title or line.opening
        title = f"{title} (copy of {line.syndicated_from})" if line.syndicated_from else title
        title = f"{title} (corrects {line.version_of})" if line.version_of else title
        add_row(table, line.id, _reported(line), title, line.statements, line.events, line.outlooks)
    put(table if found else "no reports")


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
        put(Text(f"{hit.report}  {day(hit.published)}  {hit.outlet or ''}  {hit.title or ''}", style="bold"))
        excerpt = Text("  ")
        for words, wanted in hit.excerpt:
            excerpt.append(" ".join(words.split()) if wanted else words.replace("\n", " "), "bold" if wanted else "")
        put(excerpt)
    if not found:
        put("no report has all of these words")


def show_reading(reading: Reading) -> None:
    """One reading, as tables."""
    report = reading.report
    name = ", ".join(part for part in (report.title, report.outlet, day(report.published)) if part)
    put(Text(f"{report.id}  {name}".strip(), style="bold"))
    said = table_of("id", "source", "words:3", title="who said what")
    for statement in reading.statements:
        source, words = _statement(statement, reading)
        add_row(said, statement.id, source, words)
    happened = table_of("id", "date", "what:4", "where:2", "tolls:2", "according to:2", title="what happened")
    opened = Opened(reading)
    for event in reading.events:
        if not event.is_doubtful:
            add_row(happened, *_event(Told(opened, event, None)))
    laid = table_of("id", "of", "who", "how", "words:2", "according to:2", title="who is said to have done it")
    for one in reading.responsibilities:
        party = _named(one.party.text, one.party.entity, reading) if one.party else "nobody"
        add_row(laid, one.id, one.event or "", party, STANCES[one.stance], one.cue.text, chain(one.according_to))
    expected = table_of("id", "holder", "likely", "until", "words:3", title="what is expected")
    for outlook in reading.outlooks:
        add_row(expected, outlook.id, *_outlook(outlook, reading))
    put(*(table for table in (said, happened, laid, expected) if table.row_count))
    if any(e.start and e.from_ == "dateline" and not e.is_doubtful for e in reading.events):
        put(OF_REPORT)
    doubtful = sum(event.is_doubtful for event in reading.events)
    if doubtful:
        put(f"{counted(doubtful, 'doubtful happening')} left out")
    put("")


def _event(told: Told) -> tuple[object, ...]:
    event, reading = told.event, told.opened.reading
    sides = ([_named(p.text, p.entity, reading) for p in side] for side in (event.actors, event.recipients))
    actors, recipients = ("; ".join(dict.fromkeys(side)) for side in sides)
    what = " · ".join(part for part in (actors, event.trigger.text, recipients) if part)
    day_of = when(event.start, event.end, event.precision, given=event.from_ != "dateline")
    unsure = " [act unsure]" if event.is_act_unsure else ""
    return (event.id, day_of, f"{what}{kind_of(event)}{unsure}", told.place_name or "", _lost(told),
            chain(event.according_to))  # fmt: skip


def _lost(told: Told) -> str:
    """ "killed ≥ 12; injured 30": every figure that the telling gives, its words where it gives none."""
    accounts: dict[str, list[str]] = {}
    for toll in told.event.toll:
        account = toll_account(told, toll)
        accounts.setdefault(toll.effect, []).append(figure(shown(account)) or account.text)
    return "; ".join(f"{effect} {', '.join(dict.fromkeys(figures))}" for effect, figures in accounts.items())
