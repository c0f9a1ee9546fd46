"""Tag sequences: the best allowed one, and the spans in it."""

from __future__ import annotations

from itertools import pairwise, product

import numpy as np
import pytest

from sayso.digest._model.decode import best_tags, find_spans, tag_masks

O, B, I, L, U = range(5)  # noqa: E741


def slow_best(scores: np.ndarray) -> float:
    """The total of the best allowed sequence, by trying all."""
    forbid, begins, ends = tag_masks(1)
    totals = []
    for tags in product(range(5), repeat=len(scores)):
        total = sum(scores[i, t] for i, t in enumerate(tags)) + begins[tags[0]] + ends[tags[-1]]
        totals.append(total + sum(forbid[a, b] for a, b in pairwise(tags)))
    return float(max(totals))


@pytest.mark.parametrize("seed", range(20))
def test_no_allowed_sequence_is_better(seed: int) -> None:
    scores = np.random.default_rng(seed).normal(size=(5, 5)).astype(np.float32)
    tags = best_tags(scores, np.array([0]))
    assert scores[np.arange(5), tags].sum() == pytest.approx(slow_best(scores), abs=1e-4)


def test_parts_do_not_touch() -> None:
    scores = np.full((6, 5), -5, np.float32)
    scores[:, I] = 0
    tags = best_tags(scores, np.array([0, 2, 5]))
    assert tags.tolist() == [B, L, B, I, L, U] or tags[5] in (O, U)


def test_spans_have_kinds_and_scores() -> None:
    scores = np.full((4, 9), -9, np.float32)
    for word, tag in enumerate((0, 5, 7, 4)):  # O, begin and last of kind 1, only one of kind 0
        scores[word, tag] = 9
    spans = find_spans(scores, np.array([0]))
    assert spans.first.tolist() == [1, 3]
    assert spans.end.tolist() == [3, 4]
    assert spans.kind.tolist() == [1, 0]
    assert (spans.score > 0.99).all()


def test_no_words() -> None:
    assert len(find_spans(np.zeros((0, 5), np.float32), np.zeros(0, np.int64))) == 0
