"""Whole names of one person: "Ann B. Lee" and "Ann Lee", "Robert Lee" and "Bob Lee"."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import NamedTuple

#: what tells a son from his father is a part of the surname
_AFTER = frozenset({"jr", "sr", "ii", "iii"})


class FullName(NamedTuple):
    """A given name, by its whole form, and a surname, in small letters, and the single letters between them."""

    given: str
    surname: str
    letters: str


def full_name(name: str) -> FullName | None:
    """What a name of two words, or more with single letters between them, is made of; None for any other."""
    first, *rest = name.replace(".", " ").replace(",", " ").casefold().split() or [""]
    last = 2 if rest and rest[-1] in _AFTER else 1
    between, surname = rest[:-last], " ".join(rest[-last:])
    if not surname or len(first) == 1 or any(len(letter) > 1 for letter in between):
        return None
    return FullName(_whole().get(first, first), surname, "".join(between))


@cache
def _whole() -> dict[str, str]:
    """Short form or spelling → the whole name."""
    table = tomllib.loads(files("sayso.codebook").joinpath("short_given_names.toml").read_text(encoding="utf-8"))
    return {short: whole for whole, *others in table["names"] for short in others}
