"""Bodies of the table that the language model cuts in pieces or passes over: "Doctors Without Borders" is one."""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING

from spacy.tokens import Span

from sayso.codebook.bodies import body_rows

if TYPE_CHECKING:
    from spacy.tokens import Doc


def name_bodies(doc: Doc) -> None:
    """Puts the bodies of several words that the table has among `doc.ents`, in place of names inside of them; a name
    that goes beyond them ("the Gao branch of …") stays as it is.
    """
    known, taken = _by_first_word(), {t.i: ent for ent in doc.ents for t in ent}
    found: list[Span] = []
    free = 0
    for token in doc:
        end = _end(doc, token.i, known.get(token.lower_, ())) if token.i >= free else None
        if end is None:
            continue
        inside = [taken[i] for i in range(token.i, end) if i in taken]
        whole = any(ent.start == token.i and ent.end == end for ent in inside)
        if not whole and all(token.i <= ent.start and ent.end <= end for ent in inside):
            found.append(Span(doc, token.i, end, label="organization"))
            free = end
    if found:
        covered = {i for span in found for i in range(span.start, span.end)}
        doc.ents = (*(ent for ent in doc.ents if ent.start not in covered), *found)


def _end(doc: Doc, start: int, names: tuple[tuple[str, ...], ...]) -> int | None:
    """Where the longest of the names that stands there with capitals ends."""
    for words in names:
        end = start + len(words)
        here = doc[start:end]
        if tuple(t.lower_ for t in here) == words and here[0].text[:1].isupper() and here[-1].text[:1].isupper():
            return end
    return None


@lru_cache(maxsize=1)
def _by_first_word() -> dict[str, tuple[tuple[str, ...], ...]]:
    """Names of several words by the first of them, the longest first."""
    found: defaultdict[str, list[tuple[str, ...]]] = defaultdict(list)
    for row in body_rows():
        for words in (tuple(name.lower().split()) for name in row["names"]):
            if len(words) > 1:
                found[words[0]].append(words)
    return {first: tuple(sorted(names, key=len, reverse=True)) for first, names in found.items()}
