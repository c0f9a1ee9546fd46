"""The app reads while a collection writes: what is new shows, and no page waits or writes."""

from __future__ import annotations

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

from serve.sample import four_readings
from starlette.testclient import TestClient

from sayso.persist.picture import Picture
from sayso.serve.app import create_app

PAGES = ("/", "/events", "/disputes", "/statements", "/names")


def test_new_reports_show_and_links_are_left_to_the_writer(tmp_path: Path) -> None:
    first, second, *_ = four_readings()
    path = tmp_path / "picture.db"
    with Picture(path) as writer:
        writer.put(first)
        with TestClient(create_app(path), base_url="http://localhost") as client:
            assert len(client.get("/events.json").json()) == len(first.events), "what was not linked is, at the start"
            writer.put(second)
            assert len(client.get("/reports.json").json()) == 2
            assert len(client.get("/events.json").json()) == len(first.events), "until the writer has linked it"
            writer.link()
            assert any(event["reports"] == 2 for event in client.get("/events.json").json())


def test_pages_answer_under_a_writers_lock(tmp_path: Path) -> None:
    path = tmp_path / "picture.db"
    with Picture(path) as writer:
        writer.put(four_readings()[0])
    with TestClient(create_app(path), base_url="http://localhost") as client, closing(sqlite3.connect(path)) as other:
        other.isolation_level = None
        other.execute("BEGIN IMMEDIATE")
        other.execute("UPDATE meta SET value = '0' WHERE key = 'linked'")
        assert [client.get(page).status_code for page in PAGES] == [200] * len(PAGES)
        other.execute("COMMIT")
        assert [client.get(page).status_code for page in PAGES] == [200] * len(PAGES)


def test_many_at_once(tmp_path: Path) -> None:
    path = tmp_path / "picture.db"
    with Picture(path) as writer:
        for reading in four_readings():
            writer.put(reading)
    with TestClient(create_app(path), base_url="http://localhost") as client, ThreadPoolExecutor(16) as many:
        assert set(many.map(lambda page: client.get(page).status_code, PAGES * 12)) == {200}


def test_a_picture_that_goes_away_is_an_error_page(tmp_path: Path) -> None:
    path = tmp_path / "picture.db"
    with Picture(path) as writer:
        writer.put(four_readings()[0])
    with TestClient(create_app(path), base_url="http://localhost") as client:
        with closing(sqlite3.connect(path)) as other:
            other.execute("DROP TABLE disputes")
        answer = client.get("/disputes")
        assert answer.status_code == 503
        assert "cannot be" in answer.text or "damaged" in answer.text
