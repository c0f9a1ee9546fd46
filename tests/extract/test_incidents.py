"""Who did and who suffered in reports of attacks: whole phrases, bodies behind their people, things that are hit."""

from __future__ import annotations

import pytest

from sayso.model import Event, Reading, Report, report_id
from sayso.pipeline import read

pytestmark = pytest.mark.model


def _reading(text: str) -> Reading:
    report = Report(id=report_id(outlet=None, url=None, text=text), text=text, published="2024-05-06")
    return next(iter(read([report])))


def _assault(reading: Reading) -> Event:
    return next(event for event in reading.events if event.type == "ASSAULT")


def test_members_are_told_with_their_body_and_it_acts_too() -> None:
    event = _assault(_reading("Members of the Dawn Front attacked a checkpoint near Gao on Friday."))
    assert [actor.text for actor in event.actors] == ["Members of the Dawn Front", "Dawn Front"]


def test_a_building_or_vehicle_that_is_hit_is_an_entity() -> None:
    reading = _reading("Rebels burned a pharmacy office and blew up a minibus in Bunia on Friday.")
    kinds = {entity.id: entity.kind for entity in reading.entities}
    hit = {kinds.get(r.entity or "") for e in reading.events if e.type == "ASSAULT" for r in e.recipients}
    assert hit == {"facility", "vehicle"}


def test_offices_keep_whose_they_are() -> None:
    event = _assault(_reading("Gunmen set fire to the offices of the water board on Friday."))
    assert [recipient.text for recipient in event.recipients] == ["the offices of the water board"]


def test_the_name_beside_a_noun_is_the_victim() -> None:
    event = _assault(_reading("The judge's wife, Amina Traore, was murdered by gunmen in Bamako on Friday."))
    assert [recipient.text for recipient in event.recipients] == ["Amina Traore"]
    assert [toll.who for toll in event.toll] == ["Amina Traore"]


def test_who_is_shot_does_not_shoot() -> None:
    reading = _reading("Two teachers were killed on Friday, shot at dawn by soldiers in Bunia.")
    actors = {actor.text for event in reading.events for actor in event.actors}
    assert "Two teachers" not in actors


def test_an_unnamed_vehicle_is_the_means() -> None:
    event = _assault(_reading("Planes bombed two villages near Gao on Friday."))
    assert not event.actors
    assert any("Planes" in tool.text for tool in event.instruments)


def test_a_body_named_before_its_people_acts_too() -> None:
    event = _assault(_reading("Dawn Front rebels attacked a checkpoint near Gao on Friday."))
    assert {"Dawn Front"} < {actor.text for actor in event.actors}


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("The mayor was shot to death by gunmen in Bunia on Friday.", "gunmen"),
        ("The Dawn Front claimed responsibility for the kidnapping of two nuns in Gao.", "Dawn Front"),
        ("Ministers held the Dawn Front responsible for the murder of two nuns in Gao.", "Dawn Front"),
        ("The Dawn Front claimed responsibility for a drone that crashed into a hotel in Gao.", "Dawn Front"),
        ("Police said rebels were behind the attack on a mine in Gao.", "rebels"),
        ("Witnesses linked the colonel to the assassination of the bishop.", "the colonel"),
        ("The colonel was involved in the massacre of villagers near Gao.", "The colonel"),
    ],
)
def test_who_is_held_to_have_done_it_acts(text: str, actor: str) -> None:
    assert actor in {a.text for e in _reading(text).events if e.type == "ASSAULT" for a in e.actors}


def test_who_denies_responsibility_does_not_act() -> None:
    reading = _reading("The Dawn Front denied responsibility for the kidnapping of two nuns in Gao.")
    assert not [a for e in reading.events if e.type == "ASSAULT" for a in e.actors]


def test_a_bus_that_blows_up_was_hit() -> None:
    event = _assault(_reading("A passenger bus blew up near Gao on Friday, killing nine people."))
    assert not event.actors
    assert "A passenger bus" in {recipient.text for recipient in event.recipients}


@pytest.mark.parametrize(
    "text", ["The region asked for money to fight drug trafficking.", "Agents intercepted a call."]
)
def test_work_against_crime_is_no_assault(text: str) -> None:
    assert not [event for event in _reading(text).events if event.type == "ASSAULT"]


def test_the_number_of_buildings_is_no_part_of_what_was_hit() -> None:
    event = _assault(_reading("Rebels burned seven warehouses near Gao on Friday."))
    assert [recipient.text for recipient in event.recipients] == ["warehouses"]


def test_a_ship_acts_for_those_on_board() -> None:
    event = _assault(_reading("The trawler rammed a patrol boat off Eyl."))
    assert [actor.text for actor in event.actors] == ["The trawler"]
    event = _assault(_reading("Kenyan warplanes bombed a camp near Afmadow."))
    assert [actor.text for actor in event.actors] == ["Kenyan"]


def test_who_tells_it_did_not_do_it() -> None:
    reading = _reading("Three soldiers were killed near Gao over the weekend, according to the army.")
    assert all(not event.actors for event in reading.events)


def test_a_day_does_nothing() -> None:
    reading = _reading("The hostages must be handed back by March 25.")
    assert all(not event.actors for event in reading.events)


def test_more_strikes_are_others() -> None:
    reading = _reading("An airstrike on a mill in Gao killed seven people. At least 10 strikes hit Kidal overnight.")
    first, *others = [event for event in reading.events if event.type == "ASSAULT"]
    assert first.mode == "aerial" and others
    assert all(event.same_as != first.id for event in others)


@pytest.mark.parametrize("form", [str, str.upper])
def test_what_stands_behind_the_bomb_was_hit_not_the_spot_or_the_time(form: type[str]) -> None:
    text = form("A car bomb exploded in front of the offices of the water board at the same time.")
    (hit,) = _assault(_reading(text)).recipients
    assert hit.text.lower().removeprefix("the ") == "offices of the water board"


def test_every_thing_of_a_list_was_hit() -> None:
    event = _assault(_reading("The rebels blew up two bridges, a warehouse and a truck."))
    assert [r.text for r in event.recipients] == ["bridges", "a warehouse", "a truck"]


def test_a_charge_is_a_weapon() -> None:
    event = _assault(_reading("An explosive charge destroyed the offices of the water board."))
    assert not event.actors and [i.text for i in event.instruments] == ["An explosive charge"]


def test_a_home_is_not_the_person_whose_it_is() -> None:
    reading = _reading("Gunmen hurled grenades at the home of Judge Amina Traore.")
    kinds = {entity.id: entity.kind for entity in reading.entities}
    assert [kinds[r.entity or ""] for r in _assault(reading).recipients] == ["facility"]


@pytest.mark.parametrize(
    "text",
    [
        "The Dawn Front has admitted that it placed the bomb at the ferry office.",
        "The Dawn Front claimed responsibility for the blast.",
        "Unknown men machine-gunned the car of the deputy mayor.",
    ],
)
def test_other_words_for_an_attack(text: str) -> None:
    assert _assault(_reading(text)).actors


def test_a_bomb_that_explodes_is_one_event() -> None:
    reading = _reading("A bomb exploded at the ferry office in Lindi on Friday, killing four passengers.")
    (event,) = (event for event in reading.events if event.type == "ASSAULT")
    assert event.trigger.text == "exploded" and [toll.effect for toll in event.toll] == ["killed"]


@pytest.mark.parametrize("form", [str, str.upper])
def test_who_claims_responsibility_in_the_passive(form: type[str]) -> None:
    text = form("Responsibility for the attack on the ferry office was claimed by the Dawn Front.")
    assert [actor.text.lower() for actor in _assault(_reading(text)).actors] == ["dawn front"]


@pytest.mark.parametrize(
    ("text", "weapon"),
    [
        ("Two sticks of dynamite were thrown at the consulate by hooded men.", "dynamite"),
        ("Gunmen attacked the barracks with rifle fire.", "rifle fire"),
    ],
)
@pytest.mark.parametrize("form", [str, str.upper])
def test_what_a_measure_or_fire_is_of_is_the_weapon(text: str, weapon: str, form: type[str]) -> None:
    assert weapon in [i.text.lower() for i in _assault(_reading(form(text))).instruments]


def test_those_who_come_under_fire_are_hit() -> None:
    event = _assault(_reading("Two medics came under mortar fire from the rebels near the dam."))
    assert [r.text for r in event.recipients] == ["Two medics"] and [a.text for a in event.actors] == ["the rebels"]


def test_what_struck_and_the_blow_are_one_event() -> None:
    found = _reading("At least 14 civilians were killed when shelling hit a market on 3 March.")
    (event,) = (e for e in found.events if e.type == "ASSAULT")
    assert (event.mode, [r.text for r in event.recipients], event.instruments) == ("heavy-weapons", ["a market"], ())
    (event,) = _reading("An air strike destroyed a bridge near Kelmo on Monday.").events
    assert (event.mode, [r.text for r in event.recipients]) == ("aerial", ["a bridge"])


def test_who_died_in_it_is_a_toll_of_it_however_far_the_clause_hangs() -> None:
    text = "We strongly condemn Monday's attack on an aid convoy near Dorvat in which four drivers were killed."
    condemned, attack = _reading(text).events
    assert (condemned.type, condemned.recipients, attack.type) == ("ACCUSE", (), "ASSAULT")
    assert [(toll.effect, toll.who) for toll in attack.toll] == [("killed", "four drivers")]


@pytest.mark.parametrize("form", [str, str.upper])
@pytest.mark.parametrize(
    ("text", "hit", "weapon"),
    [
        ("The dynamite charge was placed underneath the ferry.", "the ferry", "The dynamite charge"),
        ("The bombs were placed in grain stores near Dorvat.", "grain stores", "The bombs"),
    ],
)
def test_a_bomb_that_somebody_hides_is_the_weapon(text: str, hit: str, weapon: str, form: type[str]) -> None:
    event = _assault(_reading(form(text)))
    assert event.mode == "explosives"
    assert [r.text for r in event.recipients] == [form(hit)] and [i.text for i in event.instruments] == [form(weapon)]


def test_arms_that_are_brought_up_are_no_bombs_that_are_hidden() -> None:
    (event,) = _reading("The navy placed missiles on the island on Monday.").events
    assert event.type == "MOBILIZE"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("An elderly man named Julio Ramos was killed in the bombing.", "Julio Ramos"),
        ("A gunman shot dead a woman called Ana Peret near Dorvat.", "Ana Peret"),
        ("Guards killed a man identified only as Pablo.", "Pablo"),
        ("A man identified as a rebel was killed by guards.", "A man"),
    ],
)
def test_who_is_called_by_a_name_is_told_by_it_once(text: str, name: str) -> None:
    event = _assault(_reading(text))
    assert [r.text for r in event.recipients] == [name] and [t.who for t in event.toll] == [name]


@pytest.mark.parametrize("form", [str, str.upper])
def test_a_group_of_people_acts_once(form: type[str]) -> None:
    event = _assault(_reading(form("The bus was attacked by a group of unidentified persons.")))
    assert [actor.text for actor in event.actors] == [form("unidentified persons")]


def test_headquarters_keep_whose_they_are_and_a_part_gives_way_to_the_whole() -> None:
    event = _assault(_reading("Rebels attacked the headquarters of the river brigade near Dorvat."))
    assert [r.text for r in event.recipients] == ["the headquarters of the river brigade"]
    event = _assault(_reading("Rebels blew up a section of the Dorvat pipeline."))
    assert [r.text for r in event.recipients] == ["Dorvat pipeline"]


def test_a_number_of_two_words_is_left_out_of_things() -> None:
    event = _assault(_reading("One or two minibuses were destroyed by a bomb."))
    assert [r.text for r in event.recipients] == ["minibuses"]


def test_launchers_are_weapons() -> None:
    event = _assault(_reading("The rebels fired two rocket launchers at the dam."))
    assert [i.text for i in event.instruments] == ["rocket launchers"]
    assert [r.text for r in event.recipients] == ["the dam"]


def test_who_is_arrested_in_connection_with_an_attack_or_claims_it_is_held_to_have_done_it() -> None:
    event = _assault(_reading("Two men were arrested in connection with the attack on Senator Pavel Lodin."))
    assert [a.text for a in event.actors] == ["Two men"]
    event = _assault(_reading("The Dawn Front claimed the attack on the bishop."))
    assert [a.text for a in event.actors] == ["Dawn Front"]


def test_casualties_and_who_has_a_wound_do_nothing() -> None:
    event = _assault(_reading("Fighting went on near Dorvat, with over 100 casualties inflicted on the rebels."))
    assert "100 casualties" not in [a.text for a in event.actors]
    event = _assault(_reading("His mother said that he had bruises and a stab wound."))
    assert event.actors == () and [r.text for r in event.recipients] == ["he"]


def test_a_reprisal_did_not_do_what_it_answers() -> None:
    found = _reading("The rebels burned the bus in reprisal for the killing of Ana Peret.").events
    (killing,) = (e for e in found if e.trigger.text == "killing")
    (reprisal,) = (e for e in found if e.trigger.text == "reprisal")
    assert [t.who for t in killing.toll] == ["Ana Peret"] and reprisal.toll == () and reprisal.recipients == ()


def test_damage_that_a_blow_causes_has_what_is_damaged() -> None:
    reading = _reading("The bombing caused heavy damage to the ferry office.")
    assert [r.text for e in reading.events if e.type == "ASSAULT" for r in e.recipients] == ["the ferry office"]


@pytest.mark.parametrize("form", [str, str.upper])
def test_a_column_of_fighters_acts_and_one_of_a_newspaper_is_no_attack(form: type[str]) -> None:
    event = _assault(_reading(form("The motorcade was ambushed by a guerrilla column near Dorvat.")))
    assert [a.text for a in event.actors] == [form("a guerrilla column")]
    assert [r.text for r in event.recipients] == [form("The motorcade")]
    reading = _reading(form("The editor attacked the bishop in his column."))
    assert not [e for e in reading.events if e.type == "ASSAULT"]


def test_who_receives_wounds_is_given_no_aid() -> None:
    events = _reading("The mayor received two bullet wounds and was taken to hospital.").events
    (event,) = (e for e in events if e.type)
    assert (event.type, [r.text for r in event.recipients], event.actors) == ("ASSAULT", ["The mayor"], ())


def test_who_claims_credit_for_an_attack_is_held_to_have_done_it() -> None:
    event = _assault(_reading("The Dawn Front has claimed credit for the attack on the bank."))
    assert [a.text for a in event.actors] == ["Dawn Front"]


def test_names_beside_whom_they_name_suffer_what_those_suffer() -> None:
    event = _assault(
        _reading("Soldiers killed two reporters, Pavel Lodin and Marko Dusan, in two shootings on Friday.")
    )
    assert [a.text for a in event.actors] == ["Soldiers"]
    assert [r.text for r in event.recipients] == ["two reporters", "Pavel Lodin", "Marko Dusan"]


def test_means_are_told_without_their_number() -> None:
    event = _assault(_reading("Commandos launched two bombs against a clinic in Dorvat."))
    assert [i.text for i in event.instruments] == ["bombs"] and [r.text for r in event.recipients] == ["a clinic"]
    (event,) = (e for e in _reading("Police seized 14 rifles in Dorvat.").events if e.type)
    assert [r.text for r in event.recipients] == ["14 rifles"] and event.instruments == ()


def test_casualties_that_somebody_inflicts() -> None:
    event = _assault(_reading("The rebels inflicted 15 casualties on the army near Dorvat."))
    assert ([a.text for a in event.actors], [r.text for r in event.recipients]) == (["The rebels"], ["the army"])
    (event,) = (e for e in _reading("The rebels inflicted 15 casualties on the army in an ambush.").events if e.type)
    assert event.trigger.text == "ambush" and [t.who for t in event.toll] == ["15 casualties"] * 2


@pytest.mark.parametrize(
    "text",
    [
        "Rebel artillery bombarded the market in Dorvat.",
        "Monday's attack on the market left six people dead.",
        "Aid groups counted nine deaths in the shelling of a clinic in Dorvat and called for an inquiry by the court.",
    ],
)
def test_a_market_is_a_place_and_an_inquiry_no_shell(text: str) -> None:
    assert _assault(_reading(text)).status == "occurred"


@pytest.mark.parametrize(
    "text", ["Rising prices hammered the market.", "Reporters launched a barrage of questions at the envoy."]
)
def test_nobody_is_hit_by_prices_or_questions(text: str) -> None:
    assert not [event for event in _reading(text).events if event.type == "ASSAULT"]
