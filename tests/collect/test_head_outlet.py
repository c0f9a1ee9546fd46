"""The outlet and the day that stand under the title of a plain text."""

from __future__ import annotations

import pytest

from sayso.collect.files import reports_from
from sayso.collect.head_outlet import outlet_of_head
from sayso.collect.making import Given, report_of_text


@pytest.mark.parametrize(
    ("line", "outlet", "day"),
    [
        ("Harbour Wire, 2026-05-06", "Harbour Wire", "2026-05-06"),
        ("The Times, 6 May 2026", "The Times", "2026-05-06"),
        ("Delta Morning News | Wednesday, May 6, 2026", "Delta Morning News", "2026-05-06"),
        ("Radio Kessaly — 6 May 2026, 18:30 GMT", "Radio Kessaly", "2026-05-06"),
        ("Channel 9 News · Updated: 6 May 2026", "Channel 9 News", "2026-05-06"),
        ("Gazette of Lur and Ost Daily, 6th May 2026", "Gazette of Lur and Ost Daily", "2026-05-06"),
    ],
)
def test_an_outlet_and_a_day_under_the_title(line: str, outlet: str, day: str) -> None:
    assert outlet_of_head(f"Dockers march in Kessaly\n\n{line}\n\nDockers marched.") == (outlet, day)


@pytest.mark.parametrize(
    "line",
    [
        "Harbour Wire, 6 May 2026, told of the march first.",
        "Dockers stormed the Harbour Wire, 6 May 2026",
        "In The Times, 6 May 2026",
        "By Ann Field, 6 May 2026",
        "Ann Field, 6 May 2026",
        "Kessaly, 6 May 2026",
        "Port Harrow, 6 May 2026",
        "Press Release, 6 May 2026",
        "Breaking News, 6 May 2026",
        "The Press, 6 May 2026",
        "Harbour Wire, Wednesday",
        "Harbour Wire, 31 February 2026",
        "Harbour Wire, 05/06/2026",
        "Harbour Wire",
        "",
    ],
)
def test_no_outlet_under_the_title(line: str) -> None:
    assert outlet_of_head(f"Dockers march in Kessaly\n{line}\nDockers marched.") is None


def test_only_the_second_line_is_under_the_title() -> None:
    assert outlet_of_head("Dockers Storm Harbour Wire, 6 May 2026\nDockers marched.") is None
    assert outlet_of_head("Dockers march\nDockers marched.\nHarbour Wire, 6 May 2026") is None
    assert outlet_of_head("") is None


def test_a_text_file_has_the_outlet_and_day_of_its_head_unless_the_caller_says_others(tmp_path) -> None:
    text = "Dockers march in Kessaly\nHarbour Wire, 2026-05-06\n\nDockers marched."
    path = tmp_path / "report.txt"
    path.write_text(text, encoding="utf-8")
    (report,) = reports_from([path])
    assert (report.outlet, report.published, report.text) == ("Harbour Wire", "2026-05-06", text)
    assert report.id == report_of_text(text, outlet="Harbour Wire").id
    (report,) = reports_from([path], Given(outlet="Volga Wire", published="2026-05-07"))
    assert (report.outlet, report.published) == ("Volga Wire", "2026-05-07")
    (report,) = reports_from([path], Given(outlet="Volga Wire"))
    assert report.published == "2026-05-06"


def test_a_row_without_an_outlet_has_none(tmp_path) -> None:
    path = tmp_path / "rows.jsonl"
    path.write_text('{"text": "Dockers march\\nHarbour Wire, 2026-05-06\\n\\nDockers marched."}', encoding="utf-8")
    (report,) = reports_from([path])
    assert report.outlet is None
