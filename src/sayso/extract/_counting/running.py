"""Tolls that run: what "the toll", "the number of dead" and "the figure" come to, and bare figures of others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from spacy.tokens import Span, Token

from sayso.codebook import syntax, tolls
from sayso.codebook.grammar import ON_NOUN
from sayso.codebook.match import lemma
from sayso.extract._counting.count import YEAR, Count, figure
from sayso.extract._counting.harmed import CASUALTIES, NOUNS, OBJECT_VERBS, STATES, part_of_harmed
from sayso.model import Effect

ESTIMATED = tolls.words("phrases", "estimated")
LOSSES = tolls.words("phrases", "losses")
#: Verbs of who tells how many there are, and of who speaks of so many.
TOLD = tolls.words("phrases", "told") | tolls.words("phrases", "counting")
SPEAKING = tolls.words("phrases", "speaking")
#: Verbs of who moves a figure of his own.
REVISING = tolls.words("phrases", "revising")
TOLLS = tolls.words("running", "noun")
NUMBERS = tolls.words("running", "number")
COMING_TO = tolls.words("running", "to")
#: "raised an earlier toll of five".
EARLIER = tolls.words("running", "earlier")
#: So many sentences on, "its count" is of those who were counted last.
GOES_ON = 2
#: How far above "38" the verb of "spoke of 16 dead and later of 38" stands.
HIGH = 3


def estimated(token: Token, word: str) -> Count | None:
    """ "Put its own dead at two", "estimates the rebels' losses at nine"."""
    verb = token.head
    if lemma(verb) not in ESTIMATED or not verb.i < token.i:
        return None
    effect = NOUNS.get(token.lower_) or NOUNS.get(word) or ("killed" if word in CASUALTIES | LOSSES else None)
    found = next((before_colon(t) for t in _figures(token, verb) if t.i > token.i), None)
    return None if effect is None or found is None else Count(effect, token, found, running=True)


def before_colon(number: Token) -> Token:
    """ "79" of "put the dead at 79: 43 boys and 36 girls", which the parse makes one with the boys."""
    near = number.doc[number.left_edge.i : number.i]
    return next((t for t in near if t.pos_ == "NUM" and t.nbor().text == ":"), number)


def puts_it(number: Token, last: Count) -> bool:
    """ "Prosecutors put the number at nine", "gave a figure of nine", in the sentence of what was counted or one of the
    next, and no part of it.
    """
    of = syntax.prepositional(number, "of")
    put = number.dep_ == "obj" and lemma(number.head) in ESTIMATED and all(t.pos_ == "NUM" for t in of)
    return put and _goes_on_from(last.cue.sent, number) and part_of_harmed(last.who) is None


def _goes_on_from(told: Span, number: Token) -> bool:
    """Whether the number stands in that sentence or the next; "its count" also in one after that."""
    near = GOES_ON if syntax.children(number, "nmod:poss") else 1
    start = told.start
    for _ in range(1 + near):
        if start == number.sent.start:
            return True
        if start >= number.sent.start:
            return False
        start = number.doc[start].sent.end
    return False


def of_victims(noun: Token) -> Effect | None:
    """The effect that "toll", "number" or "figure" counts: "the number of dead", "the injury toll"."""
    for token in noun.children:
        effect = NOUNS.get(token.lower_) or NOUNS.get(lemma(token)) or OBJECT_VERBS.get(lemma(token))
        if effect is None and syntax.case_of(token) == "of":  # "the number of dead soldiers"
            effect = next((STATES[c.lower_] for c in token.children if c.dep_ == "amod" and c.lower_ in STATES), None)
        if effect is not None and (token.dep_ != "acl" or syntax.is_passive(token)):
            return effect
        if lemma(token) in CASUALTIES:
            return "killed"
    return None


def come_to(noun: Token, effect: Effect) -> Iterator[Count]:
    """ "the toll rose to 15 from 12", "a death toll of 40", "the toll is 40", "put the number of dead at 28".
    An earlier toll holds no more.
    """
    if is_earlier(noun):
        return
    for who in syntax.prepositional(noun, "of"):
        if figure(who):
            yield Count(effect, noun, who, running=True)
    change = noun.head
    if change.i == noun.i:  # "Death toll in the shelling climbs to 42": a headline of which the parse finds no verb
        behind = (t for t in noun.subtree if t.i > noun.i and figure(t) and syntax.case_of(t) in COMING_TO)
        yield from (Count(effect, noun, who, running=True) for who in islice(behind, 1))
    verb = syntax.is_verb(change) or (noun.dep_ in ("nsubj", "compound") and change.tag_ == "NNS")  # "toll climbs"
    if verb and syntax.base(noun.dep_) in ("nsubj", "obj", "obl", "nmod", "compound"):
        comes_to = list(_figures(noun, change))
        before = [t for t in (*_before(change), *_before(noun)) if figure(t)]
        was = next(iter(before), None)
        yield from (Count(effect, noun, before_colon(who), was=was, running=True) for who in comes_to[:1])
    elif figure(change) and noun.dep_.startswith("nsubj"):
        yield Count(effect, noun, change, running=True)


def _before(change: Token) -> list[Token]:
    """What a toll rose from: "from 12", behind whichever of the two figures the parse hangs it on."""
    near = (change, *syntax.prepositional(change, "to"))
    return [t for one in near for t in syntax.prepositional(one, "from")]


def is_earlier(noun: Token) -> bool:
    return lemma(noun) in TOLLS and any(c.lower_ in EARLIER for c in noun.children)


def _figures(noun: Token, change: Token) -> Iterator[Token]:
    """What a running toll comes to: under "to" or "at" of its verb or of itself, or as the object."""
    for word in COMING_TO:
        for token in (*syntax.prepositional(change, word), *syntax.prepositional(noun, word)):
            if figure(token):
                yield token
    for before in syntax.prepositional(change, "from"):  # "from 61 to 75"
        yield from (t for t in syntax.prepositional(before, "to") if figure(t))
    yield from (t for t in syntax.children(change, "obj") if t.i != noun.i and figure(t))


def with_figure(count: Count) -> Count:
    """ "The number of people killed rose to twelve", "raised to twelve the number of people who were killed": the
    figure, where a number of the group is what changes.
    """
    number, verb = count.who.head, count.cue
    if lemma(number) not in NUMBERS or verb.dep_ not in ON_NOUN:
        return count
    change = number.head
    under = [t for word in COMING_TO for t in syntax.prepositional(verb, word)]
    found = [t for t in (*under, *_figures(number, change)) if t.i > count.who.i or change.i < t.i < number.i]
    new = next((t for t in found if figure(t)), None)
    was = next((t for t in (*syntax.prepositional(verb, "from"), *_before(change)) if figure(t)), None)
    return count if new is None else Count(count.effect, verb, new, was=was, running=True)


def figure_of_others(number: Token, before: Sequence[Count]) -> Count | None:
    """ "The hospital confirmed 19", "the army spoke of 12", "spoke of 16 dead and later of 38", "raised its count to
    20": a bare figure of those who were counted in its sentence or the one before.
    """
    year = len(number.text) == YEAR and number.text.isdigit()
    if number.pos_ != "NUM" or year or not figure(number) or not _tells_how_many(number):
        return None
    if any(c.dep_ in ("nmod", "compound") or c.pos_ == "SYM" for c in number.children):
        return None
    last = next((one for one in reversed(before) if not _is_aside(one, number)), None)
    if last is None or number.sent.start not in (last.cue.sent.start, last.cue.sent.end):
        return None
    return Count(last.effect, number, number, running=True) if part_of_harmed(last.who) is None else None


def _tells_how_many(number: Token) -> bool:
    if number.dep_ == "obj" and lemma(number.head) in TOLD:
        return not (number.head.dep_ == "conj" and syntax.children(number.head.head, "obj"))
    if syntax.case_of(number) == "to" and any(moves_own(one) for one in islice(number.ancestors, HIGH)):
        behind = number.doc[number.i + 1 : number.i + 2]
        return all(t.is_punct or t.is_space or t.pos_ == "ADP" for t in behind)  # "19 killed" tells itself who is meant
    of = syntax.case_of(number) == "of" and number.dep_ in ("obl", "nmod", "conj")
    return of and any(lemma(one) in SPEAKING for one in islice(number.ancestors, HIGH))


def moves_own(verb: Token) -> bool:
    """ "Raised its count to 12"; "an attack raised the toll" is nobody's word."""
    figures = syntax.children(verb, "obj") if lemma(verb) in REVISING else []
    figures = [one for one in figures if lemma(one) in TOLLS | NUMBERS]
    return any(owner.tag_ == "PRP$" for one in figures for owner in syntax.children(one, "nmod:poss"))


def _is_aside(count: Count, number: Token) -> bool:
    """Whether only a relative clause beside the number tells it ("whose wards took in 44 wounded, confirmed 19")."""
    clauses = (one for one in (count.cue, *count.cue.ancestors) if one.dep_ == "acl:relcl")
    return any(not one.is_ancestor(number) for one in clauses)
