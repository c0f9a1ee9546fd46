"""Who did it, over all tellings."""

import pytest
from builders import Build

from sayso.link.parties import parties_of
from sayso.link.told import Shelf


def actors(*names):
    readings = []
    for name in names:
        b = Build(f"{name} closed the road.", outlet=f"Herald {len(readings)}")
        b.entity("organization", name)
        b.event("closed", lemma="close", actors=[name])
        readings.append(b.reading())
    told = Shelf(readings, {}).tellings((r.report.id, "v1") for r in readings)
    return [party.name for party in parties_of(told, "actors")]


@pytest.mark.parametrize("short", ["RSF", "R.S.F.", "the RSF", "a spokesman for the RSF"])
def test_letters_are_the_body_that_they_are_short_for(short):
    assert actors("River Safety Fund", short) == ["River Safety Fund"]


@pytest.mark.parametrize("other", ["Rsf", "RSFX", "R. Safe", "the RSF office"])
def test_other_letters_are_another_body(other):
    assert len(actors("River Safety Fund", other)) == 2


@pytest.mark.parametrize("anybody", ["34 people", "several lives", "two dozen fatalities"])
def test_words_for_whoever_was_hit_are_no_party_beside_a_name(anybody):
    readings = []
    for words in (anybody, "the ferry crew"):
        b = Build(f"A mine took {words}.", outlet=f"Herald {len(readings)}")
        b.event("took", lemma="take", recipients=[words])
        readings.append(b.reading())
    told = Shelf(readings, {}).tellings((r.report.id, "v1") for r in readings)
    assert [party.name for party in parties_of(told, "recipients")] == ["the ferry crew"]
