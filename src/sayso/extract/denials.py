"""What a denial denies: the event that the denied words tell."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

import msgspec

from sayso.codebook.match import lemma
from sayso.extract._saying.charges import SAID, Charges
from sayso.extract._saying.draft import Shelf
from sayso.extract._saying.main_line import is_said_by
from sayso.model import Event, Span, Statement

if TYPE_CHECKING:
    from spacy.tokens import Doc

#: What is refused, or turned down: denied is what was.
REFUSED = re.compile(
    r"(?:to (?!have\b)|(?:[\w’']+ ){0,3}(?:attempt|effort|bid|offer|request|proposal|call|demand|appeal|plea)s?\b)",
    re.I,
)


def link_denials(doc: Doc, statements: Sequence[Statement], events: Sequence[Event]) -> tuple[Statement, ...]:
    """The statements, those of act `deny` with the id of the event that they deny.

    It is the first event of their content that did not occur, as its innermost source has it; where a nested statement
    says it, the innermost denial alone is linked. A denial of a thing that is no event keeps None, and so do one that
    only names the event ("dismissed criticism of the raid") and one of what did not happen ("a rule that bars no one").
    "The charge", "the claim" and "any role in it" stand for what was told before: see `_saying.charges`.
    """
    shelf: Shelf[Event] = Shelf()
    for event in events:
        if event.status == "did_not_occur" or event.certainty.polarity == "negative":
            shelf.put(event.trigger.spans[0], event)
    charges = Charges(doc, statements, events)
    return tuple(_linked(doc, s, shelf, charges) if s.act == "deny" else s for s in statements)


def _linked(doc: Doc, statement: Statement, shelf: Shelf[Event], charges: Charges) -> Statement:
    if REFUSED.match(statement.content.text):  # "rejected attempts to seize it"
        return statement
    inside = [
        event
        for span in statement.content.spans
        for event in shelf.over(span)
        if span[0] <= event.trigger.spans[0][0] < span[1]
        and _is_his_word(doc, span, event, statement)
        and is_said_by(doc, span, event)
    ]
    charge = None if any(event.type for event in inside) else charges.denied_by(statement)
    if charge is not None:
        return msgspec.structs.replace(statement, denies=charge.id)
    if not inside:
        return statement
    coded = [event for event in inside if event.type is not None] or inside
    return msgspec.structs.replace(statement, denies=min(coded, key=lambda e: e.trigger.spans[0]).id)


def _is_his_word(doc: Doc, content: Span, event: Event, denial: Statement) -> bool:
    """Whether it is on the denier's word, or on that of those whose claim he denies: "rejected Togo's claims that"."""
    said = [link.statement for link in event.according_to[-2:]]
    if not said or said[-1] == denial.id:
        return bool(said)
    span = doc.char_span(*content, alignment_mode="expand")
    return said[0] == denial.id and span is not None and lemma(span.root) in SAID
