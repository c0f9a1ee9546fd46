"""Figures on GUM's mentions (dev): names in the news, and which earlier words a word means."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from spacy.language import Language

from sayso.digest._model.encoder import Words
from sayso.digest._model.reader import Reader
from training.documents import Document
from training.measure_parse import raw_text
from training.measure_spans import Span, Table, span_figures
from training.treebanks import Sentence, add_mentions, gum_names, mentions_of, read_jsonl, read_treebank

THIRD_PERSON = frozenset(
    "he him his she her hers it its they them their theirs himself herself itself themselves".split()
)
#: Types of GUM that are kinds of ours; its other names are neither asked for nor, where they may be ours, punished.
KINDS = ("person", "organization", "place")
_OPEN = {"abstract": {"organization"}, "object": {"place"}}


def gum(folder: Path) -> list[tuple[Document, list[Sentence], list[Span]]]:
    """Documents of GUM dev with groups of mentions, and their names (first word, end, GUM's type)."""
    mentions = {r["id"]: r for r in read_jsonl(folder / "gum_mentions_dev.jsonl")}
    found = []
    for document, sentences in read_treebank(folder / "gum-dev.conllu", "gum"):
        if document.name in mentions:
            add_mentions(document, sentences, mentions[document.name])
            names = list(gum_names(document, mentions_of(sentences, mentions[document.name])))
            found.append((document, sentences, names))
    return found


def news_names(nlp: Language, folder: Path) -> Table:
    """Exact span and kind of people, organizations and places in GUM's news; a facility is a place there."""
    pairs = []
    for document, sentences, names in gum(folder):
        if "_news_" not in document.name:
            continue
        text, rows = raw_text(sentences)
        words = [place for row in rows for place in row]
        marked = [(words[first][0], words[end - 1][1], kind) for first, end, kind in names]
        gold = {name for name in marked if name[2] in KINDS}
        other = {(start, end): _OPEN.get(kind, set()) for start, end, kind in marked if kind not in KINDS}
        kinds = {"facility": "place"}
        found = {(e.start_char, e.end_char, kinds.get(e.label_, e.label_)) for e in nlp(text).ents}
        pairs.append((gold, {f for f in found if f[2] in KINDS and f[2] not in other.get(f[:2], set())}))
    return span_figures(pairs)


def coreference(reader: Reader, folder: Path) -> Table:
    """How often the antecedent of a mention's head is right, with gold words; of the third person pronouns that have
    one, and of all mentions. "None" is right for the first mention of a group."""
    right, asked = {"third person": 0, "all": 0}, {"third person": 0, "all": 0}
    for document, _, _ in gum(folder):
        (read,) = reader.read([Words(document.words, document.gaps)])
        groups = document.gold["group"]
        seen: set[int] = set()
        for word in np.flatnonzero(groups >= 0).tolist():
            found, group = int(read.antecedents[word]), int(groups[word])
            good = int(groups[found]) == group if found >= 0 else group not in seen
            rows = ["all"]
            if document.words[word].lower() in THIRD_PERSON and group in seen:
                rows.append("third person")
            for row in rows:
                right[row] += good
                asked[row] += 1
            seen.add(group)
    return {row: {"accuracy": 100 * right[row] / max(asked[row], 1), "gold": asked[row]} for row in right}
