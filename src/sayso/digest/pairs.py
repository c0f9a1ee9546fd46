"""Small networks over pairs of words: an event and a noun beside it, a place or time anywhere in the report, or another
event; a pronoun or noun and what was spoken of before.

They are learnt from marks in real texts and look at what all layers of the encoder make of the word that tells the
event and of the other word, and at features: short strings, such as how the one hangs on the other. `sides` says who
acts in an event, whom it befalls and what it is done with (`training/sides.py`), `places` and `times` where and when it
was (`training/grounds.py`), `same` whether two words tell one event (`training/same.py`), `pronouns` and `phrases` whom
a pronoun or definite noun phrase stands for (`training/antecedents.py`), `verdicts`, for a word and its sentence, what
type of act it tells, if any, and what became of it (`training/verdicts.py`).
"""

from __future__ import annotations

import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from itertools import chain, islice
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc, Token
from threadpoolctl import ThreadpoolController

from sayso.errors import ModelError

#: The columns that the encoder's graph gives for the two words of each network.
COLUMNS = {
    "sides": ("sides_event", "sides_noun"),
    "places": ("places_event", "places_name"),
    "times": ("times_event", "times_words"),
    "same": ("same_later", "same_earlier"),
    "pronouns": ("pronouns_word", "pronouns_other"),
    "phrases": ("phrases_word", "phrases_other"),
    "verdicts": ("verdicts_word", "verdicts_sentence"),
}
#: What a noun may be in an event, in the order of the scores of `sides`.
ROLES = ("none", "actor", "recipient", "instrument")

#: All but `sides` learnt from whole reports: of a text with fewer sentences the rules know more.
SENTENCES = 4

Floats = NDArray[np.float32]


def is_whole(doc: Doc) -> bool:
    """Whether the text is long enough for the networks that learnt from whole reports."""
    return sum(1 for _ in islice(doc.sents, SENTENCES)) == SENTENCES


@dataclass(frozen=True)
class Network:
    """The weights: F features of K values, vectors of D values, H inner ones, scores of `roles` things."""

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

    def scores(self, event: Floats, others: Floats, features: Sequence[Sequence[str]]) -> Floats:
        """Scores (others, roles). `event` (D,), `others` (others, D), `features` of each; unknown ones say nothing."""
        rows = [[row for name in names if (row := self.features.get(name)) is not None] for names in features]
        sums = _sums(self._table, rows)
        k, d = self.embedding.shape[1], len(event)
        words = np.concatenate([sums[:, :k], others, event * others], 1)
        of_event = event @ self.hidden[k : k + d] + self.hidden_bias
        inner = np.maximum(words @ self._beside + of_event, 0)
        return np.asarray(inner @ self.out + self.out_bias + sums[:, k:], np.float32)

    @cached_property
    def _table(self) -> Floats:
        """Both values of each feature side by side (F, K + roles)."""
        return np.concatenate([self.embedding, self.direct], 1)

    @cached_property
    def _beside(self) -> Floats:
        """What the inner layer makes of all but the event's own word, of which there is one for all others."""
        k = self.embedding.shape[1]
        d = (len(self.hidden) - k) // 3
        return np.concatenate([self.hidden[:k], self.hidden[k + d :]])


def _sums(table: Floats, rows: Sequence[Sequence[int]]) -> Floats:
    """For each list of rows their sum (lists, columns); 0 for none."""
    found = np.zeros((len(rows), table.shape[1]), np.float32)
    sizes = np.array([len(one) for one in rows], np.int64)
    filled = np.flatnonzero(sizes)
    if len(filled):
        starts = np.concatenate([np.zeros(1, np.int64), np.cumsum(sizes[filled])[:-1]])
        found[filled] = np.add.reduceat(table[np.fromiter(chain.from_iterable(rows), np.int64)], starts)
    return found


@dataclass(frozen=True)
class Pairs:
    """A network with what the encoder makes of the words of one document, for its tokens."""

    network: Network
    #: (tokens, D): of each word as the one that tells an event, and as the other one
    events: Floats
    others: Floats

    def odds(self, event: int, others: Sequence[int], features: Sequence[Sequence[str]]) -> Floats:
        """Scores (others, roles) of the tokens `others` in what the token `event` tells, as they are.

        On one thread: for products this small more of them only wait for each other.
        """
        with _libraries().limit(limits=1, user_api="blas"):
            return self.network.scores(self.events[event], self.others[list(others)], features)

    def in_sentence(self, head: Token, features: Sequence[str]) -> Floats:
        """Scores (roles,) of a token beside its sentence, which is the mean of its words."""
        words = [token.i for token in head.sent if not token.is_space]
        with _libraries().limit(limits=1, user_api="blas"):
            mean = self.others[words].mean(0, keepdims=True)
            return np.asarray(self.network.scores(self.events[head.i], mean, [features])[0], np.float32)

    def scores(self, event: int, others: Sequence[int], features: Sequence[Sequence[str]], *, axis: int = 1) -> Floats:
        """The same as log probabilities: over the roles of each, or over the others for each role (`axis` 0)."""
        scores = self.odds(event, others, features)
        shifted = scores - scores.max(axis, keepdims=True)
        return np.asarray(shifted - np.log(np.exp(shifted).sum(axis, keepdims=True)), np.float32)


@cache
def _libraries() -> ThreadpoolController:
    return ThreadpoolController()


@lru_cache(maxsize=12)
def load_network(folder: Path, name: str) -> Network | None:
    """The network of that name in a folder of weights, or None if it has none.

    Raises `ModelError` if it is damaged.
    """
    path = folder / f"{name}.npz"
    if not path.exists():
        return None
    try:
        with np.load(path) as arrays:
            names = arrays["features"].tobytes().decode().split("\n")
            values = {name: np.asarray(arrays[name], np.float32) for name in arrays if name != "features"}
            network = Network({name: row for row, name in enumerate(names)}, **values)
            others = np.zeros((1, (len(network.hidden) - network.embedding.shape[1]) // 3), np.float32)
            network.scores(others[0], others, [names])  # raises where the sizes do not fit
            return network
    except (OSError, ValueError, TypeError, zipfile.BadZipFile) as error:
        raise ModelError(f"cannot read the language model's {path.name} in {path.parent}: {error}") from error


def save_network(network: Network, folder: Path, name: str) -> None:
    """Write the network into a folder of weights, at half precision."""
    names = "\n".join(sorted(network.features, key=network.features.__getitem__))
    arrays = ("embedding", "direct", "hidden", "hidden_bias", "out", "out_bias")
    halves = {name: np.asarray(getattr(network, name), np.float16) for name in arrays}
    np.savez_compressed(folder / f"{name}.npz", features=np.frombuffer(names.encode(), np.uint8), **halves)  # type: ignore[arg-type]
