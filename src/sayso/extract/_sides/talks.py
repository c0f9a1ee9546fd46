"""Talks whose sentence leaves the sides or the means open: other sentences of the report and its title say them.

A report of one conversation says "the leaders" once and then "it was agreed", "the exchange of views was continued";
its title alone may say that they spoke by telephone.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from itertools import islice

from spacy.tokens import Doc, Token

from sayso.codebook import syntax
from sayso.codebook.codebook import Codebook
from sayso.codebook.match import lemma
from sayso.codebook.words import word_list
from sayso.extract._saying.agreement import can_speak
from sayso.extract._sides.listed import listed
from sayso.extract._telling.telling import Telling

#: Titles of reports of one call; a title that names a meeting too is of both.
CALL = re.compile(r"\b(?:(?:tele)?phone|video)[- ](?:conversation|call|talk)|\bcall (?:with|between)\b", re.IGNORECASE)
OTHER = re.compile(r"\b(?:press|visit|summit|meeting)\b", re.IGNORECASE)
#: Words for talk that say nothing of where the sides are.
TALK = word_list("talks_talk")
#: Nouns for the sides of one talk ("the two leaders", "both sides").
SIDES = word_list("talks_sides")
#: Prepositions of what is spoken of.
ABOUT = frozenset({"of", "on", "about", "over", "regarding", "concerning"})
#: Prepositions of an occasion.
DURING = frozenset({"during", "following", "after", "in"})
#: What one goes somewhere for, and going there.
GOING_FOR = frozenset({"for", "ahead of"})
GOING = word_list("talks_going")
SPOKEN = frozenset({"CONSULT", "AGREE"})
#: Types of what those who talk do together; whom others praise or charge, two may do so each by himself.
SHARED = SPOKEN | {"COOPERATE", "DECIDE"}
HAPPENED = frozenset({"occurred", "ongoing"})
#: How many sentences away the sides may be named.
NEAR = 2


def by_phone(tellings: Sequence[Telling], title: str | None, codebook: Codebook) -> None:
    """Talks of a report whose title says that it is of a call were by phone, where nothing else is said of them."""
    kind = codebook.types.get("CONSULT")
    if kind is None or "phone" not in kind.modes or not CALL.search(title or "") or OTHER.search(title or ""):
        return
    for telling in tellings:
        meets = telling.type == "CONSULT" and telling.mode == "meet" and telling.status in HAPPENED
        if meets and telling.frame is not None and _is_talk(telling) and not goes_on_elsewhere(telling):
            telling.frame = replace(telling.frame, mode="phone")


def _is_talk(telling: Telling) -> bool:
    """ "Discussed", "the conversation"; "the talks" are held at a table."""
    talks = lemma(telling.head) == "talk" and not syntax.is_verb(telling.head)
    return not talks and any(lemma(t) in TALK for t in telling.tokens)


def goes_on_elsewhere(telling: Telling) -> bool:
    """ "A discussion that began in May", "after the discussion during his visit": another one than the report's."""
    head = telling.head
    if syntax.is_verb(head):
        return False
    around = [c for c in head.children if c.i > head.i and syntax.base(c.dep_) in ("nmod", "obl", "acl")]
    return syntax.case_of(head) == "to" or any(syntax.case_of(c) not in ABOUT or c.dep_ == "acl:relcl" for c in around)


def share_sides(tellings: Sequence[Telling]) -> None:
    """ "It was agreed", "the discussion was continued": the sides are those that a sentence close by names together."""
    if not tellings:
        return
    starts = {sentence.start: n for n, sentence in enumerate(tellings[0].head.doc.sents)}
    acts = [t for t in tellings if t.type in SHARED and syntax.is_verb(t.head) and _together(t.actors)]
    named: dict[int, list[list[Token]]] = defaultdict(list)
    for act in acts:
        named[starts[act.head.sent.start]].append(act.actors)
    for one in _nouns_for_both(tellings[0].head.doc):
        named[starts[one.sent.start]].append([one])
    for telling in tellings:
        telling.actors = _those_in(telling) or telling.actors or _other_party(telling)
        known = [t for t in telling.actors if t.lower_ != "their"]
        if known or telling.recipients or telling.status not in HAPPENED:
            continue
        telling.actors = sides_of_occasion(telling) or telling.actors
        if telling.type in SPOKEN and not telling.actors and leaves_open(telling):
            here = starts[telling.head.sent.start]
            around = range(here - NEAR, here + NEAR + 1)
            near = [(abs(n - here), n > here, actors) for n in around for actors in named.get(n, ())]
            if near:
                telling.actors = min(near, key=lambda one: one[:2])[2]


def _nouns_for_both(doc: Doc) -> list[Token]:
    """ "The leaders", "both sides": subjects that are a noun for the sides of one talk."""
    return [t for t in doc if t.dep_ in ("nsubj", "nsubj:pass") and lemma(t) in SIDES and _many(t)]


def _those_in(telling: Telling) -> list[Token]:
    """ "Chad" of "Chad is in talks with Mali"."""
    head = telling.head
    held = telling.type == "CONSULT" and not syntax.is_verb(head) and syntax.case_of(head) == "in"
    subjects = syntax.children(head, "nsubj") if held and syntax.children(head, "cop") else []
    return [t for one in subjects for t in listed(one) if can_speak(t)]


def _other_party(telling: Telling) -> list[Token]:
    """ "Reis" of "Reis thanked Chad in a call with Quint": who does something in talks with somebody."""
    head = telling.head
    talks = telling.type == "CONSULT" and telling.recipients and not syntax.is_verb(head)
    if not talks or syntax.case_of(head) not in (DURING | GOING_FOR):
        return []
    if syntax.case_of(head) in GOING_FOR and lemma(head.head) not in GOING:
        return []
    verb = next((one for one in islice(head.ancestors, 2) if syntax.is_verb(one)), None)
    doers = syntax.logical_subjects(verb) if verb is not None else []
    return [t for one in doers for t in listed(one) if can_speak(t) and t not in telling.recipients]


def sides_of_occasion(telling: Telling) -> list[Token]:
    """ "During a phone call, Reis thanked Quint": who does what to whom on the occasion are its sides."""
    head = telling.head
    if telling.type != "CONSULT" or syntax.is_verb(head) or syntax.case_of(head) not in DURING:
        return []
    verb = head.head
    if not syntax.is_verb(verb) or syntax.base(head.dep_) != "obl":
        return []
    around = [t for one in (*syntax.logical_subjects(verb), *syntax.logical_objects(verb)) for t in listed(one)]
    people = [t for t in around if t.ent_type_ == "person"]
    both = [t for t in syntax.logical_subjects(verb) if lemma(t) in SIDES and _many(t)]
    return both or (people if len(people) > 1 else [])


def _together(actors: list[Token]) -> bool:
    """Two by name, or a noun for both sides."""
    people = [t for t in actors if t.ent_type_ in ("person", "place", "organization")]
    return len(people) == len(actors) == 2 or (len(actors) == 1 and lemma(actors[0]) in SIDES and _many(actors[0]))


def _many(noun: Token) -> bool:
    return noun.tag_ == "NNS" and not any(c.dep_ == "nmod" and c.i > noun.i for c in noun.children)


def leaves_open(telling: Telling) -> bool:
    """A passive without an agent, or a noun for the talk itself as subject or as the time of something else."""
    head = telling.head
    if syntax.is_verb(head):
        return (
            syntax.is_passive(head)
            and not head.dep_.startswith("acl")
            and (_is_talk(telling) or telling.type == "AGREE")
        )
    sides = [t for p in ("between", "with", "of", "among") for t in syntax.prepositional(head, p)]
    if (
        not _is_talk(telling)
        or syntax.children(head, "nmod:poss")
        or any(t.ent_type_ or lemma(t) not in ("view", "opinion") for t in sides)
    ):
        return False
    subject = head.dep_ in ("nsubj", "nsubj:pass")
    return subject or syntax.case_of(head) in DURING
