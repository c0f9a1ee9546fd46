"""Every example of the cue tables: the entry is found at [the words] of those that must match, and nowhere in the
others.
"""

from __future__ import annotations

from typing import Any

import pytest
from spacy.language import Language
from spacy.tokens import Doc

import sayso
from sayso.codebook.cues import AttributionCue, CertaintyCue, Entry, OutlookCue, load_cues
from sayso.digest.language import WEIGHTS, load_language
from sayso.extract._saying.frames import by_frames
from sayso.extract._saying.views import by_views
from sayso.extract.certainty import read_rules
from sayso.extract.statements import LEAST_BESIDE_HEAD

pytestmark = [
    pytest.mark.model,
    pytest.mark.skipif(not (WEIGHTS / "model.onnx").exists(), reason="the language model is not here: see training/"),
]
CUES = load_cues()
ENTRIES: tuple[Entry, ...] = (*CUES.attribution, *CUES.certainty, *CUES.outlook)
#: Phrases of their own that stand for an entry.
ALSO = {"report": ("according to",)}


@pytest.fixture(scope="module")
def nlp() -> Language:
    return load_language()


def cases(kind: str) -> list[Any]:
    return [
        pytest.param(entry, text, id=f"{type(entry).__name__}-{entry.name}-{text[:30]}")
        for entry in ENTRIES
        for text in getattr(entry, kind)
    ]


def attributed(entry: AttributionCue, doc: Doc, least: float) -> list[tuple[int, int]]:
    names = (entry.name, *ALSO.get(entry.name, ()))
    drafts = (*by_frames(doc), *by_views(doc))
    return [d.cue[0] for d in drafts if d.by.split(":")[1] in names and d.score >= least]


def graded(entry: CertaintyCue, doc: Doc) -> list[tuple[int, int]]:
    firsts = {phrase.split()[0] for phrase in entry.lemmas}
    cues = {cue for token in doc for cue in read_rules(token).cues}
    return [(c.idx, c.idx + len(c)) for c in cues if c.lemma_.lower() in firsts or c.lower_ in firsts]


def expected(entry: OutlookCue, doc: Doc) -> list[tuple[int, int]]:
    reading = sayso.read(doc.text, published="2024-03-12")
    return [o.cue.spans[0] for o in reading.outlooks if o.by == f"outlook:{entry.name}" or entry.kind in o.by]


def found(entry: Entry, doc: Doc, least: float) -> list[tuple[int, int]]:
    if isinstance(entry, AttributionCue):
        return attributed(entry, doc, least)
    if isinstance(entry, CertaintyCue):
        return graded(entry, doc)
    assert isinstance(entry, OutlookCue)
    return expected(entry, doc)


@pytest.mark.parametrize(("entry", "text"), cases("match"))
def test_must_match(nlp: Language, entry: Entry, text: str) -> None:
    start, end = text.index("["), text.index("]") - 1
    spans = found(entry, nlp(text.replace("[", "").replace("]", "")), 0.05)
    assert any(s < end and start < e for s, e in spans), spans


@pytest.mark.parametrize(("entry", "text"), cases("miss"))
def test_must_not_match(nlp: Language, entry: Entry, text: str) -> None:
    assert not found(entry, nlp(text), LEAST_BESIDE_HEAD)


def test_no_verb_has_two_acts() -> None:
    seen: dict[str, str] = {}
    for cue in CUES.attribution:
        for verb in cue.verbs:
            assert seen.setdefault(verb, cue.name) == cue.name, verb


def test_likelihood_terms_are_ranges() -> None:
    for term in CUES.likelihood.values():
        assert 0 <= term.low <= term.high <= 1
