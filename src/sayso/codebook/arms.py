"""Types of weapons and vehicles by the words that they are called by, kept as data in `arms.toml`."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

#: The letters, the hyphen and the number of a type: "AK-47", "MiG-29SM", "M1A2".
TYPE = re.compile(r"([0-9]?[a-z]+)([-‐‑–]?)\d{1,4}[a-z0-9-]{0,6}")
#: Letters as short as these tell a type only before a hyphen: "M23" may be anything.
SHORT = 2


@dataclass(frozen=True)
class Arms:
    """Kinds, "weapon" or "vehicle", by letters before a number, whole designations and names, in small letters."""

    letters: dict[str, str]
    types: dict[str, str]
    names: dict[str, str]
    ships: frozenset[str]

    def kind_of_type(self, words: Sequence[str]) -> str | None:
        """The kind that a designation among the words tells."""
        return next((kind for word in words if (kind := self._typed(word.casefold()))), None)

    def _typed(self, word: str) -> str | None:
        found = self.types.get(word)
        match = TYPE.fullmatch(word) if found is None else None
        if match is None or (len(match[1]) <= SHORT and not match[2]):
            return found
        return self.letters.get(match[1])

    def is_ship(self, words: Sequence[str]) -> bool:
        """Whether the words are the name of a ship with what stands before it: "HMS Petrel"."""
        return len(words) > 1 and words[0].isupper() and words[0].casefold() in self.ships

    def kind_of_name(self, words: Sequence[str]) -> str | None:
        """The kind that a name among the words tells, of one that is either weapon or vehicle."""
        return next((kind for word in words if (kind := self.names.get(word.casefold()))), None)


@lru_cache(maxsize=1)
def load_arms() -> Arms:
    """The tables of `arms.toml`; `ValueError` where a word is of both kinds."""
    table = tomllib.loads((Path(__file__).parent / "arms.toml").read_text(encoding="utf-8"))
    columns: dict[str, dict[str, str]] = {"letters": {}, "types": {}, "names": {}}
    for column, known in columns.items():
        for kind, lists in table.items():
            for word in lists[column].split():
                if known.setdefault(word, kind) != kind:
                    raise ValueError(f"arms.toml: {word} is in {column} of both kinds")
    return Arms(**columns, ships=frozenset(table["vehicle"]["ships"].split()))
