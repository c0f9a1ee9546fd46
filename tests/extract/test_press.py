"""Ways of the press: state media, dailies and bulletins tell deeds by words that have other senses elsewhere."""

from __future__ import annotations

import pytest

from tests.extract.test_events import reading

pytestmark = pytest.mark.model


def types(text: str) -> dict[str, tuple[str | None, str | None]]:
    return {event.trigger.text: (event.type, event.mode) for event in reading(text).events}


@pytest.mark.parametrize(
    ("text", "word", "kind"),
    [
        ("Units of the second brigade have liberated the village of Bako.", "liberated", ("CONTROL", "gain")),
        ("After nine days the town has fallen.", "fallen", ("CONTROL", "lose")),
        ("A clinic was rocketed at dawn.", "rocketed", ("ASSAULT", "heavy-weapons")),
        ("Its pilots targeted a depot near Gao.", "targeted", ("ASSAULT", None)),
        ("Nine nuns were kidnapped; their abbot said that they were taken at night.", "taken", ("ASSAULT", "abduct")),
        ("A bomb was set off by a phone.", "set off", ("ASSAULT", "explosives")),
        ("Quito has called in Chile's ambassador.", "called in", ("ACCUSE", "disapprove")),
    ],
)
def test_a_deed_by_another_word(text: str, word: str, kind: tuple[str, str | None]) -> None:
    assert types(text)[word] == kind


@pytest.mark.parametrize(
    ("text", "word", "kind"),
    [
        ("The town had fallen silent.", "fallen", "CONTROL"),
        ("Prices rocketed in May.", "rocketed", "ASSAULT"),
        ("The central bank targets inflation.", "targets", "ASSAULT"),
        ("Fireworks were set off at the fair.", "set off", "ASSAULT"),
        ("Jets struck a gathering of gunmen near Gao.", "gathering", "PROTEST"),
        ("The air force bombed a meeting of rebels in Mopti.", "meeting", "CONSULT"),
        ("Grenades were thrown at a police picket in Lahore.", "picket", "PROTEST"),
    ],
)
def test_the_same_words_of_something_else(text: str, word: str, kind: str) -> None:
    assert types(text).get(word, (None, None))[0] != kind


def test_what_was_once_is_history_and_lends_no_day() -> None:
    found = {e.trigger.text: e for e in reading("A suicide bombing at the fair once killed nine people.").events}
    (bombing,) = (event for word, event in found.items() if "bombing" in word)
    assert (bombing.start, bombing.salience) == (None, "history")
    again = reading("Gunmen attacked the post once again.").events
    assert [event.salience for event in again if event.trigger.text == "attacked"] == ["main"]


def test_how_it_was_done_was_done() -> None:
    found = {e.trigger.text: e.status for e in reading("She had not seen how the two lorries collided.").events}
    assert found["collided"] == "occurred"
    found = {e.trigger.text: e.status for e in reading("The court will decide when he is jailed.").events}
    assert found["jailed"] != "occurred"


def test_a_figure_that_is_taken_back_is_all_that_another_said() -> None:
    found = reading("Major Ida Reis said that nine guards had been captured and not 21, as the militia had claimed.")
    (captured,) = (event for event in found.events if event.trigger.text == "captured")
    assert [link.text for link in captured.according_to] == ["Major Ida Reis"]
    assert "21" in [statement.content.text for statement in found.statements]


def test_nobody_is_charged_by_anybody() -> None:
    found = reading("Nobody has been charged with the murder of the abbot.")
    assert found.statements == ()


def test_a_family_is_not_the_dead() -> None:
    found = reading("The bishop prayed for the family of the chief, who was murdered in May.")
    (murdered,) = (event for event in found.events if event.trigger.text == "murdered")
    assert [who.text for who in murdered.recipients] == ["the chief"]
    found = reading("The widow of a judge, who was shot in May, spoke.")
    assert [who.text for e in found.events if e.trigger.text == "shot" for who in e.recipients] == ["a judge"]


def test_who_only_says_it_did_not_fight() -> None:
    (fighting,) = (e for e in reading("Fighting broke out in Gao, weavers said.").events if e.type == "ASSAULT")
    assert fighting.actors == ()
