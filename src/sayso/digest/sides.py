"""Who acts in an event, whom it befalls, what it is done with: scores of a small network for each noun beside it.

It is learnt from marks in real texts (`training/sides.py`) and looks at what all layers of the encoder make of the word
that tells the event and of the noun, and at features: short strings, such as how the one hangs on the other.
"""

from __future__ import annotations

import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from threadpoolctl import ThreadpoolController

from sayso.errors import ModelError

FILE = "sides.npz"
#: What a noun may be in an event, in the order of the scores.
ROLES = ("none", "actor", "recipient", "instrument")

Floats = NDArray[np.float32]


@dataclass(frozen=True)
class Network:
    """The weights: F features of K values, vectors of D values, H inner ones."""

    #: row of each feature
    features: Mapping[str, int]
    #: (F, K), and what each feature says by itself (F, roles)
    embedding: Floats
    direct: Floats
    #: (K + 3 D, H), (H,), (H, roles), (roles,)
    hidden: Floats
    hidden_bias: Floats
    out: Floats
    out_bias: Floats

    def scores(self, event: Floats, nouns: Floats, features: Sequence[Sequence[str]]) -> Floats:
        """Log probabilities (nouns, roles). `event` (D,), `nouns` (nouns, D), `features` of each noun; unknown ones say
        nothing.
        """
        known = [[self.features[name] for name in names if name in self.features] for names in features]
        embedded = np.array([self.embedding[rows].sum(0) for rows in known], np.float32)
        direct = np.array([self.direct[rows].sum(0) for rows in known], np.float32)
        told = np.broadcast_to(event, nouns.shape)
        inner = np.maximum(np.concatenate([embedded, told, nouns, told * nouns], 1) @ self.hidden + self.hidden_bias, 0)
        scores = inner @ self.out + self.out_bias + direct
        shifted = scores - scores.max(1, keepdims=True)
        return np.asarray(shifted - np.log(np.exp(shifted).sum(1, keepdims=True)), np.float32)


@dataclass(frozen=True)
class Sides:
    """The network with what the encoder makes of the words of one document, for its tokens."""

    network: Network
    #: (tokens, D): of each word as the one that tells an event, and as a noun beside one
    events: Floats
    nouns: Floats

    def scores(self, event: int, nouns: Sequence[int], features: Sequence[Sequence[str]]) -> Floats:
        """Log probabilities (nouns, roles) of the tokens `nouns` in what the token `event` tells.

        On one thread: for products this small more of them only wait for each other.
        """
        with _libraries().limit(limits=1, user_api="blas"):
            return self.network.scores(self.events[event], self.nouns[list(nouns)], features)


@cache
def _libraries() -> ThreadpoolController:
    return ThreadpoolController()


@lru_cache(maxsize=4)
def load_network(folder: Path) -> Network | None:
    """The network of a folder of weights, or None if it has none.

    Raises `ModelError` if it is damaged.
    """
    path = folder / FILE
    if not path.exists():
        return None
    try:
        with np.load(path) as arrays:
            names = arrays["features"].tobytes().decode().split("\n")
            values = {name: np.asarray(arrays[name], np.float32) for name in arrays if name != "features"}
            network = Network({name: row for row, name in enumerate(names)}, **values)
            nouns = np.zeros((1, (len(network.hidden) - network.embedding.shape[1]) // 3), np.float32)
            network.scores(nouns[0], nouns, [names])  # raises where the sizes do not fit
            return network
    except (OSError, ValueError, TypeError, zipfile.BadZipFile) as error:
        raise ModelError(f"cannot read the language model's {path.name} in {path.parent}: {error}") from error


def save_network(network: Network, folder: Path) -> None:
    """Write the network into a folder of weights, at half precision."""
    names = "\n".join(sorted(network.features, key=network.features.__getitem__))
    arrays = ("embedding", "direct", "hidden", "hidden_bias", "out", "out_bias")
    halves = {name: np.asarray(getattr(network, name), np.float16) for name in arrays}
    np.savez_compressed(folder / FILE, features=np.frombuffer(names.encode(), np.uint8), **halves)  # type: ignore[arg-type]
