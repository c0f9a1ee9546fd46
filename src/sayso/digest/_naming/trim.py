"""Words that the language model takes into a name and that only tell of it: who somebody is ("Amal Haddad, the
treasurer of the guild"), what a town is ("the Kenyan port of Mombasa").
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.tokens import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc

ARTICLES = frozenset(("a", "an", "the"))


def trim_names(doc: Doc) -> None:
    """Cuts such words off the names of `doc.ents`, in place."""
    doc.ents = tuple(_trimmed(doc, ent) for ent in doc.ents)


def _trimmed(doc: Doc, ent: Span) -> Span:
    start = _behind_kind(doc, ent) if ent.label_ == "place" else ent.start
    end = _before_aside(doc, ent) if ent.label_ == "person" else ent.end
    return ent if (start, end) == (ent.start, ent.end) else Span(doc, start, end, label=ent.label_)


def _before_aside(doc: Doc, ent: Span) -> int:
    """Where ", the treasurer …" begins; the end where nothing of the kind is there."""
    commas = (i for i in range(ent.start + 1, ent.end - 1) if doc[i].text == ",")
    return next((i for i in commas if doc[i + 1].text in ARTICLES), ent.end)


def _behind_kind(doc: Doc, ent: Span) -> int:
    """Where the name begins behind "of" and a noun in small letters."""
    of = next((i for i in range(ent.start + 1, ent.end - 1) if doc[i].lower_ == "of"), None)
    named = of is not None and doc[of - 1].is_lower and doc[of + 1].text[:1].isupper()
    return of + 1 if of is not None and named else ent.start
