"""Losses of all heads; each is summed over the words that have gold and divided by how many there usually are."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional

from training.batches import Batch
from training.labels import ROLES
from training.model import Model

WEIGHTS = {
    "start": 0.5, "upos": 0.3, "xpos": 0.3, "arc": 1.0, "label": 0.7, "names": 1.5, "nominal": 0.5, "source": 1.0,
    "cue": 1.0,
    "content": 1.5, "sources": 0.3, "contents": 0.3, "certainty": 0.5, "trigger": 0.5, "incident": 1.0, "coreference":
    0.2,
}  # fmt: skip
FAR = -1e4
Sums = dict[str, tuple[Tensor, int]]


class Balance:
    """Combines summed losses; remembers how many labelled words a batch usually has for each head."""

    def __init__(self) -> None:
        self.usual: dict[str, float] = {}

    def __call__(self, sums: Sums) -> tuple[Tensor, dict[str, Tensor]]:
        """The weighted total, and each head's mean loss."""
        total = torch.zeros(())
        means: dict[str, Tensor] = {}
        for head, (value, count) in sums.items():
            usual = self.usual.setdefault(head, float(count))
            self.usual[head] = 0.98 * usual + 0.02 * count
            if count:
                total = total + WEIGHTS[head] * value / max(count, usual)
                means[head] = value.detach() / count
        return total, means


def losses(model: Model, out: dict[str, Tensor], batch: Batch) -> Sums:
    """(sum of losses, number of labelled items) of every head."""
    out = {key: value.float() for key, value in out.items()}
    gold = batch.gold
    sums: Sums = {}
    known = gold["start"] >= 0
    sums["start"] = (
        functional.binary_cross_entropy_with_logits(
            out["start"][..., 0][known], gold["start"][known].float(), reduction="sum"
        ),
        int(known.sum()),
    )
    for head in ("upos", "xpos", *ROLES, "trigger", "incident"):
        sums[head] = _classes(out[head], gold[head])
    for head in ("names", "nominal"):
        sums[head] = marginal(out[head], gold[head])
    known = ~gold["certainty"].isnan()
    predicted = out["certainty"][..., 0][known]
    sums["certainty"] = (
        functional.smooth_l1_loss(predicted, gold["certainty"][known], reduction="sum"),
        int(known.sum()),
    )
    sums |= _parse(model, out, gold)
    sums["sources"] = _links(out, "cue_to_source", "source_of_cue", batch.sources)
    sums["contents"] = _links(out, "content_to_cue", "cue_of_content", batch.contents)
    sums["coreference"] = _coreference(out, gold["group"])
    return sums


def _classes(scores: Tensor, gold: Tensor) -> tuple[Tensor, int]:
    known = gold >= 0
    return functional.cross_entropy(scores[known], gold[known], reduction="sum"), int(known.sum())


def marginal(scores: Tensor, masks: Tensor) -> tuple[Tensor, int]:
    """Minus the log probability of all allowed tags together."""
    known = masks != 0
    masks, scores = masks[known], scores[known]
    allowed = (masks[:, None] >> torch.arange(scores.shape[-1], device=scores.device)) & 1 == 1
    inside = scores.masked_fill(~allowed, FAR).logsumexp(-1)
    return (scores.logsumexp(-1) - inside).sum(), int(known.sum())


def _parse(model: Model, out: dict[str, Tensor], gold: dict[str, Tensor]) -> Sums:
    """Arcs to words of the same sentence (the root to itself); labels at the gold head."""
    head, some = gold["head"], gold["head"] >= 0
    rows = some.any(1)
    if not rows.any():
        zero = out["arc_head"].sum() * 0
        return {"arc": (zero, 0), "label": (zero, 0)}
    head, some = head[rows], some[rows]
    out = {name: out[name][rows] for name in ("arc_dependent", "arc_head", "label_dependent", "label_head")}
    scores = arc_scores(out, gold["start"][rows])
    arc = functional.cross_entropy(scores[some], head[some], reduction="sum")
    labels = label_scores(model, out, head.clamp(min=0), some)
    label = functional.cross_entropy(labels, gold["deprel"][rows][some], reduction="sum")
    count = int(some.sum())
    return {"arc": (arc, count), "label": (label, count)}


def arc_scores(out: dict[str, Tensor], start: Tensor) -> Tensor:
    """Scores of (batch, dependent, head), very negative across sentences; start is 1 where one begins, -1 where it is
    not known whether."""
    scores = out["arc_dependent"] @ out["arc_head"].transpose(1, 2)
    sentence = (start == 1).cumsum(1)
    same = (sentence[:, :, None] == sentence[:, None, :]) & (start >= 0)[:, None, :]
    return scores.masked_fill(~same, FAR)


def label_scores(model: Model, out: dict[str, Tensor], head: Tensor, some: Tensor | None = None) -> Tensor:
    """Scores of the labels of arcs to these heads (batch, words): (batch, words, labels), or those of some words."""
    at_head = head[:, :, None].expand(-1, -1, out["label_head"].shape[-1])
    dependents, heads = out["label_dependent"], out["label_head"].gather(1, at_head)
    if some is not None:
        dependents, heads = dependents[some], heads[some]
    return torch.einsum("...i,lij,...j->...l", _with_one(dependents), model.label.float(), _with_one(heads))


def _with_one(x: Tensor) -> Tensor:
    return torch.cat([x, torch.ones_like(x[..., :1])], -1)


def _links(
    out: dict[str, Tensor], asking: str, answering: str, pairs: list[tuple[int, int, int]]
) -> tuple[Tensor, int]:
    """Each asking word chooses among the answering words of its window, or none (-1)."""
    total, count = out[asking].sum() * 0, 0
    for item in {i for i, _, _ in pairs}:
        own = {a: b for i, a, b in pairs if i == item}
        candidates = sorted({b for b in own.values() if b >= 0})
        askers = sorted(own)
        scores = out[asking][item, askers] @ out[answering][item, candidates].T
        scores = torch.cat([out["none_" + asking][item, askers], scores], 1)
        gold = torch.tensor([candidates.index(own[a]) + 1 if own[a] >= 0 else 0 for a in askers], device=scores.device)
        total = total + functional.cross_entropy(scores, gold, reduction="sum")
        count += len(askers)
    return total, count


def _coreference(out: dict[str, Tensor], groups: Tensor) -> tuple[Tensor, int]:
    """Each mention head chooses any earlier one of its group, or none where it is the first."""
    total, count = out["mention"].sum() * 0, 0
    for item in (groups >= 0).any(1).nonzero()[:, 0].tolist():
        at = (groups[item] >= 0).nonzero()[:, 0]
        group = groups[item, at]
        scores = out["mention"][item, at] @ out["antecedent"][item, at].T
        earlier = torch.ones_like(scores, dtype=torch.bool).tril(-1)
        same = (group[:, None] == group[None, :]) & earlier
        scores = torch.cat([out["none_mention"][item, at], scores.masked_fill(~earlier, FAR)], 1)
        allowed = torch.cat([~same.any(1, keepdim=True), same], 1)
        total = total + (scores.logsumexp(1) - scores.masked_fill(~allowed, FAR).logsumexp(1)).sum()
        count += len(at)
    return total, count
