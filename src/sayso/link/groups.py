"""Tellings in groups: each group is an event, and two are one only while nothing in them rules that out."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from sayso.link.features import Features
from sayso.link.ruled_out import are_alike, can_be_one, could_be_one

#: so many of a group are compared before it is joined
COMPARED = 60
#: a report that tells two such deeds apart counts as so much log odds that they are one
TOLD_APART = -1.0


class Groups:
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

    def agree(self, one: int, other: int, odds: Callable[[int, int], float]) -> float | None:
        """How likely the two groups of these tellings tell one event: the log odds of the likeliest tellings of each
        two reports, on average with those reports that tell two such deeds apart. None where rival accounts, which
        contradict each other, are among them, or nothing is to be compared.
        """
        a, b = self.of[one], self.of[other]
        if any(not self.contested.isdisjoint(self.members[group]) for group in (a, b)):
            return None
        best: dict[tuple[int, int], float] = {}
        apart: set[int] = set()
        for i in self.members[a][:COMPARED]:
            for j in self.members[b][:COMPARED]:
                first, second = self.tellings[i], self.tellings[j]
                reports = first.report, second.report
                if first.denied != second.denied or (first.brief and second.brief):
                    continue
                if first.report != second.report:
                    best[reports] = max(best.get(reports, -float("inf")), odds(min(i, j), max(i, j)))
                elif _are_told_apart(first, second):
                    apart.add(first.report)
        return (sum(best.values()) + TOLD_APART * len(apart)) / (len(best) + len(apart)) if best else None

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


def _are_told_apart(one: Features, other: Features) -> bool:
    """Whether one report tells two deeds of one type, of each of which it says to whom or where: not to the same."""
    if one.type is None or one.type != other.type or one.recipients & other.recipients:
        return False
    return all(f.recipients or f.place is not None or f.unplaced is not None for f in (one, other))


def _is_also_denied(one: Features, other: Features) -> bool:
    """Whether one is a denial, which need be no answer to every telling of what it denies."""
    return one.denied != other.denied and could_be_one(one, other)
