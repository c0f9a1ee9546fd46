"""Statements, certainty and outlooks straight from our functions on the dev sets.

    python -m bench.dev_statements polnear [--limit N] [--errors missed|spurious|speaker|source|cue|content]
    [--head-only]
    python -m bench.dev_statements certainty [--limit N] [--errors] [--rules | --head]
    python -m bench.dev_statements outlooks [--more | --final] [--errors]
    python -m bench.dev_statements acts [--errors]

`polnear` and `certainty` are scored by the scorers of ../shared/score. Outlooks: one is right when its content shares
half or more of its
code points with a gold content (intersection over union), one to one, best first; cue and holder are right when they
share a code point with the gold one (or both are missing), probability when low and high are within 0.01. A trap is a
sentence
without gold: anything found there counts against precision. Acts: a sentence is right when the shortest content that
holds the gold words has the gold act (a report counts as an assertion); `kept` is only counted.
"""

from __future__ import annotations

import argparse
import importlib
import json
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from spacy.tokens import Doc

from sayso.digest.digest import Digest
from sayso.digest.language import load_language
from sayso.digest.times import find_times
from sayso.extract._saying.draft import Draft, likeness, shared
from sayso.extract._saying.head import from_head
from sayso.extract._saying.quotes import find_quotations
from sayso.extract.certainty import VALUE, certainty_of, head_value, read_rules
from sayso.extract.outlooks import find_outlooks
from sayso.extract.statements import find_drafts, find_statements
from sayso.model import Report, Spans
from sayso.pipeline import read

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"
Record = dict[str, Any]


def load(path: Path, limit: int | None = None) -> list[Record]:
    """JSON lines."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines[:limit]]


def bare_digest(doc: Doc, published: str | None = None) -> Digest:
    """A digest with its times and without entities, which these figures do not need."""
    report = Report(id="r", text=doc.text, published=published)
    named: Any = SimpleNamespace(records=(), speakers=(), entity_of=lambda _span: None)
    return Digest(report=report, doc=doc, named=named, times=find_times(doc, published), quantities=())


def scorer(name: str) -> Any:
    """A scorer of ../shared/score, or the end with a word why."""
    folder = SHARED / "score"
    if not folder.is_dir():
        sys.exit(f"{folder} is not there: these figures need the shared scorers")
    sys.path.insert(0, str(folder))
    return importlib.import_module(name)


def statement(draft: Draft) -> Record:
    """A draft as the scorer reads a statement."""
    return {role: {"spans": getattr(draft, role)} for role in ("source", "cue", "content") if getattr(draft, role)}


def polnear(args: argparse.Namespace) -> None:
    """PolNeAR dev."""
    gold = load(SHARED / "data/polnear/gold.jsonl", args.limit)
    nlp = load_language()
    found: list[tuple[Record, list[Draft]]] = []
    for record, doc in zip(gold, nlp.pipe(record["text"] for record in gold), strict=True):
        text = record["text"]
        # news, and nobody's own speech
        drafts = from_head(doc) if args.head_only else find_drafts(doc, text, find_quotations(text), speech=False)
        reading = {"report": {"text": text}, "statements": [statement(draft) for draft in drafts]}
        found.append((reading, drafts))
    scores = scorer("statements")
    for row, columns in scores.score(gold, [reading for reading, _ in found]).items():
        print(f"{row:22}", "  ".join(f"{key} {value:.1f}" for key, value in columns.items()))
    if args.errors:
        for record, (_, drafts) in zip(gold, found, strict=True):
            _print_errors(record, drafts, args.errors)


def _print_errors(record: Record, drafts: list[Draft], kind: str) -> None:
    text = record["text"]
    gold = [{role: tuple(map(tuple, a[role])) for role in ("source", "cue", "content")} for a in record["attributions"]]

    def show(spans: Spans) -> str:
        return " | ".join(text[s:e].replace("\n", "/") for s, e in spans)

    for one in gold:
        best = max(drafts, key=lambda d: likeness(d.content, one["content"]), default=None)
        share = 0.0 if best is None else likeness(best.content, one["content"])
        if kind == "missed" and share < 0.5:
            near = "" if best is None or share == 0 else f"   <> {best.by} [{show(best.cue)}] {show(best.content)}"
            print(f"- [{show(one['source'])}] [{show(one['cue'])}] {show(one['content'])}{near}")
        elif best is not None and share >= 0.5:
            wrong = one["source"] and not shared(one["source"], best.source)
            if kind == "speaker" and wrong:
                print(f"- gold [{show(one['source'])}] found [{show(best.source)}] {best.by} {show(one['content'])}")
            if kind in ("source", "cue", "content") and getattr(best, kind) != one[kind]:
                print(f"- gold [{show(one[kind])}]\n  found [{show(getattr(best, kind))}] {best.by}")
    if kind == "spurious":
        for draft in drafts:
            if max((likeness(draft.content, one["content"]) for one in gold), default=0) < 0.5:
                print(f"- {draft.by} {draft.score:.2f} [{show(draft.source)}] [{show(draft.cue)}]", show(draft.content))


def certainty(args: argparse.Namespace) -> None:
    """Factuality dev, read at the gold predicates themselves."""
    gold = load(SHARED / "data/factuality/gold.jsonl", args.limit)
    nlp = load_language()
    readings = []
    for record, doc in zip(gold, nlp.pipe(record["text"] for record in gold), strict=True):
        events = []
        for predicate in record["predicates"]:
            span = doc.char_span(*predicate["span"], alignment_mode="expand")
            event = _event(span.root, args)
            events.append({"trigger": {"spans": [predicate["span"]]}, "certainty": event})
            if args.errors and abs(event["value"] - predicate["label"]) >= 2:
                print(f"{record['corpus']} gold {predicate['label']:+.1f} found {event} [{span.text}] {record['text']}")
        readings.append({"report": {"text": record["text"]}, "events": events})
    for row, columns in scorer("certainty").score(gold, readings).items():
        print(f"{row:10}", "  ".join(f"{key} {value:.3f}" for key, value in columns.items()))


def _event(token: Any, args: argparse.Namespace) -> Record:
    if args.rules or args.head:
        value = read_rules(token).value if args.rules else head_value(token) or 0.0
        degree = min(VALUE, key=lambda name: abs(VALUE[name] - abs(value)))
        return {"degree": degree, "polarity": "negative" if value < 0 else "positive", "value": value}
    found = certainty_of(bare_digest(token.doc), token)
    value = VALUE[found.degree] * (-1 if found.polarity == "negative" else 1)
    cues = [cue.text for cue in found.cues]
    return {"degree": found.degree, "polarity": found.polarity, "value": value, "cues": cues, "head": head_value(token)}


def outlooks(args: argparse.Namespace) -> None:
    """Our own gold; the final half is for the final figure only."""
    name = "outlooks_final" if args.final else "outlooks_more" if args.more else "outlooks"
    gold = load(ROOT / "tests/gold" / f"{name}.jsonl", args.limit)
    right = predicted = expected = 0
    extra = {"cue": 0, "holder": 0, "probability": 0} | ({"horizon": 0} if args.more else {})
    docs = load_language().pipe(record["text"] for record in gold)
    for record, doc in zip(gold, docs, strict=True):
        found = find_outlooks(digest := bare_digest(doc, record["published"]), find_statements(digest), ())
        pairs = _paired(record["outlooks"], found)
        right, predicted, expected = right + len(pairs), predicted + len(found), expected + len(record["outlooks"])
        for one, other in pairs:
            for key, good in _details(one, other).items():
                extra[key] += good
        if args.errors and args.more:
            _print_fields(record["text"], pairs)
        if args.errors and not args.final and not len(pairs) == len(found) == len(record["outlooks"]):
            shown = [(o.content.text, o.cue.text, o.by) for o in found]
            wanted = [record["text"][slice(*o["content"])] for o in record["outlooks"]]
            print(f"- {record['text']}\n    gold {wanted}\n    found {shown}")
    f1 = 200 * right / (predicted + expected)
    print(
        f"P {100 * right / predicted:.1f} R {100 * right / expected:.1f} F1 {f1:.1f}",
        f"gold {expected}, found {predicted}",
    )
    print("of those right: ", "  ".join(f"{key} {100 * count / right:.1f}" for key, count in extra.items()))


def _print_fields(text: str, pairs: list[tuple[Record, Any]]) -> None:
    for one, other in pairs:
        for key in (key for key, good in _details(one, other).items() if not good):
            print(f"- {key}: gold {one[key] and text[slice(*one[key])]} found {getattr(other, key)} {text}")


def _paired(gold: list[Record], found: Any) -> list[tuple[Record, Any]]:
    shares = [
        (likeness((tuple(one["content"]),), other.content.spans), i, j)
        for i, one in enumerate(gold)
        for j, other in enumerate(found)
    ]
    pairs: dict[int, int] = {}
    for share, i, j in sorted(shares, reverse=True):
        if share >= 0.5 and i not in pairs and j not in pairs.values():
            pairs[i] = j
    return [(gold[i], found[j]) for i, j in pairs.items()]


def _details(gold: Record, found: Any) -> dict[str, bool]:
    holder = gold["holder"]
    theirs = found.holder.spans if found.holder else ()
    probability = gold["probability"]
    ours = found.probability and [found.probability.low, found.probability.high]
    both = bool(ours and probability)
    same = all(abs(a - b) <= 0.01 for a, b in zip(ours, probability, strict=True)) if both else ours == probability
    until, due = found.horizon.spans if found.horizon else (), gold.get("horizon")
    when = {"horizon": shared((tuple(due),), until) > 0 if due else not until}
    return (when if "horizon" in gold else {}) | {
        "cue": shared((tuple(gold["cue"]),), found.cue.spans) > 0,
        "holder": shared((tuple(holder),), theirs) > 0 if holder else not theirs,
        "probability": bool(same),
    }


def acts(args: argparse.Namespace) -> None:
    """What a statement does: our own gold, the tuning half and the kept half."""
    gold = load(ROOT / "tests/gold/acts.jsonl", args.limit)
    reports = [Report(id=record["id"], text=record["text"], published="2025-03-12") for record in gold]
    counts = {"tuning": [0, 0], "kept": [0, 0]}
    for record, reading in zip(gold, read(reports), strict=True):
        at = record["text"].index(record["at"])
        where = ((at, at + len(record["at"])),)
        over = [one for one in reading.statements if shared(where, one.content.spans)]
        found = min(over, key=lambda one: len(one.content.text), default=None)
        act = None if found is None else "assert" if found.act == "report" else found.act
        count = counts[part := record.get("part", "tuning")]
        count[0], count[1] = count[0] + (act == record["act"]), count[1] + 1
        if args.errors and part == "tuning" and act != record["act"]:
            print(f"- gold {record['act']} found {act} {record['text']}")
    for part, (right, total) in counts.items():
        print(f"{part:8} {right} of {total} acts right")


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("task", choices=["polnear", "certainty", "outlooks", "acts"])
    parser.add_argument("--limit", type=int)
    parser.add_argument("--errors", nargs="?", const="all")
    for flag in ("--head-only", "--rules", "--head", "--final", "--more"):
        parser.add_argument(flag, action="store_true")
    args = parser.parse_args()
    {"polnear": polnear, "certainty": certainty, "outlooks": outlooks, "acts": acts}[args.task](args)


if __name__ == "__main__":
    main()
