"""Statements that the cue table and the parse give where the attribution head saw none, or saw half."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sayso.model import Reading

pytestmark = pytest.mark.model
Read = Callable[..., Reading]


def said(reading: Reading) -> list[tuple[str | None, str, str]]:
    return [
        (s.source.text if s.source else None, s.cue.text if s.cue else "", s.content.text) for s in reading.statements
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sweden denies arming the smugglers.", ("Sweden", "denies", "arming the smugglers")),
        ("It was stressed that the canal must stay open.", (None, "was stressed", "that the canal must stay open")),
        ("As I told the council last week, the dam is sound.", ("I", "told", "the dam is sound")),
        ("The pier burned, a reporter for the Gazette saw.", ("a reporter for the Gazette", "saw", "The pier burned")),
    ],
)
def test_what_is_said_in_another_frame(read: Read, text: str, expected: tuple[str | None, str, str]) -> None:
    assert said(read(text)) == [expected]


def test_several_speakers_close_the_sentence(read: Read) -> None:
    reading = read("Fog came. Two crews were missing, fishermen and a source at the pier said.")
    assert said(reading) == [("fishermen and a source at the pier", "said", "Two crews were missing")]


def test_a_clause_before_the_last_words_is_said_only_if_it_is_whole(read: Read) -> None:
    assert not said(read("When the ferry sank, the crew saw."))


def test_verbs_in_a_row_each_have_their_own(read: Read) -> None:
    reading = read("The envoy condemned the strike, called for an inquiry and thanked the medics.")
    assert [(cue, content) for _, cue, content in said(reading)] == [
        ("condemned", "the strike"),
        ("called for", "an inquiry"),
        ("thanked", "the medics"),
    ]


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        (
            "The council denied a claim by the Orlan harbour ministry that it had lost the pier.",
            "the Orlan harbour ministry",
        ),
        ("Norway rejected Swedish criticism that it was starving the port.", "Swedish"),
    ],
)
def test_a_claim_within_a_denial_is_its_owners(read: Read, text: str, owner: str) -> None:
    outer, inner = read(text).statements
    assert inner.source is not None and inner.source.text == owner
    assert inner.inside == outer.id and outer.act == "deny"


def test_an_agency_that_reports_is_the_one_that_says_it(read: Read) -> None:
    reading = read("The ferry sank, he told the court on Monday, Interfax reported.")
    outer = max(reading.statements, key=lambda s: len(s.content.text))
    assert outer.source is not None and outer.source.text == "Interfax"


def test_what_an_act_is_aimed_at_is_part_of_it(read: Read) -> None:
    (statement,) = read("The league denounced the raid on the ferry.").statements
    assert statement.content.text == "the raid on the ferry"


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        ("The mate is believed to have slept.", "is believed", "The mate to have slept"),
        ("The crew was reported to have fled.", "was reported", "The crew to have fled"),
    ],
)
def test_what_is_said_of_somebody_by_nobody(read: Read, text: str, cue: str, content: str) -> None:
    assert said(read(text)) == [(None, cue, content)]


def test_a_clause_after_the_semicolon_is_somebody_elses(read: Read) -> None:
    reading = read(
        "A first load of shells was destroyed when a missile struck a warehouse in Lurin, according to two officers; "
        "the ministry said at the time that it had hit a fuel store."
    )
    assert said(reading)[0] == (
        "two officers",
        "according to",
        "A first load of shells was destroyed when a missile struck a warehouse in Lurin",
    )


def test_all_before_the_last_speaker_is_said(read: Read) -> None:
    reading = read(
        "Six guards were injured, two of them seriously, when masked youths threw stones at a cordon on Pier Square, "
        "Minister Goran Lutic told a press conference."
    )
    assert said(reading)[0][2].endswith("a cordon on Pier Square")


def test_what_somebody_calls_a_thing(read: Read) -> None:
    reading = read("In a post on X, Governor Okot called the vote a farce. They call the hill Old Knob.")
    assert said(reading) == [("Governor Okot", "called", "the vote a farce")]


def test_what_somebody_is_called_on_to_do_is_said_whatever_the_parse_hangs_it_on(read: Read) -> None:
    reading = read("The envoy called on both camps to hold fire.")
    assert said(reading) == [("The envoy", "called on", "both camps to hold fire")]


def test_a_clause_that_is_marked_says_nothing_of_the_one_before(read: Read) -> None:
    (statement,) = read(
        "Okot said the raid was a crime, that Chad would answer and that the guild would help."
    ).statements
    assert statement.content.text.startswith("the raid was")
