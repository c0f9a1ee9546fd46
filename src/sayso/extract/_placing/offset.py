"""So long before or after another event: "arrested two days after the raid", "on the eve of the vote".

Where one of the two has a day, the other has the day that the length of time leads to.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import msgspec
from spacy.tokens import Token

from sayso.codebook import syntax
from sayso.codebook.match import lemma
from sayso.codebook.words import word_list
from sayso.digest._times.choose import moved_from
from sayso.digest._times.interval import interval_of
from sayso.digest._times.timex import holding
from sayso.extract._placing.when import day_of
from sayso.extract._status.status import carrier_of
from sayso.extract._telling.told import Told, undated
from sayso.model import Event, Time

if TYPE_CHECKING:
    from sayso.digest.digest import Digest

#: A length of a single unit: "P4D", "PT3H", "PXH".
LENGTH = re.compile(r"P(T?)(\d+(?:\.\d+)?|X)([DWMYHS])")
#: How many hours, minutes and seconds a day has.
A_DAY = {"H": 24, "M": 1440, "S": 86400}
#: "The day before the vote", "the night before it", "the morning after it": (days, unit) by word and side.
BEFORE = {
    "day": (1, "D"),
    "week": (1, "W"),
    "month": (1, "M"),
    "year": (1, "Y"),
    "night": (1, "D"),
    "evening": (1, "D"),
}
AFTER = {**BEFORE, "night": (0, "D"), "evening": (0, "D"), "morning": (1, "D")}
#: Adverbs of the same day before "after" and "before".
SOON = frozenset({"shortly", "immediately", "moments", "minutes", "hours", "soon", "right"})
#: What stands before a length of time in the course of which something was.
IN_ALL = frozenset({"in", "within", "during", "over", "for", "of", "throughout", "until"})
#: First words of a length that is only a bound, and last words before one: nobody says how long exactly.
BOUNDS = frozenset({"less", "more", "at", "over", "under", "up", "no", "fewer"})
BOUNDING = frozenset({"than", "least", "most"})
#: Types whose nouns take up a deed in other words ("the killing").
DEEDS = frozenset({"ASSAULT", "CONTROL"})
#: How what is so long before or after something hangs on it.
LINKS = frozenset({"before", "after"})
#: How many words back an occasion may have been named.
BACK = 400
#: Verbs that say only when something was.
COMING = frozenset({"come", "follow", "happen", "occur"})
#: How an occasion stands at what was done at it.
AT_OR_IN = frozenset({"at", "in", "during", "after"})
#: Nouns of what nobody has set a day for.
UNFORESEEN = word_list("offset_unforeseen")
#: Units from the finest, and the unit that an event is dated by.
UNITS = ("D", "W", "M", "Y")
GRAINS = {"minute": "D", "hour": "D", "day": "D", "week": "W", "month": "M", "year": "Y"}


#: (how many, of which unit, id of the time)
_Length = tuple[float | None, str, str | None]


@dataclass(frozen=True, slots=True)
class _Offset:
    """The events of two places in `told`: the first so many units before (below zero) or after the second; None: nobody
    says how many, and no event is the first.
    """

    first: int | None
    second: int
    count: float | None
    unit: str
    time: str | None
    eve: bool = False


def offset(told: Sequence[Told], events: Sequence[Event], digest: Digest) -> list[Event]:
    """The events, in the order of `told`; those so long before or after a dated one have their day."""
    found = list(events)
    for pair in _offsets(told, found, digest):
        second = found[pair.second]
        if pair.first is None:
            found[pair.second] = undated(second) if second.from_ == "dateline" else second
            continue
        first = found[pair.first]
        if pair.eve and second.from_ != "words" and _is_unforeseen(told[pair.second], second):
            first = undated(first) if first.from_ == "dateline" else first
        if second.from_ != "words" or second.time in (first.time, pair.time):
            second = undated(second)  # it was not then
        if second.start is not None and (first.from_ != "words" or first.time == pair.time):
            first = _moved(first, second, pair.count, pair)
        elif second.start is None and first.time != pair.time:
            second = _moved(second, first, None if pair.count is None else -pair.count, pair)
        found[pair.first], found[pair.second] = first, second
    return found


def _moved(event: Event, other: Event, count: float | None, pair: _Offset) -> Event:
    """The event so many units from the other, where that is known exactly enough."""
    day = day_of(other.start[:10]) if other.start else None
    grain = GRAINS.get(other.precision or "")
    if count is None or day is None or grain is None or UNITS.index(pair.unit) < UNITS.index(grain):
        return event
    moved = moved_from(holding(day, grain), count, pair.unit)
    if moved is None:
        return event
    when = interval_of(moved, None)
    time = pair.time or other.time
    return msgspec.structs.replace(
        event, time=time, start=when.start, end=when.end, precision=when.precision, from_="words"
    )


def _is_unforeseen(one: Told, event: Event) -> bool:
    """ "On the eve of the coup": it is over, so that its eve is not of the report's day, as that of a vote may be."""
    deed = event.type in ("ASSAULT", "CONTROL") or lemma(one.telling.head) in UNFORESEEN
    return deed and event.status in ("occurred", "ongoing")


def _offsets(told: Sequence[Told], events: Sequence[Event], digest: Digest) -> Iterator[_Offset]:
    """Each pair of events with a length of time between them."""
    by_word: dict[int, int] = {}
    for at, one in enumerate(told):
        for token in (*one.telling.tokens, *_carried_by(one.telling.head), one.telling.head):
            by_word.setdefault(token.i, at)
    lengths = _lengths(digest)
    for link in digest.doc:
        before = link.lower_ in ("before", "of")
        if not before and link.lower_ != "after":
            continue
        found = lengths.get(link.i) or _soon(link)
        if found is None or (link.lower_ == "of") != (found[1] == "eve"):
            continue
        count, unit, time = found
        word = link.head if link.dep_ in ("mark", "case", "advmod") else None
        if word is None:
            continue
        second, above = _told_at(word, by_word), [by_word[up] for up in _above(word) if up in by_word]
        if second is None or events[second].from_ != "words":
            second = _where_told(word, by_word, second, events)
        first = next((n for n in above if events[n].from_ == "words"), next(iter(above), None))
        if second is None or first == second or (first is None and link.i not in lengths and link.dep_ != "advmod"):
            continue
        ahead = -count if before and count is not None else count
        broken = (by_word[one.i] for one in syntax.children(word, "nsubj", "nsubj:pass") if one.i in by_word)
        for at in (
            second,
            *_joined(told[second].telling.head, by_word),
            *(n for n in broken if n not in (first, second)),
        ):
            yield _Offset(first, at, ahead, "D" if unit == "eve" else unit, time, eve=unit == "eve")


def _carried_by(noun: Token) -> list[Token]:
    """The light verb of an event; of "came days before the vote" the verb is not that of the vote."""
    return [] if set(syntax.case_of(noun).split()) & LINKS else [carrier_of(noun)]


def _above(word: Token) -> Iterator[int]:
    """The words that the clause hangs on; "the clashes" of "the clashes came a day after …"."""
    for up in word.ancestors:
        yield up.i
        if lemma(up) in COMING:
            yield from (one.i for one in syntax.children(up, "nsubj"))


def _joined(verb: Token, by_word: dict[int, int]) -> list[int]:
    """The verbs without a subject that the clause goes on with: "two days after [they left and returned]"."""
    verbs = (one for one in verb.children if one.dep_ == "conj" and not syntax.children(one, "nsubj"))
    return [by_word[one.i] for one in verbs if one.i in by_word]


def _told_at(word: Token, by_word: dict[int, int]) -> int | None:
    """The event that the word tells, or else its subject or object: "after [their talks] broke up"."""
    near = (word, *syntax.children(word, "nsubj", "nsubj:pass", "obj"))
    return next((by_word[one.i] for one in near if one.i in by_word), None)


def _where_told(noun: Token, by_word: Mapping[int, int], else_: int | None, events: Sequence[Event]) -> int | None:
    """The event that a noun, of which its sentence tells no day, was named as or at before: "burned arms at a ceremony.
    The day before [the ceremony] …".
    """
    if (noun.pos_ != "NOUN" and noun.tag_ != "VBG") or not any(
        c.lower_ in ("the", "that") for c in syntax.children(noun, "det")
    ):
        return else_
    told = noun.doc[max(0, noun.sent.start - BACK) : noun.sent.start]
    before = (one for one in reversed(list(told)) if one.pos_ == "NOUN" and lemma(one) == lemma(noun))
    places = (one.i for last in before for one in ((last, last.head) if syntax.case_of(last) in AT_OR_IN else (last,)))
    named = [by_word[i] for i in places if i in by_word]
    named = named or _of_its_type(noun, by_word, events)
    return next((n for n in named if events[n].from_ == "words"), next(iter(named), else_))


def _of_its_type(noun: Token, by_word: Mapping[int, int], events: Sequence[Event]) -> list[int]:
    """ "Shot dead a mayor on Monday. … Two days before the killing": the deeds of its type that were told before, the
    last one first.
    """
    number = by_word.get(noun.i)
    type_ = events[number].type if number is not None else None
    if number is None or type_ not in DEEDS:
        return []
    return [n for n in range(number - 1, -1, -1) if events[n].type == type_ and events[n].status == "occurred"]


def _lengths(digest: Digest) -> dict[int, _Length]:
    """The lengths of time by the place of the word behind them."""
    found: dict[int, _Length] = {}
    for time in digest.times:
        span = digest.doc.char_span(*time.spans[0], alignment_mode="expand")
        if span is None or span.end >= len(digest.doc) or not len(span):
            continue
        lead = digest.doc[span.start - 1].lower_ if span.start else ""
        length = _length(time, digest.doc[span.end].lower_)
        if length is None or lead in IN_ALL:
            continue
        bound = lead in BOUNDING or span[0].lower_ in BOUNDS
        found[span.end] = (None if bound else length[0], length[1], time.id)
    return found


def _length(time: Time, link: str) -> tuple[float | None, str] | None:
    """How long a time is: "two days", "the day" before "after"."""
    words = time.text.lower().split()
    if len(words) == 2 and words[0] == "the" and link in ("before", "after"):
        return (BEFORE if link == "before" else AFTER).get(words[1])
    match = LENGTH.fullmatch(time.value) if time.type == "duration" else None
    if match is None:
        return None
    clock, count, unit = match.groups()
    if clock:
        return (0 if count == "X" else float(count) // A_DAY[unit], "D")
    return (None if count == "X" else float(count), unit)


def _soon(link: Token) -> _Length | None:
    """ "Shortly after the raid", "on the eve of the vote"."""
    lead = link.nbor(-1) if link.i > link.sent.start else link
    if link.lower_ == "of":
        on = any(c.lower_ == "on" for c in syntax.children(lead, "case"))
        return (1, "eve", None) if lead.lower_ == "eve" and on else None
    return (0, "D", None) if lead.lower_ in SOON else None
