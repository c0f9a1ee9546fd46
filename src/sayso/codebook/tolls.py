"""The words of tolls, kept as data in `tolls.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any, get_args

from sayso.model import Effect


def effects(form: str) -> Mapping[str, Effect]:
    """Word → effect, of the words of one form: "object", "subject", "noun", "deed", "state", "ending"."""
    tables = _tables()
    return {word: effect for effect in get_args(Effect) for word in tables[effect].get(form, "").split()}


def words(table: str, name: str) -> frozenset[str]:
    """The words of one list; `KeyError` names a list that there is not."""
    return frozenset(_tables()[table][name].split())


def listed(table: str) -> tuple[Mapping[str, Any], ...]:
    """The tables of a list of tables: "ways", "whereabouts"."""
    return tuple(_tables()[table])


@lru_cache(maxsize=1)
def _tables() -> dict[str, Any]:
    return tomllib.loads((Path(__file__).parent / "tolls.toml").read_text(encoding="utf-8"))


#: What goes on for years, and is no single deed.
LONG = words("running", "cause")
