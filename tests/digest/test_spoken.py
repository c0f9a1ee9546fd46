"""What stands between quotation marks is the speaker's, also for pronouns."""

from __future__ import annotations

import pytest
import spacy

import sayso
from sayso.digest._spoken import spoken_words


def test_marks_of_both_styles_and_unclosed_ones() -> None:
    doc = spacy.blank("en")('He said “no” and "yes".\n\nThen "on and on.\n\nIt ended.')
    spoken = [token.text for token, inside in zip(doc, spoken_words(doc), strict=True) if inside and token.is_alpha]
    assert spoken == ["no", "yes", "on", "and", "on"]


@pytest.mark.model
def test_he_outside_is_nobody_spoken_of_inside() -> None:
    reading = sayso.read(
        '"My brother was shot in front of his house," residents told reporters.\n\nPolice captain Ade Musa confirmed '
        "the raid. He said two men had been arrested."
    )
    names = {entity.id: entity.name for entity in reading.entities}
    said = [s for s in reading.statements if "arrested" in s.content.text]
    assert [names[s.source.entity] for s in said if s.source is not None and s.source.entity] == ["Ade Musa"]
