"""The cue tables: attribution, certainty, outlooks, likelihood and kinds of sources, read from the TOML files beside
this one.

Each entry carries sentences that it must and must not match; `tests/codebook/test_cues.py` runs them all. The terms
are those of the field: PARC and PolNeAR for attribution (Newell, Margolin and Ruths 2018), FactBank for certainty
(Saurí and Pustejovsky 2009), implicative signatures after Karttunen (1971), ICD-203 for likelihood.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Literal, TypeVar

import msgspec

from sayso.errors import CodebookError
from sayso.model import Act, Degree, Polarity

FOLDER = Path(__file__).parent
Phrase = tuple[str, ...]
Where = Literal["aux", "adverb", "govern", "object", "noun", "mark", "subject", "copula", "modifier"]
OutlookWhere = Literal["raise", "control", "modal", "adverb", "noun", "modifier", "verb"]
OutlookKind = Literal["expectation", "forecast", "warning", "plan", "intention", "threat", "hope", "fear"]


class Entry(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One entry of a table, with its examples; the cue stands in [brackets] in those that must match."""

    name: str
    match: tuple[str, ...]
    miss: tuple[str, ...]


class AttributionCue(Entry, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Cues that perform one act; the fields are explained at the top of `attribution.toml`."""

    act: Act
    stance: Literal["for", "against", ""]
    verbs: tuple[str, ...]
    frames: tuple[str, ...]
    hearer: tuple[str, ...]
    nouns: tuple[str, ...]
    after: tuple[str, ...]
    not_objects: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()


class CertaintyCue(Entry, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Cues that limit degree or turn polarity; the fields are explained at the top of `certainty.toml`."""

    where: Where
    degree: Degree
    lemmas: tuple[str, ...]
    signature: str = ""
    polarity: Polarity = "positive"
    epistemic: bool = False
    hearsay: bool = False


class OutlookCue(Entry, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Cues of one kind of outlook; the fields are explained at the top of `outlook.toml`."""

    kind: OutlookKind
    where: OutlookWhere
    lemmas: tuple[str, ...]
    frames: tuple[str, ...] = ()


class LikelihoodTerm(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A phrase with the range of probability that it stands for, 0–1; written by `training/likelihood.py`."""

    words: str
    low: float
    high: float
    scale: Literal["ICD-203", "cue-table"]
    after: str


EntryT = TypeVar("EntryT")


def _read(name: str) -> dict[str, object]:
    path = FOLDER / name
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise CodebookError(f"cue table {path}: {error}") from error


def _entries(name: str, kind: type[EntryT], key: str = "cue") -> tuple[EntryT, ...]:
    try:
        return msgspec.convert(_read(name)[key], tuple[kind, ...])  # type: ignore[valid-type]
    except (KeyError, msgspec.ValidationError) as error:
        raise CodebookError(f"cue table {FOLDER / name}: {error}") from error


def _word_sets(table: object) -> dict[str, frozenset[str]]:
    if not isinstance(table, dict):
        raise CodebookError(f"cue tables in {FOLDER}: expected a table of word lists")
    return {key: frozenset(value) for key, value in table.items() if isinstance(value, list)}


def _lists(table: object) -> dict[str, frozenset[str]]:
    """Each word of a table's lists with the names of the lists that it is in."""
    sets = _word_sets(table)
    return {word: frozenset(key for key in sets if word in sets[key]) for words in sets.values() for word in words}


class Cues:
    """All cue tables, indexed by first lemma."""

    def __init__(self) -> None:
        self.attribution = _entries("attribution.toml", AttributionCue)
        self.certainty = _entries("certainty.toml", CertaintyCue)
        self.outlook = _entries("outlook.toml", OutlookCue)
        terms = _entries("likelihood.toml", LikelihoodTerm, key="term")
        self.likelihood = {term.words: term for term in terms}
        self.source_kinds = _word_sets(_read("sources.toml"))
        self.deeds = _word_sets(_read("attribution.toml")["deeds"])["verbs"]
        self.plain = _lists(_read("attribution.toml")["plain"])
        self.own = _lists(_read("attribution.toml")["own"])
        self.adjectives = {word: cue for cue in self.attribution for word in cue.adjectives}
        self.parts = _word_sets(_read("attribution.toml")["parts"])
        self.scope = _word_sets(_read("certainty.toml")["words"])
        self.traps = _word_sets(_read("outlook.toml")["traps"])

    @cached_property
    def verbs(self) -> dict[str, tuple[tuple[Phrase, AttributionCue], ...]]:
        """Attribution verbs by first lemma, longest first."""
        return index((phrase, cue) for cue in self.attribution for phrase in cue.verbs)

    @cached_property
    def nouns(self) -> dict[str, tuple[tuple[Phrase, AttributionCue], ...]]:
        """Attribution nouns by lemma."""
        return index((phrase, cue) for cue in self.attribution for phrase in cue.nouns)

    @cached_property
    def degrees(self) -> dict[tuple[Where, str], tuple[tuple[Phrase, CertaintyCue], ...]]:
        """Certainty cues by where they stand and first lemma, longest first."""
        found: dict[tuple[Where, str], tuple[tuple[Phrase, CertaintyCue], ...]] = {}
        for where in {cue.where for cue in self.certainty}:
            table = index((phrase, cue) for cue in self.certainty if cue.where == where for phrase in cue.lemmas)
            found.update({(where, lemma): rows for lemma, rows in table.items()})
        return found

    @cached_property
    def outlooks(self) -> dict[tuple[OutlookWhere, str], tuple[tuple[Phrase, OutlookCue], ...]]:
        """Outlook cues by where they stand and first lemma, longest first."""
        found: dict[tuple[OutlookWhere, str], tuple[tuple[Phrase, OutlookCue], ...]] = {}
        for where in {cue.where for cue in self.outlook}:
            table = index((phrase, cue) for cue in self.outlook if cue.where == where for phrase in cue.lemmas)
            found.update({(where, lemma): rows for lemma, rows in table.items()})
        return found


def index(rows: Iterable[tuple[str, EntryT]]) -> dict[str, tuple[tuple[Phrase, EntryT], ...]]:
    """(phrase, entry) pairs by the first word of the phrase, longest phrase first."""
    table: dict[str, list[tuple[Phrase, EntryT]]] = {}
    for phrase, entry in rows:
        parts = tuple(phrase.split())
        table.setdefault(parts[0], []).append((parts, entry))
    return {key: tuple(sorted(found, key=lambda row: -len(row[0]))) for key, found in table.items()}


@lru_cache(maxsize=1)
def load_cues() -> Cues:
    """The shipped cue tables; read once, never changed."""
    return Cues()
