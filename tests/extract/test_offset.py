"""So long before or after another event."""

from __future__ import annotations

import pytest

from tests.extract.test_when import days, reading

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "trigger", "day"),
    [
        ("Guards arrested a cook on Monday, three days after a bomb killed four sailors.", "bomb", "2024-03-08"),
        ("A court jailed the printer on Friday, a day after police raided his shop.", "raided", "2024-03-07"),
        (
            "Rebels raided Olmen on 2 March. Four days after the raid, the army shelled the hills.",
            "shelled",
            "2024-03-06",
        ),
        ("Gunmen shot the abbot on 3 March. The day before the shooting, he met the mayor.", "met", "2024-03-02"),
        ("The general fled on the eve of the vote, which was held on 10 March.", "fled", "2024-03-09"),
        ("Rebels seized the port on Monday, hours after the army withdrew from it.", "withdrew", "2024-03-11"),
        ("They left the camp two months after the war ended in May 2023.", "left", "2023-07-01"),
    ],
)
def test_the_day_is_so_long_from_that_of_the_other(text: str, trigger: str, day: str) -> None:
    assert days(text)[trigger] == day


@pytest.mark.parametrize(
    ("text", "trigger", "day"),
    [
        ("Weeks after soldiers shot nine herders, the governor apologised.", "shot", None),
        ("Nine people were killed within two days after rebels raided Olmen on 2 March.", "raided", "2024-03-02"),
        (
            "Guards arrested a cook on Monday, three days after a bomb killed four sailors on 1 March.",
            "bomb",
            "2024-03-01",
        ),
    ],
)
def test_a_length_that_is_open_or_a_day_of_its_own_moves_nothing(text: str, trigger: str, day: str | None) -> None:
    found = days(text)
    assert found[trigger] == day


@pytest.mark.parametrize("length", ["more than a year", "at least three years", "less than a month"])
def test_a_bound_is_no_date_but_it_was_not_then(length: str) -> None:
    found = reading(f"The army retook Kassala on Monday, {length} after rebels seized the town.")
    starts = {event.trigger.text: event.start for event in found.events}
    assert starts["retook"] == "2024-03-11" and starts["seized"] is None


def test_a_clause_that_goes_on_is_of_the_same_day() -> None:
    found = days("The league met on Monday, two days after officers ousted the king and dissolved the parliament.")
    assert found["ousted"] == found["dissolved"] == "2024-03-09"
    found = days("Togo closed the port on Monday, a day after gunmen shot a guard and the mayor fled.")
    assert found["shot"] == "2024-03-10"


@pytest.mark.parametrize(
    ("text", "trigger", "day"),
    [
        (
            "Rebels burned their arms at a ceremony on Sunday. The day before the ceremony, a shell hit a mill.",
            "hit",
            "2024-03-09",
        ),
        (
            "Pirates raided a ship on Monday and took a cook, two days after guards left the bay.",
            "left",
            "2024-03-09",
        ),
    ],
)
def test_an_occasion_named_before_dates_what_is_counted_from_it(text: str, trigger: str, day: str) -> None:
    assert days(text)[trigger] == day


def test_what_is_counted_from_something_undated_has_no_day() -> None:
    found = reading("The verdict came two years after prosecutors charged the baker with fraud.").events
    assert next(e for e in found if e.trigger.text.startswith("charged")).start is None


def test_what_comes_so_long_after_something_is_counted_by_its_subject() -> None:
    found = days("The clashes came on Tuesday, a day after talks with the union broke down.")
    assert found["talks"] == "2024-03-11"


@pytest.mark.parametrize(
    ("text", "trigger", "day"),
    [
        ("The guards left the depot 20 minutes before the robbery on Monday.", "robbery", "2024-03-11"),
        ("The guards left the depot 20 minutes before the robbery on Monday.", "left", "2024-03-11"),
        ("A bomb went off in the bazaar on Friday, 90 minutes after soldiers left it.", "left", "2024-03-08"),
        ("Rebels shelled the port on Friday, 36 hours after the truce ended.", "truce", "2024-03-07"),
    ],
)
def test_minutes_are_no_days(text: str, trigger: str, day: str) -> None:
    assert days(text)[trigger] == day


def test_the_eve_of_what_nobody_foresaw_is_not_of_the_report() -> None:
    (met,) = (one for one in reading("Its commander met the plotters on the eve of the coup.").events if one.type)
    assert met.start is None
    (shut, *_) = (one for one in reading("On the eve of the vote the army shut the border.").events if one.type)
    assert shut.from_ == "dateline"
