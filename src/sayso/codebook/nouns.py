"""Common nouns that name people, groups, bodies and things: kind of entity and PLOVER sector (`nouns.toml`)."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from sayso.errors import CodebookError
from sayso.model import EntityKind

PATH = Path(__file__).parent / "nouns.toml"
NO_SECTOR = "NONE"
#: Kinds of nouns for people, alone or together.
HUMAN = frozenset({"person", "group", "organization"})
#: Tables that are one list of words each.
WORD_LISTS = (
    "general",
    "relational",
    "national",
    "counting",
    "units",
    "no_names",
    "no_peoples",
    "peoples",
    "kin",
    "sent",
)


@dataclass(frozen=True, slots=True)
class Noun:
    """What a noun names in the singular and in the plural; `sector` is PLOVER's, or None."""

    kind: EntityKind
    plural: EntityKind
    sector: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Nouns:
    """The tables of `nouns.toml`, by lower-case lemma."""

    nouns: dict[str, Noun]
    #: words before a name that are no nouns of the first table (Gen., Mr.), with their sector
    titles: dict[str, str | None]
    #: for "the group", "the city": what kind of name such a noun may refer back to
    generic: dict[str, frozenset[str]]
    genders: dict[str, str]
    #: nouns that often name no such thing: they count only where something else speaks for it
    weak: frozenset[str]
    #: sector by the word that stands beside a general noun ("military officials")
    modifiers: dict[str, str]
    general: frozenset[str]
    relational: frozenset[str]
    national: frozenset[str]
    counting: frozenset[str]
    units: frozenset[str]
    no_names: frozenset[str]
    no_peoples: frozenset[str]
    peoples: frozenset[str]
    kin: frozenset[str]
    #: those who are sent to somebody and are not of those
    sent: frozenset[str]
    #: words that may lead, and words that end a phrase with capitals that is no name
    phrase_leads: frozenset[str]
    phrase_ends: frozenset[str]

    def find(self, *forms: str) -> Noun | None:
        """The entry of the first form that has one (word, then lemma: "forces" are people, a "force" is a body).

        Of a compound with a hyphen, that of its last part ("ex-president").
        """
        words = [form.casefold() for form in forms]
        tails = [word.rpartition("-")[2] for word in words]
        return next((self.nouns[word] for word in words + tails if word in self.nouns), None)

    def is_built(self, word: str) -> bool:
        """True for nouns for what people have built, singular or plural: "hospital", "bridges"."""
        noun = self.find(word, word.removesuffix("s"))
        return noun is not None and noun.kind == "facility"

    def is_title(self, word: str) -> bool:
        """True for ranks, offices, occupations and styles: what may stand before a person's name."""
        bare = word.casefold().rstrip(".")
        noun = self.find(bare)
        return bare in self.titles or (noun is not None and noun.kind == "person")

    def is_general(self, *forms: str) -> bool:
        """True for nouns that anybody's people may be called by: "officials", "a spokesman"."""
        return any(form.casefold().rpartition("-")[2] in self.general for form in forms)

    def is_unit(self, *forms: str) -> bool:
        """True for nouns for military units: "brigade", "forces"."""
        return any(form.casefold() in self.units for form in forms)

    def gender(self, word: str) -> str:
        """`female`, `male` or "" where the word does not tell."""
        return self.genders.get(word.casefold().rstrip("."), "")


def _load(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise CodebookError(f"noun table {path}: {error}") from error


@lru_cache(maxsize=1)
def load_nouns() -> Nouns:
    """The shipped table; read once, never changed."""
    table = _load(PATH)
    nouns: dict[str, Noun] = {}
    things: tuple[EntityKind, ...] = ("weapon", "vehicle", "facility", "place")
    for thing in things:
        nouns |= {word: Noun(thing, thing, None) for word in table["things"][thing].split()}
    humans: tuple[tuple[str, EntityKind, EntityKind], ...] = (
        ("bodies", "organization", "organization"),
        ("masses", "group", "group"),
        ("people", "person", "group"),
    )
    for name, kind, plural in humans:
        for sector, words in table[name].items():
            found = Noun(kind, plural, None if sector == NO_SECTOR else sector)
            nouns |= {word: found for word in words.split() if word not in nouns}
    return Nouns(
        nouns=nouns,
        titles={w: None if s == NO_SECTOR else s for s, words in table["titles"].items() for w in words.split()},
        generic={name: frozenset(words.split()) for name, words in table["generic"].items()},
        weak=frozenset(table["weak"]["nouns"].split()),
        modifiers={word: sector for sector, words in table["modifiers"].items() for word in words.split()},
        **{name: frozenset(table[name]["nouns"].split()) for name in WORD_LISTS},
        phrase_leads=frozenset(table["phrases"]["leads"].split()),
        phrase_ends=frozenset(table["phrases"]["ends"].split()),
        genders={word: gender for gender, words in table["gender"].items() for word in words.split()},
    )


def checks() -> list[dict[str, str]]:
    """The examples of the table: `words` whose head noun must be read as `kind` (and `sector`), "" for not at all."""
    found: list[dict[str, str]] = _load(PATH)["check"]
    return found
