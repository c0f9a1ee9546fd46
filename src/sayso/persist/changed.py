"""What changed in a picture on some days or in some hours: what is new, what is told otherwise, what was corrected,
which outlooks were decided.

with Picture("picture.db") as picture:
    changed = what_changed(picture, Query(since="2024-11-20", where="Sumy"))
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sayso.link.changes import NO_END, as_told, changes_of
from sayso.link.moments import came_after, came_before, came_between
from sayso.link.records import Change, ChangeKind, LinkedEvent, Telling
from sayso.link.told import Shelf
from sayso.model import Outlook
from sayso.persist.corrections import corrections_among, told_otherwise
from sayso.persist.found import Correction, Found
from sayso.persist.picture import Picture
from sayso.persist.query import EVERYTHING, Query

#: every kind of change in words, in the order in which they are told
KINDS: dict[ChangeKind, str] = {
    "toll": "a new figure",
    "responsibility": "a new word on who did it",
    "disputed": "now disputed",
    "settled": "disputed no more",
    "status": "now told otherwise",
    "source": "now told by another source, too",
}
_ORDER = tuple(KINDS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """What the reports of some days brought."""

    #: the first of the days, or the first moment, ISO 8601; None where no report has a date
    since: str | None
    #: how many reports they are
    reports: int
    #: of events that were told before, kind by kind, those that most reports tell first
    changes: tuple[Change, ...]
    #: what outlets corrected in reports of their own, in the order published
    corrections: tuple[Correction, ...]
    #: events that nobody told before, those that most reports tell first
    new: tuple[LinkedEvent, ...]
    #: outlooks that a report of these days decided, in the order decided
    decided: tuple[Found[Outlook], ...]


def what_changed(picture: Picture, query: Query = EVERYTHING) -> Changed:
    """What the reports published from `since` to `until`, days or moments, changed, in what meets the other filters;
    without `since` those of the last day that any report was published on. All of it, whatever `limit`.
    """
    since, until = query.since or _last_day(picture), query.until or NO_END
    if since is None:
        return Changed(since=None, reports=0, changes=(), corrections=(), new=(), decided=())
    asked = replace(query, since=None, until=None, limit=None)
    events = picture.events(replace(asked, told_since=since, told_until=query.until, order="most told"))
    known = {line.id: line for line in picture.reports()}
    corrected = told_otherwise(picture, known, since)
    changes: list[Change] = []
    new: list[LinkedEvent] = []
    for event in events:
        replaced = [old for m in event.mentions if (old := corrected.get((m.report, m.event)))]
        if replaced or any(came_before(mention.published, since) for mention in event.mentions):
            changes += changes_of(event, _shelf(picture, event, replaced), since, until, replaced)
        else:
            new.append(_until(picture, event, until))
    decided = [found for outcome in ("came_true", "failed") for found in picture.outlooks(replace(asked, kind=outcome))]
    return Changed(
        since=since,
        reports=len(picture.reports(since=since, until=query.until)),
        changes=tuple(sorted(changes, key=lambda change: _ORDER.index(change.kind))),
        corrections=tuple(corrections_among(picture, picture.reports(asked), known, since, until)),
        new=tuple(new),
        decided=tuple(sorted((f for f in decided if came_between(_decided(f), since, until)), key=_decided)),
    )


def _last_day(picture: Picture) -> str | None:
    newest = picture.reports(order="latest", limit=1)
    return (newest[0].published or "")[:10] or None if newest else None


def _until(picture: Picture, event: LinkedEvent, until: str) -> LinkedEvent:
    """The event as it was told up to then."""
    told = [mention for mention in event.mentions if not came_after(mention.published, until)]
    return event if len(told) == len(event.mentions) else as_told(event, told, _shelf(picture, event))


def _shelf(picture: Picture, event: LinkedEvent, replaced: Sequence[Telling] = ()) -> Shelf:
    reports = {mention.report for mention in (*event.mentions, *replaced)}
    copies = {m.report: m.syndicated_from for m in event.mentions if m.syndicated_from is not None}
    return Shelf([picture.reading(report) for report in sorted(reports)], copies)


def _decided(found: Found[Outlook]) -> str:
    """When the report came out that decided it; empty where none did, or it has no date."""
    return (found.fate.by[0].published if found.fate is not None and found.fate.by else None) or ""
