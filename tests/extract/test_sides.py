"""Whom acts turn to, the sides of talks and of long lists, and words of another sense."""

from __future__ import annotations

import pytest

from tests.extract.test_events import names, place_of, reading, told

pytestmark = pytest.mark.model


def test_those_who_are_thanked_or_congratulated_are_recipients() -> None:
    found = reading(
        "I would like to thank you and your colleagues. The governor congratulated the winners of the Oran Cup."
    )
    thanks, praise = told(found, "SUPPORT")
    assert names(thanks, "recipients") == ["you", "your colleagues"] and thanks.status == "occurred"
    assert names(praise, "recipients") == ["the winners"]


@pytest.mark.parametrize(
    "text",
    [
        "Please accept my warm greetings on the opening of the fair.",
        "The play won a large audience and wide recognition.",
        "Citizens of Chad may enter Mali without a visa for 30 days.",
        "This would make it possible to increase demand for lorries.",
        "The negotiating position of Mali is known.",
        "It is encouraging to see that the project grows.",
        "We will return our diplomats to Bamako.",
        "Diplomatic engagement with the army went on.",
    ],
)
def test_words_of_another_sense_are_no_acts(text: str) -> None:
    wrong = {"AGREE", "CONSULT", "CONTROL", "REQUEST", "RETREAT", "ASSAULT"}
    acts = [e for e in reading(text).events if e.type in wrong]
    assert not [e for e in acts if e.by != "rule:modality"]


def test_a_long_list_with_titles_is_read_whole() -> None:
    found = reading(
        "The meeting was attended by Prime Minister Oskar Lindt, Deputy Chairman of the Trade Board Rosa Quint, "
        "Defence Minister Paulo Reis, Governor of the Oran Province Amina Diallo and Head of the Upper River Bank "
        "Jonas Beck."
    )
    everyone = ["Oskar Lindt", "Rosa Quint", "Paulo Reis", "Amina Diallo", "Jonas Beck"]
    assert names(told(found, "CONSULT")[0], "actors") == everyone


def test_who_is_named_beside_a_member_of_a_list_is_none() -> None:
    found = reading("She met with Paulo Reis, an aide of Rosa Quint, on Monday.")
    assert names(told(found, "CONSULT")[0], "recipients") == ["Paulo Reis"]


def test_a_report_of_a_call_tells_of_talks_by_phone() -> None:
    text = "The leaders discussed trade. It was agreed to maintain contact. Paulo Reis had told of the talks in Oran."
    found = reading(text, title="Telephone conversation with President Paulo Reis")
    assert [e.mode for e in told(found, "CONSULT")] == ["phone", "meet"]
    (agreed,) = told(found, "AGREE")
    assert names(agreed, "actors") == ["The leaders"]


def test_what_they_met_for_they_did() -> None:
    met, discussed = told(reading("The ministers met in Oran to discuss the price of gas."), "CONSULT")
    assert met.status == discussed.status == "occurred"


def test_at_whose_request_and_who_granted_it() -> None:
    found = reading("At the request of Paulo Reis, President Rosa Quint explained the plan.")
    (asked,) = told(found, "REQUEST")
    assert names(asked, "actors") == ["Paulo Reis"] and names(asked, "recipients") == ["Rosa Quint"]


def test_attacks_come_from_somebody() -> None:
    (attacks,) = told(reading("Mali is facing attacks from Chad."), "ASSAULT")
    assert names(attacks, "actors") == ["Chad"] and names(attacks, "recipients") == ["Mali"]


def test_money_for_arms_is_military_aid() -> None:
    assert told(reading("Poland gave Mali a loan of 30 million euros for ammunition."), "AID", "military")


def test_a_commitment_is_one_where_it_is_voiced() -> None:
    assert not told(reading("These strikes only strengthen our commitment to the people of Chad."), "DECIDE")
    assert told(reading("The ministers affirmed their commitment to the security of Chad."), "DECIDE", "pledge")


def test_a_treaty_that_was_signed_is_support() -> None:
    (signed,) = told(reading("The treaty was signed by Chad, Mali, Niger and Gabon in Oran."), "SUPPORT")
    assert names(signed, "actors") == ["Chad", "Mali", "Niger", "Gabon"]


def test_sides_of_what_is_done_on_an_occasion_are_its_sides() -> None:
    found = reading("During a telephone conversation, Paulo Reis congratulated Rosa Quint on her victory.")
    (call,) = told(found, "CONSULT", "phone")
    assert names(call, "actors") == ["Paulo Reis", "Rosa Quint"]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("This calls for a separate discussion.", "possible"),
        ("He stressed the importance of holding talks with Mali.", "possible"),
        ("He stressed the importance of the meeting in Oran.", "occurred"),
        ("It is necessary to hold talks with Mali.", "possible"),
        ("Both expressed willingness to engage in a dialogue with Mali.", "possible"),
        ("At the meeting in Oran the governor asked the president for help.", "occurred"),
        ("They will speak about it at the summit in Oran.", "planned"),
        ("Let me thank the volunteers from Oran.", "occurred"),
    ],
)
def test_talks_that_are_only_wished_for_or_come_at_an_occasion(text: str, status: str) -> None:
    events = [e for e in reading(text).events if e.type in ("CONSULT", "SUPPORT")]
    assert [e.status for e in events] == [status]


def test_a_town_before_a_noun_of_attack_is_where_it_was() -> None:
    for text in ("Kharkiv shelling: two dead.", "Kharkiv shelling kills two."):
        found = reading(text)
        (shelling,) = told(found, "ASSAULT")
        assert not shelling.actors and names(shelling, "recipients") == ["Kharkiv"]
        assert place_of(found, shelling) == "Kharkiv"
    (strike,) = told(reading("The Moscow strike on Kursk killed two people."), "ASSAULT")
    assert names(strike, "actors") == ["Moscow"]


def test_whoever_is_briefed_is_consulted_with() -> None:
    found = reading("Paulo Reis informed President Rosa Quint about the harvest. The envoy briefed reporters on it.")
    (told_her,) = told(found, "CONSULT")
    assert names(told_her, "recipients") == ["Rosa Quint"]


def test_a_visit_of_yours_has_a_visitor() -> None:
    (visit,) = told(reading("Your visit to Oran is welcome."), "CONSULT", "visit")
    assert names(visit, "actors") == ["Your"]


def test_what_is_convened_and_the_convening_are_one_meeting() -> None:
    for text in ("The council convened a special session of the assembly.", "A summit was convened by the council."):
        (session,) = told(reading(text), "CONSULT")
        assert [name.lower() for name in names(session, "actors")] == ["the council"]
    (hosting,) = told(reading("Mali hosted a summit of the river states in Bamako."), "CONSULT")
    assert hosting.mode == "multilateral" and names(hosting, "actors") == ["Mali"]


def test_sides_of_what_is_discussed_do_not_discuss_it() -> None:
    for text in (
        "The presidents discussed the partnership between Chad and Mali.",
        "The presidents continued exchanging views on the situation around Mali.",
    ):
        (talk,) = told(reading(text), "CONSULT")
        assert names(talk, "actors") == ["The presidents"]


def test_gratitude_with_which_something_is_accepted_is_not_accepted() -> None:
    assert not told(reading("He offered her a seat, which she accepted with gratitude."), "SUPPORT")


def test_a_noun_beside_a_noun_is_its_kind() -> None:
    assert not told(reading("Soldiers must hone their professional and combat skills."), "ASSAULT")


def test_a_title_that_the_parse_takes_for_a_preposition_is_none() -> None:
    found = reading("Paulo Reis met with Governor Jonas Beck, Mayor Amina Diallo and General Rosa Quint.")
    (met,) = told(found, "CONSULT")
    assert names(met, "recipients") == ["Jonas Beck", "Amina Diallo", "Rosa Quint"]


def test_who_takes_part_in_a_meeting_is_a_side_of_it() -> None:
    for text in (
        "Taking part in the meeting were Prime Minister Paulo Reis, Speaker Rosa Quint and Minister Jonas Beck.",
        "A meeting took place with the participation of Paulo Reis, Rosa Quint and Jonas Beck.",
    ):
        (meeting,) = told(reading(text), "CONSULT")
        assert names(meeting, "actors") == ["Paulo Reis", "Rosa Quint", "Jonas Beck"]


def test_clashes_that_led_to_something_have_its_doer_as_a_side() -> None:
    found = reading("Chadian fighters seized the village after heavy clashes with the army and the militia.")
    (clashes,) = told(found, "ASSAULT", "clash")
    assert set(names(clashes, "actors")) == {"Chadian fighters", "the army", "the militia"}


def test_who_is_armed_is_a_recipient() -> None:
    (arming,) = told(reading("He accused foreign countries of arming the rebels."), "AID", "military")
    assert names(arming, "actors") == ["foreign countries"] and names(arming, "recipients") == ["the rebels"]


def test_an_army_that_is_ordered_to_do_something_is_not_sent() -> None:
    (order,) = told(reading("The president ordered the army to fight the gangs."), "DECIDE")
    assert order.mode == "order" and names(order, "recipients") == ["the army"]


def test_a_time_inside_what_somebody_is_accused_of_is_not_when_it_was_said() -> None:
    found = reading("The minister accused Chad of bombing villages in Mali last week.")
    (accused,), (bombing,) = told(found, "ACCUSE"), told(found, "ASSAULT")
    assert (accused.from_, bombing.from_) == ("dateline", "words")


def test_joined_acts_share_a_time_at_the_start() -> None:
    found = reading("Eighty years ago, Chadian troops held the town and launched a counter-offensive.")
    assert {(e.start or "")[:4] for e in found.events if e.type} == {"1944"}


def test_this_violence_takes_up_the_attack_by_any_word() -> None:
    found = reading("Overnight, Chad launched its largest assault on Mali. This massive bombardment used drones.")
    first, again = told(found, "ASSAULT")
    assert again.same_as == first.id and names(again, "actors") == ["Chad"]


def test_what_views_are_exchanged_on_is_nobody() -> None:
    found = reading("The leaders exchanged opinions on the progress of Mali's operation in Chad.")
    (talk,) = told(found, "CONSULT")
    assert names(talk, "actors") == ["The leaders"] and not talk.recipients


def test_a_participle_that_opens_the_sentence_is_passive() -> None:
    (detained,) = told(reading("Wrongfully detained, Paulo Reis has been held in Chad since March."), "COERCE")
    assert names(detained, "recipients") == ["Paulo Reis"] and not detained.actors


def test_where_people_are_evacuated_from_does_not_evacuate_them() -> None:
    (evacuation,) = told(reading("The evacuation of civilians from combat zones went on."), "AID")
    assert names(evacuation, "recipients") == ["civilians"] and not evacuation.actors


def test_tariffs_that_are_raised_are_imposed() -> None:
    (tariffs,) = told(reading("Chad raised tariffs on steel from Mali."), "DECIDE", "impose")
    assert names(tariffs, "recipients") == ["Mali"]


def test_whose_goods_a_decision_is_about_is_no_side_of_it() -> None:
    (decision,) = told(reading("The decision to switch to roubles for Chadian gas was explained."), "DECIDE")
    assert not decision.recipients


def test_a_killing_with_its_own_doer_is_no_effect_of_what_the_doer_claims() -> None:
    found = reading("Sall was killed by guards who claim that he aimed at Cpl. Ito Bane before they opened fire.")
    killing = next(e for e in told(found, "ASSAULT") if "killed" in e.trigger.text)
    assert names(killing, "recipients") == ["Sall"] and "guards" in names(killing, "actors")


def test_a_person_attacked_in_the_street_is_not_criticized() -> None:
    (attack,) = reading("One person had been attacked outside of a shop.").events
    assert attack.type == "ASSAULT" and names(attack, "recipients") == ["One person"]


def test_titles_with_commas_and_owners_do_not_break_a_list() -> None:
    found = reading(
        "The meeting was attended by Speaker Amina Diallo, Envoy for Water, Ecology and Transport Jonas Beck and "
        "First Deputy Prime Minister Rosa Quint."
    )
    assert names(told(found, "CONSULT")[0], "actors") == ["Amina Diallo", "Jonas Beck", "Rosa Quint"]
    found = reading("At talks with Paulo Reis, Governor Rosa Quint said that the dam was lost.")
    assert names(told(found, "CONSULT")[0], "recipients") == ["Paulo Reis"]


@pytest.mark.parametrize(
    ("text", "kind", "recipients"),
    [
        ("Mali imposed anti-Chad sanctions.", "SANCTION", ["Chad"]),
        ("Mali may lift the new anti-Chad sanctions.", "DECIDE", ["Chad"]),
        ("Students held anti-government protests in Oran.", "PROTEST", ["government"]),
        ("Anti-war protesters marched in Oran.", "PROTEST", []),
        ("The clerk was under investigation.", "ACCUSE", ["The clerk"]),
        ("She blamed the raid on Paulo Reis.", "ACCUSE", ["Paulo Reis"]),
        ("Ghana closed its borders with Togo and Mali.", "COERCE", ["Togo", "Mali"]),
        ("Rosa Quint, who has received political asylum in Togo, spoke.", "AID", ["Rosa Quint"]),
        ("Rebels shelled the capital Bamako.", "ASSAULT", ["Bamako"]),
        ("The judge agreed to resign without going back to Peru.", "AGREE", []),
        ("Some 130 people were marching toward the station when young clerks splintered off.", "PROTEST", []),
        ("Ghana strengthened its forces following the find of Malian-made rockets.", "MOBILIZE", []),
        ("The court cancelled restrictions on the use of the Chadian language on radio.", "CONCEDE", []),
    ],
)
def test_to_whom_it_is_done_and_what_only_stands_by(text: str, kind: str, recipients: list[str]) -> None:
    (event,) = told(reading(text), kind)
    assert names(event, "recipients") == recipients


def test_what_happens_elsewhere_has_other_doers() -> None:
    (fighting,) = told(reading("Ghana closed its schools because of fighting."), "ASSAULT")
    assert not fighting.actors


def test_one_who_goes_on_speaking_is_one_link_of_the_chain() -> None:
    found = reading('Rosa Quint said that she believed, and she said so twice, "that rebels attacked the port".')
    (attack,) = told(found, "ASSAULT")
    chain = [link.entity or link.text for link in attack.according_to]
    assert len(chain) == len(set(chain))


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("Dara Ilves stabbed a guard in Oran.", "a guard"),
        ("A guard was stabbed in the neck in Oran.", "A guard"),
        ("Men threw acid at a teacher in Oran.", "a teacher"),
    ],
)
def test_who_is_stabbed_and_not_where(text: str, whom: str) -> None:
    (deed,) = told(reading(text), "ASSAULT")
    assert names(deed, "recipients") == [whom]


@pytest.mark.parametrize(
    ("text", "trigger", "actors", "recipients"),
    [
        (
            "The union rejected accusations that its members had taken part in the raid.",
            "accusations",
            [],
            ["its members"],
        ),
        ("The army denied allegations that its soldiers shot civilians.", "denied", ["The army"], ["allegations"]),
        ("Gunmen stormed and looted the bank.", "stormed", ["Gunmen"], ["the bank"]),
        ("Estonia's navy boarded and seized a tanker.", "boarded", ["Estonia's navy"], ["a tanker"]),
    ],
)
def test_sides_in_what_is_said_and_of_joined_verbs(
    text: str, trigger: str, actors: list[str], recipients: list[str]
) -> None:
    (event,) = (e for e in reading(text).events if e.trigger.text == trigger)
    assert [p.text for p in event.actors] == actors and [p.text for p in event.recipients] == recipients


@pytest.mark.parametrize(
    "text",
    [
        "The envoy called for an inquiry into the deaths of nine nurses.",
        "Hundreds of women marched in Oran to mark the anniversary of the death of a student.",
        "Protesters blocked the road to the airport to demand the release of their leader.",
    ],
)
def test_whose_fate_it_is_about_is_not_whom_it_turns_to(text: str) -> None:
    events = [e for e in reading(text).events if e.type in ("REQUEST", "PROTEST", "ACCUSE")]
    assert events and not any(e.recipients for e in events)


def test_a_visit_told_again_behind_a_comma_is_one() -> None:
    visits = [e for e in reading("The mayor visited Lund on Monday, his first trip to Sweden.").events if e.type]
    assert [e.trigger.text for e in visits] == ["visited"]


def test_whoever_is_the_exception_is_met_by_nobody() -> None:
    found = reading("With the exception of the Greens, all parties met in Gao.")
    assert names(told(found, "CONSULT")[0], "recipients") == []


def test_a_name_behind_an_office_for_a_region_is_somebodys() -> None:
    found = reading("Minister for the Levant Amal Haddad met the king.")
    assert "Amal Haddad" in [entity.name for entity in found.entities]
