"""Exports: one file per kind of record, a flat table of events, and a note of where it all comes from.

Tables begin with the mark by which Excel knows UTF-8. Cells that a spreadsheet would run as a formula are made harmless
with an apostrophe before them.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import msgspec

from sayso import __version__
from sayso.digest.gazetteer import ATTRIBUTION
from sayso.errors import SaysoError
from sayso.link.records import Dispute, LinkedEvent, Outcome, SharedEntity
from sayso.model import Horizon, Outlook, Reading, Source, Statement
from sayso.persist.found import Found, ReportLine
from sayso.persist.picture import Picture
from sayso.persist.query import EVERYTHING, Query
from sayso.publish.flat import COLUMNS, Cells, event_rows
from sayso.publish.periods import period_of
from sayso.publish.words import chain

#: what makes a spreadsheet take a cell for a formula
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


def export_jsonl(picture: Picture, folder: Path, query: Query = EVERYTHING) -> list[Path]:
    """Writes what meets the filters as JSON lines; returns the files."""
    return _export(picture, folder, query, _records(picture, query), ".jsonl")


def export_csv(picture: Picture, folder: Path, query: Query = EVERYTHING) -> list[Path]:
    """Writes what meets the filters as tables; returns the files."""
    records = _records(picture, query)
    events: list[LinkedEvent] = records["events"]
    tables: dict[str, Iterable[Cells]] = {
        "events": event_rows(picture, events, records["disputes"]),
        "tolls": _toll_rows(events),
        "responsibility": _responsibility_rows(events),
        "disputes": _dispute_rows(records["disputes"]),
        "statements": map(_statement_row, records["statements"]),
        "outlooks": map(_outlook_row, records["outlooks"]),
        "entities": (
            msgspec.to_builtins(e) | {"also": "; ".join(e.also), "ids": "; ".join(e.ids)} for e in records["entities"]
        ),
        "reports": map(msgspec.to_builtins, records["reports"]),
    }
    return _export(picture, folder, query, {name: list(rows) for name, rows in tables.items()}, ".csv")


def _records(picture: Picture, query: Query) -> dict[str, list[Any]]:
    return {
        "events": picture.events(query),
        "disputes": picture.disputes(query),
        "statements": picture.statements(query),
        "outlooks": picture.outlooks(query),
        "entities": picture.entities(query),
        "reports": picture.reports(query),
    }


def _export(picture: Picture, folder: Path, query: Query, tables: dict[str, list[Any]], suffix: str) -> list[Path]:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        written = []
        for name, rows in tables.items():
            path = folder / f"{name}{suffix}"
            _write_csv(path, name, rows) if suffix == ".csv" else _write_jsonl(path, rows)
            written.append(path)
        path = folder / "metadata.json"
        counts = {f"{name}{suffix}": len(rows) for name, rows in tables.items()}
        path.write_text(json.dumps(metadata(picture, query, counts), indent=2, ensure_ascii=False) + "\n", "utf-8")
    except OSError as error:
        raise SaysoError(f"cannot write to {folder}: {(error.strerror or str(error)).lower()}") from error
    return [*written, path]


def metadata(picture: Picture, query: Query, files: dict[str, int]) -> dict[str, Any]:
    """Where the tables come from: enough to make them again and to cite them."""
    return {
        "made_by": f"sayso {__version__}",
        "made_at": datetime.now(UTC).isoformat(timespec="seconds"),
        "picture_sha256": picture.hash(),
        "query": query.as_dict(),
        "rows": files,
        "columns_of_events": COLUMNS,
        "attribution": ATTRIBUTION,
    }


def _write_jsonl(path: Path, rows: Sequence[Any]) -> None:
    with path.open("wb") as file:
        for row in rows:
            file.write(msgspec.json.encode(row.as_dict() if isinstance(row, Found) else row) + b"\n")


def _write_csv(path: Path, name: str, rows: Sequence[Cells]) -> None:
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        table = csv.DictWriter(file, _COLUMNS[name], restval="")
        table.writeheader()
        for row in rows:
            table.writerow({column: harmless(cell) for column, cell in row.items()})


def harmless(cell: object) -> object:
    """The cell, with text that a spreadsheet would run kept from running; line breaks become spaces, 34.0 is 34."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, float) and cell.is_integer():
        return int(cell)
    if not isinstance(cell, str):
        return cell
    text = " ".join(cell.split())
    return f"'{text}" if text.startswith(_FORMULA) or cell.startswith(_FORMULA) else text


# ---- rows

_COLUMNS: dict[str, Sequence[str]] = {
    "events": tuple(COLUMNS),
    "tolls": (
        "event_id", "title", "effect", "low", "best", "high", "bound", "words", "who", "scope", "outlet", "published",
        "according_to", "evidence", "syndicated_from",
    ),
    "responsibility": (
        "event_id", "title", "party", "stance", "words", "outlet", "published", "according_to", "evidence",
        "syndicated_from",
    ),
    "disputes": (
        "dispute_id", "event_id", "title", "field", "kind", "open", "value", "words", "outlet", "published",
        "according_to", "evidence",
    ),
    "statements": (
        "id", "report", "outlet", "published", "source", "source_name", "source_kind", "act", "manner", "cue",
        "words", "score",
    ),
    "outlooks": (
        "id", "report", "outlet", "published", "holder", "holder_name", "words", "cue", "probability_low",
        "probability_high", "scale", "until", "until_end", "score", "outcome", "came_about", "horizon_passed",
        "decided_in", "decided_outlet", "decided_published", "decided_according_to", "decided_words",
    ),
    "entities": SharedEntity.__struct_fields__,
    "reports": ReportLine.__struct_fields__,
}  # fmt: skip


def _toll_rows(events: Iterable[LinkedEvent]) -> Iterable[Cells]:
    for event in events:
        for effect, accounts in event.tolls.items():
            for account in accounts:
                yield {
                    "event_id": event.id,
                    "title": event.title,
                    "effect": effect,
                    "low": account.low,
                    "best": account.best,
                    "high": account.high,
                    "bound": account.bound,
                    "words": account.text,
                    "who": account.who,
                    "scope": account.scope,
                    "outlet": account.outlet,
                    "published": account.published,
                    "according_to": chain(account.according_to),
                    "evidence": f"{account.report}/{account.event}",
                    "syndicated_from": account.syndicated_from,
                }


def _responsibility_rows(events: Iterable[LinkedEvent]) -> Iterable[Cells]:
    for event in events:
        for one in event.responsibility:
            yield {
                "event_id": event.id,
                "title": event.title,
                "party": one.party,
                "stance": one.stance,
                "words": one.text,
                "outlet": one.outlet,
                "published": one.published,
                "according_to": chain(one.according_to),
                "evidence": f"{one.report}/{one.record}",
                "syndicated_from": one.syndicated_from,
            }


def _dispute_rows(disputes: Iterable[Dispute]) -> Iterable[Cells]:
    for dispute in disputes:
        for account in dispute.accounts:
            yield {
                "dispute_id": dispute.id,
                "event_id": dispute.event,
                "title": dispute.title,
                "field": dispute.field,
                "kind": dispute.kind,
                "open": dispute.open,
                "value": account.value,
                "words": account.text,
                "outlet": account.outlet,
                "published": account.published,
                "according_to": chain(account.according_to),
                "evidence": f"{account.report}/{account.event}",
            }


def _found(found: Found[Statement] | Found[Outlook]) -> Cells:
    report = found.report
    return {"id": found.id, "report": report.id, "outlet": report.outlet, "published": report.published}


def _name(reading: Reading, source: Source | None) -> str | None:
    """The name that the report has for whoever "he" is."""
    entity = next((e for e in reading.entities if source is not None and e.id == source.entity), None)
    return entity.name if entity is not None and entity.has_name else None


def _statement_row(found: Found[Statement]) -> Cells:
    record = found.record
    return _found(found) | {
        "source": record.source and record.source.text,
        "source_name": _name(found.reading, record.source),
        "source_kind": record.source and record.source.kind,
        "act": record.act,
        "manner": record.manner,
        "cue": record.cue and record.cue.text,
        "words": record.content.text,
        "score": record.score,
    }


def _outlook_row(found: Found[Outlook]) -> Cells:
    record = found.record
    return _found(found) | {
        "holder": record.holder and record.holder.text,
        "holder_name": _name(found.reading, record.holder),
        "words": record.content.text,
        "cue": record.cue.text,
        "probability_low": record.probability and record.probability.low,
        "probability_high": record.probability and record.probability.high,
        "scale": record.probability and record.probability.scale,
        "until": record.horizon and record.horizon.text,
        "until_end": _last(record.horizon),
        "score": record.score,
        **_became(found.fate),
    }


def _last(horizon: Horizon | None) -> str | None:
    """The last year, month or day of a horizon, as exactly as words give it."""
    if horizon is None:
        return None
    period = period_of(horizon.start, horizon.end, None)
    return period.last if period is not None else horizon.end


def _became(fate: Outcome | None) -> Cells:
    """What became of an outlook, and the first telling that decided it."""
    by = fate.by[0] if fate is not None and fate.outcome != "open" else None
    return {
        "outcome": fate.outcome if fate is not None else "open",
        "came_about": fate and fate.came_about,
        "horizon_passed": fate is not None and fate.horizon_passed,
        "decided_in": by and by.id,
        "decided_outlet": by and by.outlet,
        "decided_published": by and by.published,
        "decided_according_to": by and chain(by.according_to),
        "decided_words": by and by.text,
    }
