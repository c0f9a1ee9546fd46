"""A statement on its way: spans of source, cue and content before they are typed, resolved and numbered."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import Generic, TypeVar

from sayso.model import Span, Spans


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """Code-point spans; `by` names the reader that found it, `score` is its sureness in 0–1."""

    source: Spans
    cue: Spans
    content: Spans
    by: str
    score: float


def width(spans: Spans) -> int:
    """Code points under the spans."""
    return sum(end - start for start, end in spans)


def shared(one: Spans, other: Spans) -> int:
    """Code points under both."""
    return sum(max(0, min(a[1], b[1]) - max(a[0], b[0])) for a in one for b in other)


def likeness(one: Spans, other: Spans) -> float:
    """Intersection over union of code points."""
    both = shared(one, other)
    union = width(one) + width(other) - both
    return both / union if union else 0.0


def outer(spans: Spans) -> Span:
    """From the first code point to the last."""
    return spans[0][0], spans[-1][1]


def without(span: Span, holes: Spans) -> Spans:
    """The span less the holes, in text order."""
    parts = [span]
    for hole in holes:
        parts = [piece for part in parts for piece in _cut(part, hole)]
    return tuple(parts)


def _cut(part: Span, hole: Span) -> list[Span]:
    if hole[1] <= part[0] or part[1] <= hole[0]:
        return [part]
    return [piece for piece in ((part[0], hole[0]), (hole[1], part[1])) if piece[0] < piece[1]]


def united(spans: Spans) -> Spans:
    """Spans in text order, those that touch joined."""
    found: list[Span] = []
    for start, end in sorted(spans):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return tuple(found)


ItemT = TypeVar("ItemT")


class Shelf(Generic[ItemT]):
    """Things by where they stand in the text, so that what is near some words is found without going through all."""

    #: Code points per compartment.
    SIZE = 1024

    def __init__(self) -> None:
        self._compartments: defaultdict[int, list[tuple[Span, ItemT]]] = defaultdict(list)

    def put(self, span: Span, item: ItemT) -> None:
        """Remembers the item under the span."""
        for i in range(span[0] // self.SIZE, max(span[1] - 1, span[0]) // self.SIZE + 1):
            self._compartments[i].append((span, item))

    def over(self, span: Span) -> list[ItemT]:
        """Items whose spans share a code point with `span`; one that was put under two spans may come twice."""
        start, end = span
        if end - start <= self.SIZE:
            places = {start // self.SIZE, max(end - 1, start) // self.SIZE}
        else:
            places = set(range(start // self.SIZE, (end - 1) // self.SIZE + 1))
        found = {}
        for i in places:
            for (first, last), item in self._compartments.get(i, ()):
                if first < end and start < last:
                    found[id(item)] = item
        return list(found.values())
