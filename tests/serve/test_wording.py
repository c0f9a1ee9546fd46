"""Pages speak in the report's words, lead somewhere, and never talk of a command line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest
from builders import KYIV, SUMY, Build
from serve.sample import store
from starlette.testclient import TestClient

from sayso.serve.app import create_app

TEXT = (
    "Witnesses blamed the Dawn Front for the fire in Sumy. The Dawn Front put the number of dead at nine. "
    "Shells hit a mill, a nurse said. Jo Day denied it. Ms. Oru waited in Lviv."
)


@pytest.fixture
def pages(tmp_path: Path) -> Iterator[TestClient]:
    """A picture of one report in which words and acts differ, and of which some names neither say nor do anything."""
    b = Build(TEXT, outlet="Volga Wire", published="2024-11-18", title="A fire in the mill")
    b.entity("organization", "Dawn Front")
    b.entity("place", "Sumy", place=SUMY, country="UKR", country_from="table")
    b.entity("place", "Lviv", place=KYIV, country="UKR", country_from="table")
    b.entity("person", "Jo Day")
    b.entity("person", "Ms. Oru")
    hit = b.event("hit", actors=["Shells"], recipients=["a mill"], place="Sumy", according_to=["a nurse"])
    b.event("put", type=None, actors=["Dawn Front"], same_as=hit)
    b.statement(source="Witnesses", cue="blamed", content="the Dawn Front for the fire", act="accuse")
    b.statement(source="Dawn Front", cue="put", content="the number of dead at nine")
    b.statement(source="Jo Day", cue="denied", content="it", act="deny", denies=hit, inside="s2")
    path = tmp_path / "words.db"
    store([b.reading()], path)
    with TestClient(create_app(path), base_url="http://127.0.0.1") as client:
        yield client


def words(client: TestClient, address: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", client.get(address).text)).split())


def test_a_statement_is_made_in_the_words_of_its_report(pages: TestClient) -> None:
    shown = words(pages, "/statements")
    assert "Witnesses blamed the Dawn Front for the fire" in shown
    assert "Dawn Front put the number of dead at nine" in shown


def test_what_is_denied_is_named_and_has_no_number(pages: TestClient) -> None:
    shown = words(pages, "/statements")
    assert "denies Shells … hit … a mill" in shown and "within what is said by Dawn Front" in shown
    assert "denies v1" not in shown and "inside s2" not in shown


def test_a_figure_is_on_the_word_of_who_puts_it(pages: TestClient) -> None:
    event = re.search(r"/events/E[0-9a-f]+", pages.get("/events?all=1").text)
    assert event is not None
    assert "on the word of Dawn Front" in words(pages, event[0])


def test_names_lead_only_where_something_is(pages: TestClient) -> None:
    page = pages.get("/names").text
    links = {unescape(link) for link in re.findall(r'href="(/(?:events|statements)\?(?:by|where|about)=[^"]*)"', page)}
    assert "/events?where=Sumy" in links and "/statements?by=Jo%20Day" in links
    for link in links:
        assert "match these filters" not in pages.get(link).text, link


def test_a_body_leads_to_what_it_said_under_its_short_form_too(tmp_path: Path) -> None:
    readings = []
    for name, outlet in (("River Safety Fund", "Volga Wire"), ("RSF", "Dnipro Post")):
        b = Build(f"{name} called the bridge safe.", outlet=outlet, published="2024-11-18")
        b.entity("organization", name)
        b.statement(source=name, cue="called", content="the bridge safe")
        readings.append(b.reading())
    store(readings, tmp_path / "fund.db")
    with TestClient(create_app(tmp_path / "fund.db"), base_url="http://127.0.0.1") as pages:
        page = pages.get("/names").text
        assert page.count("<tr>") == 2 and "(RSF)" in page
        assert '"/statements?by=River%20Safety%20Fund">said</a>' in page
        assert pages.get("/statements.json?by=River%20Safety%20Fund").text.count("the bridge safe") == 2


def test_the_reports_have_their_own_address(pages: TestClient) -> None:
    assert pages.get("/reports").status_code == 200
    assert "A fire in the mill" in pages.get("/reports").text


@pytest.mark.parametrize(
    "address",
    ["/events?since=yesterday", "/events?min_score=2", "/events/E000000000000", "/reports/r-0000000000000000"],
)
def test_no_page_talks_of_a_command_line(pages: TestClient, address: str) -> None:
    for shown in (
        words(pages, address),
        pages.get(address.replace("?", ".json?") if "?" in address else f"{address}.json").text,
    ):
        assert "`sayso" not in shown and "--" not in shown
    assert pages.get(address).status_code in (400, 404)
