"""A denial points to what it denies."""

from __future__ import annotations

import pytest

import sayso

pytestmark = pytest.mark.model


def test_a_denial_names_the_event_it_denies() -> None:
    reading = sayso.read("The army denied that its soldiers had shelled the town of Dilling.", published="2024-11-19")
    (statement,) = [s for s in reading.statements if s.act == "deny"]
    (event,) = [e for e in reading.events if e.id == statement.denies]
    assert (event.type, event.status, event.trigger.text) == ("ASSAULT", "did_not_occur", "shelled")


def test_what_is_asserted_is_not_denied() -> None:
    reading = sayso.read("The army said that its soldiers had shelled the town of Dilling.", published="2024-11-19")
    assert [s.denies for s in reading.statements] == [None] * len(reading.statements)


@pytest.mark.parametrize(
    "text",
    [
        "The army denied any attack on the town of Dilling.",
        "The army rejected claims that its soldiers had attacked the town of Dilling.",
        "The army denied carrying out an attack on the town of Dilling.",
    ],
)
def test_a_denial_is_of_what_its_words_head(text: str) -> None:
    reading = sayso.read(text, published="2024-11-19")
    assert [e.type for s in reading.statements for e in reading.events if s.denies == e.id] == ["ASSAULT"]


@pytest.mark.parametrize(
    "text",
    [
        "The mayor dismissed criticism of his comments about the raid on Dilling.",
        "The guild contests a rule that does not let clerks strike.",
        "The country rejects all attempts to seize its ports.",
    ],
)
def test_what_a_denial_only_names_is_not_denied(text: str) -> None:
    reading = sayso.read(text, published="2024-11-19")
    assert not any(s.denies for s in reading.statements)


@pytest.mark.parametrize(
    "denial",
    [
        "The army flatly denied the charge.",
        "The army rejected the accusation as baseless.",
        "The army denied responsibility.",
        "The army denied any role in the attack.",
        "The army said the claim was false.",
        "The army denies this.",
    ],
)
def test_a_denied_charge_is_of_what_was_told_before(denial: str) -> None:
    reading = sayso.read(f"Rebels accused the army of burning a village near Dilling on Sunday. {denial}",
                         published="2024-11-19")  # fmt: skip
    (event,) = (e for s in reading.statements for e in reading.events if s.denies == e.id)
    assert (event.trigger.text, [a.text for a in event.actors]) == ("burning", ["the army"])


def test_a_charge_beside_it_is_denied_alone() -> None:
    reading = sayso.read("Ardania accused Moscow of burning a mill near Dilling, a charge Moscow denied.",
                         published="2024-11-19")  # fmt: skip
    (denial,) = (s for s in reading.statements if s.act == "deny")
    assert denial.content.text == "a charge"
    assert [e.trigger.text for e in reading.events if e.id == denial.denies] == ["burning"]


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen killed six traders in Gao on Sunday, police said. The mayor denied any link between rain and prices.",
        "The ministry denied the charge. Rebels burned a mill in Gao on Sunday.",
        "Rebels burned a mill in Gao on Sunday, the rebels said. The rebels denied the report.",
    ],
)
def test_a_denial_of_something_else_is_of_no_event_before(text: str) -> None:
    assert not any(s.denies for s in sayso.read(text, published="2024-11-19").statements)


def test_a_claim_that_says_what_it_is_of_is_not_the_one_told_before() -> None:
    text = "A clerk was killed in Gao on Sunday, a trader said. The mayor denied reports that the town had paid him."
    reading = sayso.read(text, published="2024-11-19")
    assert not any(s.denies == e.id for s in reading.statements for e in reading.events if e.trigger.text == "killed")


def test_reports_of_a_thing_are_of_that_thing_alone() -> None:
    text = "Jets struck a mill in Gao on Sunday, the army said. The mayor dismissed reports of a wedding as fabricated."
    assert not any(s.denies for s in sayso.read(text, published="2024-11-19").statements)


def test_the_claims_of_others_that_are_rejected_are_denied() -> None:
    text = "The army rejected Togo's claims that it had shelled a mill in Gao."
    found = sayso.read(text, published="2024-11-19")
    assert any(
        s.act == "deny" and s.denies == e.id for s in found.statements for e in found.events if e.type == "ASSAULT"
    )


@pytest.mark.parametrize(
    "text",
    [
        "Shells killed nine people in Gao on Sunday, a nurse said. She said that the army had ordered clinics to give "
        "no figures. An army spokesman denied this.",
        "Shells killed nine people in Gao on Sunday, a nurse said. A trader said that the army had banned markets. "
        "The army denied that.",
    ],
)
def test_this_is_what_was_said_last(text: str) -> None:
    reading = sayso.read(text, published="2024-11-19")
    found = [e.trigger.text for s in reading.statements for e in reading.events if s.denies == e.id]
    assert found in (["ordered"], ["banned"])


def test_an_accusation_is_of_what_heads_it_and_not_of_what_is_said_on_the_way() -> None:
    text = (
        "The ministry accused Togo's troops of feeding gangs and spoiling a plan to send people to their "
        "homes in land held by the army. Togo rejected these accusations."
    )
    reading = sayso.read(text, published="2024-11-19")
    found = [e.trigger.text for s in reading.statements for e in reading.events if s.denies == e.id]
    assert found == ["feeding"]


def test_who_denies_a_part_denies_the_deed_of_the_report_and_not_those_that_were_like_it() -> None:
    text = (
        "Gunmen raided a mill in Gao on Friday, police said. The Dawn Front, which has carried out similar raids, "
        "denied involvement. The governor condemned the raid."
    )
    reading = sayso.read(text, published="2024-11-20")
    (denial,) = [s for s in reading.statements if s.act == "deny"]
    by_words = {e.trigger.text: e for e in reading.events if e.type == "ASSAULT"}
    assert denial.denies == by_words["raided"].id
    assert by_words["raids"].start is None
    assert by_words["raid"].same_as == by_words["raided"].id
