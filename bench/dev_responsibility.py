"""Who is said to have done it, on whose word, against marks by eye and ways of saying it.

    python -m bench.dev_responsibility real      marks in 30 real texts (tests/gold/responsibility.tsv: no text)
    python -m bench.dev_responsibility ways      short texts of our own (tests/gold/ways_responsibility.jsonl)
    python -m bench.dev_responsibility … --kept      texts that no rule was made from, counted only
    python -m bench.dev_responsibility … --errors    every mark that is missing or read otherwise, and what is further

A mark is found where a record of its sentence has its party; `right` has its stance, who says so and the deed besides.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sayso.model import Reading, Report, Responsibility, Span
from sayso.pipeline import read
from training.marked import reports_of, rows

ROOT = Path(__file__).resolve().parents[1]
GOLD = ROOT / "tests/gold"
DATA = ROOT.parent / "shared/data"
FIELDS = ("stance", "by", "deed")
WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
#: words that say nothing of who it is
EMPTY = frozenset("a an the of in for its his her their our some two three several group groups".split())


@dataclass(frozen=True)
class Mark:
    """Somebody is said (not) to have done it, in the sentence around `at`."""

    at: int
    stance: str
    party: str
    by: str
    deed: Span


@dataclass(frozen=True)
class Marked:
    """A report with its marks in the order of the text."""

    report: Report
    marks: list[Mark]


def real(*, kept: bool) -> Iterator[Marked]:
    """Real texts."""
    found: dict[tuple[str, str], list[list[str]]] = defaultdict(list)
    for corpus, name, *cells in rows(GOLD / f"responsibility{'_kept' * kept}.tsv"):
        found[corpus, name] += [cells] if cells[0] != "-" else []
    texts = {corpus: reports_of(corpus, DATA) for corpus in sorted({corpus for corpus, _ in found})}
    for (corpus, name), lines in sorted(found.items()):
        report = texts[corpus][name]
        marks = []
        for at, stance, party, by, deed in lines:
            said = [report.text[slice(*_span(cell))] for cell in (party, by)]
            marks.append(Mark(int(at), stance, said[0], said[1], _span(deed)))
        yield Marked(report, marks)


def _span(cell: str) -> Span:
    """ "12-19"; "-" for none."""
    start, _, end = cell.partition("-")
    return (int(start), int(end)) if start else (0, 0)


def ways(*, kept: bool) -> Iterator[Marked]:
    """Short texts of our own."""
    for line in (GOLD / f"ways_responsibility{'_kept' * kept}.jsonl").read_text(encoding="utf-8").splitlines():
        item = json.loads(line)
        marks = []
        for one in item["deeds"]:
            at = item["text"].index(one["at"])
            deed = _nearest(item["text"], one["deed"], at)
            marks.append(Mark(at, one["stance"], one["party"], one["by"], deed))
        yield Marked(Report(id=item["id"], text=item["text"], published=item["published"]), marks)


def _nearest(text: str, words: str, at: int) -> Span:
    starts = [m.start() for m in re.finditer(re.escape(words), text)]
    start = min(starts, key=lambda start: (abs(start - at), start))
    return (start, start + len(words))


def compared(marked: Marked, reading: Reading) -> tuple[list[tuple[Mark, Responsibility | None]], list[Responsibility]]:
    """Each mark with the record that is of it, and the records that are of none."""
    left = list(reading.responsibilities)
    told: list[tuple[Mark, Responsibility | None]] = []
    for mark in marked.marks:
        fits = [one for one in left if _is_of(reading, one, mark)]
        best = max(fits, key=lambda one: sum(faults(reading, one, mark)[f] for f in FIELDS), default=None)
        told.append((mark, best))
        if best is not None:
            left.remove(best)
    return told, left


def faults(reading: Reading, one: Responsibility, mark: Mark) -> dict[str, bool]:
    """Which fields of the record are as marked."""
    said = one.according_to[-1] if one.according_to else None
    named = mark.by == "" if said is None else _alike(mark.by, said.text, _name(reading, said.entity))
    unnamed = mark.by == "" and said is not None and said.hearsay
    return {"stance": one.stance == mark.stance, "by": named or unnamed, "deed": _is_deed(reading, one, mark.deed)}


def _is_of(reading: Reading, one: Responsibility, mark: Mark) -> bool:
    if not one.sentence[0] <= mark.at < one.sentence[1]:
        return False
    if one.party is None or mark.party == "":
        return one.party is None and mark.party == ""
    return _alike(mark.party, one.party.text, _name(reading, one.party.entity))


def _is_deed(reading: Reading, one: Responsibility, deed: Span) -> bool:
    """Whether the deed is told at these words; where no event is told there, any deed will do."""
    here = {e.same_as or e.id for e in reading.events for a, b in e.trigger.spans if a < deed[1] and deed[0] < b}
    return not here or one.event in here


def _name(reading: Reading, entity: str | None) -> str:
    return next((e.name for e in reading.entities if e.id == entity), "")


def _alike(one: str, *others: str) -> bool:
    words = _words(one)
    return any(words & _words(other) for other in others)


def _words(text: str) -> set[str]:
    return set(WORD.findall(text.casefold().replace("’s", "").replace("'s", ""))) - EMPTY


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("which", choices=["real", "ways"])
    parser.add_argument("--kept", action="store_true")
    parser.add_argument("--errors", action="store_true")
    options = parser.parse_args()
    if options.kept and options.errors:
        parser.error("errors of texts that are only counted are not shown")
    marked = list((real if options.which == "real" else ways)(kept=options.kept))
    counts: Counter[str] = Counter()
    stances: Counter[str] = Counter()
    for one, reading in zip(marked, read([m.report for m in marked]), strict=True):
        told, further = compared(one, reading)
        counts["further"] += len(further)
        for mark, record in told:
            _count(counts, stances, reading, mark, record)
        if options.errors:
            _show(one, reading, told, further)
    print(f"{counts['all']} marks: {counts['found']} found, {counts['right']} right, {counts['further']} further")
    print(", ".join(f"{field} {counts[field]}" for field in FIELDS), f"of {counts['found']}")
    print(
        ", ".join(
            f"{stance} {stances['+' + stance]}/{stances[stance]}" for stance in sorted(stances) if "+" not in stance
        )
    )


def _count(
    counts: Counter[str], stances: Counter[str], reading: Reading, mark: Mark, record: Responsibility | None
) -> None:
    counts["all"] += 1
    stances[mark.stance] += 1
    if record is None:
        return
    as_marked = faults(reading, record, mark)
    counts["found"] += 1
    counts.update(field for field in FIELDS if as_marked[field])
    if all(as_marked.values()):
        counts["right"] += 1
        stances[f"+{mark.stance}"] += 1


def _show(
    marked: Marked, reading: Reading, told: list[tuple[Mark, Responsibility | None]], further: list[Responsibility]
) -> None:
    text = marked.report.text
    for mark, record in told:
        wrong = [] if record is None else [f for f, right in faults(reading, record, mark).items() if not right]
        if record is not None and not wrong:
            continue
        said = [] if record is None else [link.text for link in record.according_to]
        read_as = "missing" if record is None else f"{','.join(wrong)}: {record.stance} {said} {record.event}"
        told_as = f"{mark.stance} [{mark.party}] by [{mark.by}] {text[slice(*mark.deed)]!r}"
        print(f"{marked.report.id}: {told_as} – {read_as} | {_sentence(text, mark.at)}")
    for one in further:
        party = one.party.text if one.party else None
        said = [link.text for link in one.according_to]
        sentence = " ".join(text[slice(*one.sentence)].split())
        print(f"{marked.report.id}: further {one.stance} {party!r} {said} {one.cue.text!r} | {sentence}")


def _sentence(text: str, at: int) -> str:
    start = max(text.rfind(". ", 0, at), text.rfind("\n", 0, at)) + 1
    end = text.find(". ", at)
    return " ".join(text[start : end if end > 0 else None].split())[:300]


if __name__ == "__main__":
    main()
