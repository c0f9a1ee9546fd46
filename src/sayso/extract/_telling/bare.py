"""Bare mentions: nouns of long speeches ("peace and cooperation", "respond to aggression") that tell of no event."""

from __future__ import annotations

from spacy.tokens import Token

from sayso.codebook import syntax
from sayso.codebook.constraints import counted_by
from sayso.codebook.eventive import load_eventive
from sayso.codebook.match import lemma
from sayso.codebook.words import word_list
from sayso.extract._telling.happenings import took_place
from sayso.extract._telling.telling import Telling
from sayso.model import Event

#: Where in the sentence a noun only names what something else is about.
ASIDE = frozenset({"nmod", "obl", "conj", "compound", "obj", "appos", "amod"})
#: Verbs of which a noun of relation as object or subject is an act ("renewed its commitment").
ACTING = word_list("bare_acting")
#: Attitudes that somebody has: an act only where they are voiced or renewed.
ATTITUDES = word_list("bare_attitudes")
#: What a public does as well as two who meet.
PUBLIC_TALK = frozenset({"conversation", "discussion"})
#: What the talk of a meeting does: "the discussion focused on".
TURNS = word_list("bare_turns")
#: How deeds of a sort stand at what is said of them in general.
GENERAL = frozenset({"", "to", "of", "against", "about", "on", "for", "around", "from"})
#: Pronouns of one person.
ONE = frozenset({"i", "he", "she", "his", "her", "my"})
#: What is done in general, where nobody is said to do or suffer it.
PRACTICES = frozenset({"torture", "aggression", "rape", "genocide", "murder", "slavery"})
DETERMINED = frozenset({"the", "this", "that", "these", "those", "a", "an", "another", "both", "all", "several", "no"})


def is_bare(event: Event, telling: Telling) -> bool:
    """True for a noun of the codebook of which the report tells neither sides nor place, time, means or number, that
    nothing carries out and no article makes a certain one.
    """
    head = telling.head
    if telling.kind is None or telling.about is not None or syntax.is_verb(head) or head.pos_ == "ADJ":
        return False
    if telling.type == "ACCUSE" and _is_told(head):
        return True
    if lemma(head) in load_eventive().topic_nouns and len(telling.tokens) == 1:
        sides = bool(event.actors and event.recipients) and event.status in ("occurred", "ongoing")
        sides = sides and lemma(head) not in ATTITUDES
        return not (sides or took_place(head, event) or _acted(head))
    if event.actors or event.recipients or event.instruments or event.place or event.toll or event.from_ == "words":
        return False
    suffered = head.dep_ == "nsubj:pass" and event.status != "possible"
    counted = head.tag_ == "NNS" or lemma(head) not in PRACTICES or suffered
    if telling.type == "ASSAULT" and (telling.mode is not None or head.tag_ == "NNS") and counted:
        return False
    any_of_them = (telling.type == "DECIDE" and head.tag_ == "NNS") or not counted  # "court rulings are enforced"
    aside = syntax.base(head.dep_) in ASIDE and syntax.light_verb(head) is None
    aside = aside and (len(telling.tokens) == 1 or _is_of_a_sort(telling))
    if not (aside or any_of_them):
        return False
    if counted_by(head):
        return False
    before = [c for c in head.children if c.i < head.i]
    return not any(c.lower_ in DETERMINED or c.pos_ == "NUM" or c.dep_ == "nmod:poss" for c in before)


def _is_of_a_sort(telling: Telling) -> bool:
    """ "Resilience to ransomware attacks": a noun and the noun of its sort, that no word of time brings in."""
    noun = telling.head
    beside = all(t == noun or (t.head == noun and t.dep_ in ("compound", "amod")) for t in telling.tokens)
    return beside and noun.tag_ == "NNS" and syntax.case_of(noun) in GENERAL


def _is_told(noun: Token) -> bool:
    """ "Told an inquiry that he saw nothing": a body that hears, of which nothing is told."""
    verb = noun.head
    return lemma(verb) == "tell" and noun.dep_ in ("obj", "iobj") and bool(syntax.children(verb, "ccomp", "parataxis"))


def is_public_talk(event: Event, telling: Telling) -> bool:
    """ "Dominated the conversation", "more of a discussion": talk that nobody is told to have, or one alone has."""
    head = telling.head
    if _is_talk_of_one(event, telling):
        return True
    if telling.type != "CONSULT" or lemma(head) not in PUBLIC_TALK or head.tag_ != "NN" or len(telling.tokens) > 1:
        return False
    known = event.actors or event.recipients or event.place or event.from_ == "words"
    known = known or event.status not in ("occurred", "ongoing")
    held = head.dep_ == "nsubj" and lemma(head.head) in TURNS and any(c.lower_ == "the" for c in head.children)
    return not (known or held) and syntax.light_verb(head) is None and telling.about is None


def _is_talk_of_one(event: Event, telling: Telling) -> bool:
    """ "Sow went on to discuss his plan": a person alone speaks of it and is told to do so with nobody."""
    alone = len(event.actors) == 1 and not event.recipients and telling.mode == "meet" and event.status != "possible"
    person = alone and (telling.actors[0].ent_type_ == "person" or telling.actors[0].lower_ in ONE)
    return person and telling.type == "CONSULT" and lemma(telling.head) == "discuss"


def _acted(noun: Token) -> bool:
    """ "Renewed its pledge and its commitment": whether a verb makes the noun, or the one it is joined to, an act."""
    while noun.dep_ == "conj" and not syntax.is_verb(noun.head):
        noun = noun.head
    return lemma(noun.head) in ACTING
