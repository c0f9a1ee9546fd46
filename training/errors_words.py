"""Kinds of error of the heads that judge words: parse, sentence beginnings, certainty, coreference."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
from spacy.language import Language

from sayso.digest._model.encoder import Words
from sayso.digest._model.reader import Reader
from sayso.digest._model.tree import find_heads, find_labels
from training.documents import Aligner
from training.labels import DEPRELS
from training.measure_gum import THIRD_PERSON, gum
from training.measure_parse import raw_text, universal
from training.treebanks import read_treebank

Errors = Iterator[tuple[str, str]]
#: Certainty from which on an event is taken to have happened; below its negative, not to have.
SURE = 1.5


def parse(reader: Reader, folder: Path, limit: int | None) -> Errors:
    """EWT and GUM with gold words: labels taken for others, and words hung up in the wrong place."""
    for corpus in ("ewt", "gum"):
        documents = [d for d, _ in read_treebank(folder / f"{corpus}-dev.conllu", corpus)]
        for document in documents[:: max(1, len(documents) // limit)] if limit else documents:
            windows, inputs = reader.encoder.windows(Words(document.words, document.gaps))
            vectors = reader.encoder.encode([(w, inputs) for w in windows]).vectors
            starts = np.flatnonzero(document.gold["start"] == 1)
            heads = find_heads(vectors["arc_dependent"], vectors["arc_head"], starts)
            left, right = vectors["label_dependent"], vectors["label_head"]
            labels = find_labels(left, right, heads, reader.encoder.label_weights, DEPRELS.index("root"))
            for i, word in enumerate(document.words):
                gold = (int(document.gold["head"][i]), universal(DEPRELS[int(document.gold["deprel"][i])]))
                found = (int(heads[i]), universal(DEPRELS[labels[i]]))
                if gold != found:
                    around = " ".join(document.words[max(0, i - 8) : i]), " ".join(document.words[i + 1 : i + 6])
                    gold_head, our_head = document.words[gold[0]], document.words[found[0]]
                    yield _parse_kind(gold, found), f"{around[0]} [{word}] {around[1]}   {our_head}, GOLD {gold_head}"


def _parse_kind(gold: tuple[int, str], found: tuple[int, str]) -> str:
    if gold[1] == found[1]:
        return f"{gold[1]}: wrong head"
    return f"{gold[1]} taken for {found[1]}" + ("" if gold[0] == found[0] else ", wrong head")


def sentences(nlp: Language, folder: Path, limit: int | None) -> Errors:
    """EWT and GUM from raw text: sentences that begin where none does, or the other way round, by what stands there."""
    for corpus in ("ewt", "gum"):
        documents = [s for _, s in read_treebank(folder / f"{corpus}-dev.conllu", corpus)]
        texts = [raw_text(s) for s in (documents[:: max(1, len(documents) // limit)] if limit else documents)]
        for (text, rows), doc in zip(texts, nlp.pipe(text for text, _ in texts), strict=True):
            gold = {row[0][0] for row in rows}
            found = {next((t.idx for t in sent if not t.is_space), sent.start_char) for sent in doc.sents}
            for start in sorted(gold ^ found):
                which = "missed" if start in gold else "nothing there"
                example = f"{text[max(0, start - 50) : start]} ▸ {text[start : start + 40]}".replace("\n", "|")
                yield f"{which}, after {_before(text, start)}, before {_after(text, start)}", example


def _before(text: str, start: int) -> str:
    before = text[:start].rstrip()[-1:]
    space = text[len(text[:start].rstrip()) : start]
    kind = "a full stop" if before in {".", "!", "?", "…"} else "a colon or comma" if before in set(":;,") else ""
    kind = kind or ("a word" if before.isalnum() else "a mark")
    return kind + (" and a line break" if "\n" in space else " without a space" if not space else "")


def _after(text: str, start: int) -> str:
    first = text[start]
    return "a capital" if first.isupper() else "a small letter" if first.islower() else "a digit or mark"


def certainty(nlp: Language, records: list[dict[str, Any]]) -> Errors:
    """Predicates of UW, MEANTIME and UDS-IH2 that are off by more than 1: what they are taken for."""
    for record, doc in zip(records, nlp.pipe(r["text"] for r in records), strict=True):
        align = Aligner([(t.idx, t.idx + len(t)) for t in doc])
        for predicate in record["predicates"]:
            place = align(*predicate["span"])
            found = float(doc.user_data["certainty"][place[0]]) if place else 0.0
            if abs(found - predicate["label"]) > 1:
                start, end = predicate["span"]
                text = f"{record['text'][max(0, start - 60) : start]}[{record['text'][start:end]}]"
                text += record["text"][end : end + 30].replace("\n", "|")
                kind = f"{_band(predicate['label'])} taken for {_band(found)} ({record['corpus']})"
                yield kind, f"{text}   {found:.1f}, GOLD {predicate['label']:.1f}"


def _band(value: float) -> str:
    return "happened" if value >= SURE else "did not happen" if value <= -SURE else "open"


def coreference(reader: Reader, folder: Path) -> Errors:
    """GUM: heads of mentions whose antecedent is wrong, by what they are."""
    for document, _, _ in gum(folder):
        (read,) = reader.read([Words(document.words, document.gaps)])
        groups, seen = document.gold["group"], set[int]()
        for i in np.flatnonzero(groups >= 0).tolist():
            found, group, word = int(read.antecedents[i]), int(groups[i]), document.words[i]
            if not (int(groups[found]) == group if found >= 0 else group not in seen):
                asked = "pronoun" if word.lower() in THIRD_PERSON else "name" if word[:1].isupper() else "noun or other"
                told = "none found" if found < 0 else "wrong one found" if group in seen else "it is the first"
                chosen = document.words[found] if found >= 0 else "-"
                yield f"{asked}: {told}", f"{' '.join(document.words[max(0, i - 12) : i])} [{word}]   {chosen}"
            seen.add(group)
