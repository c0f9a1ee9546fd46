"""Times that are the two ends of one stretch: "between 1 May and 3 June", "from March to May", "since May"."""

from __future__ import annotations

import re
from datetime import date, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

from spacy.tokens import Doc, Token

from sayso.codebook import syntax
from sayso.codebook.grammar import HAVE
from sayso.digest._times.timex import add_days
from sayso.extract._placing.clauses import OTHER, is_saying
from sayso.extract._placing.other_times import BEFORE_NOUN
from sayso.extract._telling.telling import Telling
from sayso.model import Precision, Time

if TYPE_CHECKING:
    from sayso.digest.digest import Digest

#: Start, exclusive end and precision.
Stretch = tuple[str | None, str | None, Precision | None]
#: What stands between the two ends: of any stretch, of one with "between" before it, of two days of which it was one.
_TO = re.compile(r"\s*(?:-|–|—|to|until|till|through|up to)\s*(?:the\s)?", re.I)
_AND = re.compile(r"\s+and\s+(?:the\s)?", re.I)
_OR = re.compile(r"\s+or\s+(?:on\s)?(?:the\s)?", re.I)
#: A second day of the month behind a first one: "on 16 and [17] August", "on August 16 and 17,".
_DAY = re.compile(r"\s+(?:and|or)\s+(\d{1,2})(?=[,.;:)]|\s*$|\s+(?:in|at|near|when|after|before|by|as)\b)")
#: The word before a time.
_BEFORE = re.compile(r"(\w+)\s+(?:about\s|around\s|at least\s|the\s)?\Z", re.I)
NEAR = 32
#: How exact a stretch of at most so many days is.
LENGTHS: tuple[tuple[int, Precision], ...] = ((1, "day"), (8, "week"), (92, "season"), (366, "year"))


class Ranges:
    """The stretches of one report."""

    def __init__(self, digest: Digest, published: date | None) -> None:
        self._doc, self._text = digest.doc, digest.doc.text
        self._published = published
        self._dates = [t for t in digest.times if t.type == "date" and t.start and t.end]
        times = sorted((t for t in digest.times if t.start and t.end), key=lambda t: t.spans[0])
        self._joined: dict[str, Stretch] = {}
        for one, other in pairwise(times):
            if _are_joined(self._text, one, other):
                self._joined[one.id] = self._joined[other.id] = _stretch(one.start, other.end)

    def since_then(self, verb: Token) -> tuple[Time, Stretch] | None:
        """ "In May 2017 they broke away. … 90 people have been killed since": the time that this line told last,
        and the stretch from it to the report's day.
        """
        word = next((c for c in verb.children if _is_since_then(c)), None)
        perfect = any(c.lower_ in HAVE for c in syntax.children(verb, "aux"))
        if word is None or not perfect or self._published is None:
            return None
        day = self._published.isoformat()
        line = self._text.rfind("\n", 0, word.idx)
        before = (t for t in self._dates if line < t.spans[0][0] < word.idx and (t.start or "")[:10] < day)
        last = max(before, key=lambda t: t.spans[0], default=None)
        following = add_days(self._published, 1) or self._published
        return None if last is None else (last, _stretch(last.start, following.isoformat()))

    def of(self, time: Time, root: Token, telling: Telling) -> Stretch:
        """The interval of the event that a time is that of; `root`: the word of the time."""
        if time.id in self._joined:
            return self._joined[time.id]
        text, day = self._text, self._published
        if (last := _second_day(text, time)) is not None:
            return _stretch(time.start, last)
        if day is None or not time.start or time.start[:10] > day.isoformat() or time.type != "date":
            return time.start, time.end, time.precision
        of_noun = root.i < root.head.i and root.dep_ in BEFORE_NOUN  # "since the May raid"
        compared = not _goes_on(telling, root) and _when_follows(self._doc, time)
        since = _word_before(text, time) == "since" and not of_noun and not compared
        if not since or not _is_its_own(root, telling):
            return time.start, time.end, time.precision
        following = add_days(day, 1) or day
        return _stretch(time.start, following.isoformat())


def _is_since_then(word: Token) -> bool:
    """ "Has since fled", "has been held since then", not "since the raid"."""
    if word.lower_ == "then":
        return syntax.case_of(word) == "since"
    return word.lower_ == "since" and word.dep_ in ("advmod", "obl") and not any(c.pos_ != "ADV" for c in word.children)


def _are_joined(text: str, one: Time, other: Time) -> bool:
    """Whether the later one is where the stretch ends that the earlier begins."""
    if one.type != other.type or one.type not in ("date", "time") or not (one.start or "") < (other.start or ""):
        return False
    between, before = text[one.spans[-1][1] : other.spans[0][0]], _word_before(text, one)
    if _TO.fullmatch(between):
        return before not in ("by", "until")
    days = one.precision == other.precision == "day"
    if one.end == other.start and one.precision == other.precision and _AND.fullmatch(between):
        return True  # "in October and November"
    return bool((before == "between" and _AND.fullmatch(between)) or (days and _OR.fullmatch(between)))


def _second_day(text: str, time: Time) -> str | None:
    """ "On August 16 and 17": where the second day ends."""
    first = date.fromisoformat(time.start[:10]) if time.start and time.precision == "day" else None
    found = _DAY.match(text, time.spans[-1][1]) if first is not None and text[time.spans[-1][1] - 1].isdigit() else None
    if first is None or found is None or int(found[1]) != first.day + 1:
        return None
    last = add_days(first, 2)
    return last.isoformat() if last is not None else None


def _word_before(text: str, time: Time) -> str:
    start = time.spans[0][0]
    found = _BEFORE.search(text[max(0, start - NEAR) : start])
    return found[1].lower() if found else ""


def _goes_on(telling: Telling, root: Token) -> bool:
    """ "Has besieged it since May, when it took the port": since then, whatever was done then."""
    perfect = any(c.lower_ in HAVE for c in syntax.children(telling.head, "aux"))
    return perfect and root.head.i == telling.head.i


def _when_follows(doc: Doc, time: Time) -> bool:
    """ "The worst since [May], when a bomb killed nine"."""
    behind = doc.char_span(*time.spans[-1], alignment_mode="expand")
    words = [] if behind is None else [w.lower_ for w in doc[behind.end : behind.end + 2]]
    return "when" in words


def _is_its_own(root: Token, telling: Telling) -> bool:
    """Whether no clause lies between the time and the event: of "shut since [May], after rebels took it" only the
    shutting lasts; what is told in another sentence has the time of what stands there.
    """
    if root.sent.start != telling.head.sent.start:
        return True
    word = telling.head
    while not word.is_ancestor(root) and word.head.i != word.i:
        if syntax.base(word.dep_) in OTHER or word.dep_ in OTHER or is_saying(word.head):
            return False
        word = word.head
    return True


def _stretch(start: str | None, end: str | None) -> Stretch:
    if not start or not end:
        return start, end, None
    days = (date.fromisoformat(end[:10]) - date.fromisoformat(start[:10])) // timedelta(days=1)
    if "T" in start:
        return start, end, "hour"
    return start, end, next((precision for most, precision in LENGTHS if days <= most), "vague")
