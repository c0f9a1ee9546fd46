"""Events straight from our functions on the shared dev sets, scored by the shared scorers.

    python bench/dev_events.py plover [--errors] [--only TYPE]
    python bench/dev_events.py muc4 [--limit 60] [--data train] [--errors]
    python bench/dev_events.py coverage            trigger coverage on the factuality and ECB+ gold
    python bench/dev_events.py own [--errors]      types and arguments on training/data/events.txt (its test third)
    python bench/dev_events.py traps [--errors]    violence read and missed on tests/gold/traps.jsonl, violence*.jsonl
    python bench/dev_events.py types [--errors]    some event of the type, on tests/gold/types*.jsonl
    python bench/dev_events.py ways [--errors]     the type at its word, on tests/gold/ways*.jsonl
    python bench/dev_events.py words [--errors]    codes of words of real texts, on training/data/types.tsv

No errors are shown of the files whose names say that they are kept.

Nothing is kept between runs: a figure is always of the weights and rules that stand.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

from sayso.codebook.codebook import Codebook, load_codebook
from sayso.model import Report
from sayso.pipeline import read

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"
sys.path[:0] = [str(SHARED / "score"), str(ROOT)]
Record = dict[str, Any]


def load(path: Path, limit: int | None = None) -> list[Record]:
    """JSON lines; with a limit a sample chosen by the hash of the id."""
    records = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    if limit:
        records = sorted(records, key=lambda r: hashlib.sha256(r["id"].encode()).hexdigest())[:limit]
    return records


def readings(records: list[Record], codebook: Codebook) -> list[Record]:
    """Each record as `sayso read` would write it."""
    reports = [Report(id=r["id"], given_id=r["id"], text=r["text"], published=r.get("published")) for r in records]
    return [json.loads(reading.to_json()) for reading in read(reports, codebook=codebook)]


def show(reading: Record, *, only_coded: bool = False) -> None:
    """The events of a reading, one line each."""
    names = {e["id"]: e["name"] for e in reading["entities"]}
    for event in reading["events"]:
        if only_coded and not event["type"]:
            continue
        sides = " ".join(
            f"{key[0].upper()}{[p['text'] for p in event[key]]}"
            for key in ("actors", "recipients", "instruments")
            if event[key]
        )
        tolls = " ".join(f"{t['effect']}={t['who']}" for t in event["toll"])
        where = f"@{names.get(event['place'])}" if event["place"] else ""
        when = f"{(event['start'] or '')[:10]}({event['from']})" if event["start"] else ""
        same = f"={event['same_as']}" if event["same_as"] else ""
        print(
            f"     {event['id']}{same} {event['type']}.{event['mode']} [{event['trigger']['text']}]"
            f" {sides} {where} {when} {tolls} {event['status']} {event['certainty']['degree']} {event['salience']}"
            f" by={[x['text'] for x in event['according_to']]}"
            + (f" content={event['content']['text'][:50]!r}" if event["content"] else "")
            + (f" if={[c['text'] for c in event['conditions']]}" if event["conditions"] else "")
        )


def plover(options: argparse.Namespace, codebook: Codebook) -> None:
    import events_plover as scorer

    records = load(SHARED / "data/plover/gold.jsonl")
    found = readings(records, codebook)
    confusion: Counter[tuple[str, str]] = Counter()
    for record, reading in zip(records, found, strict=True):
        event = scorer.scored_event(record, reading)
        kind = scorer.plover_type(event) if event else "-"
        if kind != record["type"]:
            confusion[record["type"], kind] += 1
        wrong = kind != record["type"] or _sides_wrong(scorer, record, reading, event)
        if options.errors and wrong and (not options.only or options.only == record["type"]):
            print(
                f"{record['type']}!{kind} T[{record['trigger_text']}] A{record['actors']} R{record['recipients']}"
                f" B{record['both']}\n   {record['text']}"
            )
            show(reading)
    print(confusion.most_common(40))
    _table(scorer.score(records, found))


def _sides_wrong(scorer: Any, record: Record, reading: Record, event: Record) -> bool:
    from common import named_text

    actors = [named_text(reading, a) for a in event.get("actors", [])]
    recipients = [named_text(reading, r) for r in event.get("recipients", [])]
    gold = record["actors"] + record["both"]
    asked = [r for r in recipients if not any(scorer.same(b, r) for b in record["both"])]
    actors_wrong = scorer.matches(gold, actors) < max(len(gold), len(actors))
    found = scorer.matches(record["recipients"], asked)
    return bool(actors_wrong or found < max(len(record["recipients"]), len(asked)))


def muc4(options: argparse.Namespace, codebook: Codebook) -> None:
    import events_muc4 as scorer

    records = load(SHARED / f"data/muc4/{options.data}.jsonl", options.limit)
    found = readings(records, codebook)
    missed: dict[str, Counter[str]] = {role: Counter() for role in scorer.ROLES}
    extra: dict[str, Counter[str]] = {role: Counter() for role in scorer.ROLES}
    for record, reading in zip(records, found, strict=True):
        roles = scorer.read_roles(reading)
        for role in scorer.ROLES:
            gold = {scorer.normal(m) for entity in record["roles"][role] for m in entity}
            ours = {scorer.normal(p) for p in roles[role]}
            missed[role].update(e[0] for e in record["roles"][role] if not {scorer.normal(m) for m in e} & ours)
            extra[role].update(ours - gold)
        if options.errors:
            print(
                "=====",
                record["id"],
                {k: v for k, v in record["roles"].items() if v},
                "\n  ",
                {k: v for k, v in roles.items() if v},
            )
    if options.errors:
        for role in scorer.ROLES:
            print(role, "MISSED", missed[role].most_common(40), "\n   EXTRA", extra[role].most_common(60))
    _table(scorer.score(records, found))
    print("\nwith tolls of the words of a recipient left out, which the scorer counts as another victim:")
    once = scorer.score(records, [_without_repeated_tolls(reading) for reading in found])
    _table({name: row for name, row in once.items() if name.endswith(("micro", "Victim"))})


def _without_repeated_tolls(reading: Record) -> Record:
    told = {p["text"].lower() for event in reading["events"] for p in event["recipients"]}
    tolls = [[t for t in event["toll"] if t["who"].lower() not in told] for event in reading["events"]]
    events = [event | {"toll": toll} for event, toll in zip(reading["events"], tolls, strict=True)]
    return reading | {"events": events}


def coverage(options: argparse.Namespace, codebook: Codebook) -> None:
    import certainty
    import linking

    records = load(SHARED / "data/factuality/gold.jsonl", options.limit)
    _table(certainty.score(records, readings(records, codebook)))
    records = load(SHARED / "data/ecbplus/gold.jsonl", options.limit)
    _table(linking.score(records, readings(records, codebook)))


def traps(options: argparse.Namespace, codebook: Codebook) -> None:
    for name in ("traps", "violence", "violence_more", "violence_kept"):
        records = load(ROOT / f"tests/gold/{name}.jsonl")
        counts = Counter[str]()
        for record, reading in zip(records, readings(records, codebook), strict=True):
            violent = any(is_violent(event, tolls=name == "traps") for event in reading["events"])
            right = violent == record["violent"]
            counts[f"{'real' if record['violent'] else 'trap'} {'right' if right else 'wrong'}"] += 1
            if options.errors and not right and "kept" not in name:
                print(record["id"], record["text"])
                show(reading)
        print(f"{name:15}", dict(sorted(counts.items())))


def types(options: argparse.Namespace, codebook: Codebook) -> None:
    for name in ("types", "types_kept"):
        right, asked, coded, alike = Counter[str](), Counter[str](), 0, [0, 0]
        records = load(ROOT / f"tests/gold/{name}.jsonl")
        for record, reading in zip(records, readings(records, codebook), strict=True):
            found = {event["type"] for event in reading["events"]}
            found |= {event["codes"]["plover"] for event in reading["events"] if event["codes"]}
            one: str | list[str] = record["not"] if "not" in record else record["type"]
            wanted = [one] if isinstance(one, str) else one
            good = found.isdisjoint(wanted) == ("not" in record)
            if "not" in record:
                alike = [alike[0] + (not good), alike[1] + 1]
            else:
                asked[wanted[0]] += 1
                right[wanted[0]] += good
                coded += not found <= {None}
            if options.errors and not good and "kept" not in name:
                print("not" if "not" in record else "", wanted, record["text"])
                show(reading)
        print(f"{name:15} right {right.total()} of {asked.total()}, with some code {coded}; look-alikes {alike}")
        print(" ".join(f"{kind} {right[kind]}/{asked[kind]}" for kind in sorted(asked)))


def ways(options: argparse.Namespace, codebook: Codebook) -> None:
    """Words that tell a type (some event of it, one at the word itself, its mode), and words that tell none."""
    for path in sorted((ROOT / "tests/gold").glob("ways*.jsonl")):
        tally: Counter[str] = Counter()
        records = load(path)
        for record, reading in zip(records, readings(records, codebook), strict=True):
            coded = [event for event in reading["events"] if event["type"]]
            start, end = record["at"]
            here = [e for e in coded if any(a < end and start < b for a, b in e["trigger"]["spans"])]
            wanted = [record["type"]] if isinstance(record["type"], str) else record["type"]
            if wanted:
                told = [e for e in coded if {e["type"], e["codes"]["plover"]} & set(wanted)]
                tally["tell"] += 1
                tally["coded"] += bool(coded)
                tally["right"] += bool(told)
                tally["at the word"] += any(e in told for e in here)
                if "mode" in record:
                    tally["mode asked"] += 1
                    tally["mode"] += record["mode"] in {e["mode"] for e in told}
            else:
                tally["tell none"] += 1
                tally["coded, wrongly"] += bool(here)
            if options.errors and "kept" not in path.stem and not (told if wanted else not here):
                print(wanted, record.get("mode"), record["word"], "|", record["text"])
                show(reading)
        print(path.stem, dict(tally))


def words(options: argparse.Namespace, codebook: Codebook) -> None:
    """Words that had no code when they were marked: how many of those that tell a type are given it, or any, and how
    many of the others are given one.
    """
    from training.marked import rows, texts_of

    marks: dict[tuple[str, str], dict[int, str]] = defaultdict(dict)
    for corpus, name, at, kind in rows(ROOT / "training/data/types.tsv"):
        marks[corpus, name][int(at)] = kind
    texts = {corpus: texts_of(corpus, SHARED / "data") for corpus in {corpus for corpus, _ in marks}}
    keys = sorted(marks)[: options.limit]
    reports = [Report(id=f"{c}/{name}", given_id=name, text=texts[c][name]) for c, name in keys]
    tally: Counter[str] = Counter()
    for key, reading in zip(keys, read(reports, codebook=codebook), strict=True):
        types = {span[0]: event.type for event in reading.events if event.type for span in event.trigger.spans}
        for where, kind in marks[key].items():
            told = types.get(where)
            group = "none" if kind == "-" else "typed"
            tally[group] += 1
            tally[f"{group} with a code"] += told is not None
            tally["typed rightly"] += told is not None and told == kind
            if options.errors and told is not None and told != kind:
                print(kind, told, reading.report.text[max(0, where - 80) : where + 80].replace("\n", " "), sep=" | ")
    right, coded = tally["typed rightly"], tally["typed with a code"]
    print(f"of {tally['typed']} that tell a type {right} have it and {coded} a code;")
    print(f"of {tally['none']} that tell none {tally['none with a code']} have one")


def is_violent(event: Record, *, tolls: bool) -> bool:
    """An assault or a threat of one; with `tolls`, also what killed or hurt people without a code."""
    return (
        event["type"] == "ASSAULT"
        or (event["type"] == "THREATEN" and event["mode"] == "violence")
        or (tolls and any(t["effect"] in ("killed", "injured") for t in event["toll"]))
    )


def own(options: argparse.Namespace, codebook: Codebook) -> None:
    from training.own_data import read_events

    marked = list(read_events(options.part))
    records = [{"id": f"own-{i}", "text": m[0]} for i, m in enumerate(marked)]
    found = readings(records, codebook)
    tally: Counter[str] = Counter()
    for (text, events), reading in zip(marked, found, strict=True):
        wrong = [w for event in events for w in _own_errors(event, text, reading, tally)]
        if options.errors and wrong:
            print(text, "\n    ", "; ".join(wrong))
            show(reading)
    for key in ("trigger", "type", "status", "actors", "recipients", "instruments", "place", "time"):
        right, found_, gold = tally[key + " right"], tally[key + " found"], tally[key + " gold"]
        f1 = 200 * right / (found_ + gold) if found_ + gold else 0
        print(f"{key:12} right {right:4} found {found_:4} gold {gold:4} F1 {f1:5.1f}")


def _own_errors(event: Any, text: str, reading: Record, tally: Counter[str]) -> list[str]:
    tally["trigger gold"] += 1
    tally["trigger found"] += 1
    told = [
        e
        for e in reading["events"]
        if any(s < event.trigger[1] and event.trigger[0] < t for s, t in e["trigger"]["spans"])
    ]
    told.sort(key=lambda e: e["type"] != event.type)
    if not told:
        return [f"MISSED {event.type} {text[slice(*event.trigger)]}"]
    tally["trigger right"] += 1
    best, wrong = told[0], []
    for key, right in (("type", best["type"] == event.type), ("status", best["status"] == event.status)):
        tally[key + " gold"] += 1
        tally[key + " found"] += 1
        tally[key + " right"] += right
        if not right:
            wrong.append(f"{key} {getattr(event, key)}!{best[key]}")
    wrong += _own_sides(event, text, best, reading, tally)
    return wrong


def _own_sides(event: Any, text: str, best: Record, reading: Record, tally: Counter[str]) -> list[str]:
    wrong = []
    where = {e["id"]: [m["spans"][0] for m in e["mentions"]] for e in reading["entities"]}
    when = {t["id"]: t["spans"] for t in reading["times"]}
    for key in ("actors", "recipients", "instruments", "place", "time"):
        gold = event.arguments.get(key, [])
        if key in ("actors", "recipients", "instruments"):
            ours = [p["spans"][0] for p in best[key]]
        else:
            spans = (where if key == "place" else when).get(best[key], [])
            ours = [next((s for s in spans if any(s[0] < b and a < s[1] for a, b in gold)), spans[0])] if spans else []
        right = sum(any(s[0] < b and a < s[1] for s in ours) for a, b in gold)
        right = min(right, len(ours))
        tally[key + " gold"] += len(gold)
        tally[key + " found"] += len(ours)
        tally[key + " right"] += right
        if right < max(len(gold), len(ours)):
            wrong.append(f"{key} gold {[text[a:b] for a, b in gold]}")
    return wrong


def _table(table: dict[str, dict[str, float]]) -> None:
    for name, row in table.items():
        print(f"{name:24}", "  ".join(f"{k} {v:.1f}" for k, v in row.items()))


TASKS = {
    "plover": plover,
    "muc4": muc4,
    "coverage": coverage,
    "own": own,
    "traps": traps,
    "types": types,
    "ways": ways,
    "words": words,
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("task", choices=list(TASKS))
    parser.add_argument("--errors", action="store_true")
    parser.add_argument("--only")
    parser.add_argument("--limit", type=int)
    parser.add_argument("--data", default="gold")
    parser.add_argument("--part", default=None)
    options = parser.parse_args()
    TASKS[options.task](options, load_codebook())


if __name__ == "__main__":
    main()
