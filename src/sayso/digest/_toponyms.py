"""Which words of a report name places: the language model's labels, joined with names that the gazetteer knows well."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sayso.digest.gazetteer import Entry, Gazetteer
from sayso.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

#: Labels of the language model.
PLACES = frozenset({"place", "facility"})
#: A town that the language model passed over is taken only when it is as large as this.
KNOWN_TOWN = 100_000
#: Longest name in tokens.
LONGEST = 6
_TITLES = frozenset(
    ("mr", "mrs", "ms", "dr", "sir", "gen", "lt", "col", "maj", "sgt", "capt", "president", "minister", "king", "queen")
)


def find_toponyms(doc: Doc, gazetteer: Gazetteer) -> list[tuple[Span, bool]]:
    """Spans (code points, in text order, apart from one another) and whether each names a facility."""
    found: list[tuple[Span, bool]] = []
    taken = bytearray(len(doc))
    for ent in doc.ents:
        taken[ent.start : ent.end] = b"\1" * (ent.end - ent.start)
        if ent.label_ in PLACES and not gazetteer.nationality(ent.text):
            found.append(((ent.start_char, ent.end_char), ent.label_ == "facility"))
    found.extend((span, False) for span in _recovered(doc, taken, gazetteer))
    return sorted(found)


def _recovered(doc: Doc, taken: bytearray, gazetteer: Gazetteer) -> Iterator[Span]:
    """Names outside the model's entities that are well-known places, longest first from the left."""
    index = 0
    while index < len(doc):
        length = 0 if taken[index] or not _may_start(doc, index) else _known_length(doc, index, taken, gazetteer)
        if length:
            last = doc[index + length - 1]
            yield doc[index].idx, last.idx + len(last.text)
        index += max(1, length)


def _may_start(doc: Doc, index: int) -> bool:
    token = doc[index]
    if not token.text[0].isupper() or (index and doc[index - 1].text.casefold().rstrip(".") in _TITLES):
        return False
    return not (index and _is_name_part(doc[index - 1]))


def _is_name_part(token: Token) -> bool:
    return token.text[0].isupper() and not token.is_sent_start and token.text.isalpha() and not token.text.isupper()


def _known_length(doc: Doc, index: int, taken: bytearray, gazetteer: Gazetteer) -> int:
    """Tokens of the longest well-known name that starts here and is no part of a longer name; 0 for none."""
    for length in range(min(LONGEST, len(doc) - index), 0, -1):
        end = index + length
        if any(taken[index:end]) or not doc[end - 1].text[0].isupper():
            continue
        if end < len(doc) and _is_name_part(doc[end]):
            continue
        name = doc.text[doc[index].idx : doc[end - 1].idx + len(doc[end - 1].text)]
        if "\n" not in name and _is_known(name, gazetteer.lookup(name)):
            return length
    return 0


def _is_known(name: str, entries: tuple[Entry, ...]) -> bool:
    """Whether the name is a country, a region or a large town by its own name, and is written as one."""
    if len(name) < 4 and not (name.isupper() or "." in name):
        return False
    return any(
        entry.by_own_name and (entry.feature in ("country", "admin1", "region") or entry.population >= KNOWN_TOWN)
        for entry in entries
    )
