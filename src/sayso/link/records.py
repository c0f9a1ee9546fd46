"""What is known across reports: linked events, the accounts they rest on, and where the accounts disagree.

RECORDS.md, "Across reports", in types. Ids of the things inside one report (`event`, `entity`) are that report's own;
together with `report` they name one record: `r-…/v1`.
"""

from __future__ import annotations

from typing import Literal

import msgspec

from sayso.model import Attitude, Bound, Effect, EntityKind, Link, Place, Precision, Record, Spans, Status
from sayso.sureness import SURE_ACT, is_unsure

DisputeField = Literal[
    "killed",
    "injured",
    "missing",
    "captured",
    "displaced",
    "actors",
    "recipients",
    "instruments",
    "place",
    "time",
    "status",
]
DisputeKind = Literal["contradiction", "update", "scope", "denial"]
ChangeKind = Literal["toll", "disputed", "settled", "status", "source", "responsibility"]
OutcomeKind = Literal["came_true", "failed", "open"]
Digit = Literal["1", "2", "3", "4", "5", "6"]


#: of a place or time that is named in another sentence than the event
FROM_ANOTHER = "from another sentence"


def doubt(*, apart: bool, unsure: bool) -> str:
    """What a reader should know of a place or time, in words."""
    return ", ".join(words for words, is_so in ((FROM_ANOTHER, apart), ("unsure", unsure)) if is_so)


class Party(Record, frozen=True, kw_only=True):
    """An actor or a recipient of a linked event, under the fullest name that a report gives."""

    name: str
    kind: EntityKind | None
    #: ISO 3166-1 alpha-3
    country: str | None
    #: the reports that name it in this event
    reports: tuple[str, ...]


class Telling(Record, frozen=True, kw_only=True):
    """One report's telling of a linked event."""

    report: str
    event: str
    outlet: str | None
    published: str | None
    #: the report that this one is a copy of
    syndicated_from: str | None = None


class TollAccount(Record, frozen=True, kw_only=True):
    """How many, as one report tells it on somebody's word."""

    low: float | None
    high: float | None
    best: float | None
    bound: Bound | None
    strict: bool = False
    #: the words of the toll
    text: str
    who: str
    scope: Literal["event", "cumulative"]
    report: str
    event: str
    outlet: str | None
    published: str | None
    according_to: tuple[Link, ...]
    spans: Spans
    syndicated_from: str | None = None
    #: what the outlet says that it had told before ("The Courier reported on Monday that …", in the Courier)
    recalled: bool = False


class LaidTo(Record, frozen=True, kw_only=True):
    """Who is said (not) to have done it, as one report tells it on somebody's word: see `model.Responsibility`."""

    #: the name, else the words; null where nobody has claimed it
    party: str | None
    #: where the words for the party stand
    party_spans: Spans
    stance: Attitude
    #: the words that say so: "claimed responsibility"
    text: str
    report: str
    #: the deed as the report tells it first, and the id of the record in its report
    event: str
    record: str
    outlet: str | None
    published: str | None
    according_to: tuple[Link, ...]
    spans: Spans
    syndicated_from: str | None = None


class LinkedEvent(Record, frozen=True, kw_only=True):
    """The same happening in one or many reports."""

    id: str
    type: str | None
    mode: str | None
    title: str
    #: 0-1, the greatest score of a telling of this type; null without a type
    act_sure: float | None = None
    start: str | None
    end: str | None
    precision: Precision | None
    place: Place | None
    #: 0-1, the greatest share that a network gives in a telling to this place, and to this day; null where none read it
    place_sure: float | None = None
    time_sure: float | None = None
    #: where the time is from: of the dateline, where the words of no telling give one
    time_from: Literal["words", "dateline"] | None = None
    #: which of the two every telling that gives it has from another sentence
    apart: tuple[Literal["place", "time"], ...] = ()
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    reports: int
    independent_sources: int
    first_reported: str | None
    last_reported: str | None
    status: Status
    #: NATO information credibility, 1 (confirmed) to 6 (cannot be judged), in STANAG 2511's sense
    credibility: Digit
    because: str
    mentions: tuple[Telling, ...]
    tolls: dict[Effect, tuple[TollAccount, ...]] = msgspec.field(default_factory=dict)
    #: claims, blame, suspicion and denials, in the order published
    responsibility: tuple[LaidTo, ...] = ()

    @property
    def doubts(self) -> dict[str, str]:
        """What a reader should know of the act, its place and time, in words: "from another sentence, unsure"."""
        unsure = {"act": is_unsure(self.act_sure, SURE_ACT)}
        unsure |= {"place": is_unsure(self.place_sure), "time": is_unsure(self.time_sure)}
        found = {what: doubt(apart=what in self.apart, unsure=is_so) for what, is_so in unsure.items()}
        return {what: words for what, words in found.items() if words}


class Account(Record, frozen=True, kw_only=True):
    """One side of a dispute."""

    value: str | float | None
    text: str
    report: str
    event: str
    outlet: str | None
    published: str | None
    according_to: tuple[Link, ...]
    spans: Spans


class Dispute(Record, frozen=True, kw_only=True):
    """One disagreement on one field of one linked event.

    contradiction: same scope, same as-of, they cannot both hold. update: the later account supersedes the earlier.
    scope: they count different things. denial: one says it happened, another that it did not. `open` is False where a
    later account settled it.
    """

    id: str
    event: str
    #: the title of the linked event
    title: str
    field: DisputeField
    kind: DisputeKind
    accounts: tuple[Account, ...]
    open: bool


class Change(Record, frozen=True, kw_only=True):
    """What the reports of some days changed in a linked event that others told before them.

    toll: a figure that nobody gave before. disputed: accounts that were not at odds before. settled: they are no more.
    status: planned, threatened or possible before, done now. source: the first independent source beside a single one.
    responsibility: somebody claims it, is blamed for it, denies it …, as nobody told before.
    """

    #: the linked event, and its title
    event: str
    title: str
    kind: ChangeKind
    field: DisputeField
    #: how it was told before these days, and how it is told in them
    before: tuple[Account, ...]
    now: tuple[Account, ...]


class Deciding(Record, frozen=True, kw_only=True):
    """A telling that decides what became of an outlook: the event that it tells, and the sentence."""

    report: str
    #: None where the sentence tells that all is as it was, which is no event
    event: str | None
    outlet: str | None
    published: str | None
    according_to: tuple[Link, ...]
    #: the sentence
    text: str
    spans: Spans
    #: whether it tells that it happened, or that it did not
    happened: bool

    @property
    def id(self) -> str:
        """The name across reports of the event, else that of the report."""
        return self.report if self.event is None else f"{self.report}/{self.event}"


class Outcome(Record, frozen=True, kw_only=True):
    """What became of an outlook, as far as later reports tell.

    came_true: it was as its holder expected. failed: it was not, in somebody's words. open: nobody told, or some tell
    it so and some otherwise. Silence decides nothing.
    """

    report: str
    outlook: str
    outcome: OutcomeKind
    #: whether the content came about as worded: "a truce is unlikely" came true where it did not
    came_about: bool | None
    #: whether the picture has reports from after the last day of its horizon
    horizon_passed: bool
    #: the tellings that decide it, in the order published; of an open one those that are at odds
    by: tuple[Deciding, ...]


class Score(Record, frozen=True, kw_only=True):
    """What became of one holder's outlooks."""

    holder: str
    outlooks: int
    came_true: int
    failed: int
    open: int
    #: how many of the decided ones give a probability, and the Brier score of these
    with_probability: int
    brier: float | None


class SharedEntity(Record, frozen=True, kw_only=True):
    """What reports name alike, or by names that were joined."""

    name: str
    #: other names that reports call it by: "RSF", a surname alone, "Kiev"
    also: tuple[str, ...]
    kind: EntityKind
    #: ISO 3166-1 alpha-3
    country: str | None
    lat: float | None
    lon: float | None
    reports: int
    mentions: int
    #: `r-…/e1` of each
    ids: tuple[str, ...]
