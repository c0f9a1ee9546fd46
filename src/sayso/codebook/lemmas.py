"""The lemma of a word as the codebook's tables and the rules know it."""

from __future__ import annotations

from spacy.tokens import Token


def lemma(token: Token) -> str:
    """The lemma in lower case; "a 19-year-old" is somebody, and not old."""
    low = (token.lemma_ or token.text).lower()
    return "year-old" if low == "old" and token.pos_ == "NOUN" else low
