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

#: What leads on to the occasion on which somebody speaks: "said during a speech on Monday".
OCCASIONS = frozenset({"in", "at", "during", "on"})
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
    time = _time_said(over[-1], digest) or _time_before(over[-1], digest, statements)
    if time is None or not time.start or time.start[:10] > event.start[:10]:
        return event
    return msgspec.structs.replace(
        event, time=time.id, start=time.start, end=time.end, precision=time.precision, from_="words"
    )


def _time_said(statement: Statement, digest: Digest) -> Time | None:
    """ "Said on Monday", "said in a speech on Monday"."""
    cue = cue_head(digest.doc, statement.cue.spans) if statement.cue else None
    return next((t for t in digest.times if t.precision in OF_A_DAY and _hangs_on(t, cue, digest)), None)


def _time_before(statement: Statement, digest: Digest, statements: Sequence[Statement]) -> Time | None:
    """The day of what the same source said in the sentences right before, as long as he goes on in direct speech."""
    source = statement.source.entity if statement.source else None
    start = _sentence_of(statement, digest)
    if source is None or statement.manner != "direct" or start is None:
        return None
    beside = any(
        digest.doc[start].sent.start_char <= t.spans[0][0] < digest.doc[start].sent.end_char for t in digest.times
    )
    for before in reversed([s for s in statements if s.inside is None and s.source and s.source.entity == source]):
        end = _sentence_of(before, digest, last=True)
        if beside or end is None or end >= start:
            continue
        if digest.doc[end].sent.end != start:
            return None
        if (time := _time_said(before, digest)) is not None:
            return time
        start = _sentence_of(before, digest) or 0
    return None


def _sentence_of(statement: Statement, digest: Digest, *, last: bool = False) -> int | None:
    """Where the first sentence of its content and cue begins, or the last."""
    spans = sorted((*statement.content.spans, *(statement.cue.spans if statement.cue else ())))
    at = spans[-1][1] - 1 if last else spans[0][0]
    word = digest.doc.char_span(at, at + 1, alignment_mode="expand")
    return word[0].sent.start if word is not None and len(word) else None


def _hangs_on(time: Time, verb: Token | None, digest: Digest) -> bool:
    root = root_of(digest, time)
    if verb is None or root is None:
        return False
    occasion = syntax.base(root.head.dep_) == "obl" and syntax.case_of(root.head) in OCCASIONS
    return verb.i == (root.head.head.i if occasion else root.head.i)


def _is_past(verb: Token) -> bool:
    if not syntax.is_verb(verb):
        return False
    first = next(iter(auxiliaries(verb)), verb)
    return first.tag_ == "VBD" or (first.i != verb.i and first.lower_ in PAST)
