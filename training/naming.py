"""Step 2e: the heads for names and nominals learn once more, on an encoder that stays as it is.

    python -m training.naming --work training/work --minilm DIR --begin-with training/work/mean.pt --out FILE

What a name may be is decided word by word, so the words are encoded once and the two layers above them learn from these
alone: minutes on a CPU, and no other head moves.
"""

from __future__ import annotations

import argparse
import math
from pathlib import Path

import torch
from torch import Tensor
from torch.nn import functional

from training.batches import Collator, batches, made, piece_table, round_windows
from training.losses import marginal
from training.model import GROUPS, HIDDEN, Model
from training.teachers import NAMED
from training.train import SEED, read_prepared

HEADS = tuple(GROUPS["naming"])
Words = dict[str, Tensor]


def encoded(model: Model, work: Path, collator: Collator, workers: int = 0) -> Words:
    """All words of one round over the corpora of names that have gold: "words" (n, HIDDEN), and each head's masks."""
    plan = batches(round_windows(read_prepared(work / "train.pickle", NAMED), SEED), 8000, SEED)
    found: dict[str, list[Tensor]] = {key: [] for key in ("words", *HEADS)}
    with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16):
        for batch in made(plan, collator, SEED, workers):
            some = batch.words & ((batch.gold["names"] != 0) | (batch.gold["nominal"] != 0))
            at = batch.firsts[:, :, None].expand(-1, -1, HIDDEN)
            words = model.encoder(batch.pieces, batch.shapes, batch.gaps).gather(1, at)
            found["words"].append(words[some].bfloat16())
            for head in HEADS:
                found[head].append(batch.gold[head][some])
    return {key: torch.cat(values) for key, values in found.items()}


def learn(model: Model, words: Words, epochs: int, rate: float) -> None:
    """Follow the loss of both heads down over all words, in random order, so many times."""
    own = [*model.features["naming"].parameters(), *(p for head in HEADS for p in model.heads[head].parameters())]
    optimizer = torch.optim.AdamW(own, lr=rate, betas=(0.9, 0.98), weight_decay=0.01)
    count, size = len(words["words"]), 4096
    steps, step = epochs * math.ceil(count / size), 0
    model.train()
    for _ in range(epochs):
        for part in torch.randperm(count).split(size):
            x = model.head_dropout(words["words"][part].float())
            features = model.head_dropout(functional.gelu(model.features["naming"](x)))
            losses = [marginal(model.heads[head](features), words[head][part]) for head in HEADS]
            total = torch.stack([value / max(known, 1) for value, known in losses]).sum()
            for group in optimizer.param_groups:
                group["lr"] = rate * min(1.0, (step + 1) / 100) * (1 - step / steps)
            optimizer.zero_grad()
            total.backward()
            optimizer.step()
            step += 1
    model.eval()


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--work", type=Path, default=Path("training/work"), help="where train.pickle is")
    parser.add_argument("--minilm", type=Path, required=True, help="folder with tokenizer.json")
    parser.add_argument("--begin-with", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=6)
    parser.add_argument("--rate", type=float, default=5e-4)
    args = parser.parse_args()
    torch.manual_seed(SEED)
    model = Model()
    model.load_state_dict(torch.load(args.begin_with, weights_only=True, map_location="cpu")["mean"])
    words = encoded(model.eval(), args.work, Collator(piece_table(args.minilm / "tokenizer.json")))
    learn(model, words, args.epochs, args.rate)
    torch.save({"mean": model.state_dict()}, args.out)


if __name__ == "__main__":
    main()
