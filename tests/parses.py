"""Documents with parses by hand, and the gazetteer that they are read with."""

from __future__ import annotations

from functools import cache

import pytest
import spacy
from spacy.tokens import Doc, Span

from sayso.digest._model.lemmas import lemma_of
from sayso.digest._model.parse import Parse
from sayso.digest.entities import Entities, find_entities
from sayso.digest.gazetteer import Gazetteer, load_gazetteer
from sayso.digest.places import find_places
from sayso.errors import GazetteerError
from sayso.model import Entity, Report


@cache
def gazetteer() -> Gazetteer:
    try:
        return load_gazetteer()
    except GazetteerError:
        pytest.skip("the gazetteer is not compiled")


def parsed(*sentences: str) -> Doc:
    """A document of sentences in rows of word, part of speech, tag, label, head (from 1; 0: root), kind of name."""
    rows: list[list[str]] = []
    heads: list[int] = []
    for sentence in sentences:
        base = len(rows)
        for line in sentence.strip().splitlines():
            rows.append(line.split())
            head = int(rows[-1][4])
            heads.append(base + head - 1 if head else len(rows) - 1)
    vocab = spacy.blank("en").vocab
    doc = Doc(
        vocab,
        words=[row[0] for row in rows],
        spaces=[i + 1 < len(rows) and rows[i + 1][0] not in ".,)" and row[0] != "(" for i, row in enumerate(rows)],
        pos=[row[1] for row in rows],
        tags=[row[2] for row in rows],
        deps=["ROOT" if row[3] == "root" else row[3] for row in rows],
        heads=heads,
        lemmas=[lemma_of(row[0], row[1], row[2]) for row in rows],
    )
    kinds = [row[5] if len(row) > 5 else "" for row in rows]
    starts = [i for i, kind in enumerate(kinds) if kind and (i == 0 or kinds[i - 1] != kind)]
    ends = [next((j for j in range(i, len(kinds)) if kinds[j] != kinds[i]), len(kinds)) for i in starts]
    doc.set_ents([Span(doc, start, end, label=kinds[start]) for start, end in zip(starts, ends, strict=True)])
    return doc


def parse_of(text: str, heads: list[int], relations: str, *, parts: str = "", tags: str = "") -> Parse:
    """A parse of words between spaces, to be mended; heads from 0, a root is its own."""
    return Parse(text.split(), parts.split(), tags.split(), heads, relations.split())


def entities_of(*sentences: str, title: str | None = None, placed: bool = False) -> Entities:
    """The entities of sentences in rows (`parsed`); `placed`: with its toponyms found first."""
    doc = parsed(*sentences)
    report = Report(id="r-1", text=doc.text, title=title)
    places = find_places(doc, report, gazetteer()) if placed else {}
    return find_entities(doc, report, places, gazetteer())


def named(entities: Entities, name: str) -> Entity:
    """The entity of that name."""
    return next(entity for entity in entities.records if entity.name == name)


def texts(entity: Entity) -> list[str]:
    """The words of its mentions."""
    return [mention.text for mention in entity.mentions]
