"""Tellings of one event inside a report, and what is news in it.

A later telling is the same event as an earlier one when type and mode agree, nothing that both name differs (actors,
recipients, place, day, status of having happened), and they share something that tells them apart from others of the kind:
a participant, a place, a number, or the definite article of a noun that takes the event up again.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sayso.codebook.match import lemma
from sayso.extract._telling import Telling
from sayso.model import Event, Salience

HAPPENED = frozenset({"occurred", "ongoing", "attempted"})
#: Nouns that take up an event of any type ("the move", "the decision").
TAKING_UP = frozenset(
    "move decision step incident measure announcement permission approval attack strike blast explosion talk meeting visit agreement deal raid ban".split()
)
#: Days before the dateline from which on an event is background, and from which on it is history.
BACKGROUND_DAYS = 21
HISTORY_DAYS = 366
#: How many tellings back an event may be taken up by a bare definite noun.
NEAR = 12


@dataclass(frozen=True, slots=True)
class Told:
    """A finished event with the telling it was made from."""

    event: Event
    telling: Telling


def same_as(told: Sequence[Told]) -> dict[str, str]:
    """Of each later telling, the id of the first one of the same event."""
    first: dict[str, str] = {}
    for i, later in enumerate(told):
        if later.event.type is None or later.telling.about is not None:
            continue
        for earlier in reversed(told[:i]):
            if _same(earlier, later, i - told.index(earlier)):
                first[later.event.id] = first.get(earlier.event.id, earlier.event.id)
                break
    return first


def _same(earlier: Told, later: Told, distance: int) -> bool:
    a, b = earlier.event, later.event
    if a.type != b.type or a.sentence == b.sentence or earlier.telling.about is not None:
        return False
    if a.mode != b.mode and a.mode is not None and b.mode is not None:
        return False
    if (a.status in HAPPENED) != (b.status in HAPPENED) or _differ(a, b):
        return False
    shared = _shared(a, b)
    alike = lemma(earlier.telling.head) == lemma(later.telling.head) or (a.mode is not None and a.mode == b.mode)
    if _takes_up(later.telling) and not b.recipients and alike:
        return distance <= NEAR
    return shared >= 2 or (shared == 1 and alike)


def _differ(a: Event, b: Event) -> bool:
    """Whether something that both tell cannot be the same."""
    if a.place and b.place and a.place != b.place:
        return True
    if a.from_ == b.from_ == "words" and (a.start, a.end) != (b.start, b.end) and not _overlap(a, b):
        return True
    for ours, theirs in ((a.actors, b.actors), (a.recipients, b.recipients)):
        mine, other = {p.entity for p in ours} - {None}, {p.entity for p in theirs} - {None}
        if mine and other and not mine & other:
            return True
    return False


def _overlap(a: Event, b: Event) -> bool:
    if not (a.start and a.end and b.start and b.end):
        return True
    return a.start[:10] < b.end[:10] and b.start[:10] < a.end[:10]


def _shared(a: Event, b: Event) -> int:
    sides = ((a.actors, b.actors), (a.recipients, b.recipients), (a.instruments, b.instruments))
    shared = sum(
        bool({p.entity or p.text.lower() for p in x} & {p.entity or p.text.lower() for p in y}) for x, y in sides
    )
    return shared + bool(a.place and a.place == b.place) + bool(a.from_ == b.from_ == "words" and a.start == b.start)


def _takes_up(telling: Telling) -> bool:
    """ "the attack", "this decision": a definite noun."""
    head = telling.head
    return head.pos_ in ("NOUN", "PROPN") and any(
        c.dep_ == "det" and c.lower_ in ("the", "this", "that", "these", "those") for c in head.children
    )


def salience_of(event: Event, *, published: str | None, main: bool) -> Salience:
    """`history` a year and more before the dateline, `background` weeks before it or far from the news, else `main`."""
    day, start = _date(published), _date(event.start) if event.from_ == "words" else None
    if day is not None and start is not None:
        age = (day - start).days
        if age >= HISTORY_DAYS or (age > BACKGROUND_DAYS and start.year < day.year - 1):
            return "history"
        if age > BACKGROUND_DAYS:
            return "background"
    return "main" if main else "background"


def _date(text: str | None) -> date | None:
    if not text:
        return None
    try:
        return datetime.fromisoformat(text.replace("Z", "+00:00")).date()
    except ValueError:
        return None


def main_events(told: Sequence[Told], same: dict[str, str]) -> set[str]:
    """Ids of the events that the report is about: those of its first sentences and those told again."""
    sentences = sorted({one.event.sentence for one in told})
    lead = set(sentences[: max(2, len(sentences) // 4)])
    again = set(same.values())
    ids = {
        one.event.id
        for one in told
        if one.event.type is not None
        and one.event.status != "did_not_occur"
        and (one.event.sentence in lead or one.event.id in again)
    }
    return ids | {later for later, first in same.items() if first in ids}
