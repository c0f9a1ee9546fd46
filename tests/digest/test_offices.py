"""Offices and who holds them on the day of a report: the table, and what it says of the people who are named."""

from __future__ import annotations

from itertools import pairwise

from parses import gazetteer, parsed, texts

from sayso.digest._naming.offices import load_terms, words_of
from sayso.digest.entities import Entities, find_entities
from sayso.model import Entity, Report

TITLED = """
President PROPN NNP nmod:desc 2
Macron PROPN NNP nsubj 3 person
waved VERB VBD root 0
. PUNCT . punct 3
"""
FULL = """
Emmanuel PROPN NNP nsubj 3 person
Macron PROPN NNP flat 1 person
waved VERB VBD root 0
. PUNCT . punct 3
"""
ALONE = """
Macron PROPN NNP nsubj 2 person
waved VERB VBD root 0
. PUNCT . punct 2
"""
FORMER = """
Former ADJ JJ amod 3
President PROPN NNP nmod:desc 3
Macron PROPN NNP nsubj 4 person
waved VERB VBD root 0
. PUNCT . punct 4
"""
KENYAN = """
Kenyan ADJ JJ amod 3 nationality
President PROPN NNP nmod:desc 3
Macron PROPN NNP nsubj 4 person
waved VERB VBD root 0
. PUNCT . punct 4
"""
FRENCH = """
The DET DT det 3
French ADJ JJ amod 3 nationality
president NOUN NN nsubj 4
left VERB VBD root 0
. PUNCT . punct 4
"""
OUTGOING = """
The DET DT det 4
former ADJ JJ amod 4
French ADJ JJ amod 4 nationality
president NOUN NN nsubj 5
left VERB VBD root 0
. PUNCT . punct 5
"""
BARE = """
The DET DT det 2
President PROPN NNP nsubj 3
left VERB VBD root 0
. PUNCT . punct 3
"""
GOVERNOR = """
The DET DT det 2
Governor NOUN NN nsubj 3
left VERB VBD root 0
. PUNCT . punct 3
"""
CHANCELLOR = """
The DET DT det 3
Federal ADJ JJ amod 3
Chancellor NOUN NN nsubj 4
left VERB VBD root 0
. PUNCT . punct 4
"""
OF_CHAD = """
The DET DT det 2
President NOUN NN nsubj 5
of ADP IN case 4
Chad PROPN NNP nmod 2 place
left VERB VBD root 0
. PUNCT . punct 5
"""
MAJESTY = """
His DET PRP$ nmod:poss 2
Majesty NOUN NN nsubj 3
slept VERB VBD root 0
. PUNCT . punct 3
"""
KING = """
King PROPN NNP nmod:desc 2
Harun PROPN NNP nsubj 3 person
waved VERB VBD root 0
. PUNCT . punct 3
"""
IN_TERM = "2023-05-04"


def read_on(day: str | None, *sentences: str, title: str | None = None) -> Entities:
    doc = parsed(*sentences)
    return find_entities(doc, Report(id="r-1", text=doc.text, title=title, published=day), {}, gazetteer())


def person(entities: Entities) -> Entity:
    return next(entity for entity in entities.records if entity.kind == "person")


def test_a_title_and_surname_in_the_term_give_the_country() -> None:
    found = person(read_on(IN_TERM, TITLED))
    assert (found.country, found.country_from, found.sector) == ("FRA", "table", "GOV")


def test_a_full_name_needs_no_title_and_a_surname_does() -> None:
    assert person(read_on(IN_TERM, FULL)).country == "FRA"
    assert person(read_on(IN_TERM, FULL)).sector == "GOV"
    assert person(read_on(IN_TERM, ALONE)).country is None


def test_nothing_is_claimed_without_a_date_or_outside_of_the_term() -> None:
    assert person(read_on(None, TITLED)).country is None
    assert person(read_on("2010-01-01", TITLED)).country is None


def test_the_words_go_before_the_table() -> None:
    assert person(read_on(IN_TERM, FORMER)).country is None
    kenyan = person(read_on(IN_TERM, KENYAN))
    assert (kenyan.country, kenyan.country_from) == ("KEN", "words")


def test_office_and_name_are_one_person() -> None:
    assert texts(person(read_on(IN_TERM, FULL, FRENCH))) == ["Emmanuel Macron", "The French president"]
    assert texts(person(read_on(IN_TERM, FRENCH, FULL))) == ["The French president", "Emmanuel Macron"]


def test_who_held_the_office_before_is_somebody_else() -> None:
    people = [e for e in read_on(IN_TERM, FULL, OUTGOING).records if e.kind == "person"]
    assert len(people) == 2
    assert len([e for e in read_on(None, FULL, FRENCH).records if e.kind == "person"]) == 2


def test_the_table_has_one_holder_at_a_time() -> None:
    terms = sorted(load_terms(), key=lambda term: (term.offices, term.start))
    for before, term in pairwise(terms):
        assert before.offices != term.offices or before.end <= term.start, term


def test_hyphens_and_accents_do_not_tell_names_apart() -> None:
    assert words_of("Kim Jong-un") == words_of("Kim Jong Un")
    assert words_of("Recep Tayyip Erdoğan") == words_of("Recep Tayyip Erdogan")


def test_the_office_alone_is_the_only_one_who_bears_it() -> None:
    assert texts(person(read_on(IN_TERM, BARE, FULL))) == ["The President", "Emmanuel Macron"]
    assert len([e for e in read_on(None, BARE, FULL).records if e.kind == "person"]) == 2
    two = read_on(IN_TERM, BARE, FULL, title="Talks with President of Chad Idriss Adoum")
    assert [e.name for e in two.records if e.kind == "person"] == ["President", "Emmanuel Macron"]


def test_the_title_of_the_page_names_the_office() -> None:
    title = "Talks with President of Chad Idriss Adoum"
    found = person(read_on(None, OF_CHAD, title=title))
    assert (found.name, found.country, found.country_from) == ("Idriss Adoum", "TCD", "words")
    assert person(read_on(None, BARE, title="Macron flies home")).name == "President"
    assert person(read_on(IN_TERM, BARE, title="Emmanuel Macron flies home")).name == "Emmanuel Macron"
    assert person(read_on(None, OF_CHAD, title="President of Chad Idriss Adoum Flies Home")).name == "President of Chad"


def test_an_office_of_a_town_or_region_and_one_of_a_federation() -> None:
    assert person(read_on(None, GOVERNOR, title="Meeting with Governor of Basra Amal Haddad")).name == "Amal Haddad"
    assert person(read_on(None, GOVERNOR, title="Meeting with Governor of Basra")).name == "Governor"
    federal = "Call with Federal Chancellor of Austria Amal Haddad"
    assert person(read_on(None, CHANCELLOR, title=federal)).name == "Amal Haddad"


def test_majesty_is_the_only_monarch() -> None:
    assert texts(person(read_on(None, KING, MAJESTY))) == ["Harun", "His", "His Majesty"]
    assert "His Majesty" not in texts(person(read_on(IN_TERM, FULL, MAJESTY)))


MIDDLE = """
Emmanuel PROPN NNP nsubj 4 person
J. PROPN NNP flat 1 person
Macron PROPN NNP flat 1 person
waved VERB VBD root 0
. PUNCT . punct 4
"""
PARIS = """
France PROPN NNP nsubj 2 place
won VERB VBD root 0
. PUNCT . punct 2
"""


def test_a_middle_initial_does_not_tell_names_apart() -> None:
    assert person(read_on(IN_TERM, MIDDLE)).country == "FRA"


def test_a_ruler_is_known_by_surname_where_the_country_is_spoken_of() -> None:
    found = person(read_on(IN_TERM, ALONE, PARIS))
    assert (found.country, found.country_from) == ("FRA", "table")


def test_who_once_held_an_office_stays_of_the_country_that_is_spoken_of() -> None:
    assert person(read_on("2001-01-01", FULL)).country is None
    found = person(read_on("2001-01-01", FULL, PARIS))
    assert (found.country, found.country_from, found.sector) == ("FRA", "table", None)
