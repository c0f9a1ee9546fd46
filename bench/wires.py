"""Facts of our own wire reports, one by one: found, and right in every field that the gold gives.

    python -m bench.wires              the first part that rules were made with
    python -m bench.wires more         the second part that rules were made with
    python -m bench.wires final        the part that no rule was made from
    python -m bench.wires kept         another that no rule was made from, of the same hand as "more"
    python -m bench.wires plain        short plain reports by subject, that rules were made with
    python -m bench.wires unread       more of them, whose subject others worked on; no rule was made from them
    python -m bench.wires plain --reports war     only the reports whose id begins so
    python -m bench.wires --errors     every fact that is not right, with what was read

`tests/gold/wires*.jsonl` hold short reports in the style of news agencies, each with the facts that a careful analyst
would note. A fact is found when some record of its kind stands at its words, and right when no
field that it gives differs. The format is in `tests/gold/README.md`.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sayso.model import Report
from sayso.pipeline import read

#: Part → the files of `tests/gold` that it is made of.
PARTS = {
    "first": "wires.jsonl",
    "more": "wires_more.jsonl",
    "final": "wires_final.jsonl",
    "kept": "wires_kept.jsonl",
    "plain": "wires_plain_*.jsonl",
    "unread": "wires_unread_*.jsonl",
}
#: Quotation marks that a beginning may or may not have.
OPENING = '"“‘' + "'"
GOLD = Path(__file__).parents[1] / "tests/gold"
Record = dict[str, Any]
#: By how much a bound of a probability may differ.
NEAR = 0.051


def load(pattern: str) -> list[Record]:
    """The reports of the files that a pattern names, with their facts."""
    lines = [line for path in sorted(GOLD.glob(pattern)) for line in path.read_text(encoding="utf-8").splitlines()]
    return [json.loads(line) for line in lines if line.strip()]


def readings(records: list[Record]) -> list[Record]:
    """Each report as `sayso read` writes it."""
    reports = [
        Report(id=r["id"], text=r["text"], title=r.get("title"), outlet=r.get("outlet"), published=r.get("published"))
        for r in records
    ]
    return [json.loads(reading.to_json()) for reading in read(reports)]


class Checker:
    """The facts of one report against its reading."""

    def __init__(self, reading: Record) -> None:
        self.reading = reading
        self.text: str = reading["report"]["text"]
        self.entities = {e["id"]: e for e in reading["entities"]}
        self.quantities = {q["id"]: q for q in reading["quantities"]}

    def check(self, fact: Record) -> tuple[bool, list[str], Record | None]:
        """Whether the fact is found; the fields that are wrong in the best record; that record."""
        kind = fact["kind"]
        candidates = [r for r in self.reading[f"{kind}s"] if self._stands_at(r, fact)]
        if fact.get("absent"):
            fields = {k: v for k, v in fact.items() if k not in ("kind", "at", "absent")}
            same = [r for r in candidates if not self._wrong(r, fields)]
            return not same, ["absent"] if same else [], same[0] if same else None
        if not candidates:
            return False, [], None
        fields = {k: v for k, v in fact.items() if k not in ("kind", "at")}
        return min(((True, self._wrong(r, fields), r) for r in candidates), key=lambda found: len(found[1]))

    def _stands_at(self, record: Record, fact: Record) -> bool:
        words = record["trigger"] if fact["kind"] == "event" else record["content"]
        at = self.text.index(fact["at"])
        return any(start < at + len(fact["at"]) and at < end for start, end in words["spans"])

    def _wrong(self, record: Record, fields: Record) -> list[str]:
        return [name for name, value in fields.items() if not getattr(self, f"_same_{name}")(record, value)]

    def _names(self, part: Record | None) -> str:
        """All that a part may be called: its words and the names of its entity."""
        if part is None:
            return ""
        entity = self.entities.get(part.get("entity") or "")
        return " | ".join([part.get("text") or "", *([entity["name"]] if entity else [])]).casefold()

    def _same_source(self, record: Record, value: str | None) -> bool:
        if value is None or record["source"] is None:
            return (value is None) == (record["source"] is None)
        return value.casefold() in self._names(record["source"])

    def _same_holder(self, record: Record, value: str | None) -> bool:
        if value is None or record["holder"] is None:
            return (value is None) == (record["holder"] is None)
        return value.casefold() in self._names(record["holder"])

    def _same_begins(self, record: Record, value: str) -> bool:
        return bool(record["content"]["text"].lstrip(OPENING).startswith(value.lstrip(OPENING)))

    def _same_ends(self, record: Record, value: str) -> bool:
        return bool(record["content"]["text"].rstrip('.,"”').endswith(value))

    def _same_act(self, record: Record, value: str) -> bool:
        return bool(value == record["act"])

    def _same_addressee(self, record: Record, value: str) -> bool:
        return value.casefold() in self._names({"entity": record["addressee"]})

    def _same_inside(self, record: Record, value: str) -> bool:
        outer = next((s for s in self.reading["statements"] if s["id"] == record["inside"]), None)
        return outer is not None and value.casefold() in self._names(outer["source"])

    def _same_type(self, record: Record, value: str | None) -> bool:
        return record["type"] in (value.split("|") if value else [None])

    def _same_mode(self, record: Record, value: str) -> bool:
        return record["mode"] in value.split("|")

    def _same_status(self, record: Record, value: str) -> bool:
        return record["status"] in value.split("|")

    def _same_degree(self, record: Record, value: str) -> bool:
        return record["certainty"]["degree"] in value.split("|")

    def _sides(self, parts: list[Record], wanted: list[str]) -> bool:
        """Every wanted side is there, and no other."""
        names = [self._names(part) for part in parts]
        every = all(any(want.casefold() in name for name in names) for want in wanted)
        return every and all(any(want.casefold() in name for want in wanted) for name in names)

    def _same_actors(self, record: Record, value: list[str]) -> bool:
        return self._sides(record["actors"], value)

    def _same_recipients(self, record: Record, value: list[str]) -> bool:
        return self._sides(record["recipients"], value)

    def _same_instruments(self, record: Record, value: list[str]) -> bool:
        return self._sides(record["instruments"], value)

    def _same_place(self, record: Record, value: str | None) -> bool:
        name = self._names({"entity": record["place"]})
        return value.casefold() in name if value else not record["place"]

    def _same_date(self, record: Record, value: str | None) -> bool:
        return (record["start"] or "")[: len(value or "")] == (value or "") and bool(record["start"]) == bool(value)

    def _same_end(self, record: Record, value: str) -> bool:
        return (record["end"] or "").startswith(value)

    def _same_same_as(self, record: Record, value: str | None) -> bool:
        """The earlier telling stands at these words; null for a first telling."""
        earlier = next((e for e in self.reading["events"] if e["id"] == record["same_as"]), None)
        if value is None or earlier is None:
            return (value is None) == (earlier is None)
        return self._stands_at(earlier, {"kind": "event", "at": value})

    def _same_chain(self, record: Record, value: list[str]) -> bool:
        chain = [self._names(link) for link in record["according_to"]]
        return len(chain) == len(value) and all(v.casefold() in name for v, name in zip(value, chain, strict=True))

    def _same_toll(self, record: Record, value: list[list[Any]]) -> bool:
        """[effect, low, high, words of who, scope]; null for no number; the last two may be left out."""
        return all(any(self._same_count(toll, *wanted) for toll in record["toll"]) for wanted in value)

    def _same_count(
        self, toll: Record, effect: str, low: float | None, high: float | None, who: str = "", scope: str = ""
    ) -> bool:
        quantity = self.quantities.get(toll["quantity"] or "", {})
        numbers = (quantity.get("low"), quantity.get("high"))
        counted = toll["effect"] == effect and numbers == (low, high) and who.casefold() in toll["who"].casefold()
        return counted and scope in ("", toll["scope"])

    def _same_probability(self, record: Record, value: list[float] | None) -> bool:
        found = record["probability"]
        if value is None or found is None:
            return (value is None) == (found is None)
        return bool(abs(found["low"] - value[0]) < NEAR and abs(found["high"] - value[1]) < NEAR)

    def _same_horizon(self, record: Record, value: str | None) -> bool:
        found = record["horizon"]
        return value in found["text"] if value and found else (value is None) == (found is None)


def checked(pattern: str, reports: str = "") -> Iterator[tuple[Record, Record, bool, list[str], Record | None]]:
    """(report, fact, found, wrong fields, record) of every fact of a part, or of its reports whose id begins so."""
    records = [record for record in load(pattern) if record["id"].startswith(reports)]
    for record, reading in zip(records, readings(records), strict=True):
        checker = Checker(reading)
        for fact in record["facts"]:
            yield record, fact, *checker.check(fact)


class Tally:
    """What became of the facts."""

    def __init__(self) -> None:
        #: kind of fact → right in every field, found, asked
        self.kinds: dict[str, tuple[int, int, int]] = {}
        #: kind and field, of the facts that were found → right, asked
        self.fields: dict[tuple[str, str], tuple[int, int]] = {}

    def add(self, fact: Record, wrong: list[str], *, found: bool) -> None:
        """Counts one fact."""
        kind = "absent" if fact.get("absent") else fact["kind"]
        right, there, asked = self.kinds.get(kind, (0, 0, 0))
        self.kinds[kind] = (right + (found and not wrong), there + found, asked + 1)
        if not found or kind == "absent":
            return
        for field in fact.keys() - {"kind", "at"}:
            good, of = self.fields.get((kind, field), (0, 0))
            self.fields[kind, field] = (good + (field not in wrong), of + 1)


def shares(name: str) -> dict[str, tuple[int, int, int]]:
    """For every kind of fact how many are right, found and asked."""
    tally = Tally()
    for _, fact, found, wrong, _ in checked(name):
        tally.add(fact, wrong, found=found)
    return tally.kinds


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("part", nargs="?", choices=PARTS, default="first")
    parser.add_argument("--errors", action="store_true")
    parser.add_argument("--reports", default="", metavar="ID", help="only reports whose id begins so")
    args = parser.parse_args()
    tally = Tally()
    for record, fact, found, wrong, best in checked(PARTS[args.part], args.reports):
        tally.add(fact, wrong, found=found)
        if args.errors and (wrong or not found):
            read_as = {k: v for k, v in (best or {}).items() if k not in ("by", "score", "sentence", "codes")}
            print(record["id"], json.dumps(fact, ensure_ascii=False), "WRONG", wrong, "\n    ",
                  json.dumps(read_as, ensure_ascii=False)[:700])  # fmt: skip
    for kind, (right, found_count, asked) in sorted(tally.kinds.items()):
        print(f"{kind:10} right {right:3}  found {found_count:3}  of {asked:3}   {100 * right / asked:.1f} %")
    print("fields of the facts that were found:")
    for (kind, field), (right, asked) in sorted(tally.fields.items()):
        print(f"{kind:10} {field:12} {right:3} of {asked:3}   {100 * right / asked:.1f} %")


if __name__ == "__main__":
    main()
