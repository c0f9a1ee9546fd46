"""The files in folders that are of no kind that is read."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

#: so many are named
NAMED = 4


def left_alone(files: Sequence[Path]) -> str:
    """What is said of them."""
    names = [str(path) for path in files[:NAMED]]
    more = len(files) - len(names)
    told = ", ".join(names) + (f" and {more} more" if more else "")
    many = "1 file is" if len(files) == 1 else f"{len(files)} files are"
    return f"{many} of no kind that is read, and left alone: {told}"
