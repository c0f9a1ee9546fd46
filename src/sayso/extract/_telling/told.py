"""A finished event with the telling it was made from, and what is compared of two of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import msgspec
from spacy.tokens import Token

from sayso.codebook.match import lemma
from sayso.codebook.roots import root
from sayso.codebook.words import word_list
from sayso.extract._telling.telling import Telling
from sayso.model import Entity, Event

#: Modes that are two words for one act.
ALIKE = (
    {"permit", "approve"},
    {"heavy-weapons", "drone"},
    {"heavy-weapons", "aerial"},
    {"explosives", "suicide-attack"},
    {"explosives", "mine"},
)
#: Words that say little of what is told beside an event, and classes of those that say something.
EMPTY = word_list("same_empty")
TELLING = frozenset({"NOUN", "PROPN", "VERB", "NUM", "ADJ"})
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
    #: roots of what else its sentence tells, and of what stands under it but for those who act
    beside: frozenset[str] = frozenset()
    under: frozenset[str] = frozenset()


def words_beside(telling: Telling) -> frozenset[str]:
    """Roots of the words of its sentence but for its own."""
    return _roots(telling.head.sent, {t.i for t in telling.tokens})


def words_under(telling: Telling) -> frozenset[str]:
    """Roots of the words under it but for its own and those of who acts."""
    own = {t.i for t in telling.tokens} | {t.i for actor in telling.actors for t in actor.subtree}
    return _roots(telling.head.subtree, own)


def _roots(words: Iterable[Token], own: set[int]) -> frozenset[str]:
    told = (t for t in words if t.pos_ in TELLING and t.i not in own)
    return frozenset(root(lemma(t)) for t in told if lemma(t) not in EMPTY)


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
