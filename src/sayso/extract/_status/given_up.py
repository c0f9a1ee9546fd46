"""Plans that came to nothing or were put off: "scrapped its plan to", "had hoped to", "were to meet, but"."""

from __future__ import annotations

from spacy.tokens import Token

from sayso.codebook import syntax
from sayso.codebook.match import lemma
from sayso.codebook.nouns import load_nouns
from sayso.codebook.words import word_list
from sayso.extract._telling.verb_group import auxiliaries, negated
from sayso.model import Status

#: What gives up a plan.
DROPPED = word_list("status_dropped") | word_list("status_did_not_occur")
#: Verbs with a particle that say that it does not come about, or only later.
WITH_PARTICLE: dict[tuple[str, str], Status] = {
    ("rule", "out"): "did_not_occur",
    ("call", "off"): "did_not_occur",
    ("put", "off"): "planned",
}
#: What in the past perfect is told because it did not come about ("had hoped to visit").
HOPED = frozenset({"hope", "schedule", "expect", "suppose", "slate", "due"})
#: What is told of the past with what was done instead ("intended to appeal but dropped it").
MEANT = frozenset({"intend", "plan", "want", "hope", "mean", "expect", "wish"})
#: What is told of the past by "was to" and "were to".
WERE = frozenset({"was", "were"})
FORMS = WERE | {"is", "are", "am", "been"}


def of_particle(verb: Token) -> Status | None:
    """ "Called off", "put off": the status that a verb gives with its particle."""
    particles = (c.lower_ for c in verb.children if c.dep_ == "compound:prt")
    return next((WITH_PARTICLE[key] for p in particles if (key := (lemma(verb), p)) in WITH_PARTICLE), None)


def came_to_nothing(plan: Token) -> bool:
    """ "Scrapped its plan to invade", "plans to strike were foiled", "had hoped to visit"."""
    if syntax.is_verb(plan):
        otherwise = plan.tag_ in ("VBD", "VBN") and any(_is_but(c) for c in syntax.children(plan, "conj"))
        return (lemma(plan) in HOPED and _had(plan)) or (lemma(plan) in MEANT and otherwise)
    verb, label = plan.head, syntax.base(plan.dep_)
    undone = label == "obj" or (label == "nsubj" and syntax.is_passive(verb))
    given_up = lemma(verb) in DROPPED
    return plan.pos_ == "NOUN" and syntax.is_verb(verb) and undone and given_up and not negated(verb)


def is_arranged(verb: Token) -> bool:
    """ "The envoy is to leave", "talks are to be held": what is arranged; "the task is to leave" only says which."""
    to = any(c.lower_ == "to" for c in verb.children)
    named = any(s.pos_ in ("PROPN", "PRON") or _is_somebody(s) for s in syntax.surface_subject(verb))
    due = any(c.lower_ == "due" for c in syntax.children(verb, "mark")) and verb.tag_ == "VB"
    forms = syntax.children(verb, "aux", "cop") if named or due else syntax.children(verb, "aux")
    arranged = to and lemma(verb) != "blame"  # "is to blame": a state
    return (arranged or due) and any(c.lower_ in FORMS for c in forms)


def came_otherwise(verb: Token) -> bool:
    """ "Had been due to meet", "were to meet, but one pulled out": arranged, and told because it was not done."""
    if any(c.lower_ in HOPED for c in syntax.children(verb, "mark")) and _had(verb):
        return True
    words = {c.lower_ for c in auxiliaries(verb)}
    were = bool(words & WERE)
    if were and "have" in words and any(c.lower_ == "to" for c in verb.children):
        return True  # "were to have met"
    return were and any(_is_but(c) for c in syntax.children(verb, "conj"))


def _is_somebody(noun: Token) -> bool:
    found = load_nouns().find(noun.text, lemma(noun)) if noun.pos_ == "NOUN" else None
    return found is not None and found.kind in ("person", "group", "organization")


def _had(verb: Token) -> bool:
    return any(c.lower_ in ("had", "'d", "’d") for c in auxiliaries(verb))


def _is_but(clause: Token) -> bool:
    """ "…, but Chad pulled out": what was done instead."""
    but = any(c.lower_ == "but" for c in syntax.children(clause, "cc"))
    return but and clause.tag_ == "VBD"
