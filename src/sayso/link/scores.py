"""How often those whose outlooks were decided were right, and how far their probabilities lay from what came."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from sayso.link.records import Outcome, Score
from sayso.link.same_entity import Names
from sayso.model import Outlook, Reading


def scores(outlooks: Iterable[tuple[Reading, Outlook, Outcome | None]], names: Names) -> list[Score]:
    """One score for each holder with a decided outlook, those with the most decided ones first.

    Holders are those who go by a name, under the one that `names` joins theirs with, and outlets; who has none is left
    out: "her office" is somebody else's in the next report.
    The Brier score (Brier 1950) is the mean of (p − o)², where p is the middle of the range that the words give and o
    is 1 where it came about as worded, else 0: 0 is perfect, a coin gets 0.25.
    """
    counted: dict[str, Counter[str]] = defaultdict(Counter)
    squares: dict[str, list[float]] = defaultdict(list)
    for reading, outlook, outcome in outlooks:
        name = holder_of(reading, outlook, names)
        if name is None:
            continue
        counted[name][outcome.outcome if outcome is not None else "open"] += 1
        if outcome is not None and outcome.came_about is not None and outlook.probability is not None:
            middle = (outlook.probability.low + outlook.probability.high) / 2
            squares[name].append((middle - outcome.came_about) ** 2)
    found = [
        Score(
            holder=name,
            outlooks=count.total(),
            came_true=count["came_true"],
            failed=count["failed"],
            open=count["open"],
            with_probability=len(squares[name]),
            brier=round(sum(squares[name]) / len(squares[name]), 4) if squares[name] else None,
        )
        for name, count in counted.items()
        if count["came_true"] + count["failed"]
    ]
    return sorted(found, key=lambda score: (-(score.came_true + score.failed), score.holder))


def holder_of(reading: Reading, outlook: Outlook, names: Names) -> str | None:
    """Whose outlook it is: a name, the outlet's where the report itself expects it; None for the unnamed."""
    if outlook.holder is None:
        return reading.report.outlet
    entity = next((e for e in reading.entities if e.id == outlook.holder.entity), None)
    return names.get((entity.kind, entity.name), entity.name) if entity is not None and entity.has_name else None
