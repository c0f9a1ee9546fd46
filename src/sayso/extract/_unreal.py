"""What was not so, or is not there yet, though no word denies it: "had they come, we would have fought", "the two had
been due to meet", "are working on an agreement".
"""

from __future__ import annotations

from spacy.tokens import Token

from sayso.codebook import syntax
from sayso.codebook.match import lemma
from sayso.codebook.words import word_list
from sayso.extract._presupposed import DEFINITE
from sayso.extract._status_above import HIGHEST, auxiliaries, negated
from sayso.extract._telling import Telling
from sayso.model import Status

#: What was arranged or awaited, of which the past perfect says that it was so no longer.
ARRANGED = frozenset({"due", "expect", "mean", "schedule", "set", "slate", "suppose"})
CONDITION = frozenset({"if", "unless"})
HYPOTHETICAL = frozenset({"would", "could", "might"})

#: What is done to a paper or deed that is not there yet, also as verb and preposition; types that are not made so.
MAKING = word_list("status_making")
WORKED_ON = frozenset({("work", "on"), ("provide", "for")})
TALKED_ON = frozenset({("talk", "about"), ("talk", "on"), ("speak", "about")})
SPOKEN = frozenset({"CONSULT", "ACCUSE", "REQUEST", "REJECT", "THREATEN", "ASSAULT", "PROTEST", "COERCE"})


def of_unreal(verb: Token) -> Status | None:
    """Whether the verb's own form tells that it did not come about; "had they not left" tells that they left."""
    if _is_unmet(verb):
        return "occurred" if negated(verb) else "did_not_occur"
    return "did_not_occur" if _is_unkept(verb) and not negated(verb) else None


def _is_unmet(verb: Token) -> bool:
    """ "If they had come", "had they come", beside what would then have been."""
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


def _is_unkept(verb: Token) -> bool:
    """ "Were to have met", "had been due to meet", "had been expected to meet"."""
    own = {c.lower_ for c in verb.children if c.dep_ in ("aux", "aux:pass", "cop", "mark")}
    if own >= {"to", "have"} and own & {"was", "were"}:
        return True
    if own >= {"had", "been", "due"}:
        return True
    over = verb.head
    if syntax.base(verb.dep_) not in ("xcomp", "advcl", "ccomp") or verb.tag_ != "VB" or lemma(over) not in ARRANGED:
        return False
    words = {c.lower_ for c in over.children if c.dep_ in ("aux", "aux:pass", "cop")}
    return words >= {"had", "been"}


def is_in_the_making(telling: Telling) -> bool:
    """ "Tabled a resolution", "are working on an agreement", "a treaty that is being drafted": a paper or deed that is
    only talked or worked on; "discussed the agreement" may be of one that is there.
    """
    noun = telling.head
    if syntax.is_verb(noun) or noun.tag_ not in ("NN", "NNS") or telling.type in SPOKEN:
        return False
    verb, label = noun.head, syntax.base(noun.dep_)
    clauses = [c for c in noun.children if syntax.base(c.dep_) == "acl"]
    if any(lemma(clause) in MAKING and any(c.lower_ == "being" for c in clause.children) for clause in clauses):
        return True
    how = (lemma(verb), syntax.case_of(noun)) if label == "obl" else None
    if how in WORKED_ON:
        return not negated(verb)
    made = label == "obj" or (label == "nsubj" and syntax.is_passive(verb))
    put_in_force = lemma(verb) == "introduce" and telling.type == "SANCTION"
    made = made and lemma(verb) in MAKING and not put_in_force
    return (made or how in TALKED_ON) and not _is_known(noun, clauses)


def _is_known(noun: Token, clauses: list[Token]) -> bool:
    """ "The agreement", "a deal signed in May": there is one."""
    there = any(c.tag_ in ("VBN", "VBD") for c in clauses) or bool(syntax.children(noun, "nummod"))
    return there or any(c.lower_ in DEFINITE or c.dep_ == "nmod:poss" for c in noun.children)
