"""What is said about a question beside its answer."""

import pytest
from builders import Build
from test_cli import LISTING, foretold, picture, run  # noqa: F401 - fixtures

from sayso.persist.picture import Picture


@pytest.mark.parametrize(
    ("verb", "kind", "told"),
    [
        ("events", "FOO", "events have the types ACCUSE, "),
        ("events", "assault/aerial", "a mode, as in ASSAULT.aerial"),
        ("events", "ASSAULT.sideways", "the types ACCUSE, "),
        ("statements", "lie", "statements have the acts assert, deny, "),
        ("entities", "animal", "entities have the kinds person, "),
        ("disputes", "quarrel", "disputes have the kinds contradiction, "),
        ("outlooks", "perhaps", "outlooks have the outcomes came_true, failed, open"),
        ("reports", "deny", "reports are of no kinds"),
    ],
)
def test_a_kind_that_there_is_none_of_is_a_wrong_call(picture, verb, kind, told):  # noqa: F811
    result = run(verb, "--kind", kind, "--picture", picture)
    assert result.exit_code == 2
    assert result.stderr.startswith(f'sayso: --kind is "{kind}"; ') and told in result.stderr
    assert result.stdout == ""


@pytest.mark.parametrize(("word", "kind"), [("attack", "ASSAULT"), ("Airstrike", "ASSAULT.aerial")])
def test_a_word_for_a_kind_leads_to_it(picture, word, kind):  # noqa: F811
    result = run("events", "--kind", word, "--picture", picture)
    told = result.stderr.removeprefix(f'sayso: --kind is "{word}", a word that tells ').partition(";")[0]
    assert result.exit_code == 2 and kind in told.split(", ")


@pytest.mark.parametrize(
    ("verb", "kind"),
    [("events", "sanction"), ("events", "did not occur"), ("statements", "praise"), ("outlooks", "Came true")],
)
def test_a_kind_that_nothing_here_is_gives_an_empty_answer(picture, verb, kind):  # noqa: F811
    result = run(verb, "--kind", kind, "--picture", picture)
    assert (result.exit_code, result.stdout, result.stderr) == (0, f"no {verb}\n", "")


def test_an_event_is_asked_for_as_the_table_writes_it(picture):  # noqa: F811
    assert "(ASSAULT.aerial)" in run("events", "--kind", "assault.aerial", "--picture", picture).stdout
    assert run("events", "--kind", "ASSAULT.drone", "--picture", picture).stdout == "no events\n"


def test_a_kind_of_the_pictures_own_codebook_is_known(tmp_path):
    path = tmp_path / "picture.db"
    b = Build("The women reaped the field.", outlet="Kyiv Courier")
    b.event("reaped", type="HARVEST")
    with Picture(path) as store:
        store.put(b.reading())
    assert "(HARVEST)" in run("events", "--kind", "harvest", "--picture", path).stdout


@pytest.mark.parametrize("verb", LISTING)
def test_nothing_found_is_said_and_a_place_that_nobody_names(picture, verb):  # noqa: F811
    result = run(verb, "--where", "Nowhereland", "--picture", picture)
    assert (result.exit_code, result.stdout) == (0, f"no {verb}\n")
    assert result.stderr == 'sayso: no report names a place "Nowhereland"\n'
    result = run(verb, "--where", "Sumy", "--since", "2030-01-01", "--picture", picture)
    assert result.stdout == f"no {verb}\n" and "no report names" not in result.stderr


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["events", "--where", "Sumi"], 'no report names a place "Sumi"; names like it: Sumy'),
        (["statements", "--by", "Zelensky"], 'no statements by "Zelensky"'),
        (["reports", "--by", "Dneipro"], 'no reports by "Dneipro"; names like it: Dnipro'),
        (["statements", "--about", "zebras"], 'no statements about "zebras"'),
        (["events", "--since", "2030-01-01"], "no events of these days; the reports are from "),
        (["statements", "--by", "governor", "--about", "45"], "no statements meet all of that; without the name 1"),
        (["changes", "--since", "2030-01-01"], "no reports of these days; the reports are from "),
    ],
)
def test_why_nothing_is_found(picture, words, told):  # noqa: F811
    result = run(*words, "--picture", picture)
    assert result.exit_code == 0 and result.stderr.startswith(f"sayso: {told}")


def test_a_picture_without_a_report_says_so(tmp_path):
    with Picture(tmp_path / "empty.db"):
        pass
    assert run("events", "--picture", tmp_path / "empty.db").stderr == "sayso: there is no report in this picture\n"


def test_days_in_the_wrong_order(picture):  # noqa: F811
    result = run("events", "--since", "2024-03-01", "--until", "2024-02-01", "--picture", picture)
    assert result.exit_code == 2
    assert result.stderr == "sayso: --since is 2024-03-01, which is after --until, 2024-02-01\n"


@pytest.mark.parametrize(("verb", "every"), [("reports", 3), ("statements", 2), ("entities", 4)])
def test_a_limit_says_what_it_cut(picture, verb, every):  # noqa: F811
    shown = run(verb, "--limit", 1, "--picture", picture).stdout
    assert shown.endswith(f"1 of {every} shown; --limit shows more\n")
    assert "shown" not in run(verb, "--limit", every, "--picture", picture).stdout
    assert run(verb, "--limit", 1, "--picture", picture, "--json").stdout.count("\n") == 1


def test_a_limit_says_how_many_events_and_outlooks_it_cut(foretold):  # noqa: F811
    assert "1 of 2 shown; --limit shows more\n" in run("outlooks", "--limit", 1, "--picture", foretold).stdout
    shown = run("events", "--all", "--limit", 1, "--picture", foretold).stdout
    assert "1 of 2 shown; --limit shows more\n" in shown


def test_a_search_says_that_there_is_more(picture):  # noqa: F811
    assert "the best 1 shown; --limit shows more\n" in run("search", "sumy", "--limit", 1, "--picture", picture).stdout
    assert "shown" not in run("search", "sumy", "--limit", 2, "--picture", picture).stdout


def test_a_decided_outlook_of_a_holder_without_a_name_is_told(tmp_path):
    import msgspec
    from builders import foretold_readings

    path = tmp_path / "picture.db"
    plan, done = foretold_readings()
    unnamed = tuple(
        msgspec.structs.replace(o, holder=o.holder and msgspec.structs.replace(o.holder, entity=None))
        for o in plan.outlooks
    )
    with Picture(path) as store:
        store.put(msgspec.structs.replace(plan, outlooks=unnamed))
        store.put(done)
    shown = run("outlooks", "--scores", "--picture", path).stdout
    assert shown.startswith("1 decided outlook is of a holder without a name")
    assert run("outlooks", "--scores", "--picture", path, "--json").stdout == ""
