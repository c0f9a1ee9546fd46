"""What only a real browser can say: nothing runs that should not, nothing spills over, all can be read."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import httpx
import pytest
from browser.webdriver import Browser
from builders import SUMY, Build
from serve.sample import HOSTILE, store

from sayso.model import Reading

pytestmark = pytest.mark.browser

CONTRAST = (Path(__file__).parent / "contrast.js").read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def addresses(address: str, readings: list[Reading]) -> list[str]:
    """Every page of the app."""
    report, hostile = (f"/reports/{readings[i].report.id}" for i in (0, 2))
    events = [f"/events/{event['id']}" for event in httpx.get(f"{address}/events.json").json()]
    lists = [
        "/",
        "/changes",
        "/changes?since=2024-11-18",
        "/statements",
        "/events",
        "/disputes",
        "/outlooks",
        "/names",
        "/search?q=tower",
    ]
    return [*lists, report, f"{report}?mark=v1", f"{report}/v1", f"{report}/o1", hostile, *events]


@pytest.mark.parametrize("width", [360, 768, 1440])
def test_nothing_spills_over_or_breaks_the_policy(
    window: Browser, address: str, addresses: list[str], width: int
) -> None:
    window.resize(width, 800)
    window.console()
    for page in addresses:
        window.open(address + page)
        assert window.run("return document.documentElement.scrollWidth") <= width, page
        assert window.console() == [], page


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_all_words_can_be_read(window: Browser, address: str, addresses: list[str], scheme: str) -> None:
    window.resize(1440, 900)
    window.prefer(scheme)
    for page in addresses:
        window.open(address + page)
        assert window.run(CONTRAST) == [], page


def test_pointing_at_a_finding_lights_its_words(window: Browser, address: str, readings: list[Reading]) -> None:
    window.resize(1440, 900)
    window.open(f"{address}/reports/{readings[0].report.id}")
    window.point_at('[data-card="v1"]')
    lit = window.run("return [...document.querySelectorAll('[data-marked] .lit')].map(e => e.textContent)")
    assert {"struck", "Russian missiles", "a tower block", "34 people"} <= set(lit)
    window.point_at("h1")
    assert window.run("return document.querySelectorAll('.lit').length") == 0


def test_pointing_at_words_lights_their_finding(window: Browser, address: str, readings: list[Reading]) -> None:
    window.resize(1440, 900)
    window.open(f"{address}/reports/{readings[0].report.id}")
    window.point_at('a[data-head="v2"]')
    assert window.run("return [...document.querySelectorAll('[data-card].lit')].map(e => e.dataset.card)") == ["v2"]


def test_choosing_a_finding_is_in_the_url(window: Browser, address: str, readings: list[Reading]) -> None:
    window.resize(1440, 500)
    window.open(f"{address}/reports/{readings[0].report.id}")
    window.click('[data-card="o1"] .headline a')
    assert window.run("return location.search + location.hash") == "?mark=o1#o1"
    assert window.run("return document.querySelector('.is-content').textContent") == "more strikes"
    top = window.run("return document.getElementById('o1').getBoundingClientRect().top")
    assert 0 <= top < 500


def test_on_a_phone_the_chosen_finding_is_in_view(window: Browser, address: str, readings: list[Reading]) -> None:
    window.resize(360, 740)
    window.open(f"{address}/reports/{readings[0].report.id}?mark=v1#v1")
    box = window.run("const b = document.querySelector('.chosen').getBoundingClientRect(); return [b.top, b.bottom]")
    words = window.run("return document.querySelector('.is-trigger').getBoundingClientRect().bottom")
    assert 0 < words < box[0]
    assert box[1] <= 740


def test_without_scripts_all_of_it_reads(window: Browser, address: str, readings: list[Reading]) -> None:
    window.devtools("Emulation.setScriptExecutionDisabled", value=True)
    try:
        window.open(f"{address}/reports/{readings[0].report.id}?mark=v1")
        page = str(window.source())
    finally:
        window.devtools("Emulation.setScriptExecutionDisabled", value=False)
    assert "is-trigger" in page
    assert "is-toll" in page


def test_hostile_words_stay_words(window: Browser, address: str, readings: list[Reading]) -> None:
    window.open(f"{address}/reports/{readings[2].report.id}")
    assert window.run("return document.scripts.length") == 1
    assert window.run("return document.querySelectorAll('[data-marked] :is(script, b, img)').length") == 0
    assert window.run("return document.querySelectorAll('a[href^=javascript]').length") == 0
    shown = window.run("return document.querySelector('[data-marked]').textContent")
    for words in HOSTILE.replace("\u202e", "\n").replace("\u202c", "\n").split("\n"):
        assert words.strip() in shown


def test_every_page_has_its_landmarks(window: Browser, address: str, addresses: list[str]) -> None:
    for page in addresses:
        window.open(address + page)
        count = window.run(
            "return ['header.top', 'main', 'footer.foot', 'h1', 'nav[aria-label]']"
            ".map(s => document.querySelectorAll(s).length)"
        )
        assert count[:4] == [1, 1, 1, 1], page
        nameless = window.run(
            "return [...document.querySelectorAll('input, select, svg, table')].filter(e =>"
            " !(e.labels?.length || e.ariaLabel || e.caption)).map(e => e.outerHTML.slice(0, 80))"
        )
        assert nameless == [], page


def test_the_keyboard_sees_where_it_is(window: Browser, address: str) -> None:
    window.open(address)
    window.press("\ue004")
    assert window.run("return document.activeElement.className") == "skip"
    assert window.run("return document.activeElement.getBoundingClientRect().left") >= 0


ROWS_OF_A_WORD = """
  const words = document.querySelectorAll(".names thead th:not(:last-child), .names td:not(.links)");
  return Math.max(...[...words].filter(word => word.offsetParent).map(word => {
    const range = document.createRange();
    range.selectNodeContents(word);
    return new Set([...range.getClientRects()].map(box => box.top)).size;
  }));
"""


@pytest.mark.parametrize("width", [390, 1200])
def test_no_word_beside_long_names_is_broken(
    window: Browser, serve: Callable[[Path], AbstractContextManager[str]], tmp_path: Path, width: int
) -> None:
    names = [f"{part}grad-upon-the-Long-and-Winding-River" for part in ("Ald", "Bir", "Cor")]
    readings = []
    for nth, name in enumerate(names):
        b = Build(f"The guild struck a mill in {name}, sailors said.", outlet=name, published=f"2024-11-1{nth}")
        b.entity("place", name, place=SUMY)
        b.statement(source="sailors", cue="said", content=f"The guild struck a mill in {name}")
        b.event("struck", place=name)
        readings.append(b.reading())
    store(readings, tmp_path / "picture.db")
    window.resize(width, 800)
    with serve(tmp_path / "picture.db") as address:
        window.open(f"{address}/names")
        assert window.run(ROWS_OF_A_WORD) == 1
        assert window.run("return document.documentElement.scrollWidth") <= width
