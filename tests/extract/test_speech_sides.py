"""To whom acts of speech turn, and what they are about: pledges, requests, thanks, praise, condemnation."""

from __future__ import annotations

import pytest

from tests.extract.test_events import names, reading, told

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "whom", "what"),
    [
        ("Chad announced its intent to fund the dam.", [], "to fund the dam"),
        ("The mayor reaffirmed her resolve to work on reform of the council.", [], "to work on reform of the council"),
        ("The king reiterated his commitment to support the farmers.", ["the farmers"], "to support the farmers"),
        ("The cabinet stated its intent to work with Congress on dams.", [], "to work with Congress on dams"),
        ("The premier restated her intention to fund roads through banks.", [], "to fund roads through banks"),
    ],
)
def test_an_intention_put_into_words_is_a_pledge_to_whom_it_is_made(text: str, whom: list[str], what: str) -> None:
    (pledge,) = told(reading(text), "DECIDE")
    assert pledge.mode == "pledge" and names(pledge, "recipients") == whom
    assert pledge.content is not None and pledge.content.text == what


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("The mayor requested more judges.", []),
        ("The mayor requested more nurses from the ministry.", ["the ministry"]),
        ("The rebels left Bria. The council demanded their withdrawal from Gao.", ["their"]),
        ("The council demanded Mali's withdrawal from Gao.", ["Mali"]),
        ("The mayor requested the governor to leave.", ["the governor"]),
    ],
)
def test_a_request_turns_to_who_is_to_do_or_give_it(text: str, whom: list[str]) -> None:
    (request,) = told(reading(text), "REQUEST")
    assert names(request, "recipients") == whom


@pytest.mark.parametrize(
    ("text", "whom", "what"),
    [
        ("He expressed his thanks to the divers and the museum staff.", ["the divers", "the museum staff"], None),
        ("They voiced support for the grain initiative.", ["grain initiative"], None),
        ("The envoy voiced support for the efforts of Mali.", ["Mali"], "the efforts of Mali"),
        ("Chad welcomed the truce in the valley.", [], "the truce in the valley"),
        ("She thanked the nurses for their work.", ["the nurses"], "their work"),
        ("Chad hailed Mali's victory. It praised her role in the talks.", ["Mali"], "Mali's victory"),
        ("Rosa Quint resigned. Chad praised her role.", ["her"], "her role"),
        ("Chad congratulated the new president, Rosa Quint, on her victory.", ["Rosa Quint"], "her victory"),
    ],
)
def test_who_is_praised_and_for_what(text: str, whom: list[str], what: str | None) -> None:
    praise = told(reading(text), "SUPPORT")[0]
    assert names(praise, "recipients") == whom
    assert (praise.content and praise.content.text) == what


def test_what_is_one_s_own_is_no_recipient() -> None:
    (praise,) = told(reading("The premier praised his record."), "SUPPORT")
    assert not praise.recipients


def test_a_meeting_that_is_promised_is_nobody() -> None:
    (pledge,) = told(reading("The ministers pledged to hold a summit with Chad."), "DECIDE")
    assert names(pledge, "recipients") == ["Chad"]


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("The assembly deplored the violation of the borders of Chad.", []),
        ("They deplored the violation of the integrity of Chad by Mali.", ["Mali"]),
        ("They deplored the violation and annexation of parts of Chad by Mali.", ["Mali"]),
        ("The bishop deplores Mali's aggression against Chad.", ["Mali"]),
        ("The premier condemned the attack by the rebels on the village.", ["the rebels"]),
    ],
)
def test_whoever_does_a_wrong_is_condemned(text: str, whom: list[str]) -> None:
    (blame,) = told(reading(text), "ACCUSE")
    assert names(blame, "recipients") == whom


def test_joined_nouns_share_who_did_them() -> None:
    found = reading("Nuns decried the arrest and torture of students by the junta.").events
    deeds = [e for e in found if e.type in ("COERCE", "ASSAULT")]
    assert [names(e, "actors") for e in deeds] == [["the junta"]] * 2


def test_rulings_of_any_kind_are_no_decision() -> None:
    assert not told(reading("Bailiffs see to it that court rulings are enforced."), "DECIDE")


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("The premier recommitted to closing the camp.", "to closing the camp"),
        ("The two presidents agreed on further contacts.", "on further contacts"),
        ("The sides agreed on Monday.", None),
    ],
)
def test_what_stands_behind_the_preposition_is_the_content(text: str, what: str | None) -> None:
    (act,) = (e for e in reading(text).events if e.type in ("DECIDE", "AGREE"))
    assert (act.content and act.content.text) == what


def test_torture_in_general_is_no_act() -> None:
    assert not told(reading("Torture is a crime in every land."), "ASSAULT")
    assert told(reading("The envoy denied that torture was practised."), "ASSAULT")
    (torture,) = told(reading("The regime commits torture on a wide scale."), "ASSAULT")
    assert names(torture, "actors") == ["The regime"]


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("Rosa Quint agreed to act as treasurer of the fund.", []),
        ("Rosa Quint agreed to become chairwoman of the board.", []),
        ("Rosa Quint agreed to meet the chairman of the board.", ["the chairman"]),
    ],
)
def test_what_somebody_is_to_be_is_no_side(text: str, whom: list[str]) -> None:
    assert names(told(reading(text), "AGREE")[0], "recipients") == whom


def test_who_accepts_an_invitation_goes() -> None:
    found = reading("Rosa Quint thanked Paulo Reis for accepting her invitation to visit Ghana.")
    assert names(told(found, "CONSULT", "visit")[0], "actors") == ["Paulo Reis"]


def test_who_submits_a_complaint_complains() -> None:
    (complaint,) = told(reading("The fishermen submitted a complaint against the mayor."), "ACCUSE")
    assert (names(complaint, "actors"), names(complaint, "recipients")) == (["The fishermen"], ["the mayor"])


@pytest.mark.parametrize(
    ("text", "kind"),
    [("Mr Bello, you and I have met in Oran.", "CONSULT"), ("Mr Bello, you and I agreed to build the dam.", "AGREE")],
)
def test_you_and_i_do_it_behind_the_name_of_who_is_addressed(text: str, kind: str) -> None:
    assert names(told(reading(text), kind)[0], "actors") == ["you", "I"]


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("He demanded that the clubs cancel their contracts with the ministry.", ["the clubs"]),
        ("She urged that schools and banks drop their suits against the mayor.", ["schools", "banks"]),
        ("The guild demanded that the deal include a truce.", []),
    ],
)
def test_a_demand_that_somebody_do_something_turns_to_him(text: str, whom: list[str]) -> None:
    (request,) = told(reading(text), "REQUEST")
    assert names(request, "recipients") == whom


def test_an_envoy_who_is_summoned_is_whom_it_turns_to() -> None:
    (summons,) = told(reading("The minister summoned the French ambassador on Monday."), "ACCUSE")
    assert [p.text for p in summons.recipients] == ["French ambassador"]


@pytest.mark.parametrize(
    ("text", "type_", "who", "whom"),
    [
        ("The editor received death threats from a gang.", "THREATEN", ["a gang"], ["The editor"]),
        ("The mayor has got bomb threats from smugglers.", "THREATEN", ["smugglers"], ["The mayor"]),
        ("The rebels sent death threats to the editor.", "THREATEN", ["The rebels"], ["the editor"]),
        ("The confessions of the smugglers were read in court.", "CONCEDE", ["the smugglers"], []),
        ("The guard's confession led officers to a farm.", "CONCEDE", ["The guard"], []),
        ("Anyone with information is asked to call the police.", "REQUEST", [], ["Anyone"]),
        ("The union condemned a bombing in Chad.", "ACCUSE", ["The union"], []),
        ("The premier denounced the raids in Gao and Bria.", "ACCUSE", ["The premier"], []),
        ("The premier denounced Mali for the raids.", "ACCUSE", ["The premier"], ["Mali"]),
        ("Two guards were held. One was charged with theft.", "ACCUSE", [], ["One"]),
        ("The crowd attacked police.", "PROTEST", ["The crowd"], ["police"]),
    ],
)
def test_who_speaks_to_whom_and_where_a_deed_was_is_no_side(
    text: str, type_: str, who: list[str], whom: list[str]
) -> None:
    (act,) = told(reading(text), type_)
    assert names(act, "actors") == who and names(act, "recipients") == whom


def test_all_that_rioters_attack_is_told() -> None:
    text = "Rioters attacked a police station, three banks and several shops."
    (attack,) = [event for event in reading(text).events if event.type]
    assert [one.text for one in attack.recipients] == ["a police station", "banks", "shops"]
