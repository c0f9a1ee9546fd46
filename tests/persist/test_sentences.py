"""Why a record is believed is told in its own sentences, not in those beside them."""

import pytest
from builders import Build

from sayso.persist._sentences import sentences_around
from sayso.persist._why import why

TEXT = (
    "Rain fell in Bria. “We saw Gen. Ali,” Mr. Ngoma said. No. 5 Company left at 7.30 a.m. on Monday! Was it so? Yes.\n"
    "By noon the U.S. envoy had come."
)


@pytest.mark.parametrize(
    ("words", "sentences"),
    [
        ("Rain", "Rain fell in Bria."),
        ("Bria.", "Rain fell in Bria."),
        ("Ali", "“We saw Gen. Ali,” Mr. Ngoma said."),
        ("5 Company", "No. 5 Company left at 7.30 a.m. on Monday!"),
        ("Was", "Was it so?"),
        ("Yes", "Yes."),
        ("envoy", "By noon the U.S. envoy had come."),
        ("Ngoma said. No. 5", "“We saw Gen. Ali,” Mr. Ngoma said. No. 5 Company left at 7.30 a.m. on Monday!"),
    ],
)
def test_the_sentence_of_words(words, sentences):
    b = Build(TEXT)
    assert sentences_around(b.reading(), [b.span(words)]).text == sentences


def test_sentences_apart_are_spans_apart():
    b = Build(TEXT)
    found = sentences_around(b.reading(), [b.span("Yes"), b.span("Rain")])
    assert [TEXT[slice(*span)] for span in found.spans] == ["Rain fell in Bria.", "Yes."]
    assert found.text == "Rain fell in Bria. Yes."


def test_the_sentence_of_an_event_goes_before_stops():
    b = Build("Men of the group J. Ali leads fired, Dr. No said. It rained.")
    b.event("fired", sentence=b.span("Men of the group J. Ali leads fired, Dr. No said."))
    assert sentences_around(b.reading(), [b.span("Ali")]).text == "Men of the group J. Ali leads fired, Dr. No said."


def test_why_of_a_statement_does_not_quote_its_neighbours():
    b = Build("It rained. The mill burned, the mayor said. Nobody was hurt. The road is shut.")
    b.statement(source="the mayor", cue="said", content="The mill burned")
    b.entity("other", "road")
    reading = b.reading()
    assert why(reading, "s1").sentence.text == "The mill burned, the mayor said."
    assert why(reading, "e1").sentence.text == "The road is shut."


def test_a_long_run_of_marks_takes_no_time():
    b = Build("." * 300_000 + " Rain fell.")
    assert sentences_around(b.reading(), [b.span("Rain")]).text == "Rain fell."
