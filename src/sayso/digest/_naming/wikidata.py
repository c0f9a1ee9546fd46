"""The Wikidata item of an entity: countries, capitals and international organizations, by the table that ships.

Nobody else has one: a name alone does not say which of its bearers is meant.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from sayso.digest.gazetteer import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sayso.digest.gazetteer import Gazetteer
    from sayso.model import Place

PATH = Path(__file__).resolve().parents[2] / "codebook" / "wikidata.toml"


@dataclass(frozen=True, slots=True)
class WikidataTable:
    """QIDs by alpha-3 code and by folded name."""

    countries: dict[str, str]
    capitals: dict[str, str]
    organizations: dict[str, str]

    def of_place(self, place: Place | None, gazetteer: Gazetteer) -> str | None:
        """The item of a country or capital."""
        if place is None or place.country is None:
            return None
        if place.feature == "country":
            return self.countries.get(place.country)
        entries = gazetteer.lookup(place.name) if place.feature == "city" else ()
        capital = any(e.is_capital and e.geonameid == place.geonameid and e.country == place.country for e in entries)
        return self.capitals.get(place.country) if capital else None

    def of_names(self, names: Iterable[str]) -> str | None:
        """The item of the international organization that all of the names mean as far as the table knows them."""
        found = {self.organizations[name] for name in map(fold, names) if name in self.organizations}
        return found.pop() if len(found) == 1 else None


@lru_cache(maxsize=1)
def load_wikidata() -> WikidataTable:
    """The shipped table; read once, never changed."""
    table = tomllib.loads(PATH.read_text(encoding="utf-8"))
    names = {fold(name): row["id"] for row in table["organization"] for name in row["names"]}
    return WikidataTable(table["countries"], table["capitals"], names)
