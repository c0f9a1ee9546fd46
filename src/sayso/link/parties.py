"""Who did it, or to whom, over all tellings of an event: one party, by whatever name or words a report knows it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from sayso.link.counts import NUMBERS, PEOPLE
from sayso.link.heads import AFTER, WORD, head_of
from sayso.link.records import Party
from sayso.link.short_forms import initials, letters
from sayso.link.told import PRONOUNS, Told
from sayso.model import Entity, EntityKind, Participant

#: words of a name that say nothing of who it is
_EMPTY = AFTER | {"a", "an", "the", "s", "its", "his", "her", "their", "our", "this", "that", "these", "those", "and"}


#: who speaks for a body: what it says and does, the body does
_SPEAKER = re.compile(r"^(?:an?|the|its)?\s*(?:\w+\s)?spokes(?:man|woman|person|people|men) (?:for|of) ", re.I)


@dataclass(frozen=True, slots=True)
class _Named:
    """One report's name for a party."""

    report: str
    name: str
    kind: EntityKind | None
    country: str | None


def parties_of(told: Sequence[Told], role: Literal["actors", "recipients"]) -> tuple[Party, ...]:
    """The actors or recipients; a land is one with its people's name, and "the depot" with the only party of which its
    words are a part ("an ammunition depot near Gao"). Each under its fullest name, the most reported first.
    """
    named: dict[str, list[_Named]] = defaultdict(list)
    for t in told:
        participants: tuple[Participant, ...] = getattr(t.event, role)
        for participant in participants:
            entity = t.entity(participant.entity)
            if entity is None and participant.text.casefold() in PRONOUNS:
                continue
            name = entity.name if entity else participant.text
            one = _Named(t.report.id, name, entity.kind if entity else None, entity.country if entity else None)
            named[_land(entity) or _bare(name)].append(one)
    groups = _with_shorter(_with_short_forms(list(named.values())))
    somebody = [group for group in groups if not all(_is_anybody(one.name) for one in group)]
    parties = [_party(group) for group in somebody or groups]
    return tuple(sorted(parties, key=lambda party: -len(party.reports)))


def _is_anybody(name: str) -> bool:
    """ "At least 60 people"; not "the Malian people"."""
    words = [word for word in WORD.findall(name.casefold()) if not word.isdigit() and word not in NUMBERS]
    return bool(words) and set(words) <= PEOPLE


def _land(entity: Entity | None) -> str | None:
    """The country that the name is of, or its people's ("Chad", "Chadian")."""
    if entity is None or entity.country is None:
        return None
    whole = entity.kind == "place" and entity.place is not None and entity.place.feature == "country"
    return entity.country if whole or entity.kind == "nationality" else None


def _bare(name: str) -> str:
    """The name, in small letters, of whomever a spokesman speaks for."""
    return _SPEAKER.sub("", name).casefold().removeprefix("the ")


def _with_short_forms(groups: list[list[_Named]]) -> list[list[_Named]]:
    """The groups; one that goes by nothing but letters goes to the only other one whose name they are short for."""
    longer: dict[str, list[int]] = defaultdict(list)
    for i, group in enumerate(groups):
        for called in {initials(one.name) for one in group}:
            longer[called].append(i)
    kept: list[list[_Named]] = []
    for group in groups:
        short = letters(_SPEAKER.sub("", group[0].name))
        to = longer[short] if short else []
        if len(to) == 1:
            groups[to[0]].extend(group)
        else:
            kept.append(group)
    return kept


def _with_shorter(groups: list[list[_Named]]) -> list[list[_Named]]:
    """The groups; one whose words are all those of just one other of the same head, and fewer, goes to that."""
    words = [frozenset().union(*(_words(one.name) for one in group)) for group in groups]
    heads = [{head_of(one.name) for one in group} for group in groups]
    into: dict[int, int] = {}
    for i, own in enumerate(words):
        longer = [j for j, other in enumerate(words) if own and own < other and heads[i] & heads[j]]
        if len(longer) == 1:
            into[i] = longer[0]
    joined: dict[int, list[_Named]] = {i: list(group) for i, group in enumerate(groups) if i not in into}
    for i in into:
        joined[_longest(i, into)] += groups[i]
    return list(joined.values())


def _longest(i: int, into: Mapping[int, int]) -> int:
    while i in into:
        i = into[i]
    return i


def _words(name: str) -> frozenset[str]:
    return frozenset(WORD.findall(name.casefold())) - _EMPTY


def _party(group: Sequence[_Named]) -> Party:
    """A land under its own name; else the name of most words, of these the first."""
    best = max(group, key=lambda one: (one.kind == "place", one.kind is not None, len(_words(one.name))))
    return Party(
        name=best.name,
        kind=best.kind,
        country=best.country,
        reports=tuple(dict.fromkeys(one.report for one in group)),
    )
