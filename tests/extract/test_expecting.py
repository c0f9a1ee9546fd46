"""Outlooks of nouns, aims and second verbs; horizons that are none; and the talk of the hour, which expects nothing."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sayso.model import Outlook, Reading

Read = Callable[..., Reading]

pytestmark = pytest.mark.model


def outlook(read: Read, text: str) -> Outlook:
    found = read(text, published="2024-03-12").outlooks
    assert len(found) == 1, [(one.cue.text, one.content.text) for one in found]
    return found[0]


@pytest.mark.parametrize(
    ("text", "content", "holder"),
    [
        ("The new wharf is a strong signal that we will defend the bay.", "we will defend the bay", "we"),
        ("The raid was a sign that the duke would march by May.", "the duke would march by May", None),
        ("Our aim is to open two schools by the end of the year.", "to open two schools by the end of the year", "Our"),
        ("The league's plan is to send nine tugs.", "to send nine tugs", "The league"),
        ("It is our intention to print the ledgers.", "print the ledgers", "our"),
        ("We look forward to opening the second mill in May.", "to opening the second mill in May", "We"),
        ("Nurses feared that hundreds would drown in the delta.", "hundreds would drown in the delta", "Nurses"),
        ("Villagers feared a second flood.", "a second flood", "Villagers"),
        ("The realm will always honour the border.", "The realm will always honour the border", None),
        ("She thanked the two banks for agreeing to lend more.", "to lend more", "the two banks"),
        ("We mourn with you and will go on looking for them.", "will go on looking for them", "We"),
        (
            "The guild affirmed its intention to build the mills promised in May 2019 by the duke.",
            "build the mills promised in May 2019 by the duke",
            "its",
        ),
        (
            "We will hire guards to ensure that the huts are ready to open.",
            "We will hire guards to ensure that the huts are ready to open",
            "We",
        ),
        ("We stand ready to raise the tolls.", "We stand ready to raise the tolls", "We"),
        ("The threat of a blockade hangs over us.", "a blockade", None),
        ("The league stands ready to be a partner in this.", "The league stands ready to be a partner in this", None),
    ],
)
def test_what_is_expected_and_by_whom(read: Read, text: str, content: str, holder: str | None) -> None:
    found = outlook(read, text)
    assert found.content.text == content
    assert (found.holder.text if found.holder else None) == holder


@pytest.mark.parametrize(
    "text",
    [
        "We will now turn to the second point.",
        "These will be the main points of our talk today.",
        "Those who are ready to dive can join the crew.",
        "Whoever digs by the river will find clay.",
        "Iron will always rust in salt air.",
        "The question of her plans to run for mayor was left out.",
        "Clerks asked about the duke's plans to march.",
        "The aim of the museum is to show the life of shepherds.",
        "We look forward to hearing from you.",
        "The child feared the dark.",
        "The rents should be raised because grain is dear in this case, the abbot said.",
        "The duke went back on his pledge to pay for two barges.",
        "The union dropped its threat to block the port.",
        "The duke had a will of iron; today that will is weaker.",
        "I congratulate the crews and would like to note that the port is busy.",
        "The talks should not be accompanied by new tolls, the abbot said.",
        "The guild spoke of the threat of shallow water.",
        "She wrote a book on the risks of old boilers.",
        "You are always prepared to do the hardest work.",
    ],
)
def test_what_expects_nothing(read: Read, text: str) -> None:
    assert [one.content.text for one in read(text, published="2024-03-12").outlooks] == []


def test_when_a_thing_was_promised_is_no_horizon(read: Read) -> None:
    assert outlook(read, "Norland will send the trucks that it promised this week.").horizon is None
