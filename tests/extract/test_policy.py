"""Courts, sanctions and decisions: what came of a charge, on what a decision hangs, whose word an act stands on."""

from __future__ import annotations

import pytest

from tests.extract.conftest import Read
from tests.extract.test_both import who
from tests.extract.test_events import names, reading, told

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        ("The baker still faces trial over the fire.", "faces trial", "planned"),
        ("The baker faced trial over the fire.", "faced trial", "occurred"),
        ("The monk faces deportation to Chad.", "deportation", "possible"),
        ("The tasks facing the prosecution are many.", "facing prosecution", "occurred"),
        ("The mayor said that the loans were being investigated by a judge.", "investigated", "ongoing"),
        ("The loans were investigated by a judge.", "investigated", "occurred"),
        ("The panel is to decide on Friday whether the clerk will stand trial.", "stand trial", "possible"),
        ("The guild had intended to sue the port but changed its mind.", "sue", "did_not_occur"),
        ("The guild intended to sue the port and hired a lawyer.", "sue", "planned"),
        ("The jury acquitted him of murder.", "murder", "did_not_occur"),
        ("The court cleared two guards of torture.", "torture", "did_not_occur"),
        ("He was found guilty of murder.", "murder", "occurred"),
        ("The town will pay provided that the rebels leave.", "leave", "possible"),
        ("The ship may sail on condition that soldiers search it.", "search", "possible"),
        ("Chad will free the men as long as the truce holds.", "truce", "possible"),
    ],
)
def test_what_came_of_it(text: str, trigger: str, status: str) -> None:
    found = {e.trigger.text: e.status for e in reading(text).events}
    assert found.get(trigger) == status, found


@pytest.mark.parametrize(
    ("text", "word", "condition"),
    [
        ("The council decided to send aid, provided that it gets in.", "decided", "provided that it gets in"),
        ("The army will withdraw as long as the truce holds.", "withdraw", "as long as the truce holds"),
        ("Togo will let its allies use the port for cargo only.", "let", "for cargo only"),
        ("The ministry authorised the guild to fish for up to a month.", "authorised", "for up to a month"),
    ],
)  # fmt: skip
def test_conditions_and_limits(read: Read, text: str, word: str, condition: str) -> None:
    found = [e for e in read(text).events if word in e.trigger.text]
    assert condition in [c.text for e in found for c in e.conditions]


def test_provided_that_provides_nothing() -> None:
    assert not told(reading("Oslo approved the sale of tanks, provided that they stay at home."), "AID")


@pytest.mark.parametrize(
    ("text", "kind", "mode"),
    [
        ("No promise had been made to the miners.", "DECIDE", "pledge"),
        ("The charges against the editor were dropped.", "CONCEDE", None),
        ("The deputies struck out a clause on fishing.", "DECIDE", "reject"),
        ("Peru withdrew from the court in March.", "SANCTION", "discontinue"),
        ("The bloc suspended 30 million euros in aid.", "SANCTION", "discontinue"),
        ("Police drove at least 90 migrants across the border.", "COERCE", "deport"),
        ("The clerk's paper, the weekly Mirror, was shut down in May.", "COERCE", "censor"),
        ("The minister ruled out a vote, saying that nobody wanted one.", "REJECT", None),
    ],
)
def test_ways_of_telling(text: str, kind: str, mode: str | None) -> None:
    assert told(reading(text), kind, mode) if mode else told(reading(text), kind)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Police drove at least 90 migrants across the border.", "ASSAULT"),
        ("Foreign firms may own up to 40 percent of the mill.", "CONCEDE"),
        ("The minister ruled out a vote, saying that nobody wanted one.", "DECIDE"),
        ("His words were given a wider sense.", "DECIDE"),
        ("The clerk left the court at noon.", "SANCTION"),
    ],
)
def test_words_of_a_number_and_of_another_clause_tell_no_act(text: str, kind: str) -> None:
    assert not told(reading(text), kind)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The mayor rejected the allegations.", "allegations"),
        ("The guild welcomed the sanctions.", "sanctions"),
        ("The bishop condemned the attack and the murder of a nun.", "murder"),
        ("The prosecutor called the ruling unwise.", "ruling"),
    ],
)
def test_what_is_answered_or_judged_stands_on_the_reports_own_word(text: str, word: str) -> None:
    assert [e.according_to for e in reading(text).events if e.trigger.text == word] == [()]


@pytest.mark.parametrize(
    ("text", "word", "source"),
    [
        ("The envoy warned of an attack.", "attack", "The envoy"),
        ("The mayor denied the killing of a nun.", "killing", "The mayor"),
        ("The minister is said to have resigned.", "resigned", "is said"),
    ],
)
def test_what_is_put_forth_stands_on_its_sources_word(text: str, word: str, source: str) -> None:
    (event,) = (e for e in reading(text).events if e.trigger.text == word)
    assert [link.text for link in event.according_to] == [source]


def test_they_are_the_two_who_are_joined_before() -> None:
    found = reading("Chad and Togo said on Monday that they had imposed sanctions on a bank, and urged Mali to follow.")
    assert who(found, told(found, "SANCTION")[0]) == {"Chad", "Togo"}
    assert names(told(found, "REQUEST")[0], "actors") == ["Chad", "Togo"]
    apart = reading("Chad and Togo said that rebels had fled and that they had burned a mill.")
    assert who(apart, told(apart, "ASSAULT")[0]) != {"Chad", "Togo"}


def test_a_quoted_sentence_that_is_over_is_of_the_speaker_before() -> None:
    said = reading(
        "“The army has lost,” said the guild leader, Ada Cole. “They think we will forget. We will not.” She said "
        "her guild would call a strike."
    ).statements
    assert [s.content.text for s in said][-1] == "her guild would call a strike"
    assert "“They think we will forget. We will not.”" in said[0].content.text


@pytest.mark.parametrize(
    ("text", "word", "actors"),
    [
        ("The judge gave the guild nine days to file a reply.", "file", ["the guild"]),
        ("The decree gives the ministry the power to search homes.", "search", ["the ministry"]),
        ("Chad granted the police the right to search homes.", "search", ["the police"]),
        ("The guild was given nine days to file a reply.", "file", ["The guild"]),
    ],
)
def test_whoever_is_given_time_or_a_right_does_it(text: str, word: str, actors: list[str]) -> None:
    (event,) = (e for e in reading(text).events if e.trigger.text == word)
    assert names(event, "actors") == actors


@pytest.mark.parametrize(
    ("text", "word", "start"),
    [
        ("The council approved the loan at a meeting on Sunday.", "approved", "2026-05-03"),
        ("It asked Oslo for his extradition under a treaty of 2017.", "asked for", None),
        ("The agency condemned Chad for its breach of the 1951 convention.", "condemned", "2026-05-04"),
    ],
)
def test_an_act_is_of_the_day_of_its_meeting_and_not_of_its_paper(text: str, word: str, start: str | None) -> None:
    (event,) = (e for e in reading(text, published="2026-05-04").events if e.trigger.text == word)
    assert (event.start or "")[:10] == (start or "")


@pytest.mark.parametrize(
    ("text", "not_it"),
    [
        ("The envoy accused the police of beating some of them.", "the police"),
        ("The rebels told the guards to free them.", "the guards"),
    ],
)
def test_nobody_does_it_to_those_whom_the_pronoun_names(text: str, not_it: str) -> None:
    found = reading(text)
    by_id = {e.id: {m.text for m in e.mentions} for e in found.entities}
    whom = [p.entity for v in found.events for p in v.recipients if p.text == "them"]
    assert whom and all(not_it not in by_id.get(one or "", set()) for one in whom)


@pytest.mark.parametrize(
    ("text", "content", "source"),
    [
        ("The mayor said it was safe. The quay would be rebuilt.", "The quay would be rebuilt", "The mayor"),
        ("The bishop called the raid a crime. It would help nobody.", "It would help nobody", "The bishop"),
    ],
)  # fmt: skip
def test_would_goes_on_with_what_was_said(read: Read, text: str, content: str, source: str) -> None:
    (said,) = (s for s in read(text).statements if s.content.text == content)
    assert said.source is not None and said.source.text == source and said.cue is None


@pytest.mark.parametrize(
    "text",
    [
        "The guild sold the ship. It would sail again in May.",
        "The mayor said the port was safe. As a boy he would often sail there.",
        "The mayor said the port was safe. Without the wall it would have been lost.",
        "The mayor said the port was safe.\n\nThe quay would be rebuilt by May.",
    ],
)
def test_would_elsewhere_is_the_reports_own_word(read: Read, text: str) -> None:
    assert not [s for s in read(text).statements if s.by == "goes_on:would"]


@pytest.mark.parametrize(
    ("text", "cue", "source"),
    [
        ("The panel threw out a complaint by two guilds, ruling that they were late.", "ruling", "The panel"),
        ("The army brushed aside calls to leave the town.", "calls", None),
        ("The ferry is said to have sunk.", "is said", None),
        ("The minister called the ruling unwise.", "called", "The minister"),
    ],
)
def test_who_says_it(read: Read, text: str, cue: str, source: str | None) -> None:
    (said,) = (s for s in read(text).statements if s.cue is not None and s.cue.text == cue)
    assert (said.source.text if said.source else None) == source


def test_what_is_called_unwise_is_blamed(read: Read) -> None:
    (said,) = read("The guild described the charge as baseless.").statements
    assert said.act == "criticize"
