"""Contents that were cut too early."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sayso.model import Reading

pytestmark = pytest.mark.model
Read = Callable[..., Reading]


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("The envoy stressed that many roads need repair, such as the coastal road and the two bridges.", "bridges"),
        ("They discussed trade and fishing, including the reopening of the northern ports.", "northern ports"),
        ("The ministers agreed to share water, as well as data on floods.", "data on floods"),
    ],
)
def test_lists_and_examples_belong_to_the_content(read: Read, text: str, end: str) -> None:
    assert [s for s in read(text).statements if s.content.text.endswith(end)]


def test_a_clause_of_somebody_elses_saying_does_not(read: Read) -> None:
    reading = read("The miners said that the shaft was flooded, while the owners said that it was dry.")
    assert all("owners" not in s.content.text for s in reading.statements)


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("The warden confirmed that he had seen the letters and had burned them.", "burned them"),
        ("The warden noted that the bridge will open in May and invited the mayor to the town.", "in May"),
    ],
)
def test_a_second_verb_of_the_clause_that_is_said(read: Read, text: str, end: str) -> None:
    assert [s for s in read(text).statements if s.content.text.endswith(end)]


def test_an_infinitive_that_is_wanted_is_of_the_cue(read: Read) -> None:
    reading = read("Ida Holm: I would like to discuss the state of the northern road.\nOmar Haddad: Please do.")
    found = [s for s in reading.statements if s.source and s.source.text == "I"]
    assert all(s.cue and s.cue.text.endswith("discuss") for s in found)
