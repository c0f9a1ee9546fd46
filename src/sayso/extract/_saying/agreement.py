"""Verbs that a parse joins to the wrong clause, told by number and by who can speak.

"Dismissed warnings that [the plan fails] or [are asking] for more" goes on after "dismissed", "said that [the bridge
was safe] and [urged] drivers to use it" after "said".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.codebook.cues import load_cues
from sayso.codebook.grammar import HAVE, PLURAL, SOMEBODY
from sayso.codebook.match import lemma
from sayso.codebook.syntax import base, children, is_verb
from sayso.codebook.words import word_list

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

    from spacy.tokens import Token

_PLURAL = frozenset(("are", "were", "have", "'re", "’re"))
_SINGULAR = frozenset(("is", "was", "has"))
_SPEAKERS = frozenset(("he", "she", "they", "who", "both"))
_THEM, _HIM = frozenset(("them",)), frozenset(("him", "her", "it"))
#: What things do too, and then say nothing by it; what a speaker does beside telling something.
OF_THINGS = word_list("no_source_of_things")
BIDDING = word_list("agreement_bidding") | {"call for", "call on", "call upon"}
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
    if _is_bare_speech(verb, near):
        return next((one for one in _subjects_out(verb.head) if one.head.tag_ == "VBP"), None)
    if _is_past(verb) and (_is_of_thing(verb, near) or _differs(verb, near) or _is_of_speaker(verb, near)):
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
    if token.ent_type_ in SOMEBODY or token.lower_ in _SPEAKERS:
        return True
    kinds, noun = load_cues().source_kinds, token.lemma_.lower()
    return noun in kinds["person"] or noun in kinds["collective"]


def _is_past(verb: Token) -> bool:
    return verb.tag_ in ("VBD", "VBN") and not children(verb, "aux", "aux:pass")


def _is_of_thing(verb: Token, near: Token) -> bool:
    """ "The talks had failed and [blamed]": speech of what cannot speak, nor says anything on paper."""
    if near.pos_ != "NOUN" or can_speak(near) or near.lemma_.lower() in load_cues().source_kinds["document"]:
        return False
    active = verb.tag_ == "VBD" and children(verb, "obj", "ccomp", "xcomp")
    said = _is_one_of(verb, load_cues().plain) or (active and _is_one_of(verb, load_cues().verbs))
    return bool(said) and lemma(verb) not in OF_THINGS


def _is_bare_speech(verb: Token, near: Token) -> bool:
    """ "Analysts say the truce could hold but [warn] that …": speech of those who say it, in a form that fits a "could"
    before it too.
    """
    joint = {c.lower_ for c in children(verb, "cc")}
    told = verb.tag_ == "VB" and not children(verb, "aux") and "clause" in load_cues().plain.get(lemma(verb), ())
    could = any(c.tag_ == "MD" for c in children(verb.head, "aux"))
    return told and could and bool(children(verb, "ccomp")) and ("but" in joint or not can_speak(near))


def _differs(verb: Token, near: Token) -> bool:
    """ "The port would reopen and [thanked] the crews", "the deal is good and [signed] it": no past of one clause with
    what is or would be; "she would go but wanted time" is of her own words.
    """
    first = next((c for c in verb.head.children if base(c.dep_) in ("aux", "cop") and c.tag_ != "VB"), verb.head)
    apart = first.tag_ in ("MD", "VBZ", "VBP") and first.lower_ not in HAVE
    if verb.tag_ != "VBD" or not apart or not children(verb, "obj", "ccomp", "xcomp"):
        return False
    return near.pos_ in ("NOUN", "PROPN") or _is_one_of(verb, BIDDING)


def _is_of_speaker(verb: Token, near: Token) -> bool:
    """ "The driver was drunk and [asked] witnesses to come", "the guards had fled, but [conceded] that …"."""
    if near.pos_ not in ("NOUN", "PROPN") or not children(verb, "obj", "ccomp", "xcomp"):
        return False
    first = verb.head
    but = any(c.lower_ == "but" for c in children(verb, "cc"))
    if but and children(verb, "ccomp") and _is_one_of(verb, load_cues().verbs):
        return True
    had = any(c.lower_ in HAVE for c in children(first, "aux"))
    idle = had or first.tag_ == "VBG" or children(first, "cop", "aux:pass")
    return bool(idle) and not children(first, "obj") and (_is_one_of(verb, BIDDING) or _is_done_to(verb, near))


def _is_done_to(verb: Token, near: Token) -> bool:
    """ "The men were guilty and sentenced [them]": who does it to them is another."""
    pronouns = _THEM if near.tag_ in PLURAL or children(near, "conj") else _HIM
    return verb.tag_ == "VBD" and any(c.lower_ in pronouns for c in children(verb, "obj"))


def _is_one_of(verb: Token, table: Container[str]) -> bool:
    following = verb.nbor().lower_ if verb.i + 1 < len(verb.doc) else ""
    return verb.lemma_ in table or f"{verb.lemma_} {following}" in table


def _subject(verb: Token) -> Token | None:
    return next((child for child in verb.children if base(child.dep_) == "nsubj"), None)


def _is_plural_verb(verb: Token) -> bool | None:
    """None where the form does not tell."""
    for word in (*children(verb, "aux", "cop"), verb):
        if word.tag_ == "MD":
            return None
        if word.lower_ in _PLURAL or word.tag_ == "VBP":
            return True
        if word.lower_ in _SINGULAR or word.tag_ == "VBZ":
            return False
    return None


def _fits(subject: Token, *, plural: bool) -> bool:
    """False only for a noun whose number is plain: one that is not coordinated, or a plural."""
    if subject.tag_ in PLURAL:
        return plural
    alone = subject.tag_ in ("NN", "NNP") and not any(child.dep_ == "conj" for child in subject.children)
    return not (alone and plural)
