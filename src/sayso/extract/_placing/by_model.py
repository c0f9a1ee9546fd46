"""Where and when of all the report's places and times an event was, by a small network, over what the rules found.

The rules know the sentence of an event. Most events have their place and day sentences away, by a name that comes once;
the network has read how reports go on about a place and a day. It sees what the rules say as one feature among others.
Tellings of one event are judged together.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import timedelta
from itertools import islice
from math import exp, inf, log
from typing import TYPE_CHECKING

import msgspec
import numpy as np
from spacy.tokens import Token

from sayso.codebook import syntax
from sayso.digest.pairs import is_whole
from sayso.extract._placing.clauses import SPOKEN
from sayso.extract._placing.grounds import NOWHERE, TODAY, Choice, Grounds
from sayso.extract._placing.when import day_of
from sayso.extract._status.status import carrier_of
from sayso.extract._telling.telling import Telling
from sayso.extract._telling.told import Told
from sayso.model import OF_A_DAY, Event, Mention, Words

if TYPE_CHECKING:
    from sayso.digest.digest import Digest
    from sayso.digest.pairs import Pairs

#: By how much, in log odds, a network must be surer than the rules where these found nothing or the report's day.
UNFILLED = 2.0
#: Prepositions and conjunctions of what came before or after what the sentence tells.
APART = frozenset({"after", "before", "following", "since", "until", "ahead of", "prior to"})
#: How far above the event's word the clause may begin.
HIGH = 2
#: Types whose recipients are given something or work with the others, wherever that is.
GIVEN = frozenset({"AID", "COOPERATE"})
#: What is told of one event counts at least so much.
LEAST = 1e-6


@dataclass(frozen=True, slots=True)
class Care:
    """How far a network may be trusted."""

    #: by how much, in log odds, it must be surer than what the rules found in the words
    surer: float
    #: the share that it must give in any case: where most goes to a country, the rest is no place to put an event
    fair: float
    #: it is too sure of itself; with its log odds divided by this (Guo et al. 2017) the shares in texts that it has not
    #: seen are right as often as they say (`training.grounds --check`)
    temperature: float


#: A time that the rules found stays.
OF_PLACES, OF_TIMES = Care(3.0, 0.45, 1.9), Care(inf, 0.25, 1.8)


@dataclass(frozen=True, slots=True)
class Verdict:
    """The place or time of an event, the share that the network gives to it, and the word that most likely names it."""

    id: str
    sure: float | None
    word: Token | None


def ground(told: Sequence[Told], events: Sequence[Event], same: Mapping[str, str], digest: Digest) -> list[Event]:
    """The events, made from `told` in order, with how sure place and day are, and with others where the document has
    scores for them and these are surer; what is of a month or year, of an hour of no known day, or all over a country,
    is left to the rules. `same` says of which first telling a later one is one.
    """
    places, times = (digest.doc.user_data.get(name) for name in ("places", "times"))
    if places is None or times is None or not is_whole(digest.doc):
        return [with_words(event, None, digest) for event in events]
    grounds = Grounds(digest, told, events)
    wide = {t.id for t in digest.times if t.precision not in OF_A_DAY or (t.start is None and t.precision != "day")}
    wide |= {one.id for one in digest.entities if one.place is not None and one.place.feature == "country"}
    days = _days(digest)
    groups: dict[str, list[int]] = defaultdict(list)
    for number, event in enumerate(events):
        if event.codes is not None and told[number].telling.kind is not None:
            groups[same.get(event.id, event.id)].append(number)
    found = list(events)
    for numbers in groups.values():
        barred = wide.union(
            *(_speakers_and_sides(events[n]) | _of_main_clause(told[n].telling, digest) for n in numbers)
        )
        placed, timed = [events[n].place or NOWHERE for n in numbers], [_time_of(events[n]) for n in numbers]
        where = _judged(places, [grounds.places(n) for n in numbers], placed, barred, OF_PLACES, {})
        when = _judged(times, [grounds.times(n) for n in numbers], timed, barred, OF_TIMES, days)
        for number, place, time in zip(numbers, where, when, strict=True):
            found[number] = _grounded(events[number], place, time, digest)
    return [event if event.place_words else with_words(event, None, digest) for event in found]


def _judged(
    pairs: Pairs, choices: Sequence[list[Choice]], ruled: Sequence[str], barred: Set[str], care: Care,
    alike: Mapping[str, object],
) -> list[Verdict]:  # fmt: skip
    """What each telling of one event has, of its `choices`; `ruled` is what the rules say. Ids are `alike` that say the
    same: "on Monday" in two sentences, the report's day and its name.
    """
    shares = [_shares(pairs, of_one) for of_one in choices]
    joint = _mean([_by_id(of_one, given) for of_one, given in zip(choices, shares, strict=True)])
    likely, honest = _with_alike(joint, alike), _with_alike(heated(joint, care.temperature), alike)
    ranked = sorted(joint.items(), key=lambda item: -item[1])
    open_ = _with_alike({one: share for one, share in ranked if one not in barred}, alike)
    told = []
    for of_one, given, rule in zip(choices, shares, ruled, strict=True):
        chosen = _surer(open_, likely, honest, rule, care)
        words = [(share, c.token) for c, share in zip(of_one, given, strict=True) if c.id == chosen != NOWHERE]
        sure = round(honest[chosen], 3) if chosen and chosen in honest else None
        told.append(Verdict(chosen, sure, max(words, key=lambda item: item[0])[1] if words else None))
    return told


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


def _days(digest: Digest) -> Mapping[str, tuple[str | None, str | None]]:
    """When each time begins and ends, for "on Monday" may be told twice."""
    days = {time.id: (time.start, time.end) for time in digest.times if time.start}
    day = day_of(digest.report.published)
    return days if day is None else days | {TODAY: (day.isoformat(), (day + timedelta(days=1)).isoformat())}


def _shares(pairs: Pairs, choices: Sequence[Choice]) -> list[float]:
    """The probability of each choice."""
    first = choices[0].token.i
    scores = pairs.scores(first, [c.token.i for c in choices], [c.features for c in choices], axis=0)[:, 0]
    return [float(share) for share in np.exp(scores)]


def _by_id(choices: Sequence[Choice], shares: Sequence[float]) -> dict[str, float]:
    """The probability of each id; a place that is named twice has that of both."""
    told: dict[str, float] = {}
    for choice, share in zip(choices, shares, strict=True):
        told[choice.id] = told.get(choice.id, 0.0) + share
    return told


def _mean(shares: Sequence[Mapping[str, float]]) -> dict[str, float]:
    """The geometric mean of what each telling gives, together one."""
    means = {one: exp(sum(log(of.get(one, 0.0) + LEAST) for of in shares) / len(shares)) for one in shares[0]}
    total = sum(means.values())
    return {one: mean / total for one, mean in means.items()}


def heated(shares: Mapping[str, float], temperature: float) -> dict[str, float]:
    """The same with all log odds divided by the temperature."""
    powers = {one: share ** (1 / temperature) for one, share in shares.items()}
    total = sum(powers.values())
    return {one: power / total for one, power in powers.items()}


def _with_alike(shares: Mapping[str, float], alike: Mapping[str, object]) -> dict[str, float]:
    """The share of each with those that say the same."""
    sums: dict[object, float] = defaultdict(float)
    for one, share in shares.items():
        sums[alike.get(one, one)] += share
    return {one: sums[alike.get(one, one)] for one in shares}


def _surer(
    open_: Mapping[str, float], likely: Mapping[str, float], honest: Mapping[str, float], ruled: str, care: Care
) -> str:
    """The likeliest id of those that are open, where it is surer than the one that the rules give: by what `care` asks
    where that is of the words. A place that no map has is no choice, so that it stays.
    """
    best = max(open_, key=open_.__getitem__)
    least = UNFILLED if ruled in (NOWHERE, TODAY) else care.surer
    surer = ruled in likely and honest[best] >= care.fair and log(open_[best] / likely[ruled]) > least
    return best if surer else ruled


def _grounded(event: Event, place: Verdict, time: Verdict, digest: Digest) -> Event:
    """The event at this place and time, where they are others than its own, and how sure they are."""
    if place.id != (event.place or NOWHERE):
        event = msgspec.structs.replace(event, place=place.id or None)
    event = with_words(event, place.word, digest)
    event = msgspec.structs.replace(event, place_sure=place.sure, time_sure=time.sure)
    if time.id == _time_of(event):
        return event
    day = day_of(digest.report.published)
    if time.id == TODAY and day is not None:
        start, end = day.isoformat(), (day + timedelta(days=1)).isoformat()
        return msgspec.structs.replace(event, time=None, start=start, end=end, precision="day", from_="dateline")
    told = next((one for one in digest.times if one.id == time.id), None)
    if told is None:
        return msgspec.structs.replace(event, time=None, start=None, end=None, precision=None, from_=None)
    return msgspec.structs.replace(
        event, time=told.id, start=told.start, end=told.end, precision=told.precision, from_="words"
    )


def with_words(event: Event, likeliest: Token | None, digest: Digest) -> Event:
    """The event with the words that name its place: the nearest in its sentence, else the `likeliest`, else the
    nearest in the report.
    """
    entity = next((one for one in digest.entities if one.id == event.place), None) if event.place else None
    named = [m for m in entity.mentions if m.form != "pronoun"] if entity is not None else []
    if not named:
        return event
    at = event.trigger.spans[0][0]

    def rank(mention: Mention) -> tuple[bool, bool, bool, int]:
        start, end = mention.spans[0][0], mention.spans[-1][1]
        chosen = likeliest is not None and start <= likeliest.idx < end
        return not event.is_in_sentence(mention), mention.form != "name", not chosen, abs(start - at)

    words = min(named, key=rank)
    return msgspec.structs.replace(event, place_words=Words(spans=words.spans, text=words.text))
