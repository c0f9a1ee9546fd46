"""What every layer of the finished encoder makes of words, and heads on top of all layers put into its graph.

A head is one matrix: for each word the values of the six layers, one after another, times the matrix, plus a bias, are
columns of the output "tags" or "vectors". Several heads stand side by side; a head of the same name is replaced.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Literal

import numpy as np
import onnx
import onnxruntime
from numpy.typing import NDArray
from onnx import NodeProto, TensorProto, helper, numpy_helper
from spacy.tokens import Doc

from sayso.digest.language import ReadingComponent, load_language, words_of
from training.model import HIDDEN

#: Names of the rows of all layers in the graph begin so; those of a head with its own name.
ROWS = "layers/"

Floats = NDArray[np.float32]


class Layers:
    """What every layer of the encoder makes of the words of a document."""

    def __init__(self, weights: Path) -> None:
        self.nlp = load_language(weights)
        component = self.nlp.get_pipe("sayso_reader")
        assert isinstance(component, ReadingComponent)
        self._encoder = component.reader.encoder
        graph = onnx.load(weights / "model.onnx")
        self._names = layer_outputs(graph)
        for name in self._names:
            graph.graph.output.append(helper.make_tensor_value_info(name, TensorProto.FLOAT, None))
        self._session = onnxruntime.InferenceSession(graph.SerializeToString(), providers=["CPUExecutionProvider"])

    def __call__(self, doc: Doc) -> tuple[NDArray[np.int64], Floats]:
        """Tokens of the words, and (words, layers × HIDDEN)."""
        words, tokens = words_of(doc)
        windows, inputs = self._encoder.windows(words)
        rows = []
        for window in windows:
            feed = self._encoder.feed(window, inputs)
            layers = self._session.run(self._names, feed)
            rows.append(np.concatenate([layer[0][feed["firsts"]] for layer in layers], 1))
        return tokens, np.concatenate(rows)


def layer_outputs(graph: onnx.ModelProto) -> list[str]:
    """The last value of each layer, in order."""
    return [node.output[0] for node in graph.graph.node if node.name.endswith("down_norm/LayerNormalization")]


def put_head(
    folder: Path, name: str, weights: Floats, bias: Floats, output: Literal["tags", "vectors"], columns: Sequence[str]
) -> None:
    """Put a head into model.onnx, and into labels.json where its columns stand.

    `weights` (layers × HIDDEN, n), kept at half precision, and `bias` (n,); the n columns are shared out evenly among
    the names of `columns`.
    """
    path = folder / "model.onnx"
    model = onnx.load(path)
    _remove(model, f"{name}/")
    rows = _rows(model)
    constants = {"weights": np.ascontiguousarray(weights, np.float16), "bias": np.asarray(bias, np.float32)}
    model.graph.initializer.extend(numpy_helper.from_array(a, f"{name}/{part}") for part, a in constants.items())
    whole, product, scores = f"{name}/whole", f"{name}/product", f"{name}/scores"
    last = next(i for i, node in enumerate(model.graph.node) if output in node.output)
    nodes = [
        helper.make_node("Cast", [f"{name}/weights"], [whole], name=whole, to=TensorProto.FLOAT),
        helper.make_node("MatMul", [rows, whole], [product], name=product),
        helper.make_node("Add", [product, f"{name}/bias"], [scores], name=scores),
    ]
    _insert(model, last, nodes)
    model.graph.node[last + len(nodes)].input.append(scores)
    for value in model.graph.output:
        if value.name == output:
            value.type.tensor_type.shape.dim[1].ClearField("dim_value")  # more than before
    onnx.checker.check_model(model)
    onnx.save(model, path)
    _name_columns(folder / "labels.json", output, columns, len(bias))


def _rows(model: onnx.ModelProto) -> str:
    """The node that gives the rows of all layers for the words, put in where it is not there yet."""
    name = f"{ROWS}rows"
    if any(node.name == name for node in model.graph.node):
        return name
    model.graph.initializer.append(numpy_helper.from_array(np.array([-1, HIDDEN], np.int64), f"{ROWS}shape"))
    nodes = []
    for number, layer in enumerate(layer_outputs(model)):
        flat, row = f"{ROWS}flat.{number}", f"{ROWS}row.{number}"
        nodes.append(helper.make_node("Reshape", [layer, f"{ROWS}shape"], [flat], name=flat))
        nodes.append(helper.make_node("Gather", [flat, "firsts"], [row], name=row, axis=0))
    rows = [node.output[0] for node in nodes if node.op_type == "Gather"]
    nodes.append(helper.make_node("Concat", rows, [name], name=name, axis=1))
    _insert(model, next(i for i, node in enumerate(model.graph.node) if "tags" in node.output), nodes)
    return name


def _insert(model: onnx.ModelProto, at: int, nodes: list[NodeProto]) -> None:
    for node in reversed(nodes):
        model.graph.node.insert(at, node)


def _remove(model: onnx.ModelProto, prefix: str) -> None:
    for node in [node for node in model.graph.node if node.name.startswith(prefix)]:
        model.graph.node.remove(node)
    for constant in [one for one in model.graph.initializer if one.name.startswith(prefix)]:
        model.graph.initializer.remove(constant)
    for node in model.graph.node:
        for name in [name for name in node.input if name.startswith(prefix)]:
            node.input.remove(name)


def _name_columns(path: Path, output: str, columns: Sequence[str], size: int) -> None:
    """A head that is replaced leaves its place; all that stood behind it move up, and it comes last."""
    labels = json.loads(path.read_text(encoding="utf-8"))
    layout = labels["layout"][output]
    widths = {name: end - start for name, (start, end) in sorted(layout.items(), key=lambda item: item[1])}
    for name in columns:
        widths.pop(name, None)
    widths |= dict.fromkeys(columns, size // len(columns))
    at = 0
    labels["layout"][output] = {}
    for name, width in widths.items():
        labels["layout"][output][name] = [at, at + width]
        at += width
    path.write_text(json.dumps(labels) + "\n", encoding="utf-8")
