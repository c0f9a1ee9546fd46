"""What becomes of the inputs of one `add`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import msgspec

from sayso.errors import SaysoError
from sayso.model import Reading, Report
from sayso.persist._write import Known
from sayso.persist.found import Counts


class Tally:
    """Counts what becomes of the inputs."""

    def __init__(self, progress: Callable[[Report | SaysoError], None] | None) -> None:
        self.read = self.unchanged = self.otherwise = self.twice = self.undated = 0
        self.problems: list[SaysoError] = []
        self.passed: list[Path] = []
        self.progress = progress or (lambda _: None)

    def fresh(
        self, inputs: Iterable[Report | SaysoError], known_as: Callable[[Report], list[Known]], *, again: bool
    ) -> Iterator[Report]:
        """The reports to be read; the others are counted."""
        under_way: set[str] = set()
        for item in inputs:
            if isinstance(item, SaysoError):
                self.quarantine(item)
                continue
            known = known_as(item)
            if item.id in under_way or (known and known[0].id == item.id and not again):
                self.was_known(item, otherwise=item.id not in under_way and says_otherwise(item, known[0]))
                continue
            under_way.add(item.id)
            self.twice += bool(known) and not again
            yield filled(item, known[0]) if known and again else item

    def quarantine(self, error: SaysoError) -> None:
        """It cannot be read."""
        self.problems.append(error)
        self.progress(error)

    def was_known(self, report: Report, *, otherwise: bool = False) -> None:
        """It is in the picture already; `otherwise`: with another date or title than it is given now."""
        self.unchanged += 1
        self.otherwise += otherwise
        self.progress(report)

    def was_read(self, reading: Reading) -> None:
        """It was read and stored."""
        self.read += 1
        self.undated += wants_a_date(reading)
        self.progress(reading.report)

    def counts(self) -> Counts:
        """All of them."""
        return Counts(
            read=self.read,
            unchanged=self.unchanged,
            quarantined=len(self.problems),
            otherwise=self.otherwise,
            twice=self.twice,
            undated=self.undated,
            problems=tuple(self.problems),
            passed=tuple(self.passed),
        )


def wants_a_date(reading: Reading) -> bool:
    """Whether a report without a date tells of a day that only the date would settle: "on Tuesday"."""
    open_days = (time for time in reading.times if time.precision == "day" and time.value.startswith("XXXX"))
    return reading.report.published is None and any(open_days)


def says_otherwise(report: Report, known: Known) -> bool:
    """Whether the report is given with another date or title than the one it is known with."""
    pairs = ((report.published, known.published), (report.title, known.title))
    return any(now is not None and now != before for now, before in pairs)


def filled(report: Report, known: Known) -> Report:
    """The report as it is given now; what is said of it nowhere now stays as it is known."""
    kept = {
        name: getattr(known, name) for name in ("given_id", "title", "published") if getattr(report, name) is None
    }  # fmt: skip
    return msgspec.structs.replace(report, **kept)
