"""Step 11: what speaks for two tellings of a report being of one event.

    python -m training.same --data ../shared/data [--weights src/sayso/digest/weights] [--check]

A logistic regression on features of pairs (`sayso.extract._retelling.likeness`), and a network that also sees what all
layers of the encoder make of both words, from ECB+'s training part, whose mentions have chains, and from reports in
which the coded events were grouped by eye (`data/same.tsv`: places and groups, no text). The mean of their log odds is
used. It writes `same.toml` and `same.npz`. With `--check`, precision and recall of pairs by folds: of topics for ECB+,
of texts for ours.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray

from sayso.codebook.codebook import load_codebook
from sayso.digest.gazetteer import load_gazetteer
from sayso.extract._retelling.likeness import features_of
from sayso.extract._retelling.same import with_those_before
from sayso.extract._telling.told import Told
from sayso.extract.events import told_events
from sayso.model import Report
from sayso.pipeline import digest_doc
from training import log_odds
from training.command import command
from training.descent import descend
from training.layers import Layers
from training.marked import rows, texts_of
from training.pairs import PairModel, numbered, put, teach
from training.treebanks import read_jsonl

ROOT = Path(__file__).parents[1]
MARKS = Path(__file__).parent / "data/same.tsv"
OUT = ROOT / "src/sayso/extract/same.toml"
#: Strength of the penalty on the weights, and pairs that a feature must be seen in.
PENALTY, SEEN = 5.0, 5
#: Values of a projected word.
PROJECTED = 32
EPOCHS, BATCH, RATE, DECAY = 10, 256, 3e-3, 0.1
FOLDS = 5

Floats = NDArray[np.float32]


@dataclass(frozen=True)
class Pair:
    """Two tellings of one report, whether they are of one event, and the fold that they are tried in."""

    features: list[str]
    #: (layers × HIDDEN,) of the two words
    later: Floats
    earlier: Floats
    same: bool
    coded: bool
    own: bool
    fold: int


@dataclass(frozen=True)
class Marked:
    """A text with the group of the words at (start, end): the same group for tellings of one event."""

    text: str
    published: str | None
    groups: Mapping[tuple[int, int], str]
    own: bool
    fold: int


def ecb(data: Path) -> Iterator[Marked]:
    """ECB+'s training part; its folds are topics."""
    for record in read_jsonl(data / "ecbplus/train.jsonl"):
        groups = {tuple(span): mention["chain"] for mention in record["mentions"] for span in mention["spans"]}
        yield Marked(record["text"], record["published"], groups, False, record["topic"] % FOLDS)


def own(data: Path, path: Path = MARKS) -> Iterator[Marked]:
    """Reports in which coded events were grouped by eye; those alone in their group have a number of their own."""
    found: dict[tuple[str, str], dict[tuple[int, int], str]] = defaultdict(dict)
    for corpus, name, at, group in rows(path):
        found[corpus, name][int(at), int(at) + 1] = group
    texts = {corpus: texts_of(corpus, data) for corpus in {corpus for corpus, _ in found}}
    for number, ((corpus, name), groups) in enumerate(sorted(found.items())):
        yield Marked(texts[corpus][name], None, groups, True, number % FOLDS)


def pairs(texts: Iterator[Marked], layers: Layers) -> Iterator[Pair]:
    """All pairs of tellings that both have a group."""
    codebook, gazetteer = load_codebook(), load_gazetteer()
    for marked in texts:
        report = Report(id="marked", text=marked.text, published=marked.published)
        doc = layers.nlp(marked.text)
        digest, statements, tellings = digest_doc(doc, report, gazetteer, codebook)
        told = told_events(digest, statements, codebook, tellings)
        groups = {id(one): _group(one, marked.groups) for one in told}
        tokens, vectors = layers(doc)
        row_of = {int(token): row for row, token in enumerate(tokens)}
        words = {id(one): vectors[row_of[one.telling.head.i]].copy() for one in told}
        for later, before in with_those_before(told):
            for earlier, around in before:
                one, other = groups[id(earlier)], groups[id(later)]
                if one is not None and other is not None:
                    yield Pair(
                        features_of(earlier, later, around),
                        words[id(later)],
                        words[id(earlier)],
                        same=one == other,
                        coded=earlier.event.type is not None and later.event.type is not None,
                        own=marked.own,
                        fold=marked.fold,
                    )


def _group(told: Told, groups: Mapping[tuple[int, int], str]) -> str | None:
    spans = told.event.trigger.spans
    return next((g for (a, b), g in groups.items() if any(a < end and start < b for start, end in spans)), None)


class Regression:
    """Log odds by feature."""

    def __init__(self, found: Sequence[Pair]) -> None:
        counts: dict[str, int] = defaultdict(int)
        for pair in found:
            for name in pair.features:
                counts[name] += 1
        self.column = {name: i for i, name in enumerate(sorted(n for n, c in counts.items() if c >= SEEN))}
        self.weights, self.bias = fit(self.matrix(found), np.array([pair.same for pair in found], np.float32))

    def matrix(self, found: Sequence[Pair]) -> NDArray[np.float32]:
        """(pairs, features), 1 where a pair has a feature."""
        out = np.zeros((len(found), len(self.column)), np.float32)
        for row, pair in enumerate(found):
            out[row, [self.column[name] for name in pair.features if name in self.column]] = 1
        return out

    def __call__(self, found: Sequence[Pair]) -> NDArray[np.float32]:
        """Log odds of each pair."""
        return np.asarray(self.matrix(found) @ self.weights + self.bias, np.float32)


def fit(x: NDArray[np.float32], y: NDArray[np.float32]) -> tuple[NDArray[np.float32], float]:
    """Weights (features,) and bias of a logistic regression."""
    features, truth = torch.from_numpy(x), torch.from_numpy(y)
    weights, bias = torch.zeros(x.shape[1], requires_grad=True), torch.zeros(1, requires_grad=True)

    def loss() -> torch.Tensor:
        missed = torch.nn.functional.binary_cross_entropy_with_logits(features @ weights + bias, truth, reduction="sum")
        return missed + PENALTY / 2 * (weights * weights).sum()

    descend([weights, bias], loss)
    return weights.detach().numpy(), float(bias.detach()[0])


@dataclass(frozen=True)
class Samples:
    """Pairs as tensors, but for the vectors of the words, which are scaled batch by batch."""

    pairs: Sequence[Pair]
    features: dict[str, int]
    middle: torch.Tensor
    spread: torch.Tensor

    def batch(self, chosen: Sequence[int]) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor, torch.Tensor]:
        """Inputs of the model for some pairs."""
        some = [self.pairs[i] for i in chosen]
        known = [[self.features[name] for name in pair.features if name in self.features] for pair in some]
        later, earlier = (
            (torch.from_numpy(np.stack(words)) - self.middle) / self.spread
            for words in ([pair.later for pair in some], [pair.earlier for pair in some])
        )
        starts = torch.tensor(np.cumsum([0, *map(len, known)]))
        return later, earlier, torch.tensor([row for names in known for row in names]), starts


def samples(found: Sequence[Pair]) -> Samples:
    """The features that are seen often enough, and how the vectors are scaled."""
    words = torch.from_numpy(np.stack(list({id(pair.later): pair.later for pair in found}.values())))
    features = numbered((pair.features for pair in found), SEEN)
    return Samples(found, features, words.mean(0), words.std(0) + 1e-6)


def learn(found: Samples, chosen: Sequence[int], seed: int) -> PairModel:
    """A model that has learnt from the pairs `chosen`."""
    torch.manual_seed(seed)
    model = PairModel(len(found.features), len(found.middle), PROJECTED, 1)

    def loss_of(some: list[int]) -> torch.Tensor:
        numbers = [chosen[i] for i in some]
        right = torch.tensor([float(found.pairs[i].same) for i in numbers])
        return torch.nn.functional.binary_cross_entropy_with_logits(model(*found.batch(numbers))[:, 0], right)

    return teach(model, len(chosen), loss_of, epochs=EPOCHS, batch=BATCH, rate=RATE, decay=DECAY)


def check(found: Samples, models: int) -> Floats:
    """Log odds of each pair by a regression and models that have not seen its fold: their mean."""
    folds = np.array([pair.fold for pair in found.pairs])
    odds = np.zeros(len(folds), np.float32)
    for fold in range(FOLDS):
        others, held = np.flatnonzero(folds != fold).tolist(), np.flatnonzero(folds == fold).tolist()
        regression = Regression([found.pairs[i] for i in others])
        learnt = [learn(found, others, seed) for seed in range(models)]
        with torch.no_grad():
            told = [model(*found.batch(held))[:, 0].numpy() for model in learnt]
        odds[held] = (regression([found.pairs[i] for i in held]) + np.mean(told, 0)) / 2
    return odds


def show(found: Sequence[Pair], odds: NDArray[np.float32]) -> None:
    """Precision and recall of pairs over several bounds, for coded events of either source and for all others."""
    same = np.array([pair.same for pair in found])
    sets = {
        "ours, coded": [p.own and p.coded for p in found],
        "ECB+, coded": [not p.own and p.coded for p in found],
        "ECB+, others": [not p.own and not p.coded for p in found],
    }
    for name, chosen in sets.items():
        some, right = odds[np.array(chosen)], same[np.array(chosen)]
        for bound in (-1.0, -0.5, 0.0, 0.5, 1.0, 1.5):
            hits = int((right & (some > bound)).sum())
            precision, recall = hits / max(1, (some > bound).sum()), hits / max(1, right.sum())
            shares = f"precision {100 * precision:5.1f}  recall {100 * recall:5.1f}"
            print(f"{name:14} over {bound:4}: {shares}  of {right.sum()}")


def main() -> None:
    """Command line."""
    args = command(__doc__, "first by folds: takes six times as long").parse_args()
    layers = Layers(args.weights)
    found = samples([*pairs(ecb(args.data), layers), *pairs(own(args.data), layers)])
    print(f"{len(found.pairs)} pairs, {sum(pair.same for pair in found.pairs)} of one event")
    if args.check:
        show(found.pairs, check(found, args.models))
    table = Regression(found.pairs)
    order = sorted(table.column, key=lambda name: -abs(table.weights[table.column[name]]))
    says = "What each feature of two tellings adds to the log odds that they are of one event: `training/same.py`."
    log_odds.write(OUT, says, table.bias, {name: float(table.weights[table.column[name]]) for name in order})
    models = [learn(found, range(len(found.pairs)), seed) for seed in range(args.models)]
    put(args.weights, "same", models, found.features, found.middle, found.spread)


if __name__ == "__main__":
    main()
