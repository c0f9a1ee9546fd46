"""Whose verb it is: subjects behind places, before those who say so, and of verbs that go on."""

from __future__ import annotations

import pytest
from parses import parse_of

from sayso.digest._model.mend_subjects import hang_subjects


def mended(words: str, tags: str, heads: list[int], relations: str) -> tuple[list[int], list[str]]:
    """The heads and relations after all mends."""
    parse = parse_of(words, heads, relations, tags=tags)
    hang_subjects(parse)
    return parse.heads, parse.labels


@pytest.mark.parametrize(
    ("words", "tags", "heads", "relations", "mends"),
    [
        (
            "In the port the cook resigned",
            "IN DT NN DT NN VBD",
            [2, 2, 5, 4, 2, 5],
            "case det obl det appos root",
            True,
        ),
        ("In the port a town slept", "IN DT NN DT NN VBD", [2, 2, 5, 4, 2, 5], "case det obl det appos root", True),
        (
            "In the port , a town , he slept",
            "IN DT NN , DT NN , PRP VBD",
            [2, 2, 8, 5, 5, 2, 5, 8, 8],
            "case det obl punct det appos punct nsubj root",
            False,
        ),
    ],
)
def test_a_noun_behind_a_place_is_the_subject_that_the_verb_lacks(
    words: str, tags: str, heads: list[int], relations: str, mends: bool
) -> None:
    after, labels = mended(words, tags, heads, relations)
    noun = relations.split().index("appos")
    assert (labels[noun] == "nsubj") == mends
    assert after[noun] == (len(heads) - 1 if mends else heads[noun])


def test_the_first_of_two_subjects_is_of_what_is_said() -> None:
    words, tags = "Togo denied it , aides said", "NNP VBD PRP , NNS VBD"
    after, labels = mended(words, tags, [5, 5, 1, 1, 5, 5], "nsubj ccomp obj punct nsubj root")
    assert (after[0], labels[0], after[4]) == (1, "nsubj", 5)


def test_a_second_content_without_a_subject_goes_on_with_the_first() -> None:
    words, tags = "he said troops came , searched it", "PRP VBD NNS VBD , VBD PRP"
    after, labels = mended(words, tags, [1, 1, 3, 1, 5, 1, 5], "nsubj root nsubj ccomp punct ccomp obj")
    assert (after[5], labels[5]) == (3, "conj")
    words, tags = "he said troops came , they left", "PRP VBD NNS VBD , PRP VBD"
    after, _ = mended(words, tags, [1, 1, 3, 1, 6, 6, 1], "nsubj root nsubj ccomp punct nsubj ccomp")
    assert after[6] == 1


@pytest.mark.parametrize(("thing", "label"), [("money", "iobj"), ("hostage", "obj")])
def test_whom_is_given_what_stands_behind(thing: str, label: str) -> None:
    words, tags = f"men whom they gave {thing}", "NNS WP PRP VBD NN"
    _, labels = mended(words, tags, [0, 3, 3, 0, 3], "root obj nsubj acl:relcl obj")
    assert labels[1] == label


@pytest.mark.parametrize(("noun", "mends"), [("post", True), ("Monday", False)])
def test_straight_behind_a_deed_it_says_what_was_struck(noun: str, mends: bool) -> None:
    words, tags = f"he admitted the strike on {noun}", f"PRP VBD DT NN IN {'NN' if mends else 'NNP'}"
    after, labels = mended(words, tags, [1, 1, 3, 1, 5, 1], "nsubj root det obj case obl")
    assert (after[5], labels[5]) == ((3, "nmod") if mends else (1, "obl"))
