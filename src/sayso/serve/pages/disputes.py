"""Where accounts of one event disagree."""

from __future__ import annotations

from itertools import groupby

from sayso.persist.picture import Picture
from sayso.serve.display import FIELDS
from sayso.serve.page import Asked, Page, nothing

KINDS = {
    "contradiction": "they count the same and cannot both hold",
    "update": "the later account takes the place of the earlier",
    "scope": "they count different things",
    "denial": "one says it happened, another that it did not",
}


def disputes(picture: Picture, asked: Asked) -> Page:
    """Every dispute, by event, the open ones first and the latest of these; `kind` is its kind or its field."""
    found = picture.disputes(asked.query())
    shown = found[: asked.limit()]
    by_event = [(event, list(group)) for event, group in groupby(shown, key=lambda dispute: dispute.event)]
    values = {
        "groups": by_event,
        "more": len(found) > len(shown),
        "kinds": KINDS,
        "fields": tuple(FIELDS),
        "nothing": nothing(picture, "disputes", asked, found),
    }
    return Page("disputes.html", values, shown)
