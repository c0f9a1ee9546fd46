"""Windows of documents, mixed over the corpora and batched by length."""

from __future__ import annotations

import pickle
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from tokenizers import Tokenizer
from torch import Tensor
from torch.utils.data import DataLoader, Dataset

from sayso.digest._model.pieces import GAPS, LOWERCASED, SHAPES, UPPERCASED, PieceTable
from training.documents import UNKNOWN, Document, Prepared

LONGEST = 254
#: How often a round goes through each corpus.
REPEATS = {
    "ewt": 2.5, "gum": 3.0, "uner-ewt": 4.0, "wikigold": 2.0, "crossner-politics": 3.0, "re3d": 4.0, "polnear": 1.0,
    "uw": 2.0, "meantime": 3.0, "ecbplus": 0.4, "muc4": 0.8, "own": 5.0, "own-swapped": 1.6, "own-events": 8.0,
    "plain": 1.0,
}  # fmt: skip
#: Corpora of single sentences, joined as paragraphs of one text half of the time.
SHORT = {"uw", "meantime", "crossner-politics", "own", "own-swapped", "own-events"}


@dataclass
class Window:
    """Words [first, end) of a document, or several short documents one after another."""

    parts: list[tuple[Prepared, int, int]]
    pieces: int


@dataclass
class Batch:
    """Tensors (batch, pieces) for the encoder and (batch, words) of gold; links as rows (item, word, word)."""

    pieces: Tensor
    shapes: Tensor
    gaps: Tensor
    firsts: Tensor
    words: Tensor
    gold: dict[str, Tensor]
    sources: list[tuple[int, int, int]]
    contents: list[tuple[int, int, int]]

    def to(self, device: torch.device) -> Batch:
        """The same on a device."""
        tensors = {name: getattr(self, name).to(device) for name in ("pieces", "shapes", "gaps", "firsts", "words")}
        gold = {key: value.to(device) for key, value in self.gold.items()}
        return Batch(**tensors, gold=gold, sources=self.sources, contents=self.contents)


def piece_table(path: Path) -> PieceTable:
    """Words to pieces by a tokenizer.json, without padding or cutting."""
    tokenizer = Tokenizer.from_file(str(path))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return PieceTable(tokenizer)


class Planned(Dataset[bytes]):
    """The batches of a round from one on, each made when it is asked for; pickled, since shared memory may be small."""

    def __init__(self, plan: list[list[Window]], collator: Collator, seed: int) -> None:
        self.plan, self.collator, self.seed = plan, collator, seed

    def __len__(self) -> int:
        return len(self.plan)

    def __getitem__(self, number: int) -> bytes:
        return pickle.dumps(self.collator(self.plan[number], self.seed + number))


def made(plan: list[list[Window]], collator: Collator, seed: int, workers: int) -> Iterator[Batch]:
    """The batches of a plan in its order, made by other processes while the last one is learnt from."""
    for one in DataLoader(Planned(plan, collator, seed), batch_size=None, num_workers=workers):
        batch: Batch = pickle.loads(one)
        yield batch


def cut_windows(prepared: Prepared, chance: random.Random) -> Iterator[Window]:
    """Windows that begin and end where the document may be cut, of mostly full and sometimes shorter size."""
    cuts = [*np.flatnonzero(prepared.document.cuts).tolist(), len(prepared.document.words)]
    starts = prepared.starts
    first = 0
    while first < len(prepared.document.words):
        size = LONGEST if chance.random() < 0.6 else chance.randint(60, LONGEST)
        fitting = int(np.searchsorted(starts, starts[first] + size, side="right")) - 1
        ends = [cut for cut in cuts if first < cut <= fitting]
        end = ends[-1] if ends else max(fitting, first + 1)
        yield Window([(prepared, first, end)], int(starts[end] - starts[first]))
        first = end


def round_windows(prepared: Sequence[Prepared], seed: int) -> list[Window]:
    """All windows of one round over the corpora, in the order of the documents."""
    chance = random.Random(seed)
    windows: list[Window] = []
    short: dict[str, list[Window]] = {}
    for p in prepared:
        rate = REPEATS[p.document.corpus]
        if p.document.corpus == "muc4" and not (p.document.gold["incident"] > 0).any():
            rate /= 3
        for _ in range(int(rate) + (chance.random() < rate % 1)):
            for window in cut_windows(p, chance):
                if p.document.corpus in SHORT and window.pieces < LONGEST // 2 and chance.random() < 0.7:
                    short.setdefault(p.document.corpus, []).append(window)
                elif _teaches(window):
                    windows.append(window)
    for group in short.values():
        chance.shuffle(group)
        windows.extend(_joined(group, chance))
    return windows


def _teaches(window: Window) -> bool:
    """ECB+ has windows without any gold."""
    (p, first, end) = window.parts[0]
    return p.document.corpus != "ecbplus" or bool((p.document.gold["trigger"][first:end] >= 0).any())


def _joined(windows: list[Window], chance: random.Random) -> Iterator[Window]:
    current = Window([], 0)
    for window in windows:
        if current.parts and (current.pieces + window.pieces > LONGEST or chance.random() < 0.25):
            yield current
            current = Window([], 0)
        current = Window(current.parts + window.parts, current.pieces + window.pieces)
    if current.parts:
        yield current


def batches(windows: list[Window], pieces: int, seed: int) -> list[list[Window]]:
    """Windows of similar length together, so many padded pieces a batch, in random order."""
    chance = random.Random(seed)
    chance.shuffle(windows)
    groups: list[list[Window]] = []
    pool = 2000
    for begin in range(0, len(windows), pool):
        group: list[Window] = []
        for window in sorted(windows[begin : begin + pool], key=lambda w: w.pieces):
            if group and (len(group) + 1) * (window.pieces + 2) > pieces:
                groups.append(group)
                group = []
            group.append(window)
        groups.append(group)
    chance.shuffle(groups)
    return groups


class Collator:
    """Turns windows into a batch, with case and quotation marks changed in some of them."""

    def __init__(self, table: PieceTable, *, augment: bool = True) -> None:
        self.table = table
        self.augment = augment
        self.upper = np.array([SHAPES.index(UPPERCASED.get(s, s)) for s in SHAPES], np.int64)
        self.lower = np.array([SHAPES.index(LOWERCASED.get(s, s)) for s in SHAPES], np.int64)
        straight = dict(zip("“”‘’", "\"\"''", strict=True))
        self.straight = {table([a])[0][0][0]: table([b])[0][0][0] for a, b in straight.items()}

    def __call__(self, windows: list[Window], seed: int) -> Batch:
        """A batch of windows."""
        chance = random.Random(seed)
        rows = [self._row(window, chance) for window in windows]
        length = max(len(r["pieces"]) for r in rows)
        words = max(len(r["firsts"]) for r in rows)
        wide = {key: _pad([r[key] for r in rows], length, 0) for key in ("pieces", "shapes", "gaps")}
        gold = {key: _pad([r[key] for r in rows], words, fill) for key, (_, fill) in UNKNOWN.items()}
        links = {key: [(i, a, b) for i, r in enumerate(rows) for a, b in r[key]] for key in ("sources", "contents")}
        present = _pad([np.ones(len(r["firsts"]), bool) for r in rows], words, False)
        firsts = _pad([r["firsts"] for r in rows], words, 0)
        return Batch(**wide, firsts=firsts, words=present, gold=gold, **links)

    def _row(self, window: Window, chance: random.Random) -> dict:  # type: ignore[type-arg]
        shapes, gaps, pieces, firsts = (
            [np.zeros(1, np.int64)],
            [np.zeros(1, np.int64)],
            [np.array([self.table.begin])],
            [],
        )
        gold: dict[str, list[NDArray[np.generic]]] = {key: [] for key in UNKNOWN}
        links: dict[str, list[tuple[int, int]]] = {"sources": [], "contents": []}
        at, done = 1, 0
        for number, (p, first, end) in enumerate(window.parts):
            begin = p.starts[first:end].astype(np.int64) - p.starts[first]
            lengths = np.diff(p.starts[first : end + 1])
            gap = p.document.gaps[first:end].astype(np.int64) + 1
            gap[0] = (
                GAPS.index("begin" if number == 0 and first == 0 else "paragraph" if number else GAPS[gap[0] - 1]) + 1
            )
            spread = np.zeros(int(lengths.sum()), np.int64)
            spread[begin] = gap
            pieces.append(p.pieces[p.starts[first] : p.starts[end]])
            shapes.append(np.repeat(p.shapes[first:end].astype(np.int64), lengths) + 1)
            gaps.append(spread)
            firsts.append(begin + at)
            for key in UNKNOWN:
                gold[key].append(_shifted(key, p.document, first, end, done))
            for key, pairs in (("sources", p.document.sources), ("contents", p.document.contents)):
                links[key].extend(_inside(pairs, first, end, done))
            at, done = at + len(spread), done + end - first
        row = {key: np.concatenate(values) for key, values in gold.items()}
        row |= {"pieces": np.append(np.concatenate(pieces), self.table.end), "firsts": np.concatenate(firsts)}
        row |= {"shapes": np.append(np.concatenate(shapes), 0), "gaps": np.append(np.concatenate(gaps), 0)}
        if self.augment:
            self._change(row, chance)
        return {**row, **links}

    def _change(self, row: dict[str, NDArray[np.int64]], chance: random.Random) -> None:
        draw = chance.random()
        changed = self.upper if draw < 0.08 else self.lower if draw < 0.12 else None
        if changed is not None:
            row["shapes"] = np.where(row["shapes"] > 0, changed[row["shapes"] - 1] + 1, 0)
        if chance.random() < 0.25:
            for curly, straight in self.straight.items():
                row["pieces"][row["pieces"] == curly] = straight
        hidden = np.random.default_rng(chance.getrandbits(32)).random(len(row["pieces"])) < 0.015
        hidden[[0, -1]] = False
        row["pieces"][hidden] = self.table.mask


def _shifted(key: str, document: Document, first: int, end: int, done: int) -> NDArray[np.generic]:
    """Gold of words [first, end) that come after `done` other words of the window."""
    values = document.gold[key][first:end]
    if key == "head":
        return np.where((values < first) | (values >= end), -1, values - first + done).astype(np.int64)
    if key == "group":
        return np.where(values < 0, -1, values + 100_000 * (done > 0)).astype(np.int64)
    return values.astype(np.float32 if key == "certainty" else np.int64)


def _inside(pairs: list[tuple[int, int]], first: int, end: int, done: int) -> Iterator[tuple[int, int]]:
    """Links whose first word is in the window; the other is -1 where there is none, and must be in it else."""
    for a, b in pairs:
        if first <= a < end and (b < 0 or first <= b < end):
            yield a - first + done, (b - first + done if b >= 0 else -1)


def _pad(rows: list[NDArray[np.generic]], length: int, fill: float) -> Tensor:
    out = np.full((len(rows), length), fill, rows[0].dtype)
    for i, row in enumerate(rows):
        out[i, : len(row)] = row
    return torch.from_numpy(out)
