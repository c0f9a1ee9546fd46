"""A loss without corners, followed down to its lowest point."""

from __future__ import annotations

from collections.abc import Callable

import torch


def descend(parameters: list[torch.Tensor], loss: Callable[[], torch.Tensor], steps: int = 300) -> None:
    """Change the parameters, in place, to where the loss of all examples is lowest (L-BFGS)."""
    optimizer = torch.optim.LBFGS(parameters, max_iter=steps, line_search_fn="strong_wolfe")

    def step() -> torch.Tensor:
        optimizer.zero_grad()
        total = loss()
        total.backward()
        return total

    optimizer.step(step)
