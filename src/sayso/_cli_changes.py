"""The verb `changes`: what the reports of some days brought that those before them had not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from sayso._cli_options import HERE, About, AsJson, By, Limit, PicturePath, Score, Where

if TYPE_CHECKING:
    from rich.table import Table

    from sayso.link.records import Change
    from sayso.persist.changed import Changed
    from sayso.persist.found import Correction

#: sentences of one correction that are shown
PASSAGES = 5

Since = Annotated[
    str | None,
    typer.Option(
        metavar="DAY|TIME", help="What was published from then on (2024-11-20T08:00); the last day, unless given."
    ),
]
Until = Annotated[str | None, typer.Option(metavar="DAY|TIME", help="And up to then.")]


def changes(
    about: About = None, by: By = None, where: Where = None, since: Since = None, until: Until = None,
    min_score: Score = 0.0, limit: Limit = None,
    everything: Annotated[bool, typer.Option("--all", help="Happenings without a code, too.")] = False,
    picture: PicturePath = HERE, as_json: AsJson = False,
) -> None:  # fmt: skip
    """What the reports of some days brought that none before them had: tolls, disputes, sources, corrections, events,
    outcomes.

    Days and times are those of the reports, not of the events; a time is UTC unless it says otherwise
    (2024-11-20T08:00+02:00). "before" is how the event was told until then, "now" what is new. --json gives changes,
    then corrections, new events, outcomes.

    Example: sayso changes --since 2024-11-20 --where Ukraine
    """
    from sayso import _cli_show as show
    from sayso._cli_ask import tell_of_nothing
    from sayso.persist.changed import what_changed
    from sayso.persist.picture import Picture
    from sayso.persist.query import Query

    query = Query(about=about, by=by, where=where, since=since, until=until, min_score=min_score,
                  coded=not (everything or as_json))  # fmt: skip
    with Picture(picture, create=False) as store:
        found = what_changed(store, query)
        if not found.reports:
            tell_of_nothing(store, "reports", (), Query(since=since, until=until))
    if as_json:
        fates = (outlook.fate for outlook in found.decided)
        show.json_lines([*found.changes[:limit], *found.corrections[:limit], *found.new[:limit], *list(fates)[:limit]])
    else:
        _show(found, until, limit)


def _show(found: Changed, until: str | None, limit: int | None) -> None:
    from sayso import _cli_show as show
    from sayso._cli_tables import counted, put
    from sayso.link.moments import is_day

    reports = counted(found.reports, "report")
    put(f"since {found.since}: {reports}" if until is None else f"{found.since} to {until}: {reports}", "")
    hours = any(bound is not None and not is_day(bound) for bound in (found.since, until))
    for change in found.changes[:limit]:
        put(_table(change, hours=hours))
    for correction in found.corrections[:limit]:
        put(_corrected(correction, hours=hours))
    if found.new:
        put("new events")
        show.events(found.new[:limit])
    if found.decided:
        put("outlooks that are decided now")
        show.outlooks(found.decided[:limit])
    most = max(len(found.changes), len(found.corrections), len(found.new), len(found.decided))
    if limit is not None and most > limit:
        kinds = ("change", "correction", "new event", "outcome")
        every = zip(kinds, (found.changes, found.corrections, found.new, found.decided), strict=True)
        put(f"at most {limit} of each shown, of {', '.join(counted(len(of), what) for what, of in every)}")
    if not most:
        put("nothing is new")


def _table(change: Change, *, hours: bool) -> Table:
    """The accounts of before above those of these days, as `disputes` shows them."""
    from sayso._cli_show import cells_of
    from sayso._cli_tables import add_row, table_of
    from sayso.persist.changed import KINDS

    title = f"{change.title}: {KINDS[change.kind]}  {change.event}"
    table = table_of("told", f"{change.field}:whole", "words:4", "according to:2", "reported:2", "in", title=title)
    for told, accounts in (("before", change.before), ("now", change.now)):
        for account in accounts:
            add_row(table, told, *cells_of(account, hours=hours))
    return table


def _corrected(correction: Correction, *, hours: bool) -> Table:
    """The sentences of before beside those of now."""
    from sayso._cli_tables import add_row, day, table_of, utc

    came = utc(correction.published) if hours else day(correction.published)
    title = f"{correction.outlet or 'the outlet'} corrected: {correction.title or correction.report}"
    table = table_of("before:3", "now:3", title=f"{title}  {correction.report}, {came}")
    if correction.title_before and correction.title_before != correction.title:
        add_row(table, correction.title_before, correction.title)
    for passage in correction.passages[:PASSAGES]:
        add_row(table, passage.before and passage.before.text, passage.now and passage.now.text)
    if len(correction.passages) > PASSAGES:
        add_row(table, "", f"and {len(correction.passages) - PASSAGES} more")
    return table
