"""Who speaks in a document: "the mayor's letter", "a message from the mayor", one that she was told to have sent."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from sayso.codebook.cues import load_cues
from sayso.codebook.syntax import case_of, children, is_passive, is_verb
from sayso.extract._saying.frames import source_of
from sayso.extract._saying.sources import entity_in, kind_of_entity
from sayso.model import Source, Statement

if TYPE_CHECKING:
    from spacy.tokens import Token

    from sayso.digest.digest import Digest

#: Words before a document among which it is looked for who sent it.
FARTHEST = 80
_FROM = frozenset(("from", "by"))


def speaking(digest: Digest, statement: Statement) -> Source | None:
    """Who says "I" in the words of the statement: its source, of a document who wrote it."""
    source = statement.source
    if source is None or source.kind != "document":
        return source
    span = digest.doc.char_span(*source.spans[0], alignment_mode="expand")
    writer = _writer(span.root) if span is not None else None
    author = entity_in(digest, digest.doc[writer.i : writer.i + 1]) if writer is not None else None
    return msgspec.structs.replace(source, entity=author, kind=kind_of_entity(digest, author) or "unnamed")


def _writer(document: Token) -> Token | None:
    """Its owner, whom it is from, or who sent one in the sentences before."""
    near = [*children(document, "nmod:poss"), *(c for c in children(document, "nmod") if case_of(c) in _FROM)]
    if near:
        return near[0]
    doc = document.doc
    for token in reversed(doc[max(0, document.i - FARTHEST) : document.i]):
        if token.lemma_ == document.lemma_ and token.lemma_ in load_cues().parts["messages"] and is_verb(token.head):
            return None if is_passive(token.head) else source_of(token.head)
    return None
