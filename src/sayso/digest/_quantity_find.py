"""Numbers with their bounds and units: one walk over the words, a bounded look to both sides of every number."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from sayso.digest._lexer import Word
from sayso.digest._numbers import HYPHENS
from sayso.digest._quantity_words import Cue, QuantityWords
from sayso.model import Bound, Span

#: What joins two numbers to a range, beside "between … and".
JOINTS = frozenset(("-", "–", "—", "‐", "‑", "to"))
PARTS = {
    "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fourth": 4, "fourths": 4, "fifth": 5, "fifths": 5,
    "sixth": 6, "sixths": 6, "eighth": 8, "eighths": 8, "tenth": 10, "tenths": 10,
}  # fmt: skip
DOZENS = {"dozen": 12, "score": 20}


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


@dataclass(slots=True)
class Amount:
    """One written number with its unit: words [first, last)."""

    first: int
    last: int
    value: float
    unit: str | None
    #: the unit's sign stands before the number
    signed: bool = False


class Finder:
    """Walks the words of one text."""

    def __init__(self, words: list[Word], tables: QuantityWords, closed: list[Span]) -> None:
        self._words = words
        self._tables = tables
        #: times in which a number is no quantity, sorted
        self._closed = closed
        self._starts = [start for start, _ in closed]
        #: the text is in capitals, so that they tell no names
        self._shouted = sum(word.raw.islower() for word in words) < sum(word.raw.isupper() for word in words)

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
        if self._in_time(word):
            return None
        if word.kind == "word" and not word.ordinal:
            return self._worded(at)
        if word.kind != "number":
            return None
        fraction = self._fraction(at)
        if fraction is not None:
            return self._bounded(fraction)
        if word.ordinal or self._named(at) or self._score(at):
            return None
        amount = self._amount(at)
        if amount is None:
            return None
        return self._range(amount) or self._bounded(amount)

    def _in_time(self, word: Word) -> bool:
        index = bisect_right(self._starts, word.start) - 1
        return index >= 0 and word.start < self._closed[index][1]

    # ---- words for numbers

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
        return self._part(at)

    def _vague(self, at: int, size: int, low: float) -> Found | None:
        words = self._words
        following = words[at + size].lower if at + size < len(words) else ""
        if self._in_duration_like(at + size) or (at and words[at - 1].lower in ("the", "these", "those") and following != "of"):
            return None
        if words[at].lower in ("scores", "score") and following != "of":
            return None
        last, unit = self._unit_after(at + size + (following == "of"))
        if unit is None:
            last = at + size
        return Found(at, last, float(low), None, None, "vague", unit=unit)

    def _in_duration_like(self, at: int) -> bool:
        """Whether a unit of time follows: "several days" is a time and counts nothing."""
        words = self._words
        if at < len(words) and words[at].lower in ("more", "of"):
            at += 1
        return at < len(words) and words[at].lower in TIME_UNITS

    def _none(self, at: int) -> Found | None:
        """ "no casualties", "nobody was killed"."""
        words, tables = self._words, self._tables
        if words[at].lower == "nobody" or (at + 1 < len(words) and words[at + 1].lower == "one"):
            first = at + 1 + (words[at].lower == "no")
            near = {word.lower for word in words[first : first + 4]}
            if near & tables.none_one and near & {"was", "were", "been", "is", "died"}:
                return Found(at, first, 0.0, 0.0, 0.0, "exact")
            return None
        end = at + 1
        while end < len(words) and end - at < 5 and words[end].lower in tables.none_adjectives | tables.none_words:
            if words[end].lower in tables.none_words:
                return Found(at, at + 1, 0.0, 0.0, 0.0, "exact")
            end += 1
        return None

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
        """ "two-thirds", "one third"."""
        words = self._words
        last = at + 1
        if last < len(words) and words[last].raw in HYPHENS:
            last += 1
        if last >= len(words) or words[at].ordinal or words[last].lower not in PARTS:
            return None
        above, below = words[at].value or 0.0, PARTS[words[last].lower]
        return Amount(at, last + 1, above / below, None) if 0 < above < below else None

    # ---- numbers in digits and words

    def _named(self, at: int) -> bool:
        """Whether the number names and does not count: "Resolution 2202", "T-72", "S&P 500", "2.0.1"."""
        words, tables = self._words, self._tables
        word = words[at]
        if word.raw.lower() == "one":
            return self._pronoun(at)
        if self._listed(at):
            return True
        if at == 0:
            return self._glued_after(at)
        before = words[at - 1]
        if (before.end == word.start and self._glued_before(at)) or self._age(at):
            return True
        if before.lower in tables.names and word.plain and self._unit_after(at + 1)[1] is None:
            return before.raw != "no"
        return self._glued_after(at) or self._in_name(at)

    def _listed(self, at: int) -> bool:
        """The "1." of a list."""
        words = self._words
        if not words[at].plain or at + 1 >= len(words) or words[at + 1].raw not in (".", ")"):
            return False
        following = words[at + 2] if at + 2 < len(words) else None
        opens = at == 0 or words[at - 1].raw in (".", ":", ";", "!", "?", "(")
        return opens and words[at + 1].start == words[at].end and following is not None and following.kind == "word"

    def _score(self, at: int) -> bool:
        """ "2-1", "89-89": two bare numbers of which the first is not the smaller."""
        words = self._words
        for first in (at, at - 2):
            if first < 0 or first + 2 >= len(words) or words[first + 1].raw not in ("-", "–"):
                continue
            left, right = words[first], words[first + 2]
            glued = left.end == words[first + 1].start and words[first + 1].end == right.start
            if glued and left.plain and right.plain and (left.value or 0) >= (right.value or 0):
                return True
        return False

    def _age(self, at: int) -> bool:
        """ "Senard, 65, …": an age beside a name."""
        words = self._words
        if at < 2 or at + 1 >= len(words) or words[at - 1].raw != "," or words[at + 1].raw not in (",", ".", ")", ";"):
            return False
        value = words[at].value or 0
        return value <= 115 and words[at].plain and words[at - 2].kind == "word" and words[at - 2].raw[:1].isupper()

    def _glued_before(self, at: int) -> bool:
        words = self._words
        mark = words[at - 1]
        if mark.raw in ("$", "€", "£", "¥", "₹", "₽", "₴", "₪", "₺", "₩", "(", "[", '"', "“", "‘", "'", "~", "≈", "/", "—", ","):
            return mark.raw in ("/", ",") and at >= 2 and words[at - 2].end == mark.start and words[at - 2].kind != "word"
        if mark.raw in (".", ":"):
            return at >= 2 and words[at - 2].end == mark.start
        if mark.raw in ("-", "–", "‑", "‐"):
            before = words[at - 2] if at >= 2 else None
            return before is not None and before.end == mark.start and before.kind == "word" and not before.raw.islower()
        return mark.kind == "word" and self._tables.unit_before.up_to(words, at) is None

    def _glued_after(self, at: int) -> bool:
        """ "3D", "5G", "2.0.1", "10-4-3"."""
        words = self._words
        if at + 1 >= len(words) or words[at + 1].start != words[at].end:
            return False
        mark = words[at + 1]
        if mark.kind == "word":
            return self._unit_after(at + 1)[1] is None and mark.raw != "m"
        return mark.raw in (".", "/", "_", "@") and at + 2 < len(words) and words[at + 2].start == mark.end

    def _in_name(self, at: int) -> bool:
        """A capital word right before and nothing counted behind: "Model 3", "Fortune 100", "Boeing 787"."""
        words = self._words
        before = words[at - 1]
        started = at == 1 or words[at - 2].raw in OPENERS
        if words[at].raw[:1].isupper() and not self._shouted and words[at].start == before.end + 1:
            return before.raw not in OPENERS
        if before.kind != "word" or not before.raw[:1].isupper() or before.end + 1 < words[at].start:
            return False
        if self._tables.unit_before.up_to(words, at) is not None:
            return False
        if words[at].raw[:1].isalpha() or (words[at].value or 0) % 1 or "," in words[at].raw:
            return False
        after = words[at + 1] if at + 1 < len(words) else None
        counted = after is not None and (
            after.raw == "%" or (after.kind == "word" and after.raw.islower() and after.lower not in self._tables.stops)
        )
        if words[at].plain and (words[at].value or 0) < 10 and not started and not self._shouted and not self._in_time(before):
            return True
        shouted = self._shouted and before.raw.isupper()
        return not counted and not started and self._tables.before.up_to(words, at) is None and not shouted

    def _pronoun(self, at: int) -> bool:
        """ "no one", "one another", "the one", "this one", "one day"."""
        words = self._words
        before = words[at - 1].lower if at else ""
        after = words[at + 1].lower if at + 1 < len(words) else ""
        if before in ("no", "same", "this", "that", "the", "any", "some", "every", "each", "which", "another", "by", "-"):
            return True
        return after in NOT_COUNTED or after == "" or not (after[0].isalnum() or after in ("-", "'"))

    def _amount(self, at: int) -> Amount | None:
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
        after, worded = self._unit_after(last)
        if worded is not None and (unit is None or worded == "$"):
            if worded in tables.calibre_units and self._weapon(after):
                return None
            if worded in TIME_UNITS and words[last].raw in HYPHENS:
                return None
            last, unit = after, unit or worded
        last, unit = self._per(last, unit)
        return Amount(first, last, value, unit, sign is not None)

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
        return lower in self._tables.plurals or (lower.endswith("s") and not lower.endswith("ss") and lower not in self._tables.stops)

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

    def _unit_after(self, at: int) -> tuple[int, str | None]:
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
        if unit in ("year", "month") and end + 1 < len(words) and words[end].raw in HYPHENS and words[end + 1].lower.startswith("old"):
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

    # ---- ranges and bounds

    def _range(self, low: Amount) -> Found | None:
        """ "between 14 and 20", "14 to 20", "14-20", "from 14 to 20", "one or two"."""
        words = self._words
        joint = low.last
        if joint + 1 >= len(words):
            return None
        before = words[low.first - 1].lower if low.first else ""
        link = words[joint].lower
        if link in HYPHENS and joint + 3 < len(words) and words[joint + 1].lower == "to" and words[joint + 2].raw in HYPHENS:
            joint, link = joint + 2, "to"
        if link not in JOINTS and not (link == "and" and before == "between") and link != "or":
            return None
        at = joint + 1
        sign = self._tables.unit_before.from_here(words, at)
        if sign is not None:
            at += sign[0]
        if at >= len(words) or words[at].kind != "number" or words[at].ordinal or self._in_time(words[at]):
            return None
        high = self._amount(at)
        if high is None or not self._same_kind(low, high):
            return None
        scale = self._lent_scale(low, at)
        low_value = low.value * scale
        low_value = low_value if low_value < high.value else low.value
        if low_value >= high.value or (link == "or" and not _neighbours(low.value, high.value / scale)):
            return None
        first = low.first
        unit = "year of age" if before in ("aged", "ages", "age") else high.unit or low.unit
        if before in ("between", "from"):
            if before == "from" and self._changing(first - 1):
                return None
            first -= 1
        elif link == "to" and self._changing(first):
            return None
        return Found(first, high.last, low_value, high.value, None, "between", unit=unit)

    def _same_kind(self, low: Amount, high: Amount) -> bool:
        return low.unit is None or high.unit is None or low.unit == high.unit

    def _lent_scale(self, low: Amount, high_at: int) -> float:
        """ "5-10 million": the first number is in millions too."""
        high, first = self._words[high_at], self._words[low.last - 1]
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
        value = amount.value
        if cue is None:
            return Found(amount.first, last, value, value, value, "exact", unit=amount.unit)
        low = value if cue.bound == "at_least" else None
        high = value if cue.bound == "at_most" else None
        best = value if cue.bound == "about" else None
        return Found(first, last, low, high, best, cue.bound, cue.strict, amount.unit)

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


OPENERS = frozenset((".", "!", "?", '"', "“", ":", ";", "(", "—", "-", "–", "''", "``"))
FILLERS = frozenset(("the", "another", "a", "further", "additional", "of", "some", "its", "their", "us"))
SCALED = {
    "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "k": 1e3, "m": 1e6, "bn": 1e9,
}  # fmt: skip
TIME_UNITS = frozenset(
    "second seconds minute minutes hour hours day days week weeks month months year years decade decades centuries".split()
)
NOT_COUNTED = frozenset("another of's 's is was has could can would should must may might will who that day way by".split())
