"""What a noun that takes an event up again ("the attack", "this decision") leaves unsaid, the first telling says.

Such a telling has the sides, the place and the time of the first one where it has none of its own; its participants'
words are then those of the first telling. Talks have both its sides, whoever speaks at them or of them. So are its
status and certainty where only the verb beside it leaves them open. Verbs and
indefinite nouns are left as their own sentence has them.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec

from sayso.extract._retelling.again import has_been_told, takes_up
from sayso.extract._retelling.untyped import TAKING_UP
from sayso.extract._telling.told import Told
from sayso.model import Event

SIDES = ("actors", "recipients")


def taken_up(told: Sequence[Told], same: dict[str, str]) -> list[Event]:
    """The events in their order; those that only take up another one completed by it."""
    events: dict[str, Event] = {}
    for one in told:
        event = one.event
        first = events.get(same.get(event.id, ""))
        if first is not None and _only_names(one):
            again = has_been_told(one.telling, event.status, first.status)
            event = _typed(event, first)
            event = completed(msgspec.structs.replace(event, **_as_told(first)) if again else event, first)
        events[event.id] = event
    return list(events.values())


def _as_told(first: Event) -> dict[str, Any]:
    """What it is by the first telling, whatever the verb beside the noun is about: "parliament may pass the deal"."""
    when = ("time", "start", "end", "precision", "from_") if first.from_ == "dateline" else ()
    return {key: getattr(first, key) for key in ("status", "certainty", *when)}


def _typed(event: Event, first: Event) -> Event:
    """ "The operation", "that incident": of the type of the deed that it takes up, if it has none."""
    if event.type is not None or event.trigger.lemma not in TAKING_UP or first.type is None:
        return event
    return msgspec.structs.replace(event, type=first.type, mode=first.mode, codes=first.codes)


def _only_names(one: Told) -> bool:
    """A definite noun, or a noun of which nothing is told ("permission alone")."""
    noun = one.telling.head.pos_ in ("NOUN", "PROPN")
    return takes_up(one.telling) or (noun and not any(getattr(one.event, side) for side in SIDES))


def completed(event: Event, first: Event) -> Event:
    """The event with the sides, place and time of the first telling where it has none."""
    whole = event.type == "CONSULT" and _has_both(first, event)
    found: dict[str, Any] = {
        side: getattr(first, side)
        for side in SIDES
        if whole or (not getattr(event, side) and _free(event, first, side))
    }
    if event.place is None:
        found["place"] = first.place
    if event.from_ != "words" and first.from_ == "words":
        found |= {key: getattr(first, key) for key in ("time", "start", "end", "precision", "from_")}
    return msgspec.structs.replace(event, **found)


def _has_both(first: Event, event: Event) -> bool:
    """ "During the call, Reis said", "aides familiar with the call": the first telling of a talk knows both sides, the
    later one only who speaks at it, or of it.
    """
    ours, theirs = ({p.entity for p in (*one.actors, *one.recipients)} for one in (event, first))
    return len(theirs - {None}) > 1 and (not ours & theirs or ours < theirs)


def _free(event: Event, first: Event, side: str) -> bool:
    """True when nobody of that side of the first telling stands on the other side here."""
    other = event.recipients if side == "actors" else event.actors
    here = {p.entity or p.text.lower() for p in other}
    return not any((p.entity or p.text.lower()) in here for p in getattr(first, side))
