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


def test_further_offices_of_one_victim_are_no_further_victims() -> None:
    for text in (
        "Militia fighters shot Adaeze Obi, chairwoman of the port union and former minister of trade.",
        "Rebels killed Adaeze Obi, assistant director of the clinic, and deputy mayor of Bria.",
    ):
        assert victims(text) == [["Adaeze Obi"]]


def test_whoever_stands_beside_them_is_a_victim() -> None:
    shot = "Militia fighters shot Adaeze Obi, chairwoman of the port union, and "
    assert victims(shot + "a nurse.") == [["Adaeze Obi", "a nurse"]]
    assert victims(shot + "her driver.") == [["Adaeze Obi", "her driver"]]
    assert victims(shot + "Minister Karim Sesay.") == [["Adaeze Obi", "Karim Sesay"]]


def test_a_name_and_its_short_form_are_one_side() -> None:
    for text in (
        "The People's Liberation Front, PLF, kidnapped two teachers in Bria.",
        "The murder was the work of the PLF, the People's Liberation Front.",
    ):
        (event,) = told(reading(text), "ASSAULT")
        assert [one.text for one in event.actors] == ["People's Liberation Front"]


def test_heads_of_towns_who_are_taken_are_no_towns() -> None:
    text = "The mayors of Bria, Gao and Kona were freed on Monday. They had been kidnapped by rebels."
    found = reading(text)
    kinds = {entity.id: entity.kind for entity in found.entities}
    (taken,) = told(found, "ASSAULT")
    assert [kinds[one.entity] for one in taken.recipients] == ["group"]


def test_what_is_built_and_what_moves_is_a_thing_that_is_hit() -> None:
    found = reading("Rebels burned the convent, a tractor and two bookshops in Gao.")
    kinds = {entity.id: entity.kind for entity in found.entities}
    (fire,) = told(found, "ASSAULT")
    assert [kinds[one.entity] for one in fire.recipients] == ["facility", "vehicle", "facility"]


@pytest.mark.parametrize(
    "text",
    ["Those killed, as well as their families, will be honoured.", "The guild honours those killed and their kin."],
)
def test_who_is_joined_behind_a_participle_has_not_suffered_it(text: str) -> None:
    found = reading(text).events
    assert [r.text.lower() for e in found if e.trigger.lemma == "kill" for r in e.recipients] == ["those killed"]
