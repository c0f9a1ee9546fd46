"""What changed in a picture on some days."""

import pytest
from builders import Build, foretold_readings, strike

from sayso.persist.changed import what_changed
from sayso.persist.picture import Picture
from sayso.persist.query import Query


@pytest.fixture
def picture(tmp_path):
    b = Build("The mayor of Lviv resigned.", outlet="Volga Wire", published="2024-11-18")
    b.event("resigned", type="RETREAT", lemma="resign", actors=["The mayor of Lviv"])
    with Picture(tmp_path / "picture.db") as store:
        of_two_days = strike("Dnipro Post", 19, published="2024-11-17"), strike("Volga Wire", 34)
        for reading in (*of_two_days, b.reading(), *foretold_readings()):
            store.put(reading)
        yield store


def test_what_was_told_before_is_changed_and_the_rest_is_new(picture):
    found = what_changed(picture, Query(since="2024-11-18", until="2024-11-18"))
    assert found.reports == 2
    assert [(c.kind, [a.value for a in c.now]) for c in found.changes] == [("toll", [34])]
    assert [event.type for event in found.new] == ["RETREAT"]
    assert found.decided == ()


def test_without_a_day_it_is_the_last_on_which_any_report_came_out(picture):
    found = what_changed(picture)
    assert (found.since, found.reports) == ("2026-03-07", 1)
    assert [(f.outcome, f.report.outlet) for f in found.decided] == [("came_true", "Kyiv Courier")]


def test_the_other_filters_hold(picture):
    asked = Query(since="2024-11-18", until="2024-11-18", about="Lviv")
    assert [event.type for event in what_changed(picture, asked).new] == ["RETREAT"]
    assert what_changed(picture, asked).changes == ()


def test_days_are_those_of_the_reports_and_not_of_the_events(picture):
    found = what_changed(picture, Query(since="2024-11-17", until="2024-11-17"))
    assert [event.first_reported for event in found.new] == ["2024-11-17"]
    # what came out later is not known yet
    assert [[account.best for account in event.tolls["killed"]] for event in found.new] == [[19]]


def test_an_empty_picture_has_no_last_day(tmp_path):
    with Picture(tmp_path / "empty.db") as store:
        found = what_changed(store)
    assert (found.since, found.reports, found.new) == (None, 0, ())
