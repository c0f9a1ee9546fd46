"""Towns that change hands, ships that are boarded, drones that are shot down: who did it, to whom, when."""

from __future__ import annotations

import pytest

from sayso import read
from sayso.model import Event


def told(text: str, word: str) -> Event:
    """The event at a word of a report of Wednesday, 20 May 2026."""
    reading = read(text, published="2026-05-20")
    return next(e for e in reading.events if word in e.trigger.text)


def names(text: str, word: str, side: str) -> list[str]:
    reading = read(text, published="2026-05-20")
    known = {e.id: e.name for e in reading.entities}
    event = next(e for e in reading.events if word in e.trigger.text)
    return [known.get(p.entity or "", p.text) for p in getattr(event, side)]


@pytest.mark.parametrize(
    ("text", "word", "kind", "mode"),
    [
        ("The rebels left the fort on Monday, and the army retook it on Friday.", "retook", "CONTROL", "gain"),
        ("Militiamen occupied it for nine days.", "occupied", "CONTROL", "gain"),
        ("The freighter was seized for carrying rifles.", "seized", "COERCE", "seize"),
        ("Pirates seized the freighter off Eyl.", "seized", "ASSAULT", None),
        ("Coastguards boarded a trawler near Lamu.", "boarded", "COERCE", "seize"),
        ("Hezbollah sank a patrol boat off Tyre.", "sank", "ASSAULT", None),
        ("Chad furnished it with armoured cars.", "furnished", "AID", "military"),
        ("Air defences intercepted most of the rockets.", "intercepted", "ASSAULT", None),
        ("The coastguard intercepted a ship off Lamu.", "intercepted", "COERCE", "seize"),
        ("The army shelled the ridge at dawn, and two clerks quit their posts.", "shelled", "ASSAULT", "heavy-weapons"),
    ],
)
def test_codes(text: str, word: str, kind: str, mode: str | None) -> None:
    event = told(text, word)
    assert (event.type, event.mode) == (kind, mode)


def test_whose_air_defences_they_are_acts_and_what_is_shot_down_suffers() -> None:
    text = "Kenya's air defences shot down 9 of 12 drones."
    assert names(text, "shot down", "actors") == ["Kenya"]
    assert [p.text for p in told(text, "shot down").recipients] == ["drones"]
    assert [p.text for p in told(text, "shot down").instruments] == ["Kenya's air defences"]


def test_a_town_that_changes_hands_acts_not() -> None:
    event = told("Bambari has changed hands twice this month.", "changed hands")
    assert event.actors == ()
    assert [p.text for p in event.recipients] == ["Bambari"]


def test_who_is_driven_out_suffers_it_and_from_where() -> None:
    event = told("Marines drove the militia out of Bambari.", "drove")
    assert [p.text for p in event.recipients] == ["the militia", "Bambari"]


def test_it_is_whoever_says_so() -> None:
    text = "Nairobi has sent two battalions to Bria, and Uganda said it would deploy gunboats on the lake."
    assert names(text, "deploy", "actors") == ["Uganda"]


def test_days_of_what_was_signed_and_of_what_stands_on_a_timetable() -> None:
    signed = told("Under the pact, signed in Lomé on Monday, both armies must leave the ridge.", "signed")
    assert (signed.start or "")[:10] == "2026-05-18"
    ahead = told("Kenya and Uganda begin joint drills on Monday.", "drills")
    assert ((ahead.start or "")[:10], ahead.status) == ("2026-05-25", "planned")


def test_what_soldiers_surround_is_no_means() -> None:
    (event,) = (e for e in read("Soldiers surrounded the palace on Monday.").events if e.type == "MOBILIZE")
    assert event.instruments == ()
