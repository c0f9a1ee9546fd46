"""Make `outline.json` from the `countries-50m.json` of the npm package world-atlas 2.0.2 (Natural Earth 4.1.0).

    npm pack world-atlas@2.0.2 && tar xzf world-atlas-2.0.2.tgz
    python -m sayso.serve.outline.build package/countries-50m.json

Coordinates are stored as whole hundredths of a degree (about one kilometre), each point as the step from the one
before.
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

Point = tuple[float, float]
Line = list[Point]

#: points nearer than this to the simplified line are left out, in degrees
TOLERANCE = 0.025
#: islands smaller than this are left out, in square degrees (Malta has 0.03)
SMALLEST = 0.012

#: pairs whose common border Natural Earth itself holds to be disputed or a cease-fire line
DISPUTED = frozenset(
    frozenset(pair)
    for pair in (
        ("Kosovo", "Serbia"),
        ("Somaliland", "Somalia"),
        ("N. Cyprus", "Cyprus"),
        ("W. Sahara", "Morocco"),
        ("Palestine", "Israel"),
        ("Siachen Glacier", "India"),
        ("Siachen Glacier", "Pakistan"),
        ("Siachen Glacier", "China"),
        ("India", "Pakistan"),
    )
)
#: a point of Crimea: Natural Earth draws it with Russia, the UN General Assembly (68/262) holds it to be Ukraine's
CRIMEA: Point = (34.2, 45.2)

SHORT_NAMES = {
    "United States of America": "United States",
    "Dem. Rep. Congo": "DR Congo",
    "Central African Rep.": "C. A. R.",
    "Macedonia": "North Macedonia",
    "Turkey": "Türkiye",
}


def decode_arcs(topology: dict[str, Any]) -> list[Line]:
    """The arcs of a TopoJSON topology, in degrees."""
    (sx, sy), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs: list[Line] = []
    for steps in topology["arcs"]:
        x = y = 0
        line: Line = []
        for dx, dy in steps:
            x, y = x + dx, y + dy
            line.append((x * sx + tx, y * sy + ty))
        arcs.append(line)
    return arcs


def simplify(line: Line, tolerance: float) -> Line:
    """The line without the points that lie within `tolerance` of what is left (Douglas and Peucker, 1973)."""
    keep = {0, len(line) - 1}
    pieces = [(0, len(line) - 1)]
    while pieces:
        first, last = pieces.pop()
        farthest, index = 0.0, first
        for i in range(first + 1, last):
            distance = _distance(line[i], line[first], line[last])
            if distance > farthest:
                farthest, index = distance, i
        if farthest > tolerance:
            keep.add(index)
            pieces += [(first, index), (index, last)]
    return [line[i] for i in sorted(keep)]


def _distance(point: Point, a: Point, b: Point) -> float:
    """From a point to the segment a–b."""
    (x, y), (ax, ay), (bx, by) = point, a, b
    dx, dy = bx - ax, by - ay
    length = dx * dx + dy * dy
    t = 0.0 if length == 0 else max(0.0, min(1.0, ((x - ax) * dx + (y - ay) * dy) / length))
    return float(((x - ax - t * dx) ** 2 + (y - ay - t * dy) ** 2) ** 0.5)


def area(ring: Line) -> float:
    """The signed area of a ring, in square degrees."""
    pairs = zip(ring, ring[1:] + ring[:1], strict=True)
    return sum(ax * by - bx * ay for (ax, ay), (bx, by) in pairs) / 2


def holds(ring: Line, point: Point) -> bool:
    """True when the point lies in the ring (even–odd rule)."""
    x, y = point
    inside = False
    for (ax, ay), (bx, by) in zip(ring, ring[1:] + ring[:1], strict=True):
        if (ay > y) != (by > y) and x < (bx - ax) * (y - ay) / (by - ay) + ax:
            inside = not inside
    return inside


def rings_of(geometry: dict[str, Any]) -> Iterator[list[int]]:
    """Every ring of a geometry, holes too, as arc numbers."""
    polygons = [geometry["arcs"]] if geometry["type"] == "Polygon" else geometry["arcs"]
    for polygon in polygons:
        yield from polygon


def stitched(ring: Iterable[int], arcs: list[Line]) -> Line:
    """The points of a ring; a negative arc number runs backwards."""
    line: Line = []
    for number in ring:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        line += arc if not line else arc[1:]
    return unwrapped(line)


def unwrapped(ring: Line) -> Line:
    """The ring without jumps at the 180th meridian: it runs on past it, and one round a pole closes over that."""
    line = ring[:1]
    for lon, lat in ring[1:]:
        turns = round((line[-1][0] - lon) / 360)
        line.append((lon + 360 * turns, lat))
    if abs(line[-1][0] - line[0][0]) > 180:
        pole = 90.0 if line[0][1] > 0 else -90.0
        line += [(line[-1][0], pole), (line[0][0], pole), line[0]]
    return line


def borders(topology: dict[str, Any], arcs: list[Line]) -> tuple[list[Line], list[Line]]:
    """The lines between two countries, and those of them that are disputed."""
    owners: dict[int, set[str]] = defaultdict(set)
    for geometry in topology["objects"]["countries"]["geometries"]:
        for ring in rings_of(geometry):
            name = geometry["properties"]["name"]
            if name == "Russia" and holds(stitched(ring, arcs), CRIMEA):
                name = "Ukraine"
            for number in ring:
                owners[number if number >= 0 else ~number].add(name)
    plain: list[Line] = []
    disputed: list[Line] = []
    for number, names in sorted(owners.items()):
        if len(names) == 2:
            (disputed if frozenset(names) in DISPUTED else plain).append(arcs[number])
    return plain, disputed


def country_names(topology: dict[str, Any], arcs: list[Line]) -> list[list[Any]]:
    """[name, lon, lat, area] of each country, at the middle of its largest part, in hundredths of a degree."""
    names: list[list[Any]] = []
    for geometry in topology["objects"]["countries"]["geometries"]:
        ring = max((stitched(ring, arcs) for ring in rings_of(geometry)), key=lambda r: abs(area(r)))
        size = abs(area(ring))
        if size < 0.3:
            continue
        lon, lat = _middle(ring)
        name = geometry["properties"]["name"]
        names.append([SHORT_NAMES.get(name, name), round(lon * 100), round(lat * 100), round(size, 1)])
    return sorted(names, key=lambda row: -row[3])


def _middle(ring: Line) -> Point:
    """The middle of the widest stretch inside the ring, over a few parallels: always inside, seldom at an edge."""
    low, high = min(y for _, y in ring), max(y for _, y in ring)
    best, middle = -1.0, ring[0]
    for step in range(3, 10):
        y = low + (high - low) * step / 12
        crossings = sorted(
            ax + (y - ay) * (bx - ax) / (by - ay)
            for (ax, ay), (bx, by) in zip(ring, ring[1:] + ring[:1], strict=True)
            if (ay > y) != (by > y)
        )
        for left, right in zip(crossings[::2], crossings[1::2], strict=False):
            width = (right - left) * (1 - abs(step - 6) / 12)
            if width > best:
                best, middle = width, ((left + right) / 2, y)
    return middle


def packed(line: Line) -> list[int]:
    """[x, y, dx, dy, …] in hundredths of a degree, without points that fall together."""
    numbers: list[int] = []
    px = py = 0
    for lon, lat in line:
        x, y = round(lon * 100), round(lat * 100)
        if not numbers or (x, y) != (px, py):
            numbers += [x - px, y - py]
            px, py = x, y
    return numbers


def build(topology: dict[str, Any]) -> dict[str, Any]:
    """The object that `outline.json` holds."""
    exact = decode_arcs(topology)
    arcs = [simplify(line, TOLERANCE) for line in exact]
    geometries = topology["objects"]["land"]["geometries"]
    land = [stitched(ring, arcs) for geometry in geometries for ring in rings_of(geometry)]
    plain, disputed = borders(topology, arcs)
    return {
        "source": "Natural Earth 4.1.0, 1:50m Admin 0 countries (public domain), from world-atlas 2.0.2; simplified",
        "unit": "hundredths of a degree; each point after the first is the step from the one before",
        "land": [packed(ring) for ring in land if abs(area(ring)) >= SMALLEST],
        "borders": [packed(line) for line in plain],
        "disputed": [packed(line) for line in disputed],
        "names": country_names(topology, exact),
    }


if __name__ == "__main__":
    made = build(json.loads(Path(sys.argv[1]).read_text(encoding="utf-8")))
    target = Path(__file__).with_name("outline.json")
    target.write_text(json.dumps(made, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8")
