"""What became of an event, as the words around it have it."""

from __future__ import annotations

import pytest

from tests.extract.test_events import reading

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        ("An attack on the base is unlikely.", "attack", "possible"),
        ("Any attack on the base is to be met with force.", "attack", "possible"),
        ("The army said that it had not conducted any air strikes on the town.", "air strikes", "did_not_occur"),
        ("The navy did not take part in any fighting.", "fighting", "did_not_occur"),
        ("The mayor denied any attack on the school.", "attack", "did_not_occur"),
        ("The mayor denied that any attack had taken place at the school.", "attack", "did_not_occur"),
        ("The mayor denied that there had been any attack.", "attack", "did_not_occur"),
        ("Chad rejected the sanctions as an insult.", "sanctions", "occurred"),
        ("It is unlikely that the rebels will withdraw.", "withdraw", "possible"),
        ("The army has yet to withdraw from the town.", "withdraw", "did_not_occur"),
        ("The army asked for permission to strike the town.", "strike", "possible"),
        ("The mayor did not need to meet the envoy.", "meet", "possible"),
        ("The mayor does not need to resign.", "resign", "possible"),
        ("The law prohibits training of the militia.", "training", "did_not_occur"),
        ("A planned visit to Oslo was called off.", "visit", "did_not_occur"),
        ("The talks were postponed.", "talks", "planned"),
        ("The minister ruled out sending troops.", "sending", "did_not_occur"),
        ("Troops stood ready to enter the town.", "enter", "planned"),
        ("The two sides were on the verge of signing a deal.", "signing deal", "planned"),
        ("The plot to kill the king was uncovered.", "kill", "planned"),
        ("The unions called a strike for Friday.", "called strike", "planned"),
        ("It has always denied that torture was practised in its prisons.", "torture", "did_not_occur"),
        ("He was charged with ordering the shelling of a bakery in December 2012.", "shelling", "occurred"),
        ("The council, which is to visit Quito on Friday, has nine members.", "visit", "planned"),
        ("The siege of the fort by rebels is in its second year.", "siege", "ongoing"),
        ("Tanks pounded the old quarter for a third day.", "pounded", "ongoing"),
        ("Tanks pounded the old quarter for an hour.", "pounded", "occurred"),
        ("Clashes are under way in the town.", "Clashes", "ongoing"),
        ("The militia controls the port.", "controls", "ongoing"),
        ("Rebels held the bridge on Monday.", "held", "occurred"),
        ("Peru is at war with Chad.", "war", "ongoing"),
        ("Peru was at war with Chad.", "war", "occurred"),
        ("An assassination attempt on the mayor failed.", "assassination attempt", "attempted"),
        ("Chad is threatening to shut the border.", "threatening", "occurred"),
        ("The president stopped the talks.", "talks", "occurred"),
        ("The minister called the meeting useful.", "meeting", "occurred"),
        ("The bishop called the murder of the nurse a crime.", "murder", "occurred"),
        ("Togo denied any role in the attack on the mill.", "attack", "occurred"),
        ("A man will be charged with murder for the attacks of 2001.", "attacks", "occurred"),
        ("Norway vowed to retaliate for the raid.", "raid", "occurred"),
        ("The union may appeal the court's ruling.", "ruling", "occurred"),
        ("Togo refused to condemn the raid.", "raid", "occurred"),
        ("The court will hand down its ruling on Friday.", "ruling", "planned"),
        ("Norway wants to close its border after last Friday's attacks.", "attacks", "occurred"),
        ("The mayor plans to mark the anniversary of the bombing of a bakery.", "bombing", "occurred"),
        ("Chad plans a series of strikes on Gao.", "strikes", "planned"),
        ("Attacking the port would be a mistake, the envoy said.", "Attacking", "possible"),
        ("Rejecting the offer might cost lives, she said.", "Rejecting", "possible"),
        ("Rejecting the offer cost him the vote.", "Rejecting", "occurred"),
    ],
)
def test_status(text: str, trigger: str, status: str) -> None:
    found = {e.trigger.text: e.status for e in reading(text).events}
    assert found[trigger] == status


def test_what_others_hope_for_is_no_threat() -> None:
    types = [event.type for event in reading("She hopes that the court will overturn the conviction.").events]
    assert "THREATEN" not in types
    assert "THREATEN" in [event.type for event in reading("Chad said that it will strike the camps.").events]


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        ("The president submitted a proposal that the council approve the deal.", "approve", "possible"),
        ("The town is being shelled.", "shelled", "ongoing"),
        ("The visit will be completed with the signing of a joint statement.", "signing", "planned"),
        ("The parliament is expected to approve the law.", "approve", "planned"),
    ],
)
def test_what_is_proposed_goes_on_or_is_to_come_has_not_happened(text: str, trigger: str, status: str) -> None:
    found = {event.trigger.text: event.status for event in reading(text).events if event.type}
    assert found == {trigger: status}


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        ("The senate debated a resolution on the siege.", "resolution", "possible"),
        ("The senate tabled a resolution to approve the plan.", "resolution approve", "possible"),
        ("The senate passed a resolution to approve the plan.", "resolution approve", "occurred"),
        ("The two sides are working on an agreement.", "agreement", "possible"),
        ("They discussed the ceasefire that was signed last year.", "ceasefire", "occurred"),
        ("The treaty provides for the exchange of prisoners.", "exchange of prisoners", "possible"),
        ("The premier instructed the envoy to send aid to Lorn.", "send", "planned"),
        ("The curfew will end when the rebels leave the town.", "leave", "planned"),
        ("The guards will go once the rebels have surrendered.", "surrendered", "planned"),
        ("When a guard is killed, the whole town mourns.", "killed", "possible"),
        ("When the guard was killed, the whole town mourned.", "killed", "occurred"),
        ("There is no doubt that the rebels will withdraw.", "withdraw", "planned"),
        ("The fund will help the town to rebuild the mill and support its people.", "support", "planned"),
        ("The fund helped the town to rebuild the mill.", "helped", "occurred"),
    ],
)
def test_what_is_worked_on_instructed_or_told_of_any_day_has_not_happened(text: str, trigger: str, status: str) -> None:
    assert {e.status for e in reading(text).events if e.trigger.text == trigger} == {status}


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        ("The carter, accused of murdering two nuns, denied everything.", ["accused"]),
        ("A carter convicted of murdering two nuns was jailed.", []),
    ],
)
def test_a_deed_that_somebody_is_accused_of_is_not_on_the_outlets_own_word(text: str, chain: list[str]) -> None:
    (deed,) = (e for e in reading(text).events if e.trigger.text == "murdering")
    assert [link.text for link in deed.according_to] == chain


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("I would ask the ministry to prepare a draft.", "ask"),
        ("Let me once again express my appreciation to the nurses.", "express appreciation"),
        ("Allow me to convey our gratitude to the people of Chad.", "convey gratitude"),
        ("I would like to thank the nurses and to express my condolences to the families.", "express condolences"),
        ("We would like to urge both sides to hold talks.", "urge"),
        ("I want to once more condemn the raid.", "condemn"),
        ('"I want to appeal to the rebels to free the nuns," the bishop said.', "appeal to"),
    ],
)
def test_what_is_done_by_being_said_is_done_for_certain(text: str, trigger: str) -> None:
    (event,) = (e for e in reading(text).events if e.trigger.text == trigger)
    assert (event.status, event.certainty.degree) == ("occurred", "certain")


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        ("He would ask the ministry to prepare a draft.", "ask", "possible"),
        ("I would not ask the ministry to prepare a draft.", "ask", "did_not_occur"),
        ("I will ask the ministry to prepare a draft.", "ask", "planned"),
        ("I would ask the mayor to resign if the council met today.", "ask", "possible"),
        ("I would like to meet the president.", "meet", "possible"),
    ],
)
def test_what_others_would_say_or_a_speaker_will_do_is_not_done(text: str, trigger: str, status: str) -> None:
    assert {e.status for e in reading(text).events if e.trigger.text == trigger} == {status}


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        ("They continue to reject terror and condemned the raid.", "condemned", "occurred"),
        ("She wants to help the town and sent blankets.", "sent", "occurred"),
        ("The army plans to leave the town and attack the port.", "attack", "planned"),
        ("The council is to vote on Friday on the sanctions.", "vote on", "planned"),
        ("The two sides are to hold talks on Friday.", "hold talks", "planned"),
        ("Talks are to be held in Oslo next week.", "Talks", "planned"),
        ("The cabinet may decide to lift the ban.", "decide lift", "possible"),
        ("The cabinet has not taken a decision to lift the ban.", "taken decision lift", "did_not_occur"),
        ("The cabinet decided to lift the ban.", "decided lift", "occurred"),
    ],
)
def test_finite_verbs_stand_beside_their_infinitive_and_decisions_as_their_verb_has_them(
    text: str, trigger: str, status: str
) -> None:
    assert {e.status for e in reading(text).events if e.trigger.text == trigger} == {status}


def test_a_decision_told_flatly_is_certain() -> None:
    (decision,) = (e for e in reading("The premier decided to instruct the envoys.").events if e.type == "DECIDE")
    assert decision.certainty.degree == "certain"


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The premier accepted an invitation to visit Chad.", "planned"),
        ("The premier accepted the king's invitation to visit Chad in May.", "planned"),
        ("The premier of Peru declined an invitation to visit Chad.", "did_not_occur"),
        ("The president invited the premier to visit Chad.", "possible"),
        ("The president invited the premier to visit Chad. The premier accepted with thanks.", "planned"),
        ("The president invited the premier to visit Chad. The premier accepted the charge.", "possible"),
    ],
)
def test_a_visit_is_planned_once_the_invitation_is_accepted(text: str, status: str) -> None:
    (visit,) = (e for e in reading(text).events if e.mode == "visit")
    assert (visit.status, [p.text.split()[1] for p in visit.actors]) == (status, ["premier"])


@pytest.mark.parametrize(
    ("text", "trigger", "status", "degree"),
    [
        ("The king wants to end the uprising in Gao.", "uprising", "ongoing", "certain"),
        ("Nobody thinks the unrest will end soon.", "unrest", "ongoing", "certain"),
        ("The mayor fears that the revolt will spread.", "revolt", "ongoing", "certain"),
        ("The army chief vowed to support the government.", "support", "planned", "probable"),
        ("The guild vowed to crush the rebels.", "crush", "threatened", "probable"),
        ("Peru refused to discuss the raid.", "raid", "occurred", "certain"),
        ("Peru declined to comment on the raid.", "raid", "occurred", "certain"),
        ("The king refused to call the attack a crime.", "attack", "occurred", "certain"),
        ("No one saw the attack.", "attack", "occurred", "certain"),
        ("The mayor agreed with the decision.", "decision", "occurred", "certain"),
        ("The aid will help Chad to defend itself against Togo's aggression.", "aggression", "occurred", "certain"),
    ],
)
def test_what_is_there_in_any_case_is_there_for_certain(text: str, trigger: str, status: str, degree: str) -> None:
    (event,) = (e for e in reading(text).events if e.trigger.text == trigger)
    assert (event.status, event.certainty.degree) == (status, degree)


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        ("The army plans to launch the attack on Monday.", "launch attack", "planned"),
        ("Chad denied the attack.", "attack", "did_not_occur"),
        ("They agreed on a ceasefire.", "ceasefire", "planned"),
        ("The premier plans to push through cuts demanded by the fund.", "demanded", "occurred"),
        ("Three men committed a series of robberies in Lorn.", "robberies", "occurred"),
        ("There was no sign of a shift in the meeting's opening remarks.", "meeting", "occurred"),
        ("Chad's refusal to ratify the treaty angered Peru.", "ratify", "did_not_occur"),
        ("He added that the talks would still be held in May.", "talks", "planned"),
        ("The council voted to approve the ban.", "voted to approve", "occurred"),
        ("The guests held a planned discussion of the draft.", "discussion", "occurred"),
        ("Anna is to make an official visit to Chad on Monday.", "make visit", "planned"),
        ("The guards failed to prevent the killings in Lorn.", "killings", "occurred"),
        ("The guards prevented an attack on the port.", "attack", "did_not_occur"),
        ("The mayor refuses to disavow the endorsement of the union.", "endorsement", "occurred"),
        ("The workers decided to break their strike.", "strike", "ongoing"),
        ("We want to offer a deep apology to the nuns.", "offer apology", "occurred"),
    ],
)
def test_what_governs_the_event_and_what_only_stands_near(text: str, trigger: str, status: str) -> None:
    assert {e.status for e in reading(text).events if e.trigger.text == trigger} == {status}


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        ("The two countries were able to sign a deal in May.", "sign deal", "occurred"),
        ("The two countries are able to sign a deal.", "sign deal", "possible"),
        ("The army was not able to take the town.", "take", "did_not_occur"),
        ("The army was unable to take the town.", "take", "did_not_occur"),
        ("I had a chance to exchange views with the king.", "exchange views", "occurred"),
        ("I had no chance to exchange views with the king.", "exchange views", "did_not_occur"),
        ("I am pleased to have the opportunity to meet with you.", "meet with", "occurred"),
        ("I hope to have the opportunity to meet with you.", "meet with", "possible"),
        ("They had a chance to sign a deal.", "sign deal", "possible"),
        ("It is a pleasure to meet with you in Oslo.", "meet with", "occurred"),
        ("We are proud to welcome the premier to Oslo.", "welcome", "occurred"),
        ("I would be glad to meet with you in Oslo.", "meet with", "possible"),
        ("The envoy will fly to Chad to meet the king.", "meet", "planned"),
        ("The envoy will not fly to Chad to meet the king.", "meet", "possible"),
        ("It is vital that the rebels withdraw.", "withdraw", "possible"),
        ("The minister warned against attacking the town.", "attacking", "possible"),
        ("The mayor went on to endorse the judge.", "endorse", "occurred"),
        ("The mayor will go on to endorse the judge.", "endorse", "planned"),
        ("I want to cordially welcome you to Oslo.", "welcome to", "occurred"),
        ("The premier wants to welcome the envoys to Oslo.", "welcome", "planned"),
        ("The envoy has a responsibility to engage in talks.", "talks", "possible"),
        ("The senate lifted the requirement that agencies consult the council.", "consult", "possible"),
        ("It would be better to hold talks in Oslo.", "hold talks", "possible"),
    ],
)
def test_an_infinitive_is_done_possible_or_not_by_what_it_hangs_on(text: str, trigger: str, status: str) -> None:
    assert {e.status for e in reading(text).events if e.trigger.text == trigger} == {status}


def test_what_was_brought_about_is_certain() -> None:
    (deal,) = (e for e in reading("The two countries were able to sign a deal in May.").events if e.type)
    assert deal.certainty.degree == "certain"


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        ("The rebels' plans to seize the port were foiled.", "seize", "did_not_occur"),
        ("The army scrapped its plan to invade Togo.", "invade", "did_not_occur"),
        ("The army has not dropped its plan to invade Togo.", "invade", "planned"),
        ("The rebels agreed not to attack the town.", "attack", "did_not_occur"),
        ("The attorney announced that the office would not prosecute the mayor.", "prosecute", "did_not_occur"),
        ("The court barred him from visiting Chad.", "visiting", "did_not_occur"),
        ("The mayor withheld his endorsement.", "endorsement", "did_not_occur"),
        ("Neither the mayor nor anyone on his team asked for help.", "asked for help", "did_not_occur"),
        ("Prosecutors filed no charges.", "filed charges", "did_not_occur"),
        ("Rather than attack the town, the rebels fled.", "attack", "did_not_occur"),
        ("The mayor decided against suing the owners.", "suing", "did_not_occur"),
        ("She was the last governor not to make an endorsement.", "endorsement", "did_not_occur"),
        ("The premier stopped short of condemning the raid.", "condemning", "did_not_occur"),
        ("If we do not stand up to the rebels, the war will spread.", "stand up to", "possible"),
        ("The premier did not rule out a meeting with the rebels.", "meeting", "possible"),
        ("The general denied that he intended to attack the town.", "attack", "did_not_occur"),
        ("The premier has denied having any plan to attack the town.", "attack", "did_not_occur"),
        ("The general did not deny that he intended to attack the town.", "attack", "planned"),
        ("The army neither confirmed nor denied the strike.", "strike", "possible"),
        ("The army would neither confirm nor deny that the mayor had been arrested.", "arrested", "possible"),
        ("The army rejected as baseless claims that it had shelled the market.", "shelled", "did_not_occur"),
    ],
)
def test_what_is_given_up_denied_or_left_open(text: str, trigger: str, status: str) -> None:
    assert {e.status for e in reading(text).events if e.trigger.text == trigger} == {status}


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        ("It is not clear whether the rebels attacked the mill.", "attacked", "possible"),
        ("It was not clear who attacked the mill.", "attacked", "occurred"),
        ("Was the town shelled?", "shelled", "possible"),
        ("A strike, if one took place, would be horrible.", "strike", "possible"),
        ("The strike was horrible.", "strike", "occurred"),
        ("The rebels will inflict chaos and violence on the town.", "violence", "planned"),
        ("That could include indicting the mayor and imposing sanctions on Chad.", "imposing sanctions", "possible"),
        ("The dispute will be settled through talks with Chad.", "talks", "planned"),
        ("I continue to believe that the rebels will withdraw.", "withdraw", "planned"),
        ("The premier was due to arrive in Chad for talks.", "arrive for talks", "planned"),
        ("She had been visiting the camp when it was shelled.", "visiting", "occurred"),
        ("The president signed an order appointing Anna Berg to the court.", "appointing", "occurred"),
        ("The minister is ready to report on the talks underway in Oslo.", "talks", "ongoing"),
    ],
)
def test_questions_suppositions_and_what_is_over_or_under_way(text: str, trigger: str, status: str) -> None:
    assert {e.status for e in reading(text).events if e.trigger.text == trigger} == {status}


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("The mayor denied the allegations.", "allegations"),
        ("The mayor rejected the criticism.", "criticism"),
        ("The mayor refused to discuss the allegations.", "allegations"),
        ("The two sides promised to implement the agreements reached in Oslo.", "agreements"),
        ("The premier may condemn the hatred and violence in Gao.", "violence"),
        ("The king hopes that the talks, which resumed in Oslo, will be useful.", "talks"),
        ("The mayor declined to tell the nature of those discussions.", "discussions"),
    ],
)
def test_charges_and_agreements_are_there_whatever_is_said_of_them(text: str, trigger: str) -> None:
    (event,) = (e for e in reading(text).events if e.trigger.text == trigger)
    assert (event.status, event.certainty.degree) == ("occurred", "certain")


def test_the_no_of_a_refusal_denies_what_is_refused_alone() -> None:
    events = {e.type: e for e in reading("The premier said that he has no plans to visit Chad.").events}
    assert (events["REJECT"].status, events["REJECT"].certainty.degree) == ("occurred", "certain")
    assert events["CONSULT"].status == "did_not_occur"


def test_what_was_launched_is_not_to_come_by_its_day() -> None:
    text = "On December 6, the guards launched a counter-offensive."
    (event,) = (e for e in reading(text, published="2021-12-05").events if e.type)
    assert event.status == "occurred"


def test_a_meeting_to_come_is_planned_though_what_is_done_at_it_takes_something_up() -> None:
    text = "The presidents of Mali and Chad will review these matters at their meeting in Oslo on December 8."
    assert {e.status for e in reading(text, published="2021-12-05").events if e.type == "CONSULT"} == {"planned"}


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        ("The league gave the officers 30 days to release the king.", "release", "planned"),
        ("The order gives the rebels a month to free the hostages.", "free", "planned"),
        ("Rebels have until Friday to withdraw from Gao.", "withdraw", "planned"),
        ("It took the army three weeks to capture Gao.", "capture", "occurred"),
        ("They spent two days looting the shops.", "looting", "occurred"),
    ],
)
def test_what_somebody_has_time_to_do_is_yet_to_be_done(text: str, trigger: str, status: str) -> None:
    (event,) = (e for e in reading(text).events if e.trigger.text == trigger)
    assert event.status == status


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        ("Rebels kept their promise to kill the bishop.", "kill", "occurred"),
        ("The queen fulfilled her pledge to free the nuns.", "free", "occurred"),
        ("Rebels made good on their threat to burn the church.", "burn", "occurred"),
        ("The mayor will keep his promise to free the nuns.", "free", "planned"),
        ("The mayor broke his promise to free the nuns.", "free", "did_not_occur"),
        ("The council has failed to cooperate with the inquiry.", "cooperate", "did_not_occur"),
        ("Rebels failed to retake the mill.", "retake", "attempted"),
        ("Rebels came close to seizing the port.", "seizing", "did_not_occur"),
        ("The attack on the port never came.", "attack", "did_not_occur"),
        ("Togo is committed to defeating the rebels.", "defeating", "planned"),
        ("The rules give the chair the power to call a special meeting.", "meeting", "possible"),
        ("Rebels have besieged the mill since May.", "besieged", "ongoing"),
        ("Rebels have held the port for two years.", "held", "ongoing"),
        ("Rebels had besieged the mill since May.", "besieged", "occurred"),
        ("Rebels have shelled the mill since May.", "shelled", "occurred"),
    ],
)
def test_words_kept_failures_and_what_lasts_until_now(text: str, trigger: str, status: str) -> None:
    assert next(e.status for e in reading(text).events if trigger in e.trigger.text) == status


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        ("The raid is likely to complicate the vote, the envoy said.", "raid", "occurred"),
        ("The bombardment will deter investors, the envoy said.", "bombardment", "occurred"),
        ("This ambush may embolden the rebels.", "ambush", "occurred"),
        ("The sanctions are expected to hurt exports.", "sanctions", "occurred"),
        ("A raid is likely to complicate the vote, the envoy said.", "raid", "possible"),
        ("The raid would anger Chad.", "raid", "possible"),
        ("Another raid is likely.", "raid", "possible"),
    ],
)
def test_a_deed_whose_effects_are_to_come_has_happened(text: str, trigger: str, status: str) -> None:
    assert {e.status for e in reading(text).events if e.trigger.text == trigger} == {status}


def test_conjuncts_share_what_would_have_been() -> None:
    found = reading("The plan would have freed the nurses, opened the border and allowed aid in.").events
    assert {event.status for event in found if event.trigger.text != "aid"} == {"did_not_occur"}


def test_a_threat_in_a_letter_is_one_all_the_same() -> None:
    found = reading("The band threatened in a letter sent on Friday to shell the town.").events
    assert {(e.trigger.text, e.type, e.status) for e in found if e.type} >= {
        ("threatened", "THREATEN", "occurred"), ("shell", "ASSAULT", "threatened")
    }  # fmt: skip


def test_not_all_are_a_part() -> None:
    (event,) = reading("Not all rebels have surrendered.").events
    assert [actor.text for actor in event.actors] == ["Not all rebels"]
