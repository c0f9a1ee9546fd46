"""The order asked for decides which come first and what a limit keeps."""

from __future__ import annotations

from pathlib import Path

import pytest
from builders import strike

from sayso.errors import UsageError
from sayso.persist.picture import Picture
from sayso.persist.query import Query


@pytest.fixture
def picture(tmp_path: Path) -> Picture:
    picture = Picture(tmp_path / "picture.db")
    for day in (16, 18, 17):
        picture.put(strike(f"Outlet {day}", day, published=f"2024-11-{day}"))
    return picture


def test_reports_and_statements_by_when_they_were_reported(picture: Picture) -> None:
    assert [line.published for line in picture.reports(order="latest", limit=2)] == ["2024-11-18", "2024-11-17"]
    assert [line.published for line in picture.reports(limit=2)] == ["2024-11-16", "2024-11-17"]
    latest = picture.statements(order="latest", limit=1)
    assert [found.report.published for found in latest] == ["2024-11-18"]


def test_events_under_a_limit(picture: Picture) -> None:
    everything = picture.events(order="most told")
    assert [event.reports for event in everything] == sorted((event.reports for event in everything), reverse=True)
    assert picture.events(order="most told", limit=1) == everything[:1]
    assert picture.events(order="latest") == picture.events()[::-1]


def test_another_order_is_an_error() -> None:
    with pytest.raises(UsageError, match="order"):
        Query(order="best")
