"""Step 8: the network that says who acts in an event and whom it befalls, learnt on the finished 8-bit weights.

    python -m training.sides --data ../shared/data [--weights src/sayso/digest/weights]

It sees what all layers of the encoder make of the word that tells the event and of a noun of its sentence, and
features of the two, the vote of the rules among them (`sayso.extract._sides.by_model`); the encoder stays as it is.
The graph gets what the two words are projected to, `sides.npz` the rest. Several networks that began differently are
averaged into one that has them side by side.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from sayso.digest.pairs import ROLES
from training.command import command
from training.layers import Layers
from training.pairs import PairModel, numbered, put, teach
from training.tellings import Example, examples

#: Values of a projected word.
PROJECTED = 48
#: A feature must be seen in so many nouns.
SEEN = 8
#: Of the votes of the rules so many are hidden, so that the network does not only follow them.
HIDDEN_VOTES = 0.15
EPOCHS, BATCH, RATE, DECAY = 8, 256, 3e-3, 0.1
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
    features = numbered((e.features[i] for e, i in nouns), SEEN)
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


def _batch(found: Samples, chosen: Tensor, hide: float) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """Inputs of the model for some nouns; of a share `hide` of them without the votes of the rules."""
    parts = []
    for i, hidden in zip(chosen.tolist(), (torch.rand(len(chosen)) < hide).tolist(), strict=True):
        rows = found.rows[found.starts[i] : found.starts[i + 1]]
        parts.append(rows[~found.votes[rows]] if hidden else rows)
    starts = torch.tensor(np.cumsum([0, *map(len, parts)]))
    return found.events[found.event_of[chosen]], found.nouns[chosen], torch.cat(parts), starts


def fit(found: Samples, chosen: Tensor, seed: int) -> PairModel:
    """A model that has learnt from the nouns `chosen`."""
    torch.manual_seed(seed)
    model = PairModel(len(found.features), found.events.shape[1], PROJECTED, len(ROLES))

    def loss_of(some: list[int]) -> Tensor:
        nouns = chosen[some]
        return nn.functional.cross_entropy(model(*_batch(found, nouns, HIDDEN_VOTES)), found.roles[nouns])

    return teach(model, len(chosen), loss_of, epochs=EPOCHS, batch=BATCH, rate=RATE, decay=DECAY)


def log_probabilities(model: PairModel, found: Samples, chosen: Tensor) -> Tensor:
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


def main() -> None:
    """Command line."""
    args = command(__doc__, "first one model by folds of texts: takes twice as long").parse_args()
    marked = [e for e in examples(Layers(args.weights), args.data) if e.mark.right and e.roles]
    found = samples(marked)
    votes = torch.tensor([ROLES.index(vote) for e in marked for vote in e.votes])
    print(f"{len(marked)} events, {len(found.roles)} nouns; precision, recall and F1 over nouns")
    print(f"rules: {figures(found.roles, votes)}")
    if args.check:
        print(f"one model, by {FOLDS} folds of texts: {figures(found.roles, check(found).argmax(1))}")
    everything = torch.arange(len(found.roles))
    models = [fit(found, everything, seed) for seed in range(args.models)]
    put(args.weights, "sides", models, found.features, found.middle, found.spread)


if __name__ == "__main__":
    main()
