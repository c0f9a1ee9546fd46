"""Conditions that were not met: "had they come, we would have fought"."""

from __future__ import annotations

from spacy.tokens import Token

from sayso.codebook import syntax
from sayso.extract._status.status_above import HIGHEST
from sayso.extract._telling.verb_group import auxiliaries, negated
from sayso.model import Status

CONDITION = frozenset({"if", "unless"})
HYPOTHETICAL = frozenset({"would", "could", "might"})


def of_unreal(verb: Token) -> Status | None:
    """What was not so though no word denies it; "had they not left" tells that they left."""
    if not is_unmet(verb):
        return None
    return "occurred" if negated(verb) else "did_not_occur"


def is_unmet(verb: Token) -> bool:
    """ "If they had come", "had they come", beside what would then have been: no denial, and a condition still."""
    clause = verb
    for _ in range(HIGHEST):
        if clause.dep_ != "conj":
            break
        clause = clause.head
    had = next((c for c in syntax.children(clause, "aux") if c.lower_ == "had"), None)
    if had is None or syntax.base(clause.dep_) != "advcl":
        return False
    subject = next((c for c in syntax.children(clause, "nsubj")), None)
    supposed = any(c.lower_ in CONDITION for c in syntax.children(clause, "mark"))
    inverted = subject is not None and had.i < subject.i
    then = {c.lower_ for c in auxiliaries(clause.head)}
    return (supposed or inverted) and "have" in then and bool(then & HYPOTHETICAL)
