"""The language model on a spaCy Doc: the layers, exact offsets, hostile input, missing weights."""

from __future__ import annotations

import shutil
import unicodedata
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc
from work import calls

from sayso.digest._model.reader import WORDS_AT_ONCE
from sayso.digest.language import WEIGHTS, load_language
from sayso.errors import ModelError

pytestmark = pytest.mark.model
GROUPS = ("source", "cue", "content", "trigger", "incident", "nominal")
REPORT = (
    "Shelling near Avdiivka\n\n"
    "Two soldiers were killed on Monday, Maj. Olena Bila told reporters in Kyiv. "
    "“The road is closed,” she said.\n\nMoscow denied the attack.\n"
)


@pytest.fixture(scope="module")
def nlp() -> Language:
    return load_language()


@pytest.fixture(scope="module")
def doc(nlp: Language) -> Doc:
    return nlp(REPORT)


def check(doc: Doc, text: str) -> None:
    """What holds for every text."""
    assert doc.text == text
    assert all(text[t.idx : t.idx + len(t)] == t.text for t in doc)
    for sentence in doc.sents:
        assert sum(t.head == t for t in sentence) == 1
    certainty = doc.user_data["certainty"]
    assert certainty.shape == (len(doc),)
    assert certainty.dtype == np.float32
    assert np.isfinite(certainty).all()
    antecedents = doc.user_data["antecedent"]
    known = np.flatnonzero(antecedents >= 0)
    assert len(antecedents) == len(doc)
    assert (antecedents[known] < known).all()
    spans = [*doc.ents, *(span for group in GROUPS for span in doc.spans[group])]
    assert all(not span[0].is_space and not span[-1].is_space for span in spans)
    for attribution in doc.user_data["attributions"]:
        ranges = [r for role in ("source", "cue", "content") for r in attribution[role]]
        assert ranges
        assert all(0 <= start < end <= len(doc) for start, end in ranges)


def test_a_report_is_read(doc: Doc) -> None:
    check(doc, REPORT)
    assert next(iter(doc.sents)).text.strip() == "Shelling near Avdiivka"
    assert {e.text: e.label_ for e in doc.ents}["Kyiv"] == "place"
    assert {e.label_ for e in doc.ents if "Bila" in e.text} == {"person"}
    denied = next(t for t in doc if t.text == "denied")
    assert (denied.pos_, denied.tag_, denied.dep_, denied.lemma_) == ("VERB", "VBD", "ROOT", "deny")
    assert denied.morph.get("Tense") == ["Past"]
    assert [t.text for t in denied.lefts if t.dep_ == "nsubj"] == ["Moscow"]


def test_a_statement_is_linked(doc: Doc) -> None:
    found = {
        tuple(" ".join(doc[a:b].text for a, b in attribution[role]) for role in ("source", "cue"))
        for attribution in doc.user_data["attributions"]
    }
    assert ("she", "said") in found


def test_names_and_quotations_end_where_they_must(nlp: Language) -> None:
    doc = nlp('GUNMEN ATTACK GAO\n\nBAMAKO, 3 May - "We will go," Minister Sadio Camara said.')
    assert not any("\n" in e.text for e in doc.ents)
    sentences = [sentence.text.strip() for sentence in doc.sents]
    assert sentences == ["GUNMEN ATTACK GAO", "BAMAKO, 3 May -", '"We will go," Minister Sadio Camara said.']


@pytest.mark.parametrize(
    "dateline",
    ["BAMAKO - ", "BAMAKO — ", "BAMAKO, 3 May - ", "BAMAKO (Sahel Wire) -- ", "BAMAKO/NIAMEY - ", "Bamako – "],
)
def test_a_dateline_is_no_part_of_the_first_sentence(nlp: Language, dateline: str) -> None:
    told = "Gunmen on motorcycles raided a market near Ansongo on Monday, killing three traders, the governor said."
    doc = nlp(dateline + told + " Soldiers were sent.")
    assert [sentence.text.strip() for sentence in doc.sents] == [dateline.strip(), told, "Soldiers were sent."]
    said = next(token for token in doc if token.text == "said")
    assert [token.text for token in said.lefts if token.dep_ == "nsubj"] == ["governor"]


def test_killed_is_certain(doc: Doc) -> None:
    killed = next(t.i for t in doc if t.text == "killed")
    assert doc.user_data["certainty"][killed] > 1.5


@pytest.mark.parametrize(
    "text",
    [
        *(
            "",
            " ",
            "\n",
            "\r\n\r\n",
            "...",
            "?!",
            "\x00\x01\x02",
            "a\r\nb\r\n\r\nc",
            " leading",
            "trailing \n ",
            "- " * 3000,
        ),
        *(
            "\u202eright\u202c left",
            "e\u0301te\u0301 👩‍👩‍👧 🇺🇦 said",
            "\ufeffBOM",
            "日本語のテキスト。",
            "كييف تنفي",
            "(" * 5000,
        ),
        *("a" * 20_000, " " * 100_000),
        "".join(map(chr, range(0x20))) + "\x7f\x85\u2028\u2029 said",
        "He said\r\n\u200e\u2067שלום\u2069 and \u202dleft\u202c.\r\n\r\nNo one\rcame.",
        "Zalgo: " + "o\u0301\u0323\u0308\u20dd" * 40 + " said.",
    ],
    ids=lambda text: repr(text[:10]),
)
def test_hostile_texts(nlp: Language, text: str) -> None:
    check(nlp(text), text)


def test_the_scripts_of_the_world_mixed(nlp: Language) -> None:
    letters = [chr(c) for c in range(0x20000) if unicodedata.category(chr(c)).startswith("L")]
    text = " ".join("".join(letters[begin : begin + 5]) for begin in range(0, len(letters), 97)) + " said."
    assert len({unicodedata.name(letter, "?").split()[0] for letter in text if letter.isalpha()}) > 90
    check(nlp(text), text)


@pytest.mark.parametrize("unit", ["x", " ", "\n", "e\u0301", "Kyiv said. ", "\u202e(", "\x07"], ids=repr)
def test_a_paragraph_of_four_times_the_length_is_four_times_the_work(nlp: Language, unit: str) -> None:
    """Of the same character, of white space, or of sentences; no line ends in it. Tables of words fill up first."""
    short, long = unit * 1_500, unit * 6_000
    check(nlp(short), short)
    check(nlp(long), long)
    assert calls(lambda: nlp(long)) < 6 * calls(lambda: nlp(short)) + 1_000


@pytest.mark.parametrize("unit", ["x", " ", "e\u0301"], ids=repr)
def test_a_paragraph_of_a_megabyte_keeps_its_offsets(nlp: Language, unit: str) -> None:
    text = unit * (1_000_000 // len(unit))
    check(nlp(text), text)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=80))
def test_any_text_keeps_its_offsets(nlp: Language, text: str) -> None:
    check(nlp(text), text)


def test_half_a_surrogate_pair_is_replaced(nlp: Language) -> None:
    assert nlp("x \ud800 y").text == "x \ufffd y"


def test_long_reports_are_read_in_parts(nlp: Language) -> None:
    text = REPORT * 300
    check(nlp(text), text)


def test_missing_weights(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=r"labels\.json"):
        load_language(tmp_path)


@pytest.mark.parametrize("name", ["labels.json", "tokenizer.json", "model.onnx", "heads.npz"])
def test_damaged_weights(tmp_path: Path, name: str) -> None:
    for part in ("labels.json", "tokenizer.json", "model.onnx", "heads.npz"):
        shutil.copy(WEIGHTS / part, tmp_path / part)
    (tmp_path / name).write_bytes((tmp_path / name).read_bytes()[:100])
    with pytest.raises(ModelError, match="make train") as caught:
        load_language(tmp_path)
    assert name in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("words", [100, WORDS_AT_ONCE - 300])
def test_a_text_is_read_the_same_alone_and_in_company(nlp: Language, words: int) -> None:
    def repeated(many: int) -> str:
        return " ".join([REPORT] * (many // len(REPORT.split())))

    text = repeated(words)
    others = ["No one came.", REPORT.upper(), repeated(WORDS_AT_ONCE // 2)]
    alone = nlp(text)
    together = list(nlp.pipe([*others, text, *others]))[len(others)]
    assert [(t.tag_, t.dep_, t.head.i) for t in alone] == [(t.tag_, t.dep_, t.head.i) for t in together]
    assert np.array_equal(alone.user_data["certainty"], together.user_data["certainty"], equal_nan=True)
    assert alone.user_data["attributions"] == together.user_data["attributions"]
    assert np.array_equal(alone.user_data["antecedent"], together.user_data["antecedent"])
