"""What is told of more than one day: "have repeatedly attacked", "for years", "in recent weeks", "earlier talks"."""

from __future__ import annotations

from spacy.tokens import Token

from sayso.codebook import syntax
from sayso.codebook.match import lemma
from sayso.codebook.words import word_list
from sayso.extract._status.status import carrier_of
from sayso.extract._telling.telling import Telling
from sayso.extract._telling.verb_group import auxiliaries
from sayso.model import Time

#: "Repeatedly", "long"; "earlier", "repeated" before a noun.
OFTEN = word_list("when_where_often")
OFTEN_BEFORE_NOUN = word_list("when_where_often_before_noun")
#: "Several" of "several times".
SEVERAL = frozenset({"several", "many", "numerous", "countless", "multiple", "few"})
PERFECT = frozenset({"has", "have", "had", "'ve", "’ve"})
#: Prepositions of the time in the course of which something happened; "for" says also how long it will last.
COURSE = frozenset({"in", "over", "during", "throughout", "within", "across", "through", "for"})
#: How exact a length of time is that may lie on one day.
SHORT = frozenset({"minute", "hour"})


def is_over_time(telling: Telling, lengths: list[tuple[Token, Time]]) -> bool:
    """Whether its own words put the event on more days than one, or on an earlier one that they do not name;
    `lengths`: the lengths of time and the habits ("every week") of its sentence.
    """
    head = telling.head
    verb = head if syntax.is_verb(head) else carrier_of(head)
    if not syntax.is_verb(head) and any(c.lower_ in OFTEN_BEFORE_NOUN for c in syntax.children(head, "amod")):
        return True
    verbs = [verb, verb.head] if verb.dep_ == "conj" and auxiliaries(verb) == auxiliaries(verb.head) != [] else [verb]
    if any(_is_often(word, one) for one in verbs for word in one.children if word.i < one.i or one is verb):
        return True
    return any(root.head.i == verb.i and _is_course(root, time, verb) for root, time in lengths)


def _is_often(word: Token, verb: Token) -> bool:
    """ "Repeatedly", "several times"; "long" stands before a verb in the perfect ("has long shelled")."""
    if word.dep_ == "advmod" and word.lower_ in OFTEN:
        return word.lower_ != "long" or (word.i < verb.i and _is_perfect(verb))
    return lemma(word) == "time" and any(c.lower_ in SEVERAL or c.dep_ == "nummod" for c in word.children)


def _is_course(root: Token, time: Time, verb: Token) -> bool:
    if time.type == "set":
        return True
    case = syntax.case_of(root).split(" ")[0]
    if time.precision in SHORT or case not in COURSE:
        return False
    return case != "for" or root.i < verb.i or _is_perfect(verb)


def _is_perfect(verb: Token) -> bool:
    return any(c.lower_ in PERFECT for c in auxiliaries(verb))
