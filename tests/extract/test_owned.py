"""Who does what a noun tells where the parse does not say so; what is done by a vote."""

from __future__ import annotations

import pytest

from tests.extract.test_events import reading

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "word", "actors"),
    [
        ("Chad's unprovoked, unlawful invasion of Niger began in May.", "invasion", ["Chad"]),
        ("Chad's unprovoked, unjustified, and unlawful invasion of Niger went on.", "invasion", ["Chad"]),
        ("Thousands marched after Paulo Reis's killing.", "killing", []),
        ("The film shows the police killings of miners.", "killings", ["police"]),
        ("It lists nine army killings of herders.", "killings", ["army"]),
        ("It lists nine herder killings of the summer.", "killings", []),
        ("UN General Assembly Vote To Condemn Invasion of Niger", "Condemn", ["UN General Assembly"]),
    ],
)
def test_whose_it_is(text: str, word: str, actors: list[str]) -> None:
    (event,) = [event for event in reading(text).events if event.trigger.text == word]
    assert [one.text for one in event.actors] == actors


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The senate voted to condemn the raid on Monday.", "occurred"),
        ("The senate voted to suspend Chad's membership.", "occurred"),
        ("Assembly Votes to Condemn Raid", "occurred"),
        ("The senate did not vote to condemn the raid.", "did_not_occur"),
        ("The senate will vote to condemn the raid.", "planned"),
        ("The council's vote to condemn Chad failed on Monday.", "planned"),
    ],
)
def test_what_is_done_by_a_vote(text: str, status: str) -> None:
    (event,) = [e for e in reading(text).events if e.type in ("ACCUSE", "SANCTION")]
    assert event.status == status
