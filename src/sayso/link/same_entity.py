"""The same person, organization or place in many reports: those of one kind and one name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from sayso.link.records import SharedEntity

#: share of the reports that must agree on a country
AGREEING = 0.9


def share(rows: Iterable[Mapping[str, Any]]) -> list[SharedEntity]:
    """Entities joined over reports: names before common nouns, of each the most reported first.

    Rows hold `report`, `id`, `kind`, `name`, `country`, `lat`, `lon`, `mentions` of one entity of one report each.
    """
    groups: dict[tuple[str, str], list[Mapping[str, Any]]] = {}
    for row in rows:
        groups.setdefault((row["kind"], row["name"].casefold()), []).append(row)
    shared = [_shared(group) for group in groups.values()]
    return sorted(shared, key=lambda e: (e.name == e.name.lower(), -e.reports, -e.mentions, e.name))


def _country(countries: Counter[str]) -> str | None:
    """The country that nearly all reports which give one give: "the police" of two lands are of neither."""
    country, times = countries.most_common(1)[0] if countries else (None, 0)
    return country if times >= AGREEING * countries.total() else None


def _shared(group: list[Mapping[str, Any]]) -> SharedEntity:
    countries = Counter(row["country"] for row in group if row["country"])
    return SharedEntity(
        name=Counter(row["name"] for row in group).most_common(1)[0][0],
        kind=group[0]["kind"],
        country=_country(countries),
        lat=next((row["lat"] for row in group if row["lat"] is not None), None),
        lon=next((row["lon"] for row in group if row["lon"] is not None), None),
        reports=len({row["report"] for row in group}),
        mentions=sum(row["mentions"] for row in group),
        ids=tuple(f"{row['report']}/{row['id']}" for row in group),
    )
