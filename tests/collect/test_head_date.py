"""The day that the head of a plain text gives."""

from __future__ import annotations

import pytest

from sayso.collect.files import reports_from
from sayso.collect.head_date import day_of_head
from sayso.collect.making import Given


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ("Ministers met in Oslo\n18 November 2024\n\nThe two ministers met.", "2024-11-18"),
        ("Ministers met in Oslo\nBy Ann Field\nPublished: 16:05 GMT, 9 June 2013 | Updated later", "2013-06-09"),
        ("Monday, Nov. 18, 2024\nThe two ministers met.", "2024-11-18"),
        ("Last updated on 3rd March 2022 at 10:15 am\nThe two ministers met.", "2022-03-03"),
        ("2024-11-18\nThe two ministers met.", "2024-11-18"),
        ("GAO, Mali, March 3, 2022 (Agency) — Rebels attacked a town.", "2022-03-03"),
        ("Release: 23/11/2012\nTeachers marched through the town.", "2012-11-23"),
        ("Posted 11 / 23 / 2012\nTeachers marched through the town.", "2012-11-23"),
        ("Friday, 03/08/2013\nTeachers marched through the town.", "2013-03-08"),
        ("Dockers march\nUpdated: 2.15pm, 17 May 2011\nDockers marched.", "2011-05-17"),
        ("SATURDAY, JUNE 8, 2019, 6:20 PM\nDockers marched.", "2019-06-08"),
        ("BUKAVU, 3 Mar 2022 -- Rebels attacked a town.", "2022-03-03"),
    ],
)
def test_a_date_in_the_head(head: str, day: str) -> None:
    assert day_of_head(head) == day


@pytest.mark.parametrize(
    "head",
    [
        "The attack of March 3, 2022, was the worst in years. Rebels — nobody knows how many — took a town.",
        "Ten years after 3 March 2012\nThe town has been rebuilt.",
        "GAO, Mali, March 3 (Agency) — Rebels attacked a town.",
        "05/06/2024\nRebels attacked a town.",
        "Release: 03 / 04 / 2016\nRebels attacked a town.",
        "32/13/2016\nRebels attacked a town.",
        "31 February 2024\nRebels attacked a town.",
        "Rebels attacked a town.\n" * 20 + "3 March 2022\n",
        "",
    ],
)
def test_no_date_in_the_head(head: str) -> None:
    assert day_of_head(head) is None


@pytest.mark.parametrize(("given", "day"), [(None, "2022-03-03"), ("2022-03-05", "2022-03-05")])
def test_a_text_file_has_the_day_of_its_head_unless_the_caller_says_another(tmp_path, given, day) -> None:
    path = tmp_path / "report.txt"
    path.write_text("3 March 2022\nRebels attacked a town.", encoding="utf-8")
    (report,) = reports_from([str(path)], Given(published=given))
    assert report.published == day
