"""Step 14: what speaks for tellings of two reports being of one event.

    python -m training.linked --data ../shared/data [--check]

A logistic regression on what two tellings share (`sayso.link.odds.shared`). It learns from pairs that were judged by
eye in pictures of real reports (`data/joins.tsv`: places and verdicts, no text), most of which have nothing to do with
each other; from stories of several outlets (`tests/gold/stories_*.jsonl`, without those that are only counted), all in
one picture with our other reports, and those of each part in one of their own; and from ECB+'s training part, whose
mentions have chains. It writes `odds.toml`. With `--check`, how many of the judged pairs are right by folds.
"""

from __future__ import annotations

import random
import zlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray

from sayso.link.odds import shared
from sayso.link.ruled_out import can_be_one
from sayso.link.same_event import compared, is_told_by_rules, worth_comparing
from sayso.link.syndication import find_copies
from sayso.model import Reading, Report, Span
from sayso.pipeline import read
from training import log_odds
from training.command import command
from training.descent import descend
from training.marked import GOLD, rows
from training.treebanks import read_jsonl

MARKS = Path(__file__).parent / "data/joins.tsv"
OUT = Path(__file__).parents[1] / "src/sayso/link/odds.toml"
#: The pictures in which pairs were judged: their files, and that every so manieth report of each was read.
PICTURES: dict[str, list[tuple[str, int]]] = {
    "muc4": [("muc4/train.jsonl", 1)],
    "geo": [("geo/gold.jsonl", 1)],
    "polnear": [("polnear/train.jsonl", 2)],
    "public_reports": [("public_reports/us_statements.jsonl", 1), ("public_reports/kremlin_releases.jsonl", 3)],
}
#: Stories that may be learnt from, and reports that are only counted.
STORIES = ("plain", "more", "rival", "accounts", "daily", "press", "press_more")
COUNTED = ("kept", "final", "unread")
#: What a pair of each source weighs, and how many of ECB+'s pairs of two events are taken.
JUDGED, OF_STORIES, OF_ECB, SHARE = 1.0, 0.5, 0.15, 0.5
PENALTY, FOLDS = 20.0, 5

Floats = NDArray[np.float64]
#: (picture and report, where its word begins) → what it tells, by the picture's own names
Events = Mapping[str, Mapping[Span, str]]


@dataclass(frozen=True)
class Pair:
    """What two tellings share, whether they are of one event, what the pair weighs and the fold that it is tried in."""

    measures: Mapping[str, float]
    same: bool
    weight: float
    fold: int | None = None


def readings(name: str, records: Iterable[Mapping[str, Any]]) -> list[Reading]:
    """What sayso reads of some reports; of several pictures none has an id of another's."""
    fields = ("text", "title", "outlet", "published", "url")
    reports = (Report(id=f"{name}/{r['id']}", **{k: r[k] for k in fields if k in r}) for r in records)
    return list(read(reports))


def picture(name: str, data: Path) -> list[Reading]:
    """The reports of a picture."""
    files = PICTURES[name]
    return readings(name, (r for file, step in files for r in list(read_jsonl(data / file))[::step]))


def judged(name: str, found: Sequence[Reading], path: Path = MARKS) -> Iterator[Pair]:
    """The pairs judged in a picture; a part of the other, or its neighbour, is another event."""
    tellings, stories, rarity = compared(found, find_copies([reading.report for reading in found]))
    starts = {(found[t.report].report.id, t.event): t for t in tellings}
    # of an act and what it is about, both told by one word, the one that is told first
    at = {(r.report.id, e.trigger.spans[0][0]): starts[r.report.id, e.id] for r in found for e in reversed(r.events)}
    for corpus, a, at_a, b, at_b, verdict in rows(path):
        if corpus != name:
            continue
        one, other = at.get((f"{name}/{a}", int(at_a))), at.get((f"{name}/{b}", int(at_b)))
        if one is None or other is None:
            continue  # another reading than that of the day tells nothing there
        story = stories.get((min(one.report, other.report), max(one.report, other.report)), 0.0)
        fold = zlib.crc32(f"{a} {at_a}".encode()) % FOLDS
        yield Pair(shared(one, other, story, rarity), verdict == "S", JUDGED, fold)


def told(
    found: Sequence[Reading], events: Events, home: Mapping[str, str], weight: float, share: float = 1.0
) -> Iterator[Pair]:
    """The pairs that linking compares, of tellings whose events are known; those of two stories are of two events.

    `home` says which story a report is of; of pairs of two events only a `share` is taken.
    """
    tellings, stories, rarity = compared(found, find_copies([reading.report for reading in found]))
    spans = {(r.report.id, e.id): e.trigger.spans for r in found for e in r.events}
    chance = random.Random(1)
    for i, j, story in worth_comparing(tellings, stories):
        one, other = tellings[i], tellings[j]
        if is_told_by_rules(one, other) or not can_be_one(one, other):
            continue
        a, b = found[one.report].report.id, found[other.report].report.id
        known = [_event(spans[r, t.event], events.get(r, {})) for r, t in ((a, one), (b, other))]
        if None in known and home[a] == home[b]:
            continue
        same = None not in known and (home[a], known[0]) == (home[b], known[1])
        if same or chance.random() < share:
            yield Pair(shared(one, other, story, rarity), same, weight)


def _event(spans: Sequence[Span], known: Mapping[Span, str]) -> str | None:
    return next((name for (a, b), name in known.items() if any(a < end and start < b for start, end in spans)), None)


def of_stories(names: Sequence[str] = STORIES) -> Iterator[Pair]:
    """All stories in one picture with our other reports, and those of each part in one of their own."""
    found: list[Reading] = []
    events: dict[str, dict[Span, str]] = defaultdict(dict)
    home: dict[str, str] = {}
    for part in names:
        for story in read_jsonl(GOLD / f"stories_{part}.jsonl"):
            name = f"{part}/{story['id']}"
            texts = {r["id"]: r["text"] for r in story["reports"]}
            found += readings(name, story["reports"])
            home |= {f"{name}/{report}": name for report in texts}
            for incident in story["incidents"]:
                for report, words in incident["mentions"]:
                    start = texts[report].index(words)
                    events[f"{name}/{report}"][start, start + len(words)] = incident["name"]
    for path in sorted(GOLD.glob("wires*.jsonl")):
        if not any(word in path.stem for word in COUNTED):
            own = readings(path.stem, read_jsonl(path))
            found += own
            home |= {reading.report.id: path.stem for reading in own}
    yield from told(found, events, home, OF_STORIES)
    for part in names:
        yield from told([one for one in found if one.report.id.startswith(f"{part}/")], events, home, OF_STORIES)


def of_ecb(data: Path) -> Iterator[Pair]:
    """ECB+'s training part in one picture, where both words have a chain."""
    records = list(read_jsonl(data / "ecbplus/train.jsonl"))
    found = readings("ecb+", records)
    events = {
        f"ecb+/{r['id']}": {(m["spans"][0][0], m["spans"][-1][1]): m["chain"] for m in r["mentions"]} for r in records
    }
    yield from told(found, events, {reading.report.id: "ecb+" for reading in found}, OF_ECB, SHARE)


class Regression:
    """Log odds by measure."""

    def __init__(self, pairs: Sequence[Pair]) -> None:
        self.names = sorted({name for pair in pairs for name in pair.measures})
        x = self._matrix(pairs)
        self.middle, self.spread = x.mean(0), x.std(0) + 1e-6
        same, weight = (np.array([getattr(pair, name) for pair in pairs], float) for name in ("same", "weight"))
        values, bias = _fit((x - self.middle) / self.spread, same, weight)
        self.weights = values / self.spread
        self.bias = bias - float(self.middle @ self.weights)

    def _matrix(self, pairs: Sequence[Pair]) -> Floats:
        return np.array([[pair.measures.get(name, 0.0) for name in self.names] for pair in pairs])

    def __call__(self, pairs: Sequence[Pair]) -> Floats:
        """Log odds of each pair."""
        return np.asarray(self._matrix(pairs) @ self.weights + self.bias)


def _fit(x: Floats, y: Floats, weight: Floats) -> tuple[Floats, float]:
    features, truth, weights = (torch.from_numpy(values) for values in (x, y, weight))
    values = torch.zeros(x.shape[1], dtype=torch.float64, requires_grad=True)
    bias = torch.zeros(1, dtype=torch.float64, requires_grad=True)

    def loss() -> torch.Tensor:
        missed = torch.nn.functional.binary_cross_entropy_with_logits(features @ values + bias, truth, reduction="none")
        return (weights * missed).sum() + PENALTY / 2 * (values * values).sum()

    descend([values, bias], loss)
    return values.detach().numpy(), float(bias.detach()[0])


def show(pairs: Sequence[Pair]) -> None:
    """How many of the judged pairs over a bound are of one event, by regressions that have not seen their fold."""
    tried = [pair for pair in pairs if pair.fold is not None]
    odds = np.zeros(len(tried))
    for fold in range(FOLDS):
        learnt = Regression([pair for pair in pairs if pair.fold != fold])
        held = [i for i, pair in enumerate(tried) if pair.fold == fold]
        odds[held] = learnt([tried[i] for i in held])
    same = np.array([pair.same for pair in tried])
    for bound in (-1.0, -0.5, 0.0, 0.5, 1.0, 1.5):
        joined = odds >= bound
        print(f"over {bound:4}: {(same & joined).sum()} of {joined.sum()} right; {same.sum()} are of one event")


def main() -> None:
    """Command line."""
    parser = command(__doc__)
    parser.add_argument("--check", action="store_true", help="by folds, too")
    args = parser.parse_args()
    pairs = [*of_stories(), *of_ecb(args.data)]
    for name in PICTURES:
        pairs += judged(name, picture(name, args.data))
    print(f"{len(pairs)} pairs, {sum(pair.same for pair in pairs)} of one event")
    if args.check:
        show(pairs)
    learnt = Regression(pairs)
    says = "What each measure of two tellings adds to the log odds that they are of one event: `training/linked.py`."
    log_odds.write(OUT, says, learnt.bias, dict(zip(learnt.names, learnt.weights.tolist(), strict=True)))


if __name__ == "__main__":
    main()
