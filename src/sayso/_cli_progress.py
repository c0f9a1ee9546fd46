"""What is said to who waits while reports are read: how many are done, and what went wrong."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import typer
from rich.console import Console
from rich.progress import BarColumn, TextColumn, TimeElapsedColumn
from rich.progress import Progress as Bar

from sayso._cli_tables import counted
from sayso.collect.passed import left_alone
from sayso.errors import SaysoError
from sayso.model import Report

#: a bar is worth its noise only where one waits longer
PATIENCE = 2.0
#: so many seconds a log hears nothing
SILENCE = 30.0


def warned(items: Iterable[Report | SaysoError]) -> Iterator[Report | SaysoError]:
    """The same; says on standard error of each report that is not in English that it is not."""
    for item in items:
        if isinstance(item, Report) and item.language != "en":
            where = item.origin.location if item.origin else item.id
            told = "another script" if item.language == "und" else f'the language "{item.language}"'
            typer.echo(f"sayso: warning: {where} is in {told}; sayso reads English, so expect little", err=True)
        yield item


def tell_of_passed(files: Sequence[Path]) -> None:
    """Names the files in folders that are of no kind that is read on standard error, once, together."""
    if files:
        typer.echo(f"sayso: warning: {left_alone(files)}", err=True)


class Progress:
    """Counts reports as they are done with, prints what went wrong, and shows a bar on a terminal after two seconds,
    elsewhere a line every half minute."""

    def __init__(self) -> None:
        self.problems = 0
        self.done = 0
        self._started = self._said = time.monotonic()
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
        if not self._console.is_terminal:
            self._say_now_and_then()
        elif self._bar is None and time.monotonic() - self._started > PATIENCE:
            columns = (TextColumn("reading"), BarColumn(), TextColumn("{task.completed} reports"), TimeElapsedColumn())
            self._bar = Bar(*columns, console=self._console, transient=True)
            self._bar.add_task("", total=None)
            self._bar.start()
        if self._bar is not None:
            self._bar.update(self._bar.task_ids[0], completed=self.done)

    def reports(self, items: Iterable[Report | SaysoError]) -> Iterator[Report]:
        """The reports among them; of the others it is said what is wrong."""
        for item in items:
            if isinstance(item, Report):
                yield item
            else:
                self(item)

    def _say_now_and_then(self) -> None:
        """A line in a log instead of the bar."""
        if time.monotonic() - self._said > SILENCE:
            self._said = time.monotonic()
            typer.echo(f"sayso: {counted(self.done, 'report')} so far", err=True)

    @contextmanager
    def aside(self) -> Iterator[None]:
        """Takes the bar away while something else is printed."""
        if self._bar is not None:
            self._bar.stop()
        yield
        if self._bar is not None:
            self._bar.start()
