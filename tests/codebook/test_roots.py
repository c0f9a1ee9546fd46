"""Verbs and their nouns have one root."""

import pytest

from sayso.codebook.roots import root


@pytest.mark.parametrize(
    ("verb", "noun"),
    [("ram", "ramming"), ("stab", "stabbing"), ("bomb", "bombing"), ("agree", "agreement"), ("explode", "explosion"),
     ("collide with", "collision")],
)  # fmt: skip
def test_a_verb_and_its_noun(verb: str, noun: str) -> None:
    assert root(verb) == root(noun)
