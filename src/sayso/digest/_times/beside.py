"""A clock time and the day of the same verb: "At 9 p.m., a crowd stoned the station on Sunday"."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc, Token

from sayso.digest._times.near import is_day
from sayso.digest._times.rules import Node
from sayso.digest._times.story import dated
from sayso.digest._times.timex import Moment

#: How many times away the day may stand.
NEAR = 6


def clocks_dated(doc: Doc, nodes: Sequence[Node], moments: Sequence[Moment]) -> list[Moment]:
    """The moments; a clock time that no day of its sentence stands before is of the day behind it, where the parse
    hangs both on one word.
    """
    found = list(moments)
    if not doc.has_annotation("DEP"):
        return found
    for at, moment in enumerate(moments):
        clock = _root(doc, nodes[at]) if _is_clock(moment) else None
        if clock is None:
            continue
        near = [k for k in range(max(0, at - NEAR), min(at + NEAR + 1, len(nodes))) if _is_of_day(moments[k])]
        near = [k for k in near if clock.sent.start_char <= nodes[k].start < clock.sent.end_char]
        roots = ((k, _root(doc, nodes[k])) for k in near if near[0] > at)
        day = next((moments[k] for k, root in roots if root is not None and root.head.i == clock.head.i), None)
        if day is not None:
            found[at] = day.changed(kind="time", clock=moment.clock, zone=moment.zone, edge=moment.edge)
    return found


def _is_clock(moment: Moment) -> bool:
    return moment.kind == "time" and moment.clock is not None and moment.year is None and not dated(moment)


def _is_of_day(moment: Moment) -> bool:
    return moment.kind in ("date", "time") and is_day(moment)


def _root(doc: Doc, node: Node) -> Token | None:
    span = doc.char_span(node.start, node.end, alignment_mode="expand")
    return None if span is None or not len(span) else span.root
