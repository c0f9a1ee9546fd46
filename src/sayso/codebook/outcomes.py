"""What tells that an outlook came to nothing (`outcomes.toml`)."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from sayso.codebook.roots import root
from sayso.codebook.words import word_list

#: so many words may stand where a phrase leaves some out
_BETWEEN = r"(?:(?!and\b|but\b|or\b)[^\s,;]+\s+){0,8}?"


@dataclass(frozen=True, slots=True, kw_only=True)
class Opposite:
    """Deeds that undo what was expected."""

    name: str
    of: frozenset[str]
    by: frozenset[str]
    words: re.Pattern[str] | None
    #: it tells that all is as it was
    lasting: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Also:
    """Words in which what was expected may be told."""

    name: str
    of: frozenset[str]
    by: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """Words that say of an expectation itself that it was met, or that it was not."""

    name: str
    happened: bool
    words: re.Pattern[str]
    #: somebody's word was kept or broken: he must be named
    of_holder: bool
    #: the number that was expected stands behind the words
    number: bool
    #: it counts only once the time is up
    late: bool
    #: it counts only of what was expected of a day
    dated: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class OutcomeWords:
    """The table, ready to be asked."""

    against: re.Pattern[str]
    no: re.Pattern[str]
    final: re.Pattern[str]
    put_off: re.Pattern[str]
    yet: re.Pattern[str]
    limits: re.Pattern[str]
    ifs: re.Pattern[str]
    happens: re.Pattern[str]
    at_least: re.Pattern[str]
    tally: re.Pattern[str]
    #: cues by which something was made known
    announced: frozenset[str]
    #: words for any attack
    attacks: frozenset[str]
    #: roots of verbs that with a noun say no more than the noun
    light: frozenset[str]
    too_common: frozenset[str]
    also: tuple[Also, ...]
    opposites: tuple[Opposite, ...]
    verdicts: tuple[Verdict, ...]


@lru_cache(maxsize=1)
def load_outcome_words() -> OutcomeWords:
    """The shipped table."""
    table = outcome_table()
    return OutcomeWords(
        **{
            name: phrases(table[name])
            for name in ("against", "final", "put_off", "yet", "ifs", "happens", "at_least", "tally")
        },
        no=re.compile(rf"(?:n['’]t|(?<!\w)(?:{'|'.join(map(re.escape, table['no']))}))(?: \S+){{0,2}} *$", re.I),
        limits=re.compile(rf"\b(?:{'|'.join(map(re.escape, table['limits']))})(?: the)? *$", re.I),
        light=frozenset(map(root, word_list("syntax_light"))),
        announced=frozenset(table["announced"]),
        attacks=frozenset(map(root, table["attacks"])),
        too_common=frozenset(root(word) for word in {*table["too_common"].split(), *word_list("syntax_light")}),
        also=tuple(
            Also(name=entry["name"], of=frozenset(map(root, entry["of"])), by=frozenset(map(root, entry["by"])))
            for entry in table["also"]
        ),
        opposites=tuple(
            Opposite(
                name=entry["name"],
                of=frozenset(map(root, entry["of"])),
                by=frozenset(map(root, entry["by"])),
                words=phrases(entry["words"]) if entry["words"] else None,
                lasting=entry["lasting"],
            )
            for entry in table["opposite"]
        ),
        verdicts=tuple(
            Verdict(
                name=entry["name"],
                happened=entry["happened"],
                words=phrases(entry["words"]),
                **{flag: entry.get(flag, False) for flag in ("of_holder", "number", "late", "dated")},
            )
            for entry in table["verdict"]
        ),
    )


def outcome_table() -> dict[str, Any]:
    """The table as it is written, examples and all."""
    return tomllib.loads((Path(__file__).parent / "outcomes.toml").read_text(encoding="utf-8"))


def phrases(texts: Iterable[str]) -> re.Pattern[str]:
    """Any of the phrases, as whole words, capitals aside."""
    written = (r"\s+".join(_BETWEEN if word == "…" else re.escape(word) for word in text.split()) for text in texts)
    joined = "|".join(text.replace(rf"\s+{_BETWEEN}\s+", rf"\s+{_BETWEEN}") for text in written)
    return re.compile(rf"(?<!\w)(?:{joined})(?!\w)", re.I)
