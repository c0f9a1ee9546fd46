"""The names in some words. spaCy's `span.ents` goes through the whole document each time; this does not."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.tokens import Token


@dataclass(frozen=True, slots=True)
class Name:
    """A name: token range [start, end), label, code points."""

    start: int
    end: int
    label: str
    span: Span


def names_in(tokens: Iterable[Token]) -> list[Name]:
    """Names among the tokens, in text order; one that sticks out is cut."""
    found: list[Name] = []
    for token in tokens:
        if not token.ent_type_:
            continue
        end = token.idx + len(token)
        last = found[-1] if found else None
        if last is not None and token.ent_iob_ == "I" and last.end == token.i:
            found[-1] = Name(last.start, token.i + 1, last.label, (last.span[0], end))
        else:
            found.append(Name(token.i, token.i + 1, token.ent_type_, (token.idx, end)))
    return found
