"""The sides of a dispute, and the dispute itself, as records."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from sayso.link.moments import NEVER, moment
from sayso.link.records import Account, Dispute, DisputeField, DisputeKind, LinkedEvent
from sayso.link.told import Told
from sayso.model import Words


def status(told: Told, value: str, words: Words) -> Account:
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


def dispute(
    event: LinkedEvent,
    field: DisputeField,
    kind: DisputeKind,
    accounts: Sequence[Account],
    *,
    of: str = "",
    is_open: bool,
) -> Dispute:
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
