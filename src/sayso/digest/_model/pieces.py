"""What the encoder sees of a word: its word pieces, its shape, and the white space before it.

Training and reading share this module, so that the model never meets inputs it was not trained on.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

#: Longest part of a word that is cut into pieces, and most pieces that are kept of one word.
MAX_CHARACTERS = 64
MAX_PIECES = 8

SHAPES = (
    "lower",
    "title",
    "upper",
    "one upper",
    "mixed",
    "acronym",
    "digits",
    "digits and letters",
    "punctuation",
    "symbol",
    "other",
)
#: White space before a word: at the very beginning, none, on the same line, a line break, an empty line.
GAPS = ("begin", "none", "space", "line", "paragraph")
#: Shape of every word once a text is written in capitals, or in small letters.
UPPERCASED = {"lower": "upper", "title": "upper", "mixed": "upper"}
LOWERCASED = {"title": "lower", "upper": "lower", "one upper": "lower", "mixed": "lower", "acronym": "lower"}

Pieces = tuple[int, ...]


def shape_of(word: str) -> int:
    """Index into `SHAPES`."""
    return SHAPES.index(_shape(word))


def _shape(word: str) -> str:
    letters = [c for c in word if c.isalpha()]
    digits = any(c.isdigit() for c in word)
    if not letters:
        marks = all(unicodedata.category(c).startswith("P") for c in word)
        return "digits" if digits else "punctuation" if marks else "symbol"
    return "digits and letters" if digits else _case(word, letters)


def _case(word: str, letters: list[str]) -> str:
    if all(c.isupper() for c in letters):
        return "one upper" if len(letters) == 1 else "acronym" if "." in word else "upper"
    if all(c.islower() for c in letters):
        return "lower"
    if letters[0].isupper() and all(c.islower() for c in letters[1:]):
        return "title"
    return "mixed" if any(c.isupper() for c in letters) else "other"


def gap_of(space: str) -> int:
    """Index into `GAPS` of the white space between two words."""
    breaks = space.replace("\r\n", "\n").replace("\r", "\n").count("\n")
    if breaks:
        return GAPS.index("line" if breaks == 1 else "paragraph")
    return GAPS.index("space" if space else "none")


class PieceTable:
    """Word pieces and shapes of word forms, remembered: a text repeats most of its words."""

    def __init__(self, tokenizer: Tokenizer, *, remember: int = 200_000) -> None:
        self._tokenizer = tokenizer
        self._known: dict[str, tuple[Pieces, int]] = {}
        self._remember = remember
        self.begin, self.end, self.unknown, self.pad, self.mask = (
            _required(tokenizer, name) for name in ("[CLS]", "[SEP]", "[UNK]", "[PAD]", "[MASK]")
        )

    def __call__(self, words: Sequence[str]) -> list[tuple[Pieces, int]]:
        """For each word its piece ids (at least one, at most `MAX_PIECES`) and the index of its shape."""
        known = self._known
        missing = list({word for word in words if word not in known})
        if missing:
            if len(known) + len(missing) > self._remember:
                known = self._known = {}
                missing = list(set(words))
            known.update(zip(missing, self._look_up(missing), strict=True))
        return [known[word] for word in words]

    def _look_up(self, words: list[str]) -> Iterable[tuple[Pieces, int]]:
        short = [word[:MAX_CHARACTERS] for word in words]
        found = self._tokenizer.encode_batch(short, add_special_tokens=False)
        for word, encoding in zip(short, found, strict=True):
            yield tuple(encoding.ids[:MAX_PIECES]) or (self.unknown,), shape_of(word)


def pack(pieces: Sequence[Pieces]) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
    """All piece ids in one array, and where each word begins in it (one more entry than words)."""
    lengths = np.fromiter((len(p) for p in pieces), dtype=np.int32, count=len(pieces))
    starts = np.concatenate([np.zeros(1, np.int32), np.cumsum(lengths, dtype=np.int32)])
    flat = np.fromiter((i for p in pieces for i in p), dtype=np.int32, count=int(starts[-1]))
    return flat, starts


def _required(tokenizer: Tokenizer, name: str) -> int:
    found: int | None = tokenizer.token_to_id(name)
    if found is None:
        raise ValueError(f"the tokenizer has no {name}")
    return found
