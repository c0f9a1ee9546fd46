"""Words of the codebook in another sense, talk that one has alone, and what somebody says of himself."""

from __future__ import annotations

import pytest

from tests.extract.test_both import who
from tests.extract.test_events import reading, told

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "type_", "found"),
    [
        ("The suit was filed by a clerk named Ida Holm.", "DECIDE", 0),
        ("The king named Ida Holm premier.", "DECIDE", 1),
        ("A judge named to the court in May left.", "DECIDE", 1),
        ("Let's go back to the port.", "DECIDE", 0),
        ("The mill let Holm go in May.", "DECIDE", 1),
        ("As he has demonstrated in recent speeches, Sow is a fool.", "PROTEST", 0),
        ("Nurses demonstrated, as they had said, in Gao.", "PROTEST", 1),
        ("We will continue to strengthen the security of Mali.", "MOBILIZE", 0),
        ("The army strengthened security around the embassy.", "MOBILIZE", 1),
        ("Sow is now being held up as a model of peace.", "COERCE", 0),
        ("He was writing a dialogue in class.", "CONSULT", 0),
        ("Chad wages a war of aggression on Mali.", "ASSAULT", 1),
        ("Karim Sow went on to discuss his opposition to the dam in Mali.", "CONSULT", 0),
        ("Karim Sow discussed the dam in Mali with Ida Holm.", "CONSULT", 1),
        ("Karim Sow and Ida Holm discussed the dam in Mali.", "CONSULT", 1),
        ("The banks build resilience to cyber attacks.", "COERCE", 0),
        ("Hackers carried out cyber attacks on the ministry.", "COERCE", 1),
        ("After ransomware attacks, banks closed.", "COERCE", 1),
        ("Mothers lost children to gun violence.", "ASSAULT", 0),
        ("Nine died in gang violence in Gao on Sunday.", "ASSAULT", 1),
        ("Nurses fled gang violence in Gao.", "ASSAULT", 1),
        ("“We will pay for it,” said Ida Holm.", "THREATEN", 0),
        ("“They will pay for it,” said Ida Holm.", "THREATEN", 1),
        ("Only registered nurses are allowed to vote.", "DECIDE", 0),
        ("Nurses are now allowed to vote.", "DECIDE", 1),
        ("The nurses are allowed to vote.", "DECIDE", 1),
        ("This landscape demands that Chad and Mali build dams.", "REQUEST", 0),
        ("The motion demands that Mali leave.", "REQUEST", 1),
        ("Ida Holm believes that her use of a private boat was a mistake.", "ACCUSE", 0),
        ("“My speech was a mistake,” said Ida Holm.", "ACCUSE", 0),
        ("“His speech was a mistake,” said Ida Holm.", "ACCUSE", 1),
    ],
)
def test_beside_other_words(text: str, type_: str, found: int) -> None:
    assert len(told(reading(text), type_)) == found


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ida Holm is a coward and a bully who shelled the port.", {"Ida Holm"}),
        ("Ida Holm was the first president who shelled the port.", {"Ida Holm"}),
        ("Ida Holm is the daughter of the general who attacked the port.", {"the general", "general"}),
        ("It was the army who attacked the port.", {"the army", "army"}),
    ],
)
def test_who_behind_what_somebody_is_said_to_be(text: str, name: set[str]) -> None:
    found = reading(text)
    assert who(found, told(found, "ASSAULT")[0]) & name


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The United States stands with Estonia to counter Russia's brutal war on Ukraine.", "ongoing"),
        ("The raid was the largest since this war on Ukraine began.", "ongoing"),
        ("This war on Ukraine ended in May.", "occurred"),
        ("Sow condemns the 2003 war on Iraq.", "occurred"),
    ],
)
def test_wars_of_now(text: str, status: str) -> None:
    wars = [e for e in told(reading(text), "ASSAULT") if e.trigger.lemma == "war"]
    assert {e.status for e in wars} <= {status}


def test_a_time_that_counts_from_a_deed_is_not_its_own() -> None:
    found = reading("In the week following the shooting of a nurse, several protests have erupted in Gao.")
    assert all(e.from_ != "words" for e in told(found, "ASSAULT"))
    assert told(found, "PROTEST")[0].from_ == "words"


def test_a_refusal_that_may_cost_somebody_is_told_as_done() -> None:
    (refusal,) = told(reading("Holm's refusal to sign the treaty could cost her the seat."), "REJECT")
    assert refusal.status == "occurred"
    (refusal,) = told(reading("Holm's refusal may come on Monday."), "REJECT")
    assert refusal.status == "possible"


def test_the_media_are_blamed() -> None:
    (blamed,) = told(reading("Ida Holm blames mass media for the failure."), "ACCUSE")
    assert [p.text for p in blamed.recipients] == ["mass media"]


@pytest.mark.parametrize(
    ("text", "from_"),
    [
        ("Sow said in a speech on Sunday that roads matter. “We will build a dam in Mali,” he said.", "words"),
        ("Sow said on Sunday that roads matter. Holm arrived. “We will build a dam in Mali,” Sow said.", "dateline"),
        ("Holm said on Sunday that roads matter. “We will build a dam in Mali,” Karim Sow said.", "dateline"),
    ],
)
def test_what_the_same_goes_on_to_promise_is_of_the_day_of_his_speech(text: str, from_: str) -> None:
    (pledge,) = told(reading(text), "DECIDE", "pledge")
    assert pledge.from_ == from_
