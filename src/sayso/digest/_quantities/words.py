"""Words around numbers, from `codebook/quantities.toml`: bounds, vague numerals, units, what a number names."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from sayso.digest._lexer import Word, lex
from sayso.model import Bound

Phrase = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Cue:
    """Words that bound a number: which bound, and whether the number itself is left out."""

    bound: Bound
    strict: bool


class Phrases:
    """Phrases of a few words with their values, looked up from a position on or up to it, the longest first."""

    def __init__(self, values: Mapping[str, Any]) -> None:
        self._values: dict[Phrase, Any] = {phrase_of(text): value for text, value in values.items()}
        self._longest = max((len(phrase) for phrase in self._values), default=0)

    def from_here(self, words: list[Word], at: int) -> tuple[int, Any] | None:
        """Size and value of the longest phrase that begins at `at`."""
        here = [word.lower for word in words[at : at + self._longest]]
        for size in range(len(here), 0, -1):
            value = self._values.get(tuple(here[:size]))
            if value is not None:
                return size, value
        return None

    def up_to(self, words: list[Word], end: int) -> tuple[int, Any] | None:
        """Size and value of the longest phrase that ends before `end`."""
        here = [word.lower for word in words[max(0, end - self._longest) : end]]
        for skipped in range(len(here)):
            value = self._values.get(tuple(here[skipped:]))
            if value is not None:
                return len(here) - skipped, value
        return None


def phrase_of(text: str) -> Phrase:
    """The words of a phrase as the lexer sees them."""
    return tuple(word.lower for word in lex(text))


@dataclass(frozen=True, slots=True)
class QuantityWords:
    """All tables of quantities.toml, ready for look-up."""

    before: Phrases
    after: Phrases
    vague: Phrases
    multiple: Phrases
    unit_before: Phrases
    unit_after: Phrases
    per_words: frozenset[str]
    per_units: Phrases
    names: frozenset[str]
    calibre_units: frozenset[str]
    calibre_before: frozenset[str]
    none_words: frozenset[str]
    none_adjectives: frozenset[str]
    none_one: frozenset[str]
    headline: frozenset[str]
    stops: frozenset[str]
    plurals: frozenset[str]
    singulars: frozenset[str]
    changes: frozenset[str]
    time_units: frozenset[str]
    not_counted: frozenset[str]
    determiners: frozenset[str]


def _cues(bounds: Iterable[Mapping[str, Any]], side: str) -> Phrases:
    return Phrases({text: Cue(bound["name"], bound.get("strict", False)) for bound in bounds for text in bound[side]})


@cache
def load_quantity_words() -> QuantityWords:
    """The tables that are shipped."""
    folder = files("sayso.codebook")
    data = tomllib.loads(folder.joinpath("quantities.toml").read_text("utf-8"))
    tense = tomllib.loads(folder.joinpath("tense.toml").read_text("utf-8"))
    return QuantityWords(
        before=_cues(data["bound"], "before"),
        after=_cues(data["bound"], "after"),
        vague=Phrases(data["vague"]),
        multiple=Phrases(data["multiple"]),
        unit_before=Phrases(data["unit"]["before"]),
        unit_after=Phrases(data["unit"]["after"]),
        per_words=frozenset(data["per"]["words"]),
        per_units=Phrases({unit: unit for unit in data["per"]["units"]}),
        names=frozenset(data["name"]["before"]),
        calibre_units=frozenset(data["calibre"]["units"]),
        calibre_before=frozenset(data["calibre"]["before"]),
        none_words=frozenset(data["none"]["words"]),
        none_adjectives=frozenset(data["none"]["adjectives"]),
        none_one=frozenset(data["none"]["one"]),
        headline=frozenset(data["headline"]["before"]),
        stops=frozenset(data["stop"]["words"])
        | frozenset(tense["past"]["words"])
        | frozenset(tense["future"]["words"]),
        plurals=frozenset(data["stop"]["plural"]),
        singulars=frozenset(data["stop"]["singular"]),
        changes=frozenset(data["change"]["words"]),
        time_units=frozenset(data["time"]["units"]),
        not_counted=frozenset(data["one"]["before"]),
        determiners=frozenset(data["of"]["determiners"]),
    )
