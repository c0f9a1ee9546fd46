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
GREENS = """
The DET DT det 2
Federation PROPN NNP nsubj 5 organization
of ADP IN case 4 organization
Brewers PROPN NNPS nmod 2 organization
met VERB VBD root 0
. PUNCT . punct 5
"""
TERRITORY = """
They PRON PRP nsubj 2
left VERB VBD root 0
the DET DT det 5
Arvel PROPN NNP compound 5 other
Territory PROPN NNP obj 2 other
. PUNCT . punct 2
"""
RADIO = """
It PRON PRP nsubj 2
told VERB VBD root 0
Radio PROPN NNP compound 4 other
Arvel PROPN NNP obj 2 other
. PUNCT . punct 2
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
        (GREENS, ("organization", "Federation of Brewers")),
        (TERRITORY, ("place", "Arvel Territory")),
        (RADIO, ("organization", "Radio Arvel")),
        (UNIT, ("organization", "81st ARG")),
        (HULL, ("vehicle", "K 77")),
    ],
)
def test_kinds_by_words(sentence: str, expected: tuple[str, str]) -> None:
    assert expected in names(sentence)


CHARTER = """
The DET DT det 2
Charter PROPN NNP nsubj 10 other
of ADP IN case 6 other
the DET DT det 6 other
Grain PROPN NNP compound 6 other
League PROPN NNP nmod 2 other
( PUNCT -LRB- punct 8
GL PROPN NNP appos 6 organization
) PUNCT -RRB- punct 8
stands VERB VBZ root 0
. PUNCT . punct 10
"""
COLONEL = """
Colonel PROPN NNP nmod:desc 2
Adoum PROPN NNP nsubj 3 person
left VERB VBD root 0
. PUNCT . punct 3
"""
ADOUM = """
They PRON PRP nsubj 2
asked VERB VBD root 0
Adoum PROPN NNP obj 2 other
. PUNCT . punct 2
"""
SHOUTED = """
COMMANDERS NOUN NNS nmod:desc 2 person
AMOS PROPN NNP nsubj 4 person
KIBET PROPN NNP flat 2 person
LEFT VERB VBD root 0
. PUNCT . punct 4
"""


def test_letters_that_stand_for_the_end_of_a_name() -> None:
    assert ("organization", "GL") in names(CHARTER)


def test_a_surname_with_a_rank_is_a_person_elsewhere() -> None:
    assert [(e.kind, e.name) for e in entities_of(COLONEL, ADOUM).records if e.name == "Adoum"] == [("person", "Adoum")]


def test_ranks_of_names_in_capitals() -> None:
    assert names(SHOUTED) == [("person", "AMOS KIBET")]
