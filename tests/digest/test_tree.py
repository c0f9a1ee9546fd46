"""Trees: sentences, repair of heads that form no tree."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.digest._model.tree import LONGEST_SENTENCE, best_tree, find_heads, sentence_starts


def is_tree(heads: np.ndarray) -> bool:
    """One root, and every word comes to it."""
    up = heads
    for _ in range(len(heads)):
        up = heads[up]
    return int((heads == np.arange(len(heads))).sum()) == 1 and len(set(up.tolist())) == 1


def test_sentences_begin_where_the_score_is_positive_or_forced() -> None:
    forced = np.array([False, False, True, False])
    assert sentence_starts(np.array([-1, 2, -1, -3], np.float32), forced).tolist() == [0, 1, 2]


def test_endless_sentences_are_cut() -> None:
    count = 3 * LONGEST_SENTENCE + 1
    starts = sentence_starts(np.full(count, -1, np.float32), np.zeros(count, bool))
    assert starts.tolist() == [0, LONGEST_SENTENCE, 2 * LONGEST_SENTENCE, 3 * LONGEST_SENTENCE]


def test_a_cycle_is_broken_where_it_costs_least() -> None:
    scores = np.array([[5, 1, 1], [1, 0, 9], [3, 9, 0]], np.float32)  # 1 and 2 want each other
    assert best_tree(scores).tolist() == [0, 2, 0]


def test_of_two_roots_one_stays() -> None:
    scores = np.array([[9, 1, 1], [2, 8, 3], [1, 5, 0]], np.float32)
    heads = best_tree(scores)
    assert heads.tolist() == [0, 0, 1]


@settings(max_examples=100, deadline=None)
@given(st.integers(1, 12), st.integers(0, 10_000))
def test_the_result_is_always_a_tree(size: int, seed: int) -> None:
    scores = np.random.default_rng(seed).normal(size=(size, size)).astype(np.float32)
    assert is_tree(best_tree(scores))


@pytest.mark.parametrize("seed", range(5))
def test_every_sentence_gets_its_own_tree(seed: int) -> None:
    chance = np.random.default_rng(seed)
    sizes = chance.integers(1, 30, 20)
    starts = np.concatenate([[0], np.cumsum(sizes)[:-1]])
    vectors = chance.normal(size=(2, int(sizes.sum()), 8)).astype(np.float32)
    heads = find_heads(vectors[0], vectors[1], starts)
    for start, size in zip(starts, sizes, strict=True):
        assert is_tree(heads[start : start + size] - start)
