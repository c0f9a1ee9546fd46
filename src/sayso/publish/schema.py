"""The JSON Schema of what sayso writes, made from the types it writes."""

from __future__ import annotations

import json
from typing import Any

import msgspec

from sayso import __version__
from sayso.link.records import Change, Dispute, LinkedEvent, Outcome
from sayso.model import Reading
from sayso.persist.found import Correction


def schema_of_records() -> dict[str, Any]:
    """JSON Schema 2020-12: any of a reading, a linked event, a dispute, a change, a correction, an outcome; their parts
    in `$defs`.
    """
    shapes, definitions = msgspec.json.schema_components(
        [Reading, LinkedEvent, Dispute, Change, Correction, Outcome], ref_template="#/$defs/{name}"
    )
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"The records of sayso {__version__}",
        "anyOf": list(shapes),
        "$defs": definitions,
    }


def json_schema() -> str:
    """`schema_of_records` as text."""
    return json.dumps(schema_of_records(), indent=2, ensure_ascii=False)
