"""What somebody tells of the past in his own words: "I asked the ministry for help" was not on the day he says so.

News in the past is of its own day or the day before; who speaks in quotation marks or in the turn of a transcript tells
of any time before, and the report's day is only that of his speaking.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from spacy.tokens import Token

from sayso.codebook import syntax
from sayso.extract._status.status import carrier_of
from sayso.extract._telling.telling import Telling
from sayso.extract._telling.told import undated
from sayso.extract._telling.verb_group import auxiliaries
from sayso.extract.attribution import statements_over
from sayso.model import Event, Statement

if TYPE_CHECKING:
    from sayso.digest.digest import Digest

PAST = frozenset({"did", "had", "'d", "’d", "has", "have", "'ve", "’ve", "was", "were"})


def undated_in_speech(event: Event, telling: Telling, digest: Digest, statements: Sequence[Statement]) -> Event:
    """The event; without the report's day where somebody tells it of the past in direct speech."""
    if (
        event.from_ != "dateline"
        or event.status != "occurred"
        or telling.fixed
        or not _is_past(carrier_of(telling.head))
    ):
        return event
    over = statements_over(digest, statements, event.trigger.spans[0])
    if not over or over[-1].manner != "direct":
        return event
    return undated(event)


def _is_past(verb: Token) -> bool:
    if not syntax.is_verb(verb):
        return False
    first = next(iter(auxiliaries(verb)), verb)
    return first.tag_ == "VBD" or (first.i != verb.i and first.lower_ in PAST)
