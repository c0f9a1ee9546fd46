"""The quality gate's own arithmetic."""

from __future__ import annotations

from pathlib import Path

from bench.gate import compare, raised, sample

GOLD = {"times": "abc"}
FLOORS = {"times": {"gold_sha256": "abc", "sample": 60, "floors": {"all strict, F1": 80.0}}}


def test_a_figure_under_its_floor_fails() -> None:
    assert compare({"times": {"all strict, F1": 79.6}}, FLOORS, GOLD) == []
    assert compare({"times": {"all strict, F1": 79.4}}, FLOORS, GOLD) == [
        "times: all strict, F1 is 79.4, its floor is 80.0"
    ]


def test_a_missing_figure_fails() -> None:
    assert compare({"times": {}}, FLOORS, GOLD) == ["times: all strict, F1 is None, its floor is 80.0"]


def test_correlations_have_a_hundredth_of_the_slack() -> None:
    floors = {"certainty": {"gold_sha256": "abc", "floors": {"uw, r": 0.8}}}
    assert compare({"certainty": {"uw, r": 0.79}}, floors, {"certainty": "abc"})


def test_changed_gold_is_said() -> None:
    (line,) = compare({"times": {"all strict, F1": 80.0}}, FLOORS, {"times": "other"})
    assert "gold has changed" in line


def test_floors_only_rise() -> None:
    new = raised({"times": {"all strict, F1": 70.0}}, FLOORS, GOLD, lower=False)
    assert new["times"]["floors"] == {"all strict, F1": 80.0}
    new = raised({"times": {"all strict, F1": 90.0}}, FLOORS, GOLD, lower=False)
    assert new["times"]["floors"] == {"all strict, F1": 90.0}


def test_floors_fall_only_when_told() -> None:
    new = raised({"times": {"all strict, F1": 70.0}}, FLOORS, GOLD, lower=True)
    assert new["times"]["floors"] == {"all strict, F1": 70.0}


def test_the_sample_is_spread_over_the_gold(tmp_path: Path) -> None:
    gold = tmp_path / "gold.jsonl"
    gold.write_text("".join(f'{{"n": {n}}}\n' for n in range(100)), encoding="utf-8")
    sample(gold, 30, tmp_path / "sample" / "gold.jsonl")
    lines = (tmp_path / "sample" / "gold.jsonl").read_text(encoding="utf-8").splitlines()
    assert len(lines) == 25
    assert lines[-1] == '{"n": 96}'
