"""Words for acts of speech and for decisions, by their classes: blame, bargains, yielding, talks, asking, refusal,
praise, threats, and what those who govern permit, forbid, order or take back; and the same words of other things.
"""

from __future__ import annotations

import pytest

from sayso.codebook.codebook import Codebook, load_codebook
from sayso.codebook.match import find_triggers

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def codebook() -> Codebook:
    return load_codebook()


def kinds(text: str, codebook: Codebook) -> set[tuple[str, str | None]]:
    from sayso.digest.language import load_language

    found = find_triggers(load_language()(text), codebook)
    return {kind for t in found for kind in ((t.frame.type, None), (t.frame.type, t.frame.mode))}


@pytest.mark.parametrize(
    ("text", "kind", "mode"),
    [
        ("The senator chastised the harbour ministry over the delay.", "ACCUSE", "disapprove"),
        ("The tax on salt earned the mayor the scorn of the fishermen.", "ACCUSE", "disapprove"),
        ("Detectives quizzed the treasurer for six hours.", "ACCUSE", "investigate"),
        ("Benin and Togo clinched a settlement on the lagoon.", "AGREE", None),
        ("Oslo and Riga resolved their quarrel over herring.", "AGREE", None),
        ("The junta reversed course on the salt tax.", "CONCEDE", None),
        ("The ministry acknowledged errors in the count.", "CONCEDE", None),
        ("It was a u-turn by the premier.", "CONCEDE", None),
        ("The premier had lunch with the Fijian president.", "CONSULT", "meet"),
        ("Minister Ana Holt called her Danish counterpart on Friday.", "CONSULT", "phone"),
        ("Elders implored the captors to spare the driver.", "REQUEST", None),
        ("Malta applied to join the fisheries pact.", "REQUEST", None),
        ("The governor wrote to the ministry, asking for tents.", "REQUEST", None),
        ("Chad rubbished the findings of the panel.", "REJECT", None),
        ("Bolivia dismissed the map as a forgery.", "REJECT", None),
        ("Kuwait endorsed the roadmap of the mediators.", "SUPPORT", None),
        ("The rebels will regret the raid, the colonel said.", "THREATEN", None),
        ("The bloc gave the mutineers two days to free the minister.", "THREATEN", None),
        ("Peru forbade its officials to attend the fair.", "DECIDE", "forbid"),
        ("Mexico announced a moratorium on shark fishing.", "DECIDE", "forbid"),
        ("The salt bill sailed through the senate.", "DECIDE", "approve"),
        ("The assembly adopted a text on lost vessels.", "DECIDE", "approve"),
        ("The king promised to rebuild the clinic.", "DECIDE", "pledge"),
        ("The abolition of the salt tax pleased Bamako.", "DECIDE", "lift"),
        ("On the orders of the governor, the bridge was closed.", "DECIDE", "order"),
        ("The emir tasked a retired admiral with the count.", "DECIDE", "order"),
        ("The new president took office on Monday.", "DECIDE", "appoint"),
        ("The chief justice suspended three magistrates.", "DECIDE", "dismiss"),
        ("Ghana nationalised the salt works.", "DECIDE", None),
        ("Fiji and Samoa abstained from the vote.", "DECIDE", None),
    ],
)
def test_it_is_read(codebook: Codebook, text: str, kind: str, mode: str | None) -> None:
    assert (kind, mode) in kinds(text, codebook)


@pytest.mark.parametrize(
    "text",
    [
        "The chef roasted the lamb with garlic.",
        "The nail was hammered into the beam.",
        "The roof buckled under the snow.",
        "He folded the napkin and left.",
        "She changed her mind and took the tram.",
        "The waiter brought our order.",
        "Her order of books arrived.",
        "The couple talked to the neighbours.",
        "He regretted the purchase of the boat.",
        "The teacher gave the pupils a week to read the book.",
        "The cake passed the test.",
        "The customs officer had never taken office space.",
        "Since he took office, the mayor has grown a beard.",
        "The doctor ruled out a stroke.",
        "The army defended the town with mortars.",
        "The patient abstained from meat.",
        "The shop has no salt, said no customer ever.",
    ],
)
def test_it_is_not(codebook: Codebook, text: str) -> None:
    assert not kinds(text, codebook)


def events(text: str) -> list[tuple[str | None, list[str]]]:
    import sayso

    return [(event.type, [side.text for side in event.actors]) for event in sayso.read(text).events]


def test_who_abstains_is_no_voter_for_it() -> None:
    found = events("The resolution was adopted by 11 votes, with Fiji and Samoa abstaining.")
    assert [sides for kind, sides in found if kind == "DECIDE" and sides] == [["Fiji", "Samoa"]]


def test_a_body_that_is_told_something_is_no_news() -> None:
    assert "ACCUSE" not in {kind for kind, _ in events("A porter told the inquiry on Monday that guards had slept.")}
    assert "ACCUSE" in {kind for kind, _ in events("The ministry opened an inquiry into the fire.")}


@pytest.mark.parametrize(
    ("text", "noun", "kind"),
    [
        ("The party's opposition to the bill hardened.", "opposition", "REJECT"),
        ("Pressure on the premier to resign grew.", "Pressure", "REQUEST"),
        ("They renewed their call for a boycott.", "call", "REQUEST"),
        ("The troops came at the request of the king.", "request", "REQUEST"),
    ],
)
def test_the_noun_of_a_phrase_with_a_preposition_tells_the_act(
    text: str, noun: str, kind: str, codebook: Codebook
) -> None:
    from sayso.digest.language import load_language

    heads = {t.head.text: t.frame.type for t in find_triggers(load_language()(text), codebook)}
    assert heads.get(noun) == kind
