"""Names that are told by a place beside them. The model's names are given by hand: `[Kharkiv|place]`."""

from __future__ import annotations

import pytest

from sayso.digest._places.nearby import told_beside
from sayso.digest._places.resolve import Mention, Surroundings, resolve
from sayso.digest.gazetteer import Gazetteer, load_gazetteer
from sayso.errors import GazetteerError
from sayso.model import Place


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    try:
        return load_gazetteer()
    except GazetteerError:
        pytest.skip("the gazetteer is not compiled")


def mentions_of(text: str) -> tuple[str, list[Mention]]:
    """The text without its brackets, and what stood in them."""
    plain, mentions = "", []
    for at, part in enumerate(text.replace("]", "[").split("[")):
        if at % 2:
            mentions.append(Mention((len(plain), len(plain) + len(part)), part))
        plain += part
    return plain, mentions


def placed(text: str, gazetteer: Gazetteer) -> list[Place | None]:
    plain, mentions = mentions_of(text)
    return resolve(mentions, Surroundings(plain), gazetteer)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("the village of [Alpha] near [Beta]", [(0, 1)]),
        ("[Alpha], a small mountain village outside [Beta]", [(0, 1)]),
        ("[Alpha], about 40 km (25 miles) north-east of [Beta]", [(0, 1)]),
        ("[Alpha] village in the western [Beta district]", [(0, 1)]),
        ("[Alpha], a hamlet of [Beta]", [(0, 1)]),
        ("[Alpha] in [Beta] province", [(0, 1)]),
        ("[Alpha], just north of the city of [Beta]", [(0, 1)]),
        ("[Alpha], a village some 45 km east of the district capital of [Beta]", [(0, 1)]),
        ("[Alpha], 9 km from the provincial capital, [Beta]", [(0, 1)]),
        ("[Beta] and the nearby village of [Alpha]", [(0, 1)]),
        ("took [Alpha] and advanced towards [Beta]", [(0, 1)]),
        ("the villages of [Alpha], [Gamma] and [Delta], near [Beta]", [(2, 3), (0, 3), (1, 3)]),
        ("[Alpha], [Gamma] and [Delta], near [Beta]", [(2, 3)]),
        ("[Alpha] neighborhood, [Beta]", [(0, 1)]),
        ("FIGHTING IN [ALPHA] NEIGHBORHOOD, WHICH IS LOCATED IN NORTHERN [BETA]", [(0, 1)]),
        ("[Alpha], in the southern part of [Beta district]", [(0, 1)]),
        ("refugees from [Alpha] near [Beta]", []),
        ("[Alpha] and [Beta]", []),
        ("the attack on [Alpha] in [Beta]", []),
        ("the road from [Alpha] to [Beta]", []),
    ],
)
def test_what_stands_beside(text: str, told: list[tuple[int, int]]) -> None:
    plain, mentions = mentions_of(text)
    assert [(beside.one, beside.other) for beside in told_beside(mentions, plain)] == told


@pytest.mark.parametrize(
    ("text", "country", "region"),
    [
        ("the village of [Rybalka] near [Vovchansk]", "UKR", "Kharkiv"),
        ("[Santa Rosa], a village outside [Tumaco]", "COL", "Nariño"),
        ("[Mansoura] village in [Deir ez-Zor] district", "SYR", "Deir ez-Zor"),
        ("the hamlet of [Tamba], 15 km from [Bandiagara]", "MLI", "Mopti"),
        ("[Katale], a town close to [Butembo]", "COD", "North Kivu"),
        ("the villages of [Umm Dukhn] and [Xyzzy], south of [Nyala]", "SDN", "South Darfur"),
    ],
)
def test_a_namesake_far_away_is_not_meant(text: str, country: str, region: str, gazetteer: Gazetteer) -> None:
    for place in placed(text, gazetteer):
        assert place is not None and (place.country, place.admin1) == (country, region)


def test_what_no_map_has_is_near_what_is_beside_it(gazetteer: Gazetteer) -> None:
    hamlet, city, again = placed("the hamlet of [Xyzzy], 60 km west of [Kharkiv]. [Xyzzy] burnt.", gazetteer)
    assert hamlet is not None and city is not None and hamlet == again
    assert (hamlet.name, hamlet.geonameid, hamlet.lat, hamlet.lon) == ("Xyzzy", None, city.lat, city.lon)
    assert hamlet.radius_km == 60


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("shots in the [Guadalupe] and [Toledo] neighborhoods of [Xyzzy], fighting in [Lima]", None),
        ("a shop in [Salamanca Street] and another in [Toledo Avenue], in [Quito], [Ecuador]", None),
        ("SHOTS IN [GUADALUPE], [TOLEDO], AND XYZZY NEIGHBORHOODS, FIGHTING IN [LIMA]", None),
        ("the slums of [Mumbai]", "IND"),
        ("shots in the [Miraflores] and [Barranco] neighborhoods, fighting in [Lima]", "PER"),
    ],
)
def test_a_quarter_is_no_town_far_from_all_that_is_told(text: str, country: str | None, gazetteer: Gazetteer) -> None:
    for place in placed(text, gazetteer)[:2]:
        assert (place and place.country) == country


@pytest.mark.parametrize(
    "text",
    [
        "[Odesa], north of [Kobleve]",  # a city is known by itself
        "[Xyzzy] village in [Ukraine]",  # all over a country is nowhere
        "refugees from [Izium] near [Lviv]",
    ],
)
def test_what_stays_where_it_is(text: str, gazetteer: Gazetteer) -> None:
    first, other = placed(text, gazetteer)
    assert first is None or (other is not None and first.geonameid not in (None, other.geonameid))


@pytest.mark.parametrize("name", ["Al-Xyzzy", "Aita al-Kherson", "Deir ez-Odesa"])
def test_an_article_is_part_of_its_name(name: str, gazetteer: Gazetteer) -> None:
    assert placed(f"They fled [{name}].", gazetteer) == [None]
