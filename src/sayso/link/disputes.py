"""Where the accounts of one event disagree: whether it happened, and all that other modules find.

How many is in `sayso.link.counts`, who did it in `sayso.link.doers`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from sayso.link.accounts import dispute, status
from sayso.link.counts import rival_arms, toll_disputes
from sayso.link.denied import denials_of, told_as_done
from sayso.link.doers import rival_doers
from sayso.link.records import Account, Dispute, LinkedEvent
from sayso.link.rivals import rival_sides
from sayso.link.scenes import rival_scenes
from sayso.link.told import Shelf, Told
from sayso.link.voices import Voice
from sayso.link.whose import voice_of, voice_of_source
from sayso.model import Link, Statement


def find_disputes(event: LinkedEvent, shelf: Shelf) -> list[Dispute]:
    """Every disagreement between the tellings of one linked event."""
    found = [d for effect, accounts in event.tolls.items() for d in toll_disputes(event, effect, accounts)]
    told = [shelf.told(m.report, m.event) for m in event.mentions]
    found += [*rival_arms(event, told), *_denial(event, told), *rival_doers(event, told)]
    return [*found, *rival_sides(event, told), *rival_scenes(event, told)]


def _denial(event: LinkedEvent, told: Sequence[Told]) -> Iterable[Dispute]:
    """Somebody denies it, or another outlet tells that it was not so, while a telling has it that it was."""
    accounts: dict[tuple[str, ...], Account] = {}
    for t in told_as_done(told):
        accounts.setdefault((t.event.status, *_chain(t)), status(t, t.event.status, t.event.trigger))
    denials: list[tuple[Voice | None, Account]] = []
    for t, statement in denials_of(told):
        who = _denier(t, statement)
        if not any(_is_of_one(who, known) for known, _ in denials):
            account = status(t, t.event.status, t.event.trigger) if statement is None else _denying(t, statement)
            denials.append((who, account))
    sources = {link.text.casefold() for _, denial in denials for link in denial.according_to}
    # who tells it and says elsewhere that it is not so is not at odds with himself
    if denials and any(not sources & {link.text.casefold() for link in a.according_to} for a in accounts.values()):
        sides = [*accounts.values(), *(denial for _, denial in denials)]
        yield dispute(event, "status", "denial", sides, is_open=True)


def _denier(told: Told, statement: Statement | None) -> Voice | None:
    if statement is None:
        return voice_of(told)
    return voice_of_source(told, statement.source) if statement.source is not None else None


def _is_of_one(one: Voice | None, other: Voice | None) -> bool:
    return one == other if one is None or other is None else one.is_of_body(other)


def _chain(told: Told) -> tuple[str, ...]:
    chain = tuple(link.text.casefold() for link in told.named(told.event.according_to))
    return chain or (told.report.outlet or told.report.id,)


def _denying(told: Told, statement: Statement) -> Account:
    source = statement.source
    links: tuple[Link, ...] = ()
    if source is not None:
        links = (
            Link(spans=source.spans, text=source.text, statement=statement.id, entity=source.entity, hearsay=False),
        )
    return msgspec.structs.replace(status(told, "did_not_occur", statement.content), according_to=told.named(links))
