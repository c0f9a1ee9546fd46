"""A reading of some words, for tests of extraction."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import sayso
from sayso.digest.language import WEIGHTS
from sayso.model import Reading

Read = Callable[..., Reading]


@pytest.fixture(scope="session")
def read() -> Read:
    if not (WEIGHTS / "model.onnx").exists():
        pytest.skip("the language model is not here: see training/")
    return sayso.read
