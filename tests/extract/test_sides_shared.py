"""Who does what where the words give it to somebody near: joined clauses, who is sent, those beside, both."""

from __future__ import annotations

from functools import cache

import pytest

import sayso
from sayso.model import Participant, Reading

pytestmark = pytest.mark.model


@cache
def reading(text: str) -> Reading:
    return sayso.read(text, published="2026-05-04")


def sides(text: str, word: str) -> tuple[list[str], list[str]]:
    """Actors and recipients, by their names, of the event at a word."""
    read = reading(text)
    names = {entity.id: entity.name for entity in read.entities}
    at = text.index(word)
    event = next(e for e in read.events if any(a <= at < b for a, b in e.trigger.spans))

    def named(group: tuple[Participant, ...]) -> list[str]:
        return [names.get(p.entity or "", p.text) for p in group]

    return named(event.actors), named(event.recipients)


@pytest.mark.parametrize(
    ("text", "word", "actor"),
    [
        ("Amos Kibet said his guards had moved the nuns, and apologised to them.", "apologised", "Amos Kibet"),
        ("Villagers said soldiers had searched the mill and arrested two herders.", "arrested", "soldiers"),
        ("Kenya said that a boat had entered the lake and left a day later.", "left", "a boat|boat"),
        ("The envoy said the rebels would leave and thanked the villagers.", "thanked", "envoy"),
        ("The envoy said the rebels left and thanked the villagers.", "thanked", "Rebels|rebels"),
        ("The mayor sent police to search the mill.", "search", "police"),
        ("Kenya deployed soldiers to evacuate the villagers.", "evacuate", "soldiers"),
        ("The mayor sent a letter to thank the nurses.", "thank", "mayor"),
    ],
)
def test_who_did_it(text: str, word: str, actor: str) -> None:
    (found,) = sides(text, word)[0]
    assert found in actor.split("|")


def test_who_calls_a_decision_unwise_has_not_decided() -> None:
    assert sides("Amos Kibet called the decision unwise.", "decision")[0] == []
    assert sides("Amos Kibet called an election.", "election")[0] == ["Amos Kibet"]


@pytest.mark.parametrize(
    ("text", "word", "recipients"),
    [
        ("Amos Kibet was arrested with two of his aides.", "arrested", ["Amos Kibet", "his aides"]),
        ("The mayor was kidnapped along with his driver.", "kidnapped", ["mayor", "his driver"]),
        ("The thief was stabbed with a knife.", "stabbed", ["thief"]),
        ("She met the thatcher in Gao.", "met", ["thatcher"]),
        (
            "The court fined Jane Roe and Amos Kibet. It barred both from leaving Gao.",
            "barred",
            ["Jane Roe", "Amos Kibet"],
        ),
    ],
)
def test_to_whom(text: str, word: str, recipients: list[str]) -> None:
    assert sides(text, word)[1] == recipients


def test_both_are_the_two_just_told_of() -> None:
    text = "Ana Holm met Ivo Tarn in Gao. Both thanked the nurses."
    assert sides(text, "thanked")[0] == ["Ana Holm", "Ivo Tarn"]


def test_whose_fighters_a_raid_killed_did_not_raid() -> None:
    assert "Azawad Front" not in sides("A raid on Gao killed five fighters of the Azawad Front.", "raid")[0]


def test_what_is_asked_in_a_clause_is_no_word_of_a_threat() -> None:
    text = "Georgia will pay for a study, for which it has asked the World Bank for a loan."
    assert not [event for event in reading(text).events if event.type == "THREATEN"]


def test_the_sides_of_a_paper_are_those_who_sign_it() -> None:
    text = "Chad's government and the Dawn Front signed a truce on Monday. The sides will begin talks in June."
    assert sides(text, "begin")[0] == ["Chad's government", "Dawn Front"]
