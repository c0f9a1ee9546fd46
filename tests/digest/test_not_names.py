"""Words that were taken for names and are none, and adjectives that begin the name behind them."""

from __future__ import annotations

from parses import entities_of, named

AUDIT = """
The DET DT det 4
Federal ADJ JJ amod 4 nationality
Audit PROPN NNP compound 4 organization
Board PROPN NNP nsubj 5 organization
met VERB VBD root 0
. PUNCT . punct 5
"""
ASIA = """
Traders NOUN NNS nsubj 2
crossed VERB VBD root 0
Central ADJ JJ amod 4 nationality
Asia PROPN NNP obj 2 facility
. PUNCT . punct 2
"""
KENYAN = """
The DET DT det 4
Kenyan ADJ JJ amod 4 nationality
Audit PROPN NNP compound 4 organization
Board PROPN NNP nsubj 5 organization
met VERB VBD root 0
. PUNCT . punct 5
"""
LONE = """
The DET DT det 3
Presidential ADJ JJ amod 3 nationality
memorandum NOUN NN nsubj 6
and CCONJ CC cc 5
transatlantic ADJ JJ conj 3 nationality
vanished VERB VBD root 0
in ADP IN case 8
March PROPN NNP obl 6 other
. PUNCT . punct 6
"""
OFFICE = """
President PROPN NNP nmod:desc 4 person
of ADP IN case 3 person
Kenya PROPN NNP nmod 1 person
Amos PROPN NNP nsubj 6 place
Kibet PROPN NNP flat 4 place
left VERB VBD root 0
. PUNCT . punct 6
"""
KENYA = """
Kenya PROPN NNP nsubj 2 place
signed VERB VBD root 0
. PUNCT . punct 2
"""
WAR = """
The DET DT det 3
Reef PROPN NNP compound 3 organization
War PROPN NNP nsubj 4 organization
ended VERB VBD root 0
. PUNCT . punct 4
"""


def kinds(*sentences: str, placed: bool = False) -> list[tuple[str, str]]:
    return [(entity.kind, entity.name) for entity in entities_of(*sentences, placed=placed).records]


def test_an_adjective_that_is_of_no_people_begins_the_name_behind_it() -> None:
    assert kinds(AUDIT) == [("organization", "Federal Audit Board")]
    assert ("place", "Central Asia") in kinds(ASIA, placed=True)
    assert kinds(KENYAN) == [("nationality", "Kenyan"), ("organization", "Audit Board")]


def test_words_of_offices_and_of_the_calendar_name_nobody() -> None:
    assert kinds(LONE) == []


def test_the_country_of_an_office_is_nobodys_family() -> None:
    assert ("place", "Kenya") in kinds(OFFICE, KENYA) and ("person", "Kenya") not in kinds(OFFICE, KENYA)


def test_a_war_is_no_body() -> None:
    assert kinds(WAR) == [("other", "Reef War")]


REALMS = """
Representative PROPN NNP nmod:desc 9
for ADP IN case 4
Environmental ADJ JJ amod 4 organization
Protection PROPN NNP nmod 1 organization
, PUNCT , punct 6
Ecology PROPN NNP conj 4 organization
and CCONJ CC cc 8 organization
Transport PROPN NNP conj 4 organization
Haddad PROPN NNP nsubj 10 person
spoke VERB VBD root 0
. PUNCT . punct 10
"""
COUNCIL = """
Secretary PROPN NNP nsubj 6
of ADP IN case 5
the DET DT det 5
Security PROPN NNP compound 5 organization
Council PROPN NNP nmod 1 organization
spoke VERB VBD root 0
. PUNCT . punct 6
"""
COMPACT = """
Compact {pos} {tag} nsubj 2 nationality
won VERB VBD root 0
. PUNCT . punct 2
"""


def test_what_an_office_is_for_is_no_body() -> None:
    assert [entity.name for entity in entities_of(REALMS).records] == ["Haddad"]
    assert named(entities_of(COUNCIL), "Security Council").kind == "organization"


def test_a_word_of_the_language_is_no_people() -> None:
    assert entities_of(COMPACT.format(pos="PROPN", tag="NNP")).records == ()
    assert entities_of(COMPACT.replace("Compact", "Muslims").format(pos="PROPN", tag="NNPS")).records != ()
    assert entities_of(COMPACT.replace("Compact", "Zaghawa").format(pos="PROPN", tag="NNP")).records != ()


US = """
THEY PRON PRP nsubj 2
TAUGHT VERB VBD root 0
US PRON PRP iobj 2 place
ENGLISH PROPN NNP obj 2
. PUNCT . punct 2
"""
DEGREE = """
Amal PROPN NNP nsubj 5 person
Haddad PROPN NNP flat 1 person
, PUNCT , punct 4
MD PROPN NNP appos 1 place
spoke VERB VBD root 0
. PUNCT . punct 5
"""
SMALL_WORDS = """
Some DET DT det 3
surf NOUN NN compound 3 organization
brands NOUN NNS nsubj 4 organization
left VERB VBD root 0
. PUNCT . punct 4
"""
FACTION = """
The DET DT det 2
Front PROPN NNP nsubj 6 organization
( PUNCT -LRB- punct 4
N PROPN NNP appos 2 organization
) PUNCT -RRB- punct 4
split VERB VBD root 0
. PUNCT . punct 6
"""
PARTY = """
The DET DT det 3
Druze ADJ JJ amod 3 nationality
Tamarru PROPN NNP nsubj 4 organization
left VERB VBD root 0
. PUNCT . punct 4
"""
LATIN = """
The DET DT det 3
LATIN ADJ NNP amod 3 nationality
AMERICANS PROPN NNPS nsubj 4 person
left VERB VBD root 0
. PUNCT . punct 4
"""


def test_words_that_name_nothing_by_themselves() -> None:
    assert kinds(US) == []
    assert kinds(DEGREE) == [("person", "Amal Haddad")]
    assert kinds(SMALL_WORDS) == []
    assert kinds(FACTION) == [("organization", "Front")]


def test_a_faith_before_a_name_is_none_of_its_words() -> None:
    assert kinds(PARTY) == [("nationality", "Druze"), ("organization", "Tamarru")]
    assert kinds(LATIN) == [("nationality", "LATIN AMERICANS")]


UNIONS = """
MANY DET DT det 3
LABOR NOUN NN compound 3 organization
UNIONS NOUN NNS nsubj 4 organization
LEFT VERB VBD root 0
. PUNCT . punct 4
"""
LEAGUE = """
THE DET DT det 2
LEAGUE PROPN NNP nsubj 5 organization
OF ADP IN case 4 organization
UNIONS PROPN NNPS nmod 2 organization
LEFT VERB VBD root 0
. PUNCT . punct 5
"""
HOLINESS = """
Your PRON PRP$ nmod:poss 2
Holiness PROPN NNP nsubj 3 person
agreed VERB VBD root 0
. PUNCT . punct 3
"""


def test_kinds_of_people_and_styles_are_no_names() -> None:
    assert ("organization", "LABOR UNIONS") not in [
        (e.kind, e.name) for e in entities_of(UNIONS).records if e.mentions[0].form == "name"
    ]
    assert kinds(LEAGUE) == [("organization", "LEAGUE OF UNIONS")]
    assert kinds(HOLINESS) == []
