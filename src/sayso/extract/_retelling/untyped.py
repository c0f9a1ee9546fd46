"""Nouns without a type that take up a deed told just before: "the operation", "that incident", "the takeover".

Each may mean deeds of some sort alone, and only where the last sentences tell one of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sayso.codebook.match import lemma
from sayso.codebook.words import word_list
from sayso.extract._retelling.deed import JUST_TOLD, is_alone, only_event, sentences_between
from sayso.extract._telling.telling import FORCE, TAKEN
from sayso.extract._telling.told import Told
from sayso.model import HAPPENED

#: Nouns for any deed of force, for taking somebody or something, for what the forces of a state do, and for closing in.
INCIDENTS = word_list("same_incidents")
TAKINGS = word_list("same_takings")
OPERATIONS = word_list("same_operations")
SIEGES = word_list("same_sieges")
TAKING_UP = INCIDENTS | TAKINGS | OPERATIONS | SIEGES
#: Who acts in the name of a state, and verbs of closing in.
STATE = word_list("apart_state")
CLOSING_IN = word_list("same_closing_in")


def told_without_type(before: Iterable[Told], later: Told, first: Mapping[str, str]) -> str | None:
    """The id of the one deed that the noun takes up."""
    noun = later.telling.head
    if later.event.type is not None or not is_alone(later) or noun.tag_ == "NNS":
        return None
    if any(c.dep_ == "amod" for c in noun.children):  # "the first incident"
        return None
    near = [one for one in before if one.event.status in HAPPENED and 0 < sentences_between(one, later) <= JUST_TOLD]
    meant = [one for one in near if one.telling.head.tag_ != "NNS" and _may_be(lemma(noun), one)]
    pointed = any(c.lower_ in ("that", "this") for c in noun.children)
    return only_event((one for one in meant if not pointed or sentences_between(one, later) == 1), first)


def _may_be(word: str, deed: Told) -> bool:
    event = deed.event
    if word in TAKINGS:
        return event.mode in TAKEN or event.mode == "seize" or (event.type, event.mode) == ("CONTROL", "gain")
    if word in SIEGES:
        return any(lemma(token) in CLOSING_IN for token in deed.telling.tokens)
    if word in OPERATIONS:
        return event.type in FORCE and any(lemma(actor) in STATE for actor in deed.telling.actors)
    return word in INCIDENTS and event.type in FORCE
