"""Statements of how many: "put the crowd at 900", "raised the toll to 14", "a toll of five was given by a clerk"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sayso.codebook.cues import load_cues
from sayso.codebook.syntax import agents, children, is_passive, is_verb, prepositional
from sayso.extract._saying.agreement import can_speak
from sayso.extract._saying.draft import Draft
from sayso.extract._saying.frames import PLAIN, forms_of, source_of, span_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

BY = "counts"


def by_counts(doc: Doc) -> Iterator[Draft]:
    """Statements of a toll or another count, in text order."""
    for verb in doc:
        if not is_verb(verb):
            continue
        passive = is_passive(verb)
        counted = next(iter(children(verb, "nsubj:pass" if passive else "obj")), None)
        source = next(iter(agents(verb)), None) if passive else source_of(verb)
        last = None if counted is None else _number_of(verb, counted)
        if counted is None or last is None or source is None or not any(map(can_speak, source.subtree)):
            continue
        content = (counted.left_edge.idx, last.right_edge.idx + len(last.right_edge))
        case = tuple(child for child in source.children if child.dep_ == "case")
        cue = (verb.idx, verb.idx + len(verb))
        yield Draft(source=span_of(source, skip=case), cue=(cue,), content=(content,), by=BY, score=PLAIN)


def _number_of(verb: Token, counted: Token) -> Token | None:
    """The last word over the number that the verb gives the count, or None where it gives none."""
    parts, forms = load_cues().parts, forms_of(verb)
    toll = counted.lemma_ in parts["tolls"]
    if not parts["setting"].isdisjoint(forms) and (toll or counted.lemma_ in parts["counted"]):
        return next((one for one in prepositional(verb, "at") if _counts(one)), None)
    if not parts["revising"].isdisjoint(forms) and toll:
        return next((one for one in prepositional(verb, "to") if _counts(one)), None)
    if not parts["giving"].isdisjoint(forms) and toll:
        return counted if _counts(counted) else None
    return None


def _counts(token: Token) -> bool:
    return any(one.pos_ == "NUM" for one in token.subtree)
