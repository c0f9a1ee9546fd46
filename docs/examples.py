"""Runs every example of README.md and docs/: an output that is not the true one fails the tests.

    python -m docs.examples            say which examples are no longer true; exit 1 if any
    python -m docs.examples --write    write the true outputs

A block fenced as `console` holds `$ sayso …` commands and what they print; a block fenced as `pycon` holds Python
prompts. A line `…` ends what is compared, so that a long output may be cut. All examples run in one folder that holds
`samples/` and a picture of the samples, `demo.db`; the commands run in this process, so the language model is loaded
once.
"""

from __future__ import annotations

import argparse
import contextlib
import doctest
import io
import os
import re
import shlex
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from typer.testing import CliRunner

ROOT = Path(__file__).parent.parent
CUT = "…"
ENVIRONMENT = {"COLUMNS": "100", "NO_COLOR": "1", "TERM": "dumb", "TERMINAL_WIDTH": "100"}
BLOCK = re.compile(r"^```(console|pycon)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@contextlib.contextmanager
def demo_folder() -> Iterator[Path]:
    """A folder with the samples and a picture of them, as working directory."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "samples").symlink_to(ROOT / "samples")
        before = Path.cwd()
        os.chdir(folder)
        try:
            printed("sayso add samples/reports.jsonl --picture demo.db")
            yield folder
        finally:
            os.chdir(before)


def printed(command: str) -> str:
    """What a `sayso …` command prints (standard output, then standard error)."""
    from sayso.cli import app

    words = shlex.split(command)
    if words[0] != "sayso":
        raise ValueError(f"an example runs sayso, not {words[0]!r}")
    result = CliRunner().invoke(app, words[1:], env=ENVIRONMENT, prog_name="sayso")
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result.output


def cut_like(true: list[str], shown: list[str]) -> list[str]:
    """The true lines, cut where the shown ones were cut."""
    if CUT not in shown:
        return true
    keep = shown.index(CUT)
    return [*true[:keep], CUT] if len(true) > keep else true


def console(block: str) -> str:
    """The block with its true outputs."""
    lines: list[str] = []
    for part in re.split(r"^(?=\$ )", block, flags=re.MULTILINE):
        if not part.strip():
            continue
        command, *shown = part.rstrip("\n").split("\n")
        true = [line.rstrip() for line in printed(command[2:]).rstrip("\n").split("\n")]
        lines += [command, *cut_like(true, shown)]
    return "\n".join(lines) + "\n"


def pycon(block: str) -> str:
    """The block with its true outputs."""
    names: dict[str, object] = {"__name__": "__main__"}
    lines: list[str] = []
    for example in doctest.DocTestParser().get_examples(block):
        source = example.source.rstrip("\n").split("\n")
        lines += [f">>> {source[0]}", *(f"... {line}" for line in source[1:])]
        out = io.StringIO()
        with contextlib.redirect_stdout(out):
            exec(compile(example.source, "<example>", "single"), names)
        lines += out.getvalue().rstrip("\n").split("\n") if out.getvalue() else []
    return "\n".join(lines) + "\n"


def true_text(text: str) -> str:
    """The page with the true outputs of all its examples."""
    makers = {"console": console, "pycon": pycon}

    def block(match: re.Match[str]) -> str:
        kind, body = match.groups()
        return f"```{kind}\n{makers[kind](body)}```"

    return BLOCK.sub(block, text)


def pages() -> list[Path]:
    """README.md and the pages of docs/ that hold examples; the reference is made from the code."""
    found = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
    return [page for page in found if BLOCK.search(page.read_text(encoding="utf-8"))]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true", help="write the true outputs into the pages")
    write = parser.parse_args().write
    stale = []
    with demo_folder():
        for page in pages():
            text = page.read_text(encoding="utf-8")
            true = true_text(text)
            if true != text:
                stale.append(page)
                if write:
                    page.write_text(true, encoding="utf-8")
    for page in stale:
        print(f"{page.relative_to(ROOT)}: {'written' if write else 'an example is not what sayso prints today'}")
    return 1 if stale and not write else 0


if __name__ == "__main__":
    sys.exit(main())
