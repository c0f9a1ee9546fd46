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
