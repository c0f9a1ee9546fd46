"""Papers and deeds that are only worked or talked on: "tabled a resolution", "are working on an agreement"."""

from __future__ import annotations

from spacy.tokens import Token

from sayso.codebook import syntax
from sayso.codebook.match import lemma
from sayso.codebook.words import word_list
from sayso.extract._status.presupposed import DEFINITE
from sayso.extract._telling.telling import Telling
from sayso.extract._telling.verb_group import negated

#: What is done to a paper or deed that is not there yet, also as verb and preposition; types that are not made so.
MAKING = word_list("status_making")
WORKED_ON = frozenset({("work", "on"), ("provide", "for")})
TALKED_ON = frozenset({("talk", "about"), ("talk", "on"), ("speak", "about")})
SPOKEN = frozenset({"CONSULT", "ACCUSE", "REQUEST", "REJECT", "THREATEN", "ASSAULT", "PROTEST", "COERCE"})


def is_in_the_making(telling: Telling) -> bool:
    """ "Tabled a resolution", "are working on an agreement", "a treaty that is being drafted": a paper or deed that is
    only talked or worked on; "discussed the agreement" may be of one that is there.
    """
    noun = telling.head
    if syntax.is_verb(noun) or noun.tag_ not in ("NN", "NNS") or telling.type in SPOKEN:
        return False
    verb, label = noun.head, syntax.base(noun.dep_)
    clauses = [c for c in noun.children if syntax.base(c.dep_) == "acl"]
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
