"""What a clause of time tells of: a day to come ("will leave when the rain stops"), or any day ("when a man dies")."""

from __future__ import annotations

from itertools import islice

from spacy.tokens import Token

from sayso.codebook import syntax
from sayso.codebook.match import TIMES, lemma
from sayso.codebook.words import word_list
from sayso.extract._status.status_above import FUTURE, HIGHEST, HYPOTHETICAL, PAST, is_reported
from sayso.extract._telling.verb_group import auxiliaries
from sayso.model import Status

MARKS = word_list("status_time_marks")
#: Those that may stand for "whenever".
WHENEVER = frozenset(("when", "whenever", "where", "wherever"))
#: Verbs by which somebody has so much time to do something.
TIME_GIVEN = frozenset(("give", "grant", "allow"))
BEGINNING = frozenset(("begin", "start", "commence", "resume"))
INDEFINITE = frozenset(("a", "an", "any", "every"))


def of_time_clause(verb: Token) -> Status | None:
    """ "Will be lifted once the rebels have left" is yet to come; "when an officer is killed, the town falls silent"
    happens at any time.
    """
    clause = _clause(verb)
    if clause is None:
        return None
    above = clause.head
    words = {c.lower_ for c in auxiliaries(above)}
    if "would" in words and is_reported(above) and clause.tag_ == "VBD" and not auxiliaries(clause):
        return "planned"  # "said that it would fight until they left"
    if not _is_present(clause):
        return None
    if words & (FUTURE | HYPOTHETICAL):
        return "planned"
    general = any(c.lower_ in WHENEVER for c in clause.children) and _is_present(above)
    return "possible" if general and _is_anybody(clause) else None


def of_beginning(noun: Token) -> Status | None:
    """ "Left before the assault begins": what is still to begin is planned."""
    clause = noun.head
    begins = syntax.base(noun.dep_) == "nsubj" and lemma(clause) in BEGINNING and clause.tag_ in ("VBZ", "VBP")
    return "planned" if begins and _clause(clause) is not None else None


def unless(verb: Token) -> bool:
    """ "Unless they leave, we cannot send it": what comes about or not by something else."""
    above = (verb, *islice(verb.ancestors, HIGHEST))
    clauses = (clause for one in above for clause in syntax.children(one, "advcl"))
    return any(c.lower_ == "unless" for clause in clauses for c in syntax.children(clause, "mark"))


def has_time_left(verb: Token) -> bool:
    """ "Gave them a week to leave", "has until Friday to pay": yet to be done, whether it will or not."""
    clause = verb
    for _ in range(HIGHEST):
        if clause.dep_ != "conj":
            break
        clause = clause.head
    if clause.tag_ != "VB" or syntax.base(clause.dep_) not in ("acl", "advcl", "xcomp"):
        return False
    over = clause.head if syntax.is_verb(clause.head) else clause.head.head
    if lemma(over) not in TIME_GIVEN and not (lemma(over) == "have" and over.tag_ in ("VBZ", "VBP")):
        return False
    between = [t for t in over.children if over.i < t.i < clause.i]
    return any((lemma(t) in TIMES and not syntax.case_of(t)) or syntax.case_of(t) == "until" for t in between)


def _clause(verb: Token) -> Token | None:
    """The clause of time that the verb stands at the head of, or is joined to."""
    for _ in range(HIGHEST):
        if any(c.lower_ in MARKS and syntax.base(c.dep_) in ("mark", "advmod") for c in verb.children):
            return verb if syntax.base(verb.dep_) == "advcl" else None
        if verb.dep_ != "conj":
            return None
        verb = verb.head
    return None


def _is_present(clause: Token) -> bool:
    """Whether its first verb is in the present ("is killed", "have left")."""
    first = next(iter(auxiliaries(clause)), clause)
    return first.tag_ in ("VBZ", "VBP") and not ({first.lower_} & PAST and lemma(first) != "have")


def _is_anybody(clause: Token) -> bool:
    """Whether its subject is nobody in particular: "an officer", "troops"."""
    subjects = syntax.children(clause, "nsubj", "nsubj:pass")
    return bool(subjects) and all(_is_indefinite(subject) for subject in subjects)


def _is_indefinite(noun: Token) -> bool:
    determiners = [c for c in noun.children if syntax.base(c.dep_) in ("det", "nmod:poss", "nummod")]
    bare = noun.tag_ == "NNS" and not determiners and not noun.ent_type_
    return bare or any(c.lower_ in INDEFINITE for c in determiners)
