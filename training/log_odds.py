"""Learnt weights as a table that can be read."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path


def write(path: Path, says: str, bias: float, weights: Mapping[str, float]) -> None:
    """A TOML table of log odds, under a line that says what they are, in the order of `weights`."""
    lines = [f"# {says}", "", "[log_odds]", f"bias = {bias:.2f}"]
    lines += [f'"{name}" = {value:.2f}' for name, value in weights.items()]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
