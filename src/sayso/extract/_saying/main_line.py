"""Whether an event is what words say, and not something that they only name on the way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.codebook.syntax import base, is_verb
from sayso.model import Event, Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

#: Where what is said stands under the word that heads the words; a subject only where no more is said of it than that
#: it is, was or came about.
_WITHIN = frozenset({"obj", "xcomp", "ccomp", "conj", "acl", "appos"})
_SUBJECTS = frozenset({"nsubj", "csubj"})
_COMING = frozenset({"be", "exist", "happen", "occur", "take"})
#: Clauses that are climbed from a word of the event to the head of the words.
_HIGHEST = 5


def is_said_by(doc: Doc, content: Span, event: Event) -> bool:
    """Whether the words say that the event was or that somebody did it, and not something about it."""
    said, told = (doc.char_span(*span, alignment_mode="expand") for span in (content, event.trigger.spans[0]))
    if said is None or told is None:
        return False
    token = told.root
    for _ in range(_HIGHEST):
        if token.i == said.root.i or (token.head.i == said.root.head.i and not said.start <= token.head.i < said.end):
            return True  # also "feeding" of "accused [the troops of feeding gangs]"
        if not _goes_with(token):
            return False
        token = token.head
    return False


def _goes_with(token: Token) -> bool:
    """Whether the word above says no more than this one: "that an [attack] took place", "a claim that it [fired]"."""
    if token.dep_ == "acl:relcl":
        return False
    subject = base(token.dep_) in _SUBJECTS and (not is_verb(token.head) or token.head.lemma_.lower() in _COMING)
    return subject or base(token.dep_) in _WITHIN
