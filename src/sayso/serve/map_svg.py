"""The map: where events happened, as shapes that `_map.html` writes out as SVG.

A town is a dot. A region or a country is a circle as wide as the words are vague: no point is drawn where the report
gives none. Equirectangular, true to scale at the middle of the view; north is up.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import NamedTuple

from sayso.model import Feature

KM_PER_DEGREE = 111.32
#: wider places (Russia, Africa) say little on a map of nearer ones: they are listed under it, in kilometres
WIDEST = 900.0

Point = tuple[float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A place and how many events happened there."""

    name: str
    lat: float
    lon: float
    feature: Feature
    radius_km: float
    count: int
    href: str

    @property
    def exact(self) -> bool:
        """True for what may be drawn as a dot."""
        return self.feature in ("point", "city")


class Shape(NamedTuple):
    """A spot on the page: an ellipse and where its name goes (None: no room)."""

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
    borders: str
    disputed: str
    countries: tuple[CountryName, ...]
    areas: tuple[Shape, ...]
    dots: tuple[Shape, ...]
    scale_km: int
    scale_width: float


class _Line(NamedTuple):
    box: tuple[float, float, float, float]
    points: tuple[Point, ...]


class _Outline(NamedTuple):
    land: tuple[_Line, ...]
    borders: tuple[_Line, ...]
    disputed: tuple[_Line, ...]
    names: tuple[tuple[str, float, float, float], ...]


@lru_cache(maxsize=1)
def _outline() -> _Outline:
    """The shipped outline, in degrees."""
    raw = json.loads((resources.files("sayso.serve") / "outline" / "outline.json").read_text(encoding="utf-8"))
    names = tuple((name, lon / 100, lat / 100, size) for name, lon, lat, size in raw["names"])
    land, borders, disputed = (tuple(map(_unpacked, raw[key])) for key in ("land", "borders", "disputed"))
    return _Outline(land, borders, disputed, names)


def _unpacked(numbers: Sequence[int]) -> _Line:
    x = y = 0
    points: list[Point] = []
    for dx, dy in zip(numbers[::2], numbers[1::2], strict=True):
        x, y = x + dx, y + dy
        points.append((x / 100, y / 100))
    xs, ys = [p[0] for p in points], [p[1] for p in points]
    return _Line((min(xs), min(ys), max(xs), max(ys)), tuple(points))


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
    west = min(spot.lon - _degrees(spot) / _squeeze(spot.lat) for spot in near)
    east = max(spot.lon + _degrees(spot) / _squeeze(spot.lat) for spot in near)
    south = min(spot.lat - _degrees(spot) for spot in near)
    north = max(spot.lat + _degrees(spot) for spot in near)
    if east - west > 180:
        west, east = -170.0, 190.0
    return _frame(west, east, max(south, -60.0), min(north, 82.0), width, height)


def _degrees(spot: Spot) -> float:
    return spot.radius_km / KM_PER_DEGREE


def _squeeze(lat: float) -> float:
    """How much shorter a degree of longitude is than one of latitude."""
    return max(math.cos(math.radians(lat)), 0.2)


def _frame(west: float, east: float, south: float, north: float, width: int, height: int) -> Frame:
    """The frame around a box, widened by a margin and to the shape of the view."""
    middle_lon, middle_lat = (west + east) / 2, (south + north) / 2
    squeeze = _squeeze(middle_lat)
    wide, high = max((east - west) * 1.3, 7.0 / squeeze), max((north - south) * 1.3, 5.0)
    ky = min(width / (wide * squeeze), height / high)
    ky = max(ky, height / 150, width / 360 / squeeze)
    kx = ky * squeeze
    north = min(middle_lat + height / ky / 2, 88.0)
    return Frame(middle_lon - width / kx / 2, north, kx, ky, width, height)


def draw_map(spots: Iterable[Spot], *, width: int = 960, height: int = 520) -> MapView:
    """The map of some places; `width` and `height` are the view box, in which letters are about 12 high."""
    shown = sorted(spots, key=lambda spot: (-spot.count, spot.name))
    frame = fit(shown, width, height)
    shown = [spot for spot in shown if spot.radius_km <= WIDEST] or shown
    outline = _outline()
    areas, dots, taken = _shapes(shown, frame)
    scale_km, scale_width = _scale_bar(frame)
    return MapView(
        width=width,
        height=height,
        land="".join(_path(line, frame, closed=True) for line in outline.land),
        borders="".join(_path(line, frame, closed=False) for line in outline.borders),
        disputed="".join(_path(line, frame, closed=False) for line in outline.disputed),
        countries=_country_names(outline.names, frame, taken),
        areas=areas,
        dots=dots,
        scale_km=scale_km,
        scale_width=scale_width,
    )


# ---- land


def _path(line: _Line, frame: Frame, *, closed: bool) -> str:
    """The path data of the part of a line that lies in view, also where it comes round from past the 180th meridian."""
    west, south, east, north = line.box
    data = ""
    for turn in (-360.0, 0.0, 360.0):
        if east + turn < frame.west or west + turn > frame.east or north < frame.south or south > frame.north:
            continue
        points = [frame.place(lon + turn, lat) for lon, lat in line.points]
        points = _clipped(points, frame) if closed else points
        data += _data(_thinned(points), closed=closed)
    return data


def _clipped(points: Sequence[Point], frame: Frame, margin: float = 6.0) -> list[Point]:
    """A ring cut to the view (Sutherland and Hodgman, 1974), with a margin that hides the cuts."""
    edges = (
        (0, -margin, 1.0),
        (0, frame.width + margin, -1.0),
        (1, -margin, 1.0),
        (1, frame.height + margin, -1.0),
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


def _thinned(points: Sequence[Point], nearest: float = 1.4) -> list[Point]:
    """The points without those nearer than `nearest` to the one before; nothing of what is smaller than that."""
    kept: list[Point] = []
    for point in points:
        if not kept or abs(point[0] - kept[-1][0]) + abs(point[1] - kept[-1][1]) >= nearest:
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
    placed: list[tuple[Spot, float, float, float, float]] = []
    taken: list[Box] = []
    for spot in spots:
        lon = spot.lon + 360 if spot.lon < frame.west else spot.lon
        x, y = frame.place(lon, spot.lat)
        if spot.exact:
            rx = ry = 4.0 + min(9.0, 1.8 * math.sqrt(spot.count))
            taken.append((x - rx, y - ry, x + rx, y + ry))
        else:
            ry = max(_degrees(spot) * frame.ky, 10.0)
            rx = ry * frame.kx / frame.ky / _squeeze(spot.lat)
        placed.append((spot, x, y, rx, ry))
    shapes = [Shape(*one, _label(*one, frame, taken)) for one in placed]
    areas = sorted((shape for shape in shapes if not shape.spot.exact), key=lambda shape: -shape.rx)
    return tuple(areas), tuple(shape for shape in shapes if shape.spot.exact), taken


def _label(
    spot: Spot, x: float, y: float, rx: float, ry: float, frame: Frame, taken: list[Box]
) -> tuple[float, float, str] | None:
    """The first free place for a name (x, baseline y, text-anchor), or None; takes it."""
    wide = 6.9 * len(spot.name) + 4
    if spot.exact:
        right, left = (x + rx + 4, y + 4, "start"), (x - rx - 4, y + 4, "end")
        tries = [right, left, (x, y - ry - 5, "middle"), (x, y + ry + 14, "middle")]
    else:
        tries = [(x, y + 4, "middle"), (x, y - ry * 0.6, "middle"), (x, y + ry * 0.6, "middle")]
    for at_x, at_y, anchor in tries:
        edge = at_x - {"start": 0.0, "middle": wide / 2, "end": wide}[anchor]
        box = (edge, at_y - 11, edge + wide, at_y + 4)
        inside = box[0] >= 2 and box[2] <= frame.width - 2 and box[1] >= 2 and box[3] <= frame.height - 2
        if inside and not any(_overlap(box, other) for other in taken):
            taken.append(box)
            return at_x, at_y, anchor
    return None


def _overlap(a: Box, b: Box) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def _country_names(
    names: Iterable[tuple[str, float, float, float]], frame: Frame, taken: list[Box]
) -> tuple[CountryName, ...]:
    """Names of countries that are wide enough in view and hide nothing."""
    shown: list[CountryName] = []
    for name, lon, lat, size in names:
        x, y = frame.place(lon + 360 if lon < frame.west else lon, lat)
        wide = 7.4 * len(name)
        box = (x - wide / 2, y - 11, x + wide / 2, y + 4)
        inside = box[0] >= 4 and box[2] <= frame.width - 4 and box[1] >= 4 and box[3] <= frame.height - 24
        if inside and math.sqrt(size) * frame.kx > wide * 0.8 and not any(_overlap(box, other) for other in taken):
            taken.append(box)
            shown.append(CountryName(name, x, y))
    return tuple(shown)


def _scale_bar(frame: Frame) -> tuple[int, float]:
    """A round number of kilometres that is at most a fifth of the width, and its length."""
    per_km = frame.ky / KM_PER_DEGREE
    most = frame.width / 5 / per_km
    power = 10 ** math.floor(math.log10(most))
    km = max(step * power for step in (1, 2, 5) if step * power <= most)
    return round(km), km * per_km
