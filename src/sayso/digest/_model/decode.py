"""From scores of tags to spans: the best allowed sequence of begin, inside, last and only-one tags (BILOU)."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]
_FORBIDDEN = np.float32(-1e6)


@dataclass(frozen=True)
class Spans:
    """Spans of words [first, end) with their kinds and scores (mean probability of their tags, 0 to 1)."""

    first: Ints
    end: Ints
    kind: Ints
    score: Floats

    def __len__(self) -> int:
        return len(self.first)

    def between(self, first: int, end: int, by: int) -> Spans:
        """Those that lie within words [first, end), moved so many words further on."""
        keep = (self.first >= first) & (self.end <= end)
        return Spans(self.first[keep] + by, self.end[keep] + by, self.kind[keep], self.score[keep])


def tag_masks(kinds: int) -> tuple[Floats, Floats, Floats]:
    """Which tags may follow which (tags, tags), which may begin and which may end a sequence; 0 or very negative.

    Tags are O, then B, I, L, U of each kind.
    """
    count = 1 + 4 * kinds
    position = np.array([4, *([0, 1, 2, 3] * kinds)])
    kind = np.array([-1, *np.repeat(np.arange(kinds), 4)])
    opens, closed = np.isin(position, (0, 3, 4)), np.isin(position, (2, 3, 4))
    goes_on = np.isin(position[:, None], (0, 1)) & np.isin(position[None, :], (1, 2)) & (kind[:, None] == kind[None, :])
    follows = goes_on | (closed[:, None] & opens[None, :])
    forbid = np.full((count, count), _FORBIDDEN, np.float32)
    forbid[follows] = 0
    begins = np.where(opens, np.float32(0), _FORBIDDEN)
    ends = np.where(closed, np.float32(0), _FORBIDDEN)
    return forbid, begins, ends


def log_softmax(scores: Floats) -> Floats:
    """Log probabilities over the last axis."""
    shifted = scores - scores.max(-1, keepdims=True)
    result: Floats = shifted - np.log(np.exp(shifted).sum(-1, keepdims=True))
    return result


def best_tags(scores: Floats, starts: Ints) -> Ints:
    """The best allowed sequence (Viterbi) of each part.

    `scores` (words, tags) are log probabilities; parts begin at `starts`. All parts are worked on together, a word at a
    time: time and memory are (longest part) × (parts) × tags².
    """
    count, tags = scores.shape
    if not count:
        return np.zeros(0, np.int64)
    sizes = np.diff(np.append(starts, count))
    order = np.argsort(-sizes, kind="stable")
    first, sizes = starts[order], sizes[order]
    forbid, begins, ends = tag_masks((tags - 1) // 4)
    state = np.ascontiguousarray(scores[first] + begins)
    back = np.zeros((int(sizes[0]), len(first), tags), np.int8)
    finals = np.empty((len(first), tags), np.float32)
    active = len(first)
    arriving = np.ascontiguousarray(forbid.T)
    for step in range(1, int(sizes[0])):
        still = int(np.searchsorted(-sizes, -step, side="left"))
        finals[still:active] = state[still:active]
        active = still
        paths = state[:active, None, :] + arriving
        back[step, :active] = paths.argmax(-1)
        state = paths.max(-1) + scores[first[:active] + step]
    finals[:active] = state[:active]
    return _trace(back, (finals + ends).argmax(-1), first, sizes, count)


def _trace(back: NDArray[np.int8], last: Ints, first: Ints, sizes: Ints, count: int) -> Ints:
    """Follow the best predecessors from the end of every part to its beginning."""
    result = np.zeros(count, np.int64)
    current = last.astype(np.int64)
    for step in range(int(sizes[0]) - 1, -1, -1):
        active = int(np.searchsorted(-sizes, -step, side="left"))
        result[first[:active] + step] = current[:active]
        if step:
            current[:active] = back[step, np.arange(active), current[:active]]
    return result


def find_spans(scores: Floats, starts: Ints, outside: float = 0.0) -> Spans:
    """Spans of the best tags; `scores` (words, tags) as they come from the head, parts as in `best_tags`.

    `outside` is added to the score of O for the choice, not for the spans' scores: below 0 more words are found.
    """
    logs = log_softmax(scores)
    tags = best_tags(logs + np.eye(1, scores.shape[1], dtype=np.float32) * np.float32(outside), starts)
    position, kind = (tags - 1) % 4, (tags - 1) // 4
    inside = tags > 0
    first = np.flatnonzero(inside & ((position == 0) | (position == 3)))
    end = np.flatnonzero(inside & ((position == 2) | (position == 3))) + 1
    sums = np.append(np.float64(0), np.cumsum(np.exp(logs[np.arange(len(tags)), tags]), dtype=np.float64))
    score = ((sums[end] - sums[first]) / np.maximum(end - first, 1)).astype(np.float32)
    return Spans(first, end, kind[first], score)
