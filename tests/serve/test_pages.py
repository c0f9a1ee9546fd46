"""Every page answers, shows what it is for, and keeps its state in the URL."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest
from builders import KYIV, SUMY, Build, foretold_readings, strike
from serve.sample import store
from starlette.testclient import TestClient

from sayso.model import Reading
from sayso.serve.app import create_app

LISTS = ("/", "/changes", "/statements", "/events", "/disputes", "/outlooks", "/names", "/search", "/search?q=tower")


@pytest.fixture
def report(readings: list[Reading]) -> str:
    return readings[0].report.id


@pytest.mark.parametrize("address", LISTS)
def test_lists(client: TestClient, address: str) -> None:
    page = client.get(address)
    assert page.status_code == 200
    assert "<main" in page.text
    assert "GeoNames" in page.text
    assert "CC BY 4.0" in page.text
    assert "Natural Earth" in page.text


def test_reports_are_listed_newest_first(client: TestClient, readings: list[Reading]) -> None:
    page = client.get("/").text
    assert page.index("Dozens die in Sumy") < page.index("Strike on Sumy")
    untitled = [reading.report.text for reading in readings if reading.report.title is None]
    assert untitled and all(" ".join(text.split()[:5]) in page for text in untitled)
    assert all(f"/reports/{reading.report.id}" in page for reading in readings)


def test_a_report_without_a_title_is_known_by_its_first_words(client: TestClient, readings: list[Reading]) -> None:
    reading = next(reading for reading in readings if reading.report.title is None)
    words = " ".join(reading.report.text.split()[:5])
    assert f"<title>{words}" in client.get(f"/reports/{reading.report.id}").text


def test_every_finding_is_marked_and_listed(client: TestClient, report: str, readings: list[Reading]) -> None:
    page = client.get(f"/reports/{report}").text
    reading = readings[0]
    for record in (*reading.statements, *reading.events, *reading.outlooks):
        assert f'data-card="{record.id}"' in page
        assert f'id="{record.id}"' in page
        assert f"/reports/{report}/{record.id}" in page
    assert "event probable" in page
    assert "event denied" in page
    assert "event certain told" in page
    assert "55–80 %" in page
    assert "region, within 120 km" in page


def test_a_mark_lights_its_words(client: TestClient, report: str) -> None:
    page = client.get(f"/reports/{report}?mark=v1").text
    assert "is-trigger" in page
    assert "is-actor" in page
    assert "told by" in page
    assert "is-trigger" not in client.get(f"/reports/{report}").text


@pytest.mark.parametrize(
    ("kind", "here", "gone"), [("events", "v1", "s1"), ("statements", "s1", "v1"), ("tolls", "v1", "v2")]
)
def test_one_kind_alone(client: TestClient, report: str, kind: str, here: str, gone: str) -> None:
    page = client.get(f"/reports/{report}?show={kind}").text
    assert f'data-card="{here}"' in page
    assert f'data-card="{gone}"' not in page


def test_a_report_without_anything(client: TestClient, readings: list[Reading]) -> None:
    page = client.get(f"/reports/{readings[3].report.id}")
    assert page.status_code == 200
    assert "Nothing was found" in page.text


def test_a_long_report_comes_in_parts(tmp_path: Path) -> None:
    text = "Word " * 60_000 + "Two people died."
    b = Build(text, outlet="Meridian Desk")
    b.event("died", toll=[("killed", "Two people", "exact", 2)], sentence=(300_000, len(text)))
    store([b.reading()], tmp_path / "long.db")
    with TestClient(create_app(tmp_path / "long.db"), base_url="http://localhost") as client:
        address = f"/reports/{b.report().id}"
        first, third = client.get(address).text, client.get(f"{address}?part=4").text
        assert "part 1 of 4" in first
        assert 'rel="next"' in first
        assert 'data-card="v1"' not in first
        assert 'data-card="v1"' in third
        assert "is-trigger" in client.get(f"{address}?mark=v1").text
        assert client.get(f"{address}?part=5").status_code == 400
        assert len(client.get(f"{address}/v1").text) < 20_000


def test_why_of_every_record(client: TestClient, readings: list[Reading]) -> None:
    for reading in readings:
        records = (*reading.entities, *reading.quantities, *reading.statements, *reading.events, *reading.outlooks)
        for record in records:
            page = client.get(f"/reports/{reading.report.id}/{record.id}")
            assert page.status_code == 200, record.id
            assert "The words it rests on" in page.text


def test_statements_by(client: TestClient) -> None:
    page = client.get("/statements?by=Ionova").text
    assert "We will rebuild" in page
    assert "tower block" not in page
    assert 'value="Ionova"' in page


def test_statements_of_an_act(client: TestClient) -> None:
    page = client.get("/statements?kind=promise").text
    assert "We will rebuild" in page
    assert "tower block" not in page


def test_filters_that_nothing_meets(client: TestClient) -> None:
    for address in ("/", "/changes", "/statements", "/events", "/outlooks", "/names", "/disputes"):
        page = client.get(f"{address}?about=zebra")
        assert page.status_code == 200
        assert "match these filters" in page.text


def test_since_and_until(client: TestClient) -> None:
    assert "Dozens die" in client.get("/?since=2024-11-18&until=2024-11-18").text
    assert "Dozens die" not in client.get("/?since=2024-11-19").text


def test_events_on_line_and_map(client: TestClient) -> None:
    page = client.get("/events").text
    assert page.count('<svg class="map') == 2
    assert page.count('<svg class="timeline') == 2
    assert 'class="area"' in page, "a region is a circle"
    assert 'class="dot"' in page, "a town is a dot"
    assert "/events?where=Sumy" in page


def test_events_where(client: TestClient) -> None:
    page = client.get("/events?where=Kursk").text
    assert "permitted" in page
    assert "tower block" not in page


def test_the_first_and_the_last_day_of_all_are_listed(tmp_path: Path) -> None:
    readings = []
    for day in ("0001-01-01", "9999-12-31"):
        b = Build("Rebels struck a mill.", outlet=day, published="2024-11-18")
        b.event("struck", lemma="strike", start=day, precision="day", from_="words")
        readings.append(b.reading())
    store(readings, tmp_path / "picture.db")
    with TestClient(create_app(tmp_path / "picture.db"), base_url="http://localhost") as client:
        page = client.get("/events")
    assert page.status_code == 200
    assert page.text.count("Rebels struck a mill") >= 2


def test_happenings_without_a_code_are_left_out_until_asked_for(tmp_path: Path) -> None:
    b = Build("A gate stood open. Rebels took the town.", outlet="Kyiv Courier", published="2024-11-19")
    b.event("stood", type=None)
    b.event("took", type="CONTROL", actors=["Rebels"], recipients=["the town"])
    store([b.reading()], tmp_path / "picture.db")
    with TestClient(create_app(tmp_path / "picture.db"), base_url="http://127.0.0.1:8642") as client:
        page = client.get("/events?order=latest").text
        assert "Rebels took the town" in page and "Gate stood" not in page
        assert "1 happening that the codebook has no type for" in page
        (link,) = re.findall(r'href="(/events[?][^"]*all=1)"', page)
        whole = client.get(unescape(link)).text
        assert "Gate stood" in whole and "all=1&amp;order=earliest" in whole
        assert [event["type"] for event in client.get("/events.json").json()] == ["CONTROL"]


def test_a_place_of_another_sentence_and_an_unsure_day_are_marked(tmp_path: Path) -> None:
    text = "The market of Sumy was full. Rebels took the mill on Sunday. They took the gate too."
    b = Build(text, outlet="Kyiv Courier", published="2024-11-19")
    b.entity("place", "Sumy", place=SUMY)
    second = (text.index("Rebels"), text.index(" They"))
    b.event("took", type="CONTROL", actors=["Rebels"], recipients=["the mill"], place="Sumy", sentence=second,
            place_words=b.words("Sumy"), place_sure=0.9, start="2024-11-17", end="2024-11-18", precision="day",
            from_="words", time_sure=0.3)  # fmt: skip
    store([b.reading()], tmp_path / "picture.db")
    with TestClient(create_app(tmp_path / "picture.db"), base_url="http://127.0.0.1:8642") as client:
        (event,) = client.get("/events.json").json()
        assert (event["place_sure"], event["time_sure"], event["apart"]) == (0.9, 0.3, ["place"])
        report = event["mentions"][0]["report"]
        words = "from another sentence: “The market of Sumy was full. Rebels took the …”"
        for address in (f"/reports/{report}", f"/reports/{report}/v1", f"/events/{event['id']}"):
            page = unescape(client.get(address).text)
            assert words in page and 'doubt"><bdi>unsure<' in page, address
        assert 'doubt"><bdi>from another sentence<' in client.get(f"/events/{event['id']}").text
        assert client.get("/events").text.count("unsure") == 1
        assert "is-place" in client.get(f"/reports/{report}?mark=v1").text


def test_an_act_that_may_be_none_is_marked(tmp_path: Path) -> None:
    b = Build("The council works to promote dialogue.", outlet="Kyiv Courier", published="2024-11-19")
    b.event("dialogue", type="CONSULT", score=0.3)
    store([b.reading()], tmp_path / "picture.db")
    with TestClient(create_app(tmp_path / "picture.db"), base_url="http://127.0.0.1:8642") as client:
        (event,) = client.get("/events.json").json()
        report = event["mentions"][0]["report"]
        for address in ("/events", f"/events/{event['id']}", f"/reports/{report}"):
            assert 'doubt"><bdi>unsure<' in client.get(address).text, address


def test_who_acts_by_another_sentence_is_marked(tmp_path: Path) -> None:
    text = "Rebels came at dawn. The mill was taken by noon."
    b = Build(text, outlet="Kyiv Courier", published="2024-11-19")
    second = (text.index("The mill"), len(text))
    b.event("taken", type="CONTROL", actors=["Rebels"], recipients=["The mill"], sentence=second)
    store([b.reading()], tmp_path / "picture.db")
    with TestClient(create_app(tmp_path / "picture.db"), base_url="http://127.0.0.1:8642") as client:
        report = client.get("/events.json").json()[0]["mentions"][0]["report"]
        page = client.get(f"/reports/{report}").text
        assert 'Rebels</bdi> <span class="aka">(from another sentence)</span>' in page
        assert page.count("(from another sentence)") == 1


def test_what_is_sure_and_in_its_sentence_has_no_mark(client: TestClient) -> None:
    for event in client.get("/events.json").json():
        assert "another sentence" not in client.get(f"/events/{event['id']}").text


def test_a_linked_event_with_its_tolls(client: TestClient) -> None:
    for event in client.get("/events.json").json():
        page = client.get(f"/events/{event['id']}")
        assert page.status_code == 200
        for accounts in event["tolls"].values():
            assert all(account["text"] in page.text for account in accounts)
        assert page.text.count("<blockquote>") == len(event["mentions"])


def test_rival_tolls_side_by_side(client: TestClient) -> None:
    rivals = [event for event in client.get("/events.json").json() if len(event["tolls"].get("killed", ())) > 1]
    assert rivals, "both reports tell the strike on Sumy"
    page = client.get(f"/events/{rivals[0]['id']}").text
    assert page.count('<svg class="bar"') == 2
    assert "Harbour Wire" in page
    assert "The Eastern Ledger" in page
    assert "on the word of" in page


def test_groups_of_victims_stand_apart_from_the_toll(tmp_path: Path) -> None:
    b = Build("The blast killed 11 people. Two children were among the dead.", outlet="A")
    b.event("blast", toll=[("killed", "11 people", "exact", 11), ("killed", "Two children", "exact", 2)])
    store([b.reading()], tmp_path / "apart.db")
    with TestClient(create_app(tmp_path / "apart.db"), base_url="http://127.0.0.1:8642") as client:
        (event,) = client.get("/events.json").json()
        page = client.get(f"/events/{event['id']}").text
        assert page.index("11 people") < page.index("Counted apart") < page.index("Two children")
        assert '<span class="figure">2</span>' not in client.get("/events").text


def test_an_update_does_not_settle_what_is_disputed(tmp_path: Path) -> None:
    tolls = (("Volga Wire", 19, "2024-11-17"), ("Dnipro Post", 34, "2024-11-18"), ("Kyiv Courier", 45, "2024-11-18"))
    store([strike(outlet, number, published=day, said=f"the {outlet} man") for outlet, number, day in tolls],
          tmp_path / "tolls.db")  # fmt: skip
    with TestClient(create_app(tmp_path / "tolls.db"), base_url="http://127.0.0.1") as client:
        page = client.get("/disputes").text
    assert "superseded" in page and "settled" not in page and ">contradiction<" in page


def test_disputes_of_the_event(client: TestClient) -> None:
    disputes = client.get("/disputes.json").json()
    assert disputes
    page = client.get("/disputes").text
    for account in disputes[0]["accounts"]:
        assert account["text"] in page


def test_changes_of_some_days(tmp_path: Path) -> None:
    path = tmp_path / "picture.db"
    store([strike("Dnipro Post", 19, published="2024-11-17"), strike("Volga Wire", 34), *foretold_readings()], path)
    with TestClient(create_app(path), base_url="http://127.0.0.1:8642") as client:
        told = client.get("/changes.json?since=2024-11-18&until=2024-11-18").json()
        page = client.get("/changes?since=2024-11-18&until=2024-11-18").text
        last = client.get("/changes").text
    assert (told["reports"], [change["kind"] for change in told["changes"]], told["new"]) == (1, ["toll"], [])
    assert page.index("until then") < page.index("19 people") < page.index(">now<") < page.index("34 people")
    assert "1 report from" in page
    assert "the last day that any came out" in last
    assert "came true" in last


def test_changes_of_some_hours_and_what_was_corrected(tmp_path: Path) -> None:
    path = tmp_path / "picture.db"
    days = ((19, "2024-11-18T08:00:00+00:00"), (34, "2024-11-18T12:00:00+00:00"))
    store([strike("Dnipro Post", killed, published=at, url="https://e.example") for killed, at in days], path)
    with TestClient(create_app(path), base_url="http://127.0.0.1:8642") as client:
        told = client.get("/changes.json?since=2024-11-18T09:00").json()
        page = client.get("/changes?since=2024-11-18T11:00%2B02:00").text
        report = client.get(f"/reports/{told['corrections'][0]['report']}").text
        first = client.get(f"/reports/{told['corrections'][0]['corrects']}").text
    for shown in (page, report):
        assert "<mark>19</mark>" in shown and "<mark>34</mark>" in shown
    assert "What was corrected" not in first
    assert 'type="datetime-local" name="since" value="2024-11-18T09:00"' in page
    assert 'href="/changes?since=2024-11-18T06%3A00">the last 6 hours' in page


def test_a_place_of_many_names_has_one_link_of_each_kind(tmp_path: Path) -> None:
    readings = []
    for n, name in enumerate(("Kyiv", "Kiev", "Kyyiv")):
        b = Build(f"A mill in {name} was struck, the mayor said.", outlet=f"Post {n}", published="2024-11-18")
        b.entity("place", name, place=KYIV)
        b.statement(source="the mayor", cue="said", content=f"A mill in {name} was struck")
        b.event("struck", place=name)
        readings.append(b.reading())
    store(readings, tmp_path / "names.db")
    with TestClient(create_app(tmp_path / "names.db"), base_url="http://127.0.0.1:8642") as client:
        page = client.get("/names?kind=place").text
        assert (page.count(">events there"), page.count(">said about")) == (1, 1)
        for address in re.findall(r'href="(/(?:events|statements)\?(?:where|about)=[^"]+)"', page):
            path, _, asked = address.partition("?")
            told = client.get(f"{path}.json?{asked}").json()
            assert sum(one.get("reports", 1) for one in told) == 3, address


@pytest.mark.parametrize("page", ["/", "/statements", "/events", "/disputes", "/outlooks", "/names"])
def test_an_empty_page_says_why(client: TestClient, page: str) -> None:
    shown = unescape(client.get(f"{page}?where=Sumi").text)
    assert 'no report names a place "Sumi"; names like it: Sumy' in shown
    assert "--" not in shown[shown.index('class="empty"') :]


def test_search_marks_the_words(client: TestClient) -> None:
    assert "<mark>tower</mark>" in client.get("/search?q=tower").text
    assert "No report has" in client.get("/search?q=zebra").text


def test_show_more(client: TestClient) -> None:
    page = client.get("/?limit=1&about=Sumy").text
    assert page.count("<li><article") + page.count("<li>\n") >= 1
    assert "limit=3&amp;about=Sumy" in page


@pytest.mark.parametrize(
    "address", ["/reports", "/changes", "/statements", "/events", "/disputes", "/outlooks", "/names", "/search"]
)
def test_every_list_as_json(client: TestClient, address: str) -> None:
    answer = client.get(f"{address}.json?about=Sumy")
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "application/json"
    answer.json()


def test_a_report_as_json_is_its_reading(client: TestClient, report: str, readings: list[Reading]) -> None:
    assert Reading.from_json(client.get(f"/reports/{report}.json").content) == readings[0]
    assert client.get(f"/reports/{report}/v1.json").json()["id"] == f"{report}/v1"


def test_the_page_names_its_json(client: TestClient) -> None:
    assert 'href="/events.json?where=Sumy"' in client.get("/events?where=Sumy").text
    assert 'href="/reports.json"' in client.get("/").text


def test_events_in_another_order(client: TestClient) -> None:
    told = client.get("/events.json").json()
    assert [event["reports"] for event in told] == sorted((event["reports"] for event in told), reverse=True)
    starts = [event["start"] or "~" for event in client.get("/events.json?order=earliest").json()]
    assert starts[:3] == sorted(starts)[:3]
    assert (
        client.get("/events.json?order=latest&limit=1").json()
        != client.get("/events.json?order=earliest&limit=1").json()
    )
    assert client.get("/events?order=best").status_code == 400


def test_outlooks_show_what_became_of_them_and_who_fared_how(tmp_path: Path) -> None:
    plan, told = foretold_readings()
    store([plan, told], tmp_path / "foretold.db")
    with TestClient(create_app(tmp_path / "foretold.db"), base_url="http://127.0.0.1:8642") as client:
        page = client.get("/outlooks").text
        assert f'href="/reports/{told.report.id}?mark=v1#v1"><bdi>The guild of Sumy closed the bridge' in page
        assert page.count('<div class="outcome came_true">') == page.count('<div class="outcome open">') == 1
        assert "0.11" in page
        assert [len(client.get(f"/outlooks.json?kind={kind}").json()) for kind in ("came_true", "failed", "open")] == [
            1,
            0,
            1,
        ]
        for address in (f"/reports/{plan.report.id}/o1", f"/reports/{plan.report.id}?mark=o1"):
            assert "The guild of Sumy closed the bridge" in client.get(address).text, address


def test_who_is_said_to_have_done_it(tmp_path: Path) -> None:
    text = "A bomb killed two. The reeve blamed the Mill Front. Nobody has claimed it."
    b = Build(text, outlet="A", published="2026-11-19")
    deed = b.event("killed", lemma="kill", recipients=["two"])
    b.laid(deed, "blamed", "the Mill Front", cue="blamed", according_to=["The reeve"])
    b.laid(deed, "unclaimed", None, cue="claimed")
    reading = b.reading()
    store([reading], tmp_path / "picture.db")
    with TestClient(create_app(tmp_path / "picture.db"), base_url="http://127.0.0.1:8642") as client:
        listed = client.get("/events").text
        assert "nobody has claimed it" in listed
        address = re.search(r"/events/E[0-9a-f]+", listed)
        assert address is not None
        page = client.get(address[0]).text
        assert "Who is said to have done it" in page
        assert "the Mill Front" in page
        assert "The reeve" in page
        for record in reading.responsibilities:
            why = client.get(f"/reports/{reading.report.id}/{record.id}")
            assert why.status_code == 200
            assert record.cue.text in why.text
