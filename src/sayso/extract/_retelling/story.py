"""Deeds of the same people, told one after the other: "Gunmen attacked a convoy in Gao on Monday. They burned it."

The later deed has the time and the place of the earlier one, where its own sentence tells none. A paragraph that has
gone back to old times ("In 1999 Diallo fled.") goes on in them, whoever acts; what it tells in the simple past is at
least not of the report's day.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

import msgspec
from spacy.tokens import Token

from sayso.codebook import syntax
from sayso.codebook.match import lemma
from sayso.extract._placing.clauses import AIMED, SPOKEN, is_saying, roots_of, under
from sayso.extract._placing.news_day import names_day
from sayso.extract._placing.other_times import is_of_what_followed
from sayso.extract._placing.when import day_of
from sayso.extract._telling.telling import Telling
from sayso.extract._telling.told import Told, undated
from sayso.extract._telling.verb_group import told_with
from sayso.model import HAPPENED, OF_A_DAY, Event, Span, Time

if TYPE_CHECKING:
    from sayso.digest.digest import Digest

#: Auxiliaries of what is told as of now.
PRESENT = frozenset({"has", "have", "is", "are", "will", "would", "may", "could", "can"})
#: What is done with a paper at talks and on visits.
SIGNING = frozenset({"sign", "initial"})
#: What is done in court, and the types of what is told of it.
IN_COURT = frozenset({"plead", "convict", "acquit", "sentence", "fine", "indict", "prosecute", "try"})
OF_COURT = frozenset({"SANCTION", "COERCE", "ACCUSE", "CONCEDE"})
#: What is said at protests.
DEMANDS = frozenset({"REQUEST", "ACCUSE", "REJECT"})
#: Verbs of whoever is gone from a place after it, and words of another time.
AWAY = frozenset({"leave", "flee", "escape", "evacuate", "quit", "vacate", "depart", "abandon"})
LATER = frozenset({"later", "then", "subsequently", "afterwards", "eventually"})
#: Words of another day, and how exact a time is that names one.
OTHER_TIME = LATER - {"then"} | {"earlier", "previously", "since", "recently", "already", "ago", "once"}
AT_ONCE = frozenset({"immediately", "instantly", "promptly"})
#: Characters in which the word before a time stands.
NEAR = 16
#: Who tells himself what was on any day.
SPEAKERS = frozenset({"i", "we"})
#: What is done by force, in one paragraph mostly on one day.
FORCE = frozenset({"ASSAULT"})
#: Days before the dateline from which on times are old.
OLD_DAYS = 21
#: Those from which on what goes on from them is not of the dateline.
WEEK = 7


@dataclass(slots=True)
class _Scene:
    """The last deed that had a time or a place of its own: where its sentence ends, whose deed it was, its `verb`;
    `line`: where the line ends that goes on in its time.
    """

    end: int = -1
    people: frozenset[str] = frozenset()
    actors: frozenset[str] = frozenset()
    event: Event | None = None
    verb: int = -1
    line: int = -1
    paragraph: int = -1


class _Clock:
    """The time that the report named last, before any word of it."""

    def __init__(self, digest: Digest, past: Sequence[Time]) -> None:
        self._published, self._text = day_of(digest.report.published), digest.report.text
        self._times = sorted((t.spans[0][0], t.end) for t in past if t.end)
        self._has_news_day = names_day(digest)

    def is_old(self, word: Token) -> bool:
        """Whether it lies weeks back and the word in its line, or in a report whose lead names no day."""
        at = bisect_left(self._times, (word.idx, ""))
        if at == 0 or not _is_old(self._times[at - 1][1], self._published, WEEK):
            return False
        return not self._has_news_day or "\n" not in self._text[self._times[at - 1][0] : word.idx]


def told_on(told: Sequence[Told], events: Sequence[Event], digest: Digest) -> list[Event]:
    """The events of `told`, in its order; those that go on from the deed before them with its time and place."""
    published = (digest.report.published or "9")[:10]
    past = [t for t in digest.times if t.type in ("date", "time") and (t.start or "")[:10] <= published]
    dates = roots_of(digest, past)
    named = [(e.id, m.spans[0]) for e in digest.entities if e.kind == "place" for m in e.mentions]
    placed = roots_of(digest, (m for e in digest.entities if e.kind == "place" for m in e.mentions))
    when, where, clock = _Scene(), _Scene(), _Clock(digest, past)
    found = []
    for one, event in zip(told, events, strict=True):
        changed = event
        sentence = one.telling.head.sent.start
        placed_here = not all(_is_of_saying(root, one.telling) for root, _ in placed.get(sentence, ()))
        dated = not all(_is_aside(root, time, one.telling) for root, time in dates.get(sentence, ()))
        if event.from_ == "words" and event.precision != "vague":
            since = _is_since(digest, event)
            if not (since and _is_by_today(event, published)):
                _remember(when, one, event, words=True)
            when.paragraph = -1 if since else _line_end(digest, when)
            old = when.event is not None and _is_old(when.event.end, day_of(digest.report.published))
            when.line = when.paragraph if old else -1
        elif event.from_ != "words" and not dated and (last := _day_before(when, one)) is not None:
            changed = msgspec.structs.replace(
                changed, time=last.time, start=last.start, end=last.end, precision=last.precision, from_="words"
            )
            when.end = one.telling.head.sent.end if when.paragraph > one.telling.head.idx else when.end
        elif event.from_ == "dateline" and not dated and clock.is_old(one.telling.head):
            changed = undated(event) if _is_simple_past(told_with(one.telling.head)) else event
        if event.place is not None:
            _remember(where, one, event, talks=True)
        elif (not placed_here or _goes_on(where, one, named)) and (last := _place_before(where, one)):
            changed = msgspec.structs.replace(changed, place=last.place)
        found.append(changed)
    return found


def _is_aside(root: Token, time: Time, telling: Telling) -> bool:
    """ "June" of "arrested a chief, who was released in June", "a mill, which had been rebuilt in June, was burned": of
    another deed, which only a relative clause tells, or which followed this one.
    """
    if is_of_what_followed(root, time, telling.head) or _is_of_saying(root, telling):
        return True
    clauses = (one for one in root.ancestors if one.dep_ == "acl:relcl" and syntax.is_verb(one))
    return any(not under(telling.head, one) for one in clauses)


def _is_of_saying(word: Token, telling: Telling) -> bool:
    """ "Their chief said in Gao [on Friday]": when and where only somebody told of the deed."""
    event = telling.head
    above = next((one for one in (word, *word.ancestors) if under(event, one)), None)
    return above is not None and above.i not in (event.i, word.i) and is_saying(above)


def _remember(scene: _Scene, one: Told, event: Event, *, talks: bool = False, words: bool = False) -> None:
    """Keeps the first deed of its sentence; speech and asides are no deeds, but `talks` and visits have a place, and
    all `words` a day.
    """
    verb = one.telling.head
    spoken = event.type in SPOKEN and not words and not (talks and event.type == "CONSULT")
    left = talks and (event.type == "RETREAT" or lemma(verb) in AWAY)  # they are no longer there
    deed = syntax.is_verb(verb) and not spoken and not left and event.status in HAPPENED
    aside = any(each.dep_ == "acl:relcl" for each in _joined(verb))
    if deed and not aside and scene.end != verb.sent.end:
        scene.end, scene.people, scene.event, scene.verb = verb.sent.end, _people(event), event, verb.i
        scene.actors = frozenset(p.entity for p in event.actors if p.entity is not None)


def _goes_on(scene: _Scene, one: Told, places: Sequence[tuple[str, Span]]) -> bool:
    """ "Looted a clinic in Gao and beat a nurse": joined to the deed, behind which no other place and time is told."""
    here = scene.event.place if scene.event is not None else None
    verb = one.telling.head
    joined = verb.dep_ == "conj" and any(each.i == scene.verb for each in _joined(verb))
    if not joined or any(c.lower_ in LATER for c in verb.children):
        return False
    behind = verb.doc[verb.i : verb.sent.end]
    return not any(verb.idx <= start < behind.end_char for place, (start, _) in places if place != here)


def _before(scene: _Scene, one: Told, *, talks: bool = False) -> Event | None:
    """The deed of the same people that the sentence before told, where this is a deed in the past; with `talks`, what
    they came together for on the visit or at the talks that it told.
    """
    verb = one.telling.head
    present = any(c.lower_ in PRESENT for c in verb.children if syntax.base(c.dep_) in ("aux", "cop"))
    together = one.event.type in ("CONSULT", "AGREE") or lemma(verb) in SIGNING
    met = (
        talks
        and scene.event is not None
        and (
            (together and scene.event.type == "CONSULT")
            or (one.event.type in DEMANDS and scene.event.type == "PROTEST")
        )
    )
    spoken = one.event.type in SPOKEN and not met
    deed = verb.tag_ in ("VBD", "VBN") and not present and not spoken and one.event.mode != "phone"
    if not deed or one.event.status not in HAPPENED or scene.end not in (verb.sent.start, verb.sent.end):
        return None
    if lemma(verb) in IN_COURT and scene.event is not None and _is_long_before(scene.event):
        return None
    joined = verb.dep_ == "conj" and verb.head.i == scene.verb and not syntax.children(verb, "nsubj", "nsubj:pass")
    goes_on = scene.line > verb.idx or (talks and joined)
    return scene.event if goes_on or scene.people & _people(one.event) else None


def _is_long_before(event: Event) -> bool:
    """Whether it is a deed of which only month or year is told: a court deals with it some other time."""
    return event.precision not in OF_A_DAY and event.type not in OF_COURT


def _day_before(scene: _Scene, one: Told) -> Event | None:
    """The event of the sentence before in whose time this goes on: of the same people, or in one paragraph what befell
    somebody by nobody who is named ("Rebels raided the port on Monday. Two guards were killed.").
    """
    verb, event = one.telling.head, scene.event
    found = None if event is None or event.type in SPOKEN else _before(scene, one)
    if found is not None or event is None or one.event.status not in HAPPENED:
        return found
    here = scene.end in (verb.sent.start, verb.sent.end) and scene.paragraph > verb.idx
    if not here or not _is_simple_past(verb):
        return None
    if any(c.lower_ in AT_ONCE or (c.lower_ == "once" and syntax.case_of(c) == "at") for c in verb.children):
        return event
    other = OTHER_TIME - LATER if verb.dep_ == "conj" else OTHER_TIME
    if event.precision not in OF_A_DAY or any(c.lower_ in other for c in verb.children):
        return None
    same = scene.actors & {p.entity for p in one.event.actors if p.text.lower() not in SPEAKERS}
    deed = one.event.from_ == "dateline" and not {one.event.type, event.type} & SPOKEN
    befell = deed and (not one.event.actors or (one.event.type in FORCE and not _is_counted(verb)))
    return event if same or befell else None


def _is_counted(verb: Token) -> bool:
    """ "An hour after they came": by something else that was done."""
    verbs = (verb, verb.head) if verb.dep_ == "conj" else (verb,)
    return any(c.lower_ in ("after", "before") for top in verbs for one in top.children for c in (one, *one.children))


def _place_before(scene: _Scene, one: Told) -> Event | None:
    """The event of the sentence before in whose place this goes on; also where somebody was hurt in the violence that
    it told ("Youths threw stones at a bus in Gao. Two guards were hurt.").
    """
    verb, event = one.telling.head, scene.event
    found = _before(scene, one, talks=True)
    if found is not None or event is None or scene.end != verb.sent.start or event.type not in AIMED | {"PROTEST"}:
        return found
    hurt = one.event.type == "ASSAULT" and one.event.status == "occurred" and not one.event.actors
    told = verb.tag_ == "VBN" and _is_simple_past(verb) and not any(c.lower_ in OTHER_TIME for c in verb.children)
    return event if hurt and told else None


def _is_simple_past(verb: Token) -> bool:
    """ "Fled", "was hit", not "has fled", "had been hit"."""
    first = next((c for c in verb.children if syntax.base(c.dep_) == "aux"), verb)
    return syntax.is_verb(verb) and first.tag_ == "VBD" and first.lower_ not in ("had", "'d", "’d")


def _is_old(end: str | None, day: date | None, least: int = OLD_DAYS) -> bool:
    """Whether what ended then was over so many days before the day."""
    over = day_of(end)
    return day is not None and over is not None and (day - over).days >= least


def _is_since(digest: Digest, event: Event) -> bool:
    """ "Have held the port since Monday": what goes on is of no one day."""
    time = digest.times_by_id.get(event.time or "")
    start = time.spans[0][0] if time is not None else 0
    words = digest.report.text[max(0, start - NEAR) : start].split()[-1:]
    return event.status == "ongoing" or (words != [] and words[0].lower() == "since")


def _is_by_today(event: Event, published: str) -> bool:
    """Whether it is a stretch up to the report's day: of another deed of its sentence the story may go on."""
    return event.precision not in OF_A_DAY and (event.end or "")[:10] > published


def _line_end(digest: Digest, scene: _Scene) -> int:
    """The offset at which the line of the scene's deed ends."""
    text, last = digest.report.text, scene.event.trigger.spans[-1][1] if scene.event is not None else 0
    end = text.find("\n", last)
    return len(text) if end < 0 else end


def _people(event: Event) -> frozenset[str]:
    return frozenset(p.entity for p in event.actors + event.recipients if p.entity is not None)


def _joined(verb: Token) -> Iterator[Token]:
    """The verb and those that it is joined to."""
    yield verb
    while verb.dep_ in ("conj", "advcl") and verb.head.i != verb.i:
        verb = verb.head
        yield verb
