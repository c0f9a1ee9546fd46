"""Step 3: write the reader's files: model.onnx with 8-bit weights, heads.npz, labels.json, tokenizer.json.

python -m training.export --checkpoint build/training/checkpoint.pt --minilm DIR --out src/sayso/digest/weights
"""

from __future__ import annotations

import argparse
import json
import shutil
import tempfile
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn

from training.batches import piece_table
from training.labels import DEPRELS, INCIDENT, KINDS, NOMINALS, ROLES, UPOS, XPOS
from training.model import GROUPS, HIDDEN, VECTORS, Model
from training.quantize import evened, write_quantized

#: The reader refuses weights of another format.
FORMAT = 1
#: Added to the score of "outside" before decoding, chosen on dev (`training.choose`): below 0 finds more, above 0 less.
OUTSIDE: dict[str, float] = {}


class Exported(nn.Module):
    """The model over windows, its words in one flat list, its outputs side by side."""

    def __init__(self, model: Model) -> None:
        super().__init__()
        self.model = model
        self.tags = [head for heads in GROUPS.values() for head in heads]
        self.vectors = [*VECTORS, *("none_" + name for name in model.links)]

    def forward(self, pieces: Tensor, shapes: Tensor, gaps: Tensor, firsts: Tensor) -> tuple[Tensor, Tensor]:
        """firsts: (words,) indices into the flattened (window, piece). Returns (words, tags) and (words, vectors)."""
        encoded = self.model.encoder(pieces, shapes, gaps).reshape(-1, HIDDEN)
        out = self.model.judge(encoded[firsts])
        return torch.cat([out[h] for h in self.tags], -1), torch.cat([out[v] for v in self.vectors], -1)

    def layout(self) -> dict[str, dict[str, list[int]]]:
        """Where each head stands in the two outputs: {"tags": {head: [from, to]}, "vectors": …}."""
        sizes = {head: size for heads in GROUPS.values() for head, size in heads.items()}
        sizes |= VECTORS | {name: 1 for name in self.vectors if name.startswith("none_")}
        found: dict[str, dict[str, list[int]]] = {}
        for output in ("tags", "vectors"):
            at, found[output] = 0, {}
            for name in getattr(self, output):
                found[output][name] = [at, at + sizes[name]]
                at += sizes[name]
        return found


def load_mean(checkpoint: Path) -> Model:
    """The running mean of the weights of a checkpoint, ready to measure."""
    model = Model()
    state = torch.load(checkpoint, weights_only=True, map_location="cpu")
    model.load_state_dict(state["mean"])
    return model.eval()


def write_onnx(exported: Exported, path: Path) -> None:
    """The float graph."""
    example = (
        torch.tensor([[101, 2023, 102, 0]] * 2),
        *(torch.zeros(2, 4, dtype=torch.int64),) * 2,
        torch.tensor([1, 5, 6]),
    )
    names = ["pieces", "shapes", "gaps", "firsts"]
    axes = {name: {0: "windows", 1: "length"} for name in names[:3]} | {"firsts": {0: "words"}}
    torch.onnx.export(
        exported, example, str(path), input_names=names, output_names=["tags", "vectors"],
        dynamic_axes=axes | {"tags": {0: "words"}, "vectors": {0: "words"}}, opset_version=17, dynamo=False,
    )  # fmt: skip


def write_weights(model: Model, minilm: Path, out: Path, *, floats: Path | None = None) -> None:
    """All files of the reader; with `floats` the same again there, unquantized, to compare."""
    exported = Exported(model).eval()
    even = Exported(evened(model, piece_table(minilm / "tokenizer.json"))).eval()
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder) / "float.onnx"
        write_onnx(even, plain)
        write_quantized(plain, out / "model.onnx")
    _write_beside(exported, minilm, out)
    if floats is not None:
        floats.mkdir(parents=True, exist_ok=True)
        write_onnx(exported, floats / "model.onnx")
        _write_beside(exported, minilm, floats)


def _write_beside(exported: Exported, minilm: Path, out: Path) -> None:
    """Weights of the arc labels, label sets with the layout of the outputs, and the tokenizer."""
    np.savez_compressed(out / "heads.npz", label=exported.model.label.detach().numpy().astype(np.float16))
    labels = {
        "format": FORMAT,
        "layout": exported.layout(),
        "upos": UPOS,
        "xpos": XPOS,
        "deprels": DEPRELS,
        "names": KINDS,
        "nominal": NOMINALS,
        "roles": ROLES,
        "incident": INCIDENT,
        "outside": OUTSIDE,
    }
    (out / "labels.json").write_text(json.dumps(labels) + "\n", encoding="utf-8")
    shutil.copyfile(minilm / "tokenizer.json", out / "tokenizer.json")


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--checkpoint", type=Path, required=True)
    parser.add_argument("--minilm", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--float", type=Path, dest="floats", help="write float weights into this folder too")
    args = parser.parse_args()
    write_weights(load_mean(args.checkpoint), args.minilm, args.out, floats=args.floats)


if __name__ == "__main__":
    main()
