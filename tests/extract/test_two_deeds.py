"""Two deeds of one sentence stay two; a noun that only says what sort of deed it was tells that one again."""

from __future__ import annotations

import pytest

from sayso.model import Event
from tests.extract.test_tolls import reading

pytestmark = pytest.mark.model

#: Trigger, first day, place, who was counted.
Deed = tuple[str, str | None, str | None, tuple[str, ...]]


def deeds(text: str) -> list[Deed]:
    """The assaults of a text; days from the words alone."""
    found = reading(text)
    names = {entity.id: entity.name for entity in found.entities}

    def deed(event: Event) -> Deed:
        day = event.start[:10] if event.start and event.from_ == "words" else None
        return event.trigger.text, day, names.get(event.place or ""), tuple(toll.who for toll in event.toll)

    return [deed(event) for event in found.events if event.type == "ASSAULT" and event.same_as is None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "In August a border guard shot dead a shepherd; two weeks later unknown gunmen killed a customs officer.",
            [
                ("shot dead", "2023-08-01", None, ("a shepherd",)),
                ("killed", "2023-08-14", None, ("a customs officer",)),
            ],
        ),
        (
            "The army shelled Kidal on Monday, and on Tuesday gunmen killed six villagers with knives.",
            [
                ("shelled", "2024-03-11", "Kidal", ()),
                ("killed", "2024-03-12", None, ("six villagers",)),
            ],
        ),
        (
            "Gunmen attacked a bus on Sunday and on Monday they killed a priest.",
            [("attacked", "2024-03-10", None, ()), ("killed", "2024-03-11", None, ("a priest",))],
        ),
        (
            "Police beat students in Harare; in Bulawayo soldiers killed two.",
            [("beat", None, "Harare", ()), ("killed", None, "Bulawayo", ("two",))],
        ),
        (
            "Rebels ambushed a convoy in Kidal and killed a teacher in Menaka.",
            [("ambushed", None, "Kidal", ()), ("killed", None, "Menaka", ("a teacher",))],
        ),
        (
            "A drone hit a fuel depot in Odesa, while a missile killed two people in Kharkiv.",
            [("hit", None, "Odesa", ()), ("killed", None, "Kharkiv", ("two people",))],
        ),
        (
            "Rebels attacked a post near Gao and soldiers killed eleven of them.",
            [("attacked", None, "Gao", ()), ("killed", None, "Gao", ("eleven",))],
        ),
        (
            "Jets bombed the port on Monday, killing six, and on Tuesday gunmen killed two sailors.",
            [("bombed", "2024-03-11", None, ("six",)), ("killed", "2024-03-12", None, ("two sailors",))],
        ),
    ],
)
def test_another_doer_day_or_place_is_another_deed(text: str, expected: list[Deed]) -> None:
    assert deeds(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Rebels raided the market in Dori and killed nine traders.",
        "Troops opened fire on a crowd, and five people were killed.",
        "Militants shelled the town; at least four people were killed.",
        "The militia stormed the barracks on Sunday and killed seven recruits.",
        "The rebels shelled the port on Friday and three sailors died on Saturday.",
        "Militants attacked two buses on Sunday and Monday and killed 14 passengers.",
        "Rebels shelled Gao on Sunday night and killed nine people in the early hours of Monday.",
        "The army shelled the Tahar district, and two women were killed in the village of Dasra.",
        "A car bomb exploded at the gate on Monday, and gunmen then killed four guards.",
    ],
)
def test_what_came_of_a_deed_is_none_beside_it(text: str) -> None:
    ((_, _, _, dead),) = deeds(text)
    assert len(dead) == 1


@pytest.mark.parametrize(
    ("text", "trigger", "day"),
    [
        (
            "Gunmen killed 12 people when they stormed a farm on Sunday, in the worst attack in the region this year.",
            "stormed",
            "2024-03-10",
        ),
        ("Rebels killed nine miners near Zaria on Monday in the bloodiest raid since May.", "raid", "2024-03-11"),
        ("A suicide bomber killed 20 people on Friday, the third such attack this month.", "killed", "2024-03-08"),
        ("Gunmen stabbed four herders on Tuesday, in the second assault this week.", "stabbed", "2024-03-12"),
        ("Six people were killed on Monday in the deadliest attack on the port this year.", "attack", "2024-03-11"),
        (
            "Militants ambushed a convoy on Tuesday, killing eight soldiers in the deadliest ambush in two years.",
            "ambushed",
            "2024-03-12",
        ),
        (
            "A rocket hit a school on Tuesday, killing three pupils, in the first attack on the city in six weeks.",
            "hit",
            "2024-03-12",
        ),
        (
            "Fighters attacked a base on Saturday, wounding 14, in what aides called the most serious raid since May.",
            "attacked",
            "2024-03-09",
        ),
    ],
)
def test_a_comparison_tells_no_other_deed_and_no_day(text: str, trigger: str, day: str) -> None:
    first, *others = (one for one in reading(text).events if one.type == "ASSAULT")
    assert (first.trigger.text, (first.start or "")[:10]) == (trigger, day)
    assert [toll.scope for toll in first.toll] in ([], ["event"])
    assert [(one.same_as, one.start, one.toll) for one in others] in ([], [(first.id, first.start, ())])


@pytest.mark.parametrize(
    ("text", "trigger", "start"),
    [
        ("The third attack this week killed nine people.", "attack", "2024-03-11"),
        ("The deadliest raid of 2022 left forty people dead.", "raid", "2022-01-01"),
        ("Eleven people were killed in the second attack on Monday.", "attack", "2024-03-11"),
        ("Three soldiers were killed in an attack this week.", "attack", "2024-03-11"),
    ],
)
def test_a_time_that_is_the_deeds_own_stays(text: str, trigger: str, start: str) -> None:
    (event,) = (one for one in reading(text).events if one.type == "ASSAULT")
    assert (event.trigger.text, (event.start or "")[:10]) == (trigger, start)


def test_a_toll_of_a_year_still_runs() -> None:
    (event,) = (one for one in reading("More than 300 people have been killed in attacks this year.").events)
    assert [toll.scope for toll in event.toll] == ["cumulative"]


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen raided the village on Monday. It was the third raid this month.",
        "Gunmen raided the village on Monday, killing two. It was the deadliest attack in the region since May.",
        "Thousands marched in Lima on Monday. It was the largest protest in two years.",
    ],
)
def test_what_it_was_is_told_again(text: str) -> None:
    first, second = reading(text).events
    assert second.same_as == first.id and second.start == first.start == "2024-03-11"


def test_another_raid_is_not_told_again() -> None:
    first, second = reading("Gunmen raided the village on Monday. The first raid was in May.").events
    assert second.same_as is None and second.start != first.start


def test_a_time_in_a_clause_on_the_doer_is_none_of_the_deeds() -> None:
    found = reading("A clerk who was dismissed last week stabbed a cook and wounded two waiters on Monday.").events
    assert len([event for event in found if event.type == "ASSAULT"]) == 1
