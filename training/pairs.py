"""The model of the networks over pairs of words, and how several that began differently become one that ships.

What `sayso.digest.pairs.Network` computes, with dropout; used by `sides.py` and `grounds.py`. The graph gets what the
two words are projected to, a file beside it the rest.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import pairwise
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from sayso.digest.pairs import COLUMNS, Network, save_network
from training.layers import put_head

#: Values of a feature, and of the inner layer.
EMBEDDED, INNER = 16, 64
DROPOUT, INPUT_DROPOUT = 0.3, 0.2

Floats = NDArray[np.float32]


def numbered(found: Iterable[Iterable[str]], seen: int) -> dict[str, int]:
    """The features that are seen `seen` times or more, with their rows."""
    counts = Counter(name for names in found for name in set(names))
    return {name: row for row, name in enumerate(sorted(name for name, times in counts.items() if times >= seen))}


class PairModel(nn.Module):
    """Features and vectors of two words in, scores out."""

    def __init__(self, features: int, size: int, projected: int, roles: int) -> None:
        super().__init__()
        self.embedding = nn.EmbeddingBag(features, EMBEDDED, mode="sum", include_last_offset=True)
        self.direct = nn.EmbeddingBag(features, roles, mode="sum", include_last_offset=True)
        nn.init.normal_(self.embedding.weight, std=0.05)
        nn.init.zeros_(self.direct.weight)
        self.event, self.other = nn.Linear(size, projected), nn.Linear(size, projected)
        self.hidden = nn.Linear(EMBEDDED + 3 * projected, INNER)
        self.out = nn.Linear(INNER, roles)
        self.drop, self.drop_input = nn.Dropout(DROPOUT), nn.Dropout(INPUT_DROPOUT)

    def forward(self, events: Tensor, others: Tensor, rows: Tensor, starts: Tensor) -> Tensor:
        """Scores (others, roles)."""
        event, other = self.event(self.drop_input(events)), self.other(self.drop_input(others))
        joined = torch.cat([self.embedding(rows, starts), event, other, event * other], 1)
        inner = torch.relu(self.hidden(self.drop(joined)))
        scores: Tensor = self.out(self.drop(inner)) + self.direct(rows, starts)
        return scores


def teach(
    model: PairModel, size: int, loss_of: Callable[[list[int]], Tensor], *, epochs: int, batch: int, rate: float,
    decay: float,
) -> PairModel:  # fmt: skip
    """The model when it has learnt from examples 0 … `size` in random order; `loss_of` is the loss of some of them."""
    optimizer = torch.optim.AdamW(model.parameters(), lr=rate, weight_decay=decay)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, max_lr=rate, total_steps=epochs * -(-size // batch))
    for _ in range(epochs):
        order = torch.randperm(size).tolist()
        for first in range(0, size, batch):
            loss = loss_of(order[first : first + batch])
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            schedule.step()
    return model.eval()


def put(
    folder: Path, name: str, models: Sequence[PairModel], features: Mapping[str, int], middle: Tensor, spread: Tensor
) -> None:
    """Put the mean of the models into the weights of a folder: side by side, each output divided by their number.

    `middle` and `spread` scale the vectors that the models learnt from.
    """
    size = len(models)
    events = [_scaled(model.event, middle, spread) for model in models]
    others = [_scaled(model.other, middle, spread) for model in models]
    weights = np.concatenate([w for w, _ in events] + [w for w, _ in others], 1)
    bias = np.concatenate([b for _, b in events] + [b for _, b in others])
    put_head(folder, name, weights, bias, "vectors", COLUMNS[name])
    network = Network(
        features,
        embedding=np.concatenate([_values(m.embedding.weight) for m in models], 1),
        direct=np.mean([_values(m.direct.weight) for m in models], 0),
        hidden=_side_by_side([_values(m.hidden.weight).T for m in models]),
        hidden_bias=np.concatenate([_values(m.hidden.bias) for m in models]),
        out=np.concatenate([_values(m.out.weight / size).T for m in models]),
        out_bias=np.mean([_values(m.out.bias) for m in models], 0),
    )
    save_network(network, folder, name)


def _side_by_side(weights: Sequence[Floats]) -> Floats:
    """One layer of several: the rows of each part (features, event, other, their product) of all models together."""
    projected = (len(weights[0]) - EMBEDDED) // 3
    bounds = (0, *(EMBEDDED + part * projected for part in range(4)))
    parts = [
        [np.pad(w[first:end], ((0, 0), (n * INNER, (len(weights) - 1 - n) * INNER))) for n, w in enumerate(weights)]
        for first, end in pairwise(bounds)
    ]
    return np.concatenate([rows for part in parts for rows in part])


def _values(tensor: Tensor) -> Floats:
    return np.asarray(tensor.detach().numpy(), np.float32)


def _scaled(layer: nn.Linear, middle: Tensor, spread: Tensor) -> tuple[Floats, Floats]:
    """Weights (values, projected) and bias of a layer for vectors as they are."""
    weights = (layer.weight / spread).detach()
    return _values(weights).T, _values(layer.bias - weights @ middle)
