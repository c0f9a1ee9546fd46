"""The land of the map: countries and what parts them, read once from the shipped `outline/outline.json`."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache
from importlib import resources
from itertools import chain
from typing import NamedTuple

Point = tuple[float, float]


class Line(NamedTuple):
    """A line in degrees (longitude, latitude), with its west, south, east and north edge."""

    box: tuple[float, float, float, float]
    points: tuple[Point, ...]


class World(NamedTuple):
    """Rings of countries, and the arcs they are made of, by what they part."""

    countries: tuple[tuple[str, tuple[Line, ...]], ...]
    coasts: tuple[Line, ...]
    borders: tuple[Line, ...]
    disputed: tuple[Line, ...]


@lru_cache(maxsize=1)
def load_world() -> World:
    """The shipped outline, in degrees."""
    raw = json.loads((resources.files("sayso.serve") / "outline" / "outline.json").read_text(encoding="utf-8"))
    arcs = [_unpacked(numbers) for numbers in raw["arcs"]]
    owners: dict[int, list[str]] = defaultdict(list)
    for name, rings in raw["countries"]:
        for number in chain.from_iterable(rings):
            owners[number if number >= 0 else ~number].append(name)
    parting = {number for number, names in owners.items() if len(set(names)) > 1} - set(raw["disputed"])
    return World(
        countries=tuple(
            (name, tuple(_line(stitched(ring, arcs)) for ring in rings)) for name, rings in raw["countries"]
        ),
        coasts=tuple(_line(arcs[number]) for number, names in owners.items() if len(names) == 1),
        borders=tuple(_line(arcs[number]) for number in parting),
        disputed=tuple(_line(arcs[number]) for number in raw["disputed"]),
    )


def _unpacked(numbers: Sequence[int]) -> list[Point]:
    """Points from whole hundredths of a degree, each but the first a step from the one before."""
    x = y = 0
    points: list[Point] = []
    for dx, dy in zip(numbers[::2], numbers[1::2], strict=True):
        x, y = x + dx, y + dy
        points.append((x / 100, y / 100))
    return _unwrapped(points)


def _unwrapped(points: Sequence[Point]) -> list[Point]:
    """The line without jumps at the 180th meridian: it runs on past it."""
    line = list(points[:1])
    for lon, lat in points[1:]:
        line.append((lon + 360 * round((line[-1][0] - lon) / 360), lat))
    return line


def stitched(ring: Sequence[int], arcs: Sequence[Sequence[Point]]) -> list[Point]:
    """The points of a ring; a negative arc number runs backwards. A ring round a pole is closed over it."""
    points: list[Point] = []
    for number in ring:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        points += arc if not points else arc[1:]
    line = _unwrapped(points)
    if abs(line[-1][0] - line[0][0]) > 180:
        pole = 90.0 if line[0][1] > 0 else -90.0
        line += [(line[-1][0], pole), (line[0][0], pole), line[0]]
    return line


def _line(points: Sequence[Point]) -> Line:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return Line((min(xs), min(ys), max(xs), max(ys)), tuple(points))
