"""Step 3b: how ready each head is to mark a span, chosen on dev.

    python -m training.choose --data ../shared/data --weights DIR

A head trained on mostly unmarked words marks too little. Adding a constant to the score of "outside" moves it to the
best F1 on dev; the constants are written into labels.json.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable
from pathlib import Path

import numpy as np

from sayso.digest._model.decode import find_spans
from sayso.digest._model.encoder import Encoder, Words
from training.corpora import read_ecbplus, read_polnear
from training.documents import Document
from training.spans import spans_of

STEPS = np.arange(-3, 1.01, 0.25)


def best_step(
    encoder: Encoder, documents: Iterable[Document], heads: tuple[str, ...]
) -> dict[str, tuple[float, float, float]]:
    """For each head the best constant, its F1, and the F1 without one."""
    right = {head: np.zeros((len(STEPS), 2)) for head in heads}
    for document in documents:
        windows, inputs = encoder.windows(Words(document.words, document.gaps))
        encoded = encoder.encode([(window, inputs) for window in windows])
        for head in heads:
            known = document.gold[head] >= 0
            gold = spans_of(np.where(known, document.gold[head], 0))
            for i, step in enumerate(STEPS):
                spans = find_spans(encoded.tags[head], encoded.cores, float(step))
                rows = zip(spans.first.tolist(), spans.end.tolist(), spans.kind.tolist(), strict=True)
                found = {row for row in rows if known[row[0]]}
                right[head][i] += 2 * len(gold & found), len(gold) + len(found)
    result = {}
    for head, counts in right.items():
        figures = 100 * counts[:, 0] / np.maximum(counts[:, 1], 1)
        best = int(figures.argmax())
        result[head] = (float(STEPS[best]), float(figures[best]), float(figures[STEPS == 0][0]))
    return result


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--weights", type=Path, required=True)
    args = parser.parse_args()
    encoder = Encoder(args.weights)
    chosen = best_step(encoder, read_polnear(args.data / "polnear/gold.jsonl"), ("source", "cue", "content"))
    chosen |= best_step(encoder, read_ecbplus(args.data / "ecbplus/gold.jsonl"), ("trigger",))
    for head, (step, best, plain) in chosen.items():
        print(f"{head:8} {step:5.2f}: F1 {best:.1f}, without {plain:.1f}")
    path = args.weights / "labels.json"
    labels = json.loads(path.read_text(encoding="utf-8"))
    labels["outside"] = {head: step for head, (step, _, _) in chosen.items()}
    path.write_text(json.dumps(labels) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
