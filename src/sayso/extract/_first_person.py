"""Who says "I" and "we", and who says thanks without a word for himself."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from sayso.codebook import syntax
from sayso.codebook.match import lemma
from sayso.codebook.words import word_list
from sayso.model import Participant, Source, Statement

if TYPE_CHECKING:
    from spacy.tokens import Token

    from sayso.extract._telling import Telling

#: Words that thank or congratulate by themselves.
THANKS = word_list("first_person_thanks")


def speaker(token: Token, statements: Sequence[Statement]) -> str | None:
    """Who says "I" here: the source of the innermost statement around the word."""
    source = _source(token, statements)
    return source.entity if source is not None else None


def thanking(telling: Telling, statements: Sequence[Statement]) -> tuple[Participant, ...]:
    """ "[Name]" of "[Name]: Thank you for the invitation.": thanks that nobody is said to give are the speaker's."""
    head = telling.head
    alone = telling.type == "SUPPORT" and lemma(head) in THANKS and head.tag_ not in ("VBD", "VBG", "VBN")
    if telling.actors or not alone or syntax.logical_subjects(head) or syntax.noun_owner(head):
        return ()
    source = _source(head, statements)
    if source is None or source.entity is None:
        return ()
    return (Participant(spans=source.spans, text=source.text, entity=source.entity),)


def _source(token: Token, statements: Sequence[Statement]) -> Source | None:
    around = [s for s in statements if any(a <= token.idx < b for a, b in s.content.spans) and s.source is not None]
    inner = min(around, key=lambda s: sum(b - a for a, b in s.content.spans), default=None)
    return inner.source if inner is not None else None
