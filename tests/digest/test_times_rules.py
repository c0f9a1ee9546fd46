"""Every rule of times_rules.toml finds its examples and leaves alone what it must not find."""

from __future__ import annotations

import tomllib
from importlib.resources import files

import pytest
import spacy

from sayso.digest._times.makers import MAKERS
from sayso.digest.times import find_times

NLP = spacy.blank("en")
PUBLISHED = "2024-11-18"
RULES = tomllib.loads(files("sayso.codebook").joinpath("times_rules.toml").read_text("utf-8"))["rule"]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: f"{rule['pass']}-{rule['make']}-{rule['gives']}")
def test_a_rule_finds_its_examples(rule: dict[str, list[list[str]]]) -> None:
    for sentence, words, value in rule["examples"]:
        found = {time.text: time.value for time in find_times(NLP(sentence), PUBLISHED)}
        assert found.get(words) == value, f"{sentence!r} gives {found}"


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: f"{rule['pass']}-{rule['make']}-{rule['gives']}")
def test_a_rule_leaves_the_rest_alone(rule: dict[str, list[list[str]]]) -> None:
    for sentence, words in rule["not"]:
        start = sentence.index(words)
        touching = [
            time.text
            for time in find_times(NLP(sentence), PUBLISHED)
            if time.spans[0][0] < start + len(words) and start < time.spans[0][1]
        ]
        assert not touching, f"{sentence!r} gives {touching}"


def test_every_maker_has_a_rule() -> None:
    assert {rule["make"] for rule in RULES} == set(MAKERS)
