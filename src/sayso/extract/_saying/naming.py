"""What somebody calls a thing: "called the vote a farce", "a claim that the guild called false"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sayso.codebook.cues import load_cues
from sayso.codebook.syntax import base, children, is_passive, is_verb
from sayso.extract._saying.agreement import can_speak
from sayso.extract._saying.draft import Draft
from sayso.extract._saying.frames import OUTER, PLAIN, cue_span, forms_of, is_told, source_of, span_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


def by_naming(doc: Doc) -> Iterator[Draft]:
    """Statements by verbs of naming, in text order."""
    for token in doc:
        if is_verb(token):
            yield from _of_naming(token)


def _of_naming(verb: Token) -> Iterator[Draft]:
    """ "Called the vote a farce", "a claim that the guild called false": what somebody calls a thing, in words that are
    no name.
    """
    source = source_of(verb)
    if (
        source is None
        or source.lower_ == "one"
        or load_cues().parts["naming"].isdisjoint(forms_of(verb))
        or is_passive(verb)
    ):
        return
    before = base(verb.dep_) == "acl" and source.head.i == verb.i and source.i < verb.i
    named = verb if before else next((c for c in children(verb, "obj") if c.i > verb.i), None)
    said = [c for c in children(verb, "xcomp", "obj") if not before or c.dep_ == "xcomp" or _is_one(c)]
    as_what = next((c for c in said if named is not None and c.i > named.i), None)
    told = can_speak(source) and is_told(verb) and (before or base(verb.dep_) in OUTER)
    if named is None or as_what is None or as_what.pos_ not in ("NOUN", "ADJ") or not told:
        return
    content = ((as_what if before else named).left_edge.idx, span_of(as_what)[-1][1])
    yield Draft(
        source=span_of(source), cue=cue_span(verb, (verb,)), content=(content,), by="frames:say:naming", score=PLAIN
    )


def _is_one(noun: Token) -> bool:
    """ "A farce" of "a vote that they called a farce"; not "war" of "against whom they declared war"."""
    relative = any(c.tag_ in ("WP", "WDT") for c in children(noun.head, "obl"))
    return not relative and any(c.lower_ in ("a", "an") for c in children(noun, "det"))
