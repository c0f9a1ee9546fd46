"""Words of acts in another sense, and acts in words that are often of something else."""

from __future__ import annotations

import pytest

from tests.extract.test_events import reading

pytestmark = pytest.mark.model


def types(text: str) -> set[str]:
    return {event.type for event in reading(text).events if event.type is not None}


CAMPAIGN = "The candidate won the primary. He hopes for the nomination. "


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("She spoke of the budget, as opposed to the harvest.", "REJECT"),
        ("They take the vote of the valley for granted.", "DECIDE"),
        ("The envoy started backing up, a guard said.", "SUPPORT"),
        ("Most provinces that will hold a vote March 1 are poor.", "PROTEST"),
        ("The envoy must not have written the letter, the spokesman said.", "REQUEST"),
        ("The mayor wants to call out the governor on this.", "REQUEST"),
        ("Bill Okello voted for Mark Auma.", "DECIDE"),
        ("Dominating the conversation wins no votes.", "CONSULT"),
        (CAMPAIGN + "He held a rally in Gao on Saturday.", "PROTEST"),
        ("Aggression must not be rewarded, the president said.", "ASSAULT"),
    ],
)
def test_another_sense_is_no_act(text: str, kind: str) -> None:
    assert kind not in types(text)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The minister was opposed to the dam.", "REJECT"),
        ("The mine was granted to the clan by the minister.", "DECIDE"),
        ("The union is backing the governor.", "SUPPORT"),
        ("Protesters will hold a march on Monday.", "PROTEST"),
        ("The envoy must leave the town, the spokesman said.", "REQUEST"),
        ("The mayor called on the governor to resign.", "REQUEST"),
        ("The minister had a conversation with the envoy.", "CONSULT"),
        ("The envoy met the king. The conversation lasted an hour.", "CONSULT"),
        ("The discussion focused on drones for the navy.", "CONSULT"),
        (CAMPAIGN + "The union held a rally against the pay cut on Saturday.", "PROTEST"),
        ("Teachers held a rally in Gao on Saturday.", "PROTEST"),
        ("The aggression against Chad was condemned.", "ASSAULT"),
        ("The delegation walked out of the talks.", "SANCTION"),
    ],
)
def test_the_same_words_of_an_act(text: str, kind: str) -> None:
    assert kind in types(text)
