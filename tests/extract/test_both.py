"""Nouns for both sides of one talk: who they are."""

from __future__ import annotations

import pytest

from sayso.model import Event, Reading
from tests.extract.test_events import names, reading, told

pytestmark = pytest.mark.model
CALL = "Telephone conversation with President Rosa Quint"


def who(found: Reading, event: Event) -> set[str]:
    entities = {e.id: e.name for e in found.entities}
    return {entities[p.entity] for p in event.actors if p.entity}


def test_the_two_leaders_are_those_who_met() -> None:
    found = reading("Paulo Reis met Rosa Quint in Oran. The two leaders agreed to end the war.")
    (agreed,) = told(found, "AGREE")
    assert who(found, agreed) == {"Paulo Reis", "Rosa Quint"}
    assert set(names(agreed, "actors")) == {"The two leaders"}


def test_the_parties_of_a_call_are_the_two_who_speak_in_it() -> None:
    found = reading(
        "The leaders discussed the dam. Paulo Reis noted that the water was low. Rosa Quint told of her contacts with "
        "the guild. The conversation was held in a friendly spirit. The parties agreed to continue contacts.",
        title=CALL,
    )
    both = {"Paulo Reis", "Rosa Quint"}
    assert who(found, told(found, "AGREE")[0]) == both
    assert [who(found, event) for event in told(found, "CONSULT", "phone")] == [both, both]


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("The leaders touched upon several issues of the dam.", "phone"),
        ("Issues of the dam were reviewed by the leaders.", "phone"),
        ("The leaders recalled their meeting in Oran.", "meet"),
    ],
)
def test_what_was_talked_of_in_a_call_was_by_phone(text: str, mode: str) -> None:
    assert [event.mode for event in told(reading(text, title=CALL), "CONSULT")] == [mode]


@pytest.mark.parametrize(
    "text",
    [
        "The leaders discussed the dam. Paulo Reis noted that the water was low.",
        "The leaders discussed the dam. Rosa Quint noted that the water was low, Paulo Reis and Jonas Beck denied it.",
    ],
)
def test_a_side_that_the_report_does_not_tell_stays_a_noun(text: str) -> None:
    assert names(told(reading(text, title=CALL), "CONSULT")[0], "actors") == ["The leaders"]


def test_whose_leaders_they_are_is_said_by_the_words() -> None:
    found = reading("Paulo Reis met Rosa Quint in Oran. Party leaders agreed to end the strike.")
    assert names(told(found, "AGREE")[0], "actors") == ["Party leaders"]


MEETING = "Meeting with President Rosa Quint"
TURNS = "Ida Holm: Good evening. {}\nOmar Haddad: {}\nIda Holm: I am glad of that.\nOmar Haddad: So am I."


def sides(found: Reading, event: Event) -> tuple[set[str], set[str]]:
    entities = {e.id: e.name for e in found.entities}
    return who(found, event), {entities[p.entity] for p in event.recipients if p.entity}


def test_the_meeting_that_a_report_is_of_has_both_though_a_sentence_names_one() -> None:
    found = reading(
        "During the meeting, Paulo Reis asked for more boats. Rosa Quint said that the port was open. "
        "The dam was also discussed at the meeting.",
        title=MEETING,
    )
    assert told(found, "CONSULT", "meet")
    assert all(who(found, event) == {"Paulo Reis", "Rosa Quint"} for event in told(found, "CONSULT", "meet"))


def test_another_meeting_is_not_theirs() -> None:
    found = reading(
        "Paulo Reis said that the water was low. Rosa Quint told of a meeting with Jonas Beck in May.", title=MEETING
    )
    (meeting,) = told(found, "CONSULT", "meet")
    assert "Paulo Reis" not in set.union(*sides(found, meeting))


def test_two_by_the_title_stay_the_two_leaders_after_a_third_was_met() -> None:
    found = reading(
        "Paulo Reis noted that he had met Jonas Beck in May. Rosa Quint said that the port was open. "
        "The two leaders agreed to build a dam.",
        title=CALL,
    )
    assert who(found, told(found, "AGREE")[0]) == {"Paulo Reis", "Rosa Quint"}


def test_you_is_the_one_who_hears_it() -> None:
    found = reading(TURNS.format("I want to congratulate you on the harvest.", "I thank you for your visit to Oran."))
    praise, thanks, *_ = told(found, "SUPPORT")
    assert sides(found, praise) == ({"Ida Holm"}, {"Omar Haddad"})
    assert sides(found, thanks) == ({"Omar Haddad"}, {"Ida Holm"})
    assert who(found, told(found, "CONSULT", "visit")[0]) == {"Ida Holm"}


def test_you_of_a_message_is_the_body_that_its_title_sends_it_to() -> None:
    found = reading(
        'The message reads, in part: "The Harbour Guild has served the coast. I thank you for your work."',
        title="Greetings to the staff of the Harbour Guild",
    )
    assert sides(found, told(found, "SUPPORT")[0])[1] == {"Harbour Guild"}


def test_you_said_by_one_of_many_is_nobody_known() -> None:
    found = reading("Jonas Beck said: “I congratulate you on the harvest.”")
    assert sides(found, told(found, "SUPPORT")[0]) == ({"Jonas Beck"}, set())


def test_who_is_glad_to_meet_you_meets_you() -> None:
    found = reading(TURNS.format("The ferry is safe.", "It is a great pleasure to meet you in Oran."))
    (meeting,) = told(found, "CONSULT")
    assert sides(found, meeting) == ({"Omar Haddad"}, {"Ida Holm"})


def test_we_who_meet_are_both_and_we_who_meet_others_are_the_speaker() -> None:
    found = reading(TURNS.format("We met in Oran in May.", "In June we met the envoys of the guild."))
    ours, his = told(found, "CONSULT", "meet")
    assert who(found, ours) == {"Ida Holm", "Omar Haddad"}
    assert who(found, his) == {"Omar Haddad"}


def test_we_are_the_countries_that_two_leaders_speak_for() -> None:
    found = reading(
        "President of Chad Paulo Reis: We cooperate closely. Chad has sent boats to Mali.\n"
        "President of Mali Rosa Quint: We signed an agreement with Ghana.\n"
        "President of Chad Paulo Reis: I am glad of that.\nPresident of Mali Rosa Quint: So am I."
    )
    assert who(found, told(found, "COOPERATE")[0]) == {"Chad", "Mali"}
    assert who(found, next(e for e in told(found, "SUPPORT") if "signed" in e.trigger.text)) == {"Mali"}


def test_we_of_two_from_one_place_stay_the_speaker() -> None:
    found = reading(TURNS.format("We signed an agreement with Ghana.", "I know."))
    assert who(found, next(e for e in told(found, "SUPPORT") if "signed" in e.trigger.text)) == {"Ida Holm"}


def test_they_and_who_discussed_something_in_a_report_of_one_meeting_are_both() -> None:
    found = reading(
        "Paulo Reis noted that the water was low. During the conversation, they touched upon the dam. "
        "Rosa Quint discussed the new port.",
        title=MEETING,
    )
    talks = told(found, "CONSULT", "meet")
    assert len(talks) > 1
    assert all(who(found, event) == {"Paulo Reis", "Rosa Quint"} for event in talks)


def test_leaders_are_those_who_visit_though_the_visit_names_their_offices() -> None:
    found = reading(
        "President of Chad Paulo Reis and President of Togo Rosa Quint arrived. The President of Chad and the "
        "President of Togo will visit the dam. Then the leaders will hold talks."
    )
    assert who(found, told(found, "CONSULT", "meet")[0]) == {"Paulo Reis", "Rosa Quint"}


def test_both_leaders_are_the_two_whom_the_title_names() -> None:
    text = "Paulo Reis and Rosa Quint stand by the ferry. Both leaders condemn the raid on Benin."
    found = reading(text, title="Statement by President Paulo Reis and Premier Rosa Quint")
    assert who(found, told(found, "ACCUSE")[0]) == {"Paulo Reis", "Rosa Quint"}
    assert not who(reading(text), told(reading(text), "ACCUSE")[0]) & {"Paulo Reis", "Rosa Quint"}


def test_condolences_and_thanks_turn_to_the_other_of_two_who_talk() -> None:
    found = reading(
        "Rosa Quint told of the ferry. Paulo Reis also expressed condolences over the fire.",
        title=CALL,
    )
    assert sides(found, told(found, "SUPPORT")[0]) == ({"Paulo Reis"}, {"Rosa Quint"})
    spoken = reading(TURNS.format("The harvest is in. My congratulations.", "We are grateful for that."))
    assert [sides(spoken, event)[1] for event in told(spoken, "SUPPORT")[:2]] == [{"Omar Haddad"}, {"Ida Holm"}]


def test_condolences_to_somebody_else_are_his() -> None:
    found = reading(
        "Rosa Quint told of the ferry. Paulo Reis expressed condolences to Jonas Beck over the fire.", title=CALL
    )
    assert sides(found, told(found, "SUPPORT")[0])[1] == {"Jonas Beck"}


BODY = (
    "President of Chad Paulo Reis: The Harbour Agency has new boats.\n"
    "Director of the Harbour Agency Rosa Quint: It is so. {}\n"
    "President of Chad Paulo Reis: Good.\nRosa Quint: Yes."
)


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("We signed an agreement with Ghana.", {"Harbour Agency"}),
        ("We hold meetings with the fishermen.", {"Harbour Agency"}),
        ("We met in Oran in May.", {"Paulo Reis", "Rosa Quint"}),
        ("I signed an agreement with Ghana.", {"Rosa Quint"}),
    ],
)
def test_we_of_who_heads_a_body_are_the_body(text: str, whom: set[str]) -> None:
    found = reading(BODY.format(text), title="Meeting with Director of the Harbour Agency Rosa Quint")
    assert who(found, next(event for event in found.events if event.type and event.actors)) == whom


TWO_LANDS = (
    "The talks focused on trade. President of Chad Karim Sow spoke about dams. President of Mali Ida Holm said that "
    "roads matter. They also discussed the border. It was agreed to open a bridge. Bamako and Gao will repair it. "
    "Satisfaction was expressed with the work of the Malian engineers. The Chadian side will pay."
)


def test_talks_that_go_by_two_countries_are_held_by_those_who_speak_for_them() -> None:
    found = reading(TWO_LANDS, title="Chadian-Malian talks")
    two = {"Karim Sow", "Ida Holm"}
    assert [who(found, e) for e in told(found, "CONSULT")] == [two, two]
    assert who(found, told(found, "AGREE")[0]) == two
    assert who(found, told(found, "SUPPORT")[0]) == two


def test_talks_of_others_are_not_theirs() -> None:
    found = reading(TWO_LANDS, title="Togolese-Beninese talks")
    assert not who(found, told(found, "SUPPORT")[0])
