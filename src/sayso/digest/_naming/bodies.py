"""Bodies whose names alone say what they are, and of which country: "the Knesset", "Hamas" (`codebook/bodies.toml`)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from sayso.codebook.bodies import body_rows
from sayso.digest.gazetteer import fold


@dataclass(frozen=True, slots=True)
class Body:
    """Country and sector of a body; None where the table does not say."""

    country: str | None
    sector: str | None


@lru_cache(maxsize=1)
def load_bodies() -> dict[str, Body]:
    """The shipped table by folded name; read once, never changed."""
    return {fold(name): Body(row.get("country"), row.get("sector")) for row in body_rows() for name in row["names"]}
