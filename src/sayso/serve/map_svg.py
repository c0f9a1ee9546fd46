"""The map: where events happened, as shapes that `_map.html` writes out as SVG.

A town is a dot. A region or a country is a circle as wide as the words are vague: no point is drawn where the report
gives none. Equirectangular, true to scale at the middle of the view; north is up.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from sayso.serve.world import Line, Point, load_world

KM_PER_DEGREE = 111.32
#: wider places (Russia, Africa) say little on a map of nearer ones: they are listed under it, in kilometres
WIDEST = 900.0
#: how far outside the view lines are cut, and how near to the one before a point of them is left out
_CUT = 6.0
_NEAREST = 1.4
#: how wide a letter of a place's and of a country's name is, and how far it reaches over and under its baseline
_LETTER, _COUNTRY_LETTER, _OVER, _UNDER = 6.9, 7.6, 11, 4
#: what the names of places and of countries keep clear at the edges, and of countries at the foot, for the scale
_EDGE, _COUNTRY_EDGE, _FOOT = 2, 4, 26


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A place and how many events happened there."""

    name: str
    lat: float
    lon: float
    radius_km: float
    #: True for what is drawn as a dot
    exact: bool
    count: int
    href: str


class Ellipse(NamedTuple):
    """A spot on the page."""

    spot: Spot
    x: float
    y: float
    rx: float
    ry: float


class Shape(NamedTuple):
    """The same, and where its name goes (None: no room)."""

    spot: Spot
    x: float
    y: float
    rx: float
    ry: float
    label: tuple[float, float, str] | None


class CountryName(NamedTuple):
    """The name of a country and where it goes."""

    text: str
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class MapView:
    """All that the template draws, in the units of the view box."""

    width: int
    height: int
    land: str
    coasts: str
    borders: str
    disputed: str
    countries: tuple[CountryName, ...]
    areas: tuple[Shape, ...]
    dots: tuple[Shape, ...]
    scale_km: int
    scale_width: float


@dataclass(frozen=True, slots=True)
class Frame:
    """Which part of the world fills the view: its west and north edge, and units per degree each way."""

    west: float
    north: float
    kx: float
    ky: float
    width: int
    height: int

    @property
    def east(self) -> float:
        return self.west + self.width / self.kx

    @property
    def south(self) -> float:
        return self.north - self.height / self.ky

    def place(self, lon: float, lat: float) -> Point:
        """Where a position lies in the view."""
        return (lon - self.west) * self.kx, (self.north - lat) * self.ky


def fit(spots: Sequence[Spot], width: int, height: int) -> Frame:
    """The smallest frame with all spots and room around them; the inhabited world where there are none."""
    near = [spot for spot in spots if spot.radius_km <= WIDEST] or list(spots)
    if not near:
        return _frame(-170.0, 190.0, -56.0, 78.0, width, height)
    edges = [(spot.lon, _degrees(spot) / _squeeze(spot.lat)) for spot in near]
    west, east = _shortest_arc(edges)
    south = min(spot.lat - _degrees(spot) for spot in near)
    north = max(spot.lat + _degrees(spot) for spot in near)
    return _frame(west, east, max(south, -80.0), min(north, 84.0), width, height)


def _shortest_arc(edges: Sequence[tuple[float, float]]) -> tuple[float, float]:
    """The west and east end of the shortest way round the world that takes in all (longitude, half-width) pairs."""
    ordered = sorted(edges)
    gaps = [(ordered[i][0] - ordered[i - 1][0]) % 360 for i in range(len(ordered))]
    first = max(range(len(ordered)), key=lambda i: gaps[i] if len(ordered) > 1 else 0)
    turned = [(lon + 360 if i < first else lon, half) for i, (lon, half) in enumerate(ordered)]
    return min(lon - half for lon, half in turned), max(lon + half for lon, half in turned)


def _degrees(spot: Spot) -> float:
    return spot.radius_km / KM_PER_DEGREE


def _squeeze(lat: float) -> float:
    """How much shorter a degree of longitude is than one of latitude."""
    return max(math.cos(math.radians(lat)), 0.2)


def _frame(west: float, east: float, south: float, north: float, width: int, height: int) -> Frame:
    """The frame around a box, widened by a margin and to the shape of the view."""
    middle_lon, middle_lat = (west + east) / 2, (south + north) / 2
    squeeze = _squeeze(middle_lat)
    wide, high = max((east - west) * 1.3, 14.0 / squeeze), max((north - south) * 1.3, 7.5)
    ky = min(width / (wide * squeeze), height / high)
    ky = max(ky, width / 360 / squeeze)
    kx = ky * squeeze
    # nobody lives south of 56° S and little happens north of 80° N: no need for a tall view of the whole world
    height = min(height, round(136 * ky))
    north = min(middle_lat + height / ky / 2, 80.0) if height / ky > 60 else middle_lat + height / ky / 2
    return Frame(middle_lon - width / kx / 2, north, kx, ky, width, height)


def draw_map(spots: Iterable[Spot], *, width: int = 960, height: int = 520) -> MapView:
    """The map of some places; `width` and `height` are the view box, in which letters are about 12 high."""
    shown = sorted(spots, key=lambda spot: (-spot.count, spot.name))
    frame = fit(shown, width, height)
    shown = [spot for spot in shown if spot.radius_km <= WIDEST] or shown
    named = {spot.name for spot in shown}
    world = load_world()
    areas, dots, taken = _shapes(shown, frame)
    lands = [(name, [ring for line in rings for ring in _in_view(line, frame)]) for name, rings in world.countries]
    scale_km, scale_width = _scale_bar(frame)
    return MapView(
        width=width,
        height=frame.height,
        land="".join(_data(ring, closed=True) for _, rings in lands for ring in rings),
        coasts=_lines(world.coasts, frame),
        borders=_lines(world.borders, frame),
        disputed=_lines(world.disputed, frame),
        countries=_country_names([land for land in lands if land[0] not in named], frame, taken),
        areas=areas,
        dots=dots,
        scale_km=scale_km,
        scale_width=scale_width,
    )


# ---- land


def _projected(line: Line, frame: Frame) -> Iterator[list[Point]]:
    """A line in the units of the view, once for each turn round the world on which it may be in view."""
    west, south, east, north = line.box
    for turn in (-360.0, 0.0, 360.0):
        if east + turn >= frame.west and west + turn <= frame.east and north >= frame.south and south <= frame.north:
            yield [frame.place(lon + turn, lat) for lon, lat in line.points]


def _in_view(ring: Line, frame: Frame) -> Iterator[list[Point]]:
    """The parts of a ring that are in view, with no more points than can be seen."""
    for points in _projected(ring, frame):
        part = _thinned(_clipped(points, frame))
        if len(part) >= 4:
            yield part


def _lines(lines: Iterable[Line], frame: Frame) -> str:
    """Path data of open lines."""
    drawn = (points for line in lines for points in _projected(line, frame))
    return "".join(_data(part, closed=False) for points in drawn for part in _stretches(_thinned(points), frame))


def _stretches(points: Sequence[Point], frame: Frame) -> Iterator[list[Point]]:
    """The stretches of a line that are in view; one step outside is kept at both ends."""
    stretch: list[Point] = []
    for a, b in pairwise(points):
        beside = max(a[0], b[0]) < -_CUT or min(a[0], b[0]) > frame.width + _CUT
        above = max(a[1], b[1]) < -_CUT or min(a[1], b[1]) > frame.height + _CUT
        if beside or above:
            if stretch:
                yield stretch
            stretch = []
        else:
            stretch = [*stretch, b] if stretch else [a, b]
    if stretch:
        yield stretch


def _clipped(points: Sequence[Point], frame: Frame) -> list[Point]:
    """A ring cut to the view (Sutherland and Hodgman, 1974), with a margin that hides the cuts."""
    edges = (
        (0, -_CUT, 1.0),
        (0, frame.width + _CUT, -1.0),
        (1, -_CUT, 1.0),
        (1, frame.height + _CUT, -1.0),
    )
    ring = list(points)
    for axis, limit, side in edges:
        kept: list[Point] = []
        for i, now in enumerate(ring):
            last = ring[i - 1]
            inside, was = (now[axis] - limit) * side >= 0, (last[axis] - limit) * side >= 0
            if inside != was:
                t = (limit - last[axis]) / (now[axis] - last[axis])
                kept.append((last[0] + t * (now[0] - last[0]), last[1] + t * (now[1] - last[1])))
            if inside:
                kept.append(now)
        ring = kept
    return ring


def _thinned(points: Sequence[Point]) -> list[Point]:
    """The points without those nearer than `_NEAREST` to the one before; nothing of what is smaller than that."""
    kept: list[Point] = []
    for point in points:
        if not kept or abs(point[0] - kept[-1][0]) + abs(point[1] - kept[-1][1]) >= _NEAREST:
            kept.append(point)
    if kept and len(points) > 1 and kept[-1] != points[-1]:
        kept.append(points[-1])
    return kept


def _data(points: Sequence[Point], *, closed: bool) -> str:
    """Path data in steps of a tenth: relative moves are half as long as positions."""
    if len(points) < (4 if closed else 2):
        return ""
    px, py = round(points[0][0] * 10), round(points[0][1] * 10)
    data = [f"M{px / 10:g} {py / 10:g}l"]
    for fx, fy in points[1:]:
        x, y = round(fx * 10), round(fy * 10)
        data.append(f"{(x - px) / 10:g} {(y - py) / 10:g} ")
        px, py = x, y
    return "".join(data).rstrip() + ("Z" if closed else "")


# ---- places and names


Box = tuple[float, float, float, float]


def _shapes(spots: Sequence[Spot], frame: Frame) -> tuple[tuple[Shape, ...], tuple[Shape, ...], list[Box]]:
    """Areas (widest first, so that none hides another) and dots, with names where there is room."""
    placed: list[Ellipse] = []
    taken: list[Box] = []
    for spot in spots:
        x, y = frame.place(spot.lon + 360 * math.ceil((frame.west - spot.lon) / 360), spot.lat)
        if spot.exact:
            rx = ry = 4.0 + min(9.0, 1.8 * math.sqrt(spot.count))
            taken.append((x - rx, y - ry, x + rx, y + ry))
        else:
            ry = max(_degrees(spot) * frame.ky, 10.0)
            rx = ry * frame.kx / frame.ky / _squeeze(spot.lat)
        placed.append(Ellipse(spot, x, y, rx, ry))
    shapes = [Shape(*one, _label(one, frame, taken)) for one in placed]
    areas = sorted((shape for shape in shapes if not shape.spot.exact), key=lambda shape: -shape.rx)
    return tuple(areas), tuple(shape for shape in shapes if shape.spot.exact), taken


def _label(one: Ellipse, frame: Frame, taken: list[Box]) -> tuple[float, float, str] | None:
    """The first free place for a name (x, baseline y, text-anchor), or None; takes it."""
    spot, x, y, rx, ry = one
    wide = _LETTER * len(spot.name) + 4
    if spot.exact:
        right, left = (x + rx + 4, y + 4, "start"), (x - rx - 4, y + 4, "end")
        tries = [right, left, (x, y - ry - 5, "middle"), (x, y + ry + 14, "middle")]
    else:
        tries = [(x, y + 4, "middle"), (x, y - ry * 0.6, "middle"), (x, y + ry * 0.6, "middle")]
    for at_x, at_y, anchor in tries:
        edge = at_x - {"start": 0.0, "middle": wide / 2, "end": wide}[anchor]
        if _takes((edge, at_y - _OVER, edge + wide, at_y + _UNDER), frame, taken, edge=_EDGE, foot=_EDGE):
            return at_x, at_y, anchor
    return None


def _takes(box: Box, frame: Frame, taken: list[Box], *, edge: float, foot: float) -> bool:
    """Takes the room for a name, if that is free and inside of the edges."""
    inside = box[0] >= edge and box[1] >= edge and box[2] <= frame.width - edge and box[3] <= frame.height - foot
    free = inside and not any(_overlap(box, other) for other in taken)
    if free:
        taken.append(box)
    return free


def _overlap(a: Box, b: Box) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def _country_names(
    lands: Iterable[tuple[str, list[list[Point]]]], frame: Frame, taken: list[Box]
) -> tuple[CountryName, ...]:
    """Names of countries, each in the widest stretch of the largest part in view, where it fits and hides nothing."""
    largest = [(max((abs(_area(ring)), ring) for ring in rings), name) for name, rings in lands if rings]
    shown: list[CountryName] = []
    for (area, ring), name in sorted(largest, reverse=True):
        wide = _COUNTRY_LETTER * len(name) + 10
        if area < wide * 16:
            continue
        room, x, y = _widest(ring)
        box = (x - wide / 2, y - _OVER, x + wide / 2, y + _UNDER)
        if room >= wide and _takes(box, frame, taken, edge=_COUNTRY_EDGE, foot=_FOOT):
            shown.append(CountryName(name, x, y))
    return tuple(shown)


def _area(ring: Sequence[Point]) -> float:
    pairs = zip(ring, (*ring[1:], ring[0]), strict=True)
    return sum(ax * by - bx * ay for (ax, ay), (bx, by) in pairs) / 2


def _widest(ring: Sequence[Point]) -> tuple[float, float, float]:
    """(width, x, y) of the widest level stretch inside a ring, those near its top and bottom counting less."""
    low, high = min(y for _, y in ring), max(y for _, y in ring)
    best = (0.0, 0.0, 0.0, 0.0)
    for step in range(2, 11):
        y = low + (high - low) * step / 12
        crossings = sorted(
            ax + (y - ay) * (bx - ax) / (by - ay)
            for (ax, ay), (bx, by) in zip(ring, (*ring[1:], ring[0]), strict=True)
            if (ay > y) != (by > y)
        )
        for left, right in zip(crossings[::2], crossings[1::2], strict=False):
            weight = (right - left) * (1 - abs(step - 6) / 16)
            best = max(best, (weight, right - left, (left + right) / 2, y))
    return best[1:]


def _scale_bar(frame: Frame) -> tuple[int, float]:
    """A round number of kilometres that is at most a fifth of the width, and its length."""
    per_km = frame.ky / KM_PER_DEGREE
    most = frame.width / 5 / per_km
    power = 10 ** math.floor(math.log10(most))
    km = max(step * power for step in (1, 2, 5) if step * power <= most)
    return round(km), km * per_km
