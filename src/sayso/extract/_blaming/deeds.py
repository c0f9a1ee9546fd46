"""Which deed of the report is meant by the words that lay it to somebody."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from sayso.codebook.match import lemma
from sayso.codebook.responsibility import words
from sayso.codebook.roots import root
from sayso.codebook.syntax import children, is_verb, logical_subjects, surface_subject
from sayso.model import HAPPENED, Event

if TYPE_CHECKING:
    from spacy.tokens import Token

#: How many sentences before a charge the deed may stand.
NEAR = 2
#: What stands before a noun for a deed that is known already.
DEFINITE = frozenset({"the", "this", "that", "these", "those", "both"})
#: Of ten such records in texts that nobody had looked at seven were right (docs/responsibility.md).
SURE = 0.7
#: Types of material conflict that somebody may be blamed for.
HARMFUL = frozenset({"ASSAULT", "COERCE"})


class Deed(NamedTuple):
    """The first telling of the deed, None where no event is told; the word for it beside the cue, if any."""

    event: Event | None
    word: Token | None


class Deeds:
    """The harmful deeds that a report tells."""

    def __init__(self, events: Sequence[Event]) -> None:
        self.harmful = [e for e in events if is_harmful(e)]
        self._by_id = {e.id: e for e in events}

    def meant(self, deed: Sequence[Token], cue: Token, back: int | None) -> Deed | None:
        """The deed that these words tell, or take up; the one told last before the cue where there are none; None where
        they tell something else. It stands so many sentences before at the most, anywhere
        where `back` is None.
        """
        inner = [t for one in deed for t in _inner(one)]
        for token in inner:
            told = next((e for e in self.harmful if _covers(e, token)), None)
            if told is not None:
                return Deed(self.told(told, taken_up=_is_taken_up(token)), token)
        for token in inner:
            if lemma(token) in words("deeds"):
                return Deed(self._in_one_word(token), token)
        for token in inner:
            if {lemma(token), token.lower_} & words("generic"):
                return Deed(before, token) if (before := self._before(cue, back)) is not None else None
        if inner:
            return None
        found = self._before(cue, back)
        return Deed(found, None) if found is not None else None

    def is_deed(self, token: Token) -> bool:
        """Whether the word tells a deed."""
        return lemma(token) in words("deeds") or any(_covers(e, token) for e in self.harmful)

    def charged(self, charge: Event, cue: Token) -> Event | None:
        """The deed that a charge is of: told in its content, or before it where it has none."""
        if charge.content is None:
            return self._before(cue, NEAR)
        spans = charge.content.spans
        inside = (e for e in self.harmful if any(a <= e.trigger.spans[0][0] < b for a, b in spans))
        return next(inside, None)

    def doers(self, deed: Sequence[Token]) -> tuple[Token, ...] | None:
        """Who does it in a clause with a subject of its own ("that its troops had fired"); None where there is none."""
        verb = next((t for t in deed if is_verb(t) and children(t, "nsubj", "nsubj:pass")), None)
        if verb is None:
            return None
        told = next((e for e in self.harmful for t in _inner(verb) if _covers(e, t)), None)
        if told is None:
            return None
        acting = [a.spans[-1] for a in told.actors]
        subjects = [*surface_subject(verb), *logical_subjects(verb)]
        return tuple(t for t in subjects if any(start <= t.idx < end for start, end in acting))[:1]

    def first(self, event: Event) -> Event:
        """The telling of the deed that the report gives first."""
        return self._by_id[event.same_as or event.id]

    def told(self, event: Event, *, taken_up: bool = False) -> Event:
        """The first telling; of what is denied or only planned here, and of "the deaths", the deed that was told before
        in the same word, or the only one that was.
        """
        first = self.first(event)
        if first is not event:
            return first
        if event.status in HAPPENED and not taken_up:
            return next((e for e in self._done_before(event.trigger.spans[0][0]) if _hit(e) & _hit(event)), first)
        before = self._done_before(event.trigger.spans[0][0])
        same = [e for e in before if _root(e) == _root(event) or _hit(e) & _hit(event)]
        return same[-1] if same else before[0] if len(before) == 1 else first

    def _done_before(self, at: int) -> list[Event]:
        """The first tellings of the deeds that were told as done before a place in the text."""
        told = (e for e in self.harmful if e.trigger.spans[0][0] < at and e.status in HAPPENED and _may_be_meant(e))
        return list({first.id: first for first in map(self.first, told)}.values())

    def _before(self, cue: Token, back: int | None) -> Event | None:
        start = 0 if back is None else _start_of_sentences(cue, back)
        told = [e for e in self.harmful if start <= e.trigger.spans[0][0] < cue.idx and _may_be_meant(e)]
        near = told or [e for e in self.harmful if e.sentence[0] <= cue.idx < e.sentence[1]]
        return self.first(max(near, key=lambda e: e.trigger.spans[0])) if near else None

    def _in_one_word(self, noun: Token) -> Event | None:
        """The last deed before that was told in a word of the same root, else the only one of the report."""
        before = self._done_before(noun.idx)
        same = [e for e in before if _root(e) == root(lemma(noun))]
        return same[-1] if same else before[0] if len(before) == 1 else None


def _is_taken_up(noun: Token) -> bool:
    """ "The deaths", with no more said of which."""
    known = any(c.lower_ in DEFINITE for c in noun.children)
    return noun.pos_ == "NOUN" and known and not children(noun, "nmod", "acl", "appos", "compound", "nummod", "obl")


def _start_of_sentences(token: Token, back: int) -> int:
    """Where the sentence begins that stands so many before that of the token."""
    first = token.sent.start
    for _ in range(back):
        if first == 0:
            break
        first = token.doc[first - 1].sent.start
    return token.doc[first].idx


def _hit(event: Event) -> set[str]:
    """Whom it hit, by the last words for them."""
    told = (*(r.text for r in event.recipients), *(t.who for t in event.toll))
    return {said.split()[-1].casefold() for said in told if said.split()}


def _root(event: Event) -> str:
    return root(event.trigger.lemma.split()[-1])


def _may_be_meant(event: Event) -> bool:
    """Whether "it" and "the incident" may be it: an arrest is mostly what came of it."""
    return event.type != "COERCE" or event.mode == "cyber"


def is_harmful(event: Event) -> bool:
    """Material conflict, or a deed by its word."""
    if event.codes is not None:
        return event.type in HARMFUL
    return bool(event.toll) or not (words("deeds") | words("harm")).isdisjoint(event.trigger.lemma.split())


def is_done(clause: Token) -> bool:
    """Whether somebody does what the clause tells: nobody "died", or "is torture"."""
    return (is_verb(clause) or any(c.lower_ == "behind" for c in clause.children)) and lemma(clause) not in words(
        "dying"
    )


def _inner(token: Token) -> Iterator[Token]:
    """The word; of a verb that only carries a deed or a part in it, what it has as its object or stands behind "in"."""
    if lemma(token) in words("carrying"):
        for child in token.children:
            if child.dep_ in ("obj", "nsubj:pass", "obl", "nmod", "xcomp", "compound"):
                yield from _inner(child)
    yield token


def _covers(event: Event, token: Token) -> bool:
    return any(start <= token.idx < end for start, end in event.trigger.spans)
