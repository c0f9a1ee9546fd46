"""Universal NER's marks: kinds that it does not tell apart stay open, and words that differ are left alone."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from training.labels import KINDS, NAME_TAGS
from training.treebanks import UPOS, read_treebank
from training.uner import add_names, read_marks, sentence_masks

TREE = """\
# newdoc id = one
# sent_id = one-1
# text = Ann Reed left Oslo.
1\tAnn\tAnn\tPROPN\tNNP\t_\t3\tnsubj\t_\t_
2\tReed\tReed\tPROPN\tNNP\t_\t1\tflat\t_\t_
3\tleft\tleave\tVERB\tVBD\t_\t0\troot\t_\t_
4\tOslo\tOslo\tPROPN\tNNP\t_\t3\tobj\t_\tSpaceAfter=No
5\t.\t.\tPUNCT\t.\t_\t3\tpunct\t_\t_

# sent_id = one-2
# text = Rain fell.
1\tRain\train\tNOUN\tNN\t_\t2\tnsubj\t_\t_
2\tfell\tfall\tVERB\tVBD\t_\t0\troot\t_\tSpaceAfter=No
3\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_

"""
MARKS = """\
# text = Ann Reed left Oslo.
1\tAnn\tB-PER\t-\tx
2\tReed\tI-PER\t-\tx
3\tleft\tO
4\tOslo\tB-LOC\t-\tx
5\t.\tO

# text = Rain fell.
1\tRain\tB-ORG
2\tfell.\tO

"""


def tags(mask: int) -> set[str]:
    return {tag for i, tag in enumerate(NAME_TAGS) if mask >> i & 1}


def test_names_are_laid_over_the_same_words(tmp_path: Path) -> None:
    for name, text in (("tree.conllu", TREE), ("marks.iob2", MARKS)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    ((document, sentences),) = read_treebank(tmp_path / "tree.conllu", "ewt")
    assert add_names(document, sentences, read_marks(tmp_path / "marks.iob2")) == 1
    masks = [tags(int(mask)) for mask in document.gold["names"]]
    assert masks[:2] == [{"B-person"}, {"L-person"}]
    assert masks[3] == {"U-place"}
    assert "O" in masks[2] and "U-vehicle" in masks[2] and "U-person" not in masks[2]
    assert not np.any(document.gold["names"][5:])


@pytest.mark.parametrize("undecided", ["B-OTH", "I-OTH", "B-O"])
def test_what_was_not_decided_teaches_nothing(undecided: str) -> None:
    assert sentence_masks([("Anna", undecided), ("sang", "O")])[0] == 0


def test_a_place_may_be_a_facility_where_a_word_says_so() -> None:
    (masks,) = {tuple(sentence_masks([("Oslo", "B-LOC"), (noun, "I-LOC")])) for noun in ("Airport", "Hospital")}
    assert [tags(mask) for mask in masks] == [{"B-place", "B-facility"}, {"L-place", "L-facility"}]


def test_labels_that_masks_hold() -> None:
    assert len(NAME_TAGS) == 1 + 4 * len(KINDS) < 63 and "PROPN" in UPOS
