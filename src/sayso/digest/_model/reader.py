"""From words to what the heads say of them: sentences, trees, spans, attributions, certainty; many reports at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from threadpoolctl import ThreadpoolController

from sayso.digest._model.attributions import Attribution, link
from sayso.digest._model.coreference import find_antecedents
from sayso.digest._model.decode import Spans, find_spans
from sayso.digest._model.encoder import Encoder, Inputs, Words
from sayso.digest._model.tree import find_heads, find_labels, sentence_starts
from sayso.digest._model.windows import Window
from sayso.digest.pairs import COLUMNS

#: Words that are decoded together: bounds the memory, however long a report is.
WORDS_AT_ONCE = 6000
SPAN_HEADS = ("names", "nominal", "source", "cue", "content", "trigger", "incident")
#: Heads whose columns are for the word itself and for the words of its sentence, and those of the networks over pairs.
OF_SENTENCE = ("literal", "when")
OF_PAIRS = tuple(column for columns in COLUMNS.values() for column in columns)

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]


@dataclass(frozen=True)
class ReadWords:
    """What was read of words in a row; indices count from the first of them."""

    #: Head of each word, itself for a root; then indices into the label sets.
    heads: Ints
    deprels: Ints
    upos: Ints
    xpos: Ints
    #: −3 (certainly did not happen) to 3 (certainly did); means something at predicates.
    certainty: Floats
    #: Of the heads that not all weights have: `literal` (words,), log odds that the word, where it speaks of violence,
    #: is meant literally; `when` (words, 4), scores of what it tells as news, older, not done, general; those of
    #: `OF_PAIRS` (words, D).
    more: dict[str, Floats]
    #: The earlier word that a word corefers with, or -1.
    antecedents: Ints
    spans: dict[str, Spans]
    attributions: list[Attribution]

    def part(self, first: int, end: int, by: int) -> ReadWords:
        """Words [first, end); their indices moved so many words further on. No sentence may cross the borders."""
        row = slice(first, end)
        return ReadWords(
            self.heads[row] + by, self.deprels[row], self.upos[row], self.xpos[row], self.certainty[row],
            {name: values[row] for name, values in self.more.items()},
            np.where(self.antecedents[row] < 0, -1, self.antecedents[row] + by),
            {head: spans.between(first, end, by) for head, spans in self.spans.items()},
            [a.moved(by) for a in self.attributions if first <= a.first < end],
        )  # fmt: skip


class Reader:
    """The encoder and all that makes sense of its scores."""

    def __init__(self, weights: Path, *, threads: int = 1) -> None:
        self.encoder = Encoder(weights, threads=threads)
        self.labels = self.encoder.labels
        self._weights = weights
        self._threads = threads
        self._libraries = ThreadpoolController()
        self._outside: dict[str, float] = self.labels["outside"]
        #: Parts of speech of words that may corefer.
        self._nominal = [self.labels["upos"].index(name) for name in ("NOUN", "PRON", "PROPN")]
        self._symbols = [self.labels["upos"].index(name) for name in ("SYM", "X")]
        self._nouns = [self.labels["xpos"].index(name) for name in ("NN", "NNS")]
        self._root: int = self.labels["deprels"].index("root")

    def __reduce__(self) -> tuple[partial[Reader], tuple[()]]:
        """Another process loads the weights anew."""
        return partial(Reader, self._weights, threads=self._threads), ()

    def read(self, reports: Sequence[Words]) -> list[ReadWords]:
        """One result for each report.

        numpy's matrix library is held to the given number of threads: the products here are so small that more of them
        spend a third of all processor time waiting for each other.
        """
        with self._libraries.limit(limits=self._threads, user_api="blas"):
            return self._read(reports)

    def _read(self, reports: Sequence[Words]) -> list[ReadWords]:
        parts: list[list[ReadWords]] = [[] for _ in reports]
        for block in self._blocks(reports):
            read = self._read_block(block)
            at = 0
            for report, windows in groupby(block, key=lambda item: item[0]):
                cores = [(window.core_first, window.core_end) for _, window, _ in windows]
                first, end = cores[0][0], cores[-1][1]
                parts[report].append(read.part(at, at + end - first, first - at))
                at += end - first
        return [_joined(of_report) if of_report else _nothing(self.labels["layout"]) for of_report in parts]

    def _blocks(self, reports: Sequence[Words]) -> Iterator[list[tuple[int, Window, Inputs]]]:
        """Windows of the reports in order, some `WORDS_AT_ONCE` words together and never twice as many.

        Nothing is linked over the end of a block, so a report is cut by its own length alone: it is read in any company
        as it is by itself.
        """
        block: list[tuple[int, Window, Inputs]] = []
        size = 0
        for number, words in enumerate(reports):
            windows, inputs = self.encoder.windows(words)
            own = 0
            for window in windows:
                block.append((number, window, inputs))
                own += window.core_end - window.core_first
                if own >= WORDS_AT_ONCE:
                    yield block
                    block, size, own = [], 0, 0
            size += own
            if size >= WORDS_AT_ONCE:
                yield block
                block, size = [], 0
        if block:
            yield block

    def _agreeing(self, upos: Ints, xpos: Ints) -> Ints:
        """The universal tags; a word with a noun's Penn tag is no symbol."""
        wrong = np.isin(xpos, self._nouns) & np.isin(upos, self._symbols)
        return np.where(wrong, self.labels["upos"].index("NOUN"), upos)

    def _read_block(self, block: list[tuple[int, Window, Inputs]]) -> ReadWords:
        encoded = self.encoder.encode([(window, inputs) for _, window, inputs in block])
        tags, vectors = encoded.tags, encoded.vectors
        sizes = [window.core_end - window.core_first for _, window, _ in block]
        report_of = np.repeat(np.array([number for number, _, _ in block]), sizes)
        forced = np.concatenate([inputs.forced[w.core_first : w.core_end] for _, w, inputs in block])
        forced |= np.diff(report_of, prepend=-1) != 0
        after_comma = np.concatenate([inputs.after_comma[w.core_first : w.core_end] for _, w, inputs in block])
        starts = sentence_starts(np.where(after_comma, -np.inf, tags["start"][:, 0]), forced)
        heads = find_heads(vectors["arc_dependent"], vectors["arc_head"], starts)
        # Only contents go on over the ends of sentences.
        parts = np.union1d(encoded.cores, starts)
        spans = {
            head: find_spans(tags[head], encoded.cores if head == "content" else parts, self._outside.get(head, 0.0))
            for head in SPAN_HEADS
        }
        xpos = tags["xpos"].argmax(1)
        upos = self._agreeing(tags["upos"].argmax(1), xpos)
        return ReadWords(
            heads=heads,
            deprels=find_labels(
                vectors["label_dependent"], vectors["label_head"], heads, self.encoder.label_weights, self._root
            ),
            upos=upos,
            xpos=xpos,
            certainty=np.clip(tags["certainty"][:, 0], -3, 3),
            more={
                **{name: _with_sentence(tags[name], starts) for name in OF_SENTENCE if name in tags},
                **{name: vectors[name] for name in OF_PAIRS if name in vectors},
            },
            antecedents=find_antecedents(vectors, np.flatnonzero(np.isin(upos, self._nominal)), report_of),
            spans=spans,
            attributions=link(spans, vectors, report_of),
        )


def _with_sentence(scores: Floats, starts: Ints) -> Floats:
    """What speaks for each word itself (first half of the columns), and on average the words of its sentence (second);
    (words,) if that is one number. `starts`: where sentences begin.
    """
    own, around = np.hsplit(scores, 2)
    sizes = np.diff(np.append(starts, len(scores)))
    means = np.add.reduceat(around, starts) / sizes[:, None] if len(starts) else around[:0]
    both = np.asarray(own + np.repeat(means, sizes, axis=0), np.float32)
    return both[:, 0] if both.shape[1] == 1 else both


def _joined(parts: list[ReadWords]) -> ReadWords:
    """Parts of one report as one."""
    if len(parts) == 1:
        return parts[0]
    rows = {
        name: np.concatenate([getattr(part, name) for part in parts])
        for name in ("heads", "deprels", "upos", "xpos", "certainty", "antecedents")
    }
    more = {name: np.concatenate([part.more[name] for part in parts]) for name in parts[0].more}
    spans = {head: _all_spans([part.spans[head] for part in parts]) for head in SPAN_HEADS}
    attributions = [a for part in parts for a in part.attributions]
    return ReadWords(**rows, more=more, spans=spans, attributions=attributions)


def _all_spans(spans: list[Spans]) -> Spans:
    columns = ([getattr(s, name) for s in spans] for name in ("first", "end", "kind", "score"))
    return Spans(*(np.concatenate(column) for column in columns))


def _nothing(layout: dict[str, dict[str, list[int]]]) -> ReadWords:
    """What is read of no words."""
    whole, real = np.zeros(0, np.int64), np.zeros(0, np.float32)
    spans = {head: Spans(whole, whole, whole, real) for head in SPAN_HEADS}
    columns = {**layout["tags"], **layout["vectors"]}
    empty = {name: np.zeros((0, columns[name][1] - columns[name][0]), np.float32) for name in columns}
    more = {name: _with_sentence(empty[name], whole) for name in OF_SENTENCE if name in columns}
    more |= {name: empty[name] for name in OF_PAIRS if name in columns}
    return ReadWords(whole, whole, whole, whole, real, more, whole, spans, [])
