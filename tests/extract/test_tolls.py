"""Tolls: how many, of whom, on the event that caused it."""

from __future__ import annotations

import pytest

import sayso
from sayso.model import Event, Reading, Report, Toll, report_id
from sayso.pipeline import read

pytestmark = pytest.mark.model


def reading(text: str) -> Reading:
    report = Report(id=report_id(outlet=None, url=None, text=text), text=text, published="2024-03-14")
    return next(iter(read([report])))


def tolls(found: Reading) -> list[tuple[Event, Toll]]:
    return [(event, toll) for event in found.events for toll in event.toll]


def test_the_toll_is_on_the_cause() -> None:
    found = reading("A mortar attack on the market killed at least 11 people in Goma.")
    ((event, toll),) = tolls(found)
    assert event.trigger.text.endswith("attack") and event.type == "ASSAULT"
    assert toll.effect == "killed" and "people" in toll.who and toll.scope == "event"
    quantity = next(q for q in found.quantities if q.id == toll.quantity)
    assert (quantity.low, quantity.bound) == (11, "at_least")


def test_up_to_is_kept() -> None:
    found = reading("Rocket strikes killed up to 20 people in Kassala on Sunday.")
    ((_, toll),) = tolls(found)
    quantity = next(q for q in found.quantities if q.id == toll.quantity)
    assert (quantity.high, quantity.low, quantity.bound) == (20, None, "at_most")


def test_those_among_the_dead_are_counted() -> None:
    ((event, toll),) = tolls(reading("Two children were among the dead in the raid on Gao."))
    assert (event.type, toll.effect, toll.who) == ("ASSAULT", "killed", "Two children")


def test_dead_and_wounded_are_two_tolls() -> None:
    found = reading("Gunmen attacked a bus near Jos, killing four passengers and wounding nine.")
    effects = {(toll.effect, toll.who.split()[0]) for _, toll in tolls(found)}
    assert effects == {("killed", "four"), ("injured", "nine")}


def test_a_part_named_has_a_toll_of_its_own() -> None:
    found = reading("The bombing killed 11 people, including two children.")
    assert [toll.who.split()[-1] for _, toll in tolls(found)] == ["people", "children"]


def test_without_a_cause_it_stays_on_the_effect() -> None:
    found = reading("Twelve sailors died when the ferry sank in a storm.")
    ((event, toll),) = tolls(found)
    assert event.trigger.text == "died" and toll.effect == "killed"


def test_a_toll_that_runs_is_cumulative() -> None:
    found = reading("More than 400 people have been killed in the province since January.")
    ((_, toll),) = tolls(found)
    assert toll.scope == "cumulative"


@pytest.mark.parametrize(
    "text", ["The bill would kill jobs.", "The storm killed hundreds of sheep.", "He killed time in the bar."]
)
def test_things_are_no_toll(text: str) -> None:
    assert not tolls(reading(text))


def test_an_object_behind_the_second_verb_is_the_second_verbs() -> None:
    found = reading("A missile attack on Odesa killed 10 people and wounded at least 39 on Monday, officials said.")
    assert {(toll.effect, toll.who) for _, toll in tolls(found)} == {
        ("killed", "10 people"),
        ("injured", "at least 39"),
    }


def test_the_number_of_the_dead_is_the_figure_it_comes_to() -> None:
    found = reading("Crews found two more bodies, bringing the number of people killed by the blast to 12, he said.")
    figures = {q.id: q.best for q in found.quantities}
    assert [(toll.effect, figures[toll.quantity or ""]) for _, toll in tolls(found)] == [("killed", 12)]


def told(text: str) -> set[tuple[str, str, str]]:
    """(effect, who, the event that it stands on) of every toll."""
    return {(toll.effect, toll.who, event.trigger.text) for event, toll in tolls(reading(text))}


@pytest.mark.parametrize(
    ("text", "figure", "was"),
    [
        ("The toll rose to 15 from 12.", 15, 12),
        ("Officials raised the toll to 31 from 27.", 31, 27),
        ("The number of dead has risen to 19, the mayor said.", 19, None),
        ("The ministry put the number of dead at 28.", 28, None),
        ("Police said the toll had reached 40.", 40, None),
        ("The death toll is 61.", 61, None),
    ],
)
def test_a_toll_that_comes_to_a_figure_needs_no_assault_beside_it(text: str, figure: int, was: int | None) -> None:
    found = reading(text)
    figures = {q.id: q.best for q in found.quantities}
    ((_, toll),) = tolls(found)
    assert (toll.effect, figures[toll.quantity or ""], toll.scope) == ("killed", figure, "cumulative")
    assert (figures[toll.was] if toll.was else None) == was


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "A Russian drone struck a bus in Kupiansk on Monday. At least nine people were killed, including a child.",
            {("killed", "At least nine people", "struck"), ("killed", "a child", "struck")},
        ),
        (
            "Gunmen ambushed a convoy near Gao. The army said 14 soldiers were killed and 11 wounded.",
            {("killed", "14 soldiers", "ambushed"), ("injured", "11 wounded", "ambushed")},
        ),
        (
            "Gunmen stormed a church in Owo on Sunday. Dozens of worshippers are feared dead.",
            {("killed", "Dozens of worshippers", "stormed")},
        ),
        (
            "A suicide bomber attacked a mosque in Kano. The death toll stands at 33, the health ministry said.",
            {("killed", "33", "attacked")},
        ),
        (
            "A drone struck a dormitory in Hlukhiv on Monday. Nine people were killed, officials said on Tuesday.",
            {("killed", "Nine people", "struck")},
        ),
    ],
)
def test_the_cause_may_stand_a_sentence_before(text: str, expected: set[tuple[str, str, str]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "A drone struck a depot in Hlukhiv. At least nine people were killed in Kharkiv.",
        "Rebels attacked the town of Djibo on Monday. On Tuesday two people died in a car crash.",
        "Russia threatened to strike Odesa. Nine people were killed.",
        "Gunmen attacked a farm at dawn. Police killed three men.",
        "Rebels attacked a farm. We inflicted 40 dead on them.",
    ],
)
def test_what_is_told_of_another_place_day_or_doer_is_no_toll_of_the_event_before(text: str) -> None:
    events = [event.trigger.text for event, toll in tolls(reading(text)) if toll.effect == "killed"]
    assert events
    assert not {"struck", "strike", "attacked"} & set(events)


def test_a_toll_told_later_keeps_its_source_and_its_telling() -> None:
    found = reading("A drone struck a bus in Kupiansk. Nine people were killed, the mayor said.")
    ((event, toll),) = tolls(found)
    assert event.trigger.text == "struck" and event.according_to == ()
    assert [link.text for link in toll.according_to or ()] == ["the mayor"]
    assert [e.same_as for e in found.events if e.trigger.text == "killed"] == [event.id]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The attack killed between 14 and 20 soldiers.", ("killed", "between 14 and 20 soldiers", "attack")),
        ("The attack wounded scores of people.", ("injured", "scores of people", "attack")),
        ("Nobody was killed in the drone attack on the refinery.", ("killed", "Nobody", "drone attack")),
        ("The governor reported the death of four medics in the strike.", ("killed", "four medics", "strike")),
        ("The shelling of the town ended with 12 injured.", ("injured", "12 injured", "shelling")),
        ("The militia took 17 villagers hostage.", ("captured", "17 villagers", "took hostage")),
        ("The attack cost 17 people their lives.", ("killed", "17 people", "attack")),
        ("The blast claimed the lives of 23 people.", ("killed", "23 people", "blast")),
        ("The army said it lost 14 men in the ambush.", ("killed", "14 men", "ambush")),
        ("Fighting drove some 5,000 people out of the town.", ("displaced", "some 5,000 people", "Fighting")),
        ("Hundreds of people fled the village after the shelling.", ("displaced", "Hundreds of people", "shelling")),
        ("A total of 77 people were killed in the two attacks.", ("killed", "77 people", "attacks")),
        ("The bodies of 13 men were found in a mass grave.", ("killed", "13 men", "found")),
    ],
)
def test_other_words_for_a_toll(text: str, expected: tuple[str, str, str]) -> None:
    assert told(text) == {expected}


def test_each_group_has_its_own_effect() -> None:
    found = told("A car bomb exploded outside the bank, with 12 injured and three dead.")
    assert {(effect, who) for effect, who, _ in found} == {("injured", "12 injured"), ("killed", "three dead")}
    found = told("The clashes resulted in 18 deaths and 45 injuries.")
    assert {(effect, who) for effect, who, _ in found} == {("killed", "18 deaths"), ("injured", "45 injuries")}
    found = told("The strike killed and injured civilians.")
    assert {effect for effect, _, _ in found} == {"killed", "injured"}


@pytest.mark.parametrize(
    "text",
    [
        "Some 300 people have died in the fighting over the past month.",
        "The war has killed an estimated 50,000 people.",
        "So far this year 40 aid workers have been killed.",
    ],
)
def test_what_is_counted_over_a_while_is_cumulative(text: str) -> None:
    assert {toll.scope for _, toll in tolls(reading(text))} == {"cumulative"}


def test_years_of_age_count_nobody() -> None:
    ((_, toll),) = tolls(reading("An 11-year-old boy died."))
    assert toll.quantity is None


def test_those_joined_with_an_effect_of_their_own_are_not_killed_too() -> None:
    found = told("Two pilots and a cook were killed and five others injured in the ambush.")
    assert {(effect, who) for effect, who, _ in found} == {
        ("killed", "Two pilots"),
        ("killed", "a cook"),
        ("injured", "five others"),
    }
    assert {cause for _, _, cause in found} == {"ambush"}


@pytest.mark.parametrize("form", [str, str.upper])
def test_headlines_tell_each_effect(form: type[str]) -> None:
    found = told(form("Truck bomb kills 6, wounds 21 in Dorvat bazaar"))
    assert {(effect, who) for effect, who, _ in found} == {("killed", "6"), ("injured", "21")}


def test_the_toll_of_a_headline_that_climbs() -> None:
    ((event, toll),) = tolls(reading("Death toll in Dorvat attack mounts to 42"))
    assert (event.type, toll.who, toll.scope) == ("ASSAULT", "42", "cumulative")


def test_the_toll_of_a_headline_in_which_the_parse_finds_no_verb() -> None:
    ((_, toll),) = tolls(reading("Death toll in the shelling climbs to 42"))
    assert (toll.effect, toll.who, toll.scope) == ("killed", "42", "cumulative")


def test_those_hurt_did_not_do_it() -> None:
    found = reading("Six dead, dozens hurt in Dorvat blast")
    assert {toll.effect for _, toll in tolls(found)} == {"killed", "injured"}
    assert not any(event.actors for event in found.events)


def test_left_dead_and_wounded_by_the_same_attack() -> None:
    found = told("The attack left three people dead and at least 16 others wounded.")
    assert {(effect, cause) for effect, _, cause in found} == {("killed", "attack"), ("injured", "attack")}


def test_those_killed_beside_the_bomber() -> None:
    assert ("killed", "four clerks", "killed") in told("A suicide bomber killed himself and four clerks.")


def test_what_one_murder_is_the_third_of_is_of_the_event() -> None:
    assert {toll.scope for _, toll in tolls(reading("The murder of the clerk was the third this year."))} <= {"event"}


def test_hurting_is_no_part_of_the_group() -> None:
    found = reading("A HELICOPTER FIRED ROCKETS AT A SCHOOL IN LINDI, WOUNDING SIX PUPILS.")
    assert [toll.who for _, toll in tolls(found)] == ["SIX PUPILS"]


def test_hostages_taken_are_captured() -> None:
    ((event, toll),) = tolls(reading("More than 40 hostages were taken by gunmen in Dorvat."))
    assert (event.type, event.mode, toll.effect) == ("ASSAULT", "abduct", "captured")


@pytest.mark.parametrize("text", ["The company lost 300 jobs.", "The team lost three players to injury."])
def test_other_losses_are_no_toll(text: str) -> None:
    assert not tolls(reading(text))


def test_left_dead_behind_the_noun_itself() -> None:
    found = told("The shelling left a nurse dead and two hurt.")
    assert found == {("killed", "a nurse", "shelling"), ("injured", "two", "shelling")}


def test_effects_side_by_side_have_one_cause() -> None:
    found = told("Two nurses were killed and 89 people were injured in Sunday's raid, the prosecutor's office said.")
    assert found == {("killed", "Two nurses", "raid"), ("injured", "89 people", "raid")}


def test_what_was_left_dead_and_wounded_are_two_tolls_of_one_event() -> None:
    found = reading("The blast in Kassala left six people dead and at least ten wounded.")
    assert {(event.type, toll.effect) for event, toll in tolls(found)} == {
        ("ASSAULT", "killed"),
        ("ASSAULT", "injured"),
    }


def test_an_arrest_beside_a_toll_of_the_sentence_before_is_an_act_of_its_own() -> None:
    found = reading("Sall was shot dead by two guards. One person has been arrested, though no injuries were reported.")
    (arrest,) = [event for event in found.events if event.type == "COERCE"]
    assert arrest.same_as is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A gunman fatally shot 34-year-old Ana Lopes outside a bank.", {("killed", "Ana Lopes", "shot")}),
        ("Gunmen shot dead Mayor Jan Holt.", {("killed", "Jan Holt", "shot dead")}),
        (
            "A bomb exploded at a market, killing nine people and wounding more than 40 others.",
            {("killed", "nine people", "exploded"), ("injured", "more than 40 others", "exploded")},
        ),
        (
            "Nine people, among them two children, were killed in the raid.",
            {("killed", "Nine people", "raid"), ("killed", "two children", "raid")},
        ),
        (
            "At least nine people were killed and 12 injured when a shell hit a bus.",
            {("killed", "At least nine people", "hit"), ("injured", "12 injured", "hit")},
        ),
        ("The killing of nine villagers during the war was mourned.", {("killed", "nine villagers", "killing")}),
        ("A bomb killed seven cooks. It raised an earlier toll of five dead.", {("killed", "seven cooks", "bomb")}),
        ("Rebels tried to kill Mayor Jan Holt.", set()),
        ("They threatened to kidnap nine nuns.", set()),
    ],
)
def test_who_is_counted_and_on_what(text: str, expected: set[tuple[str, str, str]]) -> None:
    assert {(toll.effect, toll.who, event.trigger.text) for event, toll in tolls(reading(text))} == expected


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("Last week's raid killed nine people.", "event"),
        ("The raid last week killed nine people.", "event"),
        ("Raids have killed nine people over the past month.", "cumulative"),
        ("Raids have killed 90 people this year.", "cumulative"),
    ],
)
def test_last_week_is_when_it_was(text: str, scope: str) -> None:
    ((_, toll),) = tolls(reading(text))
    assert toll.scope == scope


def test_a_second_effect_that_the_parse_hung_on_those_of_the_first() -> None:
    found = told("A drone hit a crowded market in Bria, killing at least four people and injuring 11.")
    assert found == {("killed", "at least four people", "hit"), ("injured", "11", "hit")}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rebels raided a market in Kaya, killing nine traders, among them two boys.", {("killed", "two boys")}),
        ("Bombers hit a bus in Homs on Monday and killed nine. Guards shot three of them.", {("killed", "nine")}),
        ("Gunmen attacked a barracks near Bol and killed nine of them.", {("killed", "nine")}),
        (
            "A strike on a depot in Aden killed 12 workers on Monday. On Tuesday doctors raised the toll to 19.",
            {("killed", "12 workers"), ("killed", "19")},
        ),
        (
            "Rebels ambushed a patrol near Goma, killing two men. A priest put the number of dead soldiers at six.",
            {("killed", "two men"), ("killed", "six")},
        ),
        ("The army shelled the camp near Bol. The rebels put their own dead at four.", {("killed", "four")}),
        ("Gunmen attacked a convent near Bol and took five nuns hostage.", {("captured", "five nuns")}),
    ],
)
def test_later_and_partial_figures_are_on_the_deed(text: str, expected: set[tuple[str, str]]) -> None:
    found = [(event, toll) for event, toll in tolls(reading(text)) if event.type == "ASSAULT"]
    assert expected <= {(toll.effect, toll.who) for _, toll in found}


def test_who_is_accused_of_having_killed_did_it() -> None:
    found = reading("The army accused the rebels of having killed a guide near Bol.")
    (event,) = (event for event, _ in tolls(found))
    assert [actor.text for actor in event.actors] == ["the rebels"]


@pytest.mark.parametrize("text", ["Tax cuts raised the number of homes to nine.", "He put his losses at nine francs."])
def test_other_figures_are_no_toll(text: str) -> None:
    assert not tolls(reading(text))


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The morgue received 14 bodies, a surgeon said.", "14 bodies"),
        ("The union put the dead at nine.", "nine"),
        ("A watchdog reported 12 deaths.", "12 deaths"),
        ("The union said it had counted nine dead.", "nine dead"),
    ],
)
def test_who_counts_the_dead_has_not_killed_them(text: str, who: str) -> None:
    found = reading(f"Gunmen raided a village near Gao on Monday. {text}")
    ((event, toll),) = tolls(found)
    assert (event.trigger.text, toll.who) == ("raided", who)


@pytest.mark.parametrize("text", ["Officials confirmed two deaths from cholera.", "The rebels inflicted 40 dead."])
def test_dead_of_another_cause_are_not_the_attacks(text: str) -> None:
    found = reading(f"Gunmen raided a village near Gao on Monday. {text}")
    assert [event.trigger.text for event, _ in tolls(found)] != ["raided"]


@pytest.mark.parametrize(
    ("text", "whole", "part", "count"),
    [
        ("A mine killed nine labourers near Bor, four of them women.", "nine labourers", "four of them women", 4),
        ("Eight guards, two of them officers, died in the raid on Bor.", "Eight guards", "two of them officers", 2),
        ("The raid left 30 dead, most of them children.", "30 dead", "most of them children", None),
        ("Six pupils were abducted in Bor, three of them girls.", "Six pupils", "three of them girls", 3),
    ],
)
def test_parts_of_those_counted(text: str, whole: str, part: str, count: int | None) -> None:
    found = reading(text)
    who = {toll.who: toll for _, toll in tolls(found)}
    assert set(who) == {whole, part}
    number = next((q.best for q in found.quantities if q.id == who[part].quantity), None)
    assert count is None or number == count


def test_since_as_an_adverb_counts_nothing_on() -> None:
    text = "In May, 17 clerks were seized in Bor; three have since been freed. Since June, 40 drivers have been seized."
    scopes = [toll.scope for _, toll in tolls(reading(text)) if toll.effect == "captured"]
    assert scopes == ["event", "cumulative"]


def test_a_death_told_beside_them_makes_nobody_dead() -> None:
    found = tolls(
        reading("Officials said 46 people had been wounded in Bor, while the clinic reported its first death.")
    )
    assert [toll.effect for _, toll in found] == ["injured"]


def test_the_number_of_those_killed_has_an_earlier_one() -> None:
    found = reading("Shelling went on in Bor. Togo said the number of its guards killed had risen to 14 from 12.")
    ((_, toll),) = tolls(found)
    assert [q.best for i in (toll.quantity, toll.was) for q in found.quantities if q.id == i] == [14, 12]


@pytest.mark.parametrize(
    "text",
    [
        "More than 40,000 people have been killed in the conflict, which began in 1984.",
        "The war broke out in April. It has killed thousands of people.",
    ],
)
def test_the_dead_of_a_war_are_of_no_day(text: str) -> None:
    ((event, toll),) = tolls(reading(text))
    assert toll.scope == "cumulative" and event.start is None and event.salience == "background"


def test_bodies_are_of_those_whom_the_sentence_has_killed() -> None:
    text = (
        "Rebels fired rockets at the port, though no one was hurt. On Wednesday a gunman killed at least 11 monks; "
        "a nurse said she had counted 20 bodies."
    )
    dead = [(event.trigger.text, toll.who) for event, toll in tolls(reading(text)) if toll.effect == "killed"]
    assert dead == [("killed", "at least 11 monks"), ("killed", "20 bodies")]


def test_a_number_of_those_killed_at_a_figure() -> None:
    ((_, toll),) = tolls(reading("Six monks were shot. He put the number of monks killed at around 40."))
    assert toll.who == "around 40"


@pytest.mark.parametrize(
    ("text", "count"),
    [("Gunmen fled on motorbikes.", 0), ("The premier fled to Chad.", 0), ("Families fled the town.", 1)],
)
def test_only_those_who_are_driven_out_are_displaced(text: str, count: int) -> None:
    assert len(tolls(reading(text))) == count


def test_a_relative_clause_over_who_says_so_has_its_toll() -> None:
    text = "The guild questioned the raids, which officials say have killed more than 300 rebels."
    ((event, toll),) = tolls(reading(text))
    assert event.trigger.text == "raids" and toll.who == "more than 300 rebels"


def test_looting_hurts_nobody() -> None:
    found = tolls(reading("Shops were looted. The director said 400 people had been hurt."))
    assert [event.trigger.text for event, _ in found] == ["hurt"]


@pytest.mark.parametrize(
    ("told", "effect", "who"),
    [
        ("Soldiers seized nine miners near Gao.", "captured", "nine miners"),
        ("Rebels raided a mill near Gao. A nurse said she had seen 14 bodies.", "killed", "14 bodies"),
        ("Rebels raided a mill near Gao. The office has so far confirmed the deaths of 18 traders.", "killed",
         "18 traders"),
        ("Rebels raided a mill. The office opened an inquiry and has verified 18 deaths.", "killed", "18 deaths"),
    ],
)  # fmt: skip
def test_who_counts_after_a_raid_tells_its_toll(told: str, effect: str, who: str) -> None:
    reading = sayso.read(told, published="2024-11-19")
    deed = next(e for e in reading.events if e.type in ("ASSAULT", "COERCE"))
    assert (effect, who) in [(t.effect, t.who) for t in deed.toll]


@pytest.mark.parametrize(
    "told",
    [
        "Rebels seized 40 rifles in Gao.",
        "Rebels seized two hills on Monday.",
        "Chad's navy seized three Malian trawlers for poaching.",
    ],
)
def test_who_seizes_things_captures_nobody(told: str) -> None:
    assert not any(e.toll for e in sayso.read(told, published="2024-11-19").events)


@pytest.mark.parametrize(
    ("text", "low"),
    [
        ("Police said they made 86 arrests during the march.", 86),
        ("There were 14 arrests in Marseille.", 14),
        ("The march ended with three arrests, police said.", 3),
    ],
)
def test_arrests_are_counted(text: str, low: int) -> None:
    found = reading(text)
    ((event, toll),) = tolls(found)
    assert (event.type, event.mode, toll.effect) == ("COERCE", "arrest", "captured")
    assert next(q for q in found.quantities if q.id == toll.quantity).low == low


@pytest.mark.parametrize(
    ("text", "tolls"),
    [
        (
            "Gunmen raided a mill on Monday, and eleven men are in hospital with burns.",
            [("injured", "eleven men")],
        ),
        ("Police fired tear gas at miners and 17 people were taken to hospital.", [("injured", "17 people")]),
        ("A grenade exploded in a cafe in Olmen. Nine cooks were rushed to a clinic.", [("injured", "Nine cooks")]),
        ("Guards beat bakers in Oran. Two were hospitalised.", [("injured", "Two")]),
        ("A mob attacked a bakery. Four cooks suffered burns.", [("injured", "Four cooks")]),
        ("The attack left 14 people in hospital.", [("injured", "14 people")]),
        ("Two guards remain in a serious condition after the raid.", [("injured", "Two guards")]),
        ("Six nuns were treated for cuts after the bombing.", [("injured", "Six nuns")]),
        ("Police are looking into two murders in Olmen.", [("killed", "two murders")]),
        # nobody was hurt, or nobody is counted
        ("The bodies of three guards were taken to hospital after the raid.", []),
        ("Gunmen raided a clinic and took nine nurses to the border.", []),
        ("Cooks took nine ovens to the hospital after the raid.", []),
        ("After the raid nine nuns were in hospital with a fever.", []),
    ],
)
def test_who_is_in_the_care_of_doctors_was_hurt(text: str, tolls: list[tuple[str, str]]) -> None:
    found = [t for e in reading(text).events if e.type == "ASSAULT" for t in e.toll]
    assert [(t.effect, t.who) for t in found] == tolls


def test_those_in_hospital_are_part_of_the_injured_that_are_counted() -> None:
    found = reading("A bomb in Olmen wounded nine cooks, a nurse said. Four people remain in a serious condition.")
    assert [(toll.effect, toll.who) for _, toll in tolls(found)] == [("injured", "nine cooks")]


@pytest.mark.parametrize(
    ("text", "effect", "who", "low"),
    [
        ("A drone hit a market, killing 38 people. Eleven of the dead were children, medics said.",
         "killed", "Eleven of the dead were children", 11),
        ("Gunmen killed 14 people in Gao. Eight of the dead were guards, the mayor said.",
         "killed", "Eight of the dead were guards", 8),
        ("A bomb killed nine people in Gao. Four of those killed were soldiers.",
         "killed", "Four of those killed were soldiers", 4),
        ("A blast wounded 30 people in Lima. Five of the wounded were nurses.",
         "injured", "Five of the wounded were nurses", 5),
        ("Some 38 people were killed and scores injured when a drone hit a market.", "injured", "scores injured", 40),
        ("Nine people died in the raid, the ministry said, but doctors put the number at 14.", "killed", "14", 14),
    ],
)  # fmt: skip
def test_parts_and_second_figures_are_on_the_deed(text: str, effect: str, who: str, low: int) -> None:
    found = reading(text)
    quantities = {q.id: q.low for q in found.quantities}
    (event, _), *others = tolls(found)
    assert {one.id for one, _ in others} == {event.id}
    assert (effect, who, low) in {(t.effect, t.who, quantities.get(t.quantity or "")) for t in event.toll}


def test_of_others_a_part_is_no_toll() -> None:
    assert tolls(reading("Two of the officials were women. The union put the number of its members at 900.")) == []


@pytest.mark.parametrize(
    ("text", "scopes"),
    [
        ("The fighting has killed 300 people in the past ten days.", ["cumulative"]),
        ("Two years of fighting have left 900 dead.", ["cumulative"]),
        ("Nine nuns were killed and 40 wounded in raids since January.", ["cumulative", "cumulative"]),
        ("A raid killed nine nuns on Monday, bringing to 300 the number of dead since May.", ["event", "cumulative"]),
        ("A bomb killed nine nuns two days ago.", ["event"]),
    ],
)
def test_what_runs_over_days_and_what_only_adds_to_it(text: str, scopes: list[str]) -> None:
    assert [toll.scope for _, toll in tolls(reading(text))] == scopes


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("A nurse who was injured in the 2016 bombing in Oran spoke.", [("injured", "A nurse")]),
        ("Nine nuns who were killed in Monday's raid were buried.", [("killed", "Nine nuns")]),
        ("Rebels freed nine boys whom they had abducted in May.", [("captured", "nine boys")]),
        ("The bishop, who was wounded in the attack, spoke.", [("injured", "The bishop")]),
        ("The raid, which killed nine nuns, was condemned.", [("killed", "nine nuns")]),
    ],
)
def test_those_of_whom_a_relative_clause_tells_are_counted(text: str, counted: list[tuple[str, str]]) -> None:
    assert [(toll.effect, toll.who) for _, toll in tolls(reading(text))] == counted


def test_a_deed_of_days_before_killed_nobody_now() -> None:
    text = "A suicide bomber killed five policemen in Torkas on Thursday, three days after an attack in Mirak."
    ((event, _),) = tolls(reading(text))
    assert event.trigger.text == "killed"
    ((event, _),) = tolls(reading("Two soldiers died three days after an attack in Mirak."))
    assert event.trigger.text == "attack"


def test_whom_an_attack_left_dead_is_its_toll_and_not_that_of_the_reply() -> None:
    text = "Jets hit 29 camps in Chad in retaliation for an attack on a firm in Ankara that left five people dead."
    tolls = {e.trigger.text: len(e.toll) for e in reading(text).events if e.type == "ASSAULT"}
    assert (tolls["hit"], tolls["attack"]) == (0, 1)


@pytest.mark.parametrize(
    ("text", "figure", "source"),
    [
        ("Gunmen raided a post on Friday, killing four officers. A union put the number at seven.", 7, "A union"),
        ("Rebels shelled the market on Monday, killing nine people. The governor put the figure at 12.", 12, "The gov"),
        ("Rebels shelled a market on Monday, killing 19 people. A nurse counted 27 bodies.", 27, "A nurse"),
    ],
)
def test_another_count_is_of_the_same_deed_on_its_own_word(text: str, figure: int, source: str) -> None:
    found = reading(text)
    best = {quantity.id: quantity.best for quantity in found.quantities}
    counts = [(event, toll) for event, toll in tolls(found) if toll.effect == "killed"]
    assert len({event.id for event, _ in counts}) == 1 and len(counts) == 2
    (link,) = next(toll.according_to or () for _, toll in counts if best[toll.quantity or ""] == figure)
    assert link.text.startswith(source)


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen killed two clerks. The mine sold gold. The bank put the number at seven.",
        "Gunmen killed two clerks. Officials put the number of trucks at seven.",
    ],
)
def test_a_number_of_something_else_is_no_toll(text: str) -> None:
    ((_, toll),) = tolls(reading(text))
    assert "clerks" in toll.who


def test_casualties_are_killed_or_injured() -> None:
    for text, effects in (
        ("The blast caused 12 casualties.", {"killed", "injured"}),
        ("The blast caused no casualties.", {"killed"}),
    ):
        assert {toll.effect for _, toll in tolls(reading(text))} == effects


def test_a_number_before_a_second_verb_is_counted_by_the_first() -> None:
    found = reading("Soldiers killed 3 and wounded 12 clerks on Friday.")
    assert {(toll.effect, toll.who) for _, toll in tolls(found)} == {("killed", "3"), ("injured", "12 clerks")}


@pytest.mark.parametrize(
    ("text", "one"),
    [
        ("A soldier was killed in the shelling of Gao.", True),
        ("The shelling of Gao killed Ana Ruiz, a teacher.", True),
        ("Rebels shelled Gao on Monday. Moussa Cisse was hit; he later died of his wounds.", True),
        ("One soldier was killed in the shelling of Gao.", False),
        ("Soldiers were killed in the shelling of Gao.", False),
        ("A family was killed in the shelling of Gao.", False),
        ("The crew was killed in the shelling of Gao.", False),
    ],
)
def test_one_person_needs_no_number(text: str, one: bool) -> None:
    """Those whom a number counts have their quantity."""
    found = [toll for _, toll in tolls(reading(text)) if toll.effect == "killed"]
    assert found and {toll.one for toll in found} == {one}


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Gunmen attacked Gao on Sunday. Police raised their figure on Monday to 19 killed.", ["Police"]),
        ("Gunmen attacked Gao on Sunday. The governor lowered his count to 19 dead.", ["The governor"]),
        (
            "Jets bombed a market in Gao, killing nine people. A union raised its own count to 19 on Monday.",
            ["A union"],
        ),
        ("Jets bombed a market in Gao, killing nine people. The mayor raised his own count to 19", ["The mayor"]),
        ("Gunmen attacked Gao on Sunday. A second attack raised the toll to 19 dead.", []),
    ],
)
def test_who_moves_a_figure_of_his_own_is_its_source(text: str, source: list[str]) -> None:
    found = reading(text)
    numbers = {q.id: q.best for q in found.quantities}
    said = [toll.according_to or () for _, toll in tolls(found) if numbers.get(toll.quantity or "") == 19]
    assert said and [link.text for link in said[0]] == source
