"""Windows: every word in exactly one core, none too long, cut where it is best."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.digest._model.pieces import GAPS, MAX_PIECES, gap_of, shape_of
from sayso.digest._model.windows import LONGEST, cut_strength, cut_windows

SPACE, PARAGRAPH = GAPS.index("space"), GAPS.index("paragraph")


@settings(max_examples=100, deadline=None)
@given(st.lists(st.tuples(st.integers(1, MAX_PIECES), st.sampled_from([0, 0, 0, 0, 1, 2, 3])), max_size=700))
def test_cores_cover_all_words_once(words: list[tuple[int, int]]) -> None:
    starts = np.concatenate([[0], np.cumsum([size for size, _ in words])]).astype(np.int64)
    strength = np.array([kind for _, kind in words], np.int8)
    strength[:1] = 3
    at = 0
    for window in cut_windows(starts, np.append(strength, np.int8(0))[: len(words)]):
        assert window.first <= window.core_first == at < window.core_end <= window.end
        assert window.pieces == starts[window.end] - starts[window.first] + 2 <= LONGEST
        at = window.core_end
    assert at == len(words)


def test_a_paragraph_is_the_best_cut() -> None:
    words = ["word"] * 300
    gaps = np.full(300, SPACE, np.int8)
    gaps[100] = PARAGRAPH
    windows = cut_windows(np.arange(301), cut_strength(words, gaps))
    assert (windows[0].core_end, windows[0].end) == (100, 100)
    assert windows[1].first == 100


def test_sentences_probably_begin_after_a_full_stop() -> None:
    words = ["It", "ended", ".", "He", "left", ".", "”", "They", "at", "3", ".", "m"]
    gaps = np.full(len(words), SPACE, np.int8)
    assert np.flatnonzero(cut_strength(words, gaps)).tolist() == [0, 3, 7]


def test_shapes_and_gaps() -> None:
    words = ["war", "War", "WAR", "I", "McCain", "U.S.", "2024", "T-72", "“", "+", "戦争"]
    assert [shape_of(w) for w in words] == list(range(11))
    assert [GAPS[gap_of(g)] for g in ("", " ", "\t ", "\n", "\r\n", " \n\n ", "\r\r")] == [
        "none", "space", "space", "line", "line", "paragraph", "paragraph",
    ]  # fmt: skip
