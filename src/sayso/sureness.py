"""How sure of an act, a place or a time the reader must be for it to be shown, and used, as it stands."""

from __future__ import annotations

#: A place or time of which the networks are less sure is shown as unsure, and keeps no tellings apart.
SURE = 0.4
#: An act of a type with a lower score is shown as unsure: of such, fewer than half are one (docs/events.md).
SURE_ACT = 0.5
#: The score of an event without a code of which it is doubtful that it is one: a habit, a purpose, a topic.
DOUBTFUL = 0.3


def is_unsure(share: float | None, least: float = SURE) -> bool:
    """Whether a network gives so little to a place or time, or to an act; what it has not read is not unsure."""
    return share is not None and share < least
