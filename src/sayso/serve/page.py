"""A page: what a route answers with, as HTML or as the JSON of the same things."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sayso.errors import UsageError
from sayso.persist.nothing import why_nothing
from sayso.persist.picture import Picture
from sayso.persist.query import Query

#: how many rows a page shows, and the most that it may be asked to
SHOWN = 100
MOST = 2000

_DIGITS = re.compile(r"[0-9]{1,9}\Z")

FILTERS = ("about", "by", "where", "since", "until", "kind")


@dataclass(frozen=True, slots=True)
class Page:
    """The template with its values, and the same answer as data."""

    template: str
    values: Mapping[str, Any]
    #: what msgspec can write
    data: Any = field(repr=False)


@dataclass(frozen=True, slots=True)
class Asked:
    """What a request asks for: the path's ids and the URL's query."""

    path: Mapping[str, str]
    params: Mapping[str, str]

    def param(self, name: str) -> str | None:
        """A query parameter without outer blanks; None where it is missing or empty."""
        return self.params.get(name, "").strip() or None

    def filters(self) -> dict[str, str]:
        """The filters that are set, as the form and the links keep them."""
        named = {name: self.param(name) for name in (*FILTERS, "min_score")}
        return {name: value for name, value in named.items() if value is not None}

    def limit(self) -> int:
        """How many rows; `UsageError` where it is no number in range."""
        text = self.param("limit") or str(SHOWN)
        number = number_up_to(MOST, text)
        if number is None:
            raise UsageError(f'limit is "{text}", not a number from 1 to {MOST}')
        return number

    def query(self, **more: Any) -> Query:
        """The filters as the picture takes them, with one row more than is shown: so the page knows of more."""
        filters: dict[str, Any] = {name: value for name, value in self.filters().items() if name != "min_score"}
        score = self.param("min_score")
        if score is not None:
            filters["min_score"] = _number("min_score", score)
        return Query(**filters, **{"limit": self.limit() + 1, **more})


def nothing(picture: Picture, verb: str, asked: Asked, found: Sequence[Any], what: str | None = None) -> str | None:
    """Why nothing was found, where one of the filters tells; the page calls them `what`."""
    return None if found or not asked.filters() else why_nothing(picture, verb, asked.query(), what)


def number_up_to(most: int, text: str) -> int | None:
    """The number from 1 to `most` that the text is, in nine digits at most; None where it is none."""
    number = int(text) if _DIGITS.match(text) else 0
    return number if 1 <= number <= most else None


def _number(name: str, text: str) -> float:
    try:
        return float(text)
    except ValueError:
        raise UsageError(f'{name} is "{text}", not a number') from None


#: what a route is: a pure function of the picture and the question
Route = Callable[[Picture, Asked], Page]
