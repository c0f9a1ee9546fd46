"""The word lists of `codebook/place_words.toml`."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Final

from sayso.digest.gazetteer import fold


@dataclass(frozen=True, slots=True)
class PlaceLists:
    """Lists of folded words (offices and prepositions as they are written); what each is for stands in the file."""

    never: frozenset[str]
    plain: frozenset[str]
    abbreviations: frozenset[str]
    prepositions: frozenset[str]
    offices: frozenset[str]
    ways: frozenset[str]
    bodies: frozenset[str]
    settled: frozenset[str]

    def is_plain(self, name: str) -> bool:
        """Whether a name is no place without another word: "Eastern", "County", "Police"."""
        folded = fold(name)
        return folded in self.plain or folded in self.never

    def is_way(self, name: str) -> bool:
        """Whether the last word of a name is for a way or a natural feature: "[Name] Street"."""
        return fold(name).split(" ")[-1] in self.ways


def _read() -> PlaceLists:
    path = Path(__file__).resolve().parents[2] / "codebook" / "place_words.toml"
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    return PlaceLists(**{field.name: frozenset(table[field.name]) for field in fields(PlaceLists)})


LISTS: Final = _read()
