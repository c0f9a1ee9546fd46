"""Rules over words of time: `codebook/times.toml` and `times_rules.toml` compiled to regular expressions.

Every word becomes one character that stands for the set of categories it is in, so that a rule is an ordinary regular
expression over a short string, all repetition is bounded, and matching is linear in the number of words. Matched words
are replaced by one node, on which the next pass of rules works.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from sayso.digest._lexer import Word
from sayso.digest._times.timex import Moment

#: Categories of numbers, worked out from the number itself.
NUMBER_CATEGORIES = (
    "NUM INT", "NUM INT DAY HOUR", "NUM INT DAY", "NUM INT YEAR", "NUM", "NUM INT SPELLED HOUR", "NUM INT SPELLED TEEN",
    "NUM INT SPELLED TENS", "NUM INT SPELLED", "NUM SPELLED", "ORD DAYORD QORD", "ORD DAYORD", "ORD", "NUM INT HHMM",
    "NUM INT YEAR HHMM", "CLOCK", "ISO", "SLASH", "NUM INT DAY HOUR YY", "NUM INT DAY YY", "NUM INT YY",
)  # fmt: skip
#: What rules give: nodes that later passes combine.
GIVEN = (
    "DAYD", "MONTHD", "YEARD", "QUARTERD", "HALFD", "SEASOND", "DECADED", "CENTURYD", "WEEKD", "REFD", "DURD", "SETD",
    "CLOCKD", "PARTD", "TIMED", "DATED",
)  # fmt: skip
_FIRST_SIGN = 0xE000
OTHER = "."


@dataclass(slots=True)
class Node:
    """A word, or the words that a rule has joined."""

    start: int
    end: int
    lower: str
    sign: str
    word: Word
    moment: Moment | None = None


@dataclass(frozen=True, slots=True)
class Match:
    """Where a rule matched: `match["month"]` is the node of that name, None where it is absent."""

    nodes: list[Node]
    at: int
    until: int
    parts: Mapping[str, int]
    lexicon: Lexicon

    def __getitem__(self, name: str) -> Node | None:
        index = self.parts.get(name)
        return None if index is None else self.nodes[index]

    def value(self, name: str, category: str) -> Any:
        """The lexicon's value of the part, or None where the part is absent."""
        node = self[name]
        return None if node is None else self.lexicon.values[category].get(node.lower)

    def number(self, name: str) -> float | None:
        node = self[name]
        return None if node is None else node.word.value

    def moment(self, name: str) -> Moment | None:
        node = self[name]
        return None if node is None else node.moment

    def before(self, steps: int = 1) -> Node | None:
        at = self.at - steps
        return self.nodes[at] if at >= 0 else None

    def after(self, steps: int = 1) -> Node | None:
        at = self.until + steps - 1
        return self.nodes[at] if at < len(self.nodes) else None


Maker = Callable[[Match], Moment | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: what it matches, what makes a moment of it, and the category it gives to the next passes."""

    step: int
    pattern: re.Pattern[str]
    make: str
    gives: str
    text: str


class Lexicon:
    """Words and their categories; every set of categories has one character, its sign."""

    def __init__(self, tables: Mapping[str, Mapping[str, Any]], literals: Iterable[str]) -> None:
        self.values = tables
        categories: dict[str, set[str]] = {word: {word} for word in literals}
        for name, table in tables.items():
            for word in table:
                categories.setdefault(word, set()).add(name)
        sets = {frozenset(found) for found in categories.values()}
        sets |= {frozenset(names.split()) for names in NUMBER_CATEGORIES} | {frozenset((name,)) for name in GIVEN}
        ordered = sorted(sets, key=sorted)
        self.sign_of = {found: chr(_FIRST_SIGN + i) for i, found in enumerate(ordered)}
        self.words = {word: self.sign_of[frozenset(found)] for word, found in categories.items()}

    def node(self, word: Word) -> Node:
        """The node of one word."""
        if word.kind in ("number", "clock", "iso", "slash"):
            sign = self.sign_of[frozenset(_number_category(word).split())]
        else:
            sign = self.words.get(word.lower, OTHER)
        return Node(word.start, word.end, word.lower, sign, word)

    def characters(self, category: str) -> str:
        """All signs of a category, as the inside of a character class."""
        found = "".join(sign for names, sign in self.sign_of.items() if category in names)
        if not found:
            raise ValueError(f"codebook/times.toml: no words in the category {category!r}")
        return found


def _number_category(word: Word) -> str:
    if word.kind != "number":
        return word.kind.upper()
    value = word.value or 0.0
    if word.ordinal:
        return "ORD DAYORD QORD" if value <= 4 else "ORD DAYORD" if value <= 31 else "ORD"
    if word.raw[:1].isalpha():
        return _spelled_category(value)
    if value % 1 or not word.plain:
        return "NUM"
    return _digits_category(word, int(value)) if value < 1e6 else "NUM INT"


def _spelled_category(value: float) -> str:
    if value % 1:
        return "NUM SPELLED"
    if 1 <= value <= 12:
        return "NUM INT SPELLED HOUR"
    return "NUM INT SPELLED TEEN" if 13 <= value <= 20 else "NUM INT SPELLED" + (" TENS" if 20 < value <= 99 else "")


def _digits_category(word: Word, value: int) -> str:
    size = len(word.raw)
    if size == 4:
        military = value % 100 < 60 and value <= 2400
        if 1000 <= value <= 2199:
            return "NUM INT YEAR HHMM" if military else "NUM INT YEAR"
        return "NUM INT HHMM" if military else "NUM INT"
    if size == 2:
        return "NUM INT DAY HOUR YY" if 1 <= value <= 24 else "NUM INT DAY YY" if 1 <= value <= 31 else "NUM INT YY"
    return "NUM INT DAY HOUR" if size == 1 and value >= 1 else "NUM INT"


def _pattern(text: str, lexicon: Lexicon) -> re.Pattern[str]:
    """A rule's pattern as a regular expression: `(month=MONTH day=DAY)? ~of` and the like."""
    before: list[str] = []
    inside: list[str] = []
    after: list[str] = []
    for item in re.sub(r"([()]\??)", r" \1 ", text).split():
        if item in ("(", ")", ")?"):
            inside.append("(?:" if item == "(" else item)
            continue
        body, optional = (item[:-1], "?") if item.endswith("?") and len(item) > 1 else (item, "")
        context = body.startswith("~") and len(body) > 1
        body = body.removeprefix("~") if context else body
        name, _, names = body.rpartition("=") if len(body) > 2 else ("", "", body)
        characters = "[" + "".join(lexicon.characters(one) for one in names.split("|")) + "]"
        target = inside if not context else after if inside else before
        target.append((f"(?P<{name}>{characters})" if name else characters) + optional)
    start = f"(?<={''.join(before)})" if before else ""
    end = f"(?={''.join(after)})" if after else ""
    return re.compile(start + "".join(inside) + end)


def _literals(patterns: Iterable[str], categories: Iterable[str]) -> set[str]:
    known = {*categories, *GIVEN, *(name for names in NUMBER_CATEGORIES for name in names.split())}
    found: set[str] = set()
    for pattern in patterns:
        for item in re.sub(r"[()]\??", " ", pattern).split():
            body = item.removesuffix("?") if len(item) > 1 else item
            body = body.removeprefix("~") if len(body) > 1 else body
            names = body.rpartition("=")[2] if len(body) > 2 else body
            found.update(name for name in names.split("|") if name not in known)
    return found


@cache
def load_rules() -> tuple[Lexicon, tuple[Rule, ...]]:
    """The lexicon and the rules in the order of their passes, from the files that are shipped."""
    folder = files("sayso.codebook")
    tables = tomllib.loads(folder.joinpath("times.toml").read_text("utf-8"))
    entries = tomllib.loads(folder.joinpath("times_rules.toml").read_text("utf-8"))["rule"]
    patterns = [pattern for entry in entries for pattern in entry["patterns"]]
    lexicon = Lexicon(tables, _literals(patterns, tables))
    rules = [
        Rule(entry["pass"], _pattern(pattern, lexicon), entry["make"], entry["gives"], pattern)
        for entry in entries
        for pattern in entry["patterns"]
    ]
    return lexicon, tuple(sorted(rules, key=lambda rule: rule.step))
