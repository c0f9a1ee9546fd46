"""What a report is about, as evidence against violence being meant literally."""

from __future__ import annotations

import pytest

from sayso.codebook.codebook import Codebook, load_codebook
from sayso.codebook.match import find_triggers

pytestmark = pytest.mark.model

CAMPAIGN = (
    "The candidate won the nomination at the convention of her party. A poll of voters puts her ahead. "
    "Delegates cheered as the nominee, once an underdog, spoke of the primary in Lund. "
)
RAID = "Gunmen killed nine soldiers with rifles at a barracks. Two rebels were wounded by a grenade. "


@pytest.fixture(scope="module")
def codebook() -> Codebook:
    return load_codebook()


def types(text: str, codebook: Codebook) -> set[str]:
    from sayso.digest.language import load_language

    return {trigger.frame.type for trigger in find_triggers(load_language()(text), codebook)}


@pytest.mark.parametrize("blow", ["Nobody can beat Ms. Oyelaran.", "Mr. Dahl renewed his attacks on Ms. Oyelaran."])
def test_blows_in_a_report_of_a_campaign_are_figures_of_speech(codebook: Codebook, blow: str) -> None:
    assert "ASSAULT" not in types(CAMPAIGN + blow, codebook)


@pytest.mark.parametrize(
    "blow",
    [
        "Gunmen attacked a polling station in Bria.",
        "She recalled the attacks in Bria and Bor.",
        "A guard was shot in the leg.",
    ],
)
def test_arms_and_places_keep_them_literal(codebook: Codebook, blow: str) -> None:
    assert "ASSAULT" in types(CAMPAIGN + blow, codebook)


def test_a_report_with_many_words_of_violence_is_of_no_campaign(codebook: Codebook) -> None:
    assert "ASSAULT" in types(CAMPAIGN + RAID + "Youths beat Ms. Oyelaran.", codebook)
