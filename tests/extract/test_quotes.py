"""Quotations in raw text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from work import calls

from sayso.extract._saying.quotes import find_quotations


def quoted(text: str) -> list[str]:
    return [text[q.start : q.end] for q in find_quotations(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We leave,” she said. “At dawn.”", ["“We leave,”", "“At dawn.”"]),
        ('"We leave," she said. "At dawn."', ['"We leave,"', '"At dawn."']),
        ("«Nous partons», dit-elle.", ["«Nous partons»"]),
        ("„Wir gehen“, sagte er.", ["„Wir gehen“"]),
        ('The dam held."We stay," she said.', ['"We stay,"']),
        ("He called it ‘a farce’ and left.", ["‘a farce’"]),
        ("He called it 'a farce' and left.", ["'a farce'"]),
        ("``We leave,'' she said.", ["``We leave,''"]),
        ("``The workers' union won,'' she said.", ["``The workers' union won,''"]),
        ("''The workers' union won,'' she said.", ["''The workers' union won,''"]),
        (
            "``It is the nurses' own fault,'' he said. ``They left.''",
            ["``It is the nurses' own fault,''", "``They left.''"],
        ),
        ("``They called it 'a farce' and left,'' she said.", ["``They called it 'a farce' and left,''", "'a farce'"]),
        ("「行きます」 he said.", ["「行きます」"]),
        ("The soldiers’ boots weren’t dry, and the ’90s were over.", []),
        ("It's the guards' fault.", []),
        ("“He told me ‘run’ and I ran,” she said.", ["“He told me ‘run’ and I ran,”", "‘run’"]),
        ("“The soldiers’ boots were wet,” she said.", ["“The soldiers’ boots were wet,”"]),
        ("‘The soldiers’ boots were wet,’ she said.", ["‘The soldiers’ boots were wet,’"]),
    ],
)
def test_marks_of_every_style(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"They left, " he said. "We stay, " she added.', ['"They left, "', '"We stay, "']),
        ('One said: "I heard it.\nIt was late. "\nPolice came.', ['"I heard it.\nIt was late. "']),
        ("“We stay.\nAll of us.” She left “now”.", ["“We stay.\nAll of us.”", "“now”"]),
        (
            '"I saw it.\nThey fled.\n"John was good.\nHe was kind. "',
            ['"I saw it.\nThey fled.', '"John was good.\nHe was kind. "'],
        ),
        ('"We stay.\nThe dam "held" on.', ['"We stay.', '"held"']),
        ("“We stay.\n“We leave,” she said.", ["“We stay.", "“We leave,”"]),
    ],
)
def test_a_quotation_that_a_later_line_closes(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


def test_unclosed_quotation_ends_with_its_sentence() -> None:
    text = "The mayor said “we will stay. The bridge was closed on Monday."
    (quotation,) = find_quotations(text)
    assert text[quotation.start : quotation.end] == "“we will stay."
    assert not quotation.closed


def test_quotation_over_paragraphs() -> None:
    text = "“We stayed for a week.\n\n“Then we left,” the guide said."
    first, second = find_quotations(text)
    assert not first.closed
    assert second.closed


def test_sentence_after_a_quotation_is_outside() -> None:
    text = '"We stay." The bridge was closed. "We go."'
    assert quoted(text) == ['"We stay."', '"We go."']


@pytest.mark.parametrize("piece", ["“Yes,” he said. ", "“ no end ", '"a', "‘a", "'"])
def test_linear_time(piece: str) -> None:
    small = calls(lambda: find_quotations(piece * 2_000))
    assert calls(lambda: find_quotations(piece * 20_000)) < 11 * small


@given(st.text(alphabet="ab. \n“”‘’\"'«»„`", max_size=80))
def test_spans_are_inside_the_text(text: str) -> None:
    for quotation in find_quotations(text):
        assert 0 <= quotation.start < quotation.end <= len(text)
        assert quotation.start <= quotation.inside[0] <= quotation.inside[1] <= quotation.end
