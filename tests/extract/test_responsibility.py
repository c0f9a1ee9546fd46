"""Who is said to have done it, on whose word: ways of saying it, and what looks like one."""

from __future__ import annotations

import pytest

from sayso.model import Reading, Report
from sayso.pipeline import read

pytestmark = pytest.mark.model

Said = tuple[str, str | None, str | None]


def reading(text: str) -> Reading:
    (found,) = read([Report(id="r", text=text, published="2026-05-08")])
    return found


def said(found: Reading) -> list[Said]:
    """(stance, party, who says so) of every record."""
    return [
        (one.stance, one.party and one.party.text, one.according_to[-1].text if one.according_to else None)
        for one in found.responsibilities
    ]


RAID = "Gunmen raided a mill near Sarn on Monday and killed two bakers. "


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("The reeve blamed the Mill Front for the raid.", ("blamed", "Mill Front", "The reeve")),
        ("The reeve blamed the raid on the Mill Front.", ("blamed", "Mill Front", "The reeve")),
        ("The raid was blamed on deserters.", ("blamed", "deserters", None)),
        ("The abbot attributed the killings to the guild.", ("blamed", "guild", "The abbot")),
        ("The abbot accused the guild of carrying out the raid.", ("blamed", "guild", "The abbot")),
        ("The abbot held the guild responsible for the deaths.", ("blamed", "guild", "The abbot")),
        ("The guild was behind the raid, the abbot said.", ("blamed", "guild", "the abbot")),
        ("The abbot said the raid was the work of the guild.", ("blamed", "guild", "The abbot")),
        ("The abbot said that deserters had carried out the raid.", ("blamed", "deserters", "The abbot")),
        ("Survivors said that deserters had done it.", ("blamed", "deserters", "Survivors")),
        ("Officials laid the blame at the door of the guild.", ("blamed", "guild", "Officials")),
        ("A clerk has been charged with the murders.", ("blamed", "clerk", None)),
        ("The court found two carters guilty of the murders.", ("blamed", "carters", "The court")),
        ("Constables said that they suspected a carter.", ("suspected", "carter", "Constables")),
        ("Suspicion fell on the guild.", ("suspected", "guild", None)),
        ("The guild was probably behind the raid, the abbot said.", ("suspected", "guild", "the abbot")),
        ("Two men were arrested on suspicion of planning the raid.", ("suspected", "men", None)),
        ("The raid bears the hallmarks of the Mill Front.", ("suspected", "Mill Front", None)),
        ("The Mill Front claimed responsibility for the raid.", ("claims", "Mill Front", "Mill Front")),
        ("The Mill Front claimed responsibility.", ("claims", "Mill Front", "Mill Front")),
        ("A group called the Reed Army claimed responsibility.", ("claims", "Reed Army", "Reed Army")),
        ("A claim of responsibility came from the Mill Front.", ("claims", "Mill Front", "Mill Front")),
        ("The Mill Front said that its men had raided the mill.", ("claims", "its men", "Mill Front")),
        ("The Mill Front denied any involvement.", ("denies", "Mill Front", "Mill Front")),
        ("The Mill Front said it had nothing to do with the raid.", ("denies", "it", "Mill Front")),
        ("The Mill Front denied that its men had raided the mill.", ("denies", "its men", "Mill Front")),
        ("The abbot ruled out the involvement of the guild.", ("cleared", "guild", "The abbot")),
        ("The abbot denied that the guild had carried out the raid.", ("cleared", "guild", "The abbot")),
        ("The court found a carter not guilty of the murders.", ("cleared", "carter", "The court")),
        ("Prosecutors dropped all charges against a carter over the raid.", ("cleared", "carter", "Prosecutors")),
        ("Nothing ties the guild to the raid.", ("cleared", "guild", None)),
        ("The guild was wrongly accused of the raid.", ("cleared", "guild", None)),
        ("A carter pleaded not guilty to the murders.", ("denies", "carter", "carter")),
        ("The abbot dismissed suggestions that he was to blame.", ("denies", "abbot", "abbot")),
        ("Not a single group has boasted of the raid.", ("unclaimed", None, None)),
        ("No group has claimed responsibility.", ("unclaimed", None, None)),
        ("There was no immediate claim of responsibility.", ("unclaimed", None, None)),
        ("Nobody has said that they were behind the raid.", ("unclaimed", None, None)),
    ],
)
def test_ways_of_saying_who_did_it(words: str, expected: Said) -> None:
    found = reading(RAID + words)
    stance, party, by = expected
    told = [(s, p or "", b or "") for s, p, b in said(found)]
    assert any(s == stance and (party or "") in p and (by or "") in b and bool(by) == bool(b) for s, p, b in told), told
    raid = next(one for one in found.responsibilities if one.stance == stance)
    assert raid.event == found.events[0].id
    assert all(one.cue.text for one in found.responsibilities)


@pytest.mark.parametrize(
    "words",
    [
        "The guild blamed the reeve for the price of bread.",
        "The reeve is responsible for the town's wells.",
        "Ida claimed the seat of her late uncle.",
        "The abbot denied that he would leave.",
        "It is not known who was behind the raid.",
        "A doctor believes that one of the bakers died on Tuesday.",
        "The guild is linked to the bankruptcy of a dairy.",
        "The reeve wants to blame the guild for the raid.",
        "A carter was convicted of a minor charge.",
        "Ida admitted that she had not seen the raid.",
        "Her family hopes to find the person who raided it.",
        "If the guild was behind the raid, it will be banned.",
        "The reeve did not blame anybody for the raid.",
        "Was the guild behind the raid?",
        "The front will claim responsibility, the abbot fears.",
    ],
)
def test_look_alikes(words: str) -> None:
    assert said(reading(RAID + words)) == []


def test_suspected_doers_are_not_sure_to_have_done_it() -> None:
    assert said(reading("Suspected deserters raided a mill near Sarn on Monday.")) == [
        ("suspected", "Suspected deserters", None)
    ]


def test_men_of_whom_nothing_else_is_said_are_whom_they_are_believed_to_be() -> None:
    assert said(reading("A mill was raided on Monday by men believed to be members of the Mill Front."))[0][:2] == (
        "suspected",
        "members of the Mill Front",
    )


def test_what_is_told_on_nobodys_word_but_the_accusers_stands_on_his() -> None:
    found = reading(
        "A mill burned down near Sarn. The reeve attributed the killing of a baker there to the Mill Front."
    )
    told = [e for e in found.events if e.trigger.text == "killing"]
    assert [[link.text for link in e.according_to] for e in told] == [["The reeve"]]


def test_a_record_without_a_deed_that_the_report_tells_keeps_its_word() -> None:
    (one,) = reading("A carter has been charged over the arson.").responsibilities
    assert (one.event, one.deed and one.deed.text) == (None, "arson")
