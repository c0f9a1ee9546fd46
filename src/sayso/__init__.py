"""sayso: on whose say-so? Reads reports on conflict and diplomacy, and holds what they say to their exact words::

    import sayso

    reading = sayso.read("Russia struck Sumy on Sunday, killing 34 people, the governor said.", published="2024-11-18")
    for statement in reading.statements:
        print(statement.source.text, "|", statement.content.text)

    with sayso.Picture("picture.db") as picture:
        picture.add(["reports/"])
        print(picture.disputes())

Everything here is loaded when it is first used: `import sayso` costs next to nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"

if TYPE_CHECKING:
    from spacy.language import Language

    from sayso.codebook.codebook import Codebook, load_codebook
    from sayso.collect.files import reports_from
    from sayso.digest.language import load_language
    from sayso.errors import SaysoError
    from sayso.link.records import Account, Change, Dispute, LinkedEvent, Outcome, Score, TollAccount
    from sayso.model import Entity, Event, Outlook, Place, Quantity, Reading, Report, Statement, Time
    from sayso.persist.changed import what_changed
    from sayso.persist.found import Counts, Found
    from sayso.persist.picture import Picture
    from sayso.persist.query import Query

__all__ = [
    "Account",
    "Change",
    "Codebook",
    "Counts",
    "Dispute",
    "Entity",
    "Event",
    "Found",
    "LinkedEvent",
    "Outcome",
    "Outlook",
    "Picture",
    "Place",
    "Quantity",
    "Query",
    "Reading",
    "Report",
    "SaysoError",
    "Score",
    "Statement",
    "Time",
    "TollAccount",
    "load_codebook",
    "load_language",
    "read",
    "reports_from",
    "what_changed",
]

_HOMES = {
    "sayso.codebook.codebook": ("Codebook", "load_codebook"),
    "sayso.collect.files": ("reports_from",),
    "sayso.digest.language": ("load_language",),
    "sayso.errors": ("SaysoError",),
    "sayso.link.records": ("Account", "Change", "Dispute", "LinkedEvent", "Outcome", "Score", "TollAccount"),
    "sayso.model": ("Entity", "Event", "Outlook", "Place", "Quantity", "Reading", "Report", "Statement", "Time"),
    "sayso.persist.changed": ("what_changed",),
    "sayso.persist.found": ("Counts", "Found"),
    "sayso.persist.picture": ("Picture",),
    "sayso.persist.query": ("Query",),
}
_HOME = {name: home for home, names in _HOMES.items() for name in names}


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        raise AttributeError(f"module 'sayso' has no attribute {name!r}")
    return getattr(import_module(_HOME[name]), name)


def __dir__() -> list[str]:
    return sorted([*__all__, "__version__"])


def read(
    text: str,
    *,
    published: str | None = None,
    title: str | None = None,
    outlet: str | None = None,
    nlp: Language | None = None,
    codebook: Codebook | None = None,
) -> Reading:
    """The reading of one report.

    `published` (ISO 8601) is what "Sunday" and "last month" resolve against. Raises `InputError` where the text or the
    date is none. To read many, give `reports_from(paths)` to `sayso.pipeline.read`, which loads the model once, or to
    `sayso.jobs.read`, which uses several cores.
    """
    from sayso.collect.making import report_of_text
    from sayso.pipeline import read as read_all

    report = report_of_text(text, published=published, title=title, outlet=outlet)
    return next(iter(read_all([report], nlp=nlp, codebook=codebook)))
