"""What the words beside a name say of it: "Paris, Texas", "Ukraine's Kharkiv", "the Kursk region"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from sayso.digest._place_words import Level
from sayso.digest._spherical import kilometres
from sayso.digest.gazetteer import Entry, Gazetteer
from sayso.model import Feature, Span

if TYPE_CHECKING:
    from sayso.digest._resolve import Group

#: By mention: for each candidate, how the words beside it speak for it: strict qualifier, loose qualifier, level.
Words = dict[int, npt.NDArray[np.float64]]
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
#: Longest stretch of text between a name and its qualifier.
_GAP = 24
_STRICTLY = re.compile(r"\s?[,(]\s{0,2}")
_LOOSELY = re.compile(r"(?:['’]s|,)?\s(?:in|of)?\s?(?:the\s)?(?:[a-z]{3,8}ern\s)?")
_NEXT_NAME = re.compile(r"\s?[,(]\s{0,2}((?:[A-Z][\w.'’-]{0,20})(?:\s[A-Z][\w.'’-]{0,20}){0,3})")


def weigh_words(mentions: Sequence[tuple[Span, tuple[int, Group] | None]], text: str, gazetteer: Gazetteer) -> None:
    """Fills `Group.words` of every mention (in text order) that the gazetteer knows."""
    for _, known in mentions:
        if known:
            index, group = known
            group.words[index] = np.zeros((len(group.entries), 3))
            if group.name.level:
                fits = [entry.feature in LEVELS[group.name.level] for entry in group.entries]
                group.words[index][:, _LEVEL] = fits
    for (span, known), (after, following) in zip(mentions, [*mentions, ((len(text) + _GAP, 0), None)][1:], strict=True):
        if known:
            _qualify(known, span[1], text[span[1] : after[0]][: _GAP + 1], following, text, gazetteer)


def _qualify(
    known: tuple[int, Group],
    end: int,
    gap: str,
    following: tuple[int, Group] | None,
    text: str,
    gazetteer: Gazetteer,
) -> None:
    index, group = known
    beside = gap[group.name.tail :]
    if following and len(gap) <= _GAP and _STRICTLY.fullmatch(beside):
        _join(known, following, _STRICT)
    elif found := _NEXT_NAME.match(text, end + group.name.tail):
        outer = _outer_places(found[1], gazetteer)
        fits = np.array([any(within(entry, place) for place in outer) for entry in group.entries], dtype=np.float64)
        group.words[index][:, _STRICT] = np.maximum(group.words[index][:, _STRICT], fits)
    elif following and len(gap) <= _GAP and _LOOSELY.fullmatch(beside):
        _join(known, following, _LOOSE)
        _join(following, known, _LOOSE)


def _outer_places(words: str, gazetteer: Gazetteer) -> tuple[Entry, ...]:
    """Regions and countries named by the longest start of some capitalized words ("Tex. Monday": Texas)."""
    parts = words.split(" ")
    for length in range(len(parts), 0, -1):
        entries = gazetteer.lookup(" ".join(parts[:length]))
        outer = tuple(entry for entry in entries if entry.feature in ("country", "admin1", "admin2"))
        if outer:
            return outer
    return ()


def _join(inner: tuple[int, Group], outer: tuple[int, Group], column: int) -> None:
    """One name lies in the other: the candidates that fit together are raised on both sides."""
    (i, one), (j, other) = inner, outer
    for x, entry in enumerate(one.entries):
        for y, place in enumerate(other.entries):
            kind = _containment(entry, place)
            if kind is not None and within(entry, place):
                kind = max(kind, column)
                one.words[i][x, kind] = other.words[j][y, kind] = 1.0


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
