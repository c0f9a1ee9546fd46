"""Sports, idioms and metaphors are no violence; violence told plainly is, whoever suffers it (`tests/gold/traps.jsonl`
and `violence*.jsonl`, written before the rules)."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from sayso.model import Event, Report, report_id
from sayso.pipeline import read

GOLD = Path(__file__).parents[1] / "gold"
#: of how many sentences: traps that may be read as violence, true ones that may be missed
LIMITS = {"traps": (2, 0), "violence": (0, 1), "violence_more": (4, 15)}


def is_violent(event: Event) -> bool:
    hurt = any(toll.effect in ("killed", "injured") for toll in event.toll)
    return event.type == "ASSAULT" or (event.type == "THREATEN" and event.mode == "violence") or hurt


def is_coded(event: Event) -> bool:
    return event.type == "ASSAULT" or (event.type == "THREATEN" and event.mode == "violence")


@pytest.mark.model
@pytest.mark.parametrize("name", LIMITS)
def test_traps(name: str) -> None:
    records = [json.loads(line) for line in (GOLD / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]
    assert {"traps": 150, "violence": 0, "violence_more": 140}[name] == sum(not r["violent"] for r in records)
    texts = [r["text"] for r in records]
    reports = [Report(id=report_id(outlet=None, url=None, text=text), text=text) for text in texts]
    judge = is_violent if name == "traps" else is_coded
    violent = [any(map(judge, reading.events)) for reading in read(reports)]
    alarms = [r["text"] for r, found in zip(records, violent, strict=True) if found and not r["violent"]]
    missed = [r["text"] for r, found in zip(records, violent, strict=True) if r["violent"] and not found]
    most_alarms, most_missed = LIMITS[name]
    assert len(alarms) <= most_alarms, alarms
    assert len(missed) <= most_missed, missed
