"""Feelings and wishes told by a light verb and its noun: "expressed his outrage at", "send our condolences to"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sayso.codebook.cues import load_cues
from sayso.codebook.syntax import base, case_of, children, is_passive, is_verb
from sayso.extract._saying.agreement import can_speak
from sayso.extract._saying.draft import Draft
from sayso.extract._saying.frames import (
    OUTER,
    PLAIN,
    SCORES,
    cue_span,
    entries_at,
    is_told,
    noun_content,
    source_of,
    span_of,
)

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from sayso.model import Spans


def by_light(doc: Doc) -> Iterator[Draft]:
    """Statements by such verbs, in text order."""
    for token in doc:
        if is_verb(token):
            yield from _of_light(token)


def _of_light(verb: Token) -> Iterator[Draft]:
    """ "expressed his outrage at", "send our condolences to": the noun says what is done."""
    feelings = load_cues().parts["felt"] if verb.lemma_ in ("express", "voice", "convey") else frozenset()
    wishes = (
        load_cues().parts["wished"] if verb.lemma_ in ("express", "convey", "send", "extend", "offer") else frozenset()
    )
    if verb.lemma_ in ("offer", "extend") and any(children(c, "nmod:poss") for c in children(verb, "obj")):
        feelings = load_cues().parts["felt"]
    noun = next((c for c in children(verb, "obj") if c.i > verb.i and c.lemma_ in feelings | wishes), None)
    source = source_of(verb)
    entry = next((cue for cue, _ in entries_at(noun)), None) if noun is not None else None
    if noun is None or entry is None or source is None or is_passive(verb):
        return
    spoken = can_speak(source) and is_told(verb) and base(verb.dep_) in OUTER
    start, content = cue_span(verb, (verb,))[0][0], noun_content(noun, entry) or _towards(verb, noun)
    yield Draft(
        source=span_of(source),
        cue=((start, noun.idx + len(noun)),) if content else cue_span(verb, (verb,)),
        content=content or span_of(noun),
        by=f"frames:{entry.name}:light",
        score=PLAIN if spoken else SCORES["object"],
    )


def _towards(verb: Token, noun: Token) -> Spans:
    """What a feeling is about, beside its noun."""
    near = [
        c for c in (*noun.children, *verb.children) if c.i > noun.i and case_of(c) in ("for", "over", "at", "about")
    ]
    return span_of(near[0], skip=tuple(c for c in near[0].children if c.dep_ == "case")) if near else ()
