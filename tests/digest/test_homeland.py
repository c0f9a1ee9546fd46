"""Whose government "the government" is: the country that the report speaks of, or that its outlet governs."""

from __future__ import annotations

import pytest
from parses import entities_of, gazetteer, named, parsed

from sayso.digest.entities import find_entities
from sayso.model import Report

KENYANS = """
Kenyans PROPN NNPS nsubj 2 nationality
voted VERB VBD root 0
. PUNCT . punct 2
"""
UGANDANS = """
Ugandans PROPN NNPS nsubj 2 nationality
voted VERB VBD root 0
. PUNCT . punct 2
"""
GOVERNMENT = """
The DET DT det 2
{noun} NOUN {tag} nsubj 3
agreed VERB VBD root 0
. PUNCT . punct 3
"""
MINISTRY = """
The DET DT det 3
Interior PROPN NNP compound 3 organization
Ministry PROPN NNP nsubj 4 organization
agreed VERB VBD root 0
. PUNCT . punct 4
"""
MINISTER = """
Interior PROPN NNP compound 2
Minister PROPN NNP nmod:desc 3
Okello PROPN NNP nsubj 4 person
agreed VERB VBD root 0
. PUNCT . punct 4
"""
FOREIGN = """
Foreign ADJ JJ amod 2
soldiers NOUN NNS nsubj 3
left VERB VBD root 0
. PUNCT . punct 3
"""


def test_what_a_state_has_is_of_the_country_that_is_spoken_of() -> None:
    assert named(entities_of(KENYANS, GOVERNMENT.format(noun="government", tag="NN")), "government").country == "KEN"
    assert named(entities_of(KENYANS, MINISTRY), "Interior Ministry").country == "KEN"


def test_nothing_is_claimed_between_two_countries() -> None:
    entities = entities_of(KENYANS, UGANDANS, GOVERNMENT.format(noun="government", tag="NN"))
    assert named(entities, "government").country is None


@pytest.mark.parametrize(("noun", "tag"), [("company", "NN"), ("presidents", "NNS")])
def test_what_a_state_has_not_or_many_states_have_is_of_none(noun: str, tag: str) -> None:
    assert named(entities_of(KENYANS, GOVERNMENT.format(noun=noun, tag=tag)), noun).country is None


def test_foreign_soldiers_are_of_another_country() -> None:
    assert named(entities_of(KENYANS, FOREIGN), "Foreign soldiers").country is None


@pytest.mark.parametrize(("outlet", "country"), [("Kremlin", "RUS"), ("The Harbour Wire", None)])
def test_the_outlet_of_a_government_speaks_of_its_own(outlet: str, country: str | None) -> None:
    doc = parsed(MINISTER)
    entities = find_entities(doc, Report(id="r-1", text=doc.text, outlet=outlet), {}, gazetteer())
    assert named(entities, "Okello").country == country
