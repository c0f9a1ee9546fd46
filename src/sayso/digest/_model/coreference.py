"""Which earlier words a word means: the best antecedent of every mention's head."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]
#: Farthest antecedent, in words: the heads were trained inside windows of about this size.
FARTHEST = 150
#: Mentions that look for their antecedents together.
_AT_ONCE = 256
_FORBIDDEN = np.float32(-1e9)


def find_antecedents(vectors: Mapping[str, Floats], mentions: Ints, report_of: Ints) -> Ints:
    """For each word the word it corefers with, or -1; only the heads of mentions ask and answer.

    `mentions` are word indices in order, `vectors` (words, size) those of the coreference heads. Linear in the words.
    """
    result = np.full(len(report_of), -1, np.int64)
    for begin in range(0, len(mentions), _AT_ONCE):
        asking = mentions[begin : begin + _AT_ONCE]
        first = int(np.searchsorted(mentions, asking[0] - FARTHEST))
        answering = mentions[first : begin + len(asking)]
        distance = asking[:, None] - answering[None, :]
        allowed = (
            (distance > 0) & (distance <= FARTHEST) & (report_of[asking][:, None] == report_of[answering][None, :])
        )
        scores = vectors["mention"][asking] @ vectors["antecedent"][answering].T
        scores = np.where(allowed, scores, _FORBIDDEN)
        best = scores.argmax(1)
        good = scores[np.arange(len(asking)), best] > vectors["none_mention"][asking, 0]
        result[asking[good]] = answering[best[good]]
    return result
