"""Everyday words for what states, bodies and armed people do to one another, with who does it to whom; look-alikes."""

from __future__ import annotations

import pytest

import sayso
from sayso.model import Event, Participant

pytestmark = pytest.mark.model


def events(text: str) -> list[Event]:
    return [e for e in sayso.read(text, published="2026-05-04").events if e.type is not None]


def texts(group: tuple[Participant, ...]) -> list[str]:
    return [p.text.removeprefix("the ").removeprefix("The ") for p in group]


@pytest.mark.parametrize(
    ("text", "type_", "actors", "recipients"),
    [
        ("Togo offered two helicopters to the mission.", "AGREE", ["Togo"], ["mission"]),
        ("The two neighbours renewed their pact.", "AGREE", ["two neighbours"], []),
        ("Togo gave Benin 30 lorries.", "AID", ["Togo"], ["Benin"]),
        ("The charity provided 900 families with tents.", "AID", ["charity"], ["900 families"]),
        ("The charity delivered serum to the clinic.", "AID", ["charity"], ["clinic"]),
        ("The island hosts 4,000 refugees.", "AID", ["island"], ["4,000 refugees"]),
        ("The general promised to hit back.", "THREATEN", ["general"], []),
        ("Soldiers stopped three lorries at a checkpoint.", "COERCE", ["Soldiers"], ["lorries"]),
        ("Guards removed a heckler from the hall.", "COERCE", ["Guards"], ["a heckler"]),
        ("Gangsters extorted bakers in Lome.", "COERCE", ["Gangsters"], ["bakers"]),
        ("Robbers stormed the bank, seizing two rifles.", "COERCE", ["Robbers"], ["two rifles"]),
        ("The charity pulled its nurses out, withdrew its staff from the district.", "RETREAT", ["charity"], []),
        ("Nine fighters turned themselves in.", "RETREAT", ["Nine fighters"], []),
        ("The king is due in Lome on Friday.", "CONSULT", ["king"], ["Lome"]),
        ("The king is expected in Lome on Friday.", "CONSULT", ["king"], ["Lome"]),
        ("The bishop intervened with the prefect.", "CONSULT", ["bishop"], ["prefect"]),
        ("The bishop wrote to the governor.", "CONSULT", ["bishop"], ["governor"]),
        ("The union has suspended budget support to Togo.", "SANCTION", ["union"], ["Togo"]),
        ("The judge adjourned the case.", "DECIDE", ["judge"], []),
        ("A patrol boat rammed a trawler.", "ASSAULT", ["A patrol boat"], ["a trawler"]),
        ("The envoy described the law as slavery.", "ACCUSE", ["envoy"], ["law"]),
        ("Togo protested to the embassy of Benin.", "ACCUSE", ["Togo"], ["embassy of Benin"]),
        ("Benin condemned the launches of ballistic missiles by Togo.", "MOBILIZE", ["Togo"], []),
        ("Togo brought the army back to the port.", "MOBILIZE", ["Togo"], []),
        ("The minister comforted the widows.", "SUPPORT", ["minister"], ["widows"]),
        ("The council sacked the prefect, whom it accused of sympathy with rebels.", "ACCUSE", ["it"], ["prefect"]),
    ],
)
def test_who_does_it_to_whom(text: str, type_: str, actors: list[str], recipients: list[str]) -> None:
    found = [e for e in events(text) if e.type == type_]
    assert found, [(e.type, e.trigger.text) for e in events(text)]
    assert any((texts(e.actors), texts(e.recipients)) == (actors, recipients) for e in found), [
        (texts(e.actors), texts(e.recipients)) for e in found
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The hotel offered guests a shuttle to the port.",
        "The prize jury gave the winner a car.",
        "The caterer provided the guests with cake.",
        "The coach vowed to hit back after the defeat.",
        "The driver stopped the bus at the lights.",
        "A storm cut off power to the village.",
        "The verdict is due in May.",
        "A reader wrote to the newspaper.",
        "The airline suspended flights because of fog.",
        "A lorry rammed a bridge by accident.",
        "The bank honoured the cheque.",
        "The firm hired cooks to meet the shortage.",
        "Technology threatens to change the trade.",
    ],
)
def test_everyday_life_tells_none(text: str) -> None:
    assert not [(e.type, e.trigger.text) for e in events(text)]


@pytest.mark.parametrize(
    ("text", "word", "recipients"),
    [
        ("The union threatened those who block the road.", "threatened", ["those who block the road"]),
        ("The king met those accused of the raid.", "met", ["those accused of the raid"]),
        ("The court jailed one of the herders.", "jailed", ["one of the herders"]),
        ("Two of them were charged with murder.", "charged", ["Two of them"]),
        ("They freed a herder and moved those of steel.", "freed", ["a herder"]),
    ],
)
def test_some_of_them_and_those_who(text: str, word: str, recipients: list[str]) -> None:
    (event,) = (e for e in events(text) if e.trigger.text.startswith(word))
    assert texts(event.recipients) == recipients


def test_who_goes_along_and_who_does_not_sign() -> None:
    (visit,) = (e for e in events("The minister toured the camp with the premier.") if e.type == "CONSULT")
    assert texts(visit.actors) == ["minister", "premier"]
    (signing,) = (
        e for e in events("The pact was signed by Togo and the front but not by Benin.") if e.type == "SUPPORT"
    )
    assert texts(signing.actors) == ["Togo", "front"]


def test_an_offer_to_host_is_of_who_is_named_before_it() -> None:
    found = [e for e in events("The rebels rejected a Kenyan offer to host a summit.") if e.type == "CONSULT"]
    assert [texts(e.actors) for e in found] == [["Kenyan"]]


def test_who_is_led_away_has_not_been_hit_by_who_leads() -> None:
    (slap,) = (e for e in events("A widow slapped a suspect and was removed by ushers.") if e.type == "ASSAULT")
    assert texts(slap.actors) == ["A widow"]
