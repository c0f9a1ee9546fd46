"""One small BERT (MiniLM-L6) that sees word shapes and white space, with all heads on the first piece of each word."""

from __future__ import annotations

from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from sayso.digest._model.pieces import GAPS, SHAPES
from training.labels import DEPRELS, INCIDENT_TAGS, NAME_TAGS, NOMINAL_TAGS, ROLE_TAGS, ROLES, TRIGGER_TAGS, UPOS, XPOS

HIDDEN, LAYERS, ATTENTION_HEADS, INNER, VOCABULARY, POSITIONS = 384, 6, 12, 1536, 30522, 512
ARC, LABEL, LINK = 256, 64, 96

#: Heads that are one linear layer on the features of a group: {group: {head: outputs}}.
GROUPS: dict[str, dict[str, int]] = {
    "syntax": {"start": 1, "upos": len(UPOS), "xpos": len(XPOS)},
    "naming": {"names": len(NAME_TAGS), "nominal": len(NOMINAL_TAGS)},
    "saying": {role: len(ROLE_TAGS) for role in ROLES},
    "events": {"trigger": len(TRIGGER_TAGS), "incident": len(INCIDENT_TAGS), "certainty": 1},
}
#: Heads that score pairs of words: {vector: size}. A score is the product of two vectors.
VECTORS = {
    "arc_dependent": ARC, "arc_head": ARC, "label_dependent": LABEL, "label_head": LABEL, "cue_to_source": LINK,
    "source_of_cue": LINK, "content_to_cue": LINK, "cue_of_content": LINK, "mention": LINK, "antecedent": LINK,
}  # fmt: skip


class Dropout(nn.Module):
    """Dropout whose masks are slices of one random pool: drawing fresh ones took a sixth of the training time."""

    def __init__(self, rate: float) -> None:
        super().__init__()
        self.rate = rate
        self.pools: dict[torch.dtype, Tensor] = {}

    def forward(self, x: Tensor) -> Tensor:
        """Zero a share of the values and enlarge the others, while training."""
        if not self.training or not self.rate:
            return x
        pool = self.pools.get(x.dtype)
        if pool is None or pool.numel() < 2 * x.numel():
            pool = (torch.rand(max(1 << 23, 3 * x.numel()), device=x.device) >= self.rate).to(x.dtype) / (1 - self.rate)
            self.pools[x.dtype] = pool
        at = int(torch.randint(pool.numel() - x.numel(), ()))
        return x * pool[at : at + x.numel()].view(x.shape)


class Layer(nn.Module):
    """A post-norm transformer layer as in BERT."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.qkv = nn.Linear(HIDDEN, 3 * HIDDEN)
        self.mix = nn.Linear(HIDDEN, HIDDEN)
        self.mix_norm = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.up = nn.Linear(HIDDEN, INNER)
        self.down = nn.Linear(INNER, HIDDEN)
        self.down_norm = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.dropout = Dropout(dropout)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """x: (batch, pieces, HIDDEN); mask: (batch, 1, 1, pieces), 0 for pieces and very negative for padding."""
        batch, length = x.shape[0], x.shape[1]
        qkv = self.qkv(x).view(batch, length, 3, ATTENTION_HEADS, HIDDEN // ATTENTION_HEADS)
        query, key, value = (part.transpose(1, 2) for part in qkv.unbind(2))
        if x.is_cuda:
            mixed = functional.scaled_dot_product_attention(query, key, value, mask.to(query.dtype))
        else:
            # Written out: on a CPU in bfloat16, forward and backward are 1.7 times as fast as the fused attention.
            weights = query @ key.transpose(-1, -2) * (HIDDEN // ATTENTION_HEADS) ** -0.5 + mask.to(query.dtype)
            mixed = weights.softmax(-1) @ value
        mixed = mixed.transpose(1, 2).reshape(batch, length, HIDDEN)
        x = self.mix_norm(x + self.dropout(self.mix(mixed)))
        out: Tensor = self.down_norm(x + self.dropout(self.down(functional.gelu(self.up(x)))))
        return out


class Encoder(nn.Module):
    """Pieces, shapes and gaps to vectors."""

    def __init__(self, dropout: float = 0.1) -> None:
        super().__init__()
        self.words = nn.Embedding(VOCABULARY, HIDDEN)
        self.positions = nn.Embedding(POSITIONS, HIDDEN)
        self.shapes = nn.Embedding(len(SHAPES) + 1, HIDDEN)
        self.gaps = nn.Embedding(len(GAPS) + 1, HIDDEN)
        self.norm = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS))
        self.dropout = Dropout(dropout)
        nn.init.normal_(self.shapes.weight, std=0.01)
        nn.init.normal_(self.gaps.weight, std=0.01)

    def forward(self, pieces: Tensor, shapes: Tensor, gaps: Tensor) -> Tensor:
        """All inputs (batch, pieces); piece 0 is padding; shapes and gaps are 0 for none, else index + 1."""
        at = torch.arange(pieces.shape[1], device=pieces.device)
        x = self.words(pieces) + self.positions(at)[None] + self.shapes(shapes) + self.gaps(gaps)
        x = self.dropout(self.norm(x))
        mask = (pieces == 0)[:, None, None, :].to(x.dtype) * -1e4
        for layer in self.layers:
            x = layer(x, mask)
        return x

    def load_minilm(self, path: Path) -> None:
        """Take the weights of a BERT with these sizes from a safetensors file."""
        found = {name.removeprefix("bert."): value for name, value in load_file(path).items()}
        own: dict[str, Tensor] = {
            "words.weight": found["embeddings.word_embeddings.weight"],
            "positions.weight": found["embeddings.position_embeddings.weight"]
            + found["embeddings.token_type_embeddings.weight"][0],
            "norm.weight": found["embeddings.LayerNorm.weight"],
            "norm.bias": found["embeddings.LayerNorm.bias"],
        }
        names = {
            "mix": "attention.output.dense", "mix_norm": "attention.output.LayerNorm", "up": "intermediate.dense",
            "down": "output.dense", "down_norm": "output.LayerNorm",
        }  # fmt: skip
        for i in range(LAYERS):
            for end in ("weight", "bias"):
                base = f"encoder.layer.{i}."
                own[f"layers.{i}.qkv.{end}"] = torch.cat(
                    [found[f"{base}attention.self.{p}.{end}"] for p in ("query", "key", "value")]
                )
                for ours, theirs in names.items():
                    own[f"layers.{i}.{ours}.{end}"] = found[f"{base}{theirs}.{end}"]
        missing, unexpected = self.load_state_dict(own, strict=False)
        if set(missing) != {"shapes.weight", "gaps.weight"} or unexpected:
            raise ValueError(f"{path} is not a MiniLM-L6: missing {missing}, unexpected {unexpected}")


class Model(nn.Module):
    """The encoder and all heads."""

    def __init__(self, *, dropout: float = 0.1, head_dropout: float = 0.25) -> None:
        super().__init__()
        self.encoder = Encoder(dropout)
        self.features = nn.ModuleDict({group: nn.Linear(HIDDEN, HIDDEN) for group in GROUPS})
        self.heads = nn.ModuleDict(
            {head: nn.Linear(HIDDEN, size) for heads in GROUPS.values() for head, size in heads.items()}
        )
        self.vectors = nn.ModuleDict({name: nn.Linear(HIDDEN, size) for name, size in VECTORS.items()})
        self.arc = nn.Linear(ARC, ARC)
        self.links = nn.ModuleDict(
            {name: nn.Linear(LINK, LINK) for name in ("cue_to_source", "content_to_cue", "mention")}
        )
        #: Scores of "none": a cue without source, a content without cue, a mention without antecedent.
        self.none = nn.ModuleDict({name: nn.Linear(LINK, 1) for name in self.links})
        self.label = nn.Parameter(torch.randn(len(DEPRELS), LABEL + 1, LABEL + 1) * 0.02)
        self.head_dropout = Dropout(head_dropout)

    def forward(self, pieces: Tensor, shapes: Tensor, gaps: Tensor, firsts: Tensor) -> dict[str, Tensor]:
        """firsts: (batch, words), the first piece of each word. Returns (batch, words, size) for every head and
        vector."""
        encoded = self.encoder(pieces, shapes, gaps)
        return self.judge(encoded.gather(1, firsts[:, :, None].expand(-1, -1, HIDDEN)))

    def judge(self, words: Tensor) -> dict[str, Tensor]:
        """All heads on words (..., HIDDEN)."""
        words = self.head_dropout(words)
        out: dict[str, Tensor] = {}
        for group, heads in GROUPS.items():
            features = self.head_dropout(functional.gelu(self.features[group](words)))
            for head in heads:
                out[head] = self.heads[head](features)
        for name in VECTORS:
            vector = self.head_dropout(functional.gelu(self.vectors[name](words)))
            if name in self.links:
                out["none_" + name] = self.none[name](vector)
                vector = self.links[name](vector)
            out[name] = self.arc(vector) if name == "arc_dependent" else vector
        return out
