"""Words without a code: happenings are told; states, purposes, manner and topics are at most doubtful."""

from __future__ import annotations

import pytest

from tests.extract.test_events import reading

pytestmark = pytest.mark.model


def uncoded(text: str) -> list[str]:
    return [e.trigger.text for e in reading(text).events if e.type is None and not e.is_doubtful]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The ferry sank off Pemba on Monday.", "sank"),
        ("Engineers have repaired the dam at Kesra.", "repaired"),
        ("Rescuers are digging through the rubble.", "digging"),
        ("The port will reopen in May.", "reopen"),
        ("The pilots refused to land in fog.", "land"),
        ("A crash killed no one near Lund.", "crash"),
        ("Villagers returned after burying the dead.", "burying"),
        ("Pirates took over a ferry off Pemba.", "took"),
        ("The guard was charged with fraud and accused of hiding the keys.", "hiding"),
        ("The court accused the guard of secretly hiding the keys.", "hiding"),
    ],
)
def test_a_happening_is_told(text: str, word: str) -> None:
    assert word in uncoded(text)


@pytest.mark.parametrize(
    "text",
    [
        "The agency plays a role in farming.",
        "The institute publishes maps of the coast.",
        "The bridge serves three valleys.",
        "The minister gave an assessment of the harvest.",
        "The council met the deadline by hiring clerks to speed up the work.",
        "The two sides spoke of the development of the valley and the implementation of the pact.",
        "Visitors can rent boats on the lake.",
    ],
)
def test_states_purposes_manner_and_topics_are_not(text: str) -> None:
    assert not {
        "plays",
        "publishes",
        "serves",
        "gave",
        "hiring",
        "speed",
        "development",
        "implementation",
        "rent",
    } & set(uncoded(text))


@pytest.mark.parametrize(
    "text",
    [
        "Retired nurses praised the harvest.",
        "Given the drought, the council fears for the valley.",
        "Trade between the two valleys is growing.",
        "They discussed the preservation of the old bridge and efforts to repair the dam.",
    ],
)
def test_qualities_courses_and_topics_are_not(text: str) -> None:
    assert not {"Retired", "Given", "growing", "preservation", "repair"} & set(uncoded(text))


def test_a_verb_that_says_that_an_event_took_place_is_no_event_beside_it() -> None:
    assert uncoded("The talks took place in Basel.") == []
    assert uncoded("The sanctions imposed by Chad have hurt traders.") == ["hurt"]


def test_a_code_is_always_told() -> None:
    found = reading("Rebels attack villages in Kordofan.")
    assert [e.type for e in found.events] == ["ASSAULT"]


def test_named_wars_vague_acts_and_ways_to_die_are_not() -> None:
    assert uncoded("The measures taken by the council after the Second Boer War strengthened the town.") == []
    assert uncoded("Thousands starved to death.") == ["starved"]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The money saved went to the valley.", "saved"),
        ("Divers found two coins and took photographs.", "found"),
        ("The drought caused worry in the valley.", "caused"),
        ("The ferry presented to the queen is old.", "presented"),
    ],
)
def test_generic_verbs_and_bare_participles_are_not(text: str, word: str) -> None:
    assert word not in uncoded(text)


def test_the_harm_of_an_attack_told_before_is_of_its_type() -> None:
    found = reading("Gunmen attacked a barracks near Gao. The mayor fled. In Bria, six people were injured.")
    assert [e.type for e in found.events if e.trigger.text == "injured"] == ["ASSAULT"]
    found = reading("Gunmen attacked a barracks near Gao. Six people were injured when two buses collided.")
    assert [e.type for e in found.events if e.trigger.text == "injured"] == [None]


def test_harm_that_follows_a_mishap_is_no_attack() -> None:
    found = reading("A helicopter crash shook Bria on Monday. Nine civilians were killed, officials said.")
    assert [e.type for e in found.events if e.trigger.text == "killed"] in ([], [None])
    found = reading("A crash shook Bria. Hours later gunmen attacked the town. Nine civilians were killed.")
    assert "ASSAULT" in [e.type for e in found.events]
