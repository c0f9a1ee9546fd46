"""What the reports of some days brought that none before them had."""

from __future__ import annotations

from itertools import groupby

from sayso.persist.changed import KINDS, what_changed
from sayso.persist.picture import Picture
from sayso.serve.cards import Cards
from sayso.serve.page import Asked, Page


def changes(picture: Picture, asked: Asked) -> Page:
    """Changes of events told before, new events, outlooks decided; without `since` those of the last day."""
    found = what_changed(picture, asked.query(coded=True))
    most = asked.limit()
    new, decided = found.new[:most], found.decided[:most]
    order = list(dict.fromkeys(change.event for change in found.changes[:most]))
    by_event = sorted(found.changes[:most], key=lambda change: order.index(change.event))
    values = {
        "changed": found,
        "changes": [list(group) for _, group in groupby(by_event, key=lambda change: change.event)],
        "events": new,
        "decided": [(one.report, Cards(one.reading).of(one.record), one.fate) for one in decided],
        "kinds": KINDS,
        "more": max(len(found.changes), len(found.new), len(found.decided)) > most,
    }
    data = {
        "since": found.since,
        "reports": found.reports,
        "changes": found.changes[:most],
        "new": new,
        "decided": [one.fate for one in decided],
    }
    return Page("changes.html", values, data)
