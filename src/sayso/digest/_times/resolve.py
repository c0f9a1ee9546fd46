"""Moments against their anchors: the dateline, and the date that the story last stood at."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from sayso.digest._times.choose import (
    clock_moved,
    is_fresh,
    moved_from,
    nearest,
    nearest_feast,
    on_this_day,
    shifted,
    unit_start,
    weekday_near,
    weekend_from,
    year_stepped,
    years_moved,
)
from sayso.digest._times.dateline import Dateline
from sayso.digest._times.feasts import feast_days
from sayso.digest._times.interval import Interval, cut_at, interval_of
from sayso.digest._times.story import (
    FINE,
    beside,
    dated,
    is_late,
    is_the_week,
    leans_on,
    stretch,
    turns_the_day,
    weekday_in_story,
)
from sayso.digest._times.tense import Tense
from sayso.digest._times.timex import (
    MULTIPLES,
    Moment,
    add_days,
    first_day,
    holding,
    next_start,
    season_holding,
    unit_of,
    value_of,
)

#: In a story, a month at least this many months before the last one is of the next year.
TURN = 8
#: How many characters on a month still follows a full date of a past year.
FOLLOWS = 200
#: A year this far from the middle one of a text does not move the story.
ASIDE = 60
#: Fields that an expression keeps when it is counted from an anchor …
KEPT = ("part", "clock", "zone", "edge", "month", "day", "quarter", "half", "season")
#: … and those that the anchor's unit fills.
DATED = ("year", "month", "day", "week", "weekend", "quarter", "half", "season", "decade", "century")


@dataclass(slots=True)
class Resolver:
    """Resolves moments in text order; remembers the date that the story stands at."""

    dateline: Dateline | None
    #: the report tells history: dates without a year follow the story and not the dateline
    history: bool
    story: Moment | None = field(default=None)
    #: the last of them that was not to come, and the line where it stood
    gone: Moment | None = field(default=None)
    gone_in: int = 0
    #: whether what is read now goes on from a day to come, and the past that it tells is of none that was named
    astray: bool = False
    #: the last of them that was a day
    day: Moment | None = field(default=None)
    #: whether the story last stood at an evening or a night
    late: bool = False
    #: the line that is read now, and that of the date that the story last stood at
    line: int = 0
    told_in: int = 0
    #: where the last full date stood, and whether what is read now still follows it
    told_at: int = -(10**9)
    follows: bool = False
    #: whether the expression says until when
    limit: bool = False
    #: the months of the year before the dateline of which a day was told without its year
    news_months: set[int] = field(default_factory=set)
    #: the middle one of the years that the text names
    around: int | None = None
    #: the quarter that a business report is about: "a year earlier" is that quarter of the year before
    quarter: Moment | None = field(default=None)

    def resolve(
        self,
        moment: Moment,
        tense: Tense | None,
        at: int = 0,
        line: int = 0,
        *,
        aside: bool = False,
        back: bool = False,
        limit: bool = False,
    ) -> tuple[Moment, Interval]:
        """The absolute moment and its interval; `at` is where its words begin, `line` in which line of the text; one
        `aside` does not move the story; `back`: the text has come back to today since the last full date; a `limit` is
        what "by" stands before.
        """
        self.line, self.limit = line, limit
        self.follows = at - self.told_at <= FOLLOWS and tense != "future" and not back
        if moment.year is not None and moment.month is not None:
            self.told_at = at
        self.astray = False
        alone = (moment.part or moment.clock) and moment.unit is None and not dated(moment)  # "in the evening"
        if (tense == "past" or (alone and tense == "since")) and self.gone is not None:
            self.astray = self.story is not self.gone and line != self.gone_in
            self.story = self.gone  # "will open on Friday. … They left the same day": not on Friday
        elif tense == "past" and self.dateline is not None and self.story is not None:
            self.astray = (first_day(self.story) or self.dateline.day) > self.dateline.day
        if moment.kind == "duration":
            return moment, stretch(moment, self._today())
        if moment.kind == "set":
            return moment, Interval(None, None, "vague")
        if moment.kind == "ref":
            return moment, self._reference(moment)
        absolute = self._absolute(moment, tense)
        if absolute.kind == "ref":
            return absolute, self._reference(absolute)
        if absolute.kind != "duration" and not aside:
            self._remember(moment, absolute)
        zone = self.dateline.zone if self.dateline else None
        return absolute, cut_at(self._today(), absolute, interval_of(absolute, zone))

    def come_back(self, to: Resolver) -> None:
        """Comes back to where the story stood in an earlier copy, if what was told since in passing is older."""
        before, now = (first_day(one) if one is not None else None for one in (to.story, self.story))
        if before is not None and now is not None and now < before:
            self.story, self.gone, self.gone_in, self.day = to.story, to.gone, to.gone_in, to.day
            self.late, self.told_in, self.told_at = to.late, to.told_in, to.told_at

    def _remember(self, moment: Moment, absolute: Moment) -> None:
        start = first_day(absolute) if moment.quarter is not None and moment.shift is None else None
        if start is not None and (self.dateline is None or start <= self.dateline.day):
            self.quarter = absolute.changed(edge=None)
        backwards = moment.shift is not None and moment.shift < 0 and moment.unit != "D"
        aside = self.history and moment.anchor == "published" and moment.unit is not None
        if absolute.year is not None and not backwards and not aside and not self._outlier(absolute):
            self.story = absolute.changed(
                kind="date", clock=None, part=None, zone=None, edge=None, unit=None, span=None, value=None
            )
            self.told_in, first = self.line, first_day(self.story)
            self.late = is_late(absolute)
            self.day = self.story if unit_of(self.story) == "D" else self.day
            if first is not None and self.dateline is not None and first <= self.dateline.day:
                self.gone, self.gone_in = self.story, self.line

    def _outlier(self, absolute: Moment) -> bool:
        """A bare year far from what the text is about is an aside and does not move the story."""
        if self.around is None or absolute.year is None or unit_of(absolute) != "Y":
            return False
        return abs((-absolute.year if absolute.bc else absolute.year) - self.around) > ASIDE

    def _today(self) -> date | None:
        return self.dateline.day if self.dateline else None

    def _reference(self, moment: Moment) -> Interval:
        day, told = self._today(), first_day(moment)
        if day is None or (told is None and moment.unit is not None):  # hours after what has no day
            return Interval(None, None, "vague")
        if told is not None:
            return beside(told, moment, day)
        if moment.value == "PAST_REF":
            return Interval(None, day.isoformat(), "vague")
        if moment.value == "FUTURE_REF":
            return Interval(day.isoformat(), None, "vague")
        end = add_days(day, 1)
        return Interval(day.isoformat(), end.isoformat() if end else None, "vague")

    # ---- to absolute moments

    def _absolute(self, moment: Moment, tense: Tense | None) -> Moment:
        special = {
            "feast": self._feast,
            "weekof": self._week_of_month,
            "weekdayof": self._weekday_of_month,
            "short": self._short,
            "overnight": self._overnight,
        }
        if moment.rel == "on_this_day":
            return on_this_day(moment, self._today())
        if moment.rel in special:
            return special[moment.rel](moment, tense)
        if moment.year is not None or moment.decade is not None or moment.century is not None:
            return moment
        if moment.unit is not None and (moment.shift is not None or moment.rel is not None):
            return self._leaning(moment, tense)
        if (moment.part is not None or moment.clock is not None) and not dated(moment):
            return self._part_alone(moment)
        return self._incomplete(moment, tense)

    def _leaning(self, moment: Moment, tense: Tense | None) -> Moment:
        """What is counted from an anchor: so many units off, some units off, or the unit before, after or around it."""
        if moment.shift is not None:
            return self._shifted_moment(moment)
        if moment.rel in ("past", "future"):
            value = "PAST_REF" if moment.rel == "past" else "FUTURE_REF"
            at = self.story if moment.anchor == "narrative" and not self.history else None
            if self.astray and moment.anchor == "narrative" and moment.unit in FINE - {"D"}:
                return Moment(kind="ref", value=value, unit=moment.unit)
            if at is None or at.day is None:
                return Moment(kind="ref", value=value)
            return Moment(kind="ref", value=value, year=at.year, month=at.month, day=at.day, unit=moment.unit)
        return self._related(moment, tense)

    def _anchor(self, moment: Moment) -> Moment | None:
        """What a relative expression leans on."""
        if moment.unit == "Y" and moment.shift == -1 and self.quarter is not None:
            return self.quarter
        if moment.anchor == "narrative" and self.story is not None:
            return leans_on(moment, self.story, self.day, same_line=self.line == self.told_in)
        if moment.anchor == "published" and self.history and self.story is not None and moment.unit != "D":
            return self.story
        day = self._today()
        return holding(day, "D") if day else None

    def _week_of_month(self, moment: Moment, tense: Tense | None) -> Moment:
        """ "the last week of August": the month's last seven days; in TIMEX3 the week that holds their middle."""
        bare = moment.changed(rel=None, shift=None, unit=None)
        found = bare if bare.year is not None else self._incomplete(bare, tense)
        start = first_day(found)
        if start is None:
            return found
        which = int(moment.shift or 1)
        first = add_days(start, 7 * which - 7) if which > 0 else add_days(next_start(start, "M") or start, -7)
        middle = add_days(first, 3) if first is not None else None
        if first is None or middle is None:
            return found
        value = value_of(holding(middle, "W"))
        return holding(first, "D").changed(span=7, value=value)

    def _weekday_of_month(self, moment: Moment, tense: Tense | None) -> Moment:
        """ "the first Sunday of December": counted from the month's first day, or from its last."""
        bare = moment.changed(rel=None, shift=None, weekday=None)
        found = bare if bare.year is not None else self._incomplete(bare, tense)
        start = first_day(found)
        if start is None:
            return found
        which, weekday = int(moment.shift or 1), moment.weekday or 1
        if which > 0:
            day = add_days(start, (weekday - start.isoweekday()) % 7 + 7 * (which - 1))
        else:
            last = add_days(next_start(start, "M") or start, -1) or start
            day = add_days(last, -((last.isoweekday() - weekday) % 7))
        return found if day is None or day.month != start.month else holding(day, "D")

    def _short(self, moment: Moment, _tense: Tense | None) -> Moment:
        """ "'99": the year nearest to the story, or to the dateline."""
        around = self.story.year if self.story is not None else self.dateline.day.year if self.dateline else 1999
        years = [(around or 1999) // 100 * 100 + step + int(moment.shift or 0) for step in (-100, 0)]
        latest = max(years) if max(years) <= (around or 1999) + 20 else min(years)
        return Moment(kind="date", year=latest)

    def _shifted_moment(self, moment: Moment) -> Moment:
        unit, shift = moment.unit or "D", moment.shift or 0
        if unit in ("h", "m", "s") and moment.anchor == "published" and self.dateline and self.dateline.instant:
            return clock_moved(self.dateline.instant, shift, unit) or moment.changed(shift=None)
        anchor = self._anchor(moment)
        if anchor is None or (anchor.bc and unit not in ("Y", "E", "C")):
            return Moment(kind=moment.kind, unit=unit, part=moment.part, clock=moment.clock)
        if unit in ("Y", "E", "C", "L") and (anchor.bc or unit_of(anchor) == "Y"):
            moved = years_moved(anchor, int(shift * MULTIPLES.get(unit, 1)))
        else:
            moved = moved_from(anchor, shift, unit)
        if moved is None:
            return Moment(kind=moment.kind, unit=unit)
        kept = {name: getattr(moment, name) for name in KEPT if getattr(moment, name) is not None}
        return moved.changed(kind=moment.kind, **kept)

    def _related(self, moment: Moment, tense: Tense | None) -> Moment:
        """ "last week", "the following year", "that day", "this quarter"; also with a month or season inside."""
        anchor, unit = self._anchor(moment), moment.unit or "D"
        ahead = tense == "future" and self._today() is not None  # "will vote by the end of the month"
        if moment.rel == "that" and not self.history and (ahead or is_the_week(moment, anchor, self._today())):
            anchor = self._anchor(moment.changed(anchor="published"))
        steps = {"last": -1, "next": 1}.get(moment.rel or "", 0)
        bare = moment.changed(rel=None, unit=None)
        if anchor is None:
            return bare.changed(unit=unit)
        if unit == "Q" and moment.rel == "that" and self.quarter is not None:
            return self.quarter.changed(edge=moment.edge)
        if unit in ("Y", "E", "C") and anchor.year is not None:
            at = year_stepped(anchor, steps if unit == "Y" else steps * MULTIPLES[unit])
            fields: dict[str, dict[str, int | None]] = {
                "Y": {"year": at.year},
                "E": {"decade": (at.year or 1) // 10},
                "C": {"century": (at.year or 1) // 100},
            }
            return bare.changed(bc=at.bc, **fields[unit])
        day = first_day(anchor)
        if day is not None and unit == "WE" and anchor == holding(day, "D"):
            day, steps = weekend_from(day, moment.rel, tense), 0
        moved = None if day is None else shifted(unit_start(day, unit), steps, unit)
        if moved is None:
            return bare.changed(unit=unit)
        found = holding(moved, unit)
        return bare.changed(**{name: getattr(found, name) for name in DATED if getattr(found, name)})

    def _part_alone(self, moment: Moment) -> Moment:
        """ "the morning", "5 p.m.": of the day that the story stands at, or, past a line on a month, stood at last."""
        day, today = self.story if self.story is not None and self.story.day is not None else None, self._today()
        if day is None and self.story is not None and self.line != self.told_in:
            day = self.day
        if day is None:
            if today is None or self.history:
                return moment.changed(unit="D")
            day = holding(today, "D")
        elif turns_the_day(moment, late=self.late) and (told := first_day(day)) and (today is None or told < today):
            day = holding(add_days(told, 1) or told, "D")
        return moment.changed(year=day.year, month=day.month, day=day.day, bc=day.bc)

    def _overnight(self, moment: Moment, tense: Tense | None) -> Moment:
        """The night that ends on the dateline's day; the coming one in a forecast."""
        today = self._today()
        day = None if today is None else today if tense == "future" else add_days(today, -1)
        if day is None:
            return moment.changed(rel=None, shift=None, unit="D")
        return moment.changed(rel=None, shift=None, unit=None, year=day.year, month=day.month, day=day.day)

    def _feast(self, moment: Moment, tense: Tense | None) -> Moment:
        rule, around = moment.value or "", self._center()
        bare = moment.changed(rel=None, value=None, unit=None, shift=None)
        if moment.year is not None:
            day = next(iter(feast_days(rule, moment.year)), None)
        elif around is not None:
            near = [day for year in (around.year - 1, around.year, around.year + 1) for day in feast_days(rule, year)]
            day = nearest_feast(near, around, moment.unit or tense)
        else:
            return bare.changed(unit="D")
        day = add_days(day, int(moment.shift or 0)) if day is not None else None
        return bare.changed(year=day.year, month=day.month, day=day.day) if day else bare.changed(span=None)

    def _center(self) -> date | None:
        if self.history and self.story is not None:
            return first_day(self.story)
        return self._today() if not self.history else None

    def _incomplete(self, moment: Moment, tense: Tense | None) -> Moment:
        """A weekday, a month, a day without a year, a season, a quarter: the one that tense and distance point at."""
        rel, bare, today = moment.rel, moment.changed(rel=None), self._today()
        if bare.unit == "W" and (bare.day or bare.weekday):
            start = first_day(self._incomplete(moment.changed(unit=None), tense))
            return holding(start, "W") if start is not None else bare
        told = self.history or moment.anchor == "narrative" or (rel is None and self._goes_on(bare))
        found = self._in_story(bare, rel) if told else None
        if found is not None or today is None:
            return found or bare
        if moment.weekday is not None and moment.day is None:
            return weekday_near(bare, today, rel, tense)
        if moment.month is None and not (moment.season or moment.quarter or moment.half):
            return bare
        rel = None if rel == "that" and moment.season and tense in ("past", "future") else rel
        if rel in ("this", "that"):
            return bare.changed(year=season_holding(today).year if moment.season == "WI" else today.year)
        found = nearest(bare, today, rel, tense, limit=self.limit) or bare
        if found.month is not None and found.day is not None:
            self.news_months.add(found.month)
        return found

    def _goes_on(self, bare: Moment) -> bool:
        """Whether it goes on from a full date of a past year: "24 Feb. 2022 … by April", "24 June 2005 … 20 June"."""
        story = self.story
        if not self.follows or story is None or story.year is None or story.month is None or bare.month is None:
            return False
        if bare.day and not story.day and (bare.month in self.news_months or is_fresh(bare, self._today())):
            return False  # "on 20 November … a town that was seized in May 2024 … on 21 November"
        later = bare.month > story.month or (bare.month == story.month and bool(bare.day))
        return self.dateline is not None and story.year < self.dateline.day.year and later

    def _in_story(self, bare: Moment, rel: str | None) -> Moment | None:
        """A weekday, a month, a season by the date that the story stands at."""
        story = self.story
        if story is None or story.year is None:
            return None
        if bare.weekday is not None and bare.day is None:
            return weekday_in_story(bare, story, rel)
        steps = {"last": -1, "next": 1}.get(rel or "", 0)
        if steps and bare.month is not None and story.month is not None:
            steps = (-1 if bare.month >= story.month else 0) if steps < 0 else (1 if bare.month <= story.month else 0)
        elif bare.month is not None and story.month is not None and story.month - bare.month >= TURN:
            steps = 1
        at = year_stepped(story, steps)
        return bare.changed(year=at.year, bc=at.bc)
