"""The verbs that read reports: `read` prints what they hold, `add` puts it into the picture."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sayso._cli_options import (
    HERE,
    INTERRUPTED,
    AsJson,
    CodebookPath,
    Jobs,
    Model,
    Outlet,
    Paths,
    PicturePath,
    Published,
    codebook_of,
    language_of,
)

if TYPE_CHECKING:
    from sayso._cli_progress import Progress
    from sayso.persist.found import Counts

Again = Annotated[bool, typer.Option("--again", help="Read anew what is in it, too, as it is given now.")]


def read(
    paths: Paths,
    published: Published = None,
    outlet: Outlet = None,
    language_model: Model = None,
    codebook: CodebookPath = None,
    jobs: Jobs = None,
    as_json: AsJson = False,
) -> None:
    """Read reports and print what they hold; nothing is stored.

    Example: sayso read report.txt --published 2024-11-18 --json
    """
    from sayso._cli_progress import Progress, tell_of_passed, warned
    from sayso._cli_show import show_reading
    from sayso.collect.files import reports_from
    from sayso.collect.making import Given
    from sayso.jobs import read as read_all

    given = Given(published=published, outlet=outlet)
    passed: list[Path] = []
    with Progress() as progress:
        nlp, book = language_of(language_model), codebook_of(codebook)
        readable = progress.reports(warned(reports_from(paths, given, passed.append)))
        for reading in read_all(readable, nlp=nlp, codebook=book, problem=progress, jobs=jobs):
            progress(reading.report)
            with progress.aside():
                if as_json:
                    typer.echo(reading.to_json())
                else:
                    show_reading(reading)
    tell_of_passed(passed)
    if progress.problems:
        raise typer.Exit(1)


def add(
    paths: Paths,
    published: Published = None,
    outlet: Outlet = None,
    title: Annotated[str | None, typer.Option(metavar="WORDS", help="The title of inputs that have none.")] = None,
    language_model: Model = None,
    codebook: CodebookPath = None,
    again: Again = False,
    jobs: Jobs = None,
    picture: PicturePath = HERE,
) -> None:
    """Read reports into the picture. What is in it already is left alone, so that a broken-off add can be given again.

    --again reads that anew, with the date, title, outlet and codebook given now, and replaces what it gave.

    Example: sayso add reports.jsonl pages/ --picture sumy.db
    """
    from sayso._cli_progress import Progress, tell_of_passed, warned
    from sayso.collect.files import reports_from
    from sayso.collect.making import Given
    from sayso.persist.picture import Picture

    given = Given(published=published, outlet=outlet, title=title)
    passed: list[Path] = []
    with Progress() as progress, Picture(picture) as store:
        nlp, book = language_of(language_model), codebook_of(codebook)
        found = warned(reports_from(paths, given, passed.append))
        with _resumable(progress, picture):
            counts = store.add(found, nlp=nlp, codebook=book, progress=progress, jobs=jobs, again=again, settle=False)
            with progress.aside():
                tell_of_passed(passed)
                typer.echo(str(counts))
                _tell_of_known(counts, told_how=codebook is not None or language_model is not None)
            store.settle()
    if counts.quarantined:
        raise typer.Exit(1)


@contextmanager
def _resumable(progress: Progress, picture: Path) -> Iterator[None]:
    """Says how to go on where it is broken off."""
    try:
        yield
    except KeyboardInterrupt as stopped:
        from sayso._cli_tables import counted

        typer.echo(
            f"sayso: stopped; {counted(progress.done, 'input', 'is')} done with, and what was read is in {picture}: "
            "the same call again does the rest",
            err=True,
        )
        raise typer.Exit(INTERRUPTED) from stopped


def _tell_of_known(counts: Counts, *, told_how: bool) -> None:
    """Says where a reading of before stands against what was said now; `told_how`: a codebook or a model was given."""
    from sayso._cli_tables import counted

    if counts.otherwise:
        known = counted(counts.otherwise, "report", "is")
        typer.echo(
            f"sayso: {known} known with another date or title than given now, and left so; --again reads anew", err=True
        )
    elif counts.unchanged and told_how:
        typer.echo("sayso: what is unchanged stays as it was read before; --again reads it anew", err=True)
    if counts.undated:
        undated = counted(counts.undated, "report", "has")
        typer.echo(
            f'sayso: {undated} no date, which leaves days such as "on Tuesday" open; '
            "--published DAY --again gives them one",
            err=True,
        )
    if counts.twice:
        known = counted(counts.twice, "report", "is")
        typer.echo(f"sayso: {known} in it without an outlet, too; --again keeps the one with the outlet", err=True)
