"""The verb `outlooks`: what is expected, what became of it, and how those who expected it fared."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from sayso._cli_options import About, AsJson, By, Kind, Limit, PicturePath, Score, Since, Until, Where


def outlooks(
    about: About = None, by: By = None, where: Where = None, since: Since = None, until: Until = None,
    min_score: Score = 0.0, kind: Kind = None, limit: Limit = None,
    scores: Annotated[bool, typer.Option("--scores", help="How those who expect it fared, instead.")] = False,
    picture: PicturePath = Path("picture.db"), as_json: AsJson = False,
) -> None:  # fmt: skip
    """What is expected, by whom, how likely, until when, and what became of it.

    --kind is an outcome: came_true, failed or open. --scores counts them for everybody with a decided one; the Brier
    score is of those that give a probability (0 is perfect, 0.25 a coin).

    Example: sayso outlooks --about missiles --json
    """
    from sayso import _cli_show as show
    from sayso.persist.picture import Picture
    from sayso.persist.query import Query

    query = Query(about=about, by=by, where=where, since=since, until=until, min_score=min_score, kind=kind,
                  limit=limit)  # fmt: skip
    with Picture(picture, create=False) as store:
        fared = store.scores(query) if scores else []
        found = [] if scores else store.outlooks(query)
    if as_json:
        show.json_lines([*fared, *found])
    elif scores:
        show.scores(fared)
    else:
        show.outlooks(found)
