"""Figures of the syntactic heads on UD dev: on gold words and sentences, and from raw text (as CoNLL 2018 counted)."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from spacy.language import Language

from sayso.digest._model.encoder import Words
from sayso.digest._model.lemmas import lemma_of
from sayso.digest._model.reader import Reader
from sayso.digest._model.tree import find_heads, find_labels
from training.documents import Document
from training.labels import DEPRELS, UPOS, XPOS
from training.treebanks import Sentence, read_treebank, word_spans

Figures = dict[str, float]


def universal(label: str) -> str:
    """A relation without its subtype; spaCy's ROOT as root."""
    return label.split(":", maxsplit=1)[0].lower()


def gold_words(reader: Reader, path: Path, corpus: str) -> Figures:
    """LAS (without and with subtypes), UAS, tags and lemmas (percent), given gold words and sentences."""
    counts = dict.fromkeys(("LAS", "LAS with subtypes", "UAS", "UPOS", "XPOS", "lemma"), 0)
    words = 0
    for document, sentences in read_treebank(path, corpus):
        windows, inputs = reader.encoder.windows(Words(document.words, document.gaps))
        encoded = reader.encoder.encode([(w, inputs) for w in windows])
        starts = np.flatnonzero(document.gold["start"] == 1)
        heads = find_heads(encoded.vectors["arc_dependent"], encoded.vectors["arc_head"], starts)
        left, right = encoded.vectors["label_dependent"], encoded.vectors["label_head"]
        labels = find_labels(left, right, heads, reader.encoder.label_weights, DEPRELS.index("root"))
        upos, xpos = encoded.tags["upos"].argmax(1), encoded.tags["xpos"].argmax(1)
        _count(counts, document, sentences, heads, labels, upos, xpos)
        words += len(document.words)
    return {name: 100 * right / words for name, right in counts.items()}


def _count(counts: dict[str, int], document: Document, sentences: list[Sentence], heads, labels, upos, xpos) -> None:
    # type: ignore[no-untyped-def]
    gold = document.gold
    same_head = heads == gold["head"]
    exact = labels == gold["deprel"]
    plain = np.array(
        [universal(DEPRELS[a]) == universal(DEPRELS[b]) for a, b in zip(labels, gold["deprel"], strict=True)]
    )
    lemmas = [row[2] for sentence in sentences for row in sentence.rows]
    found = [lemma_of(w, UPOS[u], XPOS[x]) for w, u, x in zip(document.words, upos, xpos, strict=True)]
    counts["UAS"] += int(same_head.sum())
    counts["LAS"] += int((same_head & plain).sum())
    counts["LAS with subtypes"] += int((same_head & exact).sum())
    counts["UPOS"] += int((upos == gold["upos"]).sum())
    counts["XPOS"] += int((xpos == gold["xpos"]).sum())
    counts["lemma"] += sum(a == b for a, b in zip(found, lemmas, strict=True))


def raw_text(sentences: list[Sentence]) -> tuple[str, list[list[tuple[int, int]]]]:
    """A document's text, paragraphs set apart by an empty line, and the characters of the words of each sentence."""
    text, spans = "", []
    for number, sentence in enumerate(sentences):
        if number:
            text += "\n\n" if sentence.new_paragraph else " "
        spans.append([(start + len(text), end + len(text)) for start, end in word_spans(sentence)])
        text += sentence.text
    return text, spans


def from_raw_text(nlp: Language, path: Path, corpus: str, genre: str = "") -> Figures:
    """F1 of words, sentences, and LAS, when nothing but the text is given."""
    right = dict.fromkeys(("words", "sentences", "LAS"), 0)
    sizes = {"words": [0, 0], "sentences": [0, 0]}
    documents = [s for d, s in read_treebank(path, corpus) if genre in d.name]
    texts = [raw_text(sentences) for sentences in documents]
    for sentences, (_, spans), doc in zip(documents, texts, nlp.pipe(t for t, _ in texts), strict=True):
        gold_sentences = {(s[0][0], s[-1][1]) for s in spans}
        found_sentences = set()
        for sent in doc.sents:
            words = [t for t in sent if not t.is_space]
            if words:
                found_sentences.add((words[0].idx, words[-1].idx + len(words[-1])))
        gold = {}
        for sentence, places in zip(sentences, spans, strict=True):
            for row, place in zip(sentence.rows, places, strict=True):
                gold[place] = (places[int(row[6]) - 1] if row[6] != "0" else None, universal(row[7]))
        found = {}
        for token in doc:
            if not token.is_space:
                head = (
                    None
                    if token.head is token or token.head == token
                    else (token.head.idx, token.head.idx + len(token.head))
                )
                found[token.idx, token.idx + len(token)] = (head, universal(token.dep_))
        right["words"] += len(gold.keys() & found.keys())
        right["LAS"] += sum(found.get(place) == value for place, value in gold.items())
        right["sentences"] += len(gold_sentences & found_sentences)
        for name, (a, b) in {"words": (gold, found), "sentences": (gold_sentences, found_sentences)}.items():
            sizes[name][0] += len(a)
            sizes[name][1] += len(b)
    sizes["LAS"] = sizes["words"]
    return {f"{name} F1": 200 * right[name] / max(sum(sizes[name]), 1) for name in right}
