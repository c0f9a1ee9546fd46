"""A picture that is not sound: doctor says where, and the way out."""

import sqlite3

import pytest
from builders import strike
from test_cli import run

from sayso.persist.picture import Picture

REPORTS = [strike("Dnipro Post", 34), strike("Volga Wire", 45, said="the mayor")]
NAMES = [reading.report.id for reading in REPORTS]


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "picture.db"
    with Picture(path) as store:
        for reading in REPORTS:
            store.put(reading)
        store.link()
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return path


def changed(path, statement, *values):
    with sqlite3.connect(path) as connection:
        connection.execute(statement, values)


def written_over(path, table):
    """The first page of the table."""
    with sqlite3.connect(path) as connection:
        (page,) = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", (table,)).fetchone()
        (size,) = connection.execute("PRAGMA page_size").fetchone()
    content = bytearray(path.read_bytes())
    content[(page - 1) * size : page * size] = b"\xa5" * size
    path.write_bytes(content)


def test_one_report_is_one(tmp_path):
    with Picture(tmp_path / "one.db") as store:
        store.put(REPORTS[0])
        store.link()
    assert ": 1 report, sound; " in run("doctor", "--picture", tmp_path / "one.db").stdout


def test_a_page_that_was_written_over_hides_no_other_fault(path):
    written_over(path, "statements")
    result = run("doctor", "--picture", path)
    assert result.exit_code == 1
    lines = result.stdout.splitlines()
    assert any(line.startswith("file: ") for line in lines)
    assert all(any(line.startswith(f"{name}: cannot be read (") for line in lines) for name in NAMES)
    assert result.stderr == "sayso: the file is damaged: add its reports to a new picture\n"
    asked = run("statements", "--picture", path)
    assert asked.exit_code == 1 and "is damaged" in asked.stderr and "`sayso doctor` says where" in asked.stderr


@pytest.mark.parametrize("verb", ["doctor", "events"])
def test_a_file_that_cannot_be_opened_is_not_sent_to_the_doctor(path, verb):
    path.write_bytes(path.read_bytes()[:5000])
    result = run(verb, "--picture", path)
    assert result.exit_code == 1
    assert "is damaged" in result.stderr and "add its reports to a new one" in result.stderr
    assert "doctor" not in result.stderr


def test_words_that_were_changed_are_not_said_to_be_not_stored(path):
    changed(path, "UPDATE reports SET text = replace(text, 'Sumy', 'Kyiv') WHERE id = ?", NAMES[0])
    result = run("doctor", "--picture", path)
    assert f'{NAMES[0]}: e1 claims "Sumy" at [(41, 45)], where the text has other words' in result.stdout
    assert "is not stored" not in result.stdout
    assert "`sayso add --again` reads a report anew" in result.stderr


def test_a_reading_that_is_damaged_is_one_line_everywhere(path):
    changed(path, "UPDATE reports SET reading = x'00' WHERE id = ?", NAMES[0])
    assert f"{NAMES[0]}: its reading cannot be unpacked" in run("doctor", "--picture", path).stdout
    result = run("statements", "--picture", path)
    assert result.exit_code == 1
    assert result.stderr.startswith("sayso: a reading is damaged (") and "`sayso doctor` says which" in result.stderr
    with Picture(path) as store:
        store.put(REPORTS[0], again=True)
    assert "sound" in run("doctor", "--picture", path).stdout


def given_again(path):
    """`sayso add` of what is in it already."""
    report = REPORTS[0].report
    page = path.parent / "page.txt"
    page.write_text(report.text)
    return run("add", page, "--outlet", report.outlet, "--published", report.published, "--picture", path)


def test_what_is_known_is_not_added_to_a_damaged_file_without_a_word(path):
    assert given_again(path).exit_code == 0
    written_over(path, "outlooks")
    result = given_again(path)
    assert result.exit_code == 1 and result.stdout == "seen 1 = read 0 + unchanged 1 + quarantined 0\n"
    assert result.stderr.startswith(f"sayso: the picture {path} is damaged (")
    assert result.stderr.endswith("`sayso doctor` says where\n")


def test_what_is_known_is_not_added_beside_a_damaged_reading_without_a_word(path):
    changed(path, "UPDATE reports SET reading = x'00' WHERE id = ?", NAMES[1])
    result = given_again(path)
    assert result.exit_code == 1 and f"is damaged (the reading of {NAMES[1]}: " in result.stderr
    assert result.stdout.startswith("seen 1 = ")
    assert "`sayso doctor` says where" in result.stderr
