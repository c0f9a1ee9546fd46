"""Which way a time looks by what it hangs on in the parse."""

from __future__ import annotations

import pytest

from tests.extract.test_events import reading

pytestmark = pytest.mark.model


def starts(text: str) -> dict[str, str | None]:
    """The first day of each time, in a report of Thursday, 14 March 2024."""
    return {time.text: time.start[:10] if time.start else None for time in reading(text).times}


@pytest.mark.parametrize(
    ("text", "time", "day"),
    [
        ('"We are calling for a peaceful rally in every town on Sunday," she said.', "Sunday", "2024-03-17"),
        ("The party is calling for a march on Saturday.", "Saturday", "2024-03-16"),
        ("The unions call for a strike on Tuesday.", "Tuesday", "2024-03-19"),
        ("The group urges a boycott on Friday.", "Friday", "2024-03-15"),
        ("The rebels expect to take Gao before the winter.", "the winter", "2024-12-01"),
        ("Whether the troops leave before January is unclear.", "January", "2025-01-01"),
        ("He put at 40 percent the chance of a truce before January.", "January", "2025-01-01"),
        ("The odds of a deal before January are slim.", "January", "2025-01-01"),
        ("He would be surprised if the hostages were freed before January.", "January", "2025-01-01"),
    ],
)
def test_what_is_wanted_or_limited_is_to_come(text: str, time: str, day: str) -> None:
    assert starts(text)[time] == day


@pytest.mark.parametrize(
    ("text", "time", "day"),
    [
        ("In May a guard shot a shepherd.", "May", "2023-05-01"),
        ("In April rebels attacked the village.", "April", "2023-04-01"),
        ("In April officials said that the troops would leave.", "April", "2023-04-01"),
        ("She calls for an inquiry into the attack on Sunday.", "Sunday", "2024-03-10"),
        ("The troops retook the town before February.", "February", "2024-02-01"),
        ("He would have died if they had left before February.", "February", "2024-02-01"),
        ("The ministry has sent nine trucks by February.", "February", "2024-02-01"),
    ],
)
def test_what_was_is_behind(text: str, time: str, day: str) -> None:
    assert starts(text)[time] == day


@pytest.mark.parametrize(
    "text",
    [
        "The army will withdraw in May.",
        "In May the army will withdraw.",
        "In May, officials said, the army will leave.",
    ],
)
def test_what_will_be_is_ahead(text: str) -> None:
    assert starts(text)["May"] == "2024-05-01"


def test_hours_later_is_not_of_a_day_to_come() -> None:
    told = starts("She urged her followers to march on Sunday. The governor banned the march hours later.")
    assert told == {"Sunday": "2024-03-17", "hours later": None}
    told = starts("Rebels attacked the port on Sunday. Hours later the army retook it.")
    assert told == {"Sunday": "2024-03-10", "Hours later": "2024-03-10"}


@pytest.mark.parametrize(
    ("text", "actor", "day"),
    [
        ("On March 2 members of the guard shot at a car.", "members of the guard", "2024-03-02"),
        ("On March 2 soldiers shot a nurse.", "soldiers", "2024-03-02"),
        ("On March 2 two soldiers shot a nurse.", "two soldiers", "2024-03-02"),
        ("On March 2, soldiers shot a nurse.", "soldiers", "2024-03-02"),
        ("On 2 March soldiers shot a nurse.", "soldiers", "2024-03-02"),
        ("In March two soldiers shot a nurse.", "two soldiers", "2024-03-01"),
    ],
)
def test_the_day_of_a_month_is_no_number_of_those_behind_it(text: str, actor: str, day: str) -> None:
    (event,) = (one for one in reading(text).events if one.type == "ASSAULT")
    assert [one.text for one in event.actors] == [actor] and (event.start or "")[:10] == day


def test_a_that_which_opens_a_clause_points_at_no_day() -> None:
    assert (
        starts("Miners left on Tuesday, as the guild said that Friday's blast had killed two.")["Friday"]
        == "2024-03-08"
    )
    assert "that Friday" in starts("They met on Tuesday; that Friday they left.")
