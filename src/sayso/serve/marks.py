"""Which words of a report belong to which finding, and what they show on the page."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.model import Event, Outlook, Reading, Span, Spans, Statement
from sayso.serve.display import event_sureness
from sayso.serve.marking import Ref

#: the parts of a finding as the legend names them, in the order in which a reader asks
PARTS = {
    "source": "who says it",
    "cue": "the words that attribute",
    "content": "what is said",
    "actor": "who did it",
    "trigger": "what happened",
    "recipient": "to whom, to what",
    "instrument": "with what",
    "place": "where",
    "time": "when",
    "toll": "how many",
    "condition": "on what condition",
    "certainty": "how sure",
    "chain": "on whose word",
    "horizon": "until when",
}

Mark = tuple[Span, Ref]


def marks_of(reading: Reading, chosen: str | None = None) -> Iterator[Mark]:
    """Every marked stretch of the text; of the event `chosen` also the words that name its place in another sentence,
    which many events may share.
    """
    for statement in reading.statements:
        yield from _statement(statement)
    for event in reading.events:
        if not event.is_doubtful:
            yield from _event(event, reading)
            if event.place_words is not None and (event.id == chosen or not event.has_place_apart):
                yield from _each(event.place_words.spans, Ref(id=event.id, part="place"))
    for outlook in reading.outlooks:
        yield from _outlook(outlook)


def _each(spans: Spans, ref: Ref) -> Iterator[Mark]:
    for span in spans:
        yield span, ref


def _statement(statement: Statement) -> Iterator[Mark]:
    look = "said-direct" if statement.manner in ("direct", "mixed") else "said"
    yield from _each(statement.content.spans, Ref(id=statement.id, part="content", look=look, head=not statement.cue))
    if statement.source:
        yield from _each(statement.source.spans, Ref(id=statement.id, part="source", look="source"))
    if statement.cue:
        yield from _each(statement.cue.spans, Ref(id=statement.id, part="cue", look="cue", head=True))


def _event(event: Event, reading: Reading) -> Iterator[Mark]:
    look = f"event {event_sureness(event)}" + (" told" if event.according_to else "")
    yield from _each(event.trigger.spans, Ref(id=event.id, part="trigger", look=look, head=True))
    for part, records in (
        ("actor", event.actors),
        ("recipient", event.recipients),
        ("instrument", event.instruments),
        ("condition", event.conditions),
        ("certainty", event.certainty.cues),
        ("chain", event.according_to),
        ("content", (event.content,) if event.content else ()),
    ):
        for spans in dict.fromkeys(record.spans for record in records):  # "both leaders" are two records of one span
            yield from _each(spans, Ref(id=event.id, part=part))
    for toll in event.toll:
        yield from _each(toll.spans, Ref(id=event.id, part="toll", look="toll"))
    for time in reading.times:
        if time.id == event.time:
            yield from _each(time.spans, Ref(id=event.id, part="time"))


def _outlook(outlook: Outlook) -> Iterator[Mark]:
    yield from _each(outlook.content.spans, Ref(id=outlook.id, part="content", look="outlook"))
    yield from _each(outlook.cue.spans, Ref(id=outlook.id, part="cue", look="outlook-cue", head=True))
    if outlook.holder:
        yield from _each(outlook.holder.spans, Ref(id=outlook.id, part="source"))
    if outlook.horizon:
        yield from _each(outlook.horizon.spans, Ref(id=outlook.id, part="horizon"))
    for link in outlook.according_to:
        yield from _each(link.spans, Ref(id=outlook.id, part="chain"))
