"""What a denial denies: the event that the denied words tell."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

import msgspec

from sayso.codebook.match import lemma
from sayso.codebook.syntax import base, is_verb
from sayso.extract._saying.charges import CHARGES, CLAIMS, Charges
from sayso.extract._saying.draft import Shelf
from sayso.model import Event, Span, Statement

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

#: What is refused, or turned down: denied is what was.
REFUSED = re.compile(
    r"(?:to (?!have\b)|(?:[\w’']+ ){0,3}(?:attempt|effort|bid|offer|request|proposal|call|demand|appeal|plea)s?\b)",
    re.I,
)
#: Where what is denied stands under the word that heads the denied words; a subject only where no more is said of it
#: than that it is, was or came about.
_WITHIN = frozenset({"obj", "xcomp", "ccomp", "conj", "acl", "appos"})
_SUBJECTS = frozenset({"nsubj", "csubj"})
_COMING = frozenset({"be", "exist", "happen", "occur", "take"})
#: Clauses that are climbed from a word of the event to the head of the denied words.
_HIGHEST = 5


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
        and _is_what_is_denied(doc, span, event)
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
    return said[0] == denial.id and span is not None and lemma(span.root) in CLAIMS | CHARGES


def _is_what_is_denied(doc: Doc, content: Span, event: Event) -> bool:
    """Whether the words say that the event was or that somebody did it, and not something about it."""
    said, told = (doc.char_span(*span, alignment_mode="expand") for span in (content, event.trigger.spans[0]))
    if said is None or told is None:
        return False
    token = told.root
    for _ in range(_HIGHEST):
        if token.i == said.root.i:
            return True
        if not _goes_with(token):
            return False
        token = token.head
    return False


def _goes_with(token: Token) -> bool:
    """Whether the word above says no more than this one: "that an [attack] took place", "a claim that it [fired]"."""
    if token.dep_ == "acl:relcl":
        return False
    subject = base(token.dep_) in _SUBJECTS and (not is_verb(token.head) or token.head.lemma_.lower() in _COMING)
    return subject or base(token.dep_) in _WITHIN
