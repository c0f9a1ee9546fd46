"""Times and quantities straight from our functions on the shared dev sets, scored by the shared scorers.

    python bench/dev_score.py --task times [--half a|b] [--corpus timebank] [--model] [--errors KIND]
    python bench/dev_score.py --task quantities [--half a|b] [--model] [--errors KIND]

KIND of error to print instead of the table: value, strict (other extents), spurious, missed.

Halves are by the sha256 of the id: develop on a, look at b only to see whether a was overfitted. Without `--model` the
words come from spaCy's blank English tokenizer.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import spacy
from spacy.language import Language

from sayso.digest.quantities import find_quantities
from sayso.digest.times import find_times

SHARED = Path(__file__).resolve().parents[2] / "shared"
GOLD = {"times": SHARED / "data/time/gold.jsonl", "quantities": SHARED / "data/newsquant/gold.jsonl"}

Record = dict[str, Any]


def half_of(identifier: str) -> str:
    """ "a" or "b", by the hash of the id."""
    return "ab"[hashlib.sha256(identifier.encode()).digest()[0] % 2]


def read(nlp: Language, record: Record) -> Record:
    """What `sayso read` would write of times and quantities."""
    doc = nlp(record["text"])
    times = find_times(doc, record["published"])
    quantities = find_quantities(doc, times)
    found: Record = msgspec.to_builtins({"times": times, "quantities": quantities})
    return found | {"report": {"text": record["text"]}}


def time_errors(record: Record, reading: Record, kind: str) -> Iterator[tuple[str, str]]:
    """(what, where) for every error of one kind in a record."""
    text = record["text"]
    gold = {tuple(t["span"]): t for t in record["times"]}
    found = {tuple(t["spans"][0]): t for t in reading["times"]}
    pairs = {(g, f) for g in gold for f in found if g[0] < f[1] and f[0] < g[1]}
    hit, met = {f for _, f in pairs}, {g for g, _ in pairs}
    if kind == "spurious":
        yield from ((found[s]["text"], _around(text, s)) for s in found if s not in hit)
    elif kind == "missed":
        yield from ((gold[s]["text"] + " " + str(gold[s]["value"]), _around(text, s)) for s in gold if s not in met)
    elif kind == "strict":
        yield from ((f"{gold[g]['text']} | {found[f]['text']}", _around(text, g)) for g, f in pairs if g != f)
    else:
        for g, f in pairs:
            right, ours = gold[g]["value"], found[f]["value"]
            if right != ours:
                dated = f"{gold[g]['text']} = {right} | {found[f]['text']} = {ours}"
                yield dated, f"({record['published']}) " + _around(text, g)


def quantity_errors(record: Record, reading: Record, kind: str) -> Iterator[tuple[str, str]]:
    """(what, where) for the numbers of one record that are missed or too many."""
    gold = [(q["bound"], q["low"], q["high"], q["unit"]) for q in record["quantities"]]
    ours = [(q["bound"], q["low"], q["high"], q["best"], q["text"], q["unit"], q["of"]) for q in reading["quantities"]]
    values = [{x for x in q[1:4] if x is not None} for q in ours]
    for low, high in ((q[1], q[2]) for q in gold) if kind == "missed" else ():
        if not any({low, high} <= v or (low == high and low in v) for v in values):
            yield f"{low}-{high}", f"{record['text']} GOLD {gold} OURS {ours}"
    for q in ours if kind == "value" else ():
        same = [g for g in gold if {g[1], g[2]} <= {x for x in q[1:4] if x is not None}]
        if same and q[0] not in {g[0] for g in same} and same[0][1] == same[0][2]:
            yield f"{same[0][0]} | {q[0]}", f"{record['text']} GOLD {same} OURS {q}"
    for q, v in zip(ours, values, strict=True) if kind == "spurious" else ():
        if not any({g[1], g[2]} <= v for g in gold):
            yield f"{q[4]}", f"{record['text']} GOLD {gold} OURS {q}"


def _around(text: str, span: tuple[int, int], width: int = 60) -> str:
    start, end = span
    marked = f"{text[max(0, start - width) : start]}[[{text[start:end]}]]{text[end : end + width]}"
    return " ".join(marked.split())


def main() -> None:
    """Print the scorer's table, or the errors of one kind, the most frequent first."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--task", choices=GOLD, required=True)
    parser.add_argument("--half", choices=("a", "b"))
    parser.add_argument("--corpus")
    parser.add_argument("--model", action="store_true")
    parser.add_argument("--errors", choices=("value", "strict", "spurious", "missed"))
    args = parser.parse_args()
    if not GOLD[args.task].exists():
        sys.exit(f"no dev set at {GOLD[args.task]}: the shared folder is not beside this checkout")
    sys.path.insert(0, str(SHARED / "score"))
    gold = [json.loads(line) for line in GOLD[args.task].read_text("utf-8").splitlines()]
    gold = [r for r in gold if args.corpus in (None, r["corpus"]) and args.half in (None, half_of(r["id"]))]
    nlp = _load(model=args.model)
    readings = [read(nlp, record) for record in gold]
    if args.errors:
        of = time_errors if args.task == "times" else quantity_errors
        errors = [e for g, r in zip(gold, readings, strict=True) for e in of(g, r, args.errors)]
        common = Counter(what.lower() for what, _ in errors)
        for what, where in sorted(errors, key=lambda e: (-common[e[0].lower()], e[0].lower())):
            print(f"{common[what.lower()]:4} {what}\n       {where}")
        return
    import common as shared_common
    import quantities as shared_quantities
    import times as shared_times

    scorer = {"times": shared_times, "quantities": shared_quantities}[args.task]
    print(shared_common.show(scorer.score(gold, readings)))


def _load(*, model: bool) -> Language:
    if not model:
        return spacy.blank("en")
    from sayso.digest.language import load_language

    return load_language()


if __name__ == "__main__":
    main()
