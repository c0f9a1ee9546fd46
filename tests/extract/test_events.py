"""Events as `sayso read` gives them: what must be told, and what must not happen."""

from __future__ import annotations

from itertools import pairwise

import pytest

from sayso.model import Event, Reading, Report, report_id
from sayso.pipeline import read

pytestmark = pytest.mark.model
DAY = "2024-03-14"


def reading(text: str, published: str | None = DAY) -> Reading:
    report = Report(id=report_id(outlet=None, url=None, text=text), text=text, published=published)
    return next(iter(read([report])))


def told(found: Reading, kind: str, mode: str | None = None) -> list[Event]:
    return [e for e in found.events if e.type == kind and (mode is None or e.mode == mode)]


def names(event: Event, side: str) -> list[str]:
    return [p.text for p in getattr(event, side)]


def place_of(found: Reading, event: Event) -> str | None:
    return next((e.name for e in found.entities if e.id == event.place), None)


def test_passive_and_active_give_the_same_sides() -> None:
    for text in ("Rebels kidnapped two engineers near Bamako.", "Two engineers were kidnapped by rebels near Bamako."):
        (event,) = told(reading(text), "ASSAULT", "abduct")
        assert names(event, "actors") == ["Rebels" if text.startswith("Rebels") else "rebels"]
        assert [name.lower() for name in names(event, "recipients")] == ["two engineers"]


def test_a_nominalization_has_its_sides() -> None:
    (event,) = told(reading("The shelling of Dilling by paramilitary troops went on until noon."), "ASSAULT")
    assert names(event, "recipients") == ["Dilling"]
    assert "troops" in names(event, "actors")[0]


def test_both_sides_of_talks_act() -> None:
    (event,) = told(reading("Talks between Chad and Sudan opened in Doha on Tuesday."), "CONSULT")
    assert set(names(event, "actors")) == {"Chad", "Sudan"}


def test_a_decision_has_decider_content_and_limit() -> None:
    found = reading("President Amina Diallo has allowed Niger to fly drones over the border, but only in daylight.")
    event = told(found, "DECIDE", "permit")[0]
    assert "Diallo" in names(event, "actors")[0] and names(event, "recipients") == ["Niger"]
    assert event.content is not None and "fly drones" in event.content.text
    assert event.status == "occurred"
    assert event.codes is not None and event.codes.plover == "CONCEDE"


@pytest.mark.parametrize(
    ("text", "kind", "status"),
    [
        ("Gunmen tried to kidnap the mayor of Jos.", "ASSAULT", "attempted"),
        ("The militia threatened to bomb the harbour.", "ASSAULT", "threatened"),
        ("The army will withdraw its troops from Abyei.", "RETREAT", "planned"),
        ("Rebels may attack the convoy near Gao.", "ASSAULT", "possible"),
        ("The soldiers did not attack the village of Kona.", "ASSAULT", "did_not_occur"),
        ("Rebels attacked the army base at Kona.", "ASSAULT", "occurred"),
        ("Soldiers are shelling the village of Kona.", "ASSAULT", "ongoing"),
        ("The army shows no sign of withdrawing its tanks from Kona.", "RETREAT", "did_not_occur"),
        ("The sides agreed to continue the talks in Basel.", "CONSULT", "planned"),
        ("We look forward to welcoming Chad as a member.", "SUPPORT", "planned"),
        ("We must work together on the dam.", "COOPERATE", "possible"),
        ("I want to thank the nurses of Chad.", "SUPPORT", "occurred"),
        ("They want talks so that the sanctions on Chad are lifted.", "DECIDE", "possible"),
        ("The two ports must not only cooperate with Chad but share its costs.", "COOPERATE", "possible"),
    ],
)
def test_status(text: str, kind: str, status: str) -> None:
    assert [e.status for e in told(reading(text), kind)] == [status]


def test_the_city_of_the_dateline_is_no_place_of_the_event() -> None:
    found = reading("NAIROBI, March 14 (Wire) — Gunmen attacked a police station in Garissa on Wednesday.")
    event = told(found, "ASSAULT")[0]
    assert place_of(found, event) == "Garissa"
    found = reading("NAIROBI, March 14 (Wire) — Gunmen attacked a police convoy on Wednesday.")
    assert place_of(found, told(found, "ASSAULT")[0]) is None


def test_history_keeps_its_year() -> None:
    found = reading("Relations have been cold since the 1998 invasion of the islands by the navy.")
    event = told(found, "ASSAULT")[0]
    assert event.start is not None and event.start.startswith("1998") and event.from_ == "words"
    assert event.salience == "history"


def test_a_country_is_not_pinned_to_its_capital() -> None:
    found = reading("Protesters marched across Kenya on Tuesday.")
    event = told(found, "PROTEST")[0]
    assert place_of(found, event) == "Kenya"


def test_a_clause_shares_the_time_of_its_main_clause() -> None:
    attacks = told(reading("Raiders struck Kaya on Monday, killing nine villagers and burning a mill."), "ASSAULT")
    assert {event.start for event in attacks} == {"2024-03-11"}
    shelling = told(reading("Hundreds fled Goma in January as rebels shelled the port."), "ASSAULT")[0]
    assert shelling.start == "2024-01-01"


def test_what_is_told_in_passing_has_its_own_place_and_time() -> None:
    found = reading(
        "Governor Ade Musa, who imposed a curfew on Monday, will meet President Rosa Lund in Abuja on Friday."
    )
    curfew, meeting = told(found, "COERCE")[0], told(found, "CONSULT")[0]
    assert (place_of(found, curfew), curfew.start) == (None, "2024-03-11")
    assert (place_of(found, meeting), meeting.start) == ("Abuja", "2024-03-15")


def test_the_year_of_a_treaty_is_not_when_it_is_invoked() -> None:
    request = told(reading("Manila asked Washington for talks under their 1951 treaty."), "REQUEST")[0]
    assert request.from_ == "dateline"


def test_without_a_time_the_day_is_the_datelines() -> None:
    event = told(reading("Rebels attacked a barracks in Gao."), "ASSAULT")[0]
    assert (event.start, event.end, event.from_, event.time) == ("2024-03-14", "2024-03-15", "dateline", None)
    assert told(reading("Rebels attacked a barracks in Gao.", None), "ASSAULT")[0].start is None


def test_a_heading_and_its_sentence_are_one_event() -> None:
    text = "Gunmen attack hotel in Gao\n\nGunmen attacked a hotel in Gao on Tuesday, killing six people."
    first, *others = told(reading(text), "ASSAULT")
    assert first.same_as is None and others
    assert all(event.same_as == first.id for event in others)


def test_nothing_is_gathered_from_unrelated_sentences() -> None:
    text = "A bomb exploded in a market in Kano. Cameroon's president arrived in Paris. Troops were seen in Maroua."
    found = reading(text)
    event = told(found, "ASSAULT")[0]
    assert place_of(found, event) == "Kano"
    assert not event.actors


@pytest.mark.parametrize(
    "text",
    [
        "The two ministers traded a war of words.",
        "A bombshell report dominated the news.",
        "The club will fire the coach after the derby.",
    ],
)
def test_figures_of_speech_are_no_violence(text: str) -> None:
    assert not told(reading(text), "ASSAULT")


@pytest.mark.parametrize(
    "text",
    [
        "Three brigades took part in the parade in Gao.",
        "The mayor hopes to resolve many issues in Gao.",
        "The embassy is receiving requests from volunteers.",
        "The council spoke of ways of meeting the interests of farmers.",
        "The festival brings together young people from Mali and was held in Gao.",
        "The new rule meets the needs of farmers and yields a good return.",
    ],
)
def test_idioms_are_no_acts(text: str) -> None:
    assert not [e for e in reading(text).events if e.type in ("CONTROL", "DECIDE", "CONSULT", "CONCEDE")]


def test_bare_relations_are_no_events() -> None:
    for text in (
        "Cooperation between the two ports rests on trust.",
        "The chairman spoke of threats to peace and of cooperation in trade.",
    ):
        assert all(event.is_doubtful for event in reading(text).events)


def test_a_renewed_commitment_and_withdrawn_support_are_events() -> None:
    assert told(reading("Norway renewed its commitment to the fund."), "DECIDE", "pledge")
    assert told(reading("Norway suspended its cooperation with Chad."), "COOPERATE")


def test_announced_sanctions_are_imposed() -> None:
    (event,) = told(reading("Norway announced new sanctions on Chad."), "SANCTION")
    assert event.status == "occurred"


def test_whom_an_act_turns_to_does_what_it_asks() -> None:
    found = reading("I urge all members of the council to reject the plan.")
    assert names(told(found, "REJECT")[0], "actors") == ["all members of the council"]
    assert names(told(reading("The governor thanked the President for the dam."), "SUPPORT")[0], "recipients")


def test_nobody_is_turned_to_where_something_is_spoken_of() -> None:
    for text in ("The leaders discussed the unrest in Kashmir.", "We pledge to fight hunger in Kashmir."):
        assert all("Kashmir" not in names(e, "recipients") for e in reading(text).events if e.type != "CONTROL")


def test_arms_that_somebody_is_provided_with_are_aid() -> None:
    (event,) = told(reading("Norway has provided Chad with hundreds of missiles."), "AID", "military")
    assert (names(event, "recipients"), names(event, "instruments")) == (["Chad"], ["missiles"])


def test_a_choice_is_a_decision() -> None:
    (event,) = told(reading("Eight years ago the villagers made a choice to become an independent state."), "DECIDE")
    assert names(event, "actors") == ["the villagers"] and event.salience == "history"


def test_what_is_told_as_past_was_not_later() -> None:
    found = reading("The ministers agreed to continue the talks in May.")
    assert told(found, "AGREE")[0].from_ == "dateline"
    assert told(found, "CONSULT")[0].start == "2024-05-01"


def test_neither_side_of_a_relation_is_agreed_with() -> None:
    event = told(reading("The leaders agreed to deepen Chadian-Malian trade."), "AGREE")[0]
    assert names(event, "recipients") == []


def test_every_event_stands_in_its_sentence_and_words() -> None:
    text = "Police arrested forty monks in Mandalay. The junta has banned rallies. Envoys met in Jakarta on Monday."
    found = reading(text)
    assert [e.id for e in found.events] == [f"v{i}" for i in range(1, len(found.events) + 1)]
    for event in found.events:
        start, end = event.sentence
        assert event.trigger.text == " ".join(text[s:e] for s, e in event.trigger.spans)
        assert all(start <= s and e <= end for s, e in event.trigger.spans)
    assert all(a.trigger.spans[0] <= b.trigger.spans[0] for a, b in pairwise(found.events))


def test_empty_and_odd_texts_have_no_events() -> None:
    for text in ("", "\n\n", "….", "12345"):
        assert all(event.is_doubtful for event in reading(text).events)


def test_an_act_that_is_spoken_of_is_one_whoever_does_it() -> None:
    (event,) = told(reading("Lifting the sanctions on Chad is out of the question."), "DECIDE", "lift")
    assert names(event, "recipients") == ["Chad"]


def test_who_says_so_did_not_do_what_follows() -> None:
    text = "Norway has let Chad fly drones, two officials said on Sunday, reversing a ban that had stood for months."
    assert names(told(reading(text), "DECIDE", "lift")[0], "actors") == ["Norway"]


def test_what_is_called_something_is_not_called_for() -> None:
    found = reading("The minister called the attack on the port a crime.")
    assert not told(found, "REQUEST") and names(told(found, "ASSAULT")[0], "actors") == []


def test_a_side_stands_on_one_side_only() -> None:
    found = reading("The ministry confirmed the aid provided by the ministry.")
    assert all(set(names(e, "actors")).isdisjoint(names(e, "recipients")) for e in found.events)


def test_nobody_is_agreed_with_where_nobody_agrees() -> None:
    (event,) = told(reading("It was agreed that the two sides will keep in touch."), "AGREE")
    assert names(event, "recipients") == []


def test_a_title_that_is_conferred_is_no_meeting() -> None:
    assert not told(reading("The king conferred an honorary title on the brigade."), "CONSULT")
    assert told(reading("The two ministers conferred for an hour."), "CONSULT", "meet")


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
    report = Report(id="r", text=text, title="Telephone conversation with President Paulo Reis", published=DAY)
    found = next(iter(read([report])))
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
