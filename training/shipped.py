"""The weights of a shipped model as the state of a `Model`, so that training can go on without a checkpoint.

Checkpoints are large and do not ship. What 8 bits have rounded off is learnt again within a few hundred updates.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import numpy_helper
from torch import Tensor

Array = NDArray[np.generic]
_QUANTIZED = "_quantized"
#: Embeddings with one scale for all, and the table whose rows have scales of their own.
_TABLES = ("words", "positions", "shapes", "gaps")


def read_shipped(folder: Path) -> dict[str, Tensor]:
    """Names and values of `Model.state_dict()`, from `model.onnx` and `heads.npz` of a folder of weights."""
    graph = onnx.load(str(folder / "model.onnx")).graph
    values = {value.name: numpy_helper.to_array(value) for value in graph.initializer}
    state = {name.removeprefix("model."): value for name, value in values.items() if name.startswith("model.")}
    ends = (".weight", ".bias")
    state = {name: value for name, value in state.items() if name.endswith(ends) and ".linear." not in name}
    state |= {f"encoder.{table}.weight": _embedding(values, table) for table in _TABLES}
    state |= _products(graph, values)
    state["label"] = np.load(folder / "heads.npz")["label"]
    return {name: torch.from_numpy(np.array(value, np.float32)) for name, value in state.items()}


def _embedding(values: dict[str, Array], table: str) -> Array:
    name = f"model.encoder.{table}.weight"
    if name in values:
        return values[name]
    if name + _QUANTIZED in values:
        return _unrounded(values, name)
    return np.asarray(values[table].astype(np.float32) * values[f"{table}_scale"])


def _unrounded(values: dict[str, Array], name: str) -> Array:
    whole = values[name + _QUANTIZED].astype(np.float32) - values[name + "_zero_point"].astype(np.float32)
    return np.asarray(whole * values[name + "_scale"])


def _products(graph: onnx.GraphProto, values: dict[str, Array]) -> dict[str, Array]:
    """Weights of every linear layer, named by the bias that is added to the product."""
    after: dict[str, list[onnx.NodeProto]] = {}
    for node in graph.node:
        for name in node.input:
            after.setdefault(name, []).append(node)
    found: dict[str, Array] = {}
    for node in graph.node:
        if node.op_type == "MatMulInteger":
            weights = _unrounded(values, node.input[1].removesuffix(_QUANTIZED)).T
            layer = _bias(node, after, values).removeprefix("model.").removesuffix(".bias")
            found |= _plain(layer, weights, values)
    return found


def _bias(node: onnx.NodeProto, after: dict[str, list[onnx.NodeProto]], values: dict[str, Array]) -> str:
    """The bias that is added to a product, behind the nodes that scale it."""
    while node.op_type != "Add":
        node = next(n for n in after[node.output[0]] if n.op_type in {"Cast", "Mul", "Add"})
    return next(name for name in node.input if name in values)


def _plain(layer: str, weights: Array, values: dict[str, Array]) -> dict[str, Array]:
    """Weights of a layer; those of one whose inputs were made even (`quantize.Even`) without that."""
    own = layer.removesuffix(".linear")
    if own == layer:
        return {f"{layer}.weight": weights}
    return {f"{own}.weight": weights * values[f"model.{own}.factor"], f"{own}.bias": values[f"model.{layer}.bias"]}
