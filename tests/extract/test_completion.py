"""The rest of a cue, the first half of an interrupted clause, and which paragraph a quotation belongs to."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sayso.digest.language import load_language
from sayso.extract._saying.completion import with_whole_source
from sayso.extract._saying.draft import Draft
from sayso.model import Reading, Statement

pytestmark = pytest.mark.model
Read = Callable[..., Reading]


def about(reading: Reading, words: str) -> Statement:
    found = [one for one in reading.statements if words in one.content.text]
    assert found, [(one.cue, one.content.text) for one in reading.statements]
    return min(found, key=lambda one: len(one.content.text))


def test_cue_takes_in_the_infinitive(read: Read) -> None:
    statement = about(read("Friends, I would like to stress that no shell fell on Basra this week."), "no shell fell")
    assert statement.cue is not None
    assert statement.cue.text == "would like to stress"


def test_cue_takes_in_noun_and_preposition(read: Read) -> None:
    statement = about(read("President Amal Okot expressed regret over the collapse of the harbour talks."), "collapse")
    assert statement.cue is not None
    assert statement.cue.text == "expressed regret over"


def test_both_halves_of_an_interrupted_clause(read: Read) -> None:
    statement = about(read("The harbour, Governor Haddad said, would open again in May."), "would open")
    assert [word in statement.content.text for word in ("The harbour", "Haddad")] == [True, False]


def test_a_phrase_of_the_reports_own_before_the_cue_is_no_content(read: Read) -> None:
    statement = about(read("Asked about the harbour, Governor Haddad said, “It will open in May.”"), "open in May")
    assert "Asked" not in statement.content.text


def test_same_words_of_the_same_speaker_are_one_statement(read: Read) -> None:
    reading = read("The envoys expressed the opinion that the ceasefire would not survive the summer.")
    assert len([one for one in reading.statements if "would not survive" in one.content.text]) == 1


@pytest.mark.parametrize(
    ("text", "words", "cue", "content"),
    [
        ("Spokeswoman Amal Okot declined to say how many troops had left.", "how many", "declined to say",
         "how many troops had left"),
        ("Togo accused Benin's police of provoking the clash.", "clash", "accused", "of provoking the clash"),
        ("The guild said it would boycott the vote, which it called a farce.", "boycott", "said",
         "it would boycott the vote"),
    ],
)  # fmt: skip
def test_edges_of_cue_and_content(read: Read, text: str, words: str, cue: str, content: str) -> None:
    statement = about(read(text), words)
    assert (statement.cue.text if statement.cue is not None else None, statement.content.text) == (cue, content)


def test_quotation_of_another_paragraph_is_not_joined_to_a_cue_that_has_its_own(read: Read) -> None:
    reading = read(
        "“Open the gate! Open the gate at once!”\n\n“Nobody here has the key to that gate,” said Idris Bello, a guard."
    )
    statement = about(reading, "has the key")
    assert "Open the gate" not in statement.content.text


@pytest.mark.parametrize(
    ("text", "words", "whole"),
    [
        (
            "Raiders burned two mills near Kaya overnight, killing nine people, residents said.",
            "killing",
            "Raiders burned two mills near Kaya overnight, killing nine people",
        ),
        ("Two boats sank near the pier, the coast guard said.", "boats", "Two boats sank near the pier"),
        (
            "The army closed nine quarters of Bria on Monday, affecting 4,000 people, the agency estimates.",
            "quarters",
            "The army closed nine quarters of Bria on Monday, affecting 4,000 people",
        ),
    ],
)
def test_a_clause_before_its_cue_is_whole(read: Read, text: str, words: str, whole: str) -> None:
    assert about(read(text), words).content.text == whole


def test_words_left_out_between_two_pieces_and_before_the_first(read: Read) -> None:
    reading = read(
        "The leaders affirmed their joint commitment to rebuild the port, address the harm that the flood caused "
        "and assist islands in need."
    )
    contents = [s.content.text for s in reading.statements]
    assert contents[0].startswith("their joint commitment") and "port, address the harm" in contents[0]


def test_what_starts_in_mid_phrase_is_whole_before_its_speaker(read: Read) -> None:
    reading = read(
        "The talks, which were suspended in May after the rebels vowed to withdraw from the truce, will focus on a "
        "swap, the ministry said in a statement."
    )
    assert about(reading, "a swap").content.text.startswith("The talks, which")
    assert about(reading, "to withdraw").content.text == "to withdraw from the truce"


def test_a_part_of_a_quotation_does_not_take_its_mark(read: Read) -> None:
    reading = read('The letter reads: "The hall is yours. I am convinced that this choir will live on."')
    assert about(reading, "choir").content.text == "that this choir will live on"


def test_a_source_that_takes_in_its_verb_is_its_subject() -> None:
    from spacy.tokens import Doc
    from spacy.vocab import Vocab

    from sayso.extract._saying.completion import with_bare_source
    from sayso.extract._saying.draft import Draft

    words = ["The", "crews", "promised", "to", "stay"]
    doc = Doc(Vocab(), words=words, pos=["DET", "NOUN", "VERB", "PART", "VERB"], tags=["DT", "NNS", "VBD", "TO", "VB"],
              heads=[1, 2, 2, 4, 2], deps=["det", "nsubj", "ROOT", "mark", "xcomp"])  # fmt: skip
    draft = Draft(source=((0, 26),), cue=((10, 18),), content=((19, 26),), by="test", score=1.0)
    assert with_bare_source(doc, draft).source == ((0, 9),)


def test_what_the_speaker_does_next_is_no_content(read: Read) -> None:
    statement = about(read("The judges ordered Haddad to pay the state a fine and barred him from office."), "pay")
    assert statement.content.text.endswith("a fine")


@pytest.mark.parametrize(
    ("said", "found", "whole"),
    [
        ("The bank is likely to raise rates, in the coming days", "in the coming days", True),
        ("The port burned, the crew had fled", "the crew had fled", False),
    ],
)
def test_when_and_where_alone_is_not_all_that_was_said(said: str, found: str, whole: bool) -> None:
    text = f"{said}, two clerks said."
    spans = {words: (text.index(words), text.index(words) + len(words)) for words in (found, "two clerks", "said.")}
    cue = (spans["said."][0], spans["said."][1] - 1)
    draft = Draft(source=(spans["two clerks"],), cue=(cue,), content=(spans[found],), by="test", score=1.0)
    ((start, end),) = with_whole_source(load_language()(text), draft).content
    assert text[start:end] == (said if whole else found)
