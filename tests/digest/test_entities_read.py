"""Entities from raw text, with the shipped language model: one report, its people, bodies and groups."""

from __future__ import annotations

from functools import cache

import pytest

from sayso.digest.entities import Entities, find_entities
from sayso.digest.gazetteer import DEFAULT_PATH, load_gazetteer
from sayso.digest.language import WEIGHTS, load_language
from sayso.digest.places import find_places
from sayso.model import Entity, Report, report_id

pytestmark = [
    pytest.mark.model,
    pytest.mark.skipif(not (WEIGHTS / "model.onnx").exists(), reason="the language model is not here: see training/"),
    pytest.mark.skipif(not DEFAULT_PATH.exists(), reason="the gazetteer is not compiled"),
]
TEXT = """Uganda's army said on Thursday that it had killed 14 fighters of the Allied Democratic Forces (ADF) near Fort
Portal.

Brig. Felix Okot, a spokesman for the Uganda People's Defence Force (UPDF), said two soldiers were wounded. He did not
say when the operation would end.

Opposition MP Betty Akello questioned the figures. She asked Defence Minister Jacob Tumwine for an explanation.
The minister replied that they would be published. President Museveni of Uganda will address the nation on Sunday.

The African Union sent former Kenyan president Amos Kibet. Kibet met the ADF's leader, Musa Salim.
""".replace(" Fort\nPortal", " Fort Portal")


@cache
def entities(text: str = TEXT) -> Entities:
    doc = load_language()(text)
    report = Report(id=report_id(outlet=None, url=None, text=text), text=text, published="2024-05-03")
    gazetteer = load_gazetteer()
    return find_entities(doc, report, find_places(doc, report, gazetteer), gazetteer)


def named(name: str) -> Entity:
    return next(entity for entity in entities().records if entity.name == name)


def mentions(name: str) -> list[str]:
    return [mention.text for mention in named(name).mentions]


def test_people_with_roles_and_pronouns() -> None:
    assert named("Felix Okot").roles[0].text == "Brig." and "He" in mentions("Felix Okot")
    assert "She" in mentions("Betty Akello") and named("Betty Akello").sector == "LEG"
    assert "The minister" in mentions("Jacob Tumwine")
    kibet = named("Amos Kibet")
    assert ([role.text for role in kibet.roles], kibet.country) == (["former Kenyan president"], "KEN")


def test_bodies_groups_and_places() -> None:
    assert mentions("Allied Democratic Forces")[:2] == ["Allied Democratic Forces", "ADF"]
    assert named("Uganda's army").country == "UGA" and "it" in mentions("Uganda's army")
    assert {entity.kind for entity in entities().records if entity.name in ("14 fighters", "two soldiers")} == {"group"}
    assert named("Fort Portal").country_from == "table" and named("Uganda").country_from == "words"


def test_spans_are_exact() -> None:
    for entity in entities().records:
        assert all(TEXT[slice(*m.spans[0])] == m.text for m in (*entity.mentions, *entity.roles))


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Troops recaptured Umm Sayal, the capital of the province, on Friday.", "Umm Sayal", "place"),
        ("Residents fled Deir Oule, a village near the lake.", "Deir Oule", "place"),
        (
            "Oman fined Salim Ordu Haddad. It closed two firms. The court imposed a ban on Haddad in May.",
            "Haddad",
            "person",
        ),
    ],
)
def test_a_name_is_what_the_words_beside_it_say(text: str, name: str, kind: str) -> None:
    found = [e for e in entities(text).records if any(m.text == name for m in e.mentions)]
    assert [e.kind for e in found] == [kind]


def test_the_health_ministry_is_not_the_foreign_ministry() -> None:
    found = entities(
        "Oman's foreign ministry protested. The health ministry said nine had died. The ministry named four."
    )
    bodies = {e.name: [m.text for m in e.mentions] for e in found.records if e.kind == "organization"}
    assert bodies["health ministry"] == ["The health ministry", "The ministry"] and len(bodies) == 2
