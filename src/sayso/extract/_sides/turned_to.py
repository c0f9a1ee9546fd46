"""To whom speech turns: not to what it asks for or speaks of, but to who is to do it, or whose it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.codebook import syntax
from sayso.codebook.eventive import load_eventive
from sayso.codebook.grammar import THEIRS, TOLD
from sayso.codebook.match import lemma
from sayso.codebook.voice import is_human
from sayso.codebook.words import word_list
from sayso.extract._sides.done_to import DONE_TO
from sayso.extract._sides.listed import first_of_list, listed

if TYPE_CHECKING:
    from spacy.tokens import Token

    from sayso.extract._sides.participants import Places
    from sayso.extract._telling.telling import Telling

#: Verbs whose object is what is asked for, and not who is asked.
WANTING = word_list("turned_to_wanting")
#: What those who will fight are, and what they do.
BENT = word_list("turned_to_bent")
#: What somebody says that he has not had in a deed.
DENIED = word_list("turned_to_denied")


def is_wanted(token: Token, telling: Telling) -> bool:
    """ "Judges" of "requested more judges", "nurses" of "called for more nurses": people asked for, not asked."""
    first, head = first_of_list(token), telling.head
    if is_to_undergo(first, telling):
        return True
    if telling.type != "REQUEST" or token.pos_ != "NOUN" or token.ent_type_:
        return False
    if first.head in telling.tokens and syntax.case_of(first) == "for":
        return not _is_to_act(first)
    plain = lemma(head) in WANTING and not syntax.clause_complements(head)
    return plain and syntax.is_verb(head) and first in syntax.logical_objects(head)


def _is_to_act(called: Token) -> bool:
    """ "Nurses" of "called for nurses to join the march": they are asked."""
    acts = (c for c in syntax.children(called.head, "xcomp", "advcl") if c.tag_ == "VB" and c.i > called.i)
    return is_human(called) and any(not syntax.children(one, "aux:pass") for one in acts)


def is_to_undergo(token: Token, telling: Telling) -> bool:
    """ "The men" of "demanded that the men be freed": what is asked befalls them, and somebody else is to do it."""
    clause = token.head
    if telling.type != "REQUEST":
        return False
    contents = syntax.children(telling.head, "ccomp") if syntax.is_verb(telling.head) else []
    return token.dep_ == "nsubj:pass" and clause in contents and clause.tag_ == "VBN"


def turns_to_nobody(telling: Telling) -> bool:
    """ "Denied arming rebels", "denied any role in the raid": who says that he has not done it refuses nobody."""
    head = telling.head
    if telling.type != "REJECT" or len(telling.tokens) > 1 or lemma(head) != "deny" or syntax.is_passive(head):
        return False
    done = [c for c in syntax.children(head, "xcomp", "ccomp") if c.tag_ == "VBG" or c.dep_ == "ccomp"]
    return bool(done) or any(lemma(t) in DENIED for t in syntax.children(head, "obj"))


def is_spoken_of(token: Token, telling: Telling) -> bool:
    """ "He" of "denied that he had fled", "threatened to leave unless he is paid", "insisted that he was ill": who
    does what is said is not turned to by saying it; in "insisted that he leave" he is.
    """
    verb = token.head
    if telling.type == "THREATEN" and _will_do(token, telling):
        return True
    if token.tag_ != "PRP" or token.dep_ not in syntax.SUBJECTS or verb in telling.tokens:
        return False
    told = verb.tag_ in TOLD or bool(syntax.children(verb, "aux", "cop", "aux:pass"))
    return telling.type in ("REJECT", "THREATEN") or (lemma(telling.head) == "insist" and told)


def _will_do(token: Token, telling: Telling) -> bool:
    """ "The army" of "warned that the army is ready to fight": who will do it is not threatened; who will suffer is."""
    first = first_of_list(token)
    clause = first.head
    said = clause in syntax.children(telling.head, "ccomp") and first.dep_ == "nsubj"
    return said and lemma(clause) in BENT


def asked_to(telling: Telling) -> list[Token]:
    """ "The network" of "asked the network to give the money to schools", "demanded that the network give it to
    schools", "called for the network to pay": whatever it is, it is who is asked.
    """
    head = telling.head
    ordered = (telling.type, telling.mode) == ("DECIDE", "order")
    if not (telling.type == "REQUEST" or ordered) or not syntax.is_verb(head) or syntax.is_passive(head):
        return []
    if len(telling.tokens) > 1:
        return [t for one in syntax.prepositional(head, "for") if _is_to_act(one) for t in listed(one)]
    clauses = [c for c in syntax.children(head, "xcomp") if c.tag_ == "VB" and c.left_edge.lower_ == "to"]
    asked = [t for t in syntax.children(head, "obj", "iobj") if clauses and head.i < t.i < clauses[0].i]
    clauses = syntax.children(head, "ccomp")
    asked = asked or [t for clause in clauses for t in (*_who_is_to(clause), *_by_whom(clause))]
    return [t for one in asked[:1] for t in listed(one)]


def _who_is_to(clause: Token) -> list[Token]:
    """ "Clubs" of "demanded that clubs cancel their contracts": whoever is to do something to somebody or something,
    and no deed or plan.
    """
    wanted = clause.tag_ == "VB" and syntax.children(clause, "obj") and not syntax.children(clause, "aux")
    subjects = syntax.children(clause, "nsubj") if wanted else []
    return [t for t in subjects if t.pos_ in ("NOUN", "PROPN") and not load_eventive().is_event_noun(lemma(t))]


def _by_whom(clause: Token) -> list[Token]:
    """ "The rebels" of "demanded that the men be freed by the rebels"."""
    return syntax.agents(clause) if clause.tag_ == "VBN" and syntax.is_passive(clause) else []


def whose_deed(telling: Telling, places: Places) -> list[Token]:
    """ "Its" of "demands its withdrawal from Chad": who is to do what is asked."""
    head = telling.head
    if telling.type != "REQUEST" or not syntax.is_verb(head) or syntax.clause_complements(head):
        return []
    asked = [
        *syntax.logical_objects(head),
        *(t for word in telling.tokens for t in syntax.prepositional(head, word.lower_)),
    ]
    deeds = [t for t in asked if load_eventive().is_event_noun(lemma(t)) and lemma(t) not in DONE_TO]
    return [owner for t in deeds for owner in syntax.children(t, "nmod:poss") if _is_other(owner, places)]


def _is_other(owner: Token, places: Places) -> bool:
    return owner.lower_ in THEIRS or (owner.tag_ != "PRP$" and places.is_agent(owner))


def owner_or_thing(thing: Token) -> list[Token]:
    """ "Her" of "praised her role": what somebody has stands for whoever has it; "our role" for nobody else."""
    owners = [t for t in syntax.children(thing, "nmod:poss") if t.tag_ == "PRP$"]
    return [t for t in owners if t.lower_ in THEIRS] if owners else [thing]
