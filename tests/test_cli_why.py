"""From any id that a verb prints to the exact words."""

import json

import pytest
from builders import Build, strike
from test_cli import run

from sayso.persist.picture import Picture

ONE, OTHER = strike("Dnipro Post", 34), strike("Volga Wire", 45, said="the mayor")


@pytest.fixture
def picture(tmp_path):
    path = tmp_path / "picture.db"
    with Picture(path) as store:
        store.put(ONE)
        store.put(OTHER)
        store.link()
    return path


def first(verb, picture):
    return json.loads(run(verb, "--picture", picture, "--json").stdout.splitlines()[0])


def test_the_table_of_events_says_what_leads_to_the_words(picture):
    assert "`sayso why ID` shows who tells an event, in which words" in run("events", "--picture", picture).stdout


def test_why_of_a_linked_event_shows_its_tellings(picture):
    event = first("events", picture)["id"]
    lines = run("why", event, "--picture", picture).stdout.splitlines()
    assert lines[0] == f"{event}  linked event, told by 2 independent sources in 2 reports"
    assert lines[1] == "Russian missiles struck a tower block, Sumy (ASSAULT.aerial), 2024-11-17"
    at = lines.index(f"{ONE.report.id}/v1  2024-11-18  Dnipro Post")
    assert lines[at + 1 : at + 4] == [
        "  according to: the governor",
        f"  “{ONE.report.text}”",
        "  killed: 34 “34 people”",
    ]
    assert f"{OTHER.report.id}/v1  2024-11-18  Volga Wire" in lines
    dispute = first("disputes", picture)["id"]
    assert lines[-1] == f"disputed: killed, contradiction (open): 45, 34  {dispute}"


def test_why_of_a_linked_event_as_json(picture):
    event = first("events", picture)["id"]
    told = json.loads(run("why", event, "--picture", picture, "--json").stdout)
    assert told["event"]["id"] == event
    assert [one["id"] for one in told["tellings"]] == [
        f"{m['report']}/{m['event']}" for m in told["event"]["mentions"]
    ]  # fmt: skip
    assert {one["sentence"]["text"] for one in told["tellings"]} == {ONE.report.text, OTHER.report.text}
    assert len(told["disputes"]) == 1


def test_why_names_who_counts_where_that_is_another_than_who_tells(tmp_path):
    b = Build("A mine fell in, the mayor said. Two men died, doctors said.", outlet="Kyiv Courier")
    b.event("fell", according_to=["the mayor"], toll=[("killed", "Two men", "exact", 2)])
    with Picture(tmp_path / "picture.db") as store:
        store.put(b.reading())
        (event,) = store.events()
        (account,) = event.tolls["killed"]
        assert [link.text for link in account.according_to] == ["the mayor"]
    assert "  killed: 2 “Two men”\n" in run("why", event.id, "--picture", tmp_path / "picture.db").stdout


def test_why_of_a_dispute_shows_the_words_of_its_accounts(picture):
    dispute = first("disputes", picture)
    shown = run("why", dispute["id"], "--picture", picture).stdout
    assert shown.startswith(f"{dispute['id']}  dispute, killed, contradiction (open)\n")
    assert dispute["event"] in shown
    for reading, words in ((ONE, "34 “34 people”"), (OTHER, "45 “45 people”")):
        assert f"{reading.report.id}/v1" in shown
        assert f"  killed: {words}" in shown
        assert f"“{reading.report.text}”" in shown
    told = json.loads(run("why", dispute["id"], "--picture", picture, "--json").stdout)
    assert len(told["sentences"]) == len(told["dispute"]["accounts"]) == 2


def test_why_of_a_report_shows_what_was_found_in_it(picture):
    shown = run("why", ONE.report.id, "--picture", picture).stdout
    assert "who said what" in shown and "what happened" in shown
    assert f"`sayso why {ONE.report.id}/ID` shows the words of one of them" in shown
    told = json.loads(run("why", ONE.report.id, "--picture", picture, "--json").stdout)
    assert told["report"]["id"] == ONE.report.id


@pytest.mark.parametrize(
    "name", ["E000000000000", "E7", "D000000000000", "r-0000000000000000", "r-0000000000000000/v1"]
)
def test_an_id_that_is_not_there_is_one_line(picture, name):
    result = run("why", name, "--picture", picture)
    assert result.exit_code == 1
    assert result.stderr.startswith("sayso: there is no ") and result.stderr.count("\n") == 1


def test_what_is_no_id_at_all_is_told_what_one_looks_like(picture):
    result = run("why", "v1", "--picture", picture)
    assert result.exit_code == 2
    assert "r-0123456789abcdef/v1" in result.stderr and "a linked event" in result.stderr


def test_every_row_of_entities_leads_to_its_words(picture):
    row = first("entities", picture)
    table = run("entities", "--picture", picture).stdout
    assert row["ids"][0] in table
    assert run("why", row["ids"][0], "--picture", picture).exit_code == 0
