"""Who does what a noun tells where the parse does not say so: "[country]'s unprovoked, unlawful invasion", "police
killings", a headline's "Assembly vote to condemn".
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from sayso.codebook import syntax
from sayso.codebook.codebook import Codebook
from sayso.codebook.match import lemma
from sayso.codebook.words import word_list
from sayso.extract._sides.participants import Places
from sayso.extract._telling.telling import Telling

#: Bodies that kill, and are not killed, where they stand before the noun.
KILLERS = word_list("owned_killers")
#: How many words may stand between the owner and the noun.
REACH = 8
#: What stands there: qualities, and the marks and words that join them.
QUALITIES = frozenset({"JJ", "JJR", "JJS", "RB", "VBN", "VBG", "CC", ",", "HYPH"})


def name_owners(tellings: list[Telling], codebook: Codebook) -> None:
    """Gives, in place, those who act to nouns that have nobody yet."""
    places = Places(codebook)
    for telling in tellings:
        if telling.actors or telling.kind is None:
            continue
        found = [t for t in _before(telling) if t not in telling.recipients and places.is_agent(t)]
        telling.actors = found[:1]


def _before(telling: Telling) -> Iterator[Token]:
    noun = telling.head
    # "police" of "a police raid", which tells the act with its noun
    yield from (t for t in telling.tokens if t.i < noun.i and t.dep_ == "compound" and lemma(t) in KILLERS)
    if noun.pos_ == "NOUN" and telling.type == "ASSAULT" and telling.recipients:
        yield from _owner_over_qualities(noun)
        if telling.frame is not None and telling.frame.toll == "killed":
            yield from (t for t in syntax.children(noun, "compound") if lemma(t) in KILLERS)
    elif noun.dep_ == "acl" and noun.tag_ == "VB" and lemma(noun.head) == "vote" and not syntax.is_verb(noun.head):
        yield from (t for t in syntax.children(noun.head, "compound") if t.i == noun.head.i - 1)


def _owner_over_qualities(noun: Token) -> Iterator[Token]:
    """ "Chad" of "Chad's brutal, unlawful invasion", whatever the parse hangs Chad on."""
    if syntax.children(noun, "nmod:poss"):
        return
    at, floor = noun.i - 1, max(noun.sent.start + 1, noun.i - REACH)
    while at >= floor and noun.doc[at].tag_ in QUALITIES:
        at -= 1
    if floor <= at < noun.i - 1 and noun.doc[at].tag_ == "POS":
        yield noun.doc[at - 1]
