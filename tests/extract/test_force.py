"""Reports of force: the mode that the means give, what deeds in passive and nominal words did to whom, their tolls."""

from __future__ import annotations

import pytest

from sayso.model import Event, Reading, Report, report_id
from sayso.pipeline import read

pytestmark = pytest.mark.model


def reading(text: str) -> Reading:
    report = Report(id=report_id(outlet=None, url=None, text=text), text=text, published="2026-05-04")
    return next(iter(read([report])))


def assault(text: str) -> Event:
    (event,) = [e for e in reading(text).events if e.type == "ASSAULT"]
    return event


@pytest.mark.parametrize(
    ("text", "mode", "means"),
    [
        ("Rebels attacked a checkpoint near Gao with drones.", "drone", "drones"),
        ("Two ambulances were hit by bullets in Kayes.", "firearms", "bullets"),
        ("The town of Ansongo was pounded by artillery on Sunday.", "heavy-weapons", "artillery"),
        ("Glide bombs fell on a bakery in Kupiansk, killing a cook.", "aerial", "Glide bombs"),
        ("The army fired a missile at the bridge.", "heavy-weapons", "a missile"),
        ("Police fired plastic bullets at the marchers.", "crowd-control", "plastic bullets"),
        ("The mayor was attacked with a knife at a market.", "primitive", "a knife"),
        ("A man armed with an axe attacked passengers on a train in Bavaria.", "primitive", "an axe"),
        ("Masked men carrying machetes attacked a bakery in Kisumu.", "primitive", "machetes"),
        ("The barracks were strafed by helicopters.", "aerial", "helicopters"),
        ("The armies traded artillery fire along the river.", "heavy-weapons", "artillery"),
    ],
)
def test_the_means_give_the_mode(text: str, mode: str, means: str) -> None:
    event = assault(text)
    assert event.mode == mode and [p.text for p in event.instruments] == [means]


def test_who_acts_gives_the_mode_too() -> None:
    assert assault("A suicide bomber killed nine recruits at a barracks in Gao.").mode == "suicide-attack"


def test_what_a_verb_says_finely_stays() -> None:
    assert assault("The militia executed three prisoners with rifles.").mode == "execute"


@pytest.mark.parametrize(
    ("text", "hit"),
    [
        ("A bus was hit in a drone attack, the authorities said.", "A bus"),
        ("Two schools were damaged in the shelling of Ansongo.", "schools"),
        ("A village near the border was targeted in a drone strike.", "A village"),
        ("The governor was the target of a bomb attack in Kandahar.", "The governor"),
        ("A soldier stepped on a mine near Menaka and lost a leg.", "A soldier"),
    ],
)
def test_who_was_hit_in_a_deed_that_has_a_noun(text: str, hit: str) -> None:
    event = assault(text)
    assert hit in [p.text for p in event.recipients]


def test_a_mine_that_a_car_hits_has_killed() -> None:
    event = assault("Two nurses were killed when their ambulance drove over a land mine near Mopti.")
    assert event.mode == "mine" and [(t.effect, t.who) for t in event.toll] == [("killed", "Two nurses")]


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("Troops returned fire, and the rebels withdrew.", ["Troops"]),
        ("The rebels used drones against an army camp in Cauca.", ["The rebels"]),
        ("Supporters of rival unions fought each other with bamboo sticks in Gao.", ["Supporters of rival unions"]),
    ],
)
def test_who_fights(text: str, actors: list[str]) -> None:
    assert [p.text for p in assault(text).actors] == actors


def test_bombs_that_are_thrown_are_no_deed_of_their_own() -> None:
    found = reading("Stones and petrol bombs were hurled at the officers.")
    (event,) = [e for e in found.events if e.type]
    assert [p.text for p in event.instruments] == ["Stones", "petrol bombs"]


def test_means_of_one_deed_are_not_those_of_the_next() -> None:
    found = reading("Militants attacked the base with mortars and took four soldiers away.")
    assert [p.text for e in found.events if e.mode == "abduct" for p in e.instruments] == []


@pytest.mark.parametrize(
    ("text", "toll"),
    [
        ("Police rounded up 350 people, including two reporters.", ["350 people", "two reporters"]),
        ("Militants carried off at least nine girls from a school near Damboa.", ["at least nine girls"]),
        ("Two attackers were shot dead and a fourth was captured.", ["a fourth"]),
    ],
)
def test_frames_that_take_people_have_a_toll(text: str, toll: list[str]) -> None:
    assert [t.who for e in reading(text).events for t in e.toll if t.effect == "captured"] == toll


@pytest.mark.parametrize(
    "text",
    [
        "A blizzard pounded the northern plains on Monday, killing two motorists.",
        "A cold snap killed more than twenty people in the region.",
        "The disease killed nine residents of a care home.",
        "A crocodile attacked a fisherman near Beira.",
        "A barn collapsed near Minot and killed forty cattle.",
    ],
)
def test_what_has_no_will_attacks_nobody(text: str) -> None:
    assert not [e for e in reading(text).events if e.type == "ASSAULT"]


def test_a_wave_of_drones_attacks() -> None:
    assert assault("A wave of drones hit the port of Izmail on Sunday.").mode == "drone"


def test_beasts_are_no_toll() -> None:
    found = reading("A barn collapsed near Minot and killed forty cattle.")
    assert not [t for e in found.events for t in e.toll]


@pytest.mark.parametrize("text", ["Deputies called the vote a farce.", "The governor called the air strike a crime."])
def test_who_calls_a_thing_something_calls_for_nothing(text: str) -> None:
    assert not [e for e in reading(text).events if e.type in ("PROTEST", "DECIDE", "REQUEST")]


def test_reservists_who_are_called_up_hold_no_call() -> None:
    (event,) = [e for e in reading("Eritrea is calling up reservists.").events if e.type]
    assert event.type == "MOBILIZE" and [p.text for p in event.instruments] == ["reservists"]


@pytest.mark.parametrize(
    "text",
    [
        "A comedy in which a butcher kills nine guests at a wedding opened in Lagos.",
        "In the novel, a nurse is abducted by soldiers near Lublin.",
        "Marta Quist plays a maid who was shot by a guard.",
        "She plays a seamstress and shoots a colonel in the last scene.",
    ],
)
def test_plots_are_no_deeds(text: str) -> None:
    assert not [e for e in reading(text).events if e.type == "ASSAULT"]


@pytest.mark.parametrize(
    "text",
    [
        "A film director was shot dead in Lahore on Monday.",
        "Gunmen killed an actor who plays a guard in a soap opera.",
        "A singer who was kidnapped in May was freed in Jos.",
    ],
)
def test_those_who_make_works_are_hurt(text: str) -> None:
    assert [e for e in reading(text).events if e.type == "ASSAULT"]


@pytest.mark.parametrize(
    "text",
    [
        "Police who rammed the door of a flat found a woman of 84.",
        "The manager was ejected for firing his cap at an umpire.",
        "Millions of people were displaced by floods in Bihar.",
        "Poisoned liquor killed seventeen people in a slum.",
    ],
)
def test_doors_caps_floods_and_drinks(text: str) -> None:
    assert not [e for e in reading(text).events if e.type in ("ASSAULT", "COERCE")]


def test_a_report_of_figures_of_speech() -> None:
    text = (
        "The two candidates traded blows over taxes in a bruising debate. Quill hit Overby for his votes and "
        "attacked his plan for schools. Overby fired back that her record was under siege and blasted her for hiding. "
        "Both camps vowed to fight for rural counties. It was a battle of barbs, and neither side took prisoners."
    )
    assert not [e for e in reading(text).events if e.type == "ASSAULT" and e.trigger.text in ("hit", "fight")]
