"""Which reports without a date are told of."""

import pytest

import sayso
from sayso.persist._adding import wants_a_date


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "published", "wants"),
    [
        ("Six men died in Bria on Tuesday, the mayor said.", None, True),
        ("Six men died in Bria three days ago, the mayor said.", None, True),
        ("Six men died in Bria on Tuesday, the mayor said.", "2024-03-04", False),
        ("Six men died in Bria in March 2022, the mayor said.", None, False),
        ("Six men died in Bria, the mayor said recently.", None, False),
    ],
)
def test_only_days_that_a_date_would_settle_want_one(text, published, wants):
    assert wants_a_date(sayso.read(text, published=published)) == wants
