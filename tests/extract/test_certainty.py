"""How sure the innermost source is, and the words that say so."""

from __future__ import annotations

import pytest

import sayso

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "word", "degree", "polarity"),
    [
        ("The mayor told reporters that rebels had seized the mill.", "seized", "certain", "positive"),
        ("Rebels seized the mill, residents told reporters.", "seized", "certain", "positive"),
        ("Rebels may have seized the mill.", "seized", "possible", "positive"),
        ("Rebels did not seize the mill.", "seize", "certain", "negative"),
        ("Rebels failed to seize the mill.", "seize", "certain", "negative"),
        ("Rebels managed to seize the mill.", "seize", "certain", "positive"),
        ("Rebels have probably seized the mill.", "seized", "probable", "positive"),
        ("Residents suspect that rebels seized the mill.", "seized", "probable", "positive"),
        ("Police said they believed the rebels had seized the mill.", "seized", "probable", "positive"),
        ("Had the rebels seized the mill, the town would have gone hungry.", "seized", "possible", "positive"),
    ],
)
def test_degree_and_polarity(text: str, word: str, degree: str, polarity: str) -> None:
    events = [e for e in sayso.read(text, published="2025-03-12").events if word in e.trigger.text]
    assert [(e.certainty.degree, e.certainty.polarity) for e in events[:1]] == [(degree, polarity)]


def test_the_words_that_license_it_are_named() -> None:
    event = sayso.read("Rebels may have seized the mill.", published="2025-03-12").events[0]
    assert [cue.text for cue in event.certainty.cues] == ["may"]


@pytest.mark.parametrize(
    ("text", "word", "degree", "polarity"),
    [
        ("The mayor thanked them for accepting the invitation.", "accepting", "certain", "positive"),
        ("Your visit is a happy occasion for me.", "visit", "certain", "positive"),
        ("Lawyers moved to dismiss the lawsuit of the widow.", "lawsuit", "certain", "positive"),
        ("I fully support and endorse the mayor.", "endorse", "certain", "positive"),
        ("The guards had to evacuate the village after the flood.", "evacuate", "certain", "positive"),
        ("The deal, which the mayor had signed and promised to keep?", "promised", "certain", "positive"),
        # a word of doubt stands, and so does a question
        ("Rebels allegedly attacked the mill on Monday.", "attacked", "probable", "positive"),
        ("Did rebels attack the mill?", "attack", "unstated", "positive"),
    ],
)
def test_what_is_told_as_done_is_certain_but_under_a_word_of_doubt(
    text: str, word: str, degree: str, polarity: str
) -> None:
    test_degree_and_polarity(text, word, degree, polarity)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The law would have banned the party.", "banned"),
        ("The council stopped short of condemning the raid.", "condemning"),
        ("The minister withheld his endorsement of the mayor.", "endorsement"),
        ("Neither the mayor nor the bishop has ever asked for help.", "asked"),
    ],
)
def test_what_did_not_occur_is_negative(text: str, word: str) -> None:
    events = [e for e in sayso.read(text, published="2025-03-12").events if word in e.trigger.text]
    assert [(e.status, e.certainty.polarity) for e in events] == [("did_not_occur", "negative")]


def test_the_question_of_a_quotation_is_not_that_of_the_verb_before_it() -> None:
    text = "The mayor accused the bishop: “Did you hide the guns in the church?”"
    (accused,) = [e for e in sayso.read(text, published="2025-03-12").events if e.trigger.text == "accused"]
    assert (accused.certainty.degree, accused.certainty.cues) == ("certain", ())
