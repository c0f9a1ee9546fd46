"""From BILOU tags of words, or from masks of allowed ones, to spans."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from training.labels import KINDS

Array = NDArray[np.integer]
#: (first word, end, index of the kind).
Found = set[tuple[int, int, int]]
#: Where several tags are allowed, the kind that a name has for the corpora that do not tell these apart.
_PLACE = KINDS.index("place")


def spans_of(tags: Array) -> Found:
    """(first, end, kind) of the spans of BILOU tags; what is begun and not ended, or ended and not begun, is none."""
    found: Found = set()
    begun: tuple[int, int] | None = None
    for i, tag in enumerate(tags.tolist()):
        kind, position = divmod(tag - 1, 4)
        if tag == 0:
            begun = None
        elif position == 3:
            found.add((i, i + 1, kind))
            begun = None
        elif position == 0:
            begun = (i, kind)
        elif begun is None or begun[1] != kind:
            begun = None
        elif position == 2:
            found.add((begun[0], i + 1, kind))
            begun = None
    return found


def name_spans(masks: Array, tags: Array) -> tuple[Found, Found]:
    """Gold and found spans where gold says which tags are allowed: a found one counts as the gold one it may be, and
    not at all where the corpus does not say.
    """
    lowest = np.array([(mask & -mask).bit_length() - 1 if mask else 0 for mask in masks.tolist()], np.int64)
    place = 1 + 4 * _PLACE
    as_place = [next((t for t in range(place, place + 4) if mask >> t & 1), -1) for mask in masks.tolist()]
    named = (masks & 1 == 0) & (masks != 0)
    gold = spans_of(np.where(named, np.where(np.array(as_place, np.int64) >= 0, as_place, lowest), 0))
    at = {(first, end): kind for first, end, kind in gold}
    found: Found = set()
    for first, end, kind in spans_of(tags):
        allowed = all(masks[i] >> tags[i] & 1 for i in range(first, end))
        if (allowed and masks[first] & 1) or not masks[first:end].all():
            continue
        found.add((first, end, at.get((first, end), kind) if allowed else kind))
    return gold, found
