"""Strict ISO 8601."""

import pytest

from sayso.collect.dates import is_iso_8601


@pytest.mark.parametrize(
    "text",
    ["2024-11-18", "2024-02-29", "2024-11-18T06:30", "2024-11-18T06:30:00Z", "2024-11-18 06:30:00+02:00",
     "2024-11-18T06:30:00.123456+0200", "0002-01-01", "9998-12-31"],
)  # fmt: skip
def test_dates(text):
    assert is_iso_8601(text)


@pytest.mark.parametrize(
    "text",
    ["", "yesterday", "2024-02-30", "2023-02-29", "18.11.2024", "2024-11-18T25:00", "20241118", "2024-W47", "2024-11",
     "2024-11-18\n", "２０２４-11-18", "2024-11-18T06:30:00+99:99", "0000-01-01", "0001-01-01", "9999-12-31T00:00:00Z"],
)  # fmt: skip
def test_no_dates(text):
    assert not is_iso_8601(text)
