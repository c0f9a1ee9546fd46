"""Deeds that are only in view: "a strike remains an option", "a truce is out of reach", "talks are a long way off"."""

from __future__ import annotations

from spacy.tokens import Token

from sayso.codebook import syntax
from sayso.codebook.match import lemma
from sayso.codebook.words import word_list
from sayso.extract._telling.verb_group import negated
from sayso.model import Status

#: Verbs that say of their subject what an adjective or a noun behind them says.
LINKING = word_list("status_linking")
#: What is said of a deed that there may be; that there will not be, too, where it is denied; that there is not.
MAY_BE = word_list("status_may_be")
IN_VIEW = word_list("status_in_view")
OUT_OF_VIEW = word_list("status_out_of_view")
#: "A long way off", "far away".
AWAY, FAR = frozenset({"off", "away"}), frozenset({"way", "far"})


def of_predicate(event: Token) -> Status | None:
    """The status that the predicate of a noun or gerund gives it: "possible", "did_not_occur" where it is ruled out."""
    if syntax.base(event.dep_) not in ("nsubj", "csubj") or syntax.is_passive(event.head):
        return None
    for said in _predicates(event.head):
        phrase = "_".join([*syntax.case_of(said).split(), lemma(said)])
        denied = negated(said) or negated(event.head) or _no_longer(said)
        if phrase in MAY_BE:
            return "did_not_occur" if denied else "possible"
        if phrase in IN_VIEW or _is_far(said):
            return "possible"
        if phrase in OUT_OF_VIEW:
            return "possible" if denied else "did_not_occur"
    return None


def _is_far(said: Token) -> bool:
    """ "A long way off", "far away"."""
    return said.lower_ in AWAY and any(lemma(c) in FAR for c in said.children)


def _no_longer(said: Token) -> bool:
    longer = syntax.children(said, "advmod")
    return any(c.lower_ == "longer" and any(x.lower_ == "no" for x in c.children) for c in longer)


def _predicates(head: Token) -> list[Token]:
    """What is said of the subject: the head that a copula links to it, or what hangs on a linking verb."""
    if syntax.children(head, "cop"):
        return [head]
    return syntax.children(head, "xcomp", "obl", "advmod") if lemma(head) in LINKING else []
