"""Who does it and to whom where days, asides and speakers stand between, and on whose word it is told."""

from __future__ import annotations

import pytest

import sayso
from sayso.model import Event

pytestmark = pytest.mark.model


def told(text: str, words: str) -> Event:
    """The event at these words of a report of 8 April 2026."""
    events = sayso.read(text, published="2026-04-08").events
    found = [e for e in events if e.trigger.text == words]
    assert found, [e.trigger.text for e in events]
    return found[0]


def sides(event: Event) -> tuple[list[str], list[str]]:
    return [p.text for p in event.actors], [p.text for p in event.recipients]


@pytest.mark.parametrize(
    ("text", "words", "actors", "recipients"),
    [
        ("Cabinet 14 March sacked two envoys.", "sacked", ["Cabinet"], ["two envoys"]),
        ("Two drivers were led off the bus and shot dead.", "shot dead", [], ["Two drivers"]),
        ("Two lorries were halted and a clerk roughed up.", "roughed up", [], ["a clerk"]),
        ("A thief was freed and attacked the guards.", "attacked", ["A thief"], ["the guards"]),
        ("The envoy met five deputies and is unlikely to visit Kidal.", "visit", ["The envoy"], ["Kidal"]),
        ("The prefect slapped a curfew on the town.", "curfew", ["The prefect"], ["the town"]),
        (
            "“A thief was shot,” he said, rebuffing the union.",
            "rebuffing",
            ["he"],
            ["the union"],
        ),
        ("The front owned up to the raid.", "raid", ["The front"], []),
        ("The king of Jordan, Abdullah, and the emir of Qatar, Tamim, met in Doha.", "met", ["Abdullah", "emir"], []),
        ("Impounded at the pier were six lorries.", "Impounded", [], ["lorries"]),
        ("Seized at the pier were six boats.", "Seized", [], ["boats"]),
    ],
)
def test_sides(text: str, words: str, actors: list[str], recipients: list[str]) -> None:
    found = sides(told(text, words))
    assert len(found[0]) == len(actors), found
    assert all(name.startswith(actor) for name, actor in zip(found[0], actors, strict=True)), found
    assert found[1] == recipients


@pytest.mark.parametrize(
    ("text", "words", "source"),
    [
        (
            "Rebels shelled the mill in Kidal with mortars on 2 April, and two millers died on the "
            "way to a clinic, according to the prefect.",
            "shelled",
            "the prefect",
        ),
        ("It was established by the inquest that two clerks fled in May.", "fled", "the inquest"),
        ("Rebels shelled the mill, and an aide, according to the ministry, left it burning.", "shelled", None),
    ],
)
def test_on_whose_word(text: str, words: str, source: str | None) -> None:
    links = told(text, words).according_to
    assert [link.text for link in links] == ([] if source is None else [source])


@pytest.mark.parametrize(
    ("text", "words", "status"),
    [
        (
            "The mayor rejected as a fairy tale the allegation, brought by the union, that his guards shot a clerk.",
            "shot",
            "did_not_occur",
        ),
        ("The charity suspended its clinics after the kidnapping.", "suspended", "occurred"),
        ("Policemen delivered the boys to smugglers in return for money.", "delivered", "occurred"),
        ("The army dropped grenades on shepherds gathered for a concert.", "dropped grenades", "occurred"),
    ],
)
def test_told(text: str, words: str, status: str) -> None:
    assert told(text, words).status == status


def test_part_that_is_taken_is_no_event_of_its_own() -> None:
    found = sayso.read("The clerks took part in the raid.", published="2026-04-08").events
    assert [e.trigger.text for e in found] == ["raid"]
