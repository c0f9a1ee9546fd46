"""What speaks for two tellings of a report being of one event."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest
from numpy.typing import NDArray

from sayso.codebook.codebook import load_codebook
from sayso.digest.gazetteer import load_gazetteer
from sayso.digest.language import load_language
from sayso.extract._retelling.likeness import weights
from sayso.extract.events import find_events
from sayso.model import Report
from sayso.pipeline import digest_doc
from tests.extract.test_events import reading, told


class Says:
    """A network that says the same of all pairs."""

    def __init__(self, odds: float) -> None:
        self._odds = odds

    def odds(self, _event: int, others: Sequence[int], features: Sequence[Sequence[str]]) -> NDArray[np.float32]:
        assert len(others) == len(features)
        return np.full((len(others), 1), self._odds, np.float32)


@pytest.mark.parametrize(("odds", "is_same"), [(20.0, True), (-20.0, False)])
def test_the_network_is_heard_beside_the_table(odds: float, *, is_same: bool) -> None:
    report = Report(
        id="r", text="Rebels attacked a barracks in Goma. Farmers fled. Rain fell. Rebels stormed a barracks."
    )
    doc, codebook = load_language()(report.text), load_codebook()
    doc.user_data["same"] = Says(odds)
    digest, statements, _ = digest_doc(doc, report, load_gazetteer(), codebook)
    first, later = [e for e in find_events(digest, statements, codebook) if e.type == "ASSAULT"]
    assert (later.same_as == first.id) is is_same


def test_without_the_network_the_table_stands() -> None:
    report = Report(id="r", text="Gunmen shot dead a judge in Benghazi. The shooting took place outside her home.")
    doc, codebook = load_language()(report.text), load_codebook()
    del doc.user_data["same"]
    digest, statements, _ = digest_doc(doc, report, load_gazetteer(), codebook)
    first, *later = [e for e in find_events(digest, statements, codebook) if e.type == "ASSAULT"]
    assert later and all(event.same_as == first.id for event in later)


def test_retellings_in_other_words_are_one_event() -> None:
    found = reading(
        "Gunmen shot dead a judge in Benghazi on Monday. The shooting took place outside her home. "
        "Police said the killing of the judge shocked the city."
    )
    first, *later = told(found, "ASSAULT")
    assert later and all(event.same_as == first.id for event in later)
    assert all(event.start == first.start and event.place == first.place for event in later)


def test_deeds_of_other_days_and_places_are_others() -> None:
    found = reading(
        "Rebels attacked a barracks in Goma on Monday. On Thursday, rebels attacked a barracks in Bukavu. "
        "The army attacked a village near Uvira."
    )
    assert all(event.same_as is None for event in told(found, "ASSAULT"))


def test_victims_named_one_after_the_other_are_not_one() -> None:
    found = reading("A sniper killed Joan Field on Tuesday. A bomb killed Peter Marsh a week later.")
    assert all(event.same_as is None for event in told(found, "ASSAULT"))


def test_the_table_says_for_and_against() -> None:
    table = weights()
    assert table["bias"] < 0
    assert table["word=same"] > 0 > table["word=differ"]
    assert table["type=same"] > 0 > table["type=differ"]
    assert table["recipients=shared"] > 0 > table["recipients=other names"]


def test_permission_and_approval_name_the_decision_told_before() -> None:
    found = reading(
        "Mali allowed Chad to use its ports on Monday. The move angered Niger. Diplomats in Oslo were told on Sunday. "
        "Permission alone is not enough, a lawmaker said."
    )
    first, *later = [e for e in found.events if e.type == "DECIDE"]
    assert [event.same_as for event in later] == [first.id]


def test_the_attack_of_a_day_is_the_last_and_that_of_the_day_before_another() -> None:
    first, again = told(reading("Rebels shelled a market in Gao. Officials condemned Sunday's attack."), "ASSAULT")
    assert again.same_as == first.id
    first, other = told(
        reading("Rebels shelled a market in Gao. A suspect in the previous day's attack was in court."), "ASSAULT"
    )
    assert other.same_as is None


def test_the_decision_of_somebody_is_the_one_that_was_told_of_them() -> None:
    between = "The court ruled against a miner. Rain fell in Gao. Farmers were glad of it. " * 4
    for who, is_same in (("Diallo government", True), ("Moreau government", False)):
        found = reading(
            "President Amina Diallo has allowed Niger to fly drones over Mali. "
            f"{between}The decision by the {who} to greenlight the flights is a test."
        )
        decisions = [e for e in found.events if e.type == "DECIDE"]
        assert decisions[0].mode == decisions[-1].mode == "permit"
        assert (decisions[-1].same_as == decisions[0].id) is is_same


def test_the_move_is_nothing_that_was_not_done() -> None:
    found = reading("Mali allowed Chad to use its ports. Rebels showed no sign of yielding. The move angered Niger.")
    move = next(event for event in found.events if event.trigger.text == "move")
    assert move.same_as == next(event.id for event in found.events if event.type == "DECIDE")


def test_a_town_and_its_country_are_one_place_for_an_event_and_another_country_is_not() -> None:
    for land, is_same in (("Mali", True), ("Chad", False)):
        found = reading(f"Gunmen shot dead a judge in Gao on Monday. The shooting of the judge in {land} shocked many.")
        first, later = told(found, "ASSAULT")
        assert None not in (first.place, later.place) and first.place != later.place
        assert (later.same_as == first.id) is is_same


def test_what_the_headline_tells_the_lead_tells_again() -> None:
    found = reading("Diallo urges farmers to leave Gao. Idris Diallo is urging the farmers of the valley to leave Gao.")
    first, again = told(found, "REQUEST")
    assert again.same_as == first.id


def test_a_name_shared_by_two_nouns_speaks_for_one_event_and_other_contents_against() -> None:
    table = weights()
    assert table["names=shared"] > table["names=differ"]
    assert table["content=shared"] > table["content=differ"]
    assert table["lead=True sentences=1"] > table["lead=False sentences=3"]


def test_massacre_and_attack_of_one_name_are_one() -> None:
    found = reading(
        "The Gao massacre shocked the country. Leaders mourned. The Gao attack is the worst since 2003, officials say. "
        "Many feared more of it. The Gao killings have stirred a debate."
    )
    first, *later = told(found, "ASSAULT")
    assert later and all(event.same_as == first.id for event in later)


def test_other_contents_of_one_verb_are_other_deeds() -> None:
    found = reading("Diallo backs the port. Farmers are glad. Moreau backs Petrov, a miner, in the race for mayor.")
    assert all(event.same_as is None for event in told(found, "SUPPORT"))
