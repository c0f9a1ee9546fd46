"""The timeline: when events happened, as shapes that `_timeline.html` writes out as SVG.

What is known to the day is a dot above the axis, stacked over its day, or part of a column where dots are too many;
what is known only to the week, the month or the year is a bar below it, as long as that: no day is drawn where the
report gives none. Days are those of the report's own clock.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import NamedTuple

from sayso.publish.periods import moment_of

#: higher stacks than this become columns; bars beyond this many lanes are counted, never dropped in silence
MOST_ROWS = 12
MOST_BARS = 6

#: room that a dot takes, and the margin at both ends of the axis
STEP = 15.0
MARGIN = 14.0
LANE = 17

DAY = timedelta(days=1)

#: the axis stays between them: behind the last day there is room for the breadth of a dot
EARLIEST, LATEST = datetime(2, 1, 1), datetime(9000, 1, 1)

Place = Callable[[datetime], float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """One event on the line."""

    title: str
    href: str
    #: half-open; without offset, in the report's own time
    start: datetime
    end: datetime
    #: how many reports tell it
    weight: int = 1
    #: class names: the kind of event, and where its day is from
    look: str = ""

    @property
    def exact(self) -> bool:
        """True when the event is known to the day."""
        return self.end - self.start <= DAY


class Dot(NamedTuple):
    """An event known to the day."""

    moment: Moment
    x: float
    y: float
    r: float


class Bar(NamedTuple):
    """An event known to a longer stretch."""

    moment: Moment
    x: float
    y: float
    width: float


class Segment(NamedTuple):
    """The events of one look in a column."""

    look: str
    y: float
    height: float


class Column(NamedTuple):
    """The events of some days that are too many for dots: as high as they are many."""

    x: float
    width: float
    #: the first and the last day, both included, in ISO 8601
    since: str
    until: str
    number: int
    segments: tuple[Segment, ...]

    @property
    def top(self) -> float:
        """The edge over which the number stands."""
        return min(segment.y for segment in self.segments)


class Tick(NamedTuple):
    """A day, month or year on the axis."""

    x: float
    text: str
    strong: bool


@dataclass(frozen=True, slots=True)
class TimelineView:
    """All that the template draws, in the units of the view box."""

    width: int
    height: float
    axis: float
    dots: tuple[Dot, ...]
    columns: tuple[Column, ...]
    bars: tuple[Bar, ...]
    ticks: tuple[Tick, ...]
    #: bars that found no lane, and events before and after the axis
    left_out: int
    earlier: int
    later: int


def clock_of(text: str | None) -> datetime | None:
    """The wall-clock time of an ISO 8601 date or datetime, in its own offset; None where it is neither."""
    moment = moment_of(text)
    return moment.replace(tzinfo=None) if moment is not None else None


def draw_timeline(moments: Iterable[Moment], *, width: int = 960) -> TimelineView | None:
    """The timeline of some events; None where there are none."""
    shown = sorted(moments, key=lambda moment: (moment.start, moment.end, moment.title))
    if not shown:
        return None
    first, last = _range(shown)
    earlier = [moment for moment in shown if moment.end <= first]
    later = [moment for moment in shown if moment.start >= last]
    shown = [moment for moment in shown if moment.end > first and moment.start < last]
    per_day = (width - 2 * MARGIN) / ((last - first) / DAY)

    def place(moment: datetime) -> float:
        return MARGIN + ((min(max(moment, first), last) - first) / DAY) * per_day

    heaps = _heaps([moment for moment in shown if moment.exact], first, per_day, place)
    crowded = any(len(heap.moments) > heap.across * MOST_ROWS for heap in heaps)
    rows = max((-(-len(heap.moments) // heap.across) for heap in heaps), default=0)
    axis = 14 + (MOST_ROWS if crowded else max(rows, 2)) * STEP
    bars, lanes, left_out = _in_lanes([moment for moment in shown if not moment.exact], place, axis + 32)
    return TimelineView(
        width=width,
        height=axis + 26 + (lanes * LANE + 10 if lanes else 0),
        axis=axis,
        dots=() if crowded else tuple(dot for heap in heaps for dot in _dots(heap, axis)),
        columns=tuple(_columns(heaps, axis)) if crowded else (),
        bars=bars,
        ticks=tuple(_ticks(first, last, place, per_day)),
        left_out=left_out,
        earlier=len(earlier),
        later=len(later),
    )


def _range(moments: Sequence[Moment]) -> tuple[datetime, datetime]:
    """The whole days that the axis covers.

    One event of long ago must not squeeze all others into a corner: the middle half of the exact ones decides, and the
    axis reaches no farther than four times its breadth beyond it. What lies beyond is counted.
    """
    exact = [moment for moment in moments if moment.exact] or moments
    starts = sorted(min(max(moment.start, EARLIEST), LATEST) for moment in exact)
    low, high = starts[len(starts) // 4], starts[-1 - len(starts) // 4]
    reach = max(high - low, 5 * DAY) * 4
    first = max(starts[0], low - min(reach, low - EARLIEST))
    last = min(starts[-1], high + min(reach, LATEST - high))
    short = max(6 * DAY - (last - first), timedelta(0)) / 2
    return _midnight(first - short), _midnight(last + short) + DAY


def _midnight(moment: datetime) -> datetime:
    return datetime.combine(moment.date(), time())


class _Heap(NamedTuple):
    """The events of a day, or of as many days as a dot is wide."""

    moments: list[Moment]
    first: datetime
    days: int
    x: float
    width: float

    @property
    def across(self) -> int:
        """How many dots lie side by side."""
        return max(1, int(self.width * 0.85 / STEP))


def _heaps(moments: Sequence[Moment], first: datetime, per_day: float, place: Place) -> list[_Heap]:
    days = max(1, round(STEP / per_day + 0.499))
    heaped: dict[int, list[Moment]] = defaultdict(list)
    for moment in moments:
        heaped[max((moment.start - first) // DAY, 0) // days].append(moment)
    heaps = []
    for number, members in sorted(heaped.items()):
        start = first + number * days * DAY
        left, right = place(start), place(start + days * DAY)
        heaps.append(_Heap(members, start, days, (left + right) / 2, per_day * days))
    return heaps


def _dots(heap: _Heap, axis: float) -> Iterator[Dot]:
    """Dots in rows upon the axis, each row in the middle of its days."""
    for i, moment in enumerate(heap.moments):
        row, column = divmod(i, heap.across)
        in_row = min(heap.across, len(heap.moments) - row * heap.across)
        x = heap.x + (column - (in_row - 1) / 2) * STEP
        yield Dot(moment, x, axis - (row + 0.62) * STEP, 4.2 + min(2.6, 0.9 * (moment.weight - 1)))


def _columns(heaps: Sequence[_Heap], axis: float) -> Iterator[Column]:
    """Columns upon the axis, all to one scale, in segments by look."""
    per_event = (MOST_ROWS - 1) * STEP / max(len(heap.moments) for heap in heaps)
    for heap in heaps:
        base = axis
        segments: list[Segment] = []
        for look, number in sorted(Counter(moment.look for moment in heap.moments).items()):
            base -= number * per_event
            segments.append(Segment(look, base, number * per_event))
        wide = max(min(heap.width * 0.8, 60.0), 8.0)
        until = heap.first + (heap.days - 1) * DAY
        since, until_day = heap.first.date().isoformat(), until.date().isoformat()
        yield Column(heap.x - wide / 2, wide, since, until_day, len(heap.moments), tuple(segments))


def _in_lanes(moments: Sequence[Moment], place: Place, top: float) -> tuple[tuple[Bar, ...], int, int]:
    """Bars in the first lane where they touch none; how many lanes; how many bars found none."""
    free = [-1.0] * MOST_BARS
    bars: list[Bar] = []
    used = left_out = 0
    for moment in moments:
        x, end = place(moment.start), place(moment.end)
        wide = max(end - x, 10.0)
        x = min(x, place(datetime.max) - wide)
        lane = next((i for i, edge in enumerate(free) if edge <= x), None)
        if lane is None:
            left_out += 1
            continue
        free[lane] = x + wide + 3
        used = max(used, lane + 1)
        bars.append(Bar(moment, x, top + lane * LANE, wide))
    return tuple(bars), used, left_out


def _ticks(first: datetime, last: datetime, place: Place, per_day: float) -> Iterator[Tick]:
    """Days, weeks, months or years, as many as there is room for; a new month or year stands out."""
    room = -1e9
    for day in _tick_days(first, last, per_day):
        strong = day.day == 1 if per_day * 7 >= 40 else day.month == 1
        text = _tick_text(day, day == first or room < -1e8, per_day)
        x = place(day)
        if x - room >= 8 and x + 6.4 * len(text) <= place(last) + MARGIN:
            yield Tick(x, text, strong)
            room = x + 6.4 * len(text)


def _tick_days(first: datetime, last: datetime, per_day: float) -> Iterator[datetime]:
    for number in range((last - first) // DAY):
        day = first + number * DAY
        if per_day >= 46:
            fits = True
        elif per_day * 7 >= 46:
            fits = day.weekday() == 0 or number == 0
        else:
            fits = day.day == 1 and (per_day * 30 >= 40 or day.month == 1)
        if fits:
            yield day


def _tick_text(day: datetime, opening: bool, per_day: float) -> str:
    if per_day * 7 >= 46:
        return f"{day.day} {day:%b %Y}" if opening else f"{day.day} {day:%b}"
    if per_day * 30 >= 40:
        return f"{day:%b %Y}" if opening or day.month == 1 else f"{day:%b}"
    return f"{day.year}"
