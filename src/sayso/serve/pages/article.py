"""The reader: one report with its findings marked, and why each was found."""

from __future__ import annotations

from sayso.errors import UnknownIdError, UsageError
from sayso.model import Reading
from sayso.persist.corrections import correction_of
from sayso.persist.found import Why
from sayso.persist.picture import Picture
from sayso.serve.cards import Card, Cards
from sayso.serve.marking import Ref, marked
from sayso.serve.marks import Mark, marks_of
from sayso.serve.page import Asked, Page, number_up_to

#: what the reader may be asked to show alone
KINDS = {"statements": "statement", "events": "event", "outlooks": "outlook", "tolls": "toll"}
#: characters of a report on one page; a longer one comes in parts
PART = 100_000
#: characters shown around the words of a record where they stand in a line without end
AROUND = 1_000


def article(picture: Picture, asked: Asked) -> Page:
    """The text with its marks; `?mark=v3` lights one finding, `?show=events` shows one kind alone."""
    reading = picture.reading(asked.path["report"])
    report = reading.report
    line = picture.report(report.id)
    every = Cards(reading).all()
    chosen = _chosen(every, asked.param("mark"))
    parts = max(1, -(-len(report.text) // PART))
    part = _part(asked.param("part"), parts, chosen)
    here = [card for card in every if card.start // PART == part - 1]
    shown = _shown(here, asked.param("show"))
    ids = {card.id for card in shown} | ({chosen.id} if chosen else set())
    values = {
        "report": report,
        "line": line,
        "cards": shown,
        "chosen": chosen,
        "around": _around(shown, chosen),
        "why": picture.why(f"{report.id}/{chosen.id}") if chosen else None,
        "fates": picture.fates(report.id),
        "show": asked.param("show"),
        "counts": {name: len(_shown(here, name)) for name in KINDS},
        "blocks": _blocks(reading, ids, (part - 1) * PART, chosen.id if chosen else None),
        "part": part,
        "part_count": parts,
        "correction": correction_of(picture.reading(report.version_of).report, report) if report.version_of else None,
    }
    return Page("article.html", values, reading)


def why(picture: Picture, asked: Asked) -> Page:
    """The words, the rule, the cues and the chain of sources that one record rests on."""
    report_id, record_id = asked.path["report"], asked.path["record"]
    reading = picture.reading(report_id)
    if not has_record(reading, record_id):
        raise UnknownIdError(f'report {report_id} has no record "{record_id}"')
    found = picture.why(f"{report_id}/{record_id}")
    values = {
        "why": found,
        "card": next((card for card in Cards(reading).all() if card.id == record_id), None),
        "report": reading.report,
        "line": picture.report(report_id),
        "blocks": _sentence(reading, found, record_id),
    }
    return Page("why.html", values, found)


def has_record(reading: Reading, record_id: str) -> bool:
    """Whether the reading has a record of that id, of any kind."""
    kinds = (
        reading.entities, reading.times, reading.quantities, reading.statements, reading.events, reading.outlooks,
        reading.responsibilities,
    )  # fmt: skip
    return any(record.id == record_id for records in kinds for record in records)


def _shown(cards: list[Card], kind: str | None) -> list[Card]:
    if kind is None:
        return cards
    if kind not in KINDS:
        raise UsageError(f'show is "{kind}"; it is one of {", ".join(KINDS)}')
    if kind == "tolls":
        return [card for card in cards if card.tolls]
    return [card for card in cards if card.kind == KINDS[kind]]


def _chosen(cards: list[Card], record_id: str | None) -> Card | None:
    if record_id is None:
        return None
    for card in cards:
        if card.id == record_id:
            return card
    raise UsageError(f'mark is "{record_id}"; this report has no such finding')


def _around(cards: list[Card], chosen: Card | None) -> list[tuple[str, Card | None]]:
    """The findings before and after the chosen one."""
    if chosen not in cards:
        return []
    at = cards.index(chosen)
    return [("prev", cards[at - 1] if at else None), ("next", cards[at + 1] if at + 1 < len(cards) else None)]


def _part(asked: str | None, parts: int, chosen: Card | None) -> int:
    """Which part of a long report: the one asked for, else the one that holds the chosen finding, else the first."""
    if asked is None:
        return chosen.start // PART + 1 if chosen else 1
    number = number_up_to(parts, asked)
    if number is None:
        raise UsageError(f'part is "{asked}"; this report has {parts}')
    return number


def _blocks(reading: Reading, ids: set[str], start: int, chosen: str | None) -> object:
    return marked(
        reading.report.text[start : start + PART],
        (
            ((first - start, end - start), ref)
            for (first, end), ref in marks_of(reading, chosen)
            if ref.id in ids and start <= first < start + PART
        ),
    )


def _sentence(reading: Reading, why: Why, record_id: str) -> object:
    """The sentence of a record, with the words of this record alone."""
    marks: list[Mark] = [(span, Ref(id=record_id, part=role)) for role, words in why.words for span in words.spans]
    first = min((start for (start, _), _ in marks), default=0)
    start = max(why.sentence.spans[0][0], first - AROUND)
    end = min(why.sentence.spans[-1][1], start + 4 * AROUND)
    inside = (
        ((max(first, start) - start, min(last, end) - start), ref)
        for (first, last), ref in marks
        if first < end and last > start
    )
    return marked(reading.report.text[start:end], inside)
