"""The dead of what went on for long: "the war has killed thousands", "were killed in the conflict" is of no day."""

from __future__ import annotations

import msgspec
from spacy.tokens import Token

from sayso.codebook import syntax
from sayso.codebook.match import lemma
from sayso.codebook.tolls import LONG
from sayso.extract._telling.telling import Telling
from sayso.extract._telling.told import undated
from sayso.extract._telling.verb_group import auxiliaries
from sayso.model import Event

PERFECT = frozenset({"has", "have", "'ve", "’ve"})


def is_of_war(verb: Token) -> bool:
    """Whether a verb tells what a war has done or what was done in it, "it" being the war of the sentence before."""
    subjects = [*syntax.surface_subject(verb), *syntax.logical_subjects(verb)]
    if any(lemma(t) in LONG for t in subjects):
        return True
    if not any(a.lower_ in PERFECT for a in auxiliaries(verb)):
        return False
    inside = (t for word in ("in", "during", "by") for t in syntax.prepositional(verb, word))
    return any(lemma(t) in LONG for t in inside) or any(t.lower_ == "it" and _is_war_before(t) for t in subjects)


def undated_total(event: Event, telling: Telling) -> Event:
    """The event; without the report's day where all that it tells are the dead of a war."""
    running = bool(event.toll) and all(toll.scope == "cumulative" for toll in event.toll)
    of_war = running and event.from_ == "dateline" and syntax.is_verb(telling.head) and is_of_war(telling.head)
    return msgspec.structs.replace(undated(event), salience="background") if of_war else event


def _is_war_before(pronoun: Token) -> bool:
    """Whether the sentence before is of a war ("The war broke out in April. It has killed …")."""
    start = pronoun.sent.start
    before = pronoun.doc[start - 1].sent.root if start else None
    return before is not None and any(lemma(t) in LONG for t in syntax.surface_subject(before))
