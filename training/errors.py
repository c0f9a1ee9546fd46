"""The commonest kinds of error of the heads that mark spans, with examples, on dev.

python -m training.errors --data ../shared/data statements|names [--examples 5]
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from spacy.language import Language

from sayso.digest.language import WEIGHTS, load_language
from training.labels import ROLES
from training.treebanks import read_jsonl

Span = tuple[int, int, str]


def kinds_of_errors(text: str, gold: set[Span], found: set[Span]) -> Iterator[tuple[str, str]]:
    """(kind of error, example) of every span that is only in one of the sets."""
    for start, end, label in sorted(found - gold):
        over = [g for g in gold if g[0] < end and start < g[1]]
        same = [g for g in over if g[:2] == (start, end)]
        if same:
            yield f"{same[0][2]} taken for {label}", _shown(text, start, end)
        elif not over:
            yield f"{label}: nothing there", _shown(text, start, end)
        elif len(over) > 1:
            yield f"{label}: two in one", _shown(text, start, end)
        else:
            yield f"{label}: {_edge(text, over[0], (start, end, label))}", _shown(text, start, end, over[0])
    for start, end, label in sorted(gold - found):
        if not any(f[0] < end and start < f[1] for f in found):
            yield f"{label}: missed", _shown(text, start, end)


def _edge(text: str, gold: Span, found: Span) -> str:
    """What differs between two overlapping spans."""
    if gold[0] == found[0]:
        extra = text[min(gold[1], found[1]) : max(gold[1], found[1])].strip()
        which = "too long" if found[1] > gold[1] else "too short"
        return f"end {which}" + (" by punctuation" if not any(c.isalnum() for c in extra) else "")
    if gold[1] == found[1]:
        extra = text[min(gold[0], found[0]) : max(gold[0], found[0])].strip()
        which = "too early" if found[0] < gold[0] else "too late"
        return f"begins {which}" + (" by punctuation" if not any(c.isalnum() for c in extra) else "")
    return "both edges differ"


def _shown(text: str, start: int, end: int, gold: Span | None = None) -> str:
    shown = f"{text[max(0, start - 40) : start]}[{text[start:end]}]{text[end : end + 30]}"
    return shown.replace("\n", "|") + (f"   GOLD [{text[gold[0] : gold[1]]}]".replace("\n", "|") if gold else "")


def statement_pairs(nlp: Language, path: Path) -> Iterable[tuple[str, set[Span], set[Span]]]:
    """(text, gold, found) spans of the three roles; roles do not mix."""
    records = read_jsonl(path)
    for record, doc in zip(records, nlp.pipe(r["text"] for r in records), strict=True):
        for role in ROLES:
            gold = {(s, e, role) for a in record["attributions"] for s, e in a[role]}
            yield record["text"], gold, {(s.start_char, s.end_char, role) for s in doc.spans[role]}


def name_pairs(nlp: Language, path: Path) -> Iterable[tuple[str, set[Span], set[Span]]]:
    """(text, gold, found) names of the kinds that each corpus marks."""
    records = read_jsonl(path)
    for record, doc in zip(records, nlp.pipe(r["text"] for r in records), strict=True):
        kinds = set(record["types"])
        ignored = [tuple(span) for span in record["ignore"]]
        found = {(e.start_char, e.end_char, e.label_) for e in doc.ents if e.label_ in kinds}
        found = {f for f in found if not any(f[0] < b and a < f[1] for a, b in ignored)}
        yield record["text"], {(a, b, k) for a, b, k in record["names"]}, found


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=["statements", "names"])
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--weights", type=Path, default=WEIGHTS)
    parser.add_argument("--examples", type=int, default=5)
    args = parser.parse_args()
    nlp = load_language(args.weights)
    if args.what == "statements":
        pairs = statement_pairs(nlp, args.data / "polnear/gold.jsonl")
    else:
        pairs = name_pairs(nlp, args.data / "names/gold.jsonl")
    counts: Counter[str] = Counter()
    examples: dict[str, list[str]] = defaultdict(list)
    for text, gold, found in pairs:
        for kind, example in kinds_of_errors(text, gold, found):
            counts[kind] += 1
            examples[kind].append(example)
    for kind, count in counts.most_common(25):
        print(f"{count:5} {kind}")
        for example in examples[kind][:: max(1, count // max(args.examples, 1))][: args.examples]:
            print(f"        {example}")


if __name__ == "__main__":
    main()
