"""What is told of more than one day: "have repeatedly attacked", "for years", "in recent weeks", "earlier talks"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from sayso.codebook import syntax
from sayso.codebook.grammar import HAVE
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
#: Prepositions of the time in the course of which something happened; "for" says also how long it will last.
COURSE = frozenset({"in", "over", "during", "throughout", "within", "across", "through", "for"})
NOW = frozenset({"just", "now", "finally", "today"})
#: Words before a time that was told of, and those that need no more than "the".
THOSE = frozenset({"that", "those"})
PAST = frozenset({("time", "at"), ("past", "in")})
#: How exact a length of time is that may lie on one day.
SHORT = frozenset({"minute", "hour"})
#: … and of one that is too long for it to be all at the time of what ended it.
LONG = frozenset({"month", "year"})


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
    if any(_is_then(word) for one in _governing(verb) for word in _beside(one)):
        return True
    return any(root.head.i == verb.i and _is_course(root, time, verb) for root, time in lengths)


def lasted(clause: Token, lengths: list[tuple[Token, Time]]) -> bool:
    """ "Fled in May after being held [for three years]": what went on before the deed was not at its time."""
    behind = any(c.lower_ in ("after", "before") for c in clause.children if c.dep_ in ("mark", "case"))
    return behind and any(
        root.head.i == clause.i and syntax.case_of(root) == "for" and time.precision in LONG for root, time in lengths
    )


def is_by_now(telling: Telling) -> bool:
    """ "Has asked the army for help": done by now, on a day that the perfect leaves open (not "has just asked")."""
    group = auxiliaries(telling.head)
    by_now = syntax.is_verb(telling.head) and any(c.lower_ in HAVE - {"had"} for c in group)
    just = any(c.lower_ in NOW for c in syntax.children(telling.head, "advmod"))
    return by_now and telling.status == "occurred" and not just and telling.about is None


def _governing(verb: Token) -> Iterator[Token]:
    """The verb and those that it is the infinitive of: "in the past they were forced to ask for help"."""
    yield verb
    while verb.dep_ in ("xcomp", "conj") and verb.head.i != verb.i:
        verb = verb.head
        yield verb


def _beside(verb: Token) -> Iterator[Token]:
    """What says when it was, also beside the subject ("the mayor at the time refused")."""
    yield from verb.children
    yield from (c for subject in syntax.children(verb, "nsubj", "nsubj:pass") for c in subject.children)


def _is_then(word: Token) -> bool:
    """ "At the time", "at that moment", "in the past", "in those days", "back then"."""
    case, before = syntax.case_of(word), [c for c in word.children if c.i < word.i and c.dep_ != "case"]
    if word.lower_ == "then":
        return case != "" or any(c.lower_ == "back" for c in before)
    if case not in ("at", "in", "during") or len(before) != 1:
        return False
    return before[0].lower_ in THOSE or (before[0].lower_ == "the" and (lemma(word), case) in PAST)


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
    return any(c.lower_ in HAVE for c in auxiliaries(verb))
