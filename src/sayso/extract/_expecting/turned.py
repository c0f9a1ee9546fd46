"""Forecasts that are put the other way round: "may never meet", "I would be surprised if it held", "so will the raids";
and what nobody can expect ("you cannot beat them and expect them to stay").
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.codebook.cues import OutlookCue
from sayso.codebook.nouns import HUMAN, load_nouns
from sayso.codebook.syntax import base, case_of, children
from sayso.codebook.tree import is_denied
from sayso.extract._expecting.expectation import Expectation, is_act, made
from sayso.extract._expecting.runs import run_of

if TYPE_CHECKING:
    from spacy.tokens import Token

#: How somebody would be who holds a thing to be unlikely.
SURPRISED = frozenset({"surprised", "astonished", "amazed", "stunned", "shocked"})
UNTIL = frozenset({"before", "until", "till"})


def surprise(head: Token) -> Token | None:
    """What "would be surprised if it held" holds to be unlikely: the clause with "if"."""
    if head.lower_ not in SURPRISED or is_denied(head):
        return None
    clauses = (c for c in children(head, "advcl") if c.i > head.i)
    return next((c for c in clauses if any(mark.lower_ == "if" for mark in children(c, "mark"))), None)


def so_will(entry: OutlookCue, words: tuple[Token, ...]) -> Expectation | None:
    """ "If they come back, so will the raids": what stands behind the modal is to come too."""
    modal = words[0]
    subject = next((c for c in children(modal, "nsubj") if c.i > modal.i), None)
    if entry.name != "will" or subject is None or modal.i == 0 or modal.nbor(-1).lower_ != "so":
        return None
    return made(entry, words, modal, subject, run_of(modal), None)


def may_fail(head: Token, subject: Token | None) -> bool:
    """ "May never resume", "the talks may not resume", "the ferry may not sail before June": doubt, and no ban."""
    if any(c.lower_ == "never" for c in children(head, "advmod")):
        return True
    if subject is None or children(head, "obj"):
        return False
    noun = load_nouns().find(subject.lower_, subject.lemma_)
    somebody = subject.pos_ in ("PRON", "PROPN") or (noun is not None and noun.kind in HUMAN)
    return is_act(subject) or (not somebody and any(case_of(c) in UNTIL for c in children(head, "obl")))


def is_unthinkable(found: Expectation) -> bool:
    """ "You cannot expect them to stay", "you cannot beat them and expect them to stay": nobody expects it."""
    if found.entry.name != "expect":
        return False
    anchor = found.anchor
    verbs = (anchor, anchor.head) if base(anchor.dep_) == "conj" else (anchor,)
    return any(
        any(c.lower_ in ("can", "ca", "could") for c in children(verb, "aux")) and is_denied(verb) for verb in verbs
    )
