"""What one record rests on, with all its words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from sayso.errors import UsageError
from sayso.link.records import Dispute, LinkedEvent, Outcome
from sayso.link.told import cues_of, named
from sayso.link.whose import count_of
from sayso.model import (
    Entity,
    Event,
    Link,
    Outlook,
    Quantity,
    Reading,
    Responsibility,
    Statement,
    Time,
    Words,
    joined,
)
from sayso.persist._sentences import sentences_around
from sayso.persist.found import Why, WhyDispute, WhyEvent, linewise, percent

AnyRecord = Entity | Time | Quantity | Statement | Event | Outlook | Responsibility


def why(reading: Reading, record_id: str, linked: LinkedEvent | None = None, fate: Outcome | None = None) -> Why:
    """Everything that speaks for one record of a reading; `UsageError` if it has none of that id."""
    record = find(reading, record_id)
    report = reading.report
    words = tuple(_words(record, reading))
    return Why(
        id=f"{report.id}/{record_id}",
        kind=type(record).__name__.lower(),
        report=report.id,
        outlet=report.outlet,
        title=report.title,
        published=report.published,
        url=report.url,
        sentence=_sentence(reading, record, words),
        words=words,
        chain=named(_chain(reading, record), {entity.id: entity for entity in reading.entities}),
        by=getattr(record, "by", "names and numbers"),
        score=record.score,
        certainty=_certainty(record),
        linked=linked,
        fate=fate,
    )


def find(reading: Reading, record_id: str) -> AnyRecord:
    """The record of that id."""
    everything: Iterable[AnyRecord] = (
        *reading.entities, *reading.times, *reading.quantities, *reading.statements, *reading.events, *reading.outlooks,
        *reading.responsibilities,
    )  # fmt: skip
    for record in everything:
        if record.id == record_id:
            return record
    raise UsageError(f'report {reading.report.id} has no record "{record_id}"')


def _words(record: AnyRecord, reading: Reading) -> Iterator[tuple[str, Words]]:
    """Each role that the record fills, with its words."""
    report = reading.report
    if isinstance(record, Time | Quantity):
        yield record.__class__.__name__.lower(), Words(spans=record.spans, text=record.text)
    for name in ("source", "holder", "cue", "content", "trigger"):
        part = getattr(record, name, None)
        if isinstance(part, Words):
            yield name, Words(spans=part.spans, text=part.text)
    if isinstance(record, Responsibility) and record.party is not None:
        yield f"party ({record.stance})", Words(spans=record.party.spans, text=record.party.text)
    if isinstance(record, Responsibility) and record.deed is not None:
        yield "deed", record.deed
    lists = {"mentions": "mention", "roles": "role", "actors": "actor", "recipients": "recipient",
             "instruments": "instrument", "conditions": "condition"}  # fmt: skip
    for name, role in lists.items():
        for part in getattr(record, name, ()):
            yield role, Words(spans=part.spans, text=part.text)
    if isinstance(record, Event):
        yield from _scene(record, reading)
        for toll in record.toll:
            yield toll.effect, Words(spans=toll.spans, text=joined(report.text, toll.spans))
        for cue in record.certainty.cues:
            yield "certainty", cue


def _scene(event: Event, reading: Reading) -> Iterator[tuple[str, Words]]:
    """The words that name the place and the day, wherever they stand."""
    time = next((one for one in reading.times if one.id == event.time), None)
    for role, words in (("place", event.place_words), ("time", time)):
        if words is not None:
            yield role, Words(spans=words.spans, text=words.text)


def _chain(reading: Reading, record: AnyRecord) -> tuple[Link, ...]:
    if isinstance(record, Event):
        said = count_of(record, cues_of(reading)) if not record.according_to else None
        return _chain(reading, said) if said is not None else record.according_to
    if isinstance(record, Outlook | Responsibility):
        return record.according_to
    if not isinstance(record, Statement):
        return ()
    outer = next((s for s in reading.statements if s.id == record.inside), None)
    links = _chain(reading, outer) if outer else ()
    source = record.source
    if source is None:
        return links
    last = Link(spans=source.spans, text=source.text, statement=record.id, entity=source.entity, hearsay=False)
    return (*links, last)


def _certainty(record: AnyRecord) -> str | None:
    if isinstance(record, Event):
        return f"{record.certainty.degree}, {record.certainty.polarity}"
    if isinstance(record, Outlook) and record.probability:
        return f"{percent(record.probability)}, {record.probability.scale}"
    return None


def _sentence(reading: Reading, record: AnyRecord, words: Iterable[tuple[str, Words]]) -> Words:
    """The sentences that hold the record's words; of a name the sentence that has it first."""
    if isinstance(record, Event | Responsibility):
        return linewise(reading.report, record.sentence)
    spans = [span for _, part in words for span in part.spans]
    return sentences_around(reading, spans[:1] if isinstance(record, Entity) else spans)


def why_event(event: LinkedEvent, readings: Mapping[str, Reading], disputes: Iterable[Dispute]) -> WhyEvent:
    """What a linked event rests on; `readings` are those of all that tell it."""
    tellings = tuple(why(readings[telling.report], telling.event) for telling in event.mentions)
    return WhyEvent(event=event, tellings=tellings, disputes=tuple(disputes))


def why_dispute(dispute: Dispute, readings: Mapping[str, Reading]) -> WhyDispute:
    """What a dispute rests on; `readings` are those of all its accounts."""
    sentences = (sentences_around(readings[account.report], account.spans) for account in dispute.accounts)
    return WhyDispute(dispute=dispute, sentences=tuple(sentences))
