"""What a statement does, to whom, and for or against whom: by its verb, and by the words that a plain "said" holds."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sayso.model import Reading, Statement

Read = Callable[..., Reading]

pytestmark = pytest.mark.model


def said(read: Read, text: str) -> Statement:
    return read(text).statements[0]


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("“Leave the mill,” the reeve told the carters.", "demand"),
        ("“Do not open the gate,” the reeve said.", "demand"),
        ("“Let me note that the gate is old,” the reeve said.", "assert"),
        ("“We are grateful to the masons,” the reeve said.", "praise"),
        ("“We condemn the raid on the mill,” the reeve said.", "criticize"),
        ("The miller said the khan's men had violated the truce.", "accuse"),
        ("The miller said the khan's men had committed atrocities.", "accuse"),
        ("The miller said the khan's men were responsible for the raid.", "accuse"),
        ("The miller said the reeve was responsible for the granary.", "assert"),
        ("“The vote is a sham,” the miller said.", "criticize"),
        ("“The vote could be a failure,” the miller said.", "assert"),
        ("The miller called the vote a sham.", "criticize"),
        ("“The truce is a triumph,” the miller said.", "praise"),
        ("“If they cross the river, we will shoot,” the reeve said.", "threaten"),
        ("The two guilds agreed on Monday to reopen the mill.", "promise"),
        ("The guild declined to comment.", "assert"),
        ("The guild questioned whether the mill was safe.", "ask"),
        ("The reeve said it would be wise for the guild to close the mill.", "assert"),
        ("The reeve said the carters must leave the mill.", "demand"),
        ("“We must stop the raids,” the reeve said.", "demand"),
        ("“It must leave the valley,” the reeve said of the guild.", "demand"),
        ("“It must be noted that the mill is old,” the reeve said.", "assert"),
        ("“We should note that the mill is old,” the reeve said.", "assert"),
        ("The miller said the reeve should not have opened the gate.", "criticize"),
        ("“They will give the keys to the judge,” said Ida Holm.", "predict"),
        ("The reeve sent the carters a letter, asking them not to march.", "demand"),
        ("The guild refused to comment on the fire.", "assert"),
        ("Otto Amsel ran the guild. Ida Holm said he would ruin the mill.", "predict"),
        ("Ida Holm said she would leave the league.", "promise"),
        ("The miller pleaded not guilty to the charges.", "deny"),
        ("The reeve said that she would have made a different choice.", "assert"),
        ("The clerks allege that the miller forged the ledger.", "accuse"),
        ("The miller said the raiders had looted the granary.", "accuse"),
        ("The miller said the granary was looted at night.", "assert"),
        ("The miller said a crowd had looted the granary.", "assert"),
        ("The lawsuit says the mayor forged the ledger.", "accuse"),
        ("The lawsuit says the fire destroyed the ledger.", "assert"),
        ("The miller said the mayor had ignored the flood.", "criticize"),
        ("The miller said he had ignored the letter.", "assert"),
        ("The miller said the council failed to protect the carters.", "criticize"),
        ("The miller said the council failed to qualify for the race.", "assert"),
        ("The miller said the pump failed to stop.", "assert"),
        ("“The council has shown no respect for the carters,” the miller said.", "criticize"),
        ("“The mayor is not fit to run the guild,” the miller said.", "criticize"),
        ("“The cart is not fit for the road,” the miller said.", "assert"),
        ("The reeve said the rumour was false.", "deny"),
        ("The reeve said the coin was false.", "assert"),
        ("“There is no truth in the tale,” the reeve said.", "deny"),
        ("“There is no water in the mill,” the reeve said.", "assert"),
        ("“We had nothing to do with the fire,” the reeve said.", "deny"),
        ("The reeve said she was grateful for the bread.", "praise"),
        ("“I would like to thank the carters,” the reeve said.", "praise"),
        ("“I want to leave the guild,” the reeve said.", "assert"),
        ("“You are welcome in our valley,” the reeve told the carters.", "promise"),
        ("“You will regret this,” the reeve told the carters.", "threaten"),
        ("“You will pay for that,” the reeve told the carters.", "threaten"),
        ("“You will pay nine coins for the bread,” the reeve told the carters.", "predict"),
        ("“You will never leave the valley,” the reeve told the carters.", "threaten"),
        ("“Anyone who helps the raiders will be executed,” the reeve said.", "threaten"),
        ("“Those who arrive late will be seated at the back,” the reeve said.", "predict"),
    ],
)
def test_act(read: Read, text: str, act: str) -> None:
    assert said(read, text).act == act


@pytest.mark.parametrize(
    ("text", "hearer"),
    [
        ("In a letter to the guild, the reeve said the mill was shut.", "guild"),
        ("President Okot conveyed his condolences to Ida Holm.", "Ida Holm"),
        ("The league called on Rudolf Amsel to leave the city.", "Rudolf Amsel"),
        ("The reeve called for Rudolf Amsel to leave.", "Rudolf Amsel"),
        ("Rudolf Amsel was accused of burning the mill.", "Rudolf Amsel"),
        ("The reeve ordered the carters to be freed.", None),
    ],
)
def test_hearer(read: Read, text: str, hearer: str | None) -> None:
    reading = read(text)
    names = {entity.id: entity.name for entity in reading.entities}
    assert names.get(reading.statements[0].addressee or "") == hearer


def test_stance(read: Read) -> None:
    assert [
        (one.target, one.polarity) for one in said(read, "Governor Ida Holm described the vote as a sham.").stance
    ] == [("the vote", "against")]
    assert [one.target for one in said(read, "The league called on Rudolf Amsel to leave the city.").stance] == [
        "to leave the city"
    ]
    assert said(read, "Governor Ida Holm declined to comment on the raid.").stance == ()
    (guarded,) = said(read, "The mayor cautiously welcomed the plan.").stance
    assert guarded.polarity == "mixed"
