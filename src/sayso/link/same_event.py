"""The same happening told in many reports."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence

from sayso.model import Reading


def link_events(readings: Sequence[Reading], copies: Mapping[str, str]) -> dict[tuple[str, str], str]:
    """(report, event) → id of the linked event, for every event."""
    return {(r.report.id, e.id): linked_id(r.report.id, e.id) for r in readings for e in r.events}


def linked_id(report: str, event: str) -> str:
    """The id of a linked event: made of its first telling, so that later reports leave it as it is."""
    return "E" + hashlib.sha256(f"{report}/{event}".encode()).hexdigest()[:12]
