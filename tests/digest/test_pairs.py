"""The networks over pairs of words: what one computes, and how it comes from its file."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from sayso.digest.language import WEIGHTS, load_language
from sayso.digest.pairs import COLUMNS, ROLES, Network, Pairs, load_network, save_network
from sayso.errors import ModelError


@pytest.fixture
def network() -> Network:
    """Two features of two values, vectors of three values, four inner ones."""
    random = np.random.default_rng(7)
    shapes = {
        "embedding": (2, 2), "direct": (2, 4), "hidden": (11, 4), "hidden_bias": (4,), "out": (4, 4), "out_bias": (4,),
    }  # fmt: skip
    values = {name: random.normal(size=shape).astype(np.float32) for name, shape in shapes.items()}
    return Network({"case=by": 0, "kind=person": 1}, **values)


@pytest.fixture
def pairs(network: Network) -> Pairs:
    return Pairs(network, np.ones((3, 3), np.float32), np.arange(9, dtype=np.float32).reshape(3, 3) / 9)


def test_scores_are_log_probabilities_of_the_roles_or_of_the_others(pairs: Pairs) -> None:
    features = [["case=by"], ["kind=person", "case=by"]]
    scores = pairs.scores(0, [1, 2], features)
    assert scores.shape == (2, len(ROLES))
    assert np.exp(scores).sum(1) == pytest.approx(1, abs=1e-5)
    assert np.exp(pairs.scores(0, [1, 2], features, axis=0)).sum(0) == pytest.approx(1, abs=1e-5)


def test_odds_are_the_same_before_they_are_made_to_sum_to_one(pairs: Pairs) -> None:
    features = [["case=by"], ["kind=person", "case=by"]]
    odds, scores = pairs.odds(0, [1, 2], features), pairs.scores(0, [1, 2], features)
    assert odds - odds[:, :1] == pytest.approx(scores - scores[:, :1], abs=1e-5)


def test_a_feature_that_was_never_learnt_says_nothing(network: Network) -> None:
    event, nouns = np.ones(3, np.float32), np.ones((1, 3), np.float32)
    alone, beside = network.scores(event, nouns, [[]]), network.scores(event, nouns, [["case=under"]])
    assert alone.tolist() == beside.tolist() != network.scores(event, nouns, [["case=by"]]).tolist()


def test_a_noun_is_judged_alone_as_beside_others(pairs: Pairs) -> None:
    both = pairs.scores(0, [1, 2], [["case=by"], []])
    assert both[1] == pytest.approx(pairs.scores(0, [2], [[]])[0], abs=1e-5)


def test_it_comes_back_from_its_file(network: Network, tmp_path: Path) -> None:
    save_network(network, tmp_path, "sides")
    back = load_network(tmp_path, "sides")
    assert back is not None and back.features == network.features
    assert back.hidden == pytest.approx(network.hidden, abs=1e-2)


def test_weights_without_it_do_without_and_damaged_ones_are_told(network: Network, tmp_path: Path) -> None:
    (tmp_path / "without").mkdir()
    assert load_network(tmp_path / "without", "sides") is None
    (tmp_path / "sides.npz").write_bytes(b"no archive")
    with pytest.raises(ModelError, match=r"sides\.npz"):
        load_network(tmp_path, "sides")
    wrong = replace(network, hidden=np.ones((2, 2), np.float32))
    (tmp_path / "wrong").mkdir()
    save_network(wrong, tmp_path / "wrong", "sides")
    with pytest.raises(ModelError, match=r"sides\.npz"):
        load_network(tmp_path / "wrong", "sides")


@pytest.mark.model
@pytest.mark.parametrize("name", COLUMNS)
def test_documents_have_them_and_empty_ones_too(name: str) -> None:
    assert load_network(WEIGHTS, name) is not None
    for text in ("", " ", "Rebels shelled the port of Bria."):
        doc = load_language()(text)
        assert len(doc.user_data[name].events) == len(doc.user_data["when"]) == len(doc)
