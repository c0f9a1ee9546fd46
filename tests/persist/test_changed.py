"""What changed in a picture on some days."""

import pytest
from builders import Build, foretold_readings, strike

from sayso.model import Report
from sayso.persist.changed import what_changed
from sayso.persist.corrections import passages_of
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


EIGHT, NOON = "2024-11-18T08:00:00+00:00", "2024-11-18T12:00:00+00:00"


@pytest.fixture
def store(tmp_path):
    with Picture(tmp_path / "day.db") as store:
        yield store


def test_hours_part_the_reports_of_one_day(store):
    # ten o'clock in Kyiv is eight in London
    store.put(strike("Dnipro Post", 19, published="2024-11-18T10:00:00+02:00"))
    store.put(strike("Volga Wire", 34, published=NOON))
    found = what_changed(store, Query(since="2024-11-18T09:00"))
    assert (found.since, found.reports) == ("2024-11-18T09:00", 1)
    assert [(c.kind, [a.value for a in c.before], [a.value for a in c.now]) for c in found.changes] == [
        ("toll", [19], [34])
    ]
    assert what_changed(store, Query(since="2024-11-18T07:00")).changes == ()
    assert what_changed(store, Query(since="2024-11-18T07:00", until="2024-11-18T09:00")).reports == 1


def corrected(store, published=NOON):
    for killed, when in ((19, EIGHT), (34, published)):
        store.put(strike("Dnipro Post", killed, published=when, url="https://example.org/sumy"))


def test_a_correction_is_told_in_the_words_of_before_and_of_now(store):
    corrected(store)
    (found,) = what_changed(store, Query(since="2024-11-18T09:00")).corrections
    assert (found.title_before, found.title) == ("Strike on Sumy: 19 dead", "Strike on Sumy: 34 dead")
    (passage,) = found.passages
    assert "killing 19 people" in passage.before.text and "killing 34 people" in passage.now.text
    assert what_changed(store, Query(since="2024-11-18T13:00")).corrections == ()
    assert what_changed(store, Query(since="2024-11-18T07:00", until="2024-11-18T09:00")).corrections == ()
    assert what_changed(store, Query(since="2024-11-18", where="Lviv")).corrections == ()


def test_a_correction_changes_the_event_that_the_version_before_told(store):
    corrected(store)
    found = what_changed(store, Query(since="2024-11-18T09:00"))
    assert [(c.kind, [a.value for a in c.before], [a.value for a in c.now]) for c in found.changes] == [
        ("toll", [19], [34])
    ]
    assert found.new == ()
    # who comes to both versions at once reads of a new event
    found = what_changed(store, Query(since="2024-11-18T07:00"))
    assert (found.changes, len(found.new), len(found.corrections)) == ((), 1, 1)


def test_a_correction_is_no_second_source(store):
    corrected(store)
    store.put(strike("Volga Wire", 19, published="2024-11-18T09:00:00+00:00", said="the mayor"))
    found = what_changed(store, Query(since="2024-11-18T10:00"))
    assert "source" not in [change.kind for change in found.changes]


def test_a_correction_that_keeps_its_date_came_at_some_time_since(store):
    corrected(store, published=EIGHT)
    assert len(what_changed(store, Query(since="2024-11-20")).corrections) == 1
    assert what_changed(store, Query(since="2024-11-10", until="2024-11-12")).corrections == ()


def test_words_that_are_broken_otherwise_are_not_corrected():
    before = Report(id="r-1", text="Rain fell. A mill\nburned.", outlet="A", language="en")
    now = Report(id="r-2", text="Rain fell.\n\nA mill\nburned. Two men died.", outlet="A", language="en")
    (added,) = passages_of(before, now)
    assert (added.before, added.now.text) == (None, "Two men died.")
    (gone,) = passages_of(now, before)
    assert (gone.before.text, gone.now) == ("Two men died.", None)
