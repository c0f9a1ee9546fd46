"""Decisions and material acts told in everyday words: who decides, who gets it, and what it is."""

from __future__ import annotations

import pytest

from tests.extract.test_events import names, reading, told

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Idris Cole will succeed Mara Quist as mayor of Gao.", "Idris Cole"),
        ("Mara Quist was succeeded by Idris Cole as mayor of Gao.", "Idris Cole"),
    ],
)
def test_who_succeeds_gets_the_office(text: str, who: str) -> None:
    (event,) = told(reading(text), "DECIDE")
    assert (event.mode, names(event, "actors"), names(event, "recipients")) == ("appoint", [], [who])


def test_whom_the_police_stop() -> None:
    (stop,) = told(reading("An officer pulled Idris Cole over near Gao on Monday."), "COERCE")
    assert (names(stop, "actors"), names(stop, "recipients")) == (["An officer"], ["Idris Cole"])
    assert not told(reading("The officer stopped at a tea shop near Gao."), "COERCE")


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("The duchy announced a strategy to dredge the harbour.", "a strategy to dredge the harbour"),
        ("The senator suspended her campaign for the nomination.", "her campaign for the nomination"),
        ("The judge halted the plan for the mine.", "the plan for the mine"),
    ],
)
def test_what_is_decided(text: str, what: str) -> None:
    (event,) = told(reading(text), "DECIDE")
    assert event.content is not None and event.content.text == what


def test_a_storm_decides_nothing() -> None:
    assert not told(reading("The storm halted the plan for the mine."), "DECIDE")


def test_what_is_carried_off_is_no_means() -> None:
    (event,) = told(reading("Thieves made off with computers from a school."), "ASSAULT")
    assert names(event, "instruments") == []
