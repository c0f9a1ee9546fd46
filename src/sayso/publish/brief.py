"""A brief: what happened, where accounts disagree, who said what, what is expected; every line with its words.

The same contents go through two templates, Markdown and HTML. Report text is data in both: escaped, never markup.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal, TypeVar

from jinja2 import Environment, PackageLoader

from sayso import __version__
from sayso.digest.gazetteer import ATTRIBUTION
from sayso.link.disputes import shown
from sayso.link.records import Account, Dispute, LinkedEvent, TollAccount
from sayso.model import Event, Link, Outlook, Reading, Statement
from sayso.persist.found import Found, ReportLine
from sayso.persist.picture import Picture
from sayso.persist.query import EVERYTHING, Query

#: so many of each go into a brief, the most told and the surest first
EVENTS, STATEMENTS, OUTLOOKS = 30, 30, 20
#: chosen from so many of the events that most reports tell
LOOKED_AT = 500
#: so many tellings of one event are quoted
QUOTED = 3

T = TypeVar("T", Statement, Outlook)

_HAPPENED = frozenset({"occurred", "ongoing", "attempted"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Cited:
    """Exact words, and where they stand."""

    words: str
    id: str
    outlet: str | None
    published: str | None
    #: who says so, outermost first
    chain: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """One event of the brief."""

    event: LinkedEvent
    tolls: tuple[tuple[str, tuple[tuple[str, Cited], ...]], ...]
    quotes: tuple[Cited, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One statement or outlook of the brief."""

    who: str
    how: str
    cited: Cited


@dataclass(frozen=True, slots=True, kw_only=True)
class Rivals:
    """One dispute of the brief, its accounts side by side."""

    dispute: Dispute
    accounts: tuple[tuple[str, Cited], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """All that the templates show."""

    title: str
    version: str
    hash: str
    reports: tuple[ReportLine, ...]
    first: str
    last: str
    outlets: int
    happened: tuple[Happening, ...]
    disputes: tuple[Rivals, ...]
    statements: tuple[Said, ...]
    outlooks: tuple[Said, ...]
    #: how many more there are of each, "" for none
    more: dict[str, str]
    attribution: str = ATTRIBUTION


def write_brief(picture: Picture, query: Query = EVERYTHING, form: Literal["md", "html"] = "md") -> str:
    """The brief as text."""
    return _templates(form).get_template(f"brief.{form}.jinja").render(brief=make_brief(picture, query))


def make_brief(picture: Picture, query: Query = EVERYTHING) -> Brief:
    """The contents of a brief on what meets the filters."""
    found = picture.events(replace(query, order="most told", limit=LOOKED_AT))
    events = [e for e in found if e.status in _HAPPENED and (e.type or e.tolls)]
    told = sorted(events, key=_weight, reverse=True)[:EVENTS]
    statements = _once(picture.statements(query))
    outlooks = _once(picture.outlooks(query))
    reports = picture.reports(query)
    days = sorted(line.published[:10] for line in reports if line.published)
    said, expected = _surest(statements, STATEMENTS), _surest(outlooks, OUTLOOKS)
    return Brief(
        title=query.about or query.where or "everything in the picture",
        version=__version__,
        hash=picture.hash(),
        reports=tuple(reports),
        first=days[0] if days else "",
        last=days[-1] if days else "",
        outlets=len({line.outlet for line in reports if line.outlet}),
        happened=tuple(_happening(picture, e) for e in sorted(told, key=lambda e: (e.start or "~", e.id))),
        disputes=tuple(_rivals(d) for d in picture.disputes(query)),
        statements=tuple(_said(f) for f in said),
        outlooks=tuple(_expected(f) for f in expected),
        more={
            "events": _rest(events, told) + (" or more" if len(found) == LOOKED_AT else ""),
            "statements": _rest(statements, said),
            "outlooks": _rest(outlooks, expected),
        },
    )


def _rest(found: Sequence[object], shown: Sequence[object]) -> str:
    return str(len(found) - len(shown)) if len(found) > len(shown) else ""


def _weight(event: LinkedEvent) -> tuple[int, int, bool, bool, str]:
    """The most told first, then those with tolls and with a type, then the latest."""
    return event.independent_sources, event.reports, bool(event.tolls), event.type is not None, event.start or ""


def _once(found: Sequence[Found[T]]) -> list[Found[T]]:
    """Words that several reports have alike, from the first of them alone."""
    first = {" ".join(f.record.content.text.split()): f for f in reversed(found)}
    return list(reversed(first.values()))


def _surest(found: Sequence[Found[T]], most: int) -> list[Found[T]]:
    chosen = sorted(found, key=lambda f: -f.record.score)[:most]
    return sorted(chosen, key=lambda f: (f.report.published or "~", f.id))


def _happening(picture: Picture, event: LinkedEvent) -> Happening:
    tellings = [m for m in event.mentions if m.syndicated_from is None] or list(event.mentions)
    quotes: dict[str, Cited] = {}
    for telling in tellings:
        reading = picture.reading(telling.report)
        record = next(e for e in reading.events if e.id == telling.event)
        cited = _cited(reading, record.id, _sentence(reading, record), record.according_to)
        quotes.setdefault(cited.words, cited)
    tolls = tuple(
        (effect, tuple((figure(shown(a)) or a.text, _account(a)) for a in accounts))
        for effect, accounts in event.tolls.items()
    )
    return Happening(event=event, tolls=tolls, quotes=tuple(quotes.values())[:QUOTED])


def _sentence(reading: Reading, event: Event) -> str:
    return reading.report.text[slice(*event.sentence)]


def _rivals(dispute: Dispute) -> Rivals:
    return Rivals(dispute=dispute, accounts=tuple((figure(a.value) or a.text, _account(a)) for a in dispute.accounts))


def _said(found: Found[Statement]) -> Said:
    source, record = found.record.source, found.record
    who = source.text if source else "?"
    return Said(who=who, how=record.act, cited=_cited(found.reading, record.id, record.content.text, ()))


def _expected(found: Found[Outlook]) -> Said:
    record = found.record
    parts = []
    if record.probability:
        parts.append(f"{100 * record.probability.low:.0f}–{100 * record.probability.high:.0f} %")
    if record.horizon:
        parts.append(record.horizon.text)
    who = record.holder.text if record.holder else found.report.outlet or "the report"
    cited = _cited(found.reading, record.id, record.content.text, record.according_to)
    return Said(who=who, how=", ".join(parts), cited=cited)


def _account(account: TollAccount | Account) -> Cited:
    return Cited(
        words=" ".join(account.text.split()),
        id=f"{account.report}/{account.event}",
        outlet=account.outlet,
        published=account.published,
        chain=chain(account.according_to),
    )


def _cited(reading: Reading, record: str, words: str, links: Iterable[Link]) -> Cited:
    report = reading.report
    return Cited(
        words=" ".join(words.split()),
        id=f"{report.id}/{record}",
        outlet=report.outlet,
        published=report.published,
        chain=chain(links),
    )


def chain(links: Iterable[Link]) -> str:
    """Who says so, outermost first."""
    return " ← ".join(" ".join(link.text.split()) for link in links)


def figure(value: str | float | None) -> str | None:
    """A number without a needless ".0"."""
    return f"{value:,.10g}" if isinstance(value, float | int) else value


# ---- templates

_MARKUP = re.compile(r"([\\`*_{}\[\]<>#|~])")


def markdown(text: object) -> str:
    """Text that Markdown shows as it is, on one line."""
    return _MARKUP.sub(r"\\\1", " ".join(str(text).split()))


@cache
def _templates(form: str) -> Environment:
    environment = Environment(
        loader=PackageLoader("sayso.publish"), autoescape=form == "html", trim_blocks=True, lstrip_blocks=True
    )
    environment.filters["md"] = markdown
    environment.filters["day"] = lambda moment: (moment or "")[:10]
    return environment
