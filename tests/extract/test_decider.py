"""Who decides and gives where the sentence's own verb does not say it."""

from __future__ import annotations

import pytest

from tests.extract.test_events import names, reading, told

pytestmark = pytest.mark.model


def test_a_passive_decision_goes_on_with_the_decider_before_it() -> None:
    found = reading("President Quint ordered a census. The cabinet was also instructed to find the money.")
    assert [names(event, "actors")[0].split()[-1] for event in told(found, "DECIDE", "order")] == ["Quint", "Quint"]


@pytest.mark.parametrize(
    "text",
    [
        "Rosa Quint met the miners. The cabinet was instructed to find the money.",
        'President Quint ordered a census. Paulo Reis said: "The cabinet was instructed to find the money."',
        "President Quint ordered a census. The cabinet, which was instructed to find the money, resigned.",
    ],
)
def test_others_decide_elsewhere(text: str) -> None:
    assert names(told(reading(text), "DECIDE", "order")[-1], "actors") == []


def test_who_announces_aid_gives_it() -> None:
    found = reading(
        "The Department of Trade is announcing $2 million in humanitarian assistance to help people inside Mali, "
        "including by supplying water."
    )
    assert names(told(found, "AID")[0], "actors") == ["Department of Trade"]


def test_joined_deeds_share_whose_they_are() -> None:
    found = reading("We condemn the rebels' invasion of the island and attacks on the people of Gao.")
    assert [names(event, "actors") for event in told(found, "ASSAULT")] == [["the rebels"]] * 2
    found = reading("We condemn the rebels' invasion of the island and the attacks on the people of Gao.")
    assert names(told(found, "ASSAULT")[-1], "actors") == []
