"""Deeds at the place where the story stands: "Rebels raided Gao on Monday. … They burned a mill and shot the miller."

A report of one town names it once. Where neither words nor network put a deed anywhere, it is where the deed before it
was, if the network finds this place likelier than any other and the deed is not of another time.
"""

from __future__ import annotations

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
#: How many lines a story goes on in one place without naming it, and how far its days may lie apart.
LINES = 2
WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Lean:
    """A place to which the network leans, and its share."""

    place: str
    share: float


def leans_to(shares: Mapping[str, float], nowhere: str, among: Mapping[str, float]) -> Lean | None:
    """The likeliest place of those that are open (`among`), where it is likely enough; `shares` are the honest ones."""
    best = max((one for one in among if one != nowhere), key=among.__getitem__, default=None)
    if best is None or shares[best] < LEAST or shares[best] < TIMES * shares.get(nowhere, 0.0):
        return None
    return Lean(best, round(shares[best], 3))


def staying(events: Sequence[Event], leaning: Mapping[int, Lean], text: str) -> list[Event]:
    """The events in the order of the text; deeds without a place are where the last deed was, if they lean to it."""
    found: list[Event] = []
    last: Event | None = None
    for number, event in enumerate(events):
        lean = leaning.get(number)
        stays = lean is not None and last is not None and last.place == lean.place and _goes_on(last, event, text)
        placed = _at(event, lean) if lean is not None and stays else event
        if placed.place is not None and (placed.type not in SPOKEN or placed.type == "CONSULT"):
            last = placed
        found.append(placed)
    return found


def _at(event: Event, lean: Lean) -> Event:
    return msgspec.structs.replace(event, place=lean.place, place_sure=lean.share)


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
