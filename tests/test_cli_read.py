"""What `read` and `add` say of what they did, of what they left alone, and of what was known before."""

import json

import pytest
from test_cli import run

from sayso import _cli_progress
from sayso.model import Reading
from sayso.persist import _adding
from sayso.persist.picture import Picture

pytestmark = pytest.mark.usefixtures("without_a_model")
TEXT = "Six men died when a mill burned in Bria, the mayor said."


@pytest.fixture
def page(tmp_path):
    path = tmp_path / "mill.txt"
    path.write_text(TEXT)
    return path


@pytest.fixture
def store(tmp_path):
    return tmp_path / "picture.db"


def reports(store):
    return [json.loads(line) for line in run("reports", "--picture", store, "--json").stdout.splitlines()]


@pytest.mark.parametrize("option", [("--published", "2024-03-04"), ("--title", "Mill burned")])
def test_adding_again_with_another_date_or_title_says_that_it_is_known(page, store, option):
    run("add", page, "--picture", store)
    again = run("add", page, *option, "--picture", store)
    assert again.stdout == "seen 1 = read 0 + unchanged 1 + quarantined 0\n"
    assert again.exit_code == 0
    assert again.stderr == (
        "sayso: 1 report is known with another date or title than given now, and left so; --again reads anew\n"
    )
    anew = run("add", page, *option, "--again", "--picture", store)
    assert (anew.stdout, anew.stderr) == ("seen 1 = read 1 + unchanged 0 + quarantined 0\n", "")
    (report,) = reports(store)
    assert report[option[0].removeprefix("--")] == option[1]
    assert run("add", page, *option, "--picture", store).stderr == ""
    assert "sound" in run("doctor", "--picture", store).stdout


def test_a_report_without_a_date_is_told_of_and_how_to_give_it_one(page, store, monkeypatch):
    monkeypatch.setattr(_adding, "wants_a_date", lambda reading: reading.report.published is None)
    told = (
        'sayso: 1 report has no date, which leaves days such as "on Tuesday" open; '
        "--published DAY --again gives them one\n"
    )
    assert run("add", page, "--picture", store).stderr == told
    assert run("add", page, "--picture", store).stderr == ""
    assert run("add", page, "--published", "2024-03-04", "--again", "--picture", store).stderr == ""


def test_what_is_not_said_again_stays(page, store):
    run("add", page, "--published", "2024-03-04", "--title", "Mill", "--picture", store)
    assert run("add", page, "--picture", store).stderr == ""
    run("add", page, "--again", "--title", "Mill burned", "--picture", store)
    (report,) = reports(store)
    assert (report["published"], report["title"]) == ("2024-03-04", "Mill burned")
    assert [
        hit["report"]
        for hit in map(json.loads, run("search", "burned", "--picture", store, "--json").stdout.splitlines())
    ] == [report["id"]]


def test_adding_again_with_a_codebook_says_that_it_changes_nothing(page, store, tmp_path):
    book = tmp_path / "own.toml"
    book.write_text(
        '[types.HARVEST]\ndescription = "Harvests."\nquad = 2\nintensity = 1.0\n'
        'actors = ["subject"]\nrecipients = ["object"]\n[[types.HARVEST.frames]]\nverbs = "harvest, reap"\n'
        '[[types.HARVEST.examples]]\ntext = "The women harvested rice."\n'
    )
    run("add", page, "--picture", store)
    again = run("add", page, "--codebook", book, "--picture", store)
    assert again.stderr == "sayso: what is unchanged stays as it was read before; --again reads it anew\n"
    assert run("add", page, "--codebook", book, "--again", "--picture", store).stderr == ""


def test_an_outlet_that_was_forgotten(page, store):
    run("add", page, "--published", "2024-03-04", "--picture", store)
    two = run("add", page, "--outlet", "Dnipro Post", "--picture", store)
    assert two.stderr == "sayso: 1 report is in it without an outlet, too; --again keeps the one with the outlet\n"
    assert len(reports(store)) == 2
    run("add", page, "--outlet", "Dnipro Post", "--again", "--picture", store)
    assert [report["outlet"] for report in reports(store)] == ["Dnipro Post"]


def test_an_outlet_is_added_to_what_had_none(page, store):
    run("add", page, "--published", "2024-03-04", "--picture", store)
    run("add", page, "--outlet", "Dnipro Post", "--again", "--picture", store)
    (report,) = reports(store)
    assert (report["outlet"], report["published"]) == ("Dnipro Post", "2024-03-04")


def test_a_version_that_is_read_anew_stays_in_its_place(store, tmp_path):
    path = tmp_path / "reports.jsonl"
    lines = [{"url": "https://a.example/1", "text": text} for text in ("One.", "Two.", "Three.")]
    path.write_text("".join(json.dumps(line) + "\n" for line in lines))
    run("add", path, "--picture", store)
    before = [(r["id"], r["version_of"], r["newest"]) for r in reports(store)]
    path.write_text(json.dumps(lines[1] | {"published": "2024-03-04"}) + "\n")
    run("add", path, "--again", "--picture", store)
    after = [(r["id"], r["version_of"], r["newest"]) for r in reports(store)]
    assert sorted(after) == sorted(before)
    assert [r["published"] for r in reports(store) if r["published"]] == ["2024-03-04"]
    assert "sound" in run("doctor", "--picture", store).stdout


def test_nothing_is_lost_where_reading_anew_is_cut_off(page, store, monkeypatch):
    from sayso.persist import _write

    run("add", page, "--picture", store)

    def broken(*_, **__):
        raise KeyboardInterrupt

    monkeypatch.setattr(_write, "_insert", broken)
    assert run("add", page, "--again", "--title", "Mill", "--picture", store).exit_code == 130
    assert [report["title"] for report in reports(store)] == [None]


@pytest.mark.parametrize("verb", ["read", "add"])
def test_files_of_other_kinds_in_a_folder_are_named(tmp_path, store, verb):
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.txt").write_text(TEXT)
    for name in ("b.pdf", "c.docx", "d.csv", "e.jsonl.gz", "f.png", "noext", ".hidden.pdf"):
        (folder / name).write_text("x")
    result = run(verb, folder, *(["--picture", store] if verb == "add" else []))
    assert result.exit_code == 0
    names = ", ".join(str(folder / name) for name in ("b.pdf", "c.docx", "d.csv", "e.jsonl.gz"))
    assert result.stderr == (
        f"sayso: warning: 6 files are of no kind that is read, and left alone: {names} and 2 more\n"
    )


def test_who_stops_an_add_is_told_how_to_go_on(store, tmp_path, monkeypatch):
    def read(reports, **_):
        for number, report in enumerate(reports):
            if number == 2:
                raise KeyboardInterrupt
            yield Reading(report=report)

    monkeypatch.setattr("sayso.pipeline.read", read)
    path = tmp_path / "reports.jsonl"
    path.write_text("".join(json.dumps({"text": f"Number {number}."}) + "\n" for number in range(5)))
    result = run("add", path, "--picture", store)
    assert result.exit_code == 130
    assert result.stderr == (
        f"sayso: stopped; 2 inputs are done with, and what was read is in {store}: the same call again does the rest\n"
    )
    assert len(reports(store)) == 2


def test_who_stops_another_verb_hears_that_it_stopped(page, monkeypatch):
    def read(*_, **__):
        raise KeyboardInterrupt

    monkeypatch.setattr("sayso.pipeline.read", read)
    result = run("read", page)
    assert (result.exit_code, result.stderr) == (130, "sayso: stopped\n")


def test_a_log_is_told_now_and_then_how_far_it_is(tmp_path, store, monkeypatch):
    path = tmp_path / "reports.jsonl"
    path.write_text("".join(json.dumps({"text": f"Number {number}."}) + "\n" for number in range(3)))
    monkeypatch.setattr(_cli_progress, "SILENCE", -1.0)
    assert "sayso: 2 reports so far\n" in run("add", path, "--picture", store).stderr
    monkeypatch.setattr(_cli_progress, "SILENCE", 60.0)
    assert run("add", path, "--picture", store, "--again").stderr == ""


def test_the_picture_of_python_reads_anew(store, page):
    with Picture(store) as picture:
        picture.add([page])
        counts = picture.add([page], again=True)
    assert (counts.seen, counts.read, counts.unchanged) == (1, 1, 0)
