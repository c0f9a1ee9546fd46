"""Every example of `outcomes.toml`: the later report tells or undoes what was expected where it must, else neither."""

from __future__ import annotations

import pytest

import sayso
from sayso.codebook.outcomes import load_outcome_words, outcome_table, phrases
from sayso.digest.language import WEIGHTS
from sayso.link.outcomes import find_outcomes

needs_model = [
    pytest.mark.model,
    pytest.mark.skipif(not (WEIGHTS / "model.onnx").exists(), reason="the language model is not here: see training/"),
]


VERDICTS = {"also": "came_true", "opposite": "failed"}


def verdict_of(table, entry):
    return VERDICTS.get(table) or ("came_true" if entry["happened"] else "failed")


def cases(table):
    return [
        pytest.param(
            expected, told, verdict_of(table, entry), kind == "match", id=f"{entry['name']}-{kind}", marks=needs_model
        )
        for entry in outcome_table()[table]
        for kind in ("match", "miss")
        for expected, told in entry[kind]
    ]


@pytest.mark.parametrize(("expected", "told", "verdict", "so"), [*cases("also"), *cases("opposite"), *cases("verdict")])
def test_the_examples_of_the_table(expected, told, verdict, so):
    texts = (("one", "2026-03-04", expected), ("two", "2026-03-08T20:00:00", told))
    readings = [sayso.read(text, published=day, outlet=name) for name, day, text in texts]
    found = find_outcomes(readings, {}, {}, {(0, 1): 0.5})
    assert found, "the example holds no outlook"
    assert {outcome.outcome for outcome in found} - {"open"} == ({verdict} if so else set())


def test_a_phrase_may_leave_out_words():
    kept = phrases(["kept … closed"])
    assert kept.search("She kept the old gate at Merrin closed.")
    assert kept.search("Kept closed")
    assert not kept.search("kept the gate open and closed the shop behind the mill on the other side of the river")
    assert not kept.search("keptclosed")


def test_a_no_before_a_cue_stands_near_it_as_a_word_of_its_own():
    no = load_outcome_words().no
    assert no.search("they did not ") and no.search("they didn't really ") and no.search("with no great ")
    assert not no.search("the governor ") and not no.search("not that anybody minded but she ")
