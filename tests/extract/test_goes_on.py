"""Contents that were cut too early."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sayso.digest.language import load_language
from sayso.extract._saying.goes_on import whole_end
from sayso.model import Reading

pytestmark = pytest.mark.model
Read = Callable[..., Reading]


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("The envoy stressed that many roads need repair, such as the coastal road and the two bridges.", "bridges"),
        ("They demanded repairs and dredging, including the reopening of the northern ports.", "northern ports"),
        ("The ministers agreed to share water, as well as data on floods.", "data on floods"),
    ],
)
def test_lists_and_examples_belong_to_the_content(read: Read, text: str, end: str) -> None:
    assert [s for s in read(text).statements if s.content.text.endswith(end)]


def test_a_clause_of_somebody_elses_saying_does_not(read: Read) -> None:
    reading = read("The miners said that the shaft was flooded, while the owners said that it was dry.")
    assert all("owners" not in s.content.text for s in reading.statements)


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("The warden confirmed that he had seen the letters and had burned them.", "burned them"),
        ("The warden noted that the bridge will open in May and invited the mayor to the town.", "in May"),
    ],
)
def test_a_second_verb_of_the_clause_that_is_said(read: Read, text: str, end: str) -> None:
    assert [s for s in read(text).statements if s.content.text.endswith(end)]


def test_an_infinitive_that_is_wanted_is_of_the_cue(read: Read) -> None:
    (found,) = read("I would like to stress that the northern road is open.").statements
    assert found.cue is not None and found.cue.text == "would like to stress"


def test_a_clause_runs_to_its_end(read: Read) -> None:
    reading = read("Ida Holm expressed hope that the ferry, which is being painted, would sail in May.")
    assert [s for s in reading.statements if s.content.text.endswith("would sail in May")]


@pytest.mark.parametrize(
    ("text", "content", "end"),
    [
        ("The envoys discussed the harvest in the context of the long drought.", "the harvest", "drought"),
        ("The envoys discussed trade, the port, and the repair of the bridge.", "trade, the port", "bridge"),
        ("The envoys discussed the harvest, leaving the port aside.", "the harvest", "harvest"),
    ],
)
def test_what_a_topic_goes_on_with(text: str, content: str, end: str) -> None:
    doc = load_language()(text)
    first = text.index(content)
    words = doc.char_span(first, first + len(content))
    assert text[: whole_end(doc[2:3], words)].endswith(end)


def test_in_ones_own_speech_what_follows_a_comma_is_ones_own(read: Read) -> None:
    words = "We condemn the raid on the mill, which has fed this valley for ninety years."
    own = read(words, title="Remarks by Governor Amal Haddad")
    assert [s for s in own.statements if s.content.text.endswith("for ninety years")]


def test_what_the_speaker_says_next_is_no_part(read: Read) -> None:
    reading = read("We will keep the road open, and I will visit the miners.", title="Remarks by Governor Amal Haddad")
    assert [s for s in reading.statements if s.content.text == "keep the road open"]


@pytest.mark.parametrize(
    ("text", "both"),
    [
        ("The mill is shut, said Ivo Marek, who owns it, and there is little hope that it will open.", True),
        ("The ice was thin, the skipper said, and the ferry stayed in port.", False),
    ],
)
def test_a_second_clause_behind_the_cue_is_of_the_speaker_unless_the_report_tells_it(
    read: Read, text: str, both: bool
) -> None:
    content = read(text).statements[0].content
    assert (len(content.spans) == 2) == both


def test_a_subject_is_said_with_its_verb(read: Read) -> None:
    reading = read("Okot believes the port, which was closed in May, should open and that its guards should go home.")
    assert [s.content.text for s in reading.statements] == [
        "the port, which was closed in May, should open and that its guards should go home"
    ]


def test_a_subject_before_the_cue_is_said_with_its_verb_behind_it(read: Read) -> None:
    reading = read("Okot said the dam must be mended; the carters, she added, had waited for a year.")
    assert [s.content.text for s in reading.statements][1] == "the carters had waited for a year"


def test_what_somebody_does_after_he_spoke_is_not_said(read: Read) -> None:
    reading = read("Haddad told reporters that the bridge was safe and urged drivers to use it.")
    told, urged = reading.statements
    assert told.content.text == "that the bridge was safe"
    assert urged.act == "demand"
    assert urged.source is not None
    assert urged.source.text == "Haddad"


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("The warden said four shells hit the granary, wounding a clerk.", "wounding a clerk"),
        (
            "The ministry said its troops had held the ridge, killing nine rebels and burning a truck.",
            "burning a truck",
        ),
    ],
)
def test_what_came_of_a_deed_belongs_to_its_telling(read: Read, text: str, end: str) -> None:
    assert [s.content.text for s in read(text).statements if s.content.text.endswith(end)]


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("She said that Kenya, which pays the guards, had asked the abbot not to leave.", "not to leave"),
        ("The cook said that the barn, which the millers held, had burnt down.", "burnt down"),
        ("The skipper said Kenya, which owns the dock, had closed it.", "closed it"),
        ("The mayor said the herd had moved to the villages east of Gao.", "east of Gao"),
    ],
)
def test_a_clause_does_not_end_before_its_verb_or_in_mid_phrase(read: Read, text: str, end: str) -> None:
    (statement,) = read(text).statements
    assert statement.content.text.endswith(end)


def test_a_saying_between_subject_and_verb_is_of_its_own_speaker(read: Read) -> None:
    found = read("The ministry said that the bridge, which engineers say is unsafe, was closed.").statements
    assert {s.source.text: s.content.text[-6:] for s in found if s.source} == {
        "The ministry": "closed",
        "engineers": "unsafe",
    }


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("The reeve said the ferry was unsafe and asked crews to stay ashore.", "unsafe"),
        ("The abbess said the harvest had failed and blamed the tax for it.", "failed"),
        ("The judge said the carters were guilty and jailed them for a year.", "guilty"),
        ("The khan said the pact is fair and signed it on Friday.", "fair"),
        ("The guild said its crews have left the cape, but warned that two barges were missing.", "the cape"),
        ("A nurse said the guards separated the men and accused them of theft.", "of theft"),
        ("The envoy says his promises are plain and backed by gold.", "by gold"),
        ("The envoy said she could not stay but understood why others did.", "others did"),
    ],
)
def test_what_the_speaker_does_next_is_no_content(read: Read, text: str, end: str) -> None:
    assert read(text).statements[0].content.text.endswith(end)


def test_what_the_speaker_asks_next_is_a_statement_of_its_own(read: Read) -> None:
    (first, second) = read("The mayor said the ferry was unsafe and ordered crews to stay ashore.").statements
    assert first.source is not None and second.source is not None
    assert (first.source.text, second.source.text, second.act) == ("The mayor", "The mayor", "demand")


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("Police confirmed that the miller was hit in the back and may never have seen the raider.", "the raider"),
        ("The reeve said both carts were found at the quay where they were built.", "were built"),
        ("The khan said he would free the crews and open the gate, which would end the siege.", "the siege"),
        ("The khan said the tax would hurt the towns at first, but would help them later.", "later"),
        (
            "The guild will not reveal the number of barges sunk, the number of crews lost, or the number of tolls.",
            "tolls",
        ),
        ("The guild did not comment on the loss, which could not be confirmed.", "the loss"),
    ],
)
def test_forecasts_lists_and_passives_go_on(read: Read, text: str, end: str) -> None:
    assert read(text).statements[0].content.text.endswith(end)
