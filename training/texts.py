"""Words of a text, cut as the reader cuts them. Apart from `documents.py`, so that training itself needs no spaCy."""

from __future__ import annotations

from functools import cache

import spacy

from sayso.digest._model.pieces import GAPS, gap_of
from sayso.digest._model.words import SafeTokenizer, tune_tokenizer
from training.documents import Document, Span, likely_starts, new_document


@cache
def tokenizer() -> SafeTokenizer:
    """The tokenizer that reading uses."""
    nlp = spacy.blank("en")
    tune_tokenizer(nlp)
    return SafeTokenizer(nlp)


def read_text(name: str, corpus: str, text: str) -> tuple[Document, list[Span]]:
    """A document of the words of a text, with the characters of each word."""
    words: list[str] = []
    spans: list[Span] = []
    gaps: list[int] = []
    for token in tokenizer()(text):
        if token.is_space:
            continue
        gap = gap_of(text[spans[-1][1] : token.idx]) if spans else GAPS.index("begin")
        words.append(token.text)
        spans.append((token.idx, token.idx + len(token)))
        gaps.append(gap)
    return new_document(name, corpus, words, gaps, likely_starts(words, gaps)), spans
