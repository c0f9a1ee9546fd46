"""Which type a deed has that several words may tell, and one deed that two words of a sentence tell."""

from __future__ import annotations

import pytest

from sayso.model import Event
from tests.extract.test_events import reading

pytestmark = pytest.mark.model


def coded(text: str) -> list[Event]:
    return [event for event in reading(text).events if event.type is not None]


def told(text: str) -> list[tuple[str | None, str | None]]:
    return [(event.type, event.mode) for event in coded(text)]


@pytest.mark.parametrize(
    ("text", "kind", "mode"),
    [
        ("The governor was attacked on his way to the mosque.", "ASSAULT", None),
        ("The warders said that they had been attacked.", "ASSAULT", None),
        ("The governor was attacked over the new levy.", "ACCUSE", "disapprove"),
        ("The abbot was attacked for his sermon.", "ACCUSE", "disapprove"),
        ("The regent was attacked by critics of the deal.", "ACCUSE", "disapprove"),
        ("The abbot attacked the governor over the levy.", "ACCUSE", "disapprove"),
        ("Togo joined the union in 2019.", "AGREE", None),
        ("Chad became a full member of the league on Monday.", "AGREE", None),
        ("Chad was admitted to the league on Monday.", "AGREE", None),
        ("The regent marked Chad's entry into the bloc.", "AGREE", None),
        ("A court in Lome ordered the mining ministry to pay four million francs to the villagers.", "DECIDE", "order"),
        ("The judge ordered the smuggler to pay a fine.", "SANCTION", "convict"),
        ("The ban on night fishing was held in abeyance.", "DECIDE", "lift"),
        ("Lawmakers shelved a plan for a second pipeline.", "DECIDE", None),
        ("Burundi froze trade with Rwanda in June.", "SANCTION", "discontinue"),
        ("Burundi remains unwavering in its backing for the premier.", "SUPPORT", None),
        ("The emir said that his navy would use force if the tanker sailed on.", "THREATEN", "violence"),
        ("The group's gunmen control the wells of Talgo.", "CONTROL", "hold"),
        ("Miners prevented trucks from leaving the depot.", "PROTEST", "obstruct"),
        ("Police prevented the bus from leaving Gao.", "COERCE", "restrict"),
        ("Pupils laid a black wreath at the door of the embassy.", "PROTEST", "demo"),
        ("The envoy laid a wreath at the memorial.", "SUPPORT", None),
        ("Looters set light to a granary.", "ASSAULT", "primitive"),
        ("Two burglars made off with gold from a shop in Oran.", "ASSAULT", "primitive"),
        ("It was the third heist in Oran in a week.", "ASSAULT", None),
        ("Riot police drove them out of the square.", "COERCE", "restrict"),
        ("The cabinet proclaimed a state of alert in the north.", "COERCE", "martial-law"),
        ("Dozens of arrests have been made along the coast.", "COERCE", "arrest"),
        ("Togo stands ready to mediate.", "AGREE", None),
        ("An inquiry is under way.", "ACCUSE", "investigate"),
        ("The aim is to defeat al-Qaeda.", "ASSAULT", None),
        ("Their campaign to crush the insurgency began in May.", "ASSAULT", None),
    ],
)
def test_a_deed_has_the_type_that_its_words_tell(text: str, kind: str, mode: str | None) -> None:
    assert (kind, mode) in told(text)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("She joined the bank in 2002.", "AGREE"),
        ("A nurse joined the union.", "AGREE"),
        ("The envoys agreed that there will be work to do.", "AGREE"),
        ("The emir said that no guards would leave the fort.", "AGREE"),
        ("A raid, as the ministry defines it, means any landing by night.", "ASSAULT"),
        ("Such a law is an attack on the press.", "ASSAULT"),
        ("Shots in self-defence are not classified as an attack.", "ASSAULT"),
        ("The pilots flew attack, bomber and transport aircraft.", "ASSAULT"),
        ("A miller interviewed near the harbour said that she was tired.", "ACCUSE"),
        ("He said that they would not use force.", "THREATEN"),
        ("The council prevented the fire from spreading.", "PROTEST"),
        ("The charter bars ministers from trade.", "COERCE"),
        ("The new code forbids gatherings of more than ten people.", "COERCE"),
        ("Party statutes give the chair authority to call a session.", "DECIDE"),
        ("In line with the council's resolutions, they urged calm.", "DECIDE"),
        ("The regent supports the implementation of the ruling.", "DECIDE"),
        ("The bank is taking steps aimed at the crisis.", "ACCUSE"),
        ("She was held up as an example to the recruits.", "COERCE"),
        ("The club defeated Athletic United.", "ASSAULT"),
        ("Flights were grounded by a computer glitch.", "SANCTION"),
    ],
)
def test_words_that_tell_no_such_act(text: str, kind: str) -> None:
    assert kind not in {event.type for event in coded(text)}


@pytest.mark.parametrize(
    ("text", "kind", "number"),
    [
        ("The strikes destroyed two arms depots and damaged a bridge near Gao.", "ASSAULT", 1),
        ("Rebels shelled a market, destroying nine stalls.", "ASSAULT", 1),
        ("The bullet that killed the abbot was fired from a roof.", "ASSAULT", 1),
        ("The bus was hit by rockets fired from a boat.", "ASSAULT", 1),
        ("They burned flags to protest the verdict.", "PROTEST", 1),
        ("Dockers rallied in a demonstration against the levy.", "PROTEST", 1),
        ("The premier flew to visit the garrison.", "CONSULT", 1),
        ("Soldiers beheaded a nun and burned a mill.", "ASSAULT", 2),
        ("Nine people were killed and 40 wounded in Gao.", "ASSAULT", 1),
        ("Rebels killed a mayor on Monday and wounded a judge on Friday.", "ASSAULT", 2),
        ("The council adopted a resolution on Monday.", "DECIDE", 1),
        ("The emir issued a decree on the wells.", "DECIDE", 1),
    ],
)
def test_one_deed_is_told_once(text: str, kind: str, number: int) -> None:
    assert [event.type for event in coded(text)].count(kind) == number


def test_what_a_deed_destroyed_has_suffered_it() -> None:
    deed = next(event for event in coded("The strikes destroyed two arms depots and damaged a bridge near Gao."))
    assert {p.text for p in deed.recipients} == {"arms depots", "a bridge"}


@pytest.mark.parametrize(
    ("text", "one"),
    [
        ("The emir met the premier in Lome, where the two discussed the canal.", True),
        ("The ministers held talks in Lome, where they discussed the canal.", True),
        ("The emir met the premier and discussed the canal with him.", True),
        ("The emir met the premier and spoke with the mayor of Gao.", False),
    ],
)
def test_what_is_discussed_at_a_talk_is_that_talk(text: str, one: bool) -> None:
    first, second = [event for event in coded(text) if event.type == "CONSULT"]
    assert (second.same_as == first.id) == one


@pytest.mark.parametrize(
    "text", ["We will reveal our secret, the king said.", "We will inform you of it, the king said."]
)
def test_what_one_will_only_say_is_no_pledge(text: str) -> None:
    assert ("DECIDE", "pledge") not in told(text)


def test_rape_in_general_is_no_deed() -> None:
    assert "ASSAULT" not in {
        event.type for event in coded("The law makes an exception when a pregnancy results from rape.")
    }


@pytest.mark.parametrize(
    ("text", "word", "kind"),
    [
        ("The premier promised to build a school near the site of the attack.", "promised", "DECIDE"),
        ("The premier promised to help the town rebuild after the attack.", "promised", "DECIDE"),
        ("The general promised to protect the town from attacks.", "promised", "DECIDE"),
        ("The premier promised to end the war.", "promised", "DECIDE"),
        ("The premier promised to back Mali in its fight against the rebels.", "promised", "DECIDE"),
        ("The army promised to shell the town.", "promised", "THREATEN"),
        ("The rebels vowed to fight on.", "vowed", "THREATEN"),
        ("The rebels threatened to respond with force.", "threatened", "THREATEN"),
        ("The rebels threatened to go to war.", "threatened", "THREATEN"),
        ("The minister vowed that the army would crush the rebels.", "vowed", "THREATEN"),
    ],
)
def test_a_promise_is_a_threat_by_what_is_to_be_done(text: str, word: str, kind: str) -> None:
    assert [e.type for e in reading(text).events if e.trigger.text == word] == [kind]


def test_force_is_what_is_used_and_nobody() -> None:
    (event,) = (e for e in reading("The general vowed to use force against the rebels.").events if e.type == "THREATEN")
    assert [p.text for p in event.recipients] == ["the rebels"]
    (event,) = (e for e in reading("The force attacked the rebels in Gao.").events if e.type == "ASSAULT")
    assert [p.text for p in event.actors] == ["The force"]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Bank employees are on strike.", ["PROTEST"]),
        ("Judges have been on strike since 3 November, and the minister called the strike illegal.", ["PROTEST"] * 2),
        ("The nurses' strike entered its third day. The minister said the strike was illegal.", ["PROTEST"] * 2),
        ("Jets hit Gao on Monday. Nine guards died in the strike.", ["ASSAULT"]),
    ],
)
def test_a_strike_is_of_workers_where_the_report_tells_of_theirs(text: str, kinds: list[str]) -> None:
    assert [e.type for e in reading(text).events if "strike" in e.trigger.text] == kinds


@pytest.mark.parametrize(
    ("text", "word", "kind"),
    [
        ("We commit to working together to promote health security.", "promote", None),
        ("The king promoted Colonel Diallo to the rank of general.", "promoted", "DECIDE"),
        ("We reaffirm our resolve to uphold international law.", "uphold", None),
        ("The court upheld the ban on the guild.", "upheld", "DECIDE"),
        ("The envoys said that the two states would strengthen peace and security in the world.", "strengthen", None),
        ("Police strengthened security at the airport on Friday.", "strengthened", "MOBILIZE"),
    ],
)
def test_what_communiques_promote_uphold_and_strengthen_is_no_deed(text: str, word: str, kind: str | None) -> None:
    assert [e.type for e in reading(text).events if e.trigger.text.split()[0] == word] == [kind]


@pytest.mark.parametrize(
    "text",
    [
        "Small firms play a role in advancing inclusive growth in the city.",
        "The allies are holding Togo and Benin to account.",
        "We thank the experts who are gathering evidence of war crimes in Chad.",
        "I will instruct the cabinet to work on the roads.",
    ],
)
def test_what_speeches_advance_hold_gather_and_instruct_is_no_conflict(text: str) -> None:
    assert {e.type for e in reading(text).events} & {"CONTROL", "PROTEST", "THREATEN", "ASSAULT"} == set()
