"""To whom acts of speech turn, and what they are about: pledges, requests, thanks, praise, condemnation."""

from __future__ import annotations

import pytest

from tests.extract.test_events import names, reading, told

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "whom", "what"),
    [
        ("Chad announced its intent to fund the dam.", [], "to fund the dam"),
        ("The mayor reaffirmed her resolve to work on reform of the council.", [], "to work on reform of the council"),
        ("The king reiterated his commitment to support the farmers.", ["the farmers"], "to support the farmers"),
        ("The premier restated her intention to fund roads through banks.", [], "to fund roads through banks"),
    ],
)
def test_an_intention_put_into_words_is_a_pledge_to_whom_it_is_made(text: str, whom: list[str], what: str) -> None:
    (pledge,) = told(reading(text), "DECIDE")
    assert pledge.mode == "pledge" and names(pledge, "recipients") == whom
    assert pledge.content is not None and pledge.content.text == what
