"""What is said around an aside, by one who is quoted by another, and what others say beside it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sayso.model import Reading
from tests.extract.test_heard import chain

pytestmark = pytest.mark.model
Read = Callable[..., Reading]


def said(reading: Reading) -> list[tuple[str, str]]:
    """Source and content of every statement, in text order."""
    return [(s.source.text if s.source else "", " ".join(s.content.text.split())) for s in reading.statements]


@pytest.mark.parametrize(
    ("text", "word", "links"),
    [
        (
            '"The ford is closed," Radio Sela quoted the governor as saying on Monday.',
            "closed",
            ["Radio Sela", "the governor"],
        ),
        (
            '"The fleet will not sail," the daily Lume quoted Admiral Holm as saying.',
            "sail",
            ["the daily Lume", "Admiral Holm"],
        ),
        (
            '"Whoever crosses the ford will be shot," her office quoted her as telling the commanders.',
            "shot",
            ["her office", "her"],
        ),
        (
            '"The ford is closed," the governor was quoted by Radio Sela as saying.',
            "closed",
            ["Radio Sela", "the governor"],
        ),
        ('"The ford is closed," the governor was quoted as saying.', "closed", ["the governor"]),
        (
            "Radio Sela quoted its founder as saying that the guards had fled.",
            "fled",
            ["Radio Sela", "its founder"],
        ),
    ],
)
def test_whoever_is_quoted_says_what_stands_in_front(read: Read, text: str, word: str, links: list[str]) -> None:
    assert chain(read(text), word) == links


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        (
            "If the ford is lost, warned a foreign trader in Gao, the market might close.",
            "a foreign trader in Gao",
            "If the ford is lost the market might close",
        ),
        (
            "If the ceasefire fails, said a senior envoy, the army will shell the port.",
            "a senior envoy",
            "If the ceasefire fails the army will shell the port",
        ),
        (
            "Unless the dam is repaired, cautioned the governor, the valley could flood.",
            "the governor",
            "Unless the dam is repaired the valley could flood",
        ),
        ("The raiders, said a farmer, burned the mill.", "a farmer", "The raiders burned the mill"),
        (
            "The guards, warns the mayor, will shoot at anyone who approaches.",
            "the mayor",
            "The guards will shoot at anyone who approaches",
        ),
    ],
)
def test_an_aside_divides_what_its_speaker_says(read: Read, text: str, source: str, content: str) -> None:
    reading = read(text)
    assert said(reading) == [(source, content)]
    assert {link.text for event in reading.events for link in event.according_to} <= {source}
    assert {outlook.holder.text for outlook in reading.outlooks if outlook.holder} <= {source}


def test_a_list_of_deeds_is_no_aside(read: Read) -> None:
    (event,) = (e for e in read("The general shelled the port, warned the crews, and left.").events if e.type)
    assert (event.actors[0].text, event.according_to) == ("The general", ())


def test_whom_somebody_tells_it_is_no_speaker(read: Read) -> None:
    text = 'The foreman, who kept his post, told a nurse, "You saw nothing here."'
    (statement,) = (s for s in read(text).statements if "nothing" in s.content.text)
    assert statement.source is not None
    assert statement.source.text.startswith("The foreman")
    assert statement.addressee is not None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Turan says that a rocket hit a clinic; Sogda denies having fired rockets.",
            [("Turan", "that a rocket hit a clinic"), ("Sogda", "having fired rockets")],
        ),
        (
            "The army said a shell hit a clinic, while the rebels deny having fired it.",
            [("The army", "a shell hit a clinic"), ("the rebels", "having fired it")],
        ),
        (
            "The army says a rocket struck a clinic, while the rebels say it was empty.",
            [("The army", "a rocket struck a clinic"), ("the rebels", "it was empty")],
        ),
        (
            "The army said rebels shelled a clinic, but the rebels denied that they had shelled it.",
            [("The army", "rebels shelled a clinic"), ("the rebels", "that they had shelled it")],
        ),
    ],
)
def test_what_others_deny_beside_it_is_their_own(read: Read, text: str, found: list[tuple[str, str]]) -> None:
    assert said(read(text)) == found
    assert {len(event.according_to) for event in read(text).events} <= {0, 1}


@pytest.mark.parametrize("tail", ["while the rebels deny having fired it", "while the rebels say it was theirs"])
def test_a_clause_is_whole_before_what_others_say(read: Read, tail: str) -> None:
    first = said(read(f"The army said that a shell struck a clinic, {tail}."))[0]
    assert first == ("The army", "that a shell struck a clinic")


@pytest.mark.parametrize(
    "text",
    [
        "Officials said the patrol was near the village but was ordered to withdraw.",
        "Two diplomats said that the fleet had been near enough to help but was told to stay away.",
        "Miners said the gate was open and was guarded by soldiers.",
    ],
)
def test_what_was_done_to_its_subject_is_said_too(read: Read, text: str) -> None:
    (statement,) = (s for s in read(text).statements if s.inside is None)
    assert text.removesuffix(".").endswith(statement.content.text)


@pytest.mark.parametrize(
    "between",
    [
        "referring to the capture of the port",
        "alluding to the raid of that winter on the northern port, which the navy lost in a night of fog and fire",
        "alluding to the fall of the port",
    ],
)
def test_a_quotation_goes_on_behind_what_was_meant(read: Read, between: str) -> None:
    text = f'"It is winter again," said Ana Holm, an analyst, {between}. "The navy takes a ship and nobody asks."'
    contents = [s.content.text for s in read(text).statements if s.cue and s.cue.text == "said"]
    assert contents == ['"It is winter again," "The navy takes a ship and nobody asks."']


def test_a_word_of_contrast_may_open_the_text(read: Read) -> None:
    assert read("But this calm, Mr. Okello says, is making mill owners nervous.").statements
