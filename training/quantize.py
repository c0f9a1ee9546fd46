"""8-bit weights that lose little: products with even inputs, and embeddings with a scale for each row.

onnxruntime takes one scale for all inputs of a product. A few columns are ten times as large as the others and leave
these few of the 256 steps. So every column is divided by a number of its own before the product, and the weights that
it meets are multiplied by it (SmoothQuant, Xiao et al. 2023): the same product, with inputs of about the same size.
"""

from __future__ import annotations

import copy
import random
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from sayso.digest._model.pieces import PieceTable
from training.batches import Batch, Collator, cut_windows
from training.model import Model
from training.own_data import read_names
from training.prepare import prepare
from training.texts import read_text

#: The products of a layer, and how much of a column's size goes from its inputs to its weights (0 none, 1 all), chosen
#: by how far the outputs move from the float ones.
PRODUCTS = ("qkv", "mix", "up", "down")
SHARE = 0.8
_EMBEDDINGS = "model.encoder.words.weight"


class Even(nn.Module):
    """A linear layer whose inputs are divided by `by`, and its weights multiplied."""

    def __init__(self, linear: nn.Linear, by: Tensor) -> None:
        super().__init__()
        self.linear = copy.deepcopy(linear)
        self.linear.weight.data *= by
        self.register_buffer("factor", 1 / by)

    def forward(self, x: Tensor) -> Tensor:
        """The same as the layer it was made from."""
        out: Tensor = self.linear(x * self.factor)
        return out


def own_windows(table: PieceTable) -> Iterator[Batch]:
    """Our own sentences as full windows: what the inputs of the products look like."""
    document, _ = read_text("own", "own", "\n\n".join(marked.text for marked in read_names("train")))
    windows = list(cut_windows(prepare(document, table), random.Random(0)))
    collator = Collator(table, augment=False)
    for begin in range(0, len(windows), 8):
        yield collator(windows[begin : begin + 8], 0)


def largest_inputs(model: Model, table: PieceTable) -> dict[nn.Module, Tensor]:
    """The largest value of every input column of every product of the encoder."""
    found: dict[nn.Module, Tensor] = {}

    def look(module: nn.Module, inputs: tuple[Tensor]) -> None:
        largest = inputs[0].abs().flatten(0, -2).amax(0)
        found[module] = torch.maximum(found.get(module, largest), largest)

    products = [getattr(layer, name) for layer in model.encoder.layers for name in PRODUCTS]
    hooks = [product.register_forward_pre_hook(look) for product in products]
    with torch.no_grad():
        for batch in own_windows(table):
            model.encoder(batch.pieces, batch.shapes, batch.gaps)
    for hook in hooks:
        hook.remove()
    return found


def evened(model: Model, table: PieceTable) -> Model:
    """The same model with even inputs of the encoder's products."""
    inputs = largest_inputs(model, table)
    factors: dict[str, dict[int, Tensor]] = defaultdict(dict)
    for number, layer in enumerate(model.encoder.layers):
        for name in PRODUCTS:
            product = getattr(layer, name)
            weights = product.weight.detach().abs().amax(0).clamp(min=1e-5)
            by = inputs[product].clamp(min=1e-3) ** SHARE / weights ** (1 - SHARE)
            factors[name][number] = by / by.log().mean().exp()
    changed = copy.deepcopy(model)
    for number, layer in enumerate(changed.encoder.layers):
        for name in PRODUCTS:
            setattr(layer, name, Even(getattr(layer, name), factors[name][number]))
    return changed


def write_quantized(plain: Path, out: Path) -> None:
    """The graph with 8-bit weights: one scale for each column of a product, and for each row of the embeddings."""
    quantize_dynamic(plain, out, per_channel=True, weight_type=QuantType.QInt8, op_types_to_quantize=["MatMul"])
    model = onnx.load(str(out))
    _shrink_embeddings(model.graph)
    onnx.checker.check_model(model)
    onnx.save(model, str(out))


def _shrink_embeddings(graph: onnx.GraphProto) -> None:
    """A piece's embedding is looked up in 8 bits, and multiplied by the scale of its row."""
    weights = next(value for value in graph.initializer if value.name == _EMBEDDINGS)
    look_up = next(node for node in graph.node if node.op_type == "Gather" and node.input[0] == _EMBEDDINGS)
    small, scales = eight_bit_rows(numpy_helper.to_array(weights))
    graph.initializer.remove(weights)
    graph.initializer.extend([numpy_helper.from_array(small, "words"), numpy_helper.from_array(scales, "words_scale")])
    at, ids = list(graph.node).index(look_up), look_up.input[1]
    nodes = [
        helper.make_node("Gather", ["words", ids], ["words_of_ids"]),
        helper.make_node("Cast", ["words_of_ids"], ["words_as_float"], to=TensorProto.FLOAT),
        helper.make_node("Gather", ["words_scale", ids], ["scales_of_ids"]),
        helper.make_node("Mul", ["words_as_float", "scales_of_ids"], [look_up.output[0]]),
    ]
    graph.node.remove(look_up)
    for offset, node in enumerate(nodes):
        graph.node.insert(at + offset, node)


def eight_bit_rows(weights: np.ndarray) -> tuple[np.ndarray, np.ndarray]:  # type: ignore[type-arg]
    """Whole numbers from -127 to 127, and what each row of them is multiplied by."""
    scales = np.maximum(np.abs(weights).max(1, keepdims=True) / 127, 1e-12).astype(np.float32)
    return np.round(weights / scales).astype(np.int8), scales
