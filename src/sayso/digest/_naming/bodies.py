"""Bodies whose names alone say what they are, and of which country: "the Knesset", "Hamas" (`codebook/bodies.toml`)."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from sayso.digest.gazetteer import fold

PATH = Path(__file__).resolve().parents[2] / "codebook" / "bodies.toml"


@dataclass(frozen=True, slots=True)
class Body:
    """Country and sector of a body; None where the table does not say."""

    country: str | None
    sector: str | None


@lru_cache(maxsize=1)
def load_bodies() -> dict[str, Body]:
    """The shipped table by folded name; read once, never changed."""
    table = tomllib.loads(PATH.read_text(encoding="utf-8"))
    return {fold(name): Body(row.get("country"), row.get("sector")) for row in table["body"] for name in row["names"]}
