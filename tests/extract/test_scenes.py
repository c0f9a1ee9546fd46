"""Where the story stands: the town of "the city", a camp that no map has, a place that only a later word takes up."""

from __future__ import annotations

import pytest

from sayso.extract._placing.by_model import ground
from tests.extract.test_events import place_of, reading
from tests.extract.test_grounds import Read, Says, Shared
from tests.extract.test_when import days

pytestmark = pytest.mark.model


def where(text: str) -> dict[str, str | None]:
    """The place of each event by its trigger."""
    found = reading(text)
    return {event.trigger.text: place_of(found, event) for event in found.events}


@pytest.mark.parametrize(
    ("text", "trigger", "place"),
    [
        (
            "DAKAR, May 23 (Wire) - Shells hit a mill in Mali's capital on Friday as rebels fought police in the city."
            " Bamako had been quiet.",
            "fought",
            "Bamako",
        ),
        ("DAKAR, May 23 (Wire) - Shells hit a mill in Gao as rebels fought police in the city.", "fought", "Gao"),
        ("DAKAR, May 23 (Wire) - Rebels fought police in the city on Friday.", "fought", "DAKAR"),
        ("Gunmen shot dead a nurse outside a chapel in the Zarqel camp in southern Chad.", "shot dead", "Zarqel camp"),
        ("Gunmen shot dead a nurse outside a chapel in Gao in northern Mali.", "shot dead", "Gao"),
        ("Rebels took Goma in May and Beni in June.", "took", "Goma"),
        ("The army took Kupiansk and Izium in May.", "took", "Kupiansk"),
        (
            "Police fought miners in Potosi on Monday. In May 2023 an offensive there drove 900 from their homes.",
            "offensive",
            "Potosi",
        ),
        ("The governor declared a curfew in Gao on Monday. Later he flew to the town.", "flew to", "Gao"),
        ("The minister in Bamako spoke of a curfew. He then flew to the city.", "curfew", None),
        ("Across the river in Mali, police in Kayes said that they had arrested nine youths.", "arrested", "Kayes"),
        ("The government in Bogota said that it had arrested nine youths.", "arrested", None),
        ("Troops searched Kolofata on Monday and left.", "searched", "Kolofata"),
        ("Troops praised Paris on Monday and left.", "praised", None),
        ("Marines landed on Lipez, a small island off Togo, on Monday.", "landed", "Lipez"),
        (
            "Marines landed in Gao on Monday. They shot dead four men, their chief told reporters in Kidal on Friday.",
            "shot dead",
            "Gao",
        ),
    ],
)
def test_where_it_was(text: str, trigger: str, place: str | None) -> None:
    assert where(text)[trigger] == place


@pytest.mark.parametrize(
    ("text", "trigger", "day"),
    [
        (
            "Gunmen shot a mayor on 3 March. On the eve of the killing the navy stopped a trawler.",
            "stopped",
            "2024-03-02",
        ),
        (
            "The raid on 3 March came ten days before the elections and three days after rebels had burned a mill.",
            "burned",
            "2024-02-29",
        ),
        (
            "Marines landed in Gao on 3 March. They shot dead four gunmen, their chief told reporters on 7 March.",
            "shot dead",
            "2024-03-03",
        ),
        (
            "Nine nurses were shot when rebels stormed the port on 3 March. A guard fled on Monday.",
            "shot",
            "2024-03-03",
        ),
        ("A guard was shot on Monday when rebels came who had left on 3 March.", "shot", "2024-03-11"),
        (
            "Rebels burned a mill on 3 March and held it until the next day. On the same night they shot a nurse.",
            "shot",
            "2024-03-03",
        ),
    ],
)
def test_when_it_was(text: str, trigger: str, day: str) -> None:
    assert (days(text)[trigger] or "")[:10] == day


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        ("Chad said that it would close the crossing unless Togo freed the men.", "close crossing", "threatened"),
        ("The union said that it would support the accord unless wages fell.", "support", "planned"),
        ("Women have been camping outside parliament since Friday.", "camping", "ongoing"),
        ("Women had been camping outside parliament since Friday.", "camping", "occurred"),
    ],
)
def test_what_became_of_it(text: str, trigger: str, status: str) -> None:
    assert {event.trigger.text: event.status for event in reading(text).events}[trigger] == status


class Line(Read):
    """A text whose events the networks see, with the shares of its places."""

    def places(self, **shares: float) -> dict[str, str | None]:
        data = self.digest.doc.user_data
        data["places"] = Shared(self.digest.doc, shares)
        data["times"] = Says(self.digest.doc, None, 0)
        events = ground(self.told, self.events, self.same, self.digest)
        return {event.trigger.text: self.names.get(event.place or "") for event in events}


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Rebels blocked a road in Gao on Tuesday. Gunmen killed a nurse on Monday. Mopti is calm.", "Gao"),
        ("Rebels blocked a road in Gao on Tuesday.\n\nGunmen killed a nurse on Monday. Mopti is calm.", None),
        ("Rebels blocked a road in Gao on Tuesday. Gunmen killed a nurse from Mopti on Monday.", None),
    ],
)
def test_a_deed_stays_in_the_place_of_its_line(text: str, place: str | None) -> None:
    assert Line(text).places(Gao=0.25, Mopti=0.3, killed=0.2)["killed"] == place


def test_a_place_that_no_map_has_is_a_choice() -> None:
    read = Line("The well in Umm Zarqel has run dry. The village is poor. Gunmen killed a nurse on Tuesday.")
    assert read.places(Umm=0.9, Zarqel=0.9)["killed"] == "Umm Zarqel"
