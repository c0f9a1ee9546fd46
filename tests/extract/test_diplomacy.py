"""Talks, votes and measures as wire reports tell them: who takes part, what becomes of them, what takes them up."""

from __future__ import annotations

import pytest

from sayso.model import Event
from tests.extract.test_events import names, reading, told

pytestmark = pytest.mark.model


def of(text: str, kind: str, mode: str | None = None) -> Event:
    return told(reading(text), kind, mode)[0] if mode else next(e for e in reading(text).events if e.type == kind)


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("Envoys of the guild ended three days of talks in Gao.", ["Envoys of the guild"]),
        ("Benin and Togo held five hours of negotiations in Lome.", ["Benin", "Togo"]),
        ("The premiers wrapped up a second round of talks on Sunday.", ["The premiers"]),
        ("The ambassadors wrapped up talks on Sunday.", ["The ambassadors"]),
    ],
)
def test_whoever_holds_days_of_talks_takes_part_in_them(text: str, actors: list[str]) -> None:
    assert names(of(text, "CONSULT"), "actors") == actors


def test_the_first_hours_of_a_war_are_no_count_of_wars() -> None:
    found = reading("Officers said 90 captives were taken in the first hours of the war in Togo.")
    assert all(not e.actors for e in found.events if e.trigger.text == "war")


def test_the_two_are_those_who_met() -> None:
    found = reading(
        "Paulo Reis met Rosa Quint in Oran. The two agreed to reopen the port. Norway urged the two to meet."
    )
    people = {e.id: e.name for e in found.entities}
    (agreed,), (urged,) = told(found, "AGREE"), told(found, "REQUEST", "meet")
    assert {people[p.entity] for p in agreed.actors if p.entity} == {"Paulo Reis", "Rosa Quint"}
    assert {people[p.entity] for p in urged.recipients if p.entity} == {"Paulo Reis", "Rosa Quint"}


@pytest.mark.parametrize(
    ("text", "kind", "status"),
    [
        ("The premier put off a visit to Togo until May.", "CONSULT", "planned"),
        ("The talks with Benin, put off until May, will be held in Lome.", "CONSULT", "planned"),
        ("The envoys had been due to meet in Lome.", "CONSULT", "did_not_occur"),
        ("The bishop had hoped to visit Gao.", "CONSULT", "did_not_occur"),
        ("The premiers were to meet in Lome, but one of them fell ill.", "CONSULT", "did_not_occur"),
        ("The premiers were to meet in Lome.", "CONSULT", "planned"),
        ("The premiers are to meet in Lome, but no day has been set.", "CONSULT", "planned"),
        ("A veto was not cast.", "REJECT", "did_not_occur"),
        ("Togo vetoed the resolution of the council.", "DECIDE", "did_not_occur"),
    ],
)
def test_what_was_put_off_or_came_to_nothing(text: str, kind: str, status: str) -> None:
    assert {e.status for e in reading(text).events if e.type == kind} == {status}


def test_whoever_postpones_a_visit_was_to_make_it() -> None:
    assert names(of("The king postponed a visit to Norway.", "CONSULT", "visit"), "actors") == ["The king"]


@pytest.mark.parametrize(
    ("text", "kind", "mode", "actors", "recipients"),
    [
        ("The delegation of Togo walked out over the border.", "SANCTION", "discontinue", ["The delegation"], []),
        ("Two Togolese diplomats were told to leave.", "SANCTION", "expel", [], ["Two Togolese diplomats"]),
        ("Norway reinstated sanctions on the airline.", "SANCTION", None, ["Norway"], ["the airline"]),
        ("Norway removed the guild from its terrorism list.", "DECIDE", "lift", ["Norway"], ["the guild"]),
        ("Benin and Togo voted for the text.", "DECIDE", "approve", ["Benin", "Togo"], []),
        ("Togo refused, according to an envoy.", "REJECT", None, ["Togo"], []),
        ("The king called his Togolese counterpart on Monday.", "CONSULT", "phone", ["The king"], None),
    ],
)
def test_acts_of_diplomats(
    text: str, kind: str, mode: str | None, actors: list[str], recipients: list[str] | None
) -> None:
    (event,) = (e for e in reading(text).events if e.type == kind)
    assert (event.mode, names(event, "actors")) == (mode, actors)
    assert recipients is None or names(event, "recipients") == recipients


def test_clerks_who_walk_out_strike() -> None:
    assert of("Nine clerks walked out over their wages.", "PROTEST").mode == "strike"


def test_votes_adopt_nothing() -> None:
    assert of("The budget was adopted by nine votes to two.", "DECIDE", "approve").actors == ()


def test_the_call_is_the_one_that_was_told() -> None:
    found = reading(
        "Paulo Reis and Rosa Quint spoke by telephone on Sunday. During the call Reis asked for boats. An aide "
        "familiar with the call said Quint refused. The call for boats was heard."
    )
    first, *others = told(found, "CONSULT", "phone")
    assert [e.same_as for e in others] == [first.id, first.id]
    assert all({p.entity for p in e.actors} == {p.entity for p in first.actors} for e in others)


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("Benin and Togo held talks in Lome on Monday. The meeting was the fifth this year.", True),
        ("Benin and Togo will hold talks in Lome on Monday. The meeting of the guild was short.", False),
        ("Benin and Togo spoke by telephone on Monday. The meeting was short.", False),
    ],
)
def test_the_meeting_is_the_last_talk_that_was_told(text: str, same: bool) -> None:
    first, last = (e for e in reading(text).events if e.type == "CONSULT")
    assert (last.same_as == first.id) is same


def test_the_fifth_since_a_year_is_not_of_that_year() -> None:
    assert of("The meeting, hosted by Togo, was the fifth since 2020.", "CONSULT").start != "2020-01-01"


def test_a_town_that_a_paper_is_named_after_signs_nothing() -> None:
    for text in ("Under the Lome declaration, talks will open in May.", "The goal of the Oslo accord is a truce."):
        assert not any(names(e, "actors") for e in reading(text).events)


def test_those_who_praise_an_accord_did_not_hold_the_talks() -> None:
    text = "Paulo Reis thanked Norway and said the discussions had been candid. Benin and Togo welcomed the accord."
    assert of(text, "CONSULT").actors == ()


@pytest.mark.parametrize(
    "text",
    ["Togo sided with the guild and sent it boats.", "The council wants to sue it.", "Togo threatened to bomb it."],
)
def test_nobody_does_to_himself_what_is_done_to_it(text: str) -> None:
    found = reading(text)
    doer = next(e for e in found.entities if e.mentions[0].text.endswith(("Togo", "council")))
    assert [m.text for m in doer.mentions if m.form == "pronoun"] == []
