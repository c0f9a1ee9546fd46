"""Tellings of one event inside a report, and what is news in it.

A later telling is the same event as an earlier one when type and mode agree, nothing that both name differs (actors,
recipients, place, day, status of having happened), and they share something that tells them apart from others of the
kind: a participant, a place, a number, or the definite article of a noun that takes the event up again. Nobody dies
twice, and violence against one who has a name is told of again rather than done again.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sayso.codebook.match import lemma
from sayso.codebook.words import word_list
from sayso.extract._again import has_been_told, is_another, is_set_apart, points, says_otherwise, takes_up
from sayso.extract._telling import Telling
from sayso.model import Event, Salience, Span

HAPPENED = frozenset({"occurred", "ongoing", "attempted"})
#: Nouns that take up an event of any type ("the move", "the decision").
TAKING_UP = word_list("same_taking_up")
#: Nouns that take up a decision or an act without naming its kind.
MOVES = word_list("same_moves")
#: Modes that are two words for one act.
ALIKE = (
    {"permit", "approve"},
    {"heavy-weapons", "drone"},
    {"heavy-weapons", "aerial"},
    {"explosives", "suicide-attack"},
    {"explosives", "mine"},
)
#: Types that are acts of speech: two with the same mode are two acts.
SPEECH = frozenset({"REQUEST", "ACCUSE", "REJECT", "THREATEN", "AGREE", "SUPPORT"})
#: Types whose events "the move" may take up.
DECISIONS = word_list("same_decisions")
#: Days before the dateline from which on an event is background, and from which on it is history.
BACKGROUND_DAYS = 21
HISTORY_DAYS = 366
#: Statuses of what is not news as an event.
UNREAL = frozenset({"did_not_occur", "possible"})
#: How many tellings back an event may be taken up by a bare definite noun.
NEAR = 12
#: How many tellings of its type back an event is looked for, so that a long text costs linear time.
LOOK_BACK = 200


#: What the head words of the unnamed begin with, among the keys of a side.
WORD = "word:"


@dataclass(frozen=True, slots=True)
class Told:
    """A finished event with the telling it was made from."""

    event: Event
    telling: Telling
    #: who acts and who undergoes: ids of the named, the countries they belong to, and the head words of the others
    actors: frozenset[str] = frozenset()
    recipients: frozenset[str] = frozenset()
    #: ids of the people who have violence done to them, and of those of them whose death it tells
    harmed: frozenset[str] = frozenset()
    dead: frozenset[str] = frozenset()


def same_as(told: Sequence[Told]) -> dict[str, str]:
    """Of each later telling, the id of the first one of the same event."""
    first: dict[str, str] = {}
    ids = {id(one.telling): one.event.id for one in told}
    alike: dict[str, deque[tuple[int, Told]]] = defaultdict(lambda: deque(maxlen=LOOK_BACK))
    tellings = {one.event.id: one.telling for one in told}
    decided: Told | None = None
    for i, later in enumerate(told):
        kind = later.event.type
        if later.telling.about is not None:
            continue
        cause = ids.get(id(later.telling.effect_of))
        if cause is not None:
            first[later.event.id] = first.get(cause, cause)
            continue
        earlier = decided if kind is None and _is_move(later) else None
        if kind is not None:
            candidates = [
                t
                for at, t in reversed(alike[kind])
                if _same(t, later, i - at)
                and not is_set_apart(later.telling, tellings[first.get(t.event.id, t.event.id)])
            ]
            earlier = _first_alike(candidates, later)
            alike[kind].append((i, later))
            decided = later if kind in DECISIONS else decided
        if earlier is not None:
            first[later.event.id] = first.get(earlier.event.id, earlier.event.id)
    return first


def _first_alike(candidates: list[Told], later: Told) -> Told | None:
    """The nearest of the candidates that is told by the same word, else the nearest."""
    word = lemma(later.telling.head)
    return next((one for one in candidates if lemma(one.telling.head) == word), next(iter(candidates), None))


def _is_move(later: Told) -> bool:
    """Whether it is "the move" or "this step", which takes up the last decision or act before it."""
    return lemma(later.telling.head) in MOVES and takes_up(later.telling)


def _same(earlier: Told, later: Told, distance: int) -> bool:
    a, b = earlier.event, later.event
    if a.sentence == b.sentence or is_another(later.telling):
        return False
    if earlier.dead & later.dead and (a.status in HAPPENED) == (b.status in HAPPENED):
        return True
    if _modes_differ(a, b) or _unlike(earlier, later) or _differ(earlier, later):
        return False
    if earlier.harmed & later.harmed:
        return True
    alike = lemma(earlier.telling.head) == lemma(later.telling.head)
    if a.type not in SPEECH:
        alike = alike or (a.mode is not None and a.mode == b.mode) or {a.mode, b.mode} in ALIKE
    noun = later.telling.head.pos_ in ("NOUN", "PROPN")
    if (
        noun
        and (not later.recipients or _hit_only_victims(b) or _again_by_its_word(earlier, later))
        and (alike or lemma(later.telling.head) in TAKING_UP or (a.type == "ASSAULT" and points(later.telling)))
        and (takes_up(later.telling) or not later.actors)
    ):
        return distance <= NEAR * (2 if alike else 1)
    if alike and _of_the_same_arms(earlier, later):
        return distance <= NEAR
    if noun and not (takes_up(later.telling) or a.place == b.place is not None or _owned(later.telling)):
        return False
    shared = _shared(earlier, later)
    if a.type in SPEECH:
        return shared >= 2 and alike
    return shared >= 2 or (shared == 1 and alike)


def _again_by_its_word(earlier: Told, later: Told) -> bool:
    """ "The attack" after "attacked": the same word with "the", whoever is now said to have died in it."""
    return takes_up(later.telling) and any(lemma(t) == lemma(later.telling.head) for t in earlier.telling.tokens)


def _hit_only_victims(event: Event) -> bool:
    """Whether nobody is told to have been hit but those whom its toll counts."""
    counted = {span for toll in event.toll for span in toll.spans}
    return all(any(a <= c and d <= b for a, b in counted for c, d in one.spans) for one in event.recipients)


def _of_the_same_arms(earlier: Told, later: Told) -> bool:
    """ "… launched six missiles. … about eight missiles were fired": weapons alone, in another's account of it."""
    if later.actors or later.recipients or later.event.place or earlier.event.according_to == later.event.according_to:
        return False
    return bool({lemma(t) for t in earlier.telling.instruments} & {lemma(t) for t in later.telling.instruments})


def _unlike(earlier: Told, later: Told) -> bool:
    """Whether the one happened and the other did not, or both did not in different ways; an attempted murder is no
    murder.
    """
    a, b = earlier.event, later.event
    if has_been_told(later.telling, b.status, a.status):
        return False
    if a.trigger.lemma == b.trigger.lemma and "attempted" in (a.status, b.status) and a.status != b.status:
        return True
    return (a.status in HAPPENED) != (b.status in HAPPENED) or (a.status not in HAPPENED and a.status != b.status)


def _modes_differ(a: Event, b: Event) -> bool:
    """Modes that are two words for one act do not differ."""
    return a.mode != b.mode and a.mode is not None and b.mode is not None and {a.mode, b.mode} not in ALIKE


def _differ(earlier: Told, later: Told) -> bool:
    """Whether something that both tell cannot be the same."""
    a, b = earlier.event, later.event
    if is_set_apart(later.telling, earlier.telling) or says_otherwise(later.telling, earlier.telling):
        return True
    if a.place and b.place and a.place != b.place:
        return True
    if a.from_ == b.from_ == "words" and (a.start, a.end) != (b.start, b.end) and not _overlap(a, b):
        return True
    sides = ((earlier.actors, later.actors), (earlier.recipients, later.recipients))
    return any(_named(mine) and _named(other) and not mine & other for mine, other in sides)


def _named(side: frozenset[str]) -> bool:
    return any(not key.startswith(WORD) for key in side)


def _overlap(a: Event, b: Event) -> bool:
    if not (a.start and a.end and b.start and b.end):
        return True
    return a.start[:10] < b.end[:10] and b.start[:10] < a.end[:10]


def _shared(earlier: Told, later: Told) -> int:
    a, b = earlier.event, later.event
    tools = {p.entity or p.text.lower() for p in a.instruments} & {p.entity or p.text.lower() for p in b.instruments}
    shared = bool(earlier.actors & later.actors) + bool(earlier.recipients & later.recipients) + bool(tools)
    return (
        shared
        + bool(a.place and a.place == b.place)
        + bool(a.from_ == b.from_ == "words" and a.start and a.start == b.start)
    )


def _owned(telling: Telling) -> bool:
    """ "an attack", "their attack", "12 strikes": a certain one; "strikes" alone are any."""
    kinds = ("det", "nmod:poss", "nummod")
    return telling.head.tag_ == "NN" or any(c.dep_ in kinds for c in telling.head.children)


def salience_of(event: Event, *, published: str | None, main: bool) -> Salience:
    """`history` a year and more before the dateline, `background` weeks before it or far from the news, else `main`."""
    day, start = _date(published), _date(event.start) if event.from_ == "words" else None
    if day is not None and start is not None:
        age = (day - start).days
        if age >= HISTORY_DAYS or (age > BACKGROUND_DAYS and start.year < day.year - 1):
            return "history"
        if age > BACKGROUND_DAYS:
            return "background"
    return "main" if main else "background"


def _date(text: str | None) -> date | None:
    if not text:
        return None
    try:
        return datetime.fromisoformat(text.replace("Z", "+00:00")).date()
    except ValueError:
        return None


def main_events(told: Sequence[Told], same: dict[str, str]) -> set[str]:
    """Ids of the events that the report is about: coded ones that happened lately, of its first sentences or told
    again or with a toll or dated by their words.
    """
    sentences = sorted({one.event.sentence for one in told})
    lead = set(sentences[: max(2, len(sentences) // 4)])
    again = set(same.values())
    ids = {
        one.event.id
        for one in told
        if one.event.type is not None and one.event.status not in UNREAL and _is_news(one.event, lead, again)
    }
    return ids | {later for later, first in same.items() if first in ids}


def _is_news(event: Event, lead: set[Span], again: set[str]) -> bool:
    dated = event.from_ == "words" and event.status in HAPPENED
    return event.sentence in lead or event.id in again or bool(event.toll) or dated
