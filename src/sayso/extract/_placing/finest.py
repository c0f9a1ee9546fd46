"""Of several places that an event may have, the finest one that lies in the first: "a base in [Town] in [Country]"."""

from __future__ import annotations

from spacy.tokens import Token

from sayso.digest._places.spherical import kilometres
from sayso.digest.gazetteer import load_gazetteer
from sayso.model import Entity, Place

#: Words between a place and the one that it lies in: "[Town], [Country]", "[Town] in central [Country]".
BETWEEN = frozenset({"in", "of", ","})
#: Degrees of a place that others lie in.
WIDE = frozenset({"country", "region", "admin1", "admin2"})
#: How many times wider it is, and how many words may stand between.
TIMES = 2.0
MOST = 4
#: Up to how many kilometres and inhabitants a town is small.
SMALL, MANY = 50.0, 100_000
#: Words for islands in what a place is called.
ISLANDS = frozenset({"island", "islet", "isle", "atoll", "islands", "archipelago", "peninsula"})


def finest(places: list[tuple[Token, Entity]]) -> str | None:
    """Id of the first place, or of the first one that lies in it."""
    if not places:
        return None
    (root, first), *others = places
    inside = (
        one
        for head, one in others
        if _is_told_inside(head, root) or lies_in(one.place, first.place) or _is_in_frame(one, head, first, root)
    )
    return next(inside, first).id


def _is_in_frame(one: Entity, root: Token, wide: Entity, frame: Token) -> bool:
    """ "In [Region], rebels raided a mill in [Village]": a place that no map has, behind the region that the sentence
    opens with.
    """
    unknown = one.kind == "place" and one.place is None and root.pos_ == "PROPN"
    region = wide.place is not None and wide.place.feature in WIDE
    return unknown and region and frame.i < frame.head.i < root.i


def _is_told_inside(root: Token, wide: Token) -> bool:
    """ "[Town] in central [Country]", "[Town], [Country]": only what belongs to the wider place stands between."""
    if not 1 <= wide.i - root.i - 1 <= MOST:
        return False
    return all(one.lower_ in BETWEEN or one.head.i == wide.i for one in wide.doc[root.i + 1 : wide.i]) and (
        wide.doc[root.i + 1].lower_ in BETWEEN
    )


def lies_in(place: Place | None, wide: Place | None) -> bool:
    """Whether the map has the one in the other."""
    if place is None or wide is None or wide.feature not in WIDE or not place.radius_km * TIMES < wide.radius_km:
        return False
    if wide.country is not None and place.country != wide.country:
        return False
    if wide.feature == "country":
        return True
    if wide.feature == "admin1":
        return place.admin1 == wide.admin1
    return kilometres(place, wide) < wide.radius_km


def is_small(entity: Entity) -> bool:
    """A village or small town, whose name stands for no government and no club."""
    place = entity.place
    if place is None:
        return False
    return place.feature == "city" and place.radius_km <= SMALL and place.country is not None and not _is_known(place)


def _is_known(place: Place) -> bool:
    entries = load_gazetteer().lookup(place.name) if place.geonameid is not None else ()
    return any(one.geonameid == place.geonameid and (one.is_capital or one.population > MANY) for one in entries)


def is_island(entity: Entity) -> bool:
    """Whether the report calls it an island, so that "on" says that something was there."""
    return any(word in ISLANDS for mention in entity.mentions for word in mention.text.lower().split())
