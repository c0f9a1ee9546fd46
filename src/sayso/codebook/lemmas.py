"""The lemma of a word as the codebook's tables and the rules know it."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from pathlib import Path

from spacy.tokens import Token

#: Where a document's lemmas are kept.
LEMMAS = "sayso.lemmas"


@lru_cache(maxsize=2)
def _forms(kind: str) -> dict[str, str]:
    """The words of a table by their forms."""
    table = tomllib.loads((Path(__file__).parent / "forms.toml").read_text(encoding="utf-8"))
    return {form: word for word, form in table[kind].items()}


@lru_cache(maxsize=50_000)
def _verb_lemma(low: str, lemma: str) -> str:
    """The dictionary's lemma, put right for past forms that it does not know, and for "-s" and "-ing" that a wrong tag
    leaves on.
    """
    known = _forms("past").get(low)
    if known is not None:
        return known
    if low == lemma and low.endswith("s") and len(low) > 3:
        return _without_s(low)
    if low == lemma and low.endswith("ing") and len(low) > 5:
        stem = low[:-3]
        if stem[-1] == stem[-2] and stem[-1] not in "sleo":
            return stem[:-1]
        short = stem[-1] in "cgsvuz" or (
            stem.endswith(("at", "iz", "ut", "ir", "os", "ak", "id", "ik", "ok", "ud", "in")) and stem[-2:] != "in"
        )
        return stem + "e" if short and not stem.endswith(("ng", "ss")) else stem
    return lemma


def _noun_lemma(low: str, lemma: str) -> str:
    """The dictionary's lemma; a plural that was tagged as a singular loses its ending all the same. "A 19-year-old" is
    somebody.
    """
    if low == "old":
        return "year-old"
    if low in _forms("plural"):
        return _forms("plural")[low]
    if low != lemma or len(low) < 5 or not low.endswith("s") or low.endswith(("os", "as", "ics", "news")):
        return lemma
    return _without_s(low)


def _without_s(low: str) -> str:
    """ "carry" of "carries", "push" of "pushes", "condemn" of "condemns"; "press" and "focus" as they are."""
    if low.endswith(("ss", "us", "is")):
        return low
    if low.endswith("ies") and len(low) > 4:
        return low[:-3] + "y"
    return low[:-2] if low.endswith(("ches", "shes", "sses", "xes")) else low[:-1]


def lemma(token: Token) -> str:
    """The lemma in lower case; those of a document are made once, for the rules ask for each some forty times."""
    known: list[str] | None = token.doc.user_data.get(LEMMAS)
    if known is None:
        known = token.doc.user_data[LEMMAS] = [_lemma(one) for one in token.doc]
    return known[token.i]


def _lemma(token: Token) -> str:
    if token.pos_ == "NOUN" or token.tag_ == "NNS":
        return _noun_lemma(token.lower_, (token.lemma_ or token.text).lower())
    if token.pos_ == "VERB":
        return _verb_lemma(token.lower_, (token.lemma_ or token.text).lower())
    return (token.lemma_ or token.text).lower()
