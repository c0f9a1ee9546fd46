"""Harm that nobody did: what a thing did by itself ("a wall fell on Monday, killing nine"), and what goes on from the
clause beside it ("the mayor resigned after a dam burst, killing nine").
"""

from __future__ import annotations

from spacy.tokens import Token

from sayso.codebook import syntax
from sayso.codebook.codebook import Codebook
from sayso.codebook.match import in_classes, lemma
from sayso.codebook.words import word_list
from sayso.extract._sides.participants import Places
from sayso.extract._sides.phrases import through_partitive
from sayso.extract._telling.telling import FORCE, Telling

#: Things that fall, break or flood of themselves.
THINGS = word_list("mishap_things")
#: Classes of what has no will.
NATURE = ("@mishap", "@animal")
HARMS = frozenset({"killed", "injured"})
#: Types of which a participle of harm may go on: who attacks, takes, disperses or fights back kills.
VIOLENT = frozenset({"ASSAULT", "CONTROL", "MOBILIZE"})


def without_doers(tellings: list[Telling], codebook: Codebook) -> None:
    """Takes off, in place, who only decided or said something beside the harm, and the type where a thing did it."""
    places = Places(codebook)
    by_head = {t.head.head.i: t for t in tellings if t.head.dep_ == "obj" and t.kind is not None}
    by_head |= {t.head.i: t for t in tellings}
    for telling in tellings:
        if not syntax.is_verb(telling.head):
            continue
        if telling.type in FORCE and _is_all_of_nature(syntax.logical_subjects(telling.head), codebook):
            telling.kind, telling.frame, telling.actors = None, None, []
        if telling.frame is not None and telling.frame.toll not in HARMS:
            continue
        before = _clause_before(telling.head, by_head)
        subjects = syntax.surface_or_logical(before) if before is not None else syntax.logical_subjects(telling.head)
        if before is not None:
            telling.actors = [t for t in subjects if places.is_agent(t)]
        if telling.kind is not None and _is_all_of_nature(subjects, codebook):
            telling.kind, telling.frame, telling.actors = None, None, []


def _is_all_of_nature(subjects: list[Token], codebook: Codebook) -> bool:
    return bool(subjects) and all(_is_thing(through_partitive(t), codebook) for t in subjects)  # "a wave of drones"


def _is_thing(token: Token, codebook: Codebook) -> bool:
    """A thing, a beast, a disease or a storm, by its name too ("Cyclone Freddy")."""
    if token.ent_type_ not in ("", "event"):
        return False
    words = [token, *(syntax.modifiers(token) if token.ent_type_ else [])]
    return any(lemma(t) in THINGS or in_classes(t, NATURE, codebook) for t in words)


def _clause_before(verb: Token, by_head: dict[int, Telling]) -> Token | None:
    """ "Burst" of "the mayor resigned after a dam burst, killing nine": the clause right before a participle that the
    parse hangs on what somebody does who harms nobody by it.
    """
    above = by_head.get(verb.head.i)
    alone = verb.tag_ == "VBG" and verb.dep_ == "advcl" and not syntax.children(verb, "mark", "nsubj")
    if not alone or above is None or above.kind is None or above.type in VIOLENT or above.mode == "restrict":
        return None
    comma = verb.doc[verb.i - 1]
    clauses = [
        c for c in syntax.children(verb.head, "advcl") if verb.head.i < c.i < verb.i and c.right_edge.i == comma.i - 1
    ]
    finite = [c for c in clauses if comma.text == "," and syntax.children(c, "nsubj", "nsubj:pass")]
    return finite[-1] if finite else None
