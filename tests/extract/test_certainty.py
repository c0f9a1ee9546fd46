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
