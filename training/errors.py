"""The commonest kinds of error of a head, counted, with examples, on dev.

    python -m training.errors HEAD [--data ../shared/data] [--weights DIR] [--examples 5] [--limit 40]

HEAD is one of `HEADS`: parse, sentences, names, own-names, nominals, statements, triggers, certainty, incidents,
coreference.

What comes out holds words of the corpora: it is to be looked at, not to be kept.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from spacy.language import Language

from sayso.digest._model.reader import Reader
from sayso.digest.language import WEIGHTS, load_language
from training import errors_words as words
from training.corpora import annotated_lines, parse_brackets
from training.labels import INCIDENT, KINDS, NOMINALS, ROLES
from training.measure_spans import trigger_pairs
from training.prepare import OWN
from training.treebanks import read_jsonl

Span = tuple[int, int, str]
Pairs = Iterable[tuple[str, set[Span], set[Span]]]
Errors = Iterator[tuple[str, str]]


@dataclass(frozen=True)
class Source:
    """What errors are looked for in: the pipeline, the dev sets, and how many texts of each at the most."""

    nlp: Language
    data: Path
    limit: int | None

    @property
    def reader(self) -> Reader:
        """The reader of the pipeline."""
        component: Any = self.nlp.get_pipe("sayso_reader")
        return component.reader  # type: ignore[no-any-return]

    def records(self, name: str) -> list[dict[str, Any]]:
        """Gold of one dev set: every so manieth text of it, so that all corpora are in it."""
        records = read_jsonl(self.data / name / "gold.jsonl")
        return records[:: max(1, len(records) // self.limit)] if self.limit else records


def kinds_of_errors(pairs: Pairs) -> Errors:
    """(kind of error, example) of every span that is only in gold or only found."""
    for text, gold, found in pairs:
        for start, end, label in sorted(found - gold):
            over = [g for g in gold if g[0] < end and start < g[1]]
            same = [g for g in over if g[:2] == (start, end)]
            if same:
                yield f"{same[0][2]} taken for {label}", shown(text, start, end)
            elif not over:
                yield f"{label}: nothing there", shown(text, start, end)
            elif len(over) > 1:
                yield f"{label}: two in one", shown(text, start, end)
            else:
                yield f"{label}: {_edge(text, over[0], (start, end, label))}", shown(text, start, end, over[0])
        for start, end, label in sorted(gold - found):
            if not any(f[0] < end and start < f[1] for f in found):
                yield f"{label}: missed", shown(text, start, end)


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


def shown(text: str, start: int, end: int, gold: Span | None = None) -> str:
    """A span in its surroundings, on one line."""
    found = f"{text[max(0, start - 40) : start]}[{text[start:end]}]{text[end : end + 30]}"
    return found.replace("\n", "|") + (f"   GOLD [{text[gold[0] : gold[1]]}]".replace("\n", "|") if gold else "")


def statement_pairs(source: Source) -> Pairs:
    """(text, gold, found) spans of the three roles; roles do not mix."""
    records = source.records("polnear")
    for record, doc in zip(records, source.nlp.pipe(r["text"] for r in records), strict=True):
        for role in ROLES:
            gold = {(s, e, role) for a in record["attributions"] for s, e in a[role]}
            yield record["text"], gold, {(s.start_char, s.end_char, role) for s in doc.spans[role]}


def name_pairs(source: Source) -> Pairs:
    """(text, gold, found) names of the kinds that each corpus marks."""
    records = source.records("names")
    for record, doc in zip(records, source.nlp.pipe(r["text"] for r in records), strict=True):
        kinds = set(record["types"])
        ignored = [tuple(span) for span in record["ignore"]]
        found = {(e.start_char, e.end_char, e.label_) for e in doc.ents if e.label_ in kinds}
        found = {f for f in found if not any(f[0] < b and a < f[1] for a, b in ignored)}
        yield record["text"], {(a, b, k) for a, b, k in record["names"]}, found


def own_pairs(source: Source, nominal: bool) -> Pairs:
    """(text, gold, found) names or nominals of the kept third of our own sentences."""
    lines = [parse_brackets(line) for line in annotated_lines(OWN / "names.txt", "test")]
    labels = {"~" + kind: kind for kind in NOMINALS} if nominal else {kind: kind for kind in KINDS}
    for (text, marked), doc in zip(lines, source.nlp.pipe(text for text, _ in lines), strict=True):
        spans = doc.spans["nominal"] if nominal else doc.ents
        gold = {(a, b, labels[k]) for a, b, k in marked if k in labels}
        yield text, gold, {(s.start_char, s.end_char, s.label_) for s in spans}


def trigger_errors(source: Source) -> Pairs:
    """(text, gold, found) triggers of ECB+ and of UW."""
    for name in ("ecbplus", "factuality"):
        records = [r for r in source.records(name) if r.get("corpus", "uw") == "uw" or name == "ecbplus"]
        pairs = trigger_pairs(source.nlp, records)
        yield from ((r["text"], gold, found) for r, (gold, found) in zip(records, pairs, strict=True))


def incident_errors(source: Source) -> Errors:
    """Strings of each role that are missed, or that nobody asks for, or that fill another role."""
    records = source.records("muc4")
    for record, doc in zip(records, source.nlp.pipe(r["text"] for r in records), strict=True):
        gold = {(m.lower(), role) for role in INCIDENT for e in record["roles"].get(role, []) for m in e}
        found = {(s.text.lower(), s.label_) for s in doc.spans["incident"]}
        heads = {words_of.split()[-1] for words_of, _ in gold}
        for text, role in sorted(found - gold):
            others = [r for t, r in gold if t == text]
            near = any(text in t or t in text for t, r in gold if r == role)
            kind = (
                f"{others[0]} taken for {role}" if others else f"{role}: {'other words' if near else 'nothing there'}"
            )
            yield kind, f"{text}   {'(head in gold)' if text.split()[-1] in heads else ''}"
        for entity_role, entities in ((role, record["roles"].get(role, [])) for role in INCIDENT):
            for entity in entities:
                if not any((m.lower(), entity_role) in found for m in entity):
                    yield f"{entity_role}: missed", " / ".join(entity)


#: Every head, and its errors as (kind, example).
HEADS: dict[str, Callable[[Source], Errors]] = {
    "parse": lambda s: words.parse(s.reader, s.data / "ud", s.limit),
    "sentences": lambda s: words.sentences(s.nlp, s.data / "ud", s.limit),
    "names": lambda s: kinds_of_errors(name_pairs(s)),
    "own-names": lambda s: kinds_of_errors(own_pairs(s, nominal=False)),
    "nominals": lambda s: kinds_of_errors(own_pairs(s, nominal=True)),
    "statements": lambda s: kinds_of_errors(statement_pairs(s)),
    "triggers": lambda s: kinds_of_errors(trigger_errors(s)),
    "certainty": lambda s: words.certainty(s.nlp, s.records("factuality")),
    "incidents": incident_errors,
    "coreference": lambda s: words.coreference(s.reader, s.data / "ud"),
}


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("head", choices=HEADS)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--weights", type=Path, default=WEIGHTS)
    parser.add_argument("--examples", type=int, default=5)
    parser.add_argument("--limit", type=int, help="texts of each dev set at the most")
    args = parser.parse_args()
    counts: Counter[str] = Counter()
    examples: dict[str, list[str]] = defaultdict(list)
    for kind, example in HEADS[args.head](Source(load_language(args.weights), args.data, args.limit)):
        counts[kind] += 1
        examples[kind].append(example)
    print(f"{sum(counts.values())} errors of {args.head}")
    for kind, count in counts.most_common(25):
        print(f"{count:5} {kind}")
        for example in examples[kind][:: max(1, count // max(args.examples, 1))][: args.examples]:
            print(f"        {example}")


if __name__ == "__main__":
    main()
