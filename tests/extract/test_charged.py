"""Deeds that somebody is charged with, and inquiries and verdicts that are open."""

from __future__ import annotations

import pytest

from tests.extract.test_events import names, reading

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "trigger", "actors"),
    [
        ("A baker faces charges of kidnapping a monk.", "kidnapping", ["A baker"]),
        ("The sergeant denied allegations of beating a monk.", "beating", ["The sergeant"]),
        ("Two bakers pleaded guilty to charges of robbing a bank.", "robbing", ["Two bakers"]),
        ("Police arrested a clerk on suspicion of stabbing a bishop.", "stabbing", ["a clerk"]),
        ("The lawyer dropped charges of beating a monk.", "beating", []),
    ],
)
def test_who_faces_a_charge_is_held_to_have_done_the_deed(text: str, trigger: str, actors: list[str]) -> None:
    (event,) = (e for e in reading(text, published="2026-05-04").events if e.trigger.text == trigger)
    assert names(event, "actors") == actors
    assert (event.start, event.from_) == (None, None)


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        ("The inquiry is still open.", "inquiry", "ongoing"),
        ("The investigation into the raid remains active.", "investigation", "ongoing"),
        ("The investigation into the raid remained open for a year.", "investigation", "occurred"),
        ("The minister awaits the council's approval of the plan.", "approval", "planned"),
        ("The clerk's trial is pending.", "trial", "planned"),
        ("The clerk awaits sentencing for killing a monk.", "killing", "occurred"),
    ],
)
def test_what_is_open_goes_on_and_what_is_awaited_is_to_come(text: str, trigger: str, status: str) -> None:
    assert {e.trigger.text: e.status for e in reading(text).events}[trigger] == status


def test_a_time_of_the_day_meets_nobody() -> None:
    (meeting,) = reading("The bishop spoke at tonight's meeting.", published="2026-05-04").events
    assert "tonight" not in names(meeting, "actors")
