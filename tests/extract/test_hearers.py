"""Who hears it where two talk."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sayso.model import Reading

pytestmark = pytest.mark.model
Read = Callable[..., Reading]
CALL = "Ida Holm stressed that the ferry was safe. Omar Haddad said that the port was not."


def heard(reading: Reading) -> list[tuple[str, str | None]]:
    names = {e.id: e.name for e in reading.entities}
    return [(s.source.text, names.get(s.addressee or "")) for s in reading.statements if s.source]


def test_a_call_that_the_title_names(read: Read) -> None:
    reading = read(CALL, title="Telephone conversation with Governor Omar Haddad")
    assert heard(reading) == [("Ida Holm", "Omar Haddad"), ("Omar Haddad", "Ida Holm")]


@pytest.mark.parametrize(
    "title",
    [None, "The ferry and the port", "Meeting with port workers", "Meeting with Omar Haddad Ferry Company"],
)
def test_no_call_no_hearer(read: Read, title: str | None) -> None:
    assert all(name is None for _, name in heard(read(CALL, title=title)))


def test_a_third_speaker(read: Read) -> None:
    reading = read(CALL + " Tomas Berg warned of a storm.", title="Talks with Omar Haddad")
    assert all(name is None for _, name in heard(reading))


def test_what_both_say_is_said_to_neither(read: Read) -> None:
    reading = read(CALL + " Ida Holm and Omar Haddad said that they would meet in May.", title="Call with Omar Haddad")
    both = next(s for s in reading.statements if s.source and s.source.text == "Ida Holm and Omar Haddad")
    assert both.addressee is None
    assert both.source is not None
    assert both.source.kind == "collective"


def test_a_transcript_of_two(read: Read) -> None:
    reading = read("Ida Holm: Good evening. How is the port?\nOmar Haddad: It is open again.\nIda Holm: I am glad.")
    names = {name for _, name in heard(reading)}
    assert names == {"Ida Holm", "Omar Haddad"}


def test_you_are_the_hearer(read: Read) -> None:
    reading = read("Ida Holm: I want to thank you for the ferry.\nOmar Haddad: You know that it is late.")
    thanks = next(s for s in reading.statements if s.act == "praise")
    assert thanks.addressee is not None
    assert [one.target for one in thanks.stance] == [thanks.addressee]
    assert not [s for s in reading.statements if s.source and s.source.text == "You"]


def test_what_you_said_the_hearer_said(read: Read) -> None:
    reading = read("Ida Holm: The ferry is safe.\nOmar Haddad: You told the guild that the port was open.")
    said = next(s for s in reading.statements if s.source and s.source.text == "You")
    assert {e.id: e.name for e in reading.entities}[said.source.entity if said.source else ""] == "Ida Holm"


def test_who_has_no_doubt_denies_nothing(read: Read) -> None:
    reading = read("Ida Holm: I do not doubt that the ferry is safe.\nOmar Haddad: I doubt that the port is open.")
    acts = {s.cue.text: s.act for s in reading.statements if s.cue and s.source and s.source.text == "I"}
    assert acts == {"do not doubt": "assert", "doubt": "deny"}


def test_a_partner_whom_the_report_calls_by_the_last_name_alone(read: Read) -> None:
    reading = read("Ida Holm stressed that the ferry was safe. Haddad said it was not.", title="Talks with Omar Haddad")
    assert heard(reading) == [("Ida Holm", "Haddad"), ("Haddad", "Ida Holm")]


def test_who_has_turns_is_the_other_one_though_a_third_is_quoted(read: Read) -> None:
    reading = read(
        "Ida Holm: The ferry is safe, as Tomas Berg told the guild.\nOmar Haddad: I am glad.\nIda Holm: It is late.",
        title="Meeting with Omar Haddad",
    )
    assert {name for source, name in heard(reading) if source == "Ida Holm"} == {"Omar Haddad"}


def test_a_partner_whom_the_title_alone_names(read: Read) -> None:
    reading = read(
        "Ida Holm stressed that the ferry was safe. The President of Chad said that the port was not.",
        title="Talks with President of Chad Omar Haddad",
    )
    assert heard(reading)[0] == ("Ida Holm", "Omar Haddad")


def test_the_ruler_whose_government_tells_of_a_call_is_a_side_of_it(read: Read) -> None:
    text = "Omar el-Sharif told Emmanuel Macron that the ferry was safe. Emmanuel Macron said that it was old."
    told = {"title": "Call with Governor Omar el-Sharif", "published": "2023-05-01"}
    others = " Tomas Berg warned of a storm."
    assert ("Omar el-Sharif", "Emmanuel Macron") in heard(read(text + others, outlet="Élysée", **told))
    assert ("Tomas Berg", None) in heard(read(text + others, outlet="Élysée", **told))


def test_answers_are_given_by_whom_the_title_names(read: Read) -> None:
    text = (
        "Governor Ida Holm spoke about the ferry.\n\nQ: Will the ferry go?\n\nA: I think that the ferry will go.\n\n"
        "Q: In May?\n\nA: We hope so. In your opinion, can it?"
    )
    reading = read(text, title="Q&A with Governor Ida Holm")
    names = {e.id: e.name for e in reading.entities}
    said = {names.get(s.source.entity or "") for s in reading.statements if s.source and s.source.text == "A"}
    assert said == {"Ida Holm"}
