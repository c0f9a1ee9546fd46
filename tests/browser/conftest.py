"""The app on a port of its own, and a headless Chromium that looks at it."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import uvicorn
from browser.webdriver import Browser, browser, free_port, missing
from serve.sample import four_readings, store

from sayso.model import Reading
from sayso.serve.app import create_app


@contextmanager
def served(picture: Path) -> Iterator[str]:
    """The address of the app on a picture, while the block runs."""
    port = free_port()
    server = uvicorn.Server(uvicorn.Config(create_app(picture), host="127.0.0.1", port=port, log_level="warning"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    end = time.monotonic() + 20
    while not server.started:
        assert time.monotonic() < end, "the app does not start"
        time.sleep(0.05)
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        server.should_exit = True
        thread.join(timeout=20)


@pytest.fixture(scope="session")
def serve() -> Callable[[Path], object]:
    return served


@pytest.fixture(scope="session")
def readings() -> list[Reading]:
    return four_readings()


@pytest.fixture(scope="session")
def address(readings: list[Reading], tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    path = tmp_path_factory.mktemp("browser") / "picture.db"
    store(readings, path)
    with served(path) as url:
        yield url


@pytest.fixture(scope="session")
def window(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    reason = missing()
    if reason:
        pytest.skip(reason)
    with browser(tmp_path_factory.mktemp("profile")) as opened:
        yield opened
