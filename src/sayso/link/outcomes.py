"""What became of outlooks: the later telling that decides whether it was as somebody had expected.

A telling decides an outlook when its report came out later, in the same story, when what it tells lies within the
horizon and could be the event expected, and when it is tied to it by more than its verb. It came true where that
happened, it failed where somebody says in words that it did not; what nobody tells stays open, however long ago its
day has passed. Where some tell it so and some otherwise it stays open too.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sayso.codebook.outcomes import load_outcome_words
from sayso.link.deciding import Evidence, Line, decides, denies, stays
from sayso.link.expected import Expected, content_words, expected, places_in
from sayso.link.features import Features, features
from sayso.link.moments import moment
from sayso.link.rarity import rarities
from sayso.link.records import Deciding, Outcome, OutcomeKind
from sayso.link.told import Shelf
from sayso.link.verdicts import Saying, sayings, says
from sayso.model import HAPPENED, Event, Outlook, Participant, Reading, Span

#: a sentence, as far as that can be told without its words
_SENTENCE = re.compile(r"[^\s][^\n]*?(?:[.!?][”\"’']?(?=\s|$)|(?=\n|$))")
_TO_COME = re.compile(r"(?:will|would|shall|['’]ll)\b", re.I)

Telling = tuple[str, str]


@dataclass(slots=True)
class _Report:
    """A report with its tellings."""

    reading: Reading
    published: float
    features: dict[str, Features]
    told: list[Evidence] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    sayings: list[Saying] = field(default_factory=list)
    #: word of a trigger, type and mode, or "denied" → numbers of the tellings
    index: dict[object, list[int]] = field(default_factory=lambda: defaultdict(list))

    def put(self, told: Evidence) -> None:
        one = told.features
        keys = {one.lemma, *one.lemma.split(), *told.lemma, (one.type, one.mode), *(["denied"] if one.denied else [])}
        for key in keys:
            self.index[key].append(len(self.told))
        self.told.append(told)

    def worth_asking(self, wanted: Expected) -> list[Evidence]:
        """Those of the tellings that can decide it at all, in the order of their words."""
        if wanted.opposites:
            return self.told
        return [self.told[i] for i in sorted({i for key in wanted.keys for i in self.index.get(key, ())})]


def find_outcomes(
    readings: Sequence[Reading],
    copies: Mapping[str, str],
    links: Mapping[Telling, str],
    stories: Mapping[tuple[int, int], float],
) -> list[Outcome]:
    """The outcome of every outlook. `stories` says how alike two reports are, by their numbers."""
    ledger = _Ledger(readings, copies, links, stories)
    return [ledger.outcome(i, outlook) for i, reading in enumerate(readings) for outlook in reading.outlooks]


class _Ledger:
    """All reports, asked for what became of one outlook after the other."""

    def __init__(
        self,
        readings: Sequence[Reading],
        copies: Mapping[str, str],
        links: Mapping[Telling, str],
        stories: Mapping[tuple[int, int], float],
    ) -> None:
        self.copies, self.links, self.stories = copies, links, stories
        self.shelf = Shelf(readings, copies)
        self.reports = [_opened(i, reading) for i, reading in enumerate(readings)]
        every = [f for report in self.reports for f in report.features.values()]
        self.rarity = rarities(every, len(readings))
        dated = [r.published for r in self.reports if r.reading.report.published]
        self.newest = max(dated, default=0.0)
        self.near: dict[int, list[tuple[int, float]]] = defaultdict(list)
        for (one, other), story in stories.items():
            self.near[one].append((other, story))
            self.near[other].append((one, story))
        #: linked event → when a report first told that it had happened
        self.known: dict[str, float] = {}
        for report in self.reports:
            for told in report.told:
                name = links.get((report.reading.report.id, told.event.id))
                if name is not None and told.event.status in HAPPENED and not told.to_come:
                    self.known[name] = min(self.known.get(name, report.published), report.published)

    def outcome(self, number: int, outlook: Outlook) -> Outcome:
        """What became of an outlook of the report `number`."""
        report = self.reports[number]
        wanted = expected(number, report.reading, outlook, report.features)
        found = sorted(self._deciding(wanted), key=lambda d: (moment(d.published), d.report)) if wanted else []
        verdict, came_about = _verdict(wanted, found)
        return Outcome(
            report=report.reading.report.id,
            outlook=outlook.id,
            outcome=verdict,
            came_about=came_about,
            horizon_passed=wanted is not None and wanted.due is not None and self.newest >= wanted.due,
            by=tuple(found),
        )

    def _deciding(self, wanted: Expected) -> Iterator[Deciding]:
        """The first telling of each later report that decides it."""
        own = self.reports[wanted.report].reading.report.id
        for number, story in self.near[wanted.report]:
            report = self.reports[number]
            if report.published <= wanted.published or self.copies.get(report.reading.report.id) == own:
                continue
            found = self._first(report, wanted, story)
            if found is not None:
                yield found

    def _first(self, report: _Report, wanted: Expected, story: float) -> Deciding | None:
        """The first telling of the report that decides it, else the first sentence that says that all is as it was."""
        for word in report.sayings:
            said = says(wanted, word, story)
            if said is not None:
                return _in_words(report, word, happened=said)
        for told in report.worth_asking(wanted):
            happened = decides(wanted, told, story, self.rarity[told.features.lemma])
            news = happened is not None and (not self._was_known(report, told, wanted) or stays(wanted, told.sentence))
            if happened is not None and news:
                return self._as_record(report, told, happened=happened)
        for line in report.lines if wanted.opposites else ():
            if denies(wanted, line):
                return _in_words(report, line, happened=False)
        return None

    def _was_known(self, report: _Report, told: Evidence, wanted: Expected) -> bool:
        """Whether it had been told to have happened before anybody could expect it."""
        name = self.links.get((report.reading.report.id, told.event.id), "")
        return told.event.status in HAPPENED and self.known.get(name, report.published) <= wanted.published

    def _as_record(self, report: _Report, told: Evidence, *, happened: bool) -> Deciding:
        chain = self.shelf.told(report.reading.report.id, told.event.id).named(told.event.according_to)
        return Deciding(**_of(report), event=told.event.id, according_to=chain, text=told.sentence,
                        spans=(told.event.sentence,), happened=happened)  # fmt: skip


def _in_words(report: _Report, line: Line | Saying, *, happened: bool) -> Deciding:
    """A sentence that decides it and need tell no event."""
    return Deciding(**_of(report), event=None, according_to=(), text=line.text, spans=(line.span,), happened=happened)


def _of(report: _Report) -> dict[str, Any]:
    source = report.reading.report
    return {"report": source.id, "outlet": source.outlet, "published": source.published}


def _verdict(wanted: Expected | None, found: Sequence[Deciding]) -> tuple[OutcomeKind, bool | None]:
    """What the tellings come to, and whether it came about as worded."""
    happened = {deciding.happened for deciding in found}
    if wanted is None or len(happened) != 1:
        return "open", None
    came_about = found[0].happened != wanted.negated
    verdict: OutcomeKind = "came_true" if came_about != wanted.against else "failed"
    if verdict == "failed" and wanted.conditional and not found[0].happened:
        return "open", None  # who had set a condition has not failed where it was not met
    return verdict, came_about


def _opened(number: int, reading: Reading) -> _Report:
    found = {f.event: f for f in features(number, reading)}
    report = _Report(reading=reading, published=moment(reading.report.published), features=found)
    words, places = _sentences(reading)
    names = {e.id: e.name for e in reading.entities}
    to_come = [span for o in reading.outlooks for span in o.content.spans]
    expecting = {o.event for o in reading.outlooks}
    for event in reading.events:
        if event.salience == "history" or (event.id not in expecting and _is_the_outlook(event, to_come)):
            continue
        start, end = event.trigger.spans[0][0], event.trigger.spans[-1][1]
        doers = content_words(" ".join(names.get(p.entity or "", "") for p in (*event.actors, *event.recipients)))
        report.put(
            Evidence(
                event=event,
                features=found[event.id],
                lemma=content_words(event.trigger.lemma),
                sentence=reading.report.text[slice(*event.sentence)],
                words=words[event.sentence] | doers,
                actors=_words_for(event.actors, names),
                recipients=_words_for(event.recipients, names),
                places=places[event.sentence] | content_words(names.get(event.place or "", "")),
                to_come=event.id in expecting or any(a <= start and end <= b for a, b in to_come),
            )
        )
    report.lines = list(_lines(reading, report.published))
    spans = (found.span() for found in _SENTENCE.finditer(reading.report.text))
    report.sayings = list(sayings(reading, report.published, spans))
    return report


def _sentences(reading: Reading) -> tuple[dict[Span, frozenset[str]], dict[Span, frozenset[str]]]:
    """Sentence → the roots of its words and of its triggers' lemmas, and the places that it names."""
    spans = {event.sentence for event in reading.events}
    words = {span: content_words(reading.report.text[slice(*span)]) for span in spans}
    for event in reading.events:
        words[event.sentence] |= content_words(event.trigger.lemma)
    return words, {span: places_in(reading, span) for span in spans}


def _is_the_outlook(event: Event, to_come: Sequence[Span]) -> bool:
    """Whether it is the saying itself: "will meet" told as an agreement."""
    if _TO_COME.match(event.trigger.text):
        return True
    if event.content is None or event.status not in HAPPENED:
        return False
    start, end = event.content.spans[0][0], event.content.spans[-1][1]
    return any(a < end and start < b for a, b in to_come)


def _words_for(participants: Sequence[Participant], names: Mapping[str, str]) -> frozenset[str]:
    named = (name.partition(" of ")[0] for p in participants for name in (p.text, names.get(p.entity or "", "")))
    return content_words(" ".join(named))


def _lines(reading: Reading, published: float) -> Iterator[Line]:
    """The sentences with a phrase that tells that all is as it was, and is not itself to come."""
    text = reading.report.text
    to_come = [span for o in reading.outlooks for span in o.content.spans]
    phrases = [o.words for o in load_outcome_words().opposites if o.lasting and o.words is not None]
    for sentence in _SENTENCE.finditer(text):
        span = sentence.span()
        found = next((f for f in (phrase.search(text, *span) for phrase in phrases) if f), None)
        if found and not any(a <= found.start() < b for a, b in to_come):
            words = content_words(sentence.group())
            yield Line(
                span=span, text=sentence.group(), words=words, places=places_in(reading, span), published=published
            )
