"""A brief: what happened, where accounts disagree, who said what, what is expected; every line with its words.

The same contents go through two templates, Markdown and HTML. Report text is data in both: escaped, never markup.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal, TypeVar

from jinja2 import Environment, PackageLoader

from sayso import __version__
from sayso.digest.gazetteer import ATTRIBUTION
from sayso.link.counts import parted, shown, who
from sayso.link.records import Account, Dispute, LaidTo, LinkedEvent, TollAccount
from sayso.model import HAPPENED, Event, Link, Outlook, Reading, Source, Statement
from sayso.persist.found import Found, ReportLine, percent
from sayso.persist.picture import Picture
from sayso.persist.query import EVERYTHING, Query
from sayso.publish.periods import period_of
from sayso.publish.words import STANCES, chain, figure, markdown

#: so many of each go into a brief, the most told and the surest first
EVENTS, STATEMENTS, OUTLOOKS = 15, 12, 10
#: so many disputes, those with a count first
DISPUTES = 20
#: of more reports than this, only those that are cited are listed
REPORTS = 50
#: chosen from so many of the events that most reports tell
LOOKED_AT = 500
#: so many tellings of one event are quoted
QUOTED = 2
#: words of a statement or outlook that say something on their own
_ENOUGH, _TOO_MUCH = 4, 60

T = TypeVar("T", Statement, Outlook)


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
    #: what the heading of its day does not say: "morning", "day of the report"
    when: str
    tolls: tuple[tuple[str, tuple[tuple[str, Cited], ...]], ...]
    quotes: tuple[Cited, ...]
    #: who is said (not) to have done it: "blamed: the front", with the words
    laid: tuple[tuple[str, Cited], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One statement or outlook of the brief."""

    who: str
    how: str
    cited: Cited
    #: of an outlook, "came true" or "failed", and the words that decided it
    outcome: str = ""
    decided: Cited | None = None


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
    #: how many reports it is made from
    count: int
    reports: tuple[ReportLine, ...]
    first: str
    last: str
    outlets: int
    #: day → its events, the weightiest first
    happened: tuple[tuple[str, tuple[Happening, ...]], ...]
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
    found = picture.events(replace(query, coded=True, order="most told", limit=LOOKED_AT))
    events = [e for e in found if e.status in HAPPENED and _is_known(e)]
    told = sorted(events, key=_weight, reverse=True)[:EVENTS]
    disputes = sorted(picture.disputes(query), key=lambda d: (d.field == "status", not d.open, d.title))
    statements = [f for f in _once(picture.statements(query)) if _says_something(f.record)]
    outlooks = [f for f in _once(picture.outlooks(query)) if _says_something(f.record)]
    reports = picture.reports(query)
    days = sorted(line.published[:10] for line in reports if line.published)
    said = sorted(_foremost(statements, _voice, STATEMENTS), key=lambda f: (_kind(f), f.report.published or "~", f.id))
    expected = _foremost(outlooks, _foresight, OUTLOOKS)
    rest = _rest(events, told)
    brief = Brief(
        title=query.about or query.where or "everything in the picture",
        version=__version__,
        hash=picture.hash(),
        count=len(reports),
        reports=tuple(reports),
        first=days[0] if days else "",
        last=days[-1] if days else "",
        outlets=len({line.outlet for line in reports if line.outlet}),
        happened=_by_day(picture, told),
        disputes=tuple(_rivals(d) for d in disputes[:DISPUTES]),
        statements=tuple(_said(f) for f in said),
        outlooks=tuple(_expected(f) for f in expected),
        more={
            "events": ("at least " if len(found) == LOOKED_AT and rest else "") + rest,
            "disputes": _rest(disputes, disputes[:DISPUTES]),
            "statements": _rest(statements, said),
            "outlooks": _rest(outlooks, expected),
        },
    )
    return brief if len(reports) <= REPORTS else _with_the_cited(brief)


def _with_the_cited(brief: Brief) -> Brief:
    """The brief with no other reports than those that its lines cite."""
    lines = [c for _, happenings in brief.happened for h in happenings for c in h.quotes]
    lines += [c for _, happenings in brief.happened for h in happenings for _, told in h.tolls for _, c in told]
    lines += [c for _, happenings in brief.happened for h in happenings for _, c in h.laid]
    lines += [c for rivals in brief.disputes for _, c in rivals.accounts]
    lines += [said.cited for said in (*brief.statements, *brief.outlooks)]
    lines += [said.decided for said in brief.outlooks if said.decided is not None]
    cited = {line.id.partition("/")[0] for line in lines}
    reports = tuple(line for line in brief.reports if line.id in cited)
    return replace(brief, reports=reports, more=brief.more | {"reports": _rest(brief.reports, reports)})


def _rest(found: Sequence[object], shown: Sequence[object]) -> str:
    return str(len(found) - len(shown)) if len(found) > len(shown) else ""


def _weight(event: LinkedEvent) -> tuple[int, bool, int, bool, str]:
    """The gravest first: those with a toll, deeds and decisions before words, and of these the most told."""
    counted = {effect for effect, accounts in event.tolls.items() if any(a.bound is not None for a in accounts)}
    toll = 3 if "killed" in counted else len(counted)
    known = bool(event.actors or event.recipients or toll)
    weighty = 2 * (event.type in _WEIGHTY and event.mode != "pledge") - 2 * (event.type == "REJECT")
    grave = toll + weighty + min(event.independent_sources, 4) - 3 * (not known)
    return grave, known, event.reports, event.place is not None, event.start or ""


def _is_known(event: LinkedEvent) -> bool:
    """Whether anything is known of it but its word; of what goes on, but its word and the report's day."""
    told = bool(event.actors or event.recipients or event.tolls or event.place)
    return told or (event.start is not None and event.status != "ongoing")


#: what changes a war or its politics
_WEIGHTY = frozenset({"AGREE", "ASSAULT", "COERCE", "CONTROL", "DECIDE", "MOBILIZE", "SANCTION", "SEIZE"})


def _by_day(picture: Picture, events: Sequence[LinkedEvent]) -> tuple[tuple[str, tuple[Happening, ...]], ...]:
    """The events under the days, months or years they were in, as far as words tell; in one in the order given."""
    days: dict[str, list[Happening]] = defaultdict(list)
    for event in events:
        period = period_of(event.start, event.end, event.precision)
        days[period.days if period else ""].append(_happening(picture, event))
    return tuple((day, tuple(days[day])) for day in sorted(days, key=lambda day: day.removeprefix("from ") or "~"))


def _when(event: LinkedEvent) -> str:
    """The part of the day or month, the hours, or that it is no more than the day of the report."""
    if event.time_from == "dateline":
        return "day of the report"
    period = period_of(event.start, event.end, event.precision)
    return period.part or period.clock if period else ""


def _once(found: Sequence[Found[T]]) -> list[Found[T]]:
    """Words that several reports have alike, from the first of them alone."""
    first = {" ".join(f.record.content.text.split()): f for f in reversed(found)}
    return list(reversed(first.values()))


def _foremost(found: Sequence[Found[T]], weight: Callable[[Found[T]], tuple[float, ...]], most: int) -> list[Found[T]]:
    chosen = sorted(found, key=weight, reverse=True)[:most]
    return sorted(chosen, key=lambda f: (f.report.published or "~", f.id))


def _says_something(record: Statement | Outlook) -> bool:
    """Whether the words can be understood without those around them, and are no whole speech."""
    return _ENOUGH <= len(record.content.text.split()) <= _TOO_MUCH


def _kind(found: Found[Statement]) -> int:
    source = found.record.source
    return _KINDS.index(source.kind) if source else len(_KINDS)


_KINDS = ("named", "collective", "document", "unnamed", "outlet")


def _voice(found: Found[Statement]) -> tuple[float, ...]:
    """Named sources first; acts that bind or blame before telling and asking; direct words before indirect."""
    record = found.record
    return -_kind(found), record.inside is None, record.act in _GRAVE, record.manner != "indirect", record.score


_GRAVE = frozenset({"accuse", "demand", "deny", "promise", "threaten", "warn"})


def _foresight(found: Found[Outlook]) -> tuple[float, ...]:
    """Those that are decided first, then those with a degree, with a term, and those that somebody holds."""
    record = found.record
    decided = found.outcome != "open"
    return decided, record.probability is not None, record.horizon is not None, record.holder is not None, record.score


def _happening(picture: Picture, event: LinkedEvent) -> Happening:
    """An event with the words of the tellings that say most of it, of as many outlets as may be."""
    tellings = [m for m in event.mentions if m.syndicated_from is None] or list(event.mentions)
    found = []
    for telling in tellings[:LOOKED_AT]:
        reading = picture.reading(telling.report)
        record = next(e for e in reading.events if e.id == telling.event)
        found.append((_fullness(record), telling.outlet, reading, record))
    quotes: dict[str | None, Cited] = {}
    for _, outlet, reading, record in sorted(found, key=lambda f: -f[0]):
        quotes.setdefault(outlet, _cited(reading, record.id, _sentence(reading, record), record.according_to))
    return Happening(
        event=event,
        when=_when(event),
        tolls=tuple((effect, told) for effect, accounts in _tolls(event) if (told := _distinct(accounts))),
        laid=_laid(event.responsibility),
        quotes=tuple({quote.words: quote for quote in quotes.values()}.values())[:QUOTED],
    )


def _tolls(event: LinkedEvent) -> Iterable[tuple[str, list[TollAccount]]]:
    """What is counted: all victims; apart from them their groups ("two children") and totals of more than the event."""
    for effect, accounts in event.tolls.items():
        whole, apart = parted(accounts)
        yield effect, whole
        yield f"{effect}, counted apart", apart


def _laid(accounts: Iterable[LaidTo]) -> tuple[tuple[str, Cited], ...]:
    """Who is said (not) to have done it, each party once as each voice has it."""
    kept: dict[tuple[str, str], tuple[str, Cited]] = {}
    for one in accounts:
        party = f"{STANCES[one.stance]}: {one.party}" if one.party else STANCES[one.stance]
        by = chain(one.according_to)
        cited = Cited(
            words=one.text, id=f"{one.report}/{one.record}", outlet=one.outlet, published=one.published, chain=by
        )
        kept.setdefault((party.casefold(), (by or one.outlet or "").casefold()), (party, cited))
    return tuple(kept.values())


def _fullness(event: Event) -> int:
    """How much of what happened the telling's sentence says."""
    main = event.salience == "main" and event.status != "did_not_occur"
    first, last = event.sentence
    counted = sum(all(first <= start and end <= last for start, end in toll.spans) for toll in event.toll)
    return 2 * main + counted + len(event.actors) + len(event.recipients) + (event.place is not None)


def _distinct(accounts: Sequence[TollAccount]) -> tuple[tuple[str, Cited], ...]:
    """Every figure from every source once; words without a figure only where nobody gives one; no figure that a report
    gives on one word as overtaken ("rose to 11 from eight")."""
    counted = [a for a in accounts if figure(shown(a))] or accounts
    kept: dict[tuple[str, str, str], tuple[str, Cited]] = {}
    for account in counted:
        by = chain(account.according_to)
        overtaken = any(
            (a.report, a.event, who(a), chain(a.according_to)) == (account.report, account.event, who(account), by)
            and (a.best or 0) > (account.best or 0) and account.best is not None
            for a in counted
        )  # fmt: skip
        if overtaken:
            continue
        said = figure(shown(account)) or account.text
        cited = _account(account)
        kept.setdefault((said, who(account), (cited.chain or account.outlet or "").casefold()), (said, cited))
    return tuple(kept.values())


def _sentence(reading: Reading, event: Event) -> str:
    return reading.report.text[slice(*event.sentence)]


def _rivals(dispute: Dispute) -> Rivals:
    return Rivals(dispute=dispute, accounts=tuple((figure(a.value) or a.text, _account(a)) for a in dispute.accounts))


def _said(found: Found[Statement]) -> Said:
    source, record = found.record.source, found.record
    return Said(
        who=_named(found.reading, source) or found.report.outlet or "the report",
        how=_cue(record),
        cited=_cited(found.reading, record.id, record.content.text, ()),
    )


def _cue(record: Statement) -> str:
    """The word that says how it was said; the act where none does."""
    cue = record.cue.text if record.cue is not None else ""
    return cue if any(c.isalpha() for c in cue) else record.act


def _named(reading: Reading, source: Source | None) -> str | None:
    """The source in its own words, with its name where these hold none: "he (Ivan Petrenko)"."""
    if source is None:
        return None
    entity = next((e for e in reading.entities if e.id == source.entity), None)
    text = source.text.strip(" ,")
    if entity is None or entity.name in text:
        return text
    return entity.name if text in entity.name else f"{text} ({entity.name})"


def _expected(found: Found[Outlook]) -> Said:
    record = found.record
    parts = []
    if record.probability:
        parts.append(percent(record.probability))
    if record.horizon:
        parts.append(record.horizon.text)
    name = _named(found.reading, record.holder) or found.report.outlet or "the report"
    cited = _cited(found.reading, record.id, record.content.text, record.according_to)
    decided = _decided(found)
    outcome = found.outcome.replace("_", " ") if decided is not None else ""
    return Said(who=name, how=", ".join(parts), cited=cited, outcome=outcome, decided=decided)


def _decided(found: Found[Outlook]) -> Cited | None:
    """The first telling that decided it; None of an open one."""
    if found.fate is None or found.outcome == "open":
        return None
    by = found.fate.by[0]
    return Cited(
        words=_unquoted(by.text),
        id=by.id,
        outlet=by.outlet,
        published=by.published,
        chain=chain(by.according_to),
    )


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
        words=_unquoted(words),
        id=f"{report.id}/{record}",
        outlet=report.outlet,
        published=report.published,
        chain=chain(links),
    )


def _unquoted(words: str) -> str:
    """The words without the marks and the comma of the report's own quotation, where nothing is left unpaired."""
    words = " ".join(words.split())
    if words[:1] in '"“' and words[-1:] in '"”' and len(words) > 1 and not any(c in words[1:-1] for c in '"“”'):
        words = words[1:-1].rstrip(",")
    return words


@cache
def _templates(form: str) -> Environment:
    environment = Environment(
        loader=PackageLoader("sayso.publish"), autoescape=form == "html", trim_blocks=True, lstrip_blocks=True
    )
    environment.filters["md"] = markdown
    environment.filters["day"] = lambda moment: (moment or "")[:10]
    return environment
