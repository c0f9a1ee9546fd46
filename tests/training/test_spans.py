"""Tags that make no span make none, and kinds that a corpus does not tell apart are not held against a name."""

from __future__ import annotations

import numpy as np
import pytest

from training.labels import KINDS, span_tags
from training.spans import name_spans, spans_of

PERSON, PLACE, FACILITY, VEHICLE = (KINDS.index(kind) for kind in ("person", "place", "facility", "vehicle"))


@pytest.mark.parametrize(
    ("tags", "spans"),
    [
        ([1, 2, 3, 0, 4], {(0, 3, 0), (4, 5, 0)}),
        ([1, 3, 1, 0, 3], {(0, 2, 0)}),
        ([1, 7, 4], {(2, 3, 0)}),
        ([2, 3], set()),
    ],
)
def test_spans(tags: list[int], spans: set[tuple[int, int, int]]) -> None:
    assert spans_of(np.array(tags)) == spans


def test_kinds_that_a_corpus_does_not_tell_apart() -> None:
    (person,), (place,), (facility,), (vehicle,) = (span_tags(1, kind) for kind in (PERSON, PLACE, FACILITY, VEHICLE))
    masks = np.array([1 << person, 1 << place | 1 << facility, 1 | 1 << vehicle, 1])
    gold, found = name_spans(masks, np.array([person, facility, vehicle, person]))
    assert gold == {(0, 1, PERSON), (1, 2, PLACE)}
    assert found == {(0, 1, PERSON), (1, 2, PLACE), (3, 4, PERSON)}
