"""Dependency trees: the best head of each word inside its sentence, repaired where that is no tree."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]
#: Longest sentence, in words: longer ones are cut, which keeps time and memory linear.
LONGEST_SENTENCE = 256
#: Scores (sentences × words × words) that are worked on at once.
_SCORES_AT_ONCE = 1 << 21
_FORBIDDEN = np.float32(-1e9)


def sentence_starts(scores: Floats, forced: NDArray[np.bool_]) -> Ints:
    """Words that begin a sentence: where the score is positive or it is forced, and every `LONGEST_SENTENCE` words."""
    chosen = (scores > 0) | forced
    chosen[:1] = True
    starts = np.flatnonzero(chosen)
    sizes = np.diff(np.append(starts, len(scores)))
    long = np.flatnonzero(sizes > LONGEST_SENTENCE)
    extra = [np.arange(starts[i] + LONGEST_SENTENCE, starts[i] + sizes[i], LONGEST_SENTENCE) for i in long]
    return np.sort(np.concatenate([starts, *extra])) if extra else starts


def find_heads(dependents: Floats, heads: Floats, starts: Ints) -> Ints:
    """Head of each word, itself for a root; exactly one root in each sentence.

    `dependents` and `heads` (words, size): the score of an arc is their product. Sentences begin at `starts`.
    """
    result = np.arange(len(dependents))
    for rows, size in _batches(starts, len(dependents)):
        at = np.minimum(starts[rows][:, None] + np.arange(size), len(dependents) - 1)
        sizes = _sizes(starts, len(dependents))[rows]
        outside = np.arange(size) >= sizes[:, None]
        scores = np.matmul(dependents[at], heads[at].transpose(0, 2, 1))
        np.copyto(scores, _FORBIDDEN, where=outside[:, None, :])
        chosen = scores.argmax(-1)
        chosen = np.where(outside, np.arange(size), chosen)
        good = _are_trees(chosen, outside)
        for i in np.flatnonzero(~good):
            chosen[i, : sizes[i]] = best_tree(scores[i, : sizes[i], : sizes[i]])
        inside = ~outside
        result[at[inside]] = (chosen + starts[rows][:, None])[inside]
    return result


def _sizes(starts: Ints, count: int) -> Ints:
    sizes: Ints = np.diff(np.append(starts, count))
    return sizes


def _batches(starts: Ints, count: int) -> Iterator[tuple[Ints, int]]:
    """Sentences of similar length together: (indices of sentences, longest length)."""
    sizes = _sizes(starts, count)
    order = np.argsort(sizes, kind="stable")
    first = 0
    for i, sentence in enumerate(order):
        size = int(sizes[sentence])
        if i > first and ((i + 1 - first) * size * size > _SCORES_AT_ONCE or size > 4 + 1.3 * sizes[order[first]]):
            yield order[first:i], int(sizes[order[i - 1]])
            first = i
    if len(order):
        yield order[first:], int(sizes[order[-1]])


def _are_trees(heads: Ints, outside: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Which rows have one root and no cycle: going up often enough ends at the root."""
    size = heads.shape[1]
    roots = (heads == np.arange(size)) & ~outside
    up = heads
    for _ in range(max(size - 1, 1).bit_length()):
        up = np.take_along_axis(up, up, 1)
    ends_at_root = np.take_along_axis(roots, up, 1) | outside
    return np.asarray((roots.sum(1) == 1) & ends_at_root.all(1))


def best_tree(scores: Floats) -> Ints:
    """The best tree with one root (Chu-Liu and Edmonds). `scores[d, h]`: h as head of d; h = d is the root."""
    size = len(scores)
    best, best_total = None, -np.inf
    roots = (
        np.argsort(-(np.diagonal(scores) - _row_maximum_without_diagonal(scores)))[:2] if size > 1 else np.array([0])
    )
    for root in roots:
        weights = scores.astype(np.float64).T.copy()
        np.fill_diagonal(weights, -np.inf)
        weights[:, root] = -np.inf
        heads = _arborescence(weights, int(root))
        total = float(scores[np.arange(size), heads].sum(dtype=np.float64))
        if total > best_total:
            best, best_total = heads, total
    return best if best is not None else np.zeros(size, np.int64)


def _row_maximum_without_diagonal(scores: Floats) -> Floats:
    others = scores.copy()
    np.fill_diagonal(others, _FORBIDDEN)
    return np.asarray(others.max(1))


def _arborescence(weights: NDArray[np.float64], root: int) -> Ints:
    """Heads of the best tree from `root`; `weights[h, d]`, minus infinity where there is no arc.

    Cycles are contracted one at a time and opened again in the reverse order.
    """
    size = len(weights)
    heads: Ints = weights.argmax(0)
    heads[root] = root
    cycle = _find_cycle(heads, root)
    if cycle is None:
        return heads
    inside = np.zeros(size, bool)
    inside[cycle] = True
    outer = np.flatnonzero(~inside)
    node = len(outer)
    smaller = np.full((node + 1, node + 1), -np.inf)
    smaller[:node, :node] = weights[np.ix_(outer, outer)]
    entering = weights[np.ix_(outer, cycle)] - weights[heads[cycle], cycle]
    enter_at = entering.argmax(1)
    smaller[:node, node] = entering.max(1)
    leaving = weights[np.ix_(cycle, outer)]
    leave_from = leaving.argmax(0)
    smaller[node, :node] = leaving.max(0)
    found = _arborescence(smaller, int(np.flatnonzero(outer == root)[0]))
    for i, word in enumerate(outer):
        heads[word] = cycle[leave_from[i]] if found[i] == node else outer[found[i]]
    heads[cycle[enter_at[found[node]]]] = outer[found[node]]
    heads[root] = root
    return heads


def _find_cycle(heads: Ints, root: int) -> Ints | None:
    """The words of one cycle, or None."""
    state = np.zeros(len(heads), np.int8)
    state[root] = 2
    for begin in range(len(heads)):
        path = []
        word = begin
        while state[word] == 0:
            state[word] = 1
            path.append(word)
            word = int(heads[word])
        if state[word] == 1:
            return np.array(path[path.index(word) :])
        state[path] = 2
    return None


def find_labels(dependents: Floats, heads: Floats, chosen: Ints, weights: Floats, root: int) -> Ints:
    """The best label of each arc; `root` for roots and only for them.

    `weights` (labels, size + 1, size + 1) score dependent and head vectors, each with a 1 added.
    """
    labels, size = weights.shape[0], weights.shape[1]
    result = np.empty(len(dependents), np.int64)
    flat = np.ascontiguousarray(weights.transpose(1, 0, 2).reshape(size, labels * size))
    for begin in range(0, len(dependents), 1024):
        part = slice(begin, begin + 1024)
        left = _with_one(dependents[part]) @ flat
        right = _with_one(heads[chosen[part]])
        scores = np.matmul(left.reshape(-1, labels, size), right[:, :, None])[..., 0]
        scores[:, root] = _FORBIDDEN
        result[part] = scores.argmax(1)
    result[chosen == np.arange(len(chosen))] = root
    return result


def _with_one(vectors: Floats) -> Floats:
    return np.concatenate([vectors, np.ones((len(vectors), 1), np.float32)], 1)
