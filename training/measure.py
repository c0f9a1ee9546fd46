"""Step 4: every head on dev against its aim, with the reader that ships.

python -m training.measure --data ../shared/data --score ../shared/score [--weights DIR] [--only parse names …]
[--json FILE]
"""

from __future__ import annotations

import argparse
import json
import time
from pathlib import Path
from typing import Any

from spacy.language import Language

from sayso.digest._model.reader import Reader
from sayso.digest.language import WEIGHTS, load_language
from training import measure_events as events
from training import measure_gum as gum
from training import measure_parse as parse
from training import measure_spans as spans
from training.prepare import OWN
from training.treebanks import read_jsonl

#: (head, row, figure): aim, from issue 3.
AIMS = {
    ("statements", "source", "F1"): 78,
    ("statements", "cue", "F1"): 71,
    ("statements", "content", "F1"): 69,
    ("names", "uner-ewt", "F1"): 85,
    ("names", "re3d", "F1"): 80,
    ("names on GUM news", "all", "F1"): 85,
    ("own names", "weapon", "F1"): 80,
    ("own names", "vehicle", "F1"): 80,
    ("own names", "facility", "F1"): 80,
    ("parse, gold words", "ewt", "LAS"): 91,
    ("parse, gold words", "gum", "LAS"): 90,
    ("parse, gold words", "pud", "LAS"): 89,
    ("parse, raw text", "ewt", "LAS F1"): 88,
    ("parse, raw text", "gum", "LAS F1"): 89,
    ("parse, raw text", "ewt", "sentences F1"): 85,
    ("parse, raw text", "gum news", "sentences F1"): 92,
    ("certainty", "uw", "r"): 0.80,
    ("certainty", "meantime", "r"): 0.65,
    ("certainty, head and cues", "uw", "r"): 0.80,
    ("certainty, head and cues", "meantime", "r"): 0.65,
    ("speed", "one core", "words/s"): 4500,
}
HEADS = ("parse", "names", "statements", "certainty", "events", "coreference", "speed")
Tables = dict[str, dict[str, dict[str, float]]]


def measure(nlp: Language, reader: Reader, data: Path, score: Path, only: list[str]) -> Tables:
    """All tables: {head: {row: {figure: value}}}."""
    tables: Tables = {}
    if not only or "parse" in only:
        tables["parse, gold words"] = {
            c: parse.gold_words(reader, data / f"ud/{c}-dev.conllu", c) for c in ("ewt", "gum", "pud")
        }
        raw = {c: parse.from_raw_text(nlp, data / f"ud/{c}-dev.conllu", c) for c in ("ewt", "gum")}
        raw["gum news"] = parse.from_raw_text(nlp, data / "ud/gum-dev.conllu", "gum", "_news_")
        tables["parse, raw text"] = raw
    if not only or "names" in only:
        tables["names"] = spans.measured(
            nlp, data / "names/gold.jsonl", spans.scorer(score, "names"), spans.name_reading
        )
        tables["names on GUM news"] = gum.news_names(nlp, data / "ud")
        own = spans.own_names(nlp, OWN / "names.txt")
        tables["own names"], tables["own nominals"] = own["names"], own["nominal"]
    if not only or "statements" in only:
        rules = spans.scorer(score, "statements")
        tables["statements"] = spans.measured(nlp, data / "polnear/gold.jsonl", rules, spans.statement_reading)
    if not only or "certainty" in only:
        tables["certainty"] = spans.certainty(nlp, data / "factuality/gold.jsonl")
        tables["certainty, head and cues"] = spans.certainty(nlp, data / "factuality/gold.jsonl", spans.certainty_read)
    if not only or "events" in only:
        tables["triggers"] = spans.triggers(nlp, data / "ecbplus/gold.jsonl", data / "factuality/gold.jsonl")
        tables["incident roles"] = spans.incidents(nlp, data / "muc4/gold.jsonl")
        tables["event arguments"] = events.arguments(nlp)
    if not only or "coreference" in only:
        tables["coreference"] = gum.coreference(reader, data / "ud")
    if not only or "speed" in only:
        tables["speed"] = {"one core": speed(nlp, data / "polnear/gold.jsonl")}
    return tables


def speed(nlp: Language, path: Path) -> dict[str, float]:
    """Words a second of processor time for whole documents."""
    texts = [record["text"] for record in read_jsonl(path)][:40]
    list(nlp.pipe(texts[:4]))
    begun = time.process_time()
    words = sum(len(doc) for doc in nlp.pipe(texts))
    return {"words/s": words / (time.process_time() - begun)}


def show(tables: Tables) -> None:
    """All figures, with the aim where there is one."""
    for head, table in tables.items():
        print(f"\n{head}")
        for row, figures in table.items():
            cells = [
                f"{name} {value:.2f}" if abs(value) < 10 else f"{name} {value:.1f}" for name, value in figures.items()
            ]
            aims = [f"{name} ≥ {AIMS[head, row, name]}" for name in figures if (head, row, name) in AIMS]
            print(f"  {row:22}", "  ".join(cells), f"  [aim {', '.join(aims)}]" if aims else "")


def not_measured(tables: Tables) -> list[tuple[str, str, str]]:
    """Aims without a figure: a missing head is a missed aim."""
    return [aim for aim in AIMS if aim[2] not in tables.get(aim[0], {}).get(aim[1], {})]


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--score", type=Path, default=Path("../shared/score"))
    parser.add_argument("--weights", type=Path, default=WEIGHTS)
    parser.add_argument("--only", nargs="*", default=[], choices=HEADS)
    parser.add_argument("--json", type=Path)
    args = parser.parse_args()
    nlp = load_language(args.weights)
    component: Any = nlp.get_pipe("sayso_reader")
    tables = measure(nlp, component.reader, args.data, args.score, args.only)
    show(tables)
    for head, row, figure in [] if args.only else not_measured(tables):
        print(f"MISSED: {head}, {row}: {figure} was not measured (aim {AIMS[head, row, figure]})")
    if args.json:
        args.json.write_text(json.dumps(tables, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
