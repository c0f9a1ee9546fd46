"""Quotations that words before a colon lead up to."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from work import calls

from sayso.digest.language import load_language
from sayso.extract._saying.leads import with_whole_quotations
from sayso.extract._saying.quotes import find_quotations
from sayso.extract.statements import find_drafts
from sayso.model import Reading

pytestmark = pytest.mark.model
Read = Callable[..., Reading]
LETTER = "The canal has served four valleys for ninety years. It employs many skilled people. I wish you good health."


@pytest.mark.parametrize(
    "lead", ["The letter reads, in part:", "The telegram reads:", "Mayor Ida Holm wrote to the guild:"]
)
@pytest.mark.parametrize("space", ["", " "])
def test_a_lead_says_the_whole_quotation(read: Read, lead: str, space: str) -> None:
    reading = read(f'{lead}{space}"{LETTER}"')
    whole = [s for s in reading.statements if s.content.text == f'"{LETTER}"']
    assert len(whole) == 1
    assert whole[0].manner == "direct"
    assert whole[0].source is not None
    assert not [s for s in reading.statements if s is not whole[0] and s.source == whole[0].source]


def test_what_the_lead_itself_says_stays(read: Read) -> None:
    reading = read('The warden said the dam was safe: "We checked every gate on Tuesday, and none of them leaks."')
    assert any("dam was safe" in s.content.text for s in reading.statements)


def test_linear_time() -> None:
    piece = 'The letter reads: "We stay in the valley for good." '
    doc = load_language()(piece * 40)

    def work(many: int) -> int:
        text = piece * many
        quotations = find_quotations(text)
        drafts = find_drafts(doc[: many * 14].as_doc(), text, quotations, speech=False)
        return calls(lambda: with_whole_quotations(doc, text, quotations, drafts))

    assert work(40) < 12 * work(5)
