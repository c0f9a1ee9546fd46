"""Nouns of what is to come ("the prospect of …", "plans to …"), what stands before it or behind it, and verbs whose
subject it is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.codebook.cues import OutlookCue, load_cues
from sayso.codebook.nouns import load_nouns
from sayso.codebook.syntax import base, case_of, children, is_verb, noun_owner, noun_phrase, prepositional
from sayso.extract._expecting.degree import is_graded
from sayso.extract._expecting.expectation import Expectation, made
from sayso.extract._expecting.runs import run_of
from sayso.extract._saying.frames import source_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token


#: What is done with a number that says how likely a thing is.
GIVING = frozenset({"give", "assign", "attach", "ascribe", "attribute"})


def of_noun(entry: OutlookCue, words: tuple[Token, ...]) -> Expectation | None:
    """ "The prospect of a strike", "no plans to sell"."""
    noun = words[-1]
    if noun.tag_ not in ("NN", "NNS"):
        return None
    no = tuple(c for c in noun.children if c.lower_ == "no" and c.i == noun.i - 1)
    graded = is_graded(made(entry, words, noun, noun, (noun.i, noun.i), None))
    for child in _after(noun):
        clause = base(child.dep_) in ("acl", "ccomp") and (child.dep_ != "acl:relcl" or _is_told(child, graded=graded))
        clause = clause or _is_of_it(noun, child)
        marked = bool(children(child, "mark"))
        finite = clause and (child.tag_ not in ("VBN", "VBG") or (marked and bool(children(child, "nsubj"))))
        frame = "to" if child.tag_ == "VB" else "clause" if finite else _case(child)
        if frame == "to" and not is_verb(child) and not _is_given(noun):
            continue
        if frame in entry.frames and (clause or _is_hung(noun, child)):
            odds = tuple(c for c in children(child, "nmod") if case_of(c) == "at" and c.lemma_ in ("percent", "%"))
            run = run_of(child, skip=odds, lead=("that", "of", "for", frame))
            return made(entry, (*no, *words), noun, child, run, _noun_holder(noun, child))
    return None


def _is_given(noun: Token) -> bool:
    """ "Gives a 15 percent probability to a clash"."""
    measured = any(c.tag_ == "CD" or c.lower_ in ("percent", "%") for c in noun.subtree if c.i < noun.i)
    return measured and base(noun.dep_) == "obj" and noun.head.lemma_ in GIVING


def of_aim(noun: Token, verb: Token) -> Iterator[Expectation]:
    """ "Our aim is to sail in May", "the plan is to sail": what somebody has in mind, and not what a thing is for."""
    cues = load_cues()
    lemma = noun.lemma_.lower()
    owners = noun_owner(noun) or list(prepositional(noun, "of"))
    present = any(c.lower_ in ("is", "are", "'s", "’s", "remains") for c in verb.children if c.i < verb.i)
    if lemma not in cues.traps["aimed"] or not present or (owners and not _is_somebody(owners[0])):
        return
    entry = next(one for one in cues.outlook if one.name == "intention")
    to = next((c.i for c in children(verb, "mark") if c.lower_ == "to"), verb.i)
    yield made(entry, (noun,), noun, verb, (to, run_of(verb)[1]), owners[0] if owners else None)


def _is_somebody(owner: Token) -> bool:
    """Whether an owner can have an aim: a name, a pronoun, people; "the aim of the exhibition" is what it is for."""
    if owner.pos_ in ("PRON", "PROPN") or owner.tag_ == "PRP$" or owner.ent_type_:
        return True
    known = load_nouns().find(owner.lower_, owner.lemma_)
    return known is not None and known.kind in ("person", "group", "body", "organization")


def is_told_by(clause: Token) -> bool:
    """ "A sign that the duke will stay": the clause is what the noun tells."""
    noun = clause.head
    that = any(c.lower_ == "that" for c in children(clause, "mark")) or clause.left_edge.lower_ == "that"
    told = base(clause.dep_) == "acl" and noun.lemma_.lower() in load_cues().traps["telling"]
    return told and that and any(c.i > clause.left_edge.i for c in children(clause, "nsubj", "expl"))


def _is_told(clause: Token, *, graded: bool) -> bool:
    """ "a remote chance that the board will resign", taken for a relative clause: "that" stands before a subject, and
    is a conjunction where the noun has no degree.
    """
    that, subject = clause.left_edge, next(iter(children(clause, "nsubj")), None)
    conjunction = that.lower_ == "that" and (graded or that.tag_ == "IN")
    return conjunction and subject is not None and subject.i > that.i


def _is_of_it(noun: Token, clause: Token) -> bool:
    """ "It is our intention to publish it"."""
    it = any(c.lower_ == "it" for c in children(noun, "nsubj", "expl"))
    return it and base(clause.dep_) == "csubj" and clause.tag_ == "VB"


def _case(token: Token) -> str:
    """The preposition of a noun or of a gerund."""
    return case_of(token) or next((mark.lower_ for mark in children(token, "mark")), "")


def _after(noun: Token) -> list[Token]:
    """What depends on the noun behind it, infinitives first ("the intention of the guild to sail"); also what stands
    right behind it but was hung elsewhere.
    """
    found = sorted((child for child in noun.children if child.i > noun.i), key=lambda c: (c.tag_ != "VB", c.i))
    following = noun.doc[noun.i + 1] if noun.i + 1 < len(noun.doc) else None
    if following is not None and following.lower_ in ("of", "that", "to") and following.head.i > following.i:
        found.append(following.head)
    return found


def _is_hung(noun: Token, child: Token) -> bool:
    """Whether it depends on the noun as a complement does, or stands right behind it ("the chance of a coup")."""
    beside = child.left_edge.i == noun.i + 1 and child.head.i != noun.i
    return beside or base(child.dep_) in ("nmod", "obl", "advcl", "xcomp")


def _noun_holder(noun: Token, content: Token) -> Token | None:
    """Whose plan, fear or prospect it is: the owner, or the subject of the verb that carries the noun."""
    owner = noun_owner(noun) or [one for one in prepositional(noun, "of") if one.i < content.i]
    if owner:
        return owner[0]
    verb = noun.head
    if not is_verb(verb) or verb.lemma_ in load_cues().traps["rousing"]:
        return None
    spoken = base(noun.dep_) == "obl" and case_of(noun) in ("of", "about", "on")
    return source_of(verb) if spoken or base(noun.dep_) == "obj" else None


def of_modifier(entry: OutlookCue, words: tuple[Token, ...]) -> Expectation | None:
    """ "The impending strike"."""
    adjective, noun = words[0], words[0].head
    doc = adjective.doc
    if base(adjective.dep_) != "amod" and 0 < adjective.i < len(doc) - 1:
        before, noun = doc[adjective.i - 1], doc[adjective.i + 1]
        if before.tag_ not in ("DT", "POS", "PRP$"):
            return None
    if noun.pos_ not in ("NOUN", "PROPN") or adjective.i > noun.i:
        return None
    return made(entry, words, noun, noun, run_of(noun, lead=("that",)), None)


def of_verb(entry: OutlookCue, words: tuple[Token, ...]) -> Expectation | None:
    """ "A strike looms": the subject is expected."""
    verb = words[0]
    subject = next(iter(children(verb, "nsubj")), None)
    if verb.lower_ == "looms" and subject is None:
        return made(entry, words, verb, verb, run_of(verb), None)
    if verb.tag_ not in ("VBZ", "VBP", "VBG") or subject is None or subject.pos_ not in ("NOUN", "PROPN"):
        return None
    if entry.name == "looms" and verb.lemma_ != "loom" and (children(verb, "obj", "obl", "xcomp") or subject.ent_type_):
        return None
    head = subject if entry.name == "looms" else verb
    return made(entry, words, verb, head, run_of(verb), None)


def behind_noun(entry: OutlookCue, cue: tuple[Token, ...], anchor: Token) -> Expectation | None:
    """ "Talks scheduled for Monday", "the vote, due in May": the noun is expected then."""
    noun, last = anchor.head, max(anchor.right_edge.i, _phrase_behind(anchor))
    beside = base(anchor.dep_) in ("acl", "amod") and anchor.dep_ != "acl:relcl" and noun.i < anchor.i
    then = is_timed(anchor) or last > anchor.right_edge.i or bool(children(anchor, "xcomp"))
    if not beside or noun.pos_ not in ("NOUN", "PROPN") or not then or "later" not in entry.frames:
        return None
    return made(entry, cue, anchor, noun, (noun_phrase(noun).start, last), None)


def _phrase_behind(anchor: Token) -> int:
    """Where "in May" of "due in May" ends, which the parse may hang on a verb further on; the anchor where none is."""
    after = anchor.doc[anchor.i + 1] if anchor.i + 1 < len(anchor.doc) else anchor
    phrase = after.head
    hung = after.dep_ == "case" and base(phrase.dep_) in ("obl", "nmod") and phrase.left_edge.i == after.i
    return phrase.right_edge.i if hung else anchor.i


def is_timed(anchor: Token) -> bool:
    """Whether anything behind the cue may say when."""
    return any(base(c.dep_) in ("obl", "nmod", "advmod") and c.i > anchor.i for c in anchor.children)
