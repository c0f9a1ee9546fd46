"""Many reports by several processes: the same readings, in the same order, faults told one by one."""

from __future__ import annotations

import json
import os
import signal
from collections.abc import Iterator
from functools import partial
from multiprocessing import get_context
from pathlib import Path

import pytest
import spacy
from spacy.tokens import Doc

from sayso import jobs, pipeline
from sayso.collect.making import report_of_text
from sayso.errors import SaysoError
from sayso.model import Reading, Report
from sayso.persist.picture import Picture

TOWNS = ("Oslo", "Lagos", "Quito", "Minsk", "Dakar", "Hanoi")


def reports(many: int) -> list[Report]:
    texts = (f"Gunmen killed {i + 2} people in {TOWNS[i % 6]} on Monday, police said." for i in range(many))
    return [report_of_text(text, published="2025-03-04") for text in texts]


class Deadly:
    """A tokenizer that ends the process that uses it."""

    def __call__(self, text: str) -> Doc:
        os.kill(os.getpid(), signal.SIGKILL)
        raise AssertionError(text)


def readings(found: Iterator[Reading]) -> list[dict[str, object]]:
    return [json.loads(reading.to_json()) for reading in found]


def test_two_processes_read_as_one_does_and_in_order() -> None:
    given = reports(jobs.FEW + 9)
    assert readings(jobs.read(given, jobs=2)) == readings(pipeline.read(given))


def test_a_few_reports_start_no_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jobs, "ProcessPoolExecutor", partial(pytest.fail, "a process was started"))
    given = reports(jobs.FEW)
    assert [reading.report.id for reading in jobs.read(given, jobs=2)] == [report.id for report in given]


def test_faults_are_told_one_by_one_and_in_order() -> None:
    given = reports(jobs.FEW + 3)
    unparsed = spacy.blank("en")
    told: list[SaysoError] = []
    assert list(jobs.read(given, nlp=unparsed, problem=told.append, jobs=2)) == []
    assert [f"report {report.id}" in str(error) for report, error in zip(given, told, strict=True)] == [True] * len(
        given
    )
    with pytest.raises(SaysoError, match=given[0].id):
        list(jobs.read(given, nlp=unparsed, jobs=2))


def test_a_killed_process_is_told() -> None:
    nlp = spacy.blank("en")
    nlp.tokenizer = Deadly()
    with pytest.raises(SaysoError, match="--jobs 1"):
        list(jobs.read(reports(jobs.FEW + 3), nlp=nlp, jobs=2))


def test_a_picture_is_the_same_whoever_read(tmp_path: Path) -> None:
    given = reports(jobs.FEW + 4)
    found = []
    for many in (1, 2):
        with Picture(tmp_path / f"{many}.db") as picture:
            assert picture.add(given, jobs=many).read == len(given)
            found.append([reading.to_json() for reading in picture.readings()])
    assert found[0] == found[1]


def test_a_process_reads_no_more_once_nobody_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    stopped = get_context("spawn").Event()

    def read(given: list[Report], **_: object) -> Iterator[Reading]:
        for report in given:
            stopped.set()
            yield Reading(report=report)

    monkeypatch.setattr(pipeline, "read", read)
    monkeypatch.setattr(jobs, "_given", (None, None, stopped))
    assert len(jobs._read(reports(4))) == 1
    assert jobs._read(reports(4)) == []
