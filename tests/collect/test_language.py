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
        ("قال الجيش إن جنديين قتلا في المدينة يوم الأحد بعد هجوم على نقطة تفتيش.", "ar"),
        ("军方表示，星期天有两名士兵在该市被打死，另有三人受伤，没有任何组织声称对此负责。", "zh"),
        ("सेना ने कहा कि रविवार को शहर में दो सैनिक मारे गए और तीन अन्य घायल हो गए।", "hi"),
        (
            "Tentara mengatakan dua prajurit tewas di kota itu pada hari Minggu dan tiga lainnya terluka. "
            "Belum ada kelompok yang mengaku bertanggung jawab.",
            "id",
        ),
        ("The mayor of Київ said that Київ, Харків, Суми and Одеса were hit by drones on Sunday.", "en"),
        ("Ὦ ξεῖν' ἀγγέλλειν Λακεδαιμονίοις", "grc"),
        ("9 K/mm² 12:30 1,500 2,000 !!! ???", "en"),
    ],
)
def test_language(text, language):
    assert language_of(text) == language
