"""How many people were killed, injured, missing, captured or displaced, against marks by eye and ways of telling it.

    python -m bench.dev_tolls real      counts marked in 60 real texts (tests/gold/tolls.tsv: places, no text)
    python -m bench.dev_tolls ways      short texts of our own, each told in another way (tests/gold/ways_tolls*.jsonl)
    python -m bench.dev_tolls … --kept      texts that no rule was made from, counted only
    python -m bench.dev_tolls … --errors    every count that is missing or further

A count is right where a toll of its effect and bounds stands at its words, or is of one person in its sentence.
`scope` counts those of the right ones that are of one deed or of several as marked, `one deed` the texts whose tolls
stand on as many events as they are of.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sayso.model import HAPPENED, Event, Quantity, Reading, Report, Span, Toll
from sayso.pipeline import read
from training.marked import reports_of, rows

ROOT = Path(__file__).resolve().parents[1]
GOLD = ROOT / "tests/gold"
DATA = ROOT.parent / "shared/data"


@dataclass(frozen=True)
class Mark:
    """So many, or one person, at these words; bounds are None where the words leave them open."""

    span: Span
    effect: str
    low: float | None
    high: float | None
    #: "dozens": whatever the least of it is
    vague: bool = False
    scope: str | None = None


@dataclass(frozen=True)
class Marked:
    """A report, its counts in the order of the text, and how many deeds they are of, where that is known."""

    report: Report
    marks: list[Mark]
    deeds: int | None = None


def real(*, kept: bool) -> Iterator[Marked]:
    """Real texts."""
    found: dict[tuple[str, str], list[Mark]] = defaultdict(list)
    for corpus, name, start, end, effect, low, high, scope in rows(GOLD / f"tolls{'_kept' * kept}.tsv"):
        marks = found[corpus, name]
        if effect != "-":
            span = (int(start), int(end))
            marks.append(Mark(span, effect, _bound(low), _bound(high), low == "vague", scope))
    texts = {corpus: reports_of(corpus, DATA) for corpus in sorted({corpus for corpus, _ in found})}
    for (corpus, name), marks in sorted(found.items()):
        yield Marked(texts[corpus][name], marks)


def _bound(cell: str) -> float | None:
    return None if cell in ("-", "vague") else float(cell)


def ways(*, kept: bool) -> Iterator[Marked]:
    """Short texts of our own."""
    names = ["ways_tolls_kept"] if kept else ["ways_tolls", "ways_tolls_more"]
    texts = [(GOLD / f"{name}.jsonl").read_text(encoding="utf-8") for name in names]
    for line in "".join(texts).splitlines():
        item = json.loads(line)
        marks, after = [], 0
        for effect, low, high, words in item["tolls"]:
            at = item["text"].find(words, after)
            at = at if at >= 0 else item["text"].index(words)
            marks.append(Mark((at, at + len(words)), effect, low, high))
            after = at
        report = Report(id=item["id"], text=item["text"], published=item["published"])
        yield Marked(report, marks, item["deeds"])


def compared(marked: Marked, reading: Reading) -> tuple[list[tuple[Mark, Toll | None]], list[tuple[Event, Toll]]]:
    """Each mark with the toll that is right for it, and the tolls of what happened that are right for none."""
    left = [(event, toll) for event in reading.events for toll in event.toll]
    told_of = {id(toll) for event, toll in left if event.status in HAPPENED}
    told: list[tuple[Mark, Toll | None]] = []
    for mark in marked.marks:
        fits = [(event, toll) for event, toll in left if _is_of(reading, event, toll, mark)]
        here = [pair for pair in fits if _meets(_words(reading, pair[1]), mark.span)]
        best = next(iter(here or fits), None)
        told.append((mark, best[1] if best else None))
        if best is not None:
            left.remove(best)
    return told, [pair for pair in left if id(pair[1]) in told_of]


def _words(reading: Reading, toll: Toll) -> list[Span]:
    numbers = [q.spans for q in reading.quantities if q.id == toll.quantity]
    return [span for spans in (toll.spans, *numbers) for span in spans]


def _meets(spans: list[Span], at: Span) -> bool:
    return any(start < at[1] and at[0] < end for start, end in spans)


def _is_of(reading: Reading, event: Event, toll: Toll, mark: Mark) -> bool:
    if toll.effect != mark.effect:
        return False
    number = next((q for q in reading.quantities if q.id == toll.quantity), None)
    low, high = _bounds(number) if number is not None else (1.0, 1.0) if toll.one else (None, None)
    if mark.vague and number is not None:
        return high is None and _meets(_words(reading, toll), mark.span)
    single = (mark.low, mark.high) == (1, 1) and toll.one and _meets([event.sentence], mark.span)
    return (low, high) == (mark.low, mark.high) and (single or _meets(_words(reading, toll), mark.span))


def _bounds(number: Quantity) -> tuple[float | None, float | None]:
    """ "About 30" leaves both open, and is marked as 30."""
    about = number.low is None and number.high is None
    return (number.best, number.best) if about else (number.low, number.high)


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("task", choices=("real", "ways"))
    parser.add_argument("--kept", action="store_true")
    parser.add_argument("--errors", action="store_true")
    options = parser.parse_args()
    texts = list((real if options.task == "real" else ways)(kept=options.kept))
    tally: Counter[tuple[str, str]] = Counter()
    for marked, reading in zip(texts, read(one.report for one in texts), strict=True):
        told, further = compared(marked, reading)
        for mark, toll in told:
            tally[mark.effect, "asked"] += 1
            tally[mark.effect, "right"] += toll is not None
            if toll is not None and mark.scope is not None:
                tally["scope", "asked"] += 1
                tally["scope", "right"] += (toll.scope == "event") == (mark.scope == "event")
        tally.update((toll.effect, "further") for _, toll in further)
        events = {event.same_as or event.id for event in reading.events if event.toll}
        if marked.deeds is not None:
            tally["one deed", "asked"] += 1
            tally["one deed", "right"] += len(events) == marked.deeds
        if options.errors and not options.kept:
            _print_errors(marked, told, further, len(events))
    for what in ("killed", "injured", "missing", "captured", "displaced"):
        print(f"{what:10} {tally[what, 'right']:3} of {tally[what, 'asked']:3}, further {tally[what, 'further']:3}")
    for what in ("scope", "one deed"):
        if tally[what, "asked"]:
            print(f"{what:10} {tally[what, 'right']:3} of {tally[what, 'asked']:3}")
    right, asked, further_ = (
        sum(tally[effect, what] for effect in ("killed", "injured", "missing", "captured", "displaced"))
        for what in ("right", "asked", "further")
    )
    print(f"all        {right:3} of {asked:3}, further {further_:3}")


def _print_errors(
    marked: Marked, told: list[tuple[Mark, Toll | None]], further: list[tuple[Event, Toll]], events: int
) -> None:
    text = marked.report.text
    for mark, toll in told:
        start, end = mark.span
        around = " ".join(f"{text[max(0, start - 150) : start]}[{text[start:end]}]{text[end : end + 110]}".split())
        if toll is None:
            print(f"MISSING {marked.report.id} {mark.effect} {mark.low} {mark.high}: {around}")
        elif mark.scope is not None and (toll.scope == "event") != (mark.scope == "event"):
            print(f"SCOPE {marked.report.id} {toll.scope} not {mark.scope}: {around}")
    for event, toll in further:
        sentence = " ".join(text[slice(*event.sentence)].split())
        one = " one" * toll.one
        print(f"FURTHER {marked.report.id} {toll.effect} “{toll.who}”{one} on “{event.trigger.text}”: {sentence[:300]}")
    if marked.deeds is not None and events != marked.deeds:
        print(f"DEEDS {marked.report.id} {events} not {marked.deeds}: {text}")


if __name__ == "__main__":
    main()
