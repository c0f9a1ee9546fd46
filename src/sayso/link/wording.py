"""The words around a telling, by which passages of two reports are compared."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable

from sayso.codebook.words import word_list
from sayso.model import Reading, Span

#: so many characters before the sentence of a telling, and behind it, belong to the passage
BEFORE, BEHIND = 250, 120
_WORD = re.compile(r"[^\W\d_]{3,}")
#: words of the language that stand in any report
EVERYWHERE = word_list("link_everywhere")


def words_of(text: str) -> frozenset[str]:
    """The words of a text that say what it is about, in small letters."""
    return frozenset(word.casefold() for word in _WORD.findall(text)) - EVERYWHERE


class Wording:
    """The words of one report, and those of the names in it, by where they stand."""

    def __init__(self, reading: Reading) -> None:
        text = reading.report.text
        mentions = (m for entity in reading.entities for m in entity.mentions if m.form == "name")
        self._words = _ByPlace((m.start(), m.group().casefold()) for m in _WORD.finditer(text))
        self._names = _ByPlace((m.spans[0][0], word) for m in mentions for word in words_of(m.text))

    def passage(self, sentence: Span) -> frozenset[str]:
        """The words of a sentence and of what stands around it."""
        start, end = sentence
        return self._words.between(start - BEFORE, end + BEHIND)

    def names(self, sentence: Span) -> frozenset[str]:
        """The words of the names in a sentence."""
        return self._names.between(*sentence)


class _ByPlace:
    def __init__(self, found: Iterable[tuple[int, str]]) -> None:
        placed = sorted((at, word) for at, word in found if word not in EVERYWHERE)
        self.starts, self.words = [at for at, _ in placed], [word for _, word in placed]

    def between(self, start: int, end: int) -> frozenset[str]:
        return frozenset(self.words[bisect_left(self.starts, start) : bisect_left(self.starts, end)])
