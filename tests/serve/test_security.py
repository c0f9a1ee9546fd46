"""A hostile report stays words, and no other site gets an answer."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest
from serve.sample import HOSTILE
from starlette.testclient import TestClient

from sayso.model import Reading
from sayso.serve.security import HEADERS

ADDRESSES = (
    "/",
    "/statements",
    "/events",
    "/changes?since=2024-11-18",
    "/disputes",
    "/outlooks",
    "/names",
    "/search?q=fled",
    "/nothing",
    "/?limit=x",
)


class _Seen(HTMLParser):
    """Tags, attributes and text of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.words.append(data)


@pytest.fixture(scope="session")
def pages(client: TestClient, readings: list[Reading]) -> dict[str, str]:
    """Every page of the app on this picture."""
    addresses = [*ADDRESSES]
    for reading in readings:
        address = f"/reports/{reading.report.id}"
        ids = [record.id for record in (*reading.statements, *reading.events, *reading.outlooks)]
        addresses += [address, *(f"{address}/{id}" for id in ids), *(f"{address}?mark={id}" for id in ids)]
    addresses += [f"/events/{event['id']}" for event in client.get("/events.json").json()]
    return {address: client.get(address).text for address in addresses}


def test_every_answer_carries_the_policy(client: TestClient) -> None:
    for address in (*ADDRESSES, "/static/sayso.css", "/events.json", "/static/none"):
        answer = client.get(address)
        for name, value in HEADERS.items():
            assert answer.headers[name] == value, address
    policy = HEADERS["content-security-policy"]
    assert policy.startswith("default-src 'none'")
    assert "unsafe" not in policy
    assert "frame-ancestors 'none'" in policy


def test_no_inline_script_style_or_handler(pages: dict[str, str]) -> None:
    for address, page in pages.items():
        for tag, attributes in _Seen(page).tags:
            assert tag not in ("style", "iframe", "object", "embed", "base", "img"), address
            assert "style" not in attributes, (address, tag)
            assert not any(name.startswith("on") for name in attributes), (address, tag)
            if tag == "script":
                assert attributes.get("src") == "/static/sayso.js"
            for name in ("href", "src", "action"):
                link = attributes.get(name) or "/"
                assert link.startswith(("/", "#", "https://")), (address, link)


def test_hostile_words_are_words(client: TestClient, readings: list[Reading]) -> None:
    seen = _Seen(client.get(f"/reports/{readings[2].report.id}").text)
    tags = [tag for tag, _ in seen.tags]
    assert tags.count("script") == 1
    assert tags.count("b") == 1, "our own, in the brand"
    assert "img" not in tags
    whole = "".join(seen.words)
    for words in (
        "<script>alert(1)</script>",
        "<b>five people fled</b>",
        "<img src=x onerror=alert(2)>",
        "javascript:alert(4)",
    ):
        assert words in whole


def test_bidi_controls_are_shown_and_not_obeyed(
    client: TestClient, readings: list[Reading], pages: dict[str, str]
) -> None:
    assert "\u202e" in HOSTILE
    page = client.get(f"/reports/{readings[2].report.id}").text
    assert "U+202E" in page
    assert "RIGHT-TO-LEFT OVERRIDE" in page
    for address, text in pages.items():
        assert not set(text) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"), address


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "localhost.evil.example:8642", ""])
def test_other_hosts_get_no_answer(client: TestClient, host: str) -> None:
    answer = client.get("/", headers={"host": host})
    assert answer.status_code == 400
    assert "Sumy" not in answer.text


@pytest.mark.parametrize("host", ["127.0.0.1:8642", "localhost:8642", "localhost", "[::1]:8642"])
def test_this_machine_gets_one(client: TestClient, host: str) -> None:
    assert client.get("/", headers={"host": host}).status_code == 200


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS"])
def test_get_only(client: TestClient, method: str) -> None:
    for address in ("/", "/events", "/static/sayso.css"):
        assert client.request(method, address).status_code == 405


def test_no_way_out_of_the_static_folder(client: TestClient) -> None:
    for address in ("/static/../app.py", "/static/%2e%2e/app.py", "/static/..%2fapp.py", "/static//etc/passwd"):
        assert client.get(address).status_code in (404, 405)
