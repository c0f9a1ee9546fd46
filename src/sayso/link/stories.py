"""Which reports tell of the same story: those whose rare words are the same (cosine of tf-idf vectors)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from sayso.model import Report

#: reports less alike than this tell of different things; on ECB+ four in five pairs of one subtopic are above it
ALIKE = 0.12
#: so many of the reports most alike are looked at for each
NEIGHBOURS = 40
#: words in more than this share of the reports say nothing about the story, once there are enough reports to tell
COMMON_SHARE, ENOUGH_REPORTS = 0.2, 50

_WORD = re.compile(r"[^\W\d_]{3,}")

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


def similar(reports: Sequence[Report]) -> dict[tuple[int, int], float]:
    """(i, j), i < j → how alike the reports are, 0–1, for those that are alike at all."""
    if len(reports) < 2:
        return {}
    words, owners, weights = _vectors([_WORD.findall(report.text.casefold()) for report in reports])
    order = np.lexsort((owners, words))
    words, owners, weights = words[order], owners[order], weights[order]
    starts = np.searchsorted(words, np.arange(words.max() + 2)) if len(words) else np.zeros(1, dtype=np.int64)
    by_report = np.argsort(owners, kind="stable")
    ends = np.cumsum(np.bincount(owners, minlength=len(reports)))
    pairs: dict[tuple[int, int], float] = {}
    for i in range(len(reports)):
        mine = by_report[ends[i - 1] if i else 0 : ends[i]]
        total = np.zeros(len(reports))
        for place in mine:
            posting = slice(starts[words[place]], starts[words[place] + 1])
            total[owners[posting]] += weights[place] * weights[posting]
        total[i] = 0.0
        for j in np.argsort(-total, kind="stable")[:NEIGHBOURS].tolist():
            if total[j] < ALIKE:
                break
            pairs[min(i, j), max(i, j)] = float(total[j])
    return pairs


def _vectors(texts: Sequence[Sequence[str]]) -> tuple[Ints, Ints, Floats]:
    """Word, report and weight of every word in a report; each report's weights have length one."""
    frequency = Counter(word for text in texts for word in set(text))
    most = COMMON_SHARE * len(texts) if len(texts) >= ENOUGH_REPORTS else len(texts)
    numbers = {word: i for i, word in enumerate(sorted(w for w, n in frequency.items() if 1 < n <= most))}
    rarity = {word: float(np.log(1 + len(texts) / frequency[word])) for word in frequency}
    words: list[int] = []
    owners: list[int] = []
    weights: list[float] = []
    for i, text in enumerate(texts):
        vector = {word: (1 + float(np.log(count))) * rarity[word] for word, count in Counter(text).items()}
        length = sum(weight * weight for weight in vector.values()) ** 0.5
        shared = [word for word in vector if word in numbers]
        words += [numbers[word] for word in shared]
        owners += [i] * len(shared)
        weights += [vector[word] / length for word in shared]
    return np.array(words, dtype=np.int64), np.array(owners, dtype=np.int64), np.array(weights)
