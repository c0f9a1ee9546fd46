"""How fast, how large: reports per second on one core and on two, memory, load time, bytes of picture per report.

    python -m bench.speed [--shared ../shared] [--reports 200]

Real reports (../shared/data/public_reports); a report is counted as 500 words, so that sets of other lengths compare.
Machines are noisy: quote ratios within one run. Nothing here is asserted anywhere.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

WORDS = 500
LOAD = "import time; a = time.perf_counter(); from sayso.digest.language import load_language; b = time.perf_counter()"
LOAD += "; load_language(); print(b - a, time.perf_counter() - b)"


def chosen(shared: Path, most: int) -> list[str]:
    """Lines of JSON, one report each: every k-th of the public reports."""
    lines = []
    for path in sorted((shared / "data" / "public_reports").glob("*.jsonl")):
        lines += [line for line in path.read_text(encoding="utf-8").split("\n") if line.strip()]
    return lines[:: max(1, len(lines) // most)][:most]


def timed(command: list[str]) -> tuple[float, float]:
    """Wall seconds of a command and the largest memory of any child so far, in MB."""
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    seconds = time.perf_counter() - start
    return seconds, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024


def report(lines: list[str], folder: Path) -> dict[str, float]:
    """All figures, by name."""
    words = sum(len(json.loads(line)["text"].split()) for line in lines)
    figures: dict[str, float] = {"reports": len(lines), "words": words}
    everything = os.sched_getaffinity(0)
    source = folder / "reports.jsonl"
    source.write_text("\n".join(lines) + "\n", encoding="utf-8")
    imported, loaded = subprocess.check_output([sys.executable, "-c", LOAD], text=True).split()
    figures |= {"import, s": float(imported), "load of the model, s": float(loaded)}
    for cores in (1, 2):
        os.sched_setaffinity(0, sorted(everything)[:cores])
        read = [sys.executable, "-m", "sayso", "read", str(source), "--json"]
        seconds, memory = timed(read)
        figures[f"read on {cores} core(s), reports of {WORDS} words/s"] = words / WORDS / seconds
        figures["peak memory, MB"] = memory
    picture = folder / "picture.db"
    seconds, _ = timed([sys.executable, "-m", "sayso", "add", str(source), "--picture", str(picture)])
    figures["add on 2 cores, reports/s"] = words / WORDS / seconds
    figures["bytes of picture per report"] = picture.stat().st_size / len(lines)
    os.sched_setaffinity(0, everything)
    return figures


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--reports", type=int, default=200)
    args = parser.parse_args()
    if not (args.shared / "data" / "public_reports").is_dir():
        print(f"speed: {args.shared}/data/public_reports is not here, so there is nothing to read")
        return 0
    with tempfile.TemporaryDirectory() as folder:
        figures = report(chosen(args.shared, args.reports), Path(folder))
    print(f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}")
    for name, value in figures.items():
        print(f"{name:<48}{value:>12,.2f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
