"""Places held and lost that a pronoun tells, sieges, ships that are sunk, live fire, warplanes that are sent."""

from __future__ import annotations

import pytest

from tests.extract.test_events import reading

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "word", "kind", "mode"),
    [
        ("The militia stormed the garrison and held it for a week.", "held", "CONTROL", "hold"),
        ("The clerk found the pen and held it for a minute.", "held", None, None),
        ("The army had the better horse and lost it on Friday.", "lost", None, None),
        ("Rebel units hold three hilltops above the lake.", "hold", "CONTROL", "hold"),
        ("The rebels sank a frigate near Eyl.", "sank", "ASSAULT", None),
        ("The ferry sank in a storm off Gabon.", "sank", None, None),
        ("The siege of Bria is in its third month.", "siege", "ASSAULT", None),
        ("The navy staged live-fire drills off Eyl.", "staged", "MOBILIZE", "troops"),
        ("The army held fire on Monday.", "held", "RETREAT", "ceasefire"),
        ("Chad sent warplanes over the island again on Friday.", "sent", "MOBILIZE", "weapons"),
        ("Chad sent Togo two warplanes.", "sent", "AID", "military"),
    ],
)
def test_types(text: str, word: str, kind: str | None, mode: str | None) -> None:
    found = [e for e in reading(text).events if e.trigger.text.split()[0] == word and e.type]
    assert [(e.type, e.mode) for e in found] == ([(kind, mode)] if kind else [])


@pytest.mark.parametrize(
    ("text", "actors", "recipients"),
    [
        ("Chad's air defences downed a missile.", {"Chad"}, {"a missile"}),
        ("Bria has changed hands three times since 2021.", set(), {"Bria"}),
    ],
)
def test_sides(text: str, actors: set[str], recipients: set[str]) -> None:
    event = next(e for e in reading(text).events if e.type)
    assert {a.text for a in event.actors} == actors
    assert {r.text for r in event.recipients} == recipients
