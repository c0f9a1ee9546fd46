"""Tellings that only say what sort of deed it was: "it was the third raid since May, when gunmen killed nine near Gao".

What stands beside such a noun is of what the deed is compared with. It says nothing of the other tellings, and has the
place and the time of the first one.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

from sayso.codebook.compared import is_compared
from sayso.extract._retelling.taken_up import completed
from sayso.extract._telling.told import Told
from sayso.model import Event

GROUNDS = ("place", "place_words", "place_sure", "time", "start", "end", "precision", "from_", "time_sure")


def sorts_of(told: Sequence[Told], same: Mapping[str, str]) -> dict[str, str]:
    """Of each telling that only compares a deed, the id of the first one of that deed."""
    ranked = (one for one in told if one.telling.effect_of is not None and is_compared(one.telling.head))
    return {one.event.id: same[one.event.id] for one in ranked if one.event.id in same}


def of_first(events: Sequence[Event], sorts: Mapping[str, str]) -> list[Event]:
    """The events; those of `sorts` with the sides that they leave unsaid, and at the place and time of the first."""
    by_id = {event.id: event for event in events}

    def whole(event: Event) -> Event:
        first = by_id.get(sorts.get(event.id, ""))
        if first is None:
            return event
        return msgspec.structs.replace(completed(event, first), **{name: getattr(first, name) for name in GROUNDS})

    return [whole(event) for event in events]
