"""Exports are complete, can be traced, and run nothing in a spreadsheet."""

import csv
import json

import msgspec
import pytest
from builders import Build, foretold_readings, strike

from sayso.persist.picture import Picture
from sayso.persist.query import Query
from sayso.publish import export
from sayso.publish.export import export_csv, export_jsonl, harmless
from sayso.publish.flat import COLUMNS


def rumour():
    b = Build(
        "The guild blamed the Mill Front for the raid. The front denied it.", outlet="Post", published="2024-11-11"
    )
    raid = b.event("raid", status="possible")
    b.laid(raid, "blamed", "the Mill Front", cue="blamed", according_to=["The guild"])
    b.laid(raid, "denies", "The front", cue="denied", according_to=["The front"])
    return b.reading()


@pytest.fixture
def picture(tmp_path):
    b = Build("=SUM(A1) said @cmd would follow.", outlet="+Outlet", title="-Title", published="2024-11-18")
    b.statement(source="=SUM(A1)", cue="said", content="@cmd would follow")
    b.event("follow", type=None, status="planned")
    with Picture(tmp_path / "picture.db") as picture:
        for reading in (strike("Dnipro Post", 34), strike("Volga Wire", 45, said="the mayor"), b.reading(), rumour()):
            picture.put(reading)
        yield picture


def table(path):
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_tables(picture, tmp_path):
    files = export_csv(picture, tmp_path / "out")
    assert {file.name for file in files} == {
        "events.csv", "tolls.csv", "responsibility.csv", "disputes.csv", "statements.csv", "outlooks.csv",
        "entities.csv", "reports.csv", "metadata.json",
    }  # fmt: skip
    events = table(tmp_path / "out" / "events.csv")
    assert list(events[0]) == list(COLUMNS)
    assert len(events) == 3
    strike_row = next(row for row in events if row["event_type"] == "ASSAULT" and row["status"] == "occurred")
    assert strike_row["source"] == "Dnipro Post; Volga Wire" or strike_row["source"] == "Volga Wire; Dnipro Post"
    assert strike_row["source_scale"] == "2"
    assert strike_row["actor1"] == "Russian missiles"
    assert strike_row["notes"].startswith("Russian missiles struck")
    assert len(table(tmp_path / "out" / "tolls.csv")) == 2
    raid = next(row for row in events if row["status"] == "possible")
    assert (raid["blamed"], raid["denied_by"], raid["claimed_by"]) == ("the Mill Front", "The front", "")
    laid = [
        (row["party"], row["stance"], row["according_to"]) for row in table(tmp_path / "out" / "responsibility.csv")
    ]
    assert laid == [("the Mill Front", "blamed", "The guild"), ("The front", "denies", "The front")]


def test_a_spreadsheet_knows_the_letters_and_reads_whole_numbers(picture, tmp_path):
    export_csv(picture, tmp_path / "out")
    assert all(file.read_bytes().startswith(b"\xef\xbb\xbf") for file in (tmp_path / "out").glob("*.csv"))
    assert sorted(row["best"] for row in table(tmp_path / "out" / "tolls.csv")) == ["34", "45"]
    assert {row["value"] for row in table(tmp_path / "out" / "disputes.csv")} == {"34", "45"}
    title = "Russian missiles struck a tower block, Sumy"
    assert {row["title"] for row in table(tmp_path / "out" / "tolls.csv")} == {title}
    assert title in [row["title"] for row in table(tmp_path / "out" / "events.csv")]


def test_whoever_he_is_has_the_name_that_the_report_gives(tmp_path):
    b = Build("Ali Bah came. He said that it would rain. A man said so.", outlet="Post", published="2024-11-18")
    b.entity("person", "Ali Bah", mentions=["Ali Bah", "He"])
    b.statement(source="He", cue="said", content="it would rain")
    b.statement(source="A man", cue="said", content="so")
    b.outlook("it would rain", cue="would", holder="He")
    with Picture(tmp_path / "picture.db") as picture:
        picture.put(b.reading())
        export_csv(picture, tmp_path / "out")
    said = [(row["source"], row["source_name"]) for row in table(tmp_path / "out" / "statements.csv")]
    assert said == [("He", "Ali Bah"), ("A man", "")]
    (expected,) = table(tmp_path / "out" / "outlooks.csv")
    assert (expected["holder"], expected["holder_name"]) == ("He", "Ali Bah")


def test_no_cell_is_a_formula(picture, tmp_path):
    for file in export_csv(picture, tmp_path / "out"):
        if file.suffix == ".csv":
            for row in table(file):
                for column, cell in row.items():
                    assert not cell.startswith(("=", "+", "@", "\t", "\r")), (file.name, column)
                    if cell.startswith("-"):
                        float(cell)


@pytest.mark.parametrize(
    ("cell", "written"),
    [("=1+1", "'=1+1"), ("@x", "'@x"), ("-x", "'-x"), ("+1", "'+1"), (" =x", "'=x"), ("\t=x", "'=x"), (-31.5, -31.5),
     (34.0, 34), (None, ""), (True, "true"), ("plain", "plain"), ("two\nlines", "two lines")],
)  # fmt: skip
def test_harmless(cell, written):
    assert harmless(cell) == written


def test_a_table_has_the_same_columns_with_and_without_rows(picture, tmp_path):
    for reading in foretold_readings():
        picture.put(reading)
    files = export_csv(picture, tmp_path / "full")
    with Picture(tmp_path / "none.db") as none:
        export_csv(none, tmp_path / "empty")
    for file in files:
        if file.suffix == ".csv":
            assert table(file)
            header = file.read_text(encoding="utf-8-sig").splitlines()[0]
            assert (tmp_path / "empty" / file.name).read_text(encoding="utf-8-sig").splitlines() == [header]


def test_rows_fill_every_column(picture, tmp_path, monkeypatch):
    for reading in foretold_readings():
        picture.put(reading)
    rows = {}
    monkeypatch.setattr(export, "_write_csv", lambda _, name, found: rows.update({name: set().union(*found)}))
    export_csv(picture, tmp_path / "out")
    assert rows == {name: set(export._COLUMNS[name]) for name in export._COLUMNS}


def test_jsonl_and_where_it_comes_from(picture, tmp_path):
    folder = tmp_path / "out"
    export_jsonl(picture, folder, Query(about="Sumy"))
    events = [json.loads(line) for line in (folder / "events.jsonl").read_text().splitlines()]
    assert [event["reports"] for event in events] == [2]
    metadata = json.loads((folder / "metadata.json").read_text())
    assert metadata["picture_sha256"] == picture.hash()
    assert metadata["query"] == {"about": "Sumy"}
    assert metadata["made_by"].startswith("sayso ")
    assert "GeoNames" in metadata["attribution"]
    assert metadata["rows"]["events.jsonl"] == 1


def test_fatalities_are_of_people_and_of_the_latest_word(tmp_path):
    b = Build("The toll of the attack rose to 11 from 8 people. 2 children died.", published="2024-11-18", outlet="A")
    tolls = [("killed", "11", "exact", 11), ("killed", "8 people", "exact", 8), ("killed", "2 children", "exact", 2)]
    b.event("attack", toll=tolls)
    (event,) = b.events
    rising = (msgspec.structs.replace(event.toll[0], scope="cumulative"), *event.toll[1:])
    reading = msgspec.structs.replace(b.reading(), events=(msgspec.structs.replace(event, toll=rising),))
    with Picture(tmp_path / "other.db") as picture:
        picture.put(reading)
        export_csv(picture, tmp_path / "out")
    (row,) = table(tmp_path / "out" / "events.csv")
    assert [row[f"fatalities_{end}"] for end in ("low", "best", "high")] == ["8", "11", "11"]


def test_outlooks_have_their_outcome(tmp_path):
    with Picture(tmp_path / "foretold.db") as picture:
        for reading in foretold_readings():
            picture.put(reading)
        export_csv(picture, tmp_path / "out")
        export_jsonl(picture, tmp_path / "out")
    decided, left = table(tmp_path / "out" / "outlooks.csv")
    assert (decided["outcome"], decided["came_about"], decided["decided_outlet"]) == (
        "came_true",
        "true",
        "Dnipro Post",
    )
    assert decided["decided_according_to"] == "sailors"
    assert decided["decided_words"].startswith("The guild of Sumy closed the bridge")
    assert (left["outcome"], left["came_about"], left["decided_in"], left["decided_words"]) == ("open", "", "", "")
    lines = (tmp_path / "out" / "outlooks.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["outcome"] for line in lines] == ["came_true", "open"]
