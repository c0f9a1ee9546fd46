"""Values as readers see them."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest
from builders import Build

from sayso.link.disputes import find_disputes
from sayso.link.joining import join
from sayso.link.records import TollAccount
from sayso.link.told import Shelf
from sayso.model import Participant, Place, Quantity
from sayso.serve.cards import Cards
from sayso.serve.display import (
    beside,
    day,
    differs,
    extent,
    figure,
    for_input,
    has_point,
    kind_of_event,
    moment,
    period,
    web_address,
)
from sayso.serve.rendering import make_environment
from sayso.serve.scale import Scale


def quantity(**given: Any) -> Quantity:
    return Quantity(**{"id": "q1", "spans": ((0, 1),), "text": "x", "bound": "exact", **given})


FIGURES = [
    ({"low": 20, "high": 20, "best": 20}, "20"),
    ({"best": 12000, "bound": "about"}, "≈ 12,000"),
    ({"low": 40, "bound": "at_least", "strict": True}, "> 40"),
    ({"low": 40, "bound": "at_least"}, "≥ 40"),
    ({"high": 20, "bound": "at_most"}, "≤ 20"),
    ({"low": 40, "high": 45, "bound": "between"}, "40–45"),
    ({"low": 24, "bound": "vague"}, "≥ 24"),
    ({"bound": "vague"}, ""),
]


@pytest.mark.parametrize(("given", "expected"), FIGURES)
def test_figure(given: dict[str, Any], expected: str) -> None:
    assert figure(quantity(**given)) == expected


@pytest.mark.parametrize(
    ("start", "end", "precision", "expected"),
    [
        ("2024-11-17", "2024-11-18", "day", "17 Nov 2024"),
        ("2024-11-17", "2024-11-24", "week", "17–23 Nov 2024"),
        ("2024-11-01", "2024-12-01", "month", "Nov 2024"),
        ("2024-12-01", "2025-03-01", "season", "Dec 2024 – Feb 2025"),
        ("2022-01-01", "2023-01-01", "year", "2022"),
        ("2022-01-01", "2024-01-01", "vague", "2022–2023"),
        ("2024-11-17T19:40:00+02:00", "2024-11-17T19:41:00+02:00", "minute", "17 Nov 2024, 19:40 +02:00"),
        ("2022-02-24", None, "day", "from 24 Feb 2022"),
        (None, "2025-03-01", None, "until 1 Mar 2025"),
        (None, None, None, ""),
    ],
)
def test_period(start: str | None, end: str | None, precision: str | None, expected: str) -> None:
    assert period(start, end, precision) == expected


def test_days_and_moments() -> None:
    assert day("2024-11-17T19:40:00+00:00") == "17 Nov 2024"
    assert moment("2024-11-17T19:40:00+00:00") == "17 Nov 2024, 19:40 UTC"
    assert moment("2024-11-17") == "17 Nov 2024"
    assert day("whenever") == "whenever"
    assert day(None) == ""


def test_kinds() -> None:
    assert kind_of_event("ASSAULT", "aerial") == "Assault, aerial"
    assert kind_of_event(None, None) == ""


@pytest.mark.parametrize(
    ("feature", "number", "shown"),
    [
        ("city", 5, "town"),
        ("point", None, "a spot"),
        ("city", None, "town, within 25 km"),
        ("admin1", 5, "region, within 25 km"),
    ],
)
def test_a_place_is_a_dot_only_where_the_map_holds_its_position(feature: Any, number: int | None, shown: str) -> None:
    place = Place(name="X", geonameid=number, lat=0, lon=0, feature=feature, admin1=None, country=None, radius_km=25)
    assert has_point(place) == ("within" not in shown)
    assert extent(place) == shown


@pytest.mark.parametrize(
    ("url", "safe"),
    [
        ("https://a.example/x", True),
        ("http://a.example", True),
        ("javascript:alert(1)", False),
        ("JAVASCRIPT:alert(1)", False),
        ("data:text/html,x", False),
        ("//a.example", False),
        ("https://[broken", False),
        ("", False),
        (None, False),
    ],
)
def test_only_web_addresses_become_links(url: str | None, safe: bool) -> None:
    assert web_address(url) == url if safe else web_address(url) is None


@pytest.mark.parametrize(("highest", "top"), [(1, 2), (3, 4), (9, 10), (12, 15), (140, 200)])
def test_a_scale_ends_at_a_whole_number(highest: int, top: int) -> None:
    assert Scale.of([quantity(bound="exact", low=highest, high=highest, best=highest)]).top == top


def test_bars_share_a_scale() -> None:
    accounts = [quantity(low=19, high=19, best=19), quantity(low=34, bound="at_least"), quantity(low=40, high=45)]
    scale = Scale.of(accounts)
    assert scale.top >= 45
    first, second, third = (scale.stroke(account) for account in accounts)
    assert first and second and third
    assert first.dot == first.x1 == first.x2
    assert second.open_high
    assert second.x2 == scale.x(scale.top)
    assert third.x1 < third.x2
    assert scale.stroke(quantity(bound="vague")) is None
    assert Scale.of([]).top > 0


def test_a_toll_is_shown_by_its_figures_and_by_words_only_where_nobody_counts() -> None:
    def account(text: str, value: float | None) -> TollAccount:
        return TollAccount(
            low=value, high=value, best=value, bound="exact" if value else None, strict=False, text=text, who="people",
            scope="event", report="r-1", event="v1", outlet="A", published=None, according_to=(), spans=((0, 1),),
            syndicated_from=None,
        )  # fmt: skip

    spread = make_environment().filters["spread"]
    assert spread([account("a clerk", None), account("12 people", 12.0), account("nine", 9.0)]) == ["9", "12"]
    assert spread([account("a clerk", None), account("Ada Roll", None)]) == ["Ada Roll"]


def test_an_outlook_says_what_it_expects_in_the_words_of_the_event() -> None:
    b = Build("Analysts expect air raids.", outlet="A", published="2024-11-18")
    raids = b.event("air raids", mode="aerial", status="possible")
    b.outlook("air raids", cue="expect", holder="Analysts", event=raids)
    reading = b.reading()
    (expects,) = [fact for fact in Cards(reading).outlook(reading.outlooks[0]).facts if fact.term == "expects"]
    assert (expects.text, expects.note, expects.record) == ("air raids", "Assault, aerial", raids)


def test_words_that_stand_for_several_are_shown_once_with_all_their_names() -> None:
    b = Build("Chad and Togo talked. We condemn the raid.", outlet="A", published="2024-11-18")
    ids = [b.entity("place", name) for name in ("Chad", "Togo")]
    b.event("condemn", type="ACCUSE", mode=None)
    reading = b.reading()
    we = tuple(Participant(spans=((22, 24),), text="We", entity=one) for one in ids)
    parts = Cards(reading).event(msgspec.structs.replace(reading.events[0], actors=we)).parts
    assert [(part.text, part.name) for part in parts] == [("We", "Chad, Togo"), ("condemn", None)]


def test_what_is_expected_is_read_in_its_order_with_the_cue_in_its_place() -> None:
    b = Build("The gate would open soon, Ada Norling said. The crew promised bread.")
    b.outlook("The gate would open soon", cue="would")
    b.outlook("bread", cue="promised")
    inside, before = (Cards(b.reading()).outlook(outlook) for outlook in b.reading().outlooks)
    assert [(part.role, part.text) for part in inside.parts] == [
        ("content", "The gate"), ("cue", "would"), ("content", "open soon"),
    ]  # fmt: skip
    assert [part.text for part in before.parts] == ["promised", "bread"]


@pytest.mark.parametrize(
    ("means", "told"),
    [
        (("a drone", "a missile"), "with what it was done"),
        (("six drones", "nine drones"), "with how many weapons"),
        (("six or seven drones", "nine or ten drones"), "with how many weapons"),
    ],
)
def test_rival_means_are_no_numbers_of_weapons(means: tuple[str, str], told: str) -> None:
    readings = []
    for outlet, words, number in zip("AB", means, (6, 9), strict=True):
        b = Build(f"A depot was hit by {words}, {outlet} said.", outlet=outlet, published="2024-11-18")
        if "drones" in words:
            to = {"bound": "between", "low": number, "high": number + 1} if " or " in words else {"value": number}
            b.quantity(words, of="drones", **to)
        b.event("hit", instruments=(b.words(words),), according_to=[outlet])
        readings.append(b.reading())
    shelf = Shelf(readings, {})
    (dispute,) = find_disputes(join("E1", [(r.report.id, "v1") for r in readings], shelf), shelf)
    assert differs(dispute) == told


def test_days_and_moments_in_a_form() -> None:
    assert for_input("2024-11-18") == "2024-11-18"
    assert for_input("2024-11-18T01:30:00+02:00") == "2024-11-17T23:30"
    assert for_input("2024-11-18T01:30") == "2024-11-18T01:30"
    assert for_input("yesterday") == "yesterday"


def test_words_beside_other_words() -> None:
    assert beside("nine people died", "at least 12 people died")[0] == ("nine", True)
    assert [words for words, other in beside("a b c", "a x c") if other] == ["b"]
    assert beside("a b", "") == [("a b", True)]
    assert beside("", "a") in ([], [("", True)])
