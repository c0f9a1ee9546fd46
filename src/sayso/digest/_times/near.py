"""What stands around a match of a time rule, and the lists that it is judged by (`codebook/times_context.toml`)."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

from sayso.digest._times.rules import Match, Node
from sayso.digest._times.timex import Moment

HYPHENS = frozenset("-‐‑")
SYMBOLS = frozenset("$€£¥#%+=*°§/")


@cache
def _lists() -> dict[str, frozenset[str]]:
    tables = tomllib.loads(files("sayso.codebook").joinpath("times_context.toml").read_text("utf-8"))
    return {name: frozenset(words) for name, words in tables.items()}


def context(name: str) -> frozenset[str]:
    """A list of times_context.toml."""
    return _lists()[name]


def whole(match: Match, name: str) -> int | None:
    """The whole number of a part."""
    number = match.number(name)
    return int(number) if number is not None and number < 1e9 else None


def lower(node: Node | None) -> str:
    """The node's (first) word, empty where there is none."""
    return "" if node is None else node.lower


def words_of(match: Match) -> list[str]:
    """The (first) words of the nodes that were matched."""
    return [node.lower for node in match.nodes[match.at : match.until]]


def named(node: Node | None) -> bool:
    """Whether a word is written as a name."""
    return node is not None and node.word.raw[:1].isupper()


def titled(node: Node | None) -> bool:
    """Whether a common word is written as part of a title ("60 Minutes", "This Week")."""
    return node is not None and node.word.raw[:1].isupper() and node.word.raw[1:].islower()


def month_of(match: Match) -> int | None:
    """The month that the part "month" names."""
    found = match.value("month", "MONTH") or match.value("month", "MABBR")
    return found if isinstance(found, int) else None


def is_day(moment: Moment) -> bool:
    """Whether a moment is a day, or will be one."""
    return (
        moment.unit in ("D", "feast") or moment.day is not None or moment.weekday is not None or moment.rel == "feast"
    )
