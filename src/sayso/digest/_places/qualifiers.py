"""What the words beside a name say of it: "Paris, Texas", "Ukraine's Kharkiv", "the Kursk region"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from sayso.digest._places.nearby import Beside
from sayso.digest._places.place_words import Level
from sayso.digest._places.spherical import kilometres
from sayso.digest.gazetteer import Entry, Gazetteer
from sayso.model import Feature, Span

if TYPE_CHECKING:
    from sayso.digest._places.resolve import Group

#: For each candidate, whether the words beside a mention speak for it: strict qualifier, loose qualifier, level.
Flags = npt.NDArray[np.int8]
#: A mention's number and its name.
Known = tuple[int, "Group"]
_STRICT, _LOOSE, _LEVEL = range(3)

#: The features that a level word fits.
LEVELS: dict[Level, tuple[Feature, ...]] = {
    "region": ("admin1", "admin2", "region"),
    "county": ("admin2",),
    "country": ("country",),
    "city": ("city",),
    "water": ("region",),
}
_SIZE: dict[Feature, int] = {"point": 0, "city": 1, "admin2": 2, "admin1": 3, "region": 3, "country": 4}
#: A town within this distance of a larger one may be qualified by it ("Brooklyn, New York").
SUBURB_KM = 40.0
#: A place told near another is within this distance of it.
BESIDE_KM = 60.0
#: Longest stretch of text between a name and its qualifier.
_GAP = 24
#: How far after a name its qualifier is looked for.
_REACH = 140
#: What joins the names of a list, how many make one, and how large a town may be a region's namesake in it.
_JOINT = re.compile(r",?\s(?:and\s|or\s)?")
SHORTEST_LIST = 3
LARGE_TOWN = 300_000
_STRICTLY = re.compile(r"\s?[,(]\s{0,2}")
_LOOSELY = re.compile(r"(?:['’]s|,)?\s(?:in|of)?\s?(?:the\s)?(?:[a-z]{3,8}ern\s)?")
_NEXT_NAME = re.compile(r"\s?[,(]\s{0,2}((?:[A-Z][\w.'’-]{0,20})(?:\s[A-Z][\w.'’-]{0,20}){0,3})")


def weigh_words(
    mentions: Sequence[tuple[Span, Known | None]], text: str, gazetteer: Gazetteer, told: Sequence[Beside] = ()
) -> None:
    """Fills `Group.words` of every mention (in text order) that the gazetteer knows; `told`: which are near another.

    Mentions of a name that are told alike share one array, and each pair of names is compared once, so that time and
    memory stay linear in the number of mentions.
    """
    table = _Containments(gazetteer)
    for _, known in mentions:
        if known:
            index, group = known
            fits = [[0, 0, bool(group.name.level) and _fits(entry, group.name.level)] for entry in group.entries]
            group.words[index] = (
                group.words[group.mentions[0]] if index != group.mentions[0] else np.array(fits, np.int8)
            )
    nothing: tuple[Span, Known | None] = ((len(text) + _GAP, 0), None)
    for (span, known), (after, following) in zip(mentions, [*mentions, nothing][1:], strict=True):
        if known:
            _qualify(known, text[span[1] : after[0]][: _GAP + 1], following, text[span[1] : span[1] + _REACH], table)
    for beside in told:
        one, other = mentions[beside.one][1], mentions[beside.other][1]
        if one and other:
            table.join_near(one, other, beside.away)
    _in_lists(mentions, text, table)


def _in_lists(mentions: Sequence[tuple[Span, Known | None]], text: str, table: _Containments) -> None:
    """ "Ohio, New York and Michigan": among first-level regions, a name is that of a region too."""
    run: list[Known | None] = []
    for at, (span, known) in enumerate(mentions):
        run.append(known)
        gap = text[span[1] : mentions[at + 1][0][0]][: _GAP + 1] if at + 1 < len(mentions) else ""
        if _JOINT.fullmatch(gap):
            continue
        if len(run) >= SHORTEST_LIST:
            sure = [other is not None and _is_region(other[1].entries) for other in run]
            for other, itself in zip(run, sure, strict=True):
                if other is not None and 2 * (sum(sure) - itself) >= len(run) - 1:
                    table.as_region(other)
        run = []


def _is_region(entries: Sequence[Entry]) -> bool:
    """Whether a name is a first-level region's and no large town's."""
    regions = [entry for entry in entries if entry.feature == "admin1" and entry.by_own_name]
    towns = [entry.population for entry in entries if entry.feature == "city"]
    return bool(regions) and max(towns, default=0) < LARGE_TOWN and entries[0].feature != "country"


def _fits(entry: Entry, level: Level | None) -> bool:
    return level is not None and entry.feature in LEVELS[level]


def _qualify(known: Known, gap: str, following: Known | None, ahead: str, table: _Containments) -> None:
    """Raises the candidates of a mention that fit the words after it; `gap` reaches to the next mention."""
    beside = gap[known[1].name.tail :]
    near = following is not None and len(gap) <= _GAP
    if following and near and _STRICTLY.fullmatch(beside):
        table.join(known, following, _STRICT)
    elif found := _NEXT_NAME.match(ahead, known[1].name.tail):
        table.place_in(known, found[1])
    elif following and near and _LOOSELY.fullmatch(beside):
        table.join(known, following, _LOOSE)
        table.join(following, known, _LOOSE)


class _Containments:
    """Which candidates of one name lie in which of another: worked out once for each pair of names."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self.gazetteer = gazetteer
        self._pairs: dict[tuple[int, int, int], tuple[Flags, Flags]] = {}
        self._outer: dict[str, tuple[Entry, ...]] = {}
        self._inside: dict[tuple[int, str], Flags] = {}
        self._shared: dict[tuple[int, bytes], Flags] = {}

    def join(self, inner: Known, outer: Known, column: int) -> None:
        """One name lies in the other: the candidates that fit together are raised on both sides."""
        key = (id(inner[1]), id(outer[1]), column)
        if key not in self._pairs:
            self._pairs[key] = _pair(inner[1].entries, outer[1].entries, column)
        for (index, group), flags in zip((inner, outer), self._pairs[key], strict=True):
            self._raise(index, group, flags)

    def join_near(self, near: Known, other: Known, away: float) -> None:
        """One name is told near the other: the candidates that are near one another are raised on both sides."""
        key = (id(near[1]), id(other[1]), -1 - round(away))
        if key not in self._pairs:
            self._pairs[key] = _near_pair(near[1].entries, other[1].entries, away)
        for (index, group), flags in zip((near, other), self._pairs[key], strict=True):
            self._raise(index, group, flags)

    def place_in(self, known: Known, words: str) -> None:
        """A name before capitalized words that begin with a region's or a country's name ("Tex. Monday": Texas)."""
        if words not in self._outer:
            self._outer[words] = _outer_places(words, self.gazetteer)
        outer = self._outer[words]
        if outer:
            index, group = known
            key = (id(group), words)
            if key not in self._inside:
                flags = np.zeros((len(group.entries), 3), np.int8)
                flags[:, _STRICT] = [any(within(entry, place) for place in outer) for entry in group.entries]
                self._inside[key] = flags
            self._raise(index, group, self._inside[key])

    def as_region(self, known: Known) -> None:
        """A name that stands among first-level regions."""
        index, group = known
        flags = np.zeros((len(group.entries), 3), np.int8)
        flags[:, _LEVEL] = [entry.feature == "admin1" for entry in group.entries]
        self._raise(index, group, flags)

    def _raise(self, index: int, group: Group, flags: Flags) -> None:
        raised = np.maximum(group.words[index], flags)
        group.words[index] = self._shared.setdefault((id(group), raised.tobytes()), raised)


def _pair(inner: tuple[Entry, ...], outer: tuple[Entry, ...], column: int) -> tuple[Flags, Flags]:
    ones, others = np.zeros((len(inner), 3), np.int8), np.zeros((len(outer), 3), np.int8)
    for x, entry in enumerate(inner):
        for y, place in enumerate(outer):
            kind = _containment(entry, place)
            if kind is not None and within(entry, place):
                ones[x, max(kind, column)] = others[y, max(kind, column)] = 1
    return ones, others


def _near_pair(near: tuple[Entry, ...], others: tuple[Entry, ...], away: float) -> tuple[Flags, Flags]:
    ones, anchors = np.zeros((len(near), 3), np.int8), np.zeros((len(others), 3), np.int8)
    for x, entry in enumerate(near):
        for y, place in enumerate(others):
            if entry.index != place.index and kilometres(entry, place) <= place.radius_km + away + BESIDE_KM:
                ones[x, _STRICT] = anchors[y, _LOOSE] = 1
    return ones, anchors


def _outer_places(words: str, gazetteer: Gazetteer) -> tuple[Entry, ...]:
    """Regions and countries named by the longest start of some capitalized words ("Tex. Monday": Texas)."""
    parts = words.split(" ")
    for length in range(len(parts), 0, -1):
        entries = gazetteer.lookup(" ".join(parts[:length]))
        outer = tuple(entry for entry in entries if entry.feature in ("country", "admin1", "admin2"))
        if outer:
            return outer
    return ()


def _containment(inner: Entry, outer: Entry) -> int | None:
    """How well one place can qualify another: by region and country strictly, by a larger town nearby loosely."""
    if outer.feature == inner.feature == "city":
        return _LOOSE if outer.population > inner.population else None
    return _STRICT if _SIZE[outer.feature] > _SIZE[inner.feature] else None


def within(inner: Entry, outer: Entry) -> bool:
    """Whether one place lies in another, as far as the gazetteer can tell."""
    if outer.feature == "country":
        return inner.country == outer.country
    if outer.feature == "admin1":
        return inner.admin1 == outer.index
    if inner.country and outer.country and inner.country != outer.country:
        return False
    reach = SUBURB_KM if outer.feature == "city" else outer.radius_km * 1.3 + 15
    return kilometres(inner, outer) <= reach
