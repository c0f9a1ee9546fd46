"""Which nouns are arms by the words beside them: "explosive charges" and "air defences" are, "a gold mine" is none."""

from __future__ import annotations

from spacy.tokens import Token

from sayso.codebook import syntax
from sayso.codebook.match import lemma
from sayso.codebook.words import word_list

#: What carries an explosion where a word for arms stands before it.
CHARGES = word_list("arms_charges")
#: "Air defences": what guards against what comes from the air.
SHIELDS, SKY = frozenset({"defence", "defense"}), frozenset({"air", "missile", "anti-aircraft", "antiaircraft"})
#: What comes out of a mine that is dug, and how it is dug.
ORES = word_list("arms_ores")


def filling(noun: Token) -> list[Token]:
    """What a charge or a belt is of."""
    return [*syntax.modifiers(noun), *syntax.prepositional(noun, "of")] if lemma(noun) in CHARGES else []


def is_shield(noun: Token) -> bool:
    """ "Air defences"."""
    return lemma(noun) in SHIELDS and any(m.lower_ in SKY for m in syntax.modifiers(noun))


def is_other_sense(noun: Token) -> bool:
    """ "A round of talks", "a gold mine": a word for arms that stands for none."""
    if lemma(noun) == "round":
        return bool(syntax.prepositional(noun, "of"))
    return lemma(noun) == "mine" and any(m.lower_ in ORES for m in syntax.modifiers(noun))
