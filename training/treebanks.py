"""Universal Dependencies treebanks as documents, with GUM's mentions and UDS-IH2's certainty laid over them."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np

from sayso.codebook.nouns import load_nouns
from sayso.digest._model.pieces import GAPS
from training.documents import Aligner, Document, Span, new_document
from training.labels import DEPRELS, KINDS, NOMINALS, UPOS, XPOS, span_tags

Row = list[str]
#: Words of a mention, words of its head, and what the corpus says of it.
Mentions = list[tuple[Span | None, Span | None, dict[str, Any]]]

#: What GUM's entity types can be among our kinds, where the head is a proper noun.
GUM_KINDS = {
    "person": ("person",), "organization": ("organization",), "place": ("place", "facility"), "event": ("event",),
    "object": ("vehicle", "weapon", "work", "facility", "other"), "abstract": ("work", "other", "event",
    "organization"),
}  # fmt: skip
#: And where it is a common noun; types that are not here are no nominals of ours.
GUM_NOMINALS = {
    "person": ("person", "group"), "organization": ("organization", "group"), "place": ("facility",),
    "object": ("facility", "weapon", "vehicle"),
}  # fmt: skip


@dataclass
class Sentence:
    """One sentence of a treebank: its text, its rows, and what stands before it."""

    text: str
    rows: list[Row] = field(default_factory=list)
    new_document: str | None = None
    new_paragraph: bool = False


def read_sentences(path: Path) -> Iterator[Sentence]:
    """Sentences in order; multiword lines and empty nodes are left out."""
    sentence, document, paragraph = Sentence(""), None, False
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("# newdoc"):
            document = line.split("=", 1)[-1].strip()
        elif line.startswith("# newpar") and not line.startswith("# newpar_block"):
            paragraph = True
        elif line.startswith("# text ="):
            sentence.text = line[len("# text =") :].strip()
        elif line[:1].isdigit():
            row = line.split("\t")
            if row[0].isdigit():
                sentence.rows.append(row)
        elif not line.strip() and sentence.rows:
            sentence.new_document, sentence.new_paragraph = document, paragraph or document is not None
            yield sentence
            sentence, document, paragraph = Sentence(""), None, False


def word_spans(sentence: Sentence) -> list[Span]:
    """Where each word stands in the sentence's text."""
    spans: list[Span] = []
    at = 0
    for row in sentence.rows:
        found = sentence.text.find(row[1], at)
        start = found if 0 <= found <= at + 2 else at
        at = start + len(row[1])
        spans.append((start, at))
    return spans


def read_treebank(path: Path, corpus: str, seed: int = 0) -> Iterator[tuple[Document, list[Sentence]]]:
    """Documents of a treebank. Paragraphs are mostly set apart by an empty line, now and then by less."""
    chance = random.Random(seed)
    group: list[Sentence] = []
    for sentence in read_sentences(path):
        if group and (sentence.new_document is not None or (corpus == "pud")):
            yield _document(group, corpus, chance), group
            group = []
        group.append(sentence)
    if group:
        yield _document(group, corpus, chance), group


def _document(sentences: list[Sentence], corpus: str, chance: random.Random) -> Document:
    words: list[str] = []
    gaps: list[int] = []
    cuts: list[bool] = []
    between = chance.choices(("paragraph", "line", "space"), (6, 3, 1))[0]
    columns: dict[str, list[int]] = {"start": [], "upos": [], "xpos": [], "head": [], "deprel": []}
    for number, sentence in enumerate(sentences):
        base = len(words)
        spans = word_spans(sentence)
        for i, row in enumerate(sentence.rows):
            words.append(row[1])
            if i == 0:
                gap = "begin" if number == 0 else between if sentence.new_paragraph else "space"
            else:
                gap = "space" if spans[i][0] > spans[i - 1][1] else "none"
            gaps.append(GAPS.index(gap))
            cuts.append(i == 0)
            columns["start"].append(int(i == 0))
            columns["upos"].append(UPOS.index(row[3]))
            columns["xpos"].append(XPOS.index(row[4]) if row[4] in XPOS else -1)
            columns["head"].append(base + (int(row[6]) - 1 if row[6] != "0" else i))
            columns["deprel"].append(DEPRELS.index(row[7]))
    name = sentences[0].new_document or f"{corpus}-{sentences[0].text[:20]}"
    document = new_document(name, corpus, words, gaps, cuts)
    for key, values in columns.items():
        document.gold[key][:] = values
    return document


def add_certainty(document: Document, sentences: list[Sentence], by_text: dict[str, dict[str, Any]]) -> None:
    """UDS-IH2 labels sentences of EWT, put together again from tokens: they are found by their text without spaces."""
    base = 0
    for sentence in sentences:
        found = by_text.get("".join(sentence.text.split()))
        if found is not None:
            squeezed = np.cumsum([not c.isspace() for c in sentence.text])
            starts = [int(squeezed[start] - 1) for start, _ in word_spans(sentence)]
            for predicate in found["predicates"]:
                at = len("".join(found["text"][: predicate["span"][0]].split()))
                if at in starts:
                    document.gold["certainty"][base + starts.index(at)] = predicate["label"]
        base += len(sentence.rows)


def add_mentions(document: Document, sentences: list[Sentence], mentions: dict[str, Any]) -> None:
    """GUM's mentions: names and nominals by their kinds, and groups for coreference. Sentences are joined by a
    space."""
    found = mentions_of(sentences, mentions)
    if not found:
        return
    _add_groups(document, found)
    _add_names(document, found)
    _add_nominals(document, found)


def mentions_of(sentences: list[Sentence], mentions: dict[str, Any]) -> Mentions:
    """GUM's mentions of a document; none where the texts differ."""
    spans: list[Span] = []
    at = 0
    for sentence in sentences:
        spans.extend((start + at, end + at) for start, end in word_spans(sentence))
        at += len(sentence.text) + 1
    if at - 1 != len(mentions["text"]):
        return []
    align = Aligner(spans)
    return [(align(*m["span"]), align(*m["head"]), m) for m in mentions["mentions"]]


def _add_groups(document: Document, found: Mentions) -> None:
    groups: dict[str, int] = {}
    for _, head, mention in found:
        if head is not None:
            document.gold["group"][head[0]] = groups.setdefault(mention["group"], len(groups))


def _add_names(document: Document, found: Mentions) -> None:
    """The tags that GUM's names allow; other proper nouns teach nothing."""
    proper = document.gold["upos"] == UPOS.index("PROPN")
    outside = 1 | _bits(("nationality",), KINDS)
    masks = np.where(proper, 0, outside).astype(np.int64)
    for first, end, kind in gum_names(document, found):
        kinds = GUM_KINDS.get(kind)
        if kind == "place" and not any(map(load_nouns().is_built, document.words[first:end])):
            kinds = ("place",)
        for offset in range(end - first):
            tags = [span_tags(end - first, KINDS.index(k))[offset] for k in kinds or ()]
            masks[first + offset] = sum(1 << tag for tag in tags)
    document.gold["names"][:] = masks


def gum_names(document: Document, found: Mentions) -> Iterator[tuple[int, int, str]]:
    """(first word, end, GUM's type): runs of proper nouns around the head of a mention, over "of", "the" and so on."""
    proper = document.gold["upos"] == UPOS.index("PROPN")
    taken = np.zeros(len(proper), bool)
    for span, head, mention in sorted(found, key=lambda f: (f[0][0] - f[0][1]) if f[0] else 0):
        if span is None or head is None or not proper[head[0]] or taken[head[0]]:
            continue
        first, end = _name_run(document, proper, span, head[0])
        taken[first:end] = True
        yield first, end, mention["type"]


#: Proper nouns that may or may not be part of a name, or are none of ours: they teach nothing.
NO_NAMES = frozenset(
    "january february march april may june july august september october november december jan feb mar apr jun jul aug "
    "sept sep oct nov dec monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun god "
    "mr mr. mrs mrs. ms ms. dr dr. prof. president senator sen. rep. gov. governor king queen prince pope sir lord "
    "gen. general col. colonel capt. captain lt. sgt. maj. major minister secretary professor judge chairman".split()
)


def add_proper_nouns(document: Document) -> None:
    """Where only tags are gold (EWT): a proper noun is some name, another word none, save beside a proper noun."""
    proper = document.gold["upos"] == UPOS.index("PROPN")
    beside = np.zeros(len(proper), bool)
    beside[1:] |= proper[:-1]
    beside[:-1] |= proper[1:]
    titled = np.array([word.lower() in NO_NAMES for word in document.words])
    anywhere = 1 | _bits(("nationality", "event", "work", "other"), KINDS)
    masks = np.where(proper, _bits(KINDS, KINDS), np.where(beside, 0, anywhere))
    document.gold["names"][:] = np.where(titled, 0, masks)


def _name_run(document: Document, proper: np.ndarray[Any, Any], span: Span, head: int) -> Span:
    bridges = {"of", "the", "for", "and", "-", "–", "’s", "'s", "&", "de", "al"}
    first, end = head, head + 1
    while first > span[0] and (proper[first - 1] or document.words[first - 1] in bridges):
        first -= 1
    while end < span[1] and (proper[end] or document.words[end] in bridges):
        end += 1
    while not proper[first]:
        first += 1
    while not proper[end - 1]:
        end -= 1
    return first, end


def _add_nominals(document: Document, found: Mentions) -> None:
    """A nominal runs from the beginning of the mention to its head noun; person or group is told by number, what a
    thing or a place is by its noun: most of GUM's are none of ours.
    """
    length = len(document.words)
    masks = np.ones(length, np.int64)
    plural = document.gold["xpos"] == XPOS.index("NNS")
    taken = np.zeros(length, bool)
    for span, head, mention in sorted(found, key=lambda f: (f[0][0] - f[0][1]) if f[0] else 0):
        kinds = GUM_NOMINALS.get(mention["type"])
        if span is None or head is None or kinds is None or mention["head_tag"] != "NOUN":
            continue
        first, end = span[0], head[0] + 1
        if end <= first or taken[first:end].any():
            continue
        taken[first:end] = True
        if mention["type"] == "person":
            kinds = ("group",) if plural[head[0]] else ("person",)
        elif mention["type"] != "organization":
            word = document.words[head[0]]
            noun = load_nouns().find(word, word.removesuffix("s"))
            if noun is None or noun.kind not in kinds:
                continue
            kinds = (noun.kind,)
        for offset in range(end - first):
            tags = [span_tags(end - first, NOMINALS.index(k))[offset] for k in kinds]
            masks[first + offset] = sum(1 << tag for tag in tags)
    document.gold["nominal"][:] = masks


def _bits(kinds: tuple[str, ...], among: tuple[str, ...]) -> int:
    """Bit mask of all four tags of these kinds."""
    return sum(0b1111 << (1 + 4 * among.index(kind)) for kind in kinds)


def read_jsonl(path: Path) -> list[dict[str, Any]]:
    """All objects of a JSON-lines file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line.strip()]
