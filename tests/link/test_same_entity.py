"""People, bodies and places of many reports in one list."""

from dataclasses import dataclass
from typing import Any

import msgspec
import pytest
from builders import KYIV, Build

from sayso.link.records import Outcome
from sayso.link.same_entity import one_name, share
from sayso.link.scores import scores
from sayso.model import Entity, Mention, Place, Reading, Report


@dataclass(frozen=True)
class Row:
    """One entity of one report."""

    report: str
    name: str
    country: str | None = None
    kind: Any = "organization"
    form: Any = "name"
    place: Place | None = None

    @property
    def entity(self):
        mention = Mention(spans=((0, len(self.name)),), text=self.name, form=self.form)
        return Entity(
            id="e1", kind=self.kind, name=self.name, mentions=(mention,), country=self.country, place=self.place
        )

    @property
    def flat(self):
        """The row as it is asked for."""
        at = {"lat": self.place and self.place.lat, "lon": self.place and self.place.lon}
        found = {"report": self.report, "id": "e1", "kind": self.kind, "name": self.name, "country": self.country}
        return {**found, **at, "mentions": 1}


row = Row


def joined(rows):
    """The names that are one in these rows, of a reading each that has the report's id."""
    return one_name(Reading(report=Report(id=one.report, text=one.name), entities=(one.entity,)) for one in rows)


def shared(*rows, asked=None):
    """What is shown of the rows asked for, out of all."""
    return share([one.flat for one in asked or rows], joined(rows))


def test_names_come_before_common_nouns_and_each_by_how_many_report_them():
    rows = [row("r1", "police"), row("r2", "police"), row("r1", "Amnesty"), row("r1", "Oxfam"), row("r2", "Oxfam")]
    assert [(one.name, one.reports) for one in shared(*rows)] == [("Oxfam", 2), ("Amnesty", 1), ("police", 2)]


def test_the_police_of_two_lands_are_of_neither():
    (police,) = shared(row("r1", "police", "GRC"), row("r2", "police", "USA"), row("r3", "Police"))
    assert police.country is None and police.reports == 3
    (greek,) = shared(row("r1", "police", "GRC"), row("r2", "police"))
    assert greek.country == "GRC"


def names(*rows):
    return [(one.name, one.also, one.reports) for one in shared(*rows)]


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


def foretold(name, outlet, kind="organization"):
    b = Build(f"{name} will probably respond soon.", outlet=outlet, published="2024-11-19")
    b.entity(kind, name)
    b.outlook(f"{name} will probably respond soon", cue="will probably", holder=name, probability=(0.55, 0.8))
    return b.reading()


@pytest.mark.parametrize(
    ("kind", "short", "whole"), [("organization", "RSF", "River Safety Fund"), ("person", "Holm", "Ida Holm")]
)
def test_outlooks_are_scored_under_one_name(kind, short, whole):
    told = [
        (reading, reading.outlooks[0], Outcome(
            report=reading.report.id, outlook="o1", outcome="came_true", came_about=True, horizon_passed=True, by=()
        ))
        for reading in (foretold(short, "Volga Wire", kind), foretold(whole, "Dnipro Post", kind))
    ]  # fmt: skip
    names = one_name(reading for reading, _, _ in told)
    assert [(score.holder, score.came_true) for score in scores(told, names)] == [(whole, 2)]


def person(report, name, country=None, **more):
    return row(report, name, country, kind="person", **more)


def test_a_surname_is_of_the_only_one_who_bears_it():
    whole, short = person("r1", "Ida Holm", "NOR"), person("r2", "Holm")
    assert names(whole, short) == [("Ida Holm", ("Holm",), 2)]
    for other in (person("r3", "Jan Holm"), person("r1", "Holm")):  # another of the name; one whom a report tells apart
        assert ("Holm", (), 2 if other.report == "r1" else 1) in names(whole, short, other)
    assert len(names(whole, person("r2", "Holm", "SWE"))) == 2


@pytest.mark.parametrize(("others", "joined"), [(1, True), (2, False)])
def test_a_surname_alone_is_of_whom_nearly_all_reports_mean_by_it(others, joined):
    rows = [*(person(f"r{n}", "Ida Holm") for n in range(1, 5)), person("r9", "Holm")]
    rows += [person(f"s{n}", f"{name} Holm") for n, name in zip(range(others), ("Jan", "Liv"), strict=False)]
    assert (("Ida Holm", ("Holm",), 5) in names(*rows)) is joined
    # a report that names her and a Holm means another
    assert ("Ida Holm", (), 4) in names(*rows, person("r1", "Holm"))


@pytest.mark.parametrize("other", ["Joseph A. Holm", "Joseph Holm", "JOE HOLM", "Joe A. Holm"])
def test_a_full_name_is_one_with_middle_letters_and_a_short_given_name(other):
    rows = [person("r1", "Joe Holm"), person("r2", "Joe Holm"), person("r3", other), person("r4", "Holm")]
    ((name, also, reports),) = names(*rows)
    assert (name, reports) == ("Joe Holm", 4) and "Holm" in also


@pytest.mark.parametrize(
    "others",
    [
        ["Joe A. Holm", "Joe B. Holm"],  # other letters
        ["Joe Holm Jr."],
        ["Joe Ashby Holm"],
        ["Jo Holm"],
        ["A. Holm"],
    ],
)
def test_another_full_name_is_another_person(others):
    rows = [person("r1", "Joe Holm"), *(person(f"s{n}", name) for n, name in enumerate(others))]
    assert len(names(*rows)) == len(rows)


def test_a_son_is_himself_however_he_is_written():
    rows = [person("r1", "Joe A. Holm, Jr."), person("r2", "Joe A. Holm Jr"), person("r3", "Joe A. Holm")]
    assert sorted(reports for _, _, reports in names(*rows)) == [1, 2]


def test_full_names_that_a_report_tells_apart_or_of_two_countries_are_two():
    both = [person("r1", "Joe Holm"), person("r1", "Joseph Holm")]
    assert len(names(*both)) == 2
    # one report of many may have missed that they are one
    assert len(names(*both, *(person(f"s{n}", "Joe Holm") for n in range(20)))) == 1
    assert len(names(person("r1", "Joe Holm", "NOR"), person("r2", "Joseph Holm", "SWE"))) == 2


def test_letters_that_two_bodies_have_are_of_neither_however_often_one_is_named():
    rows = [row(f"r{n}", "River Safety Fund") for n in range(1, 30)]
    assert ("RSF", (), 1) in names(*rows, row("r30", "Rural Schools Forum"), row("r31", "RSF"))


def test_who_is_written_in_capitals_is_the_same_one():
    assert names(person("r1", "Ida Holm"), person("r2", "IDA HOLM"), person("r3", "Holm")) == [
        ("Ida Holm", ("Holm",), 3)
    ]


def test_one_report_that_has_another_country_tells_nobody_apart():
    often = [person(f"r{n}", "Ida Holm", "NOR") for n in range(1, 30)]
    assert len(names(*often, person("r30", "Ida Holm", "SWE"), person("r31", "Holm", "NOR"))) == 1


def test_words_for_somebody_are_no_name():
    assert len(names(person("r1", "a lorry driver", form="nominal"), person("r2", "driver", form="nominal"))) == 2
    assert len(names(person("r1", "Ida Holm"), person("r2", "Holm", form="nominal"))) == 2


def place(report, name, number, *, at=KYIV, **more):
    at = msgspec.structs.replace(at, name=name, geonameid=number)
    return row(report, name, kind="place", place=at, **more)


def test_names_of_one_place_on_the_map_are_one():
    kyiv = [place("r1", "Kiev", 1), place("r2", "Kyiv", 1), place("r3", "Kyiv", 1)]
    rows = [*kyiv, place("r4", "Gao", 2)]
    assert names(*rows) == [("Kyiv", ("Kiev",), 3), ("Gao", (), 1)]
    # a name of a town and of the region around it is one name
    assert len(names(*rows, place("r5", "Gao", 3))) == 2


def test_a_place_that_is_known_by_one_near_it_is_not_that_one():
    assert len(names(place("r1", "Kyiv", 1), place("r2", "Little Mill", None))) == 2
    assert len(names(place("r1", "Kyiv", 1), place("r2", "the capital", 1, form="nominal"))) == 2


def test_what_is_asked_for_has_the_name_that_it_is_joined_under():
    whole, short = person("r1", "Ida Holm"), person("r2", "Holm")
    assert [(one.name, one.also, one.reports) for one in shared(whole, short, asked=[short])] == [
        ("Ida Holm", ("Holm",), 1)
    ]
