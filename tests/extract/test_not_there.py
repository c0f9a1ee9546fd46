"""Words that tell no act: opinions, titles, headings, mishaps, what is left behind; and talks and measures at hand."""

from __future__ import annotations

import pytest

from tests.extract.test_events import reading

pytestmark = pytest.mark.model


def types(text: str) -> set[str]:
    return {event.type for event in reading(text).events if event.type is not None}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The minister agreed with the governor's ruling.", "AGREE"),
        ("Others largely agree.", "AGREE"),
        ("The former envoy agreed that the rules of the guild are old.", "AGREE"),
        ("The jury agreed, and the case was closed.", "AGREE"),
        ("Ministers met to support the aims of the Agreement Establishing the Northern Trade Area.", "AGREE"),
        ("The envoy is deputy chair of the Commission on Trade under Sanctions.", "SANCTION"),
        ("The two met in Gao.\nStrengthening our shared security\nTogo and Mali are old friends.", "MOBILIZE"),
        ("The army may drive the rebels out of Gao, leaving much of the port destroyed.", "RETREAT"),
        ("Woman struck, killed in Gao\nPolice say that a motorist killed her on Monday.", "ASSAULT"),
        ("She was walking in a crosswalk in Gao when she was struck at noon.", "ASSAULT"),
        ("The general told the marines that their goal is to restore order.", "REQUEST"),
        ('The minister insisted: "The purpose is not to rule the valley."', "REQUEST"),
        ("The mayor spoke of patience, should the bishop attempt a return.", "REQUEST"),
        ("The premier said that trust and peace lie at the heart of the bond.", "ACCUSE"),
        ("Retail demand has stabilised.", "REQUEST"),
        ("International telephone calls were rerouted after the outage.", "CONSULT"),
        ("The union asked the senator to host events.", "CONSULT"),
        ("The candidate needs delegates to win the party nomination.", "DECIDE"),
        ("The governor's approval is at 26 percent.", "DECIDE"),
        ("The treaty must be upheld as the cornerstone of peace.", "DECIDE"),
        ("Only four of the states meet the bar.", "CONSULT"),
        ("The trick kept him out of prison.", "COERCE"),
        ("The reform makes the brigades more ready to deploy.", "DECIDE"),
        ("Others could be heard calling friends on their phones.", "REQUEST"),
        ("We make telephone calls to the farmers.", "REQUEST"),
        ("Disputes are bound to come where these interests meet.", "CONSULT"),
        ("Without the reform we would have lost the port.", "THREATEN"),
        ("The engagement of civil society in the work of the armed forces is welcome.", "ASSAULT"),
    ],
)
def test_no_act(text: str, kind: str) -> None:
    assert kind not in types(text)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The envoy agreed with the rebels to hold talks.", "AGREE"),
        ("The envoy agreed with the rebels on a truce.", "AGREE"),
        ("As agreed, the ministers met in Gao.", "AGREE"),
        ("A committee had agreed that the bridge should be mended.", "AGREE"),
        ("The two ministers agreed that the border should be reopened.", "AGREE"),
        ("The minister agreed that troops would leave.", "AGREE"),
        ("The rebels agreed.", "AGREE"),
        ("New Sanctions Hit Mali.", "SANCTION"),
        ("Rebels fled in May, leaving the port.", "RETREAT"),
        ("A man was struck in the head with a club in Gao.", "ASSAULT"),
        ("The general told the marines to restore order.", "REQUEST"),
        ("The mayor insisted that the bishop must leave.", "REQUEST"),
        ("The mayor said that the bishop should return.", "REQUEST"),
        ("The premier told the king that the envoy lied to him.", "ACCUSE"),
        ("The minister hosted the president of Chad in Gao.", "CONSULT"),
        ("The president had a telephone call with the king.", "CONSULT"),
        ("The senate backed the nomination of the judge.", "DECIDE"),
        ("The mayor is calling on the governor to leave.", "REQUEST"),
        ("The court upheld the ban on rallies.", "DECIDE"),
        ("The guards kept him in prison.", "COERCE"),
        ("Togo is ready to withdraw its envoys.", "DECIDE"),
    ],
)
def test_the_same_words_of_an_act(text: str, kind: str) -> None:
    assert kind in types(text)


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        ("I hope that this meeting will help us.", "meeting", "ongoing"),
        ("That is what I wanted to say to open our meeting.", "meeting", "ongoing"),
        ("We hope that the meeting will help us.", "meeting", "planned"),
        ("We will hold this meeting in May.", "hold meeting", "planned"),
        ("We discussed the harvest at this meeting.", "meeting", "occurred"),
        ("The envoys hope that this meeting will help.", "meeting", "planned"),
        ("The ministers met to renew their bond, discuss the harvest and rest.", "discuss", "occurred"),
        ("Economic sanctions will remain in force until Togo leaves.", "Economic sanctions", "ongoing"),
        ("New sanctions are being introduced by the council.", "sanctions", "occurred"),
        ("The reform is to soften the effects of the sanctions.", "sanctions", "occurred"),
        ("The general failed to respond to the council's ultimatum.", "ultimatum", "occurred"),
        ("He gave them four days, because of objections from the envoy.", "objections", "occurred"),
        ("The agencies will have to consult with experts.", "consult", "planned"),
        ("It has been impossible to hold meetings over the past two years.", "hold meetings", "did_not_occur"),
        ("It is not impossible to hold a meeting.", "hold meeting", "possible"),
        ("With this lawsuit we hope to stop it before the vote.", "lawsuit", "occurred"),
        ("The mayor hopes for talks with the envoy.", "talks", "planned"),
        ("Officials wanted to know who had fled and who approved the agreements.", "approved", "occurred"),
        ("Without these decisions we would have lost the port.", "decisions", "occurred"),
        ("They stress the importance of helping Mali to sell grain and condemn Chad's raid.", "condemn", "occurred"),
        ("The mayor, who routinely ridicules his rivals, lost.", "ridicules", "ongoing"),
        ("The minister and I constantly discuss the harvest.", "discuss", "ongoing"),
        ("The department would not pursue an indictment of the mayor, it said.", "indictment", "did_not_occur"),
    ],
)
def test_what_is_at_hand_and_what_is_not(text: str, trigger: str, status: str) -> None:
    assert {e.status for e in reading(text).events if e.trigger.text == trigger} == {status}


def test_what_an_act_may_have_done_takes_nothing_from_it() -> None:
    (event,) = (e for e in reading("The mayor's decision to leave may have cost him.").events if e.type == "DECIDE")
    assert (event.status, event.certainty.degree) == ("occurred", "certain")


@pytest.mark.parametrize("verb", ["bomb", "attack"])
def test_what_something_was_used_for_was_done(verb: str) -> None:
    text = f"The army destroyed nine jets that were used to {verb} villages."
    (event,) = (e for e in reading(text).events if e.trigger.text == verb)
    assert (event.status, event.certainty.degree) == ("occurred", "certain")


def test_we_condemn_what_stands_beside_a_clause_that_cannot() -> None:
    text = "We affirm that such a war must never be fought, condemn any threats to do so, and stress this."
    (event,) = (e for e in reading(text).events if e.trigger.text == "condemn")
    assert (event.status, event.certainty.degree) == ("occurred", "certain")
