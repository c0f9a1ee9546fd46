"""What later reports change in an event that was told before them."""

import pytest
from builders import SUMY, Build, strike

from sayso.link.changes import changes_of
from sayso.link.joining import join
from sayso.link.told import Shelf


def changes(since, *readings, copies=None, until="9999-12-31"):
    shelf = Shelf(readings, copies or {})
    event = join("E1", [(r.report.id, e.id) for r in readings for e in r.events], shelf)
    return changes_of(event, shelf, since, until)


def shown(since, *readings, **more):
    return [(c.kind, c.field, [a.value for a in c.before], [a.value for a in c.now])
            for c in changes(since, *readings, **more)]  # fmt: skip


def told(text, outlet, published, *, status="occurred", said=None):
    b = Build(text, outlet=outlet, published=published)
    b.entity("place", "Sumy", place=SUMY)
    b.event("bridge", status=status, place="Sumy", according_to=[said] if said else [])
    return b.reading()


def test_nothing_is_a_change_where_nobody_told_of_it_before_or_nobody_tells_of_it_again():
    of_two_days = strike("A", 19, published="2024-11-17"), strike("B", 34, published="2024-11-18")
    assert shown("2024-11-17", *of_two_days) == []
    assert shown("2024-11-19", *of_two_days) == []
    assert shown("2024-11-18", *of_two_days, until="2024-11-17") == []


def test_a_figure_that_nobody_gave_is_a_new_one():
    found = shown("2024-11-18", strike("A", 19, published="2024-11-17"), strike("B", 34, published="2024-11-18"))
    assert found == [("toll", "killed", [19], [34])]


def test_a_figure_of_before_is_none():
    found = shown("2024-11-18", strike("A", 19, published="2024-11-17"), strike("B", 19, published="2024-11-18"))
    assert found == []


def test_a_copy_changes_nothing():
    first, copy = strike("A", 19, published="2024-11-17"), strike("B", 34, published="2024-11-18")
    assert shown("2024-11-18", first, copy, copies={copy.report.id: first.report.id}) == []


def test_what_came_out_after_the_last_of_the_days_is_not_among_them():
    readings = (strike("A", 19, published="2024-11-17"), strike("B", 34, published="2024-11-18"),
                strike("C", 40, published="2024-11-20"))  # fmt: skip
    assert shown("2024-11-18", *readings, until="2024-11-19") == [("toll", "killed", [19], [34])]
    assert shown("2024-11-18", *readings) == [("toll", "killed", [19], [34, 40])]


def test_a_rival_figure_of_the_same_moment_is_a_dispute_that_was_not_there():
    first = strike("A", 34, published="2024-11-18")
    rival = strike("B", 45, published="2024-11-18T02:00:00+00:00", said="the mayor")
    older = strike("C", 34, published="2024-11-17")
    assert ("disputed", "killed", [], [34, 45]) in shown("2024-11-18", older, first, rival)
    # who disputed it before disputes it still
    later = strike("D", 45, published="2024-11-19", said="the mayor")
    assert [c for c in changes("2024-11-19", older, first, rival, later) if c.kind == "disputed"] == []


def test_what_was_planned_and_is_told_as_done_has_another_status():
    planned = told("A new bridge is planned in Sumy, the mayor said.", "A", "2026-03-01", status="planned",
                   said="the mayor")  # fmt: skip
    done = told("Work on the bridge in Sumy is over.", "B", "2026-03-09")
    found = [c for c in changes("2026-03-05", planned, done) if c.kind == "status"]
    assert [(c.before[0].value, c.now[0].value) for c in found] == [("planned", "occurred")]
    assert found[0].before[0].text == planned.report.text


@pytest.mark.parametrize(("second", "confirms"), [("Kyiv Courier", True), ("Harbour Wire", False)])
def test_the_first_source_beside_a_single_one_is_told(second, confirms):
    one = told("The bridge in Sumy fell.", "Harbour Wire", "2026-03-01")
    other = told("The bridge in Sumy has collapsed.", second, "2026-03-02")
    found = [c for c in changes("2026-03-02", one, other) if c.kind == "source"]
    assert bool(found) is confirms
    assert all(c.before[0].outlet == "Harbour Wire" and c.now[0].outlet == second for c in found)


def test_a_report_without_a_date_was_there_before():
    undated = strike("A", 19, published=None)
    found = shown("2024-11-18", undated, strike("B", 34, published="2024-11-18"))
    assert ("toll", "killed", [19], [34]) in found


def test_a_claim_and_a_denial_that_nobody_told_before_are_a_change():
    text = "A bomb killed two at the mill. The reeve blamed the Mill Front. The front denied it."
    early, late = (Build(text, outlet=o, published=p) for o, p in (("A", "2026-11-19"), ("B", "2026-11-20")))
    for b in (early, late):
        b.event("killed", lemma="kill", recipients=["two"])
        b.laid("v1", "blamed", "the Mill Front", cue="blamed", according_to=["The reeve"])
    late.laid("v1", "denies", "The front", cue="denied", according_to=["The front"])
    shelf = Shelf([early.reading(), late.reading()], {})
    event = join("E1", [(b.report().id, "v1") for b in (early, late)], shelf)
    (change,) = [c for c in changes_of(event, shelf, "2026-11-20") if c.kind == "responsibility"]
    assert [(account.value, account.text) for account in change.before] == [("blamed", "the Mill Front")]
    assert [(account.value, account.text, account.outlet) for account in change.now] == [("denies", "The front", "B")]
