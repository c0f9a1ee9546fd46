"""Which place a name means: candidates of the gazetteer, weighed by the words beside them and by one another.

Every distinct name of a report gets the candidates that the gazetteer knows under it. A candidate's score is a sum of
evidence: how many people know it (population, kind of place), what stands beside the name ("Paris, Texas", "the Kursk
region"), how much of the rest of the report lies in its country and region, and how near the other places are. The
rest of the report is itself uncertain, so the sum is taken a few times over, each time against the probabilities of
the last. Published lines of this idea: Leidner 2007 (minimality), Lieberman & Samet 2012 (context), Grover et al. 2010.

All work is linear in the number of mentions: each name is held against at most `ANCHORS` others.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from sayso.digest._place_words import Name, parse_name
from sayso.digest.gazetteer import Entry, Gazetteer
from sayso.model import Feature, Place, Span

Floats = npt.NDArray[np.float64]

#: A name is held against this many other names, the most frequent ones.
ANCHORS = 40
#: Candidates of one name that are weighed, the largest first (and all that a qualifier beside the name points to).
CANDIDATES = 60
ROUNDS = 3
EARTH_KM = 6371.0


@dataclass(frozen=True, slots=True)
class Weights:
    """What each kind of evidence counts; tuned on LGL and GeoVirus in equal shares (docs/places.md says how)."""

    population: float = 1.0
    country: float = 2.0
    admin1: float = 0.3
    admin2: float = -0.5
    region: float = 1.0
    own_name: float = 1.0
    capital: float = 0.7
    qualifier: float = 7.0
    loose_qualifier: float = 2.5
    level: float = 4.0
    same_country: float = 2.5
    same_admin1: float = 2.0
    near: float = 2.0
    dateline: float = 2.0
    elsewhere: float = 0.6


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
    #: alpha-3 codes that its nationalities, outlet and dateline speak for, with their weight
    countries: Counter[str] = field(default_factory=Counter)


@dataclass(slots=True)
class _Group:
    """The mentions of one name, with its candidates and what the words beside them say."""

    name: Name
    entries: tuple[Entry, ...]
    mentions: list[int] = field(default_factory=list)
    prior: Floats = field(default_factory=lambda: np.zeros(0))
    #: by mention: what the words beside that one mention add to each candidate
    local: dict[int, Floats] = field(default_factory=dict)
    score: Floats = field(default_factory=lambda: np.zeros(0))
    share: Floats = field(default_factory=lambda: np.zeros(0))


def resolve(
    mentions: Sequence[Mention], around: Surroundings, gazetteer: Gazetteer, weights: Weights | None = None
) -> list[Place | None]:
    """The place of each mention (in text order), or None where the gazetteer knows none of that name."""
    weights = weights or Weights()
    groups = _groups(mentions, around.text, gazetteer)
    for group in groups.values():
        group.prior = np.array([_prior(entry, weights) for entry in group.entries])
    _weigh_words(mentions, groups, around.text, gazetteer, weights)
    for group in groups.values():
        _settle(group, group.prior)
    for _ in range(ROUNDS):
        _weigh_others(list(groups.values()), around.countries, weights)
    by_mention = {index: group for group in groups.values() for index in group.mentions}
    return [_choose(index, by_mention.get(index), gazetteer, weights) for index in range(len(mentions))]


# ---- candidates


def _groups(mentions: Sequence[Mention], text: str, gazetteer: Gazetteer) -> dict[tuple[str, str | None], _Group]:
    groups: dict[tuple[str, str | None], _Group] = {}
    for index, mention in enumerate(mentions):
        name = parse_name(mention.text, text[mention.span[1] : mention.span[1] + 40],
                          text[max(0, mention.span[0] - 30) : mention.span[0]], gazetteer,
                          facility=mention.facility)  # fmt: skip
        if name is None:
            continue
        key = (name.folded, name.level)
        if key not in groups:
            groups[key] = _Group(name, _kept(name, gazetteer))
        groups[key].mentions.append(index)
    return groups


def _kept(name: Name, gazetteer: Gazetteer) -> tuple[Entry, ...]:
    return gazetteer.lookup(name.base)[:CANDIDATES]


def _prior(entry: Entry, weights: Weights) -> float:
    """How likely the place is meant before anything else is known."""
    kind: dict[Feature, float] = {
        "country": weights.country,
        "admin1": weights.admin1,
        "admin2": weights.admin2 + weights.population * 4.6,
        "region": weights.region + weights.population * 5.0,
        "point": weights.region + weights.population * 4.5,
        "city": 0.0,
    }
    size = weights.population * math.log10(max(entry.population, 100))
    fixed = entry.feature in ("admin2", "region", "point")
    score = kind[entry.feature] + (0.0 if fixed else size)
    score += weights.own_name * entry.by_own_name + weights.capital * entry.is_capital
    return score


# ---- the words beside a name

_BETWEEN_QUALIFIED = re.compile(r"\s?[,(]\s{0,2}")
_BETWEEN_LOOSE = re.compile(r"(?:['’]s|,)?\s(?:in|of|,)?\s?(?:the\s)?(?:[a-z]{3,8}ern\s)?")
_NEXT_NAME = re.compile(r"\s?[,(]\s{0,2}((?:[A-Z][\w.'’-]{0,20})(?:\s[A-Z][\w.'’-]{0,20}){0,3})")


def _weigh_words(
    mentions: Sequence[Mention],
    groups: dict[tuple[str, str | None], _Group],
    text: str,
    gazetteer: Gazetteer,
    weights: Weights,
) -> None:
    """Level words ("region", "city of") and qualifiers ("Paris, Texas", "Ukraine's Kharkiv") of each mention."""
    of = {index: group for group in groups.values() for index in group.mentions}
    for index, group in sorted(of.items(), key=lambda item: item[0]):
        local = group.local.setdefault(index, np.zeros(len(group.entries)))
        if group.name.level:
            fits = np.array([entry.feature in LEVELS[group.name.level] for entry in group.entries])
            local += weights.level * fits
    for index, group in of.items():
        end = mentions[index].span[1] + group.name.tail
        after = mentions[index + 1] if index + 1 < len(mentions) else None
        gap = text[end : after.span[0]] if after and after.span[0] - end <= 24 else None
        other = of.get(index + 1)
        if gap is not None and other is not None and _BETWEEN_QUALIFIED.fullmatch(gap):
            _join(group, index, other, index + 1, weights.qualifier)
        elif found := _NEXT_NAME.match(text, end):
            outer = _outer_places(found[1], gazetteer)
            if outer:
                inside = np.array([any(within(entry, y) for y in outer) for entry in group.entries], dtype=float)
                group.local[index] += weights.qualifier * inside
        elif gap is not None and other is not None and _BETWEEN_LOOSE.fullmatch(gap):
            _join(group, index, other, index + 1, weights.loose_qualifier)
            _join(other, index + 1, group, index, weights.loose_qualifier)


LEVELS: dict[str, tuple[Feature, ...]] = {
    "region": ("admin1", "admin2", "region"),
    "county": ("admin2",),
    "country": ("country",),
    "city": ("city",),
    "water": ("region",),
}


def _outer_places(words: str, gazetteer: Gazetteer) -> tuple[Entry, ...]:
    """Regions and countries named by the longest start of some capitalized words ("Tex. Monday" → Texas)."""
    parts = words.split(" ")
    for length in range(len(parts), 0, -1):
        entries = gazetteer.lookup(" ".join(parts[:length]))
        outer = tuple(entry for entry in entries if entry.feature in ("country", "admin1", "admin2"))
        if outer:
            return outer
    return ()


def _join(inner: _Group, i: int, outer: _Group, j: int, weight: float) -> None:
    """The inner name lies in the outer one: candidates that fit together are raised on both sides."""
    if not inner.entries or not outer.entries:
        return
    fits = np.array([[_is_outer(x, y) and within(x, y) for y in outer.entries] for x in inner.entries], dtype=float)
    inner.local.setdefault(i, np.zeros(len(inner.entries)))
    outer.local.setdefault(j, np.zeros(len(outer.entries)))
    inner.local[i] += weight * fits.max(axis=1)
    outer.local[j] += weight * fits.max(axis=0)


_SIZE: dict[Feature, int] = {"point": 0, "city": 1, "admin2": 2, "admin1": 3, "region": 3, "country": 4}


def _is_outer(inner: Entry, outer: Entry) -> bool:
    return _SIZE[outer.feature] > _SIZE[inner.feature] or (
        outer.feature == inner.feature == "city" and outer.population > inner.population
    )


def within(inner: Entry, outer: Entry) -> bool:
    """Whether one place lies in another, as far as the gazetteer can tell."""
    if outer.feature == "country":
        return inner.country == outer.country
    if outer.feature == "admin1":
        return inner.admin1 == outer.index
    if inner.country and outer.country and inner.country != outer.country:
        return False
    reach = 40.0 if outer.feature == "city" else outer.radius_km * 1.3 + 15
    return kilometres(inner, outer) <= reach


def kilometres(one: Entry, other: Entry) -> float:
    """Great-circle distance."""
    lat1, lon1, lat2, lon2 = map(math.radians, (one.lat, one.lon, other.lat, other.lon))
    half = math.sin((lat2 - lat1) / 2) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    return 2 * EARTH_KM * math.asin(min(1.0, math.sqrt(half)))


# ---- the rest of the report


def _settle(group: _Group, score: Floats) -> None:
    """Sets the group's score and the probability of each candidate, with the words beside its best-told mention."""
    group.score = score
    total = score
    if group.local and len(score):
        total = score + np.max(np.stack(list(group.local.values())), axis=0)
    if len(total):
        powers = np.exp(total - total.max())
        group.share = powers / powers.sum()


def _weigh_others(groups: list[_Group], countries: Counter[str], weights: Weights) -> None:
    """One round: each name's candidates against the current probabilities of the other names."""
    groups = [group for group in groups if len(group.entries)]
    support: defaultdict[str, float] = defaultdict(float)
    regions: defaultdict[int, float] = defaultdict(float)
    for group in groups:
        for country, share in _by_country(group).items():
            support[country] += share
        for admin1, share in _by_admin1(group).items():
            regions[admin1] += share
    for country, weight in countries.items():
        support[country] += weight
    anchors = sorted(groups, key=lambda group: (-len(group.mentions), group.mentions[0]))[:ANCHORS]
    points = [_point(group) for group in anchors]
    settled: list[tuple[_Group, Floats]] = []
    for group in groups:
        own, own_regions = _by_country(group), _by_admin1(group)
        total = sum(support.values()) - sum(own.values())
        near = _nearness(group, anchors, points)
        score = group.prior + weights.near * near
        for i, entry in enumerate(group.entries):
            if entry.country and total > 0:
                score[i] += weights.same_country * (support[entry.country] - own.get(entry.country, 0.0)) / (total + 1)
            region = entry.index if entry.feature == "admin1" else entry.admin1
            if region is not None:
                left = regions[region] - own_regions.get(region, 0.0)
                score[i] += weights.same_admin1 * left / (left + 1)
        settled.append((group, score))
    for group, score in settled:
        _settle(group, score)


def _by_country(group: _Group) -> dict[str, float]:
    shares: defaultdict[str, float] = defaultdict(float)
    for entry, share in zip(group.entries, group.share, strict=True):
        if entry.country:
            shares[entry.country] += float(share)
    return shares


def _by_admin1(group: _Group) -> dict[int, float]:
    shares: defaultdict[int, float] = defaultdict(float)
    for entry, share in zip(group.entries, group.share, strict=True):
        region = entry.index if entry.feature == "admin1" else entry.admin1
        if region is not None:
            shares[region] += float(share)
    return shares


def _point(group: _Group) -> tuple[float, float, float]:
    """Latitude and longitude (radians) of the likeliest candidate, and how much it says about what is near."""
    best = int(np.argmax(group.share))
    entry = group.entries[best]
    sharpness = {"country": 0.0, "region": 0.15, "admin1": 0.4}.get(entry.feature, 1.0)
    return math.radians(entry.lat), math.radians(entry.lon), sharpness * float(group.share[best])


def _nearness(group: _Group, anchors: list[_Group], points: list[tuple[float, float, float]]) -> Floats:
    """For each candidate 0–1: how near the other names' places are (a place at 100 km counts about a third)."""
    others = [point for anchor, point in zip(anchors, points, strict=True) if anchor is not group and point[2] > 0]
    if not others:
        return np.zeros(len(group.entries))
    lats = np.radians([entry.lat for entry in group.entries])[:, None]
    lons = np.radians([entry.lon for entry in group.entries])[:, None]
    there = np.array(others)
    half = (
        np.sin((there[:, 0] - lats) / 2) ** 2
        + np.cos(lats) * np.cos(there[:, 0]) * np.sin((there[:, 1] - lons) / 2) ** 2
    )
    away = 2 * EARTH_KM * np.arcsin(np.sqrt(np.minimum(half, 1)))
    pull = np.sum(there[:, 2] * np.exp(-away / 100), axis=1)
    return np.asarray(pull / (pull + 1), dtype=np.float64)


def _choose(index: int, group: _Group | None, gazetteer: Gazetteer, weights: Weights) -> Place | None:
    """The best candidate of one mention: the name's own score, its own words, and (less) those at other mentions."""
    if group is None or not group.entries:
        return None
    total = group.score + group.local.get(index, 0.0)
    others = [local for other, local in group.local.items() if other != index]
    if others:
        total = total + weights.elsewhere * np.max(np.stack(others), axis=0)
    best = group.entries[int(np.argmax(total))]
    return gazetteer.place(best, radius_km=group.name.radius_of(best))


def country_votes(demonyms: Iterable[tuple[str, ...]]) -> Counter[str]:
    """Votes of nationalities: each distinct one speaks for its countries, divided among them."""
    votes: Counter[str] = Counter()
    for codes in set(demonyms):
        for code in codes:
            votes[code] += 1 / len(codes)  # type: ignore[assignment]
    return votes
