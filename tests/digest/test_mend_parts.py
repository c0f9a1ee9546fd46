"""What is told of a part of a group behind it, mended in the parse."""

from __future__ import annotations

import pytest
from parses import parse_of

from sayso.digest._model.mend_parts import hang_parts


def mended(text: str, parts: str, heads: list[int], relations: str) -> tuple[list[int], list[str]]:
    parse = parse_of(text, heads, relations, parts=parts)
    hang_parts(parse)
    return parse.heads, parse.labels


@pytest.mark.parametrize(
    ("text", "head", "label"),
    [("They freed men , among them two boys today", 2, "nmod"), ("They freed men , among us two boys today", 1, "obj")],
)
def test_who_is_among_a_group_is_a_part_of_it(text: str, head: int, label: str) -> None:
    heads, labels = mended(
        text,
        "PRON VERB NOUN PUNCT ADP PRON NUM NOUN NOUN",
        [1, 1, 1, 7, 5, 7, 7, 1, 1],
        "nsubj root obj punct case nmod nummod obj obl",
    )
    assert (heads[7], labels[7]) == (head, label)


@pytest.mark.parametrize(("mark", "label"), [(",", "parataxis"), ("and", "nsubj")])
def test_what_befell_a_part_is_told_besides(mark: str, label: str) -> None:
    _, labels = mended(
        f"It hurt nine {mark} three of them badly",
        "PRON VERB NUM PUNCT NUM ADP PRON ADV",
        [1, 1, 1, 4, 1, 6, 4, 1],
        "nsubj root obj punct nsubj case nmod advmod",
    )
    assert labels[4] == label


@pytest.mark.parametrize("side", ["obl:unmarked", "obl", "obj"])
def test_a_part_may_hang_beside_its_pronoun(side: str) -> None:
    heads, labels = mended(
        "They freed men on Monday , among them two boys",
        "PRON VERB NOUN ADP PROPN PUNCT ADP PRON NUM NOUN",
        [1, 1, 1, 4, 1, 9, 7, 1, 9, 1],
        f"nsubj root obj case obl punct case obl nummod {side}",
    )
    assert (heads[9], labels[9]) == (2, "nmod")
