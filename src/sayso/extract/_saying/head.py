"""What the attribution head found, as drafts. The head learned from PolNeAR; see `training/` and the model card.

The head finds spans of three roles and links each content to a cue, each cue to a source; `_saying.link`
links them anew.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.extract._saying.draft import Draft, Shelf
from sayso.extract._saying.link import QUOTES, CueSpan, add_supported, cut_at_cues, link_contents, link_sources
from sayso.model import Span, Spans

if TYPE_CHECKING:
    from spacy.tokens import Doc

BY = "head:attribution"
#: Least score of an attribution of the head.
LEAST = 0.1


def has_head(doc: Doc) -> bool:
    """Whether the language model has an attribution head at all."""
    return doc.user_data.get("attributions") is not None


def from_head(doc: Doc, frames: Sequence[Draft] = ()) -> list[Draft]:
    """The head's attributions, in text order; one may have a cue and no content, or a content and no cue."""
    cues: list[CueSpan] = []
    linked: dict[Span, Span | None] = {}
    sources: set[Span] = set()
    for one in doc.user_data.get("attributions") or ():
        own = _spans(doc, one["cue"])
        sources.update(_spans(doc, one["source"]))
        cues += [CueSpan(span, _spans(doc, one["source"]), float(one.get("score", 0.5))) for span in own]
        linked.update(dict.fromkeys(_spans(doc, one["content"]), own[0] if own else None))
    add_supported(cues, linked, frames)
    text = doc.text
    alone = link_contents(doc, text, cues, linked)
    alone += cut_at_cues(doc, cues)
    link_sources(doc, cues, sources)
    found = [_draft(cue.source, (cue.span,), tuple(sorted(cue.content)), cue.score) for cue in cues]
    found += [_draft((), (), (span,), LEAST) for span in alone if text[span[0]] in QUOTES]
    return sorted((d for d in found if d.score >= LEAST), key=lambda d: (*d.content, *d.cue, *d.source))


def _draft(source: Spans, cue: Spans, content: Spans, score: float) -> Draft:
    return Draft(source=source, cue=cue, content=content, by=BY, score=score)


def completed(text: str, found: Iterable[Draft], frames: Iterable[Draft]) -> list[Draft]:
    """The head's drafts; one that has a cue but no content takes the content of the cue's frame, and so does one that
    has words before its cue for what its cue governs, or what is said of somebody without the one of whom it is said.

    The head's contents cannot lie inside each other: of a statement within a statement it finds cue and source alone.
    """
    by_cue: Shelf[Draft] = Shelf()
    for frame in frames:
        by_cue.put(frame.cue[0], frame)
    whole = []
    for one in found:
        fitting = [frame for span in one.cue for frame in by_cue.over(span)]
        longer = next((frame for frame in fitting if _takes_in_noun(one, frame)), one)
        draft = replace(one, cue=longer.cue, content=longer.content)
        if draft.content and not any(_is_astray(text, draft, frame) or _is_said_of(draft, frame) for frame in fitting):
            whole.append(draft)
        elif fitting:
            frame = max(fitting, key=lambda one: one.score)
            source = draft.source or frame.source
            whole.append(replace(draft, content=frame.content, source=source, by=f"{BY}+{frame.by}"))
    return whole


def _takes_in_noun(draft: Draft, frame: Draft) -> bool:
    """Whether the content begins with the noun of the cue: "expressed" and "her outrage at the raid"."""
    (start, end), behind = frame.cue[0], frame.content[0][0]
    return draft.cue[0][0] == start and any(draft.cue[0][1] <= at < end <= behind for at, _ in draft.content[:1])


def _is_astray(text: str, draft: Draft, frame: Draft) -> bool:
    """Whether the words before the cue that the head took are another's: what the cue governs comes after it."""
    at, kind = draft.cue[0][0], frame.by.rpartition(":")[2]
    before = all(end <= at and text[start] not in QUOTES for start, end in draft.content)
    return before and kind in ("to", "ing", "of") and any(start >= at for start, _ in frame.content)


def _is_said_of(draft: Draft, frame: Draft) -> bool:
    """Whether the head took "to have left" alone of "[the crew] is said [to have left]"."""
    return len(frame.content) > 1 and frame.content[0][1] <= draft.cue[0][0] and draft.content == frame.content[1:]


def _spans(doc: Doc, ranges: Iterable[tuple[int, int]]) -> Spans:
    return tuple((doc[i].idx, doc[j - 1].idx + len(doc[j - 1])) for i, j in sorted(ranges) if i < j)
