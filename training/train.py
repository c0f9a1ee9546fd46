"""Step 2: train all heads together. Stops and resumes at any point.

    python -m training.train --work build/training --minilm DIR --pieces 16e6

The learning rate falls with the pieces seen; a running mean of the weights is what is measured and exported.
"""

from __future__ import annotations

import argparse
import json
import pickle
import time
from collections import defaultdict
from collections.abc import Sequence
from contextlib import nullcontext
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import torch
from torch import Tensor

from training.batches import Batch, Collator, batches, made, piece_table, round_windows
from training.documents import Prepared
from training.losses import Balance, losses
from training.model import Model
from training.shipped import read_shipped

SEED = 20_261_122


@dataclass
class Progress:
    """Where training stands."""

    round: int = 0
    #: Batches of this round that are done.
    batch: int = 0
    step: int = 0
    pieces: int = 0
    seconds: float = 0.0
    usual: dict[str, float] = field(default_factory=dict)


class Trainer:
    """Model, optimizer, mean of the weights, and their file."""

    def __init__(self, args: argparse.Namespace) -> None:
        self.args = args
        self.device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
        torch.manual_seed(args.seed)
        self.model = Model()
        if args.begin_with is None:
            self.model.encoder.load_minilm(args.minilm / "model.safetensors")
        self.model.to(self.device)
        encoder = list(self.model.encoder.parameters())
        inside = {id(p) for p in encoder}
        heads = [p for p in self.model.parameters() if id(p) not in inside]
        groups = [
            {"params": encoder, "lr": args.rate, "peak": args.rate},
            {"params": heads, "lr": args.head_rate, "peak": args.head_rate},
        ]
        self.optimizer = torch.optim.AdamW(groups, betas=(0.9, 0.98), weight_decay=0.01, fused=True)
        self.mean = {k: v.detach().clone() for k, v in self.model.state_dict().items()}
        self.progress = Progress()
        self.balance = Balance()
        self.resumed_at, self.resumed_share = time.time(), 0.0

    @property
    def file(self) -> Path:
        """The one checkpoint, replaced in one move."""
        return Path(self.args.work / "checkpoint.pt")

    def save(self) -> None:
        """Write everything that resuming needs."""
        self.progress.usual = self.balance.usual
        state = {
            "model": self.model.state_dict(), "mean": self.mean, "optimizer": self.optimizer.state_dict(),
            "progress": vars(self.progress), "random": torch.get_rng_state(),
        }  # fmt: skip
        torch.save(state, self.file.with_suffix(".new"))
        self.file.with_suffix(".new").replace(self.file)

    def resume(self) -> None:
        """Continue from the checkpoint if there is one; else begin with the weights of another, if one is given."""
        if not self.file.exists():
            if self.args.begin_with is not None:
                self.model.load_state_dict(self._given(self.args.begin_with))
                self.mean = {k: v.detach().clone() for k, v in self.model.state_dict().items()}
            return
        state: dict[str, Any] = torch.load(self.file, weights_only=True, map_location=self.device)
        self.model.load_state_dict(state["model"])
        self.mean = state["mean"]
        self.optimizer.load_state_dict(state["optimizer"])
        self.progress = Progress(**state["progress"])
        self.balance.usual = self.progress.usual
        torch.set_rng_state(state["random"].cpu())
        self.resumed_share = min(self.progress.pieces / self.args.pieces, 1.0)

    def _given(self, path: Path) -> dict[str, torch.Tensor]:
        """The weights of a finished checkpoint, or of a folder of shipped ones."""
        if path.is_dir():
            return read_shipped(path)
        mean: dict[str, torch.Tensor] = torch.load(path, weights_only=True, map_location=self.device)["mean"]
        return mean

    def share(self) -> float:
        """How much of the training is done, 0 to 1: by pieces, or by the clock if that is sooner."""
        seen = min(self.progress.pieces / self.args.pieces, 1.0)
        if self.args.stop is None:
            return seen
        done = (time.time() - self.resumed_at) / max(self.args.stop - self.resumed_at, 1.0)
        return min(max(seen, self.resumed_share + (1 - self.resumed_share) * done), 1.0)

    def step(self, batch: Batch) -> dict[str, Tensor]:
        """One update."""
        batch = batch.to(self.device)
        with torch.autocast(self.device.type, dtype=torch.bfloat16) if self.args.bf16 else nullcontext():
            out = self.model(batch.pieces, batch.shapes, batch.gaps, batch.firsts)
        total, means = self.balance(losses(self.model, out, batch))
        self.update(total, batch)
        return means

    def update(self, total: Tensor, batch: Batch) -> None:
        """Follow a loss down."""
        share = self.share()
        rate = min(1.0, (self.progress.step + 1) / 300) * max(1.0 - share, 0.01)
        for group in self.optimizer.param_groups:
            group["lr"] = group["peak"] * rate
        self.optimizer.zero_grad(set_to_none=True)
        total.backward()
        torch.nn.utils.clip_grad_norm_(self.model.parameters(), 2.0)
        self.optimizer.step()
        self._average()
        self.progress.step += 1
        self.progress.pieces += int((batch.pieces != 0).sum())

    def _average(self) -> None:
        keep = min(0.995, (1 + self.progress.step) / (10 + self.progress.step))
        with torch.no_grad():
            torch._foreach_lerp_(list(self.mean.values()), list(self.model.state_dict().values()), 1 - keep)


def read_prepared(path: Path, corpora: Sequence[str] = ()) -> list[Prepared]:
    """The documents of a file that `training.prepare` wrote, of some corpora or of all."""
    prepared: list[Prepared] = pickle.loads(path.read_bytes())
    return [p for p in prepared if not corpora or p.document.corpus in corpora]


def train(trainer: Trainer, prepared: list[Prepared]) -> None:
    """Rounds over the corpora until so many pieces were seen."""
    args = trainer.args
    collator = Collator(piece_table(args.minilm / "tokenizer.json"))
    trainer.resume()
    trainer.model.train()
    progress = trainer.progress
    saved = time.monotonic()
    while trainer.share() < 1:
        seed = args.seed + progress.round
        plan = batches(round_windows(prepared, seed), args.batch, seed)
        logged: dict[str, list[Tensor]] = defaultdict(list)
        begun = time.monotonic()
        for batch in made(plan[progress.batch :], collator, args.seed + progress.step, args.workers):
            for head, mean in trainer.step(batch).items():
                logged[head].append(mean)
            progress.batch += 1
            progress.seconds += time.monotonic() - begun
            begun = time.monotonic()
            if progress.step % 50 == 0:
                _log(args.work, progress, len(plan), logged)
            if time.monotonic() - saved > args.save_every:
                trainer.save()
                saved = time.monotonic()
            if trainer.share() >= 1:
                break
        else:
            progress.round, progress.batch = progress.round + 1, 0
    trainer.save()


def _log(work: Path, progress: Progress, planned: int, logged: dict[str, list[Tensor]]) -> None:
    """One line of JSON for every fifty updates."""
    row = {head: round(float(sum(values)) / len(values), 4) for head, values in sorted(logged.items())}
    speed = round(progress.pieces / max(progress.seconds, 1e-9))
    head = {
        "step": progress.step,
        "round": progress.round,
        "of": f"{progress.batch}/{planned}",
        "pieces": progress.pieces,
        "per second": speed,
    }
    with (work / "train.log").open("a", encoding="utf-8") as log:
        log.write(json.dumps(head | row) + "\n")
    logged.clear()


def options(description: str | None) -> argparse.ArgumentParser:
    """What every kind of training is told."""
    parser = argparse.ArgumentParser(description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--work", type=Path, default=Path("build/training"), help="where the checkpoint and log go")
    parser.add_argument("--data", type=Path, help="folder of what was prepared, if not --work")
    parser.add_argument("--minilm", type=Path, required=True, help="folder with model.safetensors and tokenizer.json")
    parser.add_argument("--pieces", type=float, default=16e6, help="word pieces to train on")
    parser.add_argument(
        "--begin-with",
        type=Path,
        help="a finished checkpoint, or a folder of shipped weights, to begin with, at full rate",
    )
    parser.add_argument(
        "--stop", type=float, help="when to be done at the latest, in seconds since 1970; cannot be repeated exactly"
    )
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--workers", type=int, default=0, help="processes that make batches; none on a CPU")
    parser.add_argument("--batch", type=int, default=3500, help="padded pieces in a batch")
    parser.add_argument("--rate", type=float, default=2e-4)
    parser.add_argument("--head-rate", type=float, default=1.5e-3)
    parser.add_argument("--save-every", type=float, default=480, help="seconds between checkpoints")
    parser.add_argument("--no-bf16", dest="bf16", action="store_false")
    return parser


def main() -> None:
    """Command line."""
    parser = options(__doc__)
    parser.add_argument("--corpora", nargs="*", default=(), help="learn from these alone")
    args = parser.parse_args()
    args.work.mkdir(parents=True, exist_ok=True)
    train(Trainer(args), read_prepared((args.data or args.work) / "train.pickle", args.corpora))


if __name__ == "__main__":
    main()
