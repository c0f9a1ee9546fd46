"""How much a word, a name or a place says for two reports telling of one thing: the more, the fewer reports have it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from math import log, log10

from sayso.link.features import Features
from sayso.link.wording import words_of
from sayso.model import Reading

#: in a picture of fewer reports than this, a word that many of them have may well be the one story they tell
FEW_REPORTS = 50
#: names that more of the reports have than this tie no two of them
USUAL_SHARE = 0.2
#: a word that a report has more often than this says less the oftener it has it
OFTEN = 5


class Rarity:
    """Shares from 0 (all reports have it) to 1 (one has it)."""

    def __init__(self, tellings: Sequence[Features], readings: Sequence[Reading]) -> None:
        all_ = len(readings) + FEW_REPORTS
        words = Counter(word for reading in readings for word in words_of(reading.report.text))
        self._words = _shares(words, all_)
        self._parties = _shares(_counted((t.report, key) for t in tellings for key in t.actors | t.recipients), all_)
        self._places = _shares(_counted((t.report, t.place.name) for t in tellings if t.place is not None), all_)
        self._verbs = rarities(tellings, len(readings))
        self._times = Counter((t.report, t.lemma) for t in tellings)
        self._weights: dict[frozenset[str], float] = {}

    def verb(self, one: Features, other: Features) -> float:
        """Of the word that two tellings share: less of one report that has it again and again."""
        within = min(1.0, OFTEN / self._times[one.report, one.lemma]) if one.report == other.report else 1.0
        return self._verbs[one.lemma] * within

    def rarest(self, words: Iterable[str]) -> float:
        """Of the rarest of some words; 0 where there are none but those that stand everywhere."""
        return max((self._words.get(word, 0.0) for word in words), default=0.0)

    def party(self, keys: Iterable[str]) -> float:
        """The same of what actors and recipients are known by."""
        return max((self._parties[key] for key in keys), default=0.0)

    def place(self, name: str) -> float:
        """Of a place by its name."""
        return self._places[name]

    def alike(self, one: frozenset[str], other: frozenset[str]) -> float:
        """How much of their words two passages share, 0–1, each word as rare as it is."""
        both = self._sum(one & other)
        return both / (self._weight(one) * self._weight(other)) ** 0.5 if both else 0.0

    def _weight(self, words: frozenset[str]) -> float:
        if words not in self._weights:
            self._weights[words] = self._sum(words)
        return self._weights[words]

    def _sum(self, words: frozenset[str]) -> float:
        return sum([self._words[word] for word in words])


def _shares(counts: Counter[str], reports: int) -> dict[str, float]:
    return {name: log(reports / count) / log(reports) for name, count in counts.items()}


def rarities(tellings: Sequence[Features], reports: int) -> dict[str, float]:
    """Word of an event → 1 where a tenth of the reports or less have it, down to a half where all have; few reports
    tell little.
    """
    frequency = _counted((telling.report, telling.lemma) for telling in tellings)
    return {word: min(1.0, 0.5 + 0.5 * log10((reports + FEW_REPORTS) / count)) for word, count in frequency.items()}


def known_by_rare_names(tellings: list[Features], reports: int) -> list[Features]:
    """The tellings with the names that much of the picture has set apart: of a hundred reports of one war, two that
    tell what its sides did have not for that the same to tell.
    """
    if reports < FEW_REPORTS:
        return tellings
    counted = _counted((t.report, name) for t in tellings for name in t.actors | t.recipients)
    usual = frozenset(name for name, count in counted.items() if count > USUAL_SHARE * reports)
    return [replace(telling, usual=usual) if usual else telling for telling in tellings]


def _counted(found: Iterable[tuple[int, str]]) -> Counter[str]:
    """In how many reports each is found."""
    return Counter(name for _, name in set(found))
