"""Names of countries with their ISO 3166-1 alpha-3 codes, and other spellings of towns, from the codebook's tables."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files


@cache
def _names() -> dict[str, tuple[str, ...]]:
    table = tomllib.loads(files("sayso.codebook").joinpath("countries.toml").read_text(encoding="utf-8"))
    return {code: tuple(country.get("names", ())) for code, country in table.items()}


def country_code(name: str) -> str | None:
    """The code of a country by one of its names, or by the code itself; None if it is none."""
    wanted = name.casefold()
    for code, names in _names().items():
        if wanted == code.casefold() or any(wanted == known.casefold() for known in names):
            return code
    return None


def country_name(code: str | None) -> str | None:
    """The commonest name of the country of that code."""
    names = _names().get(code or "", ())
    return names[0] if names else None


@cache
def _spellings() -> dict[str, str]:
    table = tomllib.loads(files("sayso.codebook").joinpath("spellings.toml").read_text(encoding="utf-8"))
    return {other.casefold(): name for rows in table.values() for name, *others in rows for other in others}


def town_names(name: str) -> tuple[str, ...]:
    """The name, and for another spelling of a town ("Kiev") also that by which the map has it ("Kyiv")."""
    known = _spellings().get(name.casefold())
    return (name,) if known is None else (name, known)
