"""Links between spans, and antecedents."""

from __future__ import annotations

import numpy as np

from sayso.digest._model.attributions import FARTHEST, link
from sayso.digest._model.coreference import find_antecedents
from sayso.digest._model.decode import Spans


def spans(*ranges: tuple[int, int]) -> Spans:
    first, end = (np.array([r[i] for r in ranges], np.int64) for i in (0, 1))
    return Spans(first, end, np.zeros(len(ranges), np.int64), np.ones(len(ranges), np.float32))


def vectors(count: int) -> dict[str, np.ndarray]:
    names = ("cue_to_source", "source_of_cue", "content_to_cue", "cue_of_content", "mention", "antecedent")
    found = {name: np.zeros((count, 2), np.float32) for name in names}
    return found | {
        f"none_{name}": np.zeros((count, 1), np.float32) for name in ("cue_to_source", "content_to_cue", "mention")
    }


def test_each_asks_for_the_best() -> None:
    v = vectors(10)
    v["cue_to_source"][2] = v["content_to_cue"][3] = (3, 0)
    v["source_of_cue"][0] = v["cue_of_content"][2] = (3, 0)
    v["content_to_cue"][6] = (-3, 0)
    found = link(
        {"source": spans((0, 2)), "cue": spans((2, 3)), "content": spans((3, 5), (6, 9))}, v, np.zeros(10, int)
    )
    assert [(a.source, a.cue, a.content) for a in found] == [
        ([(0, 2)], [(2, 3)], [(3, 5)]),
        ([], [], [(6, 9)]),
    ]
    assert found[0].score > 0.99


def test_no_link_into_another_report_or_far_away() -> None:
    v = vectors(FARTHEST + 10)
    v["cue_to_source"][:] = v["source_of_cue"][:] = 9
    reports = np.array([0, 0, *[1] * (FARTHEST + 8)])
    roles = {"source": spans((0, 1), (FARTHEST + 9, FARTHEST + 10)), "cue": spans((4, 5)), "content": spans()}
    assert [a.source for a in link(roles, v, reports)] == [[]]


def test_antecedents_are_earlier_mentions_of_the_same_report() -> None:
    v = vectors(6)
    v["mention"][:] = v["antecedent"][:] = 1
    reports = np.array([0, 0, 0, 1, 1, 1])
    assert find_antecedents(v, np.array([0, 2, 3, 5]), reports).tolist() == [-1, -1, 0, -1, -1, 3]
