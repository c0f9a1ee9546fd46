"""Quotations that no cue of the attribution head explains, and whose they are."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sayso.model import Reading

pytestmark = pytest.mark.model
Read = Callable[..., Reading]


def source(reading: Reading, words: str) -> str | None:
    found = [s for s in reading.statements if words in s.content.text and s.source]
    return found[-1].source.text if found and found[-1].source else None


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The hall was full.\n\n”We will all stay here until the bread comes.” ― Mara Okot", "Mara Okot"),
        ("Dozens came. “Bread for all the people!” the crowd shouted from the quay.", "the crowd"),
        (
            "Governor Mara Okot said that the dam was sound.\n\n“We will all stay here until the bread comes.”",
            "Governor Mara Okot",
        ),
    ],
)
def test_who_speaks(read: Read, text: str, speaker: str) -> None:
    assert source(read(text), "bread comes" if "bread comes" in text else "Bread") == speaker


def test_a_paragraph_of_the_reports_own_between_ends_the_turn(read: Read) -> None:
    reading = read(
        "Governor Mara Okot said that the dam was sound. Nobody was hurt in the town.\n\n"
        "“No bread for strangers in this house tonight”"
    )
    assert source(reading, "strangers") is None


@pytest.mark.parametrize("dateline", ["", "GAO, Mali - ", "NIAMEY (Sahel Wire) — "])
def test_a_quotation_is_of_who_speaks_in_its_sentence_and_no_town_speaks(read: Read, dateline: str) -> None:
    reading = read(
        f"{dateline}A bomb went off in a depot in Gao on Tuesday, killing two guards, the provincial governor said. "
        '"The blast shows that nobody is safe," Mali\'s interior minister said on Wednesday.'
    )
    said = [s.source.text for s in reading.statements if s.source and "nobody is safe" in s.content.text]
    assert said == ["Mali's interior minister"]
    assert source(reading, "bomb went off") == "the provincial governor"
