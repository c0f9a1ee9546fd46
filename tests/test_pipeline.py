"""What one report that cannot be read costs the others, and how it is told."""

from __future__ import annotations

import msgspec
import pytest

from sayso import pipeline
from sayso.collect.making import report_of_text
from sayso.digest import language
from sayso.errors import InputError, SaysoError
from sayso.model import Origin, Report

pytestmark = pytest.mark.model


@pytest.fixture
def reports() -> list[Report]:
    texts = ("Rebels attacked the mill.", "A trip was planned.", "Jets struck the port.")
    return [report_of_text(text, published="2024-11-18") for text in texts]


def trip_over(word: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Makes the language model fail at a word."""
    mend_read = language.mend_read

    def mend(forms: list[str], *more: object) -> None:
        if word in forms:
            raise IndexError("rule")
        mend_read(forms, *more)  # type: ignore[arg-type]

    monkeypatch.setattr(language, "mend_read", mend)


def test_a_text_that_trips_the_language_model_costs_no_other(
    reports: list[Report], monkeypatch: pytest.MonkeyPatch
) -> None:
    trip_over("trip", monkeypatch)
    told: list[SaysoError] = []
    read = [reading.report for reading in pipeline.read(reports, problem=told.append)]
    assert read == [reports[0], reports[2]]
    (error,) = told
    assert (
        str(error)
        == f"cannot read the text, report {reports[1].id}: a fault in sayso (IndexError('rule')); please tell us"
    )
    with pytest.raises(InputError, match=reports[1].id):
        list(pipeline.read(reports))


@pytest.mark.parametrize(
    ("published", "fault"),
    [
        ("9999-12-31", "not of the years 2 to 9998"),
        ("0001-01-01T00:00:00Z", "not of the years 2 to 9998"),
        ("soon", "not an ISO 8601 date"),
    ],
)
def test_a_report_of_no_day_is_told_as_an_error_of_the_input(reports: list[Report], published: str, fault: str) -> None:
    odd = msgspec.structs.replace(reports[0], published=published, origin=Origin(kind="file", location="a.txt"))
    told: list[SaysoError] = []
    assert [reading.report for reading in pipeline.read([odd, reports[1]], problem=told.append)] == [reports[1]]
    assert [str(error) for error in told] == [
        f'cannot read a.txt, report {odd.id}: "published" is "{published}", {fault}'
    ]
    with pytest.raises(InputError, match=f"cannot read the text: .* {fault}"):
        report_of_text(reports[0].text, published=published)


@pytest.mark.parametrize("day", ["0002-01-01", "9998-12-31"])
def test_the_first_and_the_last_day_are_read(day: str) -> None:
    text = "Rebels attacked the mill last year and will strike the port next year. On Monday they left for a decade."
    assert list(pipeline.read([report_of_text(text, published=day)]))
