"""What is decided, asked for, charged or praised: not merely who decides it or whom it meets."""

from __future__ import annotations

import pytest

from sayso.model import Event, Reading
from tests.extract.conftest import Read


def told(reading: Reading, word: str) -> Event:
    return next(e for e in reading.events if word in e.trigger.text and e.type is not None)


@pytest.mark.parametrize(
    ("text", "word", "what"),
    [
        ("The mayor ignored the court's ruling on the fish market.", "ruling", "the fish market"),
        ("The council debated the allegations about the raid on the mill.", "allegations", "the raid on the mill"),
        ("The two towns signed an agreement on the ferry.", "agreement", "the ferry"),
        ("The union criticized the injunction barring the sale.", "injunction", "barring the sale"),
        ("The union criticized the council's decision that bars the sale.", "decision", "that bars the sale"),
        ("Residents awaited the council's approval of the new bridge.", "approval", "the new bridge"),
        ("By the decision of the governor, the pier was closed.", "decision", "the pier was closed"),
        ("On the instructions of the governor, a clinic was built.", "instructions", "a clinic was built"),
    ],
)  # fmt: skip
def test_a_noun_has_what_it_is_about(read: Read, text: str, word: str, what: str) -> None:
    content = told(read(text), word).content
    assert content is not None and content.text == what


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The memorial opened after the decision of the governor.", "decision"),
        ("Permits issued by the ministry are valid for a year.", "Permits"),
        ("The governor criticized Ida Holm on Friday.", "criticized"),
        ("The senators opposed it.", "opposed"),
        ("The council dismissed Ida Holm.", "dismissed"),
        ("The army threatened the villagers.", "threatened"),
        ("The ministry filed a lawsuit on Friday.", "lawsuit"),
    ],
)
def test_who_decides_and_whom_it_meets_are_no_content(read: Read, text: str, word: str) -> None:
    assert told(read(text), word).content is None


@pytest.mark.parametrize(
    ("text", "word", "what"),
    [
        ("We are committed to defending the harbour.", "committed", "to defending the harbour"),
        ("He called for the closure of the camp.", "called for", "the closure of the camp"),
        ("The senators opposed the closure of the camp.", "opposed", "the closure of the camp"),
        ("Parliament passed a bill to cut the cost of fuel.", "passed", "a bill to cut the cost of fuel"),
        ("The president signed the fishing bill into law.", "signed", "the fishing bill"),
        ("She spoke of the licence that the council had denied.", "denied", "the licence"),
        ("The president named Ida Holm as head of the navy.", "named", "head of the navy"),
        ("The governor supported the request.", "supported", "the request"),
        ("The council refused to comply.", "refused", "to comply"),
    ],
)
def test_a_verb_has_what_is_done_and_not_its_own_words(read: Read, text: str, word: str, what: str) -> None:
    content = told(read(text), word).content
    assert content is not None and content.text == what


@pytest.mark.parametrize(
    ("text", "type_", "content"),
    [
        ("Orlan accused Dorvat of piracy.", "ACCUSE", "piracy"),
        ("The army ruled out sending troops.", "REJECT", "sending troops"),
    ],
)
def test_contents_that_the_parse_hangs_elsewhere(read: Read, text: str, type_: str, content: str) -> None:
    (event,) = (e for e in read(text).events if e.type == type_)
    assert event.content is not None and event.content.text == content
