"""Accidents are no assaults; their dead are counted, and so are those who die of a deed some sentences on."""

from __future__ import annotations

import pytest

from tests.extract.test_events import reading
from tests.extract.test_tolls import tolls

pytestmark = pytest.mark.model


def codes(text: str) -> set[tuple[str | None, str | None]]:
    return {(event.type, event.mode) for event in reading(text).events if event.type is not None}


@pytest.mark.parametrize(
    "text",
    [
        "A cyclist was mowed down by a drunken driver in Gao on Friday.",
        "A lorry mowed down three nuns in Gao on Friday.",
        "A taxi driver ran over a beggar in Gao on Monday, police said.",
        "Lena Abara was walking on Mill Road when she was struck by a grey 2013 Toyota Camry, which then sped off.",
        "A boy was hit by a train near Gao.",
        "Three children were killed when a fire broke out at a school in Kidal, and nine others were hurt.",
        "Four cooks were killed in a fire in Gao.",
        "A police van ran over a beggar in Gao.",
    ],
)
def test_nobody_meant_it(text: str) -> None:
    assert not codes(text)


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("An attacker mowed down shoppers with a lorry in Gao.", None),
        ("A motorist deliberately ran over two policemen in Gao.", None),
        ("A militant ploughed a lorry into a crowd, killing nine.", None),
        ("Soldiers in a jeep ran over three protesters.", None),
        ("The soldiers mowed down the protesters with machine guns.", "firearms"),
        ("The lorry hit a mine, killing nine soldiers.", "mine"),
        ("Nine nuns were killed in a fire set by rebels.", None),
    ],
)
def test_somebody_meant_it(text: str, mode: str | None) -> None:
    assert ("ASSAULT", mode) in codes(text)


@pytest.mark.parametrize(
    ("text", "dead"),
    [
        ("A woman was killed in a crash in Gao.", "A woman"),
        ("A pedestrian was killed by a speeding lorry.", "A pedestrian"),
        ("Two workers fell to their deaths from a scaffold.", "Two workers"),
        ("A nurse was shot by gunmen. She was taken to a clinic. She was later pronounced dead.", "A nurse"),
        ("A farmer was stabbed in a market in Gao, police said. He died of his wounds the next day.", "A farmer"),
        ("A grocer was struck by a car in Gao. He was taken to a clinic, where he later died.", "A grocer"),
        ("Flood Sweeps Away Huts in Hill Valley\nTen people are killed.", "Ten people"),
    ],
)
def test_the_dead_are_counted(text: str, dead: str) -> None:
    assert [toll.who for _, toll in tolls(reading(text)) if toll.effect == "killed"] == [dead]


@pytest.mark.parametrize(
    "text",
    [
        "The critics killed the play.",
        "The driver killed the engine.",
        "Death of a nurse shocked the town.",
        "The guard was wounded in an attack. He likes to read.",
    ],
)
def test_nobody_died(text: str) -> None:
    assert not [toll for _, toll in tolls(reading(text)) if toll.effect == "killed"]


def test_the_dead_and_the_hurt_of_an_accident_are_of_one_record() -> None:
    found = tolls(
        reading("Nine people were killed and 30 hurt when a flood swept away huts. The car crash was on Friday.")
    )
    assert {(event.id, toll.effect) for event, toll in found} == {("v1", "killed"), ("v1", "injured")}
    found = tolls(reading("The car crash killed a nun and hurt two boys."))
    assert {(event.trigger.text, toll.effect) for event, toll in found} == {("crash", "killed"), ("crash", "injured")}


def test_one_of_the_wounded_died_of_what_wounded_them() -> None:
    text = "A guard was stabbed in Gao. In May soldiers wounded two farmers at a checkpoint. One of them later died."
    assert [event.trigger.text for event, toll in tolls(reading(text)) if toll.effect == "killed"] == ["wounded"]


def test_every_telling_of_an_arrest_counts_whom_it_took() -> None:
    text = "Police arrested a miner in Gao. He was taken into custody at his home. Later he was booked into jail."
    found = [(event.trigger.text, toll.effect) for event, toll in tolls(reading(text))]
    assert found == [("arrested", "captured"), ("taken into custody", "captured"), ("booked into jail", "captured")]


def test_who_runs_over_somebody_does_not_run_him_in() -> None:
    assert ("COERCE", "arrest") not in codes("A police car ran over a beggar in Gao.")
    assert ("COERCE", "arrest") in codes("Police ran in nine men.")


def test_a_mishap_told_again_is_one() -> None:
    text = (
        "Flood Sweeps Away Huts\nNine people are killed and 30 hurt.\n"
        "Nine people were killed and at least 30 injured when a flood swept away huts in Gao on Tuesday."
    )
    killed = [event for event in reading(text).events if event.trigger.text.startswith("killed")]
    assert [event.same_as for event in killed] == [None, killed[0].id]
    text = "Ana Brandt was killed by a drunk driver in Gao. Brandt was struck by a car. She later died."
    assert {event.same_as for event in reading(text).events if event.trigger.text in ("struck", "died")} == {"v1"}


def test_who_is_hit_by_the_lorry_of_an_attack_is_attacked() -> None:
    text = "A man deliberately drove a lorry into a crowd, killing nine. Olga Reis, who was hit by the lorry, died."
    hit = next(event for event in reading(text).events if event.trigger.text == "hit")
    assert (hit.type, [one.text for one in hit.actors]) == ("ASSAULT", ["A man"])
    assert not codes("A lorry hit a nun in Gao. Olga Reis, who was hit by the lorry, died.")


def test_the_hurt_of_one_mishap_are_not_of_the_one_before() -> None:
    text = (
        "A swimmer drowned in the lake on Tuesday. Three children were killed when a fire broke out at a school "
        "in Kidal, and nine others were hurt."
    )
    assert [event.trigger.text for event, toll in tolls(reading(text)) if toll.effect == "injured"] == ["killed hurt"]
