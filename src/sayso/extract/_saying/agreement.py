"""Verbs that a parse joins to the wrong clause, told by number and by who can speak.

"Dismissed warnings that [the plan fails] or [are asking] for more" goes on after "dismissed", "said that [the bridge
was safe] and [urged] drivers to use it" after "said".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.codebook.cues import load_cues
from sayso.codebook.syntax import base, children, is_verb

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

_PLURAL = frozenset(("are", "were", "have", "'re", "’re"))
_SINGULAR = frozenset(("is", "was", "has"))
_SPEAKERS = frozenset(("he", "she", "they", "who", "both"))
#: Clauses that are climbed.
HIGHEST = 6


def rejoined(verb: Token) -> Token | None:
    """The subject, in a clause further out, of a conjunct that the subject it is joined to cannot have."""
    if verb.dep_ != "conj" or children(verb, "nsubj", "csubj") or not is_verb(verb):
        return None
    near = _subject(verb.head)
    if near is None:
        return None
    plural = _is_plural_verb(verb)
    if plural is not None and not _fits(near, plural=plural):
        return next((one for one in _subjects_out(verb.head) if _fits(one, plural=plural)), None)
    if _is_told(verb) and near.pos_ == "NOUN" and not can_speak(near):
        return next(filter(can_speak, _subjects_out(verb.head)), None)
    return None


def _subjects_out(head: Token) -> Iterator[Token]:
    """The subjects of the clauses over a verb, the nearest first."""
    for _ in range(HIGHEST):
        if head.head.i == head.i:
            return
        head = head.head
        subject = _subject(head) if is_verb(head) else None
        if subject is not None:
            yield subject


def can_speak(token: Token) -> bool:
    """A name of somebody, a pronoun for people, or a noun for people or a body."""
    kinds = load_cues().source_kinds
    if token.ent_type_ in ("person", "organization", "place", "nationality", "group"):
        return True
    return token.lower_ in _SPEAKERS or token.lemma_.lower() in kinds["person"] | kinds["collective"]


def _is_told(verb: Token) -> bool:
    """A verb of the past that is nothing but speech ("and urged", "and called on")."""
    if verb.tag_ not in ("VBD", "VBN") or children(verb, "aux", "aux:pass"):
        return False
    following = verb.nbor().lower_ if verb.i + 1 < len(verb.doc) else ""
    return not load_cues().plain.keys().isdisjoint((verb.lemma_, f"{verb.lemma_} {following}"))


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
