"""Who acts and who suffers where the parse or a headline's short form turns it round."""

from __future__ import annotations

import pytest

from tests.extract.test_events import names, reading, told

pytestmark = pytest.mark.model


def test_whoever_a_headline_says_was_killed_is_no_killer() -> None:
    (killed,) = told(reading("Farmer held as mother and sister killed"), "ASSAULT")
    assert not killed.actors and names(killed, "recipients") == ["mother", "sister"]


def test_both_objects_of_a_verb_are_taken() -> None:
    (seized,) = told(reading("Police seized two men and a boat."), "COERCE")
    assert names(seized, "recipients") == ["two men", "a boat"] and not seized.instruments


def test_who_quotes_a_command_does_not_do_it() -> None:
    (shot,) = told(reading("Paulo Reis said, “Shoot me now.”"), "ASSAULT")
    assert not shot.actors


@pytest.mark.parametrize(
    ("text", "kind", "actors"),
    [
        ("The assault, which he called cowardly, killed nine.", "ASSAULT", []),
        ("Chad condemned the attack, which police called an act of gangs.", "ASSAULT", []),
        ("The strike, which the union called on Monday, ended at noon.", "PROTEST", ["the union"]),
        ("The strike that nurses called today closed two clinics.", "PROTEST", ["nurses"]),
    ],
)
def test_who_gives_a_deed_a_name_does_not_do_it(text: str, kind: str, actors: list[str]) -> None:
    assert names(told(reading(text), kind)[0], "actors") == actors


def test_a_place_is_no_who() -> None:
    found = reading("She spoke to envoys of 30 countries in Geneva, who had come to the ministry to condemn the raid.")
    (condemned,) = told(found, "ACCUSE")
    assert names(condemned, "actors") == ["envoys of 30 countries"]


def test_who_is_fought_fights_too() -> None:
    (fight,) = told(reading("Soldiers repelled the rebels near Oran."), "ASSAULT")
    assert names(fight, "actors") == ["Soldiers", "the rebels"]


@pytest.mark.parametrize(
    ("text", "kind", "whom"),
    [
        ("Chad condemned the murder of Rosa Quint.", "ACCUSE", []),
        ("Paulo Reis was investigating the shooting of Rosa Quint, a journalist.", "ACCUSE", []),
        ("Hundreds protested against the killing of Rosa Quint by soldiers.", "PROTEST", ["soldiers"]),
        ("They demanded the arrest of Paulo Reis.", "REQUEST", []),
        ("Police questioned a man beaten by guards.", "ACCUSE", ["a man"]),
        ("Chad condemned Mali's attack on its troops.", "ACCUSE", ["Mali"]),
    ],
)
def test_whoever_suffers_the_deed_is_not_whom_an_act_about_it_turns_to(text: str, kind: str, whom: list[str]) -> None:
    assert names(told(reading(text), kind)[0], "recipients") == whom


def test_a_town_before_a_protest_does_not_march() -> None:
    (rally,) = told(reading("Two men were killed at an Oran peace rally."), "PROTEST")
    assert not rally.actors


def test_police_before_a_killing_are_not_the_killed() -> None:
    (killing,) = told(reading("Thousands protested against a police killing."), "ASSAULT")
    assert not killing.recipients


@pytest.mark.parametrize(
    ("text", "kind", "who", "whom"),
    [
        ("He later apologized for the remarks that angered the farmers.", "CONCEDE", ["He"], []),
        ("The dockers' union also pushed for a ban.", "REQUEST", ["The dockers' union"], []),
        ("Two men later arrested in Oran", "COERCE", [], ["Two men"]),
        ("The names of the women killed, who were young, are not known.", "ASSAULT", [], ["the women"]),
        ("Few areas are patrolled by military and police forces.", "MOBILIZE", ["military and police forces"], []),
        ("Paulo Reis launched a new round of attacks.", "ASSAULT", ["Paulo Reis"], []),
        ("Police investigated with the help of the Greens.", "ACCUSE", ["Police"], []),
        ("The Oran inquiries went on.", "ACCUSE", [], []),
    ],
)
def test_both_sides(text: str, kind: str, who: list[str], whom: list[str]) -> None:
    (event,) = told(reading(text), kind)
    assert names(event, "actors") == who and names(event, "recipients") == whom


def test_whose_government_agreed_is_no_other_side() -> None:
    agreed = told(reading("The deal must be agreed by the governments of both Chad and Mali."), "AGREE")[-1]
    assert names(agreed, "actors") == ["the governments"] and not agreed.recipients


def test_whose_killing_it_was() -> None:
    killing = told(reading("A boy whose killing by police sparked days of riots was buried."), "ASSAULT")[0]
    assert names(killing, "actors") == ["police"] and names(killing, "recipients") == ["A boy"]


def test_shots_are_not_what_is_hit() -> None:
    (fired,) = told(reading("The officers fired a total of 11 shots at the van."), "ASSAULT")
    assert names(fired, "recipients") == ["the van"]


def test_who_calls_a_death_murder_is_no_murderer() -> None:
    (murder,) = told(reading("Paulo Reis denounced what he called the murder of three clerks."), "ASSAULT")
    assert not murder.actors and names(murder, "recipients") == ["three clerks"]


def test_a_time_attacks_nobody() -> None:
    (attack,) = told(reading("Guards were few in the months leading up to the attack."), "ASSAULT")
    assert not attack.actors


def test_the_means_may_open_the_text() -> None:
    (event,) = (
        e for e in reading("With stones and clubs the crowd attacked the guards.").events if e.type == "ASSAULT"
    )
    assert [one.text for one in event.actors] == ["the crowd"]


def test_who_blames_others_for_a_deed_has_not_done_it() -> None:
    (strike,) = told(reading("The Front for Renewal (FFR) blamed the federal government for the strike."), "ASSAULT")
    assert names(strike, "actors") == ["the federal government"]


def test_what_answers_a_raid_is_told_once() -> None:
    assert len(told(reading("Planes bombed two camps near Gao in retaliation, the army said."), "ASSAULT")) == 1


def test_the_group_is_no_ministry() -> None:
    found = reading(
        "Hamas fired rockets on Friday. The Pentagon saw no danger. The group threatened to shut the strait."
    )
    (threat,) = told(found, "THREATEN")
    name = {entity.id: entity.name for entity in found.entities}
    assert [name[actor.entity] for actor in threat.actors if actor.entity] == ["Hamas"]


def test_a_body_that_is_described_goes_by_its_name() -> None:
    found = reading("The ship was safe, the British maritime security agency UKMTO reported.")
    (said,) = found.statements
    assert said.source is not None and {e.id: e.name for e in found.entities}[said.source.entity] == "UKMTO"


@pytest.mark.parametrize(
    ("text", "kind", "actor"),
    [
        ("Two guards were wounded in an ambush blamed on the militia.", "ASSAULT", "the militia"),
        ("Two guards were wounded in an ambush that the army blamed on the militia.", "ASSAULT", "the militia"),
        ("Togo warned Benin against sending more ships to the reef.", "MOBILIZE", "Benin"),
    ],
)
def test_on_whom_it_is_blamed_and_who_is_warned_against_it_does_it(text: str, kind: str, actor: str) -> None:
    (event,) = (e for e in reading(text).events if e.type == kind)
    assert [p.text for p in event.actors] == [actor]


def test_what_is_said_by_phone_is_not_done_by_it() -> None:
    for who in ("Chad and Togo", "They"):
        events = reading(f"{who} discussed a prisoner exchange by phone on Friday.").events
        assert events and not any(p.text == "phone" for e in events for p in e.actors)


def test_a_station_set_on_fire_after_looting_sets_nothing_on_fire() -> None:
    (fire,) = (
        e for e in reading("Shops were looted and a police station set on fire.").events if "fire" in e.trigger.text
    )
    assert (fire.actors, [p.text for p in fire.recipients]) == ((), ["a police station"])


def test_charges_are_no_part_of_whom_a_court_clears() -> None:
    (event,) = (e for e in reading("A court in Lima acquitted the former mayor of all charges.").events if e.type)
    assert [p.text for p in event.recipients] == ["the former mayor"]


@pytest.mark.parametrize(
    ("text", "kind", "actor"),
    [
        ("Gunmen opened fire on a bus in Gao, the ministry said, blaming the rebels.", "ACCUSE", "the ministry"),
        ("Shops were shut in Gao, the mayor said, urging people to stay at home.", "REQUEST", "the mayor"),
    ],
)
def test_who_says_it_does_what_he_says_besides(text: str, kind: str, actor: str) -> None:
    (event,) = (e for e in reading(text).events if e.type == kind)
    assert [p.text for p in event.actors] == [actor]


def test_who_is_due_somewhere_to_do_it_does_it() -> None:
    found = reading("The minister is due in Riyadh on Thursday to discuss the truce.").events
    talks = {e.trigger.text: [p.text for p in e.actors] for e in found if e.type == "CONSULT"}
    assert talks == {"due in": ["The minister"], "discuss": ["The minister"]}


@pytest.mark.parametrize(
    "text",
    ["Officials said the mayor was in Gao but was told to leave.", "The mayor was in Gao but was told to leave."],
)
def test_who_is_somewhere_and_is_told_something_is_told_it(text: str) -> None:
    (told_to,) = told(reading(text), "REQUEST")
    assert [name.lower() for name in names(told_to, "recipients")] == ["the mayor"]


def test_a_part_that_is_told_behind_is_not_all_whom_it_befell() -> None:
    (freed,) = told(reading("The rebels freed 60 people on Monday, among them 13 pupils and two nurses."), "RETREAT")
    assert names(freed, "recipients") == ["60 people"]
