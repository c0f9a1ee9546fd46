"""Parts of those who were harmed: "eleven of the dead were children"."""

from __future__ import annotations

from spacy.tokens import Token

from sayso.codebook import syntax, tolls
from sayso.codebook.match import lemma
from sayso.model import Effect

OBJECT_VERBS = tolls.effects("object")
STATES = tolls.effects("state")
NOUNS = tolls.effects("noun")
#: "Casualties" are dead and wounded; where nothing else is said they are not split.
CASUALTIES = frozenset({"casualty", "victim"})


def part_of_harmed(noun: Token) -> tuple[Token, Effect, Token] | None:
    """ "Children" of "eleven of the dead were children", "four of those killed were children": the number, the effect
    and the word that tells it.
    """
    subjects = syntax.children(noun, "nsubj") if syntax.children(noun, "cop") else []
    for number in subjects:
        for whole in syntax.prepositional(number, "of") if number.pos_ == "NUM" else []:
            told = next((c for c in whole.children if _tells_harm(c)), whole)
            effect = (
                OBJECT_VERBS.get(lemma(told))
                or STATES.get(told.lower_)
                or NOUNS.get(told.lower_)
                or NOUNS.get(lemma(told))
            )
            if effect is not None or lemma(told) in CASUALTIES:
                return number, effect or "killed", told
    return None


def _tells_harm(word: Token) -> bool:
    """ "Those killed", "the 30 dead"."""
    return (word.dep_ == "acl" and lemma(word) in OBJECT_VERBS) or (word.dep_ == "amod" and word.lower_ in STATES)
