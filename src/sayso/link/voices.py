"""On whose word an event is told, and how many of those are independent of each other.

Names that may be of one body are one voice: "the service" and "Togo's rescue service", "prosecutors" and "the regional
prosecutor's office", "Togolese officials" and "the interior ministry of Togo", "the RSF", its spokesman and "the Rapid
Support Forces". Where that is open they are counted as
one: a source too few misleads less than one too many.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from sayso.codebook.roots import root
from sayso.codebook.words import word_list
from sayso.link.short_forms import initials, short_forms
from sayso.model import Entity


def stem(word: str) -> str:
    """What a word for somebody has in common with its plural."""
    return root(word.removesuffix("s"))


#: sectors of those who speak for a state
_OF_STATE = frozenset({"GOV", "MIL", "COP", "JUD"})
#: words for those who speak for a state and no more is said
_OFFICIALS = frozenset(map(stem, word_list("voices_officials")))
#: words for organs of a state, which speak for it
_ORGANS = frozenset(map(stem, word_list("voices_organs")))
#: words that say nothing of whose word it is
_EMPTY = frozenset(map(stem, word_list("voices_empty")))
_WORD = re.compile(r"[^\W\d_]{2,}")


@dataclass(frozen=True, slots=True)
class Voice:
    """Somebody on whose word something is told."""

    name: str
    #: the words that tell it from others
    words: frozenset[str]
    country: str | None = None
    #: whether it speaks for a state, and whether it is the state itself, or officials of it
    of_state: bool = False
    at_large: bool = False
    #: the short forms of names in it ("rsf"), and what its own name would be short for
    short: frozenset[str] = frozenset()
    initials: str = ""

    def may_be(self, other: Voice) -> bool:
        """Whether all that is said of it may be said of the other."""
        if self.country is not None and other.country is not None and self.country != other.country:
            return False
        if self.at_large and other.of_state:
            return True
        return self.words <= other.words or self._is_short_for(other) or other._is_short_for(self)

    def is_of_body(self, other: Voice) -> bool:
        """Whether both are one body and no other: under one name, a short form of it, or by its spokesman."""
        if self.country is not None and other.country is not None and self.country != other.country:
            return False
        return self.words == other.words or self._is_short_for(other) or other._is_short_for(self)

    def _is_short_for(self, other: Voice) -> bool:
        return other.initials in self.short


def voice(name: str, entity: Entity | None = None) -> Voice:
    """The voice of a name, and of the entity that goes by it."""
    country = entity.country if entity is not None else None
    of_state = entity is not None and entity.sector in _OF_STATE
    found = _WORD.findall(name)
    words = frozenset(stem(word) for word in found if country is None or word.islower()) - _EMPTY
    is_land = entity is not None and entity.kind in ("place", "nationality") and country is not None
    return Voice(
        name=name.casefold(),
        words=words
        or frozenset(map(stem, found)) - _EMPTY
        or frozenset(map(stem, found))
        or frozenset((name.casefold(),)),
        country=country,
        of_state=of_state or is_land or bool(words & _ORGANS),
        at_large=is_land or (of_state and bool(words) and words <= _OFFICIALS),
        short=short_forms(name),
        initials=initials(name),
    )


def independent(voices: Iterable[Voice]) -> list[Voice]:
    """Those that can be none of the others."""
    kept: list[Voice] = []
    # who says more of himself comes first
    for one in sorted(set(voices), key=lambda v: (v.at_large, -len(v.words), v.name, v.country or "")):
        if not any(one.may_be(other) for other in kept):
            kept.append(one)
    return kept
