"""Deeds in the course of another event: "signed a pact [at the summit]", "hit [in the raid]" was there and then."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec
from spacy.tokens import Token

from sayso.codebook import syntax
from sayso.extract._placing.clauses import IN_COURSE, SPOKEN
from sayso.extract._status.status import carrier_of
from sayso.extract._telling.told import Told
from sayso.model import HAPPENED, Event

#: How many joined verbs the phrase may stand before: "at the summit they met, talked and signed".
JOINED = 3


def at_occasions(told: Sequence[Told], events: Sequence[Event]) -> list[Event]:
    """The events, in the order of `told`; those in the course of another have its place and time, where they have none
    of their own.
    """
    at = {token.i: n for n, one in enumerate(told) for token in (*one.telling.tokens, one.telling.head)}
    found = list(events)
    for n, one in enumerate(told):
        if events[n].status not in HAPPENED or events[n].mode == "phone":
            continue
        occasions = (at[noun.i] for noun in _in_whose_course(carrier_of(one.telling.head)) if noun.i in at)
        other = next((events[m] for m in occasions if m != n and _is_occasion(events[m])), None)
        if other is not None:
            found[n] = _completed(events[n], other)
    return found


def _in_whose_course(verb: Token) -> Iterator[Token]:
    """The nouns with "at" or "during" of the verb, or of the one that it goes on from."""
    for _ in range(JOINED):
        yield from (c for c in verb.children if c.dep_ == "obl" and syntax.case_of(c) in IN_COURSE)
        if verb.dep_ != "conj" or syntax.children(verb, "nsubj", "nsubj:pass"):
            return
        verb = verb.head


def _is_occasion(event: Event) -> bool:
    """Whether it is a meeting or a deed, and no mere words."""
    return event.type is not None and (event.type == "CONSULT" or event.type not in SPOKEN) and event.status in HAPPENED


def _completed(event: Event, other: Event) -> Event:
    if event.from_ != "words" and other.from_ == "words":
        event = msgspec.structs.replace(
            event, time=other.time, start=other.start, end=other.end, precision=other.precision, from_="words"
        )
    return event if event.place is not None else msgspec.structs.replace(event, place=other.place)
