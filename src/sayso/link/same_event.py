"""The same happening told in many reports.

Two tellings are compared where their reports are alike (or one) and where the trigger or the type is the same. What
they share speaks for one event; times, places or reality that cannot meet rule it out. Pairs are joined best first, and
two groups only while nothing in them is ruled out: a chain of near matches cannot tie two events that cannot be one.
"""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice
from math import log10

from sayso.link.contested import contested
from sayso.link.features import DEEDS, Features, features
from sayso.link.likeness import anchored, likeness
from sayso.link.moments import moment
from sayso.link.ruled_out import (
    TOGETHER,
    are_alike,
    can_be_one,
    could_be_one,
    denies_in_other_words,
    is_charge_of,
    is_own_account,
    is_told_again,
)
from sayso.link.stories import ALIKE, one_story, similar
from sayso.model import Reading

#: the likeness that makes two tellings one event, within one report and across reports; tuned on ECB+'s dev half
ENOUGH = 2.6
ENOUGH_IN_ONE_REPORT = 2.9
#: in a picture of fewer reports than this, a word that many of them have may well be the one story they tell
FEW_REPORTS = 50
#: a word that a report has more often than this says less the oftener it has it
OFTEN = 5
#: names that more of the reports have than this tie no two of them
USUAL_SHARE = 0.2
#: what is looked for in reports that are hardly alike: deeds, and no words or things at large
MATERIAL = DEEDS | {"AID", "PROTEST", "RETREAT", "SANCTION"}
#: kinds of mishap in which people die
DEADLY = frozenset({"collide", "explode", "sink"})
#: so many of a group are compared before it is joined
COMPARED = 60

Telling = tuple[str, str]


def link_events(
    readings: Sequence[Reading], copies: Mapping[str, str], stories: Mapping[tuple[int, int], float] | None = None
) -> dict[Telling, str]:
    """(report, event) → id of its linked event, for every event; `copies` says which report is a copy of which,
    `stories` how alike two are, where that is known."""
    tellings = [f for i, reading in enumerate(readings) for f in features(i, reading)]
    tellings = known_by_rare_names(tellings, len(readings))
    groups = _Groups(tellings)
    number = {(f.report, f.event): i for i, f in enumerate(tellings)}
    for one, other in _contested(readings, number):
        groups.join_rivals(one, other)
    for one, other in (*_told_again(readings, number), *_answered(tellings)):
        groups.join(one, other)
    stories = one_story(readings, similar(readings) if stories is None else stories)
    for one, other in _copied(readings, copies):
        stories[min(one, other), max(one, other)] = 1.0
    rarity = _rarity(tellings, len(readings))
    pairs = [
        (score, one, other) for one, other, story, enough in _pairs(tellings, stories, len(readings))
        if can_be_one(tellings[one], tellings[other])
        and anchored(tellings[one], tellings[other], story)
        and (score := likeness(tellings[one], tellings[other], story, rarity(tellings[one], tellings[other]))) >= enough
    ]  # fmt: skip
    for _, one, other in sorted(pairs, key=lambda pair: (-pair[0], pair[1], pair[2])):
        groups.join(one, other)
    for one, other in _lost(tellings, groups):
        groups.join(one, other)
    return _named(readings, tellings, groups)


class _Groups:
    """Tellings in groups, each at first alone."""

    def __init__(self, tellings: Sequence[Features]) -> None:
        self.tellings = tellings
        self.of = list(range(len(tellings)))
        self.members = [[i] for i in range(len(tellings))]
        #: of each group, those that it cannot be one with
        self.apart: list[set[int]] = [set() for _ in tellings]
        #: those of which rival accounts tell the place or the day
        self.contested: set[int] = set()

    def join(self, one: int, other: int) -> None:
        """Makes one group of two, unless members rule each other out."""
        a, b = self.of[one], self.of[other]
        if a == b or (b in self.apart[a] and not self._has_rivals(a, b)):
            return
        if self._fit(self.members[a], self.members[b]):
            self._unite(a, b)
        else:
            self.apart[a].add(b)
            self.apart[b].add(a)

    def join_rivals(self, one: int, other: int) -> None:
        """Makes one group of two accounts of one deed that differ in its place or its day."""
        self.contested |= {one, other}
        if self.of[one] != self.of[other]:
            self._unite(self.of[one], self.of[other])

    def _has_rivals(self, a: int, b: int) -> bool:
        """Whether rival accounts are among them, of which a third telling may take a side."""
        return not (self.contested.isdisjoint(self.members[a]) and self.contested.isdisjoint(self.members[b]))

    def _unite(self, a: int, b: int) -> None:
        if len(self.members[a]) < len(self.members[b]):
            a, b = b, a
        for i in self.members[b]:
            self.of[i] = a
        self.members[a] += self.members[b]
        self.members[b] = []
        for c in self.apart[b]:
            self.apart[c].discard(b)
            self.apart[c].add(a)
        self.apart[a] |= self.apart[b]
        self.apart[b] = set()

    def _fit(self, some: list[int], others: list[int]) -> bool:
        pairs = ((self.tellings[i], self.tellings[j]) for i in some[:COMPARED] for j in others[:COMPARED])
        if all(can_be_one(one, other) or _is_also_denied(one, other) for one, other in pairs):
            return True
        return self._takes_a_side(some, others) or self._takes_a_side(others, some)

    def _takes_a_side(self, some: list[int], rivals: list[int]) -> bool:
        """Whether each of some can be one with one of the rival accounts, and only place and time are in the way."""
        if self.contested.isdisjoint(rivals):
            return False
        told = [[(self.tellings[i], self.tellings[j]) for j in rivals[:COMPARED]] for i in some[:COMPARED]]
        return all(
            any(can_be_one(*pair, strictly=True) for pair in pairs) and all(are_alike(*pair) for pair in pairs)
            for pairs in told
        )


def _is_also_denied(one: Features, other: Features) -> bool:
    """Whether one is a denial, which need be no answer to every telling of what it denies."""
    return one.denied != other.denied and could_be_one(one, other)


def rarities(tellings: Sequence[Features], reports: int) -> dict[str, float]:
    """Word → 1 where a tenth of the reports or less have it, down to a half where all have; few reports tell little."""
    frequency = Counter(word for _, word in {(telling.report, telling.lemma) for telling in tellings})
    return {word: min(1.0, 0.5 + 0.5 * log10((reports + FEW_REPORTS) / count)) for word, count in frequency.items()}


def _rarity(tellings: Sequence[Features], reports: int) -> Callable[[Features, Features], float]:
    """How much the word of two tellings says: less of one report that has it again and again."""
    words, times = rarities(tellings, reports), Counter((telling.report, telling.lemma) for telling in tellings)

    def rarity(one: Features, other: Features) -> float:
        within = min(1.0, OFTEN / times[one.report, one.lemma]) if one.report == other.report else 1.0
        return words[one.lemma] * within

    return rarity


def known_by_rare_names(tellings: list[Features], reports: int) -> list[Features]:
    """The tellings with the names that much of the picture has set apart: of a hundred reports of one war, two that
    tell what its sides did have not for that the same to tell.
    """
    if reports < FEW_REPORTS:
        return tellings
    named = {(telling.report, name) for telling in tellings for name in telling.actors | telling.recipients}
    counted = Counter(name for _, name in named)
    usual = frozenset(name for name, count in counted.items() if count > USUAL_SHARE * reports)
    return [replace(telling, usual=usual) if usual else telling for telling in tellings]


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


def _lost(tellings: Sequence[Features], groups: _Groups) -> Iterator[tuple[int, int]]:
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


def _pairs(
    tellings: Sequence[Features], stories: Mapping[tuple[int, int], float], reports: int
) -> Iterator[tuple[int, int, float, float]]:
    """Pairs worth comparing, with how alike their reports are and the likeness that they need."""
    keys: list[dict[object, list[int]]] = [defaultdict(list) for _ in range(reports)]
    for i, telling in enumerate(tellings):
        keys[telling.report][telling.lemma].append(i)
        if telling.type is not None:
            keys[telling.report][telling.type, None].append(i)
        for family in telling.kin:
            keys[telling.report]["kin", family].append(i)
        for effect in telling.tolls:
            keys[telling.report]["toll", effect].append(i)
    for (one, other), story in stories.items():
        for i, j in _sharing(keys[one], keys[other]):
            if story >= ALIKE or (tellings[i].type in MATERIAL and not _is_wider(tellings[i], tellings[j])):
                yield i, j, story, ENOUGH
    for own in keys:
        # most of what is told in other words the reading of the report has joined
        for i, j in _sharing(own, own):
            if i < j and (tellings[i].lemma == tellings[j].lemma or is_told_again(tellings[i], tellings[j])):
                yield i, j, 0.5, ENOUGH_IN_ONE_REPORT


def _is_wider(one: Features, other: Features) -> bool:
    """Whether one was all over a country and the other at a place in it."""
    places = [f.place for f in (one, other) if f.place is not None]
    return len(places) > 1 and len({place.feature == "country" for place in places}) > 1


def _sharing(one: Mapping[object, list[int]], other: Mapping[object, list[int]]) -> set[tuple[int, int]]:
    return {(i, j) for key in one.keys() & other.keys() for i in one[key] for j in other[key]}


def _named(readings: Sequence[Reading], tellings: Sequence[Features], groups: _Groups) -> dict[Telling, str]:
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
