"""Every example of the documentation prints what the page says, and every verb has one."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from pathlib import Path

import pytest

from docs.examples import ROOT, cut_like, demo_folder, pages, true_text

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def _folder() -> Iterator[None]:
    with demo_folder():
        yield


@pytest.mark.usefixtures("_folder")
@pytest.mark.parametrize("page", pages(), ids=lambda page: str(page.relative_to(ROOT)))
def test_the_examples_of_a_page_are_true(page: Path) -> None:
    shown = page.read_text(encoding="utf-8")
    true = true_text(shown)
    difference = difflib.unified_diff(shown.splitlines(), true.splitlines(), "page", "true", n=1, lineterm="")
    assert shown == true, "run `make examples`:\n" + "\n".join(difference)


def test_every_verb_has_an_example() -> None:
    from typer.main import get_command

    from sayso.cli import app

    text = "\n".join(page.read_text(encoding="utf-8") for page in pages())
    verbs = getattr(get_command(app), "commands")  # noqa: B009  (a group has them, a command has not)
    assert not [verb for verb in verbs if f"$ sayso {verb}" not in text and verb != "serve"]


def test_a_cut_output_is_compared_up_to_the_cut() -> None:
    assert cut_like(["a", "b", "c"], ["a", "…"]) == ["a", "…"]
    assert cut_like(["a"], ["a", "…"]) == ["a"]
    assert cut_like(["a", "b"], ["x", "y"]) == ["a", "b"]
