"""Which reports tell of the same story: those whose rare words and names are the same (cosine of tf-idf vectors)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from sayso.link.moments import DAY, NEVER, moment
from sayso.model import Reading

#: reports less alike than this tell of different things; on ECB+ four in five pairs of one subtopic are above it
ALIKE = 0.12
#: reports of so many days of each other need be less alike: short ones on one story in other words
ALIKE_NEAR, NEAR_DAYS = 0.07, 4
#: so many of the reports most alike are looked at for each
NEIGHBOURS = 40
#: words in more than this share of the reports say nothing about the story, once there are enough reports to tell
COMMON_SHARE, ENOUGH_REPORTS = 0.2, 50

_WORD = re.compile(r"\w\w+")

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


def similar(readings: Sequence[Reading]) -> dict[tuple[int, int], float]:
    """(i, j), i < j → how alike the reports are, 0–1, for those that are alike at all (`ALIKE_NEAR`)."""
    if len(readings) < 2:
        return {}
    words, owners, weights = _vectors(readings)
    order = np.lexsort((owners, words))
    words, owners, weights = words[order], owners[order], weights[order]
    starts = np.searchsorted(words, np.arange(words.max() + 2)) if len(words) else np.zeros(1, dtype=np.int64)
    by_report = np.argsort(owners, kind="stable")
    ends = np.cumsum(np.bincount(owners, minlength=len(readings)))
    pairs: dict[tuple[int, int], float] = {}
    for i in range(len(readings)):
        mine = by_report[ends[i - 1] if i else 0 : ends[i]]
        total = np.zeros(len(readings))
        for place in mine:
            posting = slice(starts[words[place]], starts[words[place] + 1])
            total[owners[posting]] += weights[place] * weights[posting]
        total[i] = 0.0
        for j in np.argsort(-total, kind="stable")[:NEIGHBOURS].tolist():
            if total[j] < ALIKE_NEAR:
                break
            pairs[min(i, j), max(i, j)] = float(total[j])
    return pairs


def one_story(readings: Sequence[Reading], pairs: Mapping[tuple[int, int], float]) -> dict[tuple[int, int], float]:
    """Those of the pairs of `similar` that may tell one event: much alike, or less and of one time."""
    return {(i, j): alike for (i, j), alike in pairs.items() if alike >= ALIKE or _near(readings[i], readings[j])}


def _near(one: Reading, other: Reading) -> bool:
    """Whether the reports, both dated, came out within days of each other."""
    days = [moment(reading.report.published) for reading in (one, other)]
    return one is not other and NEVER not in days and abs(days[0] - days[1]) <= NEAR_DAYS * DAY


def _vectors(readings: Sequence[Reading]) -> tuple[Ints, Ints, Floats]:
    """Word, report and weight of every word in a report; words and names have half of a report's weight each."""
    words = [_WORD.findall(reading.report.text.casefold()) for reading in readings]
    names = [_names(reading) for reading in readings]
    first, last = _weighed(words, "w"), _weighed(names, "n")
    numbers: dict[str, int] = {}
    rows = [
        (numbers.setdefault(word, len(numbers)), i, weight * 0.5**0.5)
        for i, vectors in enumerate(zip(first, last, strict=True))
        for vector in vectors
        for word, weight in vector.items()
    ]
    columns = list(zip(*rows, strict=True)) or [(), (), ()]
    return np.array(columns[0], dtype=np.int64), np.array(columns[1], dtype=np.int64), np.array(columns[2])


def _names(reading: Reading) -> list[str]:
    """The words of all names, as often as they are named."""
    named = (m.text for e in reading.entities if e.kind != "group" for m in e.mentions if m.form == "name")
    return [word for text in named for word in _WORD.findall(text.casefold())]


def _weighed(texts: Sequence[Sequence[str]], mark: str) -> list[dict[str, float]]:
    """tf-idf vectors of length one, without the words that only one text has: those are alike with nothing."""
    frequency = Counter(word for text in texts for word in set(text))
    most = COMMON_SHARE * len(texts) if len(texts) >= ENOUGH_REPORTS else len(texts)
    rarity = {word: float(np.log(1 + len(texts) / count)) for word, count in frequency.items()}
    vectors = []
    for text in texts:
        vector = {word: (1 + float(np.log(count))) * rarity[word] for word, count in Counter(text).items()}
        length = sum(weight * weight for weight in vector.values()) ** 0.5
        vectors.append({mark + word: w / length for word, w in vector.items() if 1 < frequency[word] <= most})
    return vectors
