"""What a speaker says of himself where he speaks at length."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from work import calls

from sayso.digest.language import load_language
from sayso.extract._saying.frames import by_frames
from sayso.extract._saying.own_words import by_own_words, spoken_places
from sayso.extract._saying.quotes import find_quotations
from sayso.extract._saying.turns import find_turns
from sayso.model import Reading, Statement

pytestmark = pytest.mark.model
Read = Callable[..., Reading]
TITLE = "Remarks by Governor Amal Haddad at the Northern Bridge"


def own(reading: Reading) -> list[tuple[str, str, str]]:
    def row(s: Statement) -> tuple[str, str, str]:
        return (s.cue.text if s.cue else "", s.act, s.content.text)

    return [row(s) for s in reading.statements if s.source and s.source.text.lower() in ("i", "we")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("I am confident that the bridge will carry us all.", ("am confident", "predict", "that the bridge")),
        ("I would like to thank the welders for their patience.", ("would like to thank", "praise", "their patience")),
        ("We are grateful to the miners for their help.", ("are grateful", "praise", "their help")),
        ("We will never accept a wall across this valley.", ("will never", "promise", "accept a wall")),
        ("We stand here today, and we will keep the road open.", ("will", "promise", "keep the road open")),
        ("We deplore the raid on the mill.", ("deplore", "criticize", "the raid on the mill")),
        ("I am pleased to note that trade has grown.", ("am pleased to note", "assert", "that trade has grown")),
        (
            "We will always honour this courage, cherish the fallen and strengthen the bonds.",
            ("will always", "promise", "honour this courage, cherish the fallen and strengthen the bonds"),
        ),
        ("We call on both camps to keep calm.", ("call on", "demand", "both camps to keep calm")),
        (
            "We stand in solidarity with the nurses of Chad.",
            ("stand in solidarity with", "praise", "the nurses of Chad"),
        ),
        ("We stand against piracy.", ("stand against", "criticize", "piracy")),
        ("We remain committed to the treaty.", ("remain committed", "promise", "the treaty")),
        ("I want to be clear: the raids must end.", ("want to be clear", "demand", "the raids must end")),
        ("We offer our full support for the inquiry.", ("offer our full support", "praise", "the inquiry")),
    ],
)
def test_in_a_speech(read: Read, text: str, expected: tuple[str, str, str]) -> None:
    cue, act, content = expected
    assert any(c == cue and a == act and content in w for c, a, w in own(read(text, title=TITLE)))


@pytest.mark.parametrize(
    "text",
    [
        "We will now discuss the third point.",
        "If we will sign, they will come.",
        "Will we accept this wall?",
        "I welcomed the welders at the gate.",
        "When I welcome Mayor Ida Holm, the bridge will be open.",
    ],
)
def test_what_promises_nothing(read: Read, text: str) -> None:
    assert not [row for row in own(read(text, title=TITLE)) if row[0] in ("will", "welcome", "welcomed")]


def test_in_a_turn_and_in_a_letter(read: Read) -> None:
    turn = read("MAYOR IDA HOLM: Good evening. I am sure that the ferry will sail again.\nQUESTION: And the port?")
    assert any(cue == "am sure" for cue, _, _ in own(turn))
    letter = read('The letter reads: "The canal is ninety years old. I am sure that it will serve your children."')
    assert any(cue == "am sure" for cue, _, _ in own(letter))
    assert all(s.inside for s in letter.statements if s.source and s.source.text == "I")


def test_linear_time() -> None:
    def work(many: int) -> int:
        text = "I am sure that we will keep the road open. " * many
        doc = load_language()(text)
        places = spoken_places(doc, text, find_quotations(text), find_turns(doc, text), whole=True)
        frames = list(by_frames(doc))
        return calls(lambda: by_own_words(doc, text, places, frames))

    assert work(80) < 24 * work(5)


def test_let_me_say(read: Read) -> None:
    text = 'The letter reads: "The hall is yours. Let me stress that the roof is sound. Let me know when you come."'
    mine = [s for s in read(text).statements if s.source and s.source.text == "me"]
    assert [(s.cue.text if s.cue else "", s.content.text) for s in mine] == [("stress", "that the roof is sound")]


def test_what_is_good_and_what_must_be_said_is_the_speakers_view(read: Read) -> None:
    reading = read(
        "Governor Idris Haddad: Good morning. It is encouraging to see that the crew works hard. It should be noted "
        "that the dam holds. Captain Ida Holm: Thank you. It is regrettable that the raid went on."
    )
    found = [(s.act, s.source.text, s.content.text) for s in reading.statements if s.inside and s.source]
    assert found == [
        ("praise", "Governor Idris Haddad", "that the crew works hard"),
        ("assert", "Governor Idris Haddad", "that the dam holds"),
        ("criticize", "Captain Ida Holm", "that the raid went on"),
    ]


def test_nobody_is_known_to_note_what_a_report_notes(read: Read) -> None:
    (statement,) = read("It should be noted that the quay is weak.").statements
    assert statement.source is None
