"""Step 13: the network that says whether a word tells a particular act of the type that the codebook gives it.

    python -m training.verdicts --data ../shared/data [--weights src/sayso/digest/weights] [--check]

It sees what all layers of the finished encoder make of the word and, on average, of its sentence, and features of the
event as the rules read it (`sayso.extract._telling.verdicts`). Learnt from what was marked by eye in real texts
(`data/verdicts.tsv`: places and marks, no text) and from the facts of our own reports that rules were made with.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec
import numpy as np
import torch
from numpy.typing import NDArray
from spacy.tokens import Doc, Token
from torch import Tensor, nn

from sayso.codebook.codebook import load_codebook
from sayso.digest.gazetteer import load_gazetteer
from sayso.extract._telling.verdicts import KINDS, LEAST, NOTHING, STATUSES
from sayso.extract.events import told_events
from sayso.model import Report
from sayso.pipeline import digest_doc
from training.command import command
from training.layers import Layers
from training.marked import GOLD, beginning, reports_of, rows
from training.pairs import PairModel, numbered, put, teach
from training.treebanks import read_jsonl

MARKS = Path(__file__).parent / "data/verdicts.tsv"
#: Our own reports that rules were made with.
OWN = ("wires.jsonl", "wires_more.jsonl", "wires_plain_*.jsonl")
PROJECTED, SEEN = 16, 8
EPOCHS, BATCH, RATE, DECAY = 8, 64, 3e-3, 0.1
#: How much the status counts beside the type.
STATUS_WEIGHT = 0.5
FOLDS = 5
#: In the marks, in the order of `STATUSES`.
LETTERS = dict(zip("oupqatd", STATUSES, strict=True))
#: Bounds of the shares in `figures`.
BOUNDS = (0.0, 0.2, 0.4, 0.6, 0.8, 0.9, 1.0)

Floats = NDArray[np.float32]
#: (character at which an event begins, its type): what it tells, a type or `NOTHING`, and its status if that is known;
#: for a word that was marked as an act without a type whatever type it has.
Marks = Mapping[tuple[int, str], tuple[str, str]]


@dataclass(frozen=True)
class Example:
    """A word with a type, and what it tells."""

    text: int
    own: bool
    #: (layers × HIDDEN,) of the word, and of the words of its sentence on average
    word: Floats
    sentence: Floats
    features: list[str]
    type: str
    right: str
    #: "" where it is not known
    status: str


class Recorder:
    """Stands in a document for the network: keeps what it is asked, and answers that all is as it was read."""

    def __init__(self, doc: Doc) -> None:
        self.asked: list[tuple[Token, list[str]]] = []
        doc.user_data["verdicts"] = self

    def in_sentence(self, head: Token, features: Sequence[str]) -> Floats:
        """As `sayso.digest.pairs.Pairs`."""
        self.asked.append((head, list(features)))
        types = [0.0 if f"type={kind}" in features else -np.inf for kind in KINDS]
        return np.array([*types, *(0.0 for _ in STATUSES)], np.float32)


def marked(data: Path) -> Iterator[tuple[Report, Marks, bool]]:
    """The texts with what is marked in each, and whether they are our own."""
    found: dict[tuple[str, str], dict[tuple[int, str], tuple[str, str]]] = defaultdict(dict)
    for corpus, name, at, type_, _, verdict, status in rows(MARKS):
        of_text = found[corpus, name]
        if verdict == "missed":
            for kind in KINDS[1:]:  # whatever type the codebook gives it by now
                of_text.setdefault((int(at), kind), (type_, LETTERS.get(status, "") if kind == type_ else ""))
        else:
            told = type_ if verdict == "y" else verdict
            known = LETTERS.get(status, "") if verdict == "y" else ""
            of_text[int(at), type_] = (told if told in KINDS else NOTHING, known)
    reports = {corpus: reports_of(corpus, data) for corpus in {corpus for corpus, _ in found}}
    for (corpus, name), of_text in sorted(found.items()):
        report = reports[corpus][name]
        yield msgspec.structs.replace(report, text=beginning(report.text)), of_text, False
    for record in (record for pattern in OWN for path in sorted(GOLD.glob(pattern)) for record in read_jsonl(path)):
        given = {name: record.get(name) for name in ("title", "outlet", "published")}
        yield Report(id=record["id"], text=record["text"], **given), _of_facts(record), True


def _of_facts(record: Mapping[str, object]) -> Marks:
    """What the facts of one of our reports say of the words that they stand at, whatever type these have."""
    facts, text = record["facts"], record["text"]
    assert isinstance(facts, list) and isinstance(text, str)
    told: dict[tuple[int, str], tuple[str, str]] = {}
    for fact in (fact for fact in facts if fact["kind"] == "event"):
        types = (fact.get("type") or "").split("|")
        at = text.index(fact["at"])
        for type_ in KINDS[1:]:
            right = NOTHING if fact.get("absent") else type_ if type_ in types or types == [""] else types[0]
            status = fact.get("status", "") if right == type_ and fact.get("status") in STATUSES else ""
            if not fact.get("absent") or types == [""] or type_ in types:
                told |= {(at + i, type_): (right, status) for i in range(len(fact["at"]))}
    return told


def examples(layers: Layers, data: Path) -> Iterator[Example]:
    """All marked words that the codebook still gives the type, or that tell an act and have some type by now."""
    codebook, gazetteer = load_codebook(), load_gazetteer()
    for number, (report, marks, own) in enumerate(marked(data)):
        doc = layers.nlp(report.text)
        recorder = Recorder(doc)
        digest, statements, tellings = digest_doc(doc, report, gazetteer, codebook)
        told = told_events(digest, statements, codebook, tellings)
        begins = {(one.telling.head.i, one.event.type): one.event.trigger.spans[0][0] for one in told}
        tokens, vectors = layers(digest.doc)
        row_of = {int(token): row for row, token in enumerate(tokens)}
        for head, features in recorder.asked:
            type_ = next(kind for kind in KINDS if f"type={kind}" in features)
            begin = begins.get((head.i, type_))
            mark = None if begin is None else marks.get((begin, type_)) or marks.get((head.idx, type_))
            if mark is not None:
                yield Example(
                    text=number,
                    own=own,
                    word=vectors[row_of[head.i]].copy(),
                    sentence=vectors[[row_of[t.i] for t in head.sent if t.i in row_of]].mean(0),
                    features=features,
                    type=type_,
                    right=mark[0],
                    status=mark[1],
                )


@dataclass(frozen=True)
class Samples:
    """Examples as tensors: N words, scaled by `middle` and `spread` of the words."""

    words: Tensor
    sentences: Tensor
    middle: Tensor
    spread: Tensor
    right: Tensor
    #: -1 where it is not known
    status: Tensor
    rows: list[list[int]]
    features: dict[str, int]


def samples(found: Sequence[Example]) -> Samples:
    """The examples, with the features that are seen often enough."""
    features = numbered((e.features for e in found), SEEN)
    words = torch.from_numpy(np.stack([e.word for e in found]))
    middle, spread = words.mean(0), words.std(0) + 1e-6
    return Samples(
        words=(words - middle) / spread,
        sentences=(torch.from_numpy(np.stack([e.sentence for e in found])) - middle) / spread,
        middle=middle,
        spread=spread,
        right=torch.tensor([KINDS.index(e.right) for e in found]),
        status=torch.tensor([STATUSES.index(e.status) if e.status else -1 for e in found]),
        rows=[[features[name] for name in e.features if name in features] for e in found],
        features=features,
    )


def _batch(found: Samples, chosen: Sequence[int]) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    some = [found.rows[i] for i in chosen]
    starts = torch.tensor(np.cumsum([0, *map(len, some)]))
    return found.words[chosen], found.sentences[chosen], torch.tensor([row for one in some for row in one]), starts


def fit(found: Samples, chosen: Sequence[int], seed: int) -> PairModel:
    """A model that has learnt from the examples `chosen`."""
    torch.manual_seed(seed)
    model = PairModel(len(found.features), found.words.shape[1], PROJECTED, len(KINDS) + len(STATUSES))

    def loss_of(some: list[int]) -> Tensor:
        ones = [chosen[i] for i in some]
        scores, status = model(*_batch(found, ones)), found.status[ones]
        known = status >= 0
        types = nn.functional.cross_entropy(scores[:, : len(KINDS)], found.right[ones])
        if not known.any():
            return types
        return types + STATUS_WEIGHT * nn.functional.cross_entropy(scores[known, len(KINDS) :], status[known])

    return teach(model, len(chosen), loss_of, epochs=EPOCHS, batch=BATCH, rate=RATE, decay=DECAY)


def check(examples: Sequence[Example], found: Samples, models: int) -> Floats:
    """(N,): the share of its type that each gets from models that have not seen its text, by folds of texts."""
    told = np.zeros(len(examples), np.float32)
    for fold in range(FOLDS):
        learnt = [i for i, e in enumerate(examples) if e.text % FOLDS != fold]
        held = [i for i, e in enumerate(examples) if e.text % FOLDS == fold]
        fitted = [fit(found, learnt, seed) for seed in range(models)]
        with torch.no_grad():
            scores = torch.stack([model(*_batch(found, held)) for model in fitted]).mean(0)
        shares = torch.softmax(scores[:, : len(KINDS)], 1).numpy()
        told[held] = [shares[k, KINDS.index(examples[i].type)] for k, i in enumerate(held)]
    return told


def figures(examples: Sequence[Example], told: Floats) -> dict[str, object]:
    """Of how many words the type is right, and of those that keep it; the wrong and the right ones that lose it; by
    steps of the share how many of 100 are right, and of how many.
    """
    right = np.array([e.right == e.type for e in examples])
    kept = told >= LEAST
    steps = np.digitize(told, BOUNDS[1:-1])
    return {
        "words": len(examples),
        "right": round(100 * float(right.mean()), 1),
        "right of those kept": round(100 * float(right[kept].mean()), 1),
        "lost (wrong, right)": (int((~kept & ~right).sum()), int((~kept & right).sum())),
        "by share": [_step(told[steps == s], right[steps == s]) for s in range(len(BOUNDS) - 1) if (steps == s).any()],
    }


def _step(told: Floats, right: NDArray[np.bool_]) -> tuple[float, int, int]:
    """The mean share, how many of 100 are right, and of how many."""
    return round(float(told.mean()), 2), round(100 * float(right.mean())), len(told)


def main() -> None:
    """Command line."""
    args = command(__doc__, "first by folds of texts: takes five times as long").parse_args()
    known = list(examples(Layers(args.weights), args.data))
    found = samples(known)
    print(f"{len(known)} words, {len(found.features)} features")
    if args.check:
        told = check(known, found, args.models)
        for name, own in (("real texts", False), ("our own", True)):
            part = [i for i, e in enumerate(known) if e.own == own]
            print(f"{name}, by {FOLDS} folds of texts: {figures([known[i] for i in part], told[part])}")
    models = [fit(found, range(len(known)), seed) for seed in range(args.models)]
    put(args.weights, "verdicts", models, found.features, found.middle, found.spread)


if __name__ == "__main__":
    main()
