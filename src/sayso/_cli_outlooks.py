"""The verb `outlooks`: what is expected, what became of it, and how those who expected it fared."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

from sayso._cli_options import HERE, About, AsJson, By, Kind, Limit, Order, PicturePath, Score, Since, Until, Where

if TYPE_CHECKING:
    from sayso.persist.picture import Picture
    from sayso.persist.query import Query


def outlooks(
    about: About = None, by: By = None, where: Where = None, since: Since = None, until: Until = None,
    min_score: Score = 0.0, kind: Kind = None, limit: Limit = None, order: Order = "earliest",
    scores: Annotated[bool, typer.Option("--scores", help="How those who expect it fared, instead.")] = False,
    picture: PicturePath = HERE, as_json: AsJson = False,
) -> None:  # fmt: skip
    """What is expected, by whom, how likely, until when, and what became of it.

    --kind is an outcome: came_true, failed or open. --scores counts them for everybody with a decided one; the Brier
    score is of those that give a probability (0 is perfect, 0.25 a coin).

    Example: sayso outlooks --about missiles --json
    """
    from sayso import _cli_show as show
    from sayso._cli_ask import answer, check_kind
    from sayso.persist.picture import Picture
    from sayso.persist.query import Query

    query = Query(about=about, by=by, where=where, since=since, until=until, min_score=min_score, kind=kind,
                  limit=limit, order=order)  # fmt: skip
    with Picture(picture, create=False) as store:
        if not scores:
            answer(store, "outlooks", query, as_json=as_json)
            return
        check_kind(store, "outlooks", kind)
        fared = store.scores(query)
        if as_json:
            show.json_lines(fared)
        else:
            show.scores(fared, unnamed=_decided_of_the_unnamed(store, query))


def _decided_of_the_unnamed(store: Picture, query: Query) -> int:
    """How many outlooks were decided whose holder has no name, and so no score."""
    from sayso.link.scores import holder_of

    every = store.outlooks(replace(query, limit=None, kind=None))
    return sum(found.outcome != "open" and holder_of(found.reading, found.record, {}) is None for found in every)
