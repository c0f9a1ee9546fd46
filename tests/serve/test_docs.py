"""docs/web.md names every page and every parameter."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from sayso.serve.app import PAGES
from sayso.serve.page import FILTERS

DOCS = (Path(__file__).parents[2] / "docs" / "web.md").read_text(encoding="utf-8")
SOURCE = Path(__file__).parents[2] / "src" / "sayso" / "serve"


@pytest.mark.parametrize("address", [path for path, _ in PAGES])
def test_every_page_is_documented(address: str) -> None:
    assert f"| `{address}` |" in DOCS


def test_every_parameter_is_documented() -> None:
    code = "".join(path.read_text(encoding="utf-8") for path in SOURCE.rglob("*.py"))
    used = {*FILTERS, *re.findall(r'\.param\("(\w+)"\)', code)}
    assert used - set(re.findall(r"`(\w+)`", DOCS)) == set()
