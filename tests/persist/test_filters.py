"""What the filters let through."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from builders import Build

from sayso.model import Place
from sayso.persist.picture import Picture
from sayso.persist.query import Query

PLACES = {
    "Mariupol": "UKR",
    "North Kivu": "COD",
    "Belgorod": "RUS",
    "Nigeria": "NGA",
    "Cannes": "FRA",
    "Turin": "ITA",
    "South Sudan": "SSD",
    "Gao": "MLI",
    "Bern": "CHE",
}


@pytest.fixture(scope="module")
def picture(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Picture]:
    with Picture(tmp_path_factory.mktemp("filters") / "picture.db") as picture:
        for month, (name, country) in enumerate(PLACES.items(), 1):
            place = Place(
                name=name, geonameid=month, lat=month, lon=month, feature="city", admin1=None, country=country,
                radius_km=9,
            )  # fmt: skip
            b = Build(f"Rebels struck a mill in {name}.", outlet=name, published=f"2024-{month:02}-18")
            b.entity("place", name, place=place)
            b.event("struck", lemma="strike", place=name)
            picture.put(b.reading())
        yield picture


@pytest.mark.parametrize(
    ("where", "found"),
    [
        *((land, []) for land in ("Norway", "Morocco", "Belgium", "Niger", "Canada", "Turkey", "Sudan", "NOR", "can")),
        ("Ukraine", ["Mariupol"]),
        ("UKR", ["Mariupol"]),
        ("berne", ["Bern"]),
        ("mali", ["Gao"]),
        ("nigeria", ["Nigeria"]),
        ("South Sudan", ["South Sudan"]),
        ("kivu", ["North Kivu"]),
        ("Kivu North", ["North Kivu"]),
        ("Bel", []),
    ],
)
def test_a_place_is_asked_for_by_whole_words(picture: Picture, where: str, found: list[str]) -> None:
    assert [event.place.name for event in picture.events(where=where) if event.place] == found
    assert [entity.name for entity in picture.entities(where=where)] == found


def test_the_filters_that_are_set_are_named() -> None:
    assert Query().as_dict() == {}
    assert Query(about="earliest", min_score=0.5, coded=True, order="latest").as_dict() == {
        "about": "earliest", "min_score": 0.5, "coded": True, "order": "latest",
    }  # fmt: skip
