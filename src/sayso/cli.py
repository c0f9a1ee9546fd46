"""The command line: one thin function per verb; each calls what Python users can call too.

Results go to standard output, everything said about them to standard error. Exit code 0: done; 1: some input or the
picture could not be read; 2: the call itself was wrong.
"""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from sayso import __version__, _cli_changes, _cli_codebook, _cli_outlooks, _cli_read, _cli_serve, _cli_why
from sayso._cli_options import (
    HERE,
    INTERRUPTED,
    About,
    AsJson,
    By,
    Kind,
    Limit,
    Order,
    PicturePath,
    Score,
    Since,
    Until,
    Where,
)
from sayso.errors import InputError, SaysoError, UsageError


class _Verbs(TyperGroup):
    """Prints our own errors as one line, and exits with their code."""

    def invoke(self, ctx: Any) -> Any:
        """Runs the verb."""
        try:
            return super().invoke(ctx)
        except SaysoError as error:
            typer.echo(f"sayso: {error}", err=True)
            raise typer.Exit(error.exit_code) from error
        except KeyboardInterrupt as stopped:
            typer.echo("sayso: stopped", err=True)
            raise typer.Exit(INTERRUPTED) from stopped


app = typer.Typer(
    cls=_Verbs,
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="On whose say-so? Reads reports on conflict and diplomacy: who said what, what happened, what comes next.",
)
app.add_typer(_cli_codebook.app, name="codebook")


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"sayso {__version__}")
        raise typer.Exit


@app.callback()
def main(
    version: Annotated[  # noqa: ARG001 - its callback does it all
        bool, typer.Option("--version", callback=_version, is_eager=True, help="The version.")
    ] = False,
) -> None:
    """On whose say-so? Reads reports on conflict and diplomacy: who said what, what happened, what comes next."""
    # report text holds every script there is, whatever the terminal was set to
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")


# ---- reading


app.command()(_cli_read.read)
app.command()(_cli_read.add)


# ---- asking


def _answer(verb: str, picture: Path, *, as_json: bool, **asked: Any) -> None:
    """Lists the records of one kind that the filters, which are those of `Query`, leave."""
    from sayso._cli_ask import answer
    from sayso.persist.query import Query

    with _opened(picture) as store:
        answer(store, verb, Query(**asked), as_json=as_json)


def _asking(verb: str, told: str, example: str) -> None:
    """Adds a verb that lists one kind of record."""

    def _command(
        about: About = None, by: By = None, where: Where = None, since: Since = None, until: Until = None,
        min_score: Score = 0.0, kind: Kind = None, limit: Limit = None, picture: PicturePath = HERE,
        as_json: AsJson = False,
    ) -> None:  # fmt: skip
        _answer(verb, picture, as_json=as_json, about=about, by=by, where=where, since=since, until=until,
                min_score=min_score, kind=kind, limit=limit)  # fmt: skip

    app.command(verb, help=f"{told}\n\nExample: {example}")(_command)


def _asking_in_order(verb: str, told: str, example: str) -> None:
    """The same with `--order`: of records that come in the order in which they were reported."""

    def _command(
        about: About = None, by: By = None, where: Where = None, since: Since = None, until: Until = None,
        min_score: Score = 0.0, kind: Kind = None, limit: Limit = None, order: Order = "earliest",
        picture: PicturePath = HERE, as_json: AsJson = False,
    ) -> None:  # fmt: skip
        _answer(verb, picture, as_json=as_json, about=about, by=by, where=where, since=since, until=until,
                min_score=min_score, kind=kind, limit=limit, order=order)  # fmt: skip

    app.command(verb, help=f"{told}\n\nExample: {example}")(_command)


_asking_in_order("statements", "Who said what.", "sayso statements --by Zelensky --about missiles --since 2024-11-17")


@app.command()
def events(
    about: About = None, by: By = None, where: Where = None, since: Since = None, until: Until = None,
    min_score: Score = 0.0, kind: Kind = None, limit: Limit = None,
    everything: Annotated[bool, typer.Option("--all", help="Happenings without a code, too.")] = False,
    order: Annotated[str, typer.Option(metavar="ORDER", help="earliest, latest or most told.")] = "earliest",
    picture: PicturePath = HERE, as_json: AsJson = False,
) -> None:  # fmt: skip
    """What happened, told by one report or by many.

    The table has events that the codebook has a type for and events with a toll; --all adds all other happenings, and
    --json has them always. "2 in 3" means two independent sources in three reports, "cred." NATO's digit
    (1 confirmed, 6 cannot be judged).

    Example: sayso events --where Sumy --kind ASSAULT --order latest
    """
    from sayso._cli_ask import answer
    from sayso._cli_show import left_out
    from sayso.persist.query import Query

    query = Query(about=about, by=by, where=where, since=since, until=until, min_score=min_score, kind=kind,
                  coded=not (everything or as_json), limit=limit, order=order)  # fmt: skip
    with _opened(picture) as store:
        answer(store, "events", query, as_json=as_json)
        if not as_json:
            left_out(store.how_many_events(replace(query, coded=False)) - store.how_many_events(query))


_asking("disputes", "Where accounts of one event disagree: rival tolls, denials.", "sayso disputes --where Ukraine")
app.command()(_cli_changes.changes)
app.command()(_cli_outlooks.outlooks)
_asking("entities", 'Who and what is named: "8 in 5" is eight times in five reports.', "sayso entities --kind person")
_asking_in_order("reports", "The reports themselves.", "sayso reports --by 'Harbour Wire' --order latest")


@app.command()
def search(
    words: Annotated[list[str], typer.Argument(metavar="WORDS…")],
    limit: Annotated[int, typer.Option(min=1, help="At most so many.")] = 20,
    picture: PicturePath = HERE,
    as_json: AsJson = False,
) -> None:
    """Reports that have all of the words; words in double quotes are looked for as a phrase.

    Example: sayso search '"long-range missiles" permission'
    """
    from sayso import _cli_show as show

    with _opened(picture) as store:
        hits = store.search(" ".join(words), limit=limit + 1)
    if as_json:
        show.json_lines(hits[:limit])
    else:
        show.hits(hits[:limit])
        if len(hits) > limit:
            typer.echo(f"the best {limit} shown; --limit shows more")


app.command()(_cli_why.why)


@app.command()
def forget(
    report: Annotated[str, typer.Argument(metavar="REPORT", help="Its id: r-….")], picture: PicturePath = HERE
) -> None:
    """Take a report out of the picture, with all that it gave.

    Example: sayso forget r-0123456789abcdef
    """
    with _opened(picture) as store:
        store.forget(report)
    typer.echo(f"forgot {report}")


@app.command()
def doctor(picture: PicturePath = HERE) -> None:
    """Check the picture: the file, its rows, and every record's words against its report. Exit code 1 if not sound.

    Example: sayso doctor --picture sumy.db
    """
    from sayso._cli_tables import counted
    from sayso.persist._doctor import way_out

    with _opened(picture) as store:
        faults = store.doctor()
        if not faults:
            typer.echo(f"{picture}: {counted(len(store), 'report')}, sound; sha256 {store.hash()}")
            return
    for fault in faults:
        typer.echo(fault)
    typer.echo(f"sayso: {way_out(faults)}", err=True)
    raise typer.Exit(1)


def _opened(path: Path) -> Any:
    """The picture that is there; none is made."""
    from sayso.persist.picture import Picture

    return Picture(path, create=False)


# ---- giving out


@app.command()
def brief(
    about: About = None, where: Where = None, since: Since = None, until: Until = None,
    out: Annotated[Path | None, typer.Option(metavar="FILE", help="Write it there, as .md or .html.")] = None,
    picture: PicturePath = HERE,
) -> None:  # fmt: skip
    """A brief in which every line cites its report and its words: what happened, who said what, disputes, outlook.

    Example: sayso brief --about Sumy --out sumy.html
    """
    from sayso.persist.query import Query
    from sayso.publish.brief import write_brief

    with _opened(picture) as store:
        text = write_brief(store, Query(about=about, where=where, since=since, until=until), _form(out))
    if out is None:
        typer.echo(text)
    else:
        _write(out, text)


def _form(out: Path | None) -> Any:
    if out is None or out.suffix in (".md", ".markdown"):
        return "md"
    if out.suffix in (".html", ".htm"):
        return "html"
    raise UsageError(f"--out is {out}; a brief is written as .md or .html")


def _write(path: Path, text: str) -> None:
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise InputError(f"cannot write {path}: {(error.strerror or str(error)).lower()}") from error


@app.command()
def export(
    csv: Annotated[Path | None, typer.Option("--csv", metavar="DIR", help="Tables, into this folder.")] = None,
    jsonl: Annotated[Path | None, typer.Option("--jsonl", metavar="DIR", help="JSON lines, into this folder.")] = None,
    about: About = None, by: By = None, where: Where = None, since: Since = None, until: Until = None,
    min_score: Score = 0.0, picture: PicturePath = HERE,
) -> None:  # fmt: skip
    """Write everything that meets the filters: one file per kind of record, and a flat table of events.

    Example: sayso export --csv tables --where Ukraine
    """
    from sayso.persist.query import Query
    from sayso.publish.export import export_csv, export_jsonl

    if csv is None and jsonl is None:
        raise UsageError("say where to: --csv DIR or --jsonl DIR")
    query = Query(about=about, by=by, where=where, since=since, until=until, min_score=min_score)
    with _opened(picture) as store:
        for folder, write in ((csv, export_csv), (jsonl, export_jsonl)):
            if folder is not None:
                for path in write(store, folder, query):
                    typer.echo(path)


app.command()(_cli_serve.serve)


@app.command()
def schema() -> None:
    """Print the JSON Schema of a reading, a linked event, a dispute, a change, a correction and an outcome.

    Example: sayso schema > schema.json
    """
    from sayso.publish.schema import json_schema

    typer.echo(json_schema())


if __name__ == "__main__":
    app(prog_name="sayso")
