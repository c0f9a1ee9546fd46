"""The encoder and its heads: an ONNX graph with 8-bit weights, run on windows of words."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from tokenizers import Tokenizer

from sayso.digest._model.pieces import GAPS, PieceTable, pack
from sayso.digest._model.windows import Window, cut_strength, cut_windows
from sayso.errors import ModelError

FORMAT = 1
_SAME_LINE, _PARAGRAPH = GAPS.index("space"), GAPS.index("paragraph")
_CLOSING = frozenset(('"', "”", "''", "’", "'"))

Floats = NDArray[np.float32]


@dataclass(frozen=True)
class Words:
    """The words of one report, or of a part of it: their forms, and the white space before each (index into `GAPS`)."""

    forms: list[str]
    gaps: NDArray[np.int8]
    #: The first word behind the dateline, which begins a sentence though it stands in the same line; -1 for none.
    body: int = -1


@dataclass(frozen=True)
class Encoded:
    """What the heads say of words in a row: arrays (words, size), and where cores begin."""

    tags: dict[str, Floats]
    vectors: dict[str, Floats]
    #: Word indices, first of them 0, at which the cores of the windows begin.
    cores: NDArray[np.int64]


class Encoder:
    """Words to the outputs of all heads."""

    def __init__(self, folder: Path, *, threads: int = 1) -> None:
        self.labels: dict[str, Any] = _read_labels(folder / "labels.json")
        self.table = PieceTable(_read_tokenizer(folder / "tokenizer.json"))
        self.label_weights = _read_label_weights(folder / "heads.npz")
        self._session = _open_session(folder / "model.onnx", threads)

    def windows(self, words: Words) -> tuple[list[Window], Inputs]:
        """Windows of one report and what they are cut from."""
        found = self.table(words.forms)
        pieces, starts = pack([p for p, _ in found])
        shapes = np.array([s for _, s in found], np.int64) + 1
        after_comma = _after_comma(words)
        forced = np.asarray(words.gaps == _PARAGRAPH, np.bool_)
        if words.body >= 0:
            forced[words.body] = True
        inputs = Inputs(
            pieces.astype(np.int64),
            starts.astype(np.int64),
            shapes,
            words.gaps.astype(np.int64) + 1,
            after_comma,
            forced,
        )
        return cut_windows(inputs.starts, cut_strength(words.forms, words.gaps)), inputs

    def encode(self, windows: Sequence[tuple[Window, Inputs]]) -> Encoded:
        """The cores of windows, one after another; the windows may come from several reports."""
        sizes = np.array([w.core_end - w.core_first for w, _ in windows], np.int64)
        offsets = np.concatenate([np.zeros(1, np.int64), np.cumsum(sizes)])
        layout = self.labels["layout"]
        tags = np.empty((int(offsets[-1]), _width(layout["tags"])), np.float32)
        vectors = np.empty((int(offsets[-1]), _width(layout["vectors"])), np.float32)
        for i, (window, inputs) in enumerate(windows):
            core = slice(offsets[i], offsets[i + 1])
            tags[core], vectors[core] = self._session.run(["tags", "vectors"], self.feed(window, inputs))
        return Encoded(_views(tags, layout["tags"]), _views(vectors, layout["vectors"]), offsets[:-1])

    def feed(self, window: Window, inputs: Inputs) -> dict[str, NDArray[np.int64]]:
        """Inputs of the graph: one row of pieces, and the first pieces of the core words.

        A call takes one window: 8-bit sums are scaled by the largest value of the whole call, so that a window read
        together with others would be read a little differently than alone. It is no slower.
        """
        begin, end = inputs.starts[window.first], inputs.starts[window.end]
        size = int(end - begin)
        at = inputs.starts[window.first : window.end] - begin + 1
        pieces, shapes, gaps = (np.zeros((1, size + 2), np.int64) for _ in range(3))
        pieces[0, 0], pieces[0, 1 + size] = self.table.begin, self.table.end
        pieces[0, 1 : 1 + size] = inputs.pieces[begin:end]
        lengths = np.diff(inputs.starts[window.first : window.end + 1])
        shapes[0, 1 : 1 + size] = np.repeat(inputs.shapes[window.first : window.end], lengths)
        gaps[0, at] = inputs.gaps[window.first : window.end]
        firsts = at[window.core_first - window.first : window.core_end - window.first]
        return {"pieces": pieces, "shapes": shapes, "gaps": gaps, "firsts": firsts}


@dataclass(frozen=True)
class Inputs:
    """Pieces of one report; `starts[i]` is the first piece of word i. Shapes and gaps of words, from 1 on."""

    pieces: NDArray[np.int64]
    starts: NDArray[np.int64]
    shapes: NDArray[np.int64]
    gaps: NDArray[np.int64]
    #: Words after a comma, or after a comma and a closing quotation mark, on the same line: no sentence begins there.
    after_comma: NDArray[np.bool_]
    #: Words that begin a sentence whatever the model says.
    forced: NDArray[np.bool_]


def _after_comma(words: Words) -> NDArray[np.bool_]:
    comma = np.array([form == "," for form in words.forms], np.bool_)
    quote = np.array([form in _CLOSING for form in words.forms], np.bool_)
    after = np.append(False, comma[:-1])[: len(comma)]
    after |= np.append(False, (quote & after)[:-1])[: len(comma)]
    return np.asarray(after & (words.gaps <= _SAME_LINE))


def _width(layout: dict[str, list[int]]) -> int:
    return max(end for _, end in layout.values())


def _views(values: Floats, layout: dict[str, list[int]]) -> dict[str, Floats]:
    return {name: values[:, start:end] for name, (start, end) in layout.items()}


def _missing(path: Path, reason: object) -> ModelError:
    return ModelError(
        f"cannot read the language model's {path.name} in {path.parent}: {reason}; install sayso again,"
        " or make the weights with `make train`"
    )


def _read_labels(path: Path) -> dict[str, Any]:
    try:
        labels: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise _missing(path, error) from error
    if not isinstance(labels, dict) or labels.get("format") != FORMAT:
        raise _missing(path, f"it is not of format {FORMAT}")
    return labels


def _read_tokenizer(path: Path) -> Tokenizer:
    try:
        tokenizer = Tokenizer.from_str(path.read_text(encoding="utf-8"))
    except Exception as error:  # the library raises bare Exception for what it cannot parse
        raise _missing(path, error) from error
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer


def _read_label_weights(path: Path) -> Floats:
    try:
        with np.load(path) as arrays:
            return np.asarray(arrays["label"], np.float32)
    except (OSError, ValueError, KeyError, zipfile.BadZipFile) as error:
        raise _missing(path, error) from error


def _open_session(path: Path, threads: int) -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    try:
        return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
    except Exception as error:  # onnxruntime has no common base class for its errors
        raise _missing(path, error) from error
