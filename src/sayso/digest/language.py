"""The language model as a spaCy pipeline: one encoder, many heads.

    from sayso.digest.language import load_language

    nlp = load_language()
    doc = nlp(text)                      # doc.text == text, for every string

On the `Doc`, white-space tokens apart (they are `SPACE`, attached to a neighbour, and in no span):

- `token.pos_` (universal part of speech), `token.tag_` (Penn tag), `token.dep_` and `token.head` (Universal
  Dependencies), `token.lemma_`, `token.morph` (number, tense, verb form, person, degree), sentence starts;
- `doc.ents`: names; labels person organization place nationality facility weapon vehicle event work other;
- `doc.spans["nominal"]`: unnamed people, groups and things; labels person group organization facility weapon vehicle;
- `doc.spans["source"]`, `["cue"]`, `["content"]`: who says, by which words, what;
- `doc.spans["trigger"]`: words that tell an event; `doc.spans["incident"]`: fillers of a violent incident's roles,
  labels PerpInd PerpOrg Target Victim Weapon (a noisy head: it learnt from strings that fill MUC-4 templates);
- `doc.user_data["attributions"]`: list of {"source": [(i, j), …], "cue": …, "content": …, "score": 0…1}: token ranges
  [i, j);
- `doc.user_data["certainty"]`: float32 array, a value for each token in −3…3, to be read at predicates;
- `doc.user_data["literal"]`: float32 array, log odds that the token, where it speaks of violence, is meant literally;
- `doc.user_data["when"]`: float32 array (tokens, 4), scores of what the token tells as news, older than the report's
time, not done or not yet, general;
- `doc.user_data["sides"]`, `["places"]`, `["times"]`, `["same"]`: a `sayso.digest.pairs.Pairs` each: who acts in what
a token tells and whom it befalls, at which place and time of the report it was, which token before tells the same;
- `doc.user_data["pronouns"]`, `["phrases"]`: the same for whom a pronoun and a definite noun phrase stand for;
`["verdicts"]`: for the type of act that a token tells beside its sentence, if any, and its status;
these nine are not there if the weights have no such heads;
- `doc.user_data["antecedent"]`: int array, the earlier token that a noun or pronoun corefers with, or -1.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
import spacy
from numpy.typing import NDArray
from spacy.language import Language
from spacy.tokens import Doc, Span, SpanGroup

from sayso.digest._model.decode import Spans
from sayso.digest._model.encoder import Words
from sayso.digest._model.lemmas import features_of, lemma_of
from sayso.digest._model.mending import mend_read
from sayso.digest._model.pieces import GAPS, gap_of
from sayso.digest._model.reader import OF_SENTENCE, WORDS_AT_ONCE, Reader, ReadWords
from sayso.digest._model.words import SafeTokenizer, tune_tokenizer
from sayso.digest._places.dateline import first_behind
from sayso.digest.pairs import COLUMNS, Network, Pairs, load_network

WEIGHTS = Path(__file__).parent / "weights"
_ROLES = ("source", "cue", "content")
_NONE, _SPACE, _BEGIN = (GAPS.index(gap) for gap in ("none", "space", "begin"))

Ints = NDArray[np.int64]


def load_language(weights: Path | str = WEIGHTS, *, threads: int = 1) -> Language:
    """The pipeline with the weights of a folder; loaded once for each folder and number of threads.

    Raises `ModelError` if the weights are missing or damaged.
    """
    return _load(str(weights), threads)


@lru_cache(maxsize=4)
def _load(weights: str, threads: int) -> Language:
    nlp = spacy.blank("en")
    tune_tokenizer(nlp)
    nlp.tokenizer = SafeTokenizer(nlp)
    nlp.max_length = 1 << 40  # windows and blocks keep memory and time linear: no text is too long
    nlp.add_pipe("sayso_reader", config={"weights": weights, "threads": threads})
    return nlp


@Language.factory("sayso_reader", default_config={"weights": str(WEIGHTS), "threads": 1})
def make_component(nlp: Language, name: str, weights: str, threads: int) -> ReadingComponent:  # noqa: ARG001
    """spaCy's way to make the component."""
    return ReadingComponent(nlp, Reader(Path(weights), threads=threads), _networks(Path(weights)))


def _networks(weights: Path) -> dict[str, Network]:
    """The networks over pairs of words that the folder has."""
    found = ((name, load_network(weights, name)) for name in COLUMNS)
    return {name: network for name, network in found if network is not None}


class ReadingComponent:
    """Puts what the reader finds on documents; reads many short documents together."""

    def __init__(self, nlp: Language, reader: Reader, networks: Mapping[str, Network] | None = None) -> None:
        self.reader = reader
        self._writer = _Writer(nlp, reader.labels, networks or {})

    def __call__(self, doc: Doc) -> Doc:
        """Read one document."""
        return next(self.pipe([doc]))

    def pipe(self, stream: Iterable[Doc], batch_size: int = 64) -> Iterator[Doc]:
        """Read documents in groups of about `WORDS_AT_ONCE` tokens, at most `batch_size` of them."""
        group: list[Doc] = []
        size = 0
        for doc in stream:
            group.append(doc)
            size += len(doc)
            if size >= WORDS_AT_ONCE or len(group) >= batch_size:
                yield from self._read(group)
                group, size = [], 0
        yield from self._read(group)

    def _read(self, docs: list[Doc]) -> list[Doc]:
        found = [words_of(doc) for doc in docs]
        labels = self.reader.labels
        for doc, (words, tokens), read in zip(
            docs, found, self.reader.read([words for words, _ in found]), strict=True
        ):
            mend_read(words.forms, read, labels)
            self._writer.write(doc, tokens, read)
        return docs


def words_of(doc: Doc) -> tuple[Words, Ints]:
    """The words of a document, and the index of each one's token. White-space tokens are no words.

    A dateline ("OSLO, May 3 (…) —") is no part of the first sentence.
    """
    values = doc.to_array(["IS_SPACE", "SPACY"]).reshape(-1, 2)
    is_space = values[:, 0] != 0
    tokens = np.flatnonzero(~is_space)
    gaps = np.where(np.append(0, values[:-1, 1])[: len(values)] != 0, _SPACE, _NONE)
    for i in np.flatnonzero(is_space[:-1]) if len(values) else ():
        gaps[i + 1] = gap_of(doc[int(i)].text_with_ws)
    forms = [doc[int(i)].text for i in tokens]
    gaps = gaps[tokens].astype(np.int8)
    gaps[:1] = _BEGIN
    body = first_behind(doc)
    return Words(forms, gaps, -1 if body is None else int(np.searchsorted(tokens, body))), tokens


class _Writer:
    """Writes readings onto documents of one vocabulary."""

    def __init__(self, nlp: Language, labels: dict[str, Any], networks: Mapping[str, Network]) -> None:
        self._networks = networks
        strings = nlp.vocab.strings
        self._vocab = nlp.vocab
        self._labels = labels
        self._upos = np.array([strings[name] for name in labels["upos"]], np.uint64)
        self._xpos = np.array([strings.add(name) for name in labels["xpos"]], np.uint64)
        self._deprels = np.array(
            [strings.add("ROOT" if name == "root" else name) for name in labels["deprels"]], np.uint64
        )
        self._space = (strings["SPACE"], strings.add("_SP"), strings.add("dep"))
        self._forms: dict[tuple[int, int, int], tuple[int, int]] = {}

    def write(self, doc: Doc, tokens: Ints, read: ReadWords) -> None:
        """All layers; `tokens[i]` is the token of word i."""
        if len(doc):
            rows: Any = self._rows(doc, tokens, read)  # spaCy's stub knows no unsigned arrays
            doc.from_array(["POS", "TAG", "DEP", "HEAD", "LEMMA", "MORPH"], rows)
        names = _spans(doc, tokens, read.spans["names"], self._labels["names"])
        doc.set_ents(names)
        for role in _ROLES:
            _add_group(doc, role, _spans(doc, tokens, read.spans[role], [role]))
        _add_group(doc, "trigger", _spans(doc, tokens, read.spans["trigger"], ["trigger"]))
        for head in ("nominal", "incident"):
            _add_group(doc, head, _spans(doc, tokens, read.spans[head], self._labels[head]))
        doc.user_data["certainty"] = _spread(read.certainty, tokens, len(doc))
        more = {name: _spread(values, tokens, len(doc)) for name, values in read.more.items()}
        doc.user_data.update({name: more[name] for name in OF_SENTENCE if name in more})
        for name, network in self._networks.items():
            if set(COLUMNS[name]) <= set(more):
                doc.user_data[name] = Pairs(network, *(more[column] for column in COLUMNS[name]))
        doc.user_data["antecedent"] = _antecedents(read.antecedents, tokens, len(doc))
        doc.user_data["attributions"] = [
            {role: [_tokens(tokens, first, end) for first, end in getattr(a, role)] for role in _ROLES}
            | {"score": round(a.score, 4)}
            for a in read.attributions
        ]

    def _rows(self, doc: Doc, tokens: Ints, read: ReadWords) -> NDArray[np.uint64]:
        """Attributes (tokens, POS TAG DEP HEAD LEMMA MORPH) as spaCy stores them; heads are relative."""
        rows = np.zeros((len(doc), 6), np.uint64)
        orths = doc.to_array(["ORTH"])
        rows[:, :3], rows[:, 4] = self._space, orths
        heads = _heads_of_spaces(tokens, len(doc))
        if len(tokens):
            heads[tokens] = tokens[read.heads]
            rows[tokens, 0] = self._upos[read.upos]
            rows[tokens, 1] = self._xpos[read.xpos]
            rows[tokens, 2] = self._deprels[read.deprels]
            keys = zip(orths[tokens].tolist(), read.upos.tolist(), read.xpos.tolist(), strict=True)
            rows[tokens, 4:] = np.array([self._form(key) for key in keys], np.uint64)
        rows[:, 3] = (heads - np.arange(len(doc))).astype(np.uint64)
        return rows

    def _form(self, key: tuple[int, int, int]) -> tuple[int, int]:
        """Lemma and features (hashes) of a form with its tags (indices)."""
        found = self._forms.get(key)
        if found is None:
            word, part, tag = self._vocab.strings[key[0]], self._labels["upos"][key[1]], self._labels["xpos"][key[2]]
            if len(self._forms) > 200_000:
                self._forms.clear()
            lemma = self._vocab.strings.add(lemma_of(word, part, tag))
            found = self._forms[key] = (lemma, self._vocab.morphology.add(features_of(word, tag)))
        return found


def _heads_of_spaces(tokens: Ints, count: int) -> Ints:
    """White space belongs to the word before it, leading white space to the first word."""
    if not len(tokens):
        return np.zeros(count, np.int64)
    before: Ints = np.searchsorted(tokens, np.arange(count), side="right") - 1
    heads: Ints = tokens[np.maximum(before, 0)]
    return heads


def _tokens(tokens: Ints, first: int, end: int) -> tuple[int, int]:
    return int(tokens[first]), int(tokens[end - 1]) + 1


def _spans(doc: Doc, tokens: Ints, spans: Spans, labels: list[str]) -> list[Span]:
    rows = zip(spans.first.tolist(), spans.end.tolist(), spans.kind.tolist(), strict=True)
    return [Span(doc, *_tokens(tokens, first, end), label=labels[kind]) for first, end, kind in rows]


def _add_group(doc: Doc, name: str, spans: list[Span]) -> None:
    doc.spans[name] = SpanGroup(doc, name=name, spans=spans)


def _spread(values: NDArray[np.float32], tokens: Ints, count: int) -> NDArray[np.float32]:
    """Values of words as values of tokens; 0 for white space."""
    spread = np.zeros((count, *values.shape[1:]), np.float32)
    spread[tokens] = values
    return spread


def _antecedents(found: Ints, tokens: Ints, count: int) -> Ints:
    """Antecedents of words as antecedents of tokens."""
    spread = np.full(count, -1, np.int64)
    known = np.flatnonzero(found >= 0)
    spread[tokens[known]] = tokens[found[known]]
    return spread
