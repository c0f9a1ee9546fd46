"""Step 9: the head that says of what a word tells whether it is news, older, not done or general.

    python -m training.when --data ../shared/data [--weights src/sayso/digest/weights]

Most reports give few dates; whether "the killing" was yesterday or is what a trial is about stands between the lines.
One softmax regression looks at what all layers of the finished 8-bit weights make of the word and, on average, of its
sentence. The graph gets four numbers for the word itself and four for the words of its sentence; their sum, the second
taken as the mean, are the scores.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray

from training.command import command
from training.descent import descend
from training.layers import Layers, put_head
from training.tellings import TIMES, Example, examples

#: Strength of the penalty on the weights, chosen by `check`.
PENALTY = 1000.0
FOLDS = 5

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]


def vectors_of(found: Sequence[Example]) -> tuple[Floats, Ints, Ints]:
    """(events, 2 × layers × HIDDEN), the time of each (index into `TIMES`), and its text."""
    vectors = np.stack([np.concatenate([e.event, e.sentence]) for e in found])
    times = np.array([TIMES.index(e.mark.when) for e in found])
    return vectors, times, np.array([e.text for e in found])


def fit(vectors: Floats, times: Ints, penalty: float = PENALTY) -> tuple[Floats, Floats]:
    """Weights (values, times) and biases of a softmax regression on the vectors as they are."""
    x, y = torch.from_numpy(vectors), torch.from_numpy(times)
    middle, spread = x.mean(0), x.std(0) + 1e-6
    x = (x - middle) / spread
    weights = torch.zeros(x.shape[1], len(TIMES), requires_grad=True)
    bias = torch.zeros(len(TIMES), requires_grad=True)

    def loss() -> torch.Tensor:
        missed = torch.nn.functional.cross_entropy(x @ weights + bias, y, reduction="sum")
        return missed + penalty / 2 * (weights * weights).sum()

    descend([weights, bias], loss)
    scaled = (weights / spread[:, None]).detach()
    return scaled.numpy(), (bias.detach() - middle @ scaled).numpy()


def check(vectors: Floats, times: Ints, texts: Ints, penalty: float = PENALTY) -> Floats:
    """Probabilities (events, times) by heads that have not seen the text, by folds of texts."""
    told = np.zeros((len(times), len(TIMES)), np.float32)
    for fold in range(FOLDS):
        held = texts % FOLDS == fold
        weights, bias = fit(vectors[~held], times[~held], penalty)
        scores = vectors[held] @ weights + bias
        shares = np.exp(scores - scores.max(1, keepdims=True))
        told[held] = shares / shares.sum(1, keepdims=True)
    return told


def figures(times: Ints, told: Floats) -> dict[str, float | tuple[float, float]]:
    """Share right, and precision and recall of each time, in percent."""
    best = told.argmax(1)
    found: dict[str, float | tuple[float, float]] = {"all": round(100 * float((best == times).mean()), 1)}
    for number, name in enumerate(("news", "older", "not done", "general")):
        hits = ((best == number) & (times == number)).sum()
        found[name] = (
            round(100 * float(hits / max(1, (best == number).sum())), 1),
            round(100 * float(hits / max(1, (times == number).sum())), 1),
        )
    return found


def put(folder: Path, weights: Floats, bias: Floats) -> None:
    """Put the head into the weights of a folder."""
    half = len(weights) // 2
    columns = np.concatenate([weights[:half], weights[half:]], 1)  # of the word itself, and of those of its sentence
    put_head(folder, "when", columns, np.concatenate([bias, np.zeros_like(bias)]), "tags", ("when",))


def main() -> None:
    """Command line."""
    args = command(__doc__).parse_args()
    found = [e for e in examples(Layers(args.weights), args.data) if e.mark.right and e.mark.when]
    vectors, times, texts = vectors_of(found)
    print(f"{len(found)} events; right, precision and recall, by {FOLDS} folds of texts:")
    print(figures(times, check(vectors, times, texts)))
    put(args.weights, *fit(vectors, times))


if __name__ == "__main__":
    main()
