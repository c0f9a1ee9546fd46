"""Cutting the words of reports into windows that the encoder can take.

Every word belongs to the *core* of exactly one window. Cores end at paragraphs, else where a sentence probably ends,
else
anywhere; some words before and after the core go along as context where the cut is not at a paragraph.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sayso.digest._model.pieces import GAPS

#: Most pieces in a window, with its begin and end marks; training used the same.
LONGEST = 256
#: Pieces of context before a core that does not begin with a paragraph, and after one that does not end with one.
BEFORE, AFTER = 40, 16
_LINE, _PARAGRAPH = GAPS.index("line"), GAPS.index("paragraph")

Ints = NDArray[np.int64]


@dataclass(frozen=True)
class Window:
    """Words [first, end) are encoded, of which [core_first, core_end) are kept."""

    first: int
    core_first: int
    core_end: int
    end: int
    #: Pieces with the two marks.
    pieces: int


def cut_strength(words: Sequence[str], gaps: NDArray[np.int8]) -> NDArray[np.int8]:
    """How good a cut before each word is: 3 paragraph, 2 line, 1 probable sentence, 0 none."""
    strength = np.zeros(len(words), np.int8)
    for i in range(1, len(words)):
        if (words[i - 1] in _ENDS and (words[i][0].isupper() or words[i] in _OPENING)) or (
            words[i - 1] in _CLOSING and i > 1 and words[i - 2] in _ENDS and words[i][0].isupper()
        ):
            strength[i] = 1
    strength[gaps == _LINE] = 2
    strength[gaps == _PARAGRAPH] = 3
    strength[:1] = 3
    return strength


_ENDS = frozenset(".!?…")
_CLOSING = frozenset(['"', "”", "''", ")", "’", "'"])
_OPENING = frozenset(['"', "“", "``", "("])


def cut_windows(starts: Ints, strength: NDArray[np.int8]) -> list[Window]:
    """Windows over all words of one report.

    `starts[i]` is the first piece of word i and `starts[-1]` the number of pieces. Linear in the words.
    """
    count = len(starts) - 1
    windows: list[Window] = []
    first = 0
    while first < count:
        left = _context_before(starts, strength, first)
        room = LONGEST - 2 - int(starts[first] - starts[left])
        if starts[count] - starts[first] <= room:
            end = right = count
        else:
            end = _best_cut(starts, strength, first, room - AFTER)
            fitting = (
                int(np.searchsorted(starts, min(starts[left] + LONGEST - 2, starts[end] + AFTER), side="right")) - 1
            )
            right = end if strength[end] == 3 else max(end, fitting)
        windows.append(Window(left, first, end, right, int(starts[right] - starts[left]) + 2))
        first = end
    return windows


def _context_before(starts: Ints, strength: NDArray[np.int8], first: int) -> int:
    """The earliest good beginning within `BEFORE` pieces; none across a paragraph."""
    if strength[first] == 3:
        return first
    earliest = int(np.searchsorted(starts, starts[first] - BEFORE, side="left"))
    allowed = strength[earliest:first]
    paragraphs = np.flatnonzero(allowed == 3)
    if len(paragraphs):
        return earliest + int(paragraphs[-1])
    good = np.flatnonzero(allowed > 0)
    return earliest + int(good[0]) if len(good) else earliest


def _best_cut(starts: Ints, strength: NDArray[np.int8], first: int, room: int) -> int:
    """The last cut of the strongest kind that lies in the second half of the room, at least one word on."""
    limit = max(int(np.searchsorted(starts, starts[first] + room, side="right")) - 1, first + 1)
    half = max(int(np.searchsorted(starts, starts[first] + room // 2, side="left")), first + 1)
    for kind, earliest in ((3, first + 1), (2, half), (1, half), (1, first + 1)):
        at = np.flatnonzero(strength[earliest : limit + 1] >= kind)
        if len(at):
            return earliest + int(at[-1])
    return limit
