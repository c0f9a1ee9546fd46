"""The map draws dots for towns, circles for regions, and land where land is."""

from __future__ import annotations

import re

import pytest

from sayso.serve.map_svg import Spot, draw_map, fit
from sayso.serve.world import load_world


def spot(name: str, lat: float, lon: float, radius: float = 8, count: int = 1, *, exact: bool = True) -> Spot:
    return Spot(name=name, lat=lat, lon=lon, radius_km=radius, exact=exact, count=count, href="/")


SUMY = spot("Sumy", 50.92, 34.8)
KURSK = spot("Kursk Oblast", 51.6, 36.1, 120, exact=False)
RUSSIA = spot("Russia", 61.5, 105.3, 3000, exact=False)


def test_dots_and_circles() -> None:
    view = draw_map([SUMY, KURSK])
    assert [shape.spot.name for shape in view.dots] == ["Sumy"]
    assert [shape.spot.name for shape in view.areas] == ["Kursk Oblast"]
    circle = view.areas[0]
    assert circle.ry == pytest.approx(120 / view.scale_km * view.scale_width, rel=0.01), "true to scale"
    assert circle.rx == pytest.approx(circle.ry, rel=0.05)


def test_what_is_too_wide_is_not_drawn_among_others() -> None:
    assert [shape.spot.name for shape in draw_map([SUMY, RUSSIA]).areas] == []
    assert [shape.spot.name for shape in draw_map([RUSSIA]).areas] == ["Russia"]


@pytest.mark.parametrize("size", [(1000, 460), (380, 360)])
@pytest.mark.parametrize(
    "spots",
    [[SUMY], [SUMY, KURSK], [RUSSIA], [spot("Suva", -18.1, 178.4), spot("Apia", -13.8, -171.8)],
     [spot("Ushuaia", -54.8, -68.3), spot("Murmansk", 68.97, 33.1)],
     [spot("Quito", -0.2, -78.5), spot("Tokyo", 35.7, 139.7)]],
)  # fmt: skip
def test_every_spot_is_in_view(spots: list[Spot], size: tuple[int, int]) -> None:
    view = draw_map(spots, width=size[0], height=size[1])
    for shape in view.areas + view.dots:
        assert 0 <= shape.x <= size[0]
        assert 0 <= shape.y <= size[1]
        if shape.label:
            assert 0 <= shape.label[0] <= size[0]


def test_a_crowded_map_writes_no_name_over_another() -> None:
    crowd = [spot(f"Village {i}", 50 + i % 5 / 50, 34 + i / 50) for i in range(40)]
    labels = [(shape.label[0], shape.label[1]) for shape in draw_map(crowd).dots if shape.label]
    assert 0 < len(labels) < 40
    assert len(set(labels)) == len(labels)


def test_countries_are_named() -> None:
    names = {country.text for country in draw_map([SUMY, KURSK], width=1000, height=460).countries}
    assert {"Ukraine", "Russia"} <= names


def test_nothing_is_the_world() -> None:
    view = draw_map([])
    assert view.dots == view.areas == ()
    assert {"Brazil", "China"} <= {country.text for country in view.countries}
    assert len(view.land) < 250_000


def test_paths_hold_nothing_but_numbers() -> None:
    view = draw_map([SUMY])
    for data in (view.land, view.borders, view.coasts, view.disputed):
        assert re.fullmatch(r"[MlZ0-9.\- ]*", data)


def _inside(country: str, lon: float, lat: float) -> bool:
    rings = dict(load_world().countries)[country]
    crossings = 0
    for ring in rings:
        for (ax, ay), (bx, by) in zip(ring.points, ring.points[1:], strict=False):
            crossings += (ay > lat) != (by > lat) and lon < (bx - ax) * (lat - ay) / (by - ay) + ax
    return crossings % 2 == 1


@pytest.mark.parametrize(
    ("country", "lon", "lat"),
    [("Ukraine", 30.5, 50.45), ("Ukraine", 34.1, 44.95), ("Russia", 37.6, 55.75), ("Russia", 177.5 + 10, 66.0),
     ("Sudan", 32.5, 15.6), ("Palestine", 34.35, 31.4), ("Syria", 36.3, 33.5)],
)  # fmt: skip
def test_places_lie_in_their_countries(country: str, lon: float, lat: float) -> None:
    assert _inside(country, lon, lat)


def test_the_frame_has_room_around_a_single_town() -> None:
    frame = fit([SUMY], 1000, 460)
    assert frame.east - frame.west > 8
    assert frame.north - frame.south > 5
