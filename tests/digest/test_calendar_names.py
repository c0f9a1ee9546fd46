"""Words of a date are no names."""

from __future__ import annotations

import pytest

import sayso

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "name", "kept"),
    [
        ("The talks, which were suspended in May after the rebels refused to leave, will go on.", "May", False),
        ("Lena May met the rebels in May.", "Lena May", True),
        ("The prophets of Mosul fled in June.", "Mosul", True),
    ],
)
def test_months_are_no_places(text: str, name: str, kept: bool) -> None:
    reading = sayso.read(text, published="2025-06-03")
    assert (name in [entity.name for entity in reading.entities]) == kept
