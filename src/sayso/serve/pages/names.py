"""Who and what the reports name."""

from __future__ import annotations

from sayso.persist.picture import Picture
from sayso.serve.page import Asked, Page

KINDS = ("person", "organization", "place", "nationality", "facility", "weapon", "vehicle", "group", "other")


def names(picture: Picture, asked: Asked) -> Page:
    """Names before common nouns, of each the most reported first; `kind` is a kind of entity."""
    found = picture.entities(asked.query())
    shown = found[: asked.limit()]
    values = {"entities": shown, "more": len(found) > len(shown), "kinds": KINDS, "leads": picture.leads()}
    return Page("names.html", values, shown)
