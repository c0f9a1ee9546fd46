"""The sides of a dispute, and the dispute itself, as records."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

import msgspec

from sayso.link.moments import NEVER, moment
from sayso.link.records import Account, Dispute, DisputeField, DisputeKind, LaidTo, LinkedEvent, TollAccount
from sayso.link.told import Told
from sayso.model import Quantity, Responsibility, Toll, Words, joined


def toll_account(told: Told, toll: Toll) -> TollAccount:
    """How many a telling says that it hit, on the word of whoever counts them."""
    words = Words(spans=toll.spans, text=joined(told.report.text, toll.spans))
    account = count_account(told, told.quantity(toll.quantity), words, who=toll.who)
    if toll.one:
        account = msgspec.structs.replace(account, low=1.0, high=1.0, best=1.0, bound="exact")
    if toll.according_to is None:
        return msgspec.structs.replace(account, scope=toll.scope)
    return msgspec.structs.replace(account, scope=toll.scope, according_to=told.named(toll.according_to))


def count_account(told: Told, quantity: Quantity | None, words: Words, *, who: str) -> TollAccount:
    """How many, in these words, of one event, on the word of who tells it."""
    return TollAccount(
        low=quantity.low if quantity else None,
        high=quantity.high if quantity else None,
        best=quantity.best if quantity else None,
        bound=quantity.bound if quantity else None,
        strict=quantity is not None and quantity.strict,
        text=words.text,
        who=who,
        scope="event",
        report=told.report.id,
        event=told.event.id,
        outlet=told.report.outlet,
        published=told.report.published,
        according_to=told.named(told.event.according_to),
        spans=words.spans,
        syndicated_from=told.copy_of,
        recalled=told.is_recalled(words.spans),
    )


def status(told: Told, value: str, words: Words) -> Account:
    """Whether it happened, as these words tell it."""
    return Account(
        value=value,
        text=words.text,
        report=told.report.id,
        event=told.event.id,
        outlet=told.report.outlet,
        published=told.report.published,
        according_to=told.named(told.event.according_to),
        spans=words.spans,
    )


def laid_to(told: Told, one: Responsibility) -> LaidTo:
    """Who is said to have done it, on whose word."""
    return LaidTo(
        party=None if one.party is None else told.name_of(one.party),
        party_spans=() if one.party is None else one.party.spans,
        stance=one.stance,
        text=one.cue.text,
        report=told.report.id,
        event=told.event.id,
        record=one.id,
        outlet=told.report.outlet,
        published=told.report.published,
        according_to=told.named(one.according_to),
        spans=one.cue.spans,
        syndicated_from=told.copy_of,
    )


def dispute(
    event: LinkedEvent,
    field: DisputeField,
    kind: DisputeKind,
    accounts: Sequence[Account],
    *,
    of: str = "",
    is_open: bool,
) -> Dispute:
    """The record, its accounts by time; `of`: which of several things of one field they are about."""
    accounts = sorted(accounts, key=lambda a: (moment(a.published) if a.published else NEVER, a.report, a.spans))
    name = hashlib.sha256(f"{event.id}/{field}/{kind}/{of}".rstrip("/").encode()).hexdigest()[:12]
    return Dispute(
        id=f"D{name}",
        event=event.id,
        title=event.title,
        field=field,
        kind=kind,
        accounts=tuple(accounts),
        open=is_open,
    )
