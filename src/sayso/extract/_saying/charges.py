"""What a denied charge is of: "The army denied the accusation", "the ministry denied any role in it".

The event stands before, told on another's word: what the denier is said to have done, what somebody was accused of, or
what was claimed last. "This" is what the last one who spoke before said, and no more.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from sayso.codebook.match import lemma
from sayso.codebook.roots import root
from sayso.codebook.syntax import base
from sayso.codebook.words import word_list
from sayso.extract._saying.main_line import is_said_by
from sayso.model import HAPPENED, Event, Statement

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

#: Nouns of what was said of somebody, of what may be of anything that was told, and both.
CHARGES = word_list("denials_charges")
CLAIMS = word_list("denials_claims")
SAID = CHARGES | CLAIMS
#: What is done to a charge.
ANSWERED = word_list("status_answered")
#: What says of a claim that it is not so.
UNTRUE = word_list("status_untrue")
#: Nouns of having done it or having had to do with it.
PARTS = word_list("denials_parts")
#: How many sentences before the denial the event may stand.
BACK = 3
#: Acts that are words: nobody denies that they were said.
SPOKEN = frozenset({"ACCUSE", "AGREE", "CONSULT", "DECIDE", "PROTEST", "REJECT", "REQUEST", "SUPPORT", "THREATEN"})

#: Adjectives of deeds in general or before: "similar attacks", "past raids".
ANOTHER = word_list("when_where_often_before_noun")


class Charges:
    """What was told in a report, to be asked for what a denial is of."""

    def __init__(self, doc: Doc, statements: Sequence[Statement], events: Sequence[Event]) -> None:
        self._doc = doc
        self._statements = {s.id: s for s in statements}
        self._accusing = {s.id for s in statements if s.act == "accuse"}
        self._all = [e for e in events if e.status in HAPPENED]
        self._events = [e for e in self._all if e.type not in SPOKEN and not self._is_another(e)]
        self._starts = [sentence.start_char for sentence in doc.sents]

    def _is_another(self, event: Event) -> bool:
        """ "Similar attacks", "past raids": others than those that a report is of."""
        noun = self._doc.char_span(*event.trigger.spans[-1], alignment_mode="expand")
        return noun is not None and any(c.lower_ in ANOTHER for c in noun.root.children if c.dep_ == "amod")

    def denied_by(self, denial: Statement) -> Event | None:
        """The event that the denial is of, where its words head no event and name a charge, a claim or a part in it."""
        head = self._head(denial)
        if head is None or denial.source is None:
            return None
        word = lemma(head)
        if head.pos_ == "PRON":
            last = self._last_before(denial)
            if last is not None:
                return _first_of_last(self._said_in(last))
        told = [e for e in self._before(denial) if not self._is_own(e, denial)]
        theirs = [e for e in told if self._does(denial, e)]
        said = [e for e in told if e.according_to]
        accused = [e for e in said if e.according_to[-1].statement in self._accusing]
        if word in PARTS:
            found = theirs or [e for e in self._events if self._within(e, denial)] or accused
            found = found or [e for e in told if e.type == "ASSAULT"]
        elif word in CHARGES:
            found = theirs or accused
        elif word in CLAIMS and not _says_what(head):
            named = _names_what(head)
            found = theirs or accused or said
            if named is not None:
                found = [e for e in told if root(e.trigger.lemma) == root(lemma(named))]
        else:
            return None
        return _first_of_last([e for e in found if self._is_what_is_said(e)] or found)

    def _last_before(self, denial: Statement) -> Statement | None:
        """What somebody else said last in the sentences before, of those who are quoted for themselves."""
        here = self._here(denial)
        first = self._first(here)
        said = [
            s
            for s in self._statements.values()
            if s.inside is None and s.source is not None and first <= s.content.spans[0][0] < here
        ]
        return max(said, key=lambda s: s.content.spans[-1], default=None)

    def _said_in(self, statement: Statement) -> list[Event]:
        """The events that a statement says, orders and other acts of words too."""
        told = (e for e in self._all if any(link.statement == statement.id for link in e.according_to[-1:]))
        return [e for e in told if self._is_what_is_said(e)]

    def _is_what_is_said(self, event: Event) -> bool:
        """Whether it is what its source says, or accuses somebody of, and not something named on the way."""
        said = self._statements.get(event.according_to[-1].statement or "") if event.according_to else None
        return said is not None and any(is_said_by(self._doc, span, event) for span in said.content.spans)

    def _head(self, denial: Statement) -> Token | None:
        span = self._doc.char_span(*denial.content.spans[0], alignment_mode="expand")
        if span is None or not len(span):
            return None
        return span.root if span.root.pos_ in ("NOUN", "PRON") else _subject(span.root)

    def _before(self, denial: Statement) -> list[Event]:
        """The events of the words before, on somebody's word or on the outlet's."""
        here = self._here(denial)
        first = self._first(here)
        return [e for e in self._events if first <= e.trigger.spans[0][0] < here]

    def _here(self, denial: Statement) -> int:
        """Where the denial begins."""
        content = denial.content.spans[0][0]
        return min(content, denial.cue.spans[0][0]) if denial.cue is not None else content

    def _first(self, here: int) -> int:
        """Where the first of the sentences begins that are looked at."""
        return next(iter([start for start in self._starts if start <= here][-(BACK + 1) :]), here)

    def _is_own(self, event: Event, denial: Statement) -> bool:
        """Whether the denier tells it himself."""
        last = event.according_to[-1] if event.according_to else None
        source = denial.source
        if last is None or source is None:
            return False
        return (last.entity is not None and last.entity == source.entity) or last.text == source.text

    def _does(self, denial: Statement, event: Event) -> bool:
        """Whether the denier is told to have done it."""
        entity = denial.source.entity if denial.source is not None else None
        return entity is not None and any(actor.entity == entity for actor in event.actors)

    def _within(self, event: Event, denial: Statement) -> bool:
        at = event.trigger.spans[0][0]
        return any(start <= at < end for start, end in denial.content.spans)


def _first_of_last(events: Sequence[Event]) -> Event | None:
    """What the last one who tells any of the events tells first, coded ones before others."""
    coded = [e for e in events if e.type is not None] or events
    last = max(coded, key=lambda e: e.trigger.spans[0], default=None)
    if last is None:
        return None
    return min((e for e in coded if e.according_to == last.according_to), key=lambda e: e.trigger.spans[0])


def _says_what(claim: Token) -> bool:
    """ "Reports that the family had paid" say themselves what is denied."""
    return any(base(c.dep_) in ("acl", "ccomp") and any(m.lower_ == "that" for m in c.children) for c in claim.children)


def _names_what(claim: Token) -> Token | None:
    """ "Reports of a massacre": the thing that is claimed."""
    of = (c for c in claim.children if base(c.dep_) == "nmod" and any(m.lower_ == "of" for m in c.children))
    return next((c for c in of if c.pos_ == "NOUN"), None)


def _subject(root_: Token) -> Token | None:
    """ "The claim" of "the claim was false"."""
    return next((c for c in root_.children if c.dep_ in ("nsubj", "nsubj:pass")), None)
