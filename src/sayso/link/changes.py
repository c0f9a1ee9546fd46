"""What the reports of some days, or hours, changed in an event that was told before them.

The event is joined twice, as it was told before those days and as it is told with them; what differs is a change, with
the accounts of either side. Copies and what an outlet repeats change nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sayso.link.accounts import status
from sayso.link.counts import account_of, parted, shown, without_parts
from sayso.link.credibility import sources_of
from sayso.link.disputes import find_disputes
from sayso.link.joining import join
from sayso.link.moments import came_after, came_before
from sayso.link.records import Account, Change, LaidTo, LinkedEvent, Telling, TollAccount
from sayso.link.told import Shelf, Told
from sayso.link.whose import is_denied, source_of
from sayso.model import Words, joined

#: after every day
NO_END = "9999-12-31"


def as_told(event: LinkedEvent, mentions: Sequence[Telling], shelf: Shelf) -> LinkedEvent:
    """The event as some of its tellings have it."""
    return join(event.id, [(mention.report, mention.event) for mention in mentions], shelf)


def changes_of(
    event: LinkedEvent, shelf: Shelf, since: str, until: str = NO_END, corrected: Sequence[Telling] = ()
) -> list[Change]:
    """What its tellings of these days or moments (ISO 8601, both included) changed; nothing where nobody told it before
    them. `corrected` are tellings of before that a later version of their report has taken the place of since.
    """
    told = [mention for mention in event.mentions if not came_after(mention.published, until)]
    still = [mention for mention in told if came_before(mention.published, since)]
    earlier = [*still, *corrected]
    if not earlier or len(still) == len(told):
        return []
    before, now = as_told(event, earlier, shelf), as_told(event, told, shelf)
    tellings = [shelf.told(m.report, m.event) for m in (*corrected, *told)]
    return [
        *_tolls(before, now, since),
        *_disputed(before, now, shelf, since),
        *_responsibility(before, now, since),
        *_status(before, now, tellings),
        *_sources(before, now, tellings, since),
    ]


def _tolls(before: LinkedEvent, now: LinkedEvent, since: str) -> Iterable[Change]:
    """Figures that nobody gave before, of all victims of the event."""
    for effect, accounts in now.tolls.items():
        earlier = before.tolls.get(effect, ())
        known = {shown(account) for account in earlier} | {None}
        own = [a for a in parted(accounts)[0] if a.syndicated_from is None and not a.recalled]
        whole = [a for a in own if not came_before(a.published, since)]
        fresh = [account for account in without_parts(whole) if shown(account) not in known]
        if fresh:
            was = [account for account in parted(earlier)[0] if shown(account) is not None]
            yield Change(
                event=now.id,
                title=now.title,
                kind="toll",
                field=effect,
                before=_each_once(was),
                now=_each_once(fresh),
            )


def _each_once(accounts: Sequence[TollAccount]) -> tuple[Account, ...]:
    """The first account of every figure."""
    first: dict[str | float | None, TollAccount] = {}
    for account in accounts:
        first.setdefault(shown(account), account)
    return tuple(map(account_of, first.values()))


def _disputed(before: LinkedEvent, now: LinkedEvent, shelf: Shelf, since: str) -> Iterable[Change]:
    """What nobody disputed before, and what is settled since; a figure that took another's place is a new toll."""
    known = {dispute.id: dispute.open for dispute in find_disputes(before, shelf)}
    for dispute in find_disputes(now, shelf):
        if dispute.open == known.get(dispute.id, False):
            continue
        was = tuple(account for account in dispute.accounts if came_before(account.published, since))
        later = [account for account in dispute.accounts if not came_before(account.published, since)]
        known_values = {account.value for account in was}
        fresh = tuple(account for account in later if account.value not in known_values)
        if later:
            yield Change(
                event=now.id,
                title=now.title,
                kind="disputed" if dispute.open else "settled",
                field=dispute.field,
                before=was,
                now=fresh or tuple(later),
            )


def _responsibility(before: LinkedEvent, now: LinkedEvent, since: str) -> Iterable[Change]:
    """Claims, blame and denials that nobody told before."""
    was = {_said_of(one): one for one in reversed(before.responsibility)}
    new = [one for one in now.responsibility if one.syndicated_from is None and not came_before(one.published, since)]
    fresh = {_said_of(one): one for one in reversed(new) if _said_of(one) not in was}
    if fresh:
        yield Change(
            event=now.id,
            title=now.title,
            kind="responsibility",
            field="actors",
            before=tuple(map(_laid_account, reversed(was.values()))),
            now=tuple(map(_laid_account, reversed(fresh.values()))),
        )


def _said_of(one: LaidTo) -> tuple[str, str]:
    return one.stance, (one.party or "").casefold()


def _laid_account(one: LaidTo) -> Account:
    """The stance, and whom it is of; of what nobody has claimed the words that say so."""
    return Account(
        value=one.stance,
        text=one.party or one.text,
        report=one.report,
        event=one.event,
        outlet=one.outlet,
        published=one.published,
        according_to=one.according_to,
        spans=one.party_spans or one.spans,
    )


def _status(before: LinkedEvent, now: LinkedEvent, tellings: Sequence[Told]) -> Iterable[Change]:
    """What was planned, threatened or possible before and is told as done now."""
    if before.status == now.status:
        return
    was, is_now = (next(t for t in tellings if t.event.status == event.status) for event in (before, now))
    yield Change(
        event=now.id,
        title=now.title,
        kind="status",
        field="status",
        before=(_in_its_sentence(was),),
        now=(_in_its_sentence(is_now),),
    )


def _sources(before: LinkedEvent, now: LinkedEvent, tellings: Sequence[Told], since: str) -> Iterable[Change]:
    """The first sources that tell independently what a single one told before."""
    if before.independent_sources != 1 or now.independent_sources == 1:
        return
    affirmed = [told for told in tellings if not is_denied(told)]
    first = {source_of(told): told for told in reversed(affirmed)}
    sources = sorted((first[name] for name in sources_of(affirmed)), key=affirmed.index)
    accounts = [_in_its_sentence(told) for told in sources]
    fresh = tuple(account for account in accounts if not came_before(account.published, since))
    if fresh:
        yield Change(
            event=now.id,
            title=now.title,
            kind="source",
            field="status",
            before=tuple(account for account in accounts if came_before(account.published, since)),
            now=fresh,
        )


def _in_its_sentence(told: Told) -> Account:
    spans = (told.event.sentence,)
    return status(told, told.event.status, Words(spans=spans, text=joined(told.report.text, spans)))
