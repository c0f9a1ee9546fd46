"""The compiled gazetteer: what it finds, and what it says when it is missing or damaged."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.digest.gazetteer import DEFAULT_PATH, Entry, Gazetteer, fold, load_gazetteer
from sayso.errors import GazetteerError


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return load_gazetteer()


def largest(gazetteer: Gazetteer, name: str, feature: str) -> Entry:
    return next(entry for entry in gazetteer.lookup(name) if entry.feature == feature)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Kyiv", "Kiev"),
        ("Odesa", "Odessa"),
        ("Kharkiv", "Kharkov"),
        ("Bakhmut", "Artemivsk"),
        ("Khan Younis", "Khan Yunis"),
        ("Raqqa", "Ar-Raqqah"),
        ("Saint Petersburg", "St. Petersburg"),
        ("Sana'a", "SANAA"),
        ("Zürich", "zurich"),
    ],
)
def test_spellings_mean_one_place(gazetteer: Gazetteer, one: str, other: str) -> None:
    assert largest(gazetteer, one, "city").index == largest(gazetteer, other, "city").index


@pytest.mark.parametrize(
    ("name", "feature", "country"),
    [
        ("Ukraine", "country", "UKR"),
        ("U.S.", "country", "USA"),
        ("Ivory Coast", "country", "CIV"),
        ("Kursk", "admin1", "RUS"),
        ("Texas", "admin1", "USA"),
        ("Deir ez-Zor", "admin1", "SYR"),
        ("North Darfur", "admin1", "SDN"),
        ("Orange County", "admin2", "USA"),
        ("Donbas", "region", "UKR"),
        ("Gaza Strip", "region", "PSE"),
        ("Sahel", "region", None),
        ("Bab al-Mandab", "region", None),
    ],
)
def test_regions_and_countries(gazetteer: Gazetteer, name: str, feature: str, country: str | None) -> None:
    entry = largest(gazetteer, name, feature)
    assert entry.country == country
    assert entry.radius_km > 5


def test_countries_are_found_by_code_name_and_people(gazetteer: Gazetteer) -> None:
    ukraine = gazetteer.country("UKR")
    assert ukraine is not None
    assert ukraine.name == "Ukraine"
    assert ukraine.radius_km > 300
    assert gazetteer.country("XXX") is None
    assert gazetteer.country_of("Britain") == "GBR"
    assert gazetteer.nationality("Ukrainians") == ("UKR",)
    assert set(gazetteer.nationality("Congolese")) == {"COD", "COG"}
    assert gazetteer.nationality("Ukraine") == ()


def test_a_place_carries_its_region(gazetteer: Gazetteer) -> None:
    place = gazetteer.place(largest(gazetteer, "Bakhmut", "city"))
    assert (place.name, place.admin1, place.country, place.feature) == ("Bakhmut", "Donetsk", "UKR", "city")
    assert place.geonameid is not None


def test_every_country_is_whole(gazetteer: Gazetteer) -> None:
    assert len(gazetteer.countries) > 240
    for row in gazetteer.countries:
        entry = gazetteer.country(row["alpha3"])
        assert entry is not None
        assert entry.feature == "country"
        assert -90 <= entry.lat <= 90
        assert -180 <= entry.lon <= 180


def test_a_missing_file_is_named_with_the_way_out(tmp_path: Path) -> None:
    with pytest.raises(GazetteerError, match=r"none\.npz is missing: install again"):
        load_gazetteer(tmp_path / "none.npz")


@pytest.mark.parametrize("damage", ["empty", "cut", "text", "flipped"])
def test_a_damaged_file_is_noticed(tmp_path: Path, damage: str) -> None:
    whole = DEFAULT_PATH.read_bytes()
    middle = len(whole) // 2
    flipped = whole[:middle] + bytes([whole[middle] ^ 255]) + whole[middle + 1 :]
    broken = {"empty": b"", "cut": whole[:middle], "text": b"not a gazetteer", "flipped": flipped}[damage]
    path = tmp_path / "gazetteer.npz"
    path.write_bytes(broken)
    with pytest.raises(GazetteerError, match="install again"):
        load_gazetteer(path)


@given(st.text(max_size=40))
def test_folding_is_idempotent(name: str) -> None:
    assert fold(fold(name)) == fold(name)


@given(st.text(max_size=40))
def test_any_name_can_be_looked_up(name: str) -> None:
    for entry in load_gazetteer().lookup(name):
        assert entry.name
