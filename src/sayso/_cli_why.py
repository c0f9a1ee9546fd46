"""The verb `why`: from any id that another verb prints to the exact words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, Any

import typer

from sayso._cli_options import HERE, AsJson, PicturePath
from sayso.errors import UsageError

if TYPE_CHECKING:
    from sayso.link.records import Account, Dispute, LaidTo, LinkedEvent, TollAccount
    from sayso.model import Link, Reading, Words
    from sayso.persist.found import Why, WhyDispute, WhyEvent
    from sayso.persist.picture import Picture


def why(
    record: Annotated[
        str,
        typer.Argument(
            metavar="ID", help="As the other verbs print it: a record r-…/v1, a report r-…, an event E…, a dispute D…."
        ),
    ],
    picture: PicturePath = HERE,
    as_json: AsJson = False,
) -> None:
    """What it rests on. A record: its words, the rule or model head that found it, the chain of sources.

    A report: what was found in it. A linked event: every telling, with its words, its source and its tolls. A dispute:
    its accounts.

    Example: sayso why r-0123456789abcdef/v1
    """
    from sayso import _cli_show
    from sayso.persist.picture import Picture

    with Picture(picture, create=False) as store:
        found, show = _found(store, record)
    if as_json:
        _cli_show.json_lines([found])
    else:
        show(found)


def _found(store: Picture, name: str) -> tuple[Any, Any]:
    """What is asked for, and what shows it."""
    if name.startswith("E"):
        return store.why_event(name), _event
    if name.startswith("D"):
        return store.why_dispute(name), _dispute
    if name.startswith("r-") and "/" not in name:
        return store.reading(name), _report
    if not name.startswith("r-"):
        raise UsageError(
            f'"{name}" is no id that another verb prints: r-0123456789abcdef/v1 is one of a record, r-0123456789abcdef '
            "of a report, E0123456789ab of a linked event, D0123456789ab of a dispute"
        )
    return store.why(name), _record


def _record(found: Why) -> None:
    from rich.text import Text

    from sayso._cli_tables import add_row, day, put, table_of

    head = f"{found.id}  {found.kind}, found by {found.by}, score {found.score:.2f}"
    place = ", ".join(part for part in (found.outlet, found.title, day(found.published), found.url) if part)
    put(Text(head, style="bold"), Text(place), Text(_quoted(found.sentence)))
    table = table_of("role", "words:4", "at")
    for role, words in found.words:
        add_row(table, role, words.text, ", ".join(f"{start}–{end}" for start, end in words.spans))
    put(table)
    if found.certainty:
        put(Text(f"certainty: {found.certainty}"))
    put(Text(f"according to: {_on_whose_word(found.chain)}"))
    if found.fate is not None:
        put(Text(f"outcome: {found.fate.outcome.replace('_', ' ')}"))
        for by in found.fate.by:
            put(Text(f"  {by.report}  {day(by.published)}  {by.outlet or ''}  “{' '.join(by.text.split())}”"))
    if found.linked is not None:
        linked = found.linked
        put(Text(f"tells {linked.id}: {linked.title}; credibility {linked.credibility}, because {linked.because}"))


def _report(found: Reading) -> None:
    from sayso._cli_show import show_reading
    from sayso._cli_tables import put

    show_reading(found)
    put(f"`sayso why {found.report.id}/ID` shows the words of one of them")


def _event(found: WhyEvent) -> None:
    from rich.text import Text

    from sayso._cli_show import differs, kind_of
    from sayso._cli_tables import counted, put, when

    event = found.event
    day = when(event.start, event.end, event.precision, given=event.time_from != "dateline")
    title = ", ".join(part for part in (f"{event.title}{kind_of(event)}", day) if part)
    told = f"{counted(event.independent_sources, 'independent source')} in {counted(event.reports, 'report')}"
    put(Text(f"{event.id}  linked event, told by {told}", style="bold"), Text(title))
    put(Text(f"credibility {event.credibility}: {event.because}"), "")
    copies = {telling.report: telling.syndicated_from for telling in event.mentions if telling.syndicated_from}
    for telling in found.tellings:
        put(Text(_where(telling.id, telling.published, telling.outlet, copies.get(telling.report)), style="bold"))
        put(Text(f"  according to: {_on_whose_word(telling.chain)}"), Text(f"  {_quoted(telling.sentence)}"))
        for effect, account in _tolls(event, telling.id):
            put(Text(f"  {effect}: {_counted(account, telling)}"))
    if event.responsibility:
        put("")
    for one in event.responsibility:
        name = f"{one.report}/{one.record}"
        put(Text(f"{_laid(one)}  {_where(name, one.published, one.outlet, one.syndicated_from)}"))
    if found.disputes:
        put("")
    for dispute in found.disputes:
        put(Text(f"disputed: {differs(dispute)}: {_values(dispute)}  {dispute.id}"))


def _dispute(found: WhyDispute) -> None:
    from rich.text import Text

    from sayso._cli_show import differs
    from sayso._cli_tables import put

    dispute = found.dispute
    put(Text(f"{dispute.id}  dispute, {differs(dispute)}", style="bold"), Text(f"{dispute.title}  {dispute.event}"), "")
    for account, sentence in zip(dispute.accounts, found.sentences, strict=True):
        name = f"{account.report}/{account.event}"
        put(Text(_where(name, account.published, account.outlet, None), style="bold"))
        put(Text(f"  {dispute.field}: {_value(account)} “{account.text}”"))
        put(Text(f"  according to: {_on_whose_word(account.according_to)}"))
        put(Text(f"  {_quoted(sentence)}"))


def _laid(one: LaidTo) -> str:
    """ "blamed: the front “blamed”, according to the army"."""
    from sayso.publish.words import STANCES, chain

    party = f"{STANCES[one.stance]}: {one.party}" if one.party else STANCES[one.stance]
    source = chain(one.according_to)
    return f"{party} “{one.text}”" + (f", according to {source}" if source else "")


def _where(name: str, published: str | None, outlet: str | None, copy_of: str | None) -> str:
    from sayso._cli_tables import day

    copy = f"copy of {copy_of}" if copy_of else ""
    return "  ".join(part for part in (name, day(published), outlet, copy) if part)


def _quoted(words: Words) -> str:
    return f"“{' '.join(words.text.split())}”"


def _on_whose_word(links: Sequence[Link]) -> str:
    from sayso.publish.words import chain

    return chain(links) or "the outlet, on its own word"


def _tolls(event: LinkedEvent, telling: str) -> list[tuple[str, TollAccount]]:
    """Effect and account of each toll that one telling gives."""
    return [
        (effect, account)
        for effect, accounts in event.tolls.items()
        for account in accounts
        if f"{account.report}/{account.event}" == telling
    ]


def _counted(account: TollAccount, telling: Why) -> str:
    """ "≥ 9 “At least nine people”", and who says so where that is another than who tells the event."""
    from sayso.link.counts import shown
    from sayso.publish.words import chain, figure

    said = " ".join(part for part in (figure(shown(account)), f"“{account.text}”") if part)
    source = chain(account.according_to)
    return f"{said}, according to {source}" if source and source != chain(telling.chain) else said


def _values(dispute: Dispute) -> str:
    """Each value of its accounts once."""
    return ", ".join(dict.fromkeys(map(_value, dispute.accounts)))


def _value(account: Account) -> str:
    from sayso.publish.words import figure

    return str(figure(account.value))
