"""Step 2d: the mean of the weights of several models that began alike.

    python -m training.mix --checkpoints training/work/student-1/checkpoint.pt … --out training/work/mean.pt

Weights that were fine-tuned from the same ones lie in one basin; points between them are often better than each on
texts unlike those that were learnt from (Wortsman et al. 2022, "Model soups").
"""

from __future__ import annotations

import argparse
from pathlib import Path

import torch


def mean(checkpoints: list[Path]) -> dict[str, torch.Tensor]:
    """The state of a `Model`: the mean of what each checkpoint would export."""
    states = [torch.load(path, weights_only=True, map_location="cpu")["mean"] for path in checkpoints]
    return {name: torch.stack([state[name].float() for state in states]).mean(0) for name in states[0]}


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--checkpoints", type=Path, nargs="+", required=True)
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    torch.save({"mean": mean(args.checkpoints)}, args.out)


if __name__ == "__main__":
    main()
