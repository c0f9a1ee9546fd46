"""A place or day of which the reader is unsure keeps no reports apart; a sure one does."""

import dataclasses

import msgspec
import pytest
from builders import KYIV, SUMY, Build, at, strike

from sayso.link.contested import days_differ, places_differ
from sayso.link.features import features
from sayso.link.joining import join
from sayso.link.likeness import PLACE_APART, likeness
from sayso.link.ruled_out import KEEPS_APART, can_be_one, places_meet
from sayso.link.same_event import link_events
from sayso.link.told import Shelf
from sayso.model import Place
from sayso.sureness import SURE

WEST = Place(
    name="Sumy", geonameid=None, lat=49.0, lon=24.0, feature="admin1", admin1="Sumy", country="UKR", radius_km=90
)
STEPPE = Place(
    name="the steppe", geonameid=None, lat=50.0, lon=33.0, feature="region", admin1=None, country=None, radius_km=900
)
UKRAINE = Place(
    name="Ukraine", geonameid=None, lat=49.0, lon=32.0, feature="country", admin1=None, country="UKR", radius_km=600
)


def told_in_kyiv(*, outlet="Volga Wire", place_sure=None, time_sure=None, start="2024-11-17", end="2024-11-18"):
    """The strike on a tower block as another outlet has it."""
    text = "Russian missiles struck a tower block on Sunday, killing 34 people. Kyiv was calm."
    b = Build(text, outlet=outlet, published="2024-11-18")
    b.entity("place", "Kyiv", place=KYIV)
    b.event("struck", lemma="strike", mode="aerial", actors=["Russian missiles"], recipients=["a tower block"],
            place="Kyiv", start=start, end=end, precision="day", from_="words", place_words=b.words("Kyiv"),
            place_sure=place_sure, time_sure=time_sure, toll=[("killed", "34 people", "exact", 34)],
            sentence=(0, text.index(" Kyiv")))  # fmt: skip
    return b.reading()


def events_of(*readings):
    linked = link_events(readings, {})
    shelf = Shelf(readings, {})
    return [join(name, [t for t in linked if linked[t] == name], shelf) for name in dict.fromkeys(linked.values())]


@pytest.mark.parametrize(("sure", "events"), [(None, 2), (0.99, 2), (KEEPS_APART - 0.01, 1), (0.1, 1)])
def test_another_place_keeps_reports_apart_as_far_as_it_is_sure(sure, events):
    assert len(events_of(strike("Dnipro Post", 34), told_in_kyiv(place_sure=sure))) == events


def in_sumy(**changed):
    reading = strike("Volga Wire", 34)
    event = msgspec.structs.replace(reading.events[0], **changed)
    return msgspec.structs.replace(reading, events=(event,))


@pytest.mark.parametrize(("sure", "events"), [(None, 2), (0.99, 2), (0.1, 1)])
def test_another_day_keeps_reports_apart_as_far_as_it_is_sure(sure, events):
    other = in_sumy(start="2024-11-19", end="2024-11-20", time_sure=sure)
    assert len(events_of(strike("Dnipro Post", 34), other)) == events


def test_another_place_however_unsure_speaks_against_one_event():
    text = "Russian missiles struck a tower block in Sumy. The mayor spoke."
    there, here = (Build(text.replace("Sumy", town), outlet=town, published="2024-11-18") for town in ("Sumy", "Kyiv"))
    for b, town, place, sure in ((there, "Sumy", SUMY, None), (here, "Kyiv", KYIV, 0.6)):
        b.entity("place", town, place=place)
        b.event("struck", lemma="strike", mode="aerial", actors=["Russian missiles"], place=town, place_sure=sure,
                start="2024-11-17", end="2024-11-18", from_="words")  # fmt: skip
    placed = features(0, there.reading())[0], features(1, here.reading())[0]
    assert can_be_one(*placed)
    assert likeness(*placed, 0.5, 1.0) == pytest.approx(
        likeness(placed[0], unplaced(placed[1]), 0.5, 1.0) - PLACE_APART
    )


def unplaced(told):
    return dataclasses.replace(told, place=None)


def test_a_day_of_another_month_is_another_event_however_unsure():
    other = in_sumy(start="2024-09-19", end="2024-09-20", time_sure=0.1)
    assert len(events_of(strike("Dnipro Post", 34), other)) == 2


def test_one_report_tells_two_deeds_of_two_places():
    text = "Russian missiles struck a tower block in Sumy. Russian missiles struck a tower block in Kyiv."
    b = Build(text, outlet="Dnipro Post", published="2024-11-18")
    for nth, (town, place) in enumerate((("Sumy", SUMY), ("Kyiv", KYIV))):
        b.entity("place", town, place=place)
        b.event(at("struck", nth), lemma="strike", mode="aerial", actors=[at("Russian missiles", nth)],
                recipients=[at("a tower block", nth)], place=town, place_sure=0.1)  # fmt: skip
    assert len(events_of(b.reading())) == 2


def test_no_dispute_over_a_place_or_day_that_is_unsure():
    one, other = told_in_kyiv().events[0], in_sumy(start="2024-11-19", end="2024-11-20").events[0]
    entities = {e.id: e for e in told_in_kyiv().entities}
    there = msgspec.structs.replace(other, place="e9")
    entities["e9"] = msgspec.structs.replace(entities["e1"], id="e9", name="Sumy", place=SUMY)
    assert places_differ(one, there, entities) and days_differ(one, there)
    doubtful = msgspec.structs.replace(one, place_sure=SURE - 0.1, time_sure=SURE - 0.1)
    assert not places_differ(doubtful, there, entities) and not days_differ(doubtful, there)


def test_the_linked_event_has_the_surest_place_and_says_what_is_unsure():
    (event,) = events_of(strike("Dnipro Post", 34), told_in_kyiv(place_sure=0.3, time_sure=0.9))
    assert event.place == SUMY and event.place_sure is None and event.time_sure == 0.9 and event.doubts == {}
    (event,) = events_of(told_in_kyiv(place_sure=0.3, time_sure=0.3))
    assert (event.place_sure, event.time_sure, event.apart) == (0.3, 0.3, ("place",))
    assert event.doubts == {"place": "from another sentence, unsure", "time": "unsure"}


def test_an_act_is_as_sure_as_the_surest_telling_of_its_type():
    one, other = strike("Dnipro Post", 34), strike("Volga Wire", 34)
    doubtful = msgspec.structs.replace(one, events=(msgspec.structs.replace(one.events[0], score=0.3),))
    (event,) = events_of(doubtful)
    assert event.act_sure == 0.3 and event.doubts == {"act": "unsure"}
    (event,) = events_of(doubtful, other)
    assert event.act_sure == other.events[0].score and event.doubts == {}


@pytest.mark.parametrize("wide", [WEST, STEPPE, UKRAINE])
def test_a_wide_place_meets_the_town_in_it(wide):
    assert places_meet(wide, SUMY) and places_meet(SUMY, wide)


def test_a_region_of_many_countries_meets_the_countries_in_it():
    assert places_meet(STEPPE, UKRAINE) and places_meet(UKRAINE, STEPPE)
