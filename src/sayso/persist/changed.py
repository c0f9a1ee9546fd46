"""What changed in a picture on some days: what is new, what is told otherwise, which outlooks were decided.

with Picture("picture.db") as picture:
    changed = what_changed(picture, Query(since="2024-11-20", where="Sumy"))
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from sayso.link.changes import NO_END, as_told, changes_of, day_of
from sayso.link.records import Change, ChangeKind, LinkedEvent
from sayso.link.told import Shelf
from sayso.model import Outlook
from sayso.persist.found import Found
from sayso.persist.picture import Picture
from sayso.persist.query import EVERYTHING, Query

#: every kind of change in words, in the order in which they are told
KINDS: dict[ChangeKind, str] = {
    "toll": "a new figure",
    "disputed": "now disputed",
    "settled": "disputed no more",
    "status": "now told otherwise",
    "source": "now told by another source, too",
}
_ORDER = tuple(KINDS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """What the reports of some days brought."""

    #: the first of the days, ISO 8601; None where no report has a date
    since: str | None
    #: how many reports they are
    reports: int
    #: of events that were told before, kind by kind, those that most reports tell first
    changes: tuple[Change, ...]
    #: events that nobody told before, those that most reports tell first
    new: tuple[LinkedEvent, ...]
    #: outlooks that a report of these days decided, in the order decided
    decided: tuple[Found[Outlook], ...]


def what_changed(picture: Picture, query: Query = EVERYTHING) -> Changed:
    """What the reports published from `since` to `until` changed, in what meets the other filters; without `since`
    those of the last day that any report was published on. All of it, whatever `limit`.
    """
    since, until = query.since or _last_day(picture), query.until or NO_END
    if since is None:
        return Changed(since=None, reports=0, changes=(), new=(), decided=())
    asked = replace(query, since=None, until=None, limit=None)
    events = picture.events(replace(asked, told_since=since, told_until=query.until, order="most told"))
    changes = [change for event in events for change in changes_of(event, _shelf(picture, event), since, until)]
    decided = [found for outcome in ("came_true", "failed") for found in picture.outlooks(replace(asked, kind=outcome))]
    return Changed(
        since=since,
        reports=len(picture.reports(since=since, until=query.until)),
        changes=tuple(sorted(changes, key=lambda change: _ORDER.index(change.kind))),
        new=tuple(_until(picture, e, until) for e in events if all(day_of(m) >= since for m in e.mentions)),
        decided=tuple(sorted((f for f in decided if since <= _decided_on(f) <= until), key=_decided_on)),
    )


def _last_day(picture: Picture) -> str | None:
    newest = picture.reports(order="latest", limit=1)
    return (newest[0].published or "")[:10] or None if newest else None


def _until(picture: Picture, event: LinkedEvent, until: str) -> LinkedEvent:
    """The event as it was told up to that day."""
    told = [mention for mention in event.mentions if day_of(mention) <= until]
    return event if len(told) == len(event.mentions) else as_told(event, told, _shelf(picture, event))


def _shelf(picture: Picture, event: LinkedEvent) -> Shelf:
    reports = {mention.report for mention in event.mentions}
    copies = {m.report: m.syndicated_from for m in event.mentions if m.syndicated_from is not None}
    return Shelf([picture.reading(report) for report in sorted(reports)], copies)


def _decided_on(found: Found[Outlook]) -> str:
    """The day of the report that decided it."""
    return day_of(found.fate.by[0]) if found.fate is not None and found.fate.by else ""
