"""Step 12: the networks that say where and when of all the report's places and times an event was.

    python -m training.grounds --data ../shared/data [--weights src/sayso/digest/weights]

Rules find a place or time where the sentence of the event has it; most events have theirs sentences away. A network
gives every place or time of the report a score, and one to "none" (and to the report's own day); the likeliest is
chosen. It sees what all layers of the encoder make of the two words, and features of the two, what the rules found
among them (`sayso.extract._placing.grounds`). Learnt on the finished 8-bit weights from `data/grounds.tsv`: what was
marked by eye in real texts, which do not ship.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from sayso.codebook.codebook import load_codebook
from sayso.digest.digest import Digest
from sayso.digest.gazetteer import load_gazetteer
from sayso.extract._placing.by_model import OF_PLACES, OF_TIMES, heated
from sayso.extract._placing.grounds import NOWHERE, TODAY, Choice, Grounds
from sayso.extract._retelling.same import same_as
from sayso.extract.events import by_rules, told_events
from sayso.model import Event
from sayso.pipeline import digest_doc
from training.choices import Example, Samples, fit, samples, shares
from training.command import command
from training.layers import Layers
from training.marked import reports_of, rows
from training.pairs import put

MARKS = Path(__file__).parent / "data/grounds.tsv"
#: Values of a projected word.
PROJECTED = 16
FOLDS = 5
TEMPERATURES = {"places": OF_PLACES.temperature, "times": OF_TIMES.temperature}
#: Bounds of the shares in `reliability`.
BOUNDS = (0.0, 0.4, 0.6, 0.8, 0.9, 1.0)
#: In the marks: the text does not tell, it is of the report's own day; nothing where nobody could mark it.
NONE, TODAYS = "-", "today"

What = Literal["places", "times"]
Floats = NDArray[np.float32]


@dataclass(frozen=True, kw_only=True)
class Ground(Example):
    """An event with what it may have, where the right choice is known."""

    ids: list[str]
    #: ids that are right, and the one that the rules give
    rights: frozenset[str]
    ruled: str

    def by_id(self, given: Sequence[float]) -> dict[str, float]:
        """The probability of each id; a place that is named twice has that of both."""
        told: dict[str, float] = {}
        for one, share in zip(self.ids, given, strict=True):
            told[one] = told.get(one, 0.0) + share
        return told


def examples(layers: Layers, data: Path, path: Path = MARKS) -> Iterator[tuple[What, Ground]]:
    """All marked events that the package still finds, with their places and with their times."""
    marks: dict[tuple[str, str], dict[tuple[int, str], tuple[str, str]]] = {}
    for corpus, name, at, type_, place, time in rows(path):
        marks.setdefault((corpus, name), {})[int(at), type_] = (place, time)
    reports = {corpus: reports_of(corpus, data) for corpus in {corpus for corpus, _ in marks}}
    codebook, gazetteer = load_codebook(), load_gazetteer()
    for number, ((corpus, name), of_text) in enumerate(sorted(marks.items())):
        report = reports[corpus][name]
        doc = layers.nlp(report.text)
        digest, statements, tellings = digest_doc(doc, report, gazetteer, codebook)
        told = told_events(digest, statements, codebook, tellings)
        events = by_rules(told, same_as(told, report.title), digest)
        grounds = Grounds(digest, told, events)
        tokens, vectors = layers(doc)
        row_of = {int(token): row for row, token in enumerate(tokens)}
        for i, (one, event) in enumerate(zip(told, events, strict=True)):
            mark = of_text.get((one.telling.head.idx, event.type or ""))
            if mark is None:
                continue

            def ground(choices: list[Choice], rights: frozenset[str], ruled: str) -> Ground:
                return Ground(
                    text=number,  # noqa: B023
                    word=vectors[row_of[choices[0].token.i]],  # noqa: B023
                    others=vectors[[row_of[c.token.i] for c in choices]],  # noqa: B023
                    features=[c.features for c in choices],
                    right=[c.id in rights for c in choices],
                    ids=[c.id for c in choices],
                    rights=rights,
                    ruled=ruled,
                )

            if places := _places_at(mark[0], digest):
                yield "places", ground(grounds.places(i), places, event.place or NOWHERE)
            if times := _times_at(mark[1], digest):
                yield "times", ground(grounds.times(i), times, _ruled_time(event, times, digest))


def _places_at(mark: str, digest: Digest) -> frozenset[str]:
    """Ids of the places that are named at the characters of a mark."""
    if mark == NONE:
        return frozenset({NOWHERE})
    at = {int(char) for char in mark.split(",") if char}
    return frozenset(e.id for e in digest.entities if e.place and any(m.spans[0][0] in at for m in e.mentions))


def _times_at(mark: str, digest: Digest) -> frozenset[str]:
    """Ids of the times that are told at the characters of a mark, and of others of the same interval."""
    if mark in (NONE, TODAYS):
        return frozenset({NOWHERE if mark == NONE else TODAY})
    at = {int(char) for char in mark.split(",") if char}
    told = [time for time in digest.times if time.spans[0][0] in at]
    intervals = {(time.start, time.end) for time in told if time.start}
    return frozenset(t.id for t in digest.times if t in told or (t.start, t.end) in intervals)


def _ruled_time(event: Event, right: frozenset[str], digest: Digest) -> str:
    """The time that the event has; the right one where that is of the same interval."""
    if event.from_ != "words":
        return NOWHERE if event.from_ is None else TODAY
    same = {t.id for t in digest.times if t.start and (t.start, t.end) == (event.start, event.end)} & right
    return min(same, default=event.time or NOWHERE)


def check(events: Sequence[Ground], found: Samples, models: int) -> list[dict[str, float]]:
    """The probabilities for each event by models that have not seen the text, by folds of texts."""
    told: list[dict[str, float]] = [{} for _ in events]
    for fold in range(FOLDS):
        held = [i for i, e in enumerate(events) if e.text % FOLDS == fold]
        others = [i for i, e in enumerate(events) if e.text % FOLDS != fold]
        learnt = [fit(found, others, seed, PROJECTED) for seed in range(models)]
        for i in held:
            told[i] = events[i].by_id(shares(learnt, found, i))
    return told


def figures(found: Sequence[Ground], told: Sequence[str]) -> dict[str, float]:
    """Share of events that are right, and precision and recall of those that have a place or time of the words."""
    right = [one in e.rights for e, one in zip(found, told, strict=True)]
    named = [one not in (NOWHERE, TODAY) for one in told]
    hits = sum(r and n for r, n in zip(right, named, strict=True))
    asked = sum(not e.rights & {NOWHERE, TODAY} for e in found)
    parts = {"right": sum(right) / len(right), "precision": hits / max(1, sum(named)), "recall": hits / max(1, asked)}
    return {name: round(100 * part, 1) for name, part in parts.items()}


def reliability(
    found: Sequence[Ground], told: Sequence[dict[str, float]], temperature: float
) -> list[tuple[float, float, int]]:
    """Of the likeliest choices between two bounds: the mean share and how many are right, in percent, of how many."""
    given = [heated(one, temperature) for one in told]
    best = [max(one, key=one.__getitem__) for one in given]
    said = np.array([one[choice] for one, choice in zip(given, best, strict=True)])
    right = np.array([choice in e.rights for e, choice in zip(found, best, strict=True)])
    steps = [(said > low) & (said <= high) for low, high in pairwise(BOUNDS)]
    return [(_percent(said[s]), _percent(right[s]), int(s.sum())) for s in steps if s.any()]


def _percent(shares: NDArray[np.generic]) -> float:
    return round(100 * float(shares.mean()), 1)


def main() -> None:
    """Command line."""
    args = command(__doc__, "first by folds of texts: takes five times as long").parse_args()
    marked = list(examples(Layers(args.weights), args.data))
    for what in ("places", "times"):
        events = [event for kind, event in marked if kind == what]
        found = samples(events)
        print(f"{what}: {len(events)} events; rules: {figures(events, [e.ruled for e in events])}")
        if args.check:
            told = check(events, found, args.models)
            likeliest = [max(one, key=one.__getitem__) for one in told]
            print(f"{what}: by {FOLDS} folds of texts: {figures(events, likeliest)}")
            steps = reliability(events, told, TEMPERATURES[what])
            print(f"{what}: share as it is given in records, share right, events: {steps}")
        everything = range(len(events))
        models = [fit(found, everything, seed, PROJECTED) for seed in range(args.models)]
        put(args.weights, what, models, found.features, found.middle, found.spread)


if __name__ == "__main__":
    main()
