"""Which place a name means: candidates of the gazetteer, weighed by the words beside them and by one another.

Every distinct name of a report gets the candidates that the gazetteer knows under it. A candidate's score is a weighted
sum of evidence (`EVIDENCE`): how well known it is, what stands beside the name ("Paris, Texas", "the Kursk region"),
how much of the rest of the report lies in its country and region, and how near the other places are. The rest of the
report is itself uncertain, so the sum is taken a few times over, each time against the probabilities of the last.
Published lines of this idea: Leidner 2007 (minimality), Lieberman & Samet 2012 (context), Grover et al. 2010.

All work is linear in the number of mentions: each name is held against at most `ANCHORS` others.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt
import simplemma

from sayso.digest._places.misspelt import is_misspelt
from sayso.digest._places.nearby import drop_quarters, put_beside, told_beside
from sayso.digest._places.place_words import Name, parse_name
from sayso.digest._places.qualifiers import Flags, weigh_words
from sayso.digest._places.spherical import EARTH_KM, radians_of
from sayso.digest.gazetteer import Entry, Gazetteer, fold
from sayso.model import Place, Span

Floats = npt.NDArray[np.float64]

#: A name is held against this many other names, the most frequent ones.
ANCHORS = 40
#: Candidates of one name that are weighed, the largest first.
CANDIDATES = 60
#: At most so many candidates of the other names are looked at for what is near.
POINTS = 400
#: Round by round, how decided the names are: undecided at first, so that they can settle together.
COLDNESS = (0.3, 0.5, 0.8, 1.0, 1.0, 1.0)
#: Kilometres over which nearness fades; the narrow scale is a third of it.
WIDE_KM = 300.0
#: Of the words beside one mention, this share also speaks for the other mentions of the name: one sense per discourse.
ELSEWHERE = 0.7

#: What each kind of evidence counts: a log-linear model fitted by `bench/dev_places.py --fit` on LGL and GeoVirus in
#: equal shares (docs/places.md).
EVIDENCE: dict[str, float] = {
    # the place itself (a bare "Kharkiv" is the city, and Paris is known beyond local papers: the weights of the region
    # around a town and of a city of millions are set by hand)
    "inhabitants of a town (log10)": 1.45,
    "inhabitants of a region (log10)": 1.9,
    "country": 6.8,
    "first-level region": 4.6,
    "second-level region": 2.2,
    "named region": 7.0,
    "its own name": 2.8,
    "capital": -0.6,
    "largest town of the name": -0.2,
    "city of millions": 1.0,
    "region around a town of the name": -4.0,
    # the rest of the report
    "share of the report in its country": 2.4,
    "its country is named": 0.2,
    "its region in the report": 3.2,
    "its region is named": 0.3,
    "places within 100 km": 4.1,
    "places within 300 km": 1.0,
    "the first place is near": 0.2,
    "capital, where countries are named": 2.2,
    "names of a town (log2 over 8), where countries are named": 2.0,
    # the words beside the name
    "qualifier": 5.0,
    "loose qualifier": 1.3,
    "level": 3.0,
}
_NAMES = list(EVIDENCE)
_OTHERS = _NAMES.index("share of the report in its country")
_WORDS = _NAMES.index("qualifier")
_CAPITAL = _NAMES.index("capital")
#: What leads from the report to a place, and how much of it is enough.
_SUPPORT = [
    _NAMES.index(kind)
    for kind in ("share of the report in its country", "places within 100 km", "qualifier", "loose qualifier")
]
SUPPORTED = 0.05
#: So many other toponyms say where a report is.
TELLING = 4
#: A town of so many inhabitants needs nothing that leads to it.
KNOWN_BY_ALL = 150_000
#: A city of so many inhabitants is known everywhere.
MILLIONS = 2_000_000
#: Towns that few know have at most so many names in all languages.
FEW_NAMES = 8
#: So many countries named make a report one in which a capital may stand for its country.
MANY = 4.0
#: So many named beside the foremost make a report an international one: its towns are those known abroad.
SEVERAL = 3.0
#: What a country's own name counts against a place in it: "the United States" says little of where its talks are.
LAND = 0.25
#: How sharply a place of each kind, other than a town or a country, says what is near it.
_SHARPNESS = {"region": 0.15, "admin1": 0.4}


@dataclass(frozen=True, slots=True)
class Mention:
    """A toponym: where it stands and whether it names a facility (which lies in a place rather than being one)."""

    span: Span
    text: str
    facility: bool = False


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What is known of the report beside its toponyms."""

    text: str
    #: alpha-3 codes that its nationalities and its outlet speak for, with their weight
    countries: dict[str, float] = field(default_factory=dict)


@dataclass(slots=True)
class Group:
    """The mentions of one name, its candidates, and the evidence for each."""

    name: Name
    entries: tuple[Entry, ...]
    mentions: list[int] = field(default_factory=list)
    #: evidence of the place itself and of the rest of the report, one row for each candidate
    known: Floats = field(default_factory=lambda: np.zeros((0, 0)))
    others: Floats = field(default_factory=lambda: np.zeros((0, 0)))
    #: by mention, the evidence of the words beside it; mentions that are told alike share one array
    words: dict[int, Flags] = field(default_factory=dict)
    #: probability of each candidate
    share: Floats = field(default_factory=lambda: np.zeros(0))

    def together(self) -> Floats:
        """The words beside all mentions of the name: for each candidate and kind, the strongest."""
        distinct = {id(words): words for words in self.words.values()}
        strongest: Floats = np.max(np.stack(list(distinct.values())), axis=0).astype(np.float64)
        return strongest

    def settle(self, weights: Floats, coldness: float) -> None:
        """Sets the probability of each candidate from the evidence at hand; the colder, the more decidedly."""
        total = np.hstack([self.known, self.others, self.together()]) @ weights * coldness
        powers = np.exp(total - total.max())
        self.share = powers / powers.sum()

    def evidence(self) -> Iterator[tuple[list[int], Floats]]:
        """Mentions that are told alike and all evidence for them: candidates by kinds in the order of `EVIDENCE`."""
        shared = ELSEWHERE * self.together()
        alike: defaultdict[int, list[int]] = defaultdict(list)
        for index, words in self.words.items():
            alike[id(words)].append(index)
        for indices in alike.values():
            words = self.words[indices[0]]
            yield indices, np.hstack([self.known, self.others, np.maximum(words, shared)])


def resolve(
    mentions: Sequence[Mention], around: Surroundings, gazetteer: Gazetteer, weights: Floats | None = None
) -> list[Place | None]:
    """The place of each mention (mentions in text order), or None where the gazetteer knows none of that name."""
    weights = np.array(list(EVIDENCE.values())) if weights is None else weights
    places: list[Place | None] = [None] * len(mentions)
    for group in weigh(mentions, around, gazetteer, weights):
        for indices, evidence in group.evidence():
            number = int(np.argmax(evidence @ weights))
            best = group.entries[number]
            if len(mentions) - len(group.mentions) >= TELLING and _is_chance(best, group.name, evidence[number]):
                continue
            place = gazetteer.place(best, radius_km=group.name.radius_of(best))
            for index in indices:
                places[index] = place
    put_beside(places, mentions, told_beside(mentions, around.text), gazetteer)
    drop_quarters(places, mentions, around.text)
    return places


def _is_chance(entry: Entry, name: Name, evidence: Floats) -> bool:
    """Whether a town or region only happens to be called so, far from all that the report tells: then the name has no
    place.

    The name is one of its lesser known ones, a word of the language, or all but the name of a city ("Mambasa" for
    Mombasa), and nothing beside it or in the report leads there.
    """
    if (evidence[_SUPPORT] >= SUPPORTED).any():
        return False
    if entry.feature == "city" and not entry.by_own_name and is_misspelt(name.folded, fold(entry.name)):
        return True
    word = simplemma.is_known(name.folded, lang="en")
    if entry.feature == "admin1":
        return word and name.level is None
    if entry.feature != "city" or entry.population > KNOWN_BY_ALL or _fame(entry) > 1:
        return False
    return word or not entry.by_own_name


def weigh(mentions: Sequence[Mention], around: Surroundings, gazetteer: Gazetteer, weights: Floats) -> list[Group]:
    """The names of a report with all the evidence for their candidates."""
    groups = _groups(mentions, around.text, gazetteer)
    weigh_words([(m.span, groups_of) for m, groups_of in zip(mentions, _by_mention(mentions, groups), strict=True)],
                around.text, gazetteer, told_beside(mentions, around.text))  # fmt: skip
    if not groups:
        return groups
    for group in groups:
        group.known = np.array([_known(entry, group) for entry in group.entries])
        group.others = np.zeros((len(group.entries), _WORDS - _OTHERS))
        group.settle(weights, COLDNESS[0])
    points = _points_of(groups)
    for coldness in COLDNESS[1:]:
        _weigh_others(groups, points, around.countries)
        for group in groups:
            group.settle(weights, coldness)
    return groups


def _groups(mentions: Sequence[Mention], text: str, gazetteer: Gazetteer) -> list[Group]:
    """The names of a report; "Kursk" is the region too where the report speaks of "the Kursk region"."""
    groups: dict[tuple[str, str | None, bool], Group] = {}
    for index, mention in enumerate(mentions):
        start, end = mention.span
        name = parse_name(mention.text, text[end : end + 40], text[max(0, start - 30) : start], gazetteer,
                          facility=mention.facility)  # fmt: skip
        if name is not None:
            key = (name.folded, name.level, name.facility)
            if key not in groups:
                groups[key] = Group(name, gazetteer.lookup(name.base)[:CANDIDATES])
            groups[key].mentions.append(index)
    for folded, level, facility in list(groups):
        region = groups.get((folded, "region", False))
        if level is None and not facility and region is not None and (folded, "city", False) not in groups:
            region.mentions = sorted(region.mentions + groups.pop((folded, None, False)).mentions)
    return list(groups.values())


def _by_mention(mentions: Sequence[Mention], groups: list[Group]) -> list[tuple[int, Group] | None]:
    of = {index: (index, group) for group in groups for index in group.mentions}
    return [of.get(index) for index in range(len(mentions))]


def _known(entry: Entry, group: Group) -> list[float]:
    """Evidence of the place itself."""
    kind = entry.feature
    size = math.log10(max(entry.population, 100))
    towns = [other for other in group.entries if other.feature == "city"]
    largest = bool(towns) and entry.index == towns[0].index
    twin = (
        kind in ("admin1", "region")
        and group.name.level is None
        and any(town.admin1 == entry.index or (town.is_capital and town.country == entry.country) for town in towns)
    )
    return [
        size - 3 if kind == "city" else 0.0,
        size - 6 if kind in ("country", "admin1") else 0.0,
        float(kind == "country"),
        float(kind == "admin1"),
        float(kind == "admin2"),
        float(kind in ("region", "point")),
        float(entry.by_own_name),
        float(entry.is_capital),
        float(largest),
        float(kind == "city" and entry.by_own_name and entry.population >= MILLIONS),
        float(twin),
    ]


# ---- the rest of the report


@dataclass(slots=True)
class _Points:
    """Where the most frequent names may lie: their likely candidates, each with the probability it has now."""

    #: latitude and longitude (radians) of each candidate
    radians: Floats
    #: number of the group each belongs to, and its number in the group
    groups: npt.NDArray[np.int64]
    members: npt.NDArray[np.int64]
    #: how sharply a place of its kind says what is near it
    sharpness: Floats
    #: the group that comes first in the report
    first: int

    def weights(self, groups: list[Group]) -> Floats:
        """What each candidate says of what is near it, as things stand."""
        shares = [float(groups[i].share[j]) for i, j in zip(self.groups, self.members, strict=True)]
        return np.array(shares) * self.sharpness


@dataclass(slots=True)
class _Counts:
    """How much of a report lies in each country and first-level region, and how much names them outright."""

    countries: defaultdict[str, float]
    named: defaultdict[str, float]
    regions: defaultdict[int, float]
    regions_named: defaultdict[int, float]

    def add(self, group: Group, sign: float) -> None:
        """Counts what the places of a name say for countries and regions, or with -1 takes it out."""
        for entry, share in zip(group.entries, group.share, strict=True):
            weight = sign * float(share)
            if entry.country:
                self.countries[entry.country] += weight * (LAND if entry.feature == "country" else 1.0)
                if entry.feature == "country":
                    self.named[entry.country] += weight
            region = _region_of(entry)
            if region is not None:
                self.regions[region] += weight
                if entry.feature == "admin1":
                    self.regions_named[region] += weight


def _region_of(entry: Entry) -> int | None:
    return entry.index if entry.feature == "admin1" else entry.admin1


def _points_of(groups: list[Group]) -> _Points:
    """The likely candidates of the most frequent names, at most `POINTS` of them."""
    order = sorted(range(len(groups)), key=lambda i: (-len(groups[i].mentions), groups[i].mentions[0]))[:ANCHORS]
    each = max(1, POINTS // max(1, len(order)))
    chosen = [(i, int(j)) for i in order for j in np.argsort(-groups[i].share, kind="stable")[:each]]
    entries = [groups[i].entries[j] for i, j in chosen]
    return _Points(
        radians=radians_of(entries),
        groups=np.array([i for i, _ in chosen], dtype=np.int64),
        members=np.array([j for _, j in chosen], dtype=np.int64),
        sharpness=np.array([_SHARPNESS.get(entry.feature, 1.0) for entry in entries]),
        first=min(range(len(groups)), key=lambda i: groups[i].mentions[0]),
    )


def _weigh_others(groups: list[Group], points: _Points, countries: dict[str, float]) -> None:
    """One round: each name's candidates against the current probabilities of the other names."""
    counts = _Counts(
        defaultdict(float, countries), defaultdict(float, countries), defaultdict(float), defaultdict(float)
    )
    for group in groups:
        counts.add(group, 1.0)
    weights = points.weights(groups)
    for i, group in enumerate(groups):
        counts.add(group, -1.0)
        left = sum(counts.countries.values())
        rows = np.zeros((len(group.entries), _WORDS - _OTHERS))
        for row, entry in zip(rows, group.entries, strict=True):
            row[:4] = _in_counts(entry, counts, left)
        rows[:, 4:7] = _nearness(group, i, points, weights)
        abroad = min(1.0, sum(counts.named.values()) / MANY)
        rows[:, 7] = abroad * group.known[:, _CAPITAL]
        several = sum(counts.named.values()) - max(counts.named.values(), default=0.0)
        rows[:, 8] = min(1.0, max(0.0, several) / SEVERAL) * np.array([_fame(entry) for entry in group.entries])
        counts.add(group, 1.0)
        group.others = rows


def _fame(entry: Entry) -> float:
    """How far a town is known, by the number of its names in all languages."""
    town = entry.feature == "city" and entry.by_own_name
    return math.log2(max(entry.names, FEW_NAMES) / FEW_NAMES) if town else 0.0


def _in_counts(entry: Entry, counts: _Counts, total: float) -> tuple[float, float, float, float]:
    country = named = region = region_named = 0.0
    if entry.country:
        country = counts.countries[entry.country] / (total + 1)
        named = min(1.0, counts.named[entry.country])
    number = _region_of(entry)
    if number is not None:
        region = counts.regions[number] / (counts.regions[number] + 1)
        region_named = min(1.0, counts.regions_named[number])
    return country, named, region, region_named


def _nearness(group: Group, number: int, points: _Points, weights: Floats) -> Floats:
    """For each candidate, 0–1: how near the other names' places are, at two scales, and how near the first one is."""
    here, there = radians_of(group.entries), points.radians
    half = (
        np.sin((there[:, 0] - here[:, :1]) / 2) ** 2
        + np.cos(here[:, :1]) * np.cos(there[:, 0]) * np.sin((there[:, 1] - here[:, 1:]) / 2) ** 2
    )
    away = 2 * EARTH_KM * np.arcsin(np.sqrt(np.minimum(half, 1)))
    others = weights * (points.groups != number)
    wide = np.exp(-away / WIDE_KM)
    rows = np.zeros((len(group.entries), 3))
    for column, reach in enumerate((wide**3, wide)):
        pull = reach @ others
        rows[:, column] = pull / (pull + 1)
    rows[:, 2] = wide**3 @ (others * (points.groups == points.first))
    return rows
