"""Long lists of people, whose offices the parse or the names may take for more of them."""

from __future__ import annotations

import spacy
from spacy.tokens import Doc

from sayso.extract._sides.listed import without_offices

#: word, tag, entity
ROWS = """
Ada NNP B-person
Cole NNP I-person
, , O
Ben NNP B-person
Roe NNP I-person
, , O
Ida NNP B-person
Holm NNP I-person
, , O
envoy NN O
for IN O
Ports NNP B-organization
and CC I-organization
Transport NNP I-organization
Jo NNP B-person
Beck NNP I-person
, , O
ministers NNS O
and CC O
Harbour NNP B-organization
Watch NNP I-organization
"""
POS = {"NNP": "PROPN", "NN": "NOUN", "NNS": "NOUN", ",": "PUNCT", "IN": "ADP", "CC": "CCONJ"}


def document() -> Doc:
    words, tags, ents = zip(*(row.split() for row in ROWS.strip().splitlines()), strict=True)
    pos = [POS[tag] for tag in tags]
    starts = [i == 0 for i in range(len(words))]
    low = [word.lower() for word in words]
    vocab = spacy.blank("en").vocab
    return Doc(vocab, words=words, tags=tags, pos=pos, ents=list(ents), lemmas=low, sent_starts=starts)


def test_words_of_an_office_are_nobody_in_a_long_list() -> None:
    doc = document()
    found = [doc[i] for i in (0, 3, 6, 9, 11, 14, 17, 20)]
    assert [t.text for t in without_offices(found)] == ["Ada", "Ben", "Ida", "Jo", "ministers", "Watch"]


def test_a_short_list_keeps_them() -> None:
    doc = document()
    found = [doc[i] for i in (6, 9, 14)]
    assert without_offices(found) == found
