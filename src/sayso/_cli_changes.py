"""The verb `changes`: what the reports of some days brought that those before them had not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from sayso._cli_options import HERE, About, AsJson, By, Limit, PicturePath, Score, Where

if TYPE_CHECKING:
    from rich.table import Table

    from sayso.link.records import Change
    from sayso.persist.changed import Changed

Since = Annotated[
    str | None, typer.Option(metavar="DAY", help="What was published from this day on; the last day, unless given.")
]
Until = Annotated[str | None, typer.Option(metavar="DAY", help="And up to this day.")]


def changes(
    about: About = None, by: By = None, where: Where = None, since: Since = None, until: Until = None,
    min_score: Score = 0.0, limit: Limit = None,
    everything: Annotated[bool, typer.Option("--all", help="Happenings without a code, too.")] = False,
    picture: PicturePath = HERE, as_json: AsJson = False,
) -> None:  # fmt: skip
    """What the reports of some days brought that none before them had: tolls, disputes, sources, events, outcomes.

    The days are those of the reports, not of the events. "before" is how the event was told until then, "now" what is
    new. --json gives changes, then new events, then outcomes.

    Example: sayso changes --since 2024-11-20 --where Ukraine
    """
    from sayso import _cli_show as show
    from sayso.persist.changed import what_changed
    from sayso.persist.picture import Picture
    from sayso.persist.query import Query

    query = Query(about=about, by=by, where=where, since=since, until=until, min_score=min_score,
                  coded=not (everything or as_json))  # fmt: skip
    with Picture(picture, create=False) as store:
        found = what_changed(store, query)
    if as_json:
        fates = (outlook.fate for outlook in found.decided)
        show.json_lines([*found.changes[:limit], *found.new[:limit], *list(fates)[:limit]])
    else:
        _show(found, until, limit)


def _show(found: Changed, until: str | None, limit: int | None) -> None:
    from sayso import _cli_show as show
    from sayso._cli_tables import counted, put

    reports = counted(found.reports, "report")
    put(f"since {found.since}: {reports}" if until is None else f"{found.since} to {until}: {reports}", "")
    for change in found.changes[:limit]:
        put(_table(change))
    if found.new:
        put("new events")
        show.events(found.new[:limit])
    if found.decided:
        put("outlooks that are decided now")
        show.outlooks(found.decided[:limit])
    most = max(len(found.changes), len(found.new), len(found.decided))
    if limit is not None and most > limit:
        every = zip(("change", "new event", "outcome"), (found.changes, found.new, found.decided), strict=True)
        put(f"at most {limit} of each shown, of {', '.join(counted(len(of), what) for what, of in every)}")
    if not most:
        put("nothing is new")


def _table(change: Change) -> Table:
    """The accounts of before above those of these days, as `disputes` shows them."""
    from sayso._cli_show import cells_of
    from sayso._cli_tables import add_row, table_of
    from sayso.persist.changed import KINDS

    title = f"{change.title}: {KINDS[change.kind]}  {change.event}"
    table = table_of("told", f"{change.field}:whole", "words:2", "according to:2", "reported:2", "in", title=title)
    for told, accounts in (("before", change.before), ("now", change.now)):
        for account in accounts:
            add_row(table, told, *cells_of(account))
    return table
