"""Who acts and who suffers where the parse or a headline's short form turns it round."""

from __future__ import annotations

import pytest

from tests.extract.test_events import names, reading, told

pytestmark = pytest.mark.model


def test_whoever_a_headline_says_was_killed_is_no_killer() -> None:
    (killed,) = told(reading("Farmer held as mother and sister killed"), "ASSAULT")
    assert not killed.actors and names(killed, "recipients") == ["mother", "sister"]


def test_both_objects_of_a_verb_are_taken() -> None:
    (seized,) = told(reading("Police seized two men and a boat."), "COERCE")
    assert names(seized, "recipients") == ["two men", "a boat"] and not seized.instruments


def test_who_quotes_a_command_does_not_do_it() -> None:
    (shot,) = told(reading("Paulo Reis said, “Shoot me now.”"), "ASSAULT")
    assert not shot.actors


def test_a_place_is_no_who() -> None:
    found = reading("She spoke to envoys of 30 countries in Geneva, who had come to the ministry to condemn the raid.")
    (condemned,) = told(found, "ACCUSE")
    assert names(condemned, "actors") == ["envoys of 30 countries"]


def test_who_is_fought_fights_too() -> None:
    (fight,) = told(reading("Soldiers repelled the rebels near Oran."), "ASSAULT")
    assert names(fight, "actors") == ["Soldiers", "the rebels"]
