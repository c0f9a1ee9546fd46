"""Nouns that take up an event told before: one event, with the status it was told with first."""

from __future__ import annotations

import pytest

from sayso.model import Event
from tests.extract.test_events import reading

pytestmark = pytest.mark.model


def of_type(text: str, kind: str) -> list[Event]:
    return [event for event in reading(text).events if event.type == kind]


@pytest.mark.parametrize(
    ("text", "kind", "status"),
    [
        (
            "Negotiators reached an agreement on the port. The agreement would let crews land. If parliament passes "
            "this agreement, the deal will end the strike.",
            "AGREE",
            "occurred",
        ),
        ("The two presidents held a summit in Oslo. The summit could lead to a truce.", "CONSULT", "occurred"),
        ("The ministers will meet on Friday. The meeting could end the strike.", "CONSULT", "planned"),
        ("The union began a strike on Monday. The strike could last for weeks.", "PROTEST", "occurred"),
        ("The premier of Chad visited Oslo on Monday. The visit will help trade.", "CONSULT", "occurred"),
        ("The cabinet lifted the ban on fishing. The decision could help the town.", "DECIDE", "occurred"),
    ],
)
def test_a_definite_noun_has_the_status_of_what_it_takes_up(text: str, kind: str, status: str) -> None:
    first, *others = of_type(text, kind)
    assert others and {e.same_as for e in others} == {first.id}
    assert {(e.status, e.certainty.degree, e.start) for e in others} == {(status, "certain", first.start)}


@pytest.mark.parametrize(
    ("text", "kind", "status"),
    [
        ("Chad and Peru held talks in Oslo on Monday. The talks will resume on Friday.", "CONSULT", "planned"),
        ("Chad and Peru met yesterday in Oslo. Today's meeting dealt with fish.", "CONSULT", "occurred"),
        ("Chad and Peru reached a deal. The new deal would end the strike.", "AGREE", "possible"),
        ("Rebels attacked the mill. The second attack was worse.", "ASSAULT", "occurred"),
        ("Rebels attacked the mill. The Gao attack was worse.", "ASSAULT", "occurred"),
        ("Rebels attacked a mill in Gao. The attack in Lorn was worse.", "ASSAULT", "occurred"),
        ("Chad and Peru held talks. The talks planned for Friday would be useful.", "CONSULT", "planned"),
        ("Chad and Peru held talks. The king is open to dialogue.", "CONSULT", "occurred"),
    ],
)
def test_nouns_of_another_time_or_kind_are_other_events(text: str, kind: str, status: str) -> None:
    *_, last = of_type(text, kind)
    assert (last.same_as, last.status) == (None, status)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The premier pledged to send blankets to Gao. He also pledged to build a school in Lorn.", "DECIDE"),
        ("Chad and Peru agreed to open the port. They agreed to cut tariffs.", "AGREE"),
    ],
)
def test_two_promises_of_different_content_are_two(text: str, kind: str) -> None:
    assert [event.same_as for event in of_type(text, kind)] == [None, None]


def test_a_promise_told_again_is_one() -> None:
    first, again = of_type(
        "The premier pledged to send blankets to Gao. She pledged on Monday to send the blankets by boat.", "DECIDE"
    )
    assert again.same_as == first.id


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (
            "The minister spoke in Gao. The cabinet pledged to build schools and clinics in the north to support young "
            "families. It also pledged to train teachers and nurses in every town to support the growth of trade.",
            "DECIDE",
        ),
        (
            "Ida Holm was named chairwoman of the bank and head of its office for trade with farmers. "
            "The firm is old. Per Lind was named chairman of a council that oversees ports, mills and roads.",
            "DECIDE",
        ),
        (
            "The group is rich. It paid $8 million to buy a ferry and a mill from a bank. It paid $300 million "
            "to buy a chain of hotels and casinos on the coast.",
            "AID",
        ),
    ],
)
def test_acts_of_many_words_that_share_few_are_two(text: str, kind: str) -> None:
    found = of_type(text, kind)
    assert len(found) > 1
    assert {event.same_as for event in found} == {None}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (
            "Reis approves pacts to guard border towns.\n\nThe president, Jon Reis, gave the green light to two pacts.",
            "DECIDE",
        ),
        (
            "Holm backs Lind and attacks Reis.\n\nThe mayor, Ida Holm, voiced support for Per Lind at a rally.",
            "SUPPORT",
        ),
    ],
)
def test_the_sentence_under_a_headline_tells_it_again(text: str, kind: str) -> None:
    first, again = of_type(text, kind)
    assert again.same_as == first.id


HELD = "The President of Chad met with the Prime Minister of Peru in Oslo. President of Chad Jon Reis: Good morning. "


@pytest.mark.parametrize(
    "said",
    ["I am glad that this meeting is open.", "Today's talks will be of use.", "I thank you for our conversation."],
)
def test_a_speaker_tells_of_the_talk_that_goes_on(said: str) -> None:
    first, *_, last = of_type(HELD + said, "CONSULT")
    assert last.same_as == first.id
    assert last.place == first.place


@pytest.mark.parametrize("said", ["Our last meeting was short.", "I recall our 2019 meeting."])
def test_another_talk_of_a_speaker_is_not_the_one_that_goes_on(said: str) -> None:
    *_, last = of_type(HELD + said, "CONSULT")
    assert last.same_as is None


def test_a_decision_is_no_promise_told_before() -> None:
    *_, last = of_type(
        "Reis spoke to miners in Gao. He promised to build a mill in Lorn. He said that the decision was right.",
        "DECIDE",
    )
    assert (last.trigger.text, last.same_as) == ("decision", None)


def of_talk(text: str, title: str) -> list[Event]:
    return [event for event in reading(text, title=title).events if event.type == "CONSULT"]


def test_a_report_of_one_talk_goes_on_about_it() -> None:
    text = (
        "The talks dealt with trade. The two sides also discussed fishing off the coast. "
        "Jon Reis touched upon the harvest."
    )
    first, *others = of_talk(text, "Talks with Queen Ida of Togo")
    assert others
    assert {event.same_as for event in others} == {first.id}


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("The talks dealt with trade. The two sides also discussed fishing off the coast.", "Chad and Togo sign pact"),
        (
            "The talks dealt with trade. Reis then discussed the harvest with Per Lind of Peru.",
            "Talks with Ida of Togo",
        ),
        ("The talks dealt with trade. Reis noted the discussion that miners held in Gao.", "Talks with Ida of Togo"),
    ],
)
def test_other_talks_are_not_that_of_the_title(text: str, title: str) -> None:
    assert {event.same_as for event in of_talk(text, title)} == {None}


def test_a_charge_that_is_answered_is_the_one_just_told() -> None:
    told, answered = of_type("Oman accused Chad of theft. Chad's envoy, Ali Reis, rejected the allegation.", "ACCUSE")
    assert answered.same_as == told.id and [side.text for side in answered.actors] == ["Oman"]


@pytest.mark.parametrize(
    ("text", "word", "actor", "whom"),
    [
        ("Peru recalled its envoy from Chad on Monday. Sailors said the move was hasty.", "move", "Peru", "Chad"),
        (
            "Kenya closed its border with Togo on Monday. Clerks said the decision was final.",
            "decision",
            "Kenya",
            "Togo",
        ),
        (
            "The league suspended Chad on Thursday, two days after officers seized the port and dissolved the "
            "parliament. The decision, taken in Lima, freezes two accounts.",
            "decision",
            "league",
            "Chad",
        ),
        (
            "Japan halted its aid to Chad on Monday. It rained in Gao. Millers were glad. Brewers denied that they "
            "had cheated. Togo praised the decision.",
            "decision",
            "Japan",
            "Chad",
        ),
    ],
)
def test_the_decision_is_the_act_that_was_told(text: str, word: str, actor: str, whom: str) -> None:
    found = reading(text).events
    event = next(e for e in found if e.trigger.text == word)
    assert event.same_as == found[0].id
    assert actor in event.actors[0].text and [p.text for p in event.recipients] == [whom]


@pytest.mark.parametrize(
    "text",
    [
        "The mayor promised to mend the roof. Finland praised the decision.",
        "Chad shut the port. Lawyers have opposed those decisions for years.",
    ],
)
def test_a_promise_and_many_decisions_are_not_the_decision(text: str) -> None:
    assert all(e.same_as is None for e in reading(text).events if e.trigger.text.startswith("decision"))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Gunmen kidnapped a priest near Gao on Monday. Ali Keita, 60, was abducted after mass.", "ASSAULT"),
        ("Ali Keita was kidnapped in Gao in May. Friends of Keita marked the day of his abduction.", "ASSAULT"),
        ("Police arrested Mara Diallo on Friday. Her lawyer said Diallo was detained without a warrant.", "COERCE"),
        ("A judge was shot dead in Lorn. Nina Reyes, 51, was killed as she left her house.", "ASSAULT"),
        ("The Lorn bombing shocked the country. Two men are wanted for the Lorn bombing.", "ASSAULT"),
        ("Bombs went off at a bank in Lorn. Six banks have closed. No group claimed the Lorn attack.", "ASSAULT"),
    ],
)
def test_what_befell_one_person_and_what_goes_by_one_name_is_one_event(text: str, kind: str) -> None:
    first, *others = of_type(text, kind)
    assert others and others[-1].same_as == first.id


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Ali Keita was arrested on Monday. He had previously been arrested at a march.", "COERCE"),
        ("Ali Keita was arrested on Monday. His brother was arrested, too.", "COERCE"),
        ("A priest was kidnapped in Gao. Two nuns were kidnapped in Lorn.", "ASSAULT"),
        ("Ali Keita was kidnapped in Gao in May. He was killed in June.", "ASSAULT"),
        ("Soldiers abducted nine farmers. The president called the incursion a crime.", "ASSAULT"),
        ("A bomb killed two in Lorn. The Green Lake market bombing was worse.", "ASSAULT"),
        ("The bombing of the mill shocked Lorn. Police see a link between all the bombings.", "ASSAULT"),
        (
            "Raids on villages near Jos killed 40 people in May. The raid on the clinic was the work of gangs.",
            "ASSAULT",
        ),
        ("A pilot was killed in Gao on Monday. The war in Gao began on Monday.", "ASSAULT"),
    ],
)
def test_other_people_and_other_kinds_are_other_events(text: str, kind: str) -> None:
    *_, last = of_type(text, kind)
    assert last.same_as is None
