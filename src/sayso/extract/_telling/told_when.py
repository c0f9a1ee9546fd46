"""When the language model takes what a word tells to have been: the shares that its head `when` gives."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Token

#: The classes of the head, in the order of its scores: about the report's time, before that, not done or not yet, or
#: in general.
CLASSES = ("news", "older", "not done", "general")
NEWS, OLDER, NOT_DONE, GENERAL = range(4)


def shares_of(word: Token) -> NDArray[np.float32] | None:
    """Probabilities (4,) of the classes for the word; None where the document has no scores."""
    scores: NDArray[np.float32] | None = word.doc.user_data.get("when")
    if scores is None:
        return None
    powers = np.exp(scores[word.i] - scores[word.i].max())
    return np.asarray(powers / powers.sum(), np.float32)
