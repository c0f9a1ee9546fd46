"""What the filters let through."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from builders import Build

from sayso.errors import UsageError
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


def test_hours(tmp_path: Path) -> None:
    b = Build("Rebels struck a mill at noon, the mayor said.", outlet="A", published="2024-11-18T18:00:00+02:00")
    b.statement(source="the mayor", cue="said", content="Rebels struck a mill at noon")
    b.event("struck", start="2024-11-18T12:00:00+02:00", end="2024-11-18T13:00:00+02:00", precision="hour")
    with Picture(tmp_path / "hours.db") as store:
        store.put(b.reading())
        assert [len(store.statements(since=at)) for at in ("2024-11-18T15:30", "2024-11-18T16:30")] == [1, 0]
        assert [len(store.reports(until=at)) for at in ("2024-11-18T15:30", "2024-11-18 16:30Z")] == [0, 1]
        # by the clock of the place
        assert [len(store.events(since=at)) for at in ("2024-11-18T12:30+09:00", "2024-11-18T13:30")] == [1, 0]
        assert [len(store.events(until=at)) for at in ("2024-11-18T11:30", "2024-11-18T12:00")] == [0, 1]
    assert Query(since="2024-11-18T08:00", until="2024-11-18")
    with pytest.raises(UsageError, match="after --until"):
        Query(since="2024-11-18T08:00Z", until="2024-11-18T09:00+02:00")
