"""The list of reports, and the search through their words."""

from __future__ import annotations

import msgspec

from sayso.persist.picture import Picture
from sayso.serve.page import Asked, Page, nothing


def reports(picture: Picture, asked: Asked) -> Page:
    """Every report, the newest first."""
    found = picture.reports(asked.query(order="latest"))
    shown, more = found[: asked.limit()], len(found) > asked.limit()
    why = nothing(picture, "reports", asked, found)
    return Page("reports.html", {"reports": shown, "more": more, "total": len(picture), "nothing": why}, shown)


def search(picture: Picture, asked: Asked) -> Page:
    """Reports that have the words."""
    words = asked.param("q")
    hits = picture.search(words, limit=asked.limit() + 1) if words else []
    shown, more = hits[: asked.limit()], len(hits) > asked.limit()
    data = {"query": words, "hits": msgspec.to_builtins(shown)}
    return Page("search.html", {"words": words or "", "hits": shown, "more": more}, data)
