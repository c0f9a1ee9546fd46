"""Wars whose noun names only who wages them."""

from __future__ import annotations

import pytest

from sayso.model import Report
from sayso.pipeline import read
from tests.extract.test_events import names, reading, told

pytestmark = pytest.mark.model


def victims(text: str) -> list[list[str]]:
    return [names(event, "recipients") for event in told(reading(text), "ASSAULT")]


def test_a_war_that_is_told_again_has_the_same_victim() -> None:
    assert victims("Chad's invasion of Mali began in May. Prices rose after the Chadian invasion.") == [
        ["Mali"],
        ["Mali"],
    ]


def test_whoever_is_helped_against_it_suffers_it() -> None:
    assert victims("We reaffirm our support for Mali in the face of Chadian aggression.") == [["Mali"]]


def test_the_country_that_it_is_in_suffers_it() -> None:
    assert victims("Ghana said that Chad's aggression in Mali must end.") == [["Mali"]]


def test_others_stay_open() -> None:
    assert victims("Chad's invasion of Mali began in May. Ghanaian aggression may follow.") == [["Mali"], []]
    assert (
        victims("Chad's invasion of Mali began. Chad's invasion of Kenya ended. Chad's aggression is feared.")[2] == []
    )
    assert victims("We reaffirm our support for Chad after the Chadian offensive.") == [[]]


def test_a_special_operation_is_that_of_the_government_that_tells_of_it() -> None:
    text = "Russia signed the treaty. The talks dealt with the special military operation in Donbass."
    own, other = (next(iter(read([Report(id="r", text=text, outlet=one)]))) for one in ("Kremlin", "Basra Daily"))
    assert [names(told(one, "ASSAULT")[0], "actors") for one in (own, other)] == [["Russia"], []]
