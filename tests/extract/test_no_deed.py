"""What is no deed, or not yet one: names for a deed, words that only count it, what is hoped for or provided for."""

from __future__ import annotations

import pytest

from sayso.model import Event
from tests.extract.test_events import place_of, reading

pytestmark = pytest.mark.model


def coded(text: str) -> list[Event]:
    return [event for event in reading(text).events if event.type is not None]


def types(text: str) -> list[str | None]:
    return [event.type for event in coded(text)]


@pytest.mark.parametrize(
    "text",
    [
        "The premier called the raid on the mill a massacre.",
        "The union denounced the law as an act of aggression.",
        "The envoy described the arrest of the nuns as a kidnapping by the state.",
    ],
)
def test_what_a_thing_is_called_is_no_deed_of_who_calls_it_so(text: str) -> None:
    names = ("massacre", "aggression", "kidnapping")
    assert not [event for event in coded(text) if event.trigger.text in names]


def test_who_calls_a_strike_a_success_calls_for_none() -> None:
    assert "PROTEST" not in types("The general called the strike on the depot a success.")
    assert "PROTEST" in types("Dockers called a strike for Monday.")


@pytest.mark.parametrize(
    "text",
    [
        "It was the third attack on the harbour since May, according to the Lorn rights centre.",
        "It was the deadliest attack on the harbour in years, the guild said.",
    ],
)
def test_counting_attacks_blames_nobody(text: str) -> None:
    assert "ACCUSE" not in types(text)


def test_an_attack_after_a_seizure_is_no_hacking() -> None:
    text = "Gunmen killed two monks and seized three lorries. It was the third attack on the convent since May."
    assert {event.mode for event in coded(text) if event.trigger.text == "attack"} <= {None}


@pytest.mark.parametrize(
    ("text", "type_", "status"),
    [
        ("Rebels have fought to topple the king since 2007.", "DECIDE", "attempted"),
        ("The army battled to retake Lorn.", "CONTROL", "attempted"),
        ("The pact extends to armed attacks on patrol vessels.", "ASSAULT", "possible"),
        ("The guild offered a reward for information leading to his capture.", "COERCE", "possible"),
        ("A tip that led to the arrest of two men came from a nurse.", "COERCE", "occurred"),
    ],
)
def test_status(text: str, type_: str, status: str) -> None:
    assert [event.status for event in coded(text) if event.type == type_] == [status]


def test_the_fall_of_a_roof_is_no_assault() -> None:
    (killed,) = [e for e in reading("The fall of a roof that killed nine people shook Lorn.").events if e.toll]
    assert killed.type is None
    assert "ASSAULT" in types("The shelling of a mill that killed nine people shook Lorn.")


def test_fighters_who_burn_their_own_arms_lay_them_down() -> None:
    (event,) = coded("Forty guerrillas burned their rifles at the mouth of a cave.")
    assert (event.type, event.mode) == ("RETREAT", "disarm")


def test_who_serves_a_sentence_undergoes_it() -> None:
    (event,) = coded("Ida Holm, who is serving a ten-year sentence for theft, was moved to another prison.")
    assert not event.actors and [p.text for p in event.recipients] == ["Ida Holm"]


def test_what_is_set_up_sets_up_nothing() -> None:
    found = coded("The premier said that a panel would be set up to oversee the truce.")
    assert not [event.actors for event in found if event.trigger.text == "set up" and event.actors]


def test_the_subject_of_what_others_say_of_them_acts() -> None:
    (raid, *_) = coded("The gunmen, whom the army said had attacked a bank, freed two nuns.")
    assert [p.text for p in raid.actors] == ["The gunmen"]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("In Goma, residents said shells had hit a clinic.", "Goma"),
        ("In Chad, the army said it had killed nine rebels on Tuesday.", "Chad"),
        ("In neighbouring Chad, the army said it had killed nine rebels on Tuesday.", "Chad"),
        ("In Geneva, the premier said shells had hit a clinic.", None),
    ],
)
def test_who_tells_of_his_own_town_stands_where_it_was(text: str, place: str | None) -> None:
    found = reading(text)
    (event,) = [event for event in found.events if event.type == "ASSAULT"]
    assert place_of(found, event) == place
