"""Deeds at the place where the story stands: "Rebels raided Gao on Monday. … They burned a mill and shot the miller."

A report of one town names it once. Where neither words nor network put a deed anywhere, it is where the deed before it
was, if the network finds this place likelier than any other and the deed is not of another time.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

import msgspec

from sayso.extract._placing.clauses import SPOKEN
from sayso.extract._placing.when import day_of
from sayso.model import HAPPENED, OF_A_DAY, Event

#: Types of deeds that are done where those are to whom they are done.
DEEDS = frozenset({"ASSAULT", "COERCE", "CONTROL", "PROTEST", "RETREAT", "MOBILIZE"})
#: The share that the network must give to the place, and how many times that of no place.
LEAST, TIMES = 0.28, 1.5
#: The share that it must give in a line that names no other place since.
FAIR = 0.15
#: How many lines a story goes on in one place without naming it, and how far its days may lie apart.
LINES = 2
WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Lean:
    """The shares of the places that are open to an event which has none, and the place to which it leans, if any."""

    shares: Mapping[str, float]
    nowhere: float
    place: str | None

    def to(self, place: str | None, *, named: bool) -> bool:
        """Whether the event may be there: where it leans to, or, if no other place was `named` since, what is likelier
        than none.
        """
        share = self.shares.get(place or "", 0.0)
        return share > 0 and (place == self.place or (not named and share >= FAIR and share > self.nowhere))


def leans_to(shares: Mapping[str, float], nowhere: str, among: Mapping[str, float]) -> Lean:
    """To which of the places that are open (`among`) an event leans; `shares` are the honest ones."""
    open_, none = {one: shares[one] for one in among if one != nowhere}, shares.get(nowhere, 0.0)
    best = max(open_, key=open_.__getitem__, default=None)
    likely = best is not None and open_[best] >= LEAST and open_[best] >= TIMES * none
    return Lean(open_, none, best if likely else None)


def staying(
    events: Sequence[Event], leaning: Mapping[int, Lean], text: str, names: Sequence[tuple[int, str]]
) -> list[Event]:
    """The events in the order of the text; deeds without a place are where the last deed was, if they lean to it.
    `names`: where the text names which place, in its order.
    """
    found: list[Event] = []
    last: Event | None = None
    for number, event in enumerate(events):
        lean = leaning.get(number)
        placed = event
        if lean is not None and last is not None and _goes_on(last, event, text):
            named = _is_apart_by_name(last, event, text, names)
            placed = _at(event, last.place, lean) if lean.to(last.place, named=named) else event
        if placed.place is not None and (placed.type not in SPOKEN or placed.type == "CONSULT"):
            last = placed
        found.append(placed)
    return found


def _at(event: Event, place: str | None, lean: Lean) -> Event:
    share = round(lean.shares.get(place or "", 0.0), 3)
    return msgspec.structs.replace(event, place=place, place_sure=share)


def _is_apart_by_name(last: Event, event: Event, text: str, names: Sequence[tuple[int, str]]) -> bool:
    """Whether a line ends, or another place is named, between two deeds or in the sentence of the later one."""
    start, end = last.trigger.spans[0][0], event.trigger.spans[0][0]
    sentence = event.sentence[1] if event.sentence else end
    behind = names[bisect_left(names, (start, "")) : bisect_left(names, (max(end, sentence), ""))]
    return "\n" in text[start:end] or any(one != last.place for _, one in behind)


def _goes_on(last: Event, event: Event, text: str) -> bool:
    """Whether the deed has no place, stands shortly behind the last one and is not of another time."""
    if event.place is not None or event.type not in DEEDS or event.status not in HAPPENED:
        return False
    between = text[last.trigger.spans[0][0] : event.trigger.spans[0][0]]
    lines = len([line for line in between.split("\n") if line.strip()]) - 1
    return lines <= LINES and not _is_apart(last, event)


def _is_apart(last: Event, event: Event) -> bool:
    """Whether the words date the deed to another week than the last one, or to a month or year."""
    if event.from_ != "words" or event.start == last.start:
        return False
    days = day_of(event.start), day_of(last.start)
    if event.precision not in OF_A_DAY or days[0] is None or days[1] is None:
        return True
    return abs(days[0] - days[1]) > WEEK
