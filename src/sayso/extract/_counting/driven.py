"""Who is displaced: those who are driven out, who flee, and who leave their homes."""

from __future__ import annotations

from spacy.tokens import Token

from sayso.codebook import syntax, tolls
from sayso.codebook.match import lemma
from sayso.extract._counting.count import numbered

#: Who only runs away, and whose nouns stand for many.
RUNAWAYS = tolls.words("phrases", "fighters") | tolls.words("displaced", "runaways")
PEOPLES = tolls.words("displaced", "peoples")
#: Those who live somewhere.
RESIDENTS = tolls.words("displaced", "residents")
#: Verbs that drive somebody from where he lives, and those that throw him out.
DRIVEN = tolls.words("phrases", "driven")
THROWN = tolls.words("phrases", "thrown")
ABANDONING = tolls.words("phrases", "leaving")
#: Where one lives.
HOME = tolls.words("displaced", "homes")
#: Pronouns for one who fled.
ONE = frozenset({"he", "she", "i", "it", "him", "her"})


def is_driven_out(who: Token) -> bool:
    """ "Families fled", "a family of nine fled": no fighters and no one man, who only run away."""
    if who.lower_ in ONE or lemma(who) in RUNAWAYS:
        return False
    return who.tag_ not in ("NN", "NNP") or lemma(who) in PEOPLES or numbered(who)


def is_of_residents(who: Token) -> bool:
    """ "Residents", "9,000", "nine families": those whose flight or expulsion displaces them, unlike diplomats."""
    return who.pos_ == "NUM" or lemma(who) in RESIDENTS or who.ent_type_ == "nationality"


def driven_out(verb: Token) -> list[Token]:
    """ "Forced 12 families from their homes", "threw out 240 residents", "nine families left their homes"."""
    word = lemma(verb)
    if word in DRIVEN | THROWN and _is_from_home(verb):
        return [who for who in syntax.logical_objects(verb) if word in DRIVEN or is_of_residents(who)]
    if word in THROWN and (word == "expel" or any(c.lower_ == "out" for c in verb.children)):
        return [who for who in syntax.logical_objects(verb) if is_of_residents(who) and who.pos_ != "NUM"]
    homes = [t for t in syntax.children(verb, "obj") if lemma(t) in HOME] if word in ABANDONING else []
    if any(c.lower_ == "their" for home in homes for c in home.children):
        return [who for who in syntax.logical_subjects(verb) if _are_many(who)]
    return []


def _are_many(who: Token) -> bool:
    return (who.tag_ in ("NNS", "CD") or lemma(who) in PEOPLES) and is_driven_out(who) and is_of_residents(who)


def _is_from_home(verb: Token) -> bool:
    near = (t for case in ("from", "out of", "of") for t in syntax.prepositional(verb, case))
    return any(lemma(t) in HOME for t in near)
