"""A brief cites every line, and shows report text as text."""

import re

import pytest
from builders import Build, strike

from sayso.persist.picture import Picture
from sayso.publish.brief import markdown, write_brief

NASTY = "<script>alert(1)</script> [click](javascript:alert(1)) **bold** # Heading | cell"


@pytest.fixture
def picture(tmp_path):
    b = Build(f"The minister said {NASTY} would follow. It will probably rain.", outlet="<b>Outlet</b>",
              title="| <i>Title</i>", published="2024-11-18")  # fmt: skip
    b.statement(source="The minister", cue="said", content=f"{NASTY} would follow")
    b.outlook("It will probably rain", cue="will probably", probability=(0.55, 0.8))
    with Picture(tmp_path / "picture.db") as picture:
        for reading in (strike("Dnipro Post", 34), strike("Volga Wire", 45, said="the mayor"), b.reading()):
            picture.put(reading)
        yield picture


def test_every_line_cites_its_report(picture):
    text = write_brief(picture)
    for section in ("What happened", "Where accounts disagree", "Who said what", "What is expected", "Reports"):
        assert f"## {section}" in text
    quoted = [line for line in text.splitlines() if "“" in line]
    assert len(quoted) >= 6
    assert all(re.search(r"r-[0-9a-f]{16}/[vso]\d+", line) for line in quoted)


def test_rival_tolls_stand_side_by_side(picture):
    text = write_brief(picture)
    assert "killed, contradiction, open" in text
    assert re.search(r"\| 34 \| “34 people” \| the governor \| Dnipro Post \| 2024-11-18 \| r-\w+/v1 \|", text)
    assert re.search(r"\| 45 \| “45 people” \| the mayor \| Volga Wire \| 2024-11-18 \| r-\w+/v1 \|", text)


def test_report_text_is_never_markup(picture):
    page = write_brief(picture, form="html")
    assert "<script>" not in page and "<b>Outlet" not in page and "<i>Title" not in page
    text = write_brief(picture)
    assert r"\<script\>" in text and r"\[click\]" in text
    assert not re.search(r"(?<!\\)[<\[]\w*script", text)


def test_only_what_it_is_about(picture):
    from sayso.persist.query import Query

    text = write_brief(picture, Query(about="mayor"))
    assert "the mayor" in text
    assert "rain" not in text


def test_an_empty_picture_has_a_brief(tmp_path):
    with Picture(tmp_path / "picture.db") as picture:
        assert "Nothing." in write_brief(picture)
        assert "Nothing." in write_brief(picture, form="html")


def test_markdown_is_escaped():
    assert markdown("a_b*c\n# d") == r"a\_b\*c \# d"
