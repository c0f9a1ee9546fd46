"""Names in headings and in brackets. The model's names are given by hand: `[Harrow|weapon]`."""

from __future__ import annotations

import pytest
import spacy
from spacy.tokens import Doc

from sayso.digest._naming.clusters import Cluster
from sayso.digest._naming.headlines import (
    heading_words,
    out_of_headings,
    settle_headings,
    split_brackets,
    stands_for,
    with_acronyms,
)
from sayso.digest._naming.mentions import Mention, name_mentions, sentence_numbers
from sayso.digest._naming.names import cluster_names

NLP = spacy.blank("en")


def doc_of(text: str, *names: tuple[str, str]) -> Doc:
    """A Doc whose names (text, label) are labelled wherever they stand; longer ones first."""
    doc = NLP(text)
    taken: set[int] = set()
    spans = []
    for name, label in names:
        start = text.find(name)
        while start >= 0:
            span = doc.char_span(start, start + len(name), label)
            if span is not None and taken.isdisjoint(range(span.start, span.end)):
                taken.update(range(span.start, span.end))
                spans.append(span)
            start = text.find(name, start + 1)
    doc.ents = spans
    return doc


def names_of(doc: Doc) -> list[Mention]:
    return name_mentions(doc, sentence_numbers(doc) if doc.has_annotation("SENT_START") else [0] * len(doc))


def clusters(doc: Doc) -> list[Cluster]:
    return cluster_names(doc, with_acronyms(list(split_brackets(names_of(doc)))), {})


def headings(doc: Doc) -> list[str]:
    found = heading_words(doc)
    return [token.text for token in doc if token.i in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Harrow Deployment Begins\nthe army said so.", ["Harrow", "Deployment", "Begins"]),
        ("The army said so.\nTalks With Rebels\nThey failed.", ["Talks", "With", "Rebels"]),
        ("The army said that it would\nleave the town soon.", []),
        ("Harrow Deployment Begins", []),
        ("John Smith, Nairobi Bureau Chief.\nthe army said so.", []),
    ],
)
def test_headings(text: str, expected: list[str]) -> None:
    assert headings(NLP(text)) == expected


def test_a_heading_makes_no_names() -> None:
    doc = doc_of(
        "Harrow Deployment Begins\nThe army has Harrow rockets.\nA Long Drought Ends\nRain fell.",
        ("Harrow Deployment", "weapon"),
        ("Harrow", "weapon"),
        ("Long Drought", "other"),
    )
    kept = settle_headings(names_of(doc), heading_words(doc))
    assert [name.text for name in kept] == ["Harrow", "Harrow"]


def test_people_and_places_of_headings_stay() -> None:
    doc = doc_of("Amal Haddad Visits Tripoli\nShe left.", ("Amal Haddad", "person"), ("Tripoli", "place"))
    assert [name.text for name in settle_headings(names_of(doc), heading_words(doc))] == ["Amal Haddad", "Tripoli"]


def test_a_noun_phrase_does_not_reach_into_the_heading_above() -> None:
    doc = NLP("Hard Talks Ahead\napproval came.")
    phrase = Mention(doc, 1, 5, 4, "nominal", "group", 0)
    assert [mention.text for mention in out_of_headings([phrase], heading_words(doc))] == ["approval"]


@pytest.mark.parametrize(
    "names",
    [
        [("Marine Coastal Radar Array", "other"), ("MACORA", "other")],
        [("Marine Coastal Radar Array (MACORA)", "other"), ("MACORA", "other")],
        [("Marine Coastal Radar Array (MACORA", "other"), ("MACORA", "other")],
    ],
)
def test_an_acronym_in_brackets_is_one_with_its_expansion(names: list[tuple[str, str]]) -> None:
    doc = doc_of("They sent Marine Coastal Radar Array (MACORA) units. MACORA is old.", *names)
    (cluster,) = clusters(doc)
    assert [name.text for name in cluster.names] == ["Marine Coastal Radar Array", "MACORA", "MACORA"]


@pytest.mark.parametrize(
    ("long", "short", "one"),
    [
        ("Army of National Renewal", "ERN", True),  # the letters of its own language
        ("Front for Popular Unity", "UPF", True),
        ("Army of National Renewal", "GKT", False),
    ],
)
def test_an_acronym_in_another_order_is_one_with_its_expansion(long: str, short: str, one: bool) -> None:
    doc = doc_of(f"The {long} [{short}] left. {short} men stayed.", (long, "organization"), (short, "organization"))
    assert (len(clusters(doc)) == 1) is one


def test_an_acronym_that_was_passed_over_is_found() -> None:
    doc = doc_of("They sent Marine Coastal Radar Array (MACORA) units.", ("Marine Coastal Radar Array", "other"))
    assert [name.text for name in with_acronyms(names_of(doc))] == ["Marine Coastal Radar Array", "MACORA"]


@pytest.mark.parametrize(
    ("acronym", "words", "expected"),
    [
        ("MACORA", "marine coastal radar array", True),
        ("UNMISS", "united nations mission in south sudan", True),
        ("PMFs", "popular mobilization forces", True),
        ("AP", "marine coastal radar array", False),
        ("BBC", "african union", False),
    ],
)
def test_letters_of_an_acronym(acronym: str, words: str, expected: bool) -> None:
    assert stands_for(acronym, tuple(words.split())) is expected
