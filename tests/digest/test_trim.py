"""What is no part of a name, what is all of one, and towns that the map lacks."""

from __future__ import annotations

from functools import cache

import pytest

import sayso
from sayso.model import Entity, Reading

pytestmark = pytest.mark.model


@cache
def reading(text: str) -> Reading:
    return sayso.read(text, published="2026-05-04")


def named(text: str, name: str) -> Entity | None:
    return next((entity for entity in reading(text).entities if entity.name == name), None)


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("The tanker left the Kenyan port of Mombasa on Monday.", "Mombasa", "place"),
        ("Doctors Without Borders treated 38 people in Gao.", "Doctors Without Borders", "organization"),
        ("A ship burned off Gao. The Anna Holm, which is owned by a bank, sank.", "Anna Holm", "vehicle"),
        ("Gao's army and Togolese mercenaries shelled Kidal.", "Togolese mercenaries", "group"),
        ("Guards jailed the men in Fada N'Gourma.", "Fada N'Gourma", "place"),
    ],
)
def test_a_name_is_whole_and_of_its_kind(text: str, name: str, kind: str) -> None:
    entity = named(text, name)
    assert entity is not None and entity.kind == kind


def test_a_town_of_our_own_table_is_on_the_map() -> None:
    entity = named("Rebels left Bunagana, near Goma, for Mambasa in Ituri. Bunia and Beni were calm.", "Mambasa")
    assert entity is not None and entity.place is not None
    assert (entity.place.country, entity.place.admin1) == ("COD", None)


def test_all_but_the_name_of_a_city_far_away_is_not_that_city() -> None:
    entity = named("Rebels left Hinche for Mambasi. Mirebalais, Gonaives, Jacmel and Les Cayes were calm.", "Mambasi")
    assert entity is not None and entity.place is None


@pytest.mark.parametrize(("land", "country"), [("the Dominican Republic", "DOM"), ("Dominica", "DMA")])
def test_of_two_peoples_of_one_name_the_report_tells_which(land: str, country: str) -> None:
    entity = named(f"Dominican soldiers crossed a river. Guards of {land} watched them.", "Dominican")
    assert entity is not None and entity.country == country


def test_who_speaks_for_a_militia_is_of_its_sector() -> None:
    entity = named("A spokesman for Boko Haram, Amos Kibet, denied the raid.", "Amos Kibet")
    assert entity is not None and entity.sector == "REB"
