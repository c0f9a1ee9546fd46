"""Who speaks in an aside, and who is told to do what, mended in the parse."""

from __future__ import annotations

import pytest
from parses import parse_of

from sayso.digest._model.mend_asides import hang_asides, hang_second_verbs


def asides(text: str, parts: str, tags: str, heads: list[int], relations: str) -> tuple[list[int], list[str]]:
    parse = parse_of(text, heads, relations, parts=parts, tags=tags)
    hang_asides(parse)
    return parse.heads, parse.labels


@pytest.mark.parametrize("wrong", ["obj", "iobj"])
def test_who_stands_behind_the_verb_between_commas_speaks(wrong: str) -> None:
    heads, labels = asides(
        "Raiders , warned farmers , burned it",
        "NOUN PUNCT VERB NOUN PUNCT VERB PRON",
        "NNS , VBD NNS , VBD PRP",
        [2, 0, 2, 5 if wrong == "obj" else 2, 3, 2, 5],
        f"nsubj punct root {wrong} punct ccomp obj",
    )
    assert (heads[3], labels[3]) == (2, "nsubj")
    assert (heads[0], labels[0]) == (5, "nsubj")


@pytest.mark.parametrize(
    ("text", "parts", "tags", "heads", "relations"),
    [
        (
            "He left , warned farmers , and slept",
            "PRON VERB PUNCT VERB NOUN PUNCT CCONJ VERB",
            "PRP VBD , VBD NNS , CC VBD",
            [1, 1, 3, 1, 3, 7, 7, 1],
            "nsubj root punct conj obj punct cc conj",
        ),
        (
            "Farmers said , raiders burned it",
            "NOUN VERB PUNCT NOUN VERB PRON",
            "NNS VBD , NNS VBD PRP",
            [1, 1, 1, 4, 1, 4],
            "nsubj root punct nsubj ccomp obj",
        ),
        (
            "Raiders , warned farmers , they burned it",
            "NOUN PUNCT VERB NOUN PUNCT PRON VERB PRON",
            "NNS , VBD NNS , PRP VBD PRP",
            [2, 0, 2, 2, 3, 6, 2, 6],
            "nsubj punct root obj punct nsubj ccomp obj",
        ),
    ],
)
def test_a_list_of_deeds_is_left_alone(text: str, parts: str, tags: str, heads: list[int], relations: str) -> None:
    assert asides(text, parts, tags, list(heads), relations) == (heads, relations.split())


@pytest.mark.parametrize(("subject", "tag", "over"), [("Officials", "NNS", 3), ("Gao", "NNP", 1)])
def test_one_who_was_told_is_not_several_who_say_it(subject: str, tag: str, over: int) -> None:
    words, tags = f"{subject} said fleet waited but was told", f"{tag} VBD NN VBD CC VBD VBN"
    parse = parse_of(words, [1, 1, 3, 1, 6, 6, 1], "nsubj root nsubj ccomp cc aux:pass conj", tags=tags)
    hang_second_verbs(parse)
    assert parse.heads[6] == over
