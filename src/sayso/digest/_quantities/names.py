"""Numbers that name and do not count: "Resolution 2202", "T-72", "S&P 500", "2-1", the "1." of a list, "no one"."""

from __future__ import annotations

from bisect import bisect_right

from sayso.digest._lexer import Word
from sayso.digest._quantities.amount import Amounts
from sayso.digest._quantities.words import QuantityWords
from sayso.model import Span

OPENERS = frozenset((".", "!", "?", '"', "“", ":", ";", "(", "—", "-", "–", "''", "``"))
#: Digits of a bare number that counts nothing.
LONGEST_COUNT = 13
#: Marks inside a telephone number.
DIALLED = frozenset("()-‐‑")
#: Ages that an aside may give ("the minister, 61, …").
YOUNGEST, OLDEST = 15, 115


class Namers:
    """Tells which numbers of a text name."""

    def __init__(
        self, words: list[Word], tables: QuantityWords, amounts: Amounts, closed: list[Span], opening: frozenset[int]
    ) -> None:
        self._words = words
        self._tables = tables
        self._amounts = amounts
        #: where sentences begin: a capital there is no name's
        self._opening = opening
        #: times in which a number is no quantity, sorted
        self._closed = closed
        self._starts = [start for start, _ in closed]
        #: the text is in capitals, so that they tell no names
        self._shouted = sum(word.raw.islower() for word in words) < sum(word.raw.isupper() for word in words)

    def in_time(self, word: Word) -> bool:
        index = bisect_right(self._starts, word.start) - 1
        return index >= 0 and word.start < self._closed[index][1]

    def named(self, at: int) -> bool:
        """Whether the number names and does not count: "Resolution 2202", "T-72", "S&P 500", "2.0.1"."""
        words, tables = self._words, self._tables
        word = words[at]
        if word.raw.lower() == "one":
            return self._pronoun(at)
        if self._listed(at) or self._dialled(at):
            return True
        if at == 0:
            return self._glued_after(at)
        before = words[at - 1]
        if (before.end == word.start and self._glued_before(at)) or self._age(at):
            return True
        if (
            before.lower in tables.names
            and word.plain
            and not self.in_time(before)
            and self._amounts.unit_after(at + 1)[1] is None
        ):
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

    def _dialled(self, at: int) -> bool:
        """ "0800 555 1234", "+7(495)232-98": three bare numbers in a row; one with a nought before it; one too long."""
        words = self._words
        raw = words[at].raw
        if not words[at].plain or (raw[0] == "0" and len(raw) > 1) or len(raw) >= LONGEST_COUNT:
            return words[at].plain
        row = {at: at}
        for step in (1, -1):
            near = self._next_to(at, step)
            row |= {} if near is None else {near: at} | {far: near for far in (self._next_to(near, step),) if far}
        return len(row) > 2

    def _next_to(self, at: int, step: int) -> int | None:
        """The bare number right beside, with a space or with brackets and hyphens between."""
        words = self._words
        for near in range(at + step, at + 4 * step, step):
            if not 0 <= near < len(words) or (words[near].kind == "mark" and words[near].raw not in DIALLED):
                return None
            if words[near].kind != "mark":
                gap = words[max(at, near)].start - words[min(at, near)].end
                return near if words[near].plain and words[near].kind == "number" and gap <= abs(near - at) else None
        return None

    def score(self, at: int) -> bool:
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
        """ "Petrenko, 65, …": an age beside a name."""
        words = self._words
        if at < 2 or at + 1 >= len(words) or words[at - 1].raw != "," or words[at + 1].raw not in (",", ".", ")", ";"):
            return False
        value = words[at].value or 0
        aside = words[at - 2].raw[:1].isupper() or (words[at + 1].raw == "," and value >= YOUNGEST)
        return value <= OLDEST and words[at].plain and words[at - 2].kind == "word" and aside

    def _glued_before(self, at: int) -> bool:
        words = self._words
        mark = words[at - 1]
        if mark.raw in (
            "$",
            "€",
            "£",
            "¥",
            "₹",
            "₽",
            "₴",
            "₪",
            "₺",
            "₩",
            "(",
            "[",
            '"',
            "“",
            "‘",
            "'",
            "~",
            "≈",
            "/",
            "—",
            ",",
        ):
            return (
                mark.raw in ("/", ",") and at >= 2 and words[at - 2].end == mark.start and words[at - 2].kind != "word"
            )
        if mark.raw in (".", ":"):
            return at >= 2 and words[at - 2].end == mark.start
        if mark.raw in ("-", "–", "‑", "‐"):
            before = words[at - 2] if at >= 2 else None
            return (
                before is not None and before.end == mark.start and before.kind == "word" and not before.raw.islower()
            )
        return mark.kind == "word" and self._tables.unit_before.up_to(words, at) is None

    def _glued_after(self, at: int) -> bool:
        """ "3D", "5G", "2.0.1", "10-4-3"."""
        words = self._words
        if at + 1 >= len(words) or words[at + 1].start != words[at].end:
            return False
        mark = words[at + 1]
        if mark.kind == "word":
            return self._amounts.unit_after(at + 1)[1] is None and mark.raw != "m"
        return mark.raw in (".", "/", "_", "@") and at + 2 < len(words) and words[at + 2].start == mark.end

    def _of_headline(self, at: int) -> bool:
        """ "Blast Kills 4 In Market", "Learning 6 Soldiers Died": people in words that all have capitals."""
        words, tables = self._words, self._tables
        after = words[at + 1] if at + 1 < len(words) else None
        people = after is not None and after.raw[:1].isupper() and after.lower in tables.none_words
        return people or words[at - 1].lower in tables.headline

    def _in_name(self, at: int) -> bool:
        """A capital word right before and nothing counted behind: "Model 3", "Fortune 100", "Boeing 787"."""
        words = self._words
        before = words[at - 1]
        started = at == 1 or words[at - 2].raw in OPENERS
        if words[at].start in self._opening or self._of_headline(at):
            return False
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
        if (
            words[at].plain
            and (words[at].value or 0) < 10
            and not started
            and not self._shouted
            and not self.in_time(before)
        ):
            return True
        shouted = self._shouted and before.raw.isupper()
        return not counted and not started and self._tables.before.up_to(words, at) is None and not shouted

    def _pronoun(self, at: int) -> bool:
        """ "no one", "one another", "the one", "this one", "one day"; not "said that one man died"."""
        words = self._words
        before = words[at - 1].lower if at else ""
        after = words[at + 1].lower if at + 1 < len(words) else ""
        if before in (
            "no",
            "same",
            "this",
            "the",
            "any",
            "some",
            "every",
            "each",
            "which",
            "another",
            "by",
            "single",
            "-",
        ):
            return True
        return after in self._tables.not_counted or after == "" or not (after[0].isalnum() or after in ("-", "'"))
