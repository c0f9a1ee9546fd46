"""Why a question has no answer: which of its filters nothing meets, and which names are like the one asked for."""

from __future__ import annotations

from dataclasses import replace
from difflib import get_close_matches
from typing import Any

from sayso.persist.picture import Picture
from sayso.persist.query import Query

#: names that are shown as like the one asked for, and how like they are at the least
LIKE, LEAST = 3, 0.75
#: filters → what they are called
_CALLED = {
    ("where",): "the place",
    ("by",): "the name",
    ("about",): "the words",
    ("since", "until"): "the days",
    ("kind",): "the kind",
}
#: those of which `by` is the outlet
_OF_OUTLETS = ("reports", "entities")


def why_nothing(picture: Picture, verb: str, query: Query, what: str | None = None) -> str | None:
    """Why the list of that verb ("statements") is empty, in words; None where there is no more to say than that."""
    what = what or verb
    if not len(picture):
        return "there is no report in this picture"
    asked = [names for names in _CALLED if any(getattr(query, name) for name in names)]
    for names in asked:
        alone = Query(**{name: getattr(query, name) for name in names})
        if not picture.how_many(verb, alone):
            return _none(picture, verb, what, names, alone)
    without = ((_CALLED[names], picture.how_many(verb, _left_out(query, names))) for names in asked)
    rest = ", ".join(f"without {called} {many:,}" for called, many in without if many)
    return f"no {what} meet all of that; {rest}" if len(asked) > 1 and rest else None


def _left_out(query: Query, names: tuple[str, ...]) -> Query:
    none: dict[str, Any] = dict.fromkeys(names)
    return replace(query, limit=None, **none)


def _none(picture: Picture, verb: str, what: str, names: tuple[str, ...], query: Query) -> str | None:
    """What to say of a filter that nothing meets."""
    if names == ("where",):
        known = picture.entities(Query(where=query.where))
        if known:
            return f'no {what} in "{query.where}"'
        return f'no report names a place "{query.where}"' + _like(picture, query.where or "", "place")
    if names == ("by",):
        outlets = {line.outlet for line in picture.reports() if line.outlet} if verb in _OF_OUTLETS else None
        return f'no {what} by "{query.by}"' + _like(picture, query.by or "", among=outlets)
    if names == ("about",):
        return f'no {what} about "{query.about}"' + _like(picture, query.about or "")
    if names == ("kind",):
        return None
    days = sorted(line.published[:10] for line in picture.reports() if line.published)
    return f"no {what} of these days; the reports are from {days[0]} to {days[-1]}" if days else "no report has a date"


def _like(picture: Picture, name: str, kind: str | None = None, among: set[str] | None = None) -> str:
    """ "; names like it: Gaza": those `among` these, or of those that the reports have, or single words of these."""
    known = among or {one for entity in picture.entities(Query(kind=kind)) for one in (entity.name, *entity.also)}
    known = known | {word for one in known for word in one.split()}
    folded = {one.casefold(): one for one in sorted(known) if one != one.lower()}
    found = get_close_matches(name.casefold(), folded, LIKE, LEAST)
    return f"; names like it: {', '.join(folded[one] for one in found)}" if found else ""
