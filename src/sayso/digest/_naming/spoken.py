"""Which words stand between quotation marks: what a pronoun outside of them stands for is mostly outside too."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc

OPENING = frozenset("“«„")
CLOSING = frozenset("”»")
STRAIGHT = '"'
MARKS = OPENING | CLOSING | {STRAIGHT}
#: Words after a line break among which an open quotation must close.
FARTHEST = 80


def spoken_words(doc: Doc) -> list[bool]:
    """For every token whether a quotation is open there; one that does not close further on ends with its paragraph."""
    found: list[bool] = []
    open_now = False
    for token in doc:
        if token.is_space and "\n" in token.text:
            open_now = open_now and _closes(doc, token.i)
        elif token.text in OPENING:
            open_now = True
        elif token.text in CLOSING:
            open_now = False
        elif token.text == STRAIGHT:
            open_now = not open_now
        found.append(open_now)
    return found


def _closes(doc: Doc, line: int) -> bool:
    """Whether the next mark after a line break is one that closes: right behind a word, or before "said"."""
    mark = next((t for t in doc[line + 1 : line + 1 + FARTHEST] if t.text in MARKS), None)
    if mark is None or mark.text in OPENING or mark.i == line + 1:
        return False
    return not doc[mark.i - 1].whitespace_ or (mark.i + 1 < len(doc) and doc[mark.i + 1].is_lower)


def told_sentences(doc: Doc, spoken: Sequence[bool]) -> list[int]:
    """For every token how many sentences are told up to it; one that is quoted as a whole is none of them."""
    found: list[int] = []
    told = 0
    for sentence in doc.sents:
        told += any(not spoken[t.i] and not (t.is_punct or t.is_space) for t in sentence)
        found += [told] * len(sentence)
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
