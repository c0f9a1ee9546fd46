"""English or not, as far as that can be told."""

import pytest

from sayso.collect.language import language_of


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Hello", "en"),
        ("", "en"),
        ("Russian missiles struck a tower block in Sumy on Sunday, killing 34 people, the governor said.", "en"),
        ("ABOUT 50 PEASANTS HAVE BEEN KIDNAPPED BY TERRORISTS IN THE EASTERN PART OF THE COUNTRY, THE ARMY SAID", "en"),
        ("Российские ракеты попали в жилой дом в Сумах в воскресенье, погибли 34 человека, сообщил губернатор.", "ru"),
        ("Des missiles russes ont frappé un immeuble à Soumy dimanche, tuant 34 personnes, a annoncé le maire.", "fr"),
        ("9 K/mm² 12:30 1,500 2,000 !!! ???", "en"),
    ],
)
def test_language(text, language):
    assert language_of(text) == language
