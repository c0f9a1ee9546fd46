"""Verbs that a parse joins to the wrong clause, told by number.

"Dismissed warnings that [the plan fails] or [are asking] for more" goes on after "dismissed".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.codebook.syntax import base, children, is_verb

if TYPE_CHECKING:
    from spacy.tokens import Token

_PLURAL = frozenset(("are", "were", "have", "'re", "’re"))
_SINGULAR = frozenset(("is", "was", "has"))
#: Clauses that are climbed.
HIGHEST = 6


def rejoined(verb: Token) -> Token | None:
    """The subject, in a clause further out, of a conjunct that does not agree with the subject it is joined to."""
    if verb.dep_ != "conj" or children(verb, "nsubj", "csubj") or not is_verb(verb):
        return None
    plural = _is_plural_verb(verb)
    near = _subject(verb.head)
    if plural is None or near is None or _fits(near, plural=plural):
        return None
    head = verb.head
    for _ in range(HIGHEST):
        if head.head.i == head.i:
            return None
        head = head.head
        subject = _subject(head) if is_verb(head) else None
        if subject is not None and _fits(subject, plural=plural):
            return subject
    return None


def _subject(verb: Token) -> Token | None:
    return next((child for child in verb.children if base(child.dep_) == "nsubj"), None)


def _is_plural_verb(verb: Token) -> bool | None:
    """None where the form does not tell."""
    for word in (*children(verb, "aux", "cop"), verb):
        if word.lower_ in _PLURAL or word.tag_ == "VBP":
            return True
        if word.lower_ in _SINGULAR or word.tag_ == "VBZ":
            return False
    return None


def _fits(subject: Token, *, plural: bool) -> bool:
    """False only for a noun whose number is plain: one that is not coordinated, or a plural."""
    if subject.tag_ in ("NNS", "NNPS"):
        return plural
    alone = subject.tag_ in ("NN", "NNP") and not any(child.dep_ == "conj" for child in subject.children)
    return not (alone and plural)
