"""Everyday life, signs, scores and figures of speech are no events; what looks like them and is one stays."""

from __future__ import annotations

import pytest

from tests.extract.test_events import reading

pytestmark = pytest.mark.model


def types(text: str) -> list[str | None]:
    return [event.type for event in reading(text).events if event.type is not None]


@pytest.mark.parametrize(
    "text",
    [
        "A police car was pulled over on the side of the road.",
        "A lorry was pulled over at the kerb when the fire began.",
        "She was visiting to greet a neighbour's daughter-in-law, who had come from Chad.",
        "She had been in her former neighbourhood to visit Ali Dem.",
        "She stepped out to welcome her new neighbour to the street.",
        "The family welcomed a baby girl on Monday.",
        "I am pleased to welcome you to this festival.",
        "Kidal fell to 15-17 with the loss.",
        'A road sign read: "Gao supports Marta Oduya."',
        'The sign warned, "Speeders will be arrested."',
        'One sign read, "Trust in the belt." Another advised, "Rage is bad," and "Speeders will be arrested."',
        "They saw a road sign in Gao (about nine miles from Kidal), which read, “Gao backs Marta Oduya.”",
        "He could not resist pointing out the error.",
        "The editor couldn't resist the offer.",
        "They are attacking the very foundations of peace.",
        "The decree strikes at the roots of democracy.",
        "The museum will hold weaving demonstrations on Sunday.",
        "The answer that he wanted never came.",
        "She called the house to ask that someone open the door.",
        "Not every shooting results in a death.",
        "One raid may have more than one victim.",
        "I look forward to clearing my name.",
        "The video shows that he had fled, contradicting the sheriff's claim.",
        "Fact-checkers ruled that the claim was false.",
        "The court ruled that the claim was false.",
        "Difficult and demanding missions await the troops.",
    ],
)
def test_no_event(text: str) -> None:
    assert not types(text)


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Police pulled over a lorry in Gao.", "COERCE"),
        ("The driver was pulled over by police for speeding.", "COERCE"),
        ("The minister visited Kidal with his sister on Monday.", "CONSULT"),
        ("Premier Ali Dem visited Chad to mediate in a row between two neighbours.", "CONSULT"),
        ("The minister welcomed the deal.", "SUPPORT"),
        ("Kidal fell to rebels on Monday.", "CONTROL"),
        ("The man who put up the sign in the square said, “We will attack Kidal at dawn.”", "THREATEN"),
        ('A letter of the party read: "We support the strike."', "SUPPORT"),
        ("The mayor resisted calls to resign.", "REJECT"),
        ("Rebels attacked the heart of Kidal.", "ASSAULT"),
        ("Nurses held a noisy demonstration at the ministry.", "PROTEST"),
        ("The union wanted an inquiry into the raid.", "REQUEST"),
        ("Every raid on the town was filmed; the last raid killed nine people.", "ASSAULT"),
        ("The court cleared his name.", "CONCEDE"),
        ("The court ruled that the tax was illegal.", "DECIDE"),
    ],
)
def test_an_event(text: str, type_: str) -> None:
    assert type_ in types(text)


def test_the_resolution_of_disputes_is_no_paper() -> None:
    text = "The council adopted a resolution on Monday. It backs the peaceful resolution of disputes."
    decided = [event.trigger.text for event in reading(text).events if event.type == "DECIDE"]
    assert "resolution" not in decided
