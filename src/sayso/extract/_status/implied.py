"""Infinitives that were done as they are told: "was able to sign", "had a chance to meet", "went on to endorse"."""

from __future__ import annotations

from spacy.tokens import Token

from sayso.codebook import syntax
from sayso.codebook.grammar import TOLD
from sayso.codebook.match import lemma
from sayso.extract._status.given_up import of_word_given
from sayso.extract._status.status_above import CONDITION, FUTURE, HYPOTHETICAL
from sayso.extract._telling.telling import Telling
from sayso.extract._telling.verb_group import auxiliaries, negated

#: Types of what is done by saying it, also by a vote.
VOTED = frozenset({"ACCUSE", "REJECT", "SUPPORT", "SANCTION"})
SPEAKERS = frozenset({"i", "we"})
#: What a speaker says of what he does right then: "it is a pleasure to meet you", "we are proud to welcome them".
GLAD = frozenset(
    {
        "pleasure",
        "honor",
        "honour",
        "privilege",
        "pleased",
        "happy",
        "excited",
        "thrilled",
        "glad",
        "delighted",
        "proud",
        "honored",
        "honoured",
    }
)
#: "The first country to sign it": one that did.
NTH = frozenset({"first", "second", "third", "last", "only", "latest"})
THANKS = frozenset({"thank", "thanks", "grateful", "thankful", "gratitude"})
#: Chances that are taken where they are told of.
CHANCES = frozenset({"chance", "opportunity", "honor", "honour", "privilege", "pleasure"})


def is_implied(telling: Telling) -> bool:
    """Whether what governs the infinitive says that it came about; not where that is denied or open itself."""
    verb = syntax.light_verb(telling.head) or telling.head
    while verb.dep_ == "conj" and verb.head.tag_ == "VB":
        verb = verb.head
    above, label = verb.head, syntax.base(verb.dep_)
    if verb.tag_ != "VB" or negated(verb) or label not in ("xcomp", "advcl", "acl", "csubj"):
        return False
    said = above.head if label == "acl" else above
    if label == "acl" and of_word_given(above) == "occurred":
        return True
    if telling.type in VOTED and _was_voted(above, label):
        return True
    done = _is_chance(above) or _is_glad(above) or _was_able(above) or _went_on(above) or _is_nth(above, said)
    return done and not _is_open(said)


def _was_voted(vote: Token, label: str) -> bool:
    """ "The assembly voted to condemn the raid", and the headline "Assembly votes to condemn raid": it did so by the
    vote.
    """
    if lemma(vote) != "vote" or negated(vote):
        return False
    if label == "acl":
        return vote.dep_ == "ROOT" and not syntax.children(vote, "cop", "nsubj")
    return vote.tag_ in ("VBD", "VBN", "VBZ", "VBP") and not _is_open(vote)


def _is_open(verb: Token) -> bool:
    words = {c.lower_ for c in auxiliaries(verb)}
    condition = any(c.dep_ == "mark" and c.lower_ in CONDITION for c in verb.children)
    return bool(words & (FUTURE | HYPOTHETICAL)) or negated(verb) or condition


def _is_chance(chance: Token) -> bool:
    """ "I had a chance", "glad to have the opportunity", "grateful for the opportunity"; what others had a chance to do
    they may not have done.
    """
    have = chance.head
    if lemma(chance) not in CHANCES or negated(chance):
        return False
    if syntax.case_of(chance) == "for" and lemma(have) in THANKS:
        return True
    if lemma(have) != "have":
        return False
    glad = syntax.base(have.dep_) in ("xcomp", "ccomp") and have.head.pos_ == "ADJ" and not negated(have.head)
    had = have.tag_ == "VBD" and any(s.lower_ in SPEAKERS for s in syntax.surface_subject(have))
    return had or glad


def _is_glad(word: Token) -> bool:
    """Of what a speaker, or "it", is."""
    said = any(c.lower_ in ("is", "'s", "’s", "am", "are", "'m", "’m", "was") for c in syntax.children(word, "cop"))
    who = [c.lower_ for c in syntax.children(word, "nsubj", "expl")]
    return word.lower_ in GLAD and said and all(one in ("i", "we", "it") for one in who)


def _is_nth(noun: Token, said: Token) -> bool:
    """ "Became the last country to ratify it", "was the first to leave"."""
    nth = noun.lower_ in NTH or any(c.lower_ in NTH and c.dep_ == "amod" for c in noun.children)
    verb = next(iter(syntax.children(noun, "cop")), said)
    first = next(iter(auxiliaries(verb)), verb)
    return nth and first.tag_ in TOLD


def _was_able(able: Token) -> bool:
    return able.lower_ == "able" and any(c.lower_ in ("was", "were", "been") for c in syntax.children(able, "cop"))


def _went_on(verb: Token) -> bool:
    return lemma(verb) == "go" and any(c.lower_ == "on" and c.i == verb.i + 1 for c in verb.children)
