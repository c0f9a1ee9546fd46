"""Where and when of all the report's places and times an event was, by a small network, over what the rules found.

The rules know the sentence of an event. Most events have their place and day sentences away, by a name that comes once;
the network has read how reports go on about a place and a day. It sees what the rules say as one feature among others.
Tellings of one event are judged together.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import timedelta
from itertools import islice
from typing import TYPE_CHECKING

import msgspec
import numpy as np

from sayso.codebook import syntax
from sayso.extract._placing.clauses import SPOKEN
from sayso.extract._placing.grounds import NOWHERE, TODAY, Choice, Grounds
from sayso.extract._placing.when import day_of
from sayso.extract._status.status import carrier_of
from sayso.extract._telling.telling import Telling
from sayso.extract._telling.told import Told
from sayso.model import OF_A_DAY, Event

if TYPE_CHECKING:
    from sayso.digest.digest import Digest
    from sayso.digest.pairs import Pairs

#: By how much, in log odds, the network must be surer than the rules: where these found nothing or the report's day,
#: and against a place that they found; a time that they found stays.
UNFILLED, SURER = 3.0, 5.0
#: Prepositions and conjunctions of what came before or after what the sentence tells.
APART = frozenset({"after", "before", "following", "since", "until", "ahead of", "prior to"})
#: How far above the event's word the clause may begin.
HIGH = 2
#: The networks learnt from whole reports: of a text with fewer sentences they know nothing that its rules do not.
SENTENCES = 4
#: Types whose recipients are given something or work with the others, wherever that is.
GIVEN = frozenset({"AID", "COOPERATE"})
#: What is told of one event counts at least so much.
LEAST = 1e-6


def ground(told: Sequence[Told], events: Sequence[Event], same: Mapping[str, str], digest: Digest) -> list[Event]:
    """The events, made from `told` in order, with other places and days where the document has scores for them and
    these are surer; what is of a month or year, or all over a country, is left to the rules. `same` says of
    which first telling a later one is one.
    """
    places, times = (digest.doc.user_data.get(name) for name in ("places", "times"))
    whole = sum(1 for _ in islice(digest.doc.sents, SENTENCES)) == SENTENCES
    if places is None or times is None or not whole:
        return list(events)
    grounds = Grounds(digest, told, events)
    wide = {time.id for time in digest.times if time.precision not in OF_A_DAY}
    wide |= {one.id for one in digest.entities if one.place is not None and one.place.feature == "country"}
    placed = {event.id: event.place or NOWHERE for event in events}
    timed = {event.id: _time_of(event) for event in events}
    groups: dict[str, list[int]] = defaultdict(list)
    for number, event in enumerate(events):
        if event.codes is not None and told[number].telling.kind is not None:
            groups[same.get(event.id, event.id)].append(number)
    for numbers in groups.values():
        for ruled, choices_of, pairs in ((placed, grounds.places, places), (timed, grounds.times, times)):
            joint = _mean([_shares(pairs, choices_of(number)) for number in numbers])
            barred = wide.union(
                *(_speakers_and_sides(events[n]) | _of_main_clause(told[n].telling, digest) for n in numbers)
            )
            open_ = {one: score for one, score in joint.items() if one not in barred}
            for event in (events[number] for number in numbers):
                ruled[event.id] = _surer(open_, ruled[event.id], np.inf if ruled is timed else SURER)
    return [_grounded(event, placed[event.id], timed[event.id], digest) for event in events]


def _speakers_and_sides(event: Event) -> set[str]:
    """ "Caracas asked Havana for help": a country or capital that acts, is spoken to, or says so, is no scene of it."""
    sides = event.actors + (event.recipients if event.type in SPOKEN or event.type in GIVEN else ())
    return {one.entity for one in sides + event.according_to if one.entity}


def _of_main_clause(telling: Telling, digest: Digest) -> set[str]:
    """ "Shops closed on Thursday, a day after an attack": the times of the sentence are not those of what came before
    or after.
    """
    head, sentence = carrier_of(telling.head), telling.head.sent
    words = (head, *islice(head.ancestors, HIGH))
    if not any({syntax.case_of(w), *(c.lower_ for c in w.children if c.dep_ == "mark")} & APART for w in words):
        return set()
    return {t.id for t in digest.times if sentence.start_char <= t.spans[0][0] < sentence.end_char}


def _time_of(event: Event) -> str:
    if event.from_ == "words":
        return event.time or NOWHERE
    return TODAY if event.from_ == "dateline" else NOWHERE


def _shares(pairs: Pairs, choices: Sequence[Choice]) -> dict[str, float]:
    """The probability of each id; a place that is named twice has that of both."""
    first = choices[0].token.i
    scores = pairs.scores(first, [c.token.i for c in choices], [c.features for c in choices], axis=0)[:, 0]
    told: dict[str, float] = {}
    for choice, share in zip(choices, np.exp(scores).tolist(), strict=True):
        told[choice.id] = told.get(choice.id, 0.0) + share
    return told


def _mean(shares: Sequence[Mapping[str, float]]) -> dict[str, float]:
    """The mean of the logarithms."""
    return {one: float(np.mean([np.log(of.get(one, 0.0) + LEAST) for of in shares])) for one in shares[0]}


def _surer(scores: Mapping[str, float], ruled: str, against: float) -> str:
    """The likeliest id, where it is surer than the one that the rules give, by `against` where that is of the words; a
    place that no map has is no choice, so that it stays.
    """
    best = max(scores, key=scores.__getitem__)
    least = UNFILLED if ruled in (NOWHERE, TODAY) else against
    return best if ruled in scores and scores[best] - scores[ruled] > least else ruled


def _grounded(event: Event, place: str, time: str, digest: Digest) -> Event:
    """The event at the place and time of these ids, where they are others than its own."""
    if place != (event.place or NOWHERE):
        event = msgspec.structs.replace(event, place=place or None)
    if time == _time_of(event):
        return event
    day = day_of(digest.report.published)
    if time == TODAY and day is not None:
        start, end = day.isoformat(), (day + timedelta(days=1)).isoformat()
        return msgspec.structs.replace(event, time=None, start=start, end=end, precision="day", from_="dateline")
    told = next((one for one in digest.times if one.id == time), None)
    if told is None:
        return msgspec.structs.replace(event, time=None, start=None, end=None, precision=None, from_=None)
    return msgspec.structs.replace(
        event, time=told.id, start=told.start, end=told.end, precision=told.precision, from_="words"
    )
