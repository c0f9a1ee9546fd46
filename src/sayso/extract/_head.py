"""What the attribution head found, as drafts. The head learned from PolNeAR; see `training/` and the model card."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.extract._draft import Draft
from sayso.model import Spans

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.tokens import Doc

BY = "head:attribution"


def has_head(doc: Doc) -> bool:
    """Whether the language model has an attribution head at all."""
    return doc.user_data.get("attributions") is not None


def from_head(doc: Doc) -> list[Draft]:
    """The head's attributions, in text order."""
    found = [
        Draft(
            source=_spans(doc, one["source"]),
            cue=_spans(doc, one["cue"]),
            content=_spans(doc, one["content"]),
            by=BY,
            score=float(one.get("score", 0.5)),
        )
        for one in doc.user_data.get("attributions") or ()
        if one["content"]
    ]
    return sorted(found, key=lambda draft: (draft.content[0], draft.cue))


def _spans(doc: Doc, ranges: Iterable[tuple[int, int]]) -> Spans:
    return tuple((doc[i].idx, doc[j - 1].idx + len(doc[j - 1])) for i, j in sorted(ranges) if i < j)
