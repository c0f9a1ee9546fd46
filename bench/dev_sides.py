"""Who acts and whom it befalls, as the whole reader has it, against marks by eye over whole texts.

    python -m bench.dev_sides [--part K] [--errors]

The texts of `training/data/parties.tsv`, in parts of a quarter (`--part 0` to 3). A side is right where a word
marked for it stands in it, or in another mention of its entity; a marked word is found likewise. A side that the marks
give nobody for, though ours has somebody, counts as wrong. The readers who marked saw what the rules had found then, so
that precision is rather too high. No network learnt from these marks; rules were made with some of their errors.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sayso.model import Event, Participant, Reading, Span
from sayso.pipeline import read
from training.marked import reports_of, rows

ROOT = Path(__file__).resolve().parents[1]
MARKS = ROOT / "training/data/parties.tsv"
DATA = ROOT.parent / "shared/data"
SIDES = ("actors", "recipients")
PARTS = 4


@dataclass(frozen=True)
class Mark:
    """One side of an event of a type whose word begins at `at`, with the characters of the words for who it is."""

    at: int
    type: str
    side: str
    who: tuple[int, ...]


def read_marks() -> dict[tuple[str, str], list[Mark]]:
    """{(corpus, id): marks}."""
    found: dict[tuple[str, str], list[Mark]] = defaultdict(list)
    for corpus, name, at, type_, side, who in rows(MARKS):
        found[corpus, name].append(Mark(int(at), type_, side, () if who == "-" else tuple(map(int, who.split(",")))))
    return found


def compared(reading: Reading, marks: list[Mark]) -> Iterator[tuple[Event, Mark, list[Participant], list[int]]]:
    """Events that are marked, with the participants that are wrong and the marked characters that are missing."""
    where = {one.id: [span for mention in one.mentions for span in mention.spans] for one in reading.entities}
    for mark in marks:
        event = next((e for e in reading.events if e.type == mark.type and _begins(e, mark.at)), None)
        if event is None:
            continue
        ours: tuple[Participant, ...] = getattr(event, mark.side)
        spots = [(one, [*one.spans, *where.get(one.entity or "", [])]) for one in ours]
        wrong = [one for one, spans in spots if not any(_covers(spans, at) for at in mark.who)]
        missing = [at for at in mark.who if not any(_covers(spans, at) for _, spans in spots)]
        yield event, mark, wrong, missing


def _begins(event: Event, at: int) -> bool:
    return any(start <= at < end for start, end in event.trigger.spans)


def _covers(spans: list[Span], at: int) -> bool:
    return any(start <= at < end for start, end in spans)


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--part", type=int)
    parser.add_argument("--errors", action="store_true")
    options = parser.parse_args()
    marks = read_marks()
    keys = sorted(marks) if options.part is None else sorted(marks)[options.part :: PARTS]
    reports = {corpus: reports_of(corpus, DATA) for corpus in sorted({corpus for corpus, _ in keys})}
    tally: Counter[tuple[str, str]] = Counter()
    for key, reading in zip(keys, read(reports[corpus][name] for corpus, name in keys), strict=True):
        for event, mark, wrong, missing in compared(reading, marks[key]):
            ours = len(getattr(event, mark.side))
            counts = {"ours": ours, "right": ours - len(wrong), "marked": len(mark.who)}
            counts["found"] = counts["marked"] - len(missing)
            tally.update({(mark.side, name): count for name, count in counts.items()})
            if options.errors and (wrong or missing):
                text = reading.report.text
                lost = [text[at : at + 20].split()[0] for at in missing]
                print(
                    f"{mark.side}: {event.type} [{event.trigger.text}] wrong {[w.text for w in wrong]} missing {lost}"
                )
                print(f"    {text[slice(*event.sentence)]}")
    for side in SIDES:
        precision = 100 * tally[side, "right"] / max(1, tally[side, "ours"])
        recall = 100 * tally[side, "found"] / max(1, tally[side, "marked"])
        print(f"{side:11} P {precision:.1f} of {tally[side, 'ours']}  R {recall:.1f} of {tally[side, 'marked']}")


if __name__ == "__main__":
    main()
