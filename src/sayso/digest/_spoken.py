"""Which words stand between quotation marks: what a pronoun outside of them stands for is mostly outside too."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc

OPENING = frozenset("“«„")
CLOSING = frozenset("”»")
STRAIGHT = '"'


def spoken_words(doc: Doc) -> list[bool]:
    """For every token whether a quotation is open there; one that never closes ends with its paragraph."""
    found: list[bool] = []
    open_now = False
    for token in doc:
        if token.is_space and "\n" in token.text:
            open_now = False
        elif token.text in OPENING:
            open_now = True
        elif token.text in CLOSING:
            open_now = False
        elif token.text == STRAIGHT:
            open_now = not open_now
        found.append(open_now)
    return found


def said_before(doc: Doc) -> dict[int, int]:
    """{word behind a content that the language model sees, marks aside: first word said in its sentence}."""
    found: dict[int, int] = {}
    first: dict[int, int] = {}
    for span in doc.spans.get("content", ()):
        sentence = doc[span.start].sent.start
        first[sentence] = min(span.start, first.get(sentence, span.start))
        behind = next((t.i for t in doc[span.end : span.end + 3] if not t.is_punct), None)
        if behind is not None and doc[behind].sent.start == sentence:
            found[behind] = first[sentence]
    return found
