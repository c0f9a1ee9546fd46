"""Makers that put found times together: "10 p.m. Wednesday", "the third quarter of 2024", "early May"."""

from __future__ import annotations

from sayso.digest._times.near import context, is_day, lower, whole, words_of
from sayso.digest._times.rules import Match
from sayso.digest._times.timex import Edge, Moment, unit_of

#: The end of a day, and words before it.
MIDNIGHT = "24:00"
BEHIND = frozenset({"after", "past", "since"})
UP_TO = frozenset({"before", "by", "until", "till"})
#: "Released film on Monday of last week's raid": the Monday is of the release.
POSSESSIVE = frozenset({"'s", "’s"})


def clock(match: Match) -> Moment | None:
    """ "10:35 a.m. EST", "5 p.m.", "5 o'clock", "0530 GMT"."""
    zone = match.value("zone", "ZONE")
    minutes = "" if match["clock"] is None else match["clock"].word.raw
    if minutes:
        hour, _, rest = minutes.partition(":")
        rest = rest[:2]
    elif match["hhmm"] is not None:
        raw = match["hhmm"].word.raw
        if not _military_stands(match, raw):
            return None
        hour, rest = raw[:2], raw[2:]
    else:
        hour, rest = str(whole(match, "hour") or 0), ""
    ampm = match.value("ampm", "AMPM")
    if minutes and ampm is None and zone is None and not _clock_stands(match):
        return None
    if match["daypart"] is not None:
        ampm = "am" if lower(match["daypart"]) == "morning" else "pm"
    number = _hour(int(hour), ampm)
    if number is None:
        return None
    return Moment(kind="time", clock=f"{number:02d}:{rest or '00'}", zone=zone)


def _military_stands(match: Match, raw: str) -> bool:
    """Whether a bare "0600", "at 1500" is a time of day and no count ("at 1500 protesters") and no year."""
    if len(words_of(match)) > 1 or match["zone"] is not None:
        return True
    after = match.after()
    counted = after is not None and after.word.kind == "word" and after.lower not in context("clock_followers")
    return not counted and (raw.startswith("0") or lower(match.before()) == "at")


def _clock_stands(match: Match) -> bool:
    """Whether a bare "5:30" is a time of day and no score or verse."""
    before, after = match.before(), match.after()
    return lower(before) in ("at", "by", "until", "from", "around", "about", "to", "before", "after", "since") or lower(
        after
    ) in ("on", "local")


def _hour(hour: int, ampm: str | None) -> int | None:
    if ampm is None:
        return hour if hour <= 24 else None
    if not 1 <= hour <= 12:
        return None
    return hour % 12 + (12 if ampm == "pm" else 0)


def point(match: Match) -> Moment | None:
    """ "noon", "midnight": after it a day begins, before it one ends."""
    found, before = match.value("word", "POINT"), lower(match.before())
    if found != MIDNIGHT:
        return Moment(kind="time", clock=found, zone=match.value("zone", "ZONE"))
    clock = "00:00" if before in BEHIND else MIDNIGHT
    edge: Edge | None = "EARLIER" if before in UP_TO else None
    return Moment(kind="time", clock=clock, edge=edge, zone=match.value("zone", "ZONE"))


def clock_day(match: Match) -> Moment | None:
    """ "10 p.m. Wednesday", "Friday at noon", "4 in the morning"."""
    clock_moment, base, daypart = match.moment("clock"), match.moment("base"), match.moment("part")
    if clock_moment is None or (base is not None and (base.kind != "date" or not is_day(base))):
        return None
    if any(node.word.raw == "On" for node in match.nodes[match.at + 1 : match.until]):
        return None  # "He died at 3 a.m. On Tuesday …"
    hour = int((clock_moment.clock or "0")[:2])
    if daypart is not None and daypart.part in ("AF", "EV", "NI") and hour < 12:
        clock_moment = clock_moment.changed(clock=f"{hour + 12:02d}{(clock_moment.clock or '')[2:]}")
    if base is None and daypart is not None:
        base = daypart
    if base is None:
        return None
    return base.changed(
        kind="time", clock=clock_moment.clock, zone=clock_moment.zone, edge=clock_moment.edge, part=None
    )


def clock_city(match: Match) -> Moment | None:
    """ "18:00 Moscow time", "10 a.m. local time"."""
    base = match.moment("clock")
    return None if base is None else base.changed(zone=match.value("city", "CITYZONE"))


def part_day(match: Match) -> Moment | None:
    """ "Saturday night", "the morning of 31 January"."""
    base, daypart, until = match.moment("base"), match.moment("part"), match.moment("base2")
    overnight = daypart is not None and daypart.rel == "overnight"
    if daypart is not None and not overnight and (daypart.shift is not None or daypart.rel is not None):
        return None
    if until is not None:  # "overnight into Sunday", "the night from Saturday to Sunday"
        if until.kind != "date" or not is_day(until) or daypart is None or daypart.part != "NI":
            return None
        if base is None:
            base = _day_before(until)
    if base is None or base.kind != "date" or not is_day(base):
        return None
    return base.changed(kind="time", part=daypart.part if daypart is not None else "NI")


def _day_before(day: Moment) -> Moment | None:
    """Of a weekday the one before it; of other days none."""
    if day.weekday is None or day.day is not None:
        return None
    return day.changed(weekday=(day.weekday - 2) % 7 + 1)


def within(match: Match) -> Moment | None:
    """ "the third quarter of last year", "January this year", "next year's first quarter"."""
    inner, outer = match.moment("part"), match.moment("base")
    if outer is None or outer.kind != "date" or outer.edge:
        return None
    if inner is None:
        half = whole(match, "ord") or match.value("ord", "HALFORD")
        if half not in (1, 2):
            return None
        if unit_of(outer) != "Y" or outer.unit not in (None, "Y"):
            return outer.changed(edge="START" if half == 1 else "END")
        inner = Moment(kind="date", half=half)
    if inner.season and inner.rel == "that":
        inner = inner.changed(rel=None, anchor="published")
    if inner.year is not None or inner.rel or inner.shift is not None or (inner.weekday and not inner.day):
        return None if inner.weekday and lower(match.after()) in POSSESSIVE else _weekday_within(inner, outer)
    if outer.unit not in (None, "Y") or unit_of(outer) != "Y":
        return None
    return inner.changed(
        year=outer.year, bc=outer.bc, rel=outer.rel, shift=outer.shift, unit=outer.unit, anchor=outer.anchor
    )


def _weekday_within(inner: Moment, outer: Moment) -> Moment | None:
    """ "Friday last week"."""
    if inner.weekday and not inner.day and not inner.rel and outer.unit == "W" and outer.year is None:
        return outer.changed(weekday=inner.weekday)
    return None


def week_of(match: Match) -> Moment | None:
    """ "the week of March 6"."""
    base = match.moment("base")
    return None if base is None or base.rel or base.shift is not None else base.changed(unit="W")


def week_of_month(match: Match) -> Moment | None:
    """ "the last week of August", "the second week of May 2024"."""
    base, number = match.moment("base"), whole(match, "ord")
    if base is None or base.month is None or base.rel or base.shift is not None:
        return None
    if number is None and lower(match["ord"]) not in ("last", "final"):
        return None
    return base.changed(rel="weekof", shift=float(number or -1), unit="W")


def weekday_of_month(match: Match) -> Moment | None:
    """ "the first Sunday of December", "the last Friday in March 2023"."""
    day, base, number = match.moment("day"), match.moment("base"), whole(match, "ord")
    if day is None or base is None or day.weekday is None or day.day is not None or base.month is None:
        return None
    if base.rel or base.shift is not None or (number is None and lower(match["ord"]) not in ("last", "final")):
        return None
    return base.changed(rel="weekdayof", shift=float(number or -1), weekday=day.weekday)


EDGES = {
    "early": "START", "earlier": "EARLIER", "later": "LATER", "mid": "MID", "middle": "MID", "midst": "MID",
    "midpoint": "MID", "start": "FIRST", "beginning": "FIRST", "outset": "FIRST", "onset": "FIRST", "end": "LAST",
    "close": "LAST",
}  # fmt: skip


def edge(match: Match) -> Moment | None:
    """ "early 2024", "the end of May", "later this week"."""
    base = match.moment("base")
    if base is None or base.kind not in ("date", "time"):
        return None
    node = match["edge"]
    if node is None:
        return base
    lower = node.lower
    if base.unit == "D" and "in" in words_of(match):
        return None
    if (
        lower in ("earlier", "later")
        and base.unit == "D"
        and base.anchor == "narrative"
        and base.shift not in (None, 0)
    ):
        return None
    return base.changed(edge=EDGES.get(lower, "END"))


def keep(match: Match) -> Moment | None:
    """The moment of the base, in more words; "over the past week" and "around Sunday's vote" add none."""
    base, words = match.moment("base"), words_of(match)
    begun = "" if match["base"] is None else match["base"].lower
    if words[0] in ("over", "under") and (begun in ("the", "past", "last", "next") or (base is not None and base.rel)):
        return None
    if words[0] in ("around", "about", "some") and base is not None and base.kind == "date" and base.weekday:
        return None
    return base
