"""Which deed a bare noun takes up where several are told: by paragraph, root and sort, and where no type tells it."""

from __future__ import annotations

import pytest

from tests.extract.test_events import reading

pytestmark = pytest.mark.model


def first_of(text: str, said: str) -> str | None:
    """The words of the telling that the last event told by `said` takes up."""
    events = reading(text).events
    words = {event.id: event.trigger.text for event in events}
    last = [event for event in events if event.trigger.text.lower() == said][-1]
    return words.get(last.same_as or "")


def test_a_noun_takes_up_the_word_of_its_root_before_a_likelier_one() -> None:
    text = (
        "A jet bombed a mill in Sarn on Monday, killing nine weavers.\n\nFighters ambushed a convoy near Dorn a day "
        "later. The army did not mention the ambush, but closed the road."
    )
    assert first_of(text, "ambush") == "ambushed"


def test_a_noun_goes_on_about_the_deed_of_its_paragraph() -> None:
    text = (
        "Gunmen stormed a hotel in Gao on Monday and killed four guests.\n\nIn the deadliest raid of those years, on a "
        "mill at Bourem in April 2019, some 70 lost their lives. The army said that the attack was aimed at smugglers."
    )
    assert first_of(text, "attack") == "raid"


def test_a_murder_is_the_shooting_of_the_report() -> None:
    text = (
        "Gunmen opened fire on the car of a mayor in Manta on Friday. The mayor and her driver died at the scene. The "
        "minister laid the assassination to a gang."
    )
    assert first_of(text, "assassination") == "opened fire"


@pytest.mark.parametrize(
    ("text", "said", "deed"),
    [
        (
            "Gunmen shot a judge in Gao. In August the clerk of Bourem was dragged from a cafe and shot; nobody was "
            "tried for that killing.",
            "killing",
            "shot",
        ),
        (
            "A grenade was thrown at a shop in Manta. A trader was gunned down in July 2023 beside a pitch. A boy died "
            "in the same attack, for which a man was jailed last May.",
            "attack",
            "gunned down",
        ),
        ("The gang turned on Tungan. It burned 60 houses. Six people died in that raid.", "raid", "burned"),
    ],
)
def test_a_noun_that_points_takes_up_what_was_just_told(text: str, said: str, deed: str) -> None:
    assert first_of(text, said) == deed


@pytest.mark.parametrize(
    ("text", "said", "deed"),
    [
        (
            "Gunmen raided a mill in Wetlet on Monday. Police said that the incident, which lasted an hour, was over.",
            "incident",
            "raided",
        ),
        (
            "Government troops have surrounded Goma since May, cutting its road to the lake. Aid groups said that "
            "children were starving.\n\nThe army denied that. The blockade was imposed after a bomb killed a general.",
            "blockade",
            "surrounded",
        ),
        (
            "Special forces freed 12 hostages from a camp in Kaduna on Sunday, the army said.\n\nThe operation "
            "followed a tip from a herder.",
            "operation",
            "freed",
        ),
        (
            "Chinese coastguards boarded two navy boats on Monday. Beijing said that the boarding was lawful.",
            "boarding",
            "boarded",
        ),
        (
            "Pirates boarded a tanker off Somalia on Tuesday. A frigate was sent to the area.\n\nIn 2011 gunmen seized "
            "28 ships.\n\nThe hijacking raised the price of insurance.",
            "hijacking",
            "boarded",
        ),
    ],
)
def test_a_noun_takes_up_a_deed_of_its_sort(text: str, said: str, deed: str) -> None:
    assert first_of(text, said) == deed


def test_a_noun_that_has_whom_it_befell_takes_up_no_deed_to_others() -> None:
    text = "Iran seized a Greek freighter on Monday. Oman recalled the capture of the vicar in 2021."
    assert first_of(text, "capture") is None


@pytest.mark.parametrize(
    ("text", "deed"),
    [
        (
            "Nine people were killed when Russian drones slammed into a building in Odesa overnight, officials said on "
            "Thursday, the second such strike on the city this week.",
            "slammed into",
        ),
        (
            "Police killed two men in Gao on Monday, the third such strike this month.",
            "killed",
        ),
    ],
)
def test_what_a_deed_is_compared_with_behind_a_comma_tells_it_again(text: str, deed: str) -> None:
    assert first_of(text, "strike") == deed


def test_nobody_is_shot_in_the_worst_abduction() -> None:
    text = "A watchman was shot dead at the gate. It was the worst abduction from a school since 2021."
    assert first_of(text, "abduction") is None


def test_an_hour_is_of_its_day() -> None:
    text = (
        "Clans traded gunfire outside a school in Parang on Tuesday night, police said. The chief said the shooting "
        "broke out at about 9:30 p.m. on Tuesday."
    )
    assert first_of(text, "shooting") == "traded gunfire"


def test_what_an_inquiry_looks_into_was_done() -> None:
    text = "Guards opened fire on inmates in Guayaquil. The government promised an inquiry into the shooting."
    (shooting,) = [event for event in reading(text).events if event.trigger.text == "shooting"]
    assert shooting.status == "occurred"


def test_pupils_are_marched_off_but_no_recruits() -> None:
    abducted = reading("Fifty pupils were marched into the forest on Monday.").events
    drilled = reading("Fifty recruits were marched into the forest on Monday.").events
    assert [event.mode for event in abducted] == ["abduct"]
    assert "abduct" not in [event.mode for event in drilled]


def test_ships_that_were_under_attack_point_to_nothing_just_told() -> None:
    text = (
        "A warship repulsed an attack on a tanker in the Gulf of Aden and seized 23 pirates. Last month it had sunk a "
        "Thai trawler that was used as a mothership and also rescued two vessels that were under attack."
    )
    assert first_of(text, "attack") != "sunk"
