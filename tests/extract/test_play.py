"""What is done in play tells no event, in a report of a match; what is done off the field does."""

from __future__ import annotations

import pytest

from tests.extract.test_events import reading, told

pytestmark = pytest.mark.model

MATCH = (
    "The Blues beat the Greens 24-20 in the playoff on Sunday. Quarterback Idris Quist threw a touchdown in overtime, "
    "and linebacker Karim Sow had an interception. The rookie made a fumble before halftime. The coach praised the "
    "roster. The champions won the league title last season. {} The referee called a penalty."
)


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Quist was sacked by Sow on second down.", "DECIDE"),
        ("The Greens fell to the Blues for a second time.", "CONTROL"),
        ("Quist broke a 12-12 tie with a kick.", "SANCTION"),
        ("The Blues rallied to win.", "PROTEST"),
    ],
)
def test_play_tells_none(text: str, type_: str) -> None:
    assert not told(reading(MATCH.format(text)), type_)


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Police arrested Sow at the stadium.", "COERCE"),
        ("Gunmen shot Sow outside the stadium.", "ASSAULT"),
        ("A court sentenced Quist to a year in prison.", "SANCTION"),
    ],
)
def test_what_is_done_off_the_field_does(text: str, type_: str) -> None:
    assert told(reading(MATCH.format(text)), type_)


@pytest.mark.xfail(reason="the network takes a report of a match for play alone (docs/language-model.md)", strict=True)
@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("The Greens sacked their coach, Ida Holm.", "DECIDE"),
        ("Owner Tom Reis met with the president of Chad.", "CONSULT"),
    ],
)
def test_what_those_of_a_club_do_off_the_field_does(text: str, type_: str) -> None:
    assert told(reading(MATCH.format(text)), type_)


def test_one_word_of_play_makes_no_match() -> None:
    assert told(reading("The port fell to the rebels. A coach and a goalkeeper fled the stadium."), "CONTROL")
