"""Word lists of the event reader, kept as data in `words.toml`."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from pathlib import Path


def word_list(name: str) -> frozenset[str]:
    """The words of one list; `KeyError` names a list that there is not."""
    return _lists()[name]


@lru_cache(maxsize=1)
def _lists() -> dict[str, frozenset[str]]:
    table = tomllib.loads((Path(__file__).parent / "words.toml").read_text(encoding="utf-8"))
    return {name: frozenset(words.split()) for name, words in table.items()}
