"""Step 2b, where training went on from finished weights: a mean of those it began with and those it ended with.

    python -m training.mix --checkpoint work/checkpoint.pt --begun-with DIR --share 0.3 --out work/mixed.pt

Fine-tuned weights and those they began with lie in one basin; points between them are often better than both on texts
unlike the new ones (Wortsman et al. 2022, "Robust fine-tuning of zero-shot models"). The share is chosen on dev.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import torch

from training.shipped import read_shipped


def mixed(checkpoint: Path, begun_with: Path, share: float) -> dict[str, torch.Tensor]:
    """The state of a `Model`: `share` of the shipped weights, the rest of the checkpoint's mean."""
    old = read_shipped(begun_with)
    new = torch.load(checkpoint, weights_only=True, map_location="cpu")["mean"]
    return {name: torch.lerp(value, old[name].to(value.dtype), share) for name, value in new.items()}


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--checkpoint", type=Path, required=True)
    parser.add_argument("--begun-with", type=Path, required=True, help="the folder of shipped weights")
    parser.add_argument("--share", type=float, default=0.3)
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    torch.save({"mean": mixed(args.checkpoint, args.begun_with, args.share)}, args.out)


if __name__ == "__main__":
    main()
