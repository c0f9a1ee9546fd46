"""The language model's word on whether violence is meant literally, beside what the codebook's classes say."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from sayso.codebook.codebook import Codebook, load_codebook
from sayso.codebook.match import find_triggers
from sayso.digest.language import load_language

pytestmark = pytest.mark.model
ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def codebook() -> Codebook:
    return load_codebook()


def types(text: str, codebook: Codebook) -> set[str]:
    return {trigger.frame.type for trigger in find_triggers(load_language()(text), codebook)}


@pytest.mark.parametrize(
    "text",
    [
        "Nobody in the party can beat Ms. Oyelaran in the primary.",
        "The senator hit back at critics who attacked his record on farm prices.",
        "Norrland bombarded the visitors' goal in the second half and won 4-1.",
        "Shares of the brewer took a beating after the bank cut its forecast.",
        "The rector clashed with the dean over the rent of the market hall.",
    ],
)
def test_campaigns_matches_and_markets_tell_no_violence(codebook: Codebook, text: str) -> None:
    assert "ASSAULT" not in types(text, codebook)


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen attacked a polling station in Bria during the primary.",
        "Herders clashed with militiamen over a well near the market.",
        "The coach was beaten by masked men outside the stadium on Sunday night.",
        "Militia fighters hit two clinics in Bor with rockets.",
        "She recalled the attacks on the villages around Bria.",
    ],
)
def test_violence_in_the_same_words_stays_violence(codebook: Codebook, text: str) -> None:
    assert "ASSAULT" in types(text, codebook)


@pytest.mark.parametrize("word", ["counteroffensive", "shelling", "airstrike"])
def test_words_that_are_hardly_ever_figures_need_nothing_beside_them(codebook: Codebook, word: str) -> None:
    assert "ASSAULT" in types(f"A {word} near Bria is believed to be imminent.", codebook)


def test_without_the_head_the_classes_alone_decide(codebook: Codebook) -> None:
    doc = load_language()("Rebels attacked the garrison. The striker attacked the goal.")
    del doc.user_data["literal"]
    assert [trigger.head.i for trigger in find_triggers(doc, codebook)] == [1]


def test_odds_are_the_same_alone_and_in_a_batch() -> None:
    nlp = load_language()
    texts = ["Rebels shelled the port of Bria.", "", "The keeper saved two shots. Her team won."]
    for doc, text in zip(nlp.pipe(texts), texts, strict=True):
        assert doc.user_data["literal"].tolist() == nlp(text).user_data["literal"].tolist()


def test_every_mark_that_taught_the_head_is_one_of_our_sentences_or_of_a_corpus_that_stays_outside() -> None:
    rows = [
        line.split("\t")
        for line in (ROOT / "training/data/literal.tsv").read_text(encoding="utf-8").splitlines()
        if not line.startswith("#")
    ]
    gold = {
        (path.stem, record["id"]): record["text"]
        for path in (ROOT / "tests/gold").glob("*.jsonl")
        if path.stem in ("traps", "violence", "violence_more")
        for record in map(json.loads, path.read_text(encoding="utf-8").splitlines())
    }
    own = [row for row in rows if (row[0], row[1]) in gold]
    assert all(gold[corpus, name][int(at) :][:1].isalpha() for corpus, name, at, _ in own)
    assert {row[0] for row in rows} - {row[0] for row in own} == {"ecbplus", "geo", "polnear", "public_reports", "time"}
    assert len({tuple(row[:3]) for row in rows}) == len(rows)
