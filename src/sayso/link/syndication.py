"""One agency's text in several outlets: exact and near-exact copies.

Two reports are copies of one text when they share at least half of the shorter one's word 5-grams, as the gold sets of
near-duplicates count: that holds for a wire text that an outlet has cut in half or led in with paragraphs of its own.
The 5-grams are hashed and kept in one sorted array, so that shared ones stand side by side: exact, and near linear,
where MinHash would miss the short text inside the long one.
"""

from __future__ import annotations

import re
import zlib
from collections import defaultdict
from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from sayso.link.moments import moment
from sayso.model import Report

#: share of the shorter text's word 5-grams that makes two reports copies
SHARE = 0.5
#: in one outlet only the very same words are a copy: daily bulletins share their phrases and differ in their figures
SHARE_IN_ONE_OUTLET = 1.0
#: a text of few 5-grams shares half of them by chance: one sentence on the same event is no copy
SHARE_OF_FEW, FEW = 0.8, 40
SIZE = 5
#: a 5-gram in more reports than this proposes only pairs with the first of them: it is a phrase, or a very popular text
COMMON = 50

Shingles = NDArray[np.uint64]

_WORD = re.compile(r"\w+")
#: odd numbers that mix the words of a 5-gram, in order, into 64 bits
_MIX = np.array([0x9E3779B97F4A7C15, 0xBF58476D1CE4E5B9, 0x94D049BB133111EB, 0xD6E8FEB86659FD93, 0xA0761D6478BD642F],
                dtype=np.uint64)  # fmt: skip


def shingles(text: str) -> Shingles:
    """The text's word 5-grams as sorted hashes, capitals aside; a text of fewer words is one shingle."""
    words = np.array([zlib.crc32(word.encode()) for word in _WORD.findall(text.casefold())], dtype=np.uint64)
    if not len(words):
        return words
    if len(words) < SIZE:
        return np.array([(words * _MIX[: len(words)]).sum(dtype=np.uint64)])
    windows = np.lib.stride_tricks.sliding_window_view(words, SIZE)
    grams: Shingles = np.unique((windows * _MIX).sum(axis=1, dtype=np.uint64))
    return grams


def shared_words(one: str, other: str) -> float:
    """Share of the shorter text's word 5-grams that the other has too, 0–1."""
    return _containment(shingles(one), shingles(other))


def _containment(one: Shingles, other: Shingles) -> float:
    smaller = min(len(one), len(other))
    return len(np.intersect1d(one, other, assume_unique=True)) / smaller if smaller else 0.0


def find_copies(reports: Sequence[Report]) -> dict[str, str]:
    """Copy → origin, by report id: of each family of copies the one that was published first is the origin.

    A report without a date counts as the latest. Among equal dates the longest text is the origin: copies are cut more
    often than they are lengthened.
    """
    texts = [shingles(report.text) for report in reports]
    parents = list(range(len(reports)))

    def root(i: int) -> int:
        while parents[i] != i:
            parents[i] = parents[parents[i]]
            i = parents[i]
        return i

    for one, other in _candidates(texts):
        needed = _share_needed(reports[one], reports[other], min(len(texts[one]), len(texts[other])))
        if root(one) != root(other) and _containment(texts[one], texts[other]) >= needed:
            parents[root(one)] = root(other)
    families: dict[int, list[Report]] = defaultdict(list)
    for i, report in enumerate(reports):
        families[root(i)].append(report)
    origins: dict[str, str] = {}
    for family in families.values():
        origin, *copies = sorted(family, key=lambda r: (moment(r.published), -len(r.text), r.id))
        origins.update((copy.id, origin.id) for copy in copies)
    return origins


def _share_needed(one: Report, other: Report, length: int) -> float:
    if one.outlet is not None and one.outlet == other.outlet:
        return SHARE_IN_ONE_OUTLET
    return SHARE if length >= FEW else SHARE_OF_FEW


def _candidates(texts: Sequence[Shingles]) -> Iterator[tuple[int, int]]:
    """Pairs of texts that may share half of the shorter one's 5-grams, by how many of them stand side by side."""
    if not any(len(text) for text in texts):
        return
    grams = np.concatenate(texts)
    owners = np.repeat(np.arange(len(texts)), [len(text) for text in texts])
    order = np.lexsort((owners, grams))
    grams, owners = grams[order], owners[order]
    starts = np.flatnonzero(np.r_[True, grams[1:] != grams[:-1]])
    ends = np.r_[starts[1:], len(grams)]
    pairs = []
    for start, end in zip(starts[ends - starts > 1], ends[ends - starts > 1], strict=True):
        sharing = owners[start:end]
        if len(sharing) <= COMMON:
            first, second = np.triu_indices(len(sharing), 1)
            pairs.append(sharing[first] * len(texts) + sharing[second])
        else:
            pairs.append(sharing[0] * len(texts) + sharing[1:])
    if not pairs:
        return
    codes, counts = np.unique(np.concatenate(pairs), return_counts=True)
    for code, count in zip(codes.tolist(), counts.tolist(), strict=True):
        one, other = divmod(code, len(texts))
        # common 5-grams were left out of the count, so half of the threshold is asked for here
        if count >= SHARE / 2 * min(len(texts[one]), len(texts[other])):
            yield one, other
