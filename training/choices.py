"""Networks that choose one of several words for a word: the place of an event, whom a pronoun stands for.

Every choice gets a score by what all layers of the encoder make of the two words and by features of the two; the loss
is that of all right choices together.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from training.pairs import PairModel, numbered, teach

#: A feature must be seen in so many choices.
SEEN = 4
EPOCHS, BATCH, RATE, DECAY = 10, 32, 3e-3, 0.1

Floats = NDArray[np.float32]


@dataclass(frozen=True, kw_only=True)
class Example:
    """A word with what it may be joined to."""

    #: number of the text
    text: int
    #: (layers × HIDDEN,) of the word, and (choices, layers × HIDDEN)
    word: Floats
    others: Floats
    features: list[list[str]]
    right: list[bool]


@dataclass(frozen=True)
class Samples:
    """Examples, and how they are scaled and numbered."""

    examples: Sequence[Example]
    features: dict[str, int]
    middle: Tensor
    spread: Tensor


def samples(found: Sequence[Example]) -> Samples:
    """The features that are seen often enough, and how the vectors are scaled."""
    features = numbered((names for e in found for names in e.features), SEEN)
    words = torch.from_numpy(np.stack([e.word for e in found]))
    return Samples(found, features, words.mean(0), words.std(0) + 1e-6)


def batch(found: Samples, chosen: Sequence[int]) -> tuple[tuple[Tensor, Tensor, Tensor, Tensor], Tensor, Tensor]:
    """Inputs of the model for the choices of some examples; which example each is of; whether it is right."""
    some = [found.examples[i] for i in chosen]
    known = [[found.features[n] for n in names if n in found.features] for e in some for names in e.features]
    starts = torch.tensor(np.cumsum([0, *map(len, known)]))
    of = torch.tensor([k for k, e in enumerate(some) for _ in e.right])
    words = (torch.from_numpy(np.stack([e.word for e in some])) - found.middle) / found.spread
    others = (torch.from_numpy(np.concatenate([e.others for e in some])) - found.middle) / found.spread
    right = torch.tensor([one for e in some for one in e.right])
    return (words[of], others, torch.tensor([row for names in known for row in names]), starts), of, right


def fit(found: Samples, chosen: Sequence[int], seed: int, projected: int) -> PairModel:
    """A model that has learnt from the examples `chosen`: of each the right choices together shall be likeliest."""
    torch.manual_seed(seed)
    chosen = [i for i in chosen if any(found.examples[i].right)]
    model = PairModel(len(found.features), len(found.middle), projected, 1)

    def loss_of(some: list[int]) -> Tensor:
        inputs, of, right = batch(found, [chosen[i] for i in some])
        scores = model(*inputs)[:, 0]
        all_of = log_sums(scores, of, len(some))
        return (all_of - log_sums(scores.masked_fill(~right, -torch.inf), of, len(some))).mean()

    return teach(model, len(chosen), loss_of, epochs=EPOCHS, batch=BATCH, rate=RATE, decay=DECAY)


def log_sums(scores: Tensor, of: Tensor, examples: int) -> Tensor:
    """(examples,): the logarithm of the sum of the exponentials of the scores of each."""
    most = scores.detach().max()
    return torch.zeros(examples).index_add(0, of, torch.exp(scores - most)).log() + most


def shares(models: Sequence[PairModel], found: Samples, number: int) -> list[float]:
    """The probability of each choice of an example, by the mean of the scores."""
    with torch.no_grad():
        inputs, _, _ = batch(found, [number])
        likely: list[float] = torch.softmax(torch.stack([m(*inputs)[:, 0] for m in models]).mean(0), 0).tolist()
    return likely
