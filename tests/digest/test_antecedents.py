"""Whom pronouns and definite noun phrases stand for in whole reports, where two networks have the last word."""

from __future__ import annotations

import pytest

from sayso.codebook.codebook import load_codebook
from sayso.digest.gazetteer import load_gazetteer
from sayso.digest.language import load_language
from sayso.model import Report
from sayso.pipeline import digest_doc

pytestmark = pytest.mark.model

TRIAL = (
    "Police in Lima arrested Carla Mendes on Friday. Prosecutors say the suspect had hidden the weapons in a school. "
    "Neighbours had complained for months. The pupils were sent home."
)
ARMY = (
    "The Teyan army attacked Orlan on Monday. Shells hit a school and a clinic. Residents fled to the hills. "
    "It has lost two brigades since May, its spokesman said."
)
MILITIA = (
    "Villagers in Dorvat hid from the militia on Sunday. The fighters burned forty houses. Most families had left "
    "before dawn. They walked to the border, where soldiers gave them water."
)
LORRY = (
    "The harbour guards stopped a lorry near Gao on Monday. The drivers had no papers. The officers searched the load "
    "for an hour. They found forty rifles under sacks of rice. The crew was taken to the town."
)


def together(text: str, *, networks: bool = True) -> list[set[str]]:
    """The words of every entity with more than one mention."""
    doc = load_language()(text)
    if not networks:
        del doc.user_data["pronouns"], doc.user_data["phrases"]
    digest, *_ = digest_doc(doc, Report(id="r", text=text, published="2026-05-04"), load_gazetteer(), load_codebook())
    return [{m.text for m in e.mentions} for e in digest.entities if len(e.mentions) > 1]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (TRIAL, {"Carla Mendes", "the suspect"}),
        (ARMY, {"Teyan army", "It", "its"}),
        (MILITIA, {"the militia", "The fighters"}),
    ],
)
def test_the_networks_find_whom_no_rule_does(text: str, words: set[str]) -> None:
    assert words in together(text)
    assert words not in together(text, networks=False)


def test_whoever_is_told_of_for_the_first_time_is_nobody_before() -> None:
    assert together(LORRY) == [{"The officers", "They"}]


def test_in_a_text_of_few_sentences_the_rules_stand() -> None:
    short = " ".join(ARMY.split(". ")[:1]) + ". It has lost two brigades."
    assert together(short) == together(short, networks=False)
