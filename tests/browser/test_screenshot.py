"""The picture in the README: the reader on the sample reports. Made only when asked: `make screenshot`."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from browser.webdriver import Browser

from sayso.model import Event
from sayso.persist.picture import Picture

pytestmark = [pytest.mark.browser, pytest.mark.model, pytest.mark.slow]

SAMPLES = Path(__file__).parents[2] / "samples" / "reports.jsonl"
TITLE = "Eight dead after missile hits apartment block in Sumy"


def _fullest(events: tuple[Event, ...]) -> Event:
    """The event that shows most of what an event can show."""
    return max(events, key=lambda e: (bool(e.toll), bool(e.actors), bool(e.recipients), bool(e.place), e.score))


@pytest.mark.skipif("SAYSO_SCREENSHOT" not in os.environ, reason="make screenshot takes it")
def test_screenshot(window: Browser, serve: Callable[[Path], AbstractContextManager[str]], tmp_path: Path) -> None:
    with Picture(tmp_path / "demo.db") as picture:
        picture.add([SAMPLES])
        reading = next(reading for reading in picture.readings() if reading.report.title == TITLE)
    target = Path(os.environ["SAYSO_SCREENSHOT"])
    with serve(tmp_path / "demo.db") as address:
        window.prefer("light")
        window.resize(1360, 760)
        window.open(f"{address}/reports/{reading.report.id}?mark={_fullest(reading.events).id}")
        window.picture(target)
    assert target.stat().st_size > 20_000
