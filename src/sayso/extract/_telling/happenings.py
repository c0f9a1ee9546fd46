"""Whether words without a code tell that something happened, was done, decided or will be.

A sentence names much that does not happen in it: what somebody always does ("the agency serves the state"), what an act
is for ("to strengthen ties"), how it is done ("by raising fees"), what somebody can or should do, and mere topics
("the development of the region"). RECORDS.md asks for happenings, actions and decisions; the rest is doubtful, and its
score says so.
"""

from __future__ import annotations

from spacy.tokens import Token

from sayso.codebook import syntax
from sayso.codebook.eventive import load_eventive
from sayso.codebook.match import lemma
from sayso.codebook.words import word_list
from sayso.extract._telling.telling import Telling
from sayso.model import Event, Status

#: Auxiliaries by which a verb tells of something past, under way, or to come.
TOLD_BY = word_list("happenings_auxiliaries")
#: Those that make with a participle a state ("is selected").
PRESENT = frozenset({"is", "are", "'s", "’s", "'re", "’re", "am", "'m", "’m"})
#: Auxiliaries that say what one can or should do.
OUGHT = word_list("happenings_ought")
#: Verbs whose infinitive or gerund has happened when they have ("managed to leave", "began firing").
BRINGING_ABOUT = word_list("happenings_bringing_about")
#: Words before a gerund or a noun that tell when: what they stand before happened.
WHEN = word_list("happenings_when")
#: Verbs that say of their subject that it happened ("the evacuation began").
TAKING_PLACE = word_list("happenings_taking_place")
#: What somebody is held to have done stands under these words, with these prepositions ("accused of looting").
DEED = word_list("happenings_deed")
FOR_DEED = frozenset({"of", "for"})
#: Verbs and nouns whose object or complement is what they are about or for, not what happened.
TOPIC_OF = word_list("happenings_topic_of")
#: What governs a clause whose event is told although it has not happened.
GOVERNED: frozenset[Status] = frozenset({"planned", "permitted", "attempted", "threatened", "did_not_occur"})


def is_told(event: Event, telling: Telling) -> bool:
    """True for every event with a code or a toll, and for words without one that surely tell a happening."""
    head = telling.head
    if telling.kind is not None or event.toll:
        return True
    if _describes(head):
        return False
    if syntax.is_verb(head):
        return _verb_tells(head, event)
    return _noun_tells(head, event)


def _describes(head: Token) -> bool:
    """ "Unbowed", "retired officers", "given the weather": a quality or a bare word of relation."""
    return head.pos_ in ("ADJ", "SCONJ", "ADP") or syntax.base(head.dep_) in ("amod", "case", "mark")


def _verb_tells(verb: Token, event: Event) -> bool:
    if _is_doubtful(verb) or _only_words(verb):
        return False
    first = _first_joined(verb)
    if verb.tag_ == "VBG" and _auxiliaries(first) & PRESENT and not any(a.entity for a in event.actors):
        return False  # "trade is growing"
    if verb.tag_ == "VBG":
        return _participle_tells(first if first.tag_ == "VBG" else verb, event.status)
    if _is_infinitive(first):
        return _infinitive_tells(first, event)
    words = _auxiliaries(verb) or _auxiliaries(first)
    if words & OUGHT:
        return False
    if verb.tag_ == "VBN":
        return bool(words & TOLD_BY - PRESENT) if words else _participle_is_told(verb, event)
    return verb.tag_ == "VBD" or bool(words & TOLD_BY)


def _is_doubtful(verb: Token) -> bool:
    """ "Took the view"; "took over" tells a deed."""
    return lemma(verb) in load_eventive().doubtful_verbs and not syntax.children(verb, "compound:prt")


def _participle_is_told(verb: Token, event: Event) -> bool:
    """ "The treaty signed by both", "signed in May", "deployed on patrols"; "the money saved" only says which."""
    told = bool(event.actors) or event.from_ == "words" or bool(syntax.children(verb, "obl"))
    return syntax.base(verb.dep_) != "acl" or told


def _only_words(verb: Token) -> bool:
    """ "Gave an assessment", "plays a role", "emphasis was placed": the object makes it a saying or a state."""
    objects = syntax.children(verb, "obj", "nsubj:pass") + ([verb.head] if syntax.base(verb.dep_) == "acl" else [])
    return any(lemma(o) in load_eventive().no_event_objects for o in objects)


def _first_joined(verb: Token) -> Token:
    """The first of the joined verbs, whose auxiliaries and mark stand for all; the verb itself if it has its own."""
    while (
        verb.dep_ == "conj"
        and syntax.is_verb(verb.head)
        and not _auxiliaries(verb)
        and not syntax.surface_subject(verb)
    ):
        verb = verb.head
    return verb


def _auxiliaries(verb: Token) -> set[str]:
    return {c.lower_ for c in verb.children if syntax.base(c.dep_) in ("aux", "cop")}


def _is_infinitive(verb: Token) -> bool:
    """ "To leave", "to be built", and the bare infinitive of "let them leave"."""
    marked = any(c.lower_ == "to" and c.i < verb.i and c.dep_ != "case" for c in verb.children)
    if verb.tag_ == "VBN":
        return marked and "be" in _auxiliaries(verb)
    return verb.tag_ == "VB" and (marked or verb.dep_ == "xcomp")


def _infinitive_tells(verb: Token, event: Event) -> bool:
    """What somebody promised, tried, refused, was let or asked to do, or brought about; not what an act is for."""
    if verb.dep_ == "advcl" or (verb.dep_ == "acl" and event.status == "attempted"):
        return False  # "to strengthen ties", "efforts to combat fraud"
    if event.status in GOVERNED or (event.status == "possible" and verb.dep_ == "xcomp" and event.actors):
        return True
    return _brought_about(verb)


def _participle_tells(verb: Token, status: Status) -> bool:
    """ "Is burning", "…, leaving three homeless", "after meeting them"; not "by adjusting", "of maintaining"."""
    if _auxiliaries(verb) & (TOLD_BY | {"be"}):
        return True
    before = {c.lower_ for c in verb.children if c.dep_ in ("mark", "case") and c.i < verb.i}
    if before:
        return bool(before & WHEN) or (bool(before & FOR_DEED) and _is_deed(verb))
    if verb.dep_ == "xcomp":
        return status in GOVERNED or _brought_about(verb)
    return verb.dep_ in ("advcl", "ROOT")


def _is_deed(verb: Token) -> bool:
    """ "Accused of hiding", "accused Chad of hiding" where the parse hangs the deed on whom is accused."""
    return bool({lemma(verb.head), lemma(verb.head.head)} & DEED)


def _brought_about(verb: Token) -> bool:
    above = verb.head
    past = above.tag_ == "VBD" or bool(_auxiliaries(above) & TOLD_BY)
    return syntax.is_verb(above) and lemma(above) in BRINGING_ABOUT and past


def _noun_tells(noun: Token, event: Event) -> bool:
    """A noun of a happening ("crash"), or one of which a verb, a preposition of time or a date says that it took
    place."""
    if event.status == "possible":
        return False
    words, word = load_eventive(), lemma(noun)
    sides = bool(event.actors or event.recipients)
    named = noun.pos_ == "PROPN" and word in words.process_nouns
    if named or (word == "death" and syntax.case_of(noun) == "to"):
        return False  # "since the [Name] War", "starved to death"
    if took_place(noun, event):
        return True
    if _is_topic(noun):
        return False
    return word in words.event_nouns and (sides or word not in words.process_nouns)


def _is_topic(noun: Token) -> bool:
    """ "Discussed the evacuation", "to ensure the return", "matters related to the opening", "the need for closure"."""
    while noun.dep_ == "conj":
        noun = noun.head
    above = noun.head
    under = lemma(above) in TOPIC_OF
    return under and syntax.base(noun.dep_) in ("obj", "obl", "nmod", "nsubj:pass", "acl", "nsubj")


def took_place(noun: Token, event: Event) -> bool:
    """Whether a verb, a preposition of time or a date says that what the noun names took place."""
    dated = event.from_ == "words" and event.precision != "vague"
    if dated or syntax.light_verb(noun) is not None:
        return True
    if syntax.case_of(noun).split(" ")[0] in WHEN:
        return True
    return syntax.base(noun.dep_) == "nsubj" and lemma(noun.head) in TAKING_PLACE
