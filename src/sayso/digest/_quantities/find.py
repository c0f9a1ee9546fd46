"""Numbers with their bounds and units: one walk over the words, a bounded look to both sides of every number."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, replace

from sayso.digest._lexer import Word
from sayso.digest._numbers import HYPHENS
from sayso.digest._quantities.amount import Amount, Amounts
from sayso.digest._quantities.names import Namers
from sayso.digest._quantities.words import Cue, QuantityWords
from sayso.model import Bound, Span

#: What joins two numbers to a range, beside "between … and".
JOINTS = frozenset(("-", "–", "—", "‐", "‑", "to"))
PARTS = {
    "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fourth": 4, "fourths": 4, "fifth": 5, "fifths": 5,
    "sixth": 6, "sixths": 6, "eighth": 8, "eighths": 8, "tenth": 10, "tenths": 10,
}  # fmt: skip
SCALED = {
    "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "k": 1e3, "m": 1e6, "bn": 1e9,
}  # fmt: skip
#: Within so many words behind "nobody" it must stand that nobody was harmed.
HARMED_WITHIN = 6
#: Behind "scores" these tell that people are meant.
COUNTED = frozenset(("of", "more", "others", "die", "dead"))
FILLERS = frozenset(("the", "another", "a", "further", "additional", "of", "some", "its", "their", "us"))


@dataclass(slots=True)
class Found:
    """A number as found: words [first, last) of the list, its values and bound."""

    first: int
    last: int
    low: float | None
    high: float | None
    best: float | None
    bound: Bound
    strict: bool = False
    unit: str | None = None


class Finder:
    """Walks the words of one text."""

    def __init__(
        self, words: list[Word], tables: QuantityWords, closed: list[Span], opening: frozenset[int] = frozenset()
    ) -> None:
        self._words = words
        self._tables = tables
        self._amounts = Amounts(words, tables)
        self._namers = Namers(words, tables, self._amounts, closed, opening)

    def find(self) -> list[Found]:
        """All quantities in text order."""
        found: list[Found] = []
        at = 0
        while at < len(self._words):
            one = self._at(at)
            if one is None:
                at += 1
                continue
            floor = found[-1].last if found else 0
            one.first = max(one.first, floor)
            found.append(one)
            at = max(one.last, at + 1)
        return found

    def _at(self, at: int) -> Found | None:
        word = self._words[at]
        if self._namers.in_time(word):
            return None
        if word.kind == "word":
            return self._worded(at)
        if word.kind != "number":
            return None
        fraction = self._fraction(at)
        return self._bounded(fraction) if fraction is not None else self._numbered(at)

    def _numbered(self, at: int) -> Found | None:
        """A number that counts, alone or as the first of a range."""
        if self._words[at].ordinal or self._namers.named(at) or self._namers.score(at):
            return None
        amount = self._amounts.at(at)
        return None if amount is None else self._range(amount) or self._bounded(amount)

    def _worded(self, at: int) -> Found | None:
        """ "dozens", "half a dozen", "no casualties", "a third of"."""
        words, tables = self._words, self._tables
        multiple = tables.multiple.from_here(words, at)
        vague = tables.vague.from_here(words, at)
        if multiple is not None and (vague is None or multiple[0] >= vague[0]):
            return self._bounded(Amount(at, at + multiple[0], float(multiple[1]), None))
        if vague is not None:
            return self._vague(at, *vague)
        if words[at].lower in ("no", "nobody", "zero"):
            return self._none(at)
        if words[at].lower in ("none", "not"):
            return self._none_of(at)
        return self._part(at)

    def _vague(self, at: int, size: int, low: float) -> Found | None:
        words = self._words
        following = words[at + size].lower if at + size < len(words) else ""
        if self._in_duration_like(at + size) or (
            at and words[at - 1].lower in ("the", "these", "those") and following != "of"
        ):
            return None
        people = following in COUNTED | self._tables.none_one  # "scores wounded"
        if words[at].lower in ("scores", "score") and not people:
            return None
        last, unit = self._amounts.unit_after(at + size + (following == "of"))
        if unit is None:
            last = at + size
        return Found(at, last, float(low), None, None, "vague", unit=unit)

    def _in_duration_like(self, at: int) -> bool:
        """Whether a unit of time follows: "several days" is a time and counts nothing."""
        words = self._words
        if at < len(words) and words[at].lower in ("more", "of"):
            at += 1
        return at < len(words) and words[at].lower in self._tables.time_units

    def _none(self, at: int) -> Found | None:
        """ "no casualties", "nobody was killed"."""
        words, tables = self._words, self._tables
        if words[at].lower == "nobody" or (at + 1 < len(words) and words[at + 1].lower == "one"):
            first = at + 1 + (words[at].lower == "no")
            return Found(at, first, 0.0, 0.0, 0.0, "exact") if self._was_harmed(first) else None
        end = at + 1
        while end < len(words) and end - at < 5 and words[end].lower in tables.none_adjectives | tables.none_words:
            if words[end].lower in tables.none_words:
                return Found(at, at + 1, 0.0, 0.0, 0.0, "exact")
            end += 1
        return None

    def _none_of(self, at: int) -> Found | None:
        """ "None of the men was hurt", "not a single soldier was killed"."""
        words = self._words
        behind = [word.lower for word in words[at + 1 : at + 3]]
        size = 1 if words[at].lower == "none" and behind[:1] == ["of"] else 3 if behind == ["a", "single"] else 0
        return Found(at, at + size, 0.0, 0.0, 0.0, "exact") if size and self._was_harmed(at + size) else None

    def _was_harmed(self, at: int) -> bool:
        near = {word.lower for word in self._words[at : at + HARMED_WITHIN]}
        return bool(near & self._tables.none_one and near & {"was", "were", "been", "is", "died"})

    def _part(self, at: int) -> Found | None:
        """ "half of", "a quarter of"."""
        words = self._words
        if words[at].lower == "half" and at + 1 < len(words) and words[at + 1].lower in ("of", "the", "its", "their"):
            return self._bounded(Amount(at, at + 1, 0.5, None))
        if words[at].lower in ("a", "an") and at + 2 < len(words) and words[at + 2].lower == "of":
            below = PARTS.get(words[at + 1].lower)
            return self._bounded(Amount(at, at + 2, 1 / below, None)) if below else None
        return None

    def _fraction(self, at: int) -> Amount | None:
        """ "two-thirds", "one third", "one in five", "nine in ten"."""
        words = self._words
        spelled = words[at].raw.isalpha() and not words[at].ordinal
        if spelled and at + 3 < len(words) and words[at + 1].lower == "in":
            above, below = words[at].value or 0.0, self._share_of(at + 2, alike=words[at].raw.lower() != "one")
            return Amount(at, at + 3, above / below, None) if above < below else None
        last = at + 1
        if last < len(words) and words[last].raw in HYPHENS:
            last += 1
        if last >= len(words) or words[at].ordinal or words[last].lower not in PARTS:
            return None
        above, parts = words[at].value or 0.0, PARTS[words[last].lower]
        return Amount(at, last + 1, above / parts, None) if 0 < above < parts else None

    def _share_of(self, at: int, *, alike: bool) -> float:
        """The number of "in five"; 0 for "in five days" and, with `alike`, for digits beside a word."""
        words = self._words
        counts = words[at].kind == "number" and not words[at].ordinal and (words[at].raw.isalpha() or not alike)
        value = words[at].value or 0.0
        return value if counts and value <= 1000 and words[at + 1].lower not in self._tables.time_units else 0.0

    def _range(self, low: Amount) -> Found | None:
        """ "between 14 and 20", "14 to 20", "14-20", "from 14 to 20", "one or two"."""
        before = self._words[low.first - 1].lower if low.first else ""
        link, at = self._link(low.last, before)
        high = None if link is None else self._high(at)
        if link is None or high is None or not self._same_kind(low, high):
            return None
        scale = self._lent_scale(low, at)
        low_value = low.value * scale if low.value * scale < high.value else low.value
        if low_value >= high.value or (link == "or" and not _neighbours(low.value, high.value / scale)):
            return None
        if before == "from" or link == "to":
            first = low.first - (before == "from")
            if self._changing(first):
                return None
        first = low.first - (before in ("between", "from"))
        unit = "year of age" if before in ("aged", "ages", "age") else high.unit or low.unit
        return Found(first, high.last, low_value, high.value, None, "between", unit=unit)

    def _link(self, at: int, before: str) -> tuple[str | None, int]:
        """What joins the number that ends before `at` to another, and where that begins; None where nothing does."""
        words = self._words
        if at + 1 >= len(words):
            return None, at
        link = words[at].lower
        if link in HYPHENS and at + 3 < len(words) and words[at + 1].lower == "to" and words[at + 2].raw in HYPHENS:
            link, at = "to", at + 2
        joins = link in JOINTS or link == "or" or (link == "and" and before == "between")
        return (link, at + 1) if joins else (None, at)

    def _high(self, at: int) -> Amount | None:
        """The upper number of a range, with its own sign of money."""
        words = self._words
        sign = self._tables.unit_before.from_here(words, at)
        at += sign[0] if sign is not None else 0
        if at >= len(words) or words[at].kind != "number" or words[at].ordinal or self._namers.in_time(words[at]):
            return None
        return self._amounts.at(at)

    def _same_kind(self, low: Amount, high: Amount) -> bool:
        return low.unit is None or high.unit is None or low.unit == high.unit

    def _lent_scale(self, low: Amount, high_at: int) -> float:
        """ "5-10 million": the first number is in millions too."""
        high_at += self._words[high_at].kind != "number"
        high, first = self._words[min(high_at, len(self._words) - 1)], self._words[low.last - 1]
        scale = SCALED.get(high.lower.rpartition(" ")[2], 1.0) if " " in high.lower else 1.0
        if first.kind != "number" or " " in first.lower or (low.value >= 1000 and scale > 1):
            return 1.0
        return scale

    def _changing(self, at: int) -> bool:
        """Whether a verb of change stands within a few words before: "rose from 12 to 15" is no range."""
        return any(word.lower in self._tables.changes for word in self._words[max(0, at - 4) : at])

    def _bounded(self, amount: Amount) -> Found:
        """The number with what the words around it say of its bound."""
        words, tables = self._words, self._tables
        first, cue = self._cue_before(amount.first)
        last = amount.last
        after = tables.after.from_here(words, last)
        if after is not None and (cue is None or cue.bound == "about"):
            cue, last = after[1], last + after[0]
        found = Found(first, last, None, None, None, "exact", unit=amount.unit)
        return _with_bound(found, cue, amount.value)

    def bounded_behind(self, found: Found, end: int, limit: int) -> Found:
        """The same number with a bound that stands behind what is counted: "20 people or more", "ten men at most"."""
        at = bisect_left(self._words, end, key=lambda word: word.start)
        after = self._tables.after.from_here(self._words, at) if found.bound == "exact" else None
        if after is None or found.best is None or at + after[0] > limit:
            return found
        return _with_bound(replace(found, last=at + after[0]), after[1], found.best)

    def _cue_before(self, at: int) -> tuple[int, Cue | None]:
        """Where the bounding words begin, and the outermost that is no mere "about"."""
        words, tables = self._words, self._tables
        first, cue = at, None
        for _ in range(2):
            end = first
            found = tables.before.up_to(words, end)
            while found is None and end and words[end - 1].lower in FILLERS and first - end < 2:
                end -= 1
                found = tables.before.up_to(words, end)
            if found is None:
                break
            first = end - found[0]
            if cue is None or cue.bound == "about":
                cue = found[1]
        return first, cue


def _neighbours(low: float, high: float) -> bool:
    return low < high <= low + 2


def _with_bound(found: Found, cue: Cue | None, value: float) -> Found:
    """The number in the fields that its bound fills."""
    if cue is None:
        return replace(found, low=value, high=value, best=value)
    low = value if cue.bound == "at_least" else None
    high = value if cue.bound == "at_most" else None
    best = value if cue.bound == "about" else None
    return replace(found, low=low, high=high, best=best, bound=cue.bound, strict=cue.strict)
