"""Nouns for both sides of one talk: who they are."""

from __future__ import annotations

import pytest

from sayso.model import Event, Reading
from tests.extract.test_events import names, reading, told

pytestmark = pytest.mark.model
CALL = "Telephone conversation with President Rosa Quint"


def who(found: Reading, event: Event) -> set[str]:
    entities = {e.id: e.name for e in found.entities}
    return {entities[p.entity] for p in event.actors if p.entity}


def test_the_two_leaders_are_those_who_met() -> None:
    found = reading("Paulo Reis met Rosa Quint in Oran. The two leaders agreed to end the war.")
    (agreed,) = told(found, "AGREE")
    assert who(found, agreed) == {"Paulo Reis", "Rosa Quint"}
    assert set(names(agreed, "actors")) == {"The two leaders"}


def test_the_parties_of_a_call_are_the_two_who_speak_in_it() -> None:
    found = reading(
        "The leaders discussed the dam. Paulo Reis noted that the water was low. Rosa Quint told of her contacts with "
        "the guild. The conversation was held in a friendly spirit. The parties agreed to continue contacts.",
        title=CALL,
    )
    both = {"Paulo Reis", "Rosa Quint"}
    assert who(found, told(found, "AGREE")[0]) == both
    assert [who(found, event) for event in told(found, "CONSULT", "phone")] == [both, both]


@pytest.mark.parametrize(
    "text",
    [
        "The leaders discussed the dam. Paulo Reis noted that the water was low.",
        "The leaders discussed the dam. Rosa Quint noted that the water was low, Paulo Reis and Jonas Beck denied it.",
    ],
)
def test_a_side_that_the_report_does_not_tell_stays_a_noun(text: str) -> None:
    assert names(told(reading(text, title=CALL), "CONSULT")[0], "actors") == ["The leaders"]


def test_whose_leaders_they_are_is_said_by_the_words() -> None:
    found = reading("Paulo Reis met Rosa Quint in Oran. Party leaders agreed to end the strike.")
    assert names(told(found, "AGREE")[0], "actors") == ["Party leaders"]
