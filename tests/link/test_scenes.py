"""Rival accounts of where and when one deed was."""

import msgspec
import pytest
from builders import Build, at

from sayso.link.disputes import find_disputes
from sayso.link.joining import join
from sayso.link.same_event import link_events
from sayso.link.told import Shelf


def side_by_side(outlet, *accounts, thing="the mill", again="it", same=True):
    """One report: (source, town, day of November) said that the thing was burned there on that day."""
    said = [f"{who} said that {again if i else thing} was burned at {town} on day {day}." for i, (who, town, day) in
            enumerate(accounts)]  # fmt: skip
    b = Build(" ".join(said), outlet=outlet, published="2024-11-18")
    b.entity("facility", thing, mentions=[thing, *([again] if same and len(accounts) > 1 else [])])
    first = 0
    for i, (who, town, day) in enumerate(accounts):
        b.entity("place", town)
        b.event(at("burned", i), lemma="burn", recipients=[again if i else thing], place=town, according_to=[who],
                start=f"2024-11-{day}", end=f"2024-11-{day + 1}", precision="day", from_="words",
                sentence=(first, first + len(said[i])))  # fmt: skip
        first += len(said[i]) + 1
    return b.reading()


def scenes(*readings):
    linked = link_events(readings, {})
    shelf = Shelf(readings, {})
    groups = {name: [t for t in linked if linked[t] == name] for name in linked.values()}
    found = [d for name, group in groups.items() for d in find_disputes(join(name, group, shelf), shelf)]
    return [(d.field, d.kind, [a.value for a in d.accounts]) for d in found if d.field in ("place", "time")]


RIVALS = ("Ardan", "Dilling", 16), ("Belor", "Amsel", 17)


def test_rival_accounts_side_by_side_are_of_one_deed():
    reading = side_by_side("A", *RIVALS)
    assert len(set(link_events([reading], {}).values())) == 1
    assert scenes(reading) == [
        ("place", "contradiction", ["Dilling", "Amsel"]),
        ("time", "contradiction", ["2024-11-16", "2024-11-17"]),
    ]


def test_other_reports_take_the_side_that_they_tell():
    told = [side_by_side(outlet, rival) for outlet, rival in zip("BC", RIVALS, strict=True)]
    alone = link_events(told, {})
    assert len(set(alone.values())) == 2
    readings = [side_by_side("A", *RIVALS), *told]
    assert len(set(link_events(readings, {}).values())) == 1
    assert {(field, len(values)) for field, _, values in scenes(*readings)} == {("place", 2), ("time", 2)}


@pytest.mark.parametrize(
    ("accounts", "same"),
    [
        ((RIVALS[0], ("Ardan", "Amsel", 17)), True),  # one source: two deeds
        (RIVALS, False),  # another mill
        ((RIVALS[0], ("Belor", "Dilling", 16)), True),  # at one
    ],
)
def test_no_rival_accounts(accounts, same):
    assert scenes(side_by_side("A", *accounts, same=same)) == []


def test_days_of_a_report_without_a_date_are_no_rivals():
    first = "Ardan said that the mill was burned on Monday."
    b = Build(f"{first} Belor said that the mill was burned on Friday.", outlet="A")
    b.entity("facility", "the mill", mentions=["the mill", "the mill"])
    for i, (who, at_) in enumerate((("Ardan", 0), ("Belor", len(first) + 1))):
        b.event(at("burned", i), lemma="burn", recipients=["the mill"], according_to=[who], start=None, end=None,
                precision="day", from_="words", sentence=(at_, at_ + len(first)))  # fmt: skip
    assert scenes(b.reading()) == []


def test_it_that_was_taken_for_who_says_so_is_the_thing_told_before():
    reading = side_by_side("A", ("Ardan", "Dilling", 16), ("The rebels", "Amsel", 17), same=False)
    b = Build(reading.report.text, outlet="A")
    b.entity("group", "The rebels", mentions=["The rebels", "it"])
    (first, second), (rebels,) = reading.events, b.entities
    sayer = msgspec.structs.replace(second.according_to[-1], entity=rebels.id + "9")
    second = msgspec.structs.replace(
        second, according_to=(sayer,), recipients=(msgspec.structs.replace(second.recipients[0], entity=sayer.entity),)
    )
    entities = (*reading.entities, msgspec.structs.replace(rebels, id=sayer.entity))
    reading = msgspec.structs.replace(reading, events=(first, second), entities=entities)
    assert [field for field, _, _ in scenes(reading)] == ["place", "time"]
