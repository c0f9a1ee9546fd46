"""What the language model takes a noun without a name for: "a docker" for a person, "the crew" for a group."""

from __future__ import annotations

from spacy.tokens import Token


def nominal_kind(noun: Token) -> str | None:
    """The kind of the nominal span that hangs on the noun; None where there is none."""
    return next((s.label_ for s in noun.doc.spans.get("nominal", ()) if s.root.i == noun.i), None)
