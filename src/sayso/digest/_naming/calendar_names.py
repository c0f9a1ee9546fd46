"""Names that are words of a date: "in May" is no place, "on Sunday" no person."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Doc

from sayso.model import Time

#: Kinds that a date may be called by ("Easter Sunday").
KEPT = frozenset({"event"})


def drop_calendar_names(doc: Doc, times: Iterable[Time]) -> None:
    """Takes names out of `doc.ents` that lie within the words of a time."""
    spans = [span for time in times if time.type in ("date", "time", "set") for span in time.spans]
    inside = {at for start, end in spans for at in range(start, end)}
    doc.ents = tuple(
        ent for ent in doc.ents if ent.label_ in KEPT or not inside.issuperset(range(ent.start_char, ent.end_char))
    )
