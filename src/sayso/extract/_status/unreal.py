"""What is only supposed: "had they come, we would have fought", "leaving would be a mistake"."""

from __future__ import annotations

from spacy.tokens import Token

from sayso.codebook import syntax
from sayso.codebook.match import lemma
from sayso.extract._status.status_above import HIGHEST
from sayso.extract._telling.verb_group import auxiliaries, negated
from sayso.model import Status

#: What may lead to somebody; what papers do for cases to come.
HINTS = frozenset({"information", "tip", "clue", "evidence", "tip-off"})
PROVIDING = frozenset({"extend", "apply", "relate"})
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


def is_only_named(deed: Token) -> bool:
    """Whether the word stands for a deed that is hoped for or provided for, and that nobody says was done."""
    return is_sought(deed) or _is_provided_for(deed)


def is_sought(deed: Token) -> bool:
    """ "Information leading to his capture", "tips that lead to an arrest": what is hoped to come of them."""
    lead = deed.head
    led = syntax.base(deed.dep_) == "obl" and lemma(lead) == "lead" and syntax.case_of(deed) == "to"
    return led and syntax.base(lead.dep_) == "acl" and lead.tag_ != "VBD" and lemma(lead.head) in HINTS


def _is_provided_for(deed: Token) -> bool:
    """ "The treaty extends to attacks on ships": what a paper is for, should it come."""
    paper = deed.head
    under = syntax.base(deed.dep_) == "obl" and syntax.case_of(deed) == "to" and deed.tag_ == "NNS"
    return under and lemma(paper) in PROVIDING and paper.tag_ in ("VBZ", "VBP", "VB")


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
