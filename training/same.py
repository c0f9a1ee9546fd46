"""Step 11: what speaks for two tellings of a report being of one event.

    python -m training.same --data ../shared/data [--check]

A logistic regression on features of pairs (`sayso.extract._retelling.likeness`), from ECB+'s training part, whose
mentions have chains, and from reports in which the coded events were grouped by eye (`data/same.tsv`: places and
groups, no text). It writes `same.toml`. With `--check`, precision and recall of pairs by folds: of topics for ECB+,
of texts for ours.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray

from sayso.codebook.codebook import load_codebook
from sayso.digest.gazetteer import load_gazetteer
from sayso.digest.language import load_language
from sayso.extract._retelling.likeness import features_of
from sayso.extract._retelling.same import with_those_before
from sayso.extract._telling.told import Told
from sayso.extract.events import told_events
from sayso.model import Report
from sayso.pipeline import digest_doc
from training.descent import descend
from training.marked import rows, texts_of
from training.treebanks import read_jsonl

ROOT = Path(__file__).parents[1]
MARKS = Path(__file__).parent / "data/same.tsv"
OUT = ROOT / "src/sayso/extract/same.toml"
#: Strength of the penalty on the weights, and pairs that a feature must be seen in.
PENALTY, SEEN = 5.0, 5
FOLDS = 5


@dataclass(frozen=True)
class Pair:
    """Two tellings of one report, whether they are of one event, and the fold that they are tried in."""

    features: list[str]
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


def pairs(texts: Iterator[Marked]) -> Iterator[Pair]:
    """All pairs of tellings that both have a group."""
    nlp, codebook, gazetteer = load_language(), load_codebook(), load_gazetteer()
    for marked in texts:
        report = Report(id="marked", text=marked.text, published=marked.published)
        digest, statements, tellings = digest_doc(nlp(marked.text), report, gazetteer, codebook)
        told = told_events(digest, statements, codebook, tellings)
        groups = {id(one): _group(one, marked.groups) for one in told}
        for later, before in with_those_before(told):
            for earlier, around in before:
                one, other = groups[id(earlier)], groups[id(later)]
                if one is not None and other is not None:
                    coded = earlier.event.type is not None and later.event.type is not None
                    yield Pair(features_of(earlier, later, around), one == other, coded, marked.own, marked.fold)


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


def check(found: Sequence[Pair]) -> NDArray[np.float32]:
    """Log odds of each pair by a regression that has not seen its fold."""
    folds = np.array([pair.fold for pair in found])
    odds = np.zeros(len(found), np.float32)
    for fold in range(FOLDS):
        learnt = Regression([pair for pair in found if pair.fold != fold])
        odds[folds == fold] = learnt([pair for pair in found if pair.fold == fold])
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


def write(learnt: Regression, path: Path = OUT) -> None:
    """The table that ships, those that say most first."""
    lines = [
        "# What each feature of two tellings adds to the log odds that they are of one event: `training/same.py`.",
        "",
    ]
    lines += ["[log_odds]", f"bias = {learnt.bias:.2f}"]
    order = sorted(learnt.column, key=lambda name: -abs(learnt.weights[learnt.column[name]]))
    lines += [f'"{name}" = {learnt.weights[learnt.column[name]]:.2f}' for name in order]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--check", action="store_true", help="figures by folds")
    args = parser.parse_args()
    found = [*pairs(ecb(args.data)), *pairs(own(args.data))]
    print(f"{len(found)} pairs, {sum(pair.same for pair in found)} of one event")
    if args.check:
        show(found, check(found))
    write(Regression(found))


if __name__ == "__main__":
    main()
