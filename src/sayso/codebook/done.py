"""What a clause says is done, apart from its circumstances: "promised to rebuild the town after the attack"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from sayso.codebook import syntax
from sayso.codebook.lemmas import lemma

#: Verbs and clauses that tell more of the same doing.
FURTHER = ("conj", "xcomp", "ccomp", "parataxis", "compound:prt", "cop", "advmod", "csubj", "aux", "mark")
#: To whom or what, and prepositions of with what and whereto it is done.
SIDES = ("obj", "iobj", "nsubj:pass", "nsubj")
WITH = frozenset({"with", "to", "by", "into", "on", "upon", "against", ""})
#: Words for many deeds, and for one of a kind.
MANY = frozenset({"wave", "series", "campaign", "string", "act", "kind", "round"})


def what_is_done(verb: Token) -> Iterator[Token]:
    """The verb, the verbs joined to it and under it, and the nouns that say to whom, what and with what."""
    yield verb
    for child in verb.children:
        label = syntax.base(child.dep_)
        if label in FURTHER or child.dep_ in FURTHER:
            yield from what_is_done(child)
        elif child.dep_ in SIDES or label == "nsubj" or (label == "obl" and syntax.case_of(child) in WITH):
            yield from _named(child)


def _named(noun: Token) -> Iterator[Token]:
    yield noun
    for child in noun.children:
        of_many = syntax.base(child.dep_) == "nmod" and lemma(noun) in MANY
        if syntax.base(child.dep_) in ("compound", "amod", "conj", "nummod") or of_many:
            yield from _named(child)
