"""Another spaCy pipeline is taken where it gives what the rules read, and refused in one line where it does not."""

from __future__ import annotations

from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from sayso.digest.other_language import load_other
from sayso.errors import UsageError
from sayso.model import Report
from sayso.pipeline import read

TEXT = "Olena Bila said the army attacked Kharkiv."
#: Part of speech, tag, label, lemma and relative head of every word.
WORDS = {
    "Olena": ("PROPN", "NNP", "compound", "Olena", 1),
    "Bila": ("PROPN", "NNP", "nsubj", "Bila", 1),
    "said": ("VERB", "VBD", "ROOT", "say", 0),
    "the": ("DET", "DT", "det", "the", 1),
    "army": ("NOUN", "NN", "nsubj", "army", 1),
    "attacked": ("VERB", "VBD", "ccomp", "attack", -3),
    "Kharkiv": ("PROPN", "NNP", "obj", "Kharkiv", -1),
    ".": ("PUNCT", ".", "punct", ".", -5),
}


@Language.component("sayso_test_table")
def look_up(doc: Doc) -> Doc:
    """A parser that knows one sentence."""
    for token in doc:
        token.pos_, token.tag_, token.dep_, token.lemma_, by = WORDS.get(token.text, ("X", "XX", "dep", token.text, 0))
        token.head = doc[max(0, min(token.i + by, len(doc) - 1))]
    return doc


def saved(path: Path, *, parse: bool, names: bool) -> str:
    nlp = spacy.blank("en")
    if parse:
        nlp.add_pipe("sayso_test_table")
    if names:
        patterns = [{"label": "PERSON", "pattern": "Olena Bila"}, {"label": "GPE", "pattern": "Kharkiv"}]
        nlp.add_pipe("entity_ruler").add_patterns(patterns)
    nlp.to_disk(path / "pipeline")
    return str(path / "pipeline")


def test_names_and_parse_of_another_pipeline(tmp_path: Path) -> None:
    nlp = load_other(saved(tmp_path, parse=True, names=True))
    (reading,) = read([Report(id="r", text=TEXT)], nlp=nlp)
    assert {(e.name, e.kind) for e in reading.entities} >= {("Olena Bila", "person"), ("Kharkiv", "place")}
    (statement,) = reading.statements
    assert statement.source is not None
    assert statement.source.text == "Olena Bila"
    assert [event.type for event in reading.events] == ["ASSAULT"]


@pytest.mark.parametrize(
    ("parse", "names", "told"),
    [(False, True, "dependency parse"), (True, False, "reads: names$"), (False, False, "sentences, parts of speech")],
)
def test_what_it_lacks_is_told_in_one_line(tmp_path: Path, parse: bool, names: bool, told: str) -> None:
    with pytest.raises(UsageError, match=told) as caught:
        load_other(saved(tmp_path, parse=parse, names=names))
    assert "\n" not in str(caught.value)


def test_there_is_none(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    for name in ("no-such-model", str(tmp_path / "empty")):
        with pytest.raises(UsageError, match="cannot load the language model") as caught:
            load_other(name)
        assert "\n" not in str(caught.value)


@pytest.mark.parametrize(("name", "advised"), [("en_no_such_model", True), ("in", False), ("models/mine", False)])
def test_only_what_may_be_a_pipeline_of_spacys_is_advised_to_be_downloaded(name, advised):
    with pytest.raises(UsageError, match="cannot load the language model") as told:
        load_other(name)
    assert ("spacy download" in str(told.value)) is advised
