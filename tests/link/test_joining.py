"""What the tellings of one event say together: its place, and its tolls for all and for groups."""

import msgspec
import pytest
from builders import SUMY, Build, at

from sayso.link.counts import parted
from sayso.link.joining import join
from sayso.link.told import Shelf
from sayso.model import Place

REGION = Place(
    name="Sumy Oblast", geonameid=None, lat=51.0, lon=34.0, feature="admin1", admin1="Sumy", country="UKR", radius_km=90
)
LAND = Place(
    name="Ukraine", geonameid=None, lat=49.0, lon=32.0, feature="country", admin1=None, country="UKR", radius_km=600
)
BESIDE = msgspec.structs.replace(SUMY, name="Bytytsia", geonameid=711000, lat=SUMY.lat + 0.2, radius_km=2)
QUARTER = msgspec.structs.replace(SUMY, name="Basy", geonameid=712000, lat=SUMY.lat + 0.05, radius_km=2)
FAR = Place(name="Lviv", geonameid=None, lat=49.8, lon=24.0, feature="city", admin1="Lviv", country="UKR", radius_km=9)


def joined(*places, toll=()):
    readings = []
    for number, place in enumerate(places):
        b = Build(f"Missiles struck a mill in {place.name}. Two children died.", outlet=str(number))
        b.entity("place", place.name, place=place)
        b.event("struck", lemma="strike", place=place.name, toll=toll)
        readings.append(b.reading())
    return join("E1", [(r.report.id, r.events[0].id) for r in readings], Shelf(readings, {}))


@pytest.mark.parametrize(
    ("told", "place"),
    [
        ((REGION, REGION, SUMY), SUMY),
        ((REGION, REGION, FAR), REGION),
        ((LAND, LAND, SUMY), LAND),
        ((SUMY, FAR, FAR), FAR),
        ((REGION, SUMY, FAR), SUMY),
        ((SUMY, SUMY, QUARTER), QUARTER),
        ((SUMY, SUMY, BESIDE), SUMY),  # a town beside a city is not in it
    ],
)
def test_who_tells_of_a_region_speaks_for_a_town_in_it(told, place):
    assert joined(*told).place == place


@pytest.mark.parametrize(("sentence", "place"), [("Ukraine", LAND), ("Missiles", SUMY)])
def test_a_country_of_another_sentence_speaks_for_a_town_in_it(sentence, place):
    """`sentence`: where the sentence of the event begins; "Ukraine" makes it one with that of the country."""
    text = "Ukraine had a hard night. Missiles struck a mill."
    readings = []
    for outlet in "AB":
        b = Build(text, outlet=outlet)
        b.entity("place", "Ukraine", place=LAND)
        b.event("struck", lemma="strike", place="Ukraine", place_words=b.words("Ukraine"),
                sentence=(text.index(sentence), len(text)))  # fmt: skip
        readings.append(b.reading())
    c = Build("Missiles struck a mill in Sumy.", outlet="C")
    c.entity("place", "Sumy", place=SUMY)
    c.event("struck", lemma="strike", place="Sumy")
    readings.append(c.reading())
    event = join("E1", [(r.report.id, r.events[0].id) for r in readings], Shelf(readings, {}))
    assert event.place == place


def test_groups_are_counted_apart_from_all_victims():
    text = "Missiles struck a mill. The mill burned. It killed 11 people, and two children and many people died in it."
    b = Build(text, outlet="A")
    everybody, group = ("killed", "11 people", "exact", 11), ("killed", "two children", "exact", 2)
    b.event("struck", lemma="strike", toll=[everybody, group, ("killed", "many people", None, None)])
    reading = b.reading()
    event = join("E1", [(reading.report.id, "v1")], Shelf([reading], {}))
    whole, apart = parted(event.tolls["killed"])
    assert [a.text for a in whole] == ["11 people", "many people"]
    assert [a.text for a in apart] == ["two children"]


def test_of_a_group_alone_it_is_the_toll():
    b = Build("Missiles struck a mill, killing two children.", outlet="A")
    b.event("struck", lemma="strike", toll=[("killed", "two children", "exact", 2)])
    reading = b.reading()
    (account,) = join("E1", [(reading.report.id, "v1")], Shelf([reading], {})).tolls["killed"]
    assert parted([account]) == ([account], [])


def test_one_party_by_a_shorter_name_or_its_peoples():
    told = [
        ("Chad", "place", "a depot"),
        ("Chadian", "nationality", "an ammunition depot near Sumy"),
        ("Chad's army", None, "two guards"),
    ]
    readings = []
    for actor, kind, hit in told:
        b = Build(f"{actor} hit {hit}.", outlet=actor)
        if kind is not None:
            land = msgspec.structs.replace(LAND, name="Chad", country="TCD") if kind == "place" else None
            b.entity(kind, actor, place=land, country="TCD")
        b.event("hit", actors=[actor], recipients=[hit])
        readings.append(b.reading())
    event = join("E1", [(r.report.id, r.events[0].id) for r in readings], Shelf(readings, {}))
    actors, recipients = ([(p.name, len(p.reports)) for p in side] for side in (event.actors, event.recipients))
    assert actors == [("Chad", 2), ("Chad's army", 1)]
    assert recipients == [("an ammunition depot near Sumy", 2), ("two guards", 1)]


def test_a_shorter_name_that_may_be_of_two_stays_alone():
    b = Build("Soldiers fought. Chadian soldiers and Malian soldiers fought.", outlet="A")
    b.event("fought", actors=["Soldiers", "Chadian soldiers", "Malian soldiers"])
    reading = b.reading()
    event = join("E1", [(reading.report.id, "v1")], Shelf([reading], {}))
    assert len(event.actors) == 3


@pytest.mark.parametrize(("untyped", "kind"), [(3, "DECIDE"), (5, None)])
def test_one_telling_with_a_type_among_many_without_gives_none(untyped, kind):
    b = Build("They promoted trade. " * untyped + "They promoted a clerk.", outlet="A")
    for nth in range(untyped):
        b.event(at("promoted", nth), type=None, lemma="promote")
    b.event(at("promoted", untyped), type="DECIDE", mode="appoint", lemma="promote")
    reading = b.reading()
    event = join("E1", [(reading.report.id, e.id) for e in reading.events], Shelf([reading], {}))
    assert (event.type, event.mode) == (kind, kind and "appoint")


@pytest.mark.parametrize(
    ("lemma", "told"),
    [
        ("attack", {"type": "ASSAULT", "status": "did_not_occur"}),
        ("put", {"type": None}),
    ],
)
def test_who_denies_a_deed_or_counts_its_dead_has_not_done_it(lemma, told):
    readings = []
    for outlet in "AB":
        b = Build("Missiles struck a mill. Guards struck the mill.", outlet=outlet)
        b.event("struck", lemma="strike", recipients=["a mill"])
        readings.append(b.reading())
    c = Build("The army denied the attack. The army put the toll at nine.", outlet="C")
    c.event(lemma, lemma=lemma, actors=["The army"], **told)
    readings.append(c.reading())
    event = join("E1", [(r.report.id, r.events[0].id) for r in readings], Shelf(readings, {}))
    assert (event.type, event.actors) == ("ASSAULT", ())


def test_people_are_no_party_beside_somebody_who_is():
    readings = []
    for words in ("34 people", "a mill", "Malian people"):
        b = Build(f"Missiles struck {words} in Sumy.", outlet=words)
        b.event("struck", lemma="strike", recipients=[words])
        readings.append(b.reading())
    shelf = Shelf(readings, {})
    told = [(r.report.id, "v1") for r in readings]
    assert {party.name for party in join("E1", told, shelf).recipients} == {"a mill", "Malian people"}
    assert [party.name for party in join("E1", told[:2], shelf).recipients] == ["a mill"]
    assert [party.name for party in join("E1", told[:1], shelf).recipients] == ["34 people"]


def dated(outlet, *days):
    """A report that tells one strike once for each of the days."""
    b = Build("Missiles struck a mill. " * len(days), outlet=outlet, published="2024-11-19")
    for nth, day in enumerate(days):
        b.event(at("struck", nth), lemma="strike", start=f"2024-11-{day}", end=f"2024-11-{day + 1}", precision="day")
    return b.reading()


def day_of(*readings, copies=None):
    told = [(r.report.id, e.id) for r in readings for e in r.events]
    return join("E1", told, Shelf(readings, copies or {})).start


def test_who_tells_it_thrice_tells_its_day_once():
    often, *others = dated("A", 17, 17, 17), dated("B", 18), dated("C", 18)
    assert day_of(often, *others) == "2024-11-18"


def test_a_copy_tells_the_day_with_its_original():
    first, copy, *others = dated("A", 17), dated("B", 17), dated("C", 18), dated("D", 18), dated("E", 17)
    copies = {copy.report.id: first.report.id, others[-1].report.id: first.report.id}
    assert day_of(first, copy, *others, copies=copies) == "2024-11-18"


def test_one_person_whom_no_number_counts_is_one():
    b = Build("Missiles struck a mill, killing a miller and hurting a family.", outlet="A")
    b.event("struck", lemma="strike", toll=[("killed", "a miller", None, None), ("injured", "a family", None, None)])
    reading = b.reading()
    (event,) = reading.events
    killed, injured = event.toll
    event = msgspec.structs.replace(event, toll=(msgspec.structs.replace(killed, one=True), injured))
    reading = msgspec.structs.replace(reading, events=(event,))
    tolls = join("E1", [(reading.report.id, "v1")], Shelf([reading], {})).tolls
    assert [(a.low, a.best, a.high, a.bound) for a in tolls["killed"]] == [(1, 1, 1, "exact")]
    assert [(a.low, a.best, a.high, a.bound) for a in tolls["injured"]] == [(None, None, None, None)]
