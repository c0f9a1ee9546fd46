"""Which place or time of the report an event may have: the choices, and what may tell the right one, as strings.

A place or time may stand in the sentence of the event, sentences away, or nowhere. What the rules of `where.py` and
`when.py` found is one feature among others; how they are weighed is learnt (`by_model.py`, `training/grounds.py`).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING

from spacy.tokens import Token

from sayso.codebook import syntax
from sayso.codebook.match import lemma
from sayso.codebook.roots import root as root_of
from sayso.codebook.voice import form_of
from sayso.digest._places.dateline import whole_dateline
from sayso.digest._places.place_lists import LISTS
from sayso.extract._placing.clauses import SPOKEN, in_other_clause, steps
from sayso.extract._placing.finest import lies_in
from sayso.extract._placing.phrase import case_of, top
from sayso.extract._placing.when import anchor_of, day_of
from sayso.extract._sides.by_model import way_of
from sayso.extract._telling.telling import Telling
from sayso.extract._telling.told import Told
from sayso.extract._telling.told_when import CLASSES, shares_of
from sayso.model import OF_A_DAY, Event, Place, Time, Words

if TYPE_CHECKING:
    from sayso.digest.digest import Digest

#: What an event has when no place or time of the report is its own, and when it is of the report's day.
NOWHERE, TODAY = "", "today"
#: Bounds of distances in sentences and in words, of counts, and of days.
SENTENCES = (1, 2, 3, 5, 8, 13)
WORDS = (2, 4, 8, 16)
COUNTS = (1, 2, 4, 8)
DAYS = (1, 2, 4, 8, 32, 366)
FAR = 99
#: What stands before a place at which something was.
AT = frozenset({"in", "near", "outside"})
#: How far a place reaches that no map has.
OFF_MAP = 25.0
#: So many mentions, the nearest on both sides, are choices in a long report: the time that this takes stays linear.
MOST = 40


@dataclass(frozen=True, slots=True)
class Choice:
    """What an event may have: the id of a place or time, or one of the two; the word that stands for it; features."""

    id: str
    token: Token
    features: list[str]


@dataclass(frozen=True, slots=True)
class _Mention:
    """Where a place is named or a time told: the word that heads it, and the id of what it stands for."""

    root: Token
    id: str


class Grounds:
    """The places and times of one report and how its events stand to them; `events` were made from `told`, in order."""

    def __init__(self, digest: Digest, told: Sequence[Told], events: Sequence[Event]) -> None:
        self._digest = digest
        self._tellings = [one.telling for one in told]
        self._events = events
        self._dateline = whole_dateline(digest.report.text) or (0, 0)
        self._starts = [sentence.start for sentence in digest.doc.sents]
        self._published = day_of(digest.report.published)
        self._countries = {one: entity.country for one, entity in digest.by_id.items()}
        #: what the rules say, place and time of each event
        self._placed = [event.place for event in events]
        self._timed = [event.time if event.from_ == "words" else None for event in events]
        self._alike = Counter((event.place, event.type) for event in events)
        self._kin = Counter(self._placed), Counter(self._timed)
        self._found: dict[int, list[str]] = {}

    def places(self, number: int) -> list[Choice]:
        """The choices of a place for an event: none first, then each name of a place in text order."""
        ruled = "nowhere" if self._placed[number] is None else "somewhere"
        nowhere = Choice(NOWHERE, self._tellings[number].head, self._of_none(number, self._names, ruled))
        near = self._near(self._names, nowhere.token)
        return [nowhere, *(Choice(m.id, m.root, self._of_place(number, m, near)) for m in near)]

    def times(self, number: int) -> list[Choice]:
        """The choices of a time: none, the report's day, then each time in text order."""
        head = self._tellings[number].head
        none = self._of_none(number, self._dates, str(self._events[number].from_))
        first = [Choice(NOWHERE, head, none), Choice(TODAY, head, [f"today {name}" for name in none])]
        near = self._near(self._dates, head)
        return [*first, *(Choice(m.id, m.root, self._of_time(number, m, near)) for m in near)]

    def _near(self, mentions: list[_Mention], head: Token) -> list[_Mention]:
        """The mentions; of very many those that stand nearest to the word."""
        at = bisect_right(mentions, head.i, key=lambda mention: mention.root.i)
        return mentions[max(0, at - MOST // 2) : at + MOST // 2]

    @cached_property
    def _known(self) -> dict[str, Place]:
        ones = [e for e in self._digest.entities if e.kind in ("place", "facility")]
        known = {one.id: one.place for one in ones if one.place is not None}
        lands = Counter(place.country for place in known.values() if place.country and place.feature != "country")
        land = next((country for country, _ in lands.most_common(1)), None)
        unknown = (one for one in ones if one.kind == "place" and one.place is None and not LISTS.is_way(one.name))
        named = (one for one in unknown if any(m.form == "name" and self._is_where(m) for m in one.mentions))
        return known | {one.id: _off_map(one.name, land) for one in named}

    def _is_where(self, name: Words) -> bool:
        """ "In [Village]", "near [Village]": a name of which the words say that something was there."""
        span = self._digest.doc.char_span(*name.spans[0], alignment_mode="expand")
        return span is not None and len(span) > 0 and case_of(top(span.root), span.root) in AT

    @cached_property
    def _names(self) -> list[_Mention]:
        """The names of places on the map, in text order."""
        ones = (one for one in self._digest.entities if one.id in self._known)
        return self._mentions((m, one.id) for one in ones for m in one.mentions if m.form == "name")

    @cached_property
    def _told_times(self) -> dict[str, Time]:
        """Days and times of the day, and lengths of time that begin or end at a day."""
        return {t.id: t for t in self._digest.times if t.type in ("date", "time") or t.start}

    @cached_property
    def _dates(self) -> list[_Mention]:
        """The same where they stand, in text order."""
        return self._mentions((time, time.id) for time in self._told_times.values())

    def _mentions(self, found: Iterable[tuple[Words, str]]) -> list[_Mention]:
        spans = ((self._digest.doc.char_span(*w.spans[0], alignment_mode="expand"), one) for w, one in found)
        heads = (_Mention(span.root, one) for span, one in spans if span is not None and len(span))
        return sorted(heads, key=lambda mention: mention.root.i)

    @cached_property
    def _inner(self) -> Counter[str]:
        """How many mentions of other places lie in each place."""
        times = Counter(mention.id for mention in self._names)
        return Counter(
            {
                one: sum(
                    n for other, n in times.items() if other != one and lies_in(self._known[other], self._known[one])
                )
                for one in times
            }
        )

    @cached_property
    def _told_of(self) -> dict[str, tuple[int, int]]:
        """How often each place is named or time told, and where first."""
        times = Counter(mention.id for mention in self._names + self._dates)
        first = {mention.id: mention.root.i for mention in reversed(self._names + self._dates)}
        return {one: (n, first[one]) for one, n in times.items()}

    @cached_property
    def _by_sentence(self) -> dict[int, list[int]]:
        """Numbers of the events with a type by their sentence."""
        found: dict[int, list[int]] = {}
        for number, telling in enumerate(self._tellings):
            if telling.kind is not None:
                found.setdefault(self._sentence(telling.head), []).append(number)
        return found

    def _sentence(self, token: Token) -> int:
        return bisect_right(self._starts, token.i) - 1

    # ---- of an event alone

    def _of_none(self, number: int, mentions: Sequence[_Mention], ruled: str) -> list[str]:
        type_, head = self._events[number].type, self._tellings[number].head
        sentence = head.sent
        here = _step(sum(sentence.start <= m.root.i < sentence.end for m in mentions), COUNTS)
        found = [f"here={here}", f"all={_step(len(mentions), COUNTS)}", f"ruled={ruled}"]
        return [*found, *(f"{one}|{type_}" for one in found), f"ruled={ruled}|here={here}", *self._own(number)]

    def _own(self, number: int) -> list[str]:
        if number not in self._found:
            self._found[number] = self._of_event(number)
        return self._found[number]

    def _of_event(self, number: int) -> list[str]:
        event, head = self._events[number], self._tellings[number].head
        form, told_as = form_of(head), self._told_as(head)
        return [
            f"type={event.type}", f"mode={event.type}/{event.mode}", f"form={form}", f"status={event.status}",
            f"at={_step(self._sentence(head), SENTENCES)}", f"spoken={event.type in SPOKEN}", f"when={told_as}",
            f"dep={syntax.base(head.dep_)}", f"when={told_as}|{event.type}", f"form={form}|{event.status}",
        ]  # fmt: skip

    def _told_as(self, head: Token) -> str:
        """What the model takes the word to be told as."""
        shares = shares_of(head)
        return "" if shares is None else CLASSES[int(shares.argmax())]

    # ---- of an event and a place or time

    def _of_place(self, number: int, mention: _Mention, near: Sequence[_Mention]) -> list[str]:
        event, place = self._events[number], self._known[mention.id]
        kin, inner = self._kin[0][mention.id], self._inner[mention.id]
        most = max((times for one, times in self._kin[0].items() if one is not None), default=0)
        alike = self._alike[mention.id, event.type]
        lands = {self._countries.get(p.entity or "") for p in event.actors + event.recipients} - {None}
        own = [
            f"vote={self._vote(self._placed[number], mention.id)}", f"feature={place.feature}",
            f"part={self._part(number, mention)}", f"kin={_step(kin, COUNTS)}{kin == most}",
            f"inner={_step(inner, COUNTS)}", f"alike={_step(alike, COUNTS)}",
            f"land={place.country in lands if lands else None}|{place.feature}",
        ]  # fmt: skip
        around = self._neighbours(number, mention.id, self._placed)
        case = case_of(top(mention.root), mention.root)
        return self._of_pair(number, mention, near, self._different[0], [*own, *around], case)

    def _vote(self, ruled: str | None, one: str) -> str:
        """How a place stands to the one that the rules give."""
        if ruled is None or ruled == one:
            return "none" if ruled is None else "this"
        known, place = self._known.get(ruled), self._known[one]
        return "wider" if lies_in(place, known) else "finer" if known and lies_in(known, place) else "other"

    def _part(self, number: int, mention: _Mention) -> str:
        """Whether the word, or what it stands for elsewhere, is a side of the event."""
        event, telling = self._events[number], self._tellings[number]
        sides = (("a", telling.actors, event.actors), ("r", telling.recipients, event.recipients))
        here = next((name for name, group, _ in sides if mention.root in group), "")
        there = (name.upper() for name, _, group in sides if any(p.entity == mention.id for p in group))
        return here or next(there, "")

    def _of_time(self, number: int, mention: _Mention, near: Sequence[_Mention]) -> list[str]:
        event, time = self._events[number], self._told_times[mention.id]
        same = (event.start, event.end) == (time.start, time.end) and event.start is not None
        vote = "this" if self._timed[number] == time.id else "same" if same else str(event.from_)
        lies = self._lies(time)
        value = len(time.value) if time.value[:1].isdigit() else time.value
        own = [
            f"vote={vote}", f"precision={time.precision}", f"lies={lies}",
            f"kin={_step(self._kin[1][time.id], COUNTS)}", f"kind={time.type}", f"value={value}",
            f"lies={lies}|{event.status}", f"lies={lies}|{self._told_as(self._tellings[number].head)}",
        ]  # fmt: skip
        around = self._neighbours(number, time.id, self._timed)
        case = syntax.case_of(mention.root) or syntax.case_of(anchor_of(mention.root))
        return self._of_pair(number, mention, near, self._different[1], [*own, *around], case)

    @cached_property
    def _said(self) -> tuple[list[int], list[int]]:
        """Numbers of the coded events of whose place, and of whose time, the rules say anything."""
        coded = [n for n, event in enumerate(self._events) if event.codes is not None]
        return [n for n in coded if self._placed[n] is not None], [n for n in coded if self._timed[n] is not None]

    def _lies(self, time: Time) -> str:
        """How far the time lies from the report's day."""
        first, last = day_of((time.start or "")[:10]), day_of((time.end or "")[:10])
        if first is None or self._published is None:
            return "unknown"
        away = (first - self._published).days
        if time.precision not in OF_A_DAY:
            return "over" if last is None or last <= self._published else "ahead" if away > 0 else "around"
        return ("-" if away < 0 else "+") + str(_step(abs(away), DAYS))

    def _neighbours(self, number: int, one: str, ruled: Sequence[str | None]) -> Iterator[str]:
        """What the rules say of the last coded event before, and of the first behind, of which they say anything."""
        here = self._sentence(self._tellings[number].head)
        told = self._said[ruled is self._timed]
        at = bisect_left(told, number)
        behind = bisect_right(told, number)
        sides = (("before", told[at - 1] if at else None), ("behind", told[behind] if behind < len(told) else None))
        for name, other in sides:
            if other is None:
                yield f"{name}="
                continue
            away = abs(self._sentence(self._tellings[other].head) - here)
            yield from (f"{name}={ruled[other] == one}", f"{name}={ruled[other] == one}|{_step(away, SENTENCES)}")

    def _of_pair(
        self, number: int, mention: _Mention, mentions: Sequence[_Mention], many: int, own: list[str], case: str
    ) -> list[str]:
        """`own` begins with the vote of the rules and the kind of the place or time."""
        type_, telling, root = self._events[number].type, self._tellings[number], mention.root
        head, vote = telling.head, own[0]
        away = self._sentence(root) - self._sentence(head)
        far = f"far={'-' if away < 0 else '+'}{_step(abs(away), SENTENCES)}" if away else "far=0"
        times, first = self._told_of[mention.id]
        case, beside = f"case={case}", f"beside={self._beside(number, root)}"
        found = [
            *own, far, case, f"rel={syntax.base(root.dep_)}", f"times={_step(times, COUNTS)}",
            f"first={first == root.i}", f"name_at={_step(self._sentence(root), SENTENCES)}",
            f"dateline={self._dateline[0] <= root.idx < self._dateline[1]}",
            f"many={_step(many, COUNTS)}", f"above={root.head.pos_}",
            f"between={self._between(head, mention, mentions)}", beside,
        ]  # fmt: skip
        found += [] if away else self._in_sentence(number, telling, root, case)
        found += [f"{one}|{far}" for one in (vote, case, beside)]
        found += [f"{one}|{type_}" for one in (vote, far, case, *own[1:3])]
        found += [f"{vote}|{own[1]}", f"{vote}|{own[2]}", f"{far}|{self._told_as(head)}", f"{vote}|{form_of(head)}"]
        return found + [f"{vote}|{one}" for one in self._own(number)]

    def _in_sentence(self, number: int, telling: Telling, root: Token, case: str) -> list[str]:
        """How a word of the event's own sentence stands to it."""
        head = telling.head
        near = f"near={'<' if root.i < head.i else '>'}{_step(abs(root.i - head.i), WORDS)}"
        own = steps(root, head) or FAR
        others = (self._tellings[n].head for n in self._by_sentence.get(self._sentence(head), ()) if n != number)
        nearer = f"nearer={sum((steps(root, other) or FAR) < own for other in islice(others, 20))}"
        other = f"other={in_other_clause(root, telling)}"
        return [near, other, nearer, f"{nearer}|{near}", f"{case}|{near}", f"{other}|{case}", *way_of(telling, root)]

    def _between(self, head: Token, mention: _Mention, mentions: Sequence[_Mention]) -> str:
        """How many mentions of others stand between the mention and the event, and on which side it is."""
        low, high = sorted((head.i, mention.root.i))
        between = sum(low < m.root.i < high and m.id != mention.id for m in mentions)
        return f"{'<' if mention.root.i < head.i else '>'}{_step(between, COUNTS)}"

    @cached_property
    def _different(self) -> tuple[int, int]:
        """How many places and times the report has."""
        return len({m.id for m in self._names}), len({m.id for m in self._dates})

    def _beside(self, number: int, root: Token) -> str:
        """How the event stands to the one that the mention is nearest to, in its sentence."""
        numbers = self._by_sentence.get(self._sentence(root), [])
        if not numbers:
            return "nothing"
        nearest = min(numbers, key=lambda n: steps(root, self._tellings[n].head) or FAR)
        if nearest == number:
            return "itself"
        event, other = self._events[number], self._events[nearest]
        if root_of(lemma(self._tellings[nearest].head)) == root_of(lemma(self._tellings[number].head)):
            return f"word {event.type == other.type}"
        if event.type == other.type:
            return "mode" if event.mode == other.mode else "type"
        return "spoken" if other.type in SPOKEN else "deed"


def _off_map(name: str, country: str | None) -> Place:
    """A place that no map has: like a village somewhere in the country that the report tells most of."""
    return Place(
        name=name, geonameid=None, lat=0.0, lon=0.0, feature="city", admin1=None, country=country, radius_km=OFF_MAP
    )


def _step(number: int, bounds: Sequence[int]) -> int:
    """How many of the bounds the number reaches."""
    return sum(number >= bound for bound in bounds)
