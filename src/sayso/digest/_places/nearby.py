"""Names that are told by a place beside them: "the village of A near B", "A, a town in B district", "A, 9 km from B".

The map holds places of 500 inhabitants and more. A hamlet that it does not hold is called as others far away are, or as
none: where the words beside it say what it is near, it is there, and no namesake far from there is meant.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.digest._places.place_words import LEVEL_WORDS
from sayso.digest._places.spherical import kilometres
from sayso.digest.gazetteer import Gazetteer, fold
from sayso.model import Place

if TYPE_CHECKING:
    from sayso.digest._places.resolve import Mention

#: How far beyond its radius something near a place may be.
FAR_KM = 100.0
#: How exact the point of a place is that is told by one near it, and up to what radius a region tells one.
NEAR_KM, WIDEST_KM = 25.0, 300.0
#: A town of so many inhabitants is known by itself, and one so many times larger than what it is said to be near.
KNOWN, LARGER, SMALL = 100_000, 10, 5_000
#: A quarter is held against so many towns of the report.
MOST = 40
#: Longest stretch of text between the two names.
GAP = 80
#: Code points in which the word for a region may end behind its name ("A district").
LEVEL_WORD = 13
_KM = {"k": 1.0, "m": 1.61}

_QUARTER = r"(?:neighbou?rhood|quarter|ward|slum|barrio|favela)s?"
_SETTLED = (
    rf"(?:{'|'.join(word for word, level in LEVEL_WORDS.items() if level == 'city' and word != 'capital')}|villages|"
    rf"towns|locality|community|commune|enclave|area|camp|junction|outpost|{_QUARTER})"
)
_SIDE = r"(?:(?:north|south)?-?(?:east|west)?(?:ern)?)"
_OF = rf"(?:\s(?:the\s)?(?:[a-z-]{{3,14}}\s){{0,2}}(?:{_SETTLED}\sof|capital(?:\sof|,)?))?"
_AWAY = r"(?P<far>\d{1,3})(?:\.\d)?\s?-?(?P<unit>k|m)(?:m|ms|ilomet(?:er|re)s?|iles?|i)\b"
_NEAR = (
    r"(?:(?P<close>near(?:by)?|close\sto|not\sfar\sfrom|outside(?:\sof)?|"
    rf"on\sthe\s(?:{_SIDE}\s)?(?:outskirts|edge)\sof)|{_SIDE}\sof)"
)
_HEDGE = r"(?:\s(?:about|around|some|roughly|nearly|just|only|located|situated|which\sis|that\sis|lying|also))*"
_APPOSED = rf"(?P<what>(?:\s{_SETTLED})?(?:,?\s(?:a|an|the|another)\s(?:[a-z-]{{3,14}}\s){{0,3}}{_SETTLED})?)"
#: Between a name and what it is near.
_BESIDE = re.compile(
    rf"{_APPOSED},?{_HEDGE}\s(?:{_AWAY}(?:\s\([^()]{{2,20}}\))?\s(?:{_SIDE}\s)?(?:of|from|outside)|{_NEAR}){_OF}(?:\sthe)?\s"
)
#: "Took A and advanced on B": what an army takes in one move is near.
_ONWARDS = re.compile(
    r",?\s(?:and|or)\s(?:(?:was|were|is|are|had|have)\s)?(?:advanc|mov|push|press|edg|march|clos|fight|fought|gain)[a-z]{0,5}"
    r"(?:\s(?:forward|closer|ground|in))?\s(?:near|toward|towards|on|upon|to|around|outside)\s"
)
#: Between a name and the region or town that it is in; "B and the nearby village of A".
_IN = re.compile(rf"{_APPOSED},?{_HEDGE}\s(?:in|of)(?:\sthe)?(?:\s(?:{_SIDE}|central|rural|remote))?(?:\spart\sof)?\s")
#: "A neighborhood, B".
_QUARTERED = re.compile(rf"\s{_QUARTER},\s")
_NEARBY = re.compile(rf",?\s(?:and|or)\s(?:in\s)?(?:the\s)?(?:nearby|neighbou?ring|adjacent){_OF}\s")
_REGIONS = "|".join(word for word, level in LEVEL_WORDS.items() if level in ("region", "county"))
_LEVEL = re.compile(rf"(?:['’]s)?\s(?:area|{_REGIONS})(?!\w)")
_QUARTER_AFTER = re.compile(rf"\s(?i:{_QUARTER})(?!\w)")
#: "A, B and C neighborhoods", where B and C may be unknown.
_QUARTERS_AFTER = re.compile(
    r"(?:(?:,\s(?:(?i:and)\s)?|\s(?i:and)\s)[A-Z][\w'’-]{2,20}(?:\s[A-Z][\w'’-]{2,20})?){1,3}"
    r"\s(?i:neighbou?rhoods|quarters|wards|slums|barrios|favelas)(?!\w)"
)
_QUARTER_BEFORE = re.compile(r"\bthe\sneighbou?rhood\sof\s(?:the\s)?$")
_STREET_LAST = re.compile(r"\s(?:street|st|avenue|ave|boulevard|blvd|lane|drive|plaza|square)\.?$", re.IGNORECASE)
_SETTLED_BEFORE = re.compile(
    r"\b(?:village|town|hamlet|settlement|township|municipality|locality|suburb)s?\sof\s(?:the\s)?$"
)
_PLURAL_BEFORE = re.compile(r"\b(?:villages|towns|settlements|hamlets|communities)\sof\s(?:the\s)?$")
_JOINT = re.compile(r",?\s(?:and\s|or\s)?")
_SETTLED_LAST = re.compile(rf"\s{_SETTLED}$", re.IGNORECASE)
_POSSESSIVE = re.compile(r"['’]s?$")
_FROM = re.compile(r"\bfrom\s(?:the\s)?(?:[a-z]+\s){0,2}$")


@dataclass(frozen=True, slots=True)
class Beside:
    """Mention `one` is said to be near or in mention `other`, or either near the other (`mutual`)."""

    one: int
    other: int
    #: how far the words say that it is, in kilometres
    away: float = 0.0
    mutual: bool = False
    #: said to be close, so that it cannot be a city far away, and said to be a village or town, whatever is larger
    close: bool = False
    settled: bool = False


def told_beside(mentions: Sequence[Mention], text: str) -> list[Beside]:
    """What names are told by another one beside them; `mentions` stand in text order."""
    return [beside for at in range(len(mentions) - 1) for beside in _told(mentions, at, text)]


def _told(mentions: Sequence[Mention], at: int, text: str) -> Iterator[Beside]:
    (start, end), (behind, last) = mentions[at].span, mentions[at + 1].span
    gap = text[end:behind].lower() if 0 < behind - end <= GAP else ""
    before = text[max(0, start - 30) : start].lower()
    if not gap or "\n" in gap or _FROM.search(before):
        return
    if found := _BESIDE.fullmatch(gap):
        away = float(found["far"]) * _KM[found["unit"]] if found["far"] else 0.0
        close, settled = bool(found["close"] or away), bool(found["what"]) or _is_settled(text, mentions[at], before)
        for one in (at, *_listed(mentions, at, text)):
            yield Beside(one, at + 1, away, close=close, settled=settled)
    elif _QUARTERED.fullmatch(gap):
        yield Beside(at, at + 1, settled=True)
    elif _NEARBY.fullmatch(gap) or _ONWARDS.fullmatch(gap):
        yield Beside(at, at + 1, mutual=True)
    elif found := _IN.fullmatch(gap):
        settled = bool(found["what"]) or _is_settled(text, mentions[at], before)
        if settled or _LEVEL.search(text[behind : last + LEVEL_WORD].lower()):
            yield Beside(at, at + 1, settled=settled)


def _is_settled(text: str, mention: Mention, before: str) -> bool:
    """ "The village of A", "A village"."""
    return bool(_SETTLED_BEFORE.search(before) or _SETTLED_LAST.search(text[slice(*mention.span)]))


def _listed(mentions: Sequence[Mention], at: int, text: str) -> list[int]:
    """ "The villages of A, B and C near D": those before C."""
    first = at
    while first and _JOINT.fullmatch(text[mentions[first - 1].span[1] : mentions[first].span[0]][:GAP].lower()):
        first -= 1
    start = mentions[first].span[0]
    return list(range(first, at)) if _PLURAL_BEFORE.search(text[max(0, start - 30) : start].lower()) else []


def put_beside(
    places: list[Place | None], mentions: Sequence[Mention], told: Sequence[Beside], gazetteer: Gazetteer
) -> None:
    """Moves the `places` of names that the words put beside another one to that one, where they lie far from it or the
    map has none; all mentions of a name move together.
    """
    for beside in reversed(told):  # "A near B, a village outside C"
        one, other = beside.one, beside.other
        if beside.mutual and _inhabitants(places[one], gazetteer) > _inhabitants(places[other], gazetteer):
            one, other = other, one
        place, anchor = places[one], places[other]
        if anchor is None or _is_built(mentions[one]) or not _moves(place, anchor, beside, gazetteer):
            continue
        name = _name(mentions[one])
        moved = _place_at(name, anchor, beside.away)
        for index, mention in enumerate(mentions):
            if places[index] == place and fold(_name(mention)) == fold(name):
                places[index] = moved


def _is_built(mention: Mention) -> bool:
    """What is built may be named after a town far away."""
    return mention.facility and not _SETTLED_LAST.search(mention.text)


def _name(mention: Mention) -> str:
    """ "Sosnivka village" is Sosnivka."""
    return _SETTLED_LAST.sub("", _POSSESSIVE.sub("", mention.text)) or mention.text


def drop_quarters(places: list[Place | None], mentions: Sequence[Mention], text: str) -> None:
    """Takes the place from what the report calls a quarter or street, where that is a town far from all that it tells:
    "fighting in the A and B neighborhoods", "a house in A Street".
    """
    quarters = set(_quarters(mentions, text))
    told = (p for at, p in enumerate(places) if p and p.feature == "city" and at not in quarters)
    towns = [place for place, _ in Counter(told).most_common(MOST)]
    far = {
        (place, _name(mentions[at]))
        for at in quarters
        if (place := places[at]) is not None
        and place.feature == "city"
        and not any(town != place and kilometres(town, place) <= FAR_KM for town in towns)
    }
    for index, mention in enumerate(mentions):
        if (places[index], _name(mention)) in far:
            places[index] = None


def _quarters(mentions: Sequence[Mention], text: str) -> Iterator[int]:
    """Which mentions are called a quarter or street; of a list all ("the A, B and C neighborhoods")."""
    listed = False
    for at in range(len(mentions) - 1, -1, -1):
        start, end = mentions[at].span
        joined = at + 1 < len(mentions) and _JOINT.fullmatch(text[end : mentions[at + 1].span[0]][:GAP].lower())
        behind, before = text[end : end + GAP], text[max(0, start - 30) : start].lower()
        called = _STREET_LAST.search(text[start:end]) or _QUARTER_BEFORE.search(before)
        called = called or _QUARTER_AFTER.match(behind) or _QUARTERS_AFTER.match(behind)
        listed = bool(called) or (listed and bool(joined))
        if listed:
            yield at


def _moves(place: Place | None, anchor: Place, beside: Beside, gazetteer: Gazetteer) -> bool:
    """Whether what is told beside the anchor is not on the map there."""
    if anchor.feature == "country" or anchor.radius_km > WIDEST_KM:
        return False
    if place is None:
        return True
    if place.feature != "city" or (anchor.feature == "admin1" and place.admin1 == anchor.admin1):
        return False
    far = kilometres(place, anchor) > anchor.radius_km + beside.away + FAR_KM
    return far and (beside.settled or not _is_better_known(place, anchor, beside, gazetteer))


def _is_better_known(place: Place, anchor: Place, beside: Beside, gazetteer: Gazetteer) -> bool:
    """Whether it is known by itself, so that it is rather the other one that the map does not hold."""
    inhabitants = _inhabitants(place, gazetteer)
    if inhabitants >= KNOWN and not beside.close:
        return True
    return anchor.feature == "city" and inhabitants > LARGER * max(SMALL, _inhabitants(anchor, gazetteer))


def _place_at(name: str, anchor: Place, away: float) -> Place:
    """A place of that name, which the map does not hold, near the anchor."""
    return Place(
        name=name,
        geonameid=None,
        lat=anchor.lat,
        lon=anchor.lon,
        feature="city",
        admin1=anchor.admin1,
        country=anchor.country,
        radius_km=max(anchor.radius_km, away, NEAR_KM),
    )


def _inhabitants(place: Place | None, gazetteer: Gazetteer) -> int:
    if place is None or place.geonameid is None:
        return 0
    return max((e.population for e in gazetteer.lookup(place.name) if e.geonameid == place.geonameid), default=0)
