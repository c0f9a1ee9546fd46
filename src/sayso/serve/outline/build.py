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
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import Any

from sayso.serve.world import Point, stitched

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


def countries(topology: dict[str, Any], arcs: list[Line]) -> list[tuple[str, list[list[int]]]]:
    """(name, rings as arc numbers) of each country, without the smallest islands; Crimea with Ukraine."""
    found: list[tuple[str, list[list[int]]]] = []
    crimea: list[list[int]] = []
    for geometry in topology["objects"]["countries"]["geometries"]:
        name = geometry["properties"]["name"]
        rings = [ring for ring in rings_of(geometry) if abs(area(stitched(ring, arcs))) >= SMALLEST]
        if name == "Russia":
            crimea = [ring for ring in rings if holds(stitched(ring, arcs), CRIMEA)]
            rings = [ring for ring in rings if ring not in crimea]
        found.append((name, rings))
    return [(SHORT_NAMES.get(n, n), rings + crimea if n == "Ukraine" else rings) for n, rings in found if rings]


def disputed(found: list[tuple[str, list[list[int]]]]) -> list[int]:
    """The arcs between two countries whose border is disputed."""
    owners: dict[int, set[str]] = defaultdict(set)
    for name, rings in found:
        for number in chain.from_iterable(rings):
            owners[number if number >= 0 else ~number].add(name)
    return sorted(number for number, names in owners.items() if frozenset(names) in DISPUTED)


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
    """The object that `outline.json` holds: arcs, and the countries as rings of arc numbers, as TopoJSON has them."""
    arcs = [simplify(line, TOLERANCE) for line in decode_arcs(topology)]
    found = countries(topology, arcs)
    used = sorted({number if number >= 0 else ~number for _, rings in found for number in chain.from_iterable(rings)})
    renumbered = {number: i for i, number in enumerate(used)}

    def again(number: int) -> int:
        return renumbered[number] if number >= 0 else ~renumbered[~number]

    return {
        "source": "Natural Earth 4.1.0, 1:50m Admin 0 countries (public domain), from world-atlas 2.0.2; simplified",
        "unit": "hundredths of a degree; each point after the first is the step from the one before",
        "arcs": [packed(arcs[number]) for number in used],
        "countries": [[name, [[again(number) for number in ring] for ring in rings]] for name, rings in found],
        "disputed": [renumbered[number] for number in disputed(found)],
    }


if __name__ == "__main__":
    made = build(json.loads(Path(sys.argv[1]).read_text(encoding="utf-8")))
    target = Path(__file__).with_name("outline.json")
    target.write_text(json.dumps(made, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8")
