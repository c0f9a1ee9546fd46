"""Statements of how many."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sayso.model import Reading

pytestmark = pytest.mark.model
Read = Callable[..., Reading]


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("The monitors put the crowd at 4,000.", "The monitors", "the crowd at 4,000"),
        ("The prosecutor's office later raised the toll to 14.", "The prosecutor's office", "the toll to 14"),
        ("The harbour police gave a lower toll of five dead.", "The harbour police", "a lower toll of five dead"),
        ("A lower toll of five dead was given by the town clerk.", "the town clerk", "A lower toll of five dead"),
    ],
)
def test_who_counts_says_how_many(read: Read, text: str, source: str, content: str) -> None:
    (statement,) = read(text).statements
    assert statement.source is not None
    assert (statement.source.text, statement.content.text, statement.act) == (source, content, "assert")


@pytest.mark.parametrize("text", ["Police put two men at the gate.", "The state raised the number of guards to 500."])
def test_a_deed_is_no_count(read: Read, text: str) -> None:
    assert not read(text).statements
