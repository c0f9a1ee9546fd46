"""Linked events: on a timeline, on a map, in a list; and one of them with all its accounts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import urlencode

import msgspec

from sayso.link.counts import parted
from sayso.link.records import LinkedEvent, Telling
from sayso.model import Place
from sayso.persist.picture import Picture
from sayso.persist.query import ORDERS
from sayso.serve import display
from sayso.serve.cards import Cards
from sayso.serve.map_svg import Spot, draw_map
from sayso.serve.page import Asked, Page, nothing
from sayso.serve.scale import Scale
from sayso.serve.timeline_svg import DAY, Moment, clock_of, draw_timeline

#: view boxes: the page shows one of the two, so that letters are legible on a phone and on a desk
WIDE, NARROW = 1000, 380
#: events that line and map show at most, the first in the order asked for
OVERVIEW = 2000


def events(picture: Picture, asked: Asked) -> Page:
    """What happened, as reports tell it together; `kind` is a type, a mode or a status.

    Happenings without a code come with `all=1`.
    """
    order = asked.param("order") or "most told"
    everything = {"all": "1"} if asked.param("all") else {}
    query = asked.query(limit=max(OVERVIEW, asked.limit() + 1), order=order, coded=not everything)
    found = picture.events(query)
    shown = found[: asked.limit()]
    moments = [moment for moment in map(_moment, found) if moment]
    spots = list(_spots(found, asked))
    values = {
        "events": shown,
        "total": len(found),
        "nothing": nothing(picture, "events", asked, found),
        "all": len(found) < OVERVIEW,
        "orders": [(name, _link(asked.filters() | everything | {"order": name})) for name in ORDERS],
        "order": order,
        "everything": bool(everything),
        "uncoded": picture.how_many_events(replace(query, coded=False))
        - picture.how_many_events(replace(query, coded=True)),
        "toggle": _link(asked.filters() | {"order": order} | ({} if everything else {"all": "1"})),
        "more": len(found) > len(shown),
        "kinds": {"type": tuple(display.event_types()), "status": tuple(display.STATUSES)},
        "disputed": _disputed(picture),
        "timelines": [(name, draw_timeline(moments, width=width)) for name, width in _SIZES],
        "maps": [(name, draw_map(spots, width=width, height=_HEIGHTS[name])) for name, width in _SIZES],
        "spots": sorted(spots, key=lambda spot: (-spot.count, spot.name)),
        "hollow": any(event.time_from == "dateline" for event in found),
        "undated": len(found) - len(moments),
        "unplaced": sum(event.place is None for event in found),
    }
    return Page("events.html", values, shown)


def _link(params: dict[str, str]) -> str:
    return "/events?" + urlencode(params)


def _disputed(picture: Picture) -> dict[str, list[str]]:
    """Linked event → the fields on which its accounts disagree, as far as that is open."""
    fields: dict[str, list[str]] = {}
    for dispute in picture.disputes():
        known = fields.setdefault(dispute.event, [])
        if dispute.open and dispute.field not in known:
            known.append(dispute.field)
    return fields


_SIZES = (("wide", WIDE), ("narrow", NARROW))
_HEIGHTS = {"wide": 460, "narrow": 360}


def event(picture: Picture, asked: Asked) -> Page:
    """One linked event: who tells it, since when, on whose word, and their tolls side by side."""
    linked = picture.event(asked.path["event"])
    disputes = picture.disputes_of(linked.id)
    spots = list(_spots([linked], asked))
    values = {
        "event": linked,
        "tellings": [_telling(picture, telling) for telling in linked.mentions],
        "tolls": [(effect, *parted(accounts), Scale.of(accounts)) for effect, accounts in linked.tolls.items()],
        "disputes": disputes,
        "maps": [(name, draw_map(spots, width=NARROW, height=260)) for name in ("only",)] if spots else [],
    }
    data = msgspec.to_builtins(linked) | {"disputes": msgspec.to_builtins(disputes)}
    return Page("event.html", values, data)


def _telling(picture: Picture, telling: Telling) -> dict[str, Any]:
    """A telling with its card and its sentence."""
    reading = picture.reading(telling.report)
    record = next(event for event in reading.events if event.id == telling.event)
    start, end = record.sentence
    return {"telling": telling, "card": Cards(reading).event(record), "sentence": reading.report.text[start:end]}


def _moment(event: LinkedEvent) -> Moment | None:
    start = clock_of(event.start)
    if start is None:
        return None
    start = min(start, datetime.max - DAY)
    end = clock_of(event.end) or start + DAY
    of_report = event.time_from == "dateline"
    when = display.period(event.start, event.end, event.precision) + (", day of the report" if of_report else "")
    return Moment(
        title=f"{event.title}, {when}",
        href=f"/events/{event.id}",
        start=start,
        end=max(end, start + timedelta(minutes=1)),
        weight=event.reports,
        look=display.QUAD_CLASSES[display.linked_quad(event)] + (" of-report" if of_report else ""),
    )


def _spots(events: Iterable[LinkedEvent], asked: Asked) -> Iterable[Spot]:
    """One spot per place; each leads to the events there, the other filters kept."""
    places: dict[tuple[str, float, float], Place] = {}
    counts: Counter[tuple[str, float, float]] = Counter()
    for event in events:
        if event.place:
            key = (event.place.name, event.place.lat, event.place.lon)
            places[key] = event.place
            counts[key] += 1
    for key, count in counts.items():
        place = places[key]
        yield Spot(
            name=place.name,
            lat=place.lat,
            lon=place.lon,
            radius_km=place.radius_km,
            exact=display.has_point(place),
            count=count,
            href=_link(asked.filters() | {"where": place.name}),
        )
