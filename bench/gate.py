"""The quality gate: the scorers of ../shared on a fixed sample of every dev set, against floors that only rise.

    python -m bench.gate                     compare with bench/floors.json; exit 1 where a figure is below its floor
    python -m bench.gate --raise             write the figures that are above their floors as the new floors
    python -m bench.gate --raise --lower     write all of them, also the lower ones (say why in the commit)
    python -m bench.gate --only times        some tasks

A floor belongs to one gold file: its sha256 stands beside it, and a gate whose gold has changed says so and fails. The
sample is every k-th line of the gold, so that all corpora of a set are in it; `SAMPLE` says how many lines at most.
Where ../shared is absent (a stranger's clone) there is nothing to measure on: the gate says so and passes.

`SLACK` is in points of the figure. It is there because 8-bit sums round differently on processors without the same
vector instructions; on one machine the figures repeat to the last digit.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

FLOORS = Path(__file__).parent / "floors.json"
SLACK = 0.5
#: lines of gold at the most: chosen so that all tasks together end within about ten minutes on two cores
SAMPLE = {
    "statements": ("polnear", 24),
    "names": ("names", 120),
    "places": ("geo", 120),
    "times": ("time", 60),
    "events_muc4": ("muc4", 50),
    "events_plover": ("plover", 202),
    "certainty": ("factuality", 600),
    "quantities": ("newsquant", 295),
    "linking": ("ecbplus", 120),
    "article_text": ("html", 90),
}
#: the figures that have floors: (row, column) of each task's table
FIGURES = {
    "statements": [
        ("source", "F1"),
        ("cue", "F1"),
        ("content", "F1"),
        ("linked overlap", "P"),
        ("linked overlap", "R"),
        ("speaker when matched", "accuracy"),
    ],
    "names": [("all", "F1"), ("all", "span F1")],
    "places": [("all detection overlap", "F1"), ("all resolution", "acc@161"), ("all end to end", "F1")],
    "times": [("all strict", "F1"), ("all value", "F1")],
    "events_muc4": [("all micro", "F1"), ("all micro", "head F1")],
    "events_plover": [("type", "accuracy"), ("actors", "F1"), ("recipients", "F1")],
    "certainty": [("uw", "coverage"), ("uw", "r"), ("meantime", "r"), ("uds-ih2", "r")],
    "quantities": [("value", "F1"), ("value and bound", "F1")],
    "linking": [("found", "CoNLL"), ("found", "recall")],
    "article_text": [("pages", "F1")],
}


def digest_of(path: Path) -> str:
    """sha256 of a file, in hex."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def sample(gold: Path, most: int, target: Path) -> None:
    """Every k-th line of `gold` into `target`, at most `most` of them."""
    lines = [line for line in gold.read_text(encoding="utf-8").split("\n") if line.strip()]
    step = max(1, -(-len(lines) // most))
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text("\n".join(lines[::step]) + "\n", encoding="utf-8")
    pages = gold.parent / "pages"
    if pages.is_dir():
        (target.parent / "pages").symlink_to(pages.resolve())


def measure(shared: Path, tasks: list[str]) -> dict[str, dict[str, float]]:
    """{task: {"row, column": figure}} by the shared scorers on the samples."""
    figures: dict[str, dict[str, float]] = {}
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        for task in tasks:
            name, most = SAMPLE[task]
            sample(shared / "data" / name / "gold.jsonl", most, work / "data" / name / "gold.jsonl")
        runner = [sys.executable, str((shared / "score" / "run_all.py").resolve())]
        sayso = f"{sys.executable} -m sayso"
        where = ["--data", str(work / "data"), "--out", str(work / "out"), "--sayso", sayso]
        subprocess.run([*runner, *where, "--only", *tasks], check=True)
        for task in tasks:
            table = json.loads((work / "out" / f"{task}.json").read_text(encoding="utf-8"))["scores"]
            figures[task] = {
                f"{row}, {column}": round(float(cell), 3)
                for row, column in FIGURES[task]
                if (cell := _cell(table, row, column)) is not None
            }
    return figures


def _cell(table: dict[str, dict[str, float]], row: str, column: str) -> float | None:
    """A figure of a scorer's table; a set with one corpus has no row "all …"."""
    if row not in table and row.startswith("all"):
        only = next(iter(table)).split(" ")[0]
        row = only + row.removeprefix("all")
    return table.get(row, {}).get(column)


def compare(figures: dict[str, dict[str, float]], floors: dict[str, Any], gold: dict[str, str]) -> list[str]:
    """What is wrong, in words: figures under their floors, gold that has changed, figures without a floor."""
    wrong = []
    for task, row in figures.items():
        pinned = floors.get(task)
        if pinned is None:
            wrong.append(f"{task}: no floor is pinned; run make floors")
            continue
        if pinned["gold_sha256"] != gold[task]:
            wrong.append(f"{task}: the gold has changed since its floors were pinned; run make floors")
        unit = 0.01 * SLACK
        for name, floor in pinned["floors"].items():
            slack = unit if name.endswith(", r") else SLACK
            reached = row.get(name)
            if reached is None or reached < floor - slack:
                wrong.append(f"{task}: {name} is {reached}, its floor is {floor}")
    return wrong


def raised(
    figures: dict[str, dict[str, float]], floors: dict[str, Any], gold: dict[str, str], *, lower: bool
) -> dict[str, Any]:
    """The new floors: the higher of old and reached, or what was reached where `lower` allows it."""
    new = dict(floors)
    for task, row in figures.items():
        old = floors.get(task, {}).get("floors", {})
        keep = not lower and floors.get(task, {}).get("gold_sha256") == gold[task]
        best = {name: max(value, old.get(name, value)) if keep else value for name, value in row.items()}
        new[task] = {"gold_sha256": gold[task], "sample": SAMPLE[task][1], "floors": best}
    return new


def show(figures: dict[str, dict[str, float]], floors: dict[str, Any]) -> None:
    """Every figure beside its floor."""
    for task, row in figures.items():
        pinned = floors.get(task, {}).get("floors", {})
        for name, value in row.items():
            print(f"{task + ': ' + name:<48}{value:>9.3f}   floor {pinned.get(name, '-')}")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--only", nargs="*", choices=list(SAMPLE), metavar="TASK")
    parser.add_argument("--raise", dest="lift", action="store_true", help="pin what is reached as the new floors")
    parser.add_argument("--lower", action="store_true", help="with --raise: allow floors to fall")
    args = parser.parse_args()
    if not (args.shared / "score" / "run_all.py").exists():
        print(f"quality gate: {args.shared} is not here, so there is nothing to measure on: left out")
        return 0
    tasks = [t for t in args.only or SAMPLE if (args.shared / "data" / SAMPLE[t][0] / "gold.jsonl").exists()]
    gold = {task: digest_of(args.shared / "data" / SAMPLE[task][0] / "gold.jsonl") for task in tasks}
    figures = measure(args.shared, tasks)
    floors = json.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {}
    show(figures, floors)
    if args.lift:
        new = raised(figures, floors, gold, lower=args.lower)
        FLOORS.write_text(json.dumps(new, indent=1, sort_keys=True) + "\n", encoding="utf-8")
        print(f"floors written to {FLOORS}")
        return 0
    wrong = compare(figures, floors, gold)
    for line in wrong:
        print(f"quality gate: {line}", file=sys.stderr)
    print("quality gate: " + ("failed" if wrong else "every figure at or above its floor"))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
