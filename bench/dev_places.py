"""Places on the dev sets: finding toponyms and putting them on the map.

    python bench/dev_places.py                    gold toponyms given: how well names are resolved
    python bench/dev_places.py --read             end to end, with the language model
    python bench/dev_places.py --errors 40        the most frequent errors
    python bench/dev_places.py --fit              fit the weights of `sayso.digest._places.resolve.EVIDENCE`

Gold: ../shared/data/geo (LGL, GeoVirus), scored by ../shared/score/places.py. Reports are dealt into two halves by a
hash of their id, so that what is tuned on one can be watched on the other.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from sayso.digest._places import resolve
from sayso.digest.gazetteer import Entry, Gazetteer, load_gazetteer
from sayso.model import Place, Report, Span

SHARED = Path(__file__).resolve().parents[2] / "shared"
NEAR_KM = 161.0
#: Pull towards the weights that are in force, and how the fit goes about it.
PRIOR, STEPS, RATE, ROUNDS = 0.0003, 400, 0.02, 4

Found = dict[Span, Place | None]


def half_of(identifier: str) -> int:
    return hashlib.sha256(identifier.encode()).digest()[0] % 2


def kilometres(one: tuple[float, float], other: tuple[float, float]) -> float:
    lat1, lon1, lat2, lon2 = np.radians([*one, *other])
    half = np.sin((lat2 - lat1) / 2) ** 2 + np.cos(lat1) * np.cos(lat2) * np.sin((lon2 - lon1) / 2) ** 2
    return float(2 * 6371 * np.arcsin(np.sqrt(min(half, 1.0))))


def mentions_of(record: dict[str, Any]) -> tuple[list[resolve.Mention], list[dict[str, Any]]]:
    gold = sorted((p for p in record["places"] if p["kind"] == "name"), key=lambda p: p["span"])
    return [resolve.Mention(tuple(p["span"]), p["text"]) for p in gold], gold


def around(record: dict[str, Any], gazetteer: Gazetteer) -> resolve.Surroundings:
    votes: dict[str, float] = {}
    for codes in {gazetteer.nationality(word) for word in re.findall(r"[A-Z][a-z]+", record["text"])}:
        for code in codes:
            votes[code] = votes.get(code, 0.0) + 0.7 / len(codes)
    return resolve.Surroundings(record["text"], votes)


def on_gold_spans(record: dict[str, Any], gazetteer: Gazetteer) -> Found:
    mentions, _ = mentions_of(record)
    places = resolve.resolve(mentions, around(record, gazetteer), gazetteer)
    return {mention.span: place for mention, place in zip(mentions, places, strict=True)}


def reader(gazetteer: Gazetteer) -> Callable[[dict[str, Any]], Found]:
    from sayso.digest.language import load_language
    from sayso.digest.places import find_places

    nlp = load_language()

    def read(record: dict[str, Any]) -> Found:
        report = Report(id="r-0", text=record["text"], title=record["title"], published=record["published"])
        return find_places(nlp(record["text"]), report, gazetteer)

    return read


def as_reading(record: dict[str, Any], found: Found) -> dict[str, Any]:
    """The part of a reading that the scorer looks at."""
    entities = [
        {
            "kind": "place",
            "place": place and {name: getattr(place, name) for name in ("lat", "lon", "feature", "country")},
            "mentions": [{"form": "name", "spans": [span]}],
        }
        for span, place in found.items()
    ]
    return {"report": {"text": record["text"]}, "entities": entities}


def show_errors(pairs: Iterable[tuple[dict[str, Any], Found]], count: int) -> None:
    errors: Counter[str] = Counter()
    for record, found in pairs:
        gold = {tuple(p["span"]): p for p in record["places"]}
        for span, p in gold.items():
            if p["kind"] == "name" and span not in found:
                errors[f"{record['corpus']} missed  {p['text']}"] += 1
        for span, place in found.items():
            known = gold.get(span)
            if known is None:
                errors[f"{record['corpus']} extra   {record['text'][span[0] : span[1]]}"] += 1
            elif known["lat"] is not None:
                at = (known["lat"], known["lon"])
                away = kilometres(at, (place.lat, place.lon)) if place else None
                if away is None or away > NEAR_KM:
                    to = f"{place.name}, {place.admin1}, {place.country} ({place.feature})" if place else "nothing"
                    errors[f"{record['corpus']} {known['text']} {at} -> {to}"] += 1
    for line, number in errors.most_common(count):
        print(number, line)


# ---- fitting


def examples(
    records: list[dict[str, Any]], gazetteer: Gazetteer, weights: npt.NDArray[np.float64]
) -> list[tuple[npt.NDArray[np.float64], npt.NDArray[np.float64], float]]:
    """For each resolvable gold toponym: evidence of its candidates, which of them are right, and its weight."""
    sizes = Counter(record["corpus"] for record in records)
    found = []
    for record in records:
        mentions, gold = mentions_of(record)
        for group in resolve.weigh(mentions, around(record, gazetteer), gazetteer, weights):
            for indices, evidence in group.evidence():
                right = np.array([is_right(entry, gold[indices[0]]) for entry in group.entries])
                if right.any() and not right.all():
                    weight = len(indices) / len(group.mentions) ** 0.5 / sizes[record["corpus"]]
                    found.append((evidence, right, weight))
    return found


def is_right(entry: Entry, gold: dict[str, Any]) -> bool:
    if gold["lat"] is None:
        return False
    if gold["feature"] == "country":
        return entry.feature == "country" and entry.country == gold["country"]
    reach = max(NEAR_KM, entry.radius_km) if gold["feature"] == "admin1" == entry.feature else NEAR_KM
    return kilometres((gold["lat"], gold["lon"]), (entry.lat, entry.lon)) <= reach


def fit(records: list[dict[str, Any]], gazetteer: Gazetteer) -> npt.NDArray[np.float64]:
    """Log-linear model: the probability of the right candidates, with a pull towards the weights in force."""
    start = np.array(list(resolve.EVIDENCE.values()))
    weights = start.copy()
    for _ in range(ROUNDS):
        found = examples(records, gazetteer, weights)
        rows = np.vstack([evidence for evidence, _, _ in found])
        right = np.concatenate([correct for _, correct, _ in found]).astype(float)
        sizes = np.array([len(correct) for _, correct, _ in found])
        starts = np.concatenate([[0], np.cumsum(sizes)[:-1]])
        importance = np.array([weight for _, _, weight in found])
        importance = np.repeat(importance / importance.sum(), sizes)
        moment, spread = np.zeros_like(weights), np.zeros_like(weights)
        for step in range(1, STEPS + 1):
            score = rows @ weights
            powers = np.exp(score - np.repeat(np.maximum.reduceat(score, starts), sizes))
            share = powers / np.repeat(np.add.reduceat(powers, starts), sizes)
            correct = share * right
            correct = correct / np.repeat(np.maximum(np.add.reduceat(correct, starts), 1e-12), sizes)
            slope = rows.T @ (importance * (correct - share)) - PRIOR * (weights - start)
            moment, spread = 0.9 * moment + 0.1 * slope, 0.99 * spread + 0.01 * slope**2
            scale = np.sqrt(spread / (1 - 0.99**step)) + 1e-9
            weights = weights + RATE * moment / (1 - 0.9**step) / scale
    return weights


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--read", action="store_true", help="end to end with the language model")
    parser.add_argument("--fit", action="store_true", help="fit the weights and print them")
    parser.add_argument("--errors", type=int, default=0, metavar="N")
    args = parser.parse_args()
    path = SHARED / "data/geo/gold.jsonl"
    if not path.exists():
        sys.exit(f"{path} is absent: nothing to measure on")
    records = [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line]
    gazetteer = load_gazetteer()
    if args.fit:
        for name, value in zip(resolve.EVIDENCE, fit(records, gazetteer), strict=True):
            print(f'    "{name}": {value:.2f},')
        return
    read = reader(gazetteer) if args.read else lambda record: on_gold_spans(record, gazetteer)
    pairs = [(record, read(record)) for record in records]
    show(pairs)
    if args.errors:
        show_errors(pairs, args.errors)


def show(pairs: list[tuple[dict[str, Any], Found]]) -> None:
    sys.path.insert(0, str(SHARED / "score"))
    from common import show as table_of
    from places import score

    parts: defaultdict[str, list[tuple[dict[str, Any], Found]]] = defaultdict(list)
    for record, found in pairs:
        parts[f"{record['corpus']} half {half_of(record['id'])}"].append((record | {"corpus": ""}, found))
    whole = score([record for record, _ in pairs], [as_reading(record, found) for record, found in pairs])
    print(table_of({name: row for name, row in whole.items() if not name.startswith("all ")}))
    for name, some in sorted(parts.items()):
        rows = score([record for record, _ in some], [as_reading(record, found) for record, found in some])
        near, whole_way = rows["gold resolution"]["acc@161"], rows["gold end to end"]["F1"]
        print(f"{name}: acc@161 {near:.1f}, end to end F1 {whole_way:.1f}")


if __name__ == "__main__":
    main()
