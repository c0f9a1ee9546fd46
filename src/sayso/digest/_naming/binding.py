"""What a pronoun cannot stand for by its place in the sentence: "the envoy met [him]" is not the envoy."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

#: How many verbs are gone up from a joined one to the subject that they share.
HIGHEST = 6


def is_barred(pronoun: Token, other: Token) -> bool:
    """Whether the pronoun cannot stand for whom the other word names: both are sides of one verb, also of joined verbs
    that share a subject ("met the mayor and thanked him"), or it owns that very thing.
    """
    reflexive = pronoun.lower_.endswith(("self", "selves"))
    owner = pronoun.dep_ == "nmod:poss"
    if owner:
        return pronoun.head.i == other.i
    if reflexive:
        return False
    beside = pronoun.head.i == other.head.i and pronoun.head.i != other.i
    return beside or (_is_object(pronoun) and other.i == _subject_over(pronoun.head))


def _is_object(pronoun: Token) -> bool:
    return pronoun.dep_ in ("obj", "iobj") or (pronoun.dep_ == "obl" and pronoun.head.pos_ == "VERB")


def _subject_over(verb: Token) -> int | None:
    """Where the subject stands that a joined verb or an infinitive without one shares with a verb over it."""
    for _ in range(HIGHEST):
        sides = {child.dep_.partition(":")[0] for child in verb.children}
        if "nsubj" in sides or verb.dep_ not in ("conj", "xcomp") or verb.head.i == verb.i:
            return None
        infinitive, verb = verb.dep_ == "xcomp", verb.head
        if infinitive and any(child.dep_ == "obj" for child in verb.children):
            return None  # "asked the envoy to help him"
        subject = next((c.i for c in verb.children if c.dep_.partition(":")[0] == "nsubj"), None)
        if subject is not None:
            return subject
    return None
