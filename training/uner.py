"""Universal NER's names over the training sentences of EWT (Mayhew et al. 2024, CC BY-SA 4.0).

The newest file that its repository holds is too large for many a mirror, and the dev and test parts are not to be had
here at all; the training part of `COMMIT` is the first that was published.
"""

from __future__ import annotations

import subprocess
import tempfile
from pathlib import Path

from training.corpora import name_masks
from training.documents import Document
from training.labels import KINDS
from training.treebanks import Sentence

REPOSITORY = "https://github.com/UniversalNER/UNER_English-EWT"
COMMIT = "0c7ce0debb13a7d304da656f16309397e8ff36ef"
FILE = "en_ewt-ud-train.iob2"
#: What its tags call our kinds. "OTH" is a name of some other kind, and an "O" that is begun was not decided.
MARKED = {"PER": "person", "ORG": "organization", "LOC": "place"}

Marks = dict[str, list[tuple[str, str]]]


def fetch(out: Path) -> None:
    """Bring the file from its repository; raises CalledProcessError if git cannot."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["git", "clone", "--quiet", "--bare", REPOSITORY, folder], check=True)
        found = subprocess.run(["git", "-C", folder, "show", f"{COMMIT}:{FILE}"], check=True, capture_output=True)
    out.write_bytes(found.stdout)


def read_marks(path: Path) -> Marks:
    """(word, tag) of every sentence, by its text without white space."""
    marks: Marks = {}
    text, rows = "", []
    for line in [*path.read_text(encoding="utf-8").splitlines(), ""]:
        if line.startswith("# text ="):
            text = "".join(line.split("=", 1)[1].split())
        elif line[:1].isdigit():
            _, word, tag, *_ = line.split("\t")
            rows.append((word, tag))
        elif not line.strip() and rows:
            marks[text] = rows
            text, rows = "", []
    return marks


def add_names(document: Document, sentences: list[Sentence], marks: Marks) -> int:
    """Lay the names over a document's sentences; how many of these have any marks. The words must be the same."""
    base = count = 0
    for sentence in sentences:
        rows = marks.get("".join(sentence.text.split()))
        end = base + len(sentence.rows)
        if rows is not None and [word for word, _ in rows] == document.words[base:end]:
            document.gold["names"][base:end] = sentence_masks(rows)
            count += 1
        base = end
    return count


def sentence_masks(rows: list[tuple[str, str]]) -> list[int]:
    """Allowed tags of the words of a sentence from its words and IOB2 tags."""
    words, tags = [word for word, _ in rows], [tag for _, tag in rows]
    names: list[tuple[int, int, int]] = []
    for i, tag in enumerate(tags):
        position, _, kind = tag.partition("-")
        if kind in MARKED and position == "B":
            names.append((i, i + 1, KINDS.index(MARKED[kind])))
        elif kind in MARKED and position == "I" and names and names[-1][1] == i:
            names[-1] = (names[-1][0], i + 1, names[-1][2])
    masks = name_masks(words, names, KINDS, set(MARKED.values()))
    unknown = [i for i, tag in enumerate(tags) if tag.endswith("-OTH") or tag == "B-O"]
    masks[unknown] = 0
    return [int(mask) for mask in masks]
