"""Step 2b: several models that learn apart, for `training.distil` to make one of.

    python -m training.teachers --work training/work/teachers --data training/work --minilm DIR --at-once 9

Three learn everything from everything, with different seeds, and speak for all but syntax, in which they are worse than
those that learn less; the others learn one thing, from what teaches it, and speak for that alone. Each stops and
resumes as `training.train` does.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from training.train import options


@dataclass(frozen=True)
class Teacher:
    """For which groups of heads a teacher speaks, what it learns from (all if nothing is named), its share of them."""

    groups: tuple[str, ...]
    corpora: tuple[str, ...] = ()
    share: float = 1.0


ALL = ("naming", "saying", "events")
NAMED = ("uner-ewt", "wikigold", "crossner-politics", "re3d", "own", "own-swapped", "ewt", "gum")
TEACHERS = {
    "all-1": Teacher(ALL),
    "all-2": Teacher(ALL),
    "all-3": Teacher(ALL),
    "syntax-1": Teacher(("syntax",), ("ewt", "gum"), 0.85),
    "syntax-2": Teacher(("syntax",), ("ewt", "gum"), 0.85),
    "naming-1": Teacher(("naming", "syntax"), NAMED, 0.85),
    "saying-1": Teacher(("saying",), ("polnear",), 0.85),
    "saying-2": Teacher(("saying",), ("polnear", "gum"), 0.85),
    "events-1": Teacher(("events",), ("uw", "meantime", "ecbplus", "muc4", "own-events", "ewt"), 0.85),
}


def spoken(work: Path) -> list[str]:
    """The teachers as `training.distil` wants them named."""
    return [f"{work / name / 'checkpoint.pt'}={','.join(teacher.groups)}" for name, teacher in TEACHERS.items()]


def teach(number: int, name: str, args: argparse.Namespace) -> None:
    """Train one, in a process of its own."""
    teacher = TEACHERS[name]
    command = [sys.executable, "-m", "training.train", "--work", args.work / name, "--minilm", args.minilm]
    command += ["--data", args.data or args.work, "--pieces", args.pieces * teacher.share, "--seed", args.seed + number]
    command += ["--batch", args.batch, "--rate", args.rate, "--head-rate", args.head_rate, "--workers", args.workers]
    command += ["--save-every", args.save_every]
    command += ["--stop", args.stop] if args.stop else []
    command += ["--begin-with", args.begin_with] if args.begin_with else []
    command += [] if args.bf16 else ["--no-bf16"]
    command += ["--corpora", *teacher.corpora] if teacher.corpora else []
    subprocess.run([str(part) for part in command], check=True)


def main() -> None:
    """Command line."""
    parser = options(__doc__)
    parser.add_argument("--at-once", type=int, default=1, help="how many learn side by side")
    args = parser.parse_args()
    with ThreadPoolExecutor(args.at_once) as pool:
        for done in [pool.submit(teach, number, name, args) for number, name in enumerate(TEACHERS)]:
            done.result()


if __name__ == "__main__":
    main()
