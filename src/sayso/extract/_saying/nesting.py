"""Which statement stands inside which, and which drafts are the same statement twice."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.extract._saying.draft import Draft, Shelf, likeness, outer, shared, width
from sayso.extract._saying.head import BY as HEAD
from sayso.extract._saying.heard import is_passed_on

#: Contents that share this much are one statement when their cues touch or one has none.
SAME = 0.6


def merged(drafts: Sequence[Draft]) -> list[Draft]:
    """Drafts in text order without doubles; of two that say the same the head's stays, else the surer one."""
    kept: list[Draft] = []
    shelf: Shelf[Draft] = Shelf()
    for draft in sorted(drafts, key=lambda d: (not (d.source or d.cue), not d.by.startswith(HEAD), -d.score)):
        near = {id(other): other for span in draft.content for other in shelf.over(span)}
        if not any(_same(draft, other) for other in near.values()):
            kept.append(draft)
            for span in draft.content:
                shelf.put(span, draft)
    return sorted(kept, key=lambda d: (outer(d.content)[0], -outer(d.content)[1], d.cue))


def _same(one: Draft, other: Draft) -> bool:
    if one.content == other.content and (not one.cue or not other.cue or one.source == other.source):
        return True
    alike = likeness(one.content, other.content)
    touching = bool(one.cue and other.cue and shared(one.cue, other.cue))
    return (touching and alike > 0) or (alike >= SAME and (touching or not (one.cue and other.cue)))


def parents(drafts: Sequence[Draft]) -> list[int | None]:
    """For each draft the position of the innermost other one whose content holds its cue and its content."""
    order = sorted(
        range(len(drafts)),
        key=lambda i: (outer(drafts[i].content)[0], -width(drafts[i].content), is_passed_on(drafts[i].by)),
    )
    found: list[int | None] = [None] * len(drafts)
    open_ones: list[int] = []
    for i in order:
        start = outer(drafts[i].content)[0]
        open_ones = [j for j in open_ones if outer(drafts[j].content)[1] > start]
        holders = [j for j in open_ones if _holds(drafts[j], drafts[i])]
        if holders:
            found[i] = min(holders, key=lambda j: width(drafts[j].content))
        open_ones.append(i)
    return found


def _holds(outer_one: Draft, inner: Draft) -> bool:
    if is_passed_on(inner.by) and not is_passed_on(outer_one.by) and outer_one.content == inner.content:
        return True  # "…, the paper said, citing two officials"
    words = inner.cue or inner.content
    if width(outer_one.content) <= width(inner.content):
        return False
    return shared(outer_one.content, words) == width(words) and shared(outer_one.content, inner.content) == width(
        inner.content
    )
