"""Who is in what is hit, whom joined passives befall, to whom denials and demands turn, and who talks with whom."""

from __future__ import annotations

import pytest

from sayso.model import Event
from tests.extract.test_events import names, reading

pytestmark = pytest.mark.model


def event_at(text: str, trigger: str) -> Event:
    """The event that a word of the text tells."""
    return next(e for e in reading(text).events if trigger in e.trigger.text.split())


def sides(text: str, trigger: str) -> tuple[list[str], list[str]]:
    event = event_at(text, trigger)
    return names(event, "actors"), names(event, "recipients")


@pytest.mark.parametrize(
    ("text", "trigger", "hit"),
    [
        ("A shell hit a bus carrying workers near Gao.", "hit", ["a bus", "workers"]),
        ("Gunmen attacked a minibus full of pilgrims.", "attacked", ["a minibus", "pilgrims"]),
        (
            "Gunmen fired on a car in which a judge and her two guards were travelling.",
            "fired",
            ["a car", "a judge", "her two guards"],
        ),
        ("A mine blew up a truck with nine soldiers on board.", "blew", ["a truck", "nine soldiers"]),
        ("Rebels ambushed a convoy taking wheat to Gao.", "ambushed", ["a convoy"]),
        ("Rebels ambushed a truck with a broken axle.", "ambushed", ["a truck"]),
    ],
)
def test_who_is_in_what_is_hit_is_hit(text: str, trigger: str, hit: list[str]) -> None:
    assert sides(text, trigger)[1] == hit


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("The envoy was summoned and told to leave within two days.", "told", ([], ["The envoy"])),
        ("Inmates have been beaten and denied medicine.", "denied", ([], ["Inmates"])),
        ("The cook was spat on and pelted with eggs by opponents of the dam.", "pelted", None),
        ("Both had been urged to talk by Chad, which has troops in both.", "urged", (["Chad"], ["Both"])),
        ("The firm was told to pay by the end of May.", "told", ([], ["The firm"])),
        ("She was questioned and ordered the guards to leave.", "ordered", (["She"], ["the guards"])),
        ("Two workers held hostage for a year were freed.", "held", ([], ["Two workers"])),
        ("Two dockers held hostage for a year were freed.", "held", ([], ["Two dockers"])),
        ("The rebels held hostage two nuns.", "held", (["The rebels"], ["two nuns"])),
    ],
)
def test_passives_that_are_joined_or_ask(text: str, trigger: str, expected: tuple[list[str], list[str]] | None) -> None:
    wanted = expected or (["opponents"], ["The cook"])
    actors, hit = sides(text, trigger)
    assert all(one.startswith(want) for one, want in zip(actors, wanted[0], strict=True))
    assert hit == wanted[1]


@pytest.mark.parametrize(
    ("text", "trigger", "turned_to"),
    [
        ("The group denied any involvement in the shooting of the priest.", "denied", []),
        ("Chad denied helping the rebels.", "denied", []),
        ("Chad denied Mali's accusation.", "denied", ["Mali"]),
        ("They demanded that the nuns be freed.", "demanded", []),
        ("They demanded that the nuns be freed by the rebels.", "demanded", ["the rebels"]),
        ("They demanded that the army free the nuns.", "demanded", ["the army"]),
        ("Chad accused a Malian patrol ship of ramming a ferry.", "accused", ["a Malian patrol ship"]),
        ("Bishops called on both camps to spare the town.", "called", ["both camps"]),
        ("They put pressure on both.", "put", ["both"]),
        ("Each side blamed the other for the delay.", "blamed", ["the other"]),
    ],
)
def test_to_whom_denials_demands_and_charges_turn(text: str, trigger: str, turned_to: list[str]) -> None:
    assert sides(text, trigger)[1] == turned_to


def test_camps_of_refugees_are_no_sides() -> None:
    assert sides("The army shelled both camps near the border.", "shelled")[1] == ["both camps"]
    assert "two camps" not in sides("Chad praised the two refugee camps.", "praised")[1]


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        (
            "The trade minister flew to Beijing for talks on tariffs with the Malian premier.",
            "talks",
            (["The trade minister"], ["Malian premier"]),
        ),
        ("The premier met the parents of the hostages.", "met", (["The premier"], ["the parents"])),
        ("The bishop said she had not been consulted by the army.", "consulted", (["the army"], ["she"])),
        (
            "He led a courier, whom the army had promised a reward, to the camp.",
            "promised",
            (["the army"], ["a courier"]),
        ),
        ("The king relieved the general of his command.", "relieved", (["The king"], ["The general"])),
    ],
)
def test_who_talks_with_whom_and_who_is_promised_something(
    text: str, trigger: str, expected: tuple[list[str], list[str]]
) -> None:
    actors, others = sides(text, trigger)
    assert (actors, [one.lower() for one in others]) == (expected[0], [one.lower() for one in expected[1]])


def test_who_is_flown_somewhere_visits_nobody() -> None:
    events = reading("The president was flown to Togo on Friday.").events
    assert not [e for e in events if e.type == "CONSULT"]
    assert [e for e in reading("The president flew to Togo on Friday.").events if e.type == "CONSULT"]


@pytest.mark.parametrize(
    ("text", "trigger", "doers"),
    [
        ("He spoke of the killing of two guards, for which Chad blamed the rebels.", "killing", ["the rebels"]),
        ("The rebels claimed responsibility for the raid and the killing of two nuns.", "killing", ["The rebels"]),
        ("The raid killed nine; Chad blamed the army for it.", "raid", []),
    ],
)
def test_who_is_blamed_for_a_deed_did_it_and_who_blames_did_not(text: str, trigger: str, doers: list[str]) -> None:
    assert names(event_at(text, trigger), "actors") == doers


def test_whom_stands_for_people_joined_to_a_body() -> None:
    text = "Chad fined nine workers and six firms whom it accuses of arming the rebels."
    assert sides(text, "accuses")[1] == ["nine workers", "six firms"]


def test_who_did_what_he_is_ordered_for_has_not_ordered_it() -> None:
    text = "Colonel Otto Reis ordered his men to dig. Reis was also ordered to pay a fine."
    ordered = [e for e in reading(text).events if e.trigger.text.startswith("ordered")]
    assert names(ordered[-1], "actors") == []


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        (
            "The army shelled the port with rockets just as the premier rejected the proposal made by the rebels.",
            "shelled",
            (["The army"], ["the port"]),
        ),
        (
            "Rioters looted a supermarket owned by a cousin of President Ada Quill and burned a minibus.",
            "looted",
            (["Rioters"], ["a supermarket"]),
        ),
        ("A shell killed a judge who had been threatened by rebels.", "killed", ([], ["a judge"])),
        ("We will not allow the rebels to regroup near the town.", "regroup", (["the rebels"], None)),
        ("He saw one of his brothers gunned down.", "gunned", ([], None)),
        (
            "The navy foiled an attack by pirates on two ships, arresting nine men.",
            "arresting",
            (["The navy"], ["nine men"]),
        ),
        (
            "The premier warned that the government and the army are willing to fight.",
            "warned",
            (["The premier"], []),
        ),
        ("The minister warned that Chad would face consequences.", "warned", (["The minister"], ["Chad"])),
        ("Pirates threatened a patrol ship in the Gulf of Aden.", "threatened", (["Pirates"], ["a patrol ship"])),
    ],
)
def test_who_stands_in_another_clause_is_no_side(
    text: str, trigger: str, expected: tuple[list[str], list[str] | None]
) -> None:
    actors, hit = sides(text, trigger)
    assert actors == expected[0] and expected[1] in (None, hit)


def test_what_is_called_a_disgrace_and_who_is_wanted() -> None:
    called = event_at("Her lawyer called the sentence a vendetta.", "called")
    assert (called.type, names(called, "actors"), names(called, "recipients")) == (
        "ACCUSE",
        ["Her lawyer"],
        ["the sentence"],
    )
    wanted = event_at("The colonel, wanted by Interpol over a massacre, was seen in Togo.", "wanted")
    assert (wanted.type, names(wanted, "actors"), names(wanted, "recipients")) == (
        "ACCUSE",
        ["Interpol"],
        ["The colonel"],
    )
    imposed = reading("The union imposed sanctions on both armies and lifted them again.").events
    assert "SANCTION" in [e.type for e in imposed]
