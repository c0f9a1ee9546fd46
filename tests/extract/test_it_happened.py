"""What "it happened" tells is the deed before it, with its own place and day."""

from __future__ import annotations

import pytest

import sayso

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "day", "place"),
    [
        ("Rebels said the raid took place at Gao on Monday. Traders said it took place on Sunday.", "2024-11-17", None),
        ("Police said the shooting began near Gao on Sunday; the union said it began at Mopti on Friday.",
         "2024-11-15", "Mopti"),
        ("Soldiers shelled a mill near Gao on Sunday. It happened on Saturday, a trader said.", "2024-11-16", None),
    ],
)  # fmt: skip
def test_it_is_the_deed_before(text: str, day: str, place: str | None) -> None:
    reading = sayso.read(text, published="2024-11-19")
    first, second = (e for e in reading.events if e.type == "ASSAULT")
    assert (second.same_as, (second.start or "")[:10]) == (first.id, day)
    assert first.start != second.start
    names = {e.id: e.name for e in reading.entities}
    assert place in (None, names.get(second.place or ""))


@pytest.mark.parametrize("text", ["The price rose on Monday. It happened in May too.", "It began to rain in Gao.",
                                  "A mill burned in Gao. It began its work in 1990."])  # fmt: skip
def test_it_is_nothing_where_no_deed_is_told(text: str) -> None:
    assert not [e for e in sayso.read(text, published="2024-11-19").events if e.by == "rule:it"]
