"""Places that a bare noun takes up: "the town", "the province".

It is the place of that kind that was named last, but none of which only somebody speaks ("officials in [Town] said") or
to which only a road leads;
of two in one sentence, the one that the report as a whole takes it for.
"""

from __future__ import annotations

from collections.abc import Mapping

from spacy.tokens import Doc, Token

from sayso.codebook import syntax
from sayso.codebook.match import lemma
from sayso.codebook.nouns import load_nouns
from sayso.extract._placing.clauses import is_saying
from sayso.extract._placing.phrase import WAYS
from sayso.model import Entity

Named = dict[int, list[tuple[Token, Entity]]]
#: Nouns that name a place of each feature again: "the town", "the province".
_GENERIC = load_nouns().generic
KINDS = {
    **dict.fromkeys(("city", "point"), _GENERIC["city"]),
    **dict.fromkeys(("admin1", "admin2", "region"), _GENERIC["region"]),
    "country": _GENERIC["country"],
}
SMALL = frozenset({"town", "village", "hamlet"})
#: Where one place ends and another begins.
LINES = frozenset({"border", "boundary", "frontier"})
#: Verbs of saying whose object is brought about by it.
DECLARING = frozenset({"declare", "announce", "report"})
#: How many words may stand between a road and the last place at its end.
NAMES = 12
#: How many sentences lie between at most.
SENTENCES = 3


def taken_again(doc: Doc, named: Named, taken_for: Mapping[int, Entity]) -> Named:
    """The nouns that take up a place, by the start of their sentence; `named`: the names; `taken_for`: what a noun
    stands for in the report as a whole.
    """
    found: Named = {}
    before: list[list[tuple[Token, Entity]]] = []
    for sentence in doc.sents:
        for noun in sentence:
            known = taken_for.get(noun.i)
            here = [one for one in named.get(sentence.start, []) if one[0].i < noun.i]
            entity = _antecedent(noun, [here, *reversed(before[-SENTENCES:])], known) if _is_bare(noun) else None
            if entity is not None:
                found.setdefault(sentence.start, []).append((noun, entity))
        before.append([one for one in named.get(sentence.start, []) if not _is_passed_by(one[0])])
    return found


def _antecedent(noun: Token, before: list[list[tuple[Token, Entity]]], known: Entity | None) -> Entity | None:
    """The place that the noun takes up, from the nearest sentence that names one of its kind."""
    if lemma(noun) in KINDS["country"]:
        return known if _fits(noun, known) else None
    for names in before:
        fitting = {one.id: one for _, one in names if _fits(noun, one)}
        if len(fitting) == 1:
            return next(iter(fitting.values()))
        if fitting:
            return fitting.get(known.id) if known is not None else None
    return known if lemma(noun) in KINDS["city"] and _fits(noun, known) else None


def _fits(noun: Token, entity: Entity | None) -> bool:
    if entity is None or entity.place is None:  # a place that no map knows is small, or what its name says
        called = entity is not None and entity.name.lower().split()[-1] == lemma(noun)
        return called or (entity is not None and entity.kind == "place" and lemma(noun) in SMALL)
    return lemma(noun) in KINDS.get(entity.place.feature, ())


def _is_bare(noun: Token) -> bool:
    """ "The town", "this town": with an article alone; "the town of Gao" has its name."""
    if noun.tag_ != "NN" or not any(lemma(noun) in kind for kind in KINDS.values()):
        return False
    beside = [c.lower_ for c in noun.children if c.pos_ in ("DET", "PRON", "PROPN", "NOUN")]
    return beside in (["the"], ["this"])


def _is_passed_by(place: Token) -> bool:
    """ "Officials in [Town] said", "she said in [Town]", "the road from [Town] to [Town]", "the border with [Town]"."""
    if lemma(place.head) in LINES and syntax.case_of(place) in ("with", "of"):
        return True
    before = reversed(list(place.doc[max(place.sent.start, place.i - NAMES) : place.i]))
    way = next((one for one in before if one.pos_ not in ("PROPN", "ADP", "CCONJ", "DET", "PUNCT")), None)
    if way is not None and lemma(way) in WAYS:
        return True
    return any(_is_said(one) for one in (place, *place.ancestors))


def _is_said(word: Token) -> bool:
    """Who says something, or where; not "declared a curfew in [Town]"."""
    verb = word.head
    if not is_saying(verb) or word.dep_ not in ("nsubj", "obl"):
        return False
    return word.dep_ == "nsubj" or not (lemma(verb) in DECLARING and syntax.children(verb, "obj"))
