"""For every field of the records: the share that is filled on the public reports.

    python -m bench.filled [--shared ../shared] [--reports 300] [--write]

A field that is always empty is a missing feature. `--write` puts the table into docs/reading-quality.md, between its
two marks. An empty tuple counts as empty; so does null; `false` and 0 do not.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import msgspec

from bench.speed import chosen
from sayso.model import Reading, Report, report_id
from sayso.pipeline import read

PAGE = Path(__file__).parent.parent / "docs" / "reading-quality.md"
BEGIN, END = "<!-- filled: begin -->", "<!-- filled: end -->"
#: records that are written out field by field inside another record
INNER = {"place", "source", "cue", "trigger", "certainty", "codes", "probability", "horizon", "content"}


def reports(lines: list[str]) -> Iterator[Report]:
    """The public reports, as `sayso read` would take them."""
    for line in lines:
        given = json.loads(line)
        key = report_id(outlet=given["outlet"], url=given["url"], text=given["text"])
        fields = {name: given[name] for name in ("url", "outlet", "title", "published", "text")}
        yield Report(id=key, given_id=given["id"], **fields)


def fields(prefix: str, record: msgspec.Struct) -> Iterator[tuple[str, bool]]:
    """(name of a field, is it filled) for a record and the records inside it."""
    for name in record.__struct_fields__:
        value = getattr(record, name)
        yield f"{prefix}.{name.rstrip('_')}", value is not None and value != ()
        if isinstance(value, msgspec.Struct) and name in INNER:
            yield from fields(f"{prefix}.{name}", value)
        elif isinstance(value, tuple) and name in {"toll", "according_to", "mentions"}:
            for item in value:
                yield from fields(f"{prefix}.{name}", item)


def count(readings: Iterator[Reading]) -> tuple[Counter[str], Counter[str]]:
    """How often each field stands, and how often it is filled."""
    seen: Counter[str] = Counter()
    filled: Counter[str] = Counter()
    for reading in readings:
        for kind in ("entities", "times", "quantities", "statements", "events", "outlooks", "responsibilities"):
            for record in getattr(reading, kind):
                for name, full in fields(kind, record):
                    seen[name] += 1
                    filled[name] += full
        for name, full in fields("report", reading.report):
            seen[name] += 1
            filled[name] += full
    return seen, filled


def table(seen: Counter[str], filled: Counter[str]) -> str:
    """Markdown: field, how many, share filled."""
    rows = [f"| `{name}` | {seen[name]:,} | {100 * filled[name] / seen[name]:.1f} % |" for name in sorted(seen)]
    return "\n".join(["| field | of | filled |", "|---|---:|---:|", *rows])


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--reports", type=int, default=300)
    parser.add_argument("--write", action="store_true")
    args = parser.parse_args()
    if not (args.shared / "data" / "public_reports").is_dir():
        print(f"filled: {args.shared}/data/public_reports is not here, so there is nothing to read")
        return 0
    lines = chosen(args.shared, args.reports)
    made = table(*count(read(reports(lines))))
    print(made)
    if args.write:
        page = PAGE.read_text(encoding="utf-8")
        head, rest = page.split(BEGIN)
        tail = rest.split(END)[1]
        PAGE.write_text(f"{head}{BEGIN}\n{made}\n{END}{tail}", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
