"""Names that are all but the name of some place."""

from __future__ import annotations

import pytest

from sayso.digest._places.misspelt import is_misspelt


@pytest.mark.parametrize("name", ["mombosa", "mombasas", "mombsa", "ombasa", "mambasa"])
def test_one_letter_is_another_more_or_less(name: str) -> None:
    assert is_misspelt(name, "mombasa") and is_misspelt("mombasa", name)


@pytest.mark.parametrize("name", ["mambosa", "momba", "kisumu", ""])
def test_two_are_not(name: str) -> None:
    assert not is_misspelt(name, "mombasa")
