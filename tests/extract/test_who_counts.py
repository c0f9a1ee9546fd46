"""On whose word a figure is, and of which deed it is, where words for the dead stand sentences away from it."""

from __future__ import annotations

import pytest

from sayso.model import Reading
from tests.extract.test_tolls import reading

pytestmark = pytest.mark.model


def figures(found: Reading) -> list[tuple[str, str, float | None, str | None]]:
    """(word of the event, effect, figure, the innermost of those on whose word it is, by name)."""
    known, names = {q.id: q for q in found.quantities}, {e.id: e.name for e in found.entities}
    told = []
    for event in found.events:
        for toll in event.toll:
            quantity = known.get(toll.quantity or "")
            links = toll.according_to or ()
            who = names.get(links[-1].entity or "", links[-1].text) if links else None
            number = None if quantity is None else quantity.best if quantity.best is not None else quantity.low
            told.append((event.trigger.text, toll.effect, number, who))
    return told


BLAST = "A bomb exploded at a mill in Kano on Tuesday, killing 12 people, the fire service said."


@pytest.mark.parametrize(
    ("more", "number", "who"),
    [
        ("The Red Crescent said that it was buried in sand. It put the number of dead at 17.", 17, "Red Crescent"),
        ("A nurse did not want to be named. The fire service kept its figure at 13.", 13, "fire service"),
        ("The prefecture left the toll at 14.", 14, "The prefecture"),
        ("The army denied that so many weavers had died and spoke of six.", 6, "army"),
    ],
)
def test_who_puts_keeps_or_speaks_of_a_figure_is_its_source(more: str, number: float, who: str) -> None:
    assert ("exploded", "killed", number, who) in figures(reading(f"{BLAST} {more}"))


def test_a_number_of_something_else_in_between_keeps_no_count() -> None:
    found = figures(reading(f"{BLAST} The mill sold flour. The bank put the number at seven."))
    assert [number for _, _, number, _ in found] == [12]


def test_those_who_fled_are_counted_behind_their_verb() -> None:
    found = figures(reading("On Friday the relief agency put the number of people who fled at 12,000."))
    assert ("fled", "displaced", 12000, "relief agency") in found


def test_who_is_being_treated_was_hurt_and_of_an_illness_was_not() -> None:
    treated = figures(reading(f"{BLAST} A surgeon said that more than 30 people were being treated."))
    assert ("exploded", "injured", 30, "surgeon") in treated or ("exploded", "injured", 30, "A surgeon") in treated
    assert len(figures(reading(f"{BLAST} Some 30 weavers were being treated for cholera."))) == 1


def test_the_dead_are_of_the_shooting_that_is_told_of_them() -> None:
    found = figures(reading("The minister said seven people had died and that they were shot by men on roofs."))
    assert [(word, number) for word, _, number, _ in found] == [("shot", 7)]


def test_who_owns_up_to_a_raid_counts_its_dead() -> None:
    found = figures(reading("The front claimed the raid in Gao and said that 11 guards had died."))
    assert [(word, number, who) for word, _, number, who in found] == [("raid", 11, "front")]
    found = figures(reading("The envoy condemned the raid in Gao and said that 400 people had died this year."))
    assert [word for word, *_ in found] == ["died"]


def test_the_wounded_are_of_the_deed_and_not_of_one_that_dates_it() -> None:
    text = "A gunman killed five guards in Oran on Thursday, days after a bombing in Tamra. Eight guards were wounded."
    assert [(word, effect, number) for word, effect, number, _ in figures(reading(text))] == [
        ("killed", "killed", 5), ("killed", "injured", 8),
    ]  # fmt: skip
    bombing = next(event for event in reading(text).events if event.trigger.text == "bombing")
    assert bombing.recipients == ()


def test_what_a_side_says_it_killed_is_of_the_clashes() -> None:
    found = reading("Clashes broke out in Goma on Monday. The rebels said they had killed 31 soldiers.")
    clashes, killed = (next(e for e in found.events if e.trigger.text == word) for word in ("Clashes", "killed"))
    assert killed.same_as == clashes.id
    other = reading("Clashes broke out in Goma on Monday. The rebels said they had killed 31 soldiers in Beni.")
    assert next(e for e in other.events if e.trigger.text == "killed").same_as is None


def test_two_of_its_own_men_are_lost() -> None:
    found = figures(reading("The navy raided a port in Gao and lost two of its own men."))
    assert ("killed", 2.0) in [(effect, number) for _, effect, number, _ in found]


def test_a_deed_counted_from_another_has_its_day_where_it_is_told_again() -> None:
    text = (
        "A gunman killed five guards in Oran on 7 March, three days after a bombing in Tamra.\n\nThe bombing killed 13."
    )
    again = [event.start for event in reading(text).events if event.trigger.text == "bombing"]
    assert again == ["2024-03-04", "2024-03-04"]
