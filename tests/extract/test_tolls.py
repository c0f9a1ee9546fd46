"""Tolls: how many, of whom, on the event that caused it."""

from __future__ import annotations

import pytest

from sayso.model import Event, Reading, Report, Toll, report_id
from sayso.pipeline import read

pytestmark = pytest.mark.model


def reading(text: str) -> Reading:
    report = Report(id=report_id(outlet=None, url=None, text=text), text=text, published="2024-03-14")
    return next(iter(read([report])))


def tolls(found: Reading) -> list[tuple[Event, Toll]]:
    return [(event, toll) for event in found.events for toll in event.toll]


def test_the_toll_is_on_the_cause() -> None:
    found = reading("A mortar attack on the market killed at least 11 people in Goma.")
    ((event, toll),) = tolls(found)
    assert event.trigger.text.endswith("attack") and event.type == "ASSAULT"
    assert toll.effect == "killed" and "people" in toll.who and toll.scope == "event"
    quantity = next(q for q in found.quantities if q.id == toll.quantity)
    assert (quantity.low, quantity.bound) == (11, "at_least")


def test_up_to_is_kept() -> None:
    found = reading("Rocket strikes killed up to 20 people in Kassala on Sunday.")
    ((_, toll),) = tolls(found)
    quantity = next(q for q in found.quantities if q.id == toll.quantity)
    assert (quantity.high, quantity.low, quantity.bound) == (20, None, "at_most")


def test_dead_and_wounded_are_two_tolls() -> None:
    found = reading("Gunmen attacked a bus near Jos, killing four passengers and wounding nine.")
    effects = {(toll.effect, toll.who.split()[0]) for _, toll in tolls(found)}
    assert effects == {("killed", "four"), ("injured", "nine")}


def test_a_part_named_has_a_toll_of_its_own() -> None:
    found = reading("The bombing killed 11 people, including two children.")
    assert [toll.who.split()[-1] for _, toll in tolls(found)] == ["people", "children"]


def test_without_a_cause_it_stays_on_the_effect() -> None:
    found = reading("Twelve sailors died when the ferry sank in a storm.")
    ((event, toll),) = tolls(found)
    assert event.trigger.text == "died" and toll.effect == "killed"


def test_a_toll_that_runs_is_cumulative() -> None:
    found = reading("More than 400 people have been killed in the province since January.")
    ((_, toll),) = tolls(found)
    assert toll.scope == "cumulative"


@pytest.mark.parametrize(
    "text", ["The bill would kill jobs.", "The storm killed hundreds of sheep.", "He killed time in the bar."]
)
def test_things_are_no_toll(text: str) -> None:
    assert not tolls(reading(text))


def test_an_object_behind_the_second_verb_is_the_second_verbs() -> None:
    found = reading("A missile attack on Odesa killed 10 people and wounded at least 39 on Monday, officials said.")
    assert {(toll.effect, toll.who) for _, toll in tolls(found)} == {
        ("killed", "10 people"),
        ("injured", "at least 39"),
    }


def test_the_number_of_the_dead_is_the_figure_it_comes_to() -> None:
    found = reading("Crews found two more bodies, bringing the number of people killed by the blast to 12, he said.")
    figures = {q.id: q.best for q in found.quantities}
    assert [(toll.effect, figures[toll.quantity or ""]) for _, toll in tolls(found)] == [("killed", 12)]
