"""What kind of thing a name names, by its own words or the mark around it."""

from __future__ import annotations

import pytest
from parses import entities_of

DUCHY = """
The DET DT det 2
Duchy PROPN NNP nsubj 5 organization
of ADP IN case 4 organization
Arvel PROPN NNP nmod 2 organization
fell VERB VBD root 0
. PUNCT . punct 5
"""
BANK = """
The DET DT det 4
Republic PROPN NNP compound 4 organization
Bank PROPN NNP compound 4 organization
Group PROPN NNP nsubj 5 organization
failed VERB VBD root 0
. PUNCT . punct 5
"""
UNIT = """
The DET DT det 3
81st ADJ JJ amod 3 vehicle
ARG PROPN NNP nsubj 4 vehicle
left VERB VBD root 0
. PUNCT . punct 4
"""
HULL = """
The DET DT det 3
HMS PROPN NNP compound 3 vehicle
Petrel PROPN NNP nsubj 8 vehicle
( PUNCT -LRB- punct 5
K PROPN NNP appos 3 place
77 NUM CD nummod 5
) PUNCT -RRB- punct 5
sailed VERB VBD root 0
. PUNCT . punct 8
"""


def names(sentence: str) -> list[tuple[str, str]]:
    return [(entity.kind, entity.name) for entity in entities_of(sentence).records]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (DUCHY, ("place", "Duchy of Arvel")),
        (BANK, ("organization", "Republic Bank Group")),
        (UNIT, ("organization", "81st ARG")),
        (HULL, ("vehicle", "K 77")),
    ],
)
def test_kinds_by_words(sentence: str, expected: tuple[str, str]) -> None:
    assert expected in names(sentence)
