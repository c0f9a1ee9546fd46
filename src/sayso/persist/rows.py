"""A reading as rows: the flat copies that the picture is asked by."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from sayso.errors import PictureError, WordsError
from sayso.model import (
    Entity,
    Event,
    Outlook,
    Participant,
    Place,
    Reading,
    Report,
    Responsibility,
    Source,
    Spans,
    Statement,
    Words,
    joined,
)  # fmt: skip

Row = dict[str, Any]


def check_words(reading: Reading) -> None:
    """Raises `WordsError` where a record's words are not the report's words at its spans."""
    fault = words_fault(reading)
    if fault is not None:
        raise WordsError(f"report {reading.report.id} is not stored: {fault}")


def words_fault(reading: Reading) -> str | None:
    """What is wrong with the first record whose words are not the report's words at its spans."""
    text = reading.report.text
    for records in (reading.entities, reading.times, reading.quantities, reading.statements, reading.events,
                    reading.outlooks, reading.responsibilities):  # fmt: skip
        for record in records:
            for spans, claimed in _spans_of(record):
                if any(not 0 <= start < end <= len(text) for start, end in spans):
                    return f"spans {list(spans)} of {record.id} are not in its text of {len(text)} characters"
                if claimed is not None and joined(text, spans) != claimed:
                    return f'{record.id} claims "{claimed}" at {list(spans)}, where the text has other words'
    return None


def _spans_of(record: object) -> Iterator[tuple[Spans, str | None]]:
    """Every (spans, text) that a record holds, at any depth; text is None where spans stand without words."""
    if isinstance(record, Report | Place):
        return
    if isinstance(record, msgspec.Struct):
        if isinstance(record, Words):
            yield record.spans, record.text
        elif hasattr(record, "spans"):
            yield record.spans, getattr(record, "text", None)
        if isinstance(record, Event | Responsibility):
            yield (record.sentence,), None
        for field in record.__struct_fields__:
            yield from _spans_of(getattr(record, field))
    elif isinstance(record, tuple):
        for item in record:
            if isinstance(item, msgspec.Struct):
                yield from _spans_of(item)


def pack(reading: Reading) -> tuple[bytes, bytes]:
    """The reading without its text, compressed, and the sha256 of what was compressed."""
    bare = msgspec.structs.replace(reading, report=msgspec.structs.replace(reading.report, text=""))
    line = msgspec.json.encode(bare)
    return zlib.compress(line, 9), hashlib.sha256(line).digest()


def unpack(packed: bytes, text: str, version_of: str | None) -> Reading:
    """What `pack` packed, with its text again; `PictureError` where that cannot be had."""
    try:
        reading = msgspec.json.decode(zlib.decompress(packed), type=Reading)
    except (ValueError, zlib.error) as error:
        raise PictureError(f"a reading is damaged ({error}); `sayso doctor` says which") from error
    report = msgspec.structs.replace(reading.report, text=text, version_of=version_of)
    return msgspec.structs.replace(reading, report=report)


class Flat:
    """One reading's flat rows; names stand where the records have ids."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.by_id = {e.id: e for e in reading.entities}

    def rows(self) -> dict[str, list[Row]]:
        """Table name → rows, without the `report` column."""
        return {
            "entities": [self.entity(e) for e in self.reading.entities],
            "statements": [self.statement(s) for s in self.reading.statements],
            "events": [self.event(e) for e in self.reading.events],
            "outlooks": [self.outlook(o) for o in self.reading.outlooks],
        }

    def entity(self, entity: Entity) -> Row:
        """One row of the table "entities"."""
        place = entity.place
        return {
            "id": entity.id,
            "kind": entity.kind,
            "name": entity.name,
            "country": entity.country,
            "places": _place_names(entity),
            "lat": place and place.lat,
            "lon": place and place.lon,
            "mentions": len(entity.mentions),
            "score": entity.score,
        }

    def statement(self, statement: Statement) -> Row:
        """One row of the table "statements"."""
        start, end = _outer(statement.content.spans)
        return {
            "id": statement.id,
            "act": statement.act,
            "source": self.name_of(statement.source),
            "start": start,
            "end": end,
            "places": self.places_in(start, end),
            "score": statement.score,
        }

    def event(self, event: Event) -> Row:
        """One row of the table "events"."""
        entity = self.by_id.get(event.place or "")
        return {
            "id": event.id,
            "type": event.type,
            "mode": event.mode,
            "status": event.status,
            "actors": self.names_of(event.actors),
            "recipients": self.names_of(event.recipients),
            "places": entity and _place_names(entity),
            "country": entity and entity.country,
            "since": event.start,
            "until": event.end,
            "start": event.sentence[0],
            "end": event.sentence[1],
            "score": event.score,
            "coded": int(event.is_coded),
        }

    def outlook(self, outlook: Outlook) -> Row:
        """One row of the table "outlooks"."""
        start, end = _outer(outlook.content.spans)
        return {
            "id": outlook.id,
            "holder": self.name_of(outlook.holder),
            "low": outlook.probability and outlook.probability.low,
            "high": outlook.probability and outlook.probability.high,
            "until": outlook.horizon and outlook.horizon.end,
            "start": start,
            "end": end,
            "places": self.places_in(start, end),
            "score": outlook.score,
        }

    def name_of(self, words: Source | Participant | None) -> str | None:
        """The words, and the entity's fullest name where that differs."""
        if words is None:
            return None
        entity = self.by_id.get(words.entity or "")
        return words.text if entity is None or entity.name in words.text else f"{entity.name} ({words.text})"

    def names_of(self, participants: Iterable[Participant]) -> str | None:
        return "; ".join(self.name_of(p) or "" for p in participants) or None

    def places_in(self, start: int, end: int) -> str | None:
        """The places named between these offsets."""
        inside = [
            e
            for e in self.reading.entities
            if e.place and any(start <= a and b <= end for m in e.mentions for a, b in m.spans)
        ]
        return "; ".join(_place_names(e) or "" for e in inside) or None


def _place_names(entity: Entity) -> str | None:
    """ "Sumy, Sumy Oblast, UKR": everything that `--where` may name."""
    if entity.place is None:
        return None
    names = (entity.name, entity.place.name, entity.place.admin1, entity.place.country or entity.country)
    return ", ".join(dict.fromkeys(name for name in names if name))


def _outer(spans: Spans) -> tuple[int, int]:
    return min(start for start, _ in spans), max(end for _, end in spans)
