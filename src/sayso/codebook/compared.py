"""What sort of deed it was: "in the deadliest raid this year", "the third such raid since May" say of a deed that is
told already how it compares, and the time beside them is the one of the comparison.
"""

from __future__ import annotations

from spacy.tokens import Token

from sayso.codebook.tree import case_of, children, is_verb
from sayso.codebook.words import word_list

#: "The fifth since May": what counts.
ORDINALS = word_list("status_ordinals") | {"first"}
SUPERLATIVES = frozenset({"most", "least"})
#: Ends of superlatives that the parse takes for plain adjectives; of how many letters those are at least.
ENDING, LEAST = "iest", 6
#: Lengths of time that something is compared over, and how they stand there.
OVER = word_list("compared_over")
BEHIND = frozenset({"obl", "obl:tmod", "obl:unmarked", "nmod", "nmod:tmod", "nmod:unmarked"})
BESIDE = frozenset({"appos", "parataxis"})
#: What the parse also makes of a noun phrase behind a comma, and what such a phrase has not.
LOOSE = frozenset({"acl", "ccomp", "conj", "dep"})
CLAUSE = ("nsubj", "nsubj:pass", "cop", "aux", "aux:pass", "mark", "cc")
#: Words that such a deed is pointed to with, and verbs that give it such a name.
POINTING = frozenset({"it", "this", "that", "which"})
NAMING = frozenset({"call", "describe"})


def is_compared(noun: Token) -> bool:
    """ "The deadliest raid", "the most serious one", "the second wave of raids"; "the worst", by itself."""
    words = [noun, *(c for c in noun.children if c.dep_ in ("amod", "advmod") and c.i < noun.i)]
    words += [c for word in words[1:] for c in children(word, "advmod")]
    if any(_ranks(word) for word in words):
        return True
    return noun.dep_ == "nmod" and case_of(noun) == "of" and noun.head.pos_ == "NOUN" and is_compared(noun.head)


def _ranks(word: Token) -> bool:
    ending = word.pos_ == "ADJ" and word.lower_.endswith(ENDING) and len(word) >= LEAST
    return word.tag_ == "JJS" or ending or word.lower_ in ORDINALS or word.lower_ in SUPERLATIVES


def deed_of(noun: Token) -> Token | None:
    """The verb whose deed the noun says the sort of: "struck" of "struck a mill, the third such raid this month", of
    "struck a mill in the third raid this month"; None where it tells a deed of its own.
    """
    if not is_compared(noun):
        return None
    top = noun.head if noun.dep_ == "nmod" and case_of(noun) == "of" and is_compared(noun.head) else noun
    named = top.head if top.head.lemma_ in NAMING and top.dep_ in ("obj", "xcomp") else None
    if named is not None:  # "in what they called the worst raid this year"
        top = named.head if named.dep_ == "acl:relcl" and named.head.lower_ == "what" else top
    if top.head.i >= top.i:
        return None
    inside = top.dep_ in ("obl", "nmod") and case_of(top) == "in"
    beside = top.dep_ in BESIDE and not case_of(top)
    if not (inside or beside or _is_loose(top)):
        return None
    said = children(top.head, "ccomp") if top.dep_ == "ccomp" else []  # "…, officials said, the third such raid"
    return next((one for one in (*said, *top.ancestors) if is_verb(one) and one.i < top.i), None)


def _is_loose(noun: Token) -> bool:
    """ "The second such raid" behind a comma, whatever the parse takes it for."""
    first = noun.left_edge
    first = first.nbor() if first.is_punct else first
    bare = noun.dep_ in LOOSE and not case_of(noun) and not children(noun, *CLAUSE)
    return bare and first.lower_ in ("the", "its", "their") and first.i > noun.sent.start and first.nbor(-1).is_punct


def is_pointed_to(noun: Token) -> bool:
    """ "It was the third raid since May", "this is the worst", of a deed that was told before."""
    return bool(children(noun, "cop")) and any(c.lower_ in POINTING for c in children(noun, "nsubj"))


def is_compared_over(time: Token) -> bool:
    """ "This year" of "in the deadliest raid this year", "May" of "it was the first since May": what the deed is
    compared with, and not when it was.
    """
    return _is_span(time) and any(_is_told_already(noun) for noun in _ranked_before(time))


def is_of_then(word: Token, other: Token) -> bool:
    """ "Died" of "the deadliest raid since May, when 74 people died": what was then, not by that raid (`other`)."""
    verb = next((one for one in (word, *word.ancestors) if any(c.lower_ == "when" for c in one.children)), None)
    if verb is None or verb.left_edge.i < verb.sent.start + 2 or verb == other or verb.is_ancestor(other):
        return False
    before = verb.left_edge.nbor(-1)
    time = before.nbor(-1) if before.is_punct else before
    return any(case_of(one) == "since" and one.i < verb.left_edge.i for one in (time, time.head))


def _is_told_already(noun: Token) -> bool:
    return is_pointed_to(noun) or deed_of(noun) is not None


def _is_span(time: Token) -> bool:
    """ "This year", "since May", "in two years", "in as many weeks", "of the year"; not "on Monday", "in May"."""
    case = case_of(time)
    if case == "since":
        return True
    length = time.lemma_.lower() in OVER and time.dep_ in BEHIND
    this = any(c.lower_ == "this" for c in children(time, "det"))
    return length and (case in ("in", "of", "for", "over") or (this and not case))


def _ranked_before(time: Token) -> list[Token]:
    """What the time may compare: what it hangs on, and the noun whose phrase ends right before it."""
    first = time.left_edge
    last = first.nbor(-1) if first.i > first.sent.start else first
    return [one for one in (time.head, last, last.head) if one.i < time.i]
