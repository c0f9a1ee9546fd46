"""Step 2c: one model learns what several say together (Hinton, Vinyals and Dean 2015), of texts with and without gold.

    python -m training.distil --work training/work/student --data training/work --minilm DIR --begin-with FILE
        --teacher training/work/one/checkpoint.pt --teacher training/work/parser/checkpoint.pt=syntax

A teacher speaks for all heads, or for those of the groups named after it. The student follows the mean of their
probabilities on every word, and the gold, half as strongly, where there is some. Links and coreference are learnt from
gold alone: their candidates are not the same from teacher to teacher.
"""

from __future__ import annotations

import argparse
from contextlib import nullcontext
from pathlib import Path

import torch
from torch import Tensor
from torch.nn import functional

from training.batches import Batch
from training.losses import WEIGHTS, arc_scores, label_scores, losses
from training.model import GROUPS, Model
from training.train import Trainer, options, read_prepared, train

#: How strongly gold is followed, beside the teachers.
GOLD = 0.5
#: Heads whose scores are those of classes; the others of `GROUPS` are the beginning of a sentence, and certainty.
CLASSES = {group: [head for head, size in heads.items() if size > 1] for group, heads in GROUPS.items()}


class Teachers:
    """Several models, and what they say of a batch on average."""

    def __init__(self, named: list[str], device: torch.device) -> None:
        self.models: list[tuple[Model, set[str]]] = []
        for one in named:
            path, _, groups = one.partition("=")
            model = Model()
            model.load_state_dict(torch.load(path, weights_only=True, map_location="cpu")["mean"])
            self.models.append((model.eval().to(device), set(groups.split(",")) if groups else set(GROUPS)))
        for group in GROUPS:
            if not any(group in groups for _, groups in self.models):
                raise SystemExit(f"training: no teacher speaks for {group}")

    @torch.no_grad()
    def __call__(self, batch: Batch) -> dict[str, Tensor]:
        """Mean probabilities of every head with classes, of "start" (one a word), and of "arc" (word, head) and "label"
        at the "head" thought likeliest; the mean "certainty"."""
        said = [
            ({k: v.float() for k, v in model(batch.pieces, batch.shapes, batch.gaps, batch.firsts).items()}, groups)
            for model, groups in self.models
        ]
        told = {
            head: mean([out[head].softmax(-1) for out, groups in said if group in groups])
            for group, heads in CLASSES.items()
            for head in heads
        }
        told["start"] = mean([out["start"][..., 0].sigmoid() for out, groups in said if "syntax" in groups])
        told["certainty"] = mean([out["certainty"][..., 0] for out, groups in said if "events" in groups])
        starts = sentence_starts(batch, told["start"])
        told["arc"] = mean([arc_scores(out, starts).softmax(-1) for out, groups in said if "syntax" in groups])
        told["head"] = told["arc"].argmax(-1)
        told["label"] = mean(
            [
                label_scores(model, out, told["head"]).softmax(-1)
                for (model, groups), (out, _) in zip(self.models, said, strict=True)
                if "syntax" in groups
            ]
        )
        return told


def mean(values: list[Tensor]) -> Tensor:
    """The mean of tensors of one shape."""
    return torch.stack(values).mean(0)


def sentence_starts(batch: Batch, probability: Tensor) -> Tensor:
    """1 where a sentence begins, 0 where not, -1 beyond the words: by gold if there is some, else as it is likelier."""
    likelier = (probability > 0.5).to(batch.gold["start"].dtype)
    starts = torch.where(batch.gold["start"] >= 0, batch.gold["start"], likelier)
    return starts.masked_fill(~batch.words, -1)


def soft_losses(model: Model, out: dict[str, Tensor], told: dict[str, Tensor], batch: Batch) -> dict[str, Tensor]:
    """Cross entropy with what the teachers say, the mean over all words, of every head that they speak for."""
    out = {key: value.float() for key, value in out.items()}
    words = batch.words
    found = {head: cross_entropy(out[head][words], told[head][words]) for heads in CLASSES.values() for head in heads}
    found["start"] = functional.binary_cross_entropy_with_logits(out["start"][..., 0][words], told["start"][words])
    arcs = arc_scores(out, sentence_starts(batch, told["start"]))
    found["arc"] = cross_entropy(arcs[words], told["arc"][words])
    found["label"] = cross_entropy(label_scores(model, out, told["head"], words), told["label"][words])
    happens = (1 - told["trigger"][..., 0])[words]
    apart = functional.smooth_l1_loss(out["certainty"][..., 0][words], told["certainty"][words], reduction="none")
    found["certainty"] = (apart * happens).sum() / happens.sum().clamp(min=1)
    return found


def cross_entropy(scores: Tensor, probabilities: Tensor) -> Tensor:
    """Of scores (words, classes) with probabilities of the same shape."""
    return -(probabilities * scores.log_softmax(-1)).sum(-1).mean()


class Student(Trainer):
    """A trainer that listens to teachers, too."""

    def __init__(self, args: argparse.Namespace) -> None:
        super().__init__(args)
        self.teachers = Teachers(args.teacher, self.device)

    def step(self, batch: Batch) -> dict[str, Tensor]:
        """One update."""
        batch = batch.to(self.device)
        with torch.autocast(self.device.type, dtype=torch.bfloat16) if self.args.bf16 else nullcontext():
            told = self.teachers(batch)
            out = self.model(batch.pieces, batch.shapes, batch.gaps, batch.firsts)
        gold, means = self.balance(losses(self.model, out, batch))
        soft = soft_losses(self.model, out, told, batch)
        total = torch.stack([WEIGHTS[head] * value for head, value in soft.items()]).sum()
        self.update(total + GOLD * gold, batch)
        return means | {f"{head} told": value.detach() for head, value in soft.items()}


def main() -> None:
    """Command line."""
    parser = options(__doc__)
    parser.add_argument("--teacher", action="append", required=True, help="a checkpoint, and =GROUP,GROUP if not all")
    args = parser.parse_args()
    args.work.mkdir(parents=True, exist_ok=True)
    data: Path = args.data or args.work
    prepared = read_prepared(data / "train.pickle") + read_prepared(data / "plain.pickle")
    train(Student(args), prepared)


if __name__ == "__main__":
    main()
