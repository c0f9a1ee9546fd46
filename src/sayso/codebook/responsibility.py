"""Ways of laying a deed to somebody, kept as data in `responsibility.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from sayso.model import Attitude


@dataclass(frozen=True, slots=True)
class Way:
    """One row of the table; what is empty is not asked for. The keys are explained at its top."""

    words: frozenset[str]
    pos: str
    stance: Attitude
    party: tuple[str, ...]
    by: tuple[str, ...]
    deed: tuple[str, ...]
    with_: frozenset[str]
    as_: str
    particle: str
    under: frozenset[str]
    near: frozenset[str]
    needs_party: bool
    needs_denial: bool
    needs_deed: bool
    needs_source: bool


@cache
def ways() -> Mapping[str, tuple[Way, ...]]:
    """The ways by the word that says it, in the order of the table."""
    rows = [_way(row) for row in _table()["ways"]]
    return {word: tuple(w for w in rows if word in w.words) for way in rows for word in way.words}


@cache
def words(name: str) -> frozenset[str]:
    """The words of one list; `KeyError` names a list that there is not."""
    return frozenset(_table()["lists"][name].split())


def _way(row: Mapping[str, Any]) -> Way:
    def listed(key: str) -> frozenset[str]:
        return frozenset(row.get(key, "").split())

    return Way(
        words=listed("words"),
        pos=row["pos"],
        stance=row["stance"],
        party=tuple(row["party"].split()),
        by=tuple(row["by"].split()),
        deed=tuple(row["deed"].split()),
        with_=listed("with"),
        as_=row.get("as", ""),
        particle=row.get("particle", ""),
        under=listed("under"),
        near=listed("near"),
        needs_party="party" in row.get("need", "").split(),
        needs_denial="denied" in row.get("need", "").split(),
        needs_deed="deed" in row.get("need", "").split(),
        needs_source="source" in row.get("need", "").split(),
    )


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads((Path(__file__).parent / "responsibility.toml").read_text(encoding="utf-8"))
