"""The texts that marks by eye are about, by corpus and id; they are read from the shared data and do not ship."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sayso.model import Report
from training.treebanks import read_jsonl

GOLD = Path(__file__).parents[1] / "tests/gold"
#: Long texts were marked up to here.
LONGEST = 4300
#: Where the texts of a corpus are in the shared data; those of other names are in tests/gold.
TEXTS = {
    "ecbplus": "ecbplus/train.jsonl",
    "geo": "geo/gold.jsonl",
    "muc4": "muc4/train.jsonl",
    "polnear": "polnear/train.jsonl",
    "public_reports": "public_reports/*.jsonl",
    "time": "time/gold.jsonl",
}


def rows(path: Path) -> Iterator[list[str]]:
    """The cells of a file of marks, line by line, without its comments."""
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            yield line.split("\t")


def texts_of(corpus: str, data: Path) -> dict[str, str]:
    """The texts of a corpus by their ids, the first of those with the same id."""
    return {name: record["text"] for name, record in _records(corpus, data).items()}


def reports_of(corpus: str, data: Path) -> dict[str, Report]:
    """The same with their day and title, where the corpus gives them."""
    return {
        name: Report(id=name, text=one["text"], title=one.get("title"), published=one.get("published"))
        for name, one in _records(corpus, data).items()
    }


def _records(corpus: str, data: Path) -> dict[str, dict[str, Any]]:
    folder, pattern = (data, TEXTS[corpus]) if corpus in TEXTS else (GOLD, f"{corpus}.jsonl")
    found: dict[str, dict[str, Any]] = {}
    for path in sorted(folder.glob(pattern)):
        for record in read_jsonl(path):
            found.setdefault(str(record["id"]), record)
    return found


def beginning(text: str) -> str:
    """A long text up to the paragraph that the last marks are in."""
    return text if len(text) <= LONGEST else text[: text.find("\n", LONGEST)] if "\n" in text[LONGEST:] else text
