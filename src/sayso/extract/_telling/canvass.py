"""Rallies of those who stand for office: no protest, unless they are told to be against something."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Doc, Token

from sayso.codebook.codebook import Codebook
from sayso.codebook.match import Trigger, in_classes, lemma

#: Words of an election campaign (`@canvass`) that make a text one of a campaign.
MANY = 3


def without_canvassing(triggers: list[Trigger], doc: Doc, codebook: Codebook) -> list[Trigger]:
    """The triggers without "held a rally in Gao" in a report of a campaign, whose sentence tells of nothing that it is
    against.
    """
    rallies = [t for t in triggers if t.frame.type == "PROTEST" and any(lemma(word) == "rally" for word in t.tokens)]
    if not rallies or _count(doc, "canvass", codebook) < MANY:
        return triggers
    return [t for t in triggers if t not in rallies or _count(t.head.sent, "grievance", codebook)]


def _count(words: Iterable[Token], name: str, codebook: Codebook) -> int:
    return sum(in_classes(word, (f"@{name}",), codebook) for word in words)
