"""The network for the sides of events: what it computes, and how it comes from its file."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from sayso.digest.language import WEIGHTS, load_language
from sayso.digest.sides import FILE, ROLES, Network, Sides, load_network, save_network
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


def test_scores_are_log_probabilities_of_the_roles(network: Network) -> None:
    nouns = np.array([[1, 0, 2], [0, 1, 1]], np.float32)
    scores = network.scores(np.ones(3, np.float32), nouns, [["case=by"], ["kind=person", "case=by"]])
    assert scores.shape == (2, len(ROLES))
    assert np.exp(scores).sum(1) == pytest.approx(1, abs=1e-5)


def test_a_feature_that_was_never_learnt_says_nothing(network: Network) -> None:
    event, nouns = np.ones(3, np.float32), np.ones((1, 3), np.float32)
    alone, beside = network.scores(event, nouns, [[]]), network.scores(event, nouns, [["case=under"]])
    assert alone.tolist() == beside.tolist() != network.scores(event, nouns, [["case=by"]]).tolist()


def test_a_noun_is_judged_alone_as_beside_others(network: Network) -> None:
    sides = Sides(network, np.ones((3, 3), np.float32), np.arange(9, dtype=np.float32).reshape(3, 3) / 9)
    both = sides.scores(0, [1, 2], [["case=by"], []])
    assert both[1] == pytest.approx(sides.scores(0, [2], [[]])[0], abs=1e-5)


def test_it_comes_back_from_its_file(network: Network, tmp_path: Path) -> None:
    save_network(network, tmp_path)
    back = load_network(tmp_path)
    assert back is not None and back.features == network.features
    assert back.hidden == pytest.approx(network.hidden, abs=1e-2)


def test_weights_without_it_do_without_and_damaged_ones_are_told(network: Network, tmp_path: Path) -> None:
    (tmp_path / "without").mkdir()
    assert load_network(tmp_path / "without") is None
    (tmp_path / FILE).write_bytes(b"no archive")
    with pytest.raises(ModelError, match=FILE):
        load_network(tmp_path)
    wrong = replace(network, hidden=np.ones((2, 2), np.float32))
    (tmp_path / "wrong").mkdir()
    save_network(wrong, tmp_path / "wrong")
    with pytest.raises(ModelError, match=FILE):
        load_network(tmp_path / "wrong")


@pytest.mark.model
def test_documents_have_it_and_empty_ones_too() -> None:
    assert load_network(WEIGHTS) is not None
    for text in ("", " ", "Rebels shelled the port of Bria."):
        doc = load_language()(text)
        assert len(doc.user_data["sides"].events) == len(doc.user_data["when"]) == len(doc)
