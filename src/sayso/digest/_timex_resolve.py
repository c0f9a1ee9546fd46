"""Moments against their anchors: the dateline, and the date that the story last stood at."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta, tzinfo

from sayso.digest._tense import Tense
from sayso.digest._timex import (
    MULTIPLES,
    Moment,
    add_days,
    add_months,
    first_day,
    holding,
    next_start,
    season_holding,
    unit_of,
    value_of,
)
from sayso.digest._timex_interval import PRECISIONS, Interval, interval_of
from sayso.errors import InputError

#: A date without a year that lies further than this from the dateline is taken for the one on its other side.
FAR = 300
#: Without a tense, how many days back a date without a year is still looked for.
LEAN = 240
#: In a story, a month at least this many months before the last one is of the next year.
TURN = 8
#: A year this far from the middle one of a text does not move the story.
ASIDE = 60


@dataclass(frozen=True, slots=True)
class Dateline:
    """When the report was published, in its own offset."""

    day: date
    zone: tzinfo | None
    #: the instant, where an hour was given
    instant: datetime | None

    @classmethod
    def parse(cls, published: str | None) -> Dateline | None:
        """The dateline of an ISO 8601 date or datetime; `InputError` where it is neither."""
        if published is None:
            return None
        try:
            if len(published) == 10:
                return cls(date.fromisoformat(published), None, None)
            instant = datetime.fromisoformat(published)
        except ValueError as error:
            raise InputError(f'"published" is {published!r}, not an ISO 8601 date or datetime') from error
        return cls(instant.date(), instant.tzinfo, instant)


@dataclass(slots=True)
class Resolver:
    """Resolves moments in text order; remembers the date that the story stands at."""

    dateline: Dateline | None
    #: the report tells history: dates without a year follow the story and not the dateline
    history: bool
    story: Moment | None = field(default=None)
    #: the middle one of the years that the text names
    around: int | None = None
    #: the quarter that a business report is about: "a year earlier" is that quarter of the year before
    quarter: Moment | None = field(default=None)

    def resolve(self, moment: Moment, tense: Tense | None) -> tuple[Moment, Interval]:
        """The absolute moment and its interval."""
        if moment.kind == "duration":
            return moment, self._stretch(moment)
        if moment.kind == "set":
            return moment, Interval(None, None, "vague")
        if moment.kind == "ref":
            return moment, self._reference(moment)
        absolute = self._absolute(moment, tense)
        if absolute.kind == "ref":
            return absolute, self._reference(absolute)
        if absolute.kind != "duration":
            self._remember(moment, absolute)
        return absolute, interval_of(absolute, self.dateline.zone if self.dateline else None)

    def _remember(self, moment: Moment, absolute: Moment) -> None:
        start = first_day(absolute) if moment.quarter is not None and moment.shift is None else None
        if start is not None and (self.dateline is None or start <= self.dateline.day):
            self.quarter = absolute.changed(edge=None)
        backwards = moment.shift is not None and moment.shift < 0 and moment.unit != "D"
        aside = self.history and moment.anchor == "published" and moment.unit is not None
        if absolute.year is not None and not backwards and not aside and not self._outlier(absolute):
            self.story = absolute.changed(kind="date", clock=None, part=None, zone=None, edge=None, unit=None)

    def _outlier(self, absolute: Moment) -> bool:
        """A bare year far from what the text is about is an aside and does not move the story."""
        if self.around is None or absolute.year is None or unit_of(absolute) != "Y":
            return False
        return abs((-absolute.year if absolute.bc else absolute.year) - self.around) > ASIDE

    def _today(self) -> date | None:
        return self.dateline.day if self.dateline else None

    def _reference(self, moment: Moment) -> Interval:
        day = self._today()
        if day is None:
            return Interval(None, None, "vague")
        if moment.value == "PAST_REF":
            return Interval(None, day.isoformat(), "vague")
        if moment.value == "FUTURE_REF":
            return Interval(day.isoformat(), None, "vague")
        end = add_days(day, 1)
        return Interval(day.isoformat(), end.isoformat() if end else None, "vague")

    def _stretch(self, moment: Moment) -> Interval:
        """"The past three weeks" end, "the next three weeks" begin with the dateline."""
        precision = PRECISIONS[moment.unit or "P"]
        day = self._today()
        if day is None or moment.rel not in ("past", "coming") or moment.amount is None or moment.unit is None:
            return Interval(None, None, precision)
        other = _shifted(day, -moment.amount if moment.rel == "past" else moment.amount, moment.unit)
        if other is None:
            return Interval(None, None, precision)
        first, last = (other, day) if moment.rel == "past" else (day, other)
        return Interval(first.isoformat(), last.isoformat(), precision)

    # ---- to absolute moments

    def _absolute(self, moment: Moment, tense: Tense | None) -> Moment:
        if moment.rel == "feast":
            return self._feast(moment, tense)
        if moment.rel == "weekof":
            return self._week_of_month(moment, tense)
        if moment.year is not None or moment.decade is not None or moment.century is not None:
            return moment
        if moment.rel == "short":
            return self._short(moment)
        if moment.rel == "overnight":
            return self._overnight(moment, tense)
        if moment.shift is not None:
            return self._shifted_moment(moment)
        if moment.unit is not None and moment.rel in ("past", "future"):
            return Moment(kind="ref", value="PAST_REF" if moment.rel == "past" else "FUTURE_REF")
        if moment.unit is not None and moment.rel is not None:
            return self._related(moment, tense)
        if (moment.part is not None or moment.clock is not None) and not _dated(moment):
            return self._part_alone(moment)
        return self._incomplete(moment, tense)

    def _anchor(self, moment: Moment) -> Moment | None:
        """What a relative expression leans on."""
        if moment.unit == "Y" and moment.shift == -1 and self.quarter is not None:
            return self.quarter
        if moment.anchor == "narrative" and self.story is not None:
            return self.story
        if moment.anchor == "published" and self.history and self.story is not None and moment.unit != "D":
            return self.story
        day = self._today()
        return holding(day, "D") if day else None

    def _week_of_month(self, moment: Moment, tense: Tense | None) -> Moment:
        """"the last week of August": the week that holds the middle of those seven days."""
        bare = moment.changed(rel=None, shift=None, unit=None)
        found = bare if bare.year is not None else self._incomplete(bare, tense)
        start = first_day(found)
        if start is None:
            return found
        which = int(moment.shift or 1)
        day = add_days(start, 7 * which - 4) if which > 0 else add_days(next_start(start, "M") or start, -4)
        return holding(day, "W") if day is not None else found

    def _short(self, moment: Moment) -> Moment:
        """"'99": the year nearest to the story, or to the dateline."""
        around = self.story.year if self.story is not None else self.dateline.day.year if self.dateline else 1999
        years = [(around or 1999) // 100 * 100 + step + int(moment.shift or 0) for step in (-100, 0)]
        latest = max(years) if max(years) <= (around or 1999) + 20 else min(years)
        return Moment(kind="date", year=latest)

    def _shifted_moment(self, moment: Moment) -> Moment:
        unit = moment.unit or "D"
        anchor = self._anchor(moment)
        kept = {"kind": moment.kind, "part": moment.part, "clock": moment.clock, "zone": moment.zone, "edge": moment.edge}
        inner = {"month": moment.month, "day": moment.day, "quarter": moment.quarter, "half": moment.half, "season": moment.season}
        shift = (moment.shift or 0) * MULTIPLES.get(unit, 1)
        if anchor is None or (anchor.bc and unit not in ("Y", "E", "C")):
            return Moment(kind=moment.kind, unit=unit, part=moment.part, clock=moment.clock)
        if unit in ("Y", "E", "C", "L") and (anchor.bc or _year_like(anchor)):
            moved = _years_moved(anchor, int(shift))
        else:
            moved = _moved(anchor, moment.shift or 0, unit)
        if moved is None:
            return Moment(kind=moment.kind, unit=unit)
        inner = {name: found for name, found in inner.items() if found is not None}
        return moved.changed(**kept, **inner)

    def _related(self, moment: Moment, tense: Tense | None) -> Moment:
        """"last week", "the following year", "that day", "this quarter"; also with a month or season inside."""
        anchor = self._anchor(moment)
        unit = moment.unit or "D"
        steps = {"last": -1, "next": 1}.get(moment.rel or "", 0)
        bare = moment.changed(rel=None, unit=None)
        if anchor is None:
            return bare.changed(unit=unit)
        if unit == "Q" and moment.rel == "that" and self.quarter is not None:
            return self.quarter.changed(edge=moment.edge)
        if unit in ("Y",) and (anchor.bc or anchor.year is not None):
            at = _year_stepped(anchor, steps)
            return bare.changed(year=at.year, bc=at.bc)
        if unit in ("E", "C") and anchor.year is not None:
            index = anchor.year // (10 if unit == "E" else 100) + (-steps if anchor.bc else steps)
            return bare.changed(decade=index, bc=anchor.bc) if unit == "E" else bare.changed(century=index, bc=anchor.bc)
        day = first_day(anchor)
        if day is None:
            return bare.changed(unit=unit)
        if unit == "WE" and anchor == holding(day, "D"):
            day, steps = _weekend_from(day, moment.rel, tense), 0
        moved = _shifted(_unit_start(day, unit), steps, unit)
        if moved is None:
            return bare.changed(unit=unit)
        found = holding(moved, unit)
        fields = ("year", "month", "day", "week", "weekend", "quarter", "half", "season", "decade", "century")
        return bare.changed(**{name: getattr(found, name) for name in fields if getattr(found, name)})

    def _part_alone(self, moment: Moment) -> Moment:
        """"the morning", "5 p.m.": of the day that the story stands at."""
        day = self.story if self.story is not None and self.story.day is not None else None
        if day is None:
            today = self._today()
            if today is None or self.history:
                return moment.changed(unit="D")
            day = holding(today, "D")
        return moment.changed(year=day.year, month=day.month, day=day.day, bc=day.bc)

    def _overnight(self, moment: Moment, tense: Tense | None) -> Moment:
        """The night that ends on the dateline's day; the coming one in a forecast."""
        today = self._today()
        if today is None:
            return moment.changed(rel=None, shift=None, unit="D")
        day = today if tense == "future" else add_days(today, -1)
        return moment.changed(rel=None, shift=None, unit=None, year=day.year, month=day.month, day=day.day) if day else moment

    def _feast(self, moment: Moment, tense: Tense | None) -> Moment:
        rule = moment.value or ""
        bare = moment.changed(rel=None, value=None, unit=None)
        if moment.year is not None:
            day = feast_day(rule, moment.year)
            return bare.changed(month=day.month, day=day.day) if day else bare
        around = self._center()
        if around is None:
            return bare.changed(unit="D")
        near = [day for year in (around.year - 1, around.year, around.year + 1) if (day := feast_day(rule, year)) is not None]
        best = _choose(near, around, moment.unit or tense)
        return bare.changed(year=best.year, month=best.month, day=best.day) if best else bare

    def _center(self) -> date | None:
        if self.history and self.story is not None:
            return first_day(self.story)
        return self._today() if not self.history else None

    def _incomplete(self, moment: Moment, tense: Tense | None) -> Moment:
        """A weekday, a month, a day without a year, a season, a quarter: the one that tense and distance point at."""
        rel, bare = moment.rel, moment.changed(rel=None)
        if self.history or moment.anchor == "narrative":
            found = self._in_story(bare, rel)
            if found is not None:
                return found
        today = self._today()
        if today is None:
            return bare
        if bare.unit == "W" and (bare.day or bare.weekday):
            inner = self._incomplete(moment.changed(unit=None), tense)
            start = first_day(inner)
            return holding(start, "W") if start is not None else inner
        if moment.weekday is not None and moment.day is None:
            return _weekday(bare, today, rel, tense)
        if moment.weekday is None and moment.month is None and not (moment.season or moment.quarter or moment.half):
            return bare
        candidates = [bare.changed(year=today.year + step) for step in (-1, 0, 1)]
        spans = [(start, one) for one in candidates if (start := first_day(one)) is not None]
        if moment.season == "WI" and rel == "this":
            return bare.changed(year=season_holding(today).year) if today.month <= 2 else bare.changed(year=today.year)
        if rel in ("this", "that"):
            return bare.changed(year=today.year)
        best = _nearest(spans, today, rel, tense, bare)
        return best if best is not None else bare

    def _in_story(self, bare: Moment, rel: str | None) -> Moment | None:
        story = self.story
        if story is None or story.year is None:
            return None
        if bare.weekday is not None and bare.day is None:
            day = first_day(story)
            if day is None or story.day is None:
                return None
            ahead = (bare.weekday - day.isoweekday()) % 7
            if rel == "last":
                ahead = ahead - 7 if ahead else -7
            found = add_days(day, ahead or (7 if rel == "next" else 0))
            return bare.changed(year=found.year, month=found.month, day=found.day, weekday=None) if found else None
        steps = {"last": -1, "next": 1}.get(rel or "", 0)
        if steps and bare.month is not None and story.month is not None:
            steps = (-1 if bare.month >= story.month else 0) if steps < 0 else (1 if bare.month <= story.month else 0)
        elif bare.month is not None and story.month is not None and story.month - bare.month >= TURN:
            steps = 1
        at = _year_stepped(story, steps)
        return bare.changed(year=at.year, bc=at.bc)


def _dated(moment: Moment) -> bool:
    return any(value is not None for value in (moment.month, moment.day, moment.weekday))


def _year_like(moment: Moment) -> bool:
    return unit_of(moment) == "Y"


def _year_stepped(moment: Moment, steps: int) -> Moment:
    year = (moment.year or 1) - steps if moment.bc else (moment.year or 1) + steps
    return Moment(kind="date", year=max(year, 1), bc=moment.bc)


def _years_moved(anchor: Moment, years: int) -> Moment | None:
    if anchor.year is None:
        return None
    year = anchor.year - years if anchor.bc else anchor.year + years
    return Moment(kind="date", year=year, bc=anchor.bc) if 0 < year <= 9999 else None


def _moved(anchor: Moment, shift: float, unit: str) -> Moment | None:
    """The unit that lies so many units from the anchor; a year from a quarter is that quarter a year on."""
    start = first_day(anchor)
    if start is None:
        return None
    moved = _shifted(start, shift, unit)
    if moved is None:
        return None
    grain = unit_of(anchor)
    if unit == "Y" and grain == "Q":
        return holding(moved, "Q")
    if unit in ("E", "C", "L"):
        return holding(moved, "Y")
    if unit in ("h", "m", "s"):
        return holding(moved, "D").changed(kind="date")
    return holding(moved, unit)


def _shifted(day: date, count: float, unit: str) -> date | None:
    months = {"M": 1, "Q": 3, "SE": 3, "H": 6, "Y": 12, "E": 120, "C": 1200, "L": 12000, "P": 12}.get(unit)
    if abs(count) > 1e6:
        return None
    if months is not None:
        return add_months(day, round(count * months))
    days = {"W": 7.0, "WE": 7.0, "F": 14.0, "h": 1 / 24, "m": 1 / 1440, "s": 1 / 86400}.get(unit, 1.0) * count
    return add_days(day, int(days))


def _weekend_from(day: date, rel: str | None, tense: Tense | None) -> date:
    """A day of the weekend that is meant: the one that is on or last was; the coming one where the sentence looks ahead."""
    back = day.isoweekday() % 7 + 1 if day.isoweekday() != 6 else 0
    saturday = day - timedelta(days=back) if day.isoweekday() != 7 else day - timedelta(days=1)
    on = day.isoweekday() >= 6
    if rel == "next" or (tense == "future" and rel != "last" and not on):
        return saturday + timedelta(days=7)
    if rel == "this" and tense != "past" and not on:
        return saturday + timedelta(days=7)
    return saturday - timedelta(days=7) if rel == "last" and on else saturday


def _unit_start(day: date, unit: str) -> date:
    return first_day(holding(day, unit)) or day


def _weekday(bare: Moment, today: date, rel: str | None, tense: Tense | None) -> Moment:
    """A weekday by the dateline: the last one up to today, or the next one where the sentence looks ahead."""
    back = (today.isoweekday() - (bare.weekday or 1)) % 7
    if rel == "last":
        step = -back or -7
    elif rel == "next":
        step = 7 - back
    elif rel == "this" or tense == "future":
        step = (7 - back) % 7
    else:
        step = -back
    day = today + timedelta(days=step) if 1 < today.year < 9999 else today
    return bare.changed(year=day.year, month=day.month, day=day.day, weekday=None)


def _nearest(
    spans: list[tuple[date, Moment]], today: date, rel: str | None, tense: Tense | None, bare: Moment
) -> Moment | None:
    """Which year's month, day, season or quarter is meant."""
    unit = unit_of(bare)
    ended = [(start, one) for start, one in spans if (next_start(start, unit) or start) <= today]
    holds = [(start, one) for start, one in spans if start <= today < (next_start(start, unit) or start)]
    ahead = [(start, one) for start, one in spans if start > today]
    if rel == "last":
        return ended[-1][1] if ended else None
    if rel == "next":
        return ahead[0][1] if ahead else None
    if holds:
        return holds[0][1]
    past, coming = ended[-1] if ended else None, ahead[0] if ahead else None
    if past is None or coming is None:
        return (past or coming or (today, None))[1]
    since, until = (today - past[0]).days, (coming[0] - today).days
    if tense == "future" and unit != "Q":
        return coming[1] if until <= FAR else past[1]
    if tense == "past" or unit == "Q":
        return past[1] if since <= FAR else coming[1]
    return past[1] if since <= LEAN else coming[1]


def _choose(days: list[date], today: date, lean: str | None) -> date | None:
    past, coming = [d for d in days if d <= today], [d for d in days if d > today]
    if past and (lean == "last" or (lean == "past" and (today - past[-1]).days <= FAR)):
        return past[-1]
    if coming and (lean == "next" or (lean == "future" and (coming[0] - today).days <= FAR)):
        return coming[0]
    if lean == "this":
        return next((d for d in days if d.year == today.year), None)
    return min(days, key=lambda d: abs((d - today).days), default=None)


def feast_day(rule: str, year: int) -> date | None:
    """"11-4-4" = the fourth Thursday of November; "E+1" = the day after Easter Sunday."""
    if not 1 < year < 9999:
        return None
    if rule.startswith("E"):
        return easter(year) + timedelta(days=int(rule[1:]))
    month, weekday, which = (int(part) for part in rule.split("-", 2))
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (which - 1))


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (the anonymous algorithm; Meeus, Astronomical Algorithms, 1991)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    f = (b + 8) // 25
    g = (b - f + 1) // 3
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)


def described(moment: Moment) -> str:
    """TIMEX3 value of a resolved moment."""
    return value_of(moment)
