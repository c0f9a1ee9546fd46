"""Transcripts: whose turn it is and how far it goes."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sayso.model import Reading, Statement

pytestmark = pytest.mark.model
Read = Callable[..., Reading]


def turns(reading: Reading) -> list[Statement]:
    return [one for one in reading.statements if one.by == "quotes:label"]


def test_turns_are_direct_speech_of_their_labels(read: Read) -> None:
    reading = read(
        "QUESTION: Will the harbour open this week?\n"
        "MINISTER OKOT: It will. The dredgers came on Monday.\n"
        "QUESTION: And the customs house?\n"
        "MINISTER OKOT: Ask the mayor of Kisumu."
    )
    found = turns(reading)
    assert [one.source.text for one in found if one.source] == ["QUESTION", "MINISTER OKOT"] * 2
    assert [one.act for one in found][::2] == ["ask", "ask"]
    assert {one.manner for one in found} == {"direct"}


def test_speech_of_one_goes_on_to_its_last_own_word(read: Read) -> None:
    reading = read(
        "SECRETARY HADDAD:  Good morning.\n\n"
        "The ferry sank at dawn with eighty people.\n\n"
        "We have sent two ships.\n\n"
        "Office of the Harbour Master, Basra."
    )
    (turn,) = turns(reading)
    assert turn.content.text.endswith("two ships")
    assert len(turn.content.spans) == 3


def test_narrator_between_turns_is_nobodys_turn(read: Read) -> None:
    reading = read(
        "SECRETARY HADDAD: Good morning.\n\nWe have sent two ships.\n\n"
        "The strait is nine miles wide and very deep.\n\nREPORTER: Have you found the ferry?"
    )
    first, second = turns(reading)
    assert first.content.text.endswith("two ships")
    assert second.act == "ask"


def test_heading_with_a_colon_takes_no_article_in(read: Read) -> None:
    reading = read(
        "Amal Haddad: Harbour Plan Is Dead\n\n"
        "The governor of Basra spoke for an hour on Monday.\n\n"
        "“We have no money,” Haddad said."
    )
    assert {one.content.text for one in turns(reading)} == {"Harbour Plan Is Dead"}


def test_turns_in_marks_stay_with_their_speakers(read: Read) -> None:
    reading = read(
        "Okot: “When was the bridge built?”\n\nHaddad: “In 1931, by my grandfather.”\n\nOkot: “And who burned it?”"
    )
    assert [one.content.text for one in turns(reading)] == [
        "“When was the bridge built?”",
        "“In 1931, by my grandfather.”",
        "“And who burned it?”",
    ]


def test_office_and_name_in_the_middle_of_a_line_open_a_turn(read: Read) -> None:
    reading = read(
        "Speech at the opening of the river conference President of Kenya Amal Okot: Friends, I welcome you to Kisumu."
    )
    (turn,) = turns(reading)
    assert turn.source is not None
    assert turn.source.text == "President of Kenya Amal Okot"


def test_a_word_before_the_next_label_is_the_speakers_before(read: Read) -> None:
    reading = read("Ida Holm: I am glad to see you. Welcome. Governor of the Northern Lakes Omar Haddad: Thank you.")
    assert {s.source.text for s in reading.statements if s.source and s.source.text != "I"} == {
        "Ida Holm",
        "Governor of the Northern Lakes Omar Haddad",
    }


def test_a_statement_that_says_whose_it_is(read: Read) -> None:
    reading = read(
        "The below is attributable to Spokesperson Marta Oliveira:\n\n"
        "The minister met the envoys of the lakes. He stressed the need for clean water.\n\n"
        "The two sides agreed to meet in May."
    )
    whole = reading.statements[0]
    assert whole.source is not None
    assert whole.source.text == "Spokesperson Marta Oliveira"
    assert whole.content.text.endswith("agreed to meet in May")
    assert all(s.inside is not None for s in reading.statements[1:])


def test_what_is_attributable_to_a_thing_is_no_statement(read: Read) -> None:
    reading = read("The loss of fish is attributable to the long drought. The lake fell by a metre.")
    assert not reading.statements


def test_all_that_follows_is_the_statement_that_is_announced(read: Read) -> None:
    reading = read(
        "Today, the mayors of Lurin and Dask met at the quay and released the following statement:\n\n"
        "We condemn the raid on the ferry.\n\nThe harbour stays open."
    )
    (turn,) = turns(reading)
    assert turn.source is not None and turn.source.text == "the mayors of Lurin and Dask"
    assert turn.cue is not None and turn.cue.text == "released"
    assert turn.content.text.endswith("The harbour stays open")


def test_a_name_that_the_page_says_again_is_no_part_of_the_label(read: Read) -> None:
    reading = read(
        "President of Lurin Mara Okot Okot MaraPresident of the Republic of Lurin: Good morning. I came for the fair.\n"
        "Governor Ivo Brand: Thank you. We will talk."
    )
    first = turns(reading)[0]
    assert first.source is not None and first.source.text == "President of Lurin Mara Okot"
    assert first.cue is not None and first.cue.text == ":"


def test_turn_ends_at_a_label_with_words_in_brackets(read: Read) -> None:
    reading = read(
        "President of Kenya Amal Okot: Welcome to Kisumu. How was the crossing? "
        "President of the Republic of Chad Idris Haddad(retranslated): It was calm, thank you. "
        "Amal Okot: Shall we see the harbour? Idris Haddad (through an interpreter): With pleasure."
    )
    okot, haddad, again, last = turns(reading)
    assert okot.content.text == "Welcome to Kisumu. How was the crossing?"
    assert haddad.content.text == "It was calm, thank you"
    assert [one.source.text for one in (again, last) if one.source] == ["Amal Okot", "Idris Haddad"]


def test_turn_that_begins_with_dots_goes_on_with_a_sentence(read: Read) -> None:
    reading = read("Amal Okot: The dredgers came on… Idris Haddad:…on Monday, at dawn. Amal Okot: So they did.")
    assert [one.content.text for one in turns(reading)] == [
        "The dredgers came on…",
        "on Monday, at dawn",
        "So they did",
    ]


def test_name_that_comes_back_is_a_label_beside_others(read: Read) -> None:
    reading = read(
        "Governor Amal Okot: Is the bank lending? Head of the Harbour Bank Baltic Shore: Yes. "
        "Amal Okot: How much? Baltic Shore: Nine million this year."
    )
    assert [one.source.text for one in turns(reading) if one.source][1::2] == [
        "Head of the Harbour Bank Baltic Shore",
        "Baltic Shore",
    ]


def test_who_a_label_names_speaks_and_not_the_body_of_the_office(read: Read) -> None:
    reading = read(
        "President of Kenya Amal Okot: How is it? Head of the Federal Harbour Bank of Chad Idris Haddad: It lends."
    )
    names = {entity.id: entity.name for entity in reading.entities}
    assert [names.get(s.source.entity or "") for s in turns(reading) if s.source] == ["Amal Okot", "Idris Haddad"]


def test_turns_behind_a_row_of_stars(read: Read) -> None:
    reading = read(
        "The two signed the treaty.  * * *  President of Chad Paulo Reis: I am glad to see you. "
        "President of Togo Rosa Quint: Thank you for the welcome."
    )
    assert [one.source.text for one in turns(reading) if one.source] == [
        "President of Chad Paulo Reis",
        "President of Togo Rosa Quint",
    ]


def test_an_office_of_a_long_name_in_the_middle_of_a_line_begins_a_turn(read: Read) -> None:
    text = (
        "Beginning of the talks President of the People's Republic of Tolva Ida Holm(retranslated): We welcome you. "
        "President of Chad Karim Sow: Thank you. We are glad."
    )
    names = [s.source.text for s in read(text).statements if s.source and s.manner == "direct"]
    assert [name.split()[-1] for name in names] == ["Holm", "Sow"]
