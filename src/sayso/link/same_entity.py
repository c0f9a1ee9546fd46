"""The same person, organization or place in many reports: those of one kind and one name; "RSF", where no two bodies
may be meant by that, with "Rapid Support Forces"; a surname with the only one who bears it; names of one place on the
map.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from sayso.link.records import SharedEntity
from sayso.link.short_forms import is_short, whole_initials

#: share of the reports that must agree on a country
AGREEING = 0.9


def share(rows: Iterable[Mapping[str, Any]]) -> list[SharedEntity]:
    """Entities joined over reports: names before common nouns, of each the most reported first.

    Rows hold `report`, `id`, `kind`, `name`, `country`, `lat`, `lon`, `mentions` of one entity of one report each.
    """
    rows = list(rows)
    full = {
        kind: names_of((row["name"], row["report"], row["country"]) for row in rows if row["kind"] == kind)
        for kind, names_of in (("organization", full_names), ("person", whole_names))
    }
    full["place"] = _map_names(row for row in rows if row["kind"] == "place" and row["lat"] is not None)
    groups: dict[tuple[str, str], list[Mapping[str, Any]]] = {}
    for row in rows:
        name = full.get(row["kind"], {}).get(row["name"], row["name"])
        groups.setdefault((row["kind"], name.casefold()), []).append(row)
    shared = [_shared(group, full.get(kind, {})) for (kind, _), group in groups.items()]
    return sorted(shared, key=lambda e: (e.name == e.name.lower(), -e.reports, -e.mentions, e.name))


def _map_names(rows: Iterable[Mapping[str, Any]]) -> dict[str, str]:
    """Names of places, each with the commonest name of the point where it mostly is: "U.S.", "United States"."""
    points: dict[str, Counter[tuple[float, float]]] = defaultdict(Counter)
    for row in rows:
        points[row["name"]][row["lat"], row["lon"]] += row["mentions"]
    mostly = {name: max(counts, key=lambda point: (counts[point], point)) for name, counts in points.items()}
    named = sorted(points, key=lambda name: (-points[name].total(), name))
    first = {mostly[name]: name for name in reversed(named)}
    return {name: first[mostly[name]] for name in named if first[mostly[name]] != name}


def full_names(named: Iterable[tuple[str, str, str | None]]) -> dict[str, str]:
    """Short forms of bodies, each with the name that it is short for, out of names, the reports that have them, and
    countries. Left out are those whose letters two names have, those that a report names beside the long name as
    another body, and those of another country.
    """
    reports: dict[str, set[str]] = defaultdict(set)
    countries: dict[str, Counter[str]] = defaultdict(Counter)
    for name, report, country in named:
        reports[name].add(report)
        countries[name].update([country] if country else [])
    longer: dict[str, list[str]] = defaultdict(list)
    for name in reports:
        longer[whole_initials(name)].append(name)
    found: dict[str, str] = {}
    for name, within in reports.items():
        names = longer[name.replace(".", "").casefold()] if is_short(name) else []
        lands = {
            _country(each) for each in (countries[name], sum((countries[one] for one in names), Counter())) if each
        }
        apart = all(within.isdisjoint(reports[one]) for one in names)
        if len({one.casefold() for one in names}) == 1 and apart and len(lands) < 2 and None not in lands:
            found[name] = names[0]
    return found


def whole_names(named: Iterable[tuple[str, str, str | None]]) -> dict[str, str]:
    """Surnames alone, each with the only full name that ends in it, out of names, the reports that have them, and
    countries; not where a report tells the two apart, or they are of two countries.
    """
    reports: dict[str, set[str]] = defaultdict(set)
    countries: dict[str, set[str]] = defaultdict(set)
    for name, report, country in named:
        reports[name].add(report)
        countries[name] |= {country} if country else set()
    bearers: dict[str, list[str]] = defaultdict(list)
    for name in reports:
        if " " in name:
            bearers[name.rsplit(" ", 1)[-1].casefold()].append(name)
    found: dict[str, str] = {}
    for name, within in reports.items():
        whole = bearers[name.casefold()] if " " not in name else []
        if len(whole) == 1 and within.isdisjoint(reports[whole[0]]) and len(countries[name] | countries[whole[0]]) < 2:
            found[name] = whole[0]
    return found


def _country(countries: Counter[str]) -> str | None:
    """The country that nearly all reports which give one give: "the police" of two lands are of neither."""
    country, times = countries.most_common(1)[0] if countries else (None, 0)
    return country if times >= AGREEING * countries.total() else None


def _shared(group: list[Mapping[str, Any]], full: Mapping[str, str]) -> SharedEntity:
    names = Counter(row["name"] for row in group)
    first = next(name for name, _ in names.most_common() if name not in full)
    others = {name.casefold(): name for name in sorted(names) if name.casefold() != first.casefold()}
    countries = Counter(row["country"] for row in group if row["country"])
    return SharedEntity(
        name=first,
        also=tuple(others.values()),
        kind=group[0]["kind"],
        country=_country(countries),
        lat=next((row["lat"] for row in group if row["lat"] is not None), None),
        lon=next((row["lon"] for row in group if row["lon"] is not None), None),
        reports=len({row["report"] for row in group}),
        mentions=sum(row["mentions"] for row in group),
        ids=tuple(f"{row['report']}/{row['id']}" for row in group),
    )
