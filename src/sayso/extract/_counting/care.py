"""Who is in the care of doctors was hurt: "11 are in hospital", "17 were taken to a clinic", "two suffered burns"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from sayso.codebook import syntax, tolls
from sayso.codebook.grammar import PLURAL
from sayso.codebook.match import lemma

HOSPITALS = tolls.words("care", "hospital")
WOUNDS = tolls.words("care", "wounds")
BROUGHT = tolls.words("care", "brought")
STAY = tolls.words("care", "stay")
SUFFER = tolls.words("care", "suffer")
TREAT = tolls.words("care", "treat")
#: Where those die who flee.
WAYS = tolls.words("care", "way")
SUCCUMB = tolls.words("care", "succumb")
MEDICS = tolls.words("care", "medics")
ILL = tolls.words("care", "ill")
#: "Intensive care", "a critical condition"; "hospital treatment".
CONDITIONS = frozenset({"care", "condition"})
GRAVE = frozenset({"intensive", "critical", "serious", "grave", "severe"})
TREATMENT = frozenset({"treatment", "care"})
DEAD = frozenset({"body", "corpse", "remains", "dead"})
SEVERAL = PLURAL | {"CD"}


def in_care(cue: Token) -> Iterator[Token]:
    """Those whom the verb, or the hospital that they are said to be in, tells to have been hurt."""
    found = _in_hospital(cue) if _is_hospital(cue) else _cared_for(cue) if syntax.is_verb(cue) else []
    for who in found:
        if lemma(who) not in DEAD and (_is_many(who) or has_wounds(cue)) and not any(lemma(t) in ILL for t in cue.sent):
            yield who


def _is_hospital(word: Token) -> bool:
    """ "Hospital", "intensive care", "a critical condition"."""
    grave = lemma(word) in CONDITIONS and any(c.lower_ in GRAVE for c in syntax.children(word, "amod"))
    return grave or lemma(word) in HOSPITALS


def _in_hospital(hospital: Token) -> list[Token]:
    """ "Eleven men are in hospital"."""
    return syntax.surface_subject(hospital) if syntax.case_of(hospital) == "in" else []


def _cared_for(verb: Token) -> list[Token]:
    word = lemma(verb)
    near = [t for case in ("to", "in", "into", "at") for t in syntax.prepositional(verb, case)]
    hospital = any(map(_is_hospital, near))
    medics = syntax.is_passive(verb) and any(lemma(t) in MEDICS for t in syntax.logical_subjects(verb))
    if any(c.lower_ in DEAD for c in verb.children):  # "were brought dead to the hospital"
        return []
    if (word in TREAT and (hospital or medics or has_wounds(verb) or _goes_on(verb))) or (
        word in BROUGHT and (hospital or (word == "admit" and has_wounds(verb)))
    ):
        return syntax.logical_objects(verb)
    if word in STAY and hospital:
        return syntax.surface_subject(verb)
    gets = syntax.children(verb, "obj")
    care = any(lemma(c) in HOSPITALS for t in gets if lemma(t) in TREATMENT for c in t.children)
    wounds = any(lemma(t) in WOUNDS for t in gets)
    if (word in SUFFER and (care or wounds)) or (word == "have" and wounds):
        return syntax.surface_subject(verb)
    return []


def _goes_on(verb: Token) -> bool:
    """ "Were being treated", for nothing else than their wounds."""
    being = any(c.lower_ == "being" for c in verb.children)
    return being and not syntax.prepositional(verb, "for")


def _is_many(who: Token) -> bool:
    return who.tag_ in SEVERAL or any(c.tag_ == "CD" for c in syntax.children(who, "nummod"))


def has_wounds(cue: Token) -> bool:
    """ "With gunshot wounds", "for burns", "suffered a head injury"."""
    near = [t for case in ("with", "for") for t in syntax.prepositional(cue, case)]
    return any(lemma(t) in WOUNDS for t in (*near, *syntax.children(cue, "obj")))


def is_of_another_cause(cue: Token) -> bool:
    """ "Died of hunger", "died on the way": not of their wounds, nor on the way to a hospital."""
    of = [t for t in syntax.prepositional(cue, "of") if lemma(cue) == "die"]
    way = [t for case in ("on", "along") for t in syntax.prepositional(cue, case) if lemma(t) in WAYS]
    fled = bool(way) and not any(_is_hospital(t) for t in cue.subtree)
    return fled or any(lemma(t) not in WOUNDS and t.pos_ == "NOUN" for t in of)


def succumbs(verb: Token) -> bool:
    """ "Succumbed to his wounds"."""
    return lemma(verb) in SUCCUMB and any(lemma(t) in WOUNDS for t in syntax.prepositional(verb, "to"))
