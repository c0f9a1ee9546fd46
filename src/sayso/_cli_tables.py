"""Tables and words of the command line: how wide a column is, and how days are written."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from typing import Any

from rich import box
from rich.console import Console
from rich.table import Column, Table
from rich.text import Text

from sayso.model import Precision
from sayso.publish.periods import in_digits

#: columns as wide as their longest cell, and as wide at the most: "to 2024-03-03", "(2024-03-04)"
_MOST = {"date": 13}
_WHOLE = frozenset({"id", "in", "kind", "country", "said", "events", "outlooks"})
#: column → the least it is given: a day in one piece
_LEAST = {"reported": 10}
#: a word longer than this share of the terminal may be broken: "communications" of 120 columns
_LONG = 1 / 8

#: what stands between two columns; wider than any terminal
GAP, LONGEST = 3, 1000

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
                         ratio=None if whole or name in _MOST else int(share or 1))  # fmt: skip
    return table


def put(*things: Any) -> None:
    """Prints them to standard output, as wide as the terminal."""
    console = Console(file=sys.stdout, highlight=False)
    for thing in things:
        if isinstance(thing, Table):
            _share_out(thing, console.width)
        console.print(thing)


def _share_out(table: Table, most: int) -> None:
    """Gives the columns that share what ids and dates leave the width of their words, which stay in one piece: of all
    but the longest, and where little is left, of fewer. What is over goes to those with the most shares.
    """
    sharing = [column for column in table.columns if column.ratio]
    fixed = sum(GAP + (0 if column.ratio else _longest(column)) for column in table.columns)
    room = most + 1 - fixed
    for longest in range(int(most * _LONG), 0, -1):
        least = [_width(column, longest) for column in sharing]
        if sum(least) <= room:
            break
    else:
        return
    shares = sum(column.ratio or 0 for column in sharing)
    wanted = [max(0, room * (c.ratio or 0) / shares - width) for c, width in zip(sharing, least, strict=True)]
    over = (room - sum(least)) / (sum(wanted) or 1)
    widths = [width + int(over * more) for width, more in zip(least, wanted, strict=True)]
    widths[wanted.index(max(wanted))] += room - sum(widths)
    for column, width in zip(sharing, widths, strict=True):
        column.width, column.ratio = width, None


def _cells(column: Column) -> list[str]:
    return [str(cell) for cell in (column.header, *column.cells)]


def _longest(column: Column) -> int:
    return min(max(map(len, _cells(column))), column.max_width or LONGEST)


def _width(column: Column, longest: int) -> int:
    """The longest of its words that is no longer than that."""
    words = (len(word) for cell in _cells(column) for word in cell.split())
    return max(_LEAST.get(str(column.header), 1), *(0, *(length for length in words if length <= longest)))


def add_row(table: Table, *cells: object) -> None:
    """One more row; the cells are words, whatever is in them."""
    # report text is text: never markup
    table.add_row(*(Text("" if cell is None else " ".join(str(cell).split())) for cell in cells))


def counted(number: int, what: str, verb: str = "") -> str:
    """ "1 report", "1,200 reports"; with the verb "is" or "has" also that: "1 report is", "3 reports are"."""
    many = {"is": " are", "has": " have", "": ""}[verb]
    return f"1 {what} {verb}".rstrip() if number == 1 else f"{number:,} {what}s{many}"


def day(moment: str | None) -> str:
    """The day of a date or datetime."""
    return (moment or "")[:10]


def utc(moment: str | None) -> str:
    """A datetime to the minute, by UTC: "2024-11-17 19:40Z"; a date as it is."""
    if moment is None or len(moment) <= len("2024-11-17"):
        return moment or ""
    at = datetime.fromisoformat(moment)
    return f"{(at if at.tzinfo else at.replace(tzinfo=UTC)).astimezone(UTC):%Y-%m-%d %H:%MZ}"


def when(start: str | None, end: str | None, precision: Precision | None, *, given: bool) -> str:
    """As exactly as words give it; in brackets where they give none and it is the day of the report."""
    period = in_digits(start, end, precision)
    return period if given or not period else f"({period})"
