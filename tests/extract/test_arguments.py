"""Who did it and to whom, where the grammar alone does not say: nouns of deeds, texts that speak, offices, means."""

from __future__ import annotations

import pytest

from tests.extract.test_events import names, reading, told

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "kind", "whom"),
    [
        ("Thousands marched after Paulo Reis's killing.", "ASSAULT", ["Paulo Reis"]),
        ("The minister's assassination shook the country.", "ASSAULT", ["The minister"]),
        ("The appointment of Jonas Beck as foreign minister was put off.", "DECIDE", ["Jonas Beck"]),
        ("Rebels demanded the removal of President Jonas Beck and his deputy.", "DECIDE", ["Jonas Beck", "his deputy"]),
        ("Two men were arrested over the embassy bombings in Oran.", "ASSAULT", ["embassy"]),
    ],
)
def test_whose_killing_or_dismissal_it_is_has_not_done_it(text: str, kind: str, whom: list[str]) -> None:
    (deed,) = told(reading(text), kind)
    assert not deed.actors and names(deed, "recipients") == whom


def test_armed_people_before_a_killing_have_done_it() -> None:
    (killing,) = told(reading("A police shooting of a boy set off unrest."), "ASSAULT")
    assert names(killing, "actors") == ["police"] and names(killing, "recipients") == ["a boy"]


@pytest.mark.parametrize(
    "text",
    [
        "Jonas Beck, 23, charged with the murders of two guards, appeared in court.",
        "Jonas Beck confessed to the murders of two guards.",
        "Jonas Beck pleaded guilty to the murders of two guards.",
        "Jonas Beck was found guilty of the murders of two guards.",
        "Jonas Beck is accused of masterminding the attack on two guards.",
        "Officials say the attack on two guards was plotted by the terrorist Jonas Beck.",
        "The bureau failed to prevent the murder of two guards by Jonas Beck.",
    ],
)
def test_who_is_held_to_have_done_it_is_its_actor(text: str) -> None:
    (deed,) = told(reading(text), "ASSAULT")
    assert names(deed, "actors") == ["Jonas Beck"]


def test_found_guilty_of_doing_it() -> None:
    (kidnapping,) = told(reading("Two men were found guilty of kidnapping a doctor."), "ASSAULT")
    assert names(kidnapping, "actors") == ["Two men"]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The council issued a statement urging Chad to leave Gao.", "The council"),
        ("Rosa Quint wrote an op-ed urging Chad to leave Gao.", "Rosa Quint"),
        ("The council adopted a resolution that urged Chad to leave Gao.", "The council"),
    ],
)
def test_who_brings_out_the_text_that_speaks(text: str, who: str) -> None:
    (urging,) = told(reading(text), "REQUEST")
    assert names(urging, "actors") == [who] and names(urging, "recipients") == ["Chad"]


def test_who_speaks_by_what_is_done() -> None:
    (rebuke,) = told(reading("In an implicit rebuke to Mali, Chad recalled its envoy."), "ACCUSE")
    assert names(rebuke, "actors") == ["Chad"]


def test_a_name_after_an_office_or_between_commas_stands_for_its_holder() -> None:
    found = reading("Amina Diallo met with the Democratic state attorney, Jonas Beck.")
    assert names(told(found, "CONSULT")[0], "recipients") == ["Jonas Beck"]
    found = reading("She took part in talks between the Union chairman and his Front counterpart, Jonas Beck.")
    assert names(told(found, "CONSULT")[0], "actors") == ["Union chairman", "Jonas Beck"]


def test_what_was_used_for_it_is_the_means() -> None:
    (damage,) = told(reading("The rebels used a drone to damage the depot."), "ASSAULT")
    assert names(damage, "actors") == ["The rebels"] and names(damage, "instruments") == ["a drone"]


def test_the_participle_that_carries_a_noun_shares_its_sides() -> None:
    (sanctions,) = told(reading("Sanctions imposed by Chad on Mali took effect."), "SANCTION")
    assert names(sanctions, "actors") == ["Chad"] and names(sanctions, "recipients") == ["Mali"]


def test_who_agrees_with_the_exception_of_others_does_not_agree_with_them() -> None:
    (agreed,) = told(reading("All the parties, with the exception of the Greens, agreed on the plan."), "AGREE")
    assert names(agreed, "actors") == ["the parties"] and not agreed.recipients


def test_the_same_word_with_the_takes_the_attack_up_with_its_actor() -> None:
    found = reading("Gunmen attacked a village near Gao on Monday. Ten people were killed in the attack.")
    first, again = told(found, "ASSAULT")
    assert again.same_as == first.id and names(again, "actors") == ["Gunmen"]


def test_a_quotation_mark_inside_a_side_has_its_other() -> None:
    (shooting,) = told(reading('Police shot the "traitors" who had left.'), "ASSAULT")
    assert names(shooting, "recipients") == ['the "traitors"']
