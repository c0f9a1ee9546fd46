"""The timeline: when events happened, as shapes that `_timeline.html` writes out as SVG.

What is known to the day is a dot above the axis, stacked over its day; what is known only to the week, the month or the
year is a bar below it, as long as that: no day is drawn where the report gives none. Days are those of the report's own
clock.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import NamedTuple

#: higher stacks and more bars than this make a page nobody reads; the rest is counted, never dropped in silence
MOST_ROWS = 12
MOST_BARS = 6

#: room that a dot takes, and the margin at both ends of the axis
STEP = 15.0
MARGIN = 14.0
LANE = 17

DAY = timedelta(days=1)

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
    #: class names: the kind of event, and how sure it is
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


class More(NamedTuple):
    """How many events found no room over one day."""

    x: float
    y: float
    number: int


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
    bars: tuple[Bar, ...]
    more: tuple[More, ...]
    ticks: tuple[Tick, ...]
    #: bars that found no lane, and events before and after the axis
    left_out: int
    earlier: int
    later: int


def moment_of(text: str | None) -> datetime | None:
    """The wall-clock time of an ISO 8601 date or datetime, in its own offset; None where it is neither."""
    if not text:
        return None
    try:
        return datetime.fromisoformat(text).replace(tzinfo=None)
    except ValueError:
        return None


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

    dots, more, rows = _stacked([moment for moment in shown if moment.exact], first, per_day, place)
    axis = 14 + max(rows, 2) * STEP
    bars, lanes, left_out = _in_lanes([moment for moment in shown if not moment.exact], place, axis + 32)
    return TimelineView(
        width=width,
        height=axis + 26 + (lanes * LANE + 10 if lanes else 0),
        axis=axis,
        dots=tuple(dot._replace(y=axis - dot.y) for dot in dots),
        bars=bars,
        more=tuple(one._replace(y=axis - one.y) for one in more),
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
    starts = sorted(moment.start for moment in moments if moment.exact) or sorted(moment.start for moment in moments)
    low, high = starts[len(starts) // 4], starts[-1 - len(starts) // 4]
    reach = max(high - low, 5 * DAY) * 4
    first, last = max(starts[0], low - reach), min(starts[-1], high + reach)
    short = max(6 * DAY - (last - first), timedelta(0)) / 2
    return _midnight(first - short), _midnight(last + short) + DAY


def _midnight(moment: datetime) -> datetime:
    return datetime.combine(moment.date(), time())


def _stacked(
    moments: Sequence[Moment], first: datetime, per_day: float, place: Place
) -> tuple[list[Dot], list[More], int]:
    """Dots heaped over their days (or over as many days as a dot is wide), y counted up from the axis."""
    days = max(1, round(STEP / per_day + 0.499))
    heaps: dict[int, list[Moment]] = defaultdict(list)
    for moment in moments:
        heaps[max((moment.start - first) // DAY, 0) // days].append(moment)
    columns = max(1, int(per_day * days * 0.85 / STEP))
    dots: list[Dot] = []
    more: list[More] = []
    highest = 0
    for number, heap in heaps.items():
        start = place(first + number * days * DAY)
        middle = (start + place(first + (number + 1) * days * DAY)) / 2
        most = columns * MOST_ROWS
        for i, moment in enumerate(heap[:most]):
            row, column = divmod(i, columns)
            in_row = min(columns, min(len(heap), most) - row * columns)
            x = middle + (column - (in_row - 1) / 2) * STEP
            dots.append(Dot(moment, x, (row + 0.62) * STEP, 4.2 + min(2.6, 0.9 * (moment.weight - 1))))
            highest = max(highest, row + 1)
        if len(heap) > most:
            more.append(More(middle, (MOST_ROWS + 0.6) * STEP, len(heap) - most))
            highest = MOST_ROWS + 1
    return dots, more, highest


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
        if x - room >= 8:
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
