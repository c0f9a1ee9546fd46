"""Who said what: what must come back, and what must never."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pytest
from spacy.tokens import Doc
from work import calls

from sayso.digest.language import WEIGHTS, load_language
from sayso.extract._saying.quotes import find_quotations
from sayso.extract.statements import find_drafts
from sayso.model import Reading, Statement

pytestmark = pytest.mark.model
Read = Callable[..., Reading]


def said(reading: Reading) -> list[tuple[str | None, str]]:
    return [(s.source.text if s.source else None, s.content.text) for s in reading.statements]


def one(reading: Reading, words: str) -> Statement:
    found = [s for s in reading.statements if words in s.content.text]
    assert found, said(reading)
    return min(found, key=lambda s: len(s.content.text))


def named(reading: Reading, statement: Statement) -> str | None:
    entity = statement.source.entity if statement.source else None
    return next((e.name for e in reading.entities if e.id == entity), None)


def test_direct_indirect_and_mixed(read: Read) -> None:
    reading = read(
        "“The bridge is gone,” Governor Amal Haddad said.\n"
        "Haddad said that the repair would take a year.\n"
        "She called the attack “a crime against every child in this town.”"
    )
    assert one(reading, "bridge is gone").manner == "direct"
    assert one(reading, "repair").manner == "indirect"
    assert named(reading, one(reading, "repair")) == "Amal Haddad"


def test_the_dateline_is_said_by_nobody(read: Read) -> None:
    reading = read("OSLO, May 3 (Wire) — Two boats sank on Friday, the coast guard said.")
    assert one(reading, "boats").content.text.startswith("Two boats")


def test_what_no_group_claims_is_no_statement(read: Read) -> None:
    assert not read("No group claimed responsibility for the blast.").statements


def test_who_asks_for_anonymity_demands_nothing(read: Read) -> None:
    reading = read("“The line is dead,” said a former envoy, who requested anonymity to speak freely.")
    assert [s.act for s in reading.statements] == ["assert"]
    assert not [e for e in reading.events if e.type == "REQUEST"]


def test_which_is_what_it_relates_to(read: Read) -> None:
    reading = read("Nine people drowned, according to the Lifeboat Guild, which fears that more boats could sink.")
    assert named(reading, one(reading, "more boats")) == "Lifeboat Guild"


def test_interrupted_quotation_keeps_its_spans(read: Read) -> None:
    reading = read("“We left at dawn,” said Idris Bello, a driver from Maiduguri. “Nobody stopped us at the river.”")
    statement = one(reading, "We left at dawn")
    assert len(statement.content.spans) == 2
    assert "Idris Bello" in (statement.source.text if statement.source else "")


def test_colon_speaker(read: Read) -> None:
    reading = read("Marta Oliveira: “The talks in Maputo have failed, and everybody in this room knows it.”")
    assert named(reading, one(reading, "talks in Maputo")) == "Marta Oliveira"


def test_continued_turn(read: Read) -> None:
    reading = read(
        "“We will not leave the valley,” said Colonel Tomas Berg.\n\n"
        "“Our fathers are buried here, and so are theirs.”\n\n"
        "The valley has been shelled since March."
    )
    assert named(reading, one(reading, "Our fathers")) == "Tomas Berg"


def test_according_to(read: Read) -> None:
    reading = read("The dam burst at noon, according to two engineers who work there.")
    statement = one(reading, "dam burst")
    assert statement.source is not None
    assert statement.source.text.startswith("two engineers")
    assert statement.source.kind == "unnamed"


def test_nobody_in_particular(read: Read) -> None:
    reading = read("The warlord is believed to hide in the marshes.")
    (event_chain,) = [s for s in reading.statements if s.source is None] or [None]
    assert event_chain is not None


def test_nested(read: Read) -> None:
    reading = read("The minister said that the rebels had denied that they held the two nurses.")
    inner = one(reading, "held the two nurses")
    assert inner.act == "deny"
    assert inner.inside == one(reading, "the rebels had denied").id


def test_denied_assertion_is_no_occurrence(read: Read) -> None:
    reading = read("The army denied that its soldiers had shelled the hospital.", published="2024-05-02")
    shelling = [v for v in reading.events if v.trigger.lemma in ("shell", "shelling")]
    assert all(v.certainty.polarity == "negative" or v.status == "did_not_occur" for v in shelling)
    assert any(s.act == "deny" for s in reading.statements)


def test_hedge_is_kept(read: Read) -> None:
    reading = read("Rebels may have attacked the convoy, the mayor said.", published="2024-05-02")
    attack = [v for v in reading.events if v.trigger.lemma in ("attack", "attacked")]
    assert attack
    assert all(v.certainty.degree != "certain" and "may" in [c.text for c in v.certainty.cues] for v in attack)


@pytest.mark.parametrize(
    "text",
    [
        "A City Holds Its Breath\n\nThe curfew in Port Ardan began at six on Monday.",
        "The so-called “peace corridor” was shelled again on Friday.",
        "The novel “The Long Road Home” sold nine hundred copies in Beirut.",
        "Photo: Smoke over the harbour of Hodeidah on Tuesday.",
        "A clerk, who asked not to be named, opened the gate.",
        "One of the nurses requested anonymity.",
    ],
)
def test_no_speech(read: Read, text: str) -> None:
    assert not [s for s in said(read(text)) if "“" in s[1] or s[1].startswith(("A City", "Photo", "Smoke"))]


def test_heading_is_no_part_of_what_is_said(read: Read) -> None:
    reading = read("Talks Collapse in Doha\nThe envoy said that both sides had left the table.")
    assert "Talks" not in one(reading, "left the table").content.text


def test_sentence_after_the_quotation_is_the_reports_own(read: Read) -> None:
    reading = read("“We are not leaving,” the mayor said. The bridge was blown up on Monday.")
    assert not [c for _, c in said(reading) if "bridge" in c]


def test_unclosed_quotation_does_not_swallow_the_report(read: Read) -> None:
    reading = read(
        "“We are not leaving, the mayor said.\n\nThe bridge was blown up on Monday.\n\nTwo boats sank in the harbour."
    )
    assert not [c for _, c in said(reading) if "boats" in c]


@pytest.mark.parametrize("text", ["“Yes, we left,” he said. " * 2_500, "“ we left and never " * 2_500])
def test_linear_time_in_quotations(text: str) -> None:
    if not (WEIGHTS / "model.onnx").exists():
        pytest.skip("the language model is not here: see training/")
    nlp = load_language()
    blank = nlp.make_doc(text)
    doc = Doc(nlp.vocab, words=[t.text for t in blank], spaces=[bool(t.whitespace_) for t in blank],
              pos=["X"] * len(blank), heads=list(range(len(blank))), deps=["ROOT"] * len(blank))  # fmt: skip
    doc.user_data["attributions"] = []
    work = []
    for size in (len(doc) // 4, len(doc)):
        part = doc[:size].as_doc()
        part.user_data["attributions"] = []
        work.append(calls(partial(find_drafts, part, part.text, find_quotations(part.text), speech=False)))
    assert work[1] < 5 * work[0]


@pytest.mark.slow
def test_linear_time_of_whole_statements(read: Read) -> None:
    line = "“We left town number {} at dawn,” said Omar Haddad. The road was closed by troops.\n"
    work = []
    for lines in (100, 400):
        text = "".join(line.format(i) for i in range(lines))
        assert len(read(text, published="2024-05-01").statements) >= lines
        work.append(calls(partial(read, text, published="2024-05-01")))
    assert work[1] < 5 * work[0]


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("The two ministers reaffirmed their commitment to the ceasefire on the river.", "promise"),
        ("Governor Amal Haddad confirmed her readiness to reopen the northern road.", "promise"),
        ("The league reiterated its condemnation of the raid on the village.", "criticize"),
        ("The council repeated its call for an end to the siege.", "demand"),
        ("The envoys noted the commitment of the guards to their duty.", "assert"),
        ("The envoy pointed out that it was thanks to the nurses that the ward stayed open.", "assert"),
    ],
)
def test_an_act_told_again_is_the_act(read: Read, text: str, act: str) -> None:
    assert [s.act for s in read(text).statements] == [act]


@pytest.mark.parametrize(
    ("source", "kind"),
    [("The two presidents", "collective"), ("Both ministers", "collective"), ("Two officials", "unnamed")],
)
def test_leaders_whom_the_report_has_named_are_no_unnamed_source(read: Read, source: str, kind: str) -> None:
    (statement,) = read(f"{source} said that the border would open in May.").statements
    assert statement.source is not None
    assert statement.source.kind == kind


def test_the_sentence_before_a_quotation_is_no_part_of_it(read: Read) -> None:
    reading = read('The dam held through the night."We were ready for the flood," the warden of the dam stressed.')
    assert one(reading, "We were ready").content.text == '"We were ready for the flood,"'


def test_what_goes_according_to_plan_is_said_by_nobody(read: Read) -> None:
    assert not read("The evacuation of the valley went according to plan.").statements


@pytest.mark.parametrize(
    "text",
    [
        "The envoys underscored the importance of the northern road.",
        "President Okot instructed the ministry to reopen the wells.",
        "Ida Holm welcomed the truce and deplored the raid on the mill.",
    ],
)
def test_verbs_of_speech_alone_are_statements(read: Read, text: str) -> None:
    assert read(text).statements


def test_whom_one_welcomes_at_the_door_is_not_praised(read: Read) -> None:
    assert not read("President Okot welcomed Governor Amal Haddad to the capital on Monday.").statements


@pytest.mark.parametrize(
    ("text", "cue", "act", "content"),
    [
        (
            "Governor Amal Haddad expressed her outrage at the raid on the mill.",
            "expressed her outrage",
            "criticize",
            "raid",
        ),
        (
            "Both sides expressed the resolve to share the water of the lake.",
            "expressed the resolve",
            "promise",
            "to share",
        ),
        ("Ida Holm voiced support for the truce on the river.", "voiced support", "praise", "the truce"),
        ("The envoy sent his condolences to the families of the miners.", "sent", "praise", "condolences"),
    ],
)
def test_what_is_felt_and_wished(read: Read, text: str, cue: str, act: str, content: str) -> None:
    found = [s for s in read(text).statements if s.cue and s.cue.text.startswith(cue) and content in s.content.text]
    assert [s.act for s in found] == [act]


@pytest.mark.parametrize("text", ["The league sent support to the coast.", "The army offered two buses."])
def test_what_is_given_is_no_speech(read: Read, text: str) -> None:
    assert not read(text).statements


def test_what_the_speaker_will_do_is_promised(read: Read) -> None:
    title = "Remarks by Governor Amal Haddad"
    reading = read("We will continue to support the miners. I will say that the road is bad.", title=title)
    assert [s.act for s in reading.statements if "the miners" in s.content.text] == ["promise"]
    assert all(s.act == "assert" for s in reading.statements if "road is bad" in s.content.text)


def test_what_is_meant_is_no_promise(read: Read) -> None:
    reading = read("Governor Amal Haddad: When I say bread, I mean cheap bread.\nIda Holm: I see.")
    assert all(s.act != "promise" for s in reading.statements)


def test_a_bracket_is_closed(read: Read) -> None:
    reading = read("The warden said that the lake had risen by a fifth (two metres).")
    assert one(reading, "a fifth").content.text.endswith("(two metres)")


def test_what_is_so_in_somebodys_view_is_said_by_that_one(read: Read) -> None:
    reading = read("The lawyer Karin Holm spoke on Monday. In her view, the mine is lost.")
    assert named(reading, one(reading, "the mine is lost")) == "Karin Holm"
    assert not read("In view of the storm the ferry turned back.").statements


@pytest.mark.parametrize(
    ("text", "trigger", "chain"),
    [
        ("A suspected smuggler arrested in Gao has fled, police said.", "arrested", ["police"]),
        ("An alleged plot to kill the king was foiled.", "kill", ["alleged"]),
        ("The men allegedly attacked a bus.", "attacked", ["allegedly"]),
    ],
)
def test_a_suspect_is_arrested_on_the_reports_own_word(read: Read, text: str, trigger: str, chain: list[str]) -> None:
    events = [event for event in read(text, published="2024-05-02").events if event.trigger.text == trigger]
    assert [[link.text for link in event.according_to] for event in events] == [chain]


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        (
            "The ministry said that the rebels who hold the dam had shelled the port of Gao.",
            "The ministry",
            "that the rebels who hold the dam had shelled the port of Gao",
        ),
        (
            "Jets bombed a clinic in Gao on Monday, killing nine patients, a driver who saw it told the Sahel Post.",
            "a driver who saw it",
            "Jets bombed a clinic in Gao on Monday, killing nine patients",
        ),
    ],
)
def test_relative_clauses_end_neither_content_nor_source(read: Read, text: str, source: str, content: str) -> None:
    assert said(read(text)) == [(source, content)]
