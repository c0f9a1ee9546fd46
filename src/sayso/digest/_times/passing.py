"""Times that only a relative clause tells: "fired on a man with whom he had quarrelled in May. At noon …" goes on from
the day before.
"""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Doc, Token


def told_in_passing(doc: Doc, spans: Iterable[tuple[int, int]]) -> dict[int, int]:
    """Of the spans of times, by where they begin, those in a relative clause: where the sentence ends."""
    if not doc.has_annotation("DEP"):
        return {}
    found: dict[int, int] = {}
    for start, end in spans:
        span = doc.char_span(start, end, alignment_mode="expand")
        if span is not None and len(span) and any(map(_is_aside, (span.root, *span.root.ancestors))):
            found[start] = span.root.sent.end_char
    return found


def _is_aside(verb: Token) -> bool:
    """ "Who had fled in May", but not "the south, where rebels shelled two villages in May": that goes on."""
    return verb.dep_ == "acl:relcl" and not any(word.lower_ == "where" for word in verb.children)
