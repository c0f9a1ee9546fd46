"""Who is in what is hit: "the workers" of "hit a bus carrying workers", "a judge" of "a car in which a judge sat"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.codebook import syntax
from sayso.codebook.match import lemma
from sayso.codebook.words import word_list
from sayso.extract._sides.listed import listed
from sayso.extract._sides.phrases import through_partitive

if TYPE_CHECKING:
    from spacy.tokens import Token

    from sayso.extract._sides.participants import Places
    from sayso.extract._telling.telling import Telling

#: What a vehicle does with those who are in it, what they do in it, and how full of them it is.
CARRYING = word_list("aboard_carrying")
RIDING = word_list("aboard_riding")
FULL = frozenset({"full", "pack", "packed", "crowd", "crowded", "load", "loaded", "cram", "crammed", "fill", "filled"})
BOARD = frozenset({"board", "aboard", "inside"})
#: How many words may stand from "with" to "on board".
LONGEST = 8


def aboard(telling: Telling, places: Places) -> list[Token]:
    """The people who are said to be in the vehicles that an attack befalls."""
    if telling.type != "ASSAULT":
        return []
    found = [t for vehicle in telling.recipients if places.is_vehicle(vehicle) for t in _in(vehicle, telling)]
    people = [through_partitive(t) for one in found for t in listed(one)]
    return [t for t in people if places.is_agent(t) and not places.is_weapon(t) and t.pos_ in ("NOUN", "PROPN")]


def _in(vehicle: Token, telling: Telling) -> list[Token]:
    found: list[Token] = []
    for clause in vehicle.children:
        if syntax.base(clause.dep_) not in ("acl", "amod") or clause.i < vehicle.i:
            continue
        if lemma(clause) in CARRYING and clause.tag_ != "VBN":
            found += syntax.logical_objects(clause)
        if lemma(clause) in RIDING:
            found += [t for t in syntax.surface_subject(clause) if t.i != vehicle.i]
        if clause.lower_ in FULL or lemma(clause) in FULL:
            found += [*syntax.prepositional(clause, "of"), *syntax.prepositional(clause, "with")]
    return found or _on_board(vehicle, telling)


def _on_board(vehicle: Token, telling: Telling) -> list[Token]:
    """ "Nine soldiers" of "a truck with nine soldiers on board"."""
    behind = [t for head in (vehicle, telling.head) for t in syntax.children(head, "nmod", "obl") if t.i > vehicle.i]
    inner = [t for one in behind for t in (one, *syntax.children(one, "nsubj", "nmod"))]
    with_ = vehicle.i + 1
    doc = vehicle.doc
    if with_ >= len(doc) or doc[with_].lower_ != "with":
        return []
    closed = any(t.lower_ in BOARD for t in doc[with_ : min(len(doc), with_ + LONGEST)])
    return [t for t in inner if closed and t.i > with_ and t.lower_ not in BOARD][:1]
