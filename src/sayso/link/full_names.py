"""Whole names of one person: "Ann B. Lee" and "Ann Lee", "Robert Lee" and "Bob Lee"."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import NamedTuple


class FullName(NamedTuple):
    """A given name, by its whole form, and a surname, in small letters, and the single letters between them."""

    given: str
    surname: str
    letters: str


def full_name(name: str) -> FullName | None:
    """What a name of two words, or more with single letters between them, is made of; None for any other."""
    first, *middle = name.replace(".", " ").casefold().split() or [""]
    letters = "".join(middle[:-1])
    if not middle or len(letters) != len(middle[:-1]) or len(first) == 1:
        return None
    return FullName(_whole().get(first, first), middle[-1], letters)


@cache
def _whole() -> dict[str, str]:
    """Short form or spelling → the whole name."""
    table = tomllib.loads(files("sayso.codebook").joinpath("short_given_names.toml").read_text(encoding="utf-8"))
    return {short: whole for whole, *others in table["names"] for short in others}
