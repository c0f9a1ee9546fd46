"""Who did it and to whom, where the grammar alone does not say: nouns of deeds, texts that speak, offices, means."""

from __future__ import annotations

import pytest

from tests.extract.test_events import names, reading, told

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "kind", "whom"),
    [
        ("Thousands marched after Paulo Reis's killing.", "ASSAULT", ["Paulo Reis"]),
        ("The minister's assassination shook the country.", "ASSAULT", ["The minister"]),
        ("The appointment of Jonas Beck as foreign minister was put off.", "DECIDE", ["Jonas Beck"]),
        ("Rebels demanded the removal of President Jonas Beck and his deputy.", "DECIDE", ["Jonas Beck", "his deputy"]),
        ("Two men were arrested over the embassy bombings in Oran.", "ASSAULT", ["embassy"]),
    ],
)
def test_whose_killing_or_dismissal_it_is_has_not_done_it(text: str, kind: str, whom: list[str]) -> None:
    (deed,) = told(reading(text), kind)
    assert not deed.actors and names(deed, "recipients") == whom


def test_armed_people_before_a_killing_have_done_it() -> None:
    (killing,) = told(reading("A police shooting of a boy set off unrest."), "ASSAULT")
    assert names(killing, "actors") == ["police"] and names(killing, "recipients") == ["a boy"]


@pytest.mark.parametrize(
    "text",
    [
        "Jonas Beck, 23, charged with the murders of two guards, appeared in court.",
        "Jonas Beck confessed to the murders of two guards.",
        "Jonas Beck pleaded guilty to the murders of two guards.",
        "Jonas Beck was found guilty of the murders of two guards.",
        "Jonas Beck is accused of masterminding the attack on two guards.",
        "Officials say the attack on two guards was plotted by the terrorist Jonas Beck.",
        "The bureau failed to prevent the murder of two guards by Jonas Beck.",
    ],
)
def test_who_is_held_to_have_done_it_is_its_actor(text: str) -> None:
    (deed,) = told(reading(text), "ASSAULT")
    assert names(deed, "actors") == ["Jonas Beck"]


def test_found_guilty_of_doing_it() -> None:
    (kidnapping,) = told(reading("Two men were found guilty of kidnapping a doctor."), "ASSAULT")
    assert names(kidnapping, "actors") == ["Two men"]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The council issued a statement urging Chad to leave Gao.", "The council"),
        ("Rosa Quint wrote an op-ed urging Chad to leave Gao.", "Rosa Quint"),
        ("The council adopted a resolution that urged Chad to leave Gao.", "The council"),
    ],
)
def test_who_brings_out_the_text_that_speaks(text: str, who: str) -> None:
    (urging,) = told(reading(text), "REQUEST")
    assert names(urging, "actors") == [who] and names(urging, "recipients") == ["Chad"]


def test_who_speaks_by_what_is_done() -> None:
    (rebuke,) = told(reading("In an implicit rebuke to Mali, Chad recalled its envoy."), "ACCUSE")
    assert names(rebuke, "actors") == ["Chad"]


def test_a_name_after_an_office_or_between_commas_stands_for_its_holder() -> None:
    found = reading("Amina Diallo met with the Democratic state attorney, Jonas Beck.")
    assert names(told(found, "CONSULT")[0], "recipients") == ["Jonas Beck"]
    found = reading("She took part in talks between the Union chairman and his Front counterpart, Jonas Beck.")
    assert names(told(found, "CONSULT")[0], "actors") == ["Union chairman", "Jonas Beck"]


def test_what_was_used_for_it_is_the_means() -> None:
    (damage,) = told(reading("The rebels used a drone to damage the depot."), "ASSAULT")
    assert names(damage, "actors") == ["The rebels"] and names(damage, "instruments") == ["a drone"]


def test_the_participle_that_carries_a_noun_shares_its_sides() -> None:
    (sanctions,) = told(reading("Sanctions imposed by Chad on Mali took effect."), "SANCTION")
    assert names(sanctions, "actors") == ["Chad"] and names(sanctions, "recipients") == ["Mali"]


def test_who_agrees_with_the_exception_of_others_does_not_agree_with_them() -> None:
    (agreed,) = told(reading("All the parties, with the exception of the Greens, agreed on the plan."), "AGREE")
    assert names(agreed, "actors") == ["the parties"] and not agreed.recipients


def test_the_same_word_with_the_takes_the_attack_up_with_its_actor() -> None:
    found = reading("Gunmen attacked a village near Gao on Monday. Ten people were killed in the attack.")
    first, again = told(found, "ASSAULT")
    assert again.same_as == first.id and names(again, "actors") == ["Gunmen"]


def test_a_quotation_mark_inside_a_side_has_its_other() -> None:
    (shooting,) = told(reading('Police shot the "traitors" who had left.'), "ASSAULT")
    assert names(shooting, "recipients") == ['the "traitors"']


@pytest.mark.parametrize(
    ("text", "kind", "who"),
    [
        (
            "Chad's embassy said the deliveries made Mali a party to the war and threatened retaliation.",
            "THREATEN",
            "Chad's embassy",
        ),
        (
            "Spokesman Paulo Reis said Chad would attend but demanded that Mali pull out its troops.",
            "REQUEST",
            "Paulo Reis",
        ),
        ("Chad along with its allies demanded that Mali leave.", "REQUEST", "Chad"),
    ],
)
def test_who_said_something_and_demands_something_else(text: str, kind: str, who: str) -> None:
    assert names(told(reading(text), kind)[0], "actors") == [who]


def test_an_agent_behind_the_place_of_a_passive() -> None:
    text = "The nuns were released in a remote part of the Upper River province by the Chadian Freedom Front, or CFF."
    (release,) = told(reading(text), "RETREAT")
    assert names(release, "actors") == ["Chadian Freedom Front"] and names(release, "recipients") == ["The nuns"]


def test_a_participle_before_the_verb_is_passive() -> None:
    text = "Three bankers kidnapped in northern Chad were freed on Friday and handed over, the government said."
    (kidnapping,) = told(reading(text), "ASSAULT")
    assert not kidnapping.actors and names(kidnapping, "recipients") == ["Three bankers"]


def test_what_somebody_is_sentenced_for_he_has_done() -> None:
    text = (
        "A court sentenced a former militia commander to 20 years in prison for torturing prisoners in Gao and for "
        "the murder of two guards."
    )
    deeds = told(reading(text), "ASSAULT")
    assert [names(deed, "actors") for deed in deeds] == [["a former militia commander"]] * 2


def test_who_does_something_in_a_call_is_a_side_of_the_call() -> None:
    found = reading("President Rosa Quint thanked Chad for the aid in a telephone call with Paulo Reis.")
    (call,) = told(found, "CONSULT")
    assert names(call, "actors") == ["Rosa Quint"] and names(call, "recipients") == ["Paulo Reis"]


def test_who_is_in_talks() -> None:
    (talks,) = told(reading("The envoy said Togo was in talks with Chad over the port."), "CONSULT")
    assert names(talks, "actors") == ["Togo"] and names(talks, "recipients") == ["Chad"]


def test_a_minister_without_a_name_is_a_side_of_the_call_too() -> None:
    found = reading("Togo's trade minister praised the accord in a phone call with his Kenyan counterpart.")
    (call,) = told(found, "CONSULT")
    assert names(call, "actors") == ["Togo's trade minister"]


@pytest.mark.parametrize(
    ("text", "kind", "means"),
    [
        ("Masked youths threw stones and flares at police in Oran.", "PROTEST", ["stones", "flares"]),
        ("At least 40 people were beaten with cables in a cellar.", "ASSAULT", ["cables"]),
        ("Chad attacked the depot with impunity.", "ASSAULT", []),
        ("Chad's air force shot down nine drones over Gao.", "ASSAULT", []),
    ],
)
def test_what_is_thrown_or_hit_with_is_the_means(text: str, kind: str, means: list[str]) -> None:
    assert names(told(reading(text), kind)[0], "instruments") == means


def test_a_thing_is_the_recipient_where_nobody_is() -> None:
    for text in ("Mali praised the verdict.", "A court in Oran rejected the verdict."):
        assert names(reading(text).events[0], "recipients") == ["the verdict"]


@pytest.mark.parametrize(
    "text",
    [
        "Clashes broke out between the crowd and police in Oran.",
        "No clashes were reported, but clashes developed between the crowd and police later.",
    ],
)
def test_the_verb_says_between_whom_it_took_place(text: str) -> None:
    assert names(told(reading(text), "ASSAULT", "clash")[-1], "actors") == ["the crowd", "police"]


def test_both_sides_of_an_agreement_although_one_name_has_a_possessor() -> None:
    (accord,) = told(reading("An agreement between the government and the teachers' union ended it."), "AGREE")
    assert len(accord.actors) == 2


def test_a_noun_behind_its_doer_still_has_its_target() -> None:
    (strike,) = told(reading("An air strike by the coalition on a tent left dozens of guests dead."), "ASSAULT")
    assert names(strike, "actors") == ["the coalition"] and names(strike, "recipients") == ["a tent"]


def test_whoever_survives_an_attempt_is_its_recipient() -> None:
    (attempt,) = told(reading("The village chief survived an assassination attempt by gunmen."), "ASSAULT")
    assert names(attempt, "recipients") == ["The village chief"]


def test_what_is_left_by_somebody_is_no_effect_of_an_attack() -> None:
    (attack,) = told(reading("The convoy was attacked as it left Gao by the northern road."), "ASSAULT")
    assert not attack.actors and names(attack, "recipients") == ["The convoy"]


def test_whoever_wants_more_is_not_agreed_with() -> None:
    (agreed,) = told(reading("Paulo Reis agreed to give up his bonus, but the protesters want more."), "AGREE")
    assert not agreed.recipients


def test_a_headline_without_its_auxiliary_is_passive() -> None:
    text = "The man arrested last night on charges of murder killed his mother, according to police."
    (arrest,) = told(reading(text), "COERCE")
    assert not arrest.actors and names(arrest, "recipients") == ["The man"]


def test_the_embassies_that_were_bombed_killed_nobody() -> None:
    text = (
        "Jonas Beck met aides after the bombings at Chadian embassies in Mali and Gabon, which have killed 250 people."
    )
    assert not [e for e in told(reading(text), "ASSAULT") if e.actors]


def test_a_suspect_is_the_actor_by_his_name() -> None:
    text = "Police searched for Paulo Reis, a suspect in the bombings of two embassies."
    (bombings,) = told(reading(text), "ASSAULT")
    assert names(bombings, "actors") == ["Paulo Reis"]


def test_a_title_between_an_office_and_a_name() -> None:
    text = "Mali condemned the murder of Fire Department Director Colonel Jonas Beck, who was killed on Monday."
    assert names(told(reading(text), "ASSAULT")[0], "recipients") == ["Jonas Beck"]


@pytest.mark.parametrize(
    ("text", "kind", "who"),
    [
        ("During the exchange of views on Chad, the two leaders pointed out their wish to help.", "CONSULT", "leaders"),
        ("The two presidents continued their exchange of opinions on Chad.", "CONSULT", "presidents"),
        ("It was agreed that the parties will keep in contact.", "AGREE", "parties"),
    ],
)
def test_a_noun_for_both_sides_stands_for_the_sides_of_talks(text: str, kind: str, who: str) -> None:
    (side,) = names(told(reading(text), kind)[0], "actors")
    assert side.endswith(who)


def test_no_body_is_who() -> None:
    found = reading("She spoke of the commander of the Oran Battalion who was killed in Gao.")
    assert names(told(found, "ASSAULT")[0], "recipients") == ["the commander"]


def test_leaders_are_told_with_all_their_countries() -> None:
    found = reading("The leaders of Chad, Mali and Niger will meet in Oran.")
    assert names(told(found, "CONSULT")[0], "actors") == ["The leaders of Chad, Mali and Niger"]


@pytest.mark.parametrize(
    ("text", "charge"),
    [
        ("Tomas Rell was charged with murder and arson.", "murder and arson"),
        ("Chad blamed Mali for the raid.", "the raid"),
        ("The union criticized the minister over the delay.", "the delay"),
        ("Chad accused Mali of arming rebels.", "arming rebels"),
    ],
)
def test_the_content_of_a_charge_is_the_charge(text: str, charge: str) -> None:
    (event,) = (e for e in reading(text).events if e.type == "ACCUSE")
    assert event.content is not None and event.content.text == charge


@pytest.mark.parametrize(
    ("text", "kind", "whom"),
    [
        ("The tribunal overturned court decisions of last year.", "DECIDE", []),
        ("The guild called for union representation.", "REQUEST", []),
        ("The guild asked the council to resign.", "REQUEST", ["the council"]),
        ("The guild asked union leaders to resign.", "REQUEST", ["union leaders"]),
    ],
)
def test_a_word_for_a_sort_of_thing_is_nobody(text: str, kind: str, whom: list[str]) -> None:
    assert [
        n for event in told(reading(text), kind) for n in names(event, "recipients") if n != "court decisions"
    ] == whom
