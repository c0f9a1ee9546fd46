"""Acts of force, protest, retreat and aid in the words that wires have for them, and these of other things."""

from __future__ import annotations

import pytest

from tests.extract.test_events import reading, told

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "kind", "mode"),
    [
        ("The caning of a baker in Bria shocked the town.", "ASSAULT", "beat"),
        ("Raiders peppered a bus with bullets near Gao.", "ASSAULT", "firearms"),
        ("The chapel was riddled with bullets.", "ASSAULT", "firearms"),
        ("Marauders put the mill to the torch near Bria.", "ASSAULT", "primitive"),
        ("The pillaging of the clinic lasted two days.", "ASSAULT", "primitive"),
        ("Hooligans desecrated nine tombs in Lund.", "ASSAULT", "destroy"),
        ("Guerrillas held two monks for a year near Gao.", "ASSAULT", "abduct"),
        ("Hooded men spirited away a banker in Oran.", "ASSAULT", "abduct"),
        ("Jets flew six sorties against the rebels near Bria.", "ASSAULT", "aerial"),
        ("Gendarmes turned water cannon on a crowd in Oran.", "ASSAULT", "crowd-control"),
        ("Soldiers frisked the pilgrims at a roadblock near Gao.", "COERCE", None),
        ("Troopers caught the fugitive banker at a border post.", "COERCE", "arrest"),
        ("The police put the vicar in solitary confinement.", "COERCE", "arrest"),
        ("The commission struck the general off the ballot in Togo.", "COERCE", "ban"),
        ("The ministry took the programme off the air in Togo.", "COERCE", "censor"),
        ("Vendors jeered the governor in Oran.", "PROTEST", "demo"),
        ("The weavers of Lund revolted against the prefect.", "PROTEST", "riot"),
        ("Marchers toppled a statue of the marshal in Oran.", "PROTEST", "riot"),
        ("Peasants put up barricades in Bria.", "PROTEST", "obstruct"),
        ("The herders took up arms near Gao.", "MOBILIZE", "militia"),
        ("The withdrawal of Togolese guards from the island began.", "RETREAT", "withdraw"),
        ("The army called off its offensive near Bria.", "RETREAT", "ceasefire"),
        ("A tribunal in Oran imprisoned two clerks for nine years.", "SANCTION", "convict"),
        ("The judge gave the clerk ten years in a penal colony.", "SANCTION", "convict"),
        ("Benin deprived Togo of its tariff privileges.", "SANCTION", "discontinue"),
        ("Togo took in four hundred Malians.", "AID", "asylum"),
        ("Togolese sailors served alongside the Malian navy.", "COOPERATE", "military"),
    ],
)
def test_what_is_told(text: str, kind: str, mode: str | None) -> None:
    assert mode in {event.mode for event in told(reading(text), kind)}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The beating of the drums went on all night in Bria.", "ASSAULT"),
        ("The rebels held a meeting for two hours near Gao.", "ASSAULT"),
        ("Firemen hosed down the deck of the ferry.", "ASSAULT"),
        ("A storm cut a cable between Togo and Benin.", "ASSAULT"),
        ("The mayor wants to keep the treasurer under control.", "ASSAULT"),
        ("Her mother set a curfew of ten for the teenager.", "COERCE"),
        ("The painting arrested the visitors.", "COERCE"),
        ("The band took off for Oran in the air.", "COERCE"),
        ("Fans booed the goalkeeper in Oran.", "PROTEST"),
        ("The smell of the fish revolted the guests.", "PROTEST"),
        ("Let's go back six months.", "RETREAT"),
        ("The innkeeper took in four hundred guests.", "AID"),
    ],
)
def test_the_same_words_of_other_things(text: str, kind: str) -> None:
    assert not told(reading(text), kind)
