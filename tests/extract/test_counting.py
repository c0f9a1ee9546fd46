"""Tolls of other words: bare figures, who is driven out, what ends in death, parts, and what is of another deed."""

from __future__ import annotations

import pytest

from tests.extract.test_tolls import reading, tolls

pytestmark = pytest.mark.model

Counted = tuple[str, str, float | None]


def counted(text: str) -> list[Counted]:
    """(effect, the event that it stands on, the lowest number) of every toll."""
    found = reading(text)
    low = {quantity.id: quantity.low for quantity in found.quantities}
    return [(toll.effect, event.trigger.text, low.get(toll.quantity or "")) for event, toll in tolls(found)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Jets bombed a mill in Sarn. The clerk reported 21 deaths. The clinic confirmed 14.",
            [("killed", "bombed", 21), ("killed", "bombed", 14)],
        ),
        (
            "Jets bombed a mill in Sarn. The clerk spoke of 21 dead and later of 30.",
            [("killed", "bombed", 21), ("killed", "bombed", 30)],
        ),
        (
            "Rebels killed 21 nuns, the bishop said. The union gave a figure of 30.",
            [("killed", "killed", 21), ("killed", "killed", 30)],
        ),
    ],
)
def test_a_bare_figure_counts_those_who_were_counted_before(text: str, expected: list[Counted]) -> None:
    assert counted(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Rebels killed two nuns. The ministry registered 300 firms and confirmed 20.",
        "The mill hired 30 people. The union confirmed 14.",
        "Rebels killed two nuns. The ministry spoke of 2019.",
    ],
)
def test_a_figure_of_something_else_counts_nobody(text: str) -> None:
    assert len(tolls(reading(text))) == ("nuns" in text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The death of a cook raised to nine the number of people killed by Monday's blast in Sarn.",
            [("killed", "blast", 9)],
        ),
        (
            "The case brings to 44 the number of nuns who have been abducted since May.",
            [("captured", "abducted", 44)],
        ),
    ],
)
def test_the_figure_may_stand_before_the_number_that_rises(text: str, expected: list[Counted]) -> None:
    found = reading(text)
    assert counted(text) == expected
    assert {toll.who for _, toll in tolls(found)} <= {"nine", "44"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Some 700 people were expelled from the camp by armed men.", 1),
        ("The council threw out 90 residents after the clash.", 1),
        ("Nine families abandoned their homes.", 1),
        ("The raid was followed by the flight of 2,000 villagers.", 1),
        ("The club expelled nine players.", 0),
        ("Two clerks left their homes at eight.", 0),
        ("The line announced the flight of 200 passengers.", 0),
        ("He shot a guard. He fled to the hills.", 0),
    ],
)
def test_those_who_lose_where_they_live_are_displaced(text: str, expected: int) -> None:
    assert sum(toll.effect == "displaced" for _, toll in tolls(reading(text))) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Eleven people were martyred in a strike on the camp.", [("killed", "strike", 11)]),
        ("Seven soldiers fell in the battle for Sarn.", [("killed", "battle", 7)]),
        ("Two miners are unaccounted for after the blast.", [("missing", "blast", 2)]),
        ("Rebels carried out raids that left many people injured.", [("injured", "raids", None)]),
        ("There are many dead because of the bombing of Sarn.", [("killed", "bombing", None)]),
        ("Rebels raided the base near Sarn. The raid cost no lives.", [("killed", "raid", 0)]),
        (
            "Guards shot Ali Reza in the neck in Sarn on Monday. He succumbed to his wounds on Tuesday.",
            [("killed", "shot", None)],
        ),
        ("The company's prices fell in the battle for customers.", []),
        ("He succumbed to pressure.", []),
    ],
)
def test_more_words_for_who_was_harmed(text: str, expected: list[Counted]) -> None:
    assert counted(text) == expected


def test_an_apposition_has_the_number_of_a_group_and_one_of_them_is_a_part() -> None:
    found = reading("Gunmen shot dead the Reza brothers, two cooks, in Sarn.")
    assert [toll.who for _, toll in tolls(found)] == ["two cooks"]
    text = "Soldiers killed four cooks, one of them a 12-year-old boy, and wounded nine others."
    assert counted(text) == [("killed", "killed", 4), ("killed", "killed", 1), ("injured", "killed", 9)]
    text = "Rebels killed two nuns in Sarn. The bishop put the number of dead at 40, among them 11 monks."
    assert [number for _, _, number in counted(text)] == [2, 40, 11]


def test_that_one_man_is_a_number_and_that_one_is_none() -> None:
    found = reading("The army said that one soldier was hurt. It said that that one was hurt.")
    assert [quantity.text for quantity in found.quantities] == ["one soldier"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (  # of hunger
            "Gunmen raided a camp near Sarn on Monday. Three old men died of hunger.",
            [("killed", "died", 3)],
        ),
        (  # on the way
            "Gunmen raided a camp near Sarn on Monday. Three old men died on the way to the coast.",
            [("killed", "died", 3)],
        ),
        (  # of their wounds
            "Gunmen raided a camp near Sarn on Monday. Three men died on the way to hospital.",
            [("killed", "raided", 3)],
        ),
        (  # when it was last as bad
            "The bishop believes that it was the deadliest strike in Chad since May, when 74 sailors died at Sarn.",
            [("killed", "died", 74)],
        ),
        (  # the deed was done after the other one
            "A gunman killed nine guests in Sarn after a raid on a mosque.",
            [("killed", "killed", 9)],
        ),
        (  # a war and not what the sentence goes on to tell
            "Chad, whose war with Togo left 300 people dead, condemned the strike on Sarn.",
            [("killed", "war", 300)],
        ),
        (  # the sum of all
            "Twelve people were killed in raids on Sarn on Monday. The overall toll since 7 May is 900.",
            [("killed", "raids", 12), ("killed", "toll", 900)],
        ),
    ],
)
def test_the_dead_of_another_cause_are_on_another_event(text: str, expected: list[Counted]) -> None:
    assert [one for one in counted(text) if one[1] != "toll"] == [one for one in expected if one[1] != "toll"]


def test_the_day_of_counting_is_not_that_of_the_deed() -> None:
    text = "Gunmen raided the camp on Monday. Doctors who reached it two days later counted 14 bodies."
    assert counted(text) == [("killed", "raided", 14)]
    text = "A bomb exploded in a market in Sarn. Of the 41 people hurt, 17 have gone home."
    assert ("injured", "exploded", 41) in counted(text)


def test_those_in_the_care_of_doctors_are_part_of_the_injured_of_their_own_deed() -> None:
    text = (
        "Six men were hurt in a blast in Sarn on Sunday. Gunmen raided Bor on Monday. Thirteen were taken to hospital."
    )
    assert ("injured", "raided", 13) in counted(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Gunmen took two nuns hostage in Gao on Monday.", [("captured", "took hostage", 2)]),
        ("Gunmen held nine people hostage in Gao.", [("captured", "held hostage", 9)]),
        ("Rebels freed two nuns and took a hostage.", []),
    ],
)
def test_whoever_is_taken_hostage_is_counted_where_the_parse_has_two_objects(
    text: str, expected: list[Counted]
) -> None:
    assert counted(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "A drone struck a school in Sarn. The mayor put the dead at 79: 43 children and 36 men.",
            [("killed", "struck", 79), ("killed", "struck", 43), ("killed", "struck", 36)],
        ),
        (
            "The hijackers led away 22 sailors: 14 Filipinos, five Russians and three Georgians.",
            [("captured", "led away", number) for number in (22, 14, 5, 3)],
        ),
        (
            "Rebels killed nine nuns in Sarn on Monday: two of the bishops had warned 30 people.",
            [("killed", "killed", 9)],
        ),
    ],
)
def test_a_list_behind_a_colon_counts_parts_that_make_up_the_whole(text: str, expected: list[Counted]) -> None:
    assert counted(text) == expected


def test_a_count_goes_on_from_the_sentence_before() -> None:
    text = (
        "A drone struck a school in Sarn, killing 40 pupils. The rebels said nothing. A monk rang a bell. In Sarn, the "
        "mayor put the dead at 79. Thirty-eight people were wounded."
    )
    assert counted(text) == [("killed", "struck", 40), ("killed", "struck", 79), ("injured", "struck", 38)]


def test_a_week_of_fighting_and_a_wave_of_raids_leave_dead() -> None:
    text = "A week of bloodshed in Sarn has left 214 people dead. A wave of bombings in Dorn killed 40 men in May."
    assert counted(text) == [("killed", "bloodshed", 214), ("killed", "bombings", 40)]


def test_what_others_call_the_deed_does_nothing_to_the_dead() -> None:
    text = "In April a missile destroyed a ward. Fourteen people died then, and a union called the bombing a crime."
    assert counted(text) == [("killed", "destroyed", 14)]


def test_the_dead_behind_a_circumstance_are_of_the_deed() -> None:
    text = "A jet bombed a school in Sarn as children were sitting an exam, killing 20 pupils."
    (deed, *_) = reading(text).events
    assert counted(text) == [("killed", "bombed", 20)]
    assert [one.text for one in deed.actors] == []


def test_a_seizure_of_people_and_wounds_that_they_have() -> None:
    text = "A jet bombed a mill in Sarn. Six others had lesser injuries. It recalled the seizure of 30 guests in May."
    assert [(effect, low) for effect, _, low in counted(text)] == [("injured", 6), ("captured", 30)]
