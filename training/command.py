"""The command line of the steps that put heads on top of the finished encoder."""

from __future__ import annotations

import argparse
from pathlib import Path

WEIGHTS = Path(__file__).parents[1] / "src/sayso/digest/weights"


def command(doc: str | None, check: str | None = None) -> argparse.ArgumentParser:
    """`--data` and `--weights`, and for networks `--models` and `--check`; `check` says what that does."""
    parser = argparse.ArgumentParser(description=doc, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--weights", type=Path, default=WEIGHTS)
    if check is not None:
        parser.add_argument("--models", type=int, default=3, help="how many are averaged")
        parser.add_argument("--check", action="store_true", help=check)
    return parser
