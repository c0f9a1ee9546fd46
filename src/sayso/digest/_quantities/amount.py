"""One written number with its unit: "$5m", "155 miles per hour", "-0.6 %", "15-year-old"."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.digest._lexer import Word
from sayso.digest._numbers import HYPHENS
from sayso.digest._quantities.words import QuantityWords

DOZENS = {"dozen": 12, "score": 20}


@dataclass(slots=True)
class Amount:
    """One written number with its unit: words [first, last)."""

    first: int
    last: int
    value: float
    unit: str | None


class Amounts:
    """Reads the numbers of one text."""

    def __init__(self, words: list[Word], tables: QuantityWords) -> None:
        self._words = words
        self._tables = tables

    def at(self, at: int) -> Amount | None:
        """The number at `at` with its unit on either side."""
        words, tables = self._words, self._tables
        value = words[at].value
        if value is None or value == float("inf"):
            return None
        first, last, unit = at, at + 1, None
        if self._negative(at):
            first, value = at - 1 - (words[at - 1].raw in HYPHENS and words[at - 2].lower == "minus"), -value
        if last < len(words) and words[last].lower in DOZENS:
            value *= DOZENS[words[last].lower]
            last += 1
        sign = tables.unit_before.up_to(words, first)
        if sign is not None:
            first, unit = first - sign[0], sign[1]
        if self._million(last, unit):
            value, last = value * 1e6, last + 1
        after, worded = self.unit_after(last)
        if worded is not None and (unit is None or worded == "$"):
            if worded in tables.calibre_units and self._weapon(after):
                return None
            if worded in self._tables.time_units and words[last].raw in HYPHENS:
                return None
            last, unit = after, unit or worded
        last, unit = self._per(last, unit)
        if unit is None and self._aged(first):
            unit = "year of age"
        return Amount(first, last, value, unit)

    def _aged(self, at: int) -> bool:
        """ "aged 84", "at the age of 84"."""
        before = [word.lower for word in self._words[max(0, at - 2) : at]]
        return before[-1:] == ["aged"] or before == ["age", "of"]

    def _million(self, at: int, unit: str | None) -> bool:
        """ "$5m", "3m people": a small m behind the number that is no metre."""
        words = self._words
        if at >= len(words) or words[at].raw != "m" or words[at].start != words[at - 1].end:
            return False
        following = words[at + 1] if at + 1 < len(words) else None
        if following is not None and following.start == words[at].end and following.kind == "number":
            return False
        return unit is not None or (following is not None and self._plural_noun(following))

    def _plural_noun(self, word: Word) -> bool:
        lower = word.lower
        return lower in self._tables.plurals or (
            lower.endswith("s") and not lower.endswith("ss") and lower not in self._tables.stops
        )

    def _negative(self, at: int) -> bool:
        """ "-0.6 %", "$-50.8bn": a minus that hangs on the number alone."""
        words = self._words
        if at and words[at - 1].lower == "minus":
            return True
        if at == 0 or words[at - 1].raw not in ("-", "−") or words[at - 1].end != words[at].start:
            return False
        if at > 1 and words[at - 2].lower == "minus":
            return True
        if at == 1:
            return True
        before = words[at - 2]
        return before.raw == "$" or (before.end < words[at - 1].start and before.kind != "number")

    def unit_after(self, at: int) -> tuple[int, str | None]:
        """Where the unit that begins at `at` ends, and the unit; "12-foot", "12 feet", "12ft", "5-year-old"."""
        words, tables = self._words, self._tables
        hyphen = at < len(words) and words[at].raw in HYPHENS and words[at].start == words[at - 1].end
        start = at + hyphen
        found = tables.unit_after.from_here(words, start)
        if found is None:
            return at, None
        size, unit = found
        letter = len(words[start].raw) == 1 and words[start].raw.isalpha()
        if letter and (words[start].start != words[start - 1].end or hyphen or words[start].raw.isupper()):
            return at, None
        end = start + size
        if (
            unit in ("year", "month")
            and end + 1 < len(words)
            and words[end].raw in HYPHENS
            and words[end + 1].lower.startswith("old")
        ):
            return end + 2, f"{unit} of age"
        return end, str(unit)

    def _weapon(self, at: int) -> bool:
        """Whether a weapon's noun follows a calibre: "155 mm howitzers"."""
        words = self._words
        while at < len(words) and words[at].raw in HYPHENS:
            at += 1
        return at < len(words) and words[at].lower in self._tables.calibre_before

    def _per(self, at: int, unit: str | None) -> tuple[int, str | None]:
        """ "miles per hour", "$3,500 a month"."""
        words, tables = self._words, self._tables
        if unit is None or at >= len(words) or words[at].lower not in tables.per_words:
            return at, unit
        found = tables.per_units.from_here(words, at + 1)
        return (at, unit) if found is None else (at + 1 + found[0], f"{unit} per {found[1]}")
