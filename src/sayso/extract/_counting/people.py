"""Which nouns are for people."""

from __future__ import annotations

from spacy.tokens import Token

from sayso.codebook.codebook import words_for
from sayso.codebook.match import lemma
from sayso.codebook.nominals import nominal_kind

#: Classes of nouns for people.
PEOPLE = ("person", "armed")


def is_people(token: Token) -> bool:
    """By the language model's nominal spans, else by the codebook's class of nouns for people; no craft are."""
    if lemma(token) in words_for("vehicle"):
        return False
    return nominal_kind(token) in ("person", "group") or lemma(token) in words_for(*PEOPLE)
