"""Which expectations are of a day that lies behind: "last year the town would have …", and no other date ahead."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from sayso.codebook.syntax import base, is_verb
from sayso.extract._expecting.degree import is_clause_of_a_thing, times_in
from sayso.extract._saying.frames import entries_at

if TYPE_CHECKING:
    from spacy.tokens import Token

    from sayso.digest.digest import Digest
    from sayso.extract._expecting.expectation import Expectation
    from sayso.model import Time

_BACK = re.compile(r"(?:1[5-9]|20)\d\d|\b(?:last|ago|yesterday|earlier|past|previous)\b", re.IGNORECASE)
#: Days after which what was said then is no expectation of today.
RECENT = 31


def is_dated_before(digest: Digest, found: Expectation) -> bool:
    """Whether a date of the sentence says for itself that it is past, and none of its dates lies ahead."""
    published = digest.report.published
    if not published:
        return False
    sentence = found.anchor.sent
    dates = [time for time in times_in(digest, (sentence.start_char, sentence.end_char)) if time.end is not None]
    past = [time for time in dates if time.end is not None and time.end <= published[:10]]
    said = [time for time in past if not (_is_owner(found, time) or _is_of_saying(found, time, published[:10]))]
    return any(_says_past(time) for time in said) and len(past) == len(dates)


def _is_owner(found: Expectation, time: Time) -> bool:
    """ "A repeat of last year's famine", "the 2015 pact", "the port that it lost in 2023": of a thing."""
    word = _word(found, time)
    if word is None:
        return False
    beside = any(is_clause_of_a_thing(up) and found.head.is_ancestor(up) for up in word.ancestors)
    thing = base(word.dep_) in ("nummod", "compound", "amod", "nmod") and word.head.pos_ in ("NOUN", "PROPN")
    of_object = thing and word.head.i != found.head.i and found.head.is_ancestor(word)
    return beside or word.dep_ == "nmod:poss" or of_object


def _is_of_saying(found: Expectation, time: Time, published: str) -> bool:
    """ "Said last week that the town would fall": when it was said, a few days ago."""
    word = _word(found, time)
    verb = None if word is None else next((up for up in word.ancestors if is_verb(up)), None)
    if verb is None or verb.i == found.anchor.i or next(entries_at(verb), None) is None or time.end is None:
        return False
    clause = next((one for one in (found.anchor, *found.anchor.ancestors) if one.head.i == verb.i), None)
    told = clause is not None and base(clause.dep_) == "ccomp"
    return told and (date.fromisoformat(published) - date.fromisoformat(time.end[:10])).days <= RECENT


def _word(found: Expectation, time: Time) -> Token | None:
    said = found.anchor.doc.char_span(*time.spans[0], alignment_mode="expand")
    return None if said is None else said.root


def _says_past(time: Time) -> bool:
    """A date with a year, "last spring", "two days ago": a bare "Friday" may be the next one."""
    return time.type in ("date", "time") and _BACK.search(time.text) is not None
