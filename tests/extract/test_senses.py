"""Words of acts in another sense, and acts in words that are often of something else."""

from __future__ import annotations

import pytest

from tests.extract.test_events import reading

pytestmark = pytest.mark.model


def types(text: str) -> set[str]:
    return {event.type for event in reading(text).events if event.type is not None}


CAMPAIGN = "The candidate won the primary. He hopes for the nomination. "


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("She spoke of the budget, as opposed to the harvest.", "REJECT"),
        ("The governor, who put the toll at nine, left Gao.", "DECIDE"),
        ("An official who asked not to be named said that the road was open.", "DECIDE"),
        ("The patrol said it would reinforce its posts along the river.", "THREATEN"),
        ("They take the vote of the valley for granted.", "DECIDE"),
        ("The envoy started backing up, a guard said.", "SUPPORT"),
        ("Most provinces that will hold a vote March 1 are poor.", "PROTEST"),
        ("The envoy must not have written the letter, the spokesman said.", "REQUEST"),
        ("The mayor wants to call out the governor on this.", "REQUEST"),
        ("Bill Okello voted for Mark Auma.", "DECIDE"),
        ("Dominating the conversation wins no votes.", "CONSULT"),
        (CAMPAIGN + "He held a rally in Gao on Saturday.", "PROTEST"),
        ("Aggression must not be rewarded, the president said.", "ASSAULT"),
        ("Rebels attacked a base in May. The rules date from the time of the cold war.", "CONTROL"),
        ("A woman was hit by a drunken motorist on Friday.", "ASSAULT"),
        ("The mayor shot himself in the park.", "ASSAULT"),
        ("The rocket launches the cargo of a spacecraft.", "ASSAULT"),
        ("A clerk was struck by a car.", "PROTEST"),
        ("Two women were walking out of a store.", "PROTEST"),
        ("The survey was released on Monday by the firm.", "RETREAT"),
        ("Let's not go back to that, he said.", "RETREAT"),
        ("She was said to have captured a majority of them.", "COERCE"),
        ("The mayor ran in the primary for the senate.", "COERCE"),
        ("The climber has fallen to his death in Mali.", "CONTROL"),
        ("She took positions on taxes that the union likes.", "CONTROL"),
        ("The candidate closed in on the delegates that he needs.", "MOBILIZE"),
        ("We are better equipped to counter the plague.", "AID"),
        ("The gun was sent to a lab in Kalu.", "AID"),
        ("The regent let the clerk go from the mill. The cook had been let go from the mill.", "AID"),
        ("Officials who declined to be named praised the king.", "DECIDE"),
        ("The fleet held large-scale exercises off Oran and Kalu.", "COOPERATE"),
        ("The council held an exercise in thrift and patience.", "COOPERATE"),
        ("The bank ended a policy meeting on Friday.", "SANCTION"),
        ("The rule was issued before the governor left office.", "RETREAT"),
        ("A clerk, who asked not to be named, praised the king.", "REQUEST"),
        ("The envoy told a regular briefing that rain was near.", "CONSULT"),
        ("The guild wrote in a briefing published on Monday that rain was near.", "CONSULT"),
    ],
)
def test_another_sense_is_no_act(text: str, kind: str) -> None:
    assert kind not in types(text)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The minister was opposed to the dam.", "REJECT"),
        ("The mine was granted to the clan by the minister.", "DECIDE"),
        ("The union is backing the governor.", "SUPPORT"),
        ("Protesters will hold a march on Monday.", "PROTEST"),
        ("The envoy must leave the town, the spokesman said.", "REQUEST"),
        ("The mayor called on the governor to resign.", "REQUEST"),
        ("The minister had a conversation with the envoy.", "CONSULT"),
        ("The envoy met the king. The conversation lasted an hour.", "CONSULT"),
        ("The discussion focused on drones for the navy.", "CONSULT"),
        (CAMPAIGN + "The union held a rally against the pay cut on Saturday.", "PROTEST"),
        ("Teachers held a rally in Gao on Saturday.", "PROTEST"),
        ("The aggression against Chad was condemned.", "ASSAULT"),
        ("The delegation walked out of the talks.", "SANCTION"),
        ("Prices rose after the war in Mali.", "ASSAULT"),
        ("The envoys condemned Chad's war of choice against the people of Mali.", "ASSAULT"),
        ("They defend their freedom against Chadian aggression.", "ASSAULT"),
        ("In that time, Chad has won the battle of Bamako and saved its towns.", "ASSAULT"),
        ("The man came in and began shooting.", "ASSAULT"),
        ("Miners walked out on Monday over pay.", "PROTEST"),
        ("The rebels released nine hostages.", "RETREAT"),
        ("Police captured nine of the rebels.", "COERCE"),
        ("The navy captured two boats.", "COERCE"),
        ("The man is in police custody.", "COERCE"),
        ("Kalu fell to the rebels.", "CONTROL"),
        ("Rebels captured positions near the town.", "CONTROL"),
        ("The minister announced a surge in security assistance for Mali.", "AID"),
        ("Mali promised 25 million dollars in aid.", "AID"),
        ("The children were sexually abused.", "ASSAULT"),
        ("Sara Okello reported to the president on the harvest.", "CONSULT"),
        ("The participants in the talks discussed the relations of Chad and Mali.", "CONSULT"),
        ("The pipeline was discussed at the meeting.", "CONSULT"),
        ("The two presidents agreed to maintain contact.", "CONSULT"),
        ("Chad acted in close coordination with its partners.", "COOPERATE"),
        ("Mali has invested $9 million in the economy of Chad.", "COOPERATE"),
        ("The clerk had been let go from the mill.", "DECIDE"),
        ("The fleet held large-scale exercises off Oran and Kalu.", "MOBILIZE"),
        ("Chad held exercises with Mali.", "COOPERATE"),
        ("Chad ended its support for the rebels.", "SANCTION"),
        ("The governor left office after protests.", "RETREAT"),
    ],
)
def test_the_same_words_of_an_act(text: str, kind: str) -> None:
    assert kind in types(text)


def test_harm_by_a_quake_told_some_sentences_before_is_no_assault() -> None:
    text = "A quake hit Gao. Walls fell. The mayor spoke. Nine people were killed, he said."
    assert "ASSAULT" not in types(text)
    joined = "Ten people were killed and at least 50 injured when an earthquake hit Gao."
    assert "ASSAULT" not in types(joined)
    assert "ASSAULT" in types("A quake hit Gao. Gunmen stormed a bank. Nine people were killed, he said.")


def test_the_cold_war_is_not_the_war_told_before() -> None:
    told = [
        event
        for event in reading("Chad invaded Mali. At the height of the cold war the sides met.").events
        if event.type
    ]
    assert not [event for event in told if event.trigger.text.endswith("war")]
    again = [
        event for event in reading("Chad invaded Mali. The king called for an end of this war.").events if event.type
    ]
    assert [event for event in again if event.trigger.text == "war"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Col. Bill Okello commands the garrison in Gao.", "DECIDE"),
        ("The premier cut short a trip to Oslo after the quake.", "SANCTION"),
        ("Soldiers guard the concession where the miners dig.", "CONCEDE"),
        ("An envoy briefed on the call said they had not agreed.", "REQUEST"),
    ],
)
def test_no_act_of_that_type(text: str, kind: str) -> None:
    assert kind not in types(text)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The colonel commanded his men to shell the town.", "DECIDE"),
        ("The junta named Bill Okello as governor of the north.", "DECIDE"),
        ("The two sides exchanged proposals in Oslo.", "CONSULT"),
        ("The authorities shut the market.", "COERCE"),
        ("Kenya sent a company of marines to Gao.", "MOBILIZE"),
        ("The army reinforced its base on the border.", "MOBILIZE"),
        ("The ministry called the allegations baseless.", "REJECT"),
        ("The rebels described the report as a fabrication.", "REJECT"),
    ],
)
def test_an_act_of_that_type(text: str, kind: str) -> None:
    assert kind in types(text)


def test_a_mine_that_is_dug_is_no_weapon() -> None:
    dug, laid = (
        next(e for e in reading(text).events if e.type == "ASSAULT")
        for text in ("Gunmen raided a tin mine near Gao.", "A lorry hit a mine near Gao, killing two.")
    )
    assert [r.text for r in dug.recipients] == ["a tin mine"]
    assert (dug.mode, dug.instruments) == (None, ())
    assert (laid.mode, [i.text for i in laid.instruments]) == ("mine", ["a mine"])
