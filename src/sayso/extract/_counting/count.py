"""One group that a text counts, and which words are figures."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from sayso.model import Effect

#: Digits of a year.
YEAR = 4
MANY = frozenset({"dozens", "scores", "hundreds", "thousands", "millions"})
SEVERAL = frozenset({"many", "several", "numerous"})


@dataclass(frozen=True, slots=True)
class Count:
    """One group counted: the effect, the word that says so, and the head of the group."""

    effect: Effect
    cue: Token
    who: Token
    #: the figure before, of a toll that "rose from 12"
    was: Token | None = None
    #: whether the figure is all that it has come to
    running: bool = False
    #: whether it is told by who is in the care of doctors: a part of the injured, where these are counted
    cared: bool = False
    #: whether the words cannot be meant in another sense: "lost a leg"
    plain: bool = False


def numbered(token: Token) -> bool:
    """ "Nine men", "several men"."""
    near = (child for child in token.children if child.dep_ in ("nummod", "amod"))
    return any(child.pos_ == "NUM" or child.lower_ in SEVERAL for child in near)


def figure(token: Token) -> bool:
    """ "Nine", "nine men", "thousands", but no date."""
    if token.lower_ in MANY:
        return True
    return (token.pos_ == "NUM" and token.ent_type_ not in ("date", "time")) or numbered(token)
