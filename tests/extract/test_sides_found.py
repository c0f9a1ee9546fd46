"""Sides that stand beside the words that tell an act, by the ways in which reports name them."""

from __future__ import annotations

import pytest

from tests.extract.test_events import names, reading, told

pytestmark = pytest.mark.model

#: text, type, who acts, whom it befalls
FOUND = [
    # to whom it is done
    ("Nurse, 41, attacked in a lift in Oran.", "ASSAULT", [], ["Nurse"]),
    ("Woman, 82, robbed in her home.", "ASSAULT", [], ["Woman"]),
    ("Guard shot and killed in Oran", "ASSAULT", [], ["Guard"]),
    ("Baker slammed for mocking pilgrims.", "ACCUSE", [], ["Baker"]),
    ("Six cooks fell ill and had to be evacuated.", "AID", [], ["Six cooks"]),
    ("The sisters were found dead, with Mr Reis arrested shortly afterwards.", "COERCE", [], ["Reis"]),
    ("The council issued a reminder to the army that it must leave.", "REQUEST", ["The council"], ["the army"]),
    ("He shot the other two, the police said.", "ASSAULT", ["He"], ["the other two"]),
    ("The mayor urged all who live by the river to leave.", "REQUEST", ["The mayor"], ["all who live by the river"]),
    ("The abbot urged those in attendance to sing.", "REQUEST", ["The abbot"], ["those in attendance"]),
    ("The envoy called for villagers not to join the strike.", "REQUEST", ["The envoy"], ["villagers"]),
    ("The premier instructed the provinces to pay.", "DECIDE", ["The premier"], ["the provinces"]),
    ("Lorries ferried the injured to a clinic.", "AID", ["Lorries"], ["the injured"]),
    ("The charity gives food to the needy.", "AID", ["The charity"], ["the needy"]),
    ("They threaten the clergy.", "THREATEN", ["They"], ["the clergy"]),
    ("The senator went after Reis in her speech.", "ACCUSE", ["The senator"], ["Reis"]),
    ("He lashed out at critics of the bridge.", "ACCUSE", ["He"], ["critics"]),
    ("The mayor blasted landlords who she said doubled the rents.", "ACCUSE", ["The mayor"], ["landlords"]),
    ("The driver has two earlier arrests.", "COERCE", [], ["The driver"]),
    ("We reaffirm our support for Chad for as long as it takes.", "SUPPORT", ["We"], ["Chad"]),
    ("The army gave the rebels until Monday to surrender.", "THREATEN", ["The army"], ["the rebels"]),
    ("The president of Chad arrived for talks with Mali.", "CONSULT", ["The president"], ["Mali"]),
    ("The army gave aid workers access to the town.", "RETREAT", ["The army"], ["aid workers"]),
    # who does it
    ("Mr Reis was arrested and beaten by the police.", "COERCE", ["the police"], ["Reis"]),
    ("Residents fled the violence of the guards.", "ASSAULT", ["the guards"], []),
    ("A war between Chad and Mali broke out over the valley.", "ASSAULT", ["Chad", "Mali"], []),
    ("The last clashes involved Chadian soldiers.", "ASSAULT", ["Chadian soldiers"], []),
    ("They recall the attack launched against the town by rebels.", "ASSAULT", ["rebels"], ["the town"]),
    ("The judge said that the raids were the work of rebels.", "ASSAULT", ["rebels"], []),
    ("Reis, who has a history of violence against his tenants, fled.", "ASSAULT", ["Reis"], ["his tenants"]),
    ("The council has sanctions on Mali.", "SANCTION", ["The council"], ["Mali"]),
    ("Nine men were held in a police raid at the port.", "COERCE", ["police"], []),
    ("Last year Chad initiated an invasion of Mali.", "ASSAULT", ["Chad"], ["Mali"]),
    ("Mayor Rosa Quint established a curfew in the town.", "COERCE", ["Rosa Quint"], []),
    ("The panel failed to reach a decision.", "DECIDE", ["The panel"], []),
    ("The militia proceeded with the massacre of its captives.", "ASSAULT", ["The militia"], ["its captives"]),
    ("A cook had the task of kidnapping the envoy.", "ASSAULT", ["A cook"], ["the envoy"]),
    ("The treaty between Chad and Mali was signed in Oran.", "SUPPORT", ["Chad", "Mali"], []),
    ("The plan approved on Saturday in Oran by the committee was published.", "DECIDE", ["the committee"], []),
    ("The plan was rejected by 71 percent of the members.", "REJECT", ["the members"], ["The plan"]),
    ("The league published a website asking for a new vote.", "REQUEST", ["The league"], []),
]


@pytest.mark.parametrize(("text", "kind", "actors", "recipients"), FOUND)
def test_whoever_is_named_beside_it_is_its_side(text: str, kind: str, actors: list[str], recipients: list[str]) -> None:
    event = told(reading(text), kind)[0]
    assert (names(event, "actors"), names(event, "recipients")) == (actors, recipients)


def test_who_was_on_a_visit_made_it() -> None:
    visit = told(reading("The envoy paid tribute to the dead on a visit to Mali."), "CONSULT")[0]
    assert (names(visit, "actors"), names(visit, "recipients")) == (["The envoy"], ["Mali"])


@pytest.mark.parametrize(
    ("text", "kind", "wrong"),
    [
        ("The violence of the past week left nine dead.", "ASSAULT", "the past week"),
        ("Marchers denounced an act of violence against women.", "ASSAULT", "women"),
        ("He was arrested on Monday and met on Friday by the envoy.", "COERCE", "the envoy"),
        ("The guards shot and killed two men.", "ASSAULT", "two men"),
        ("Nine people died in a terrorist attack in Oran.", "ASSAULT", "terrorist"),
        ("He was invited by the president on a visit to Mali.", "CONSULT", "the president"),
    ],
)
def test_nobody_else_does_it(text: str, kind: str, wrong: str) -> None:
    assert wrong not in names(told(reading(text), kind)[0], "actors")


def test_a_judging_word_is_one_event() -> None:
    found = reading("The mayor blasted landlords who she said doubled the rents.")
    assert len([e for e in found.events if e.trigger.text == "blasted"]) == 1
