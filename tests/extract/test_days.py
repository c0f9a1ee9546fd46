"""The day of an event: stretches of time, clocks beside days, the day of a statement, years that are none."""

from __future__ import annotations

import pytest

from sayso.model import Event
from tests.extract.test_events import reading

pytestmark = pytest.mark.model


def event(text: str, trigger: str) -> Event:
    return next(e for e in reading(text).events if trigger in e.trigger.text)


@pytest.mark.parametrize(
    ("text", "trigger", "start", "end"),
    [
        ("Police have killed nine men in Gao since 2 January.", "killed", "2024-01-02", "2024-03-15"),
        ("Since 2 January students have marched in Gao.", "marched", "2024-01-02", "2024-03-15"),
        ("Between 2 January and 3 February gangs attacked nine buses.", "attacked", "2024-01-02", "2024-02-04"),
        ("From May to July 2023 gangs attacked nine buses.", "attacked", "2023-05-01", "2023-08-01"),
        ("A guard was shot dead on March 5 or 6.", "shot dead", "2024-03-05", "2024-03-07"),
        ("He has been on the run since the January 2018 bombing of a mill.", "bombing", "2018-01-01", "2018-02-01"),
        # the two are not one stretch, or the event is not what lasts
        ("Gangs attacked a bus on 2 January and 3 February.", "attacked", "2024-01-02", "2024-01-03"),
        ("It was the first raid since 2011, when rebels burned a mill.", "burned", "2011-01-01", "2012-01-01"),
    ],
)
def test_two_ends_of_one_stretch(text: str, trigger: str, start: str, end: str) -> None:
    found = event(text, trigger)
    assert (found.start, found.end) == (start, end)


@pytest.mark.parametrize(
    ("text", "trigger", "start"),
    [
        ("At about 9 p.m., a crowd attacked the station in Gao on Sunday.", "attacked", "2024-03-10T21:00:00"),
        ("Gunmen shot him on Sunday evening. He was arrested at 3 a.m. On Tuesday he fled.", "arrest", "2024-03-11T03"),
        ("Despite his arrest on suspicion of taking bribes on Monday, he will speak.", "arrest", "2024-03-11"),
    ],
)
def test_a_clock_joins_the_day_that_the_text_tells(text: str, trigger: str, start: str) -> None:
    assert (event(text, trigger).start or "").startswith(start)


@pytest.mark.parametrize(
    ("text", "trigger", "day"),
    [
        ("“We promise you help,” the mayor said Monday. “We promise the nuns a new mill.”", "promise", "2024-03-11"),
        ("The owner accused the police of theft, in a statement released on Monday.", "accused", "2024-03-11"),
        (
            "Police released film on Monday of last week's ambush in Gao, in which nine men died.",
            "ambush",
            "2024-03-04",
        ),
        ("The book tells of the 2011 crisis in which rebels attacked two mills.", "attacked", "2011-01-01"),
        ("Gunmen in a white 2011 Nissan shot a judge in Gao on Tuesday.", "shot", "2024-03-12"),
    ],
)
def test_whose_day_it_is(text: str, trigger: str, day: str) -> None:
    found = [e for e in reading(text).events if trigger in e.trigger.text]
    assert found
    assert {(e.start or "")[:10] for e in found} == {day}


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("In February the mill settled a lawsuit over a spill.", "lawsuit"),
        ("She fled in June 2021 after being imprisoned for three years.", "imprisoned"),
        ("The two presidents pledged today to share intelligence on smugglers.", "share"),
        ("The film shows the current incarceration of nuns.", "incarceration"),
    ],
)
def test_the_time_beside_it_is_of_something_else(text: str, trigger: str) -> None:
    assert event(text, trigger).time is None


def test_what_a_court_does_is_not_of_the_year_of_the_deed() -> None:
    found = {e.type: e.start for e in reading("In 2006 a guard shot Ola Berg in Gao. Berg pleaded guilty.").events}
    assert found["ASSAULT"] == "2006-01-01"
    assert found["CONCEDE"] is None


def test_a_day_of_no_known_week_is_that_of_all_tellings() -> None:
    found = reading("Ola Berg was shot dead on Friday. The shooting of Berg was condemned.", published=None)
    times = {time.id: time.text for time in found.times}
    assert {times.get(e.time or "") for e in found.events if e.type == "ASSAULT"} == {"Friday"}


def test_a_report_without_a_day_has_that_of_its_head() -> None:
    text = "Rebels burn a mill\nSaturday, 8 June 2019, 18:20\n\nRebels attacked a mill near Gao on Friday."
    found = reading(text, published=None)
    assert found.report.published == "2019-06-08"
    assert [e.start for e in found.events if e.trigger.text == "attacked"] == ["2019-06-07"]
    assert reading(text, published="2020-01-01").report.published == "2020-01-01"


def test_the_line_below_a_headline_is_of_the_day_of_the_lead() -> None:
    text = "Quake shakes Gao\nThree people are killed and nine hurt.\nThree people were killed in Gao on Wednesday."
    assert {e.start for e in reading(text).events if e.trigger.text in ("killed", "hurt")} == {"2024-03-13"}
