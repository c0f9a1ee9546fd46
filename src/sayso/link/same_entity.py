"""The same person, organization or place in many reports: those of one kind and one name, and "RSF", where no two
bodies may be meant by that, with "Rapid Support Forces".
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
    full = full_names((row["name"], row["report"], row["country"]) for row in rows if row["kind"] == "organization")
    groups: dict[tuple[str, str], list[Mapping[str, Any]]] = {}
    for row in rows:
        name = full.get(row["name"], row["name"]) if row["kind"] == "organization" else row["name"]
        groups.setdefault((row["kind"], name.casefold()), []).append(row)
    shared = [_shared(group, full) for group in groups.values()]
    return sorted(shared, key=lambda e: (e.name == e.name.lower(), -e.reports, -e.mentions, e.name))


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


def _country(countries: Counter[str]) -> str | None:
    """The country that nearly all reports which give one give: "the police" of two lands are of neither."""
    country, times = countries.most_common(1)[0] if countries else (None, 0)
    return country if times >= AGREEING * countries.total() else None


def _shared(group: list[Mapping[str, Any]], full: Mapping[str, str]) -> SharedEntity:
    names = Counter(row["name"] for row in group)
    short = sorted(full.keys() & names.keys()) if group[0]["kind"] == "organization" else []
    countries = Counter(row["country"] for row in group if row["country"])
    return SharedEntity(
        name=next((name for name, _ in names.most_common() if name not in short)),
        also=tuple(short),
        kind=group[0]["kind"],
        country=_country(countries),
        lat=next((row["lat"] for row in group if row["lat"] is not None), None),
        lon=next((row["lon"] for row in group if row["lon"] is not None), None),
        reports=len({row["report"] for row in group}),
        mentions=sum(row["mentions"] for row in group),
        ids=tuple(f"{row['report']}/{row['id']}" for row in group),
    )
