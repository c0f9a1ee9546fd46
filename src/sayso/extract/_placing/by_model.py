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
from sayso.extract._placing.clauses import SPOKEN, root_of, under
from sayso.extract._placing.elsewhere import is_of_another
from sayso.extract._placing.finest import lies_in
from sayso.extract._placing.grounds import NOWHERE, TODAY, Choice, Grounds
from sayso.extract._placing.once import was_once
from sayso.extract._placing.stays import Lean, leans_to, staying
from sayso.extract._placing.when import day_of
from sayso.extract._status.status import carrier_of
from sayso.extract._telling.general import is_of_each
from sayso.extract._telling.telling import Telling
from sayso.extract._telling.told import Told, undated
from sayso.model import OF_A_DAY, Event, Mention, Place, Time, Words

if TYPE_CHECKING:
    from sayso.digest.digest import Digest
    from sayso.digest.pairs import Pairs

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
    """How far a network may be trusted; first by how much, in log odds, it must be surer than the rules."""

    #: where these found something in the words
    surer: float
    #: where they found nothing
    unfilled: float
    #: where they took the report's day
    today: float
    #: where what they found is a region that holds it; all over a country is another thing than in a town of it
    finer: float
    #: the share that it must give in any case: where most goes to a country, the rest is no place to put an event
    fair: float
    #: it is too sure of itself; with its log odds divided by this (Guo et al. 2017) the shares in texts that it has not
    #: seen are right as often as they say (`training.grounds --check`)
    temperature: float


#: Chosen by folds of the marked texts (docs/language-model.md). A time that the rules found stays.
OF_PLACES, OF_TIMES = Care(2.0, 1.5, inf, 0.0, 0.45, 1.9), Care(inf, 2.0, 1.5, inf, 0.25, 1.8)
#: The share that a country must have, which is taken where nothing else is.
LAND = 0.6


@dataclass(frozen=True, slots=True)
class Verdict:
    """The place or time of an event, the share that the network gives to it, and the word that most likely names it."""

    id: str
    sure: float | None
    word: Token | None
    #: for an event that has none: the place to which the network leans, though not enough to put it there
    leans: Lean | None = None


def ground(told: Sequence[Told], events: Sequence[Event], same: Mapping[str, str], digest: Digest) -> list[Event]:
    """The events, made from `told` in order, with how sure place and day are, and with others where the document has
    scores for them and these are surer; what is of a month or year, or of an hour of no known day, is left to the
    rules. `same` says of which first telling a later one is one.
    """
    places, times = (digest.doc.user_data.get(name) for name in ("places", "times"))
    if places is None or times is None or not is_whole(digest.doc):
        return [with_words(event, None, digest) for event in events]
    grounds = Grounds(digest, told, events)
    where = _Judge(places, OF_PLACES, {}, {one.id: one.place for one in digest.entities if one.place is not None})
    when = _Judge(times, OF_TIMES, _days(digest), {})
    vague = {t.id for t in digest.times if t.precision not in OF_A_DAY or (t.start is None and t.precision != "day")}
    mentions = ((m, one.id) for one in digest.entities if one.kind == "place" for m in one.mentions)
    named_at = [(root, name) for m, name in mentions if (root := root_of(digest, m)) is not None]
    groups: dict[str, list[int]] = defaultdict(list)
    for number, event in enumerate(events):
        one = told[number].telling
        if event.codes is not None and one.kind is not None and not was_once(one):
            groups[same.get(event.id, event.id)].append(number)
    found = list(events)
    leaning: dict[int, Lean] = {}
    for numbers in groups.values():
        sides: set[str] = set().union(*(_speakers_and_sides(events[n]) for n in numbers))
        sides |= set().union(*(_of_others(told[n].telling, named_at) for n in numbers))
        others = vague.union(*(_not_its_times(told[n].telling, digest) for n in numbers))
        placed, timed = [events[n].place or NOWHERE for n in numbers], [_time_of(events[n]) for n in numbers]
        sites = where.judged([grounds.places(n) for n in numbers], placed, sides)
        dates = when.judged([grounds.times(n) for n in numbers], timed, others)
        for number, place, time in zip(numbers, sites, dates, strict=True):
            found[number] = _grounded(events[number], place, time, digest)
            leaning |= {number: place.leans} if place.leans is not None else {}
        for number in numbers:
            if syntax.is_verb(told[number].telling.head):  # "riots in [Country]" may be all over it
                found[number] = _at_finest(found[number], [found[n] for n in numbers], where.places)
    sited = [one for one in digest.entities if one.kind in ("place", "facility")]
    named = [(m.spans[0][0], site.id) for site in sited for m in site.mentions if m.form == "name"]
    found = staying(found, leaning, digest.report.text, sorted(named))
    return [event if event.place_words else with_words(event, None, digest) for event in found]


def _at_finest(event: Event, tellings: Sequence[Event], places: Mapping[str, Place]) -> Event:
    """The event; if it is in a region or country, at the place in it that another telling of it gives."""
    wide = places.get(event.place or "")
    finer = next((one for one in tellings if lies_in(places.get(one.place or ""), wide)), None)
    if finer is None:
        return event
    return msgspec.structs.replace(event, place=finer.place, place_sure=finer.place_sure, place_words=None)


@dataclass(frozen=True, slots=True)
class _Judge:
    """One of the two networks over the choices of one report."""

    pairs: Pairs
    care: Care
    #: ids are alike that say the same: "on Monday" in two sentences, the report's day and its name
    alike: Mapping[str, object]
    #: where the places are; none of times
    places: Mapping[str, Place]

    def judged(self, choices: Sequence[list[Choice]], ruled: Sequence[str], barred: Set[str]) -> list[Verdict]:
        """What each telling of one event has, of its `choices`; `ruled` is what the rules say."""
        shares = [_shares(self.pairs, of_one) for of_one in choices]
        joint = _mean([_by_id(of_one, given) for of_one, given in zip(choices, shares, strict=True)])
        honest = _with_alike(heated(joint, self.care.temperature), self.alike)
        ranked = sorted(joint.items(), key=lambda item: -item[1])
        open_ = {one: share for one, share in ranked if one not in barred}
        small = {one: share for one, share in open_.items() if not self._is_land(one)}
        told = []
        for of_one, given, rule in zip(choices, shares, ruled, strict=True):
            chosen = self._surer(open_, joint, honest, rule)
            words = [(share, c.token) for c, share in zip(of_one, given, strict=True) if c.id == chosen != NOWHERE]
            sure = round(honest[chosen], 3) if chosen and chosen in honest else None
            leans = leans_to(honest, NOWHERE, small) if chosen == NOWHERE else None
            told.append(Verdict(chosen, sure, max(words, key=lambda item: item[0])[1] if words else None, leans))
        return told

    def _surer(
        self, open_: Mapping[str, float], joint: Mapping[str, float], honest: Mapping[str, float], ruled: str
    ) -> str:
        """The likeliest id of those that are open, where it is surer than the one that the rules give: by what `care`
        asks. A place that no map has stays; a country is a choice where nothing else is.
        """
        likely = _with_alike(joint, self.alike)
        if ruled not in likely or (self.places and ruled not in (NOWHERE, *self.places)):
            return ruled
        open_small = _with_alike({one: s for one, s in open_.items() if not self._is_land(one)}, self.alike)
        best = max(open_small, key=open_small.__getitem__)
        if honest[best] >= self.care.fair and log(open_small[best] / likely[ruled]) > self._least(best, ruled):
            ruled = best
        lands = [one for one in open_ if self._is_land(one)]
        if ruled != NOWHERE or not lands:
            return ruled
        land = max(lands, key=open_.__getitem__)
        surer = honest[land] >= LAND and log(open_[land] / likely[NOWHERE]) > self.care.unfilled
        return land if surer else ruled

    def _is_land(self, one: str) -> bool:
        return one in self.places and self.places[one].feature == "country"

    def _least(self, best: str, ruled: str) -> float:
        """By how much one must be surer than what the rules say."""
        if ruled in (NOWHERE, TODAY):
            return self.care.today if ruled == TODAY else self.care.unfilled
        inside = not self._is_land(ruled) and lies_in(self.places.get(best), self.places.get(ruled))
        return self.care.finer if inside else self.care.surer


def _speakers_and_sides(event: Event) -> set[str]:
    """ "Caracas asked Havana for help": a country or capital that acts, is spoken to, or says so, is no scene of it."""
    sides = event.actors + (event.recipients if event.type in SPOKEN or event.type in GIVEN else ())
    return {one.entity for one in sides + event.according_to if one.entity}


def _of_others(telling: Telling, named_at: Sequence[tuple[Token, str]]) -> set[str]:
    """The places that the report names only where something else was, as its words say."""
    others = {name for root, name in named_at if is_of_another(root, telling)}
    return others - {name for root, name in named_at if name in others and not is_of_another(root, telling)}


def _not_its_times(telling: Telling, digest: Digest) -> set[str]:
    """ "Shops closed on Thursday, a day after an attack": the times of the sentence are not those of what came before
    or after; "every village that they take is looted" has none.
    """
    if is_of_each(telling.head):
        return {TODAY, *(t.id for t in digest.times)}
    head, sentence = carrier_of(telling.head), telling.head.sent
    words = (head, *islice(head.ancestors, HIGH))
    beside = [t for t in digest.times if sentence.start_char <= t.spans[0][0] < sentence.end_char]
    if any({syntax.case_of(w), *(c.lower_ for c in w.children if c.dep_ == "mark")} & APART for w in words):
        return {t.id for t in beside}
    return {t.id for t in beside if _is_in_passing(t, telling, digest)}


def _is_in_passing(time: Time, telling: Telling, digest: Digest) -> bool:
    """ "Pulled them out, said a nurse who was off duty [on Monday]": in a relative clause that tells something else."""
    root = root_of(digest, time)
    clauses = (one for one in root.ancestors if one.dep_ == "acl:relcl") if root is not None else ()
    own = {telling.head.i, carrier_of(telling.head).i, *(t.i for t in telling.tokens)}
    return any(not under(telling.head, one) and one.head.i not in own for one in clauses)


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
    told = digest.times_by_id.get(time.id)
    if told is None:
        return undated(event)
    return msgspec.structs.replace(
        event, time=told.id, start=told.start, end=told.end, precision=told.precision, from_="words"
    )


def with_words(event: Event, likeliest: Token | None, digest: Digest) -> Event:
    """The event with the words that name its place: the nearest in its sentence, else the `likeliest`, else the
    nearest in the report.
    """
    entity = digest.by_id.get(event.place or "")
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
