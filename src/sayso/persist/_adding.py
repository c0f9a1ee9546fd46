"""What becomes of the inputs of one `add`."""

from __future__ import annotations

from collections.abc import Callable

from sayso.errors import SaysoError
from sayso.model import Report
from sayso.persist.found import Counts


class Tally:
    """Counts what becomes of the inputs."""

    def __init__(self, progress: Callable[[Report | SaysoError], None] | None) -> None:
        self.read = self.unchanged = 0
        self.problems: list[SaysoError] = []
        self.progress = progress or (lambda _: None)

    def quarantine(self, error: SaysoError) -> None:
        """It cannot be read."""
        self.problems.append(error)
        self.progress(error)

    def was_known(self, report: Report) -> None:
        """It is in the picture already."""
        self.unchanged += 1
        self.progress(report)

    def was_read(self, report: Report) -> None:
        """It was read and stored."""
        self.read += 1
        self.progress(report)

    def counts(self) -> Counts:
        """All of them."""
        return Counts(
            read=self.read,
            unchanged=self.unchanged,
            quarantined=len(self.problems),
            problems=tuple(self.problems),
        )
