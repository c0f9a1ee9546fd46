"""A client that asks the app about a picture with everything in it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from serve.sample import four_readings, store
from starlette.testclient import TestClient

from sayso.model import Reading
from sayso.serve.app import create_app


@pytest.fixture(scope="session")
def readings() -> list[Reading]:
    return four_readings()


@pytest.fixture(scope="session")
def picture_path(readings: list[Reading], tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("serve") / "picture.db"
    store(readings, path)
    return path


@pytest.fixture(scope="session")
def client(picture_path: Path) -> Iterator[TestClient]:
    with TestClient(create_app(picture_path), base_url="http://127.0.0.1:8642") as client:
        yield client
