"""Plain text: one file, one report, stored as it is; its head may say when it was published."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.collect.encoding import NotTextError, decode
from sayso.collect.making import Given, Parts, make_report, unreadable
from sayso.errors import InputError
from sayso.model import Report


def reports_of_text(content: bytes, given: Given, where: str) -> Iterator[Report | InputError]:
    """The one report that a text file is."""
    try:
        text = decode(content)
        yield make_report(Parts(text=text, published=given.published), given, "file", where)
    except NotTextError as error:
        yield unreadable(where, str(error), error.line)
    except InputError as error:
        yield error
