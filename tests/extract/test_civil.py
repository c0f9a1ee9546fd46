"""Relief, courts, protest, office and disaster: who does it to whom, what became of it, when, and how many."""

from __future__ import annotations

import pytest

from tests.extract.test_events import names, reading, told

pytestmark = pytest.mark.model
PUBLISHED = "2026-05-04"


@pytest.mark.parametrize(
    ("text", "who", "where"),
    [
        ("A convoy of 12 lorries with wheat reached the town of Faya on Sunday.", "A convoy of 12 lorries", "Faya"),
        ("Two relief trucks arrived in the Chadian town of Faya.", "relief trucks", "Faya"),
    ],
)
def test_a_convoy_arrives(text: str, who: str, where: str) -> None:
    (event,) = told(reading(text), "AID")
    assert who.startswith(names(event, "actors")[0])
    assert where in names(event, "recipients")[0]


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("Gendarmes turned back three trucks of medicine near Faya.", "restrict"),
        ("The junta barred charities from the delta in March.", "restrict"),
        ("The junta withheld visas from the doctors.", "withhold"),
        ("Two drivers were held for nine hours.", "arrest"),
        ("Police rearrested the rector on Friday.", "arrest"),
        ("Detectives are holding a cook for questioning.", "arrest"),
    ],
)
def test_who_is_held_or_kept_away(text: str, mode: str) -> None:
    (event,) = told(reading(text), "COERCE")
    assert event.mode == mode


@pytest.mark.parametrize(
    "text", ["The meeting was held for three days.", "The players were held to a draw for a week."]
)
def test_what_is_held_is_nobody(text: str) -> None:
    assert not told(reading(text), "COERCE")


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("The bishop swore in Idris Cole as regent.", "appoint"),
        ("The regent named her nephew as envoy.", "appoint"),
        ("The regent called an election for May 20.", None),
    ],
)
def test_offices_and_elections(text: str, mode: str | None) -> None:
    (event,) = told(reading(text), "DECIDE")
    assert event.mode == mode
    assert not told(reading(text), "REQUEST")


def test_calling_for_something_asks_for_it() -> None:
    assert told(reading("The bishops called on Monday for an election."), "REQUEST")
    assert told(reading("The mayor called on oil producing states to pay."), "REQUEST")
    assert not told(reading("She called a referendum for June."), "REQUEST")


@pytest.mark.parametrize("text", ["Heavy snow was to blame, the guards said.", "He wanted somebody to blame."])
def test_a_cause_is_nobody_accused(text: str) -> None:
    assert not told(reading(text), "ACCUSE")


def test_somebody_is_to_blame() -> None:
    (event,) = told(reading("The bishop said the rebels were to blame for the raid."), "ACCUSE")
    assert event.mode == "allege"


def test_what_anybody_looted_is_no_charge() -> None:
    assert not told(reading("Gunmen looted a bakery in Gao, neighbours said."), "ACCUSE")
    assert told(reading("The soldiers looted our bakery, the widow said."), "ACCUSE")


@pytest.mark.parametrize(
    "text",
    [
        "A jury acquitted two clerks of bombing a ferry.",
        "The court cleared the guard of stabbing a monk.",
        "She was found not guilty of murdering a monk.",
    ],
)
def test_who_is_acquitted_did_not_do_it(text: str) -> None:
    (deed,) = told(reading(text), "ASSAULT")
    assert (deed.status, deed.start) == ("did_not_occur", None)


def test_who_is_convicted_did_it() -> None:
    (deed,) = told(reading("The court convicted the guard of stabbing a monk."), "ASSAULT")
    assert (deed.status, deed.start) == ("occurred", None)


@pytest.mark.parametrize(
    "text", ["Police arrested no one.", "The rebels freed nobody.", "The rebels killed none of them."]
)
def test_done_to_nobody(text: str) -> None:
    assert [e.status for e in reading(text, published=PUBLISHED).events] == ["did_not_occur"]


def test_an_order_is_not_carried_out_by_being_given() -> None:
    report = reading("The rebels ordered the school closed by Friday. The bishop appealed to them to let the nuns go.")
    assert {e.trigger.text: e.status for e in report.events if e.trigger.text in ("closed", "let go")} == {
        "closed": "planned",
        "let go": "possible",
    }


def test_what_was_planned_for_a_day_has_that_day() -> None:
    (rally,) = told(reading("A rally planned for Saturday was called off.", published=PUBLISHED), "PROTEST")
    assert (rally.status, rally.start) == ("did_not_occur", "2026-05-09")


def test_in_protest_is_how_and_no_act_beside() -> None:
    assert not told(reading("The treasurer resigned in protest at the war."), "PROTEST")
    assert told(reading("Bakers in Gao shut their shops in protest at the murder of a priest."), "PROTEST")


def test_one_sentence_is_told_once() -> None:
    (event,) = told(reading("The court handed the former envoy Mara Quist a sentence of nine years."), "SANCTION")
    assert names(event, "recipients") == ["Mara Quist"]


@pytest.mark.parametrize(
    "text",
    [
        "A wall fell in Gao on Sunday, killing nine people.",
        "The mayor declared a state of emergency after a dam burst, killing nine people.",
    ],
)
def test_things_attack_nobody(text: str) -> None:
    report = reading(text)
    assert not told(report, "ASSAULT")
    assert [t.effect for e in report.events for t in e.toll] == ["killed"]


def test_who_only_goes_there_has_not_done_it() -> None:
    (blast,) = told(reading("The envoy flew to Gao after a bomb went off in a market, killing nine people."), "ASSAULT")
    assert names(blast, "actors") == []


@pytest.mark.parametrize(
    ("text", "effect", "who"),
    [
        ("The floods left 4,000 people homeless.", "displaced", "4,000 people"),
        ("Soldiers detained nine of them.", "captured", "nine"),
        ("Measles has killed 40 people since May. The governor put the toll at 22.", "killed", "22"),
    ],
)
def test_tolls_of_relief(text: str, effect: str, who: str) -> None:
    assert (effect, who) in [(t.effect, t.who) for e in reading(text).events for t in e.toll]


def test_the_clause_of_a_name_is_of_that_name() -> None:
    text = "Police arrested Omar Diallo, who robbed a bank in May, and Ali Keita."
    (robbery,) = told(reading(text), "ASSAULT")
    assert names(robbery, "actors") == ["Omar Diallo"]
