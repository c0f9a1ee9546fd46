"""What looks like a statement and is none."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sayso.model import Reading

pytestmark = pytest.mark.model
Read = Callable[..., Reading]


@pytest.mark.parametrize(
    "text",
    [
        "The two leaders discussed the situation in the strait.",
        "They continued their exchange of views on the canal.",
        "Norway's government has never confirmed the loss.",
        "The guild neither confirmed nor denied the payment.",
        "The society did not want to address the raid.",
        "The book was released on Friday.",
        "The marsh is known as a refuge of smugglers.",
        "The reeve is wanted for murder in Norway.",
        "Ida Holm failed to explain the loss of the ferry.",
        "The decision to attack the mill was taken on Monday.",
        "The board did not recommend a trial.",
        "The carters showed perseverance during the siege.",
        "Norway recalled its ambassador to Sweden for consultations.",
        "The council named a reeve, Ida Holm, to replace him.",
        "The president named Amina Sow prime minister.",
        "The king named Lena Holm ambassador to Norway.",
        "The truce, which took effect on Wednesday, appeared to be holding.",
        "The garrison showed no sign of retreat.",
        "The carters, showing signs of panic, left the mill.",
        "The clerk and his brother were questioned at the courthouse.",
        "The raid was billed as a festival.",
        "It seemed to please the crowd.",
        "The discussion also touched on the building of the dam.",
        "Okot has ignored the issue of the dam.",
        "The guild has opted to remain quiet about the raid.",
        "Okot imagined a new port.",
        "The mayor will tour the ports to explain the policies of the guild.",
    ],
)
def test_nothing_is_said(read: Read, text: str) -> None:
    assert not read(text).statements


def test_a_question_that_was_discussed_is_said(read: Read) -> None:
    (statement,) = read("The mayors discussed how the dam could be mended.").statements
    assert statement.content.text == "how the dam could be mended"


def test_whom_an_agency_cites_is_not_what_it_says(read: Read) -> None:
    (statement,) = read("Six boats sank, the Gazette reported, citing a harbour source.").statements
    assert statement.content.text == "Six boats sank"


def test_what_is_denied_is_no_statement_of_its_own(read: Read) -> None:
    (statement,) = read("Sweden denies backing the smugglers.").statements
    assert statement.act == "deny"


def test_a_thing_threatens_without_a_word(read: Read) -> None:
    assert not read("The floods that are threatening the stability of the dam came at night.").statements


def test_what_everybody_is_known_to_have_done_is_said(read: Read) -> None:
    (statement,) = read("Ida Holm said it was known that the dam leaked.").statements
    assert statement.content.text == "it was known that the dam leaked"
