"""Where the cause of an effect stands in its sentence: what killed, what it was done in, what left the dead behind."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from spacy.tokens import Token

from sayso.codebook import syntax, tolls
from sayso.codebook.compared import deed_of, is_of_then
from sayso.codebook.match import lemma
from sayso.codebook.tolls import LONG
from sayso.codebook.tree import dates_another
from sayso.codebook.words import word_list
from sayso.extract._counting.apart import Apart
from sayso.extract._counting.counts import SUBJECT_VERBS
from sayso.extract._counting.driven import ABANDONING
from sayso.extract._counting.harmed import OBJECT_VERBS, STATES
from sayso.extract._telling.telling import Telling

#: Words of an effect that are no event beside the cause that is told in their sentence.
EFFECT_WORDS = word_list("tolls_effect_words")
#: Conjunctions of what was done before.
EARLIER = frozenset({"after", "since", "because"})
LEAVING = frozenset({"leave"})
#: What many deeds, or a long one, are told with.
MEASURES = tolls.words("cause", "measures")
#: What hangs on the verb of leaving so, down to the state.
LEFT = frozenset({"acl", "amod", "conj", "obj", "xcomp", "ccomp"})
#: Clauses on a noun or in it that tell another matter.
CLAUSES = frozenset({"acl:relcl", "ccomp", "advcl"})
#: "Had received 41 bodies since the blast".
TAKING_IN = frozenset({"receive", "admit", "treat", "take", "bring", "count", "register", "record"})
#: Verbs of taking that tell of the fight as well.
OVERRUNNING = frozenset({"overrun"})
#: Between a deed and the one that it answers.
ANSWERED = frozenset({"for", "over"})


def is_effect(token: Token) -> bool:
    """Whether the word tells only what came of something."""
    word = lemma(token)
    return word in EFFECT_WORDS or word in OBJECT_VERBS or word in SUBJECT_VERBS or token.lower_ in STATES


def cause_of(
    effect: Token, by_token: Mapping[int, Telling], apart: Apart, uncoded: frozenset[str] = frozenset()
) -> Telling | None:
    """The assault that caused the effect, or a happening without a code whose word is one of `uncoded`."""
    tokens = (one for token in _cause_tokens(effect, apart) for one in measured(token))
    for candidate in sorted(tokens, key=lambda token: deed_of(token) is not None):
        telling = by_token.get(candidate.i)
        if telling is None or telling.head.i == effect.i or (telling.frame is not None and telling.frame.toll):
            continue
        if lemma(candidate) in LONG and syntax.base(candidate.dep_) != "nsubj":
            continue  # "killed during the war": in it, not by it
        if is_of_then(effect, candidate):
            continue
        if syntax.case_of(effect) in ANSWERED and effect.head.i in (candidate.i, candidate.head.i):
            continue  # "in reprisal for the killing of a judge"
        if (
            telling.type == "ASSAULT"
            or (effect.tag_ == "VBG" and _is_overrun(telling))
            or (telling.kind is None and lemma(telling.head) in uncoded)
        ):
            return telling
    return None


def _is_overrun(telling: Telling) -> bool:
    """ "Overran a post, killing nine": taken by a deed that kills, in one word."""
    return telling.type == "CONTROL" and lemma(telling.head) in OVERRUNNING


def _cause_tokens(effect: Token, apart: Apart) -> Iterator[Token]:
    """Where a cause may stand: subject, "in/during/by/from …", the clause it belongs to, verbs joined to it."""
    verb = effect if syntax.is_verb(effect) else effect.head
    yield from syntax.surface_subject(verb)
    yield from syntax.logical_subjects(verb)
    joined = [c for c in verb.children if c.dep_ in ("conj", "parataxis") and _is_harm(c) and not apart(c, verb)]
    groups = [m for t in (*syntax.logical_objects(verb), *verb.children) for m in syntax.conjuncts(t)]
    joined += [c for m in dict.fromkeys(groups) for c in m.rights if c.i == m.i + 1 and is_effect(c)]
    for token in (verb, *([] if effect.i == verb.i else [effect]), *joined):
        yield from _circumstances(token)
    first = _first_effect(verb, apart)
    if first.i != verb.i:
        yield from syntax.surface_subject(first)
        yield from _circumstances(first)
    for one in dict.fromkeys((verb, first)):
        told_with = syntax.base(one.dep_) in ("advcl", "conj", "parataxis", "acl") and not dates_another(one, EARLIER)
        if told_with and not apart(one, one.head):
            yield one.head
            if one.dep_ == "conj" and one.head.dep_ == "advcl":  # "setting a ship on fire and injuring five"
                yield one.head.head
            yield from syntax.children(one.head, "obj")
            yield from _over_circumstance(one)
        if one.dep_ == "acl:relcl" and not syntax.is_verb(one.head):
            yield from _nouns_over(one.head)
            if any(c.tag_ == "WDT" and syntax.case_of(c) in ("in", "during") for c in one.children):
                yield from _deeds_over(one.head)
    clauses = [c for token in (verb, *joined) for c in token.children if c.dep_ == "advcl"]
    yield from clauses
    yield from (t for c in clauses for t in syntax.children(c, "obj", "obl"))  # "killed when their car hit a mine"
    if verb.dep_ == "xcomp":
        yield from syntax.surface_subject(verb.head)
    yield from syntax.surface_subject(leaving(verb))


def measured(noun: Token) -> Iterator[Token]:
    """ "Fighting" after "a week" of "a week of fighting", "raids" after "a wave of raids"."""
    yield noun
    if lemma(noun) in MEASURES:
        yield from syntax.prepositional(noun, "of")


def _over_circumstance(effect: Token) -> Iterator[Token]:
    """ "Shelled" of "shelled a school as pupils sat an exam, killing nine", which the parse hangs on "sat"."""
    verb = effect.head
    if effect.tag_ == "VBG" and effect.dep_ == "advcl":
        while verb.dep_ == "advcl" and effect.i > verb.i > verb.head.i and not dates_another(verb, EARLIER):
            verb = verb.head
            yield verb


def is_of_circumstance(doer: Token, effect: Token, cause: Token) -> bool:
    """Whether it is who acts in the clause between an effect and its cause: the pupils who sat the exam."""
    verb = effect.head
    return verb.dep_ == "advcl" and cause.is_ancestor(verb) and verb.i != cause.i and verb.is_ancestor(doer)


def _is_harm(verb: Token) -> bool:
    """ "Wounded"; "taken hostage"."""
    return is_effect(verb) or any(c.lower_ in STATES for c in verb.children)


def _nouns_over(noun: Token) -> Iterator[Token]:
    """ "The raid on a camp near [town], in which nine died": what else the clause may be about."""
    while noun.dep_ in ("nmod", "appos", "conj", "flat") and noun.head.i != noun.i:
        noun = noun.head
        yield noun


def _deeds_over(noun: Token) -> Iterator[Token]:
    """ "Attacked a camp, in which nine died", "the massacre that was committed on 9 February, in which nine died"."""
    while noun.dep_ in ("nmod", "appos", "conj", "flat", "obl", "obj", "acl:relcl") and noun.head.i != noun.i:
        noun = noun.head
        yield noun


def leaving(state: Token) -> Token:
    """ "Left" of "left two dead", "left two dead and nine others wounded": over the state or over who is in it; else
    the state itself.
    """
    one = state
    while one.dep_ in LEFT and lemma(one) not in LEAVING:
        one = one.head
    return one if lemma(one) in LEAVING else state


def _first_effect(verb: Token, apart: Apart) -> Token:
    """ "Exploded, killing nine and wounding 40": the first effect, even if the second is joined to whom it counts."""
    one = verb
    while one.dep_ == "conj" and one.head.i != one.i and not apart(one, one.head):
        one = one.head
    above = one.head if one.dep_ == "obj" else one
    return above if is_effect(above) else verb


def _circumstances(token: Token) -> Iterator[Token]:
    """What stands under "in", "by", "after" … of the word."""
    for preposition in ("in", "by", "during", "from", "after", "when", "as a result of", "because of", "under"):
        for found in syntax.prepositional(token, preposition):
            if not (preposition == "after" and _is_done_by_somebody(token)):
                yield found
                yield from _below(found)
    if lemma(token) in TAKING_IN:
        yield from syntax.prepositional(token, "since")


def _is_done_by_somebody(verb: Token) -> bool:
    """ "A bomber killed nine after a raid": what somebody did to others is not done by what was before; who flees is
    driven by that.
    """
    if lemma(verb) in SUBJECT_VERBS or lemma(verb) in ABANDONING:
        return False
    return syntax.is_verb(verb) and bool(syntax.children(verb, "nsubj")) and bool(syntax.children(verb, "obj"))


def _below(token: Token) -> Iterator[Token]:
    """What hangs on a noun, without clauses: what "the guards who claim …" claim is another matter."""
    open_ = [token]
    while open_:
        near = [child for child in open_.pop().children if child.dep_ not in CLAUSES]
        yield from near
        open_ += near
