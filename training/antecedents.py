"""Step 10: the networks that say whom a pronoun and a definite noun phrase stand for.

    python -m training.antecedents --data ../shared/data [--weights src/sayso/digest/weights] [--check]

Of everything that was spoken of, and of "none of them", each gives the likeliest. They see what all layers of the
encoder make of the pronoun or noun and of the last word that spoke of the candidate, and features of the two
(`sayso.digest._naming.antecedents`, `_naming.phrases`), what the rules make of it among them. Learnt on the finished
8-bit weights from GUM's training part and from what was marked by eye in real texts (`data/antecedents.tsv`: places, no
text). While they learn, all words before are taken for whom they do stand for.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc

from sayso.codebook.codebook import load_codebook
from sayso.digest.entities import Entities
from sayso.digest.gazetteer import load_gazetteer
from sayso.model import Report
from sayso.pipeline import digest_doc
from training.choices import Example, fit, samples, shares
from training.command import command
from training.layers import Layers
from training.marked import reports_of, rows
from training.pairs import put
from training.treebanks import read_jsonl

MARKS = Path(__file__).parent / "data/antecedents.tsv"
#: The networks, and how many values of a projected word each has.
PROJECTED = {"pronouns": 32, "phrases": 16}
FOLDS = 5

Floats = NDArray[np.float32]
#: What the word at a character is spoken of by: the same number for the same.
Groups = Mapping[int, int]


@dataclass(frozen=True, kw_only=True)
class Reference(Example):
    """A pronoun or noun with what it may stand for, "none" first."""

    own: bool
    #: the word, and which choice the rules take
    form: str
    ruled: int


@dataclass(frozen=True)
class Marked:
    """A text with what its words stand for."""

    report: Report
    #: characters at which two words for the same thing begin
    pairs: list[tuple[int, int]]
    asked: frozenset[int]
    own: bool


def gum(data: Path, part: str = "train") -> Iterator[Marked]:
    """GUM's mentions."""
    for record in read_jsonl(data / f"ud/gum_mentions_{part}.jsonl"):
        first: dict[str, int] = {}
        pairs = [(m["head"][0], first.setdefault(m["group"], m["head"][0])) for m in record["mentions"]]
        yield Marked(Report(id="gum", text=record["text"]), pairs, frozenset(at for at, _ in pairs), own=False)


def own(data: Path, path: Path = MARKS) -> Iterator[Marked]:
    """Texts in which whom pronouns and noun phrases stand for was marked by eye."""
    found: dict[tuple[str, str], list[tuple[int, str]]] = {}
    for corpus, name, at, meant in rows(path):
        found.setdefault((corpus, name), []).append((int(at), meant))
    reports = {corpus: reports_of(corpus, data) for corpus in {corpus for corpus, _ in found}}
    for (corpus, name), marks in sorted(found.items()):
        pairs = [(at, int(meant)) for at, meant in marks if meant.isdigit()]
        asked = frozenset(at for at, _ in marks)
        yield Marked(reports[corpus][name], pairs, asked, own=True)


def joined(pairs: Iterable[tuple[int, int]]) -> dict[int, int]:
    """Numbers for characters: the same for those that a chain of pairs joins."""
    over: dict[int, int] = {}

    def top(at: int) -> int:
        while over.setdefault(at, at) != at:
            at = over[at]
        return at

    for one, other in pairs:
        over[top(one)] = top(other)
    return {at: top(at) for at in over}


class Recorder:
    """Stands in a document for a network: keeps what is asked, and answers what is right."""

    def __init__(self, doc: Doc, marked: Marked, groups: Groups, vectors: Mapping[int, Floats], number: int) -> None:
        self.examples: list[Reference] = []
        self._doc, self._marked, self._groups = doc, marked, groups
        self._vectors, self._number = vectors, number

    def scores(self, event: int, others: Sequence[int], features: Sequence[Sequence[str]], *, axis: int) -> Floats:  # noqa: ARG002
        """As `sayso.digest.pairs.Pairs`."""
        word = self._doc[event]
        meant = self._groups.get(word.idx)
        right = [False, *(meant is not None and self._groups.get(self._doc[i].idx) == meant for i in others[1:])]
        right[0] = not any(right)
        if word.idx in self._marked.asked:
            ruled = next((k for k, names in enumerate(features) if "ruled=True" in names), 0)
            self.examples.append(
                Reference(
                    text=self._number,
                    word=self._vectors[event].copy(),
                    others=np.stack([self._vectors[i] for i in others]),
                    features=[list(names) for names in features],
                    right=right,
                    own=self._marked.own,
                    form=word.lower_,
                    ruled=ruled,
                )
            )
        return np.array([[float(one)] for one in right], np.float32)


def references(texts: Iterable[Marked], layers: Layers) -> Iterator[tuple[str, Reference]]:
    """All marked words that are looked for, with the name of their network."""
    codebook, gazetteer = load_codebook(), load_gazetteer()
    for number, marked in enumerate(texts):
        doc = layers.nlp(marked.report.text)
        for name in PROJECTED:
            doc.user_data.pop(name, None)
        digest, *_ = digest_doc(doc, marked.report, gazetteer, codebook)
        groups = joined([*marked.pairs, *_of_one_name(digest.named, marked)])
        tokens, vectors = layers(doc)
        rows_of = {int(token): vectors[row] for row, token in enumerate(tokens)}
        recorders = {name: Recorder(doc, marked, groups, rows_of, number) for name in PROJECTED}
        doc.user_data.update(recorders)
        digest_doc(doc, marked.report, gazetteer, codebook)
        for name, recorder in recorders.items():
            yield from ((name, one) for one in recorder.examples)


def _of_one_name(named: Entities, marked: Marked) -> Iterator[tuple[int, int]]:
    """The words of the names of one entity; where all is marked, those that are not yet."""
    known = set() if marked.own else marked.asked
    first: dict[str, int] = {}
    for token, identity in sorted(named.at.items()):
        word = named.doc[token]
        if word.pos_ != "PROPN":
            continue
        at = first.setdefault(identity, word.idx)
        if word.idx not in known:
            yield word.idx, at


def figures(found: Sequence[Reference], chosen: Sequence[int]) -> dict[str, float]:
    """Share right; precision and recall where something that was spoken of is meant."""
    pairs = list(zip(found, chosen, strict=True))
    hits = sum(e.right[one] and one > 0 for e, one in pairs)
    right = sum(e.right[one] for e, one in pairs) / len(pairs)
    precision, recall = hits / max(1, sum(one > 0 for one in chosen)), hits / max(1, sum(not e.right[0] for e in found))
    return {
        name: round(100 * part, 1) for name, part in (("right", right), ("precision", precision), ("recall", recall))
    }


def check(found: Sequence[Reference], projected: int, models: int) -> list[int]:
    """Which choice models take that have not seen the text, by folds of our own texts; all of GUM is always seen."""
    everything = samples(found)
    chosen = [0] * len(found)
    for fold in range(FOLDS):
        held = [i for i, e in enumerate(found) if e.own and e.text % FOLDS == fold]
        seen = sorted(set(range(len(found))) - set(held))
        learnt = [fit(everything, seen, seed, projected) for seed in range(models)]
        for i in held:
            chosen[i] = int(np.argmax(shares(learnt, everything, i)))
    return chosen


def main() -> None:
    """Command line."""
    args = command(__doc__, "first by folds of texts: takes five times as long").parse_args()
    marked = list(references([*own(args.data), *gum(args.data)], Layers(args.weights)))
    for network, projected in PROJECTED.items():
        found = [one for name, one in marked if name == network]
        ours = [i for i, e in enumerate(found) if e.own]
        print(f"{network}: {len(found)} words, {len(ours)} ours")
        if args.check:
            learnt, asked = check(found, projected, args.models), [found[i] for i in ours]
            print(f"{network}: ours by rules: {figures(asked, [e.ruled for e in asked])}")
            print(f"{network}: ours by {FOLDS} folds of texts: {figures(asked, [learnt[i] for i in ours])}")
        everything = samples(found)
        models = [fit(everything, range(len(found)), seed, projected) for seed in range(args.models)]
        put(args.weights, network, models, everything.features, everything.middle, everything.spread)


if __name__ == "__main__":
    main()
