"""How much what was spoken of is in mind, for what refers back to it (after Lappin and Leass 1994).

The numbers were chosen on GUM (train part, gold parses); figures: docs/entities.md.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import log
from typing import TYPE_CHECKING

from sayso.digest._naming.binding import told_again

if TYPE_CHECKING:
    from spacy.tokens import Token

    from sayso.digest._naming.clusters import Cluster

#: How much a mention weighs for later pronouns, by its grammatical role (order after Lappin and Leass).
WEIGHTS = {
    "nsubj": 4.0, "nsubj:pass": 3.5, "ROOT": 3.0, "obj": 2.5, "iobj": 2.5, "obl:agent": 2.5, "nmod:poss": 2.0,
    "appos": 1.0,
}  # fmt: skip
OTHER_WEIGHT = 1.5
#: What being mentioned at all weighs beside the role, and how much each mention before adds (by its logarithm).
BASE_WEIGHT = 1.0
FREQUENT = 0.4
#: What is left of the weight, sentence by sentence.
FADING = 0.55
#: For how many sentences something is remembered.
REACH = 3
#: How much likelier than others whoever says it is: "Chad said [it] would", "the court, which says [its] term is over".
SPEAKING = 2.0
#: Verbs of passing on what somebody else says.
QUOTING = frozenset(("quote", "cite"))
#: What a noun is that competes for "it".
COMPETING = frozenset(("nsubj", "nsubj:pass", "obj", "conj", "ROOT", "obl", "nmod"))


@dataclass(slots=True)
class Salient:
    """Something that was spoken of; `cluster` is None for what is no entity."""

    cluster: Cluster | None
    weight: float
    sentence: int
    head: int
    many: bool


def score_of(known: Salient, sentence: int, *, frequent: bool) -> float:
    """How much something is in mind at a sentence; what is mentioned often more so."""
    often = 1 + FREQUENT * log(len(known.cluster.mentions)) if frequent and known.cluster is not None else 1.0
    return (BASE_WEIGHT + known.weight) * FADING ** (sentence - known.sentence) * often


def speaks_over(speaker: Token, token: Token) -> bool:
    """Whether a pronoun is, or owns, the subject of what the other word's verb says."""
    subject = token.head if token.dep_ == "nmod:poss" else token
    speaker = told_again(speaker)
    clause = subject.head
    said = subject.dep_ in ("nsubj", "nsubj:pass") and clause.dep_ == "ccomp"
    return said and speaker.dep_ == "nsubj" and speaker.head.i == clause.head.i


def weight_of(token: Token) -> float:
    """How much a mention headed by this word weighs; in apposition as much as what it tells again."""
    token = told_again(token)
    if token.dep_ in ("nsubj", "obj") and _quotes(token.head):
        return WEIGHTS["nsubj"] if token.dep_ == "obj" else OTHER_WEIGHT
    if token.dep_ == "conj":
        return WEIGHTS.get(token.head.dep_, OTHER_WEIGHT) - 0.3
    return WEIGHTS.get(token.dep_, OTHER_WEIGHT)


def _quotes(verb: Token) -> bool:
    """ "The agency quoted [him] as saying": whom a verb quotes is the one who speaks."""
    clauses = (c for c in verb.rights if c.tag_ == "VBG" and any(mark.lower_ == "as" for mark in c.lefts))
    return verb.lemma_ in QUOTING and any(clauses)


#: Nouns of what somebody is: "the post of minister".
POSTS = frozenset("post position role title rank office job function name status".split())


def is_predicative(token: Token, *, name: bool = False) -> bool:
    """ "A doctor" of "is a doctor", "worked as a driver", "became minister", "the post of minister": it tells what
    somebody is, and brings nobody into mind. A `name` only does in the last.
    """
    first = token.head if token.dep_ == "conj" else token
    if first.pos_ not in ("NOUN", "PROPN"):
        return False
    case = {child.lower_ for child in first.lefts if child.dep_ == "case"}
    post = first.dep_ == "nmod" and "of" in case and first.head.lemma_ in POSTS
    told = first.dep_ == "xcomp" or "as" in case or any(child.dep_ == "cop" for child in first.lefts)
    return post or (told and not name)


def competes(token: Token) -> bool:
    """A subject or object that is no entity may still be what "it" stands for."""
    return token.pos_ == "NOUN" and token.dep_ in COMPETING
