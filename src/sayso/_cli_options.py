"""Arguments and options that several verbs share, and what they name."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

#: the picture, unless another is named
HERE = Path("picture.db")
#: the exit code of a call that Ctrl+C ended
INTERRUPTED = 130

Paths = Annotated[list[str], typer.Argument(metavar="PATH…", help="Files, folders, or - for standard input.")]
PicturePath = Annotated[Path, typer.Option("--picture", metavar="FILE", help="The picture.")]
AsJson = Annotated[bool, typer.Option("--json", help="One JSON object a line.")]
Published = Annotated[
    str | None, typer.Option(metavar="DATE", help="When inputs that do not say were published (2024-11-18).")
]
Outlet = Annotated[str | None, typer.Option(metavar="NAME", help="The outlet of inputs that do not name theirs.")]
CodebookPath = Annotated[Path | None, typer.Option("--codebook", metavar="PATH", help="A codebook of your own.")]
Model = Annotated[
    str | None, typer.Option("--language-model", metavar="NAME", help="A spaCy pipeline in place of sayso's own.")
]
About = Annotated[str | None, typer.Option(metavar="WORDS", help="Words of its text, its names or its report's title.")]
By = Annotated[str | None, typer.Option(metavar="NAME", help="Who says it, expects it or does it.")]
Where = Annotated[str | None, typer.Option(metavar="PLACE", help="A place or a country.")]
Since = Annotated[str | None, typer.Option(metavar="DAY", help="From this day on (2024-11-16).")]
Until = Annotated[str | None, typer.Option(metavar="DAY", help="Up to this day.")]
Score = Annotated[float, typer.Option(metavar="0–1", help="Leave out what the reader is less sure of.")]
Kind = Annotated[
    str | None, typer.Option(metavar="KIND", help="An act, event type, mode, status, entity kind or outcome.")
]
Jobs = Annotated[
    int | None,
    typer.Option(metavar="N", min=1, help="Processes that read side by side; one a core, at most 4, unless given."),
]
Order = Annotated[str, typer.Option(metavar="ORDER", help="By when it was reported: earliest or latest first.")]
Limit = Annotated[int | None, typer.Option(metavar="N", min=1, help="At most so many.")]


def language_of(name: str | None) -> Any:
    """The spaCy pipeline of that name; None, for sayso's own, where no name is given."""
    if name is None:
        return None
    from sayso.digest.other_language import load_other

    return load_other(name)


def codebook_of(path: Path | None) -> Any:
    """The codebook at that path; None, for the built-in one, where no path is given."""
    if path is None:
        return None
    from sayso.codebook.codebook import load_codebook

    return load_codebook(path)
