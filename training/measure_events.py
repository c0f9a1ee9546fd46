"""Arguments of events on the kept third of our own sentences: what the rules of the package find, from end to end."""

from __future__ import annotations

import json
from typing import Any

from spacy.language import Language

from sayso.model import Report
from sayso.pipeline import read
from training.measure_spans import Table
from training.own_data import MarkedEvent, read_events

ROLES = ("actors", "recipients", "instruments", "place", "time")
Span = tuple[int, int]


def arguments(nlp: Language) -> Table:
    """F1 of (event, role, words): the triggers overlap, the words overlap. Arguments of other events count as wrong."""
    sentences = list(read_events("test"))
    reports = [Report(id=f"own-{number}", text=text) for number, (text, _) in enumerate(sentences)]
    right, gold, found = (dict.fromkeys(("all", *ROLES), 0) for _ in range(3))
    for (_, events), reading in zip(sentences, read(reports, nlp=nlp), strict=True):
        record = json.loads(reading.to_json())
        told = [_told(record, event) for event in record["events"]]
        for role in ROLES:
            pairs = _matched(events, told, role)
            counts = (pairs, sum(len(e.arguments.get(role, [])) for e in events), sum(len(t[role]) for _, t in told))
            for counter, count in zip((right, gold, found), counts, strict=True):
                counter[role] += count
                counter["all"] += count
    return {row: {"F1": 200 * right[row] / max(gold[row] + found[row], 1), "gold": gold[row]} for row in right}


def _told(record: dict[str, Any], event: dict[str, Any]) -> tuple[list[Span], dict[str, list[list[Span]]]]:
    """Words of the trigger, and for each role the words of each filler: any of a place's mentions will do."""
    places = {e["id"]: [tuple(m["spans"][0]) for m in e["mentions"] if m["spans"]] for e in record["entities"]}
    times = {t["id"]: [tuple(span) for span in t["spans"]] for t in record["times"]}
    fillers = {role: [[tuple(s) for s in p["spans"]] for p in event[role]] for role in ROLES[:3]}
    fillers["place"] = [places.get(event["place"], [])] if event["place"] else []
    fillers["time"] = [times.get(event["time"], [])] if event["time"] else []
    return [tuple(span) for span in event["trigger"]["spans"]], fillers


def _matched(events: list[MarkedEvent], told: list[Any], role: str) -> int:
    """How many gold arguments are found; each filler that we tell answers one of them."""
    count = 0
    free = [(trigger, words) for trigger, fillers in told for words in fillers[role]]
    for event in events:
        for span in event.arguments.get(role, []):
            fits = [one for one in free if event.trigger and _meet(one[0], event.trigger) and _meet(one[1], span)]
            if fits:
                free.remove(fits[0])
                count += 1
    return count


def _meet(spans: list[Span], span: Span) -> bool:
    return any(start < span[1] and span[0] < end for start, end in spans)
