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


def test_whose_side_they_are_on_and_what_an_office_is_for_is_no_deed() -> None:
    assert types("Chad-backed rebels shelled a mill.") == ["ASSAULT"]
    assert "ASSAULT" not in types("The heads of military operations of Chad and Togo spoke by phone.")


def test_a_verb_with_a_subject_of_its_own_belongs_to_no_phrase() -> None:
    found = types("The fighting began on Monday when Togo struck a port in Chad.")
    assert "PROTEST" not in found and "ASSAULT" in found


def test_shots_are_no_blow_beside_the_blow() -> None:
    assert len(coded("The ferry was hit by rockets fired from boats on Monday.")) == 1


@pytest.mark.parametrize(
    ("text", "verb", "whom"),
    [
        ("The army bombed what it said were rebel camps near Goma.", "bombed", "rebel camps"),
        ("Togo condemned what it called Chad's harsh words.", "condemned", "Chad"),
    ],
)
def test_what_something_is_taken_for_is_the_object(text: str, verb: str, whom: str) -> None:
    (event,) = [event for event in coded(text) if event.trigger.text == verb]
    assert [p.text for p in event.recipients] == [whom]


def test_sides_of_one_deed_are_not_those_of_the_next() -> None:
    found = coded("The premier, who withdrew the tax bill in June and dismissed his cabinet, left.")
    assert not [p for event in found if event.trigger.text == "withdrew bill" for p in event.recipients]
    (order,) = [e for e in coded("The high court suspended the order on Monday.") if e.trigger.text == "order"]
    assert not order.actors
    found = coded("At least nine people were killed in protests in Lome.")
    assert not [p for event in found if event.type == "PROTEST" for p in event.actors]


def test_what_comes_after_another_deed_is_not_that() -> None:
    text = "Togo imposed sanctions on Chad on Thursday. The decision came a day after Peru sanctioned a bank."
    found = [event for event in coded(text) if event.type == "SANCTION"]
    assert len(found) == 2 and found[1].same_as is None


def test_the_massacre_is_the_deed_with_the_dead() -> None:
    text = (
        "Togo bombed camps in Chad on Wednesday, two weeks after gunmen killed 26 monks near Gao. "
        "Togo said Chad was behind the massacre."
    )
    found = coded(text)
    (killing,) = [event for event in found if event.toll]
    assert killing.trigger.text == "killed"
    assert [event.same_as for event in found if event.trigger.text == "massacre"] == [killing.id]


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("Togo has expelled more than a million Ghanaians.", "deport"),
        ("Togo has expelled French soldiers.", "expel"),
    ],
)
def test_who_is_expelled_says_what_it_is(text: str, mode: str) -> None:
    assert [event.mode for event in coded(text)] == [mode]


def test_flags_are_waved_in_joy() -> None:
    assert types("Thousands poured into the streets to celebrate, waving flags.") == []
    assert types("Protesters waved flags and chanted slogans.")[:1] == ["PROTEST"]


def test_the_group_is_no_news_agency() -> None:
    text = (
        "The Northern Front (NF) said it had raided a mill. Reuters was unable to verify the claim. "
        "It was the third raid since May, when the group took control of Lorn."
    )
    found = reading(text)
    (event,) = [event for event in found.events if event.type == "CONTROL"]
    named = {entity.id: entity.name for entity in found.entities}
    assert [named.get(p.entity or "") for p in event.actors] != ["Reuters"]
