"""Who says it behind the words: an office and a name between commas."""

from __future__ import annotations

import pytest
from parses import parse_of

import sayso
from sayso.digest._model.speakers import give_speakers


def mended(text: str, parts: str, heads: list[int], relations: str) -> tuple[list[int], list[str]]:
    parse = parse_of(text, heads, relations, parts=parts)
    give_speakers(parse)
    return parse.heads, parse.labels


def test_office_and_name_go_to_the_verb() -> None:
    heads, relations = mended(
        "Mills burned , mayor , Holm , said", "NOUN VERB PUNCT NOUN PUNCT PROPN PUNCT VERB",
        [1, 7, 3, 1, 5, 3, 3, 7], "nsubj ccomp punct obl punct appos punct root",
    )  # fmt: skip
    assert (heads[3], relations[3], heads[5], relations[5]) == (7, "nsubj", 3, "appos")


def test_a_verb_with_its_speaker_is_left_alone() -> None:
    was = [1, 7, 3, 1, 5, 7, 3, 7]
    heads, _ = mended("Mills burned , today , Holm then said", "NOUN VERB PUNCT NOUN PUNCT PROPN ADV VERB", was,
                      "nsubj ccomp punct obl punct nsubj punct root")  # fmt: skip
    assert heads == was


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Rebels burned a mill near Amsel, the town's mayor, Ida Holm, said.", "the town's mayor, Ida Holm,"),
        ("Gunmen killed six traders in Gao, Omar Keita, the head of the market, said on Monday.",
         "Omar Keita, the head of the market,"),
        ("The clinic was shut for a week, its director, Lina Hadi, told the Courier.", "its director, Lina Hadi,"),
    ],
)  # fmt: skip
def test_who_stands_between_commas_says_it(text: str, source: str) -> None:
    (statement,) = sayso.read(text, published="2024-11-19").statements
    assert statement.source is not None and statement.source.text == source
    assert not statement.content.text.endswith(source.strip(","))
