"""What "the operation", "the massacre" and "it was the third raid" tell again, and what they do not."""

from __future__ import annotations

import pytest

from tests.extract.test_events import reading

pytestmark = pytest.mark.model


def retold(text: str) -> dict[str, str | None]:
    """The words of every event with those of the first telling of the same."""
    events = reading(text).events
    words = {event.id: event.trigger.text for event in events}
    return {event.trigger.text: words.get(event.same_as or "") for event in events}


@pytest.mark.parametrize(
    ("text", "noun", "first", "kind"),
    [
        ("Rebels took the town of Sarn on Monday. Four nuns died in the takeover.", "takeover", "took", "CONTROL"),
        ("Police arrested nine men in Sarn. The operation lasted two hours.", "operation", "arrested", "COERCE"),
        ("Gunmen killed a cook in Sarn. This incident shocked the town.", "incident", "killed", "ASSAULT"),
        ("Gunmen killed a cook in Sarn. The operation lasted two hours.", "operation", None, None),
        (
            "Police arrested nine men in Sarn. Soldiers shot a monk in Bor. The operation lasted two hours.",
            "operation",
            None,
            None,
        ),
    ],
)
def test_a_noun_without_a_type_has_that_of_the_deed_just_told(
    text: str, noun: str, first: str | None, kind: str | None
) -> None:
    assert retold(text)[noun] == first
    assert next(event.type for event in reading(text).events if event.trigger.text == noun) == kind


@pytest.mark.parametrize(
    ("text", "noun", "first"),
    [
        # laid on somebody
        ("The army shot 30 monks in Sarn. The bishop blamed the massacre on the premier.", "massacre", "shot"),
        # the deed that killed most, not the last
        (
            "Gunmen attacked a church in Sarn on Friday and killed 44 monks. On Saturday soldiers killed two herders "
            "in Bor. The envoy condemned the massacre.",
            "massacre",
            "attacked",
        ),
        # its hour stands beside it
        (
            "Nine people were killed by Saturday's car bomb in Sarn. The explosion, at 9:20 a.m., broke windows.",
            "explosion",
            "car bomb",
        ),
        # of its kind, some sentences on
        (
            "Fighting went on near Sarn in May. On Monday a jet dropped two bombs on a mill in Bor. "
            "The clerk reported 26 deaths. The premier said that the bombardment had been a mistake.",
            "bombardment",
            "dropped bombs",
        ),
        # of the deed that the report is of
        (
            "A car bomb killed eight people in Sarn on Saturday. The clerk said so. It was a market day. He wept. "
            "A man trod on a mine near Bor on Saturday. The premier condemned Saturday's attack.",
            "attack",
            "car bomb",
        ),
        # which only says what sort it was
        (
            "Settlers burned three barns in Sarn on Monday. Police held nobody. It was the ninth attack since May.",
            "attack",
            "burned",
        ),
    ],
)
def test_what_a_noun_takes_up(text: str, noun: str, first: str) -> None:
    assert retold(text)[noun] == first


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Gunmen shot a cook in Sarn. The hijacking of a bus was condemned.", "hijacking"),
        (
            "Attacks on ships off Sarn have killed ten since May. The attack on the Vega was the worst.",
            "x",
        ),
        ("Chad freed nine monks in May. Togo freed 400 soldiers for a captain.", "x"),
        ("He killed nine monks in Sarn. Officials asked how he managed to kill 49 guests.", "kill"),
        ("A cook was killed in Sarn. The drug lords said that they would respond to the war.", "war"),
    ],
)
def test_violence_of_another_sort_or_number_is_another(text: str, words: str) -> None:
    found = retold(text)
    assert found.get(words) is None
    if words == "x":
        last = [event for event in reading(text).events if event.type in ("ASSAULT", "RETREAT")][-1]
        assert last.same_as is None


def test_what_a_raid_is_aimed_at_plans_nothing() -> None:
    events = reading("The raid on Sarn was aimed at a cell. The army aims to raid the town of Bor.").events
    assert [event.status for event in events if event.type == "ASSAULT"] == ["occurred", "planned"]
