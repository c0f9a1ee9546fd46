"""What a quotation tells that others said, and on whose word a denied thing is told."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sayso.model import Reading
from tests.extract.test_asides import said
from tests.extract.test_heard import chain

pytestmark = pytest.mark.model
Read = Callable[..., Reading]


@pytest.mark.parametrize(
    ("text", "word", "links"),
    [
        ('"They told us that the guards had burned the mill," the nurse said.', "burned", ["the nurse", "They"]),
        ('"The teacher says the monks fled," a baker said.', "fled", ["a baker", "The teacher"]),
        ('A baker said: "People claim that the raiders shot a monk."', "shot", ["A baker", "People"]),
        ('"I said that the guards had burned the mill," the nurse said.', "burned", ["the nurse"]),
        ('"If somebody says the guards burned it, ask him," the nurse said.', "burned", ["the nurse"]),
        ('"The warden never said that the monks fled," a baker said.', "fled", ["a baker"]),
    ],
)
def test_what_others_say_in_a_quotation_is_theirs(read: Read, text: str, word: str, links: list[str]) -> None:
    assert chain(read(text), word) == links


def test_a_quotation_goes_on_behind_what_it_tells(read: Read) -> None:
    text = '"They told us that the guards had burned the mill," the nurse said. "We do not know why they did that."'
    first, second = read(text).statements
    assert (first.source.text if first.source else "", first.content.text[-12:]) == ("the nurse", 'y did that."')
    assert (second.inside, second.manner) == (first.id, "indirect")


def test_we_is_whoever_is_quoted_also_in_what_they_tell(read: Read) -> None:
    text = 'Abbot Ruan Tessier was angry. "They said that I had sold the bell," Tessier said.'
    (sold,) = (e for e in read(text).events if e.trigger.text == "sold")
    reading = read(text)
    (abbot,) = (one.id for one in reading.entities if "Tessier" in one.name)
    assert [actor.entity for actor in sold.actors] == [abbot]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The government denied reports by the guild that guards had shot two monks.", "shot"),
        ("The government denied that guards had shot two monks, as the guild had claimed.", "shot"),
        ("The government rejected claims by a nurse that guards shot two monks.", "shot"),
        ("The government dismissed claims by a nurse that guards shot two monks.", "shot"),
        ("The government disputed a claim by a nurse that guards had shot two monks.", "shot"),
        ("Claims by a nurse that guards had shot two monks were rejected by the government.", "shot"),
        ("Claims that guards had shot two monks were rejected by the government.", "shot"),
        ("A nurse's claim that guards shot two monks was dismissed by the government.", "shot"),
    ],
)
def test_what_is_denied_is_told_on_the_word_of_who_denies_it(read: Read, text: str, word: str) -> None:
    reading = read(text)
    assert [link.lower() for link in chain(reading, word)] == ["the government"]
    assert [e.status for e in reading.events if e.trigger.text == word] == ["did_not_occur"]


def test_what_is_contradicted_is_told_by_who_said_it(read: Read) -> None:
    text = "A monk fled, a clerk said, contradicting an announcement by the government that guards had shot the monks."
    assert chain(read(text), "shot") == ["the government"]


@pytest.mark.parametrize(
    "text",
    [
        "The raid was condemned by the mayor of Gao.",
        "The truce was welcomed by the mayor of Gao.",
        "It was confirmed by the mayor of Gao that two monks had died.",
    ],
)
def test_by_whom_it_is_said_in_a_passive(read: Read, text: str) -> None:
    (statement,) = read(text).statements
    assert statement.source is not None
    assert statement.source.text == "the mayor of Gao"


@pytest.mark.parametrize(
    ("text", "word"), [("The raid was condemned by a nurse.", "raid"), ("The truce was welcomed by a nurse.", "truce")]
)
def test_what_is_judged_is_there_on_the_reports_word(read: Read, text: str, word: str) -> None:
    assert chain(read(text), word) == []


def test_one_of_them_has_no_name_and_many_families_are_many(read: Read) -> None:
    statements = read("One of them said the monks fled. A number of families said the guards fled.").statements
    assert [s.source.kind for s in statements if s.source] == ["unnamed", "collective"]


def test_what_a_denial_is_reported_by_stays(read: Read) -> None:
    text = "The town denied that guards had shot two monks, according to the guild."
    assert chain(read(text), "shot") == ["the guild", "The town"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("A guard was quoted by the Lume as saying that the monks fled.", ["that the monks fled"] * 2),
        ("Guards said the monks had fled, which a baker disputes.", ["the monks had fled"]),
        ("Guards said the monks had fled, something that the mayor denies.", ["the monks had fled", "something"]),
        ("The monks had fled, the guards said, which a baker disputes.", ["The monks had fled"]),
        ("The monks had fled, said the guards, which a baker disputes.", ["The monks had fled"]),
        ("The monks fled, which the rebels dispute, the guards said.", ["The monks fled"]),
        ("The monks had fled, the guards said, something a baker disputes.", ["The monks had fled"]),
        (
            "Guards said that the mill, which a baker disputes, was safe.",
            ["that the mill, which a baker disputes, was safe"],
        ),
        (
            "“The monks fled, which a baker disputes,” said the guards.",
            ["“The monks fled, which a baker disputes,”"],
        ),
        (
            "Guards said the ford was mined by monks, an accusation that the mayor called absurd.",
            ["the ford was mined by monks", "absurd"],
        ),
        (
            "The mayor said the army had taken the bridge, which the guild had refused to sell.",
            ["the army had taken the bridge, which the guild had refused to sell"],
        ),
        (
            "Analysts say the truce could hold until May but warn that the militia may break it.",
            ["the truce could hold until May", "that the militia may break it"],
        ),
        (
            "The mayor said that men could take the mill but had no plans to do so, and that guards would never leave.",
            ["that men could take the mill that guards would never leave"],
        ),
    ],
)
def test_a_content_ends_where_another_answers_and_goes_on_where_he_does(
    read: Read, text: str, found: list[str]
) -> None:
    assert [content for _, content in said(read(text))] == found
