"""No day and no hour is shown that the words do not give."""

import csv

import msgspec
import pytest
from builders import SUMY, Build
from typer.testing import CliRunner

from sayso.cli import app
from sayso.persist.picture import Picture
from sayso.publish.brief import write_brief
from sayso.publish.export import export_csv
from sayso.publish.periods import in_digits
from sayso.serve.display import period


@pytest.mark.parametrize(
    ("start", "end", "precision", "digits", "words"),
    [
        ("2014-01-01", "2015-01-01", "year", "2014", "2014"),
        ("1965-01-01", "2019-11-20", "vague", "1965 to 2019", "1965–2019"),
        ("1854-04-10", "2024-04-10", "year", "1854 to 2024", "1854–2024"),
        ("2000-01-01", "2100-01-01", "vague", "2000 to 2099", "2000–2099"),
        ("2019-10-01", "2019-11-01", "month", "2019-10", "Oct 2019"),
        ("2019-10-19", "2019-11-19", "month", "2019-10 to 2019-11", "Oct–Nov 2019"),
        ("2019-10-01", "2019-10-11", "month", "2019-10 early", "early Oct 2019"),
        ("2019-10-11", "2019-10-21", "month", "2019-10 mid", "mid Oct 2019"),
        ("2019-10-21", "2019-11-01", "month", "2019-10 late", "late Oct 2019"),
        ("2021-12-01", "2022-03-01", "season", "2021-12 to 2022-02", "Dec 2021 – Feb 2022"),
        ("2024-02-26", "2024-03-04", "week", "2024-02-26 to 2024-03-03", "26 Feb – 3 Mar 2024"),
        ("2024-03-04", "2024-03-05", "day", "2024-03-04", "4 Mar 2024"),
        ("2024-01-01", "2024-01-02", "day", "2024-01-01", "1 Jan 2024"),
        ("2024-03-04T06:00:00", "2024-03-04T12:00:00", "hour", "2024-03-04 morning", "4 Mar 2024, morning"),
        ("2024-03-04T18:00:00", "2024-03-05T00:00:00", "hour", "2024-03-04 evening", "4 Mar 2024, evening"),
        ("2024-03-04T20:00:00+00:00", "2024-03-05T06:00:00+00:00", "hour", "2024-03-04 night", "4 Mar 2024, night"),
        ("2024-03-04T18:00:00+00:00", "2024-03-04T19:00:00+00:00", "hour", "2024-03-04 18:00", "4 Mar 2024, 18:00 UTC"),
        ("2024-03-04T06:12:00", "2024-03-04T06:13:00", "minute", "2024-03-04 06:12", "4 Mar 2024, 06:12"),
        ("2019-11-14", None, "vague", "from 2019-11-14", "from 14 Nov 2019"),
        ("2034-01-01", "2035-01-01", None, "2034", "2034"),
        ("2023-12-06", "2024-12-06", None, "2023 to 2024", "2023–2024"),
        ("2018-10-01", "2018-11-01", None, "2018-10", "Oct 2018"),
        ("2022-04-15T20:00:00", "2022-04-16T06:00:00", None, "2022-04-15 night", "15 Apr 2022, night"),
        (None, None, None, "", ""),
    ],
)
def test_a_period_is_as_exact_as_its_words(start, end, precision, digits, words):
    assert in_digits(start, end, precision) == digits
    assert period(start, end, precision) == words


#: words, and when what they tell was: start, end, precision, where that is from
TOLD = {
    "Rockets hit a mill in the morning.": ("2024-03-04T06:00:00", "2024-03-04T12:00:00", "hour", "words"),
    "The army shut the border in 2014.": ("2014-01-01", "2015-01-01", "year", "words"),
    "Shells hit a farm.": ("2024-03-05", "2024-03-06", "day", "dateline"),
}


@pytest.fixture
def told(tmp_path):
    b = Build(" ".join(TOLD), outlet="Volga Wire", published="2024-03-05")
    b.entity("place", "border", place=SUMY)
    at = 0
    for sentence, (start, end, precision, from_) in TOLD.items():
        verb = "shut" if "shut" in sentence else "hit"
        b.event(
            b_verb(b.text, verb, at),
            actors=[sentence.split(f" {verb}")[0]],
            start=start,
            end=end,
            precision=precision,
            from_=from_,
            sentence=(at, at + len(sentence)),
        )
        at += len(sentence) + 1
    with Picture(tmp_path / "told.db") as picture:
        picture.put(b.reading())
        yield picture


def b_verb(text, verb, at):
    from builders import at as nth

    return nth(verb, text[:at].count(verb))


def test_a_brief_has_years_and_parts_of_days(told):
    shown = write_brief(told)
    headings = [line.removeprefix("### ") for line in shown.splitlines() if line.startswith("### ")]
    assert headings == ["2014", "2024-03-04", "2024-03-05"]
    assert "(morning; ASSAULT" in shown and "(day of the report; ASSAULT" in shown and "06:00" not in shown


def test_a_table_has_years_and_parts_of_days(told, tmp_path):
    export_csv(told, tmp_path / "out")
    with (tmp_path / "out" / "events.csv").open(encoding="utf-8", newline="") as file:
        rows = {(r["event_date"], r["event_date_end"], r["part_of_day"], r["date_from"]) for r in csv.DictReader(file)}
    assert rows == {
        ("2024-03-04", "", "morning", "words"), ("2014", "", "", "words"), ("2024-03-05", "", "", "dateline")
    }  # fmt: skip


@pytest.mark.usefixtures("told")
def test_the_command_line_has_years_and_parts_of_days(tmp_path):
    shown = CliRunner().invoke(app, ["events", "--picture", str(tmp_path / "told.db")]).output
    assert "2014-01-01" not in shown and "morning" in shown and "(2024-03-05)" in shown
    assert "in brackets: the day of the report" in shown


@pytest.mark.parametrize(
    ("start", "end", "last"),
    [("2034-01-01", "2035-01-01", "2034"), ("2024-04-24", "2024-04-25", "2024-04-24"), (None, None, "")],
)
def test_a_horizon_ends_as_exactly_as_its_words(tmp_path, start, end, last):
    b = Build("The bridge will open by then.", outlet="Volga Wire", published="2024-03-05")
    b.outlook("The bridge will open", cue="will", horizon="then")
    until = msgspec.structs.replace(b.outlooks[0].horizon, start=start, end=end)
    b.outlooks[0] = msgspec.structs.replace(b.outlooks[0], horizon=until)
    with Picture(tmp_path / "expected.db") as picture:
        picture.put(b.reading())
        export_csv(picture, tmp_path / "out")
    with (tmp_path / "out" / "outlooks.csv").open(encoding="utf-8", newline="") as file:
        assert [row["until_end"] for row in csv.DictReader(file)] == [last]
