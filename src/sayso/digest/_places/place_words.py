"""Place names as they are written: "the Kursk region", "northern Mali", "Lake Chad", "Kharkiv's airport".

Takes the words that go with a name apart from the name that the gazetteer knows, and says what they tell of its kind.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

import simplemma

from sayso.digest._places.place_lists import LISTS
from sayso.digest.gazetteer import Entry, Gazetteer, fold

Level = Literal["region", "county", "country", "city", "water"]

#: Words after or before a name that say what kind of place it is.
_LEVEL_LISTS: dict[Level, str] = {
    "region": "region oblast province state governorate prefecture republic krai voivodeship canton department "
    "territory okrug district regions oblasts provinces states governorates districts",
    "county": "county parish borough raion rayon counties parishes boroughs",
    "city": "city town village township twp municipality hamlet suburb capital settlement",
    "water": "river lake sea bay gulf strait straits ocean canal",
}
LEVEL_WORDS: dict[str, Level] = {word: level for level, words in _LEVEL_LISTS.items() for word in words.split()}
_LEVELS = "|".join(sorted(LEVEL_WORDS, key=len, reverse=True))
#: "the Kursk region"; a plural is shared: "Donetsk and Luhansk regions".
_AFTER = re.compile(rf"(?:['’]s)?\s(?:[a-z]{{4,12}}\s)?({_LEVELS})\b", re.IGNORECASE)
#: "Kharkiv Governor …", "New York's attorney general": what an office is of tells the kind of place.
OFFICE_LEVELS: dict[str, Level] = {
    "governor": "region", "gov": "region", "attorney general": "region", "legislature": "region", "border": "region",
}  # fmt: skip
_OFFICE = re.compile(rf"(?:['’]s)?\s({'|'.join(OFFICE_LEVELS)}\.?)(?!\w)", re.IGNORECASE)
_SHARED = re.compile(
    r"(?:,\s|,?\sand\s)[A-Z][\w'’-]{2,20}(?:\s[A-Z][\w'’-]{2,20})?\s"
    r"(regions|oblasts|provinces|states|counties|districts)\b"
)
_BEFORE = re.compile(rf"\b({_LEVELS})\sof\s(?:the\s)?$", re.IGNORECASE)
_APPOSED = re.compile(r"\b(city|town|village|capital|province|region|state|district)\s$", re.IGNORECASE)
_SUFFIX = re.compile(rf"^(.{{2,60}}?)\s({_LEVELS})\.?$", re.IGNORECASE)
_PREFIX = re.compile(rf"^({_LEVELS})\sof\s(?:the\s)?(.{{2,60}})$", re.IGNORECASE)
_DIRECTION = re.compile(
    r"^(?:(?:north|south|east|west|northeast|northwest|southeast|southwest|north-east|north-west|south-east|south-west)"
    r"(?:ern)?|central|upper|lower|mid|greater|downtown|inner|outer|metro|metropolitan|rural|mainland|occupied|[nsew]\.)\s",
    re.IGNORECASE,
)
_THE = re.compile(r"^the\s", re.IGNORECASE)
_POSSESSIVE = re.compile(r"['’]s?$")
#: Words of a facility's name that are no part of the place it is named after.
_FACILITY_WORDS = re.compile(
    r"\b(international|airport|airfield|air\sbase|air\sforce\sbase|base|hospital|university|college|school|prison|camp|"
    r"refugee|port|station|stadium|bridge|dam|plant|nuclear|power|medical|center|centre|mosque|cathedral|church|palace|"
    r"museum|court|courthouse|checkpoint|crossing|border|barracks|square|street|avenue|park|market|district|hotel)\b",
    re.IGNORECASE,
)
#: An article of Arabic names: its hyphen joins no two names.
_ARTICLE = re.compile(r"\b(a[dlnrstz]|ash|e[lsz]|ul)-", re.IGNORECASE)
#: A city of so many inhabitants gives its name to what is round it: "[City]-Dade".
LARGE = 100_000
#: What stands before the town in a longer name.
_BEFORE_TOWNS = frozenset(("-", "of", "in", "at", "near", "for"))
#: A facility is within this distance of the middle of the town it is named after.
FACILITY_KM = 15.0


@dataclass(frozen=True, slots=True)
class Name:
    """A toponym's name and what the words with it say."""

    #: the part that the gazetteer knows
    base: str
    folded: str
    level: Level | None
    #: code points after the mention that belong to it (" region")
    tail: int = 0
    facility: bool = False

    def radius_of(self, entry: Entry) -> float | None:
        """A wider radius where the words mean something in or around the place; None keeps the place's own."""
        return max(entry.radius_km, FACILITY_KM) if self.facility else None


def parse_name(mention: str, after: str, before: str, gazetteer: Gazetteer, *, facility: bool) -> Name | None:
    """The name of a mention; None where the gazetteer knows no part of it that the mention could mean."""
    name = _POSSESSIVE.sub("", _THE.sub("", " ".join(mention.split())))
    level, tail = _level_beside(after, before)
    if gazetteer.lookup(name):
        return Name(name, fold(name), level, tail)
    for base, kind in _shorter(name):
        entries = () if LISTS.is_plain(base) else gazetteer.lookup(base)
        if kind == "water" and all(entry.feature == "city" for entry in entries):
            return None  # towns that are called as a river is say nothing of where it flows
        if entries:
            return Name(base, fold(base), kind or level, tail)
    joined = facility or "-" in _ARTICLE.sub("", name) or _FACILITY_WORDS.search(name) is not None
    inner = _place_in(name, gazetteer, anywhere=joined) if joined or " " in name else None
    return Name(inner, fold(inner), "city", tail, facility=True) if inner else None


def _level_beside(after: str, before: str) -> tuple[Level | None, int]:
    """What the words around a name say of its kind, and how many code points after it belong to it."""
    found = _AFTER.match(after)
    if found:
        return LEVEL_WORDS[found[1].casefold()], found.end()
    office = _OFFICE.match(after)
    if office:
        return OFFICE_LEVELS[office[1].casefold().removesuffix(".")], 0
    shared = _SHARED.match(after)
    if shared:
        return LEVEL_WORDS[shared[1].casefold()], 0
    found = _BEFORE.search(before) or _APPOSED.search(before)
    return (LEVEL_WORDS[found[1].casefold()], 0) if found else (None, 0)


def _shorter(name: str) -> list[tuple[str, Level | None]]:
    """The name without words of kind and direction, longest first."""
    forms: list[tuple[str, Level | None]] = []
    if found := _SUFFIX.match(name):
        forms.append((found[1], LEVEL_WORDS[found[2].casefold()]))
    if found := _PREFIX.match(name):
        forms.append((found[2], LEVEL_WORDS[found[1].casefold()]))
    without = _DIRECTION.sub("", name)
    if without != name:
        forms.append((without, None))
        forms.extend(_shorter(without))
    return forms


def _place_in(name: str, gazetteer: Gazetteer, *, anywhere: bool) -> str | None:
    """The place that a facility is named after: the longest run of its words that is a town ("Kharkiv airport").

    It stands first, after a preposition ("Museum of Kharkiv") or after a hyphen ("Kyiv-Kharkiv highway"). Not
    `anywhere`: only first, as in "Orange Valley"; "Oak Orange" is a place of its own, and so is one whose other words
    are words of another language: a village may begin with the name of a town far away.
    """
    if not _FACILITY_WORDS.search(name) and not _is_made_of_words(name, gazetteer):
        return None
    words = _FACILITY_WORDS.sub(" ", _ARTICLE.sub(r"\1 ", name).replace("-", " - ")).split()[:12]
    starts = [0, *(i + 1 for i, word in enumerate(words) if word.lower() in _BEFORE_TOWNS)] if anywhere else [0]
    for length in range(len(words), 0, -1):
        for start in starts:
            base = " ".join(words[start : start + length])
            if start + length <= len(words) and _names_a_town(base, gazetteer):
                return base
    return None


def _is_made_of_words(name: str, gazetteer: Gazetteer) -> bool:
    """ "Valley" of "Orange Valley", "Kyiv" of "Kharkiv-Kyiv": whether what stands behind the first word is English, or
    the other of two towns.
    """
    first, *behind = name.split()
    parts = first.split("-")
    large = any(e.by_own_name and e.population > LARGE for e in gazetteer.lookup(parts[0]))
    towns = len(parts) == 1 or large or all(_names_a_town(word, gazetteer) for word in parts)
    return towns and all(
        not word[:1].isupper() or simplemma.is_known(word.lower(), lang="en") or word.endswith(".") for word in behind
    )


def _names_a_town(base: str, gazetteer: Gazetteer) -> bool:
    """Whether a part of a name is that of a town, rather than a word that some town far away is called by, too."""
    if not base[:1].isupper() or len(fold(base)) < 3 or LISTS.is_plain(base):
        return False
    a_word = simplemma.is_known(base.lower(), lang="en")
    return any(e.population > (5_000 if e.by_own_name and not a_word else 100_000) for e in gazetteer.lookup(base))
