"""A cue of what is to come in its place, with what is expected and whose expectation it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.codebook.codebook import load_codebook
from sayso.codebook.cues import OutlookCue, OutlookWhere, load_cues
from sayso.codebook.eventive import load_eventive
from sayso.codebook.match import frames_of_noun
from sayso.codebook.syntax import base, case_of, children
from sayso.extract._expecting.runs import Run

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Which of two cues for the same words names the outlook.
RANK: dict[OutlookWhere, int] = {
    "control": 6, "raise": 5, "adverb": 4, "modal": 3, "noun": 2, "verb": 1, "modifier": 0,
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Expectation:
    """A cue in its place: `head` is the predicate that is expected, `first` to `last` the words of it."""

    entry: OutlookCue
    cue: tuple[Token, ...]
    #: the verb, adjective or noun that the cue hangs on
    anchor: Token
    head: Token
    first: int
    last: int
    holder: Token | None


def made(
    entry: OutlookCue, cue: tuple[Token, ...], anchor: Token, head: Token, run: Run, holder: Token | None
) -> Expectation:
    """The expectation of these words; `run`: the first and the last word of what is expected."""
    return Expectation(entry=entry, cue=cue, anchor=anchor, head=head, first=run[0], last=run[1], holder=holder)


def thanked(verb: Token) -> Token | None:
    """ "Grateful to the two banks for agreeing to lend", "thanked them for agreeing": whose agreement it is."""
    if verb.tag_ != "VBG" or all(mark.lower_ != "for" for mark in children(verb, "mark", "case")):
        return None
    before = (c for c in children(verb.head, "obj", "obl", "nmod") if c.i < verb.i)
    return next((c for c in before if base(c.dep_) == "obj" or case_of(c) in ("to", "with", "of")), None)


def is_act(noun: Token) -> bool:
    """Whether a noun may tell a happening: "a truce", "collapse", and not "a canal"."""
    lemma = noun.lemma_.lower()
    return load_eventive().is_event_noun(lemma) or bool(frames_of_noun(lemma, load_codebook()))


def subjects_of(anchor: Token) -> list[Token]:
    """The subjects of a cue's clause; of a second verb and of "ready" in "stand ready" those of the verb over it."""
    own = children(anchor, "nsubj")
    return children(anchor.head, "nsubj") if not own and base(anchor.dep_) in ("conj", "xcomp") else own


def shared_subjects(anchor: Token) -> list[Token]:
    """ "Met the crew and is due in the port"."""
    return subjects_of(anchor) if base(anchor.dep_) == "conj" and children(anchor, "cop") else []


def is_finite(head: Token) -> bool:
    """ "That will is weaker": a noun, and no auxiliary of what follows."""
    return head.tag_ == "VBZ" or any(c.lower_ in ("is", "are", "was", "were") for c in children(head, "cop"))


def is_by_then(head: Token) -> bool:
    """A "should" that foretells has a date or a state: "should be finished by March", and not "in this case"."""
    nouns = load_cues().traps["calendar"] | {"hour", "minute", "future"}
    words = {
        t.lower_
        for t in head.subtree
        if t.head.dep_ != "obl:agent" and (t.lower_ != "in" or t.head.tag_ in ("CD", "NNP") or t.head.lemma_ in nouns)
    }
    return "be" in words and not words.isdisjoint(("by", "before", "within", "soon", "in", "until"))


def is_live_fear(head: Token) -> bool:
    """ "Feared a landslide", "feared that it would burst": a happening, and not what somebody was afraid of."""
    return is_act(head) or any(c.tag_ == "MD" for c in children(head, "aux"))


def is_behind_noun(found: Expectation) -> bool:
    """ "Talks scheduled for Monday": the cue stands behind the noun that it makes expected."""
    anchor, head = found.anchor, found.head
    return found.entry.where == "raise" and head.i == anchor.head.i and head.i < anchor.i
