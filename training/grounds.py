"""Step 11: the networks that say where and when of all the report's places and times an event was.

    python -m training.grounds --data ../shared/data [--weights src/sayso/digest/weights]

Rules find a place or time where the sentence of the event has it; most events have theirs sentences away. A network
gives every place or time of the report a score, and one to "none" (and to the report's own day); the likeliest is
chosen. It sees what all layers of the encoder make of the two words, and features of the two, what the rules found
among them (`sayso.extract._placing.grounds`). Learnt on the finished 8-bit weights from `data/grounds.tsv`: what was
marked by eye in real texts, which do not ship.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Literal

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from sayso.codebook.codebook import load_codebook
from sayso.digest.digest import Digest
from sayso.digest.gazetteer import load_gazetteer
from sayso.extract._placing.by_model import OF_PLACES, OF_TIMES, heated
from sayso.extract._placing.grounds import NOWHERE, TODAY, Choice, Grounds
from sayso.extract._retelling.same import same_as
from sayso.extract.events import by_rules, told_events
from sayso.model import Event
from sayso.pipeline import digest_doc
from training.layers import Layers
from training.marked import reports_of, rows
from training.pairs import PairModel, numbered, put, teach

ROOT = Path(__file__).parents[1]
MARKS = Path(__file__).parent / "data/grounds.tsv"
#: Values of a projected word; a feature must be seen in so many choices.
PROJECTED, SEEN = 16, 4
EPOCHS, BATCH, RATE, DECAY = 10, 32, 3e-3, 0.1
FOLDS = 5
TEMPERATURES = {"places": OF_PLACES.temperature, "times": OF_TIMES.temperature}
#: Bounds of the shares in `reliability`.
BOUNDS = (0.0, 0.4, 0.6, 0.8, 0.9, 1.0)
#: In the marks: the text does not tell, it is of the report's own day; nothing where nobody could mark it.
NONE, TODAYS = "-", "today"

What = Literal["places", "times"]
Floats = NDArray[np.float32]


@dataclass(frozen=True)
class Example:
    """An event with what it may have, where the right choice is known."""

    text: int
    #: (layers × HIDDEN,) of the word of the event, and (choices, layers × HIDDEN)
    event: Floats
    others: Floats
    ids: list[str]
    features: list[list[str]]
    #: ids that are right, and the one that the rules give
    right: frozenset[str]
    ruled: str


def examples(layers: Layers, data: Path, path: Path = MARKS) -> Iterator[tuple[What, Example]]:
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

            def example(choices: list[Choice], right: frozenset[str], ruled: str) -> Example:
                others = vectors[[row_of[c.token.i] for c in choices]]  # noqa: B023
                ids, features = [c.id for c in choices], [c.features for c in choices]
                return Example(number, vectors[row_of[choices[0].token.i]], others, ids, features, right, ruled)  # noqa: B023

            if places := _places_at(mark[0], digest):
                yield "places", example(grounds.places(i), places, event.place or NOWHERE)
            if times := _times_at(mark[1], digest):
                yield "times", example(grounds.times(i), times, _ruled_time(event, times, digest))


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


@dataclass(frozen=True)
class Samples:
    """Examples as tensors: C choices of E events."""

    examples: Sequence[Example]
    features: dict[str, int]
    middle: Tensor
    spread: Tensor


def samples(found: Sequence[Example]) -> Samples:
    """The features that are seen often enough, and how the vectors are scaled."""
    features = numbered((names for e in found for names in e.features), SEEN)
    events = torch.from_numpy(np.stack([e.event for e in found]))
    return Samples(found, features, events.mean(0), events.std(0) + 1e-6)


def _batch(found: Samples, chosen: Sequence[int]) -> tuple[tuple[Tensor, Tensor, Tensor, Tensor], Tensor, Tensor]:
    """Inputs of the model for the choices of some events; which event each is of; whether it is right."""
    some = [found.examples[i] for i in chosen]
    known = [[found.features[n] for n in names if n in found.features] for e in some for names in e.features]
    starts = torch.tensor(np.cumsum([0, *map(len, known)]))
    event_of = torch.tensor([k for k, e in enumerate(some) for _ in e.ids])
    events = (torch.from_numpy(np.stack([e.event for e in some])) - found.middle) / found.spread
    others = (torch.from_numpy(np.concatenate([e.others for e in some])) - found.middle) / found.spread
    right = torch.tensor([one in e.right for e in some for one in e.ids])
    return (events[event_of], others, torch.tensor([row for names in known for row in names]), starts), event_of, right


def fit(found: Samples, chosen: Sequence[int], seed: int) -> PairModel:
    """A model that has learnt from the events `chosen`: of each the right choices together shall be likeliest."""
    torch.manual_seed(seed)
    chosen = [i for i in chosen if any(one in found.examples[i].right for one in found.examples[i].ids)]
    model = PairModel(len(found.features), len(found.middle), PROJECTED, 1)

    def loss_of(some: list[int]) -> Tensor:
        inputs, event_of, right = _batch(found, [chosen[i] for i in some])
        scores = model(*inputs)[:, 0]
        all_of = _log_sums(scores, event_of, len(some))
        return (all_of - _log_sums(scores.masked_fill(~right, -torch.inf), event_of, len(some))).mean()

    return teach(model, len(chosen), loss_of, epochs=EPOCHS, batch=BATCH, rate=RATE, decay=DECAY)


def _log_sums(scores: Tensor, event_of: Tensor, events: int) -> Tensor:
    """(events,): the logarithm of the sum of the exponentials of the scores of each."""
    most = scores.detach().max()
    return torch.zeros(events).index_add(0, event_of, torch.exp(scores - most)).log() + most


def shares(models: Sequence[PairModel], found: Samples, number: int) -> dict[str, float]:
    """The probability of each id for an event, by the mean of the scores."""
    with torch.no_grad():
        inputs, _, _ = _batch(found, [number])
        likely = torch.softmax(torch.stack([model(*inputs)[:, 0] for model in models]).mean(0), 0)
    told: dict[str, float] = {}
    for one, share in zip(found.examples[number].ids, likely.tolist(), strict=True):
        told[one] = told.get(one, 0.0) + share
    return told


def check(found: Samples, models: int) -> list[dict[str, float]]:
    """The probabilities for each event by models that have not seen the text, by folds of texts."""
    told: list[dict[str, float]] = [{} for _ in found.examples]
    for fold in range(FOLDS):
        held = [i for i, e in enumerate(found.examples) if e.text % FOLDS == fold]
        others = [i for i, e in enumerate(found.examples) if e.text % FOLDS != fold]
        learnt = [fit(found, others, seed) for seed in range(models)]
        for i in held:
            told[i] = shares(learnt, found, i)
    return told


def figures(found: Sequence[Example], told: Sequence[str]) -> dict[str, float]:
    """Share of events that are right, and precision and recall of those that have a place or time of the words."""
    right = [one in e.right for e, one in zip(found, told, strict=True)]
    named = [one not in (NOWHERE, TODAY) for one in told]
    hits = sum(r and n for r, n in zip(right, named, strict=True))
    asked = sum(not e.right & {NOWHERE, TODAY} for e in found)
    parts = {"right": sum(right) / len(right), "precision": hits / max(1, sum(named)), "recall": hits / max(1, asked)}
    return {name: round(100 * part, 1) for name, part in parts.items()}


def reliability(
    found: Sequence[Example], told: Sequence[dict[str, float]], temperature: float
) -> list[tuple[float, float, int]]:
    """Of the likeliest choices between two bounds: the mean share and how many are right, in percent, of how many."""
    shares = [heated(one, temperature) for one in told]
    best = [max(one, key=one.__getitem__) for one in shares]
    said = np.array([one[choice] for one, choice in zip(shares, best, strict=True)])
    right = np.array([choice in e.right for e, choice in zip(found, best, strict=True)])
    steps = [(said > low) & (said <= high) for low, high in pairwise(BOUNDS)]
    return [(_percent(said[s]), _percent(right[s]), int(s.sum())) for s in steps if s.any()]


def _percent(shares: NDArray[np.generic]) -> float:
    return round(100 * float(shares.mean()), 1)


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--weights", type=Path, default=ROOT / "src/sayso/digest/weights")
    parser.add_argument("--models", type=int, default=3, help="how many are averaged")
    parser.add_argument("--check", action="store_true", help="first by folds of texts: takes five times as long")
    args = parser.parse_args()
    marked = list(examples(Layers(args.weights), args.data))
    for what in ("places", "times"):
        found = samples([example for kind, example in marked if kind == what])
        print(
            f"{what}: {len(found.examples)} events; rules: {figures(found.examples, [e.ruled for e in found.examples])}"
        )
        if args.check:
            told = check(found, args.models)
            likeliest = [max(one, key=one.__getitem__) for one in told]
            print(f"{what}: by {FOLDS} folds of texts: {figures(found.examples, likeliest)}")
            steps = reliability(found.examples, told, TEMPERATURES[what])
            print(f"{what}: share as it is given in records, share right, events: {steps}")
        everything = range(len(found.examples))
        models = [fit(found, everything, seed) for seed in range(args.models)]
        put(args.weights, what, models, found.features, found.middle, found.spread)


if __name__ == "__main__":
    main()
