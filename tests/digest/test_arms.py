"""Weapons, vehicles and what is built, by the words of their names."""

from __future__ import annotations

import numpy as np
import pytest

from sayso.codebook.arms import load_arms
from sayso.digest._model.arms import settle_arms
from sayso.digest._model.decode import Spans

LABELS = ["person", "organization", "place", "facility", "weapon", "vehicle", "other"]


@pytest.mark.parametrize(
    ("words", "after", "label", "kind"),
    [
        ("S-300PMU", "fired", "vehicle", "weapon"),
        ("T-90M", "burned", "weapon", "vehicle"),
        ("AK-47", "rifles", "other", "weapon"),
        ("M23", "fighters", "organization", "organization"),
        ("COVID-19", "spread", "other", "other"),
        ("HMS Petrel", "sailed", "organization", "vehicle"),
        ("HMS", "said", "organization", "organization"),
        ("Scud", "fell", "vehicle", "weapon"),
        ("Scud", "said", "person", "person"),
        ("Aravel", "rockets", "vehicle", "weapon"),
        ("Aravel", "truck", "weapon", "vehicle"),
        ("Aravel", "Rockets", "vehicle", "vehicle"),
        ("Asal River", "rose", "facility", "place"),
        ("Asal Road", "closed", "place", "facility"),
        ("Camp Asal", "closed", "place", "facility"),
        ("Port Asal", "fell", "place", "place"),
    ],
)
def test_kinds_by_words(words: str, after: str, label: str, kind: str) -> None:
    forms = ["The", *words.split(), after, "."]
    end = len(forms) - 2
    spans = Spans(np.array([1]), np.array([end]), np.array([LABELS.index(label)]), np.array([1.0], np.float32))
    settle_arms(forms, spans, LABELS)
    assert LABELS[spans.kind[0]] == kind


def test_no_word_is_of_both_kinds_and_a_short_type_has_a_hyphen() -> None:
    arms = load_arms()
    assert arms.kind_of_type(["MiG-29"]) == "vehicle"
    assert arms.kind_of_type(["S300"]) is None
    assert arms.kind_of_type(["BM21"]) is None
    assert arms.kind_of_type(["M113"]) == "vehicle"
    assert not arms.is_ship(["Hms", "Petrel"])
