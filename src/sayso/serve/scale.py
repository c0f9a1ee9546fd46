"""Figures side by side: one scale for all accounts of one toll, so that bars can be compared at a glance."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.serve.display import Figures

#: the view box of one bar
WIDTH = 240.0
MARGIN = 8.0


@dataclass(frozen=True, slots=True)
class Stroke:
    """One account's bar from `x1` to `x2`: a dot where the words are exact, an open end where they give no bound."""

    x1: float
    x2: float
    dot: float | None
    open_low: bool
    open_high: bool


@dataclass(frozen=True, slots=True)
class Scale:
    """From nought to a round whole number above the highest figure."""

    top: float

    @classmethod
    def of(cls, accounts: Sequence[Figures]) -> Scale:
        """The scale that has room for all of them."""
        figures = [value for one in accounts for value in (one.low, one.high, one.best) if value is not None]
        highest = max(figures, default=1.0) or 1.0
        power = 10.0 ** (len(str(int(highest))) - 1)
        tops = (step * power for step in (1, 1.5, 2, 3, 4, 5, 6, 8, 10, 15))
        return cls(next(top for top in tops if top.is_integer() and top >= highest * 1.08))

    def x(self, value: float) -> float:
        """Where a figure lies."""
        return MARGIN + (WIDTH - 2 * MARGIN) * min(value, self.top) / self.top

    def stroke(self, account: Figures) -> Stroke | None:
        """The bar of an account; None where its words give no number."""
        low, high, best = account.low, account.high, account.best
        if low is None and high is None and best is None:
            return None
        first = low if low is not None else best if best is not None else 0.0
        last = high if high is not None else best if best is not None else self.top
        return Stroke(
            x1=self.x(first),
            x2=self.x(last),
            dot=self.x(best) if best is not None else None,
            open_low=low is None and best is None,
            open_high=high is None and best is None,
        )
