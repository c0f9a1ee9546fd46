"""A finished event with the telling it was made from, and what is compared of two of them."""

from __future__ import annotations

from dataclasses import dataclass

import msgspec

from sayso.extract._telling import Telling
from sayso.model import Entity, Event

HAPPENED = frozenset({"occurred", "ongoing", "attempted"})
#: Modes that are two words for one act.
ALIKE = (
    {"permit", "approve"},
    {"heavy-weapons", "drone"},
    {"heavy-weapons", "aerial"},
    {"explosives", "suicide-attack"},
    {"explosives", "mine"},
)
#: What the head words of the unnamed begin with, among the keys of a side.
WORD = "word:"


@dataclass(frozen=True, slots=True)
class Told:
    """A finished event with the telling it was made from."""

    event: Event
    telling: Telling
    #: who acts and who undergoes: ids of the named, the countries they belong to, and the head words of the others
    actors: frozenset[str] = frozenset()
    recipients: frozenset[str] = frozenset()
    #: ids of the people who have violence done to them, and of those of them whose death it tells
    harmed: frozenset[str] = frozenset()
    dead: frozenset[str] = frozenset()
    where: Entity | None = None


def apart(a: Told, b: Told) -> bool:
    """Whether two events were at places that cannot be one: not a building and the town around it, nor a town and its
    country.
    """
    one, other = a.where, b.where
    if one is None or other is None or one.id == other.id:
        return False
    lands = {e.country for e in (one, other) if e.country is not None}
    around = (one.kind == "facility") != (other.kind == "facility") or _is_country(one) or _is_country(other)
    return not around or len(lands) > 1


def _is_country(entity: Entity) -> bool:
    return entity.place is not None and entity.place.feature == "country"


def named(side: frozenset[str]) -> bool:
    """Whether somebody on a side has a name."""
    return any(not key.startswith(WORD) for key in side)


def overlap(a: Event, b: Event) -> bool:
    """Whether the times of two events meet, as far as both are known."""
    if not (a.start and a.end and b.start and b.end):
        return True
    return a.start[:10] < b.end[:10] and b.start[:10] < a.end[:10]


def undated(event: Event) -> Event:
    """The event without a time."""
    return msgspec.structs.replace(event, time=None, start=None, end=None, precision=None, from_=None)
