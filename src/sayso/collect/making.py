"""A report out of its parts, or an `InputError` that says what is wrong with them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import msgspec

from sayso.collect.dates import fault_of
from sayso.collect.encoding import NotTextError, check_characters
from sayso.collect.head_date import day_of_head
from sayso.collect.head_outlet import outlet_of_head
from sayso.collect.language import language_of
from sayso.errors import InputError, UsageError
from sayso.model import Origin, Report, report_id

#: one report may have so many characters: a book of 150,000 words
MAX_CHARACTERS = 1_000_000
#: and one input so many bytes, before its text is looked for
MAX_BYTES = 32_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What the caller says of all inputs; an input's own words about itself come first."""

    published: str | None = None
    outlet: str | None = None
    title: str | None = None

    def __post_init__(self) -> None:
        fault = None if self.published is None else fault_of(self.published)
        if fault is not None:
            raise UsageError(f'--published is "{self.published}", {fault}; write it as 2024-11-18')


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """What an input says of itself."""

    text: str
    given_id: str | None = None
    url: str | None = None
    outlet: str | None = None
    title: str | None = None
    byline: str | None = None
    published: str | None = None


def unreadable(where: str, reason: str, line: int | None = None) -> InputError:
    """ "cannot read reports.jsonl line 17: …" """
    return InputError(f"cannot read {where}{f' line {line}' if line else ''}: {reason}")


def make_report(
    parts: Parts, given: Given, kind: Literal["file", "html", "jsonl"], where: str, line: int | None = None
) -> Report:
    """The report, of the day that its head gives, and of the outlet that the head of a file gives, where nobody says
    another; raises `InputError` where its text or its date is none.
    """
    of_head, day = (outlet_of_head(parts.text) if kind == "file" else None) or (None, None)
    published = parts.published if parts.published is not None else given.published
    published = published if published is not None else day or day_of_head(parts.text)
    reason = _fault(parts.text, published)
    if reason is None:
        for name in ("given_id", "url", "outlet", "title", "byline"):
            reason = reason or _not_text(f'"{name}"', getattr(parts, name))
    if reason is not None:
        raise unreadable(where, reason, line)
    outlet = parts.outlet if parts.outlet is not None else given.outlet
    outlet = outlet if outlet is not None else of_head
    return Report(
        id=report_id(outlet=outlet, url=parts.url, text=parts.text),
        given_id=parts.given_id,
        url=parts.url,
        outlet=outlet,
        title=parts.title if parts.title is not None else given.title,
        byline=parts.byline,
        published=published,
        language=language_of(parts.text),
        text=parts.text,
        origin=Origin(kind=kind, location=where),
    )


def report_of_text(
    text: str, *, published: str | None = None, title: str | None = None, outlet: str | None = None
) -> Report:
    """The report that a text in memory is; raises `InputError` where the text or the date is none."""
    parts = Parts(text=text, published=published, title=title, outlet=outlet)
    report = make_report(parts, Given(), "file", "the text")
    return msgspec.structs.replace(report, origin=None)


def _fault(text: str, published: str | None) -> str | None:
    if not text:
        return "it is empty"
    if text.isspace():
        return "it has no words, only white space"
    if len(text) > MAX_CHARACTERS:
        return f"it has {len(text):,} characters; a report may have {MAX_CHARACTERS:,}"
    fault = None if published is None else fault_of(published)
    if fault is not None:
        return f'"published" is "{published}", {fault}'
    return _not_text("its text", text)


def _not_text(what: str, text: str | None) -> str | None:
    try:
        check_characters(text or "")
    except NotTextError as error:
        return f"{what} is no text: {error}"
    return None
