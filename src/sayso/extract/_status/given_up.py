"""Plans that came about, came to nothing or were put off: "kept its promise to", "scrapped its plan to", "were to meet,
but".
"""

from __future__ import annotations

from spacy.tokens import Token

from sayso.codebook import syntax
from sayso.codebook.match import lemma
from sayso.codebook.nouns import load_nouns
from sayso.codebook.words import word_list
from sayso.extract._saying.charges import UNTRUE
from sayso.extract._telling.verb_group import auxiliaries, negated
from sayso.model import Status

#: Words climbed from a plan to who denies it.
HIGHEST = 3
#: What gives up a plan.
DROPPED = word_list("status_dropped") | word_list("status_did_not_occur")
#: What is given as one's word, and what becomes of that.
WORDS = frozenset({"promise", "pledge", "vow", "commitment", "undertaking", "threat", "oath"})
KEPT = frozenset({"keep", "fulfil", "fulfill", "honour", "honor", "make", "carry", "deliver", "execute"})
BROKEN = frozenset({"break", "renege", "betray", "go", "back", "backtrack", "forget", "breach"})
#: What somebody tries, and may fail in; who fails to do anything else has not done it.
TRIED = frozenset({"ASSAULT", "CONTROL", "COERCE", "MOBILIZE", "PROTEST", "RETREAT"})
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
        return (lemma(plan) in HOPED and _had(plan) and not _stands(plan)) or (lemma(plan) in MEANT and otherwise)
    verb, label = plan.head, syntax.base(plan.dep_)
    if of_word_given(plan) == "did_not_occur":
        return True
    undone = label == "obj" or (label == "nsubj" and syntax.is_passive(verb))
    given_up = lemma(verb) in DROPPED
    return plan.pos_ == "NOUN" and syntax.is_verb(verb) and undone and given_up and not negated(verb)


def is_denied_plan(plan: Token) -> bool:
    """ "Denied that he intended to attack", "has denied having any plan to attack": there is no plan."""
    one = plan
    for _ in range(HIGHEST):
        gerund = one.tag_ == "VBG" and syntax.base(one.dep_) == "advcl"
        if negated(one) or not (gerund or syntax.base(one.dep_) in ("obj", "xcomp", "ccomp")):
            return False
        one = one.head
        if lemma(one) in UNTRUE and syntax.is_verb(one):
            return not negated(one)
    return False


def _stands(plan: Token) -> bool:
    """ "Had been scheduled since May": a plan that is told as it stands."""
    return any(c.lower_ == "since" for one in plan.children for c in syntax.children(one, "case", "mark"))


def of_word_given(word: Token) -> Status | None:
    """ "Kept their promise to kill him", "made good on the threat to strike", "broke his vow to leave"."""
    verb = word.head
    given = syntax.base(word.dep_) == "obj" or (word.dep_ == "obl" and syntax.case_of(word).split(" ")[-1] == "on")
    if lemma(word) not in WORDS or not given or not syntax.is_verb(verb) or negated(verb):
        return None
    done = verb.tag_ == "VBD" or any(c.lower_ in ("has", "have", "had") for c in auxiliaries(verb))
    if lemma(verb) in BROKEN:
        return "did_not_occur" if done else None
    good = lemma(verb) != "make" or any(c.lower_ == "good" for c in verb.children)
    return "occurred" if done and good and lemma(verb) in KEPT else None


def is_failure(failing: Token, type_: str | None) -> bool:
    """ "Failed to cooperate", "failed to agree": not done; "failed to retake the town" was tried."""
    return lemma(failing) in ("fail", "failure") and type_ is not None and type_ not in TRIED


def is_near_miss(close: Token) -> bool:
    """ "Came close to seizing the port": did not; "are close to signing" may."""
    return close.lower_ == "close" and lemma(close.head) == "come" and close.head.tag_ in ("VBD", "VBN")


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
