"""Those who go by more than one name, asked for by any of them."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from builders import KYIV, Build

from sayso.persist.picture import Picture


def fill(picture: Picture) -> None:
    """Three reports on a person and on a body: under the whole name, under the short one, and on others."""
    for outlet, name, body in (
        ("Volga Wire", "Ida Holm", "River Safety Fund"),
        ("Dnipro Post", "Holm", "R.S.F."),
        ("Kyiv Courier", "Holmgren", "RSFX"),
    ):
        text = f"{name} will probably come. {body} struck a mill, {name} said."
        b = Build(text, outlet=outlet, published="2024-11-18")
        b.entity("person", name)
        b.entity("organization", body)
        b.statement(source=name, cue="said", content=f"{body} struck a mill")
        b.event("struck", lemma="strike", actors=[body])
        b.outlook(f"{name} will probably come", cue="will probably", holder=name)
        picture.put(b.reading())


@pytest.fixture
def picture(tmp_path: Path) -> Iterator[Picture]:
    with Picture(tmp_path / "picture.db") as picture:
        fill(picture)
        yield picture


@pytest.mark.parametrize("by", ["Ida Holm", "ida"])
def test_who_is_asked_for_by_one_name_is_found_by_the_others(picture: Picture, by: str) -> None:
    for found in (picture.statements(by=by), picture.outlooks(by=by)):
        assert [one.report.outlet for one in found] == ["Dnipro Post", "Volga Wire"]
    assert picture.how_many("statements", by=by, limit=1) == 2


def test_a_body_is_found_by_its_letters_as_they_are_written(picture: Picture) -> None:
    assert [event.actors[0].name for event in picture.events(by="River Fund")] == ["R.S.F.", "River Safety Fund"]
    b = Build("The rsf.x file was lost.", outlet="Kyiv Courier")
    b.event("lost", type=None, actors=["The rsf.x file"])
    picture.put(b.reading())
    assert picture.how_many_events(by="River Fund") == 2


def test_names_are_joined_before_it_is_asked_what_they_are(picture: Picture) -> None:
    (one,) = picture.entities(about="Ida")
    assert (one.name, one.also, one.reports) == ("Ida Holm", ("Holm",), 2)
    # what is left of her is hers, by whatever filter
    (one,) = picture.entities(by="Dnipro", kind="person")
    assert (one.name, one.also, one.reports) == ("Ida Holm", ("Holm",), 1)


def test_a_picture_of_the_version_before_joins_names_at_the_next_question(tmp_path: Path) -> None:
    path = tmp_path / "picture.db"
    with Picture(path) as picture:
        fill(picture)
        picture.refresh()
    with sqlite3.connect(path) as connection:
        connection.execute("DROP TABLE names")
        connection.execute("UPDATE meta SET value = '4' WHERE key = 'schema'")
    with Picture(path) as picture:
        assert len(picture.statements(by="Ida Holm")) == 2


def test_what_is_about_somebody_is_found_by_all_names(picture: Picture) -> None:
    for about in ("Ida Holm", "ida holm"):
        assert len(picture.statements(about=about)) == 2
    assert [len(picture.events(about=about)) for about in ("River Safety Fund", "R.S.F.", "r.s.f.")] == [2, 2, 1]
    # words that are more or less than a name are looked for as they are
    assert [len(picture.statements(about=about)) for about in ("River Fund", "Ida Holm mill")] == [1, 1]


def of_places(picture: Picture, *named: str) -> None:
    """A report for each name of one town, with a strike there."""
    for n, name in enumerate(named):
        b = Build(f"A mill in {name} was struck, the mayor said.", outlet=f"Post {n}", published="2024-11-18")
        b.entity("place", name, place=KYIV)
        b.statement(source="the mayor", cue="said", content=f"A mill in {name} was struck")
        b.event("struck", lemma="strike", place=name)
        picture.put(b.reading())


def test_a_place_is_found_by_all_its_names(tmp_path: Path) -> None:
    with Picture(tmp_path / "places.db") as store:
        of_places(store, "Oldtown", "Newtown", "Oldtown Fair")
        assert len(store.tellings(where="Newtown")) == 3
        assert len(store.statements(about="Newtown")) == 3
        assert len(store.statements(about="Oldtown")) == 3
        # the fair is in the town, but the town is more than the fair
        assert [f.report.outlet for f in store.statements(about="Oldtown Fair")] == ["Post 2"]
