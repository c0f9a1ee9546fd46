"""Nouns that take up a deed by its sort, whether the codebook knows it or not: "the operation", "that incident", "the
takeover", "the boarding".

Each may mean deeds of some sort alone, and only where the last sentences, or else the first ones, tell one of them.
What is told by a verb without a type ("boarded a tanker") is taken up too.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

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
    is_parted,
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
#: Types of what the forces of a state do.
OF_TROOPS = FORCE | {"CONTROL", "MOBILIZE", "RETREAT"}
#: Who acts in the name of a state.
STATE = word_list("apart_state") | {"force"}


def told_without_type(before: Iterable[Told], later: Told, first: Mapping[str, str], lead: int) -> str | None:
    """The id of the one deed that the noun takes up; `lead`: where the first sentences end."""
    noun = later.telling.head
    word = lemma(noun)
    if not (word in TAKING_UP or later.event.type is None) or not is_alone(later) or noun.tag_ == "NNS":
        return None
    if any(c.dep_ == "amod" for c in noun.children):  # "the first incident"
        return None
    told = [one for one in before if one.event.status in HAPPENED and sentences_between(one, later) > 0]
    told = [one for one in told if not apart(one, later)]
    if word not in SIEGES:  # they last
        told = [one for one in told if not is_of_another_time(one, later)]
    meant = [one for one in told if one.telling.head.tag_ != "NNS" and _may_be(word, one)]
    if is_of_somebody(later):
        meant = [one for one in meant if later.recipients & one.recipients]
    just = [one for one in meant if sentences_between(one, later) == 1]
    if any(c.lower_ in ("that", "this") for c in noun.children):
        return _one_doing(just, first)
    if same := [one for one in meant if root(lemma(one.telling.head)) == root(word)]:
        return only_event(same, first)
    here = [one for one in meant if not is_parted(one, later)]
    leading = [one for one in meant if one.telling.head.i < lead]
    near = [one for one in meant if sentences_between(one, later) <= JUST_TOLD]
    near = [one for one in near if not any(is_of_another_time(one, main) for main in leading[-1:])]
    found = (_one_doing(tier, first) for tier in (here, near, leading))
    return next((one for one in found if one is not None), None)


def _one_doing(tellings: Sequence[Told], first: Mapping[str, str]) -> str | None:
    """The id of the one event that they tell, or of the first one that one sentence tells of."""
    found = sorted(tellings, key=lambda one: one.telling.head.i)
    if len({one.event.sentence for one in found}) == 1:
        return first.get(found[0].event.id, found[0].event.id)
    return only_event(found, first)


def _may_be(word: str, deed: Told) -> bool:
    event, verbs = deed.event, {lemma(token) for token in deed.telling.tokens}
    if event.type is None and deed.telling.head.tag_ in ("VBD", "VBN") and root(lemma(deed.telling.head)) == root(word):
        return True
    if word in SIEGES:
        return bool(verbs & CLOSING_IN)
    if word in TAKINGS and (
        event.mode in TAKEN or event.mode == "seize" or (event.type, event.mode) == ("CONTROL", "gain")
    ):
        return True
    if word in TAKINGS:
        return event.type in (None, "ASSAULT") and bool(verbs & TAKING) and is_done_to_it(deed)
    if word in OPERATIONS:
        return event.type in OF_TROOPS and any(lemma(actor) in STATE for actor in deed.telling.actors)
    return word in INCIDENTS and (event.type in FORCE or is_rough(deed))
