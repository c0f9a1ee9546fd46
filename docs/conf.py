"""Sphinx: the documentation, warnings are errors (`make docs`). The reference is made from the code at every build."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import sayso

HERE = Path(__file__).parent

project = "sayso"
copyright = "the sayso authors"
version = release = sayso.__version__
extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
source_suffix = {".md": "markdown"}
exclude_patterns = ["_build", "judgements"]
html_theme = "furo"
html_title = "sayso"
myst_enable_extensions = ["colon_fence"]
myst_heading_anchors = 3
autodoc_member_order = "bysource"
autodoc_typehints = "signature"
# Records are structs: their constructors repeat the fields, which stand right below them.
autodoc_class_signature = "separated"
nitpicky = False


def cli_reference() -> None:
    """docs/reference/cli.md: every verb with its options, as typer writes it."""
    made = subprocess.run(
        [sys.executable, "-m", "typer", "sayso.cli", "utils", "docs", "--name", "sayso", "--title", "The command line"],
        check=True,
        capture_output=True,
        text=True,
    )
    target = HERE / "reference" / "cli.md"
    target.parent.mkdir(exist_ok=True)
    target.write_text(made.stdout, encoding="utf-8")


cli_reference()
