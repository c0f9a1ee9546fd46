"""By which means a deed was done, and the mode that these give: "attacked with drones", "killed by artillery".

A mode of the codebook may have `means`: what is used, of one word or two ("roadside bomb"), after which a deed has that
mode where its words give none. Means that say more than the word of the deed win against it ("helicopters fired").
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from spacy.tokens import Token

from sayso.codebook import syntax
from sayso.codebook.codebook import Mode
from sayso.codebook.constraints import REFLEXIVE
from sayso.codebook.grammar import NAMED
from sayso.codebook.match import lemma
from sayso.codebook.words import word_list
from sayso.extract._sides.blame import blamed_for
from sayso.extract._sides.listed import listed
from sayso.extract._sides.participants import Places
from sayso.extract._sides.phrases import through_partitive
from sayso.extract._telling.telling import Telling

#: Vehicles in which bombs are brought.
BOMB_CARRIERS = word_list("arguments_bomb_carriers")
#: Ships are spoken of for the people on board; aircraft are the means.
CREWED = word_list("arguments_crewed")
#: Verbs whose object is the means of an attack, and those whose object is arms that it stops.
THROWING = word_list("arguments_throwing")
STOPPING = word_list("arguments_stopping")
#: Verbs that with "with" tell what was carried off.
CARRYING = frozenset({"escape", "flee", "get", "make", "run"})
#: Modes of deeds some of whose nouns are the means itself ("drove over a mine").
BOMBS = frozenset({"explosives", "mine"})


def mode_by_means(tellings: Iterable[Telling]) -> None:
    """Gives tellings the mode of what was used, in place: the one told first of the finest."""
    for telling in tellings:
        if telling.kind is None or telling.frame is None:
            continue
        modes = [mode for mode in telling.kind.modes.values() if mode.means]
        used = {*telling.instruments, *(t for t in telling.actors if t.ent_type_ not in NAMED)} if modes else set()
        found = [mode for token in sorted(used, key=lambda t: t.i) if (mode := _mode_of(token, modes)) is not None]
        over = next((m for m in found if telling.mode in m.over), None)
        given = over or (next(iter(found), None) if telling.mode is None else None)
        if given is not None:
            telling.frame = replace(telling.frame, mode=given.name)


def _mode_of(token: Token, modes: list[Mode]) -> Mode | None:
    """The mode whose means the words are, two ("suicide bomber", "petrol bomb") before one."""
    word = lemma(token)
    ahead = token.doc[token.left_edge.i : token.i]
    pairs = {f"{before} {word}" for m in ahead for before in (lemma(m), m.lower_)}
    both = next((mode for mode in modes if pairs & mode.means), None)
    return both or next((mode for mode in modes if {word, token.lower_} & mode.means), None)


def means_of(telling: Telling, found: list[Token], places: Places) -> list[Token]:
    """What the frame says; in attacks also what is thrown, used for it or it is done with; no arms that are stopped."""
    head = telling.head
    found = [t for t in found if t.lower_ not in REFLEXIVE]  # "armed themselves"
    ahead = [m for t in telling.tokens if t != head for m in syntax.modifiers(t) if places.is_weapon(m)]
    if telling.type not in ("ASSAULT", "PROTEST") or telling.frame is None or telling.frame.reciprocal:
        beside = [t for t in found if syntax.case_of(t) == "with"]  # "with their children", "with the help of"
        kept = [t for t in found if t not in beside or not (places.is_agent(t) or places.is_abstract(t))]
        return kept + (ahead if telling.type == "ASSAULT" else [])
    objects = [t for one in syntax.logical_objects(head) for t in listed(one)] if syntax.is_verb(head) else []
    objects += [through_partitive(t) for t in objects]  # "nine of ten drones"
    if lemma(head) in STOPPING or any(t.lower_ == "down" for t in telling.tokens):
        return [t for t in found if t not in objects]
    thrown = [t for t in objects if t.pos_ == "NOUN" and not places.is_person(t)] if lemma(head) in THROWING else []
    loot = lemma(head) in CARRYING and any(t.lower_ == "with" for t in telling.tokens)  # "made off with the cash"
    tools = [t for t in syntax.prepositional(head, "with") if not loot]
    beside = [t for one in tools for t in listed(one) if places.is_tool(t)]
    itself = [t for t in telling.tokens if telling.mode in BOMBS and t.pos_ == "NOUN" and places.is_weapon(t)]
    return found + thrown + beside + ahead + itself + places.means_used(head)


def of_vehicle(telling: Telling, token: Token, places: Places) -> list[Token]:
    """Whose vehicle it is, which is the means; one that blows up is itself what is hit, but for car and truck bombs; a
    ship acts where nobody is named."""
    if telling.mode == "explosives" and syntax.is_verb(telling.head) and not syntax.logical_objects(telling.head):
        side = telling.instruments if lemma(token) in BOMB_CARRIERS else telling.recipients
        side += [token] if token not in side else []
        return []
    owners = [t for t in wielders(token, places) if lemma(t) not in CREWED]  # "a patrol boat"
    owners = [t for t in owners if t.ent_type_ or places.is_armed(t) or not places.is_person(t)]
    if not owners and lemma(token) in CREWED and syntax.is_verb(telling.head) and syntax.logical_objects(telling.head):
        return [token]
    telling.instruments += [token] if token not in telling.instruments else []
    return owners


def wielders(weapon: Token, places: Places) -> list[Token]:
    """Whose weapon it is: "army shells", "rockets fired by the rebels", "a bomb of the group", "claimed responsibility
    for the bomb".
    """
    before = [
        t for t in syntax.modifiers(weapon) + syntax.children(weapon, "nmod:poss") if places.is_agent(t, strict=True)
    ]
    if before:
        return before[:1]
    clauses = [c for c in weapon.children if syntax.base(c.dep_) == "acl"]
    fired = [t for c in clauses for t in syntax.agents(c) if places.is_agent(t)]
    return fired or blamed_for(weapon)
