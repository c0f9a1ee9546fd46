"""Times: TIMEX3 expressions of a report, resolved against its dateline.

Found by rules over words (`codebook/times.toml`, `times_rules.toml`), normalised to TIMEX3 values (TimeML 1.2.1),
resolved against the dateline or the date that the story stands at, and given as half-open intervals. Nothing depends on
the day on which it runs. Method, conventions and figures: docs/times.md.
"""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Doc

from sayso.digest._lexer import Word, lex
from sayso.digest._numbers import merge_numbers
from sayso.digest._times.attributed import attributed
from sayso.digest._times.beside import clocks_dated
from sayso.digest._times.dateline import Dateline
from sayso.digest._times.find import find_moments
from sayso.digest._times.passing import Passing
from sayso.digest._times.resolve import Resolver
from sayso.digest._times.rules import Node
from sayso.digest._times.tense import Tenses
from sayso.digest._times.timex import Moment, value_of
from sayso.model import Time

#: A report tells history when this share of its years lies `LONG_AGO` years and more before the dateline …
HISTORY_SHARE = 0.6
LONG_AGO = 2
FEWEST = 2
#: … or when it names so many years before the dateline's, however near.
MANY = 10
#: What joins two dates of one year.
JOINTS = frozenset(("-", "–", "—", "to", "and", "through", "until", "till", "or"))


def find_times(doc: Doc, published: str | None) -> tuple[Time, ...]:
    """The time expressions of a text in text order, ids t1 …

    `published` is an ISO 8601 date or datetime (`InputError` otherwise), or None: relative expressions then have no
    interval. Offsets are code points into `doc.text`; time is linear in the text.
    """
    dateline = Dateline.parse(published)
    text = doc.text
    words = lex(text)
    nodes = [_without_that(node, doc) for node in find_moments(merge_numbers(words))]
    moments = [node.moment for node in nodes if node.moment is not None]
    moments = clocks_dated(doc, nodes, _years_lent(words, nodes, moments))
    resolver = Resolver(dateline, _tells_history(moments, dateline), around=_middle_year(moments))
    tenses = Tenses(words, doc)
    times: list[Time] = []
    asides = attributed(words, frozenset(node.start for node in nodes))
    passing = Passing(doc, ((node.start, node.end) for node in nodes))
    line = read = 0
    for node, moment in zip(nodes, moments, strict=True):
        line, read = line + text.count("\n", read, node.start), node.start
        passing.at(node.start, resolver)
        tense, aside = tenses.at(node.start, node.end), node.start in asides
        back = tenses.is_back(resolver.told_at, node.start)
        absolute, interval = resolver.resolve(
            moment, tense, node.start, line, aside=aside, back=back, limit=tenses.is_limit(node.start)
        )
        kind = "date" if absolute.kind == "ref" else absolute.kind
        times.append(
            Time(
                id=f"t{len(times) + 1}",
                spans=((node.start, node.end),),
                text=text[node.start : node.end],
                type=kind,
                value=value_of(absolute),
                start=interval.start,
                end=interval.end,
                precision=interval.precision,
            )
        )
    return tuple(times)


def _without_that(node: Node, doc: Doc) -> Node:
    """ "Friday's" of "said that Friday's raid killed two": a "that" which opens a clause points at no day."""
    moment = node.moment
    if moment is None or moment.rel != "that" or moment.weekday is None or not doc.has_annotation("DEP"):
        return node
    span = doc.char_span(node.start, node.end, alignment_mode="contract")
    if span is None or len(span) < 2 or span[0].lower_ != "that" or span[0].dep_ != "mark":
        return node
    return replace(node, start=span[1].idx, moment=moment.changed(rel=None, anchor="published"))


def _years_lent(words: list[Word], nodes: list[Node], moments: list[Moment]) -> list[Moment]:
    """Dates without a year take that of the date they are joined to: "26 June - 4 August 1952"."""
    lent = list(moments)
    between = {word.start: word.lower for word in words}
    for at in range(len(lent) - 2, -1, -1):
        here, following = lent[at], lent[at + 1]
        gap = [between[start] for start in range(nodes[at].end, nodes[at + 1].start) if start in between][:4]
        joined = nodes[at + 1].start - nodes[at].end <= 12 and len(gap) <= 3 and bool(JOINTS & set(gap))
        if joined and _unfinished(here) and following.unit == "Y" and following.rel and following.month is not None:
            lent[at] = here.changed(unit="Y", rel=following.rel, anchor=following.anchor)  # "May and June last year"
        elif (
            joined
            and _unfinished(here)
            and following.year is not None
            and not following.shift
            and following.rel is None
        ):
            later = here.month is not None and following.month is not None and here.month > following.month
            lent[at] = here.changed(
                year=following.year - later if not following.bc else following.year, bc=following.bc
            )
    return lent


def _unfinished(moment: Moment) -> bool:
    """A month, a day or a season that waits for its year."""
    if (
        moment.kind not in ("date", "time")
        or moment.year is not None
        or moment.shift is not None
        or moment.rel is not None
    ):
        return False
    return moment.month is not None or moment.season is not None


def _middle_year(moments: list[Moment]) -> int | None:
    """The median of the years that are named; years before Christ count below zero."""
    years = sorted(-moment.year if moment.bc else moment.year for moment in moments if moment.year is not None)
    return years[len(years) // 2] if years else None


def _tells_history(moments: list[Moment], dateline: Dateline | None) -> bool:
    """Whether dates without a year belong to the story's year and not to the dateline's."""
    today = dateline.day.year if dateline is not None else None
    years = [-1 if moment.bc else moment.year for moment in moments if moment.kind != "set" and moment.year is not None]
    total = len(years) + 2 * sum(map(_leans_on_dateline, moments))
    old = sum(today is None or year < today - LONG_AGO for year in years)
    past = sum(today is None or year < today for year in years)
    return (old >= FEWEST and old >= HISTORY_SHARE * total) or (past >= MANY and past >= HISTORY_SHARE * total)


def _leans_on_dateline(moment: Moment) -> bool:
    """ "today", "last week", "on Sunday": words of news."""
    if moment.kind not in ("date", "time") or moment.year is not None:
        return False
    if moment.weekday is not None and moment.day is None:
        return True
    return (
        moment.anchor == "published"
        and moment.unit is not None
        and (moment.shift is not None or moment.rel is not None)
    )
