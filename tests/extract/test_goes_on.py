"""Contents that were cut too early."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sayso.model import Reading

pytestmark = pytest.mark.model
Read = Callable[..., Reading]


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("The envoy stressed that many roads need repair, such as the coastal road and the two bridges.", "bridges"),
        ("They discussed trade and fishing, including the reopening of the northern ports.", "northern ports"),
        ("The ministers agreed to share water, as well as data on floods.", "data on floods"),
    ],
)
def test_lists_and_examples_belong_to_the_content(read: Read, text: str, end: str) -> None:
    assert [s for s in read(text).statements if s.content.text.endswith(end)]


def test_a_clause_of_somebody_elses_saying_does_not(read: Read) -> None:
    reading = read("The miners said that the shaft was flooded, while the owners said that it was dry.")
    assert all("owners" not in s.content.text for s in reading.statements)
