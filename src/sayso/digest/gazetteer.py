"""The gazetteer: towns of GeoNames' cities500, countries, first- and second-level regions, named regions, demonyms.

One compact file that ships with the package (some 240,000 places under 730,000 names; loads in 0.04 s) and is built
with it; `python -m sayso.digest.gazetteer` builds it by hand in a development tree. Layout: `_gazetteer_build.py`.
"""

from __future__ import annotations

import json
import zipfile
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from sayso.digest._gazetteer_build import FEATURES, FILE_NAME, VERSION, compile_gazetteer, fold, key_of
from sayso.errors import GazetteerError
from sayso.model import Feature, Place

__all__ = ["ATTRIBUTION", "Entry", "Gazetteer", "fold", "load_gazetteer"]

#: What the licence of the data (CC BY 4.0) asks to be said wherever places are shown or exported.
ATTRIBUTION: Final = "Places: GeoNames (https://www.geonames.org), CC BY 4.0."

_WAY_OUT = (
    "install again (pip install --force-reinstall sayso) "
    "or, in a development tree, run python -m sayso.digest.gazetteer"
)
_HERE = Path(__file__).resolve().parent
DEFAULT_PATH: Final = _HERE / "weights" / FILE_NAME
TABLES: Final = _HERE.parent / "codebook"
#: How many names keep their answer for the next time they are asked.
_REMEMBERED = 20_000


@dataclass(frozen=True, slots=True)
class Entry:
    """One place of the gazetteer, as one of its names found it."""

    #: its number in this gazetteer
    index: int
    name: str
    lat: float
    lon: float
    radius_km: float
    #: inhabitants; of regions and countries the sum of their towns
    population: int
    feature: Feature
    #: ISO 3166-1 alpha-3
    country: str | None
    #: number of the first-level region it lies in
    admin1: int | None
    geonameid: int | None
    is_capital: bool
    #: how many names it has in all languages: what is known everywhere has many
    names: int
    #: found by its own name, not by one of the alternative names that GeoNames lists
    by_own_name: bool


@dataclass(frozen=True, eq=False)
class Gazetteer:
    """Places by name. Immutable but for a bounded memory of answers."""

    arrays: dict[str, npt.NDArray[Any]]
    countries: tuple[dict[str, Any], ...]
    _answers: dict[str, tuple[Entry, ...]] = field(default_factory=dict)
    _numbers: dict[str, int] = field(default_factory=dict)
    _demonyms: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for number, row in enumerate(self.countries):
            self._numbers[row["alpha3"]] = number
            for demonym in row["demonyms"]:
                for form in _forms(demonym):
                    if any(entry.feature == "country" for entry in self._search(form)):
                        continue  # "Philippines", "Laos"
                    self._demonyms[form] = (*self._demonyms.get(form, ()), row["alpha3"])

    def __len__(self) -> int:
        return len(self.arrays["lat"])

    @cached_property
    def _name_counts(self) -> npt.NDArray[np.int64]:
        return np.bincount(self.arrays["entries"].astype(np.int64) >> 1, minlength=len(self))

    def lookup(self, name: str) -> tuple[Entry, ...]:
        """Every place of that name, largest first; case, accents, hyphens and apostrophes do not matter."""
        folded = fold(name)
        known = self._answers.get(folded)
        if known is None:
            if len(self._answers) >= _REMEMBERED:
                self._answers.clear()
            known = self._answers[folded] = self._search(folded)
        return known

    def _search(self, folded: str) -> tuple[Entry, ...]:
        keys = self.arrays["keys"]
        wanted = np.uint64(key_of(folded))
        first = int(np.searchsorted(keys, wanted))
        found: list[Entry] = []
        while folded and first < len(keys) and keys[first] == wanted:
            entry = int(self.arrays["entries"][first])
            found.append(self.entry(entry >> 1, by_own_name=bool(entry & 1)))
            first += 1
        return tuple(sorted(found, key=lambda entry: (-entry.population, entry.index)))

    def entry(self, index: int, *, by_own_name: bool = True) -> Entry:
        """The place of that number."""
        a = self.arrays
        country, admin1, geonameid = int(a["country"][index]), int(a["admin1"][index]), int(a["geonameid"][index])
        start = int(a["name_ends"][index - 1]) if index else 0
        return Entry(
            index=index,
            name=a["names"][start : int(a["name_ends"][index])].tobytes().decode(),
            lat=round(float(a["lat"][index]), 5),
            lon=round(float(a["lon"][index]), 5),
            radius_km=round(float(a["radius"][index]), 1),
            population=int(a["population"][index]),
            feature=FEATURES[int(a["feature"][index])],  # type: ignore[arg-type]
            country=self.countries[country]["alpha3"] if country >= 0 else None,
            admin1=admin1 if admin1 >= 0 else None,
            geonameid=geonameid if geonameid >= 0 else None,
            is_capital=bool(a["capital"][index]),
            names=int(self._name_counts[index]),
            by_own_name=by_own_name,
        )

    def country(self, alpha3: str) -> Entry | None:
        """The country of an ISO 3166-1 alpha-3 code."""
        number = self._numbers.get(alpha3)
        return None if number is None else self.entry(number)

    def country_of(self, name: str) -> str | None:
        """Alpha-3 code of the country of that name ("Ukraine", "U.K."), or None."""
        return next((entry.country for entry in self.lookup(name) if entry.feature == "country"), None)

    def nationality(self, word: str) -> tuple[str, ...]:
        """Alpha-3 codes of the countries whose people a word names ("Ukrainians": UKR), or none."""
        return self._demonyms.get(fold(word), ())

    def admin1_name(self, entry: Entry) -> str | None:
        """Name of the first-level region that a place lies in; its own name where it is one."""
        if entry.feature == "admin1":
            return entry.name
        return None if entry.admin1 is None else self.entry(entry.admin1).name

    def place(self, entry: Entry, *, radius_km: float | None = None) -> Place:
        """The record of an entry; `radius_km` widens it ("in northern Mali", "near Kherson")."""
        return Place(
            name=entry.name,
            geonameid=entry.geonameid,
            lat=entry.lat,
            lon=entry.lon,
            feature=entry.feature,
            admin1=self.admin1_name(entry),
            country=entry.country,
            radius_km=entry.radius_km if radius_km is None else radius_km,
        )


def _forms(demonym: str) -> tuple[str, ...]:
    """A demonym and its plural, folded."""
    folded = fold(demonym)
    invariable = folded.endswith(("s", "ese", "sh", "ch", "men", "z"))
    return (folded,) if invariable else (folded, folded + "s")


@lru_cache(maxsize=1)
def load_gazetteer(path: Path | None = None) -> Gazetteer:
    """The compiled gazetteer, read once; `GazetteerError` where it is missing, damaged or of another version."""
    path = path or DEFAULT_PATH
    try:
        with np.load(path, allow_pickle=False) as archive:
            arrays = {name: archive[name] for name in archive.files}
        meta = json.loads(arrays.pop("meta").tobytes())
        version, countries = meta["version"], tuple(meta["countries"])
        whole = len(arrays["keys"]) == len(arrays["entries"]) and len(arrays["lat"]) == len(arrays["name_ends"])
    except FileNotFoundError:
        raise GazetteerError(f"the gazetteer {path} is missing: {_WAY_OUT}") from None
    except (OSError, ValueError, KeyError, TypeError, EOFError, zipfile.BadZipFile) as error:
        raise GazetteerError(f"the gazetteer {path} is damaged ({error}): {_WAY_OUT}") from error
    if version != VERSION or not whole:
        raise GazetteerError(f"the gazetteer {path} is of another version of sayso: {_WAY_OUT}")
    return Gazetteer(arrays=arrays, countries=countries)


def main() -> None:
    """Compiles the gazetteer by hand."""
    count = compile_gazetteer(TABLES, DEFAULT_PATH)
    print(f"{count:,} places, {DEFAULT_PATH.stat().st_size / 1e6:.1f} MB: {DEFAULT_PATH}")


if __name__ == "__main__":
    main()
