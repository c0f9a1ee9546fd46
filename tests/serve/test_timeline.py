"""Dots for days, bars for longer, no date that the reports do not give."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.serve.timeline_svg import MOST_ROWS, Moment, clock_of, draw_timeline

DAY = datetime(2024, 11, 17)


def moment(start: datetime, days: float = 1) -> Moment:
    return Moment(title=f"{start}", href="/", start=start, end=start + timedelta(days=days))


def test_nothing() -> None:
    assert draw_timeline([]) is None


def test_a_day_is_a_dot_and_a_month_a_bar() -> None:
    view = draw_timeline([moment(DAY), moment(datetime(2024, 11, 1), 30)])
    assert view is not None
    assert len(view.dots) == 1
    assert len(view.bars) == 1
    assert view.bars[0].width > 10
    assert view.dots[0].y < view.axis < view.bars[0].y


def test_long_ago_is_counted_not_drawn() -> None:
    view = draw_timeline([moment(DAY + timedelta(days=i)) for i in range(9)] + [moment(datetime(1991, 12, 26))] * 1)
    assert view is not None
    assert view.earlier == 1
    assert len(view.dots) == 9
    assert "2024" in view.ticks[0].text


@pytest.mark.parametrize("ends", [(1, 1), (9999, 9999), (1, 9999), (999, 9001)])
@pytest.mark.parametrize("width", [380, 960])
def test_the_ends_of_all_time_are_drawn_or_counted(ends: tuple[int, int], width: int) -> None:
    far = [Moment(title="", href="/", start=datetime(year, 1, 1), end=datetime(year, 1, 2)) for year in ends]
    for others in ([], [moment(DAY)] * 50, [moment(DAY, 400)]):
        view = draw_timeline([*far, *others], width=width)
        assert view is not None
        drawn = len(view.dots) + len(view.bars) + sum(column.number for column in view.columns)
        assert drawn + view.left_out + view.earlier + view.later == len(far) + len(others)


def test_a_crowd_becomes_columns() -> None:
    view = draw_timeline([moment(DAY)] * 5000 + [moment(DAY + timedelta(days=2))] * 50)
    assert view is not None
    assert view.dots == ()
    assert [column.number for column in view.columns] == [5000, 50]
    assert (view.columns[0].since, view.columns[0].until) == ("2024-11-17", "2024-11-17")
    high, low = (sum(segment.height for segment in column.segments) for column in view.columns)
    assert high == pytest.approx(100 * low)
    assert view.height < MOST_ROWS * 15 + 80
    assert min(column.top for column in view.columns) > 12, "room for the number"


dates = st.datetimes(min_value=datetime(1990, 1, 1), max_value=datetime(2030, 1, 1))
moments = st.lists(st.builds(moment, dates, st.sampled_from([0.01, 1, 7, 30, 365])), min_size=1, max_size=60)


@given(moments, st.sampled_from([380, 1000]))
def test_all_are_drawn_in_view_or_counted(given_moments: list[Moment], width: int) -> None:
    view = draw_timeline(given_moments, width=width)
    assert view is not None
    told = len(view.dots) + len(view.bars) + sum(column.number for column in view.columns)
    assert told + view.left_out + view.earlier + view.later == len(given_moments)
    for dot in view.dots:
        assert 0 <= dot.x <= width
        assert 0 <= dot.y <= view.axis
    for bar in view.bars:
        assert 0 <= bar.x <= bar.x + bar.width <= width + 1
    places = [tick.x for tick in view.ticks]
    assert places == sorted(places)


@pytest.mark.parametrize(
    ("text", "expected"),
    [("2024-11-17", DAY), ("2024-11-17T22:00:00+02:00", datetime(2024, 11, 17, 22)), ("no day", None), (None, None)],
)
def test_the_reports_own_clock(text: str | None, expected: datetime | None) -> None:
    assert clock_of(text) == expected
