"""Ways of telling a toll by a verb and a word beside it, and what looks like one."""

from __future__ import annotations

import pytest

from sayso.model import Reading, Report
from sayso.pipeline import read

pytestmark = pytest.mark.model

Told = tuple[str, float | None, float | None]


def reading(text: str) -> Reading:
    (found,) = read([Report(id="r", text=text, published="2026-05-08")])
    return found


def tolls(found: Reading) -> set[Told]:
    """(effect, low, high) of every toll; one person is 1, about nine 9."""
    numbers = {q.id: q for q in found.quantities}
    told: set[Told] = set()
    for toll in (toll for event in found.events for toll in event.toll):
        number = numbers.get(toll.quantity or "")
        if number is None:
            told.add((toll.effect, 1, 1) if toll.one else (toll.effect, None, None))
        else:
            about = number.low is None and number.high is None
            told.add((toll.effect, *((number.best, number.best) if about else (number.low, number.high))))
    return told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Six bakers met their deaths when the roof of a mill fell in near Sarn.", {("killed", 6, 6)}),
        ("Two porters paid for it with their lives.", {("killed", 2, 2)}),
        ("The loss of four lives at the quarry has shaken Sarn.", {("killed", 4, 4)}),
        ("Nine of the porters did not survive.", {("killed", 9, 9)}),
        ("A shepherd lost a hand in the blast near Sarn.", {("injured", 1, 1)}),
        ("Armed men shot a baker in the leg near Sarn on Monday.", {("injured", 1, 1)}),
        ("Two clerks were found with head injuries in Sarn.", {("injured", 2, 2)}),
        ("A reeve was shot in the head and died in Sarn.", {("killed", 1, 1)}),
        ("Eight waiters were overcome by fumes in a cellar in Sarn.", {("injured", 8, 8)}),
        ("Divers were searching for seven sailors on Monday.", {("missing", 7, 7)}),
        ("The whereabouts of five singers are unknown.", {("missing", 5, 5)}),
        ("Fourteen clerks are behind bars over the fire.", {("captured", 14, 14)}),
        ("Ninety soldiers surrendered in Sarn on Monday.", {("captured", 90, 90)}),
        ("Some 600 villagers sought shelter in a church in Sarn.", {("displaced", 600, 600)}),
        ("Thirty families lost their homes when the dam burst.", {("displaced", 30, 30)}),
        ("The number of wounded climbed from 12 to 17.", {("injured", 17, 17)}),
        ("A gunman shot five cooks, two of them fatally.", {("killed", 2, 2)}),
        ("None of the porters was hurt in the blast near Sarn.", {("injured", 0, 0)}),
        ("Deaths from the blast in Sarn rose to eleven on Monday.", {("killed", 11, 11)}),
    ],
)
def test_so_many_are_told(text: str, expected: set[Told]) -> None:
    assert expected <= tolls(reading(text))


@pytest.mark.parametrize(
    "text",
    [
        "A mother of six was killed in Sarn on Monday.",
        "The firm lost 90 jobs when the quarry closed.",
        "Five men sought shelter from the rain under a bridge.",
        "Nine teams crossed into the final round.",
        "The scandal claimed two ministers, who resigned on Friday.",
        "The shot was not meant to hit three cooks.",
        "The baker nearly died of laughter.",
        "The star vanished from public life.",
    ],
)
def test_no_number_is_told(text: str) -> None:
    assert {told[1:] for told in tolls(reading(text))} <= ({(1, 1)} if "mother" in text else set())


def test_what_was_lost_in_it_is_the_deeds() -> None:
    found = reading(
        "Guards exchanged fire with smugglers in Sarn on Monday; two cooks lost their lives in the fighting."
    )
    assert "lost" not in [event.trigger.text for event in found.events]
    assert len({event.same_as or event.id for event in found.events if event.type}) == 1


def test_in_which() -> None:
    found = reading("Raiders attacked a mill near Sarn on 4 May, in which two bakers died.")
    assert [event.trigger.text for event in found.events if event.toll] == ["attacked"]


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("In all 2,300 rebels were killed, the general said.", "cumulative"),
        ("Some 40 cooks were hurt across the country.", "cumulative"),
        ("Twelve cooks were hurt in the raid on Sarn.", "event"),
    ],
)
def test_scope(text: str, scope: str) -> None:
    assert {toll.scope for event in reading(text).events for toll in event.toll} == {scope}
