"""Words: treebank conventions, any input, exact offsets."""

from __future__ import annotations

import pytest
import spacy

from sayso.digest._model.lemmas import features_of, lemma_of
from sayso.digest._model.words import LONGEST_RUN, SafeTokenizer, tune_tokenizer


@pytest.fixture(scope="module")
def tokenizer() -> SafeTokenizer:
    nlp = spacy.blank("en")
    tune_tokenizer(nlp)
    return SafeTokenizer(nlp)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Lt. Col. Smith re-elected", "Lt. Col. Smith re-elected"),
        ("an oil-rich pro-Beijing bloc", "an oil - rich pro-Beijing bloc"),
        ("U.N.-backed talks", "U.N. - backed talks"),
        ("troops/police, $5bn", "troops / police , $ 5bn"),
        ("-----== they don't", "----- == they do n't"),
        ("GEN. BILA SAID", "GEN. BILA SAID"),
        ("U.K.-Kenya talks (TKI)—J.-P. Roe", "U.K. - Kenya talks ( TKI ) — J.-P. Roe"),
    ],
)
def test_words_as_in_the_treebanks(tokenizer: SafeTokenizer, text: str, words: str) -> None:
    assert " ".join(token.text for token in tokenizer(text)) == words


@pytest.mark.parametrize(
    "text", ["x" * 1000, "a " + "(" * 1000 + " b", "é" * 999 + "\n\n" + "z" * 500, "/" * LONGEST_RUN]
)
def test_long_runs_are_cut_and_kept(tokenizer: SafeTokenizer, text: str) -> None:
    doc = tokenizer(text)
    assert doc.text == text
    assert max(len(token) for token in doc) <= LONGEST_RUN


@pytest.mark.parametrize(
    ("word", "part", "tag", "lemma"),
    [
        ("killed", "VERB", "VBN", "kill"),
        ("is", "AUX", "VBZ", "be"),
        ("’re", "AUX", "VBP", "be"),
        ("n't", "PART", "RB", "not"),
        ("troops", "NOUN", "NNS", "troop"),
        ("Nations", "PROPN", "NNPS", "Nation"),
        ("Russian", "ADJ", "JJ", "Russian"),
        ("limited", "ADJ", "JJ", "limited"),
        ("worse", "ADJ", "JJR", "bad"),
        ("them", "PRON", "PRP", "they"),
        ("left", "VERB", "VBD", "leave"),
        ("shot", "VERB", "VBN", "shoot"),
        ("writing", "VERB", "VBG", "write"),
        ("thinking", "VERB", "VBG", "think"),
        ("finding", "VERB", "VBG", "find"),
        ("firing", "VERB", "VBG", "fire"),
        ("killing", "VERB", "VBG", "kill"),
        ("setting", "VERB", "VBG", "set"),
        ("means", "VERB", "VBZ", "mean"),
        ("vowed", "VERB", "VBP", "vow"),
        ("succeed", "VERB", "VB", "succeed"),
        ("passes", "VERB", "VBZ", "pass"),
        ("lives", "NOUN", "NNS", "life"),
        ("thieves", "NOUN", "NNS", "thief"),
        ("headquarters", "NOUN", "NN", "headquarters"),
        ("series", "NOUN", "NN", "series"),
        ("drones", "NOUN", "NN", "drone"),
        ("quadcopters", "NOUN", "NNS", "quadcopter"),
        ("REBELS", "PROPN", "NNS", "rebel"),
        ("cancelled", "VERB", "VBN", "cancel"),
        ("mutinied", "VERB", "NN", "mutiny"),
        ("thanks", "VERB", "VBP", "thank"),
        ("raising", "VERB", "VB", "raise"),
    ],
)
def test_lemmas(word: str, part: str, tag: str, lemma: str) -> None:
    assert lemma_of(word, part, tag) == lemma


def test_features() -> None:
    assert features_of("said", "VBD") == "Tense=Past|VerbForm=Fin"
    assert features_of("We", "PRP") == "Number=Plur|Person=1"
    assert features_of("and", "CC") == ""
