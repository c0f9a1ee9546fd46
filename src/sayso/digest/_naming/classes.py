"""People who are named as examples: "lawmakers such as Amal Haddad and Jane Roe" are lawmakers (Hearst 1992)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from sayso.digest._naming.mentions import Mention

if TYPE_CHECKING:
    from spacy.tokens import Doc

#: What stands between a noun for many and the first example.
MARKS = (("such", "as"), ("including",), ("like",))
JOINTS = frozenset((",", "and", "or"))


def add_classes(doc: Doc, names: Iterable[Mention], others: Iterable[Mention]) -> None:
    """Gives every named example the phrase that it is an example of, and its sector. `names` in text order."""
    many = {mention.end: mention for mention in others if mention.kind == "group" and mention.form == "nominal"}
    listed: dict[int, Mention] = {}
    for name in names:
        if name.kind != "person" or name.cluster is None:
            continue
        found = _behind_mark(doc, name.start, many) or _behind_joint(doc, name.start, listed)
        if found is None:
            continue
        listed[name.end] = found
        first = found.start + (doc[found.start].pos_ == "DET" and found.head > found.start)
        name.cluster.classes.append((first, found.end, found.head))
        name.cluster.sector = name.cluster.sector or found.sector


def _behind_mark(doc: Doc, start: int, many: dict[int, Mention]) -> Mention | None:
    for mark in MARKS:
        first = start - len(mark)
        if first > 1 and tuple(t.lower_ for t in doc[first:start]) == mark:
            return many.get(first - (doc[first - 1].text == ","))
    return None


def _behind_joint(doc: Doc, start: int, listed: dict[int, Mention]) -> Mention | None:
    """The class of the name before in the same list: "…, Jane Roe", "… and Jane Roe"."""
    at = start
    while at > 0 and doc[at - 1].lower_ in JOINTS and start - at < 2:
        at -= 1
    return listed.get(at) if at < start else None
