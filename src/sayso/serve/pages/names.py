"""Who and what the reports name."""

from __future__ import annotations

from sayso.persist.picture import Picture
from sayso.serve.page import Asked, Page, nothing

KINDS = ("person", "organization", "place", "nationality", "facility", "weapon", "vehicle", "group", "other")


def names(picture: Picture, asked: Asked) -> Page:
    """Names before common nouns, of each the most reported first; `kind` is a kind of entity."""
    found = picture.entities(asked.query())
    shown = found[: asked.limit()]
    why = nothing(picture, "entities", asked, found, "names")
    more = len(found) > len(shown)
    values = {"entities": shown, "more": more, "kinds": KINDS, "leads": picture.leads(), "nothing": why}
    return Page("names.html", values, shown)
