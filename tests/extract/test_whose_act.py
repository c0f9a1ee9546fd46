"""Who acts and whom an act turns to where the clause of the event does not say it by itself."""

from __future__ import annotations

import pytest

from tests.extract.test_events import names, reading, told

pytestmark = pytest.mark.model


def test_thanks_without_a_subject_are_the_speakers() -> None:
    found = reading(
        "Paulo Reis: The port is open again.\n\nRosa Quint: Thank you for the invitation.\n\nPaulo Reis: Let us begin."
    )
    (thanks,) = told(found, "SUPPORT")
    assert names(thanks, "actors") == ["Rosa Quint"] and names(thanks, "recipients") == ["you"]


def test_who_is_called_on_does_what_the_call_is_for() -> None:
    found = reading("We repeat our call on the authorities of Oran to stop arming the rebels by sending them rifles.")
    aid = told(found, "AID")[-1]
    assert names(aid, "actors") == ["the authorities"]


@pytest.mark.parametrize(
    "text",
    [
        "Officials railed against deputies for refusing to hear the mayor.",
        "The bishop ridiculed the deputies for refusing to hear the mayor.",
    ],
)
def test_who_is_judged_for_a_deed_did_it(text: str) -> None:
    (refusal,) = told(reading(text), "REJECT")
    assert names(refusal, "actors") in (["deputies"], ["the deputies"])


def test_who_judges_after_a_deed_of_his_own_did_it() -> None:
    (refusal,) = told(reading("The bishop slammed the deputies after refusing to hear the mayor."), "REJECT")
    assert names(refusal, "actors") == ["The bishop"]


@pytest.mark.parametrize(
    ("text", "actors", "recipients"),
    [
        ("Mali ended its war of aggression against Chad.", ["its"], ["Chad"]),
        ("Chad has launched a wave of raids on farms near Gao.", ["Chad"], ["farms"]),
        ("Mali suffered a series of attacks by rebels.", ["rebels"], ["Mali"]),
    ],
)
def test_whose_round_of_deeds_it_is(text: str, actors: list[str], recipients: list[str]) -> None:
    (attack, *_) = told(reading(text), "ASSAULT")
    assert names(attack, "actors") == actors and names(attack, "recipients") == recipients


@pytest.mark.parametrize(
    "text",
    [
        "The captain denied that he would leave the port.",
        "The captain threatened not to leave the port unless he was paid.",
        "The captain insisted that he was unaware of the rule.",
    ],
)
def test_what_one_says_of_oneself_turns_to_nobody(text: str) -> None:
    assert not [e for e in reading(text).events if e.type and "he" in names(e, "recipients")]


def test_who_is_to_do_what_is_insisted_on_is_asked() -> None:
    (asked,) = told(reading("Paulo Reis demanded that she leave the hall."), "REQUEST")
    assert names(asked, "recipients") == ["she"]


@pytest.mark.parametrize(
    ("text", "recipients"),
    [
        ("The council has denied villagers a voice in the ministry.", ["villagers"]),
        ("The mayor asked the network to give its profits to schools.", ["the network"]),
        ("The mayor has backed research on wheat in the Senate.", ["research"]),
        ("The mayor voiced confidence in the Senate.", ["Senate"]),
    ],
)
def test_whom_it_turns_to_and_not_where(text: str, recipients: list[str]) -> None:
    (act, *_) = [e for e in reading(text).events if e.type]
    assert names(act, "recipients") == recipients


def test_an_adjective_in_a_list_is_nobody() -> None:
    (aid,) = told(reading("Chad will go on giving financial, humanitarian and legal support."), "AID")
    assert not names(aid, "recipients")


def test_who_does_something_else_meanwhile_is_no_side() -> None:
    found = reading("The talks in Oran went on as deputies began to urge the mayor to resign.")
    assert "deputies" not in names(told(found, "CONSULT")[0], "actors")


def test_what_a_question_is_about_is_no_side() -> None:
    (blame,) = told(reading("The envoy decried the doubts about where Mali might send its guards."), "ACCUSE")
    assert "Mali" not in names(blame, "recipients")


def test_a_name_for_a_kind_of_thing_is_nobody() -> None:
    (lifted,) = told(reading("The cabinet revoked a Lindt-era rule on Monday."), "DECIDE")
    assert names(lifted, "recipients") == ["a Lindt-era rule"]


def test_who_has_what_is_ours_is_given_it() -> None:
    (pledge,) = told(reading("The captives have our guarantee that they will go home."), "DECIDE")
    assert names(pledge, "actors") == ["our"] and names(pledge, "recipients") == ["The captives"]


def test_to_whom_it_gives_pleasure_does_it() -> None:
    (visit,) = told(reading("It gives us great pleasure to welcome Paulo Reis to Oran."), "CONSULT")
    assert names(visit, "actors") == ["us"] and names(visit, "recipients") == ["Paulo Reis"]


@pytest.mark.parametrize(
    "text", ["Two clerks underwent surgery for gunshot wounds.", "Two clerks were treated for gunshot wounds in Oran."]
)
def test_who_has_wounds_was_hit(text: str) -> None:
    (shot, *_) = told(reading(text), "ASSAULT")
    assert not names(shot, "actors") and names(shot, "recipients") == ["Two clerks"]


def test_arms_that_are_seized_are_no_means() -> None:
    (seized,) = told(reading("Police in Oran seized a shotgun and two grenades."), "COERCE")
    assert names(seized, "recipients") == ["a shotgun", "two grenades"] and not names(seized, "instruments")


def test_money_is_told_with_its_sum() -> None:
    (aid,) = told(reading("Chad gave the hospital $5 million."), "AID")
    assert names(aid, "instruments") == ["$5 million"]


def test_we_are_those_who_say_that_they_speak() -> None:
    found = reading(
        "We, the ministers of the Lake States, met in Oran on Monday. We condemn the raid on Gao. "
        'A fisherman said: "We demand peace on the lake, and we will not leave it."'
    )
    (meeting,), (blame,), (asked, *_) = (told(found, kind) for kind in ("CONSULT", "ACCUSE", "REQUEST"))
    assert meeting.actors[0].entity is not None
    assert [p.entity for p in blame.actors] == [meeting.actors[0].entity]
    assert meeting.actors[0].entity not in [p.entity for p in asked.actors]


def test_who_is_in_it_before_whose_place_is_in_it() -> None:
    (blame,) = told(reading("The senator railed against the judge at a large Oran rally on Friday."), "ACCUSE")
    assert names(blame, "recipients") == ["the judge"]
    (backing,) = told(reading("The governor threw his support behind Paulo Reis for the Oran nomination."), "SUPPORT")
    assert names(backing, "recipients") == ["Paulo Reis"]


@pytest.mark.parametrize(
    ("text", "kind", "actors", "recipients"),
    [
        ("The mayor spoke of the criticism the council has received.", "ACCUSE", [], ["the council"]),
        ("The captain is accused of coordinating the attack on Gao.", "ASSAULT", ["The captain"], ["Gao"]),
    ],
)
def test_who_is_told_to_do_or_to_suffer_it(text: str, kind: str, actors: list[str], recipients: list[str]) -> None:
    (act,) = told(reading(text), kind)
    assert names(act, "actors") == actors and names(act, "recipients") == recipients


def test_who_is_thanked_for_an_effort_made_it() -> None:
    (rescue,) = told(reading("The bishop thanked Chad for its swift efforts to evacuate the miners from Oran."), "AID")
    assert names(rescue, "actors") in (["its"], ["Chad"])
    (rescue,) = told(reading("The bishop thanked Chad for the efforts to evacuate the miners from Oran."), "AID")
    assert names(rescue, "actors") == ["Chad"]


def test_a_name_and_its_pronoun_are_one_side() -> None:
    found = reading("Rosa Quint was walking along the quay in Oran when she was struck by a gunman.")
    assert [len(names(hit, "recipients")) for hit in told(found, "ASSAULT")] == [1]


@pytest.mark.parametrize(
    "text",
    [
        "The two parties agreed to divide the votes in ways that might help the mayor.",
        "The mayor decided that it was essential to hear what farmers had to say.",
        "The council accepted the advice that no charges be brought against any guards.",
    ],
)
def test_who_stands_deep_in_what_is_agreed_is_no_side(text: str) -> None:
    acts = [e for e in reading(text).events if e.type in ("AGREE", "DECIDE")]
    assert acts and not any(names(act, "recipients") for act in acts)


def test_who_stands_in_what_is_agreed_is_a_side() -> None:
    (promise,) = told(reading("Chad agreed to help Mali."), "AGREE")
    assert names(promise, "recipients") == ["Mali"]


@pytest.mark.parametrize(
    "text",
    [
        "THE DIVISION MADE A RECORD CONFISCATION OF 29,698 KILOS OF TOBACCO (NEARLY 30 TONS), A FIGURE THAT DROPPED.",
        "IN 1986, THE GUARD MADE A RECORD CONFISCATION OF 29,698 KILOS OF TOBACCO (NEARLY 30 TONS).",
        "Police announced the seizure of 300 kg of tobacco.",
    ],
)
def test_a_measure_that_was_taken_for_money_keeps_its_figure(text: str) -> None:
    assert all(p.text for e in reading(text).events for p in (*e.actors, *e.recipients, *e.instruments))


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Riot police watched the protest from the bridge.", "protest"),
        ("Rescuers reached the site of the bombing.", "bombing"),
        ("The rebels met the victims of the raid.", "raid"),
        ("Neighbours saw the attack.", "attack"),
        ("The foreign ministry called the accusation irresponsible.", "accusation"),
        ("The militia, which was not involved in the fighting, praised the army.", "fighting"),
    ],
)
def test_who_looks_on_or_comes_later_has_not_done_it(text: str, trigger: str) -> None:
    (event,) = (e for e in reading(text).events if e.trigger.text == trigger)
    assert event.actors == ()


def test_who_claims_an_attack_has_done_it() -> None:
    (event,) = (e for e in reading("The group claimed responsibility for the attack.").events if e.type == "ASSAULT")
    assert [p.text for p in event.actors] == ["The group"]


def test_both_who_exchange_fire_act() -> None:
    (event,) = (e for e in reading("Rebels exchanged fire with police in Gao.").events if e.type == "ASSAULT")
    assert [p.text for p in event.actors] == ["Rebels", "police"] and event.recipients == ()


def test_those_of_an_older_deed_were_not_hit_by_this_one() -> None:
    found = reading("No one claimed the bombing, the deadliest since three monks were kidnapped and killed in 2018.")
    (bombing,) = (e for e in found.events if e.trigger.text == "bombing")
    (older,) = (e for e in found.events if e.mode == "abduct")
    assert bombing.recipients == () and {t.scope for t in older.toll} == {"event"}


def test_a_word_of_who_takes_somebody_is_not_what_is_taken() -> None:
    (event,) = told(reading("Two nuns were taken hostage by the power ministry's guards."), "ASSAULT")
    assert event.mode == "abduct" and names(event, "recipients") == ["Two nuns"]


def test_an_office_behind_the_verb_is_of_the_one_who_is_written_to() -> None:
    found = reading(
        "Ida Holm sent messages of condolence to Crown Prince of Oran, Deputy Commander of the Oran Armed Forces "
        "Sheikh Omar al Haddad and Vice President of Oran Sheikh Musa al Haddad."
    )
    (holm,) = (e for e in found.entities if e.name == "Ida Holm")
    assert holm.country is None and not holm.roles


def test_a_family_named_before_is_no_place() -> None:
    found = reading(
        "President Alfredo Bernal spoke. Ministers of Bernal's government left. They met at Bernal's house."
    )
    assert {e.kind for e in found.entities if "Bernal" in e.name.split()} == {"person"}
