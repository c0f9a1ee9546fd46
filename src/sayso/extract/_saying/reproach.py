"""What a plain "said" holds against another, or against what is said of the speaker: a charge, blame, a denial."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.codebook.cues import load_cues
from sayso.codebook.grammar import NO, OWNERS
from sayso.codebook.nouns import load_nouns
from sayso.codebook.syntax import children
from sayso.codebook.tree import is_denied

if TYPE_CHECKING:
    from spacy.tokens import Token

    from sayso.model import Act

_SPEAKER = frozenset(("i", "we"))
_POINTING = frozenset(("this", "that", "these", "those", "it", "they"))


def reproach(root: Token, subject: Token | None, *, own: bool) -> Act | None:
    """A denial, or blame for what another neglects or lacks; `own`: the subject may be the one who speaks."""
    if _is_untrue(root, subject) or (own and _has_no_part(root)):
        return "deny"
    another = subject is not None and subject.lower_ not in _SPEAKER and not own
    return "criticize" if another and subject is not None and _falls_short(root, subject) else None


def is_somebody(word: Token) -> bool:
    """A person or a body of people, and none of the speaker's own ("his team")."""
    if any(owner.lower_ in OWNERS for owner in children(word, "nmod:poss")):
        return False
    known = load_nouns().find(word.lower_, word.lemma_) if word.pos_ == "NOUN" else None
    kind = known.kind if known is not None else ""
    return word.pos_ in ("PROPN", "PRON") or bool(word.ent_type_) or kind in ("person", "group", "organization")


def _is_untrue(root: Token, subject: Token | None) -> bool:
    """ "The charge is false", "there is no truth in the report"."""
    parts = load_cues().parts
    there = children(root, "expl")
    if there and there[0].lower_ == "there":
        things = [root, *children(root, "nsubj")]
        return any(
            thing.lemma_ in parts["grounds"] and any(c.lower_ == "no" for c in thing.children) for thing in things
        )
    untrue = root.lemma_.lower() in parts["untrue"] and not is_denied(root, NO)
    if subject is None or not untrue or not children(root, "cop"):
        return False
    return subject.lower_ in _POINTING or subject.lemma_.lower() in parts["charges"]


def _has_no_part(root: Token) -> bool:
    """ "We had nothing to do with the fire"."""
    return root.lemma_ == "have" and any(
        thing.lower_ == "nothing" and any(c.lemma_ == "do" and children(c, "obl") for c in thing.children)
        for thing in children(root, "obj")
    )


def _falls_short(root: Token, subject: Token) -> bool:
    """ "The council failed to protect us", "ignored our villages", "shows no interest in it", "is not fit to lead"."""
    parts = load_cues().parts
    if any(child.tag_ == "MD" for child in root.children) or not is_somebody(subject):
        return False
    lemma, things = root.lemma_.lower(), children(root, "obj")
    if is_denied(root, NO):
        return lemma in parts["worthy"] and bool(children(root, "cop"))
    if lemma == "fail":
        return any(deed.lemma_ in parts["owed"] for deed in children(root, "xcomp"))
    if lemma in parts["showing"]:
        return any(is_denied(thing, NO) and thing.lemma_ in parts["virtues"] for thing in things)
    return lemma in parts["neglecting"] and bool(things)
