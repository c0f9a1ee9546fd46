"""Acts that are done by what somebody says, where no word of it tells one."""

from __future__ import annotations

import pytest

from tests.extract.test_events import names, reading, told

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Rosa Quint said she would run for mayor.", "would run"),
        ("The cities announced that they will light the bridges in pink.", "will light"),
        ('"The road is long. We will not waver," the premier said.', "will not waver"),
        ('"We will continue to mend the dam," Governor Okot said.', "will continue"),
    ],
)
def test_who_says_that_he_will_do_it_pledges(text: str, words: str) -> None:
    (pledge,) = told(reading(text), "DECIDE")
    assert (pledge.mode, pledge.trigger.text, pledge.status) == ("pledge", words, "occurred")
    assert names(pledge, "actors") and not pledge.recipients


@pytest.mark.parametrize(
    "text",
    [
        '"I would hope that the dam holds," Governor Okot said.',
        '"I will explain it in a minute," Governor Okot said.',
        '"The dam is old, and I will speak about it today," Governor Okot said.',
        "Rosa Quint said she would feel better in May.",
        "Rosa Quint said that it would cost nine francs.",
        '"We will probably play on," the premier said.',
        "Governor Okot explained how he would mend the dam.",
        "Rosa Quint said that Paulo Reis would run for mayor.",
        "The ministry said it would take three days to mend the cable.",
        "The ministry said it will take nine days for the cables to be mended.",
        '"We will sometimes disagree," the premier said.',
    ],
)
def test_what_is_only_supposed_likely_or_another_s_is_no_pledge(text: str) -> None:
    assert not told(reading(text), "DECIDE")


@pytest.mark.parametrize(
    ("text", "words", "whom"),
    [
        ("Rosa Quint said the senate should wait until May.", "should wait", ["the senate"]),
        ('"The road is long. The council must act," Governor Okot said.', "must act", ["The council"]),
        ('"Paulo Reis should be punished," the widow said.', "should be punished", ["Paulo Reis"]),
        ("Rosa Quint said the senate should not approve the law.", "should not approve", ["the senate"]),
        ('"The road is long, and the council should act," Governor Okot said.', "should act", ["the council"]),
        ('"The road is long. I think the senate should wait," Okot said.', "should wait", ["senate"]),
    ],
)
def test_who_says_what_others_should_do_requests_it(text: str, words: str, whom: list[str]) -> None:
    (request,) = told(reading(text), "REQUEST")
    assert (request.trigger.text, request.status) == (words, "occurred")
    assert names(request, "recipients") == whom


@pytest.mark.parametrize(
    "text",
    [
        '"It should be warm in May," Governor Okot said.',
        '"I should go home," the widow said.',
        '"The envoy should have known it," the widow said.',
        "Rosa Quint said that Paulo Reis should win.",
        '"The road is long. Do you think the senate should wait?" Okot said.',
    ],
)
def test_what_nobody_else_is_to_do_is_no_request(text: str) -> None:
    assert not told(reading(text), "REQUEST")


@pytest.mark.parametrize(
    ("text", "mode", "words", "whom"),
    [
        ('"The premier betrayed us," Rosa Quint said.', "allege", "said", ["The premier"]),
        ("Rosa Quint said the premier lied.", "allege", "said", ["the premier"]),
        ("Rosa Quint called her rival a phony clown.", "disapprove", "called", ["her rival"]),
        ('"The road is long," Rosa Quint said. "The premier is a liar."', "disapprove", "liar", ["The premier"]),
        ("Rosa Quint said that the premier is not fit to lead.", "disapprove", "said", ["the premier"]),
        ("Critics say the vote is a charade.", "disapprove", "say", []),
    ],
)
def test_who_says_that_it_is_bad_accuses(text: str, mode: str, words: str, whom: list[str]) -> None:
    (blame,) = told(reading(text), "ACCUSE")
    assert (blame.mode, blame.trigger.text, blame.status) == (mode, words, "occurred")
    assert names(blame, "recipients") == whom


@pytest.mark.parametrize(
    "text",
    [
        "Rosa Quint said the bridge is a mile long.",
        "Some may call the premier a clown.",
        "Rosa Quint did not call the premier a clown.",
        '"I am disappointed," Rosa Quint said.',
        '"The road is long. I never thought it was shameful," Rosa Quint said.',
    ],
)
def test_what_nobody_says_to_be_bad_is_no_charge(text: str) -> None:
    assert not told(reading(text), "ACCUSE")


def test_what_is_called_remarkable_is_praised() -> None:
    (praise,) = told(
        reading('Rosa Quint said it was "remarkable" that the nurse had worked for nine years.'), "SUPPORT"
    )
    assert praise.trigger.text == "said" and names(praise, "actors") == ["Rosa Quint"]


@pytest.mark.parametrize(
    "said", ["This is a good idea.", "We have time, this is a good step.", "I am delighted to see you."]
)
def test_who_approves_in_a_turn_of_a_transcript_praises(said: str) -> None:
    text = f"President Rosa Quint: The dam is old. Mayor Paulo Reis: It will be mended. Rosa Quint: {said}"
    (praise,) = told(reading(text), "SUPPORT")
    assert set(names(praise, "actors")) <= {"Rosa Quint", "Rosa"} and praise.status == "occurred"


@pytest.mark.parametrize("said", ["I would be delighted to go.", "This is an idea.", "That was not a good idea."])
def test_what_nobody_approves_in_a_turn_is_no_praise(said: str) -> None:
    text = f"President Rosa Quint: The dam is old. Mayor Paulo Reis: It will be mended. Rosa Quint: {said}"
    assert not told(reading(text), "SUPPORT")


def test_who_will_talk_of_it_promises_nothing() -> None:
    (talk,) = reading('"We will discuss the dam with our partners," Governor Okot said.').events
    assert (talk.type, talk.status) == ("CONSULT", "planned")
