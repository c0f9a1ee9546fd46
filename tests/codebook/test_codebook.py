"""The codebook: shipped types are whole, their examples hold, and a user's own codebook works the same way."""

from __future__ import annotations

from pathlib import Path

import pytest

from sayso.codebook.codebook import Codebook, check, explain, load_codebook
from sayso.errors import CodebookError

PLOVER = {
    "AGREE",
    "CONSULT",
    "SUPPORT",
    "CONCEDE",
    "COOPERATE",
    "AID",
    "RETREAT",
    "REQUEST",
    "ACCUSE",
    "REJECT",
    "THREATEN",
    "PROTEST",
    "SANCTION",
    "MOBILIZE",
    "COERCE",
    "ASSAULT",
}
OWN = """
extends = "plover"
[types.HARVEST]
description = "Harvests."
quad = 2
intensity = 1.0
actors = ["subject"]
recipients = ["object"]
recipient_is = "thing"
[[types.HARVEST.frames]]
verbs = "harvest, reap"
object = ["wheat", "rice"]
[[types.HARVEST.examples]]
text = "The women harvested rice by the river."
[[types.HARVEST.examples]]
text = "The firm harvested data from its users."
match = false
"""


def written(folder: Path, text: str) -> Path:
    file = folder / "my.toml"
    file.write_text(text, encoding="utf-8")
    return file


@pytest.fixture(scope="module")
def codebook() -> Codebook:
    return load_codebook()


def test_the_shipped_codebook_has_all_types(codebook: Codebook) -> None:
    assert set(codebook.types) == PLOVER | {"DECIDE", "CONTROL"}
    assert set(codebook.types["DECIDE"].modes) == {
        "permit",
        "forbid",
        "approve",
        "reject",
        "pledge",
        "impose",
        "lift",
        "order",
        "appoint",
        "dismiss",
    }
    assert set(codebook.types["CONTROL"].modes) == {"hold", "gain", "lose", "contest"}


def test_every_type_is_whole(codebook: Codebook) -> None:
    for kind in codebook.types.values():
        assert kind.description and kind.quad in (1, 2, 3, 4) and -10 <= kind.intensity <= 10
        assert (
            any(e.match for e in kind.examples) and any(not e.match for e in kind.examples)
        ) or kind.name == "COOPERATE"
        if kind.name in PLOVER:
            assert kind.plover == kind.name and kind.cameo
        assert all(mode.description for mode in kind.modes.values())


def test_explain_tells_words_codes_and_examples(codebook: Codebook) -> None:
    text = explain(codebook.types["RETREAT"])
    assert "quad class 2" in text and "withdraw" in text and "Not these" in text


@pytest.mark.model
def test_every_example_holds(codebook: Codebook) -> None:
    from sayso.digest.language import load_language

    assert [str(failure) for failure in check(codebook, load_language())] == []


@pytest.mark.model
def test_a_codebook_of_ones_own_extends_the_shipped_one(tmp_path: Path) -> None:
    from sayso.digest.language import load_language

    book = load_codebook(written(tmp_path, OWN))
    assert set(book.types) == PLOVER | {"DECIDE", "CONTROL", "HARVEST"}
    only = Codebook(name="own", types={"HARVEST": book.types["HARVEST"]}, contexts={}, classes=book.classes, literal={})
    assert check(only, load_language()) == []


@pytest.mark.model
def test_a_codebook_of_ones_own_needs_no_classes(tmp_path: Path) -> None:
    from sayso.model import Report
    from sayso.pipeline import read

    text = """
[types.ASSAULT]
description = "blows"
quad = 4
violent = true
[[types.ASSAULT.frames]]
verbs = "kill, attack, strike at"
"""
    report = Report(id="r", text="A flood killed two guards. Rebels attacked a convoy in Gao and struck at a depot.")
    (reading,) = read([report], codebook=load_codebook(written(tmp_path, text)))
    assert [event.type for event in reading.events] == ["ASSAULT"] * 3


@pytest.mark.model
def test_a_frame_of_ones_own_comes_before_the_shipped_ones_of_as_many_words(tmp_path: Path) -> None:
    from sayso.codebook.match import find_triggers
    from sayso.digest.language import load_language

    text = OWN.replace('verbs = "harvest, reap"\nobject = ["wheat", "rice"]', 'verbs = "seize"')
    doc = load_language()("The navy seized a tanker. Rebels seized control of the port.")
    for book, kind in ((load_codebook(written(tmp_path, text)), "HARVEST"), (load_codebook(), "COERCE")):
        assert [trigger.frame.type for trigger in find_triggers(doc, book)] == [kind, "CONTROL"]


@pytest.mark.model
def test_an_example_that_fails_says_why(tmp_path: Path) -> None:
    from sayso.digest.language import load_language

    text = OWN.replace("harvested rice", "sold rice").replace("harvested data", "harvested wheat")
    book = load_codebook(written(tmp_path, text))
    only = Codebook(name="own", types={"HARVEST": book.types["HARVEST"]}, contexts={}, classes=book.classes, literal={})
    reasons = [failure.reason for failure in check(only, load_language())]
    assert len(reasons) == 2
    assert "must match" in reasons[0] and "must not match" in reasons[1]


def test_without_extends_it_replaces(tmp_path: Path) -> None:
    assert set(load_codebook(written(tmp_path, OWN.replace('extends = "plover"', ""))).types) == {"HARVEST"}


@pytest.mark.parametrize(
    ("old", "new", "where"),
    [
        ("quad = 2", "quad = 7", "types.HARVEST.quad"),
        ("quad = 2", "", "types.HARVEST.quad"),
        ('verbs = "harvest, reap"', "verbs = 3", "types.HARVEST.frames[0].verbs"),
        ('verbs = "harvest, reap"', 'verb = "reap"', "types.HARVEST.frames[0].verb"),
        ('object = ["wheat", "rice"]', 'object = ["@grain"]', "types.HARVEST.frames[0].object"),
        ('object = ["wheat", "rice"]', 'object = ["brown rice"]', "types.HARVEST.frames[0].object"),
        ('object = ["wheat", "rice"]', 'mode = "wet"', "types.HARVEST.frames[0].mode"),
        ("intensity = 1.0", 'intensity = "high"', "types.HARVEST.intensity"),
        ('extends = "plover"', 'extends = "cameo"', "extends"),
        ("match = false", 'match = "no"', "types.HARVEST.examples[1].match"),
        ("quad = 2", "quad = ", "is not TOML"),
    ],
)
def test_what_is_malformed_is_named(tmp_path: Path, old: str, new: str, where: str) -> None:
    file = written(tmp_path, OWN.replace(old, new, 1))
    with pytest.raises(CodebookError) as caught:
        load_codebook(file)
    assert str(file) in str(caught.value) and where in str(caught.value)


@pytest.mark.model
def test_a_codebook_that_replaces_may_ask_for_a_literal_sense_without_any_class(tmp_path: Path) -> None:
    from sayso.digest.language import load_language

    book = load_codebook(
        written(tmp_path, OWN.replace('extends = "plover"', "").replace("verbs", "literal = 0\nverbs"))
    )
    assert not book.classes and check(book, load_language()) == []


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(CodebookError, match=r"nowhere\.toml: no such file"):
        load_codebook(tmp_path / "nowhere.toml")


@pytest.mark.model
@pytest.mark.parametrize(
    ("sentence", "kind", "mode"),
    [
        ("Fiji called for talks.", "REQUEST", "meet"),
        ("Fiji asked Chile to send blankets and to stop the ships.", "REQUEST", "assist"),
        ("Fiji asked the minister to sing.", "REQUEST", None),
        ("Fiji refused to free the sailors.", "REJECT", "yield"),
        ("Fiji threatened tariffs.", "THREATEN", "restrict"),
    ],
)
def test_what_is_asked_for_or_refused_gives_the_mode(
    codebook: Codebook, sentence: str, kind: str, mode: str | None
) -> None:
    from sayso.codebook.match import find_triggers
    from sayso.digest.language import load_language

    frames = [trigger.frame for trigger in find_triggers(load_language()(sentence), codebook)]
    assert (kind, mode) in [(frame.type, frame.mode) for frame in frames]


@pytest.mark.model
def test_another_clause_says_nothing_against_a_literal_sense(codebook: Codebook) -> None:
    from sayso.codebook.match import find_triggers
    from sayso.digest.language import load_language

    text = "The film critic said at the festival that rebels attacked the village of Bria."
    assert "ASSAULT" in [trigger.frame.type for trigger in find_triggers(load_language()(text), codebook)]


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The senator backed it up with facts.", "SUPPORT"),
        ("The kingdom wants to take on the republic.", "CONTROL"),
        ("They issued condemnations that are warranted.", "ACCUSE.investigate"),
    ],
)
def test_a_verb_with_a_particle_of_its_own_is_another_verb(codebook: Codebook, text: str, kind: str) -> None:
    from sayso.codebook.match import find_triggers
    from sayso.digest.language import load_language

    frames = [trigger.frame for trigger in find_triggers(load_language()(text), codebook)]
    assert kind not in {name for frame in frames for name in (frame.type, f"{frame.type}.{frame.mode}")}
