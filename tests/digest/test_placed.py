"""Toponyms among names: none that was found is lost. The model's names are given by hand: `[Kharkiv|place]`."""

from __future__ import annotations

import re

import pytest
import spacy
from spacy.tokens import Doc

from sayso.codebook.nouns import load_nouns
from sayso.digest._naming.mentions import Mention, name_mentions, sentence_numbers
from sayso.digest._naming.placed import beside, free_origins, nested, toponym_mentions
from sayso.digest.entities import find_entities
from sayso.digest.gazetteer import Gazetteer, load_gazetteer
from sayso.digest.places import find_places, mend_names
from sayso.errors import GazetteerError
from sayso.model import Entity, Report

NLP = spacy.blank("en")
#: what an entity is told by: kind, place, texts of its mentions
Told = tuple[str, str | None, list[str]]


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    try:
        return load_gazetteer()
    except GazetteerError:
        pytest.skip("the gazetteer is not compiled")


def marked(text: str) -> Doc:
    """A Doc of text whose names stand in brackets with their label; every word hangs on the first."""
    parts = re.split(r"\[([^|\]]+)\|([a-z]+)\]", text)
    plain, spans = "", []
    for at, part in enumerate(parts):
        if at % 3 == 1:
            spans.append((len(plain), len(plain) + len(part), parts[at + 1]))
        plain += part if at % 3 != 2 else ""
    doc = NLP(plain)
    doc = Doc(
        NLP.vocab,
        words=[token.text for token in doc],
        spaces=[bool(token.whitespace_) for token in doc],
        pos=["PROPN" if token.text[:1].isupper() else "NOUN" for token in doc],
        heads=[0] * len(doc),
        deps=["ROOT", *["dep"] * (len(doc) - 1)],
    )
    doc.ents = [doc.char_span(start, end, label, alignment_mode="expand") for start, end, label in spans]
    return doc


def read(text: str, gazetteer: Gazetteer, *, outlet: str | None = None) -> tuple[Entity, ...]:
    doc = marked(text)
    report = Report(id="r-0", text=doc.text, outlet=outlet)
    places = find_places(doc, report, gazetteer)
    mend_names(doc, places)
    return find_entities(doc, report, places, gazetteer).records


def told(text: str, gazetteer: Gazetteer) -> list[Told]:
    """The entities with a name: kind, name of the place, the names in the text."""
    found = []
    for entity in read(text, gazetteer):
        names = [mention.text for mention in entity.mentions if mention.form == "name"]
        if names:
            found.append((entity.kind, entity.place and entity.place.name, names))
    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "the [Kherson City Council|organization] met in [Kherson|place]",
            [
                ("organization", None, ["Kherson City Council"]),
                ("place", "Kherson", ["Kherson", "Kherson"]),
            ],
        ),
        (
            "the [Nairobi Police Department|organization] said so",
            [("organization", None, ["Nairobi Police Department"]), ("place", "Nairobi", ["Nairobi"])],
        ),
        ("readers of the [Nairobi Star|organization] left", [("organization", None, ["Nairobi Star"])]),
        ("voters of the [Kenya Green Party|organization] left", [("organization", None, ["Kenya Green Party"])]),
        ("he met [Amal Nairobi Haddad|person] there", [("person", None, ["Amal Nairobi Haddad"])]),
        ("a blast at [Kharkiv airport|facility]", [("facility", "Kharkiv", ["Kharkiv airport"])]),
        ("troops left [Kenya|facility] today", [("place", "Kenya", ["Kenya"])]),
        ("they kept the [Aisles|facility] clear", [("other", None, ["Aisles"])]),
        ("fog over [central Kenya|place] lifted", [("place", "Kenya", ["central Kenya"])]),
    ],
)
def test_toponyms_are_kept(text: str, expected: list[Told], gazetteer: Gazetteer) -> None:
    assert told(text, gazetteer) == expected


@pytest.mark.parametrize(
    ("text", "outlet", "kind"),
    [
        ("[KHERSON|place], Ukraine, May 3 ([Quay Wire|facility]) — Rain fell.", "Inland Post", "organization"),
        ("The [Quay Wire|facility] was told so.", "Quay Wire", "organization"),
        ("The [Quay Wire|facility] was told so.", "Inland Post", "facility"),
        ("[Amal Haddad|person] was told so.", "Amal Haddad", "person"),
    ],
)
def test_outlets_are_bodies(text: str, outlet: str, kind: str, gazetteer: Gazetteer) -> None:
    found = [entity for entity in read(text, gazetteer, outlet=outlet) if entity.kind != "place"]
    assert [entity.kind for entity in found if entity.mentions[0].form == "name"] == [kind]


def test_words_lead_to_the_outer_name(gazetteer: Gazetteer) -> None:
    doc = marked("the [Kherson City Council|organization] met in [Kherson|place]")
    report = Report(id="r-0", text=doc.text)
    entities = find_entities(doc, report, find_places(doc, report, gazetteer), gazetteer)
    council = entities.records[0]
    assert council.kind == "organization" and entities.entity_of(council.mentions[0].spans[0]) == council.id
    assert entities.of_token(1) == council.id
    assert entities.of_token(len(doc) - 1) == entities.records[1].id


def test_where_somebody_is_from_is_not_of_the_name() -> None:
    doc = marked("they met [Amal Haddad of Tripoli|person] and [Lady of Tripoli|person]")
    sentences = sentence_numbers(doc)
    spans = [(m.start(), m.end()) for m in re.finditer("Tripoli", doc.text)]
    toponyms = toponym_mentions(doc, sentences, spans)
    names = name_mentions(doc, sentences)
    free_origins(names, toponyms, load_nouns())
    assert [name.text for name in beside(names, toponyms)] == ["Amal Haddad", "Tripoli", "Lady of Tripoli"]


def test_what_is_not_on_the_map_is_not_nested() -> None:
    doc = marked("the [Xyzzyburg City Council|organization] met")
    span = (4, 13)
    names: list[Mention] = name_mentions(doc, sentence_numbers(doc))
    toponyms = toponym_mentions(doc, sentence_numbers(doc), [span])
    assert list(nested(names, toponyms, {span: None})) == []


@pytest.mark.parametrize(("name", "kind"), [("Kherson Hospital", "facility"), ("Kherson", "place")])
def test_what_ends_in_a_word_for_what_is_built_is_a_facility(name: str, kind: str, gazetteer: Gazetteer) -> None:
    found = read(f"The [{name}|place] was hit.", gazetteer)
    assert [entity.kind for entity in found if entity.name == name] == [kind]
