"""People, bodies and places of many reports in one list."""

import pytest
from builders import Build

from sayso.link.records import Outcome
from sayso.link.same_entity import share
from sayso.link.scores import scores


def row(report, name, country=None, kind="organization"):
    found = {"report": report, "id": "e1", "kind": kind, "name": name, "country": country, "mentions": 1}
    return {**found, "lat": None, "lon": None}


def test_names_come_before_common_nouns_and_each_by_how_many_report_them():
    rows = [row("r1", "police"), row("r2", "police"), row("r1", "Amnesty"), row("r1", "Oxfam"), row("r2", "Oxfam")]
    assert [(one.name, one.reports) for one in share(rows)] == [("Oxfam", 2), ("Amnesty", 1), ("police", 2)]


def test_the_police_of_two_lands_are_of_neither():
    (police,) = share([row("r1", "police", "GRC"), row("r2", "police", "USA"), row("r3", "Police")])
    assert police.country is None and police.reports == 3
    (greek,) = share([row("r1", "police", "GRC"), row("r2", "police")])
    assert greek.country == "GRC"


def names(*rows):
    return [(one.name, one.also, one.reports) for one in share(rows)]


def test_a_body_and_its_short_form_are_one():
    long, short = row("r1", "River Safety Fund", "TGO"), row("r2", "RSF")
    assert names(long, short) == [("River Safety Fund", ("RSF",), 2)]
    assert names(short, row("r3", "R.S.F."), long) == [("River Safety Fund", ("R.S.F.", "RSF"), 3)]
    assert names(row("r1", "Bureau of Mines"), row("r2", "BM")) == [("Bureau of Mines", ("BM",), 2)]


@pytest.mark.parametrize(
    "other",
    [
        row("r2", "RSF", "MLI"),  # of another country
        row("r1", "RSF"),  # the report that names both takes them for two
        row("r2", "RSF", kind="place"),
        row("r2", "Rsf"),
        row("r2", "RS"),
    ],
)
def test_other_letters_and_other_bodies_stay_apart(other):
    assert len(names(row("r1", "River Safety Fund", "TGO"), other)) == 2


def test_letters_of_another_country_are_another_body_however_often_the_name_is_told():
    often = [row(f"r{n}", "River Safety Fund", "TGO") for n in range(1, 30)]
    assert len(names(*often, row("r30", "RSF", "MLI"))) == 2


def test_letters_that_two_names_have_are_of_neither():
    rows = [row("r1", "River Safety Fund"), row("r2", "Rural Schools Forum"), row("r3", "RSF")]
    assert len(names(*rows)) == 3


def test_a_part_of_a_body_is_not_its_short_form():
    assert len(names(row("r1", "United Nations"), row("r2", "United Nations rights office"), row("r3", "UN"))) == 2
    assert len(names(row("r1", "United Nations rights office"), row("r2", "UN"))) == 2


def foretold(name, outlet):
    b = Build(f"{name} will probably respond soon.", outlet=outlet, published="2024-11-19")
    b.entity("organization", name)
    b.outlook(f"{name} will probably respond soon", cue="will probably", holder=name, probability=(0.55, 0.8))
    return b.reading()


def test_the_outlooks_of_a_body_are_scored_under_one_name():
    told = [
        (reading, reading.outlooks[0], Outcome(
            report=reading.report.id, outlook="o1", outcome="came_true", came_about=True, horizon_passed=True, by=()
        ))
        for reading in (foretold("RSF", "Volga Wire"), foretold("River Safety Fund", "Dnipro Post"))
    ]  # fmt: skip
    assert [(score.holder, score.came_true) for score in scores(told)] == [("River Safety Fund", 2)]


def person(report, name, country=None):
    return row(report, name, country, kind="person")


def test_a_surname_is_of_the_only_one_who_bears_it():
    whole, short = person("r1", "Ida Holm", "NOR"), person("r2", "Holm")
    assert names(whole, short) == [("Ida Holm", ("Holm",), 2)]
    for other in (person("r3", "Jan Holm"), person("r1", "Holm")):  # another of the name; one whom a report tells apart
        assert ("Holm", (), 2 if other["report"] == "r1" else 1) in names(whole, short, other)
    assert len(names(whole, person("r2", "Holm", "SWE"))) == 2


def test_names_of_one_point_on_the_map_are_of_one_place():
    def place(report, name, lat):
        return {**row(report, name, kind="place"), "lat": lat, "lon": 1.0}

    rows = [place("r1", "Kiev", 50.4), place("r2", "Kyiv", 50.4), place("r3", "Kyiv", 50.4), place("r4", "Gao", 16.2)]
    assert names(*rows) == [("Kyiv", ("Kiev",), 3), ("Gao", (), 1)]
    # a name of a town and of the region around it is one name
    assert len(names(*rows, place("r5", "Gao", 16.9))) == 2
