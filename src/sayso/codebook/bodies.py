"""Bodies whose names alone say what they are: the table of `bodies.toml`, and the armed ones among them."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from spacy.tokens import Token

from sayso.codebook.tree import name_around

#: PLOVER's sectors of those who bear arms as a body.
ARMED = frozenset({"REB", "MIL"})


@cache
def body_rows() -> tuple[dict[str, Any], ...]:
    """The rows of the table, each with `names` and, where the table says so, `country` and `sector`."""
    table = tomllib.loads(files("sayso.codebook").joinpath("bodies.toml").read_text(encoding="utf-8"))
    return tuple(table["body"])


def is_armed_body(token: Token) -> bool:
    """Whether the name that the word is part of is one of an armed body: it says that violence is meant literally."""
    return is_body_of(token, ARMED)


def is_body_of(token: Token, sectors: frozenset[str]) -> bool:
    """Whether the name that the word is part of is one of a body of these sectors."""
    named = token.ent_iob_ in ("B", "I")
    return named and name_around(token).text.casefold().removeprefix("the ") in _names(sectors)


def is_might(noun: Token) -> bool:
    """ "Respond with force", "use military force": what is used, and no body of men."""
    body = ("det", "nmod:poss", "compound", "nummod", "nsubj")
    return noun.lower_ == "force" and noun.dep_ not in body and not any(c.dep_ in body for c in noun.children)


@cache
def _names(sectors: frozenset[str]) -> frozenset[str]:
    return frozenset(name.casefold() for row in body_rows() if row.get("sector") in sectors for name in row["names"])
