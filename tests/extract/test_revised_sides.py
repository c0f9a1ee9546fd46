"""Where the language model's network for sides goes beyond the rules, and where it may not."""

from __future__ import annotations

import numpy as np
import pytest

from sayso.codebook.codebook import load_codebook
from sayso.digest.language import load_language
from sayso.digest.pairs import ROLES
from sayso.extract._sides.arguments import fill_arguments
from sayso.extract._sides.by_model import candidates, features_of, revise_sides, vote
from sayso.extract._telling.triggers import find_tellings
from tests.extract.test_events import names, reading, told

pytestmark = pytest.mark.model


class Says:
    """Stands in for the scores: surely a role for some words, nothing for all others."""

    def __init__(self, doc, **roles: str) -> None:
        self._doc, self._roles = doc, roles

    def scores(self, event, nouns, features):  # noqa: ARG002
        scores = np.full((len(nouns), len(ROLES)), -9.0)
        for row, noun in enumerate(nouns):
            scores[row, ROLES.index(self._roles.get(self._doc[noun].text, "none"))] = 0.0
        return scores


def revised(text: str, kind: str, **roles: str) -> tuple[list[str], list[str], list[str]]:
    """Sides of the first event of a type, as words, when the model says that words have these roles."""
    doc = load_language()(text)
    doc.user_data["sides"] = Says(doc, **roles)
    tellings = find_tellings(doc, load_codebook())
    fill_arguments(tellings, load_codebook())
    revise_sides(tellings, load_codebook())
    one = next(telling for telling in tellings if telling.type == kind)
    return tuple([t.text for t in group] for group in (one.actors, one.recipients, one.instruments))  # type: ignore[return-value]


def test_who_judges_a_deed_did_not_do_it() -> None:
    found = reading("A jury found Paulo Reis guilty of the attack on a bus that left four children dead.")
    (attack,) = told(found, "ASSAULT")
    assert "A jury" not in names(attack, "actors") and names(attack, "recipients") == ["a bus"]


def test_who_took_the_fort_had_fought_for_it() -> None:
    found = reading("Troops took the fort after five days of fighting.")
    assert [names(fight, "actors") for fight in told(found, "ASSAULT")] == [["Troops"]]


def test_whom_a_trial_is_of() -> None:
    found = reading("Two brothers are on trial over the kidnapping of a banker in Garoua.")
    assert [names(trial, "recipients") for trial in told(found, "ACCUSE")] == [["Two brothers"]]


def test_the_model_fills_moves_and_takes_off() -> None:
    text = "Rebels attacked the garrison at Bria."
    assert revised(text, "ASSAULT", Rebels="actor", garrison="recipient") == (["Rebels"], ["garrison"], [])
    assert revised(text, "ASSAULT", garrison="actor") == (["garrison"], [], [])
    assert revised(text, "ASSAULT") == ([], [], [])


def test_what_plover_counts_as_a_side_stays() -> None:
    text = "Chad rejected the plan of the union."
    assert revised(text, "REJECT", Chad="actor") == revised(text, "REJECT", Chad="actor", union="recipient")
    assert revised("Chad met Mali in Accra.", "CONSULT", Chad="actor", Mali="actor")[:2] == (["Chad"], ["Mali"])


def test_whose_ship_it_is_and_the_sides_of_a_fight_stay() -> None:
    assert revised("A Kenyan frigate fired on a trawler.", "ASSAULT")[0] == ["Kenyan"]
    assert revised("Soldiers fought the rebels in Bria.", "ASSAULT")[0] == ["Soldiers", "rebels"]


def test_numbers_and_other_deeds_are_nobody() -> None:
    assert revised("Shelling killed two.", "ASSAULT", two="recipient")[1] == []
    assert revised("Chad condemned the attack.", "ACCUSE", attack="recipient", Chad="actor")[1] == []


def test_a_name_is_one_candidate_and_has_the_vote_of_its_last_word() -> None:
    doc = load_language()("Mayor Amina Diallo praised two of the guards.")
    (praise,) = [t for t in find_tellings(doc, load_codebook()) if t.type == "SUPPORT"]
    fill_arguments([praise], load_codebook())
    found = {token.text: vote(praise, token) for token in candidates(praise.head.sent)}
    assert list(found.values()).count("actor") == 1 and {"Amina", "Diallo"} - set(found)
    features = features_of(praise, next(t for t in candidates(praise.head.sent) if t.text == "guards"))
    assert "type=SUPPORT" in features and len(features) == len(set(features))


def test_without_the_network_the_rules_stand() -> None:
    doc = load_language()("Rebels attacked the garrison at Bria.")
    del doc.user_data["sides"]
    tellings = find_tellings(doc, load_codebook())
    fill_arguments(tellings, load_codebook())
    before = [(list(t.actors), list(t.recipients)) for t in tellings]
    revise_sides(tellings, load_codebook())
    assert [(t.actors, t.recipients) for t in tellings] == before
