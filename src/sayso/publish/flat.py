"""The flat table of events: one linked event a row, with the columns that users of UCDP and ACLED look for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Any

from sayso.link.counts import of_the_event
from sayso.link.records import Dispute, LinkedEvent, Party, TollAccount
from sayso.link.told import named
from sayso.model import Event
from sayso.persist.countries import country_name
from sayso.persist.picture import Picture
from sayso.publish.periods import period_of
from sayso.publish.words import chain

Cells = dict[str, Any]

#: column → what is in it; goes into the export's metadata
COLUMNS = {
    "event_id": "id of the linked event",
    "title": "who did what to whom, and where",
    "event_date": "when it was or began, as exactly as words give it: 2014, 2014-03, 2014-03-04, or with the hour",
    "event_date_end": "the last year, month or day of a longer stretch, included; empty where none is known",
    "part_of_day": "morning, afternoon, evening, night or daytime, of a day; early, mid or late, of a month",
    "date_from": "words, or dateline: the day of the report, where no words give one",
    "date_precision": "minute, hour, day, week, month, season, quarter, year, vague",
    "date_sure": "0 to 1, how sure the reader is of the day, where a network has read it",
    "event_type": "type of the codebook",
    "sub_event_type": "mode of the codebook",
    "type_sure": "0 to 1, how sure the reader is that an act of the type is told",
    "actor1": "who did it, under the fullest name that most reports give",
    "assoc_actor_1": "others who did it",
    "actor2": "to whom or to what",
    "assoc_actor_2": "others to whom",
    "country": "country of the place",
    "iso3": "its ISO 3166-1 alpha-3 code",
    "admin1": "first-level region of the place",
    "location": "the place",
    "latitude": "degrees north, WGS 84",
    "longitude": "degrees east, WGS 84",
    "geo_precision": "what the point stands for: point, city, admin2, admin1, country, region",
    "geo_radius_km": "how far from the point it may have been",
    "geo_sure": "0 to 1, how sure the reader is of the place, where a network has read it",
    "fatalities_low": "least number of killed that an account gives",
    "fatalities_best": "the latest account's number where none of the same time contradicts it; never a mean",
    "fatalities_high": "greatest number of killed that an account gives",
    "injured_low": "as fatalities_low",
    "injured_best": "as fatalities_best",
    "injured_high": "as fatalities_high",
    "claimed_by": "who says that they did it; several are rival claims (GTD: claimed, compclaim)",
    "blamed": "to whom others lay it",
    "suspected": "to whom it is laid with doubt (GTD: guncertain)",
    "denied_by": "who of them says that it was not they",
    "source": "outlets that tell it",
    "source_scale": "independent sources, copies and repeated spokesmen counted once",
    "according_to": "who says so, outermost first, of the telling in notes; hearsay (“is said”) where nobody is named",
    "notes": "the exact words of one telling",
    "status": "occurred, ongoing, attempted, threatened, planned, permitted, possible, did_not_occur",
    "certainty": "how sure the innermost source of that telling is",
    "credibility": "NATO information credibility, 1 to 6",
    "credibility_because": "why",
    "first_reported": "ISO 8601",
    "last_reported": "ISO 8601",
    "reports": "how many reports tell it",
    "evidence": "the telling in notes, as `sayso why` takes it",
}


def event_rows(picture: Picture, events: Sequence[LinkedEvent], disputes: Iterable[Dispute]) -> Iterator[Cells]:
    """The rows of the flat table."""
    contested = {(d.event, d.field) for d in disputes if d.kind == "contradiction" and d.open}
    reading_of = cache(picture.reading)
    for event in events:
        told = next((m for m in event.mentions if m.syndicated_from is None), event.mentions[0])
        reading = reading_of(told.report)
        record = next(e for e in reading.events if e.id == told.event)
        yield {
            **_head(event),
            **_who(event),
            **_where(event),
            **_toll("fatalities", event.tolls.get("killed", ()), contested=(event.id, "killed") in contested),
            **_toll("injured", event.tolls.get("injured", ()), contested=(event.id, "injured") in contested),
            **_laid_to(event),
            **_sources(event),
            "according_to": chain(named(record.according_to, {entity.id: entity for entity in reading.entities})),
            "notes": _sentence(reading.report.text, record),
            "certainty": record.certainty.degree,
            "evidence": f"{told.report}/{told.event}",
        }


def _sentence(text: str, event: Event) -> str:
    return " ".join(text[slice(*event.sentence)].split())


def _head(event: LinkedEvent) -> Cells:
    return {
        "event_id": event.id,
        "title": event.title,
        **_when(event),
        "date_precision": event.precision,
        "date_sure": event.time_sure,
        "event_type": event.type,
        "sub_event_type": event.mode,
        "type_sure": event.act_sure,
        "status": event.status,
        "credibility": event.credibility,
        "credibility_because": event.because,
        "first_reported": event.first_reported,
        "last_reported": event.last_reported,
    }


def _when(event: LinkedEvent) -> Cells:
    period = period_of(event.start, event.end, event.precision)
    if period is None:
        return {}
    return {
        "event_date": event.start if period.clock else period.first,
        "event_date_end": period.last if period.last != period.first else None,
        "part_of_day": period.part,
        "date_from": event.time_from,
    }


def _who(event: LinkedEvent) -> Cells:
    actor1, others1 = _first_and_rest(event.actors)
    actor2, others2 = _first_and_rest(event.recipients)
    return {"actor1": actor1, "assoc_actor_1": others1, "actor2": actor2, "assoc_actor_2": others2}


def _first_and_rest(parties: Sequence[Party]) -> tuple[str | None, str | None]:
    names = [party.name for party in parties]
    return (names[0] if names else None), ("; ".join(names[1:]) or None)


def _laid_to(event: LinkedEvent) -> Cells:
    columns = {"claims": "claimed_by", "blamed": "blamed", "suspected": "suspected", "denies": "denied_by"}
    named = {stance: [one.party for one in event.responsibility if one.stance == stance] for stance in columns}
    return {
        columns[stance]: "; ".join(dict.fromkeys(party for party in parties if party)) or None
        for stance, parties in named.items()
    }


def _where(event: LinkedEvent) -> Cells:
    place = event.place
    if place is None:
        return {}
    return {
        "country": country_name(place.country),
        "iso3": place.country,
        "admin1": place.admin1,
        "location": place.name,
        "latitude": place.lat,
        "longitude": place.lon,
        "geo_precision": place.feature,
        "geo_radius_km": place.radius_km,
        "geo_sure": event.place_sure,
    }


def _toll(column: str, accounts: Sequence[TollAccount], *, contested: bool) -> Cells:
    told = of_the_event(accounts)
    lows = [n for a in told if (n := a.low if a.low is not None else a.best) is not None]
    highs = [n for a in told if (n := a.high if a.high is not None else a.best) is not None]
    # accounts are in the order published; a report that says "rose to 11 from eight" ends with the greater
    latest = next((a.report for a in reversed(told) if a.best is not None), None)
    best = max((a.best for a in told if a.report == latest and a.best is not None), default=None)
    return {
        f"{column}_low": min(lows, default=None),
        f"{column}_best": None if contested else best,
        f"{column}_high": max(highs, default=None),
    }


def _sources(event: LinkedEvent) -> Cells:
    outlets = dict.fromkeys(m.outlet for m in event.mentions if m.outlet)
    return {"source": "; ".join(outlets), "source_scale": event.independent_sources, "reports": event.reports}
