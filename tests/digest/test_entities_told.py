"""Entities on parses by hand: kinds, sectors, countries, Wikidata items, what a title or a list tells of people."""

from __future__ import annotations

import pytest
from parses import entities_of, named, texts

import sayso
from sayso.model import Entity

LAWMAKERS = """
Kenyan ADJ JJ amod 2 nationality
lawmakers NOUN NNS nsubj 10
such ADJ JJ fixed 4
as ADP IN case 6
Grace PROPN NNP flat 6 person
Otieno PROPN NNP nmod 2 person
and CCONJ CC cc 9
Amos PROPN NNP flat 9 person
Kibet PROPN NNP conj 6 person
left VERB VBD root 0
. PUNCT . punct 10
"""
CITIZENS = """
Somali ADJ JJ amod 2 nationality
officials NOUN NNS nsubj 5
and CCONJ CC cc 4
citizens NOUN NNS conj 2
left VERB VBD root 0
. PUNCT . punct 5
"""
ALLIES = """
Kenya PROPN NNP nmod:poss 3 place
's PART POS case 1
supporters NOUN NNS nsubj 4
objected VERB VBD root 0
. PUNCT . punct 4
"""
SOMALIA = """
Kenya PROPN NNP nsubj 2 place
helped VERB VBD root 0
the DET DT det 4
people NOUN NNS obj 2
of ADP IN case 6
Somalia PROPN NNP nmod 4 place
, PUNCT , punct 2
who PRON WP nsubj 9
defend VERB VBP acl:relcl 4
their PRON PRP$ nmod:poss 11
country NOUN NN obj 9
. PUNCT . punct 2
"""
ITS_TROOPS = """
Kenya PROPN NNP nsubj 2 place
withdrew VERB VBD root 0
its PRON PRP$ nmod:poss 4
troops NOUN NNS obj 2
. PUNCT . punct 2
"""
DOZENS = """
Dozens NOUN NNS nsubj:pass 6
of ADP IN case 4
Kenyan ADJ JJ amod 4 nationality
civilians NOUN NNS nmod 1
were AUX VBD aux:pass 6
hurt VERB VBN root 0
. PUNCT . punct 6
"""
IN_KENYA = """
Talks NOUN NNS nsubj 2
failed VERB VBD root 0
in ADP IN case 4
Kenya PROPN NNP obl 2 place
. PUNCT . punct 2
"""
BODIES = """
The DET DT det 3
9th ADJ JJ amod 3 organization
Brigade PROPN NNP nsubj 4 organization
told VERB VBD root 0
the DET DT det 6
UN PROPN NNP obj 4 organization
. PUNCT . punct 4
"""
SPEAKER = """
State PROPN NNP compound 3 person
Assembly PROPN NNP compound 3 person
Speaker PROPN NNP nmod:desc 5 person
Viktor PROPN NNP flat 5 person
Orlenko PROPN NNP nsubj 6 person
met VERB VBD root 0
Secretary PROPN NNP nmod:desc 11 person
of ADP IN case 9 person
State PROPN NNP nmod 7 person
Anna PROPN NNP flat 11 person
Whitlock PROPN NNP obj 6 person
. PUNCT . punct 6
"""
CROWD = """
We PRON PRP nsubj 2 organization
met VERB VBD root 0
Kenyans PROPN NNPS obj 2 person
, PUNCT , punct 5
Republicans PROPN NNPS conj 3 person
and CCONJ CC cc 7
Tom PROPN NNP conj 3 person
Reed PROPN NNP flat 7 person
, PUNCT , punct 10
Jr. PROPN NNP flat 7 person
. PUNCT . punct 2
"""
OFFICERS = """
Prime PROPN NNP compound 2
Minister PROPN NNP nmod:desc 4
Amos PROPN NNP flat 4 person
Kibet PROPN NNP nsubj 10 person
, PUNCT , punct 7
Deputy PROPN NNP compound 7
Chairman PROPN NNP appos 4
Ali PROPN NNP flat 9 person
Noor PROPN NNP appos 7 person
left VERB VBD root 0
. PUNCT . punct 10
"""
ROLAND = """
Two NUM CD nummod 3
Roland PROPN NNP compound 3 other
missiles NOUN NNS nsubj 4
fell VERB VBD root 0
. PUNCT . punct 4
"""
TANKS = """
Two NUM CD nummod 4
Puma PROPN NNP compound 4 weapon
2 NUM CD nummod 2
tanks NOUN NNS nsubj 5
burned VERB VBD root 0
. PUNCT . punct 5
"""
GENERALS = """
Military ADJ JJ amod 2
officials NOUN NNS nsubj 6
and CCONJ CC cc 5
opposition NOUN NN compound 5
leaders NOUN NNS conj 2
met VERB VBD root 0
. PUNCT . punct 6
"""
PRESIDENTS = """
The DET DT det 2
presidents NOUN NNS nsubj 3
met VERB VBD root 0
. PUNCT . punct 3
"""
PRESIDENT = """
The DET DT det 2
president NOUN NN nsubj 3
left VERB VBD root 0
. PUNCT . punct 3
"""
ADOUM = """
Idriss PROPN NNP flat 2 person
Adoum PROPN NNP nsubj 3 person
called VERB VBD root 0
. PUNCT . punct 3
"""
ADDRESSED = """
Idriss PROPN NNP flat 2 person
Adoum PROPN NNP root 0 person
: PUNCT : punct 2
Mr PROPN NNP nmod:desc 5
President PROPN NNP appos 2
, PUNCT , punct 7
welcome INTJ UH parataxis 2
. PUNCT . punct 2
"""
RELIEF = """
The DET DT det 3
Relief PROPN NNP compound 3 organization
Office PROPN NNP nsubj 11 organization
in ADP IN case 7
the DET DT det 7
Far PROPN NNP compound 7 place
North PROPN NNP nmod 3 place
( PUNCT -LRB- punct 3
ROFN PROPN NNP appos 3
) PUNCT -RRB- punct 3
closed VERB VBD root 0
. PUNCT . punct 11
"""
BRUTAL = """
They PRON PRP nsubj 2
condemned VERB VBD root 0
the DET DT det 4
brutality NOUN NN obj 2
of ADP IN case 7
Mr. PROPN NNP nmod:desc 7
Adoum PROPN NNP nmod 4 person
. PUNCT . punct 2
"""
RULERS = """
The DET DT det 3
Okello PROPN NNP compound 3 person
administration NOUN NN nsubj 4
agreed VERB VBD root 0
. PUNCT . punct 4
"""


def roles(entity: Entity) -> list[str]:
    return [role.text for role in entity.roles]


@pytest.mark.parametrize("name", ["Grace Otieno", "Amos Kibet"])
def test_named_examples_are_of_the_class(name: str) -> None:
    entities = entities_of(LAWMAKERS)
    example = named(entities, name)
    assert (roles(example), example.country, example.sector) == (["Kenyan lawmakers"], "KEN", "LEG")
    assert named(entities, "Kenyan lawmakers").id == entities.of_token(1)


def test_a_bare_second_noun_shares_the_country() -> None:
    citizens = named(entities_of(CITIZENS), "citizens")
    assert (citizens.country, citizens.country_from, citizens.sector) == ("SOM", "words", "CVL")


def test_supporters_are_not_of_the_country() -> None:
    assert named(entities_of(ALLIES), "Kenya 's supporters").country is None


def test_their_country_is_that_of_those_people() -> None:
    entities = entities_of(SOMALIA, placed=True)
    assert texts(named(entities, "Somalia")) == ["Somalia", "their country"]


def test_its_troops_are_of_the_country() -> None:
    assert named(entities_of(ITS_TROOPS), "its troops").country == "KEN"


def test_what_is_counted_is_one_with_the_noun_that_counts() -> None:
    entities = entities_of(DOZENS)
    civilians = named(entities, "Dozens of Kenyan civilians")
    assert (civilians.kind, civilians.country, civilians.sector) == ("group", "KEN", "CVL")
    assert entities.of_token(0) == entities.of_token(3) == civilians.id
    assert [entity.name for entity in entities.records if entity.kind == "group"] == [civilians.name]


def test_a_country_that_acts_is_a_government() -> None:
    assert named(entities_of(ITS_TROOPS, placed=True), "Kenya").sector == "GOV"
    assert named(entities_of(IN_KENYA, placed=True), "Kenya").sector is None


def test_wikidata_items() -> None:
    assert named(entities_of(IN_KENYA, placed=True), "Kenya").wikidata == "Q114"
    assert named(entities_of(BODIES), "UN").wikidata == "Q1065"
    assert named(entities_of(BODIES), "9th Brigade").wikidata is None


def test_units_and_international_organizations() -> None:
    entities = entities_of(BODIES)
    brigade, un = named(entities, "9th Brigade"), named(entities, "UN")
    assert (brigade.kind, brigade.subkind, brigade.sector) == ("organization", "unit", "MIL")
    assert (un.subkind, un.sector) == (None, "IGO")


def test_an_office_is_not_of_the_name() -> None:
    entities = entities_of(SPEAKER)
    assert (roles(named(entities, "Viktor Orlenko")), named(entities, "Viktor Orlenko").sector) == (
        ["State Assembly Speaker"],
        "LEG",
    )
    assert roles(named(entities, "Anna Whitlock")) == ["Secretary of State"]


def test_many_people_are_no_person_and_pronouns_no_names() -> None:
    told = {entity.name: (entity.kind, entity.country) for entity in entities_of(CROWD).records}
    assert told == {
        "Kenyans": ("nationality", "KEN"),
        "Republicans": ("nationality", None),
        "Tom Reed, Jr.": ("person", None),
    }


def test_the_next_ones_title_in_a_list_is_no_role() -> None:
    entities = entities_of(OFFICERS)
    assert roles(named(entities, "Amos Kibet")) == ["Prime Minister"]
    assert roles(named(entities, "Ali Noor")) == ["Deputy Chairman"]


@pytest.mark.parametrize(("sentence", "name", "kind"), [(ROLAND, "Roland", "weapon"), (TANKS, "Puma 2", "vehicle")])
def test_types_of_weapons_and_vehicles(sentence: str, name: str, kind: str) -> None:
    thing = named(entities_of(sentence), name)
    assert (thing.kind, len(thing.mentions)) == (kind, 2)


def test_the_word_beside_a_general_noun_tells_the_sector() -> None:
    entities = entities_of(GENERALS)
    assert named(entities, "Military officials").sector == "MIL"
    assert named(entities, "opposition leaders").sector == "OPP"


def test_one_president_is_not_several() -> None:
    entities = entities_of(PRESIDENTS, PRESIDENT)
    assert [entity.kind for entity in entities.records] == ["group", "person"]


def test_the_title_of_the_page_tells_an_office() -> None:
    silent = named(entities_of(ADOUM), "Idriss Adoum")
    told = named(entities_of(ADOUM, title="Telephone call with President of Chad Idriss Adoum"), "Idriss Adoum")
    behind = named(entities_of(ADOUM, title="Joint Statement by King Adoum of Chad"), "Idriss Adoum")
    assert (silent.country, silent.sector) == (None, None)
    assert (told.country, told.sector, told.country_from) == ("TCD", "GOV", "words")
    assert (behind.country, behind.sector) == ("TCD", "GOV")


def test_a_place_in_the_title_is_nobodys_country_by_itself() -> None:
    assert named(entities_of(ADOUM, title="War in Chad: Adoum speaks"), "Idriss Adoum").country is None


def test_who_is_spoken_to_is_no_role_of_the_speaker() -> None:
    assert roles(named(entities_of(ADDRESSED), "Idriss Adoum")) == []


def test_a_style_ends_the_role() -> None:
    assert roles(named(entities_of(BRUTAL), "Adoum")) == []


def test_first_letters_join_a_name_over_a_preposition() -> None:
    office = named(entities_of(RELIEF), "Relief Office in the Far North")
    assert texts(office) == ["Relief Office in the Far North", "ROFN"]


def test_rulers_by_their_name() -> None:
    assert named(entities_of(RULERS), "Okello administration").sector == "GOV"


@pytest.mark.model
def test_what_neither_does_is_nobody_to_refer_back_to() -> None:
    reading = sayso.read(
        "Neither government has commented on the raid. The federal government then closed the road.",
        published="2025-03-12",
    )
    found = [entity.name for entity in reading.entities if any("federal" in m.text for m in entity.mentions)]
    assert found == ["federal government"]


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "pronoun", "name"),
    [
        ("The abbot visited the mayor and thanked him.", "him", "mayor"),
        ("General Okello received Colonel Reis, showed him the map and wished him well.", "him", "Reis"),
        ("General Okello went home after his soldiers had left him.", "him", "Okello"),
    ],
)
def test_whom_joined_verbs_have_as_object_is_not_their_subject(text: str, pronoun: str, name: str) -> None:
    found = [
        e.name for e in sayso.read(text, published="2025-03-12").entities if pronoun in [m.text for m in e.mentions]
    ]
    assert found == [name]


@pytest.mark.model
def test_a_town_of_one_country_is_not_that_of_another() -> None:
    text = "The envoy flew to Oslo. The foreign ministry in Lagos said that he had landed in the Norwegian city."
    found = [e.name for e in sayso.read(text, published="2025-03-12").entities if "the Norwegian city" in texts(e)]
    assert found == ["Oslo"]


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Mr President, we are glad that Mr Okello came.", {"Okello"}),
        ("Senator Ada Holm, D-Va., criticized the plan.", {"Ada Holm"}),
        ("The Tajiks and the Kazakhs sent nurses.", {"Tajiks", "Kazakhs", "nurses"}),
        ("In the first week of March guards caught a thief.", {"guards", "a thief"}),
    ],
)
def test_forms_of_address_parties_and_months_name_nobody(text: str, names: set[str]) -> None:
    assert {entity.name for entity in sayso.read(text, published="2025-03-22").entities} == names


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "first", "second", "same"),
    [
        ("The cutters damaged a boat. The boats turned back.", "a boat", "The boats", False),
        ("The cutters damaged a boat. The boat turned back.", "a boat", "The boat", True),
        ("The army left the town. The armies met again in Gao.", "The army", "The armies", False),
    ],
)
def test_several_are_not_the_one(text: str, first: str, second: str, same: bool) -> None:
    found = {m.text: e.id for e in sayso.read(text, published="2024-11-19").entities for m in e.mentions}
    assert (found[first] == found[second]) is same
