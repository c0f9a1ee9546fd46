"""What somebody tells of the past in his own words: "I asked the ministry for help" was not on the day he says so.

News in the past is of its own day or the day before; who speaks in quotation marks or in the turn of a transcript tells
of any time before, and the report's day is only that of his speaking.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import msgspec
from spacy.tokens import Token

from sayso.codebook import syntax
from sayso.extract._placing.clauses import SPOKEN, root_of
from sayso.extract._placing.told_as import is_present
from sayso.extract._saying.acts import cue_head
from sayso.extract._status.status import carrier_of
from sayso.extract._telling.telling import Telling
from sayso.extract._telling.told import undated
from sayso.extract._telling.verb_group import auxiliaries
from sayso.extract.attribution import statements_over
from sayso.model import OF_A_DAY, Event, Statement, Time

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


def on_day_said(event: Event, telling: Telling, digest: Digest, statements: Sequence[Statement]) -> Event:
    """The event; where it is done by saying it, of the day that its statement names: "'We promise you help,' he said
    on Monday. 'We thank you.'" was on Monday.
    """
    by_saying = event.type in SPOKEN and (telling.fixed or is_present(telling.head))
    over = statements_over(digest, statements, event.trigger.spans[0]) if by_saying else []
    if event.from_ != "dateline" or not over or over[-1].cue is None or not event.start:
        return event
    cue = cue_head(digest.doc, over[-1].cue.spans)
    time = next((t for t in digest.times if t.precision in OF_A_DAY and _hangs_on(t, cue, digest)), None)
    if time is None or not time.start or time.start[:10] > event.start[:10]:
        return event
    return msgspec.structs.replace(
        event, time=time.id, start=time.start, end=time.end, precision=time.precision, from_="words"
    )


def _hangs_on(time: Time, verb: Token | None, digest: Digest) -> bool:
    root = root_of(digest, time)
    return verb is not None and root is not None and root.head.i == verb.i


def _is_past(verb: Token) -> bool:
    if not syntax.is_verb(verb):
        return False
    first = next(iter(auxiliaries(verb)), verb)
    return first.tag_ == "VBD" or (first.i != verb.i and first.lower_ in PAST)
