"""Ways in which news tells an event: by a noun alone, in a headline without agent, of people by number or age only; and
look-alikes that tell none.
"""

from __future__ import annotations

import pytest

from sayso.codebook.codebook import Codebook, load_codebook
from sayso.codebook.match import find_triggers

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def codebook() -> Codebook:
    return load_codebook()


def kinds(text: str, codebook: Codebook) -> set[str]:
    from sayso.digest.language import load_language

    return {trigger.frame.type for trigger in find_triggers(load_language()(text), codebook)}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Investigators looked into a shooting behind the mill.", "ASSAULT"),
        ("Boy stabbed while walking home.", "ASSAULT"),
        ("A 19-year-old was stabbed in Kalu.", "ASSAULT"),
        ("Two were stabbed and three were strangled.", "ASSAULT"),
        ("Nine were shot at the gate of the camp.", "ASSAULT"),
        ("The sides touched on the situation in Mali.", "CONSULT"),
        ("Senators voted on the sale of the tanks.", "DECIDE"),
        ("Thank you for the invitation, Mr President.", "SUPPORT"),
        ("Police fanned out across the old town.", "MOBILIZE"),
        ("Shops opened again after a protest in Oran.", "PROTEST"),
        ("The envoys reaffirmed their shared commitment to closer ties.", "AGREE"),
        ("The two premiers affirmed their intention to deepen cooperation.", "AGREE"),
        ("The duchy announced its intent to fund a hospital.", "DECIDE"),
        ("The mayor reaffirmed her resolve to rebuild the port.", "DECIDE"),
        ("Relief operations began in Bria at dawn.", "AID"),
    ],
)
def test_it_is_read(codebook: Codebook, text: str, kind: str) -> None:
    assert kind in kinds(text, codebook)


@pytest.mark.parametrize(
    "text",
    [
        "The couple went on a shooting holiday with a camera crew.",
        "The old bridge was painted in May.",
        "He wound up singing in the choir.",
        "The execution of the plan took a year.",
        "The speaker touched on the issue of love in her novel.",
        "The students voted the soup the best in town.",
        "The cake passed the test.",
        "She shoved the box aside.",
        "Her talk covered the situation of bees.",
        "Golfers shot a 64 on Sunday.",
        "The nurse works with children.",
        "The sales team surged ahead.",
    ],
)
def test_look_alikes_tell_none(codebook: Codebook, text: str) -> None:
    assert kinds(text, codebook) == set()
