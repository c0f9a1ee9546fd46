"""Marks by eye: places in texts of corpora that stay outside, known types and times, none twice."""

from __future__ import annotations

from pathlib import Path

import pytest

from training.marked import rows
from training.own_data import TYPES

ROOT = Path(__file__).parents[2]
DATA = ROOT / "training/data"
CORPORA = {"ecbplus", "geo", "muc4", "polnear", "public_reports", "time"}


def test_events_have_a_verdict_and_only_right_ones_a_time_and_sides() -> None:
    marks = list(rows(DATA / "tellings.tsv"))
    assert len(marks) > 5000
    for corpus, _, at, kind, _, verdict, when, *sides in marks:
        assert corpus in CORPORA and at.isdecimal() and kind in TYPES
        assert (verdict == "y" and when in ("d", "p", "f", "g")) or (verdict in ("x", "n") and when == "")
        assert len(sides) == 3 and (verdict == "y" or not any(sides))


def test_nobody_is_on_two_sides_but_who_harms_himself() -> None:
    twice = [row for row in list(rows(DATA / "tellings.tsv")) if set(row[7].split(",")) & set(row[8].split(",")) - {""}]
    assert len(twice) < 40


def test_words_without_a_code_have_a_type_or_none() -> None:
    marks = list(rows(DATA / "types.tsv"))
    assert len(marks) > 6000
    assert {row[0] for row in marks} <= CORPORA
    assert {row[3] for row in marks} <= TYPES | {"-"}
    assert len({tuple(row[:3]) for row in marks}) == len(marks)


@pytest.mark.parametrize("name", ["same.tsv", "same_more.tsv"])
def test_tellings_are_grouped_once_and_some_together(name: str) -> None:
    marks = list(rows(DATA / name))
    assert len(marks) > 1000
    assert {row[0] for row in marks} <= CORPORA
    assert len({tuple(row[:3]) for row in marks}) == len(marks)
    groups = [tuple(row[:2] + row[3:]) for row in marks]
    assert 300 < len(groups) - len(set(groups)) < len(groups) / 2


def test_pairs_of_two_reports_are_judged_once() -> None:
    marks = list(rows(DATA / "joins.tsv"))
    assert len(marks) > 2000
    for corpus, one, at, other, there, verdict in marks:
        assert corpus in CORPORA and one != other and at.isdecimal() and there.isdecimal()
        assert verdict in ("S", "P", "D")
    assert len({tuple(row[:5]) for row in marks}) == len(marks)


def test_events_have_a_place_or_a_time_by_eye() -> None:
    marks = list(rows(DATA / "grounds.tsv"))
    assert len(marks) > 5000
    for corpus, _, at, kind, *cells in marks:
        assert corpus in CORPORA and at.isdecimal() and kind in TYPES
        assert len(cells) == 2 and any(cells)
        assert all(one.isdecimal() for cell in cells if cell not in ("", "-", "today") for one in cell.split(","))
        assert cells[0] != "today"
    assert len({tuple(row[:4]) for row in marks}) == len(marks)


def test_words_stand_for_a_noun_of_their_text_or_for_none() -> None:
    marks = list(rows(DATA / "antecedents.tsv"))
    assert len(marks) > 10_000
    assert all(row[0] in CORPORA or (ROOT / f"tests/gold/{row[0]}.jsonl").exists() for row in marks)
    assert len({tuple(row[:3]) for row in marks}) == len(marks)
    for _, _, at, meant in marks:
        assert at.isdecimal() and (meant == "-" or all(one.isdecimal() and one != at for one in meant.split("+")))


def test_words_with_a_type_tell_it_another_or_nothing() -> None:
    marks = list(rows(DATA / "verdicts.tsv"))
    assert len(marks) > 20_000
    assert len({tuple(row[:4]) for row in marks if row[5] != "missed"}) == sum(row[5] != "missed" for row in marks)
    for corpus, _, at, kind, _, verdict, status in marks:
        assert corpus in CORPORA and at.isdecimal() and kind in TYPES
        assert verdict in {"y", "g", "n", "missed"} | TYPES - {kind} and status in {"", *"oupqatd"}


def test_what_was_missed_is_marked_once() -> None:
    missed = [tuple(row[:3]) for row in rows(DATA / "verdicts.tsv") if row[5] == "missed"]
    assert len(set(missed)) == len(missed)


def test_sides_are_somebody_of_the_text_or_nobody() -> None:
    marks = list(rows(DATA / "parties.tsv"))
    assert len(marks) > 25_000
    assert len({tuple(row[:5]) for row in marks}) == len(marks)
    for corpus, _, at, kind, side, meant in marks:
        assert corpus in CORPORA and at.isdecimal() and kind in TYPES and side in ("actors", "recipients")
        assert meant == "-" or all(one.isdecimal() for one in meant.split(","))


def test_no_mark_is_in_a_text_that_is_only_counted() -> None:
    files = {
        row[0]
        for name in ("antecedents", "same", "grounds", "verdicts", "parties")
        for row in rows(DATA / f"{name}.tsv")
    }
    assert not [name for name in files if any(word in name for word in ("kept", "final", "unread"))]
