"""What is only supposed: "had they come, we would have fought", "leaving would be a mistake"."""

from __future__ import annotations

from spacy.tokens import Token

from sayso.codebook import syntax
from sayso.extract._status.status_above import HIGHEST
from sayso.extract._telling.verb_group import auxiliaries, negated
from sayso.model import Status

CONDITION = frozenset({"if", "unless"})
HYPOTHETICAL = frozenset({"would", "could", "might"})


def of_unreal(verb: Token) -> Status | None:
    """What was not so though no word denies it, or need not be; "had they not left" tells that they left."""
    if is_unmet(verb):
        return "occurred" if negated(verb) else "did_not_occur"
    return "possible" if is_supposed(verb) else None


def is_supposed(verb: Token) -> bool:
    """ "Leaving the bloc would be a mistake": a deed without a subject of which is said what it would come to."""
    clause = verb
    for _ in range(HIGHEST):
        if clause.dep_ != "conj":
            break
        clause = clause.head
    if syntax.base(clause.dep_) != "csubj" or clause.tag_ not in ("VBG", "VB"):
        return False
    then = {c.lower_ for c in auxiliaries(clause.head)}
    return bool(then & HYPOTHETICAL) and "have" not in then


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
