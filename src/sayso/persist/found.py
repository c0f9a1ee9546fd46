"""What the picture answers with."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Generic, TypeVar

import msgspec

from sayso.collect.passed import left_alone
from sayso.errors import SaysoError
from sayso.link.records import Dispute, LinkedEvent, Outcome, OutcomeKind
from sayso.model import Event, Link, Outlook, Probability, Reading, Record, Report, Span, Statement, Words

T = TypeVar("T", Statement, Event, Outlook)


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """What became of the inputs of one `add`: seen = read + unchanged + quarantined."""

    read: int = 0
    unchanged: int = 0
    quarantined: int = 0
    #: of the unchanged: those that are given with another date or title now
    otherwise: int = 0
    #: of those read: those whose words are in the picture without an outlet, too
    twice: int = 0
    #: of those read: those of which nothing says when they came out, and which tell of days that this leaves open
    undated: int = 0
    #: one per quarantined input
    problems: tuple[SaysoError, ...] = ()
    #: files in the folders given that are of no kind that is read
    passed: tuple[Path, ...] = ()

    @property
    def seen(self) -> int:
        return self.read + self.unchanged + self.quarantined

    def __str__(self) -> str:
        seen = f"seen {self.seen} = read {self.read} + unchanged {self.unchanged} + quarantined {self.quarantined}"
        return f"{seen}\n{left_alone(self.passed)}" if self.passed else seen


@dataclass(frozen=True, slots=True, kw_only=True)
class Found(Generic[T]):
    """One statement, event or outlook, with the reading it stands in."""

    record: T
    reading: Reading = field(repr=False)
    #: what became of an outlook; None for other records, and where links are out of date
    fate: Outcome | None = None

    @property
    def outcome(self) -> OutcomeKind:
        """`came_true`, `failed` or `open`, of an outlook."""
        return self.fate.outcome if self.fate is not None else "open"

    @property
    def id(self) -> str:
        """The name across reports, "r-…/s1"."""
        return f"{self.reading.report.id}/{self.record.id}"

    @property
    def report(self) -> Report:
        return self.reading.report

    def as_dict(self) -> dict[str, Any]:
        """The record with its report, as the command line prints it."""
        report = self.report
        head = {"id": self.id, "report": report.id, "outlet": report.outlet, "title": report.title,
                "published": report.published}  # fmt: skip
        rest = {name: value for name, value in msgspec.to_builtins(self.record).items() if name != "id"}
        return head | rest | (self._became() if isinstance(self.record, Outlook) else {})

    def _became(self) -> dict[str, Any]:
        fate = msgspec.to_builtins(self.fate) if self.fate is not None else {}
        return {
            "outcome": self.outcome,
            "came_about": fate.get("came_about"),
            "horizon_passed": fate.get("horizon_passed", False),
            "decided_by": list(fate.get("by", ())),
        }


class ReportLine(Record, frozen=True, kw_only=True):
    """One report of the picture, without its text."""

    id: str
    given_id: str | None
    url: str | None
    outlet: str | None
    title: str | None
    published: str | None
    language: str
    #: when this picture learned of it, UTC
    added: str
    version_of: str | None
    #: False where a later version of the page is here too
    newest: bool
    syndicated_from: str | None
    characters: int
    #: the first words of the text, by which a report without a title is known
    opening: str
    statements: int
    events: int
    outlooks: int


class Passage(Record, frozen=True, kw_only=True):
    """Sentences of a report that a later version of it has otherwise; None where one of the two has none for them."""

    before: Words | None
    now: Words | None


class Correction(Record, frozen=True, kw_only=True):
    """What an outlet corrected in a report of its own."""

    #: the later version, and the one before it
    report: str
    corrects: str
    outlet: str | None
    title: str | None
    title_before: str | None
    published: str | None
    passages: tuple[Passage, ...]


class Hit(Record, frozen=True, kw_only=True):
    """A report that has the words searched for."""

    report: str
    outlet: str | None
    title: str | None
    published: str | None
    #: an excerpt, in pieces: (words, whether they are words searched for)
    excerpt: tuple[tuple[str, bool], ...]


class Why(Record, frozen=True, kw_only=True):
    """What one record rests on."""

    id: str
    kind: str
    report: str
    outlet: str | None
    title: str | None
    published: str | None
    url: str | None
    #: the sentences that hold it all
    sentence: Words
    #: role → its words
    words: tuple[tuple[str, Words], ...]
    #: who says so, outermost first; empty = the outlet on its own word
    chain: tuple[Link, ...]
    #: the rule or the model head that found it
    by: str
    score: float
    certainty: str | None
    #: the linked event that it tells
    linked: LinkedEvent | None = None
    #: what became of it, of an outlook
    fate: Outcome | None = None


class WhyEvent(Record, frozen=True, kw_only=True):
    """What a linked event rests on."""

    event: LinkedEvent
    #: one for each of the event's mentions, in their order
    tellings: tuple[Why, ...]
    #: where they disagree
    disputes: tuple[Dispute, ...]


class WhyDispute(Record, frozen=True, kw_only=True):
    """What a dispute rests on."""

    dispute: Dispute
    #: the sentences that hold the words of each account, in the order of the accounts
    sentences: tuple[Words, ...]


def linewise(report: Report, span: Span) -> Words:
    """The words of one span."""
    return Words(spans=(span,), text=report.text[slice(*span)])


def percent(probability: Probability) -> str:
    """ "55–80 %", "30 %"."""
    low, high = round(probability.low * 100), round(probability.high * 100)
    return f"{low} %" if low == high else f"{low}–{high} %"


def pieces(marked: str) -> Iterator[tuple[str, bool]]:
    """An excerpt cut at its marks, of the characters 2 and 3."""
    for part in marked.split("\x02"):
        inside, mark, after = part.partition("\x03")
        if mark:
            yield inside, True
            if after:
                yield after, False
        elif part:
            yield part, False
