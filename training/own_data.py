"""The sentences that were written and annotated for sayso: names, and events with their arguments.

Both files hold one sentence a line, marked as `data/GUIDELINE.md` says; empty lines and lines that begin with `#` are
skipped.
A mark is `[words](tags)`; marks may nest. The third of every three annotated sentences is kept for testing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

DATA = Path(__file__).parent / "data"
KINDS = frozenset((
    "person", "organization", "place", "nationality", "facility", "weapon", "vehicle", "event", "work", "other",
    "group",
))  # fmt: skip
TYPES = frozenset((
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN",
    "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT", "DECIDE", "CONTROL",
))  # fmt: skip
STATUSES = frozenset((
    "occurred", "ongoing", "attempted", "threatened", "planned", "permitted", "possible", "did_not_occur",
))  # fmt: skip
EFFECTS = frozenset(("killed", "injured", "missing", "captured", "displaced"))
ROLES = {"a": "actors", "r": "recipients", "i": "instruments", "p": "place", "t": "time"}
TRIGGER = re.compile(r"(\d*)=([A-Z]+)(?:\.([a-z-]+))?(?:!([a-z_]+))?")
ROLE = re.compile(r"(?:(\d+):)?(?:([aript])|([wn])\.([a-z]+))")

Span = tuple[int, int]


@dataclass(slots=True)
class MarkedEvent:
    """One event of a sentence: a type of the codebook (or none), its trigger, its arguments as spans into the text."""

    type: str | None = None
    mode: str | None = None
    status: str = "occurred"
    trigger: Span | None = None
    arguments: dict[str, list[Span]] = field(default_factory=dict)
    tolls: dict[str, dict[str, Span]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Marked:
    """A sentence without its marks: the plain text, and (start, end, tags) of every mark in the order of their ends."""

    text: str
    spans: tuple[tuple[int, int, str], ...]


def parse_marks(line: str) -> Marked:
    """Reads `[words](tags)`, nested or not; raises ValueError that names the line when brackets do not match."""
    plain: list[str] = []
    opened: list[int] = []
    spans: list[tuple[int, int, str]] = []
    at = 0
    while at < len(line):
        if line[at] == "[":
            opened.append(len(plain))
        elif line[at] == "]":
            close = line.find(")", at)
            if not opened or line[at + 1 : at + 2] != "(" or close < 0:
                raise ValueError(f"unmatched bracket at {at}: {line}")
            spans.append((opened.pop(), len(plain), line[at + 2 : close]))
            at = close
        else:
            plain.append(line[at])
        at += 1
    if opened:
        raise ValueError(f"bracket never closed: {line}")
    return Marked("".join(plain), tuple(spans))


def _lines(name: str, part: str | None) -> Iterator[Marked]:
    texts = (line.strip() for line in (DATA / name).read_text(encoding="utf-8").splitlines())
    for index, line in enumerate(text for text in texts if text and not text.startswith("#")):
        if part is None or part == ("test" if index % 3 == 2 else "train"):
            yield parse_marks(line)


def read_names(part: str | None = None) -> Iterator[Marked]:
    """Yields the sentences of `names.txt`; tags are kinds, `~kind` of nominals. `part`: "train", "test" or None."""
    yield from _lines("names.txt", part)


def read_events(part: str | None = None) -> Iterator[tuple[str, list[MarkedEvent]]]:
    """Yields (text, events in the order of their numbers) for each sentence of `events.txt`; `part` as above."""
    for marked in _lines("events.txt", part):
        events: dict[str, MarkedEvent] = {}
        for start, end, tags in marked.spans:
            for tag in tags.split():
                _add_tag(events, tag, (start, end))
        yield marked.text, [events[number] for number in sorted(events)]


def _add_tag(events: dict[str, MarkedEvent], tag: str, span: Span) -> None:
    if match := TRIGGER.fullmatch(tag):
        event = events.setdefault(match[1] or "1", MarkedEvent())
        event.trigger, event.mode, event.status = span, match[3], match[4] or "occurred"
        event.type = None if match[2] == "OTHER" else match[2]
    elif match := ROLE.fullmatch(tag):
        event = events.setdefault(match[1] or "1", MarkedEvent())
        if match[2]:
            event.arguments.setdefault(ROLES[match[2]], []).append(span)
        else:
            event.tolls.setdefault(match[4], {})["who" if match[3] == "w" else "number"] = span
    else:
        raise ValueError(f"unknown tag {tag!r}")
