"""A training document: words with whatever gold a corpus has for them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sayso.digest._model.pieces import GAPS
from training.labels import span_tags

Span = tuple[int, int]

#: Per-word gold and its value where there is none. "names" and "nominal" hold bit masks of the tags that are allowed.
UNKNOWN: dict[str, tuple[type, float]] = {
    "start": (np.int8, -1), "upos": (np.int16, -1), "xpos": (np.int16, -1), "head": (np.int32, -1), "deprel":
    (np.int16, -1),
    "names": (np.int64, 0), "nominal": (np.int64, 0), "source": (np.int8, -1), "cue": (np.int8, -1), "content":
    (np.int8, -1),
    "trigger": (np.int8, -1), "incident": (np.int8, -1), "certainty": (np.float32, np.nan), "group": (np.int32, -1),
}  # fmt: skip


@dataclass
class Document:
    """Words of one text, the white space before each, where it may be cut, and its gold."""

    name: str
    corpus: str
    words: list[str]
    gaps: NDArray[np.int8]
    #: True where a window may begin.
    cuts: NDArray[np.bool_]
    gold: dict[str, NDArray[np.generic]]
    #: (begin of cue, begin of its source or -1) and (begin of content, begin of its cue), as word indices.
    sources: list[Span] = field(default_factory=list)
    contents: list[Span] = field(default_factory=list)


@dataclass
class Prepared:
    """A document as the model sees it: `pieces[starts[i]:starts[i + 1]]` are the pieces of word i."""

    document: Document
    pieces: NDArray[np.int32]
    starts: NDArray[np.int32]
    shapes: NDArray[np.int8]


def new_document(name: str, corpus: str, words: list[str], gaps: Sequence[int], cuts: Sequence[bool]) -> Document:
    """A document without any gold yet."""
    gold: dict[str, NDArray[Any]] = {key: np.full(len(words), value, kind) for key, (kind, value) in UNKNOWN.items()}
    return Document(name, corpus, words, np.array(gaps, np.int8), np.array(cuts, np.bool_), gold)


def likely_starts(words: Sequence[str], gaps: Sequence[int]) -> list[bool]:
    """Where a sentence probably begins: after a line break, or after a full stop before a capital."""
    line = GAPS.index("line")
    starts = []
    for i, word in enumerate(words):
        before = words[i - 1] if i else ""
        after_quote = before in {'"', "”", "''", ")"} and i > 1 and words[i - 2] in {".", "!", "?"}
        ends = before in {".", "!", "?"} or after_quote
        starts.append(i == 0 or gaps[i] >= line or (ends and word[:1].isupper()))
    return starts


class Aligner:
    """Finds the words that a character span covers."""

    def __init__(self, spans: Sequence[Span]) -> None:
        self.begins = [start for start, _ in spans]
        self.spans = spans

    def __call__(self, start: int, end: int) -> Span | None:
        """Half-open word range that touches the characters [start, end)."""
        first = max(bisect_right(self.begins, start) - 1, 0)
        while first < len(self.spans) and self.spans[first][1] <= start:
            first += 1
        last = first
        while last < len(self.spans) and self.spans[last][0] < end:
            last += 1
        return (first, last) if last > first else None


def tag_spans(length: int, spans: Iterable[tuple[int, int, int]]) -> NDArray[np.int8]:
    """Tags of spans (first word, end, kind); of overlapping spans the longest stays."""
    tags = np.zeros(length, np.int8)
    for first, end, kind in sorted(spans, key=lambda s: (s[0] - s[1], s)):
        if not tags[first:end].any():
            tags[first:end] = span_tags(end - first, kind)
    return tags
