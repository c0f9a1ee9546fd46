"""Step 7: the head that tells violence from figures of speech, learnt on the finished 8-bit weights.

    python -m training.literal --data ../shared/data [--weights src/sayso/digest/weights]

"Pounded" is shelling in one report and a tennis match in another. Word by word and for the sentence around it one
logistic regression looks at what every layer of the encoder makes of them; the encoder stays as it is. The marks are in
`data/literal.tsv` (where in which text, and whether the word is meant literally; the texts themselves do not ship) and
in our own sentences, `data/literal.txt`. The graph gets two numbers for each word: what speaks for it itself, and what
it says of the words in its sentence; their sum, the second taken as the mean over the sentence, are log odds.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray

from training.command import command
from training.descent import descend
from training.layers import Layers, put_head
from training.marked import rows, texts_of

ROOT = Path(__file__).parents[1]
MARKS = ROOT / "training/data/literal.tsv"
OWN = ROOT / "training/data/literal.txt"
#: Our own sentences for testing.
KEPT = ROOT / "training/data/literal_kept.txt"
#: Strength of the penalty on the weights, chosen by `check`.
PENALTY = 100.0
FOLDS = 8

Floats = NDArray[np.float32]


@dataclass(frozen=True)
class Samples:
    """Marked words: their vectors (words, 2 × layers × HIDDEN), whether they are literal, and their texts."""

    vectors: Floats
    literal: NDArray[np.bool_]
    texts: NDArray[np.int64]


def read_marks(path: Path) -> dict[tuple[str, str], dict[int, bool]]:
    """{(corpus, id): {character: literal}}."""
    found: dict[tuple[str, str], dict[int, bool]] = defaultdict(dict)
    for corpus, name, at, mark in rows(path):
        found[corpus, name][int(at)] = mark == "+"
    return found


def own_marks(path: Path) -> Iterator[tuple[str, dict[int, bool]]]:
    """Our own sentences with what is marked in each: {character: literal}."""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line[:1] in ("+", "-"):
            text, marks = line[2:], {}
            while (at := text.find("[")) >= 0:
                text = text[:at] + text[at + 1 :].replace("]", "", 1)
                marks[at] = line[0] == "+"
            yield text, marks


def marked_texts(data: Path) -> list[tuple[str, dict[int, bool]]]:
    """All texts to learn from, with what is marked in each: {character: literal}."""
    marks = read_marks(MARKS)
    texts = {corpus: texts_of(corpus, data) for corpus in {corpus for corpus, _ in marks}}
    marked = [(texts[corpus][name], of_text) for (corpus, name), of_text in sorted(marks.items())]
    return [*marked, *own_marks(OWN)]


def samples(layers: Layers, marked: Iterable[tuple[str, dict[int, bool]]]) -> Samples:
    """The vectors of all marked words: their own, and the mean over the words of their sentence."""
    vectors, literal, numbers = [], [], []
    for number, (text, of_text) in enumerate(marked):
        for vector, mark in _of_text(layers, text, of_text):
            vectors.append(vector)
            literal.append(mark)
            numbers.append(number)
    return Samples(np.array(vectors, np.float32), np.array(literal), np.array(numbers))


def _of_text(layers: Layers, text: str, marks: dict[int, bool]) -> Iterator[tuple[Floats, bool]]:
    doc = layers.nlp(text)
    tokens, rows = layers(doc)
    row_of = {int(token): row for row, token in enumerate(tokens)}
    for token in doc:
        if token.idx in marks:
            sentence = [row_of[other.i] for other in token.sent if other.i in row_of]
            yield np.concatenate([rows[row_of[token.i]], rows[sentence].mean(0)]), marks[token.idx]


def fit(vectors: Floats, literal: NDArray[np.bool_], penalty: float = PENALTY) -> tuple[Floats, float]:
    """Weights (values,) and bias of a logistic regression on the vectors as they are."""
    x = torch.from_numpy(vectors).double()
    middle, spread = x.mean(0), x.std(0) + 1e-6
    x, y = (x - middle) / spread, torch.from_numpy(literal).double()
    weights = torch.zeros(x.shape[1], dtype=torch.float64, requires_grad=True)
    bias = torch.zeros((), dtype=torch.float64, requires_grad=True)

    def loss() -> torch.Tensor:
        missed = torch.nn.functional.binary_cross_entropy_with_logits(x @ weights + bias, y, reduction="sum")
        return missed + penalty / 2 * (weights @ weights)

    descend([weights, bias], loss, steps=500)
    scaled = (weights / spread).detach()
    return scaled.float().numpy(), float(bias.detach() - scaled @ middle)


def check(found: Samples, penalty: float = PENALTY) -> dict[str, float]:
    """Cross-validated by text: share of the words judged rightly, and of the literal and the other ones."""
    right = np.zeros(len(found.literal), bool)
    for fold in range(FOLDS):
        held = found.texts % FOLDS == fold
        weights, bias = fit(found.vectors[~held], found.literal[~held], penalty)
        right[held] = (found.vectors[held] @ weights + bias > 0) == found.literal[held]
    shares = {"all": right, "literal": right[found.literal], "not literal": right[~found.literal]}
    return {name: round(100 * float(share.mean()), 1) for name, share in shares.items()}


def share_right(found: Samples, weights: Floats, bias: float) -> float:
    """Of the marked words the share, in percent, that weights judge rightly."""
    return round(100 * float(np.mean((found.vectors @ weights + bias > 0) == found.literal)), 1)


def put(folder: Path, weights: Floats, bias: float) -> None:
    """Put the head into the weights of a folder."""
    by_word = weights.reshape(2, -1).T  # of the word itself, and of the words of its sentence
    put_head(folder, "literal", by_word, np.array([bias, 0], np.float32), "tags", ("literal",))


def main() -> None:
    """Command line."""
    args = command(__doc__).parse_args()
    layers = Layers(args.weights)
    found = samples(layers, marked_texts(args.data))
    print(f"{len(found.literal)} words; judged rightly, by {FOLDS} folds of texts: {check(found)}")
    weights, bias = fit(found.vectors, found.literal)
    print(f"kept sentences: {share_right(samples(layers, own_marks(KEPT)), weights, bias)}")
    put(args.weights, weights, bias)


if __name__ == "__main__":
    main()
