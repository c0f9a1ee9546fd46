"""Names from public corpora that are not in ../shared/data: cloned once, at a fixed commit, and read here.

Only their parts for training and development are read, never what they call test. CrossNER's politics is read with
../shared/data; its test part is held out.
"""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path

import numpy as np

from training.corpora import Record, read_name_record
from training.documents import Document
from training.labels import KINDS, UPOS, bit_mask

#: Folder: address and commit.
REPOSITORIES = {
    "btc": ("GateNLP/broad_twitter_corpus", "0c45ef7b1924a6b8115bceab388781590b1b553a"),
    "wnut17": ("leondz/emerging_entities_17", "e52a2d2a71ac1a051ca2d532eef28653c5c02603"),
    "crossner": ("zliucr/CrossNER", "2e7ba2a7798c961e3f29fbc51252c5a8d40224bf"),
    "streusle": ("nert-nlp/streusle", "9eb4fa91fce7edc28dcfb3761a81dbbd473de9a9"),
}
CROSSNER = ("science", "literature", "music", "ai")
FILES = (
    ("btc", "train_dev_test_conll/btc.train"),
    ("btc", "train_dev_test_conll/btc.dev"),
    ("wnut17", "wnut17train.conll"),
    *(
        ("crossner", f"ner_data/{d}/{s}.txt")
        for d in ("science", "literature", "music", "ai")
        for s in ("train", "dev")
    ),
)
#: The corpora's labels as our kinds. Every other label is a span that teaches nothing.
LABELS = {
    "PER": "person", "person": "person", "scientist": "person", "writer": "person", "musicalartist": "person",
    "researcher": "person",
    "ORG": "organization", "corporation": "organization", "group": "organization", "organisation": "organization",
    "university": "organization", "band": "organization",
    "LOC": "place", "location": "place", "country": "place",
}  # fmt: skip
NO_SPACE_BEFORE = re.compile(r"^(?:[,.;:!?)\]%]+|n't|'(?:s|re|ve|ll|d|m)|’(?:s|re|ve|ll|d|m))$", re.IGNORECASE)
#: What STREUSLE calls a proper noun, as our kinds.
SUPERSENSES = {"n.PERSON": ("person",), "n.GROUP": ("organization",), "n.LOCATION": ("place", "facility")}

Tagged = list[tuple[str, str]]


def fetch(folder: Path) -> None:
    """Clone what is not there yet."""
    for name, (repository, commit) in REPOSITORIES.items():
        if not (folder / name).exists():
            folder.mkdir(parents=True, exist_ok=True)
            subprocess.run(["git", "clone", f"https://github.com/{repository}", folder / name], check=True)
            subprocess.run(["git", "-C", folder / name, "checkout", "--quiet", commit], check=True)


def read_more_names(folder: Path) -> Iterator[Document]:
    """BTC, WNUT 17 and CrossNER without politics: persons, organizations and places."""
    for name, path in FILES:
        for number, sentence in enumerate(sentences((folder / name / path).read_text(encoding="utf-8").split("\n"))):
            yield read_name_record(as_record(f"{name}-{Path(path).stem}-{number}", name, sentence))


def sentences(lines: Iterable[str]) -> Iterator[Tagged]:
    """Words with their tags, one sentence at a time; accounts ("@ name" or "@name") are marked as nothing known."""
    sentence: Tagged = []
    for line in (*lines, ""):
        word, _, tag = line.rstrip("\r").partition("\t")
        if word.strip():
            account = word[0] == "@" or (sentence and sentence[-1][0] == "@")
            sentence.append((word.strip(), "B-account" if account else tag.strip()))
        elif sentence:
            yield sentence
            sentence = []


def as_record(name: str, corpus: str, sentence: Tagged) -> Record:
    """A sentence in the form of ../shared/data/names."""
    text = ""
    found: list[tuple[int, int, str]] = []
    for word, tag in sentence:
        if text and not NO_SPACE_BEFORE.match(word) and not text.endswith(("(", "[")):
            text += " "
        start, (position, _, label) = len(text), tag.partition("-")
        text += word
        if position == "I" and found and found[-1][2] == label:
            found[-1] = (found[-1][0], len(text), label)
        elif position in ("B", "I"):
            found.append((start, len(text), label))
    names = [(start, end, LABELS[label]) for start, end, label in found if label in LABELS]
    ignore = [(start, end) for start, end, label in found if label not in LABELS]
    types = ["person", "organization", "place"]
    return {"id": name, "corpus": corpus, "text": text, "types": types, "names": names, "ignore": ignore}


def read_supersenses(folder: Path) -> dict[str, list[tuple[int, str]]]:
    """Sentences of EWT's reviews, without white space: the supersense of the expression that ends at each character."""
    found = {}
    for line in (folder / "streusle/train/streusle.ud_train.vis").read_text(encoding="utf-8").splitlines():
        text, ends = "", []
        for expression in line.partition("\t")[2].split(" "):
            words, _, tag = expression.rpartition("|")
            text += re.sub("[_~]", "", words or expression)
            ends.append((len(text), tag.partition("-")[2]))
        found[text] = ends
    return found


def add_supersenses(document: Document, known: dict[str, list[tuple[int, str]]]) -> None:
    """Tell the kinds of the proper nouns of a document whose sentences STREUSLE has."""
    starts = [*np.flatnonzero(document.gold["start"] == 1).tolist(), len(document.words)]
    proper = document.gold["upos"] == UPOS.index("PROPN")
    for first, end in pairwise(starts):
        ends = known.get("".join(document.words[first:end]))
        if ends is None:
            continue
        at = 0
        for i in range(first, end):
            at += len(document.words[i])
            sense = next(sense for stop, sense in ends if stop >= at)
            if proper[i] and sense in SUPERSENSES and document.gold["names"][i]:
                document.gold["names"][i] = bit_mask(SUPERSENSES[sense], KINDS)
