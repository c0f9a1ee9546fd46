"""Plain text: one file, one report, stored as it is; its head may say when it was published."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.collect.encoding import NotTextError, decode
from sayso.collect.making import Given, Parts, make_report, unreadable
from sayso.errors import InputError
from sayso.model import Report

#: "# Title", "## Title ##", as the first line that has words
_HEADING = re.compile(r"\s*#{1,6}[ \t]+(\S[^\n]*)")


def reports_of_text(
    content: bytes, given: Given, where: str, *, marked_up: bool = False
) -> Iterator[Report | InputError]:
    """The one report that a text file is; where it is marked up, the heading that it begins with is its title."""
    try:
        text = decode(content)
        title = given.title or (_heading(text) if marked_up else None)
        yield make_report(Parts(text=text, title=title, published=given.published), given, "file", where)
    except NotTextError as error:
        yield unreadable(where, str(error), error.line)
    except InputError as error:
        yield error


def _heading(text: str) -> str | None:
    found = _HEADING.match(text)
    return (found[1].rstrip().rstrip("#").rstrip() or None) if found else None
