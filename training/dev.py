"""How far a model is, on dev, within seconds: what is looked at while it learns, and to choose between models.

    python -m training.dev --work training/work --tokenizer FILE --weights training/work/teachers/all-1/checkpoint.pt …

Windows are read without the context that the reader gives them, spans without Viterbi, arcs without the tree's
constraints: the figures of record are those of `training.measure`, with the reader that ships.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray

from training.batches import Batch, Collator, Window, batches, cut_windows, made, piece_table
from training.documents import Prepared
from training.labels import ROLES
from training.losses import arc_scores, label_scores
from training.model import Model
from training.spans import Found, name_spans, spans_of
from training.train import read_prepared

#: Span heads whose gold is one tag a word.
TAGGED = (*ROLES, "trigger", "incident")


class Tally:
    """Counts of right, gold and found by figure."""

    def __init__(self) -> None:
        self.counts: dict[str, NDArray[np.float64]] = defaultdict(lambda: np.zeros(3))
        self.pairs: dict[str, list[tuple[float, float]]] = defaultdict(list)

    def add(self, name: str, right: int, gold: int, found: int) -> None:
        """So many more of each."""
        self.counts[name] += right, gold, found

    def spans(self, name: str, gold: Found, found: Found) -> None:
        """Spans that are the same on both sides are right."""
        self.add(name, len(gold & found), len(gold), len(found))

    def figures(self) -> dict[str, float]:
        """F1, or accuracy where as many are found as there are, in per cent; r of certainty."""
        shown = {name: 200 * c[0] / max(c[1] + c[2], 1) for name, c in sorted(self.counts.items())}
        for name, pairs in sorted(self.pairs.items()):
            shown[name] = 100 * float(np.corrcoef(np.array(pairs).T)[0, 1])
        return {name: round(value, 2) for name, value in shown.items()}


def judge(tally: Tally, model: Model, batch: Batch, corpora: list[str]) -> None:
    """Count what a model says of a batch whose windows are of these corpora."""
    with torch.no_grad():
        out = {k: v.float() for k, v in model(batch.pieces, batch.shapes, batch.gaps, batch.firsts).items()}
        parsed = batch.gold["head"] >= 0
        arcs = arc_scores(out, batch.gold["start"]).argmax(-1)
        labels = label_scores(model, out, arcs).argmax(-1)
        attached = (arcs == batch.gold["head"]) & parsed
        labelled = attached & (labels == batch.gold["deprel"])
    gold = {key: value.cpu().numpy() for key, value in batch.gold.items()}
    says = {key: value.cpu().numpy() for key, value in out.items()}
    tags = {key: says[key].argmax(-1) for key in (*TAGGED, "names", "nominal", "upos")}
    for row, corpus in enumerate(corpora):
        words = int(parsed[row].sum())
        if words:
            tally.add(f"LAS {corpus}", *(int(x) for x in (labelled[row].sum(), words, words)))
            tally.add(f"UAS {corpus}", *(int(x) for x in (attached[row].sum(), words, words)))
            known = gold["upos"][row] >= 0
            right = int((gold["upos"][row] == tags["upos"][row])[known].sum())
            tally.add(f"UPOS {corpus}", right, int(known.sum()), int(known.sum()))
            starts, told = gold["start"][row] == 1, (says["start"][row, :, 0] > 0) & (gold["start"][row] >= 0)
            tally.add(f"sentences {corpus}", int((starts & told).sum()), int(starts.sum()), int(told.sum()))
        for head in TAGGED:
            known = gold[head][row] >= 0
            if known.any():
                found = {s for s in spans_of(tags[head][row]) if known[s[0] : s[1]].all()}
                tally.spans(f"{head} {corpus}", spans_of(np.where(known, gold[head][row], 0)), found)
        for head in ("names", "nominal"):
            if gold[head][row].any():
                tally.spans(f"{head} {corpus}", *name_spans(gold[head][row], tags[head][row]))
        known = ~np.isnan(gold["certainty"][row])
        pairs = zip(gold["certainty"][row][known], says["certainty"][row, :, 0][known], strict=True)
        if known.any():
            tally.pairs[f"certainty {corpus}"].extend((float(a), float(b)) for a, b in pairs)


def figures(
    model: Model, prepared: Iterable[Prepared], collator: Collator, device: torch.device, workers: int = 0
) -> dict[str, float]:
    """Figures by head and corpus, in per cent."""
    windows: list[Window] = [w for p in prepared for w in cut_windows(p, random.Random(0))]
    plan = batches(windows, 16000, 0)
    tally = Tally()
    training = model.training
    model.eval()
    for group, batch in zip(plan, made(plan, collator, 0, workers), strict=True):
        judge(tally, model, batch.to(device), [w.parts[0][0].document.corpus for w in group])
    model.train(training)
    return tally.figures()


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--work", type=Path, default=Path("training/work"), help="where dev.pickle is")
    parser.add_argument("--tokenizer", type=Path, required=True)
    parser.add_argument("--weights", type=Path, nargs="+", required=True, help="checkpoints")
    args = parser.parse_args()
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    collator = Collator(piece_table(args.tokenizer), augment=False)
    for path in args.weights:
        model = Model()
        model.load_state_dict(torch.load(path, weights_only=True, map_location="cpu")["mean"])
        print(path, json.dumps(figures(model.to(device), read_prepared(args.work / "dev.pickle"), collator, device)))


if __name__ == "__main__":
    main()
