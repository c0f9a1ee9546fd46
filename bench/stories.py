"""The picture of several reports on the same happenings, against the picture that a careful analyst would want.

    python -m bench.stories            the stories that rules were made with
    python -m bench.stories more       six shorter ones, of rival tolls, doers, places and days
    python -m bench.stories rival      three of rival accounts in every field
    python -m bench.stories accounts   nine of every kind of dispute, with traps
    python -m bench.stories ledger     three of plans, threats and forecasts, and of what became of them
    python -m bench.stories decided    eight of what a later statement says of a plan, a deadline or a forecast
    python -m bench.stories daily      two of a bombing and of a ceasefire, as six outlets tell them
    python -m bench.stories press      six of four or five outlets in the manner of the press, by another hand
    python -m bench.stories press_more 24 of four reports, by three more hands
    python -m bench.stories press_kept six more by a third hand, that no rule was made from
    python -m bench.stories unread     the stories that no rule was made from
    python -m bench.stories --errors   every pair, toll, dispute, change and outlook that is not right

All stories of a part stand in one picture. `tests/gold/stories_*.jsonl`; the format is in `tests/gold/README.md`.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from collections import Counter
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from typing import Any

from sayso.link.records import Account, Deciding, Dispute, LinkedEvent, TollAccount
from sayso.model import Link, Reading, Report, Words
from sayso.persist.picture import Picture
from sayso.pipeline import read

GOLD = Path(__file__).parents[1] / "tests/gold"
PARTS = {
    part: f"stories_{part}.jsonl"
    for part in (
        "plain",
        "more",
        "rival",
        "accounts",
        "ledger",
        "decided",
        "daily",
        "press",
        "press_more",
        "press_kept",
        "unread",
    )
}
Record = dict[str, Any]
#: disputes that are right only where the gold has them; an update is a change, and a scope is no disagreement
AT_ODDS = ("contradiction", "denial")


def load(part: str) -> list[Record]:
    """The stories of a part."""
    lines = (GOLD / PARTS[part]).read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines if line.strip()]


class Read:
    """What sayso makes of the stories, by the ids and words of the gold."""

    def __init__(self, stories: list[Record]) -> None:
        reports = [Report(**report) for story in stories for report in story["reports"]]
        self.readings: dict[str, Reading] = {reading.report.id: reading for reading in read(reports)}
        with tempfile.TemporaryDirectory() as folder, Picture(Path(folder) / "stories.db") as picture:
            for reading in self.readings.values():
                picture.put(reading)
            self.events = {event.id: event for event in picture.events()}
            self.disputes = picture.disputes()
            self.outlooks = picture.outlooks()
        self.linked = {(m.report, m.event): event.id for event in self.events.values() for m in event.mentions}

    def overlaps(self, report: str, words: Words | Deciding, at: str) -> bool:
        """Whether a record's words meet those of the gold."""
        start = self.readings[report].report.text.index(at)
        return any(s < start + len(at) and start < e for s, e in words.spans)

    def at(self, report: str, words: str) -> set[str]:
        """The linked events of the triggers at these words."""
        events = self.readings[report].events
        found = {self.linked.get((report, e.id), "") for e in events if self.overlaps(report, e.trigger, words)}
        return found - {""}

    def says(self, report: str, chain: tuple[Link, ...], outlet: str | None) -> str:
        """All that the source of an account may be called."""
        names = {e.id: e.name for e in self.readings[report].entities}
        links = [part for link in chain for part in (link.text, names.get(link.entity or "", ""))]
        return " | ".join([*links, *([] if chain else [outlet or ""])]).casefold()

    def said_by(self, account: Account | TollAccount, wanted: str) -> bool:
        """Whether one of the wanted names stands in the source of an account; an empty one always does."""
        names = self.says(account.report, account.according_to, account.outlet)
        return any(name in names for name in wanted.casefold().split("|"))


def figure(account: Account) -> float | None:
    """The number of an account, without its bound: 9 of "≥ 9"."""
    number = str(account.value).strip("<>≤≥~ ").replace(",", "")
    return float(number) if number.replace(".", "", 1).isdigit() else None


class Checker:
    """One story against what was read."""

    def __init__(self, story: Record, seen: Read) -> None:
        self.story, self.seen = story, seen
        self.ids: dict[str, Counter[str]] = {}
        for incident in story["incidents"]:
            self.ids[incident["name"]] = Counter(i for r, w in incident["mentions"] for i in seen.at(r, w))

    def incident(self, name: str) -> LinkedEvent | None:
        """The linked event that holds most of an incident's mentions."""
        counts = self.ids[name]
        best = min(counts, key=lambda one: (-counts[one], one), default=None)
        return self.seen.events[best] if best else None

    def has_toll(self, event: LinkedEvent | None, toll: list[Any]) -> bool:
        """[effect, low, high, who says so]."""
        effect, low, high, says = toll
        accounts = event.tolls.get(effect, ()) if event else ()
        return any((a.low, a.high) == (low, high) and self.seen.said_by(a, says) for a in accounts)

    def matches(self, dispute: Dispute, gold: Record) -> bool:
        """Whether the picture's dispute is the one of the gold: its field, its kind, and every side with its source."""
        here = dispute.event in self.ids[gold["incident"]]
        alike = (dispute.field, dispute.kind) == (gold["field"], gold["kind"])
        return here and alike and all(any(self._is_side(a, *s) for a in dispute.accounts) for s in gold["sides"])

    def _is_side(self, account: Account, value: str | float, says: str) -> bool:
        if not self.seen.said_by(account, says):
            return False
        if isinstance(value, int | float):
            return figure(account) == value
        return value.casefold() in f"{account.value} {account.text}".casefold()

    def is_change(self, dispute: Dispute, gold: Record) -> bool:
        """Whether an update goes from the one figure to the other."""
        values = [figure(a) for a in dispute.accounts]
        here = dispute.kind == "update" and dispute.event in self.ids[gold["incident"]]
        return here and dispute.field == gold["field"] and gold["from"] in values and gold["to"] in values


Line = tuple[str, bool, str]


def checked(stories: list[Record], seen: Read) -> Iterator[Line]:
    """(what is asked, whether it is right, in words) of every story; "… further" are those the gold does not have."""
    yield from _pairs(stories, seen)
    matched: set[str] = set()
    for story in stories:
        checker = Checker(story, seen)
        for incident in story["incidents"]:
            event = checker.incident(incident["name"])
            low, high = incident["sources"]
            number = event.independent_sources if event else 0
            yield "independent sources", low <= number <= high, f"{incident['name']}: {number}, not {low}–{high}"
            for toll in incident["tolls"]:
                yield "tolls at the incident", checker.has_toll(event, toll), f"{incident['name']}: {toll}"
        for gold in story["disputes"]:
            found = [d.id for d in seen.disputes if checker.matches(d, gold)]
            matched.update(found)
            yield "disputes", bool(found), json.dumps(gold, ensure_ascii=False)
        for gold in story["changes"]:
            found = [d.id for d in seen.disputes if checker.is_change(d, gold)]
            matched.update(found)
            yield "changes", bool(found), json.dumps(gold)
        for gold in story["outlooks"]:
            yield from _outlook(seen, gold)
    for dispute in seen.disputes:
        if dispute.id not in matched and dispute.kind != "scope":
            asked = "disputes further" if dispute.kind in AT_ODDS else "changes further"
            sides = [(a.value, seen.says(a.report, a.according_to, a.outlet), a.text) for a in dispute.accounts]
            yield asked, False, f"{dispute.title}: {dispute.field} {dispute.kind} {sides}"


def _pairs(stories: list[Record], seen: Read) -> Iterator[Line]:
    mentions = [
        (story["id"] + incident["name"], report, words, seen.at(report, words))
        for story in stories
        for incident in story["incidents"]
        for report, words in incident["mentions"]
    ]
    for _, report, words, found in mentions:
        yield "mentions found", bool(found), f"{report} “{words}”"
    for one, other in combinations(mentions, 2):
        joined = bool(one[3] & other[3])
        in_words = f"{one[1]} “{one[2]}”, {other[1]} “{other[2]}”"
        if one[0] == other[0]:
            yield "pairs of one incident joined", joined, in_words
        if joined:
            yield "joined pairs of one incident", one[0] == other[0], in_words


def _outlook(seen: Read, gold: Record) -> Iterator[Line]:
    report, words = gold["at"]
    found = [
        outlook
        for outlook in seen.outlooks
        if outlook.reading.report.id == report and seen.overlaps(report, outlook.record.content, words)
    ]
    yield "outlooks found", bool(found), f"{report} “{words}”"
    outcomes = {outlook.outcome for outlook in found}
    in_words = f"{report} “{words}”: {outcomes}, not {gold['outcome']}"
    yield "outlook outcomes", gold["outcome"] in outcomes, in_words
    if outcomes - {"open"}:
        yield "outcomes that are decided right", gold["outcome"] in outcomes, in_words
        if "by" in gold:
            at, told = gold["by"]
            by = [d for outlook in found if outlook.fate is not None for d in outlook.fate.by]
            good = any(d.report == at and seen.overlaps(at, d, told) for d in by)
            yield "tellings that decide them", good, f"{report} “{words}”: {[d.text for d in by]}, not {at} “{told}”"


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("part", nargs="?", choices=PARTS, default="plain")
    parser.add_argument("--errors", action="store_true")
    args = parser.parse_args()
    stories = load(args.part)
    right: Counter[str] = Counter()
    asked: Counter[str] = Counter()
    for what, good, in_words in checked(stories, Read(stories)):
        right[what] += good
        asked[what] += 1
        if args.errors and not good:
            print(f"WRONG {what}: {in_words}")
    for what, number in asked.items():
        print(f"{what:31} {right[what]:3} of {number:3}" if "further" not in what else f"{what:31} {number:3}")


if __name__ == "__main__":
    main()
