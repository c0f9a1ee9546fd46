"""What the attribution head found, as drafts. The head learned from PolNeAR; see `training/` and the model card."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.extract._draft import Draft, Shelf
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
    ]
    return sorted(found, key=lambda draft: (*draft.content, *draft.cue, *draft.source))


def completed(found: Iterable[Draft], frames: Iterable[Draft]) -> list[Draft]:
    """The head's drafts; one that has a cue but no content takes the content of the cue's frame.

    The head's contents cannot lie inside each other: of a statement within a statement it finds cue and source alone.
    """
    by_cue: Shelf[Draft] = Shelf()
    for frame in frames:
        by_cue.put(frame.cue[0], frame)
    whole = []
    for draft in found:
        if draft.content:
            whole.append(draft)
            continue
        fitting = [frame for span in draft.cue for frame in by_cue.over(span)]
        if fitting:
            frame = max(fitting, key=lambda one: one.score)
            source = draft.source or frame.source
            whole.append(replace(draft, content=frame.content, source=source, by=f"{BY}+{frame.by}"))
    return whole


def _spans(doc: Doc, ranges: Iterable[tuple[int, int]]) -> Spans:
    return tuple((doc[i].idx, doc[j - 1].idx + len(doc[j - 1])) for i, j in sorted(ranges) if i < j)
