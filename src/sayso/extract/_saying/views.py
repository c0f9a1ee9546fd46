"""Whose clause it is by a phrase beside it: "according to two nurses", "in her view"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.codebook.cues import load_cues
from sayso.codebook.syntax import base, children, prepositional
from sayso.extract._saying.agreement import can_speak
from sayso.extract._saying.draft import Draft
from sayso.extract._saying.frames import PLAIN, is_clause, span_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

#: What stands behind whoever it is according to, where that closes a sentence.
ENDING = frozenset(("", ".", ";"))


def by_views(doc: Doc) -> Iterator[Draft]:
    """Statements by such phrases, in text order."""
    for token in doc:
        if token.pos_ == "NOUN":
            yield from _in_view(token)
        if token.lower_ == "to" and token.i and doc[token.i - 1].lower_ == "according":
            yield from _according_to(token)


def _according_to(preposition: Token) -> Iterator[Draft]:
    """ "according to X": X is the source, the clause around it the content."""
    doc = preposition.doc
    according = doc[preposition.i - 1]
    source = preposition.head if preposition.head.i > preposition.i else according.head
    if source.i <= preposition.i or not is_clause(source.head) or source.head.i == source.i:
        return
    clause = source.head
    case = tuple(c for c in source.children if c.dep_ == "case")
    cue = (according.idx, preposition.idx + len(preposition))
    later = (c for c in children(clause, "parataxis", "conj") if c.i > source.i and is_clause(c))
    content = span_of(clause, skip=(source, *later))
    if content:
        yield Draft(source=span_of(source, skip=case), cue=(cue,), content=content, by="frames:according to", score=0.6)


def with_whole_start(doc: Doc, text: str, draft: Draft) -> Draft:
    """ "Rebels shelled" of "Rebels shelled a mill in Gao, and two millers died, according to police": a content before
    "according to" that begins inside of a clause begins with the clause's subject.
    """
    (start, end), cue = draft.content[0], draft.cue[0]
    words = doc.char_span(start, end, alignment_mode="contract")
    behind = text[draft.source[-1][1] :].lstrip()[:1] if draft.source else "-"
    if not words or end > cue[0] or text[slice(*cue)].lower() != "according to" or behind not in ENDING:
        return draft
    source = doc.char_span(*draft.source[0], alignment_mode="expand")
    over = words[0] if source is None or source.root.head.i >= words.start else source.root.head
    verb = over
    while verb.head != verb and not is_clause(verb):
        verb = verb.head
    subject = next((c for c in children(verb, "nsubj") if c.i < verb.i < words.start), None)
    if subject is None or subject.sent.start != words[0].sent.start:
        return draft
    first = subject.left_edge.idx
    if any(mark in text[first:start] for mark in '"“”«»;\n'):
        return draft
    return replace(draft, content=((first, end), *draft.content[1:]))


def _in_view(noun: Token) -> Iterator[Draft]:
    """ "In her view, …", "… is in the opinion of two doctors …": the owner is the source, the clause the content."""
    owners = children(noun, "nmod:poss") or [one for one in prepositional(noun, "of") if can_speak(one)]
    owner = next((one for one in owners if one.lower_ not in ("my", "our")), None)
    before = noun.doc[noun.left_edge.i]
    held = noun.lemma_ in load_cues().parts["views"] and before.lower_ in ("in", "to") and base(noun.dep_) == "obl"
    clause = noun.head
    if not held or owner is None or not is_clause(clause):
        return
    content = span_of(clause, skip=(noun,))
    case = tuple(c for c in owner.children if c.dep_ == "case")
    source = span_of(owner, skip=case)
    cue = (before.idx, noun.idx + len(noun))
    yield Draft(source=source, cue=(cue,), content=content, by="frames:in view", score=PLAIN)
