"""Sports, idioms and metaphors are no violence; violence told plainly is (`tests/gold/traps.jsonl`, written before the
rules)."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from sayso.model import Event, Report, report_id
from sayso.pipeline import read

TRAPS = Path(__file__).parents[1] / "gold" / "traps.jsonl"
#: of 150 traps, how many may be read as violence; of 60 true ones, how many may be missed
FALSE_ALARMS = 5
MISSES = 3


def is_violent(event: Event) -> bool:
    hurt = any(toll.effect in ("killed", "injured") for toll in event.toll)
    return event.type == "ASSAULT" or (event.type == "THREATEN" and event.mode == "violence") or hurt


@pytest.mark.model
def test_traps() -> None:
    records = [json.loads(line) for line in TRAPS.read_text(encoding="utf-8").splitlines()]
    assert sum(not r["violent"] for r in records) == 150
    texts = [r["text"] for r in records]
    reports = [Report(id=report_id(outlet=None, url=None, text=text), text=text) for text in texts]
    violent = [any(map(is_violent, reading.events)) for reading in read(reports)]
    alarms = [r["text"] for r, found in zip(records, violent, strict=True) if found and not r["violent"]]
    missed = [r["text"] for r, found in zip(records, violent, strict=True) if r["violent"] and not found]
    assert len(alarms) <= FALSE_ALARMS, alarms
    assert len(missed) <= MISSES, missed
