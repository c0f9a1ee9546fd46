"""Sentences of other corpora become records of ours; accounts and foreign labels teach nothing."""

from __future__ import annotations

from training.documents import read_text
from training.labels import KINDS, UPOS, bit_mask
from training.more_names import add_supersenses, as_record, sentences


def test_a_tagged_sentence_becomes_a_text_with_spans() -> None:
    lines = ["Mira\tB-PER", "Holt\tI-PER", "left\tO", "(\tO", "for\tO", "Dorn\tB-location", ")\tO", ".\tO", "", "No\tO"]
    first, second = sentences(lines)
    record = as_record("x-0", "x", first)
    assert record["text"] == "Mira Holt left (for Dorn)."
    assert [(record["text"][a:b], kind) for a, b, kind in record["names"]] == [
        ("Mira Holt", "person"),
        ("Dorn", "place"),
    ]
    assert second == [("No", "O")]


def test_accounts_and_labels_that_we_do_not_have_are_left_open() -> None:
    (sentence,) = sentences(["@\tO", "mira\tB-PER", "won\tO", "the\tO", "Dorn\tB-award", "Cup\tI-award"])
    record = as_record("x-0", "x", sentence)
    assert record["names"] == []
    assert [record["text"][a:b] for a, b in record["ignore"]] == ["@", "mira", "Dorn Cup"]


def test_supersenses_tell_the_kind_of_a_proper_noun() -> None:
    document, _ = read_text("a", "ewt", "Ask Mira at Dorn Motors.")
    document.gold["start"][0] = 1
    document.gold["upos"][:] = [UPOS.index(u) for u in ("VERB", "PROPN", "ADP", "PROPN", "PROPN", "PUNCT")]
    document.gold["names"][:] = bit_mask(KINDS, KINDS)
    known = {"AskMiraatDornMotors.": [(3, ""), (7, "n.PERSON"), (9, ""), (19, "n.GROUP"), (20, "")]}
    add_supersenses(document, known)
    kinds = [
        [k for i, k in enumerate(KINDS) if int(document.gold["names"][word]) >> (1 + 4 * i) & 1] for word in (1, 3, 4)
    ]
    assert kinds == [["person"], ["organization"], ["organization"]]
