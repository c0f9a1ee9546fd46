"""Armed bodies by name: rebel groups and armies of `bodies.toml`, which say that violence is meant literally."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from importlib.resources import files

from spacy.tokens import Token

#: PLOVER's sectors of those who bear arms as a body.
SECTORS = frozenset({"REB", "MIL"})


def is_armed_body(token: Token) -> bool:
    """Whether the name that the word is part of is one of an armed body."""
    if token.ent_iob_ not in ("B", "I"):
        return False
    start = end = token.i
    while token.doc[start].ent_iob_ == "I" and start > 0:
        start -= 1
    while end + 1 < len(token.doc) and token.doc[end + 1].ent_iob_ == "I":
        end += 1
    return token.doc[start : end + 1].text.casefold().removeprefix("the ") in _names()


@lru_cache(maxsize=1)
def _names() -> frozenset[str]:
    table = tomllib.loads(files("sayso.codebook").joinpath("bodies.toml").read_text(encoding="utf-8"))
    return frozenset(name.casefold() for row in table["body"] if row.get("sector") in SECTORS for name in row["names"])
