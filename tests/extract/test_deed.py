"""Nouns that take up a deed of violence: which one "the attack", "the ambush" and "that raid" are."""

from __future__ import annotations

import pytest

from sayso.model import Event
from tests.extract.test_events import reading

pytestmark = pytest.mark.model


def violence(text: str) -> list[Event]:
    return [event for event in reading(text).events if event.type == "ASSAULT"]


def first_of(events: list[Event], said: str) -> str | None:
    """The words of the deed that the last event told by `said` takes up."""
    words = {event.id: event.trigger.text for event in events}
    last = [event for event in events if event.trigger.text.lower() == said][-1]
    return words.get(last.same_as or "")


@pytest.mark.parametrize(
    ("text", "said", "deed"),
    [
        (
            "Militants raided a mining camp near Djibo on Monday, killing six guards. Reinforcements came at noon. "
            "The governor condemned the attack.",
            "attack",
            "raided",
        ),
        (
            "Gunmen shot at a ferry off Kismayo on Friday and wounded three sailors. Trade was slow all week. The "
            "mayor blamed pirates for the assault.",
            "assault",
            "shot at",
        ),
        (
            "Rebels raided a camp near Gao on Friday, a nurse said. They burned three lorries before leaving. The army "
            "said it had repelled the assault.",
            "assault",
            "raided",
        ),
        (
            "Rebels ambushed a convoy near Goma on Tuesday. Four porters died in fighting later, the army said. A "
            "rebel spokesman claimed responsibility for the ambush.",
            "ambush",
            "ambushed",
        ),
        (
            "Bandits had kidnapped nine nuns in Zamfara. The kidnapping took place at night, when armed men stopped a "
            "bus.",
            "kidnapping",
            "kidnapped",
        ),
        (
            "Gunmen stormed a hotel in Gao on Monday. Shops stayed shut. Mali condemned the attack, which came at six.",
            "attack",
            "stormed",
        ),
        (
            "Gunmen stormed a hotel in Gao on Monday. Shops stayed shut. The attack, in which two cooks were hurt, has "
            "shocked the town.",
            "attack",
            "stormed",
        ),
        (
            "A bomb hit a bus in Gao on Monday. Drivers went on strike in Jos. The explosion, at 10:40 a.m., broke "
            "windows.",
            "explosion",
            "hit",
        ),
        (
            "Gunmen stormed a hotel in Gao on Monday. Shops stayed shut. Police searched cars. It was the third attack "
            "since May.",
            "attack",
            "stormed",
        ),
        (
            "Rebels ambushed a convoy near Goma on Sunday. Separately, a roadside bomb killed two nurses in Lubero on "
            "Tuesday. No group has claimed the bombing.",
            "bombing",
            "roadside bomb",
        ),
        (
            "Shells hit a clinic in Sirte on Monday. On Sunday, gunmen in Tripoli shot at a judge. Nobody has claimed "
            "responsibility for that attack.",
            "attack",
            "shot at",
        ),
    ],
)
def test_a_bare_noun_takes_up_the_deed(text: str, said: str, deed: str) -> None:
    assert first_of(violence(text), said) == deed


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "Militants raided a mining camp near Djibo on Monday. Separately, gunmen stabbed a monk in Bamako on "
            "Tuesday. The bishop condemned the attack.",
            "attack",
        ),
        ("Militants raided a mining camp near Djibo on Monday. The second attack was repelled.", "attack"),
        ("Militants raided a mining camp near Djibo on Monday. The attack on the Kaya barracks failed.", "attack"),
        ("Militants raided a mining camp near Djibo on Monday. The shelling of Kaya went on.", "shelling"),
        ("Militants raided a mining camp near Djibo on Monday. He recalled the attack, which was in 2019.", "attack"),
        ("Militants raided a mining camp near Djibo on Monday. The attack, which was two years ago, failed.", "attack"),
        ("Militants raided a mining camp near Djibo on Monday. He recalled the attack that shook Kaya.", "attack"),
    ],
)
def test_what_may_be_another_deed_is_not_the_first(text: str, said: str) -> None:
    assert first_of(violence(text), said) != "raided"


@pytest.mark.parametrize(
    ("text", "said", "deed"),
    [
        ("The navy detained two ships on Friday. Owners called the detention illegal.", "detention", "detained"),
        ("Police detained a clerk on Friday. Critics said the detention was unlawful.", "detention", "detained"),
        ("Police detained a clerk on Friday. The navy seized a boat. He called the abuse illegal.", "seized", None),
    ],
)
def test_a_noun_takes_up_the_one_deed_of_its_root_and_type(text: str, said: str, deed: str | None) -> None:
    assert first_of([event for event in reading(text).events if event.type == "COERCE"], said) == deed
