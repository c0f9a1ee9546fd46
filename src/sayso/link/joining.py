"""A linked event out of its tellings: what they agree on, and every toll with who gives it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import Literal, TypeVar

from sayso.link.accounts import laid_to, toll_account
from sayso.link.credibility import judge, sources_of
from sayso.link.moments import moment
from sayso.link.parties import parties_of
from sayso.link.records import LinkedEvent, Telling, TollAccount
from sayso.link.ruled_out import distance_km, places_meet
from sayso.link.titles import title
from sayso.link.told import Shelf, Told
from sayso.link.whose import is_denied, only_names
from sayso.model import Effect, Event, Place, Precision, Status

T = TypeVar("T")

#: the share of tellings that must have a type, that the event has one
CODED = 0.2

#: the status of a linked event is the first of these that a telling has
STATUSES: tuple[Status, ...] = (
    "occurred", "ongoing", "attempted", "did_not_occur", "permitted", "planned", "threatened", "possible",
)  # fmt: skip
PRECISIONS: tuple[Precision, ...] = (
    "minute", "hour", "day", "week", "month", "season", "quarter", "year", "vague",
)  # fmt: skip


def join(name: str, group: Iterable[tuple[str, str]], shelf: Shelf) -> LinkedEvent:
    """The linked event `name` of these (report, event) tellings."""
    told = shelf.tellings(group)
    best = max(told, key=_weight)
    start, end, precision, by_day = _interval(told)
    place, by_place = _place(told)
    published = [t.report.published for t in told if t.report.published]
    verdict = judge(told)
    kind = _type(told)
    affirmed = [t for t in told if not is_denied(t)] or told
    # whoever denies a deed, or counts its dead, has not done it
    of_deed = [t for t in affirmed if t.event.type is not None or kind is None]
    return LinkedEvent(
        id=name,
        type=kind,
        mode=_commonest(t.event.mode for t in told if t.event.type == kind),
        title=title(best),
        act_sure=_surest(t.event.score for t in told if kind is not None and t.event.type == kind),
        start=start,
        end=end,
        precision=precision,
        place=place,
        place_sure=_surest(t.event.place_sure for t in by_place),
        time_sure=_surest(t.event.time_sure for t in by_day),
        time_from=_told_from(by_day),
        apart=_apart(by_place, by_day),
        actors=parties_of(of_deed, "actors"),
        recipients=parties_of(of_deed, "recipients"),
        reports=len({t.report.id for t in told}),
        independent_sources=len(sources_of(affirmed)),
        first_reported=min(published, key=moment, default=None),
        last_reported=max(published, key=moment, default=None),
        status=min((t.event.status for t in told), key=STATUSES.index),
        credibility=verdict.digit,
        because=verdict.because,
        mentions=tuple(map(_mention, told)),
        tolls=_tolls(told),
        responsibility=tuple(laid_to(t, one) for t in told for one in t.responsibilities),
    )


def _mention(told: Told) -> Telling:
    return Telling(
        report=told.report.id,
        event=told.event.id,
        outlet=told.report.outlet,
        published=told.report.published,
        syndicated_from=told.copy_of,
    )


def _surest(shares: Iterable[float | None]) -> float | None:
    """The greatest of the shares that are known."""
    return max((share for share in shares if share is not None), default=None)


def _told_from(by_day: Sequence[Told]) -> Literal["words", "dateline"] | None:
    """Whether the words of any telling give the time, or their datelines alone do."""
    if not by_day:
        return None
    return "words" if any(t.event.from_ == "words" for t in by_day) else "dateline"


def _weight(told: Told) -> tuple[bool, bool, bool, bool, int, float, float]:
    """How well a telling speaks for all: no denial, not a copy, no blame, the report's own news, full, sure, early."""
    event = told.event
    filled = len(event.actors) + len(event.recipients) + (event.place is not None) + len(event.toll)
    told_so = not (is_denied(told) or only_names(told))
    early = -moment(told.report.published)
    news = event.salience == "main"
    return told_so, told.copy_of is None, not told.is_laid, news, min(filled, 4), event.score, early


def _commonest(values: Iterable[T | None]) -> T | None:
    counted = Counter(value for value in values if value is not None)
    return counted.most_common(1)[0][0] if counted else None


def _type(told: Sequence[Told]) -> str | None:
    """The commonest type; none where next to all tellings have none: "promote trade" with one promotion among them."""
    coded = [t.event.type for t in told if t.event.type is not None]
    return _commonest(coded) if len(coded) >= CODED * len(told) else None


def _interval(told: Sequence[Told]) -> tuple[str | None, str | None, Precision | None, list[Told]]:
    """The most precise time, and the tellings that give it; sure ones before others, words before datelines, the
    commonest before the rest.
    """
    dated = [t.event for t in told if t.event.start]
    if not dated:
        return None, None, None, []
    # a report counts once, and so do it and its copies
    spans = {(t.copy_of or t.report.id, event.start or "", event.end) for t in told if (event := t.event).start}
    counted = Counter((start, end) for _, start, end in spans)

    def rank(event: Event) -> tuple[bool, bool, int, int, str]:
        """The best one has the least."""
        precision = event.precision or "vague"
        return (
            event.is_time_unsure,
            event.from_ == "dateline",
            PRECISIONS.index(precision),
            -counted[event.start or "", event.end],
            event.start or "",
        )

    best = min(dated, key=rank)
    giving = [t for t in told if (t.event.start, t.event.end) == (best.start, best.end)]
    return best.start, best.end, best.precision, giving


def _place(told: Sequence[Told]) -> tuple[Place | None, list[Told]]:
    """The place that most tellings give, each as far as it is sure, and these tellings; of places given as often, the
    most exact. Who tells of a region or city speaks for the town or quarter in it, too, and so does a country that
    another sentence names: what is said to be all over a country is in none of its towns.
    """
    given = [(t.place, t.event) for t in told if t.place is not None]
    places = {
        place.name: place for place, _ in sorted(given, key=lambda one: -one[0].radius_km)
    }  # of one name the finest
    weights = {
        name: sum(_sure(event) for other, event in given if other.name == name or _is_in(place, other, event))
        for name, place in places.items()
    }
    best = min(places.values(), key=lambda p: (-round(weights[p.name], 2), p.radius_km, p.name), default=None)
    return best, [t for t in told if best is not None and t.place is not None and t.place.name == best.name]


def _sure(event: Event) -> float:
    return 1.0 if event.place_sure is None else event.place_sure


def _is_in(place: Place, wider: Place, event: Event) -> bool:
    """Whether the place can be in the wider one where an event is said to be; a town beside a city is not in it."""
    speaks = wider.feature != "country" or event.has_place_apart
    inside = wider.feature != "city" or distance_km(place, wider) <= wider.radius_km
    return speaks and inside and 2 * place.radius_km <= wider.radius_km and places_meet(place, wider)


def _apart(by_place: Sequence[Told], by_day: Sequence[Told]) -> tuple[Literal["place", "time"], ...]:
    """Which of the two stand in another sentence in every telling that gives them."""
    found: list[Literal["place", "time"]] = []
    if by_place and all(t.event.has_place_apart for t in by_place):
        found.append("place")
    if by_day and all(t.has_time_apart for t in by_day):
        found.append("time")
    return tuple(found)


def _tolls(told: Sequence[Told]) -> dict[Effect, tuple[TollAccount, ...]]:
    tolls: dict[Effect, list[TollAccount]] = defaultdict(list)
    for t in told:
        for toll in t.event.toll:
            tolls[toll.effect].append(toll_account(t, toll))
    return {effect: tuple(accounts) for effect, accounts in tolls.items()}
