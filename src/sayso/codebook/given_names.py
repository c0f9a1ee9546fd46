"""Given names that tell whether "she" or "he" may mean somebody (`given_names.toml`)."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from pathlib import Path

PATH = Path(__file__).parent / "given_names.toml"


@lru_cache(maxsize=1)
def load_given_names() -> dict[str, str]:
    """{folded given name: `female` or `male`}; read once, never changed."""
    table = tomllib.loads(PATH.read_text(encoding="utf-8"))
    return {name: gender for gender in ("female", "male") for name in table[gender].split()}
