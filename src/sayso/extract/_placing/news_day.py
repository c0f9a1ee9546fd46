"""The day of the news: a report that opens with "… on Monday" and came out on Tuesday tells of Monday.

Newspapers tell today what was done yesterday, and name the day once. What they tell in the simple past without a day of
its own is of the day that the lead names, not of the report's.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import TYPE_CHECKING

import msgspec
from spacy.tokens import Token

from sayso.codebook import syntax
from sayso.codebook.tree import text_of
from sayso.digest._places.dateline import opening, whole_dateline
from sayso.extract._placing.clauses import IN_COURSE, inside, is_saying, root_of, roots_of, under
from sayso.extract._placing.mentioned import is_mentioned
from sayso.extract._placing.when import anchor_of, day_of
from sayso.extract._status.status import carrier_of
from sayso.extract._telling.told import Told
from sayso.extract._telling.verb_group import auxiliaries, told_with
from sayso.model import OF_A_DAY, Event, Time

if TYPE_CHECKING:
    from sayso.digest.digest import Digest

#: Sentences of the lead.
LEAD = 5
#: How a clause hangs on what was told before it.
LATER = frozenset({"advcl", "conj", "acl:relcl", "parataxis"})
YESTERDAY = timedelta(days=1)
#: How old the news of a weekly may be, and in which sentences it is told.
DAYS = timedelta(days=2)
FIRST = 2


def of_the_news(told: Sequence[Told], events: Sequence[Event], digest: Digest) -> list[Event]:
    """The events; those that have the report's day, in the simple past, have the day of the lead instead."""
    time = _day_of_lead(digest)
    if time is None:
        return list(events)
    others, today = _other_times(digest, time), _behind_today(digest, (digest.report.published or "")[:10])

    def is_of_lead(one: Told) -> bool:
        head = one.telling.head
        return head.sent.start not in today and all(
            _is_apart(root, head) for root, _ in others.get(head.sent.start, ())
        )

    return [
        _moved(event, time) if is_of_lead(one) and _is_told_on(one, event) else event
        for one, event in zip(told, events, strict=True)
    ]


def _other_times(digest: Digest, lead: Time) -> dict[int, list[tuple[Token, Time]]]:
    """The times that are not the lead's, nor to come, by the start of their sentence."""
    published, day = (digest.report.published or "")[:10], (lead.start or "")[:10]
    return roots_of(digest, (t for t in digest.times if _is_reached(t, published) and (t.start or "")[:10] != day))


def _is_apart(time: Token, event: Token) -> bool:
    """ "One died there, while the other was shot [on Tuesday]": of a later clause with a subject of its own."""
    clauses = (one for one in (time, *time.ancestors) if one.i > event.i and not under(event, one))
    return any(one.dep_ in LATER and syntax.children(one, "nsubj", "nsubj:pass") for one in clauses)


def _is_reached(time: Time, published: str) -> bool:
    return time.type in ("date", "time") and (not time.start or time.start[:10] <= published)


def _behind_today(digest: Digest, published: str) -> frozenset[int]:
    """Where the sentences start that go on, in its line, from one that tells a deed of the report's own day."""
    every = roots_of(digest, (t for t in digest.times if _is_reached(t, published)))
    today = roots_of(digest, (t for t in digest.times if (t.start or "")[:10] == published))
    told = {start for start, times in today.items() if not all(is_saying(anchor_of(root)) for root, _ in times)}
    found: set[int] = set()
    goes_on = False
    for sentence in digest.doc.sents:
        if goes_on and sentence.start not in every:
            found.add(sentence.start)
        goes_on = sentence.start in told or (goes_on and sentence.start not in every)
        goes_on = goes_on and "\n" not in sentence.text_with_ws
    return frozenset(found)


def _moved(event: Event, time: Time) -> Event:
    day = day_of((time.start or "")[:10])
    start, end = (day.isoformat(), (day + timedelta(days=1)).isoformat()) if day else (event.start, event.end)
    return msgspec.structs.replace(event, time=time.id, start=start, end=end, precision="day", from_="words")


def names_day(digest: Digest) -> bool:
    """Whether the lead names the day of the news."""
    return _named_in_lead(digest) is not None


def _day_of_lead(digest: Digest) -> Time | None:
    """The time in the lead that names a day shortly before the report's; None where the first such is its own."""
    time = _named_in_lead(digest)
    return None if time is None or day_of((time.start or "")[:10]) == day_of(digest.report.published) else time


def _named_in_lead(digest: Digest) -> Time | None:
    """The first time in the lead that names a day of the news, at a verb in the past."""
    published = day_of(digest.report.published)
    dateline = whole_dateline(digest.report.text)
    if published is None:
        return None
    sentences = opening(digest.doc, LEAD)
    last = sentences[-1].end_char if sentences else 0
    first = sentences[:FIRST][-1].end_char if sentences else 0
    for time in sorted(digest.times, key=lambda t: t.spans[0]):
        day = day_of((time.start or "")[:10])
        if time.spans[0][0] >= last or day is None or time.precision not in OF_A_DAY or inside(time, dateline):
            continue
        root = root_of(digest, time)
        oldest = DAYS if time.spans[0][0] < first else YESTERDAY
        if root is None or not timedelta(0) <= published - day <= oldest:
            continue
        told_at = _told_at(root)
        if _is_past(told_at) and told_at.dep_ != "acl:relcl":  # "his speech, which he gave yesterday"
            return time
    return None


def _told_at(time: Token) -> Token:
    """The verb that the time hangs on, also "during the rally [Monday]", "was set to speak [on Monday]", "won, beating
    Reis in the vote [Monday]"; else what it hangs on.
    """
    anchor = anchor_of(time)
    return _past_over(anchor.head if syntax.case_of(anchor) in IN_COURSE else anchor)


def _is_headline(verb: Token) -> bool:
    """The present of the first sentence, or "nine are killed and three hurt" on a line of its own below it."""
    if verb.sent.start == 0 and verb.tag_ in ("VBZ", "VBP"):
        return True
    above = verb.head if verb.dep_ == "conj" and not auxiliaries(verb) else verb
    be = next(iter(auxiliaries(above)), None)
    if verb.tag_ != "VBN" or be is None or be.lower_ not in ("is", "are") or syntax.base(above.dep_) != "ROOT":
        return False
    text, start, end = text_of(verb.doc), verb.sent.start_char, verb.sent.end_char
    alone = text[:start].rstrip(" ")[-1:] in ("", "\n") and "\n" in text[end - 1 : end + 2]
    return alone and text.count("\n", 0, start) <= FIRST


def _past_over(verb: Token) -> Token:
    """The verb, or the first one in the past that it goes on from or belongs to."""
    while verb.dep_ in ("advcl", "conj", "xcomp") and not _is_past(verb) and syntax.is_verb(verb.head):
        verb = verb.head
    return verb


def _is_past(verb: Token) -> bool:
    """ "Said", "was arrested", not "had said" or "has said"."""
    first = next(iter(auxiliaries(verb)), verb)
    return first.tag_ == "VBD" and first.lower_ not in ("had", "'d")


def _is_told_on(one: Told, event: Event) -> bool:
    """Whether the event has the report's day and is told in the simple past, or in the present of a headline."""
    verb = carrier_of(one.telling.head)
    if _is_headline(verb) and event.from_ == "dateline" and event.status == "occurred":
        return True
    if event.from_ != "dateline" or event.status not in ("occurred", "attempted", "did_not_occur"):
        return False
    if syntax.is_verb(verb):
        told = _past_over(verb)
        return _is_past(told) and told.dep_ != "acl:relcl"
    return one.telling.about is None and not is_mentioned(one) and _is_past(told_with(verb))
