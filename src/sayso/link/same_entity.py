"""The same person, organization or place in many reports: those of one kind and one name.

Only names have another: "RSF" goes with "Rapid Support Forces" where no two bodies may be meant by that, a surname with
the only one who bears it, and "Kiev" with "Kyiv", which the table of places has as one.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from msgspec.structs import replace

from sayso.link.full_names import full_name
from sayso.link.records import SharedEntity
from sayso.link.short_forms import letters, whole_initials
from sayso.model import Entity, EntityKind, Reading

#: share of the reports that must agree on a country
AGREEING = 0.9
#: share of the reports that name somebody of a surname which must name one and the same, for it to mean him alone
BORNE = 0.75

#: (kind, name) → the name under which it is one with others, for names that are not that themselves
Names = Mapping[tuple[EntityKind, str], str]
#: an entity, and the report that has it
_Named = tuple[str, Entity]


def one_name(readings: Iterable[Reading]) -> Names:
    """The names that are another's: short forms of bodies, surnames, other names of places."""
    named: dict[EntityKind, list[_Named]] = defaultdict(list)
    for reading in readings:
        for entity in reading.entities:
            if entity.has_name:
                named[entity.kind].append((reading.report.id, entity))
    full = _full_names(named["person"])
    persons = [(report, replace(one, name=full.get(one.name, one.name))) for report, one in named["person"]]
    found: dict[EntityKind, dict[str, str]] = {
        "organization": _whole_names(named["organization"], letters, whole_initials, 1),
        "person": full | _whole_names(persons, _alone, _surname, BORNE),
        "place": _map_names(entity for _, entity in named["place"]),
    }
    return {(kind, name): one for kind, names in found.items() for name, one in names.items()}


def _full_names(named: Iterable[_Named]) -> dict[str, str]:
    """Full names that differ in middle letters or in the form of the given name, each with the commonest; not where two
    have other letters, more than one report in ten tells two apart, or they are of two countries.
    """
    bearers: dict[tuple[str, str], dict[str, list[_Named]]] = defaultdict(lambda: defaultdict(list))
    for report, entity in named:
        if (parts := full_name(entity.name)) is not None:
            bearers[parts.given, parts.surname][entity.name].append((report, entity))
    found: dict[str, str] = {}
    for forms in bearers.values():
        letters = {parts.letters for name in forms if (parts := full_name(name)) is not None} - {""}
        reports = [report for rows in forms.values() for report in {report for report, _ in rows}]
        lands = Counter(one.country for rows in forms.values() for _, one in rows if one.country)
        one = len(set(reports)) >= AGREEING * len(reports)
        if one and len(letters) < 2 and (not lands or _country(lands)):
            first = max(forms, key=lambda name: (not name.isupper(), len(forms[name]), -len(name), name))
            found |= {name: first for name in forms if name.casefold() != first.casefold()}
    return found


def _whole_names(
    named: Iterable[_Named], short: Callable[[str], str], called: Callable[[str], str], most: float
) -> dict[str, str]:
    """Short names, each with the only name that may be `called` so, or the one that this share of the reports means by
    it; not where a report tells the two apart, or they are of two countries.
    """
    reports: dict[str, set[str]] = defaultdict(set)
    countries: dict[str, Counter[str]] = defaultdict(Counter)
    for report, entity in named:
        reports[entity.name].add(report)
        countries[entity.name].update([entity.country] if entity.country else [])
    whole: dict[str, list[str]] = defaultdict(list)
    for name in reports:
        whole[called(name)].append(name)
    found: dict[str, str] = {}
    for name, within in reports.items():
        spelled = _foremost(whole[short(name)], reports, most) if short(name) else []
        sides = (countries[name], sum((countries[one] for one in spelled), Counter()))
        lands = {_country(side) for side in sides if side}
        apart = all(within.isdisjoint(reports[one]) for one in spelled)
        if spelled and apart and len(lands) < 2 and None not in lands:
            found[name] = spelled[0]
    return found


def _foremost(spelled: Sequence[str], reports: Mapping[str, set[str]], most: float) -> list[str]:
    """Of the names those that are one, capitals aside, and that so many of the reports have; none where none are."""
    have = Counter(one.casefold() for one in spelled for _ in reports[one])
    first, times = have.most_common(1)[0] if have else ("", 0)
    return [one for one in spelled if one.casefold() == first] if times >= most * have.total() else []


def _alone(name: str) -> str:
    """A surname alone, in small letters; empty for other names."""
    return "" if " " in name else name.casefold()


def _surname(name: str) -> str:
    """The last word of a name of more than one."""
    return name.rpartition(" ")[2].casefold() if " " in name else ""


def _map_names(named: Iterable[Entity]) -> dict[str, str]:
    """Names of places, each with the commonest name of the place in the table that it mostly is: "U.S.", "United
    States". A place that is not in the table stands at the point of one that is near.
    """
    places: dict[str, Counter[int]] = defaultdict(Counter)
    for entity in named:
        if entity.place is not None and entity.place.geonameid is not None:
            places[entity.name][entity.place.geonameid] += len(entity.mentions)
    mostly = {name: max(counts, key=lambda number: (counts[number], number)) for name, counts in places.items()}
    commonest = sorted(places, key=lambda name: (-places[name].total(), name))
    first = {mostly[name]: name for name in reversed(commonest)}
    return {name: first[mostly[name]] for name in commonest if first[mostly[name]] != name}


def _country(countries: Counter[str]) -> str | None:
    """The country that nearly all reports which give one give: "the police" of two lands are of neither."""
    country, times = countries.most_common(1)[0] if countries else (None, 0)
    return country if times >= AGREEING * countries.total() else None


def share(rows: Iterable[Mapping[str, Any]], names: Names) -> list[SharedEntity]:
    """Entities joined over reports: names before common nouns, of each the most reported first.

    Rows hold `report`, `id`, `kind`, `name`, `country`, `lat`, `lon`, `mentions` of one entity of one report each.
    """
    groups: dict[tuple[EntityKind, str], list[Mapping[str, Any]]] = {}
    for row in rows:
        one = names.get((row["kind"], row["name"]), row["name"])
        groups.setdefault((row["kind"], one.casefold()), []).append(row)
    shared = [_shared(group, names) for group in groups.values()]
    return sorted(shared, key=lambda e: (e.name == e.name.lower(), -e.reports, -e.mentions, e.name))


def _shared(group: list[Mapping[str, Any]], names: Names) -> SharedEntity:
    """One of them; under the name that it is joined under even where the rows have its other names alone."""
    kind: EntityKind = group[0]["kind"]
    written = Counter(row["name"] for row in group)
    whole = (name for name, _ in written.most_common() if (kind, name) not in names)
    first = next(whole, None) or names[kind, group[0]["name"]]
    others = {name.casefold(): name for name in sorted(written) if name.casefold() != first.casefold()}
    countries = Counter(row["country"] for row in group if row["country"])
    return SharedEntity(
        name=first,
        also=tuple(others.values()),
        kind=kind,
        country=_country(countries),
        lat=next((row["lat"] for row in group if row["lat"] is not None), None),
        lon=next((row["lon"] for row in group if row["lon"] is not None), None),
        reports=len({row["report"] for row in group}),
        mentions=sum(row["mentions"] for row in group),
        ids=tuple(f"{row['report']}/{row['id']}" for row in group),
    )
