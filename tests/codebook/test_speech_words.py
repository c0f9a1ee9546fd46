"""Words of speech that are read as acts only where somebody is blamed, yields, pledges or refuses."""

from __future__ import annotations

import pytest

from sayso.codebook.codebook import load_codebook
from tests.codebook.test_kinds_of_telling import kinds

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The minister voiced concern over the arrest of a bishop.", "ACCUSE"),
        ("Both premiers reject extremism in all its forms.", "ACCUSE"),
        ("The bishop lamented the invasion of the island.", "ACCUSE"),
        ("The king granted reforms after weeks of protests.", "CONCEDE"),
        ("The junta submitted to the demands of the miners.", "CONCEDE"),
        ("The premier gave credit to the crews.", "SUPPORT"),
        ("The mayor is ready to rebuild the bridge.", "DECIDE"),
        ("The rebels are ready to talk.", "AGREE"),
        ("The families asked that their names be withheld.", "REQUEST"),
        ("The firm fired the clerk on Thursday.", "DECIDE"),
        ("The marines assumed control of the airport.", "CONTROL"),
        ("The regime affirmed its intention not to attend the talks.", "REJECT"),
    ],
)
def test_an_act(text: str, kind: str) -> None:
    assert kind in kinds(text, load_codebook())


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The minister voiced concern over the effects of the drought.", "ACCUSE"),
        ("The minister outlined reforms of the courts.", "CONCEDE"),
        ("The cabinet will submit the bill to parliament.", "CONCEDE"),
        ("The premier gave credit to the crews.", "AID"),
        ("The senator refused to let politics stand in the way.", "REJECT"),
        ("The troops are ready to fight.", "DECIDE"),
        ("Police fired at the crowd.", "DECIDE"),
        ("The regime commits torture.", "DECIDE"),
    ],
)
def test_no_act(text: str, kind: str) -> None:
    assert kind not in kinds(text, load_codebook())
