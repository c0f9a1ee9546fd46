"""Facts of our own short contexts on what is so, what is only wanted, and what is expected.

    python -m bench.expected             the half that rules were made with, right and asked for every kind
    python -m bench.expected --errors    each of its facts that is not right, with what was read
    python -m bench.expected --kept      the other half, counted only

`tests/gold/expected.jsonl`: one context a line in the form of the wires (`tests/gold/README.md`), with its `kind` and
whether it is `kept`. Every kind has pairs of a context and a look-alike.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator

from bench.wires import Checker, Record, load, readings

#: Fields of a record that are printed beside an error.
SHOWN = frozenset(("trigger", "type", "status", "content", "holder", "horizon", "by", "according_to"))


def judged(*, kept: bool) -> Iterator[tuple[Record, Record, bool, list[str], Record | None]]:
    """(context, fact, found, wrong fields, record) of every fact of a half."""
    records = [record for record in load("expected.jsonl") if record["kept"] == kept]
    for record, reading in zip(records, readings(records), strict=True):
        for fact in record["facts"]:
            yield record, fact, *Checker(reading).check(fact)


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kept", action="store_true")
    parser.add_argument("--errors", action="store_true")
    args = parser.parse_args()
    right: Counter[str] = Counter()
    asked: Counter[str] = Counter()
    for record, fact, found, wrong, best in judged(kept=args.kept):
        good = found and not wrong
        for kind in (record["kind"], f"ALL {fact['kind']}s", "ALL"):
            asked[kind] += 1
            right[kind] += good
        if args.errors and not args.kept and not good:
            read = {k: v for k, v in (best or {}).items() if k in SHOWN}
            print(f"{record['id']} {record['text']}\n    {json.dumps(fact)} WRONG {wrong}\n    {json.dumps(read)}")
    for kind in asked:
        if kind.startswith("ALL") or not args.kept:
            print(f"{kind:20} {right[kind]:3} of {asked[kind]:3}")


if __name__ == "__main__":
    main()
