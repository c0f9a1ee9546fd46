"""Phrases whose words stand far apart, around a long object or on both sides of a participle, and look-alikes."""

from __future__ import annotations

import pytest

from tests.extract.test_plain_words import events, texts

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "type_", "words", "recipients"),
    [
        ("Rebels put more than a dozen of its barns to the torch.", "ASSAULT", "put to torch", ["its barns"]),
        (
            "Gunmen peppered the van of one of the younger judges with bullets.",
            "ASSAULT",
            "peppered with bullets",
            ["van"],
        ),
        ("The port was cut off by a barricade erected by dockers.", "PROTEST", "barricade erected", []),
        ("The charity trucked nine tonnes of flour to the camp.", "AID", "trucked", ["camp"]),
    ],
)
def test_apart(text: str, type_: str, words: str, recipients: list[str]) -> None:
    found = [(e.trigger.text, texts(e.recipients)) for e in events(text) if e.type == type_]
    assert (words, recipients) in found, found


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Calls made to the bank were not answered.", "Calls made"),
        ("Ghana repeated its rejection of the toll and called for a pact.", "repeated called"),
    ],
)
def test_not_of_one_phrase(text: str, words: str) -> None:
    assert words not in [e.trigger.text for e in events(text)]


@pytest.mark.parametrize(
    ("text", "type_", "mode"),
    [
        ("The kidnappers shot their way out of the villa.", "ASSAULT", "firearms"),
        ("Firing erupted in the port as soldiers came.", "ASSAULT", "firearms"),
        ("The bandits marched a judge and his clerk to the river.", "ASSAULT", "abduct"),
        ("Attackers in three columns retreated towards Kidal.", "RETREAT", "withdraw"),
        ("The commissioner drafted riot squads to the valley.", "MOBILIZE", "police"),
        ("The mediator held a private session with the elders.", "CONSULT", "meet"),
        ("Six of them were hauled in and face charges.", "COERCE", "arrest"),
        ("The detectives broke up a gang of car thieves.", "COERCE", None),
        ("The prime minister renewed a state of emergency in the east.", "COERCE", "martial-law"),
        ("Some 90 traders gathered outside the prefecture and chanted slogans.", "PROTEST", "demo"),
        ("The consul highly valued the help of the customs men.", "SUPPORT", None),
        ("Togo reserves the right to defend its islands.", "THREATEN", None),
        ("The union handed the prefect a petition seeking the removal of a judge.", "REQUEST", None),
        ("The court struck down the move.", "DECIDE", "reject"),
    ],
)
def test_words_of_the_press(text: str, type_: str, mode: str | None) -> None:
    found = [(e.type, e.mode) for e in events(text)]
    assert any(one == type_ and mode in (None, other) for one, other in found), found


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("The firing of the coach surprised the club.", "ASSAULT"),
        ("A sprained knee put the winger out of action.", "ASSAULT"),
        ("The nets were hauled in at dawn.", "COERCE"),
        ("The band broke up in May.", "COERCE"),
        ("Shoppers gathered outside the market hall at nine.", "PROTEST"),
        ("The surveyor appraised the villa.", "SUPPORT"),
    ],
)
def test_look_alikes(text: str, type_: str) -> None:
    assert type_ not in [e.type for e in events(text)]
