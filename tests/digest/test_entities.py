"""Entities on parses by hand: what is one thing, what it is called, whom a pronoun means, whose country it is."""

from __future__ import annotations

import pytest
from parses import entities_of, gazetteer, named, parsed, texts
from spacy.tokens import Doc
from work import calls

from sayso.digest.entities import Entities, find_entities
from sayso.digest.places import find_places
from sayso.model import Report
from sayso.pipeline import read as read_reports

OTIENO = """
Kenyan ADJ JJ amod 2 nationality
MP NOUN NN nmod:desc 3
Grace PROPN NNP nsubj 5 person
Otieno PROPN NNP flat 3 person
met VERB VBD root 0
the DET DT det 10
African PROPN NNP amod 8 organization
Union PROPN NNP compound 10 organization
( PUNCT -LRB- punct 8
AU PROPN NNP appos 8 organization
) PUNCT -RRB- punct 8
envoy NOUN NN obj 5
. PUNCT . punct 5
"""
SHE = """
She PRON PRP nsubj 2
said VERB VBD root 0
the DET DT det 4
AU PROPN NNP nsubj 6 organization
had AUX VBD aux 6
asked VERB VBN ccomp 2
Otieno PROPN NNP obj 6 person
twice ADV RB advmod 6
. PUNCT . punct 2
"""
OFFICIALS = """
Two NUM CD nummod 3
Kenyan ADJ JJ amod 3 nationality
officials NOUN NNS nsubj 4
denied VERB VBD root 0
it PRON PRP obj 4
. PUNCT . punct 4
"""
THEY = """
They PRON PRP nsubj 2
left VERB VBD root 0
Nairobi PROPN NNP obj 2 place
. PUNCT . punct 2
"""
CITY = """
The DET DT det 2
city NOUN NN nsubj 3
slept VERB VBD root 0
. PUNCT . punct 3
"""
ALIAS = """
President PROPN NNP nmod:desc 3
of ADP IN case 3
Chad PROPN NNP nmod 4 person
Idriss PROPN NNP nsubj 10 person
Adoum PROPN NNP flat 4 person
, PUNCT , punct 4
alias ADV RB advmod 8
Jaber PROPN NNP appos 4 person
, PUNCT , punct 4
spoke VERB VBD root 0
. PUNCT . punct 10
"""
JABER = """
Gen. PROPN NNP nmod:desc 2 person
Jaber PROPN NNP nsubj 3 person
toured VERB VBD root 0
U.S.-backed ADJ JJ amod 5 organization
camps NOUN NNS obj 3
. PUNCT . punct 3
"""
SPOKESMAN = """
Col. PROPN NNP nmod:desc 2
Tesfaye PROPN NNP nsubj 9 person
, PUNCT , punct 2
a DET DT det 5
spokesman NOUN NN appos 2
for ADP IN case 8
the DET DT det 8
army NOUN NN nmod 5
resigned VERB VBD root 0
. PUNCT . punct 9
"""
THE_SPOKESMAN = """
The DET DT det 2
spokesman NOUN NN nsubj 3
thanked VERB VBD root 0
his PRON PRP$ nmod:poss 5
men NOUN NNS obj 3
. PUNCT . punct 3
"""

RAIDS = """
Kenyan ADJ JJ amod 2 nationality
raids NOUN NNS nsubj 7
on ADP IN case 6
the DET DT det 5
country NOUN NN nmod:poss 6
grid NOUN NN nmod 2
followed VERB VBD root 0
. PUNCT . punct 7
"""
KENYA = """
Kenya PROPN NNP nsubj 2 place
denied VERB VBD root 0
it PRON PRP obj 2
. PUNCT . punct 2
"""
UGANDA = """
Uganda PROPN NNP nsubj 2 place
protested VERB VBD root 0
. PUNCT . punct 2
"""


def read(*sentences: str) -> tuple[Doc, Entities]:
    entities = entities_of(*sentences)
    return entities.doc, entities


def test_short_forms_pronouns_and_roles_of_a_person() -> None:
    _, entities = read(OTIENO, SHE)
    otieno = named(entities, "Grace Otieno")
    assert texts(otieno) == ["Grace Otieno", "She", "Otieno"]
    assert [role.text for role in otieno.roles] == ["Kenyan MP"]
    assert (otieno.kind, otieno.country, otieno.country_from, otieno.sector) == ("person", "KEN", "words", "LEG")


def test_an_acronym_and_its_expansion_are_one() -> None:
    _, entities = read(OTIENO, SHE)
    assert texts(named(entities, "African Union")) == ["African Union", "AU", "AU"]


def test_unnamed_groups_and_they() -> None:
    _, entities = read(OFFICIALS, THEY)
    officials = named(entities, "Two Kenyan officials")
    assert (officials.kind, officials.country, officials.sector) == ("group", "KEN", "GOV")
    assert texts(officials) == ["Two Kenyan officials", "They"]


def test_the_city_is_the_one_named_last() -> None:
    _, entities = read(THEY, CITY)
    assert texts(named(entities, "Nairobi")) == ["Nairobi", "The city"]


def test_the_country_that_is_raided_is_not_the_one_that_raids() -> None:
    doc = parsed(UGANDA, KENYA, RAIDS)
    report = Report(id="r-1", text=doc.text)
    named_here = find_entities(doc, report, find_places(doc, report, gazetteer()), gazetteer())
    assert "the country" in texts(named(named_here, "Uganda"))


def test_the_spokesman_is_the_one_who_was_introduced() -> None:
    _, entities = read(SPOKESMAN, THE_SPOKESMAN)
    tesfaye = named(entities, "Tesfaye")
    assert [role.text for role in tesfaye.roles] == ["Col.", "spokesman for the army"]
    assert texts(tesfaye) == ["Tesfaye", "a spokesman for the army", "The spokesman", "his"]
    assert tesfaye.sector == "MIL"


def test_offices_countries_ranks_and_aliases_are_told_from_the_name() -> None:
    _, entities = read(ALIAS, JABER)
    adoum = named(entities, "Idriss Adoum")
    assert texts(adoum) == ["Idriss Adoum", "Jaber", "Jaber"]
    assert [role.text for role in adoum.roles] == ["President of Chad", "Gen."]
    assert (adoum.country, adoum.sector) == ("TCD", "GOV")
    assert texts(named(entities, "Chad")) == ["Chad"] and named(entities, "Chad").kind == "place"
    assert named(entities, "U.S.").kind == "place"


def test_entity_of_looks_at_the_head_of_the_words() -> None:
    doc, entities = read(OTIENO, SHE)
    otieno = named(entities, "Grace Otieno").id
    assert entities.entity_of((0, len("Kenyan MP Grace Otieno"))) == otieno
    assert entities.entity_of((0, len("Kenyan MP"))) == otieno
    assert entities.entity_of((0, len("Kenyan"))) == named(entities, "Kenyan").id
    start = doc.text.index("met")
    assert entities.entity_of((start, start + 3)) is None


def test_every_span_is_exact_and_ids_are_in_text_order() -> None:
    doc, entities = read(OTIENO, SHE, OFFICIALS, THEY, CITY, SPOKESMAN, THE_SPOKESMAN)
    for entity in entities.records:
        for mention in entity.mentions:
            assert doc.text[slice(*mention.spans[0])] == mention.text != ""
        assert all(doc.text[slice(*role.spans[0])] == role.text for role in entity.roles)
    assert [entity.id for entity in entities.records] == [f"e{i + 1}" for i in range(len(entities.records))]
    first = [entity.mentions[0].spans[0][0] for entity in entities.records]
    assert first == sorted(first)


def test_speakers_pronouns_can_be_added() -> None:
    doc, entities = read(SHE.replace("She PRON", "I PRON"), OTIENO)
    assert entities.speakers == (0,)
    more = entities.with_pronouns({0: named(entities, "Grace Otieno").id})
    assert texts(named(more, "Grace Otieno"))[0] == "I" and more.speakers == ()
    assert more.entity_of((0, 1)) == named(entities, "Grace Otieno").id and doc.text.startswith("I said")


def test_an_empty_report() -> None:
    _, entities = read("")
    assert entities.records == () and entities.entity_of((0, 5)) is None


@pytest.mark.slow
def test_time_grows_with_the_text_and_not_faster() -> None:
    def work(times: int) -> int:
        doc = parsed(*[OTIENO, SHE, OFFICIALS, THEY, CITY] * times)
        report, known = Report(id="r-1", text=doc.text), gazetteer()
        return calls(lambda: find_entities(doc, report, {}, known))

    assert work(400) < 12 * work(50)


@pytest.mark.model
def test_of_two_people_of_one_surname_the_title_and_the_relative_tell() -> None:
    text = "Khizr Amin and his wife Ghazala Amin spoke. Mr Amin wept. Mrs Amin left. Amin sat down."
    (reading,) = read_reports([Report(id="r-1", text=text)])
    by_name = {e.name: [m.text for m in e.mentions if m.form == "name"] for e in reading.entities if e.kind == "person"}
    assert by_name == {"Khizr Amin": ["Khizr Amin", "Amin", "Amin"], "Ghazala Amin": ["Ghazala Amin", "Amin"]}


@pytest.mark.model
def test_who_adds_something_is_not_in_what_is_added() -> None:
    text = (
        "A verdict is unlikely before May, said Hanna Brode, who teaches at Leiden University. "
        "Germany, which convicted a Syrian colonel in 2022, could open two further cases next year, she added."
    )
    (reading,) = read_reports([Report(id="r-1", text=text)])
    she = next(e for e in reading.entities if any(m.text == "she" for m in e.mentions))
    assert she.name == "Hanna Brode"


@pytest.mark.model
def test_who_is_introduced_without_a_name_gets_the_name_behind_it() -> None:
    text = "A fifth captive, a driver named Wilmer Tarazo, did not survive. His body was found on Tuesday."
    (reading,) = read_reports([Report(id="r-1", text=text)])
    wilmer = next(e for e in reading.entities if e.name == "Wilmer Tarazo")
    assert [m.text for m in wilmer.mentions] == ["A fifth captive", "a driver", "Wilmer Tarazo", "His"]
    assert [role.text for role in wilmer.roles] == ["fifth captive", "driver"]


@pytest.mark.model
def test_a_place_is_written_as_the_text_has_it_and_not_as_its_dateline() -> None:
    text = "MAIDUGURI, Nigeria — Two people died in Maiduguri on Monday, police said."
    (reading,) = read_reports([Report(id="a", text=text)])
    assert next(e.name for e in reading.entities if e.kind == "place") == "Maiduguri"
