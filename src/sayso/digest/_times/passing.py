"""Times that only a relative clause tells: "fired on a man with whom he had quarrelled in May. At noon …" goes on from
the day before.
"""

from __future__ import annotations

from collections.abc import Iterable
from copy import copy

from spacy.tokens import Doc, Token

from sayso.digest._times.resolve import Resolver


class Passing:
    """Lets the story go on from where it stood before a time that is told in passing, once its sentence has ended."""

    def __init__(self, doc: Doc, spans: Iterable[tuple[int, int]]) -> None:
        self._ends = _told_in_passing(doc, spans)
        self._end = 0
        self._stood: Resolver | None = None

    def at(self, start: int, resolver: Resolver) -> None:
        """To be called with every time in text order, by where it begins, before it is resolved."""
        if self._stood is not None and start >= self._end:
            resolver.come_back(self._stood)
            self._stood = None
        if self._stood is None and start in self._ends:
            self._end, self._stood = self._ends[start], copy(resolver)


def _told_in_passing(doc: Doc, spans: Iterable[tuple[int, int]]) -> dict[int, int]:
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
