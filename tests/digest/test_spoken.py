"""What stands between quotation marks is the speaker's, also for pronouns."""

from __future__ import annotations

import pytest
import spacy

import sayso
from sayso.digest._naming.spoken import spoken_words


def test_marks_of_both_styles_and_unclosed_ones() -> None:
    doc = spacy.blank("en")('He said “no” and "yes".\n\nThen "on and on.\n\nIt ended.')
    spoken = [token.text for token, inside in zip(doc, spoken_words(doc), strict=True) if inside and token.is_alpha]
    assert spoken == ["no", "yes", "on", "and", "on"]


def test_a_quotation_goes_on_over_lines_to_where_it_closes() -> None:
    doc = spacy.blank("en")('"The dam leaks.\nNobody mends it." she said.')
    spoken = [token.text for token, inside in zip(doc, spoken_words(doc), strict=True) if inside and token.is_alpha]
    assert spoken == ["The", "dam", "leaks", "Nobody", "mends", "it"]


@pytest.mark.model
@pytest.mark.parametrize(
    "text",
    [
        "“The dam leaks. Nobody mends it. We wrote to the mayor. We wrote to the guild. They never came,” she said.",
        '"The dam leaks.\nNobody mends it.\nWe wrote to the mayor.\nThey never came." she said.',
    ],
)
def test_what_is_quoted_at_length_does_not_hide_who_speaks(text: str) -> None:
    reading = sayso.read(f"Ida Holm, a carter, spoke of the flood.\n\n{text}")
    names = {entity.id: entity.name for entity in reading.entities}
    said = [s.source for s in reading.statements if s.source and s.source.text == "she"]
    assert [names.get(source.entity or "") for source in said] == ["Ida Holm"]


@pytest.mark.model
def test_a_surname_is_hers_whose_husband_bore_it() -> None:
    reading = sayso.read(
        "Ruth Holm, whose husband, the navy diver Erik Holm, was one of four men killed in the raid, spoke to the town "
        "on Monday. Holm said that nobody had written to her."
    )
    names = {entity.id: entity.name for entity in reading.entities}
    said = [s.source for s in reading.statements if s.source and s.source.text == "Holm"]
    assert [names.get(source.entity or "") for source in said] == ["Ruth Holm"]


@pytest.mark.model
def test_he_outside_is_nobody_spoken_of_inside() -> None:
    reading = sayso.read(
        '"My brother was shot in front of his house," residents told reporters.\n\nPolice captain Ade Musa confirmed '
        "the raid. He said two men had been arrested."
    )
    names = {entity.id: entity.name for entity in reading.entities}
    said = [s for s in reading.statements if "arrested" in s.content.text]
    assert [names[s.source.entity] for s in said if s.source is not None and s.source.entity] == ["Ade Musa"]
