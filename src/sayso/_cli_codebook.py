"""The verbs about codebooks: `sayso codebook show`, `sayso codebook check`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from sayso.errors import UsageError

app = typer.Typer(no_args_is_help=True, help="The event types and their words: look at them, check your own.")


@app.command("show")
def show(
    type_: Annotated[str | None, typer.Argument(metavar="TYPE", help="One type; all of them if none is given.")] = None,
    path: Annotated[Path | None, typer.Option("--codebook", metavar="PATH", help="A codebook of your own.")] = None,
) -> None:
    """Print the event types in plain words.

    Example: sayso codebook show ASSAULT
    """
    from sayso.codebook.codebook import explain, load_codebook

    types = load_codebook(path).types
    if type_ is not None and type_.upper() not in types:
        raise UsageError(f"there is no event type {type_}; there are {', '.join(types)}")
    for kind in types.values() if type_ is None else [types[type_.upper()]]:
        typer.echo(explain(kind) + "\n")


@app.command("check")
def check(path: Annotated[Path | None, typer.Argument(metavar="PATH")] = None) -> None:
    """Check a codebook and run the examples of its types. Exit code 1 if one fails.

    Example: sayso codebook check my-codebook/
    """
    from sayso._cli_tables import counted
    from sayso.codebook.codebook import check as check_codebook
    from sayso.codebook.codebook import load_codebook
    from sayso.digest.language import load_language

    book = load_codebook(path)
    failures = check_codebook(book, load_language())
    for failure in failures:
        typer.echo(f'{failure.type}: "{failure.example.text}": {failure.reason}')
    examples = sum(len(kind.examples) for kind in book.types.values())
    fail = f"{len(failures)} {'fails' if len(failures) == 1 else 'fail'}"
    typer.echo(f"{counted(len(book.types), 'type')}, {counted(examples, 'example')}, {fail}")
    if failures:
        raise typer.Exit(1)
