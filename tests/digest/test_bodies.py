"""Bodies that everybody knows, and international organizations under two names."""

from __future__ import annotations

from parses import entities_of, named, texts

from sayso.codebook.nouns import load_nouns
from sayso.digest._naming.bodies import load_bodies
from sayso.digest.gazetteer import fold

KNESSET = """
The DET DT det 2
Knesset PROPN NNP nsubj 3 organization
voted VERB VBD root 0
. PUNCT . punct 3
"""
COUNCIL = """
The DET DT det 3
Harbour PROPN NNP compound 3 organization
Council PROPN NNP nsubj 4 organization
voted VERB VBD root 0
. PUNCT . punct 4
"""
GROUP = """
The DET DT det 2
Group PROPN NNP nsubj 5 organization
of ADP IN case 4 organization
Seven PROPN NNP nmod 2 organization
met VERB VBD root 0
. PUNCT . punct 5
"""
G7 = """
The DET DT det 2
G7 PROPN NNP nsubj 3 organization
agreed VERB VBD root 0
. PUNCT . punct 3
"""
STATES = """
Member PROPN NNP compound 2 organization
States PROPN NNPS nsubj 3 organization
agreed VERB VBD root 0
. PUNCT . punct 3
"""


def test_a_body_that_everybody_knows_has_its_country_from_the_table() -> None:
    found = named(entities_of(KNESSET), "Knesset")
    assert (found.country, found.country_from, found.sector) == ("ISR", "table", "LEG")
    assert named(entities_of(COUNCIL), "Harbour Council").country is None


def test_two_names_of_one_organization_are_one() -> None:
    found = named(entities_of(GROUP, G7), "Group of Seven")
    assert (texts(found), found.wikidata) == (["Group of Seven", "G7"], "Q1764511")


def test_countries_of_some_kind_are_no_body() -> None:
    assert not [entity for entity in entities_of(STATES).records if entity.kind == "organization"]


def test_the_table_has_no_body_of_two_countries() -> None:
    assert load_bodies()[fold("State Duma")].country == "RUS"
    assert fold("Congress") not in load_bodies()
    sectors = {noun.sector for noun in load_nouns().nouns.values()}
    assert {body.sector for body in load_bodies().values()} <= sectors
