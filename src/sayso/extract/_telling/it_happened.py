""" "It happened on Sunday", "it took place at Gao": the deed that was told just before, with its own day or place.

Rival accounts are told so: "The army says that the raid began at Gao; villagers say that it began at Bourem."
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token

from sayso.codebook import syntax
from sayso.codebook.compared import POINTING, is_compared
from sayso.codebook.match import lemma
from sayso.extract._telling.telling import TAKEN, Telling

#: Verbs that say of a deed that it came about; "take" with "place".
COMING = frozenset({"happen", "occur", "begin", "start", "erupt"})
#: Types of deeds that have a place and a day.
DEEDS = frozenset({"ASSAULT", "COERCE", "CONSULT", "PROTEST", "MOBILIZE", "RETREAT", "CONTROL"})
BY, SCORE = "rule:it", 0.5


def told_by_it(doc: Doc, tellings: Sequence[Telling]) -> list[Telling]:
    """The tellings, with those of "it happened": of the deed told last in its sentence or in the one before."""
    found = list(tellings)
    for verb, words in _coming(doc):
        deed = _deed_before(verb, tellings)
        if deed is not None:
            found = [one for one in found if one.head.i != verb.i or one.kind is not None]
            found.append(Telling(verb, words, kind=deed.kind, frame=deed.frame, by=BY, score=SCORE, effect_of=deed))
    for one in found:
        one.effect_of = one.effect_of or _deed_ranked(one, found)
    return sorted(found, key=lambda one: one.head.i)


def _deed_ranked(noun: Telling, tellings: Sequence[Telling]) -> Telling | None:
    """The deed of the sentence before that "it was the third raid this month" says the sort of."""
    pointed = any(c.lower_ in POINTING for c in syntax.children(noun.head, "nsubj"))
    first = noun.head.sent.start
    if not (pointed and first and syntax.children(noun.head, "cop") and is_compared(noun.head)):
        return None
    start = noun.head.doc[first - 1].sent.start
    deeds = (one for one in tellings if start <= one.head.i < first and one.about is None)
    return next((one for one in deeds if one.type == noun.type in DEEDS and _is_of_its_sort(one, noun)), None)


def _is_of_its_sort(deed: Telling, noun: Telling) -> bool:
    """Whether nobody was shot where "the worst abduction" is told, nor abducted where the worst shooting is."""
    modes = {deed.mode, noun.mode}
    return len(modes) == 1 or None in modes or not modes & TAKEN


def _coming(doc: Doc) -> Iterator[tuple[Token, tuple[Token, ...]]]:
    """The verbs of "it happened at Gao", with the words that they consist of."""
    for verb in doc:
        if not syntax.is_verb(verb) or not any(c.lower_ == "it" for c in syntax.children(verb, "nsubj")):
            continue
        place = [c for c in syntax.children(verb, "obj") if c.lower_ == "place" and c.i == verb.i + 1]
        told = lemma(verb) in COMING and not syntax.children(verb, "obj", "xcomp", "ccomp")
        if (told or (lemma(verb) == "take" and place)) and any(c.i > verb.i for c in syntax.children(verb, "obl")):
            yield verb, (verb, *place)


def _deed_before(verb: Token, tellings: Sequence[Telling]) -> Telling | None:
    """The deed told last in the sentence or in the one before it; "the raid" of "the raid began" before others."""
    first = verb.sent.start
    start = verb.doc[first - 1].sent.start if first else first
    deeds = [one for one in tellings if one.type in DEEDS and start <= one.head.i < verb.i and one.about is None]
    coming = [one for one in deeds if one.head.dep_ == "nsubj" and lemma(one.head.head) in COMING | {"take"}]
    found = coming or deeds
    return found[-1] if found else None
