"""Which words of a report name places: the language model's labels, joined with names that the gazetteer knows.

The model's labels decide most of it. The gazetteer mends them where it knows better: "United States" that was cut in
two, a country that was taken for an organization, the town in "Kherson City Council" (a toponym inside another name is
one too), a name that is a place elsewhere in the report. Which pairs of label and gazetteer entry are trusted was
read off LGL and GeoVirus (docs/places.md); the lists of words are in `codebook/place_words.toml`.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from sayso.digest._places.place_lists import LISTS
from sayso.digest._places.place_words import LEVEL_WORDS, parse_name
from sayso.digest.gazetteer import Gazetteer, fold
from sayso.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.tokens import Span as Ent

#: Longest name in tokens.
LONGEST = 6
#: How well known the places of a name are: nothing, a village, a small town, a town, a region or city, a country.
UNKNOWN, VILLAGE, SMALL, TOWN, LARGE, COUNTRY = range(6)
_TOWN_SIZES = ((100_000, LARGE), (15_000, TOWN), (2_000, SMALL), (0, VILLAGE))


def is_settled(name: Ent) -> bool:
    """Whether the noun beside a name says that it is a town or region."""
    beside = [c for c in name.root.rights if c.dep_ == "appos" and c.i >= name.end]
    if name.root.dep_ == "nmod" and [c.lower_ for c in name.root.lefts if c.dep_ == "case"] == ["of"]:
        beside.append(name.root.head)
    return any(noun.pos_ == "NOUN" and noun.lemma_ in LISTS.settled for noun in beside)


@dataclass(frozen=True, slots=True)
class Match:
    """Tokens [start, end) that the gazetteer knows as a name, and how well known its places are."""

    start: int
    end: int
    grade: int
    #: a site or sea rather than a country, region or town
    site: bool


def find_toponyms(doc: Doc, gazetteer: Gazetteer) -> list[tuple[Span, bool]]:
    """Spans (code points, in text order, apart from one another, without a leading "the") and whether each names a
    facility.
    """
    finder = _Finder(doc, gazetteer)
    finder.known |= {fold(finder.text(match.start, match.end)) for match in finder.matches if finder.accepts(match)}
    chosen = [(match.start, match.end, False) for match in finder.matches if finder.accepts(match)]
    taken = bytearray(len(doc))
    for start, end, _ in chosen:
        taken[start:end] = b"\1" * (end - start)
    for ent in doc.ents:
        if not any(taken[ent.start : ent.end]) and finder.accepts_unmatched(ent):
            chosen.append((ent.start, ent.end, ent.label_ == "facility"))
    bare = [(i + (finder.lower(i) == "the" and j > i + 1), j, facility) for i, j, facility in chosen]
    spans = [((finder.starts[i], finder.starts[i] + len(finder.text(i, j))), facility) for i, j, facility in bare]
    return sorted(spans)


def grade_of(name: str, gazetteer: Gazetteer) -> tuple[int, bool]:
    """How well known the places of a name are (see `UNKNOWN` …), and whether it is a site or sea."""
    best, site = UNKNOWN, False
    for entry in gazetteer.lookup(name):
        if not entry.by_own_name:
            best = max(best, VILLAGE)
        elif entry.feature == "country":
            best = COUNTRY
        elif entry.feature in ("admin1", "admin2"):
            best = max(best, LARGE)
        elif entry.feature in ("region", "point"):
            site = True
            best = max(best, LARGE)
        else:
            best = max(best, next(grade for size, grade in _TOWN_SIZES if entry.population >= size))
    return best, site and best < COUNTRY


class _Finder:
    """One report's tokens, labels and gazetteer matches."""

    def __init__(self, doc: Doc, gazetteer: Gazetteer) -> None:
        self.doc = doc
        self.gazetteer = gazetteer
        self.source = doc.text
        self.words = [token.text for token in doc]
        self.starts = [token.idx for token in doc]
        self.ent_of: list[Ent | None] = [None] * len(doc)
        for ent in doc.ents:
            self.ent_of[ent.start : ent.end] = [ent] * (ent.end - ent.start)
        self.matches = self._matches()
        self.known = self._known_here()
        people = (ent for ent in doc.ents if ent.label_ == "person" and len(ent) > 1)
        self.surnames = frozenset(fold(ent[-1].text) for ent in people)

    def text(self, start: int, end: int) -> str:
        return self.source[self.starts[start] : self.starts[end - 1] + len(self.words[end - 1])]

    def lower(self, index: int) -> str:
        """The word at an index in lower case; nothing outside the report."""
        return self.words[index].lower() if 0 <= index < len(self.words) else ""

    def _matches(self) -> list[Match]:
        """The longest names from the left that the gazetteer knows, written with capitals."""
        found: list[Match] = []
        index = 0
        while index < len(self.words):
            match = self._match_at(index) if self._is_capital(index) else None
            if match:
                found.append(match)
            index = match.end if match else index + 1
        return found

    def _is_capital(self, index: int) -> bool:
        return self.words[index][0].isupper() and not (self.words[index] == "US" and self.doc[index].tag_ == "PRP")

    def _match_at(self, start: int) -> Match | None:
        for end in range(min(start + LONGEST, len(self.words)), start, -1):
            if not self._is_capital(end - 1):
                continue
            name = self.text(start, end)
            if "\n" in name or "$" in name or fold(name) in LISTS.never or self._is_people(name):
                continue
            grade, site = grade_of(name, self.gazetteer)
            if self.lower(start) == "the" and end > start + 1:
                without, _ = grade_of(self.text(start + 1, end), self.gazetteer)
                if without >= grade:
                    return None  # "The Philippines", but "The Hague"
            if grade > UNKNOWN and (grade > VILLAGE or end - start == 1 or self._in_place(start, end)):
                return Match(start, end, grade, site)
        return None

    def _is_people(self, name: str) -> bool:
        return bool(self.gazetteer.nationality(name)) and self.gazetteer.country_of(name) is None

    def _in_place(self, start: int, end: int) -> bool:
        return all(ent is not None and ent.label_ in ("place", "facility") for ent in self.ent_of[start:end])

    def _known_here(self) -> frozenset[str]:
        """Folded names that the model labels as places at some mention, and more often than as persons."""
        votes: dict[str, int] = {}
        for match in self.matches:
            ent = self.ent_of[match.start]
            if ent is not None and (ent.start, ent.end) == (match.start, match.end):
                vote = {"place": 1, "facility": 1, "person": -1}.get(ent.label_, 0)
                name = fold(self.text(match.start, match.end))
                votes[name] = votes.get(name, 0) + vote
        return frozenset(name for name, count in votes.items() if count > 0)

    # ---- decisions

    def accepts(self, match: Match) -> bool:
        """Whether a name that the gazetteer knows is a toponym here."""
        name = self.text(match.start, match.end)
        if self._is_abbreviation(name, match) and not self._after_comma(match.start):
            return False
        ents = {id(ent): ent for ent in self.ent_of[match.start : match.end] if ent is not None}
        if not ents:
            return self._accepts_bare(match, name)
        first = next(iter(ents.values()))
        if len(ents) > 1 or first.start > match.start or first.end < match.end:
            return self._accepts_across(match, list(ents.values()))
        if (first.start, first.end) == (match.start, match.end):
            return self._accepts_whole(match, first.label_, name)
        return self._accepts_inside(match, first, name)

    def _is_abbreviation(self, name: str, match: Match) -> bool:
        """ "PA", "OK", "Wash": short for a region, and a word of its own."""
        return match.grade < COUNTRY and (len(name) == 2 or fold(name) in LISTS.abbreviations)

    def _after_comma(self, index: int) -> bool:
        return index > 1 and self.words[index - 1] in (",", "(") and self._is_capital(index - 2)

    def _accepts_bare(self, match: Match, name: str) -> bool:
        if fold(name) in self.known:
            return match.grade >= SMALL or match.end - match.start > 1
        return match.grade == COUNTRY and (len(name) > 3 or name.isupper())

    def _accepts_across(self, match: Match, ents: list[Ent]) -> bool:
        """The match covers or cuts the model's names: a name that was cut in two, or one that goes on."""
        labels = {ent.label_ for ent in ents}
        if labels <= {"place", "facility", "nationality"}:
            return match.grade >= (SMALL if "place" in labels or "facility" in labels else LARGE)
        return match.grade == COUNTRY and match.end - match.start > 1

    def _accepts_whole(self, match: Match, label: str, name: str) -> bool:
        """The model sees the same name: by its label."""
        if LISTS.is_plain(name):
            return False
        folded = fold(name)
        placed = self._after_preposition(match.start)
        surname = folded in self.surnames and not placed
        if label in ("place", "facility"):
            return match.grade >= LARGE or not surname
        if label in ("nationality", "organization"):
            known = (match.grade >= LARGE and not surname) or folded in self.known or (placed and match.grade >= SMALL)
            return known and not match.site
        if label == "person":
            inside = self.lower(match.start - 1) == "in" and match.grade >= TOWN
            here = folded in self.known or inside or (placed and match.grade >= LARGE)
            return (here and folded not in self.surnames) or match.grade == COUNTRY
        return match.grade == COUNTRY or (label == "weapon" and match.grade >= LARGE and not match.site)

    def _accepts_inside(self, match: Match, ent: Ent, name: str) -> bool:
        """The match is a part of a longer name: "Kherson City Council", "University of Cincinnati"."""
        if LISTS.is_plain(name):
            return False
        here = fold(name) in self.known
        known = match.grade >= LARGE and not match.site
        after_of = self.lower(match.start - 1) in ("of", "for", "in", "at")
        opens = match.start == ent.start or (match.start == ent.start + 1 and self.lower(ent.start) == "the")
        if ent.label_ in ("place", "facility"):
            enough = known or here or (opens and match.grade >= TOWN)
            return enough and not LISTS.is_plain(ent.text) and not self.accepts_unmatched(ent)
        if ent.label_ == "organization":
            return (opens and (known or here)) or (after_of and known)
        if ent.label_ == "person":
            return known and ((opens and self.lower(match.end) in LISTS.offices) or after_of)
        return False

    @cached_property
    def placed(self) -> frozenset[str]:
        """Folded names that the model labels as places and that stand somewhere as such do: "in [Name]", "[Name], a
        village".
        """
        named = (ent for ent in self.doc.ents if ent.label_ == "place")
        return frozenset(fold(e.text) for e in named if self._after_preposition(e.start) or is_settled(e))

    def _after_preposition(self, index: int) -> bool:
        return self.lower(index - 1) in LISTS.prepositions

    def accepts_unmatched(self, ent: Ent) -> bool:
        """Whether a name that only the model knows is a toponym."""
        name = ent.text
        if ent.label_ not in ("place", "facility") or LISTS.is_plain(name) or self._is_people(name):
            return False
        if not name[0].isupper() or any(letter in "@$/" or letter.isdigit() for letter in name):
            return False
        if ent.label_ == "place":
            return len(ent) > 1 or fold(name) in self.placed
        last = fold(ent[-1].text)
        if last in LEVEL_WORDS or last in LISTS.ways:
            return True
        return parse_name(name, "", "", self.gazetteer, facility=True) is not None
