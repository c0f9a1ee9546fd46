"""The same happening told in many reports.

Two tellings are compared where their reports are alike (or one) and where the trigger or the type is the same. What
they share speaks for one event; times, places or reality that cannot meet rule it out. Pairs are joined best first, and
two groups only while nothing in them is ruled out and their reports on average speak for it: a chain of near matches
cannot tie two events that cannot be one.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import islice

from sayso.link.contested import contested
from sayso.link.features import DEEDS, Features, features
from sayso.link.groups import Groups
from sayso.link.likeness import anchored, likeness
from sayso.link.moments import moment
from sayso.link.odds import odds
from sayso.link.rarity import Rarity, known_by_rare_names
from sayso.link.ruled_out import (
    TOGETHER,
    can_be_one,
    denies_in_other_words,
    is_charge_of,
    is_own_account,
    is_told_again,
)
from sayso.link.stories import ALIKE, one_story, similar
from sayso.model import Reading

#: log odds that make tellings of two reports one event, and those that two groups must have on average
LIKELY, ON_AVERAGE = 0.5, 0.0
#: tellings that cannot be one count so much against it
CANNOT = -4.0
#: the likeness that makes two tellings of one report one event, and, of two reports, a denial one with what it denies,
#: or one headline with another
ENOUGH_IN_ONE_REPORT, ENOUGH = 2.9, 2.6
#: what is looked for in reports that are hardly alike: deeds, and no words or things at large
MATERIAL = DEEDS | {"AID", "PROTEST", "RETREAT", "SANCTION"}
#: kinds of mishap in which people die
DEADLY = frozenset({"collide", "explode", "sink"})

Telling = tuple[str, str]
#: (i, j), i < j → how alike the reports i and j are
Stories = Mapping[tuple[int, int], float]


def link_events(
    readings: Sequence[Reading], copies: Mapping[str, str], stories: Stories | None = None
) -> dict[Telling, str]:
    """(report, event) → id of its linked event, for every event; `copies` says which report is a copy of which,
    `stories` how alike two are, where that is known."""
    tellings, found, rarity = compared(readings, copies, stories)
    groups = Groups(tellings)
    number = {(f.report, f.event): i for i, f in enumerate(tellings)}
    for one, other in _contested(readings, number):
        groups.join_rivals(one, other)
    for one, other in (*_told_again(readings, number), *_answered(tellings)):
        groups.join(one, other)
    _join_likeliest(groups, found, rarity)
    for one, other in _lost(tellings, groups):
        groups.join(one, other)
    return _named(readings, tellings, groups)


def compared(
    readings: Sequence[Reading], copies: Mapping[str, str], stories: Stories | None = None
) -> tuple[list[Features], Stories, Rarity]:
    """All tellings, the reports that may tell of one event with how alike they are, and how rare what they share is."""
    tellings = [f for i, reading in enumerate(readings) for f in features(i, reading)]
    tellings = known_by_rare_names(tellings, len(readings))
    found = one_story(readings, similar(readings) if stories is None else stories)
    for one, other in _copied(readings, copies):
        found[min(one, other), max(one, other)] = 1.0
    return tellings, found, Rarity(tellings, readings)


def _join_likeliest(groups: Groups, stories: Stories, rarity: Rarity) -> None:
    """Joins the tellings that speak for one event, the likeliest first."""
    tellings = groups.tellings

    @cache
    def likely(i: int, j: int) -> float:
        one, other = tellings[i], tellings[j]
        story = stories.get((min(one.report, other.report), max(one.report, other.report)), 0.0)
        return odds(one, other, story, rarity) if can_be_one(one, other) else CANNOT

    scored: list[tuple[float, int, int]] = []
    for i, j, story in worth_comparing(tellings, stories):
        one, other = tellings[i], tellings[j]
        if not can_be_one(one, other):
            continue
        by_rules = is_told_by_rules(one, other)
        score = _by_rules(one, other, story, rarity) if by_rules else odds(one, other, story, rarity, LIKELY)
        if score >= LIKELY:
            scored.append((score, i, j))
    for _, i, j in sorted(scored, key=lambda pair: (-pair[0], pair[1], pair[2])):
        together = None if tellings[i].report == tellings[j].report else groups.agree(i, j, likely)
        if together is None or together >= ON_AVERAGE:
            groups.join(i, j)


def is_told_by_rules(one: Features, other: Features) -> bool:
    """Whether no odds were learnt for such tellings: of one report, of two headlines, a denial and what it denies."""
    return one.report == other.report or one.denied != other.denied or (one.brief and other.brief)


def _by_rules(one: Features, other: Features, story: float, rarity: Rarity) -> float:
    """How much speaks for one event of what one report tells, two headlines, or a denial and what it denies; -inf for
    too little.
    """
    enough = ENOUGH_IN_ONE_REPORT if one.report == other.report else ENOUGH
    if not anchored(one, other, story):
        return -float("inf")
    alike = likeness(one, other, story, rarity.verb(one, other))
    return alike - enough + 1.0 if alike >= enough else -float("inf")


def _told_again(readings: Sequence[Reading], number: Mapping[tuple[int, str], int]) -> Iterator[tuple[int, int]]:
    """What the reading of one report found to be one event; `number`: of each telling, by report and event."""
    for r, reading in enumerate(readings):
        for event in reading.events:
            if event.same_as is not None:
                yield number[r, event.id], number[r, event.same_as]


def _contested(readings: Sequence[Reading], number: Mapping[tuple[int, str], int]) -> Iterator[tuple[int, int]]:
    """Rival accounts of one deed in one report."""
    for r, reading in enumerate(readings):
        for one, other in contested(reading):
            yield number[r, one.id], number[r, other.id]


def _answered(tellings: Sequence[Features]) -> Iterator[tuple[int, int]]:
    """A denial, or a charge, and what the report told before it in other words of the same thing."""
    before: dict[int, list[int]] = defaultdict(list)
    for i, telling in enumerate(tellings):
        of = denies_in_other_words if telling.denied else is_charge_of if telling.charged else is_own_account
        if telling.happened:
            earlier = (j for j in reversed(before[telling.report]) if of(telling, tellings[j]))
            yield from ((one, i) for one in islice(earlier, 1))
        if telling.happened and not telling.denied:
            before[telling.report].append(i)


def _lost(tellings: Sequence[Features], groups: Groups) -> Iterator[tuple[int, int]]:
    """Who died, and the attack or mishap of its report, where that tells of no other."""
    losses: dict[int, list[int]] = defaultdict(list)
    incidents: dict[int, dict[object, int]] = defaultdict(dict)
    for i, telling in enumerate(tellings):
        if telling.loss:
            losses[telling.report].append(i)
        elif _may_kill(telling):
            kind = groups.of[i]
            incidents[telling.report].setdefault(kind, i)
    for report, found in losses.items():
        if len(incidents[report]) == 1:
            yield from ((i, loss) for i in incidents[report].values() for loss in found)


def _may_kill(telling: Features) -> bool:
    deed = telling.type == "ASSAULT" or bool(telling.kin & DEADLY)
    old = telling.dated and telling.end is not None and (telling.published or 0) - telling.end > TOGETHER
    return deed and telling.happened and not (telling.denied or telling.past or old)


def _copied(readings: Sequence[Reading], copies: Mapping[str, str]) -> Iterator[tuple[int, int]]:
    numbers = {reading.report.id: i for i, reading in enumerate(readings)}
    for copy, origin in copies.items():
        if copy in numbers and origin in numbers:
            yield numbers[copy], numbers[origin]


def worth_comparing(tellings: Sequence[Features], stories: Stories) -> Iterator[tuple[int, int, float]]:
    """Pairs worth comparing, with how alike their reports are."""
    keys: dict[int, dict[object, list[int]]] = defaultdict(lambda: defaultdict(list))
    for i, telling in enumerate(tellings):
        own = keys[telling.report]
        own[telling.lemma].append(i)
        if telling.type is not None:
            own[telling.type, None].append(i)
        for family in telling.kin:
            own["kin", family].append(i)
        for effect in telling.tolls:
            own["toll", effect].append(i)
    for (one, other), story in stories.items():
        for i, j in _sharing(keys.get(one, {}), keys.get(other, {})):
            if story >= ALIKE or (tellings[i].type in MATERIAL and not _is_wider(tellings[i], tellings[j])):
                yield i, j, story
    for own in keys.values():
        # most of what is told in other words the reading of the report has joined
        for i, j in _sharing(own, own):
            if i < j and (tellings[i].lemma == tellings[j].lemma or is_told_again(tellings[i], tellings[j])):
                yield i, j, 0.5


def _is_wider(one: Features, other: Features) -> bool:
    """Whether one was all over a country and the other at a place in it."""
    places = [f.place for f in (one, other) if f.place is not None]
    return len(places) > 1 and len({place.feature == "country" for place in places}) > 1


def _sharing(one: Mapping[object, list[int]], other: Mapping[object, list[int]]) -> set[tuple[int, int]]:
    return {(i, j) for key in one.keys() & other.keys() for i in one[key] for j in other[key]}


def _named(readings: Sequence[Reading], tellings: Sequence[Features], groups: Groups) -> dict[Telling, str]:
    names: dict[Telling, str] = {}
    for members in groups.members:
        own = [(readings[tellings[i].report].report, tellings[i].event) for i in members]
        if own:
            report, event = min(own, key=lambda t: (moment(t[0].published), t[0].id, len(t[1]), t[1]))
            name = linked_id(report.id, event)
            names.update(((told.id, telling), name) for told, telling in own)
    return names


def linked_id(report: str, event: str) -> str:
    """The id of a linked event: made of its first telling, so that later reports leave it as it is."""
    return "E" + hashlib.sha256(f"{report}/{event}".encode()).hexdigest()[:12]
