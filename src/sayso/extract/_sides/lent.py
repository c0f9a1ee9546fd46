"""Who acts by what stands around a word that names nobody: who said so before, what is done by it, whose trip it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.codebook import syntax
from sayso.codebook.match import lemma
from sayso.codebook.tree import determiner
from sayso.codebook.words import word_list
from sayso.extract._sides.listed import listed

if TYPE_CHECKING:
    from spacy.tokens import Token

    from sayso.extract._sides.participants import Places
    from sayso.extract._telling.telling import Telling

#: Types that are acts of speech.
SPEECH = frozenset({"REQUEST", "ACCUSE", "REJECT", "THREATEN", "AGREE"})
SAYING = word_list("when_where_saying")
#: Verbs whose object travels.
TAKING = frozenset({"accompany", "host", "invite", "join", "meet", "receive", "send", "take", "welcome"})
#: Verbs whose object takes part in what their subject tells.
INVOLVING = frozenset({"involve", "pit"})


def said_and(verb: Token) -> list[Token]:
    """ "The army" of "the army said Chad had fired first and demanded an answer": an act of speech that is joined to
    what somebody said in the past is another act of whoever said it.
    """
    said = verb.head
    if verb.dep_ != "conj" or verb.tag_ != "VBD" or syntax.children(verb, "nsubj", "aux"):
        return []
    above = said.head
    joined = said.dep_ == "ccomp" and said.i > above.i and lemma(above) in SAYING and above.tag_ == "VBD"
    return syntax.logical_subjects(above) if joined else []


def speaker_above(verb: Token, places: Places) -> list[Token]:
    """ "officials dismissed warnings that this is war, and are calling for talks": an act of speech needs somebody who
    speaks; where the verb is joined to one of nobody, the nearest verb above that somebody does has its doer.
    """
    if verb.dep_ != "conj":
        return []
    above = [a for a in verb.ancestors if syntax.is_verb(a)][1:]
    found = ([s for s in syntax.logical_subjects(a) if places.is_agent(s)] for a in above)
    return next((subjects for subjects in found if subjects), [])


def by_way_of_speech(telling: Telling, places: Places) -> list[Token]:
    """ "Chad" of "in a rebuke to Mali, Chad left the talks": who does that by which it speaks."""
    head = telling.head
    if telling.type not in SPEECH or syntax.is_verb(head) or syntax.case_of(head) != "in" or head.dep_ != "obl":
        return []
    first = head.left_edge.i
    apart = first == head.sent.start or head.doc[first - 1].text == ","
    if not apart or not any(c.lower_ in ("a", "an") for c in head.children):
        return []
    return [t for t in syntax.logical_subjects(head.head) if places.is_agent(t)]


def who_travels(telling: Telling, places: Places) -> list[Token]:
    """ "The envoy" of "the envoy spoke on a visit to Mali"."""
    trip = telling.head
    apart = telling.mode != "visit" or trip.dep_ != "obl" or not syntax.is_verb(trip.head)
    if apart or syntax.case_of(trip) not in ("on", "during") or determiner(trip) not in ("a", "an", "none"):
        return []
    taken = lemma(trip.head) in TAKING and syntax.logical_objects(trip.head)
    return [] if taken else [t for t in syntax.logical_subjects(trip.head) if places.is_agent(t)]


def involved(telling: Telling, places: Places) -> list[Token]:
    """ "Both" of "the clashes involved both", "the fight pitted one against the other"."""
    noun = telling.head
    whole = noun.head if noun.dep_ == "nmod" and syntax.case_of(noun) == "of" else noun
    verb = whole.head
    if syntax.is_verb(noun) or whole.dep_ != "nsubj" or lemma(verb) not in INVOLVING:
        return []
    against = syntax.prepositional(verb, "against") if lemma(verb) == "pit" else []
    found = [t for one in (*syntax.logical_objects(verb), *against) for t in listed(one)]
    return [t for t in found if places.is_agent(t)]


#: Where to look, one place after another, for who acts where the places of the codebook give nobody.
LENT = (by_way_of_speech, who_travels, involved)
