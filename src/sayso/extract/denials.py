"""What a denial denies: the event that the denied words tell."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from sayso.extract._draft import Shelf
from sayso.model import Event, Statement


def link_denials(statements: Sequence[Statement], events: Sequence[Event]) -> tuple[Statement, ...]:
    """The statements, those of act `deny` with the id of the event that they deny.

    It is the first event of their content that did not occur, as its innermost source has it; where a nested statement
    says it, the innermost denial alone is linked. A denial of a thing that is no event keeps None.
    """
    shelf: Shelf[Event] = Shelf()
    for event in events:
        if event.status == "did_not_occur" or event.certainty.polarity == "negative":
            shelf.put(event.trigger.spans[0], event)
    return tuple(_linked(statement, shelf) if statement.act == "deny" else statement for statement in statements)


def _linked(statement: Statement, shelf: Shelf[Event]) -> Statement:
    inside = [
        event
        for span in statement.content.spans
        for event in shelf.over(span)
        if span[0] <= event.trigger.spans[0][0] < span[1]
        and event.according_to
        and event.according_to[-1].statement == statement.id
    ]
    if not inside:
        return statement
    coded = [event for event in inside if event.type is not None] or inside
    return msgspec.structs.replace(statement, denies=min(coded, key=lambda e: e.trigger.spans[0]).id)
