"""Words that tell one kind of happening, whatever type they have or have not: "sank", "shipwreck"."""

from __future__ import annotations

from functools import lru_cache

from sayso.codebook.roots import root
from sayso.codebook.words import word_list

#: the families, and the types that their words may have: a nationwide strike hits nobody
_FAMILIES: dict[str, tuple[str, ...]] = {
    "arrest": ("COERCE",),
    "collide": ("ASSAULT",),
    "explode": ("ASSAULT",),
    "flee": ("RETREAT",),
    "kidnap": ("ASSAULT", "COERCE"),
    "march": ("PROTEST",),
    "resign": ("RETREAT",),
    "sign": ("AGREE", "COOPERATE", "SUPPORT"),
    "sink": ("ASSAULT",),
    "truce": ("AGREE", "RETREAT"),
}


def kin(word: str, type_: str | None) -> frozenset[str]:
    """The families of a word, given by its root and its type."""
    first, last = word.split(" ", maxsplit=1)[0], word.rsplit(" ", maxsplit=1)[-1]  # "sign deal"
    found = _families().get(first, frozenset()) | _families().get(last, frozenset())
    return frozenset(family for family in found if type_ is None or type_ in _FAMILIES[family])


@lru_cache(maxsize=1)
def _families() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for family in _FAMILIES:
        for word in word_list(f"kin_{family}"):
            found.setdefault(root(word), set()).add(family)
    return {word: frozenset(families) for word, families in found.items()}
