"""Events that were marked by eye in real texts and in our own sentences, with what the encoder makes of their words.

`data/tellings.tsv` says where in which text (the texts themselves do not ship), `data/events.txt` holds sentences of
our own, of which every third is kept for testing. Read by `sides.py` and `when.py`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc, Token

from sayso.codebook.codebook import Codebook, load_codebook
from sayso.digest.pairs import ROLES
from sayso.extract._sides.arguments import fill_arguments
from sayso.extract._sides.by_model import candidates, features_of, vote
from sayso.extract._telling.telling import Telling
from sayso.extract._telling.triggers import find_tellings
from training.layers import Layers
from training.marked import rows, texts_of
from training.own_data import read_events

MARKS = Path(__file__).parent / "data/tellings.tsv"
#: About the report's time, earlier, not done or not yet, in general.
TIMES = "dpfg"
#: Sentences of one fold when our own are counted as texts.
OWN = "own"

Floats = NDArray[np.float32]


@dataclass(frozen=True)
class Mark:
    """An event by eye: its type, whether it is one of that type, its time, and the role of (start, end) in the text."""

    type: str
    right: bool
    when: str
    sides: Mapping[tuple[int, int], str]


@dataclass(frozen=True)
class Example:
    """A marked event with the nouns of its sentence."""

    text: int
    corpus: str
    mark: Mark
    #: (layers × HIDDEN,) of the word, and of all words of its sentence on average
    event: Floats
    sentence: Floats
    #: (nouns, layers × HIDDEN), with features, the role that the rules give and the right one of each
    nouns: Floats
    features: list[list[str]]
    votes: list[str]
    roles: list[str]


def read_marks(path: Path = MARKS) -> dict[tuple[str, str], dict[int, list[Mark]]]:
    """{(corpus, id): {character: marks}}."""
    found: dict[tuple[str, str], dict[int, list[Mark]]] = defaultdict(lambda: defaultdict(list))
    for corpus, name, at, type_, _, verdict, when, *sides in rows(path):
        cells = zip(ROLES[1:], sides, strict=True)
        roles = {(int(c), int(c) + 1): role for role, cell in cells for c in cell.split(",") if c}
        found[corpus, name][int(at)].append(Mark(type_, verdict == "y", when, roles))
    return found


def examples(layers: Layers, data: Path) -> Iterator[Example]:
    """All marked events that the codebook still finds; the texts are numbered in the order of the file."""
    codebook = load_codebook()
    marks = read_marks()
    texts = {corpus: texts_of(corpus, data) for corpus in {corpus for corpus, _ in marks}}
    number = 0
    for (corpus, name), of_text in sorted(marks.items()):
        number += 1
        yield from _of_text(layers, codebook, texts[corpus][name], number, corpus, of_text)
    for text, events in read_events("train"):
        number += 1
        own = defaultdict(list)
        for event in events:
            if event.type is not None and event.trigger is not None:
                sides = {span: role for role in ROLES[1:] for span in event.arguments.get(f"{role}s", ())}
                own[event.trigger[0]].append(Mark(event.type, True, "", sides))
        yield from _of_text(layers, codebook, text, number, OWN, own)


def _of_text(
    layers: Layers, codebook: Codebook, text: str, number: int, corpus: str, marks: Mapping[int, list[Mark]]
) -> Iterator[Example]:
    doc = layers.nlp(text)
    tellings = find_tellings(doc, codebook)
    fill_arguments(tellings, codebook)
    tokens, rows = layers(doc)
    row_of = {int(token): row for row, token in enumerate(tokens)}
    for telling in tellings:
        if telling.kind is None:
            continue
        mark = next((m for t in telling.tokens for m in marks.get(t.idx, ()) if m.type == telling.type), None)
        if mark is not None:
            yield _example(telling, mark, number, corpus, rows, row_of)


def _example(
    telling: Telling, mark: Mark, number: int, corpus: str, rows: Floats, row_of: Mapping[int, int]
) -> Example:
    sentence = telling.head.sent
    nouns = candidates(sentence)
    return Example(
        text=number,
        corpus=corpus,
        mark=mark,
        event=rows[row_of[telling.head.i]],
        sentence=rows[[row_of[t.i] for t in sentence if t.i in row_of]].mean(0),
        nouns=rows[[row_of[t.i] for t in nouns]],
        features=[features_of(telling, t) for t in nouns],
        votes=[vote(telling, t) for t in nouns],
        roles=_roles(nouns, mark.sides, sentence.doc),
    )


def _roles(nouns: list[Token], sides: Mapping[tuple[int, int], str], doc: Doc) -> list[str]:
    """The role of each noun: that of the marked words whose root it is."""
    spans = [(doc.char_span(start, end, alignment_mode="expand"), role) for (start, end), role in sides.items()]
    roots = {span.root.i: role for span, role in spans if span is not None}
    return [roots.get(noun.i, ROLES[0]) for noun in nouns]
