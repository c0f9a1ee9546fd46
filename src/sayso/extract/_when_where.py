"""When and where an event took place, from the words nearest to it in the parse.

A time or place belongs to the event whose words it hangs on. One that hangs on a verb of saying belongs to the
saying, one in the dateline ("OSLO, May 3 (…) —") to nobody. An event without a time of its own has the dateline's
day.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from spacy.tokens import Token

from sayso.codebook import syntax
from sayso.codebook.match import lemma
from sayso.codebook.words import word_list
from sayso.extract._status import carrier_of
from sayso.extract._telling import Telling
from sayso.model import Entity, Precision, Time

if TYPE_CHECKING:
    from sayso.digest.digest import Digest

LOCATIVE = word_list("when_where_locative")
#: Prepositions that tell where from or where to: a place, but a worse one than "in".
DIRECTION = word_list("when_where_direction")
SAYING = word_list("when_where_saying")
#: "OSLO, May 3 (Wire) —", "QUITO, 7 MAY 91 (WIRE) -- [TEXT]"
DATELINE = re.compile(r"\s*[A-Z][^\n]{0,100}?(?: --| —| –|\]|\) -)")
#: Types of events whose recipient, when it is a place, is where they happen.
AIMED = frozenset({"ASSAULT", "CONTROL", "COERCE"})
#: Types that are words: what they take as object is what is spoken of.
SPOKEN = frozenset({"AGREE", "SUPPORT", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "DECIDE", "SANCTION", "CONSULT"})
#: Prepositions of what an event is about.
TOPIC = frozenset({"about", "on", "over", "around", "for", "against", "concerning", "regarding"})
#: Modes and types that happen where they lead to, or whence: by prepositions; "" is a bare object.
GOALS = {
    "visit": frozenset({"", "to", "in", "at", "through"}),
    "MOBILIZE": frozenset({"to", "into", "toward", "towards"}),
    "RETREAT": frozenset({"from"}),
}
#: Conjunctions of clauses that may be of another place.
APART = frozenset({"after", "before", "since", "because", "although", "though", "if", "unless"})
#: Verbs whose clause says when and where the event was that they are told of.
HELD = frozenset({"hold", "schedule", "stage", "sign", "reach", "convene", "set", "open"})
FAR = 12
#: How far from the event a place of its clause may stand in the parse.
NEAREST = 6
#: How a time stands before a noun that it belongs to.
BEFORE_NOUN = frozenset(("nummod", "compound", "amod", "nmod"))
#: Conjunctions of what was at the time of the main clause.
SAME_TIME = word_list("when_where_same_time")
#: Verbs whose object is where it happened ("fled the camp").
LEAVING = word_list("when_where_leaving")
#: Nouns that take up a place ("this zone"), and how far from the event they may stand in the parse.
AGAIN = word_list("when_where_again")
NEAR = 5


@dataclass(frozen=True, slots=True)
class When:
    """The time of an event: id of a time record and its interval, or the dateline's day."""

    time: str | None
    start: str | None
    end: str | None
    precision: Precision | None
    source: Literal["words", "dateline"] | None


class Ground:
    """Times and places of one report, looked up by the tokens they stand on."""

    def __init__(self, digest: Digest) -> None:
        self._digest = digest
        #: where the sentence of the last event with a place ends, and that place; events are asked in text order
        self._last: tuple[int, str | None] = (0, None)

    @cached_property
    def _dateline_end(self) -> int:
        match = DATELINE.match(self._digest.report.text)
        return match.end() if match and match.group().strip()[:4].isupper() else 0

    @cached_property
    def _times(self) -> dict[int, list[tuple[Token, Time]]]:
        """Times by the start of their sentence."""
        found: dict[int, list[tuple[Token, Time]]] = {}
        for time in self._digest.times:
            span = self._digest.doc.char_span(*time.spans[0], alignment_mode="expand")
            if (
                span is not None
                and len(span)
                and time.type in ("date", "time")
                and time.spans[0][0] >= self._dateline_end
            ):
                found.setdefault(span.root.sent.start, []).append((span.root, time))
        return found

    @cached_property
    def _places(self) -> dict[int, list[tuple[Token, Entity]]]:
        """Mentions of places by the start of their sentence."""
        found: dict[int, list[tuple[Token, Entity]]] = {}
        for entity in self._digest.entities:
            if entity.kind not in ("place", "facility") or (entity.kind == "facility" and entity.place is None):
                continue
            for mention in entity.mentions:
                span = self._digest.doc.char_span(*mention.spans[0], alignment_mode="expand")
                if (
                    span is not None
                    and len(span)
                    and mention.form == "name"
                    and mention.spans[0][0] >= self._dateline_end
                ):
                    found.setdefault(span.root.sent.start, []).append((span.root, entity))
        return found

    def when(self, telling: Telling, beside: list[Telling]) -> When:
        """The nearest time attached to the event, else the dateline's day; `beside`: the tellings of its sentence."""
        times = [] if telling.about is not None else self._times.get(telling.head.sent.start, [])
        best = self._nearest(times, telling, beside)
        above = None if best is not None or telling.about is not None else _main_clause(telling.head, beside)
        if above is not None:
            best = self._nearest(times, above, beside)
        if best is not None:
            return When(best.id, best.start, best.end, best.precision, "words")
        day = _day(self._digest.report.published)
        if day is None or telling.status not in ("occurred", "ongoing", "attempted", "did_not_occur"):
            return When(None, None, None, None, None)
        return When(None, day.isoformat(), (day + timedelta(days=1)).isoformat(), "day", "dateline")

    def _nearest(self, times: list[tuple[Token, Time]], telling: Telling, beside: list[Telling]) -> Time | None:
        ranked = []
        heads = [t for t in beside if t.about is not telling]
        for root, time in times:
            if _is_of_thing(root, {t.i for telling_beside in beside for t in telling_beside.tokens}):
                continue
            anchor = _anchor(root)
            if _is_saying(anchor) and anchor.i not in {t.head.i for t in heads}:
                continue
            ours = None if _in_other_clause(root, telling.head) else _steps(root, telling.head)
            if ours is None or ours > FAR or self._too_late(time, telling):
                continue
            nearer = [t for t in heads if t is not telling and (_steps(root, t.head) or 99) < ours]
            if not nearer or _shares(telling, [t for t in nearer if not _in_content(root, t, telling)]):
                ranked.append((ours, abs(root.i - telling.head.i), time))
        ranked.sort(key=lambda item: item[:2])
        return ranked[0][2] if ranked else None

    def _too_late(self, time: Time, telling: Telling) -> bool:
        """ "Agreed to meet in May" of April: what is told as past was not in May."""
        published = self._digest.report.published
        past = telling.head.tag_ in ("VBD", "VBN") and telling.status == "occurred"
        return past and bool(published and time.start and time.start[:10] > published[:10])

    def where(self, telling: Telling) -> str | None:
        """Id of the place entity at which the words put the event."""
        participants = {t.i: t for t in telling.actors + telling.recipients}
        ranked = []
        for root, entity in self._places.get(telling.head.sent.start, []):
            rank = _place_rank(root, telling, participants)
            if rank is not None:
                ranked.append((rank, _steps(root, telling.head) or 99, abs(root.i - telling.head.i), entity))
        ranked.sort(key=lambda item: item[:3])
        place = _finest([entity for *_, entity in ranked]) or self._again(telling)
        if place is not None:
            self._last = (telling.head.sent.end, place)
        return place

    def _again(self, telling: Telling) -> str | None:
        """ "This zone", "there": the place of the last event, where it stands in the sentence before or in this one."""
        end, place = self._last
        sentence = telling.head.sent
        if place is None or end not in (sentence.start, sentence.end):
            return None
        near = (t for t in sentence if _points_back(t) and not _in_other_clause(t, telling.head))
        return place if any((_steps(t, telling.head) or 99) <= NEAR for t in near) else None


def _finest(places: list[Entity]) -> str | None:
    """The first place; where that is a country, the first one inside it ("in [Country]'s [Name] region")."""
    if not places:
        return None
    first = places[0]
    if first.place is not None and first.place.feature == "country":
        inside = (p for p in places if p.place is not None and p.place.feature != "country")
        first = next((p for p in inside if p.country == first.country), first)
    return first.id


def _place_rank(root: Token, telling: Telling, participants: dict[int, Token]) -> int | None:
    """0 hangs on the event, 1 is its aim, 2 qualifies its aim, 3 stands in its clause, 4 is where who acts is; None is
    somewhere else.
    """
    phrase = _top(root)
    case = (syntax.case_of(phrase) or syntax.case_of(root)).split(" ")[0]
    heads = {t.i for t in telling.tokens} | {carrier_of(telling.head).i, telling.head.i}
    left = not case and phrase.dep_ == "obj" and lemma(telling.head) in LEAVING and phrase.head.i in heads
    if left or (case in _goals(telling) and (root.i in participants or phrase.head.i in heads)):
        return 0
    aimed = telling.type in AIMED
    if case == "between":
        return None  # "flights between Oslo and Riga"
    if root.i in participants:
        if aimed and participants[root.i] in telling.recipients:
            return 1
        return 0 if case in LOCATIVE - DIRECTION and case != "on" and phrase.head.i in heads else None
    if case == "on" and not (aimed and phrase.head.i in {t.i for t in telling.tokens}):
        return None  # "sanctions on Chad", "called on Chad": whom it meets, not where it was
    if case not in LOCATIVE:
        return 2 if aimed and any(_under(root, r) for r in telling.recipients) else None
    if phrase.head.i in heads:
        whence = case == "from" and telling.type == "ASSAULT" and telling.mode != "abduct"
        return 0 if case not in DIRECTION else (None if whence else 1)
    if _in_other_clause(root, telling.head) or _is_saying(phrase.head) or _is_where_said(root, telling.head):
        return None
    if any(_under(root, r) for r in telling.recipients):
        return 1 if aimed else (2 if case not in DIRECTION and not _is_topic(phrase, telling) else None)
    if any(_under(root, a) for a in telling.actors):
        return 4 if case not in DIRECTION else None
    steps = _steps(root, telling.head)
    near = steps is not None and steps <= NEAREST and case not in DIRECTION
    return 3 if near and not _is_topic(phrase, telling) and not _in_relative(telling.head, root) else None


def _goals(telling: Telling) -> frozenset[str]:
    """The prepositions (empty: none) of the place where the event is by its nature: a visit where it leads to."""
    return GOALS.get(telling.mode or "", GOALS.get(telling.type or "", frozenset()))


def _is_topic(phrase: Token, telling: Telling) -> bool:
    """Whether the place is that of a topic on the way up to the event: "talks on the unrest in Garissa"."""
    words = telling.type in SPOKEN
    one = phrase.head
    while one.head.i != one.i and one not in telling.tokens and not _under(telling.head, one):
        case = syntax.case_of(one).split(" ")[0]
        person = one.ent_type_ == "person"  # "met [Name] in Garissa", whatever "in" hangs on
        thing = one.dep_ in ("obj", "nsubj:pass") or (case == "of" and one not in telling.actors)
        if case in TOPIC or (words and thing and not person):
            return True
        one = one.head
    return False


def _points_back(token: Token) -> bool:
    if token.lower_ == "there":
        return token.pos_ == "ADV"
    return lemma(token) in AGAIN and any(c.lower_ in ("this", "that") for c in token.children)


def _top(token: Token) -> Token:
    """The whole place phrase: "Ain Issa" of "the town of Ain Issa", the first of "Sumy, Ukraine"."""
    while (
        token.dep_ in ("appos", "flat", "compound", "nmod:desc", "conj")
        and token.head.i != token.i
        and (token.head.pos_ == "PROPN" or lemma(token.head) in _AREA or token.dep_ in ("appos", "conj"))
    ):
        token = token.head
    if syntax.case_of(token) == "of" and token.head.pos_ == "NOUN" and lemma(token.head) in _AREA:
        return _top(token.head)
    if token.dep_ in ("amod", "nmod", "nmod:poss") and lemma(token.head) in _AREA:
        return _top(token.head)
    return token


_AREA = word_list("when_where_area")


def _under(token: Token, ancestor: Token) -> bool:
    return token.i == ancestor.i or ancestor.is_ancestor(token)


def _in_other_clause(token: Token, event: Token) -> bool:
    """True when the place stands in a relative or reported clause that the event is not in."""
    one = token
    while one.head.i != one.i and not _under(event, one):
        held = one.head.i == event.i and lemma(one) in HELD  # "the meeting held in Paris on Friday"
        if one.dep_ in ("acl:relcl", "ccomp", "parataxis", "acl", "advcl") and syntax.is_verb(one) and not held:
            return True
        one = one.head
    return False


def _is_where_said(place: Token, event: Token) -> bool:
    """ "They told a conference in Doha that the army had fled": where it was told."""
    above = next((one for one in (place, *place.ancestors) if _under(event, one)), None)
    return above is not None and above.i != event.i and _is_saying(above)


def _in_relative(event: Token, place: Token) -> bool:
    """True when the event is told of a noun in passing ("the governor, who fled in May, will speak in Gao") or in a
    clause behind a conjunction ("struck a depot in Gao, two days after Paris gave its permission").
    """
    clauses = (one for one in (event, *event.ancestors) if not _under(place, one))
    return any(c.dep_ == "acl:relcl" or (c.dep_ == "advcl" and _is_apart(c)) for c in clauses)


def _is_apart(clause: Token) -> bool:
    return any(c.lower_ in APART and c.dep_ in ("mark", "case") for c in clause.children)


def _is_of_thing(time: Token, heads: set[int]) -> bool:
    """ "their 1951 treaty": the time of a thing, not of what is told."""
    noun = time.head
    return noun.pos_ in ("NOUN", "PROPN") and time.i < noun.i and noun.i not in heads and time.dep_ in BEFORE_NOUN


def _main_clause(token: Token, tellings: list[Telling]) -> Telling | None:
    """The event whose time a clause beside it shares: "fled in May [as troops came]"."""
    while token.dep_ in ("conj", "advcl") and token.head.i != token.i:
        if token.dep_ == "advcl" and not _is_at_its_time(token):
            return None
        token = token.head
        found = next((t for t in tellings if t.head.i == token.i), None)
        if found is not None:
            return found
    return None


def _is_at_its_time(clause: Token) -> bool:
    """A participle without a subject of its own, or a clause behind a conjunction of the same time."""
    marks = {c.lower_ for c in clause.children if c.dep_ in ("mark", "case") or c.tag_ == "WRB"}
    if marks:
        return marks <= SAME_TIME
    return clause.tag_ == "VBG" and not any(syntax.base(c.dep_) == "nsubj" for c in clause.children)


def _anchor(token: Token) -> Token:
    """The verb or noun that a time hangs on."""
    while (
        token.head.i != token.i
        and syntax.base(token.dep_) in ("nummod", "nmod", "compound", "flat", "amod", "conj", "det", "appos")
        and token.head.ent_type_ == ""
        and token.head.pos_ in ("PROPN", "NUM")
    ):
        token = token.head
    return token.head


def _is_saying(token: Token) -> bool:
    return lemma(token) in SAYING and syntax.is_verb(token)


def _steps(token: Token, other: Token) -> int | None:
    """Edges between two tokens of one sentence in the tree; a step down costs as much as one up."""
    ups = {token.i: 0, **{a.i: n + 1 for n, a in enumerate(token.ancestors)}}
    for n, one in enumerate([other, *other.ancestors]):
        if one.i in ups:
            return ups[one.i] + n
    return None


def _in_content(time: Token, inner: Telling, outer: Telling) -> bool:
    """ "Last week" of "accused Chad of bombing it last week": inside what the words are about."""
    clause = syntax.is_verb(inner.head) and syntax.base(inner.head.dep_) in ("xcomp", "ccomp", "advcl", "acl")
    content = clause and outer.type in SPOKEN and inner.head.head.i == outer.head.i
    return content and inner.head.is_ancestor(time)


def _shares(telling: Telling, nearer: list[Telling]) -> bool:
    """True when the time stands over both: the nearer event is in the same clause as a conjunct, or is this one's
    saying-so.
    """
    carrier = carrier_of(telling.head)  # "won in May and launched an attack"
    return any(
        telling.head.is_ancestor(t.head)
        or t.about is telling
        or telling.about is t
        or t.cause is telling
        or t.head.i == telling.head.i
        or (t.head.dep_ == "conj" and t.head.head.i == telling.head.i)
        or (carrier.dep_ == "conj" and carrier.head.i == t.head.i)
        for t in nearer
    )


def _day(published: str | None) -> date | None:
    if not published:
        return None
    try:
        return datetime.fromisoformat(published.replace("Z", "+00:00")).date()
    except ValueError:
        return None
