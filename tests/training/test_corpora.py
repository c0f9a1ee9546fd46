"""What a corpus does not say is unknown, not negative; names are swapped without moving anything else."""

from __future__ import annotations

import random

from training.corpora import name_masks, parse_brackets, swap_names
from training.documents import Aligner, tag_spans
from training.labels import KINDS, NAME_TAGS
from training.texts import read_text


def tags_of(mask: int) -> set[str]:
    return {tag for i, tag in enumerate(NAME_TAGS) if int(mask) >> i & 1}


def test_brackets_may_nest() -> None:
    text, marked = parse_brackets("[Two [Kenyan](nationality) soldiers](~group) died (again).")
    assert text == "Two Kenyan soldiers died (again)."
    assert sorted((text[a:b], kind) for a, b, kind in marked) == [
        ("Kenyan", "nationality"),
        ("Two Kenyan soldiers", "~group"),
    ]


def test_unmarked_kinds_are_open() -> None:
    names = [(0, 2, KINDS.index("person")), (3, 4, KINDS.index("place")), (5, 6, KINDS.index("place"))]
    words = ["Ann", "Reed", "left", "Oslo", "by", "Bridge"]
    masks = name_masks(words, names, KINDS, {"person", "place", "organization"})
    assert tags_of(masks[0]) == {"B-person"}
    assert tags_of(masks[1]) == {"L-person"}
    assert tags_of(masks[3]) == {"U-place"}
    assert tags_of(masks[5]) == {"U-place", "U-facility"}
    assert {"O", "U-weapon"} < tags_of(masks[4])
    assert "U-organization" not in tags_of(masks[4])


def test_where_all_kinds_are_marked_outside_is_outside() -> None:
    assert tags_of(name_masks(["Rain"], [], KINDS, set(KINDS))[0]) == {"O"}


def test_swapped_names_keep_their_marks() -> None:
    text, marked = parse_brackets("[A [Grad](weapon) launcher](~weapon) hit [Sumy](place).")
    text, marked = swap_names(text, marked, {"weapon": ["Tornado-S"], "place": ["Uman"]}, random.Random(1))
    assert text == "A Tornado-S launcher hit Uman."
    assert {(text[a:b], kind) for a, b, kind in marked} == {
        ("A Tornado-S launcher", "~weapon"),
        ("Tornado-S", "weapon"),
        ("Uman", "place"),
    }


def test_characters_to_words() -> None:
    document, spans = read_text("x", "x", "He said: “No.”")
    assert document.words == ["He", "said", ":", "“", "No", ".", "”"]
    assert Aligner(spans)(3, 8) == (1, 3)
    assert Aligner(spans)(2, 3) is None


def test_of_overlapping_spans_the_longest_stays() -> None:
    assert tag_spans(5, [(0, 1, 0), (0, 3, 0), (4, 5, 0)]).tolist() == [1, 2, 3, 0, 4]
