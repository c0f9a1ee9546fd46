"""A brief cites every line, and shows report text as text."""

import re

import msgspec
import pytest
from builders import SUMY, Build, at, foretold_readings, strike, tell_strike

from sayso.persist.picture import Picture
from sayso.publish.brief import _unquoted, make_brief, markdown, write_brief

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


def test_figures_of_other_sentences_do_not_put_a_telling_first(tmp_path):
    first = "A rumour told that Russian missiles struck a tower block in Sumy, killing 60 people."
    b = Build(f"{first} Doctors counted 24 bodies, and 21 people died.", outlet="Volga Wire", published="2024-11-19")
    b.entity("place", "Sumy", place=SUMY)
    tell_strike(b, ("60 people", "exact", 60), "A rumour")
    reading = b.reading()
    counted = [("killed", words, "exact", n) for words, n in (("24 bodies", 24), ("21 people", 21))]
    b.event("died", toll=counted)
    (struck, died) = b.reading().events
    struck = msgspec.structs.replace(struck, sentence=(0, len(first)), toll=(*struck.toll, *died.toll))
    with Picture(tmp_path / "quotes.db") as picture:
        picture.put(msgspec.structs.replace(reading, events=(struck,), quantities=b.reading().quantities))
        picture.put(strike("Dnipro Post", 34))
        ((_, (happening,)),) = make_brief(picture).happened
    assert [quote.words.partition(" ")[0] for quote in happening.quotes] == ["Russian", "A"]


def test_a_likelihood_is_one_number_where_it_is_one(tmp_path):
    b = Build("It will rain on the hills, with a chance of 30 percent.", outlet="Post", published="2024-11-18")
    b.outlook("It will rain on the hills", cue="chance of 30 percent", probability=(0.3, 0.3))
    with Picture(tmp_path / "other.db") as picture:
        picture.put(b.reading())
        text = write_brief(picture)
    assert "30 %" in text and "30–30 %" not in text


def test_rival_tolls_stand_side_by_side(picture):
    text = write_brief(picture)
    assert "killed, contradiction, open" in text
    assert re.search(r"\| 34 \| “34 people” \| the governor \| Dnipro Post \| 2024-11-18 \| r-\w+/v1 \|", text)
    assert re.search(r"\| 45 \| “45 people” \| the mayor \| Volga Wire \| 2024-11-18 \| r-\w+/v1 \|", text)


def test_who_counts_fewer_in_the_same_report_is_in_the_line_of_the_toll(tmp_path):
    text = "Shells killed 22 people in Gao, a nurse said. The rebels put the number of dead at nine."
    b = Build(text, outlet="Volga Wire", published="2024-11-18")
    nurse, rebels = (msgspec.structs.replace(b.link(who), statement=None) for who in ("a nurse", "The rebels"))
    b.event(
        "killed", toll=[("killed", "22 people", "exact", 22), ("killed", "nine", "exact", 9)], according_to=["a nurse"]
    )
    tolls = (
        b.events[0].toll[0],
        msgspec.structs.replace(b.events[0].toll[1], according_to=(rebels,), scope="cumulative"),
    )
    b.events[0] = msgspec.structs.replace(b.events[0], toll=tolls, according_to=(nurse,))
    with Picture(tmp_path / "other.db") as picture:
        picture.put(b.reading())
        shown = write_brief(picture)
    assert re.search(r"- killed: .*\*\*22\*\*.*\*\*9\*\* \(“nine”, The rebels", shown)


def test_report_text_is_never_markup(picture):
    page = write_brief(picture, form="html")
    assert "<script>" not in page and "<b>Outlet" not in page and "<i>Title" not in page
    text = write_brief(picture)
    assert r"\<script\>" in text and r"\[click\]" in text
    assert not re.search(r"(?<!\\)[<\[]\w*script", text)


def test_the_gravest_leads_its_day_and_words_come_late(tmp_path):
    text = "The minister declined to comment. A decision came. A mine killed 9 people."
    b = Build(text, outlet="Volga Wire", published="2024-11-18")
    day = {"start": "2024-11-18", "end": "2024-11-19"}
    b.event("declined", type="REJECT", actors=["The minister"], sentence=(0, 33), **day)
    b.event("decision", type="DECIDE", sentence=(34, 50), **day)
    b.event("killed", actors=["A mine"], recipients=["9 people"], toll=[("killed", "9 people", "exact", 9)],
            sentence=(51, len(text)), **day)  # fmt: skip
    with Picture(tmp_path / "other.db") as picture:
        picture.put(b.reading())
        shown = write_brief(picture)
    assert shown.count("### 2024-11-18") == 1
    assert shown.index("Mine killed 9 people") < shown.index("Decision came") < shown.index("Minister declined")


def test_the_named_speak_first_and_a_pronoun_gets_its_name(tmp_path):
    b = Build("Officials said it would rain here. Ann Lee came. She said it would snow here.", published="2024-11-18")
    b.entity("person", "Ann Lee", mentions=["Ann Lee", "She"])
    b.statement(source="Officials", cue="said", content="it would rain here")
    b.statements[0] = msgspec.structs.replace(b.statements[0], source=b.source("Officials", "unnamed"))
    b.statement(source="She", cue=at("said", 1), content="it would snow here")
    with Picture(tmp_path / "other.db") as picture:
        picture.put(b.reading())
        shown = write_brief(picture)
    assert shown.index("She (Ann Lee) (said): “it would snow here”") < shown.index("Officials (said)")


def test_acts_that_bind_come_before_questions(tmp_path, monkeypatch):
    monkeypatch.setattr("sayso.publish.brief.STATEMENTS", 1)
    b = Build("Lee asked what they could do. Lee threatened to close the port.", published="2024-11-18")
    b.statement(source="Lee", cue="asked", content="what they could do", act="ask")
    b.statement(source=at("Lee", 1), cue="threatened", content="to close the port", act="threaten")
    with Picture(tmp_path / "other.db") as picture:
        picture.put(b.reading())
        shown = write_brief(picture)
    assert "to close the port" in shown and "what they could do" not in shown


def test_a_figure_that_a_report_calls_overtaken_is_not_given_again(tmp_path):
    b = Build("The toll of the attack rose to 11 people from 8 people.", published="2024-11-18", outlet="A")
    b.event("attack", toll=[("killed", "11 people", "exact", 11), ("killed", "8 people", "exact", 8)])
    with Picture(tmp_path / "other.db") as picture:
        picture.put(b.reading())
        shown = write_brief(picture)
    assert "“11 people”" in shown and "“8 people”" not in shown


def test_victims_of_one_group_stand_apart_from_the_toll(tmp_path):
    b = Build("The attack killed 11 people. Two children were among the dead.", published="2024-11-18", outlet="A")
    b.event("attack", toll=[("killed", "11 people", "exact", 11), ("killed", "Two children", "exact", 2)])
    with Picture(tmp_path / "other.db") as picture:
        picture.put(b.reading())
        text = write_brief(picture)
    (whole,) = (line for line in text.splitlines() if line.startswith("  - killed:"))
    (apart,) = (line for line in text.splitlines() if line.startswith("  - killed, counted apart:"))
    assert "**11**" in whole and "children" not in whole
    assert "**2** (“Two children”" in apart


def test_of_what_nothing_is_known_did_not_happen_today(tmp_path):
    b = Build("Each ruin is proof that sanctions fail. Togo imposed sanctions on Mali.", outlet="A")
    b.event("sanctions", type="SANCTION")
    b.event("imposed", type="SANCTION", actors=["Togo"], recipients=["Mali"])
    with Picture(tmp_path / "other.db") as picture:
        picture.put(b.reading())
        happened = make_brief(picture).happened
    assert [h.event.actors[0].name for _, happenings in happened for h in happenings] == ["Togo"]


def test_a_quotation_is_quoted_once():
    assert _unquoted('"We are ready,"') == "We are ready"
    assert _unquoted('"We" are "ready"') == '"We" are "ready"'


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


def test_of_many_reports_the_cited_are_listed(tmp_path, monkeypatch):
    monkeypatch.setattr("sayso.publish.brief.REPORTS", 1)
    with Picture(tmp_path / "other.db") as picture:
        for reading in (strike("Dnipro Post", 34), Build("Nothing new.", outlet="Volga Wire").reading()):
            picture.put(reading)
        text, page = write_brief(picture), write_brief(picture, form="html")
    assert "2 reports from 2 outlets" in text
    assert "And 1 more: `sayso reports`" in text and "And 1 more: <code>sayso reports" in page
    assert "Volga Wire" not in text


def test_an_outlook_that_came_true_has_the_words_that_say_so(tmp_path):
    with Picture(tmp_path / "foretold.db") as picture:
        for reading in foretold_readings():
            picture.put(reading)
        text, page = write_brief(picture), write_brief(picture, form="html")
    line = (
        r"  - came true: “The guild of Sumy closed .* sailors said\.” \(sailors\) \[r-\w+/v1, Dnipro Post, 2026-03-07\]"
    )
    assert re.search(line, text)
    assert "<strong>came true</strong>: <q>The guild of Sumy closed" in page
    assert text.count("came true") == page.count("came true") == 1
