"""What a later sentence says of an expectation itself, and look-alikes that say nothing of it."""

from __future__ import annotations

import pytest

import sayso
from sayso.digest.language import WEIGHTS
from sayso.link.expected import figures
from sayso.link.outcomes import find_outcomes
from sayso.link.same_event import link_events

FAIR = "The guild will hold a fair in Merrin on Thursday."
PLEDGE = "Baroness Ida Holm pledged to pay for two patrol boats."
TOLL = "Rescuers fear that more than 60 people could die in the flood at Eskel."
DAMAGE = "Insurers expect the damage in Eskel to exceed 200 million florins."
SHELLS = "Rebels threatened to shell the fort at Sarn."
RESULT = "The board said it would announce the result by Thursday."
NURSES = "The Dawn League said it would free the two nurses on Thursday."


def outcomes(expected: str, told: str) -> set[str]:
    readings = [
        sayso.read(expected, published="2026-03-03T08:00:00", outlet="one"),
        sayso.read(told, published="2026-03-06T23:00:00", outlet="two"),
    ]
    found = find_outcomes(readings, {}, link_events(readings, {}), {(0, 1): 0.25})
    assert found
    return {outcome.outcome for outcome in found if outcome.report == readings[0].report.id}


@pytest.mark.model
@pytest.mark.skipif(not (WEIGHTS / "model.onnx").exists(), reason="the language model is not here: see training/")
@pytest.mark.parametrize(
    ("expected", "told", "outcome"),
    [
        (FAIR, "The fair in Merrin was called off, the guild said.", "failed"),
        (FAIR, "The guild's fair in Merrin went ahead as planned.", "came_true"),
        (FAIR, "The fair of the guild in Merrin has been moved to June.", "failed"),
        (FAIR, "The guild denied that the fair in Merrin had been called off.", "open"),
        (FAIR, "The guild's fair in Merrin could be called off.", "open"),
        (FAIR, "The guild said that a concert in Merrin was called off.", "open"),
        (FAIR, "The fair in Eskel was called off, the guild said.", "open"),
        (PLEDGE, "Holm went back on her pledge to pay for two patrol boats, the harbour master said.", "failed"),
        (PLEDGE, "Holm went back on her pledge to pay for a school, the harbour master said.", "open"),
        (PLEDGE, "The abbot went back on his pledge to pay for two patrol boats.", "open"),
        (TOLL, "The toll of the flood at Eskel rose to 63.", "came_true"),
        (TOLL, "The toll of the flood at Eskel rose to 41.", "open"),
        (TOLL, "The toll of the flood at Eskel could rise to 63.", "open"),
        (TOLL, "The toll of the fire in the mine at Sarn rose to 63.", "open"),
        (TOLL, "The flood at Eskel killed 41 people, fewer than the 60 that rescuers had feared.", "failed"),
        (DAMAGE, "Insurers put the damage in Eskel at 240 million florins.", "came_true"),
        (DAMAGE, "Insurers put the damage in Eskel at 150 million florins.", "open"),
        (DAMAGE, "Insurers put the damage in Eskel at 240 florins.", "open"),
        (NURSES, "The Dawn League claimed to have freed the two nurses on Thursday.", "open"),
        ("We will work on the canal together, the abbot said.", "We are working together on a mill in Sarn.", "open"),
        ("The league will fund the clinic in Sarn until June.", "The league funded the clinic in Sarn.", "open"),
        (RESULT, "The board announced the result: Ada Holm won.", "came_true"),
        (RESULT, "The board announced a new clerk: Ada Holm.", "open"),
        (NURSES, "The Dawn League has freed two nurses to date.", "open"),
        (NURSES, "The Dawn League had not freed the two nurses by Friday.", "failed"),
        (NURSES, "The Dawn League did not free the two nurses on Friday.", "open"),
        ("The army will leave Eskel by June.", "The army has yet to leave Eskel.", "open"),
        ("The army will leave Eskel by Thursday.", "The army has yet to leave Eskel.", "failed"),
        (SHELLS, "A day passed without an attack on the fort at Sarn.", "failed"),
        (
            "A minister will meet the smiths on Thursday.",
            "The meeting between the minister and the smiths was postponed because of snow.",
            "failed",
        ),
    ],
)  # fmt: skip
def test_what_is_said_of_an_expectation(expected: str, told: str, outcome: str) -> None:
    assert outcomes(expected, told) == {outcome}


def test_a_figure_has_its_scale_and_is_no_day_and_no_year():
    text = "On 4 May 2026 the damage rose from 1,200 to 3 million florins, or 5 per cent."
    assert figures(text) == {("1200", ""), ("3", "million"), ("5", "percent")}
