"""Entities on parses by hand: titles and names that were cut wrongly, who somebody is, bodies that everybody knows."""

from __future__ import annotations

import pytest
from parses import entities_of, named, texts

from sayso.model import Entity


def roles(entity: Entity) -> list[str]:
    return [role.text for role in entity.roles]


TAKEN_IN = """
Kenyan ADJ JJ amod 3 person
Foreign ADJ JJ amod 3 person
Minister PROPN NNP nmod:desc 4 person
Amal PROPN NNP nsubj 6 person
Haddad PROPN NNP flat 4 person
spoke VERB VBD root 0
. PUNCT . punct 6
"""
PRESIDENCY = """
The DET DT det 4
Kenyan ADJ JJ amod 4 nationality
EU PROPN NNP compound 4 organization
presidency NOUN NN nsubj 5
ended VERB VBD root 0
. PUNCT . punct 5
"""
HOUSE = """
The DET DT det 3
White PROPN NNP amod 3 organization
House PROPN NNP nsubj 4 organization
spoke VERB VBD root 0
. PUNCT . punct 4
"""


def test_the_country_of_a_title_that_was_taken_into_the_name() -> None:
    entities = entities_of(TAKEN_IN)
    assert (named(entities, "Amal Haddad").country, named(entities, "Kenyan").kind) == ("KEN", "nationality")


def test_an_international_organization_is_of_no_country() -> None:
    assert named(entities_of(PRESIDENCY), "EU").country is None


def test_what_everybody_knows_of_a_body_goes_before_its_noun() -> None:
    assert named(entities_of(HOUSE), "White House").sector == "GOV"


COMMISSION = """
The DET DT det 4
Georgia PROPN NNP compound 4 organization
Fisheries PROPN NNP compound 4 organization
Commission PROPN NNP nsubj 5 organization
met VERB VBD root 0
in ADP IN case 7
Georgia PROPN NNP obl 5 place
, PUNCT , punct 9
USA PROPN NNP appos 7 place
. PUNCT . punct 5
"""
AGENCY = """
The DET DT det 3
{word} PROPN NNP compound 3 organization
Agency PROPN NNP nsubj 4 organization
spoke VERB VBD root 0
. PUNCT . punct 4
"""
FIGHTERS = """
Fighters NOUN NNS nsubj 5
of ADP IN case 4
Islamic PROPN NNP compound 4 organization
State PROPN NNP nmod 1 organization
left VERB VBD root 0
. PUNCT . punct 5
"""


def test_a_name_of_two_places_is_the_one_that_the_report_means() -> None:
    entities = entities_of(COMMISSION, placed=True)
    assert named(entities, "Georgia Fisheries Commission").country == "USA"


@pytest.mark.parametrize(("word", "sector"), [("Fisheries", "GOV"), ("Intelligence", "SPY"), ("News", "MED")])
def test_the_word_beside_an_agency_tells_its_sector(word: str, sector: str) -> None:
    assert named(entities_of(AGENCY.format(word=word)), f"{word} Agency").sector == sector


def test_a_body_of_no_country_has_a_sector() -> None:
    found = named(entities_of(FIGHTERS), "Islamic State")
    assert (found.country, found.country_from, found.sector) == (None, None, "REB")


BOTH = """
Haddad PROPN NNP nsubj 4 person
and CCONJ CC cc 3 person
Okello PROPN NNP conj 1 person
spoke VERB VBD root 0
. PUNCT . punct 4
"""
LISTED = """
Amal PROPN NNP nsubj 9 person
Haddad PROPN NNP flat 1 person
( PUNCT -LRB- punct 4 person
Tyre PROPN NNP appos 1 person
) PUNCT -RRB- punct 4 person
, PUNCT , punct 7 person
Jane PROPN NNP conj 1 person
Roe PROPN NNP flat 7 person
spoke VERB VBD root 0
. PUNCT . punct 9
"""
MUSLIMS = """
Muslims PROPN NNPS nsubj 2 person
spoke VERB VBD root 0
. PUNCT . punct 2
"""
ANALYST = """
Amal PROPN NNP nsubj 11 person
Haddad PROPN NNP flat 1 person
, PUNCT , punct 5
vice NOUN NN compound 5
president NOUN NN obj 11
for ADP IN case 7
trade NOUN NN nmod 11
at ADP IN case 10
the DET DT det 10
Harbour PROPN NNP nmod 7 organization
spoke VERB VBD root 0
. PUNCT . punct 11
"""
ATTORNEY = """
Attorney PROPN NNP dep 5
General PROPN NNP flat 1
Amal PROPN NNP nsubj 5 person
Haddad PROPN NNP flat 3 person
spoke VERB VBD root 0
. PUNCT . punct 5
"""
PRESIDENT = """
The DET DT det 2
president NOUN NN nsubj 3
left VERB VBD root 0
. PUNCT . punct 3
"""


@pytest.mark.parametrize(
    ("sentence", "names"), [(BOTH, ["Haddad", "Okello"]), (LISTED, ["Amal Haddad", "Jane Roe"]), (MUSLIMS, [])]
)
def test_people_who_were_taken_for_one(sentence: str, names: list[str]) -> None:
    assert [entity.name for entity in entities_of(sentence).records if entity.kind == "person"] == names


def test_who_somebody_is_between_commas_and_of_which_body() -> None:
    entities = entities_of(ANALYST, PRESIDENT)
    found = named(entities, "Amal Haddad")
    assert (roles(found), texts(found)) == (["vice president"], ["Amal Haddad", "vice president"])
    assert found.affiliation == named(entities, "Harbour").id


def test_an_attorney_general_is_no_general() -> None:
    found = named(entities_of(ATTORNEY), "Amal Haddad")
    assert (roles(found), found.sector) == (["Attorney General"], "JUD")


COUPLE = """
Helen PROPN NNP nsubj 3 person
Okello PROPN NNP flat 1 person
met VERB VBD root 0
David PROPN NNP obj 3 person
Kibet PROPN NNP flat 4 person
. PUNCT . punct 3
"""
PRONOUN = """
{} PRON PRP nsubj 2
smiled VERB VBD root 0
. PUNCT . punct 2
"""


@pytest.mark.parametrize(("pronoun", "name"), [("She", "Helen Okello"), ("He", "David Kibet")])
def test_a_given_name_tells_whom_a_pronoun_means(pronoun: str, name: str) -> None:
    assert texts(named(entities_of(COUPLE, PRONOUN.format(pronoun)), name)) == [name, pronoun]


SERVED = """
Helen PROPN NNP nsubj 5 person
Okello PROPN NNP flat 1 person
did AUX VBD aux 5
once ADV RB advmod 5
serve VERB VB root 0
as ADP IN case 7
envoy NOUN NN obl 5
. PUNCT . punct 5
"""
PREDICATE = """
She PRON PRP nsubj 4
{} AUX VBZ {} 4
a DET DT det 4
diplomat NOUN NN root 0
. PUNCT . punct 4
"""
IN_MALI = """
The DET DT det 2
soldiers NOUN NNS nsubj 5
in ADP IN case 4
Mali PROPN NNP nmod 2 place
left VERB VBD root 0
. PUNCT . punct 5
"""
UN_ENVOY = """
UN PROPN NNP compound 2 person
Envoy PROPN NNP nmod:desc 3 person
Helen PROPN NNP nsubj 5 person
Okello PROPN NNP flat 3 person
spoke VERB VBD root 0
. PUNCT . punct 5
"""


def test_what_somebody_served_as_is_a_role() -> None:
    assert roles(named(entities_of(SERVED), "Helen Okello")) == ["envoy"]


def test_what_somebody_is_said_to_be_is_nobody_new() -> None:
    found = named(entities_of(COUPLE, PREDICATE.format("is", "cop")), "Helen Okello")
    assert (texts(found), roles(found)) == (["Helen Okello", "She", "a diplomat"], ["diplomat"])
    other = PREDICATE.format("is", "cop").replace("a DET DT det", "not PART RB advmod")
    assert roles(named(entities_of(COUPLE, other), "Helen Okello")) == []


def test_soldiers_in_a_country_are_rarely_its_own() -> None:
    assert named(entities_of(IN_MALI), "soldiers in Mali").country is None


def test_the_body_of_a_title_that_was_taken_into_the_name() -> None:
    entities = entities_of(UN_ENVOY)
    assert named(entities, "Helen Okello").affiliation == named(entities, "UN").id


SMALL_LETTERS = """
Green PROPN NNP compound 3 person
Party PROPN NNP compound 3 person
strategist NOUN NN compound 4 person
Ida PROPN NNP nsubj 6 person
Holm PROPN NNP flat 4 person
spoke VERB VBD root 0
. PUNCT . punct 6
"""


def test_a_description_in_small_letters_is_no_part_of_the_name() -> None:
    assert [e.name for e in entities_of(SMALL_LETTERS).records if e.kind == "person"] == ["Ida Holm"]


SAID_TWICE = """
Amal PROPN NNP nsubj 6 person
Haddad PROPN NNP flat 1 person
Haddad PROPN NNP flat 1 person
AmalGovernor PROPN NNP flat 1 person
now ADV RB advmod 6
spoke VERB VBD root 0
. PUNCT . punct 6
"""


def test_a_name_that_a_page_says_again_the_other_way_round_is_one() -> None:
    assert [e.name for e in entities_of(SAID_TWICE).records if e.kind == "person"] == ["Amal Haddad"]
    apart = SAID_TWICE.replace("AmalGovernor PROPN NNP flat 1 person", "AmalGovernor PROPN NNP flat 1")
    assert [e.name for e in entities_of(apart).records if e.kind == "person"] == ["Amal Haddad"]
    otherwise = SAID_TWICE.replace("AmalGovernor", "AmaalGovernor")
    assert [e.name for e in entities_of(otherwise).records if e.kind == "person"] == ["Amal Haddad"]
