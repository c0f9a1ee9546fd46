"""Who is quoted, heard or cited inside of the words of somebody else."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sayso.model import Reading

pytestmark = pytest.mark.model
Read = Callable[..., Reading]


def chain(reading: Reading, word: str) -> list[str]:
    (event,) = (e for e in reading.events if word in e.trigger.text)
    return [link.text for link in event.according_to]


@pytest.mark.parametrize(
    ("text", "word", "links"),
    [
        (
            "Channel Four quoted the governor as saying that the miners had fled.",
            "fled",
            ["Channel Four", "the governor"],
        ),
        ("The daily cited a nurse as saying the guards shot two monks.", "shot", ["The daily", "a nurse"]),
        (
            "Farmers said they had heard from a teacher that the raiders had kidnapped the bishop.",
            "kidnapped",
            ["Farmers", "a teacher"],
        ),
        (
            "The raiders captured the port, Radio Sela reported on Friday, citing two sailors.",
            "captured",
            ["Radio Sela", "two sailors"],
        ),
        (
            "The mayor, citing a report by the harbour police, said the raiders had shelled the mill.",
            "shelled",
            ["The mayor", "a report by the harbour police"],
        ),
    ],
)
def test_who_passes_on_what_others_say_is_the_outer_link(read: Read, text: str, word: str, links: list[str]) -> None:
    assert chain(read(text), word) == links


@pytest.mark.parametrize(
    "text",
    [
        "The mayor, citing safety concerns, said the guards had closed the port.",
        "The mayor said the raiders shelled it.",
    ],
)
def test_a_reason_is_no_source(read: Read, text: str) -> None:
    assert {len(event.according_to) for event in read(text).events} == {1}


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Raiders shelled the mill on Friday, three sailors who asked not to be named said.", "three sailors"),
        ("Guards shot two monks, a teacher who saw it from the quay said.", "a teacher"),
        ("The miners will strike in May, a clerk who was not allowed to speak in public said.", "a clerk"),
    ],
)
def test_a_clause_about_the_speaker_stands_before_the_verb(read: Read, text: str, source: str) -> None:
    (statement,) = read(text).statements
    assert statement.source is not None
    assert statement.source.text.startswith(f"{source} who")


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Minutes seen by the Sela Herald show that the guards shot two monks.", "Minutes seen by the Sela Herald"),
        ("Papers obtained by this newspaper say that the raiders were paid.", "Papers obtained by this newspaper"),
        ("The Sela Herald says that the raiders were paid.", "The Sela Herald"),
    ],
)
def test_a_paper_says_it_and_not_who_saw_it(read: Read, text: str, source: str) -> None:
    (statement,) = read(text).statements
    assert statement.source is not None
    assert statement.source.text == source


@pytest.mark.parametrize(
    "text",
    [
        "Raiders believed to belong to the Amber Front shot two monks.",
        "Guards arrested a clerk thought to be a member of the Amber Front.",
    ],
)
def test_what_is_believed_of_somebody_is_laid_to_nobody(read: Read, text: str) -> None:
    (statement,) = read(text).statements
    assert statement.source is None
    assert statement.content.text.endswith("Amber Front")


def test_whose_people_are_only_believed_to_be_its_own_did_not_do_it(read: Read) -> None:
    for text in (
        "Raiders suspected of belonging to the Amber Front shot two monks.",
        "The raiders, who are believed to belong to the Amber Front, shot two monks.",
    ):
        (event,) = (e for e in read(text).events if e.type == "ASSAULT")
        assert len(event.actors) == 1
        assert "aiders" in event.actors[0].text


def test_a_clause_about_the_subject_does_not_end_what_is_said(read: Read) -> None:
    reading = read("Guards said the raiders, who are thought to be miners, had shelled the port.")
    assert chain(reading, "shelled") == ["Guards"]


def test_who_goes_on_behind_an_aside_says_the_second_clause_too(read: Read) -> None:
    reading = read(
        "The dam is weak, the guild said in a letter on Friday, and there is a fair chance that it will burst."
    )
    assert [o.holder.text if o.holder else None for o in reading.outlooks] == ["the guild"]
    (statement,) = reading.statements
    assert statement.content.text == "The dam is weak and there is a fair chance that it will burst"
