"""Nouns that take up a deed by its sort, whether the codebook knows it or not: "the operation", "that incident", "the
takeover", "the boarding".

Each may mean deeds of some sort alone, and only where the last sentences, or else the first ones, tell one of them.
What is told by a verb without a type ("boarded a tanker") is taken up too.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sayso.codebook import syntax
from sayso.codebook.match import lemma
from sayso.codebook.roots import root
from sayso.codebook.words import word_list
from sayso.extract._retelling.deed import (
    CLOSING_IN,
    JUST_TOLD,
    TAKING,
    is_alone,
    is_done_to_it,
    is_of_somebody,
    is_rough,
    only_event,
    sentences_between,
)
from sayso.extract._telling.telling import FORCE, TAKEN
from sayso.extract._telling.told import Told, apart, is_of_another_time
from sayso.model import HAPPENED

#: Nouns for any deed of force, for taking somebody or something, for what the forces of a state do, and for closing in.
INCIDENTS = word_list("same_incidents")
TAKINGS = word_list("same_takings")
OPERATIONS = word_list("same_operations")
SIEGES = word_list("same_sieges")
TAKING_UP = INCIDENTS | TAKINGS | OPERATIONS | SIEGES
#: Who acts in the name of a state.
STATE = word_list("apart_state")


def told_without_type(before: Iterable[Told], later: Told, first: Mapping[str, str], lead: int) -> str | None:
    """The id of the one deed that the noun takes up; `lead`: where the first sentences end."""
    noun = later.telling.head
    word = lemma(noun)
    if not (word in TAKING_UP or later.event.type is None) or not is_alone(later) or noun.tag_ == "NNS":
        return None
    if any(c.dep_ == "amod" for c in noun.children):  # "the first incident"
        return None
    told = [one for one in before if one.event.status in HAPPENED and sentences_between(one, later) > 0]
    told = [one for one in told if not (apart(one, later) or is_of_another_time(one, later))]
    meant = [one for one in told if one.telling.head.tag_ != "NNS" and _may_be(word, one)]
    if is_of_somebody(later):
        meant = [one for one in meant if later.recipients & one.recipients]
    if any(c.lower_ in ("that", "this") for c in noun.children):
        return only_event((one for one in meant if sentences_between(one, later) == 1), first)
    if same := [one for one in meant if root(lemma(one.telling.head)) == root(word)]:
        return only_event(same, first)
    near = [one for one in meant if sentences_between(one, later) <= JUST_TOLD]
    return only_event(near or (one for one in meant if one.telling.head.i < lead), first)


def _may_be(word: str, deed: Told) -> bool:
    event, verbs = deed.event, {lemma(token) for token in deed.telling.tokens}
    if event.type is None and syntax.is_verb(deed.telling.head) and root(lemma(deed.telling.head)) == root(word):
        return True
    if word in SIEGES:
        return bool(verbs & CLOSING_IN)
    if word in TAKINGS and (
        event.mode in TAKEN or event.mode == "seize" or (event.type, event.mode) == ("CONTROL", "gain")
    ):
        return True
    if word in TAKINGS:
        return event.type is None and bool(verbs & TAKING) and is_done_to_it(deed)
    if word in OPERATIONS:
        return event.type in FORCE and any(lemma(actor) in STATE for actor in deed.telling.actors)
    return word in INCIDENTS and (event.type in FORCE or is_rough(deed))
