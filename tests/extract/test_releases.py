"""Releases of governments, speeches and transcripts: who "he" and "we" are, which day, what tells no event."""

from __future__ import annotations

from functools import cache

import pytest

import sayso
from sayso.model import Event, Reading

pytestmark = pytest.mark.model


@cache
def reading(text: str, title: str | None = None) -> Reading:
    return sayso.read(text, published="2025-10-14", title=title, outlet="Lake Office")


def events(text: str, words: str, title: str | None = None) -> list[Event]:
    """The coded events, doubtful ones aside, whose words overlap these words of the text."""
    start = text.index(words)
    found = [e for e in reading(text, title).events if e.is_coded and not e.is_doubtful]
    return [e for e in found if any(a < start + len(words) and start < b for a, b in e.trigger.spans)]


def sides(text: str, words: str, title: str | None = None) -> set[str]:
    """The names of those who act in what the words tell."""
    names = {entity.id: entity.name for entity in reading(text, title).entities}
    return {names[one.entity] for e in events(text, words, title) for one in e.actors if one.entity}


TALK = (
    "Ida Holm: The general broke the truce. He shelled the port, and I met him twice.\nHost: Did anybody stop him?\n"
    "Ida Holm: Nobody. He took the hill in May."
)


def test_he_is_never_the_one_who_speaks() -> None:
    assert "Ida Holm" not in sides(TALK, "shelled") | sides(TALK, "took the hill")
    assert sides(TALK, "met him") == {"Ida Holm"}


def test_a_label_of_a_transcript_names_nobody_that_is_spoken_of() -> None:
    text = "Ida Holm: General Basri shelled the port.\nTom Reis: When?\nIda Holm: In May. He took the hill, too."
    assert sides(text, "took the hill") == {"Basri"}


def test_we_behind_a_name_and_i_are_both() -> None:
    text = "Ali Darko: President Boateng and I visited the port. We met with its workers."
    assert {name.split()[-1] for name in sides(text, "met with")} == {"Boateng", "Darko"}


GUESTS = (
    "The discussion was about roads.\nFollowing the meeting, Karim Sow, Lena Farouk and Joao Mendes approved a plan.\n"
    "President of Mali Karim Sow: Friends, we are meeting today because there were shots at the border."
)
WITH_GUESTS = "Meeting with Lena Farouk and Joao Mendes"


@pytest.mark.parametrize("words", ["discussion", "meeting today"])
def test_several_guests_of_a_title_and_their_host_meet(words: str) -> None:
    assert sides(GUESTS, words, WITH_GUESTS) == {"Karim Sow", "Lena Farouk", "Joao Mendes"}


def test_an_office_in_a_title_is_no_guest_of_its_own() -> None:
    text = "President of Mali Karim Sow: Friends, we are meeting today. Chairperson Farouk is here."
    title = "Meeting with Chairperson of the Lake Union Lena Farouk"
    assert len(sides(text, "meeting", title)) <= 2


def test_who_tells_the_press_of_talks_took_part_in_them() -> None:
    text = "President of Ghana Nana Boateng: Friends, the talks with the President of Chad took place today in Tamale."
    title = "Joint news conference with President of Chad Ali Darko"
    whole = f"{text} President Darko and I visited the port."
    assert sides(whole, "talks with", title) == {"Nana Boateng"}


JOINT = (
    "Both leaders condemn the rebels' rocket launches this year and urge all states to help.\n"
    "The two leaders reaffirmed their commitment to the pact of 2011. Trade rose in 2024, as both sides have discussed."
)


@pytest.mark.parametrize("words", ["condemn", "urge", "reaffirmed"])
def test_what_a_joint_statement_does_is_of_its_day(words: str) -> None:
    (event,) = events(JOINT, words, "Joint Statement by President Lind and President Okello")[:1]
    assert (event.start or "")[:10] == "2025-10-14"


def test_what_has_been_done_has_no_day_that_is_over_beside_it() -> None:
    (event,) = events(JOINT, "discussed")
    assert (event.start or "")[:4] != "2024"


def test_an_anniversary_is_not_the_day_of_what_is_held_on_it() -> None:
    text = "The talks in Gao were timed to the anniversary of the signing of the armistice of June 3, 2021."
    assert all((e.start or "")[:4] != "2021" for e in events(text, "talks"))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Whenever goods are lost, we start investigating what became of them.", "investigating"),
        ("It takes a clerk an hour to send a request to the archive.", "send a request"),
        ("The port sends boats early, if requested.", "requested"),
        ("It is widely accepted that fees are paid by exporters.", "accepted"),
        ("Attacks on nurses are a crime.", "Attacks"),
        ("They discussed the progress in equipping the army.", "equipping"),
        ("The ministers will hold those responsible to account.", "hold"),
        ("The king is honored to welcome the envoy.", "honored"),
    ],
)
def test_what_is_told_of_any_time_is_no_event(text: str, words: str) -> None:
    assert events(text, words) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("It took police two hours to free the captives.", "free"),
        ("The attacks on the nurses were a crime.", "attacks"),
        ("The two sides agreed on a plan.", "agreed"),
    ],
)
def test_what_happened_stays_an_event(text: str, words: str) -> None:
    assert events(text, words) != []


def test_who_agrees_on_something_with_the_speaker_does_so() -> None:
    text = "President of Niger Awa Diallo: The Prime Minister and I have already agreed on higher pay. I agree on that."
    assert [e.type for e in events(text, "agreed")] == ["AGREE"]
    assert events(text, "agree on that") == []


def test_those_in_whose_voice_a_statement_is_demand_what_others_must_do() -> None:
    text = "We, the ministers of the Lake States, met in Gao. Sudan must end this war. Why must rain fall?"
    found = events(text, "must end", "Joint Statement by the Lake States")
    assert [(e.type, e.status) for e in found if e.type == "REQUEST"] == [("REQUEST", "occurred")]
    assert [e.type for e in events(text, "must end")] == ["RETREAT"]  # nobody's voice


@pytest.mark.parametrize(
    ("text", "words", "status"),
    [
        ("Togo is in the process of donating boats to Benin.", "donating", "ongoing"),
        ("Police are working to free the captives.", "free", "planned"),
        ("I look forward to welcoming Togo, and encourage Chad to ratify the pact.", "encourage", "occurred"),
    ],
)
def test_what_is_under_way_and_what_is_done_by_saying_it(text: str, words: str, status: str) -> None:
    assert [e.status for e in events(text, words)] == [status]


def test_a_year_ago_today_is_not_today() -> None:
    (event,) = events("A year ago today, the rebels took Kidal.", "took")
    assert (event.start or "")[:10] == "2024-10-14"


def test_the_day_of_a_clause_about_a_speech_is_not_that_of_the_news() -> None:
    text = (
        "Karim Sow commented on the speech of President Zinsou, which he gave yesterday. He asked Kofi Zinsou to help."
    )
    assert all((e.start or "")[:10] != "2025-10-13" for e in events(text, "asked"))


def test_everybody_of_a_list_with_lands_speaks() -> None:
    text = (
        "Today we, Prime Minister Anton Alber of Chad, Prime Minister Narim Mody of Mali, Prime Minister Foma Kish of "
        "Niger and President Joe Bida of Ghana, met in Gao."
    )
    who = sides(text, "met in", "Joint Statement by the Lake Four")
    assert {name.split()[-1] for name in who} == {"Alber", "Mody", "Kish", "Bida"}


def recipients(text: str, words: str) -> list[str]:
    return [one.text for e in events(text, words) for one in e.recipients]


@pytest.mark.parametrize(
    ("text", "words", "whom"),
    [
        ("He spoke of a group of students whom guards had taken hostage.", "taken hostage", ["students"]),
        ("Ghana is committed to the defence of Togo.", "committed to", ["Togo"]),
        ("We convened with the envoy in Gao on Monday.", "convened", ["the envoy"]),
    ],
)
def test_to_whom_it_is_done(text: str, words: str, whom: list[str]) -> None:
    found = recipients(text, words)
    assert len(found) == 1 and found[0].startswith(whom[0])


def test_who_talks_to_a_minister_consults_and_who_sabotages_accords_breaks_them() -> None:
    text = "I have talked to the foreign minister twice. Critics talk to the press. Rebels sabotaged the Gao accords."
    assert [e.type for e in events(text, "talked to")] == ["CONSULT"]
    assert events(text, "talk to the press") == []
    assert [e.type for e in events(text, "sabotaged")] == ["REJECT"]


def test_what_hangs_on_unless_is_open() -> None:
    text = "Unless the senate acts, we will not be able to keep sending drones to Niger."
    assert [e.status for e in events(text, "sending drones") if e.type == "AID"] == ["possible"]


TALKS = (
    "President of Ghana Nana Boateng: Our country has always backed Mali. I would like to take this opportunity to "
    "congratulate you on your first win of the year.\n"
    "President of Mali Karim Sow: Many states voted for the resolution of the League. Our country thanks Ghana."
)


def test_our_country_is_that_of_the_one_who_speaks() -> None:
    assert sides(TALKS, "backed") == {"Ghana"}
    assert sides(TALKS, "thanks Ghana") == {"Mali"}


def test_an_opportunity_that_is_taken_to_congratulate_is_used_that_day() -> None:
    (event,) = events(TALKS, "congratulate")
    assert (event.status, (event.start or "")[:10]) == ("occurred", "2025-10-14")


def test_what_is_voted_for_is_no_second_decision() -> None:
    assert [e.trigger.text for e in events(TALKS, "voted for the resolution")] == ["voted for"]


def test_we_of_a_joint_statement_are_those_whom_its_title_names() -> None:
    text = "President Anna Lindqvist receives Prime Minister Paul Okello in Oslo. As neighbours, we welcome the truce."
    title = "Joint Statement by President Lindqvist and Prime Minister Okello of Uganda"
    assert sides(text, "welcome the", title) == {"Anna Lindqvist", "Paul Okello"}


def test_an_attack_is_not_threatened_because_it_is_a_threat() -> None:
    text = "Threats to the order at sea, including the pirates' attack on a ferry, put all trade at risk."
    assert [e.status for e in events(text, "attack")] == ["occurred"]


def test_words_that_a_page_has_glued_together_are_read_apart() -> None:
    text = 'The message reads, in part:"I would like to congratulate you on the anniversary."'
    assert [(e.type, e.status) for e in events(text, "congratulate")] == [("SUPPORT", "occurred")]


def test_the_president_who_has_the_turns_is_none_whom_they_name() -> None:
    text = (
        "REIS: Did you call Gao?\nTHE PRESIDENT: I talked to President Basri twice. He shelled the port, Tom.\n"
        "REIS: Why?\nTHE PRESIDENT: I condemn the raid."
    )
    assert "Basri" not in sides(text, "condemn")
    assert sides(text, "shelled") <= {"Basri"}
