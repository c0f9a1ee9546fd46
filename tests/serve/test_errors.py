"""One shape of errors, as a page and as JSON."""

from __future__ import annotations

from pathlib import Path

import pytest
from starlette.testclient import TestClient

from sayso.errors import PictureError
from sayso.model import Reading
from sayso.serve.app import create_app

MISSING = ("/nothing", "/reports/r-0000000000000000", "/events/E0", "/static/nothing.css", "/statements/s1")
WRONG = (
    "/events?since=yesterday",
    "/?limit=0",
    "/?limit=many",
    "/?limit=00000000199999",
    "/names?min_score=much",
    "/search?q=%21",
    "/search?q=tower%00",
    "/events?min_score=2",
)


@pytest.mark.parametrize("address", MISSING)
def test_what_is_not_there(client: TestClient, address: str) -> None:
    page = client.get(address)
    assert page.status_code == 404
    assert "<h1>There is no such page</h1>" in page.text


@pytest.mark.parametrize("address", WRONG)
def test_what_cannot_be_asked(client: TestClient, address: str) -> None:
    page = client.get(address)
    assert page.status_code == 400
    assert "<h1>That cannot be asked</h1>" in page.text


def test_what_a_report_has_not(client: TestClient, readings: list[Reading]) -> None:
    report = readings[0].report.id
    assert client.get(f"/reports/{report}/v99").status_code == 404
    assert client.get(f"/reports/{report}?mark=v99").status_code == 400
    assert client.get(f"/reports/{report}?part=2").status_code == 400
    assert client.get(f"/reports/{report}?part=00000000199").status_code == 400
    assert client.get(f"/reports/{report}?show=everything").status_code == 400


@pytest.mark.parametrize(
    ("address", "status"), [("/events/E0.json", 404), ("/events.json?since=x", 400), ("/no.json", 404)]
)
def test_the_same_as_json(client: TestClient, address: str, status: int) -> None:
    answer = client.get(address)
    assert answer.status_code == status
    error = answer.json()["error"]
    assert set(error) == {"status", "title", "message"}
    assert error["status"] == status


def test_no_picture(tmp_path: Path) -> None:
    with pytest.raises(PictureError, match="there is no picture"):
        create_app(tmp_path / "picture.db")
