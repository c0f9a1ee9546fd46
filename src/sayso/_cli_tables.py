"""Tables and words of the command line: how wide a column is, and how days are written."""

from __future__ import annotations

import sys
from typing import Any

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from sayso.model import Precision
from sayso.publish.periods import in_digits

#: columns as wide as their longest cell, and as wide at the most: "to 2024-03-03", "(2024-03-04)"
_MOST = {"date": 13}
_WHOLE = frozenset({"id", "in", "kind", "country", "said", "events", "outlooks"})
#: column → the least it is given: a day, an official, in one piece
_LEAST = {"reported": 10, "source": 9, "holder": 9, "according to": 9, "likely, until": 9}

#: said under a table that has dates in brackets
OF_REPORT = "in brackets: the day of the report, where its words give none"


def table_of(*columns: str, title: str | None = None) -> Table:
    """A table as wide as the terminal; "words:3" takes three shares of what ids and dates leave, "words" one;
    "words:whole" is as wide as its words."""
    table = Table(
        title=title, title_justify="left", header_style="bold", box=box.SIMPLE_HEAD, pad_edge=False, expand=True
    )
    for column in columns:
        name, _, share = column.partition(":")
        whole = share == "whole" or name in _WHOLE
        table.add_column(name, overflow="fold", no_wrap=whole, max_width=_MOST.get(name),
                         ratio=None if whole or name in _MOST else int(share or 1),
                         width=None if whole else _LEAST.get(name))  # fmt: skip
    return table


def put(*things: Any) -> None:
    """Prints them to standard output, as wide as the terminal."""
    console = Console(file=sys.stdout, highlight=False)
    for thing in things:
        console.print(thing)


def add_row(table: Table, *cells: object) -> None:
    """One more row; the cells are words, whatever is in them."""
    # report text is text: never markup
    table.add_row(*(Text("" if cell is None else " ".join(str(cell).split())) for cell in cells))


def day(moment: str | None) -> str:
    """The day of a date or datetime."""
    return (moment or "")[:10]


def when(start: str | None, end: str | None, precision: Precision | None, *, given: bool) -> str:
    """As exactly as words give it; in brackets where they give none and it is the day of the report."""
    period = in_digits(start, end, precision)
    return period if given or not period else f"({period})"
