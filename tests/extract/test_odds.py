"""Numbers that say how likely it is, dates that lie behind, conditions before who says so, and whose word it is."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sayso.model import Reading

pytestmark = pytest.mark.model
Read = Callable[..., Reading]
Odds = tuple[float, float]
PUBLISHED = "2024-03-12"


def odds(reading: Reading) -> list[tuple[str, Odds | None]]:
    """What is expected and how likely."""
    ranges = [None if o.probability is None else (o.probability.low, o.probability.high) for o in reading.outlooks]
    return [(" ".join(o.content.text.split()), both) for o, both in zip(reading.outlooks, ranges, strict=True)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The guild gives a 20 percent probability to a flood in May.", [("a flood", (0.2, 0.2))]),
        (
            "The guild gives a 20 percent probability to a flood in May and warns that the dam may break.",
            [("a flood", (0.2, 0.2)), ("the dam may break", (0.3, 0.51))],
        ),
        ('"The mill will reopen by June," she said. "I would put it at 70 percent."', [("mill", (0.7, 0.7))]),
        (
            '"The mill will reopen by June," she said. "I would put the bell at the gate."',
            [("mill", None), ("I ", None)],
        ),
        ("There is no chance that the duke will resign.", [("the duke will resign", (0.0, 0.0))]),
        ("The duke was jailed for life with no chance of parole.", []),
        ("There is almost no chance that the duke will resign.", [("the duke will resign", (0.01, 0.05))]),
    ],
)
def test_a_number_is_of_what_it_is_said_of(read: Read, text: str, found: list[tuple[str, Odds | None]]) -> None:
    read_so = odds(read(text, published=PUBLISHED))
    assert [one for _, one in read_so] == [one for _, one in found]
    assert all(words in content for (words, _), (content, _) in zip(found, read_so, strict=True))


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Turan said it would abandon the 2015 harbour pact.", 1),
        ("The duke told the guild last week that the mill would reopen within two years.", 1),
        ("In 2019 the duke said that the mill would reopen.", 0),
        ("In a 2019 letter, the duke said that the mill would reopen.", 0),
        ("The duke was accused of planning the massacre of 2009.", 0),
        ("The guild has offered to pay if both dukes agree to attend.", 1),
    ],
)
def test_a_date_behind_is_of_a_thing_or_of_what_was_expected(read: Read, text: str, count: int) -> None:
    assert len(read(text, published=PUBLISHED).outlooks) == count


@pytest.mark.parametrize(
    "text",
    [
        "If the dam breaks, a clerk said, the mill will be flooded by May.",
        "If the dam breaks, says the clerk, the mill will be flooded by May.",
    ],
)
def test_a_condition_before_who_says_so_is_part_of_it(read: Read, text: str) -> None:
    (outlook,) = read(text, published=PUBLISHED).outlooks
    assert outlook.content.text == "If the dam breaks the mill will be flooded by May"


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("Notes say it is unlikely that the rebels would attack the port.", {"ASSAULT"}),
        ("A clerk said the rebels will probably attack the port.", {"ASSAULT"}),
        ("The mayor was told of reports that the rebels would attack the port.", {"ASSAULT"}),
        ("The rebels said they will attack the port.", {"ASSAULT", "THREATEN"}),
    ],
)
def test_how_likely_others_do_it_is_no_threat_of_theirs(read: Read, text: str, types: set[str]) -> None:
    assert {event.type for event in read(text).events if event.type} == types


@pytest.mark.parametrize(
    ("text", "word", "status"),
    [
        ("The fleet said that the visit had been scheduled since spring.", "visit", "planned"),
        ("Talks had been scheduled for Monday but the rebels pulled out.", "Talks", "did_not_occur"),
        ("She would not say if reports were true that the rebels had taken the port.", "taken", "possible"),
    ],
)
def test_a_plan_stands_and_a_truth_is_asked_for(read: Read, text: str, word: str, status: str) -> None:
    (event,) = (e for e in read(text, published=PUBLISHED).events if e.trigger.text == word)
    assert event.status == status


def test_a_holder_is_told_by_the_words_of_the_statement(read: Read) -> None:
    text = (
        "He points to a letter that was leaked in May, in which a clerk in the palace, citing a study by the guild, "
        "proposed to cut tolls by half."
    )
    (outlook,) = read(text).outlooks
    assert outlook.holder is not None
    assert outlook.holder.text.startswith("a clerk")
