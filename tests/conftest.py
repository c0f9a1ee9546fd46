"""What every test may use. `builders` (readings by hand) is on the path, see pyproject.toml."""

import pytest

from sayso.model import Reading


@pytest.fixture
def without_a_model(monkeypatch):
    """Reading takes no part in what is tested: a report comes back with no records."""

    def read(reports, **_):
        for report in reports:
            yield Reading(report=report)

    monkeypatch.setattr("sayso.pipeline.read", read)
