"""Step 8: the network that says who acts in an event and whom it befalls, learnt on the finished 8-bit weights.

    python -m training.sides --data ../shared/data [--weights src/sayso/digest/weights]

It sees what all layers of the encoder make of the word that tells the event and of a noun of its sentence, and
features of the two, the vote of the rules among them (`sayso.extract._sides.by_model`); the encoder stays as it is.
The graph gets what the two words are projected to, `sides.npz` the rest. Several networks that began differently are
averaged into one that has them side by side.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from sayso.digest.sides import ROLES, Network, save_network
from training.layers import Layers, put_head
from training.tellings import Example, examples

ROOT = Path(__file__).parents[1]
#: Values of a feature, of a projected word, and of the inner layer.
EMBEDDED, PROJECTED, INNER = 16, 48, 64
#: A feature must be seen in so many nouns.
SEEN = 8
#: Of the votes of the rules so many are hidden, so that the network does not only follow them.
HIDDEN_VOTES = 0.15
EPOCHS, BATCH, RATE, DECAY = 8, 256, 3e-3, 0.1
DROPOUT, INPUT_DROPOUT = 0.3, 0.2
FOLDS = 5

Floats = NDArray[np.float32]


@dataclass(frozen=True)
class Samples:
    """Nouns of marked events: N nouns of E events."""

    #: (E, layers × HIDDEN), (N, layers × HIDDEN), scaled by `middle` and `spread` of the nouns
    events: Tensor
    nouns: Tensor
    middle: Tensor
    spread: Tensor
    #: event of each noun, its role, and the text of each event
    event_of: Tensor
    roles: Tensor
    texts: Tensor
    #: rows of the features of all nouns, and where those of each noun begin, with the end
    rows: Tensor
    starts: list[int]
    features: dict[str, int]
    votes: Tensor


def samples(found: Sequence[Example]) -> Samples:
    """The marked events that are of their type, as tensors."""
    nouns = [(e, i) for e in found for i in range(len(e.roles))]
    seen = Counter(name for e, i in nouns for name in set(e.features[i]))
    features = {name: row for row, name in enumerate(sorted(name for name, times in seen.items() if times >= SEEN))}
    rows = [[features[name] for name in e.features[i] if name in features] for e, i in nouns]
    vectors = torch.from_numpy(np.concatenate([e.nouns for e in found]))
    middle, spread = vectors.mean(0), vectors.std(0) + 1e-6
    votes = torch.zeros(len(features), dtype=torch.bool)
    votes[[row for name, row in features.items() if name.startswith("vote=")]] = True
    return Samples(
        events=(torch.from_numpy(np.stack([e.event for e in found])) - middle) / spread,
        nouns=(vectors - middle) / spread,
        middle=middle,
        spread=spread,
        event_of=torch.tensor([k for k, e in enumerate(found) for _ in e.roles]),
        roles=torch.tensor([ROLES.index(e.roles[i]) for e, i in nouns]),
        texts=torch.tensor([e.text for e in found]),
        rows=torch.tensor([row for some in rows for row in some]),
        starts=np.cumsum([0, *map(len, rows)]).tolist(),
        features=features,
        votes=votes,
    )


class SidesModel(nn.Module):
    """What `sayso.digest.sides.Network` computes, with dropout."""

    def __init__(self, features: int, size: int) -> None:
        super().__init__()
        self.embedding = nn.EmbeddingBag(features, EMBEDDED, mode="sum", include_last_offset=True)
        self.direct = nn.EmbeddingBag(features, len(ROLES), mode="sum", include_last_offset=True)
        nn.init.normal_(self.embedding.weight, std=0.05)
        nn.init.zeros_(self.direct.weight)
        self.event, self.noun = nn.Linear(size, PROJECTED), nn.Linear(size, PROJECTED)
        self.hidden = nn.Linear(EMBEDDED + 3 * PROJECTED, INNER)
        self.out = nn.Linear(INNER, len(ROLES))
        self.drop, self.drop_input = nn.Dropout(DROPOUT), nn.Dropout(INPUT_DROPOUT)

    def forward(self, events: Tensor, nouns: Tensor, rows: Tensor, starts: Tensor) -> Tensor:
        """Scores (nouns, roles)."""
        event, noun = self.event(self.drop_input(events)), self.noun(self.drop_input(nouns))
        joined = torch.cat([self.embedding(rows, starts), event, noun, event * noun], 1)
        inner = torch.relu(self.hidden(self.drop(joined)))
        scores: Tensor = self.out(self.drop(inner)) + self.direct(rows, starts)
        return scores


def _batch(found: Samples, chosen: Tensor, hide: float) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """Inputs of the model for some nouns; of a share `hide` of them without the votes of the rules."""
    parts = []
    for i, hidden in zip(chosen.tolist(), (torch.rand(len(chosen)) < hide).tolist(), strict=True):
        rows = found.rows[found.starts[i] : found.starts[i + 1]]
        parts.append(rows[~found.votes[rows]] if hidden else rows)
    starts = torch.tensor(np.cumsum([0, *map(len, parts)]))
    return found.events[found.event_of[chosen]], found.nouns[chosen], torch.cat(parts), starts


def fit(found: Samples, chosen: Tensor, seed: int) -> SidesModel:
    """A model that has learnt from the nouns `chosen`."""
    torch.manual_seed(seed)
    model = SidesModel(len(found.features), found.events.shape[1])
    optimizer = torch.optim.AdamW(model.parameters(), lr=RATE, weight_decay=DECAY)
    steps = EPOCHS * -(-len(chosen) // BATCH)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, max_lr=RATE, total_steps=steps)
    for _ in range(EPOCHS):
        order = chosen[torch.randperm(len(chosen))]
        for first in range(0, len(order), BATCH):
            some = order[first : first + BATCH]
            scores = model(*_batch(found, some, HIDDEN_VOTES))
            loss = nn.functional.cross_entropy(scores, found.roles[some])
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            schedule.step()
    return model.eval()


def log_probabilities(model: SidesModel, found: Samples, chosen: Tensor) -> Tensor:
    """(nouns, roles)."""
    with torch.no_grad():
        return torch.log_softmax(model(*_batch(found, chosen, 0.0)), 1)


def figures(right: Tensor, told: Tensor) -> dict[str, tuple[float, float, float]]:
    """Precision, recall and F1, in percent, of each role over nouns."""
    found = {}
    for number, role in enumerate(ROLES[1:], 1):
        hits = int(((told == number) & (right == number)).sum())
        precision, recall = hits / max(1, int((told == number).sum())), hits / max(1, int((right == number).sum()))
        f1 = 2 * precision * recall / max(1e-9, precision + recall)
        found[role] = (round(100 * precision, 1), round(100 * recall, 1), round(100 * f1, 1))
    return found


def check(found: Samples) -> Tensor:
    """Log probabilities (nouns, roles) by one model each that has not seen the text, by folds of texts."""
    told = torch.zeros(len(found.roles), len(ROLES))
    fold_of = found.texts[found.event_of] % FOLDS
    for fold in range(FOLDS):
        model = fit(found, torch.nonzero(fold_of != fold)[:, 0], 0)
        held = torch.nonzero(fold_of == fold)[:, 0]
        told[held] = log_probabilities(model, found, held)
    return told


def put(folder: Path, models: Sequence[SidesModel], found: Samples) -> None:
    """Put the mean of the models into the weights of a folder: side by side, each output divided by their number."""
    size = len(models)
    events = [_scaled(model.event, found) for model in models]
    nouns = [_scaled(model.noun, found) for model in models]
    weights = np.concatenate([w for w, _ in events] + [w for w, _ in nouns], 1)
    bias = np.concatenate([b for _, b in events] + [b for _, b in nouns])
    put_head(folder, "sides", weights, bias, "vectors", ("sides_event", "sides_noun"))
    save_network(
        Network(
            found.features,
            embedding=np.concatenate([_values(m.embedding.weight) for m in models], 1),
            direct=np.mean([_values(m.direct.weight) for m in models], 0),
            hidden=_side_by_side([_values(m.hidden.weight).T for m in models]),
            hidden_bias=np.concatenate([_values(m.hidden.bias) for m in models]),
            out=np.concatenate([_values(m.out.weight).T for m in models]) / size,
            out_bias=np.mean([_values(m.out.bias) for m in models], 0),
        ),
        folder,
    )


def _side_by_side(weights: Sequence[Floats]) -> Floats:
    """One layer of several: the rows of each part (features, event, noun, their product) of all models together."""
    bounds = (0, *(EMBEDDED + part * PROJECTED for part in range(4)))
    parts = [
        [np.pad(w[first:end], ((0, 0), (n * INNER, (len(weights) - 1 - n) * INNER))) for n, w in enumerate(weights)]
        for first, end in pairwise(bounds)
    ]
    return np.concatenate([rows for part in parts for rows in part])


def _values(tensor: Tensor) -> Floats:
    return np.asarray(tensor.detach().numpy(), np.float32)


def _scaled(layer: nn.Linear, found: Samples) -> tuple[Floats, Floats]:
    """Weights (values, PROJECTED) and bias of a layer for vectors as they are."""
    weights = (layer.weight / found.spread).detach()
    return _values(weights).T, _values(layer.bias - weights @ found.middle)


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--weights", type=Path, default=ROOT / "src/sayso/digest/weights")
    parser.add_argument("--models", type=int, default=3, help="how many are averaged")
    parser.add_argument("--check", action="store_true", help="first one model by folds of texts: takes twice as long")
    args = parser.parse_args()
    marked = [e for e in examples(Layers(args.weights), args.data) if e.mark.right and e.roles]
    found = samples(marked)
    votes = torch.tensor([ROLES.index(vote) for e in marked for vote in e.votes])
    print(f"{len(marked)} events, {len(found.roles)} nouns; precision, recall and F1 over nouns")
    print(f"rules: {figures(found.roles, votes)}")
    if args.check:
        print(f"one model, by {FOLDS} folds of texts: {figures(found.roles, check(found).argmax(1))}")
    everything = torch.arange(len(found.roles))
    put(args.weights, [fit(found, everything, seed) for seed in range(args.models)], found)


if __name__ == "__main__":
    main()
