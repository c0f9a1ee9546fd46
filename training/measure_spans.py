"""Figures of the heads that mark spans, and of certainty, on dev. Uses the project's scorers where there is one."""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc, Token

from sayso.extract.certainty import head_value, read_rules, value_of
from training.corpora import annotated_lines, parse_brackets
from training.documents import Aligner
from training.labels import INCIDENT, KINDS, NOMINALS
from training.treebanks import read_jsonl

Table = dict[str, dict[str, float]]
Span = tuple[int, int, str]


def scorer(folder: Path, name: str) -> Callable[[list[dict[str, Any]], list[dict[str, Any]]], Table]:
    """`score(gold, predicted)` of one of the project's scorers."""
    if str(folder) not in sys.path:
        sys.path.insert(0, str(folder))
    score: Callable[[list[dict[str, Any]], list[dict[str, Any]]], Table] = import_module(name).score
    return score


def name_reading(record: dict[str, Any], doc: Doc) -> dict[str, Any]:
    """Names as the scorer wants them."""
    entities = [
        {"kind": e.label_, "mentions": [{"form": "name", "spans": [[e.start_char, e.end_char]]}]} for e in doc.ents
    ]
    return {"report": {"text": record["text"]}, "entities": entities}


def statement_reading(record: dict[str, Any], doc: Doc) -> dict[str, Any]:
    """Attributions as the scorer wants them."""
    statements = []
    for attribution in doc.user_data["attributions"]:
        statement = {}
        for role in ("source", "cue", "content"):
            spans = [[doc[a].idx, doc[b - 1].idx + len(doc[b - 1])] for a, b in attribution[role]]
            statement[role] = {"spans": spans}
        statements.append(statement)
    return {"report": {"text": record["text"]}, "statements": statements}


def measured(nlp: Language, path: Path, score: Any, read: Callable[[dict[str, Any], Doc], dict[str, Any]]) -> Table:
    """A scorer's table for what the pipeline reads of a gold file."""
    gold = read_jsonl(path)
    docs = nlp.pipe(record["text"] for record in gold)
    table: Table = score(gold, [read(record, doc) for record, doc in zip(gold, docs, strict=True)])
    return table


def certainty(nlp: Language, path: Path, value: Callable[[Token], float | None] = head_value) -> Table:
    """Pearson r and mean absolute error of each corpus, at the gold predicates; `value`: from -3 to 3 at a word, the
    head's unless given.
    """
    pairs: dict[str, list[tuple[float, float]]] = defaultdict(list)
    gold = read_jsonl(path)
    for record, doc in zip(gold, nlp.pipe(r["text"] for r in gold), strict=True):
        align = Aligner([(t.idx, t.idx + len(t)) for t in doc])
        for predicate in record["predicates"]:
            place = align(*predicate["span"])
            found = value(doc[place[0]]) if place else None
            if found is not None:
                pairs[record["corpus"]].append((predicate["label"], found))
    table: Table = {}
    for corpus, rows in pairs.items():
        labels, found = np.array(rows).T
        table[corpus] = {
            "r": float(np.corrcoef(labels, found)[0, 1]),
            "MAE": float(np.abs(labels - found).mean()),
            "gold": len(rows),
        }
    return table


def certainty_read(token: Token) -> float:
    """What the reader makes of a predicate: the head together with the cue tables (`extract.certainty`)."""
    return value_of(read_rules(token), head_value(token))


def span_figures(pairs: Iterable[tuple[set[Span], set[Span]]]) -> Table:
    """Exact F1 over all and for each kind, from (gold, found) sets."""
    right, gold_count, found_count = Counter[str](), Counter[str](), Counter[str]()
    for gold, found in pairs:
        for counter, spans in ((right, gold & found), (gold_count, gold), (found_count, found)):
            for _, _, kind in spans:
                counter[kind] += 1
                counter["all"] += 1
    return {
        kind: {"F1": 200 * right[kind] / max(gold_count[kind] + found_count[kind], 1), "gold": gold_count[kind]}
        for kind in ("all", *sorted(gold_count.keys() - {"all"}))
    }


def own_names(nlp: Language, path: Path) -> dict[str, Table]:
    """Names and nominals of the kept third of our own sentences."""
    lines = [parse_brackets(line) for line in annotated_lines(path, "test")]
    docs = list(nlp.pipe(text for text, _ in lines))
    tables = {}
    for head, kinds, sign in (("names", KINDS, ""), ("nominal", NOMINALS, "~")):
        pairs = []
        for (_, marked), doc in zip(lines, docs, strict=True):
            spans = doc.ents if head == "names" else doc.spans["nominal"]
            found = {(s.start_char, s.end_char, s.label_) for s in spans}
            pairs.append(
                ({(a, b, k[len(sign) :]) for a, b, k in marked if k in {sign + kind for kind in kinds}}, found)
            )
        tables[head] = span_figures(pairs)
    return tables


def trigger_pairs(nlp: Language, records: list[dict[str, Any]]) -> Iterator[tuple[set[Span], set[Span]]]:
    """(gold, found) triggers of ECB+ in its annotated sentences (lines), of the factuality corpora in all."""
    for record, doc in zip(records, nlp.pipe(r["text"] for r in records), strict=True):
        found = {(s.start_char, s.end_char, "trigger") for s in doc.spans["trigger"]}
        if "predicates" in record:
            yield {(*p["span"], "trigger") for p in record["predicates"]}, found
        else:
            gold = {(s, e, "trigger") for m in record["mentions"] for s, e in m["spans"]}
            line = np.cumsum([c == "\n" for c in record["text"] + " "])
            asked = {int(line[s]) for s, _, _ in gold}
            yield gold, {f for f in found if int(line[f[0]]) in asked}


def triggers(nlp: Language, ecbplus: Path, factuality: Path) -> Table:
    """Exact F1 of event triggers."""
    uw = [r for r in read_jsonl(factuality) if r["corpus"] == "uw"]
    found = {"ecb+": trigger_pairs(nlp, read_jsonl(ecbplus)), "uw": trigger_pairs(nlp, uw)}
    return {corpus: span_figures(pairs)["all"] for corpus, pairs in found.items()}


def incidents(nlp: Language, path: Path) -> Table:
    """F1 of strings that fill a role: each distinct string of a report counts once, as it is spelled in small letters.

    Not CEAF-REE: strings of one entity are not put together.
    """
    pairs = []
    records = read_jsonl(path)
    for record, doc in zip(records, nlp.pipe(r["text"] for r in records), strict=True):
        found = {(0, hash(s.text.lower()), s.label_) for s in doc.spans["incident"]}
        gold = {(0, hash(m.lower()), role) for role in INCIDENT for e in record["roles"].get(role, []) for m in e[:1]}
        others = {(0, hash(m.lower()), role) for role in INCIDENT for e in record["roles"].get(role, []) for m in e[1:]}
        pairs.append((gold, found - (others - gold)))
    return span_figures(pairs)
