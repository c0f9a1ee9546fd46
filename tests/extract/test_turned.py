"""Forecasts that are put the other way round."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sayso.model import Outlook, Reading

pytestmark = pytest.mark.model
Read = Callable[..., Reading]


def outlooks(read: Read, text: str) -> list[Outlook]:
    return list(read(text, published="2026-02-04").outlooks)


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("The talks may never resume, she conceded.", "may never"),
        ("A fifth round may never take place, he said.", "may never"),
        ("The talks may not resume before June, the mayor said.", "may not"),
        ("The ferry may not sail before June, the mayor said.", "may not"),
        ("The talks might not resume before June, the mayor said.", "might not"),
    ],
)
def test_doubt_is_a_forecast(read: Read, text: str, cue: str) -> None:
    assert [one.cue.text for one in outlooks(read, text)] == [cue]


@pytest.mark.parametrize(
    "text", ["Visitors may not enter the fort.", "Ships may not enter the port before noon.", "You may not smoke here."]
)
def test_a_ban_is_no_forecast(read: Read, text: str) -> None:
    assert outlooks(read, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "I would be surprised if the crew were freed before May, said Ana Holm.",
        '"I would be surprised if the hostages were released before May," Ana Holm said.',
        "Holm said she would be astonished if the truce held.",
    ],
)
def test_who_would_be_surprised_holds_it_unlikely(read: Read, text: str) -> None:
    (one,) = outlooks(read, text)
    assert one.probability is not None
    assert one.probability.high < 0.5


def test_who_would_not_be_surprised_gives_no_degree(read: Read) -> None:
    (one,) = outlooks(read, "I would not be surprised if the truce failed, she said.")
    assert one.probability is None


def test_the_release_is_what_would_surprise(read: Read) -> None:
    reading = read("I would be surprised if the crew were freed before May, said Ana Holm.", published="2026-02-04")
    (outlook,) = reading.outlooks
    assert [e.trigger.text for e in reading.events if e.id == outlook.event] == ["freed"]


@pytest.mark.parametrize(
    ("text", "cues"),
    [
        ('"If the trawlers come back, so will the raids," he said.', ["will"]),
        ('"If the drones return, so will the dead," she said.', ["will"]),
        ("The envoy spoke with rebels on Sunday and is due in Gao on Friday.", ["due"]),
        ("The minister is due in Gao on Friday.", ["due"]),
        ('"The navy expects to be in Sela before the spring," he said.', ["expects"]),
        ("You cannot beat the miners and expect them to go home, he said.", []),
        ("You cannot expect them to go home, he said.", []),
        ("The mayor expects them to go home.", ["expects"]),
        ("The will of the dead is law.", []),
    ],
)
def test_what_is_to_come_is_found_where_it_is_put_otherwise(read: Read, text: str, cues: list[str]) -> None:
    assert [one.cue.text for one in outlooks(read, text)] == cues


def test_what_somebody_wants_a_thing_to_be_like_is_no_outlook(read: Read) -> None:
    assert not read("We want the fair to be fun, the mayor said.").outlooks
