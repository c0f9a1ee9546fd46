"""The boards: who said what, and what is expected."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sayso.model import Outlook, Statement
from sayso.persist.found import Found
from sayso.persist.picture import Picture
from sayso.serve.cards import ACTS, Cards
from sayso.serve.display import OUTCOMES
from sayso.serve.page import Asked, Page, nothing

#: so many of those who expected something are shown with how they fared
SCORED = 20


def statements(picture: Picture, asked: Asked) -> Page:
    """Who said what, the newest first; `kind` is the act of speech."""
    found = picture.statements(asked.query(order="latest"))
    return _board("statements.html", found, asked, kinds=ACTS, why=nothing(picture, "statements", asked, found))


def outlooks(picture: Picture, asked: Asked) -> Page:
    """What is expected and what became of it, the newest first; `kind` is the outcome."""
    found = picture.outlooks(asked.query(order="latest"))
    page = _board("outlooks.html", found, asked, kinds=OUTCOMES, why=nothing(picture, "outlooks", asked, found))
    fared = picture.scores(asked.query(limit=SCORED))
    return Page(page.template, {**page.values, "scores": fared}, page.data)


def _board(
    template: str,
    found: list[Found[Statement]] | list[Found[Outlook]],
    asked: Asked,
    *,
    kinds: Mapping[Any, str],
    why: str | None,
) -> Page:
    shown = found[: asked.limit()]
    rows = [(one.report, Cards(one.reading).of(one.record), one.fate) for one in shown]
    values = {"rows": rows, "more": len(found) > len(shown), "kinds": kinds, "nothing": why}
    return Page(template, values, [one.as_dict() for one in shown])
