"""The command line: what it prints, where, and with which exit code."""

import csv
import json
import subprocess
import sys

import pytest
from builders import SUMY, Build, foretold_readings, strike
from jsonschema import Draft202012Validator
from typer.testing import CliRunner

from sayso.cli import app
from sayso.persist.picture import Picture

LISTING = ["statements", "events", "disputes", "outlooks", "entities", "reports"]
VERBS = [
    *LISTING,
    "changes",
    "read",
    "add",
    "search",
    "why",
    "forget",
    "brief",
    "serve",
    "export",
    "doctor",
    "schema",
    "codebook",
]


def run(*words, stdin=None):
    result = CliRunner().invoke(app, [str(word) for word in words], input=stdin, env={"COLUMNS": "200"})
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


@pytest.fixture
def picture(tmp_path):
    path = tmp_path / "picture.db"
    b = Build("Russia will probably respond soon, analysts said.", outlet="Kyiv Courier", published="2024-11-19")
    b.outlook("Russia will probably respond soon", cue="will probably", holder="analysts", probability=(0.55, 0.8))
    with Picture(path) as store:
        for reading in (strike("Dnipro Post", 34), strike("Volga Wire", 45, said="the mayor"), b.reading()):
            store.put(reading)
        store.link()
    return path


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_has_help_with_an_example(verb):
    result = run(verb, "--help")
    assert result.exit_code == 0
    if verb != "codebook":
        assert f"Example: sayso {verb}" in " ".join(result.output.split())


def test_no_verb_is_untested():
    names = {command.name or command.callback.__name__ for command in app.registered_commands}
    assert names | {group.name for group in app.registered_groups} == set(VERBS)


def test_help_loads_nothing_heavy():
    code = "import sys, sayso.cli; print([m for m in ('spacy', 'numpy', 'sqlalchemy', 'msgspec') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.usefixtures("without_a_model")
def test_read_prints_one_reading_a_line(tmp_path):
    path = tmp_path / "reports.jsonl"
    path.write_text('{"text": "Hello", "id": "a"}\n{"text": "Hi", "published": "soon"}\n{"text": "Привіт"}\n')
    result = run("read", path, "--json", "--outlet", "Dnipro Post")
    assert result.exit_code == 1
    readings = [json.loads(line) for line in result.stdout.splitlines()]
    assert [r["report"]["text"] for r in readings] == ["Hello", "Привіт"]
    assert readings[0]["report"]["given_id"] == "a"
    assert readings[0]["report"]["outlet"] == "Dnipro Post"
    assert result.stderr == f'sayso: cannot read {path} line 2: "published" is "soon", not an ISO 8601 date\n'


@pytest.mark.usefixtures("without_a_model")
def test_read_takes_standard_input():
    result = run("read", "-", "--json", stdin="  Hello  ")
    assert result.exit_code == 0
    assert json.loads(result.stdout)["report"]["text"] == "  Hello  "


@pytest.mark.usefixtures("without_a_model")
def test_another_language_is_read_with_a_warning(tmp_path):
    path = tmp_path / "report.txt"
    path.write_text(
        "Российские ракеты попали в жилой дом в Сумах в воскресенье, погибли 34 человека, сообщил губернатор."
    )
    result = run("read", path, "--json")
    assert result.exit_code == 0
    assert json.loads(result.stdout)["report"]["language"] == "ru"
    assert "sayso: warning: " in result.stderr and '"ru"' in result.stderr


def test_a_wrong_call_is_two(tmp_path):
    path = tmp_path / "report.txt"
    path.write_text("Hello")
    assert run("read", path, "--published", "yesterday").exit_code == 2
    assert run("read").exit_code == 2
    assert run("read", path, "--language-model", "no-such-model").exit_code == 2
    assert run("nonsense").exit_code == 2


@pytest.mark.usefixtures("without_a_model")
def test_add_counts_and_again_changes_nothing(tmp_path):
    path, store = tmp_path / "reports.jsonl", tmp_path / "picture.db"
    path.write_text('{"text": "one"}\n{"text": "one"}\n{"text": "two"}\n{broken\n')
    first = run("add", path, "--picture", store)
    assert first.stdout == "seen 4 = read 2 + unchanged 1 + quarantined 1\n"
    assert first.exit_code == 1
    again = run("add", path, "--picture", store)
    assert again.stdout == "seen 4 = read 0 + unchanged 3 + quarantined 1\n"


@pytest.mark.parametrize("verb", LISTING)
def test_listing(verb, picture):
    shown = run(verb, "--picture", picture)
    assert shown.exit_code == 0
    assert shown.stderr == ""
    lines = run(verb, "--picture", picture, "--json").stdout.splitlines()
    assert lines
    assert all(isinstance(json.loads(line), dict) for line in lines)


def test_the_table_of_events_leaves_out_what_has_no_code(tmp_path):
    path = tmp_path / "picture.db"
    b = Build("A ban stood. Rebels took the town.", outlet="Kyiv Courier", published="2024-11-19")
    b.event("stood", type=None)
    b.event("took", type="CONTROL", actors=["Rebels"], recipients=["the town"])
    with Picture(path) as store:
        store.put(b.reading())
        store.link()
    table = run("events", "--picture", path, "--limit", "1").stdout
    assert "Rebels took the town" in table
    assert "1 happening without a code left out; --all shows them" in table.splitlines()[-1]
    whole = run("events", "--picture", path, "--all").stdout
    assert "Ban stood" in whole and "left out" not in whole
    assert len(run("events", "--picture", path, "--json").stdout.splitlines()) == 2
    assert "no events" in run("events", "--picture", path, "--where", "Atlantis").stdout


def test_the_table_of_events_gives_figures_before_words_for_who_died(tmp_path, monkeypatch):
    monkeypatch.setenv("COLUMNS", "240")
    path = tmp_path / "picture.db"
    b = Build("Shells killed a deputy, a judge, 2 men.", outlet="Kyiv Courier", published="2024-11-19")
    b.event("killed", toll=[("killed", "a deputy"), ("killed", "a judge"), ("killed", "2 men", "exact", 2)])
    c = Build("Gunmen shot a cook, Ada Roll.", outlet="Kyiv Courier", published="2023-01-02")
    c.event("shot", toll=[("killed", "a cook"), ("killed", "Ada Roll")])
    with Picture(path) as store:
        store.put(b.reading())
        store.put(c.reading())
        store.link()
    rows = [line.rstrip() for line in run("events", "--picture", path).stdout.splitlines()]
    assert [row.rpartition("  ")[2] for row in rows if "killed" in row] == ["killed a cook", "killed 2"]


def test_a_reading_says_how_many_happenings_it_leaves_out(tmp_path):
    path = tmp_path / "picture.db"
    b = Build("A ban stood. A gate held. Rebels took the town.", outlet="Kyiv Courier", published="2024-11-19")
    b.event("stood", type=None, score=0.3)
    b.event("held", type=None, score=0.3)
    b.event("took", type="CONTROL", actors=["Rebels"], recipients=["the town"])
    with Picture(path) as store:
        store.put(b.reading())
        store.link()
    shown = run("why", b.reading().report.id, "--picture", path).stdout
    assert "2 doubtful happenings left out\n" in shown
    assert "stood" not in shown and "took" in shown


def test_a_reading_shows_where_it_was_and_how_many_it_hit(tmp_path, monkeypatch):
    monkeypatch.setenv("COLUMNS", "160")
    path = tmp_path / "picture.db"
    b = Build("Shells hit a mill in Sumy: 12 men died, a cook was hurt.", outlet="Kyiv Courier", published="2024-11-19")
    b.entity("place", "Sumy", place=SUMY)
    b.event("hit", place="Sumy", toll=[("killed", "12 men", "at_least", 12), ("injured", "a cook")])
    with Picture(path) as store:
        store.put(b.reading())
        store.link()
    shown = " ".join(run("why", b.reading().report.id, "--picture", path).stdout.split())
    assert "Sumy killed ≥ 12; injured a cook" in shown


@pytest.mark.parametrize(("low", "high", "degree"), [(0.3, 0.3, "30 %"), (0.25, 0.5, "25–50 %")])
def test_a_likelihood_is_one_number_where_it_is_one_and_a_pronoun_has_its_name(
    tmp_path, monkeypatch, low, high, degree
):
    monkeypatch.setenv("COLUMNS", "160")
    path = tmp_path / "picture.db"
    b = Build("Ada Norling came. Rain is likely, she said.", outlet="Kyiv Courier", published="2024-11-19")
    b.entity("person", "Ada Norling", mentions=["Ada Norling", "she"])
    b.outlook("Rain", cue="likely", holder="she", probability=(low, high))
    with Picture(path) as store:
        store.put(b.reading())
        store.link()
    assert f"she (Ada Norling) {degree} Rain" in " ".join(run("outlooks", "--picture", path).stdout.split())
    why = run("why", f"{b.reading().report.id}/o1", "--picture", path).stdout
    assert f"certainty: {degree}, " in why and f"–{degree}" not in why


def test_the_table_of_events_says_what_is_unsure_and_what_stands_in_another_sentence(tmp_path, monkeypatch):
    monkeypatch.setenv("COLUMNS", "240")
    path = tmp_path / "picture.db"
    b = Build("The market of Sumy was full. Rebels took the mill.", outlet="Kyiv Courier", published="2024-11-19")
    b.entity("place", "Sumy", place=SUMY)
    b.event("took", type="CONTROL", actors=["Rebels"], recipients=["the mill"], place="Sumy", place_sure=0.3,
            place_words=b.words("Sumy"), sentence=(29, 50))  # fmt: skip
    with Picture(path) as store:
        store.put(b.reading())
        store.link()
    table = run("events", "--picture", path).stdout
    assert "Rebels took the mill, Sumy (CONTROL) [place from another sentence, unsure]" in table


@pytest.mark.parametrize("verb", ["statements", "outlooks", "disputes", "reports", "entities"])
def test_no_day_and_no_heading_is_broken_on_eighty_columns(verb, picture):
    shown = CliRunner().invoke(app, [verb, "--picture", str(picture)], env={"COLUMNS": "80"}).stdout
    assert max(map(len, shown.splitlines())) <= 80
    if verb != "entities":
        assert "2024-11-18" in shown or "2024-11-19" in shown
    for heading in {"outlooks": ("reported",), "reports": ("events", "outlooks")}.get(verb, ()):
        assert heading in shown


def test_filters(picture):
    def found(*words):
        return [json.loads(line) for line in run(*words, "--picture", picture, "--json").stdout.splitlines()]

    assert len(found("statements", "--by", "mayor")) == 1
    assert found("events", "--where", "Sumy", "--kind", "ASSAULT")[0]["reports"] == 2
    assert found("events", "--since", "2024-11-20") == []
    assert len(found("reports", "--until", "2024-11-18")) == 2
    assert len(found("reports", "--limit", "1")) == 1
    assert found("disputes", "--kind", "contradiction")[0]["field"] == "killed"
    assert run("events", "--since", "last week", "--picture", picture).exit_code == 2
    assert run("events", "--min-score", "7", "--picture", picture).exit_code == 2


def test_changes_shows_what_was_corrected(tmp_path):
    path = tmp_path / "picture.db"
    with Picture(path) as store:
        for killed, at in ((19, "2024-11-18T08:00:00+00:00"), (34, "2024-11-18T12:00:00+00:00")):
            store.put(strike("Dnipro Post", killed, published=at, url="https://e.example"))
    shown = run("changes", "--since", "2024-11-18T09:00", "--picture", path).stdout
    assert "Dnipro Post corrected: Strike on Sumy: 34 dead" in shown and "2024-11-18 12:00Z" in " ".join(shown.split())
    assert "12:00Z" not in run("changes", "--since", "2024-11-18", "--picture", path).stdout
    assert shown.index("before  ") < shown.index("Strike on Sumy: 19 dead")
    lines = run("changes", "--since", "2024-11-18T09:00", "--json", "--picture", path).stdout.splitlines()
    assert [json.loads(line).get("passages") is not None for line in lines] == [False, True]


def test_events_in_the_order_asked_for(tmp_path):
    path = tmp_path / "picture.db"
    with Picture(path) as store:
        for day, word in ((11, "burned"), (12, "reopened")):
            b = Build(f"A mill {word}.", outlet=f"Post {day}", published=f"2024-11-{day}")
            b.event(word, start=f"2024-11-{day}", end=f"2024-11-{day + 1}", precision="day")
            store.put(b.reading())
    for order, day in (("earliest", 11), ("latest", 12)):
        first = run("events", "--order", order, "--limit", "1", "--json", "--picture", path).stdout
        assert json.loads(first)["start"] == f"2024-11-{day}"
    wrong = run("events", "--order", "newest", "--picture", path)
    assert wrong.exit_code == 2 and "it is one of earliest, latest, most told" in wrong.stderr


def test_statements_and_reports_with_the_latest_first(tmp_path):
    path = tmp_path / "picture.db"
    with Picture(path) as store:
        for day in (11, 12):
            b = Build(
                f'Ida Holm said "the mill burned on day {day}".', outlet=f"Post {day}", published=f"2024-11-{day}"
            )
            b.statement(source="Ida Holm", cue="said", content=f"the mill burned on day {day}")
            b.outlook(holder="Ida Holm", cue="said", content=f"the mill burned on day {day}")
            store.put(b.reading())
    for verb in ("statements", "outlooks", "reports"):
        for order, day in (("earliest", 11), ("latest", 12)):
            first = run(verb, "--order", order, "--limit", "1", "--json", "--picture", path).stdout
            assert f"day {day}" in first
        wrong = run(verb, "--order", "most told", "--picture", path)
        assert wrong.exit_code == 2 and f"{verb} come earliest or latest first" in wrong.stderr


def test_an_act_that_may_be_none_is_called_unsure(tmp_path):
    path = tmp_path / "picture.db"
    b = Build("The council works to promote dialogue.", outlet="Kyiv Courier", published="2024-11-19")
    b.event("dialogue", type="CONSULT", score=0.3)
    with Picture(path) as store:
        store.put(b.reading())
    assert "act unsure" in " ".join(run("events", "--picture", path).stdout.split())
    assert json.loads(run("events", "--json", "--picture", path).stdout)["act_sure"] == 0.3
    run("export", "--csv", tmp_path / "csv", "--picture", path)
    with (tmp_path / "csv" / "events.csv").open(encoding="utf-8-sig") as file:
        assert next(csv.DictReader(file))["type_sure"] == "0.3"


def test_disputes_show_rival_tolls_side_by_side(picture):
    shown = run("disputes", "--picture", picture).stdout
    assert all(part in shown for part in ("34", "45", "the governor", "the mayor", "Dnipro Post", "Volga Wire"))


def test_an_update_does_not_settle_what_is_disputed(picture):
    with Picture(picture) as store:
        store.put(strike("Kyiv Courier", 19, published="2024-11-17"))
    shown = run("disputes", "--picture", picture).stdout
    assert "killed, update (superseded)" in shown and "killed, contradiction (open)" in shown
    assert "settled" not in shown


def test_search_why_forget(picture):
    assert "Sumy" in run("search", "tower", "sumy", "--picture", picture).stdout
    report = strike("Dnipro Post", 34).report.id
    shown = run("why", f"{report}/v1", "--picture", picture).stdout
    assert all(part in shown for part in ("according to: the governor", "struck", "34 people", "credibility"))
    assert json.loads(run("why", f"{report}/s1", "--picture", picture, "--json").stdout)["kind"] == "statement"
    assert run("why", "v1", "--picture", picture).exit_code == 2
    assert run("forget", report, "--picture", picture).stdout == f"forgot {report}\n"
    assert run("forget", report, "--picture", picture).exit_code == 1
    assert "sound" in run("doctor", "--picture", picture).stdout


def test_a_picture_that_is_not_there(tmp_path):
    result = run("events", "--picture", tmp_path / "absent.db")
    assert result.exit_code == 1
    assert result.stderr.startswith("sayso: there is no picture at ")
    assert not (tmp_path / "absent.db").exists()


def test_schema_is_one_that_readings_meet():
    schema = json.loads(run("schema").stdout)
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)
    validator.validate(json.loads(strike("Dnipro Post", 34).to_json()))
    assert {"Reading", "LinkedEvent", "Dispute"} <= set(schema["$defs"])
    assert not validator.is_valid({"schema": 1})


def test_brief_and_export(picture, tmp_path):
    text = run("brief", "--picture", picture, "--about", "Sumy").stdout
    assert "“34 people”" in text and "Where accounts disagree" in text
    page = tmp_path / "brief.html"
    assert run("brief", "--picture", picture, "--out", page).exit_code == 0
    assert page.read_text().startswith("<!doctype html>")
    assert run("brief", "--picture", picture, "--out", tmp_path / "brief.pdf").exit_code == 2
    assert run("export", "--picture", picture).exit_code == 2
    assert run("export", "--csv", tmp_path / "csv", "--jsonl", tmp_path / "jsonl", "--picture", picture).exit_code == 0
    with (tmp_path / "csv" / "events.csv").open(encoding="utf-8-sig") as file:
        (row,) = csv.DictReader(file)
    assert (row["iso3"], row["country"], row["location"]) == ("UKR", "Ukraine", "Sumy")
    assert (row["fatalities_low"], row["fatalities_best"], row["fatalities_high"]) == ("34", "", "45")


@pytest.mark.usefixtures("without_a_model")
def test_python_is_given_what_the_command_line_has():
    import sayso

    reading = sayso.read("Hello", published="2024-11-18", outlet="Dnipro Post")
    assert reading.report.text == "Hello"
    assert all(getattr(sayso, name) is not None for name in sayso.__all__)
    with pytest.raises(sayso.SaysoError, match="it is empty"):
        sayso.read("")
    with pytest.raises(AttributeError):
        _ = sayso.nonsense


@pytest.fixture
def foretold(tmp_path):
    """A plan, and a later report that tells that it came about."""
    path = tmp_path / "foretold.db"
    with Picture(path) as store:
        for reading in foretold_readings():
            store.put(reading)
        store.link()
    return path


def test_outlooks_tell_what_became_of_them(foretold):
    told = [json.loads(line) for line in run("outlooks", "--picture", foretold, "--json").stdout.splitlines()]
    assert [(one["outcome"], one["came_about"], len(one["decided_by"])) for one in told] == [
        ("came_true", True, 1), ("open", None, 0),
    ]  # fmt: skip
    by = told[0]["decided_by"][0]
    assert (by["outlet"], by["event"], by["happened"]) == ("Dnipro Post", "v1", True)
    assert by["text"] == "The guild of Sumy closed the bridge on Friday, sailors said."
    shown = run("outlooks", "--picture", foretold).stdout
    assert "came true: 2026-03-07 Dnipro Post" in " ".join(shown.split())
    kinds = [
        run("outlooks", "--picture", foretold, "--kind", kind, "--json").stdout for kind in ("came_true", "failed")
    ]
    assert [text.count("\n") for text in kinds] == [1, 0]


def test_outlooks_score_those_who_expect_them(foretold, picture):
    (score,) = [
        json.loads(line) for line in run("outlooks", "--scores", "--picture", foretold, "--json").stdout.splitlines()
    ]
    assert score == {
        "holder": "Guild Herald", "outlooks": 2, "came_true": 1, "failed": 0, "open": 1, "with_probability": 1,
        "brier": 0.1056,
    }  # fmt: skip
    assert "0.11 of 1" in run("outlooks", "--scores", "--picture", foretold).stdout
    assert "nobody's outlooks are decided" in run("outlooks", "--scores", "--picture", picture).stdout
