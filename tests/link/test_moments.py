"""Which of two dates came first, whatever their precision."""

import pytest

from sayso.link.moments import came_after, came_before, came_between


@pytest.mark.parametrize(
    ("published", "bound", "before", "after"),
    [
        # a day is that of the outlet's own clock
        ("2026-03-10T23:30:00-05:00", "2026-03-11", True, False),
        ("2026-03-11T00:30:00+05:00", "2026-03-11", False, False),
        ("2026-03-12", "2026-03-11", False, True),
        # a moment is one wherever the outlet is
        ("2026-03-10T09:00:00+03:00", "2026-03-10T08:00", True, False),
        ("2026-03-10T07:00:00-05:00", "2026-03-10T08:00", False, True),
        ("2026-03-10T08:00:00+00:00", "2026-03-10T10:00+02:00", False, False),
        # of which only the day is known, may be before and after
        ("2026-03-10", "2026-03-10T08:00", False, False),
        ("2026-03-09", "2026-03-10T08:00", True, False),
        ("2026-03-11", "2026-03-10T08:00", False, True),
        (None, "2026-03-10T08:00", True, False),
        (None, "2026-03-10", True, False),
    ],
)
def test_before_and_after(published, bound, before, after):
    assert (came_before(published, bound), came_after(published, bound)) == (before, after)


def test_between_takes_both_ends_and_nothing_without_a_date():
    assert came_between("2026-03-10T08:00:00Z", "2026-03-10T08:00", "2026-03-10T08:00")
    assert came_between("2026-03-10", None, "2026-03-10")
    assert not came_between(None, None, "2026-03-10")
