"""What the reports of some days brought that none before them had."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import groupby
from urllib.parse import urlencode

from sayso.persist.changed import KINDS, what_changed
from sayso.persist.picture import Picture
from sayso.serve.cards import Cards
from sayso.serve.page import Asked, Page

#: stretches before the newest report that one may ask for with one click
_STRETCHES = {
    "the last 6 hours": timedelta(hours=6),
    "24 hours": timedelta(hours=24),
    "3 days": timedelta(days=3),
    "7 days": timedelta(days=7),
}


def changes(picture: Picture, asked: Asked) -> Page:
    """Changes of events told before, new events, outlooks decided; without `since` those of the last day."""
    found = what_changed(picture, asked.query(coded=True))
    most = asked.limit()
    new, decided = found.new[:most], found.decided[:most]
    order = list(dict.fromkeys(change.event for change in found.changes[:most]))
    by_event = sorted(found.changes[:most], key=lambda change: order.index(change.event))
    values = {
        "changed": found,
        "corrections": found.corrections[:most],
        "windows": list(_windows(picture, asked)),
        "changes": [list(group) for _, group in groupby(by_event, key=lambda change: change.event)],
        "events": new,
        "decided": [(one.report, Cards(one.reading).of(one.record), one.fate) for one in decided],
        "kinds": KINDS,
        "more": max(map(len, (found.changes, found.corrections, found.new, found.decided))) > most,
    }
    data = {
        "since": found.since,
        "reports": found.reports,
        "changes": found.changes[:most],
        "corrections": found.corrections[:most],
        "new": new,
        "decided": [one.fate for one in decided],
    }
    return Page("changes.html", values, data)


def _windows(picture: Picture, asked: Asked) -> Iterator[tuple[str, str, str]]:
    """The last hours and days before the newest report: (how long, since when, address)."""
    moments = [datetime.fromisoformat(line.published) for line in picture.reports() if line.published]
    newest = max((m if m.tzinfo else m.replace(tzinfo=UTC) for m in moments), default=None)
    if newest is None:
        return
    others = {name: value for name, value in asked.filters().items() if name not in ("since", "until")}
    for name, length in _STRETCHES.items():
        since = f"{newest.astimezone(UTC) - length:%Y-%m-%dT%H:%M}"
        yield name, since, "/changes?" + urlencode(others | {"since": since})
